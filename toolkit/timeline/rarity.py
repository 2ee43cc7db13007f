"""How much a word tells in a table of events: one that stands in every sentence of a story tells nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from toolkit.timeline.mention import Mention

Words = frozenset[str]


class _Weights(dict[str, float]):
    """The weight of each word, 0 of one that no sentence has."""

    def __missing__(self, word: str) -> float:
        return 0.0


class _Sums(dict[Words, float]):
    """The weight of all words of a set; a set gives its words in any order, and the sum is the same in each."""

    def __init__(self, weights: _Weights) -> None:
        self.weights = weights

    def __missing__(self, words: Words) -> float:
        self[words] = _sum([*map(self.weights.__getitem__, words)])
        return self[words]


class Rarity:
    """The weights of words, 0 (in every sentence) to 1 (in one), and how alike two sets of words are by them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        sentences = {(each.article, each.start): each.words for each in mentions}
        count = Counter(word for words in sentences.values() for word in words)
        whole = math.log(len(sentences) + 1) or 1.0
        self.weights = _Weights(
            (word, math.log((len(sentences) + 1) / seen) / whole) for word, seen in sorted(count.items())
        )
        self._sums = _Sums(self.weights)

    def likeness(self, one: Words, other: Words, both: Words) -> tuple[float, float]:
        """The weight of the words `both` have, one at least, of that of all on average (geometric): 0 to 1; and that
        of the rarest of them."""
        shared = [*map(self.weights.__getitem__, both)]
        return _sum(shared) / math.sqrt(self._sums[one] * self._sums[other]), max(shared)


def _sum(weights: list[float]) -> float:
    return math.fsum(weights) or 1e-9
