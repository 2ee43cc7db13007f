"""Pairs of accounts of one thing and place that lie a few days from one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from toolkit.timeline.conflicts.accounts import Position
from toolkit.timeline.days import SLACK

COMPARED = 40
"""Accounts behind one with which it is compared."""


def near(accounts: Iterable[Position]) -> Iterator[tuple[Position, Position]]:
    """The pairs of accounts whose first mentions lie at most `SLACK` days apart, in the order of these days."""
    keyed = [(each.told[0].mention.day or 0, each.told[0].order, each) for each in accounts]
    keyed.sort(key=itemgetter(0, 1))
    for number, (day, _, one) in enumerate(keyed):
        for later, _, other in keyed[number + 1 : number + 1 + COMPARED]:
            if later - day > SLACK:
                break
            yield one, other
