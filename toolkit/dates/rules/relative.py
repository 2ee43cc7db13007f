"""Days and units counted from an anchor: "yesterday", "last week", "earlier this month", "ten days later", "the following year"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated, unresolved
from toolkit.dates.engine import Rule, rule
from toolkit.dates.interval import season, shift, unit
from toolkit.dates.notation import SEASON_CODES, say
from toolkit.dates.vocabulary import meaning, number

Match = re.Match[str]

COUNTED = {"day", "week", "weekend", "month", "quarter", "year", "decade", "century"}
FROM_TOLD = {"following", "same", "that", "that same", "previous", "preceding", "subsequent", "prior"}


def relative_day(found: Match, context: Context) -> Draft | None:
    """ "today", "yesterday morning", "late tomorrow", "tonight"."""
    word = found["relative_day"].lower()
    anchor, name = context.now()
    step = meaning("relative_day", word)
    day = shift("day", anchor, step) if anchor else None
    start, end = found.span()
    draft = dated(
        start, end, "day", day, f"{say(day)}: {word} of {name}" if day else f"{word}: {name}", anchor
    )
    part = "NI" if word == "tonight" else meaning("daypart", found["daypart"]) if found["daypart"] else ""
    if part and day:
        draft.type, draft.value = "TIME", f"{draft.value}T{part}"
    return draft


def two_days(found: Match, context: Context) -> Draft | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    anchor, name = context.now()
    step = -2 if found["relative_day"].lower() == "yesterday" else 2
    day = shift("day", anchor, step) if anchor else None
    return dated(
        *found.span(), "day", day, f"{say(day) if day else 'two days away'}: counted from {name}", anchor
    )


def this_part(found: Match, context: Context) -> Draft | None:
    """ "this morning", "last night", "this evening"."""
    anchor, name = context.now()
    which, part = meaning("which", found["which"]), meaning("daypart", found["daypart"])
    if which > 0 or (which < 0 and found["which"].lower() != "last"):
        return None
    day = shift("day", anchor, which) if anchor else None
    draft = dated(*found.span(), "day", day, f"{say(day)}: counted from {name}" if day else name, anchor)
    draft.type, draft.value = "TIME", f"{draft.value}T{part}"
    return draft


def which_unit(found: Match, context: Context) -> Draft | None:
    """ "last week", "this year", "the past weekend", "early next month", "earlier this year", "the following day"."""
    groups = found.groupdict()
    which = " ".join(found["which"].lower().split())
    grain = meaning("unit", found["unit"])
    start, end = found.span()
    if grain == "weekend":
        return _weekend(start, end, which, context)
    if grain not in COUNTED:
        return None
    step = meaning("which", which)
    anchor, name = context.reference() if which in FROM_TOLD else context.anchor()
    edge = (groups.get("edge") or "").lower()
    mod = meaning("mod", groups["mod"]) if groups.get("mod") else ""
    if grain == "day" and which in ("this", "last", "current", "past", "coming", "this past"):
        return None
    day = shift(grain, anchor, step) if anchor else None
    if day is None:
        return Draft(start, end, "DATE", unresolved(grain), mod, grain=grain, why=f"{which} {grain}: {name}")
    draft = dated(start, end, grain, day, "", anchor, mod, context.policy.week_start)
    draft.why = _told(draft, f"{which} {grain} counted from {name}")
    if edge and step == 0 and anchor:
        first, last = unit(grain, day, context.policy.week_start)
        draft.earliest, draft.latest = (first, anchor) if edge != "later" else (anchor, last)
        draft.why = f"from {say(draft.earliest)} to {say(draft.latest)}: {edge} in the {grain} of {name}"
    return draft


def _told(draft: Draft, how: str) -> str:
    if draft.earliest is None or draft.latest is None:
        return how
    days = (
        say(draft.earliest)
        if draft.earliest == draft.latest
        else f"{say(draft.earliest)} to {say(draft.latest)}"
    )
    return f"{days}: {how}"


def _weekend(start: int, end: int, which: str, context: Context) -> Draft:
    """The latest Saturday and Sunday begun for past ones, the coming ones for next; "this" by the cues of the clause."""
    anchor, name = context.reference() if which in FROM_TOLD else context.anchor()
    if anchor is None:
        return Draft(start, end, "DATE", unresolved("weekend"), grain="weekend", why=f"a weekend: {name}")
    own = unit("weekend", anchor)[0]
    begun = own if own <= anchor else shift("week", own, -1)
    step = meaning("which", which)
    if step < 0 and which == "last" and begun and own <= anchor and anchor.weekday() >= 5:
        begun = shift("week", begun, -1)
    ahead = step > 0 or (step == 0 and (context.looks_ahead(start, end) is not None) and own > anchor)
    day = (own if own > anchor else shift("week", own, 1)) if ahead else begun
    draft = dated(start, end, "weekend", day, "", anchor)
    draft.why = _told(
        draft,
        f"the {'next' if ahead else 'latest'} Saturday and Sunday {'after' if ahead else 'begun by'} {name}",
    )
    return draft


def weekend(found: Match, context: Context) -> Draft | None:
    """ "the weekend", "over the weekend"."""
    return _weekend(*found.span(), "this", context)


def offset(found: Match, context: Context) -> Draft | None:
    """ "ten days ago", "two weeks later", "three months earlier", "a year from now", "more than three years ago"."""
    groups = found.groupdict()
    grain = meaning("unit", found["unit"])
    how = " ".join(found["how"].lower().split())
    mod = meaning("approximate", groups["approximate"]) if groups.get("approximate") else ""
    start, end = found.span()
    if grain in ("second", "minute", "hour"):
        return None
    back = how in ("ago", "earlier", "before", "previously", "prior", "back")
    anchor, name = (
        context.now() if how in ("ago", "from now", "from today", "hence", "back") else context.reference()
    )
    count = None if groups.get("quantifier") or not groups.get("number") else number(found["number"])
    if count is None:
        value = "PAST_REF" if back else "FUTURE_REF"
        return Draft(
            start, end, "DATE", value, mod, why=f"an unknown number of {found['unit']} {how}", anchor=anchor
        )
    grain, count = (
        ("week", count * 2)
        if grain == "fortnight"
        else ("day", count)
        if grain == "night"
        else (grain, count)
    )
    if grain not in COUNTED or grain == "weekend":
        return None
    if count != int(count):
        grain, count = {"year": ("month", count * 12), "decade": ("year", count * 10)}.get(
            grain, (grain, count)
        )
    steps = -int(count) if back else int(count)
    day = shift(grain, anchor, steps) if anchor else None
    shown = "decade" if grain == "century" else "year" if grain == "decade" else grain
    draft = dated(start, end, shown, day, "", anchor, week_start=context.policy.week_start)
    draft.mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(mod, mod) if back else mod
    draft.why = _told(draft, f"{found.group().lower()}, counted from {name}")
    _bound(draft)
    return draft


def _bound(draft: Draft) -> None:
    """More than three years ago: no later than that year; less than: no earlier."""
    if draft.mod == "BEFORE":
        draft.earliest = None
        draft.why += "; more than that, so its begin is open"


def the_day_before(found: Match, context: Context) -> Draft | None:
    """ "the day before", "a day earlier", "the day after"."""
    anchor, name = context.reference()
    step = -1 if found["how"].lower() in ("before", "earlier") else 1
    day = shift("day", anchor, step) if anchor else None
    return dated(*found.span(), "day", day, f"{say(day)}: counted from {name}" if day else name, anchor)


def which_season(found: Match, context: Context) -> Draft | None:
    """ "last summer", "this fall", "earlier this summer", "next spring", "summer 2024", "the winter of 1941"."""
    groups = found.groupdict()
    name = meaning("season", found["season"])
    start, end = found.span()
    mod = meaning("mod", groups["mod"]) if groups.get("mod") else ""
    edge = (groups.get("edge") or "").lower()
    if groups.get("year"):
        year: int | None = int(found["year"])
        anchor, why = None, f"written out: {name} {year}"
    else:
        anchor, called = context.anchor()
        if found["season"].lower() == "fall" and not groups.get("which"):
            return None
        year, why = _season_year(
            name,
            meaning("which", found["which"]) if groups.get("which") else None,
            anchor,
            start,
            end,
            context,
        )
        why += f" {called}"
    days = season(name, year, context.policy.hemisphere) if year else None
    code = SEASON_CODES[name]
    if days is None:
        return Draft(start, end, "DATE", f"XXXX-{code}", mod, grain="season", why=why, anchor=anchor)
    first, last = _third(days, mod)
    if edge and anchor and days[0] <= anchor <= days[1]:
        first, last = (first, anchor) if edge != "later" else (anchor, last)
    draft = Draft(start, end, "DATE", f"{year:04d}-{code}", mod, first, last, "season", "", anchor)
    draft.why = _told(draft, why)
    return draft


def _third(days: tuple[date, date], mod: str) -> tuple[date, date]:
    from toolkit.dates.interval import part

    return part(days, "season", mod)


def _season_year(
    name: str, step: int | None, anchor: date | None, start: int, end: int, context: Context
) -> tuple[int | None, str]:
    if anchor is None:
        return None, "the season's year is open:"
    years = [
        year for year in (anchor.year - 2, anchor.year - 1, anchor.year, anchor.year + 1) if 1 <= year <= 9998
    ]
    seasons = {year: days for year in years if (days := season(name, year, context.policy.hemisphere))}
    begun = max((year for year, days in seasons.items() if days[0] <= anchor), default=None)
    if begun is None:
        return None, "the season's year is open:"
    running = seasons[begun][0] <= anchor <= seasons[begun][1]
    if step == -1:
        return (begun - 1 if running else begun), f"the last {name} that was over by"
    if step == 1:
        return begun + 1, f"the first {name} to begin after"
    if running:
        return begun, f"the {name} running on"
    if context.looks_ahead(start, end):
        return begun + 1, f"the {name} to come after, because the clause looks ahead,"
    if step == 0:
        return (anchor.year if anchor.year in seasons else begun), f"the {name} of the year of"
    return begun, f"the latest {name} begun by"


RULES: list[Rule] = [
    rule("day_after_next", r"the day (?:before|after) <relative_day>", two_days, "relative_day", "day"),
    rule(
        "relative_day",
        r"(?:(?:early|late|earlier|later) )?<relative_day>(?: <daypart>)?",
        relative_day,
        "relative_day",
        "early",
        "late",
        "earlier",
        "later",
    ),
    rule("this_daypart", r"(?:(?:early|late|earlier|later) )?<which> <daypart>", this_part, "daypart"),
    rule(
        "which_unit",
        r"(?:(?P<edge>earlier|later|so far|already) |<mod> ?(?:in )?)?(?:the )?<which> <unit>",
        which_unit,
        "unit",
    ),
    rule("weekend", r"the weekend", weekend, "weekend"),
    rule(
        "offset",
        r"(?:<approximate> )?(?:<number>|(?:a )?<quantifier>|a couple(?: of)?)(?: more)?[- ]<unit> (?P<how>ago|earlier|later|before|after|from now|from today|hence|previously|back)(?! to| the| that)",
        offset,
        "unit",
    ),
    rule(
        "day_before",
        r"(?:the|a|one) day (?P<how>before|earlier|after|later)(?! the| that| yesterday| tomorrow)",
        the_day_before,
        "day",
    ),
    rule(
        "which_season",
        r"(?:(?P<edge>earlier|later|so far) |<mod> ?-?)?(?:the )?<which> <season>",
        which_season,
        "season",
    ),
    rule("season_year", r"(?:<mod> ?-?)?(?:the )?<season>(?: of)?,? <year>", which_season, "season"),
    rule("season", r"(?<![A-Za-z])(?:<mod> )?(?:in )?the <season>", which_season, "season"),
]
