"""How far apart in time articles of a corpus are that tell alike, learnt from those whose day is known.

In a corpus of one week's wire copy articles that share words are of the same days; in one of a company's ten years they
may be of any. So the shares of belief around the neighbours of an article have three numbers, chosen for each corpus as
those by which the days of its dated articles are least of a surprise: how much the most alike count for, how many days
off they are, and how much is left to the rest of the corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import product
from math import log
from typing import NamedTuple

from toolkit.corpus.neighbours import Neighbour, Neighbours

ANY_DAY = 0.005
"""The share of belief that nothing about the corpus tells the day."""
_AS_GOOD = 1.0  # natural logarithm: a wider setting that fits hardly worse is taken
_FEWEST, _MOST = 5, 300  # dated articles that are learnt from
_REST_SCALE = 60.0  # days
_BIN = 20  # days to which the rest of the corpus is rounded


class Setting(NamedTuple):
    """Scale in days around a neighbour, the share of the rest of the corpus, the power of likeness that weighs."""

    scale: float
    rest: float
    power: int


SETTINGS = tuple(
    Setting(*each) for each in product((2.5, 5.0, 10.0, 20.0, 40.0, 80.0), (0.01, 0.03, 0.1, 0.3), (2, 3, 4))
)
DEFAULT = Setting(40.0, 0.1, 3)


def kernel(lag: int, scale: float) -> float:
    """The share of belief on a day `lag` days off, heavy in its tails; all days add up to about 1.

    >>> round(sum(kernel(lag, 10.0) for lag in range(-100_000, 100_000)), 2)
    1.0
    """
    return float(0.75 / scale * (1 + abs(lag) / scale) ** -2.5)


class Spread:
    """The shares of belief in the days around the neighbours of an article."""

    def __init__(self, index: Neighbours) -> None:
        self.index = index
        self._days = Counter(
            article.published.toordinal() // _BIN for article in index.articles if article.published
        )

    @cached_property
    def _fits(self) -> dict[int, list[float]]:
        """Place of a dated article -> how well each setting foretells its day from the others."""
        dated = [place for place, article in enumerate(self.index.articles) if article.published]
        dated.sort(key=lambda place: self.index.articles[place].id)
        step = max(1, -(-len(dated) // _MOST))
        return {place: self._fit(place) for place in dated[::step]}

    def _fit(self, place: int) -> list[float]:
        published = self.index.articles[place].published
        day, near = published.toordinal() if published else 0, self.index.of(place)
        # The nearest know the day best; on the others hardly anything of it depends.
        return [log(ANY_DAY / 1000 + self.shares(place, near, [day], setting)[0]) for setting in SETTINGS]

    def setting(self, place: int) -> Setting:
        """The setting that fits the dated articles but the one at `place`, of two that fit as well the wider one."""
        fits = [fit for other, fit in self._fits.items() if other != place]
        if len(fits) < _FEWEST:
            return DEFAULT
        totals = [sum(column) for column in zip(*fits, strict=True)]
        enough = max(totals) - _AS_GOOD
        return max(setting for setting, total in zip(SETTINGS, totals, strict=True) if total >= enough)

    def shares(
        self, place: int, near: Sequence[Neighbour], days: Sequence[int], setting: Setting
    ) -> list[float]:
        """The share of belief in each of the days (ordinals), by the articles other than the one at `place`."""
        whole = sum(each.likeness**setting.power for each in near)
        around: dict[int, float] = {}
        for each in near:
            day, weight = each.day.toordinal(), (1 - setting.rest) * each.likeness**setting.power / whole
            around[day] = around.get(day, 0.0) + weight
        rest = Counter(self._days)
        if published := self.index.articles[place].published:
            rest[published.toordinal() // _BIN] -= 1
        number = sum(rest.values())
        share = (setting.rest if near else 1.0) / number if number else 0.0
        far = [(bin_ * _BIN + _BIN // 2, share * count) for bin_, count in sorted(rest.items()) if count]
        return [
            sum(weight * kernel(day - other, setting.scale) for other, weight in around.items())
            + sum(weight * kernel(day - other, _REST_SCALE) for other, weight in far)
            for day in days
        ]
