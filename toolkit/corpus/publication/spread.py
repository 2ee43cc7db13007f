"""How far apart in time articles of a corpus are that tell alike, learnt from those whose day is known.

In a corpus of one week's wire copy articles that share words are of the same days; in one of a company's ten years they
may be of any. So the shares of belief around the neighbours of an article have three numbers, chosen for each corpus as
those by which the days of its dated articles are least of a surprise: how many days off the neighbours are, how much is
left to the rest of the corpus, and how much the most alike count for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import log
from typing import NamedTuple

from toolkit.corpus.publication.neighbours import NEAREST, Neighbour, Neighbours

ANY_DAY = 0.002
"""The share of belief that nothing about the corpus tells the day."""
_AS_GOOD = 1.0  # natural logarithm: a wider setting that fits hardly worse is taken
_FEWEST, _MOST = 5, 300  # dated articles that are learnt from
_REST_SCALE = 60.0  # days
_BIN = 20  # days to which the rest of the corpus is rounded
_SPAN = 1000  # days over which the share of any day is spread while learning


class Setting(NamedTuple):
    """Scale in days around a neighbour, the share of the rest of the corpus, the power of likeness that weighs."""

    scale: float
    rest: float
    power: int


SCALES, RESTS, POWERS = (2.5, 5.0, 10.0, 20.0, 40.0, 80.0), (0.003, 0.01, 0.03, 0.1, 0.3), (2, 3, 4, 6)
DEFAULT = Setting(40.0, 0.1, 3)


def kernel(lag: int, scale: float) -> float:
    """The share of belief on a day `lag` days off, heavy in its tails; all days add up to about 1.

    >>> round(sum(kernel(lag, 10.0) for lag in range(-100_000, 100_000)), 2)
    1.0
    """
    return float(0.75 / scale * (1 + abs(lag) / scale) ** -2.5)


@dataclass(frozen=True, slots=True)
class _Known:
    """A dated article: its day, its neighbours (one more than are used), the density of the rest at its day."""

    day: int
    near: tuple[Neighbour, ...]
    places: frozenset[int]
    rest: float
    sums: dict[tuple[float, int], tuple[float, float]]


class Spread:
    """The shares of belief in the days around the neighbours of an article."""

    def __init__(self, index: Neighbours) -> None:
        self.index = index
        self._days = {
            place: article.published.toordinal()
            for place, article in enumerate(index.articles)
            if article.published
        }
        self._bins = sorted(Counter(map(_bin, self._days.values())).items())
        self._densities: dict[int, float] = {}

    @cached_property
    def _known(self) -> dict[int, _Known]:
        """Place -> a dated article that is learnt from, in the order of their ids."""
        dated = sorted(self._days, key=lambda place: self.index.articles[place].id)
        return {place: self._learnt(place) for place in dated[:: max(1, -(-len(dated) // _MOST))]}

    def _learnt(self, place: int) -> _Known:
        day, near = self._days[place], tuple(self.index.of(place, NEAREST + 1))
        rest = self._density(day, place)
        sums = {
            (scale, power): _sums(near[:NEAREST], day, scale, power) for scale in SCALES for power in POWERS
        }
        return _Known(day, near, frozenset(each.place for each in near), rest, sums)

    def _density(self, day: int, place: int) -> float:
        """How near all articles but the one at a place are to a day, their own days rounded."""
        if day not in self._densities:
            self._densities[day] = sum(
                count * kernel(day - other, _REST_SCALE) for other, count in self._bins
            )
        own = kernel(day - _bin(self._days[place]), _REST_SCALE) if place in self._days else 0.0
        return self._densities[day] - own

    def setting(self, place: int) -> Setting:
        """The setting that fits the dated articles but the one at `place`; of those that fit as well, the widest.

        The day of that one is looked at nowhere, neither as a neighbour's nor among the rest.
        """
        known = [each for other, each in self._known.items() if other != place]
        if len(known) < _FEWEST:
            return DEFAULT
        totals = dict.fromkeys((Setting(*each) for each in product(SCALES, RESTS, POWERS)), 0.0)
        for each in known:
            rest, number = self._rest_without(each, place)
            for scale, power in product(SCALES, POWERS):
                found, whole = each.sums[scale, power]
                if place in each.places:
                    near = [one for one in each.near if one.place != place][:NEAREST]
                    found, whole = _sums(near, each.day, scale, power)
                for share in RESTS:
                    left = share if whole else 1.0
                    density = (1 - share) * found / whole if whole else 0.0
                    density += left * rest / number
                    totals[Setting(scale, share, power)] += log(ANY_DAY / _SPAN + (1 - ANY_DAY) * density)
        enough = max(totals.values()) - _AS_GOOD
        return max(setting for setting, total in totals.items() if round(total - enough, 6) >= 0)

    def _rest_without(self, each: _Known, place: int) -> tuple[float, int]:
        number = len(self._days) - 1
        if place not in self._days:
            return each.rest, number
        return each.rest - kernel(each.day - _bin(self._days[place]), _REST_SCALE), number - 1

    def shares(
        self, place: int, near: Sequence[Neighbour], days: Sequence[int], setting: Setting
    ) -> list[float]:
        """The share of belief in each of the days (ordinals), by the articles other than the one at `place`."""
        whole = sum(each.likeness**setting.power for each in near)
        around: dict[int, float] = {}
        for each in near:
            day, weight = each.day.toordinal(), (1 - setting.rest) * each.likeness**setting.power / whole
            around[day] = around.get(day, 0.0) + weight
        number = len(self._days) - (place in self._days)
        share = (setting.rest if near else 1.0) / max(1, number)
        return [
            sum(weight * kernel(day - other, setting.scale) for other, weight in around.items())
            + share * self._density(day, place)
            for day in days
        ]


def _bin(day: int) -> int:
    """The day to which one of the rest of the corpus is rounded."""
    return day // _BIN * _BIN + _BIN // 2


def _sums(near: Sequence[Neighbour], day: int, scale: float, power: int) -> tuple[float, float]:
    """The weighted shares of a day by its neighbours, and the weights."""
    weights = [each.likeness**power for each in near]
    found = (
        weight * kernel(day - each.day.toordinal(), scale) for weight, each in zip(weights, near, strict=True)
    )
    return sum(found), sum(weights)
