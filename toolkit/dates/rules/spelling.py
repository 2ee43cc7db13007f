"""Days in rarer spellings: "the eighth of June", "08-Jun-25", "the 30th of last month"."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft
from toolkit.dates.engine import Rule, rule
from toolkit.dates.interval import shift
from toolkit.dates.rules.absolute import OF_YEAR, ORDINAL_DAY, WEEKDAY, a_day, figure, month_day
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]


def of_which_month(found: Match, context: Context) -> Draft | None:
    """ "the 30th of last month", "the first of next month"."""
    anchor, name = context.anchor()
    month = shift("month", anchor.replace(day=1), meaning("which", found["which"])) if anchor else None
    if month is None:
        return None
    day = figure(found["nth"] or found["day"])
    return a_day(*found.span(), month.year, month.month, day, f"counted from {name}", anchor)


RULES: list[Rule] = [
    rule("words_of_month", rf"{WEEKDAY}{ORDINAL_DAY} of <month>(?:,? <year>|{OF_YEAR})", month_day, "month"),
    rule(
        "day_month_tied",
        r"(?P<day>0?[1-9]|[12]\d|3[01])(?P<sep>[-/])<month>(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)",
        month_day,
        "month",
    ),
    rule("day_month_short_year", rf"{WEEKDAY}<day>(?: of)? <month>,? '(?P<year>\d\d)", month_day, "month"),
    rule("month_day_short_year", r"<month> <day>,? '(?P<year>\d\d)", month_day, "month"),
    rule(
        "day_of_which_month",
        rf"the (?:(?P<nth>\d{{1,2}}(?:st|nd|rd|th))|{ORDINAL_DAY}) of <which> month",
        of_which_month,
        "month",
        "st",
        "nd",
        "rd",
        "th",
    ),
]
