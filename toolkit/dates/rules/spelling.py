"""Days in rarer spellings: "the eighth of June", "08-Jun-25", "2014, Feb 17", "Wed Oct 26 15:50:06 2016"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.interval import nearest, plus, shift
from toolkit.dates.lazy import lazily
from toolkit.dates.names import COUNTED_THINGS, FALSE_MONTHS, no_year
from toolkit.dates.notation import LONG_DAYS, LONG_MONTHS, from_timex, say
from toolkit.dates.rules.absolute import (
    NO_COUNT,
    OF_YEAR,
    ORDINAL_DAY,
    WEEKDAY,
    WITH_YEAR,
    a_day,
    figure,
    month_day,
    week_of_day,
)
from toolkit.dates.rules.yearless import year_near
from toolkit.dates.triggers import TIED_YEAR, YEAR, Rule, rule
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


def year_first(found: Match, context: Context) -> Draft | None:
    """ "2014, Feb 17", "2014 March 5", "2019-Aug-01", "1998, 3 June"."""
    if "\n" in found[0] or no_year(context.text, *found.span("year")):
        return None
    return month_day(found, context)


def month_of_year(found: Match, context: Context) -> Draft | None:
    """ "2014 March", "the 1975 Nov. offensive": a month behind its year, where no name or verb is written so."""
    if not found["month"][0].isupper() or "\n" in found[0] or no_year(context.text, *found.span("year")):
        return None
    month, year = meaning("month", found["month"]), int(found["year"])
    if found["month"].lower() in FALSE_MONTHS and not (
        THE_BEFORE.search(context.before(found.start(), 6)) and NOUN_AFTER.match(context.text, found.end())
    ):
        return None
    return dated(*found.span(), "month", date(year, month, 1), f"{LONG_MONTHS[month - 1]} {year}")


THE_BEFORE = lazily(r"\b(?:the|in|of|from) $", re.IGNORECASE)
NOUN_AFTER = lazily(
    r"[.,;:)]|\s*$| (?!(?:had|has|is|was|were|would|could|can|did|will|on|to|for|against|through|[a-z]+ed)\b)[a-z]"
)


def day_stop_month(found: Match, context: Context) -> Draft | None:
    """ "on 26. October 2014", as Germans write; not "She is 26. October 2014 was hot"."""
    return month_day(found, context) if LED.search(context.before(found.start(), 12)) else None


LED = lazily(
    r"(?:\b(?:on|the|from|to|until|till|by|since|of|dated|and)\s|day,? |[(,–-] ?|^|\n)$", re.IGNORECASE
)


def stamp(found: Match, context: Context) -> Draft | None:
    """ "Wed Oct 26 15:50:06 2016", "Oct 26 15:50 UTC 2016": the day and the time as machines write them."""
    draft = month_day(found, context)
    if draft and draft.earliest:
        zulu = "Z" if (found["zone"] or "").strip() in ("Z", "GMT", "UTC") else ""
        draft.type, draft.value = "TIME", f"{draft.value}T{found['hh']}:{found['mm']}{zulu}"
    return draft


def weekday_the_nth(found: Match, context: Context) -> Draft | None:
    """ "Friday the 24th", "on Tuesday, the 3rd": the nearest day of that number which is that weekday."""
    anchor, name = context.anchor()
    weekday, day = meaning("weekday", found["weekday"]), figure(found["nth"])
    if not found["weekday"][0].isupper() or (found["weekday"] == "Friday" and day == 13 and not found["on"]):
        return None  # the thirteenth is a film and a fear
    start = found.start("weekday")
    if anchor is None:
        why = f"a {LONG_DAYS[weekday]}, the {day} of a month, counted from {name}"
        return Draft(start, found.end(), value=f"XXXX-XX-{day:02d}", grain="day", why=why)
    ways = {"ahead": (1,), "back": (-1,)}.get(context.direction(start, found.end())[0], (-1, 1))
    for weeks in range(WEEKS_AROUND):
        for way in ways:
            real = nearest(weekday, plus(anchor, 7 * weeks * way), way)
            if real and real.day == day:
                return dated(
                    start, found.end(), "day", real, f"{say(real)}: the one nearest to {name}", anchor
                )
    return None


def week_by_number(found: Match, context: Context) -> Draft | None:
    """ "Week 23 of 2020": the ISO week."""
    days = from_timex(f"{found['year']}-W{int(found['n']):02d}")
    return dated(*found.span(), "week", days.earliest, "an ISO week, written out") if days else None


def eve_of_day(found: Match, context: Context) -> Draft | None:
    """ "the eve of 9 May": the day before."""
    draft = month_day(found, context)
    if draft is None or draft.earliest is None:
        return draft
    day = plus(draft.earliest, -1)
    return dated(*found.span(), "day", day, f"{say(day)}: the day before {draft.why}", draft.anchor)


def no_day(found: Match, context: Context) -> Draft | None:
    """ "the 32nd of May", which no calendar has."""
    if not found["month"][0].isupper():
        return None
    month = meaning("month", found["month"])
    year = int(found["year"]) if found["year"] else year_near(context, month, None, *found.span())[0]
    return a_day(*found.span(), year or 1, month, figure(found["day"]), "")


WEEKS_AROUND = 60
WEEK = r"(?:the )?week (?:of|beginning|starting|commencing|from)(?: on)?"
TIME = r"(?P<hh>[01]\d|2[0-3]):(?P<mm>[0-5]\d)(?::[0-5]\d(?:[.]\d{1,9})?)?"
STAMP_ZONE = r"(?P<zone> (?:[A-Z]{3,4}|[+-]\d\d:?\d\d))?"
NO_YEAR = r"(?!,? (?:of )?(?:1[0-9]|20|21)\d\d)"
NO_THINGS = rf"{NO_COUNT}(?! (?:{COUNTED_THINGS})\b)"
RULES: list[Rule] = [
    rule(
        "year_month_day",
        rf"<year>(?:,? |[-/.])<month>(?: |[-/.])(?:the )?<day>{NO_THINGS}{NO_YEAR}",
        year_first,
        *(YEAR, TIED_YEAR),
    ),
    rule("year_day_month", rf"<year>,? (?:the )?<day>(?: of)? <month>{NO_YEAR}", year_first, YEAR),
    rule(
        "stamp",
        rf"(?:<weekday>,? )?<month> {{1,2}}<day>,? {TIME}{STAMP_ZONE} <year>",
        stamp,
        "month",
        "weekday",
    ),
    rule("month_tied", r"<month>[-/.]<day>[-/.]<year>", month_day, "month"),
    rule("day_stop_month", r"<day>\. ?<month>,? <year>", day_stop_month, "month"),
    rule("month_behind_year", rf"<year> <month>{NO_YEAR}(?! ?\d| of\b)", month_of_year, YEAR),
    rule(
        "weekday_the_nth",
        r"(?P<on>on )?<weekday>(?: <daypart>)?,? (?:the )?(?P<nth>\d{1,2}(?:st|nd|rd|th))(?! of\b|(?-i: [A-Z]))",
        weekday_the_nth,
        "weekday",
    ),
    rule(
        "words_of_month",
        rf"{WEEKDAY}{ORDINAL_DAY} of <month>(?:,? <year>|{OF_YEAR})",
        month_day,
        *("month", "weekday"),
    ),
    rule(
        "week_of_day", rf"{WEEK} (?:<weekday>,? )?<month>,? <day>{NO_COUNT}{WITH_YEAR}", week_of_day, "week"
    ),
    rule("week_of_the_day", rf"{WEEK} {WEEKDAY}<day>(?: of)? <month>{WITH_YEAR}", week_of_day, "week"),
    rule("iso_week", r"week (?P<n>[1-9]|[1-4]\d|5[0-3])(?: of|,) <year>", week_by_number, "week"),
    rule("eve_of_day", rf"(?:the )?eve of {WEEKDAY}<day>(?: of)? <month>{WITH_YEAR}", eve_of_day, "eve"),
    rule("eve_of_the_day", rf"(?:the )?eve of <month> <day>{NO_COUNT}{WITH_YEAR}", eve_of_day, "eve"),
    rule(
        "no_day",
        r"(?:the )?(?P<day>(?:3[2-9]|[4-9]\d)(?:st|nd|rd|th)) of <month>(?:,? <year>)?",
        no_day,
        "month",
    ),
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
