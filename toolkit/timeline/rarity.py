"""How much a word tells in a table of events: one that stands in every sentence of a story tells nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from toolkit.timeline.mention import Mention


class Rarity:
    """The weights of words, 0 (in every sentence) to 1 (in one), and how alike two sets of words are by them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        sentences = {(each.article, each.start): each.words for each in mentions}
        count = Counter(word for words in sentences.values() for word in words)
        whole = math.log(len(sentences) + 1) or 1.0
        self.weights = {
            word: math.log((len(sentences) + 1) / seen) / whole for word, seen in sorted(count.items())
        }
        self._sums: dict[frozenset[str], float] = {}

    def likeness(self, one: frozenset[str], other: frozenset[str], both: frozenset[str]) -> float:
        """The weight of the words `both` have, of that of all on average (geometric): 0 to 1."""
        return self._sum(both) / math.sqrt(self._kept(one) * self._kept(other))

    def rarest(self, words: frozenset[str]) -> float:
        """The weight of the rarest of some words, of which there is at least one."""
        return max([self.weights.get(word, 0.0) for word in words])

    def _kept(self, words: frozenset[str]) -> float:
        if words not in self._sums:
            self._sums[words] = self._sum(words)
        return self._sums[words]

    def _sum(self, words: frozenset[str]) -> float:
        # fsum, as a set gives its words in any order.
        return math.fsum([self.weights.get(word, 0.0) for word in words]) or 1e-9
