"""Several days of one month: "March 3 and 4", "3-4 March 2025", "August 24, 25 and 26", "24, 25 and 26 August"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.lazy import lazily
from toolkit.dates.names import COUNTED_THINGS
from toolkit.dates.notation import LONG_MONTHS
from toolkit.dates.rules.absolute import NO_COUNT, ORDINAL_DAY, WITH_YEAR, a_day, figure, full_year
from toolkit.dates.rules.shared import UNTIL, tied
from toolkit.dates.rules.yearless import year_near, year_of
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning, ordinal

Match = re.Match[str]

DAY = lazily(r"\d+(?:st|nd|rd|th)?")
TH = ("st", "nd", "rd", "th")


def day_range(found: Match, context: Context) -> list[Draft] | None:
    """ "March 3 and 4", "3-4 March 2025", "from April 9 to 12": two expressions tied by one range."""
    return _days(found, context, [found.span("day"), found.span("second")])


def day_list(found: Match, context: Context) -> list[Draft] | None:
    """ "August 24, 25 and 26": as many expressions, tied by one range."""
    begin = found.start("day")
    return _days(
        found, context, [day.span() for day in DAY.finditer(context.text, begin, found.end("second"))]
    )


def _days(found: Match, context: Context, spans: list[tuple[int, int]]) -> list[Draft] | None:
    if not found["month"][0].isupper():
        return None
    start, end = found.span()
    month, days = meaning("month", found["month"]), [figure(context.text[slice(*span)]) for span in spans]
    if days != sorted(set(days)):
        return None
    spans = [(begin - 4 * (context.before(begin, 4).lower() == "the "), close) for begin, close in spans]
    year, why, anchor = full_year(found["year"]) if found["year"] else None, "", None
    if (which := found.groupdict().get("which")) and (now := context.anchor()[0]):
        (year, why), anchor = year_of(which, start, end, now, context), now
    elif year is None:
        year, why, anchor = year_near(context, month, days[0], start, end)
    if found.start("month") < found.start("day"):
        spans = [(start, spans[0][1]), *spans[1:-1], (spans[-1][0], end)]
    elif found.end("month") < found.start("second"):
        spans = [(spans[0][0], max(found.end("month"), found.end("year"))), (spans[-1][0], end)]
    else:
        spans = [*spans[:-1], (spans[-1][0], end)]
    first, name = days[0], LONG_MONTHS[month - 1]
    drafts = [
        a_day(*span, year, month, day, why.replace(f"{first} {name}", f"{day} {name}"), anchor)
        for span, day in zip(spans, days, strict=True)
    ]
    return tied(found, drafts)


def day_range_on(found: Match, context: Context) -> list[Draft] | None:
    """ "from December 3, 2019 to February 4", "3 March 2018 – 12 May": the second day is the next one of its name."""
    if not (found["month"][0].isupper() and found["second"][0].isupper()):
        return None
    year = full_year(found["year"])
    days = [
        (meaning("month", found[month]), figure(found[day]))
        for month, day in (("month", "day"), ("second", "last"))
    ]
    drafts = [
        a_day(found.start(), found.end("year"), year, *days[0], ""),
        a_day(
            min(found.start("second"), found.start("last")),
            found.end(),
            year + (days[1] < days[0]),
            *days[1],
            "the next one from the begin of the range on",
        ),
    ]
    return tied(found, drafts)


def centuries(found: Match, context: Context) -> list[Draft] | None:
    """ "the 16th and 17th centuries": two expressions, tied."""
    nths = [ordinal(found["ordinal"]), ordinal(found["second"])]
    if not 1 < nths[0] < nths[1] < 30:
        return None
    spans = [(found.start(), found.end("ordinal")), (found.start("second"), found.end())]
    firsts = [nth * 100 - 100 for nth in nths]
    drafts = [
        dated(*span, "century", date(first, 1, 1), f"the years from {first} to {first + 99}")
        for span, first in zip(spans, firsts, strict=True)
    ]
    return tied(found, drafts)


def quarters(found: Match, context: Context) -> list[Draft] | None:
    """ "the first and second quarters of 2021", "the second and third quarters of last year": two expressions, tied."""
    nths = [ordinal(found["ordinal"]), ordinal(found["second"])]
    year, why, anchor = int(found["year"] or 0), "written out", None
    if (which := found["which"]) and (anchor := context.anchor()[0]):
        year, why = year_of(which, *found.span(), anchor, context)
    if not 0 < nths[0] < nths[1] <= 4 or not 1 <= year <= 9999:
        return None
    spans = [(found.start(), found.end("ordinal")), (found.start("second"), found.end())]
    drafts = [
        dated(*span, "quarter", date(year, 3 * nth - 2, 1), f"quarter {nth} of {year}, {why}", anchor)
        for span, nth in zip(spans, nths, strict=True)
    ]
    return tied(found, drafts)


LIST = (
    r"(?:the )?<day>(?:, (?:the )?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?){1,9},? (?:and|or|to) (?:on )?(?:the )?"
    r"<second:day>"
)
OF_WHICH = r"(?:,? (?:of )?(?:the )?<which> year)?"
NO_YEAR = r"(?!,? (?:of )?(?:1[0-9]|20|21)\d\d)"
NO_THINGS = rf"{NO_COUNT}(?! (?:{COUNTED_THINGS})\b)"
RULES: list[Rule] = [
    rule(
        "day_range_month_first",
        rf"<month> (?:the )?<day>{UNTIL}<second:day>{NO_COUNT}{WITH_YEAR}",
        day_range,
        "month",
    ),
    rule(
        "day_range_day_first",
        rf"(?:the )?<day>{UNTIL}<second:day>(?: of)? <month>{OF_WHICH}{WITH_YEAR}",
        day_range,
        "month",
    ),
    rule(
        "day_range_in_words",
        rf"(?:the )?{ORDINAL_DAY}{UNTIL}{ORDINAL_DAY.replace('day', 'second', 1)} of <month>{WITH_YEAR}",
        day_range,
        "month",
    ),
    rule(
        "day_range_month_told_first",
        rf"(?:the )?<day>(?: of)? <month>(?:,? <year>)?(?:{UNTIL})(?P<second>\d{{1,2}}(?:st|nd|rd|th))"
        r"(?! (?:of\b|[A-Z][a-z]+))",
        day_range,
        "month",
    ),
    rule(
        "day_range_on_month_first",
        rf"<month> <day>,? <year>{UNTIL}<second:month> <last:day>{NO_COUNT}{NO_YEAR}",
        day_range_on,
        "month",
    ),
    rule(
        "day_range_on_day_first",
        rf"(?:the )?<day>(?: of)? <month>,? <year>{UNTIL}<last:day>(?: of)? <second:month>{NO_YEAR}",
        day_range_on,
        "month",
    ),
    rule(
        "centuries",
        r"(?:the )?(?:(?:early|late|mid)[- ])?<ordinal>(?: (?:and|or|to|through) |[-–])(?:the )?"
        r"(?:(?:early|late|mid)[- ])?<second:ordinal>[- ]centuries",
        centuries,
        "centuries",
    ),
    rule(
        "quarters_listed",
        r"(?:the )?<ordinal> (?:and|or|to|through) (?:the )?<second:ordinal> quarters,? (?:of|in) "
        r"(?:the )?(?:<year>|<which> year)",
        quarters,
        "quarters",
    ),
    rule("day_list_month_first", rf"<month> {LIST}{NO_THINGS}{WITH_YEAR}", day_list, "month"),
    rule("day_list_day_first", rf"{LIST}(?: of)? <month>{OF_WHICH}{WITH_YEAR}", day_list, "month", *TH),
]
