"""Names of months and weekdays in many languages, and calendars whose years are not those of the common era.

The names are dateparser's, and those of `names.toml` that it lacks. A name is looked up as `fold` leaves it: in small
letters, the letters of Arabic and Persian that are written in several ways in one of them.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

LANGUAGES = (
    "en", "uk", "ru", "be", "pl", "cs", "sk", "sl", "hr", "sr", "bs", "mk", "bg", "ro", "hu", "lt", "lv", "et",
    "fi", "sv", "da", "nb", "nl", "de", "fr", "es", "pt", "it", "ca", "gl", "eu", "el", "tr", "az", "ka", "hy", "he",
    "ar", "fa", "ur", "hi", "bn", "zh", "ja", "ko", "vi", "id", "ms", "th", "kk", "uz", "sq", "is",
)  # fmt: skip
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~\u00a0-\u00bf\u2000-\u200b\u200d-\u206f\u3000-\u303f\ue000-\uf8ff]+")
_TOO_SHORT = re.compile(r"[a-zà-ɏа-џ]{0,2}")  # "te" and "ar" are words before they are months
_SURE = 4  # letters: "min" is a Sunday in one language, and minutes in others
_LATER = 543  # years by which those of the Buddhist era are ahead
_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))  # of 33 solar years; holds from 1244 to 1472
_SOLAR_YEARS = range(1244, 1473)
_NOWRUZ = date(2025, 3, 21)  # of 1404

_DIGITS = {ord("٠") + n: str(n) for n in range(10)} | {ord("۰") + n: str(n) for n in range(10)}
_DIGITS |= {ord(zero) + n: str(n) for zero in "०০๐０" for n in range(10)}
_LETTERS = str.maketrans("أإآٱىيكۀةİı\u00a0\u202f\u2009\u200f\u200e", "اااای" + "یکههii     ")


class Month(NamedTuple):
    """What a name may mean: a number from 1 to 12 in the languages that have it so, and the calendar."""

    number: int
    languages: frozenset[str]
    solar: bool


def fold(text: str) -> str:
    """The text in small letters with digits of ASCII, as names are looked up; every character keeps its place.

    >>> fold("١ تشرين الأول ٢٠٢٠") == "1 تشرین الاول 2020"
    True
    """
    plain = text.translate(_DIGITS).translate(_LETTERS)
    small = plain.lower()
    if len(small) == len(plain):
        return small
    return "".join(low if len(low := each.lower()) == 1 else each for each in plain)


def key(name: str) -> str:
    """A name of one or two words, as the tables have it."""
    return " ".join(WORD.findall(fold(name))).replace("\u200c", "")


@lru_cache(maxsize=1)
def _extra() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def months() -> dict[str, tuple[Month, ...]]:
    """Every name of a month -> what it may mean, once for each number and calendar."""
    found: defaultdict[str, defaultdict[tuple[int, bool], set[str]]] = defaultdict(lambda: defaultdict(set))
    for language, number, name in _of_dateparser(_MONTHS):
        if not any(map(str.isdigit, name)):
            found[key(name)][number, False].add(language)
    for kind in ("gregorian", "solar"):
        for language, table in _extra()[kind].items():
            for number, names in enumerate(table, 1):
                for name in names:
                    found[key(name)][number, kind == "solar"].add(language)
    return {
        name: tuple(Month(number, frozenset(languages), solar) for (number, solar), languages in each.items())
        for name, each in found.items()
        if not _TOO_SHORT.fullmatch(name)
    }


@lru_cache(maxsize=1)
def _weekdays() -> dict[str, dict[int, frozenset[str]]]:
    found: defaultdict[str, defaultdict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for language, number, name in _of_dateparser(_DAYS):
        found[key(name)][number - 1].add(language)
    for language, table in _extra()["weekdays"].items():
        for number, names in enumerate(table):
            for name in names:
                found[key(name)][number].add(language)
    firsts = {name.split(" ")[0] for name in found if " " in name}  # "thứ hai"
    return {
        name: {number: frozenset(languages) for number, languages in each.items()}
        for name, each in found.items()
        if not _TOO_SHORT.fullmatch(name) and name not in months() and name not in firsts
    }


def weekday(word: str, language: str = "") -> int | None:
    """The weekday that a folded word names, 0 for Monday; of several that in this language, else in English.

    >>> weekday("tue"), weekday("mardi"), weekday("may")
    (1, 1, None)
    """
    meant = _weekdays().get(word.replace("\u200c", ""), {})
    for one in (language, "en"):
        if fitting := [number for number, languages in meant.items() if one in languages]:
            return fitting[0]
    return next(iter(meant)) if len(meant) == 1 and len(word) >= _SURE else None


@lru_cache(maxsize=1)
def particles() -> frozenset[str]:
    """The words that may stand between the parts of a date: "13 de junio de 2025"."""
    return frozenset(fold(_extra()["particles"]).split())


@lru_cache(maxsize=1)
def ordinals() -> frozenset[str]:
    """What may stand at the number of a day: "1er", "13th"."""
    return frozenset(_extra()["ordinals"].split())


@lru_cache(maxsize=1)
def day_first() -> frozenset[str]:
    """The languages in which 13.6.25 begins with the day."""
    return frozenset(_extra()["day_first"].split())


def era(name: str) -> int:
    """The year before the first of an era; 0 for the common one."""
    return int(_extra()["eras"].get(name, 0))


def _of_dateparser(keys: tuple[str, ...]) -> Iterator[tuple[str, int, str]]:
    from dateparser.languages.loader import default_loader

    for locale in default_loader.get_locales(languages=list(LANGUAGES)):
        for number, each in enumerate(keys, 1):
            for name in locale.info.get(each, []):
                for form in ("NFC", "NFD"):
                    yield locale.shortname, number, normalize(form, name)


def solar(year: int, month: int, day: int) -> date:
    """The day of the Persian calendar. Raises ValueError where there is none, or its year is too far off.

    >>> solar(1404, 3, 23)
    datetime.date(2025, 6, 13)
    """
    if year not in _SOLAR_YEARS or not 1 <= month <= 12:
        raise ValueError(f"{year}-{month}: no month of the Persian calendar that is read")
    leap = year % 33 in _LEAP
    length = 31 if month <= 6 else 30 if month <= 11 or leap else 29
    if not 1 <= day <= length:
        raise ValueError(f"{day}: the month has {length} days")
    first, last = sorted((year, 1404))
    between = sum(365 + (each % 33 in _LEAP) for each in range(first, last))
    start = _NOWRUZ + timedelta(between if year >= 1404 else -between)
    return start + timedelta(31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1)


def buddhist(year: int) -> int:
    """The year of the common era that a year of the Buddhist era is.

    >>> buddhist(2568)
    2025
    """
    return year - _LATER
