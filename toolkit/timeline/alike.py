"""Which of many sets of words can stand in a relation to one, found without looking at each.

A set is found by its rarest words: one that holds all of another's words holds its rarest, and one that shares most of
them shares one of the rarest few. What is found is looked at again by who asks; what is not found cannot be meant.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

Words = frozenset[str]


class Alike:
    """Sets of words by their numbers; `share` of the words of the smaller that two must have in common, of `enough` at
    least: all of them are those of one that lies in the other.

    `all_sets` are those that will be entered or asked for, so that it is known which words are rare.

    >>> names = [frozenset({"new", "york", "times"}), frozenset({"moscow", "times"}), frozenset({"times"})]
    >>> index = Alike(names)
    >>> for number, name in enumerate(names):
    ...     index.enter(number, name)
    >>> sorted(set(index.near(names[0]))), sorted(set(index.near(names[1])))
    ([0, 2], [1, 2])
    """

    def __init__(self, all_sets: Iterable[Words], share: float = 1.0, enough: int = 1) -> None:
        self._common = Counter(word for words in all_sets for word in words)
        self._share, self._enough = share, enough
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_rare: dict[str, list[int]] = defaultdict(list)

    def enter(self, number: int, words: Words) -> None:
        """Enter a set under a number."""
        if len(words) < self._enough:
            return
        for word in words:
            self._by_word[word].append(number)
        for word in self._rare(words):
            self._by_rare[word].append(number)

    def near(self, words: Words) -> Iterator[int]:
        """The numbers of all sets that can be meant, some of them several times."""
        if len(words) < self._enough:
            return
        for word in self._rare(words):  # of the sets that are no smaller
            yield from self._by_word.get(word, ())
        for word in words:  # of those that are no larger
            yield from self._by_rare.get(word, ())

    def having(self, word: str) -> list[int]:
        """The numbers of the sets with a word."""
        return self._by_word.get(word, [])

    def _rare(self, words: Words) -> list[str]:
        """So many of the rarest words that a set without any of them shares too few."""
        needed = math.ceil(self._share * len(words) - 1e-9)
        return sorted(words, key=lambda word: (self._common[word], word))[: len(words) - needed + 1]
