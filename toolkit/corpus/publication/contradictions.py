"""What does not fit a publication day: events told as past that lie behind it, weekdays of other years, its address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from toolkit.corpus.publication.address import month_in, path_of
from toolkit.corpus.publication.evidence import without_stamps
from toolkit.corpus.publication.yearless import Paired, paired
from toolkit.dates import find_dates
from toolkit.dates.direction import direction
from toolkit.dates.interval import plus
from toolkit.dates.notation import LONG_DAYS
from toolkit.model import Article

LATER, MISNAMED, ADDRESS = 2.5, 2.0, 2.0
"""Weights of the kinds: an event that lies ahead, a weekday that the day does not have, a month in the address."""
LISTED = 2
"""Of a kind, so many are listed and weighed: the second slip of a text is no accident, the tenth tells no more."""
_AROUND = 40  # characters


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One thing that does not fit a publication day: its kind, in words, and its weight."""

    kind: str
    words: str
    weight: float

    def __str__(self) -> str:
        return self.words


def against(article: Article, day: date) -> list[Contradiction]:
    """All that an article holds against a day of publication.

    >>> article = Article("a", "The talks ended on June 13, 2025 without a deal, and on Monday they met again.")
    >>> [str(found) for found in against(article, date(2025, 6, 8))]
    ['the text tells as past what happened on 2025-06-13, 5 days later (“The talks ended on June 13, 2025”)']
    >>> against(article, date(2025, 6, 14))
    []
    """
    text = without_stamps(article.text)
    return [
        *_later(text, day)[:LISTED],
        *_misnamed(text, day)[:LISTED],
        *_address(article, day),
    ]


def _later(text: str, day: date) -> list[Contradiction]:
    found = []
    for first, words in reversed(_told_as_past(text)):
        if first > day:
            off = (first - day).days
            later = f"{off} day{'' if off == 1 else 's'} later"
            told = f"the text tells as past what happened on {first.isoformat()}, {later} (“{words}”)"
            found.append(Contradiction("later", told, LATER))
    return found


@lru_cache(maxsize=64)
def _told_as_past(text: str) -> tuple[tuple[date, str], ...]:
    """Days written out with their year whose clause looks back, in order, each once, and the words that tell so."""
    found: dict[date, str] = {}
    for each in find_dates(text):
        whole = each.grain in ("day", "month") and each.earliest and each.type in ("DATE", "TIME")
        if whole and each.earliest and direction(text, each.start, each.end)[0] == "back":
            before = text[max(0, each.start - _AROUND) : each.start].split("\n")[-1]
            if len(before) == _AROUND:
                before = before.partition(" ")[2]
            found.setdefault(each.earliest, f"{before}{each.text}".strip())
    return tuple(sorted(found.items()))


@lru_cache(maxsize=64)
def _pairs(text: str) -> tuple[Paired, ...]:
    return tuple(paired(text, find_dates(text)))


def _misnamed(text: str, day: date) -> list[Contradiction]:
    """Pairs that do not fit, read as of this day: the year of a day of the month depends on it."""
    pairs, found = _pairs(text), []
    read = {each.start: each.earliest for each in find_dates(text, day)} if pairs else {}
    seen = set()
    for pair in pairs:
        meant = read.get(pair.start)
        if meant is None or pair[2:] in seen:
            continue
        seen.add(pair[2:])
        if pair.weekday is not None and meant.weekday() != pair.weekday:
            really = LONG_DAYS[meant.weekday()]
            found.append(
                Contradiction("weekday", f"“{pair.words}”: {meant.isoformat()} was a {really}", MISNAMED)
            )
        elif pair.weekday is None and meant != plus(day, -pair.offset):
            other = plus(meant, pair.offset).isoformat()
            found.append(
                Contradiction("weekday", f"“{pair.words}”: so it was published on {other}", MISNAMED)
            )
    return found


def _address(article: Article, day: date) -> Iterator[Contradiction]:
    days = month_in(path_of(article.url))
    if days and not days[0] <= day <= days[1]:
        yield Contradiction("url", f"the address names {days[0]:%Y-%m}", ADDRESS)
