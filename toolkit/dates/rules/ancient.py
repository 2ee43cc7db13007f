"""Years before Christ: "480 BC", "499-493 BC", "April 480 BC", "the autumn of 481 BC", "the 4th century BC"; and those
behind him that say so, "AD 410".

`datetime.date` begins with the year 1, so these are found and named, without days. A story told in them is counted on
as if its years were the last ones of the calendar, 9999 for 1 BC, and named before Christ when it is handed out.
"""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.engine import Rule, rule
from toolkit.dates.interval import real_date
from toolkit.dates.notation import SEASON_CODES
from toolkit.dates.rules.shared import tied
from toolkit.dates.vocabulary import meaning, ordinal

Match = re.Match[str]

CHRIST = 10_000  # the year behind the last one of the calendar
FIRST = 7_000  # 3000 BC: a story before it has no years
NAMED = re.compile(r"BC(\d{4})(?:-(\d\d))?")
STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def before_christ(found: Match, context: Context) -> Draft | list[Draft] | None:
    """A year, a month, a season, a decade or a century before Christ, or the two years of a range."""
    groups = found.groupdict()
    mod = meaning("mod", groups["mod"]) if groups.get("mod") else ""
    if groups.get("ordinal"):
        return _named(*found.span(), f"BC{ordinal(found['ordinal']) - 1:02d}", "century", mod)
    if groups.get("tens"):
        return _named(*found.span(), f"BC{int(found['tens']) // 10:03d}", "decade", mod)
    value, grain = f"BC{int(found['n']):04d}", "year"
    if groups.get("month"):
        value, grain = f"{value}-{meaning('month', groups['month']):02d}", "month"
    elif groups.get("season"):
        value, grain = f"{value}-{SEASON_CODES[meaning('season', groups['season'])]}", "season"
    if not groups.get("first"):
        return _named(*found.span(), value, grain, mod)
    a = _named(*found.span("first"), f"BC{int(found['first']):04d}", "year")
    b = _named(found.start("n"), found.end(), value, "year")
    return tied(found, [a, b])


def after_christ(found: Match, context: Context) -> Draft:
    """ "AD 410", "70 AD", "in 622 CE": a year of fewer than four figures."""
    year = int(found["n"] or found["behind"])
    return dated(*found.span(), "year", real_date(year, 1, 1), f"the year {year}")


def _named(start: int, end: int, value: str, grain: str, mod: str = "") -> Draft:
    why = f"a {grain} before the year 1, which has no days here"
    return Draft(start, end, value=value, mod=mod, grain=grain, why=why)


def counted(value: str) -> date | None:
    """The day that a story before Christ counts on from, in the last years of the calendar.

    >>> counted("BC0480-09"), counted("0480") is None
    (datetime.date(9520, 9, 1), True)
    """
    found = NAMED.match(value)
    if not found or not FIRST <= CHRIST - int(found[1]) < CHRIST:
        return None
    month = int(found[2]) if found[2] else STARTS.get(value[7:9], 1)
    return date(CHRIST - int(found[1]), month, 1)


def name(draft: Draft, text: str) -> None:
    """Give a draft that was counted in the last years of the calendar its name before Christ, and take its days."""
    day = draft.earliest or draft.latest
    if day is None or day.year < FIRST or str(day.year) in text[draft.start : draft.end]:
        return
    if draft.grain in ("decade", "century"):
        last = CHRIST - (draft.latest or day).year
        draft.value = f"BC{last // 10:03d}" if draft.grain == "decade" else f"BC{last // 100:02d}"
    elif draft.value[:4].isdigit():
        draft.value = f"BC{CHRIST - int(draft.value[:4]):04d}{draft.value[4:]}"
    draft.earliest = draft.latest = None
    draft.why = f"{draft.value}: counted on in a story before the year 1, which has no days here"


MOD = r"(?:<mod> ?-?)?"
BC = r"(?:BCE?|B[.]C[.](?:E[.])?)"
RULES: list[Rule] = [
    rule(
        "bc_year",
        rf"{MOD}(?:the year )?(?:(?P<first>\d{{1,4}}) ?(?:[-–/]|to|until) ?)?(?P<n>\d{{1,4}}) {BC}",
        before_christ,
        "bc",
        "bce",
        "b",
    ),
    rule(
        "ad_year",
        r"(?:(?-i:AD) (?P<n>[1-9]\d{1,3})(?![,.]\d|%)|"
        r"(?P<behind>[1-9]\d{1,2}) (?-i:AD|CE(?! [a-z])))",
        after_christ,
        *("ad", "ce"),
    ),
    rule("bc_month", rf"{MOD}<month>,? (?P<n>\d{{1,4}}) {BC}", before_christ, "month"),
    rule("bc_season", rf"(?:the )?{MOD}<season>(?: of)?,? (?P<n>\d{{1,4}}) {BC}", before_christ, "season"),
    rule("bc_decade", rf"(?:the )?{MOD}(?P<tens>\d{{1,3}}0)s {BC}", before_christ, "bc", "bce", "b"),
    rule("bc_century", rf"(?:the )?{MOD}<ordinal>[- ]century {BC}", before_christ, "century"),
]
