"""Years before Christ: "480 BC", "499-493 BC", "April 480 BC", "the autumn of 481 BC", "the 4th century BC"; and those
behind him that say so, "AD 410".

`datetime.date` begins with the year 1, so these are found and named, without days. A story told in them is counted on
as if its years were the last ones of the calendar, 9999 for 1 BC, and named before Christ when it is handed out.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from toolkit.dates.amounts import COUNTED
from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.interval import real_date
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import SEASON_CODES
from toolkit.dates.rules.absolute import a_day, figure
from toolkit.dates.rules.shared import tied
from toolkit.dates.triggers import YEAR, Rule, rule
from toolkit.dates.vocabulary import meaning, ordinal, words

Match = re.Match[str]

CHRIST = 10_000  # the year behind the last one of the calendar
FIRST = 7_000  # 3000 BC: a story before it has no years
NAMED = lazily(r"BC(\d{4})(?:-(\d\d))?")
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


def after_christ(found: Match, context: Context) -> Draft | list[Draft] | None:
    """ "AD 410", "70 A.D.", "August AD 79", "24 August 79 CE", "AD 60-61": years of fewer than four figures."""
    groups = found.groupdict()
    year, mod = (
        int(groups.get("n") or found["behind"]),
        meaning("mod", groups["mod"]) if groups.get("mod") else "",
    )
    if not 1 <= year <= 2100:
        return None
    if groups.get("month"):
        if not found["month"][0].isupper():
            return None
        month = meaning("month", found["month"])
        if groups.get("day"):
            return a_day(*found.span(), year, month, figure(found["day"]), "")
        return dated(
            *found.span(), "month", date(year, month, 1), f"{found['month']} of the year {year}", mod=mod
        )
    if groups.get("first"):
        first = int(found["first"])
        spans = [
            (found.start(), found.end("first")),
            (found.start("n") if groups.get("n") else found.start("behind"), found.end()),
        ]
        if not first < year:
            return None
        return tied(
            found,
            [
                dated(*span, "year", date(each, 1, 1), f"the year {each}")
                for span, each in zip(spans, (first, year), strict=True)
            ],
        )
    return dated(*found.span(), "year", real_date(year, 1, 1), f"the year {year}", mod=mod)


def small_year(found: Match, context: Context) -> Draft | None:
    """ "the year 46", "in the year 800"; not "the year 7 pupils"."""
    if COUNTED.match(context.text, found.end()) or PUPILS.match(context.text, found.end()):
        return None
    return dated(*found.span(), "year", real_date(int(found["n"]), 1, 1), f"the year {found['n']}")


def antique_day(found: Match, context: Context) -> Draft | None:
    """ "24 August 79", "August 24, 79" in a text on antiquity; not "On 24 August 79 people died"."""
    if not found["month"][0].isupper() or COUNTED_THING.match(context.text, found.end()):
        return None
    left = max(0, found.start() - AROUND)
    around = context.text[left : found.end() + AROUND]
    if not _antiquity().search(around):
        return None
    return a_day(
        *found.span(), int(found["behind"]), meaning("month", found["month"]), figure(found["day"]), ""
    )


AROUND = 1500  # characters
COUNTED_THING = lazily(
    r" (?:[a-z-]+ )?[a-z-]+s\b(?<!\bwas)(?<!\bhis)(?<!\bits)|[ -](?:people|men|women|per|percent|more|of)\b"
)


@cache
def _antiquity() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(words()['antiquity']['words'])})\b|\b(?:AD|BCE?|CE) \d|\d (?:AD|BCE?|CE)\b"
    )


PUPILS = lazily(r" (?:pupils?|students?|class(?:es)?|curriculum|of|BC|B[.]C)\b", re.IGNORECASE)


def century_after_christ(found: Match, context: Context) -> Draft | None:
    """ "the first century AD", "the late 3rd century CE", "the 60s AD"."""
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    tens = found.groupdict().get("tens")
    first, grain = (int(tens), "decade") if tens else (ordinal(found["ordinal"]) * 100 - 100, "century")
    if not 0 <= first <= 2000:
        return None
    why = f"the years from {max(first, 1)} to {first + (9 if tens else 99)}"
    return dated(*found.span(), grain, date(max(first, 1), 1, 1), why, mod=mod)


def day_before_christ(found: Match, context: Context) -> Draft | None:
    """ "15 March 44 BC", "March 15, 44 B.C."."""
    if not found["month"][0].isupper():
        return None
    value = f"BC{int(found['n']):04d}-{meaning('month', found['month']):02d}-{figure(found['day']):02d}"
    return _named(*found.span(), value, "day")


def share_before_christ(found: Match, context: Context) -> Draft | None:
    """ "the first half of the 4th century BC": the century with START or END."""
    mod = {"first": "START", "former": "START", "second": "END", "last": "END", "latter": "END"}[
        found["nth"].lower()
    ]
    return _named(*found.span(), f"BC{ordinal(found['ordinal']) - 1:02d}", "century", mod)


def centuries_before_christ(found: Match, context: Context) -> list[Draft] | None:
    """ "the 5th and 4th centuries BC": two expressions, tied."""
    spans = [(found.start(), found.end("ordinal")), (found.start("second"), found.end())]
    nths = [ordinal(found["ordinal"]), ordinal(found["second"])]
    drafts = [_named(*span, f"BC{nth - 1:02d}", "century") for span, nth in zip(spans, nths, strict=True)]
    return tied(found, drafts)


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
BC = r"(?:BCE?|B[.] ?C[.]?(?: ?E[.]?)?)"
AD = r"(?-i:AD|A[.] ?D[.]?|CE(?! mark)|C[.] ?E[.]?)"
YEAR_AD = rf"(?:{AD} (?P<n>[1-9]\d{{0,3}})(?![,.]\d|%)|(?P<behind>[1-9]\d{{0,3}}) {AD})"
SIGN = r"(?: ?[-–/] ?| (?:to|until|and) )"
SMALL = r"(?P<behind>[1-9]\d{0,2})(?![,.:/-]\d|%|[’'])"
TRIGGERS = ("bc", "bce", "b")
TRIGGERS_AD = ("ad", "ce", "d", "c")
RULES: list[Rule] = [
    rule(
        "bc_year",
        rf"{MOD}(?:the year )?(?:(?P<first>\d{{1,4}})(?: {BC})?{SIGN})?(?P<n>\d{{1,4}}) {BC}",
        before_christ,
        *TRIGGERS,
    ),
    rule("ad_year", rf"{MOD}(?:the year )?{YEAR_AD}", after_christ, *TRIGGERS_AD),
    rule(
        "ad_years",
        rf"(?:{AD} (?P<first>[1-9]\d{{0,3}}){SIGN}(?P<n>[1-9]\d{{0,3}})(?![,.]\d|%))",
        after_christ,
        *TRIGGERS_AD,
    ),
    rule(
        "years_ad",
        rf"(?P<first>[1-9]\d{{0,3}}){SIGN}(?P<behind>[1-9]\d{{0,3}}) {AD}",
        after_christ,
        *TRIGGERS_AD,
    ),
    rule("ad_month", rf"{MOD}<month>(?:,| of| in)? {YEAR_AD}", after_christ, "month"),
    rule("ad_month_day", rf"<month> (?:the )?<day>(?:,| of| in)? {YEAR_AD}", after_christ, "month"),
    rule("ad_day_month", rf"(?:the )?<day>(?: of)? <month>(?:,| of| in)? {YEAR_AD}", after_christ, "month"),
    rule("ad_century", rf"(?:the )?{MOD}(?:the )?<ordinal>[- ]century {AD}", century_after_christ, "century"),
    rule(
        "ad_decade",
        rf"(?:the )?{MOD}(?:the )?(?P<tens>\d{{1,3}}0)s {AD}",
        century_after_christ,
        YEAR,
        *TRIGGERS_AD,
    ),
    rule("small_year", r"(?P<behind>)the year (?P<n>[1-9]\d{0,2})(?![,.:/-]\d|%|-)", small_year, "year"),
    rule("antique_day", rf"(?:the )?<day>(?: of)? <month>,? {SMALL}", antique_day, "month"),
    rule("antique_day", rf"<month> (?:the )?<day>, {SMALL}", antique_day, "month"),
    rule("bc_month", rf"{MOD}<month>(?:,| of| in)? (?P<n>\d{{1,4}}) {BC}", before_christ, "month"),
    rule(
        "bc_month_day",
        rf"<month> (?:the )?<day>(?:,| of| in)? (?P<n>\d{{1,4}}) {BC}",
        day_before_christ,
        "month",
    ),
    rule(
        "bc_day_month",
        rf"(?:the )?<day>(?: of)? <month>(?:,| of| in)? (?P<n>\d{{1,4}}) {BC}",
        day_before_christ,
        "month",
    ),
    rule("bc_season", rf"(?:the )?{MOD}<season>(?: of)?,? (?P<n>\d{{1,4}}) {BC}", before_christ, "season"),
    rule("bc_decade", rf"(?:the )?{MOD}(?:the )?(?P<tens>\d{{1,3}}0)s {BC}", before_christ, *TRIGGERS),
    rule("bc_century", rf"(?:the )?{MOD}(?:the )?<ordinal>[- ]century {BC}", before_christ, "century"),
    rule(
        "bc_share",
        rf"the (?P<nth>first|second|former|latter|last) (?:half|third|quarter) of the <ordinal>[- ]century {BC}",
        share_before_christ,
        "century",
    ),
    rule(
        "bc_centuries",
        rf"(?:the )?<ordinal>{SIGN}(?:the )?<second:ordinal>[- ]centur(?:ies|y) {BC}",
        centuries_before_christ,
        *("century", "centuries"),
    ),
]
