"""What is counted off a whole: "the last month of the year", "the first nine months of 2024"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.interval import plus, real_date, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import say
from toolkit.dates.rules.relative import FROM_TOLD, explain
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import expand, meaning, ordinal

Match = re.Match[str]
Days = tuple[date, date]

LAST = ("last", "final")
# "The fair is held on the last weekend of October", "Sales begin in the first week": what is planned is told so.
PRESENT = lazily(
    r"\b(?:is|are|begins?|starts?|opens?|closes?|ends?|falls?|meets?|returns?|runs?|resumes?|takes? place|goes)\b"
    r"(?: (?!(?:was|were|had|not|ago)\b)[a-z-]+){0,3} (?:the )?$"
)
PRESENT_AFTER = lazily(r" (?:is|are|falls|marks)\b(?! (?:remembered|known|when))")
WHOLE = (
    r"(?: (?:of|in)(?: the)?|(?= (?:this|last|next) )) (?:(?:year )?<year>|"
    r"(?:<which> )?(?P<whole>year|month|quarter|decade|century))(?!-|')"
)


def is_planned(start: int, end: int, context: Context) -> bool:
    """Whether the present tense beside an expression tells of what is planned for it."""
    return bool(PRESENT.search(context.before(start, 50)) or PRESENT_AFTER.match(context.text, end))


@cache
def _behind() -> re.Pattern[str]:
    return expand(WHOLE)


def told_unit(found: Match, grain: str, context: Context) -> tuple[date | None, date | None]:
    """A day in the unit that a match names by its group `which` (this one without it), and the day counted from."""
    which = " ".join((found["which"] or "this").lower().split())
    anchor, _ = context.reference(found.start()) if which in FROM_TOLD else context.anchor()
    return (shift(grain, anchor, meaning("which", which)) if anchor else None), anchor


def whole_days(found: Match, context: Context) -> Days | None:
    """The days of the whole that a match of `WHOLE` names; None where it can't be known."""
    if found["year"]:
        year = int(found["year"])
        return unit("year", date(year, 1, 1)) if 1 <= year <= 9999 else None
    grain = meaning("unit", found["whole"])
    day, _ = told_unit(found, grain, context)
    return unit(grain, day) if day else None


def counted_off(days: Days, nth: str, grain: str, count: int = 1) -> Days | None:
    """The first, second or last `count` units of a whole; None where it does not hold them.

    >>> year = (date(2024, 1, 1), date(2024, 12, 31))
    >>> [str(day) for day in counted_off(year, "last", "month", 3)]
    ['2024-10-01', '2024-12-31']
    >>> [str(day) for day in counted_off(year, "first", "week")]
    ['2024-01-01', '2024-01-07']
    """
    first, last = days
    turn = 0 if nth in LAST else 1 if nth == "opening" else ordinal(nth)
    start = shift(grain, first, (turn - 1) * count) if turn else shift(grain, plus(last, 1) or last, -count)
    after = shift(grain, start, count) if start else None
    end = plus(after, -1) if after else None
    return (start, end) if start and end and first <= start <= end <= last else None


def within_whole(draft: Draft, nth: str, count: float | None, context: Context) -> bool:
    """Whether the length is one of a whole named behind it ("the last three months of 2024"), whose days it gets."""
    behind = _behind().match(context.text, draft.end) if nth in (*LAST, "first", "opening") else None
    if not behind:
        return False
    whole = whole_days(behind, context)
    counted = count is not None and draft.grain in ("day", "week", "month", "quarter", "year", "decade")
    if days := counted_off(whole, nth, draft.grain, int(count or 0)) if whole and counted else None:
        draft.earliest, draft.latest = days
        explain(draft, draft.why)
    return True


def unit_of_whole(found: Match, context: Context) -> Draft | None:
    """ "the last month of the year", "the first day of 2025", "the last quarter of 2024"; a week is a part of it."""
    whole, nth, grain = whole_days(found, context), found["nth"].lower(), meaning("unit", found["piece"])
    days = counted_off(whole, nth, grain) if whole else None
    if not whole or not days:
        return None
    if grain == "week":
        kind = "year" if found["year"] else meaning("unit", found["whole"])
        edge = {whole[0]: "START", whole[1]: "END"}
        mod = edge.get(days[0]) or edge.get(days[1]) or "MID"
        draft = dated(*found.span(), kind, whole[0], "", mod=mod)
        draft.earliest, draft.latest = days
    else:
        draft = dated(*found.span(), grain, days[0], "")
    draft.anchor = None if found["year"] else context.anchor()[0]
    return explain(draft, " ".join(found[0].lower().split()))


def year_ended(found: Match, context: Context) -> Draft | None:
    """ "the year ended Sept. 30", "its fiscal year ended March 31": a length with the days that it has."""
    anchor, _ = context.anchor()
    if anchor is None or not found["month"][0].isupper():
        return None
    month, day = meaning("month", found["month"]), int(found["n"])
    year = int(found["year"]) if found["year"] else anchor.year
    if not found["year"] and "ing" not in found["how"].lower():
        year -= (month, day) > (anchor.month, anchor.day)
    last = real_date(year, month, day)
    before = shift("year", last, -1) if last else None
    if last is None or before is None:
        return None
    draft = Draft(found.start(), found.end("what"), "DURATION", "P1Y", "", plus(before, 1), last, "year")
    draft.anchor = None if found["year"] else anchor
    return explain(draft, f"the year up to {say(last)}")


RULES: list[Rule] = [
    rule(
        "year_ended",
        r"(?P<what>(?:the )?(?:(?:full|fiscal|financial|business) )?year)"
        r"(?=(?: that)? (?P<how>ended|ending|to)(?: on)? <month> (?P<n>\d\d?)(?!\d)(?:,? <year>)?)",
        year_ended,
        "year",
    ),
    rule(
        "unit_of_whole",
        r"the (?!(?:first|second|third|fourth) quarter)"
        rf"(?P<nth>first|opening|second|third|fourth|last|final) (?P<piece>day|week|month|quarter){WHOLE}",
        unit_of_whole,
        "unit",
        "quarter",
    ),
]
