"""TIMEX3 values and EDTF out of intervals, and back.

TIMEX3 follows ISO-TimeML as TimeBank writes it (``2025-06``, ``2025-W23``, ``2025-W23-WE``, ``2025-Q2``, ``2025-SU``,
``198`` for the 1980s); EDTF follows ISO 8601-2 as the Library of Congress profiles it (``2025-06``, ``198X``,
``2025-06-07/2025-06-08``, ``2025-06-08/..``).
"""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.interval import month_end, season, unit
from toolkit.model import Interval

SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
SEASON_NAMES = {code: name for name, code in SEASON_CODES.items()}
EDTF_SEASONS = {"spring": 21, "summer": 22, "autumn": 23}
LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONG_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def timex(grain: str, day: date) -> str:
    """The TIMEX3 value of the unit that holds a day.

    >>> [timex(grain, date(2025, 6, 8)) for grain in ("day", "week", "weekend", "month", "quarter", "year", "decade")]
    ['2025-06-08', '2025-W23', '2025-W23-WE', '2025-06', '2025-Q2', '2025', '202']
    """
    if grain == "day":
        return day.isoformat()
    if grain in ("week", "weekend"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if grain == "weekend" else "")
    year_text = f"{day.year:04d}"
    endings = {
        "month": lambda: f"{year_text}-{day.month:02d}",
        "quarter": lambda: f"{year_text}-Q{(day.month + 2) // 3}",
        "half": lambda: f"{year_text}-H{1 if day.month < 7 else 2}",
        "year": lambda: year_text,
        "decade": lambda: year_text[:3],
        "century": lambda: year_text[:2],
    }
    return endings[grain]()


def edtf(earliest: date | None, latest: date | None, grain: str = "day") -> str:
    """EDTF with exactly these bounds; empty where both are missing.

    >>> edtf(date(2025, 6, 1), date(2025, 6, 30)), edtf(date(1980, 1, 1), date(1989, 12, 31))
    ('2025-06', '198X')
    >>> edtf(date(2025, 6, 1), date(2025, 8, 31), "season"), edtf(None, date(2025, 6, 8))
    ('2025-22', '../2025-06-08')
    """
    if earliest is None and latest is None:
        return ""
    if earliest is None or latest is None:
        return f"{earliest.isoformat() if earliest else '..'}/{latest.isoformat() if latest else '..'}"
    if earliest == latest:
        return earliest.isoformat()
    year = f"{earliest.year:04d}"
    if (earliest.day, latest) == (1, month_end(earliest.year, earliest.month)):
        return f"{year}-{earliest.month:02d}"
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        if earliest.year == latest.year:
            return year
        if earliest.year % 100 == 0 and latest.year == earliest.year + 99:
            return f"{year[:2]}XX"
        if earliest.year % 10 == 0 and latest.year == earliest.year + 9:
            return f"{year[:3]}X"
    if grain == "season":
        for name, code in EDTF_SEASONS.items():
            if season(name, earliest.year) == (earliest, latest):
                return f"{year}-{code}"
    return f"{earliest.isoformat()}/{latest.isoformat()}"


def from_timex(value: str) -> Interval | None:
    """The interval that a TIMEX3 DATE value names, or None where it names no days.

    >>> from_timex("2025-W23-WE")
    Interval(earliest=datetime.date(2025, 6, 7), latest=datetime.date(2025, 6, 8), grain='weekend')
    >>> from_timex("PRESENT_REF") is None
    True
    """
    value = value.partition("T")[0] if not value.startswith(("P", "F")) else value
    try:
        if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
            day = date(*map(int, found.groups()))
            return Interval(day, day, "day")
        if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
            grain = "weekend" if found[3] else "week"
            return Interval(*unit(grain, date.fromisocalendar(int(found[1]), int(found[2]), 1)), grain)
        if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
            return Interval(*unit("month", date(int(found[1]), int(found[2]), 1)), "month")
        if found := re.fullmatch(r"(\d{4})-([QH])([1-4])", value):
            grain, months = ("quarter", 3) if found[2] == "Q" else ("half", 6)
            return Interval(*unit(grain, date(int(found[1]), (int(found[3]) - 1) * months + 1, 1)), grain)
        if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
            days = season(SEASON_NAMES[found[2]], int(found[1]))
            return Interval(*days, "season") if days else None
        if found := re.fullmatch(r"\d{2,4}", value):
            grain = {2: "century", 3: "decade", 4: "year"}[len(value)]
            return Interval(*unit(grain, date(max(int(value.ljust(4, "0")), 1), 1, 1)), grain)
    except ValueError:
        return None
    return None


def say(day: date) -> str:
    """A day as the explanations write it.

    >>> say(date(2025, 6, 13))
    'Friday 13 June 2025'
    """
    return f"{LONG_DAYS[day.weekday()]} {day.day} {LONG_MONTHS[day.month - 1]} {day.year}"
