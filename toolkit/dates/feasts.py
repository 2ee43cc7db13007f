"""The days of a holiday in a year, by the note that the vocabulary gives with its name.

A note is one day, or two with "to" between them, each with a number of days to add:

    12-25, 1944-06-06            a day of every year, a day of one year
    fourth thursday of november  a weekday of a month, or the "last" one
    easter-2, orthodox+49        counted from Easter Sunday, western or orthodox
    islamic.eid_al_fitr          a feast of a moon calendar, by the `holidays` package
    country.Independence Day     a public holiday of a country, by the same package

After "|" stands what holds in no country or one without such a day. The package is imported for the notes that need
it and no others: fixed days and weekdays of a month cost nothing.
"""

from __future__ import annotations

import tomllib
import warnings
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from toolkit.dates.interval import DAY, Days, plus, real_date, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.vocabulary import meaning, ordinal

NOTE = lazily(r"(.*?)([+-]\d+)?")
FIXED = lazily(r"(?:(\d{4})-)?(\d\d)-(\d\d)")
EASTERS = {"easter": 3, "orthodox": 2}  # the methods of dateutil
CALENDARS: dict[str, tuple[str, tuple[str, ...]]] = {
    "islamic": ("_IslamicLunar", ()),
    "hebrew": ("_HebrewLunisolar", ()),
    "hindu": ("_HinduLunisolar", ()),
    "buddhist": ("_BuddhistLunisolar", ()),
    "chinese": ("_ChineseLunisolar", ()),
    "vietnamese": ("_ChineseLunisolar", ("VIETNAMESE_CALENDAR",)),
    "persian": ("_Persian", ()),
}


@lru_cache(maxsize=1024)
def spans(note: str, year: int, country: str = "") -> tuple[Days, ...]:
    """The first and last days of the holidays of a note that begin in a year, in order; none where none is known.

    `country` is the code of the country whose public holidays are meant.

    >>> spans("easter-2", 2025)
    ((datetime.date(2025, 4, 18), datetime.date(2025, 4, 18)),)
    >>> spans("islamic.ramadan_beginning to islamic.eid_al_fitr-1", 2025)
    ((datetime.date(2025, 3, 1), datetime.date(2025, 3, 29)),)
    >>> spans("country.Independence Day | 07-04", 2025, "UA")
    ((datetime.date(2025, 8, 24), datetime.date(2025, 8, 24)),)
    """
    if "|" in note:
        national, plain = (side.strip() for side in note.split("|"))
        return (spans(national, year, country) if country else ()) or (spans(plain, year) if plain else ())
    begin, _, end = note.partition(" to ")
    begins = days(begin, year, country)
    if not end:
        return tuple((day, day) for day in begins)
    ends = [day for near in (year, year + 1) for day in days(end, near, country)]
    return tuple((day, last) for day in begins if (last := min((e for e in ends if e >= day), default=None)))


def days(note: str, year: int, country: str = "") -> list[date]:
    """The days of a note, without "to", in a year.

    >>> days("12-25", 2025), days("first monday of november+1", 1998), days("orthodox", 2025)
    ([datetime.date(2025, 12, 25)], [datetime.date(1998, 11, 3)], [datetime.date(2025, 4, 20)])
    """
    if not 1 <= year <= 9998:
        return []
    told = NOTE.fullmatch(note)
    fixed = FIXED.fullmatch(note)
    if fixed or not told:
        real = (
            real_date(year, int(fixed[2]), int(fixed[3]))
            if fixed and fixed[1] in (None, f"{year:04d}")
            else None
        )
        return [real] if real else []
    base, step = told[1], int(told[2] or 0)
    kind, _, name = base.partition(".")
    if base in EASTERS:
        found = list(_easter(year, EASTERS[base]))
    elif kind == "country":
        found = _public(country, name, year)
    elif kind in CALENDARS:
        found = _of_calendar(kind, name, year)
    else:
        nth, weekday, _, month = base.split()
        found = [weekday_of_month(year, meaning("month", month), meaning("weekday", weekday), nth)]
    return [plus(day, step) for day in found]


def weekday_of_month(year: int, month: int, weekday: int, nth: str) -> date:
    """The nth such weekday of a month, or the last one.

    >>> weekday_of_month(2025, 5, 0, "last")
    datetime.date(2025, 5, 26)
    """
    first, last = unit("month", date(year, month, 1))
    if nth == "last":
        return last - DAY * ((last.weekday() - weekday) % 7)
    return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (ordinal(nth) - 1))


def _easter(year: int, method: int) -> Iterator[date]:
    from dateutil.easter import easter

    if 1583 <= year <= 4099:
        yield easter(year, method)


def _of_calendar(kind: str, name: str, year: int) -> list[date]:
    calendar = _calendar(kind)
    look_up = getattr(calendar, f"{name}_date", None) or getattr(calendar, f"{name}_dates", None)
    if look_up is None:
        return []
    return sorted(day for day in _flat(look_up(year)) if day.year == year)


@cache
def _calendar(kind: str) -> Any:
    from holidays import calendars

    name, arguments = CALENDARS[kind]
    made = getattr(calendars, name, None)  # no public name: a release without it knows none of its feasts
    return made(*arguments) if made else None


def _flat(answer: Any) -> Iterator[date]:
    """The days in what a calendar answers: a day, none, several, or pairs with a mark of how sure they are."""
    if isinstance(answer, date):
        yield answer
    elif answer is not None and not isinstance(answer, bool):
        for each in answer:
            yield from _flat(each)


@lru_cache(maxsize=256)
def _holidays_of(country: str, year: int) -> dict[date, str]:
    import holidays

    kind = getattr(holidays, country)
    language = "en_US" if "en_US" in kind.supported_languages else None
    with warnings.catch_warnings():  # that some of its holidays are known for fewer years
        warnings.simplefilter("ignore")
        return dict(kind(years=year, observed=False, language=language, categories=kind.supported_categories))


def _public(country: str, name: str, year: int) -> list[date]:
    """The first day of the holiday that is called so, else of the one with the shortest name that holds these words."""
    wanted = name.split()
    named = [
        (len(each), day)
        for day, joined in _holidays_of(country, year).items()
        for each in joined.split("; ")
        if all(word in each for word in wanted)
    ]
    return [min(named)[1]] if named else []


@cache
def countries() -> dict[str, str]:
    """The names of countries, their peoples and adjectives, in lower case, and the codes that the package knows.

    >>> countries()["ukrainian"]
    'UA'
    """
    text = Path(__file__).with_name("vocabulary").joinpath("countries.toml").read_text(encoding="utf-8")
    return {name: code for code, names in tomllib.loads(text).items() for name in names}


@lru_cache(maxsize=4)
def main_country(text: str) -> str:
    """The country that a text names most often, empty where it names none.

    >>> main_country("Ukrainian officials met Poland's minister in Ukraine.")
    'UA'
    """
    counts: dict[str, int] = {}
    for word in COUNTRY_WORD.findall(text):
        if code := countries().get(word.lower()):
            counts[code] = counts.get(code, 0) + 1
    return max(counts, key=lambda code: counts[code], default="")


COUNTRY_WORD = lazily(r"(?:United|South|North|New|Saudi) [A-Z][a-z]+|U\.?S\.?(?![A-Za-z])|[A-Z][a-z]+")
