"""TIMEX3 values and EDTF out of intervals, and back.

TIMEX3 follows ISO-TimeML as TimeBank writes it (``2025-06``, ``2025-W23``, ``2025-W23-WE``, ``2025-Q2``, ``2025-SU``,
``198`` for the 1980s); EDTF follows ISO 8601-2 as the Library of Congress profiles it (``2025-06``, ``198X``,
``2025-06-07/2025-06-08``, ``2025-06-08/..``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from toolkit.dates.interval import month_end, part, plus, season, unit
from toolkit.dates.lazy import lazily
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


@lru_cache(maxsize=4096)
def timex(grain: str, day: date, week_start: int = 0) -> str:
    """The TIMEX3 value of the unit that holds a day. A week that begins on another day than Monday has the number of
    the ISO week in which its middle lies.

    >>> [timex(grain, date(2025, 6, 8)) for grain in ("day", "week", "weekend", "month", "quarter", "year", "decade")]
    ['2025-06-08', '2025-W23', '2025-W23-WE', '2025-06', '2025-Q2', '2025', '202']
    """
    if grain == "day":
        return day.isoformat()
    if grain in ("week", "weekend"):
        day = plus(unit("week", day, week_start)[0], 3) if grain == "week" else day
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


@lru_cache(maxsize=4096)
def edtf(earliest: date | None, latest: date | None, grain: str = "day", mod: str = "") -> str:
    """EDTF with exactly these bounds; empty where both are missing. What is told as APPROX is marked with "~".

    >>> edtf(date(2025, 6, 1), date(2025, 6, 30)), edtf(date(1980, 1, 1), date(1989, 12, 31))
    ('2025-06', '198X')
    >>> edtf(date(2025, 6, 1), date(2025, 8, 31), "season"), edtf(None, date(2025, 6, 8))
    ('2025-22', '../2025-06-08')
    >>> edtf(date(2022, 1, 1), date(2022, 12, 31), "year", "APPROX")
    '2022~'
    """
    exact = _exact(earliest, latest, grain)
    return re.sub(r"(?<=\w)(?=/|$)", "~", exact) if mod == "APPROX" else exact


def _exact(earliest: date | None, latest: date | None, grain: str) -> str:
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


def from_timex(value: str, mod: str = "", week_start: int = 0, hemisphere: str = "north") -> Interval | None:
    """The interval that a TIMEX3 value of a DATE or TIME names, or None where it names no days that the calendar has.

    `mod` START, MID and END give the part, BEFORE and AFTER open a side. Weeks and seasons lie where `week_start` and
    `hemisphere` put them (see `Policy`). A time of day is that day.

    >>> from_timex("2025-W23-WE")
    Interval(earliest=datetime.date(2025, 6, 7), latest=datetime.date(2025, 6, 8), grain='weekend')
    >>> from_timex("2025-06", "START").latest, from_timex("2025-06-08T22:10").grain
    (datetime.date(2025, 6, 10), 'day')
    >>> from_timex("PRESENT_REF") is None, from_timex("2025-02-30") is None
    (True, True)
    """
    found = VALUE.fullmatch(value)
    if not found:
        return None
    grain = found.lastgroup or ""
    try:
        first = FIRST_DAYS[grain](found)
    except ValueError:
        return None
    if grain == "season":
        days = season(SEASON_NAMES[found[grain][-2:]], first.year, hemisphere)
    else:
        days = unit(grain, first, week_start)
    if days is None:
        return None
    earliest, latest = part(days, grain, mod)
    return Interval(None if mod == "BEFORE" else earliest, None if mod == "AFTER" else latest, grain)


VALUE = lazily(
    r"(?:(?P<day>\d{4}-\d\d-\d\d)|(?P<weekend>\d{4}-W\d\d-WE)|(?P<week>\d{4}-W\d\d)|(?P<month>\d{4}-\d\d)|"
    r"(?P<quarter>\d{4}-Q[1-4])|(?P<half>\d{4}-H[12])|(?P<season>\d{4}-(?:SP|SU|FA|WI))|(?P<year>\d{4})|"
    r"(?P<decade>\d{3})|(?P<century>\d\d))(?:T.*)?",
    re.ASCII,
)


def _months_on(found: re.Match[str], months: int) -> date:
    return date(int(found[0][:4]), (int(found[0][6]) - 1) * months + 1, 1)


FIRST_DAYS: dict[str, Callable[[re.Match[str]], date]] = {
    "day": lambda found: date.fromisoformat(found["day"]),
    "week": lambda found: date.fromisocalendar(int(found[0][:4]), int(found[0][6:8]), 4),
    "weekend": lambda found: date.fromisocalendar(int(found[0][:4]), int(found[0][6:8]), 1),
    "month": lambda found: date(int(found[0][:4]), int(found[0][5:7]), 1),
    "quarter": lambda found: _months_on(found, 3),
    "half": lambda found: _months_on(found, 6),
    "season": lambda found: date(int(found[0][:4]), 1, 1),
    "year": lambda found: date(int(found["year"]), 1, 1),
    "decade": lambda found: date(max(int(found["decade"]) * 10, 1), 1, 1),
    "century": lambda found: date(max(int(found["century"]) * 100, 1), 1, 1),
}


def edtf_before_christ(value: str) -> str:
    """EDTF of a TIMEX3 value before Christ, counted as astronomers do (1 BC is the year 0); empty for other values.

    >>> [edtf_before_christ(value) for value in ("BC0480", "BC0480-09", "BC0481-FA", "BC0481-WI", "BC047", "0480")]
    ['-0479', '-0479-09', '-0480-23', '-0480-12/-0479-02', '-0478/-0469', '']
    """
    found = BEFORE_CHRIST.fullmatch(value)
    if not found:
        return ""
    if len(found[1]) < 4:
        size = 10 ** (4 - len(found[1]))
        last = int(found[1]) * size
        return f"{_astronomical(last + size - 1)}/{_astronomical(max(last, 1))}"
    year, rest = int(found[1]), found[2]
    if rest == "WI":
        return f"{_astronomical(year)}-12/{_astronomical(year - 1)}-02"
    return "-".join(
        filter(None, (_astronomical(year), str(EDTF_SEASONS.get(SEASON_NAMES.get(rest, ""), rest or ""))))
    )


BEFORE_CHRIST = lazily(r"BC(\d{2,4})(?:-(SP|SU|FA|WI|\d\d(?:-\d\d)?))?", re.ASCII)


def _astronomical(year: int) -> str:
    return f"{'-' if year > 1 else ''}{abs(year - 1):04d}"


@lru_cache(maxsize=4096)
def say(day: date) -> str:
    """A day as the explanations write it.

    >>> say(date(2025, 6, 13))
    'Friday 13 June 2025'
    """
    return f"{LONG_DAYS[day.weekday()]} {day.day} {LONG_MONTHS[day.month - 1]} {day.year}"


def as_said(words: str) -> str:
    """The words of a text as the explanations repeat them: small, but for weekdays and months.

    >>> as_said("The  Tuesday after next")
    'the Tuesday after next'
    """
    names = {*LONG_DAYS, *LONG_MONTHS}
    said = (word.lower() for word in words.split())
    return " ".join(word.capitalize() if word.capitalize() in names else word for word in said)
