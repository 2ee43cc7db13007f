"""One written date to one civil day, or a refusal that says why: nothing is guessed.

ISO dates, dates in numbers and dates with English months are read here, those of other languages and calendars by
`written`; what is left by dateparser, asked for single expressions with day, month and year, in each language by
itself, so that a month name that means different months in two languages (*listopada*) is refused. No clock and no
time zone is read: the day is the one written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from toolkit.corpus.publication.calendars import WORD, fold, particles, weekday
from toolkit.corpus.publication.written import scan
from toolkit.dates.notation import LONG_DAYS, LONG_MONTHS

NO_DATE = frozenset(
    {"", "unknown", "none", "null", "nan", "nat", "n/a", "na", "n.d.", "undated", "no date", "-", "?"}
)
ADVICE = "write YYYY-MM-DD or leave it empty"
_LONGEST = 80
# From the first newspapers on: 0202 is a slip, 9999 what a database writes for "never".
_YEARS = range(1600, 2200)

_ISO = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
    r"(?:(?:[Tt]|\s+)(?:[01]?[0-9]|2[0-4]):?[0-5][0-9](?::?[0-5][0-9](?:[.,][0-9]+)?)?"
    r"\s*(?:[Zz]|UTC|GMT|[+-][0-9]{2}:?(?:[0-9]{2})?)?)?"
)
_ISO_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})-([1-7])")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([./])\s?([0-9]{1,2})\2\s?([0-9]{1,2})\.?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([./-])\s?([0-9]{1,2})\2\s?([0-9]{4})")
_SHORT_YEAR = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{2})")
_SHORT_NAMED = re.compile(r"([0-9]{1,2})([ -])([A-Za-z]{3})\2([0-9]{2})")
_STAMP = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})T?[0-9]{6}Z?")
_SECONDS = re.compile(r"([1-9][0-9]{8,9})(?:\.[0-9]+)?|([1-9][0-9]{11,12})")
_SERIAL = re.compile(r"([2-6][0-9]{4})(?:\.[0-9]+)?")
_FIRST_SERIAL = date(1899, 12, 30)  # Excel counts 29 February 1900, which never was
_CENTURY = 69  # POSIX: from 69 on, two figures are a year of the 1900s
_TIME = re.compile(
    r"(?:[,;|·–—-]|\bat|\bum|\bà|\bkl\.?|\bв|\bо|\balle)?\s*"
    r"(?<![0-9./-])\b(?:[01]?[0-9]|2[0-4])[:h][0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?(?![0-9])"
    r"(?:\s*[ap]\.?m\b\.?)?(?:\s*\(?(?:UTC|GMT|[ECMPB][SD]?T|CES?T|EES?T|MSK|МСК|Uhr|Z)\b\)?)?(?:\s*[+-][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)

_ZONE = re.compile(r"\b(?:UTC|GMT|Z)(?:[+-][0-9]{2}:?[0-9]{2})?\b|\([^()]{1,40}\)")

_MONTH_NUMBER = {name.lower(): number for number, name in enumerate(LONG_MONTHS, 1)}
_MONTH_NUMBER |= {name[:3]: number for name, number in _MONTH_NUMBER.items()} | {"sept": 9}
_WEEKDAY_NUMBER = {
    name.lower()[:length]: number for number, name in enumerate(LONG_DAYS) for length in (3, 4, 5, len(name))
}
_WORD_MONTH = r"([A-Za-z]{3,9})\.?"
_NUMBER_DAY = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_ENGLISH = (
    (
        re.compile(
            rf"(?:([A-Za-z]{{3,9}})\.?,?\s+)?{_NUMBER_DAY}(?:\s+of)?[\s-]+{_WORD_MONTH},?[\s-]+([0-9]{{4}})"
        ),
        "dmy",
    ),
    (re.compile(rf"(?:([A-Za-z]{{3,9}})\.?,?\s+)?{_WORD_MONTH}\s+{_NUMBER_DAY},?\s+([0-9]{{4}})"), "mdy"),
)

_MONTH_MARK = re.compile("[月월]|tháng", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}")

_LANGUAGES = (
    "en", "uk", "ru", "be", "pl", "cs", "sk", "sl", "hr", "sr", "mk", "bg", "ro", "hu", "lt", "lv", "et",
    "fi", "sv", "da", "nb", "nl", "de", "fr", "es", "pt", "it", "ca", "el", "tr", "az", "ka", "hy", "he",
    "ar", "fa", "hi", "zh", "ja", "ko", "vi", "id",
)  # fmt: skip


def parse_published(value: str, order: str = "") -> date | None:
    """The civil day that a written publication date names; None where it says that none is known.

    Reads ISO days and times (the day as written, no shift of zone), numbers that leave no choice, and any
    date of which dateparser is certain; `order` (dmy or mdy) is that of the numbers in its table. Raises ValueError,
    with the reason, for everything else: impossible days, a day or year that is missing, two possible orders, relative
    words.

    >>> parse_published("2025-06-13T23:30:00-04:00")
    datetime.date(2025, 6, 13)
    >>> parse_published("unknown") is None
    True
    >>> parse_published("03/04/2025")
    Traceback (most recent call last):
    ...
    ValueError: '03/04/2025' may be 3 April or 4 March 2025: write YYYY-MM-DD or leave it empty
    """
    text = " ".join(value.split())
    if text.lower() in NO_DATE:
        return None
    if len(text) > _LONGEST:
        raise _refusal(text[:40] + "…", "is too long for a date")
    return _parse(text, order)


def day_order(values: Iterable[str]) -> str:
    """The order of day and month, dmy or mdy, of the dates in a table, told by those that leave no choice; "" where
    none does, or where they differ.

    >>> day_order(["03/04/2025", "13/04/2025"]), day_order(["03/04/2025"]), day_order(["13/04/25", "04/13/25"])
    ('dmy', '', '')
    """
    found = set()
    for value in values:
        plain = _TIME.sub(" ", value).strip(" ,;|") if value[:1].isdigit() and len(value) <= _LONGEST else ""
        match = _YEAR_LAST.fullmatch(plain) or _SHORT_YEAR.fullmatch(plain)
        if match and max(int(match[1]), int(match[3])) > 12:
            found.add("dmy" if int(match[1]) > 12 else "mdy")
    return found.pop() if len(found) == 1 else ""


def counted(value: str) -> str:
    """The day (UTC, ISO) that a number in a table counts: seconds or milliseconds since 1970, or days of a spreadsheet
    since 1900; empty for everything else.

    >>> counted("1749801600"), counted("1749801600000"), counted("45821.5"), counted("20250613")
    ('2025-06-13', '2025-06-13', '2025-06-13', '')
    """
    if match := _SECONDS.fullmatch(value):
        seconds = int(match[1] or match[2]) // (1 if match[1] else 1000)
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    if match := _SERIAL.fullmatch(value):
        return (_FIRST_SERIAL + timedelta(int(match[1]))).isoformat()
    return ""


@lru_cache(maxsize=4096)
def _parse(text: str, order: str) -> date:
    for pattern in (_ISO, _COMPACT, _STAMP):
        if match := pattern.fullmatch(text):
            return _day(text, int(match[1]), int(match[2]), int(match[3]))
    if match := _ISO_WEEK.fullmatch(text):
        return _day(text, int(match[1]), int(match[2]), int(match[3]), date.fromisocalendar)
    plain = _TIME.sub(" ", text).strip(" ,;|")
    if match := _YEAR_FIRST.fullmatch(plain):
        return _day(text, int(match[1]), int(match[3]), int(match[4]))
    if match := _YEAR_LAST.fullmatch(plain):
        return _year_last(text, int(match[1]), int(match[3]), int(match[4]), match[2], order)
    if (match := _SHORT_YEAR.fullmatch(plain)) and order:
        return _year_last(text, int(match[1]), int(match[3]), _century(match[4]), match[2], order)
    if (match := _SHORT_NAMED.fullmatch(plain)) and (month := _MONTH_NUMBER.get(match[3].lower())):
        return _day(text, _century(match[4]), month, int(match[1]))
    for pattern, order in _ENGLISH:
        if (match := pattern.fullmatch(plain)) and (found := _english(text, match, order)):
            return found
    return _written(text) or _foreign(text, plain)


def _written(text: str) -> date | None:
    """The one day of a text that holds nothing else but its weekday, a time and a zone, in whatever language."""
    found = scan(text)
    if len(found) != 1 or not found[0].day:
        return None
    rest = fold(_ZONE.sub(" ", _TIME.sub(" ", text[: found[0].start] + " " + text[found[0].end :])))
    words = WORD.findall(rest)
    named = all(weekday(word) is not None or word in particles() for word in words)
    return found[0].day if named and not any(map(str.isdigit, rest)) else None


def _century(year: str) -> int:
    return int(year) + (1900 if int(year) >= _CENTURY else 2000)


def _year_last(text: str, first: int, second: int, year: int, separator: str, order: str) -> date:
    # With dots every locale that has such dates puts the day first; with slashes and hyphens both are in use.
    if separator == "." or second == first or first > 12 or (order == "dmy" and second <= 12):
        return _day(text, year, second, first)
    if second > 12 or order == "mdy":
        return _day(text, year, first, second)
    if not first or not second:
        raise _refusal(text, "names no day of the calendar")
    one, other = LONG_MONTHS[second - 1], LONG_MONTHS[first - 1]
    raise _refusal(text, f"may be {first} {one} or {second} {other} {year}")


def _english(text: str, match: re.Match[str], order: str) -> date | None:
    weekday, day, month, year = match.groups() if order == "dmy" else (match[1], match[3], match[2], match[4])
    number = _MONTH_NUMBER.get(month.lower())
    if number is None or (weekday and weekday.lower() not in _WEEKDAY_NUMBER):
        return None
    return _same_weekday(text, _day(text, int(year), number, int(day)))


def _foreign(text: str, plain: str) -> date:
    numbers = [int(number) for number in re.findall(r"\d+", plain)]
    years = [int(number) for number in re.findall(r"(?<!\d)\d{4}(?!\d)", plain)]
    if not numbers or not any(character.isalpha() for character in plain):
        raise _refusal(text, "is no date")
    if not years:
        raise _refusal(text, "is no date with day, month and a year of four digits")
    # Whatever else stands there would not be accounted for, and so many languages are slow to ask.
    readable = len(numbers) == (3 if _MONTH_MARK.search(plain) else 2)
    found = (
        {day for day in _readings(plain) if day.year in years and day.day in numbers} if readable else set()
    )
    if len(found) > 1:
        choice = " or ".join(day.isoformat() for day in sorted(found))
        raise _refusal(text, f"means different days in different languages ({choice})")
    if not found or not _accounted(plain, numbers, *found):
        raise _refusal(text, "is no date that can be read with certainty")
    return _same_weekday(text, _day(text, *found.pop().timetuple()[:3]))


def _accounted(plain: str, numbers: list[int], day: date) -> bool:
    """Whether the words hold a day, a year, a month that can only be the month, and no other number."""
    rest = list(numbers)
    for part in (day.year, day.day):
        if part in rest:
            rest.remove(part)
    return rest == [day.month] if _MONTH_MARK.search(plain) else not rest and bool(_WORD.search(plain))


def _readings(plain: str) -> set[date]:
    found = set()
    for parser in _parsers():
        try:
            data = parser.get_date_data(plain)
        except Exception:  # whatever dateparser stumbles on is no date that it reads with certainty
            continue
        if data.date_obj is not None:
            found.add(data.date_obj.date())
    return found


@lru_cache(maxsize=1)
def _parsers() -> tuple[Any, ...]:
    from dateparser.date import DateDataParser

    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
        "DATE_ORDER": "DMY",
        "PREFER_LOCALE_DATE_ORDER": False,
        "TIMEZONE": "UTC",
        "RELATIVE_BASE": datetime(2000, 1, 1),
    }
    return tuple(DateDataParser(languages=[language], settings=settings) for language in _LANGUAGES)


def _day(text: str, year: int, month: int, day: int, make: Callable[[int, int, int], date] = date) -> date:
    try:
        found = make(year, month, day)
    except ValueError as error:
        raise _refusal(text, "names no day of the calendar") from error
    if year not in _YEARS:
        raise _refusal(text, f"has the year {year}, in which no newspaper came out")
    return found


def _same_weekday(text: str, day: date) -> date:
    for word in re.findall(r"[a-z]+", text.lower()):
        number = _WEEKDAY_NUMBER.get(word)
        if number is not None and number != day.weekday():
            raise _refusal(text, f"contradicts itself: {day.isoformat()} was a {LONG_DAYS[day.weekday()]}")
    return day


def _refusal(text: str, reason: str) -> ValueError:
    return ValueError(f"{text!r} {reason}: {ADVICE}")
