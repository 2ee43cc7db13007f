"""Days in figures alone: "2025-06-13", "13/06/2025", "13.06.2025"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.interval import plus, real_date
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import from_timex
from toolkit.dates.rules.absolute import a_day, full_year
from toolkit.dates.rules.shared import tied
from toolkit.dates.triggers import TIED_FIGURE, TIED_YEAR, Rule, rule
from toolkit.model import Reading

Match = re.Match[str]


def iso_date(found: Match, context: Context) -> Draft | None:
    """ "2025-06-13", "2025/06/13", "2025-06-13T22:10:00Z", "2025-06-13 22:10 GMT"."""
    draft = a_day(*found.span(), int(found["year"]), int(found["monthnumber"]), int(found["dd"]), "")
    if found["hh"] and draft.earliest:
        zulu = "Z" if (found["zone"] or "").strip().upper() in ("Z", "GMT", "UTC") else ""
        draft.type, draft.value = "TIME", f"{draft.value}T{found['hh']}:{found['mm']}{zulu}"
    return draft


def dotted(found: Match, context: Context) -> Draft | None:
    """ "2018.1.5", "2018.01.05": year first with full stops, as written in the east; no version of a program."""
    if VERSION.search(context.before(found.start())) or int(found["monthnumber"]) > 12:
        return None
    return a_day(*found.span(), int(found["year"]), int(found["monthnumber"]), int(found["dd"]), "year first")


# "IntelliJ 2018.1.5": behind a name, or a word for what is released, such figures are a version.
VERSION = lazily(
    r"(?:\b(?:version|release|build|update|patch|v|firmware|driver|edition)|"
    r"\b(?!(?:On|By|Since|Until|From|To|Dated?|Published|Updated|Posted)\b)[A-Z]\w*)[ .]$",
)


def month_in_figures(found: Match, context: Context) -> Draft | None:
    """ "in 12/2019", "since 3/2020": a month, where a word of time leads to it."""
    if not MONTH_LED.search(context.before(found.start(), 8)):
        return None
    day = date(int(found["y"]), int(found["mm"]), 1)
    return dated(*found.span(), "month", day, "a month, written out")


MONTH_LED = lazily(
    r"\b(?:in|since|until|till|from|to|through|between|and|before|after|during|by|of|dated)\s$", re.IGNORECASE
)


def two_days(found: Match, context: Context) -> list[Draft] | None:
    """ "11.-15.5.2020", "11.5.–15.6.2020", "28/5-3/6/2020": two days of one year, tied."""
    year = int(found["y"])
    days = [
        (int(found["first_month"] or found["mm"]), int(found["first"])),
        (int(found["mm"]), int(found["dd"])),
    ]
    if found["sep"] == "/" and (max(days[0][1], days[1][1]) <= 12 or max(days[0][0], days[1][0]) > 12):
        return None
    if context.before(found.start(), 1).isalnum() or not all(
        month <= 12 and 1 <= day <= 31 for month, day in days
    ):
        return None
    start = found.end("first_month") if found["first_month"] else found.end("first")
    drafts = [
        a_day(
            found.start(),
            start,
            year - (days[0] > days[1]),
            *days[0],
            "day first, of the range that it begins",
        ),
        a_day(found.start("dd"), found.end(), year, *days[1], "day first"),
    ]
    return tied(found, drafts)


def iso_week(found: Match, context: Context) -> Draft | None:
    """ "2025-W23", "2025-W23-3"."""
    days = from_timex(found[0][:8].upper())
    if days and days.earliest and (number := found["d"]):
        day = plus(days.earliest, int(number) - 1)
        return dated(*found.span(), "day", day, "a day of an ISO week, written out")
    return dated(*found.span(), "week", days.earliest, "an ISO week, written out") if days else None


def iso_month(found: Match, context: Context) -> Draft | None:
    """ "2025-06"; but 2003-06 is a run of years."""
    if int(found["mm"]) > int(found["year"]) % 100:
        return None
    return dated(
        *found.span(), "month", date(int(found["year"]), int(found["mm"]), 1), "a month, written out"
    )


def numeric_date(found: Match, context: Context) -> Draft | None:
    """ "13/06/2025", "6.13.2025", "10/14/99": the order by what is possible, else by the document or the policy."""
    a, b, year = int(found["a"]), int(found["b"]), full_year(found["y"])
    if (
        not (1 <= a <= 31 and 1 <= b <= 31)
        or context.before(found.start(), 1).isalnum()
        or (a > 12 and b > 12)
        or (found["sep"] != "/" and len(found["y"]) == 2 and not LED.search(context.before(found.start(), 8)))
    ):
        return None
    if a > 12 or b > 12:
        order, why = ("DMY" if a > 12 else "MDY"), "the only order that gives a date"
    elif found["sep"] == ".":
        order, why = "DMY", "as figures with full stops are written"
    else:
        order, why = context.day_order()
    later = [_is_future(year, *month_day_, context) for month_day_ in ((a, b), (b, a))]
    readings = {"DMY": (b, a, "day first"), "MDY": (a, b, "month first")}
    month, day, how = readings.pop(order or ("DMY" if later == [True, False] else "MDY"))
    draft = a_day(*found.span(), year, month, day, f"{how}, {why}")
    if not order and a != b:
        month, day, how = readings.popitem()[1]
        other = a_day(*found.span(), year, month, day, how)
        draft.alternatives = (Reading(other.value, other.earliest, other.latest, 0.5, other.why),)
    return draft


# "8.6.25" is a version, a section or an address unless a word leads to a day.
LED = lazily(r"\b(?:on|dated|of)\s$", re.IGNORECASE)


def _is_future(year: int, month: int, day: int, context: Context) -> bool:
    real = real_date(year, month, day)
    return bool(real and context.published and real > context.published)


RULES: list[Rule] = [
    rule(
        "iso_date",
        r"<year>[-/]<monthnumber>[-/](?P<dd>\d{1,2})"
        r"(?:[T ](?P<hh>[01]\d|2[0-3]):(?P<mm>[0-5]\d)(?::\d\d(?:[.]\d{1,9})?)?"
        r"(?P<zone>Z| ?GMT| ?UTC|[+-]\d\d:?\d\d)?)?",
        iso_date,
        TIED_YEAR,
    ),
    rule(
        "dotted_date",
        r"<year>[.] ?<monthnumber>[.] ?(?P<dd>0?[1-9]|[12]\d|3[01])(?![.]?\d)",
        dotted,
        TIED_YEAR,
    ),
    rule(
        "two_days_in_figures",
        r"(?P<first>\d{1,2})(?P<sep>[./])?(?:(?P<first_month>(?<=[./])\d{1,2})(?P=sep)?)? ?[-–] ?"
        r"(?P<dd>\d{1,2})(?P<dot>[./])(?P<mm>\d{1,2})(?P=dot)(?P<y>(?:19|20)\d\d)",
        two_days,
        TIED_FIGURE,
    ),
    rule(
        "month_in_figures", r"(?P<mm>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)(?!/)", month_in_figures, TIED_FIGURE
    ),
    rule("iso_week", r"<year>-W(?:0[1-9]|[1-4]\d|5[0-3])(?:-(?P<d>[1-7]))?", iso_week, TIED_YEAR),
    rule("iso_month", r"<year>-(?P<mm>0[1-9]|1[0-2])(?![-–/.]\d)", iso_month, TIED_YEAR),
    rule(
        "numeric_date",
        r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)",
        numeric_date,
        TIED_FIGURE,
    ),
]
