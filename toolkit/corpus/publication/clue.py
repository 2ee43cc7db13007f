"""A clue to a publication day: what it is made of, and the scores that clues share.

A clue scores possible days: 0 where it fits best, less (natural logarithm) the worse a day fits, and never less than
`FLOOR`, since any clue may be misread. The scales are conventions, read off news whose days are known: what news tells
happened mostly within days, a bare weekday is of the last week, a month or a day without a year is of the last year.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log1p

from toolkit.model import TimeExpression

FLOOR, BOTTOM = -7.0, -12.0
"""The least score of a clue, and of one that tells a whole date."""
YEAR = 365.25

Score = Callable[[int], float]
Told = Sequence[tuple[TimeExpression, str]]
"""Expressions of time, each with the way that its clause looks from it: ahead, back or nothing."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing that speaks for a publication day: its kind, the words, what they mean, and the score of a day.

    `score` takes the ordinal of a day (`date.toordinal`). `about` is a day of the time that it tells of, where
    it tells the year.
    """

    kind: str
    words: str
    why: str
    score: Score
    about: date | None = None


def falling(lag: float, scale: float, power: float = 1.3, floor: float = FLOOR) -> float:
    """The score of what is told `lag` days after it happened: it falls slowly, as news also tells of what is long past.

    >>> round(falling(7, 7), 1), round(falling(30, 7), 1)
    (-0.9, -2.2)
    """
    return max(floor, -power * log1p(lag / scale))


def bounded(kind: str, words: str, why: str, first: date | None, last: date | None) -> Clue:
    """A clue that allows the days from `first` to `last` (either may be open) and hardly any other.

    >>> clue = bounded("updated", "Updated June 9", "published by then", None, date(2025, 6, 9))
    >>> clue.score(date(2025, 6, 9).toordinal()), clue.score(date(2025, 6, 10).toordinal())
    (0.0, -7.0)
    """
    low = first.toordinal() if first else date.min.toordinal()
    high = last.toordinal() if last else date.max.toordinal()
    return Clue(kind, words, why, lambda day: 0.0 if low <= day <= high else FLOOR, first or last)
