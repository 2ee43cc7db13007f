"""Calendar arithmetic on civil days: the unit that holds a day, steps from unit to unit, hulls and overlaps.

Weeks are ISO weeks unless another first day is given; seasons are meteorological (summer is June to August in the
north); quarters and halves are those of the calendar year; decades and centuries are counted as journalists count them
(the 1980s are 1980 to 1989, the 20th century is 1900 to 1999).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from toolkit.model import Interval

Days = tuple[date, date]

DAY = timedelta(days=1)
TWO_PARTS = {"START-MID": "START", "MID-END": "END"}  # "early to mid June", and what TIMEX3 can say of it
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7}


def month_end(year: int, month: int) -> date:
    """
    >>> month_end(2024, 2)
    datetime.date(2024, 2, 29)
    """
    return date(year, month, monthrange(year, month)[1])


def real_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day.

    >>> real_date(2025, 2, 29) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def plus(day: date, days: int) -> date:
    """A day so many days on, held at the ends of the calendar (1 January of year 1, 31 December 9999).

    >>> plus(date(9999, 12, 30), 5)
    datetime.date(9999, 12, 31)
    """
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


@lru_cache(maxsize=4096)
def unit(grain: str, day: date, week_start: int = 0) -> Days:
    """The first and the last day of the week, month, quarter, ... that holds a day.

    >>> unit("quarter", date(2025, 8, 27))
    (datetime.date(2025, 7, 1), datetime.date(2025, 9, 30))
    >>> unit("weekend", date(2025, 6, 13))
    (datetime.date(2025, 6, 14), datetime.date(2025, 6, 15))
    """
    year = day.year
    if grain == "day":
        return day, day
    if grain == "week":
        first = plus(day, -((day.weekday() - week_start) % 7))
        return first, plus(first, 6)
    if grain == "weekend":
        saturday = plus(day, 5 - day.weekday())
        return saturday, plus(saturday, 1)
    if grain == "month":
        return day.replace(day=1), month_end(year, day.month)
    if grain == "quarter":
        month = (day.month - 1) // 3 * 3 + 1
        return date(year, month, 1), month_end(year, month + 2)
    if grain == "half":
        month = 1 if day.month < 7 else 7
        return date(year, month, 1), month_end(year, month + 5)
    size = {"year": 1, "decade": 10, "century": 100}[grain]
    first_year = max(year // size * size, 1)
    return date(first_year, 1, 1), date(min(year // size * size + size - 1, 9999), 12, 31)


def shift(grain: str, day: date, count: int) -> date | None:
    """The day that lies `count` units later (earlier when negative); a month's end stays within the month.

    None where the calendar ends.

    >>> shift("month", date(2025, 3, 31), -1)
    datetime.date(2025, 2, 28)
    >>> shift("century", date(2025, 1, 1), 90) is None
    True
    """
    try:
        if grain in DAYS_IN:
            return day + timedelta(days=DAYS_IN[grain] * count)
        months = day.year * 12 + day.month - 1 + MONTHS_IN[grain] * count
        year, month = divmod(months, 12)
        last = day.day if day.day < 29 else min(day.day, monthrange(year, month + 1)[1])
        return date(year, month + 1, last)
    except (ValueError, OverflowError):
        return None


def season(name: str, year: int, hemisphere: str = "north") -> Days | None:
    """The days of the season that begins in a year.

    >>> season("winter", 2024)
    (datetime.date(2024, 12, 1), datetime.date(2025, 2, 28))
    >>> season("summer", 2024, "south")
    (datetime.date(2024, 12, 1), datetime.date(2025, 2, 28))
    """
    month = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[name]
    if hemisphere == "south":
        month = (month + 5) % 12 + 1
    if not 1 <= year <= 9998:
        return None
    last = (year, month + 2) if month < 11 else (year + 1, month - 10)
    return date(year, month, 1), month_end(*last)


def part(days: Days, grain: str, mod: str) -> Days:
    """The early (START), middle (MID) or late (END) part: of a month days 1-10, 11-20, 21 to the
    end; of a year thirds; of a decade its years 0-3, 4-6, 7-9 (of a century likewise by tens); else thirds of its days.

    >>> part(unit("month", date(2025, 6, 8)), "month", "START")
    (datetime.date(2025, 6, 1), datetime.date(2025, 6, 10))
    >>> part(unit("year", date(2025, 6, 8)), "year", "END")
    (datetime.date(2025, 9, 1), datetime.date(2025, 12, 31))
    >>> part(unit("decade", date(1985, 1, 1)), "decade", "END")
    (datetime.date(1987, 1, 1), datetime.date(1989, 12, 31))
    """
    first, last = days
    if mod in TWO_PARTS:
        begin, end = (part(days, grain, each) for each in mod.split("-"))
        return begin[0], end[1]
    if mod not in ("START", "MID", "END"):
        return days
    if grain in ("decade", "century"):
        size = 1 if grain == "decade" else 10
        starts = [first, *(first.replace(year=first.year + years * size) for years in (4, 7))]
    elif grain == "month":
        starts = [first, first.replace(day=11), first.replace(day=21)]
    elif grain in ("year", "half") and first.day == 1:
        months = 4 if grain == "year" else 2
        starts = [
            first,
            first.replace(month=first.month + months),
            first.replace(month=first.month + 2 * months),
        ]
    else:
        length = (last - first).days + 1
        starts = [first, plus(first, -(-length // 3)), plus(first, -(-2 * length // 3))]
    ends = [starts[1] - DAY, starts[2] - DAY, last]
    index = ("START", "MID", "END").index(mod)
    return starts[index], max(starts[index], ends[index])


def nearest(weekday: int, day: date, direction: int) -> date | None:
    """The weekday (Monday is 0) on or nearest before (direction -1) or after (1) a day.

    >>> nearest(6, date(2025, 6, 13), -1)
    datetime.date(2025, 6, 8)
    """
    gap = (weekday - day.weekday()) % 7 if direction > 0 else -((day.weekday() - weekday) % 7)
    return shift("day", day, gap)


def hull(*intervals: Interval) -> Interval:
    """The smallest interval that covers all of them; a side that is open in one of them stays open.

    >>> hull(Interval(date(2025, 6, 7), date(2025, 6, 7)), Interval(date(2025, 6, 9), None)).latest is None
    True
    """
    earliest = [i.earliest for i in intervals]
    latest = [i.latest for i in intervals]
    grains = {i.grain for i in intervals}
    return Interval(
        None if None in earliest else min(d for d in earliest if d),
        None if None in latest else max(d for d in latest if d),
        grains.pop() if len(grains) == 1 else "day",
    )


def intersect(a: Interval, b: Interval) -> Interval | None:
    """The days that two intervals share, or None; open sides count as unbounded.

    >>> intersect(Interval(None, date(2025, 6, 8)), Interval(date(2025, 6, 7), date(2025, 6, 30)))
    Interval(earliest=datetime.date(2025, 6, 7), latest=datetime.date(2025, 6, 8), grain='day')
    """
    earliest = max((d for d in (a.earliest, b.earliest) if d), default=None)
    latest = min((d for d in (a.latest, b.latest) if d), default=None)
    if earliest and latest and earliest > latest:
        return None
    return Interval(earliest, latest, a.grain)
