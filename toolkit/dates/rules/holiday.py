"""Named days: "Christmas", "last Thanksgiving", "Easter Sunday", "New Year's Day 2024"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.engine import Rule, rule
from toolkit.dates.interval import DAY, unit
from toolkit.dates.notation import say
from toolkit.dates.vocabulary import meaning, ordinal

Match = re.Match[str]


def easter(year: int) -> date:
    """Western Easter Sunday.

    >>> easter(2025)
    datetime.date(2025, 4, 20)
    """
    from dateutil.easter import easter as computed

    day: date = computed(year)
    return day


def weekday_of_month(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month, counted from its end when negative.

    >>> weekday_of_month(2025, 5, 0, -1)
    datetime.date(2025, 5, 26)
    """
    first, last = unit("month", date(year, month, 1))
    if nth < 0:
        return last - DAY * ((last.weekday() - weekday) % 7)
    return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def holiday_date(told: str, year: int) -> date:
    """The day of a holiday in a year, from the notation of the vocabulary.

    >>> holiday_date("12-25", 2025), holiday_date("easter-2", 2025)
    (datetime.date(2025, 12, 25), datetime.date(2025, 4, 18))
    >>> holiday_date("fourth thursday of november", 1998), holiday_date("tuesday after first monday of november", 1998)
    (datetime.date(1998, 11, 26), datetime.date(1998, 11, 3))
    """
    if told.startswith("easter"):
        return easter(year) + DAY * int(told[6:] or 0)
    if told[0].isdigit():
        return date(year, *map(int, told.split("-")))
    *after, nth, weekday, _, month = told.split()
    count = -1 if nth == "last" else ordinal(nth)
    day = weekday_of_month(year, meaning("month", month), meaning("weekday", weekday), count)
    return day + DAY if after else day


TREATY_AFTER = re.compile(r" (?:Agreement|Accords?|Carol|Island)\b")


def holiday(found: Match, context: Context) -> Draft | None:
    """ "Christmas", "Easter Sunday", "last Thanksgiving", "New Year's Day 2024"."""
    if not found["holiday"][0].isupper() or TREATY_AFTER.match(context.text, found.end()):
        return None
    rule_text = meaning("holiday", found["holiday"])
    start, end = found.span()
    anchor, name = context.anchor()
    if found["year"]:
        day = holiday_date(rule_text, int(found["year"]))
        why = "written with its year"
    elif anchor:
        years = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if 1 < year < 9999]
        days = [holiday_date(rule_text, year) for year in years]
        step = meaning("which", found["which"]) if found["which"] else 0
        ahead = step > 0 or (step == 0 and context.looks_ahead(start, end))
        past, future = [d for d in days if d <= anchor], [d for d in days if d >= anchor]
        near = min(days, key=lambda d: abs(d - anchor))
        day = future[0] if ahead and future else past[-1] if step < 0 and past else near
        why = f"the {'next' if ahead else 'last' if step < 0 else 'nearest'} one to {name}"
    else:
        return Draft(start, end, "DATE", "XXXX-XX-XX", grain="day", why=f"{found['holiday']}: {name}")
    return dated(start, end, "day", day, f"{say(day)}: {why}", anchor)


RULES: list[Rule] = [rule("holiday", r"(?:<which> )?<holiday>(?:,? <year>)?", holiday, "holiday")]
