"""One thing that a page states about a day, and the reading of the values that machines write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import NamedTuple

from toolkit.corpus.publication.day import NO_DATE
from toolkit.corpus.publication.written import scan

PUBLISHED, CREATED, MODIFIED, DATE, OTHER = "published", "created", "modified", "date", "other"


class Context(NamedTuple):
    """What settles the order of numbers and the meaning of a month's name: the page's language, and its own order."""

    language: str = ""
    order: str = ""


NOTHING_KNOWN = Context()


class Statement(NamedTuple):
    """A day that a page states: what it is the day of, the day or why it names none, its words, where they stand."""

    meaning: str
    day: date | None
    words: str
    where: str
    problem: str = ""


YEARS = range(1700, 2101)
_NEVER = frozenset({date(1970, 1, 1), date(1900, 1, 1), date(1899, 12, 30)})
_EPOCH = re.compile(r"(?:/Date\()?(-?\d{9,10}|\d{12,13}|\d{16})(?:[.]\d+)?(?:[+-]\d{4})?(?:\)/)?")
_ISO = re.compile(r"([12]\d{3})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:[T_ -]?\d{4}(?:\d\d)?(?:\d{3})?(?:Z|[+-]\d{4})?)?")
_LONGEST = 100
_UTC = re.compile(r"\d[T ](\d\d):?\d\d(?::?\d\d(?:[.,]\d+)?)?\s?(?:Z|\+00:?00|GMT|UTC)$")


def value_of(value: object, context: Context = NOTHING_KNOWN) -> tuple[date | None, str]:
    """The day that a value of a tag or of JSON names, and why it names none; both empty where there is nothing.

    Days and times in ISO, of JavaScript and of mail, seconds and milliseconds since 1970 (in UTC), and dates in words.

    >>> value_of("Sat Nov 18 2017 15:21:41 GMT+0000 (Coordinated Universal Time)")
    (datetime.date(2017, 11, 18), '')
    >>> value_of(1677085210000)
    (datetime.date(2023, 2, 22), '')
    >>> value_of("03/04/2025")
    (None, 'may be 3 April or 4 March 2025')
    """
    text = " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""
    if not any(map(str.isdigit, text)) or text.lower() in NO_DATE or len(text) > _LONGEST:
        return None, ""
    if (day := _machine(text)) is not None:
        return (day, "") if day.year in YEARS and day not in _NEVER else (None, "")
    found = scan(text, *context)
    days = {each.day for each in found}
    if len(days) == 1 and (day := found[0].day):
        return (day, "") if day.year in YEARS and day not in _NEVER else (None, "")
    problem = next((each.problem for each in found if each.problem), "")
    return None, problem if len(days) == 1 else ""


def local_day(stated: Statement, near: Iterable[date]) -> Statement:
    """A statement in universal time with the day that the page has where it came out, if one of `near` is that day.

    >>> late = Statement(PUBLISHED, date(2025, 6, 14), "2025-06-14T02:30:00Z", "meta tag article:published_time")
    >>> local_day(late, [date(2025, 6, 13)]).day, local_day(late, [date(2025, 6, 15)]).day
    (datetime.date(2025, 6, 13), datetime.date(2025, 6, 14))
    """
    hour = _UTC.search(stated.words)
    if not stated.day or not hour:
        return stated
    # Nowhere is it more than 12 hours earlier than in universal time, or 14 later.
    for day in near:
        apart = (day - stated.day).days
        if (apart == -1 and int(hour[1]) < 12) or (apart == 1 and int(hour[1]) >= 10):
            return stated._replace(
                day=day, where=f"{stated.where}, in universal time; a day apart where it came out"
            )
    return stated


def _machine(text: str) -> date | None:
    if match := _EPOCH.fullmatch(text):
        number = int(match[1])
        seconds = number / {12: 1e3, 13: 1e3, 16: 1e6}.get(len(match[1]), 1)
        moment = datetime.fromtimestamp(seconds, UTC) if abs(seconds) < 1e10 else None
        # Numbers that name a day of the calendar are no seconds of 1970 either: they are an article's number.
        return moment.date() if moment and 1990 <= moment.year <= 2100 else None
    if match := _ISO.match(text) or _COMPACT.fullmatch(text):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    return None
