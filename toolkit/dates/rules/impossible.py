"""Dates that no calendar has: "32 March 2024", "2024-13-01", "1 January 0000". They stay as they are written and are
named impossible; a part of them alone would be another day."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import LONG_MONTHS
from toolkit.dates.rules.absolute import figure
from toolkit.dates.triggers import TIED_YEAR, Rule, rule
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]


def no_month(found: Match, context: Context) -> Draft | None:
    """ "2024-13-01"; but 1998-99-00 is a run of years."""
    year, month, day = int(found["year"]), int(found["mm"]), int(found["dd"])
    if 1 <= month <= 12 or month == (year + 1) % 100:
        return None
    return _draft(found, f"{year:04d}-{month:02d}-{day:02d}", f"a year has no month {month}")


def no_day(found: Match, context: Context) -> Draft | None:
    """ "32 March 2024", where it begins or a word of time leads to it: "of 45 June 2024 arrests" counts."""
    if found.string[found.start()].isdigit() and not LED.search(context.before(found.start(), 12)):
        return None
    year, month, day = int(found["year"]), meaning("month", found["month"]), figure(found["dd"])
    return _draft(found, f"{year:04d}-{month:02d}-{day:02d}", f"{LONG_MONTHS[month - 1]} has no day {day}")


def no_year(found: Match, context: Context) -> Draft | None:
    """ "1 January 0000", "31 December 9999": what programs write where they know no day."""
    if not found["month"][0].isupper():
        return None
    year, month, day = int(found["yyyy"]), meaning("month", found["month"]), figure(found["day"])
    return _draft(found, f"{year:04d}-{month:02d}-{day:02d}", f"nothing is told of a year {found['yyyy']}")


def _draft(found: Match, value: str, why: str) -> Draft:
    return Draft(*found.span(), value=value, grain="day", why=f"impossible: {why}", rule="impossible_date")


LED = lazily(r"(?:^|\n|[(\[“\"]|\b(?:on|since|until|till|from|by|dated|before|after)\s)$", re.IGNORECASE)
NO_DAY = r"(?P<dd>00?|3[2-9]|[4-9]\d)(?:st|nd|rd|th)?"
NO_YEAR = r"(?P<yyyy>0000|[3-9]\d{3}|[1-9]\d{4,5})(?=\s*(?:[.;:!?)\]”\"\n]|,\s|$))(?![.,:]\d)"
RULES: list[Rule] = [
    rule("no_month", r"<year>-(?P<mm>\d\d)-(?P<dd>\d\d)(?![-\d])", no_month, TIED_YEAR),
    rule("no_day_month_year", rf"{NO_DAY} <month>,? <year>", no_day, "month"),
    rule("month_no_day_year", rf"<month> {NO_DAY}, <year>", no_day, "month"),
    rule("day_month_no_year", rf"<day> <month>,? {NO_YEAR}", no_year, "month"),
    rule("month_day_no_year", rf"<month> <day>,? {NO_YEAR}", no_year, "month"),
]
