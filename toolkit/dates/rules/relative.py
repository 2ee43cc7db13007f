"""Days and units counted from an anchor: "yesterday", "last week", "earlier this month", "ten days later"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import NEARBY, Context, Draft, dated, unresolved
from toolkit.dates.counting import (
    OF_SOMETHING,
    a_day_of,
    by_how_much,
    compares,
    loosely,
    next_of_told,
    no_day_told,
    same_part,
    told_last,
    up_to_now,
)
from toolkit.dates.interval import plus, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import as_said, say
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning, number

Match = re.Match[str]

COUNTED = {"day", "week", "weekend", "month", "quarter", "year", "decade", "century"}
FROM_TOLD = {
    *("following", "same", "that", "that same", "that very", "very same"),
    *("previous", "preceding", "subsequent", "prior"),
}
NEXT = {"next", "very next"}  # of a day or a part of one, counted from the date told
# "He gave her two years back" tells of no time.
GIVEN = lazily(
    r"\b(?:g[ae]ve|give[sn]?|g[eo]t|want(?:ed|s)?|t[ao]ke|took|won|sent|pa(?:y|id)|brought|after) (?:\w+ ){0,2}$"
)
BACK = ("ago", "earlier", "before", "previously", "back")
FROM_AGO = ("ago", "back", "from now", "from today", "hence")  # counted from the day of telling
HALVES = {"week": 4, "month": 15}  # days
SMALLER = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}  # "half a century ago"
LENGTHS = {"past", "coming", "this past", "this coming"}  # ten years up to now, or from now on


def explain(draft: Draft, how: str) -> Draft:
    """Put the days and how they were found into the draft's sentence."""
    if draft.earliest is None or draft.latest is None:
        draft.why = how
    elif draft.earliest == draft.latest:
        draft.why = f"{say(draft.earliest)}: {how}"
    else:
        draft.why = f"{say(draft.earliest)} to {say(draft.latest)}: {how}"
    return draft


def the(which: str) -> str:
    """
    >>> the("Same"), the("last")
    ('the same', 'last')
    """
    which = " ".join(which.lower().split())
    return which if which.startswith(("this", "that", "last", "next")) else f"the {which}"


def relative_day(found: Match, context: Context) -> Draft | None:
    """ "today", "yesterday morning", "late tomorrow", "tonight"."""
    word = found["relative_day"].lower()
    if not found["daypart"] and (
        MODERN.match(context.text, found.end())
        or (found[0] in NAMING and IN_NAME.search(context.before(found.start(), 24) + found[0]))
    ):
        return None
    anchor, name = context.speaking(found.start())
    now = word == "today" and context.policy.anchor == "focus" and anchor == context.now()[0]
    if now and not found["daypart"] and context.direction(*found.span())[0] != "back":
        why = f"the time of writing, in a story of what is past ({name})"
        return Draft(*found.span(), value="PRESENT_REF", why=why, anchor=anchor)
    step = meaning("relative_day", word)
    day = shift("day", anchor, step) if anchor else None
    draft = explain(dated(*found.span(), "day", day, "", anchor), f"{word}, counted from {name}")
    part = "NI" if word == "tonight" else meaning("daypart", found["daypart"]) if found["daypart"] else ""
    if part:
        draft.type, draft.value = "TIME", f"{draft.value}T{part}"
    return draft


# "today's youth" is the present one, "the people of tomorrow" a coming one, "Radio Today" a name.
MODERN = lazily(
    r"['’]s (?:\w+ )?(?:world|youth|society|generation|children|kids|parents|women|men|people|consumers|computers|"
    r"standards|technology|values)\b| (?-i:Show\b|Never Dies\b)",
    re.IGNORECASE,
)
NAMING = ("Today", "Tomorrow", "tomorrow")
IN_NAME = lazily(
    r"(?:(?:[a-z] [A-Z]\w+|\b[A-Z]{2,}) (?:Today|Tomorrow)|(?:people|world|generation|leaders|city) of tomorrow)$"
)


def which_daypart(found: Match, context: Context) -> Draft | None:
    """ "this morning", "last night", "the next morning", "that evening"."""
    which, part = " ".join(found["which"].lower().split()), meaning("daypart", found["daypart"])
    step = meaning("which", which)
    told = which in FROM_TOLD | NEXT
    if not told and not (step == 0 or which == "last"):
        return None
    anchor, name = context.reference(found.start()) if told else context.now()
    if told and step > 0 and anchor and anchor == context.published and _not_to_come(found, context):
        anchor, name = None, NOT_TOLD
    if told and step == 0 and anchor and (same := same_part(part, found.start(), context)):
        anchor, name = same, f"the {found['daypart'].lower()} told last, {say(same)}"
    day = shift("day", anchor, step) if anchor else None
    how = f"{the(which)} {found['daypart'].lower()}, counted from {name}"
    draft = explain(dated(*found.span(), "day", day, "", anchor), how)
    if told and no_day_told(anchor, context):
        draft = a_day_of(draft, step, anchor, context)
    draft.type, draft.value = "TIME", f"{draft.value}T{part}"
    return draft


def _not_to_come(found: Match, context: Context) -> bool:
    """Whether "the next morning" or "the following day" is told as past: it does not follow the day of writing."""
    return context.focus != context.published and context.direction(*found.span())[0] == "back"


NOT_TOLD = "a day that is not told, as what is told as past is not to come"


def which_unit(found: Match, context: Context) -> Draft | None:
    """ "last week", "this year", "the past weekend", "early next month", "earlier this year", "the following day"."""
    which = " ".join(found["which"].lower().split())
    grain = meaning("unit", found["unit"])
    start, end = found.span()
    if grain == "weekend":
        return weekend_of(start, end, which, context)
    if grain not in COUNTED or (grain == "day" and which not in FROM_TOLD | NEXT):
        return None
    running = grain in ("decade", "century") and which in LENGTHS
    running = running or (grain == "decade" and which == "next" and not found["mod"])
    running = running or up_to_now(found, context)
    if (grain == "quarter" and which == "that") or running:
        return None
    if found["unit"].lower() != grain or (found[0][:1].isupper() and found["unit"][0].isupper() and start):
        return None
    if which == "last" and OF_SOMETHING.match(context.text, end):
        return None
    step = meaning("which", which)
    told = which in FROM_TOLD or grain == "day" or next_of_told(found, which, context)
    anchor, name = told_last(which, start, context, far=step != 0) if told else context.anchor()
    if told and step > 0 and anchor and anchor == context.published and _not_to_come(found, context):
        anchor, name = None, NOT_TOLD
    if grain == "day" and step == 0 and anchor and (past := _told_past(found, anchor, context)):
        anchor, name = past, f"the past day last told, {say(past)}"
    if (
        grain == "day"
        and step == 0
        and context.focus
        and anchor == context.focus
        and context.focus_grain != "day"
    ):
        within = context.focus.isoformat()[:7] if context.focus_grain == "month" else ""
        return Draft(
            start,
            end,
            value=f"{within}-XX" if within else unresolved("day"),
            grain="day",
            why=f"a day of {context.focus_text}, not told which",
        )
    edge = (found["edge"] or "").lower()
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    day = shift(grain, anchor, step) if anchor else None
    draft = dated(start, end, grain, day, "", anchor, mod, context.policy.week_start)
    said = as_said(found[0])
    how = f"{said.replace(which, the(which), 1) if said.startswith(which) else said}, counted from {name}"
    if edge and step == 0 and anchor and draft.earliest and draft.latest:
        first, last = draft.earliest, draft.latest
        draft.earliest, draft.latest = (anchor, last) if edge == "later" else (first, anchor)
        how = f"{edge} in the {grain} of {name}"
    return loosely(explain(draft, how), step, anchor, context)


def _told_past(found: Match, anchor: date, context: Context) -> date | None:
    """In news, the past day told before the one that lies ahead, where "the same day" is told as past: "On 2 June they
    said that sales begin on 9 July. The same day they ..."."""
    published = context.published
    if context.policy.anchor == "focus" or published is None or anchor <= published:
        return None
    if context.direction(*found.span())[0] != "back":
        return None
    near = (draft for draft in reversed(context.drafts[-6:]) if found.start() - draft.end < 2 * NEARBY)
    days = (draft.earliest for draft in near if draft.grain == "day" and draft.type == "DATE")
    return next((day for day in days if day and day <= published), None)


def weekend_of(start: int, end: int, which: str, context: Context) -> Draft:
    """The latest Saturday and Sunday begun; the coming ones for "next", or where the clause looks ahead."""
    anchor, name = context.reference(start) if which in FROM_TOLD else context.anchor()
    if anchor is None:
        return Draft(
            start, end, value=unresolved("weekend"), grain="weekend", why=f"a weekend, counted from {name}"
        )
    own = unit("weekend", anchor)[0]
    step = meaning("which", which)
    ahead = step > 0 or (step == 0 and own > anchor and context.looks_ahead(start, end) is not None)
    weeks = (0 if own > anchor else 1) if ahead else (-1 if own > anchor or which == "last" else 0)
    draft = dated(start, end, "weekend", shift("week", own, weeks), "", anchor)
    return explain(
        draft, f"the {'first' if ahead else 'latest'} weekend {'after' if ahead else 'begun by'} {name}"
    )


def weekend(found: Match, context: Context) -> Draft | None:
    """ "the weekend"."""
    return weekend_of(*found.span(), "this", context)


def offset(found: Match, context: Context) -> Draft | None:
    """ "ten days ago", "two weeks later", "three months earlier", "more than three years ago"."""
    groups = found.groupdict()
    grain = meaning("unit", found["unit"])
    how = " ".join(found["how"].lower().split())
    mod = meaning("approximate", found["approximate"]) if found["approximate"] else ""
    start, end = found.span()
    back = how in BACK
    anchor, name = context.telling() if how in FROM_AGO else context.reference(found.start(), far=True)
    couple = (found["couple"] or "").lower().startswith(("couple", "a couple"))
    count: float | None = 2 if couple else number(found["number"]) if found["number"] else None
    if grain in ("second", "minute", "hour"):
        return None
    if count is None and found["unit"].lower() == grain:
        return None
    if how == "back" and GIVEN.search(context.before(start, 30)):
        return None
    if count and (groups.get("half") or groups.get("fraction")):
        count += 0.5
    if count is None:
        value = "PAST_REF" if back else "FUTURE_REF"
        return Draft(
            start, end, value=value, mod=mod, why=f"an unknown number of {found['unit']} {how}", anchor=anchor
        )
    if grain in ("fortnight", "night"):
        grain, count = ("week", count * 2) if grain == "fortnight" else ("day", count)
    while count != int(count) and grain in SMALLER:
        grain, count = SMALLER[grain][0], count * SMALLER[grain][1]
    if grain not in COUNTED or grain == "weekend":
        return None
    day = shift(grain, anchor, -int(count) if back else int(count)) if anchor else None
    if day and count != int(count):  # "two and a half weeks ago"
        day = plus(day, HALVES.get(grain, 0) * (-1 if back else 1))
    shown = {"century": "decade", "decade": "year"}.get(grain, grain)
    draft = dated(start, end, shown, day, "", anchor, week_start=context.policy.week_start)
    if compares(draft, context):
        return by_how_much(draft, grain, count, mod)
    draft.mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(mod, mod) if back else mod
    if draft.mod == "BEFORE" and draft.latest:
        draft.earliest = None
        draft.why = f"up to {say(draft.latest)}: {found[0].lower()}, counted from {name}"
        return draft
    less = mod == "LESS_THAN" and found["approximate"].lower().startswith(("less", "fewer", "under"))
    if less and how == "ago" and day and anchor:
        draft.earliest, draft.latest = day, anchor
    explain(draft, f"{found[0].lower()}, counted from {name}")
    return loosely(draft, -int(count) if back else int(count), anchor, context)


EDGE = r"(?:(?P<edge>earlier|later|so far|already) |<mod> ?(?:in )?)?"
BACK_END = r"(?=[.,;:)]|\s*$| (?:and|but|when|he|she|they|we|it|I)\b)"
PHRASE_END = r"(?=[.,;:)]|\s*$| (?:and|but)\b)"
EARLY = ("early", "late", "earlier", "later")
RULES: list[Rule] = [
    rule(
        "relative_day",
        r"(?:(?:early|late|earlier|later) )?<relative_day>(?:,? <daypart>)?",
        relative_day,
        "relative_day",
        *EARLY,
    ),
    rule(
        "which_daypart",
        r"(?:(?:early|late|earlier|later) )?(?:the )?<which> <daypart>",
        which_daypart,
        "daypart",
    ),
    rule("which_unit", rf"{EDGE}(?:the )?<which> <unit>", which_unit, "unit"),
    rule("weekend", r"the weekend", weekend, "weekend"),
    rule(
        "offset",
        r"(?:<approximate> )?"
        r"(?:(?:<number>(?P<half>[- ]and[- ]a[- ]half)?|(?:a )?<quantifier>(?: (?:dozen|hundred|thousand))?"
        r"|(?P<couple>(?:a )?couple(?: of)?))(?: more)?[- ])?"
        r"<unit>(?P<fraction> and a half)?(?: or so)? "
        rf"(?P<how>ago|back{BACK_END}|earlier|later|from now|from today|hence|previously|(?:before|after){PHRASE_END})",
        offset,
        "unit",
    ),
]
