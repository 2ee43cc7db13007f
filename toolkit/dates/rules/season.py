"""Seasons: "last summer", "earlier this summer", "this fall", "summer 2024", "the winter of 1941"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.accounts import season_after, season_going_on
from toolkit.dates.context import Context, Draft
from toolkit.dates.counting import told_last
from toolkit.dates.governing import year_within
from toolkit.dates.interval import part, season
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import SEASON_CODES
from toolkit.dates.rules.relative import FROM_TOLD, NEXT, explain, the
from toolkit.dates.rules.shared import year_behind
from toolkit.dates.rules.yearless import named_behind
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]


def named_season(found: Match, context: Context) -> Draft | None:
    """A season with its year, or counted from the anchor."""
    groups = found.groupdict()
    name = meaning("season", found["season"])
    start, end = found.span()
    mod = meaning("mod", groups["mod"]) if groups.get("mod") else ""
    edge = (groups.get("edge") or "").lower()
    behind = governed = None
    if groups.get("year"):
        year: int | None = int(found["year"])
        anchor, why = None, f"written out: {name} {year}"
    else:
        which = " ".join((groups.get("which") or "").lower().split())
        told = which in FROM_TOLD | NEXT
        anchor, called = told_last(which, start, context) if told else context.anchor()
        step = meaning("which", found["which"]) if groups.get("which") else None
        if behind := year_behind("season", 0, end, start, context):
            year, why = behind[0], f"the {name} of {behind[0]}, which it is told with"
        elif step is None and (governed := _governed(name, start, end, context)):
            year, called, anchor = governed
            why = f"the {name}"
        elif step is None and not context.story and (before := season_going_on(context, name, start, end)):
            year, anchor = season_after(name, before, context.policy.hemisphere), None
            words = " ".join(context.text[before.start : before.end].split())
            why, called = f"the {name} of {year}, as the account goes on from", f"“{words}”"
        elif start in context.passages:
            year, called, anchor = (
                context.passages[start],
                "as the passage tells what is past, in order",
                None,
            )
            why = f"the {name} of {year},"
        elif context.story and start in context.story.years:
            year, why = (
                context.story.years[start],
                f"the {name} of {context.story.years[start]}, as the story goes",
            )
        else:
            of_year = told and anchor == context.focus and context.focus_grain == "year"
            year, why = (
                (anchor.year + (step or 0), f"the {name} counted from")
                if of_year and anchor
                else _year(name, step, anchor, start, end, context, told and anchor == context.focus)
            )
            why = f"{why} {called}"
    days = season(name, year, context.policy.hemisphere) if year else None
    code = SEASON_CODES[name]
    if days is None:
        return Draft(start, end, value=f"XXXX-{code}", mod=mod, grain="season", why=why, anchor=anchor)
    first, last = part(days, "season", mod)
    by_end = (
        name == "winter"
        and context.story
        and start in context.story.years
        and not (groups.get("which") or behind or governed)
    )
    if by_end and year and year < 9998:  # a story names a winter by the year in which it ends
        draft = Draft(start, end, "DATE", f"{year + 1:04d}-{code}", mod, first, last, "season", "", anchor)
        draft.rule = "winter_of_story"
        return explain(draft, f"{why}; named {year + 1}, the year in which it ends")
    if edge and anchor and days[0] <= anchor <= days[1]:
        first, last = (anchor, last) if edge == "later" else (first, anchor)
        why = f"{edge} in {why}"
    return explain(
        Draft(start, end, "DATE", f"{year:04d}-{code}", mod, first, last, "season", "", anchor), why
    )


def _governed(name: str, start: int, end: int, context: Context) -> tuple[int, str, date | None] | None:
    days = None if context.story else season(name, 2000, context.policy.hemisphere)
    return year_within(context, days[0].month, None, start, end) if days else None


def _year(
    name: str, step: int | None, anchor: date | None, start: int, end: int, context: Context, told: bool
) -> tuple[int | None, str]:
    if anchor is None:
        return None, f"a {name} of an unknown year:"
    years = [year for year in range(anchor.year - 2, anchor.year + 2) if 1 <= year <= 9998]
    seasons = {year: days for year in years if (days := season(name, year, context.policy.hemisphere))}
    begun = max((year for year, days in seasons.items() if days[0] <= anchor), default=None)
    if begun is None:
        return None, f"a {name} of an unknown year:"
    running = seasons[begun][0] <= anchor <= seasons[begun][1]
    if step == -1:
        return (begun - 1 if running else begun), f"the last {name} that was over by"
    if step == 1:
        return begun + 1, f"the first {name} to begin after"
    if running:
        return begun, f"the {name} running on"
    if context.policy.anchor == "focus" and context.focus:
        following = seasons.get(begun + 1)
        soon = following is not None and (following[0] - anchor).days < 270
        return begun + soon, "as the story goes on from"
    if context.looks_ahead(start, end):
        return begun + 1, f"the {name} to come after, because the clause looks ahead,"
    if step == 0 and (told or name != "winter"):
        return anchor.year, f"the {name} of the year of"
    return begun, f"the latest {name} begun by"


def season_of_year(found: Match, context: Context) -> Draft | None:
    """ "the spring of next year", "the winter of that year"."""
    told = " ".join(found["of"].lower().split()) in FROM_TOLD
    anchor, called = context.reference(found.start()) if told else context.anchor()
    name = meaning("season", found["season"])
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    code, step = SEASON_CODES[name], meaning("which", found["of"])
    year = anchor.year + step if anchor else None
    if named := named_behind(" ".join(found["of"].lower().split()), context, found.end()):
        year, anchor, called = named, None, str(named)
    days = season(name, year, context.policy.hemisphere) if year else None
    draft = Draft(*found.span(), value=f"XXXX-{code}", mod=mod, grain="season", anchor=anchor)
    if days:
        draft.value = f"{year:04d}-{code}"
        draft.earliest, draft.latest = part(days, "season", mod)
    return explain(draft, f"the {name} of {the(found['of'])} year, counted from {called}")


SEASON_BEFORE = lazily(
    r"\b(?:in|by|during|since|until|through|throughout|for|of|over|and|or)\s+$", re.IGNORECASE
)
NAME_AFTER = lazily(
    r" (?:Olympics?|Paralympics?|Games|Palace|War|Solstice|Soldiers?|School|"
    r"water|rolls?|onions?|mattress(?:es)?|tides?|coats?|jackets?|boots|clothes|clothing|tyres|tires|wheat|barley|"
    r"squash|dress(?:es)?)\b"
)
FALL_BEFORE, FALL_AFTER = lazily(r"\b(?:in|by|during) $", re.IGNORECASE), lazily(r"[.,;:)]|\s*$")
SEASON_AFTER = lazily(
    r"\s(?:(?:counter-?)?(?:offensives?|attacks?)|campaigns?|fighting|months?|term|session|break|holidays?|harvest|recess)\b",
    re.IGNORECASE,
)


def bare_season(found: Match, context: Context) -> Draft | None:
    """ "the summer", "in spring", "the winter campaign"; not "they spring a trap", nor the Winter Olympics."""
    start, end = found.span()
    if NAME_AFTER.match(context.text, end):
        return None
    alone = found.start("season") == start
    leads_on = SEASON_AFTER.match(context.text, end)
    if (
        found["season"][0].isupper()
        and context.text[end : end + 1] not in (",", ".", ";", "")
        and not leads_on
    ):
        return None
    told = FALL_BEFORE.search(context.before(start, 8)) and FALL_AFTER.match(context.text, end)
    shared = year_behind("season", 0, end, start, context)
    if (
        found["season"].lower() == "fall"
        and not leads_on
        and not shared
        and not (told and context.looks_ahead(start, end))
    ):
        return None
    if alone and not (leads_on or shared or SEASON_BEFORE.search(context.before(start, 14))):
        return None
    return named_season(found, context)


RULES: list[Rule] = [
    rule(
        "which_season",
        r"(?:(?P<edge>earlier|later|so far) |<mod> ?-?)?(?:the )?<which> <season>",
        named_season,
        "season",
    ),
    rule("season_year", r"(?:<mod> ?-?)?(?:the )?<season>(?: of)?,? <year>", named_season, "season"),
    rule(
        "season_of_year",
        r"(?:<mod> ?-?)?(?:the )?<season> of (?:the )?<of:which> year",
        season_of_year,
        "season",
    ),
    rule(
        "season",
        r"(?:<mod> ?-?)?(?:the )?(?P<season>spring|summer|autumn|fall|winter)",
        bare_season,
        "season",
    ),
]
