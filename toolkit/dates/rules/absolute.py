"""Days by the name of their month: "13 June 2025", "June 13", "Friday, June 13", "March 3 and 4"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.amounts import round_count
from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.interval import plus, real_date, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import LONG_MONTHS, say, timex
from toolkit.dates.rules.relative import explain
from toolkit.dates.rules.shared import UNTIL
from toolkit.dates.rules.yearless import year_by_word, year_near, year_of
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning, ordinal

Match = re.Match[str]


def full_year(digits: str) -> int:
    """A year in four figures, or in two with the century that news means.

    >>> full_year("2025"), full_year("’98"), full_year("07")
    (2025, 1998, 2007)
    """
    digits = re.sub(r"\D", "", digits)
    if len(digits) > 2:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def figure(word: str) -> int:
    """
    >>> figure("21st"), figure("eighth")
    (21, 8)
    """
    digits = re.sub(r"\D", "", word)
    return int(digits) if digits else ordinal(word)


def a_day(
    start: int, end: int, year: int | None, month: int, day: int, why: str, anchor: date | None = None
) -> Draft:
    """A draft for a day; one that the calendar does not have stays as it was written and is named impossible."""
    if year is None:
        value = f"XXXX-{month:02d}-{day:02d}"
        return Draft(
            start, end, value=value, grain="day", why=f"{day} {LONG_MONTHS[month - 1]}; {why}", anchor=anchor
        )
    real = real_date(year, month, day)
    if real is None:
        value = f"{year:04d}-{month:02d}-{day:02d}"
        why = f"impossible: {LONG_MONTHS[month - 1]} {year} has no day {day}"
        return Draft(start, end, value=value, grain="day", why=why, rule="impossible_date")
    return dated(start, end, "day", real, f"{say(real)}: {why or 'written out'}", anchor)


def month_day(found: Match, context: Context) -> Draft | None:
    """ "June 13", "13 June 2025", "Friday, June 13", "June 1 of last year"."""
    if not found["month"][0].isupper():
        return None
    groups = found.groupdict()
    if found.end() == found.end("month") and STREET.match(context.text, found.end()):
        return None
    month, day = meaning("month", found["month"]), figure(found["day"])
    start, end = found.span()
    if groups.get("year") and round_count(context.text, *found.span("year")):
        return None  # "On June 5, 2000 people marched"
    if groups.get("year"):
        draft = a_day(start, end, year_told(found, context), month, day, "")
    else:
        year, why, anchor = year_near(context, month, day, start, end)
        if anchor and groups.get("which"):
            year, why = (
                year_by_word(found["which"], month, day, anchor),
                f"counted from {context.anchor()[1]}",
            )
        elif anchor and groups.get("of"):
            year, why = year_of(found["of"], start, found.end(), anchor, context)
        elif (month, day) == (2, 29) and year and context.policy.anchor == "published":
            year = _leap_year(year, context.direction(start, end)[0])
        draft = a_day(start, end, year, month, day, why, anchor)
    if part := groups.get("part"):
        draft.type, draft.value = "TIME", f"{draft.value}T{meaning('daypart', part)}"
    weekday = groups.get("weekday")
    if weekday and draft.earliest and draft.earliest.weekday() != meaning("weekday", weekday):
        if "\n" in context.text[found.end("weekday") : found.end()]:
            return None  # a headline that ends with its weekday, run into the line of the date
        draft.why += f"; the text calls it {weekday}, but the calendar says {say(draft.earliest).split()[0]}"
    return draft


def year_told(found: Match, context: Context) -> int:
    """The year of a day or month with its year; that of two figures ('39) is no later one where the clause looks back,
    and none far ahead where it looks nowhere."""
    figures, now = re.sub(r"\D", "", found["year"]), context.published
    year = full_year(figures)
    if len(figures) > 2 or now is None or year <= now.year:
        return year
    way = context.direction(*found.span())[0]
    return year - 100 if way == "back" or (way != "ahead" and year > now.year + FAR) else year


FAR = 5  # years


def _leap_year(year: int, way: str) -> int:
    """The year that has a 29 February nearest to a year; on one side of it where the clause looks there."""
    near = [each for each in range(max(1, year - 8), min(year + 9, 10_000)) if real_date(each, 2, 29)]
    sided = [each for each in near if (each >= year if way == "ahead" else each <= year)] if way else near
    return min(sided, key=lambda each: abs(each - year), default=year)


def daypart_of_day(found: Match, context: Context) -> Draft | None:
    """ "the night of June 7", "the morning of 8 June 2025", "overnight on May 5"."""
    draft = month_day(found, context)
    if draft and draft.earliest:
        draft.type, draft.value = "TIME", f"{draft.value}T{meaning('daypart', found['daypart'])}"
        if (second := found["second"]) and figure(second) == draft.earliest.day + 1:
            draft.latest = plus(draft.earliest, 1)
            draft.why = draft.why.replace(
                say(draft.earliest), f"{say(draft.earliest)} to {say(draft.latest)}", 1
            )
    return draft


def week_of_day(found: Match, context: Context) -> Draft | None:
    """ "the week of June 2"."""
    draft = month_day(found, context)
    if draft and draft.earliest:
        draft.value, draft.grain = timex("week", draft.earliest, context.policy.week_start), "week"
        draft.earliest, draft.latest = unit("week", draft.earliest, context.policy.week_start)
        return explain(draft, f"the week that holds {draft.why.replace(': ', ', ', 1)}")
    return draft


def weekend_of_day(found: Match, context: Context) -> Draft | None:
    """ "the weekend of June 7", "the weekend of 7 and 8 June"."""
    draft = month_day(found, context)
    if draft and draft.earliest:
        first, last = unit("weekend", draft.earliest)
        draft.value, draft.grain, draft.earliest, draft.latest = (
            timex("weekend", first),
            "weekend",
            first,
            last,
        )
        return explain(draft, f"the weekend that holds or follows {draft.why.replace(': ', ', ', 1)}")
    return draft


STREET = lazily(
    r" (?:Street|St\b\.?|Road|Rd|Avenue|Lane|Square|Close|Terrace|Drive|Crescent|Gardens)"
)  # "12 May Street"
# "Sunday morning, 7 June": the part of the day stands with the weekday.
BESIDE_DAY = r"(?: (?P<part>morning|afternoon|evening|night))?"
WEEKDAY = rf"(?:<weekday>{BESIDE_DAY},? (?:the )?|the )?"
TWO_DIGITS = r"\d{1,2}"
WITH_YEAR = r"(?:(?:,? |,? (?:of|in) )<year>)?"
OF_YEAR = r"(?:,? (?:of )?(?:the )?<of:which> year)?"
NO_COUNT = r"(?!\d|:\d|\.\d(?!\d{0,2}(?-i: [A-Z]))|,\d\d\d)"  # "June 3.5 The" ends with the number of a note
# "On 16 May the first ship sailed", "in June the 3rd Army crossed": the ordinal behind the month is no day of it.
BARE_MONTH = r"(?:(?<!\d\s)(?<!\d(?:st|nd|rd|th)\s)<month>)"
# "In June the first ship sailed": with an article it is a day only where no noun follows.
A_DAY = (
    r"(?=[a-z-]+(?:[.,;:)]|\s*$|,? [12]\d\d\d\b| (?:of|at|in|on|and|but|or|the|an?|he|she|they|it|we|his|her|"
    r"their|that|which|this|there|where|until|by|as|was|were|is|are|had|has|when|after|before|with|to|for|from)\b))"
)
NO_NAME = r"(?!(?-i: [A-Z]))"
DAYPART = r"(?:the )?(?:early |late )?<daypart>(?: hours)? (?:of|on) (?:<weekday>,? )?(?:the )?"
ORDINAL_DAY = r"(?P<day>(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
ORDINAL_DAY += r"tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)"
RULES: list[Rule] = [
    rule(
        "month_day_year",
        rf"(?:<weekday>{BESIDE_DAY},? )?<month>,? (?:the )?<day>(?:,? |,? (?:of|in) )<year>",
        month_day,
        "month",
        "weekday",
    ),
    rule(
        "day_month_year",
        rf"{WEEKDAY}<day>(?: of|-)? ?<month>(?:,? |-)(?:(?:of|in) )?<year>",
        month_day,
        "month",
        "weekday",
    ),
    rule(
        "month_day",
        rf"(?:<weekday>{BESIDE_DAY},? )?(?:<which> )?{BARE_MONTH}(?:,? | the )<day>{NO_COUNT}{OF_YEAR}",
        month_day,
        "month",
        "weekday",
    ),
    rule(
        "month_day_in_words",
        rf"(?:<weekday>,? )?{BARE_MONTH} (?:the {A_DAY})?{ORDINAL_DAY}{NO_NAME}(?:,? <year>)?",
        month_day,
        "month",
        "weekday",
    ),
    rule(
        "day_month_short_year",
        r"<day> (?P<month>(?-i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?) (?P<year>[4-9]\d)(?=[.,;)]|\s*$)",
        month_day,
        "month",
    ),
    rule("day_month", rf"{WEEKDAY}<day>(?: of)? <month>{OF_YEAR}", month_day, "month", "weekday"),
    rule("day_month_in_full", rf"(?:the |this )?<day> day of <month>{WITH_YEAR}", month_day, "day"),
    rule(
        "day_month_in_full_words",
        rf"(?:the |this )?{ORDINAL_DAY} day of <month>{WITH_YEAR}",
        month_day,
        "day",
    ),
    rule(
        "daypart_of_month_day",
        rf"{DAYPART}<month>,? <day>(?:{UNTIL}<second:day>{NO_COUNT})?{WITH_YEAR}",
        daypart_of_day,
        "daypart",
    ),
    rule(
        "daypart_of_day_month",
        rf"{DAYPART}<day>(?:{UNTIL}<second:day>)?(?: of)? <month>{WITH_YEAR}",
        daypart_of_day,
        "daypart",
    ),
    rule(
        "weekend_of_month_day",
        rf"the weekend of <month> <day>(?:{UNTIL}{TWO_DIGITS})?{WITH_YEAR}",
        weekend_of_day,
        "weekend",
    ),
    rule(
        "weekend_of_day_month",
        rf"the weekend of <day>(?:{UNTIL}{TWO_DIGITS})? <month>{WITH_YEAR}",
        weekend_of_day,
        "weekend",
    ),
]
