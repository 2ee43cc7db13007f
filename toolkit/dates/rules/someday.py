"""A day that is not told, in a month or year that is: "one April morning in 2009", "a wet Tuesday in May 1998", "that
October night in 1997". Its days are those of the month, the season or the year."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.interval import part, season
from toolkit.dates.lazy import lazily
from toolkit.dates.names import no_year
from toolkit.dates.notation import LONG_MONTHS, SEASON_CODES
from toolkit.dates.rules.relative import explain
from toolkit.dates.rules.yearless import year_near
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]

NOT_TOLD = "of which the day is not told"


def month_of_year(found: Match, context: Context) -> Draft | None:
    """ "one April morning in 2009", "that October night in 1997"."""
    if not found["month"][0].isupper() or no_year(context.text, *found.span("year")):
        return None
    month, year = meaning("month", found["month"]), int(found["year"])
    why = f"{LONG_MONTHS[month - 1]} {year}, {NOT_TOLD}"
    return dated(*found.span(), "month", date(year, month, 1), why)


def season_of_year(found: Match, context: Context) -> Draft | None:
    """ "a summer night in 1969", "one spring day of 1945"."""
    if found["season"][0].isupper() or no_year(context.text, *found.span("year")):
        return None
    name, year = meaning("season", found["season"]), int(found["year"])
    days = season(name, year, context.policy.hemisphere)
    if days is None:
        return None
    value = f"{year:04d}-{SEASON_CODES[name]}"
    draft = Draft(*found.span(), "DATE", value, "", *part(days, "season", ""), "season")
    return explain(draft, f"the {name} of {year}, {NOT_TOLD}")


def weekday_of_month(found: Match, context: Context) -> Draft | None:
    """ "a Tuesday in May 2001", "one wet Sunday in late June": some such day of the month."""
    if not (found["weekday"][0].isupper() and found["month"][0].isupper() and _indefinite(found, context)):
        return None
    month, mod = meaning("month", found["month"]), meaning("mod", found["mod"]) if found["mod"] else ""
    if found["year"]:
        year, why, anchor = int(found["year"]), NOT_TOLD, None
    else:
        near, why, anchor = year_near(context, month, None, *found.span())
        if near is None or not 1 <= near <= 9999:
            return Draft(*found.span(), value=f"XXXX-{month:02d}", mod=mod, grain="month", why=why)
        year = near
    return explain(dated(*found.span(), "month", date(year, month, 1), "", anchor, mod), why)


def weekday_of_year(found: Match, context: Context) -> Draft | None:
    """ "a Friday in 1997", "one Sunday morning of 2001"."""
    if not found["weekday"][0].isupper() or not _indefinite(found, context):
        return None
    if no_year(context.text, *found.span("year")):
        return None
    return dated(
        *found.span(), "year", date(int(found["year"]), 1, 1), f"the year {found['year']}, {NOT_TOLD}"
    )


def _indefinite(found: Match, context: Context) -> bool:
    return bool(found["some"]) or SOME_BEFORE.search(context.before(found.start(), 30)) is not None


SOME_BEFORE = lazily(r"\b(?:an?|one|some|that|another)(?: [a-z-]+){0,2} $", re.IGNORECASE)
SOME = r"(?:(?P<some>an?|one|some|that|another) )?"
TIME = r"(?:morning|afternoon|evening|night|day|dawn|dusk|midnight|noon|weekend|week|Sunday|Monday|Saturday|Friday)"
RULES: list[Rule] = [
    rule("time_of_month", rf"{SOME}<month> {TIME},? (?:in|of) (?:the year )?<year>", month_of_year, "month"),
    rule(
        "time_of_season",
        rf"(?:the )?{SOME}<season> (?:{TIME}|months?|weeks|days),? (?:in|of) (?:the year )?<year>",
        season_of_year,
        "season",
    ),
    rule(
        "weekday_of_month",
        rf"{SOME}<weekday>(?: <daypart>)?,? (?:in|of) (?:<mod> ?-?)?<month>(?:,? (?:of )?<year>)?(?! ?\d)",
        weekday_of_month,
        "weekday",
    ),
    rule("weekday_of_year", rf"{SOME}<weekday>(?: <daypart>)? (?:in|of) <year>", weekday_of_year, "weekday"),
]
