"""Periods that no article covers: holes between days of publication, and times that are told of only years later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

SHORTEST = 7  # days without an article, fewer are no hole
UNUSUAL = 3  # times the usual days from one day of publication to the next, from which there is a hole
NARROW = 31  # days within which the day of a happening is known, that it lies in a period
BEFORE = 30  # days before the first article, from which what happened is told in retrospect only
TOGETHER = 31  # days between happenings of one period
FEWEST = 2  # happenings of a period that no article covers


class Period(NamedTuple):
    """Days without an article, both included, and how many claims say that something happened in them."""

    first: date
    last: date
    claims: int
    retrospect: bool

    @property
    def days(self) -> int:
        """The number of days."""
        return (self.last - self.first).days + 1


def holes(printed: Iterable[date], happened: Sequence[tuple[date, date]]) -> list[Period]:
    """The long holes between days of publication, and the periods long before the first in which things happened.

    `happened` are the first and the last day of each happening; those known less narrowly than 31 days are left out.

    >>> days = [date(2025, 6, 1), date(2025, 6, 3), date(2025, 6, 4), date(2025, 8, 1)]
    >>> [(str(hole.first), hole.days, hole.claims) for hole in holes(days, [(date(2025, 7, 1), date(2025, 7, 2))])]
    [('2025-06-05', 57, 1)]
    """
    days = sorted(set(printed))
    narrow = sorted((one, two) for one, two in happened if (two - one).days < NARROW)
    found = []
    steps = [(two - one).days for one, two in pairwise(days)]
    for one, two in pairwise(days):
        if (two - one).days > max(SHORTEST, UNUSUAL * median_low(steps)):
            first, last = one + timedelta(days=1), two - timedelta(days=1)
            inside = sum(first <= start and end <= last for start, end in narrow)
            found.append(Period(first, last, inside, retrospect=False))
    if days:
        found += _before(days[0] - timedelta(days=BEFORE), narrow)
    return sorted(found)


def _before(limit: date, happened: Iterable[tuple[date, date]]) -> Iterable[Period]:
    """The times before a day in which several things happened, close together."""
    times: list[list[tuple[date, date]]] = []
    for start, end in happened:
        if end >= limit:
            continue
        if times and (start - max(each[1] for each in times[-1][-1:])).days <= TOGETHER:
            times[-1].append((start, end))
        else:
            times.append([(start, end)])
    for each in times:
        if len(each) >= FEWEST:
            yield Period(each[0][0], max(end for _, end in each), len(each), retrospect=True)
