"""Sentences that stand in two articles, word for word or retold, found through the rare words that both have.

Articles are taken one by one and each sentence is looked up among those before it by its neighbouring words, so that
the cost grows with the text and not with its square.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from toolkit.timeline.wording import overlap, pairs, stems

VERBATIM = 0.7  # share of the shorter sentence's pairs of words, from which it is the other, cut or edited
FEWEST_PAIRS = 4  # pairs of words of a sentence that may be edited; a shorter one is the same or is none
RETOLD = 0.5  # share of the shorter sentence's words, for a sentence in other words
FEWEST_WORDS = 4  # words that two sentences share, one of which retells the other
RARE = 30  # sentences with a word or a pair of words, the latest, in which a counterpart is looked for
LOOKED_AT = 8  # sentences, those that share most, that one is compared with

# What a source says may stand in two articles without one knowing of the other.
_SPOKEN = re.compile(
    r"[“”\"«»]|\b(?:said|says?|saying|told|tells|wrote|stated|announced|claimed|claims|reported|added|posted"
    r"|according|warned|insisted|denied|rejected|dismissed|statement|spokes\w+)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is compared: where it begins, its words, its neighbouring words, and whether it is
    narration: of some length, and nobody is quoted in it."""

    start: int
    text: str
    words: frozenset[str]
    pairs: frozenset[str]
    own: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence by its place in its article, its counterpart in another article, and whether it is word for word."""

    here: int
    there: int
    verbatim: bool


def sentence(start: int, text: str) -> Sentence:
    """A sentence of an article, beginning at the character `start` of its text."""
    words = stems(text)
    return Sentence(start, text, words, pairs(text), len(words) > FEWEST_WORDS and not is_spoken(text))


def is_spoken(text: str) -> bool:
    """Whether a sentence quotes somebody, or says that somebody says so.

    >>> is_spoken("The bridge fell, police said."), is_spoken("The bridge fell.")
    (True, False)
    """
    return bool(_SPOKEN.search(text))


def verbatim(one: Sentence, other: Sentence) -> bool:
    """Whether one sentence is the other, cut or edited.

    >>> first = sentence(0, "Two barges sank in the harbour of Izmail early on Friday, and their crews swam ashore.")
    >>> cut = sentence(0, "Two barges sank in the harbour of Izmail early on Friday.")
    >>> verbatim(first, cut), verbatim(first, sentence(0, "Two barges burned near Izmail until Friday night."))
    (True, False)
    """
    if one.pairs == other.pairs:
        return bool(one.words) and one.words == other.words
    fewest = min(len(one.pairs), len(other.pairs))
    return fewest >= FEWEST_PAIRS and overlap(one.pairs, other.pairs) >= VERBATIM


def retold(one: Sentence, other: Sentence) -> bool:
    """Whether one sentence tells the other in words of which half are the same.

    >>> first = sentence(0, "Two barges sank in the harbour of Izmail early on Friday.")
    >>> retold(first, sentence(0, "Early on Friday, Izmail harbour saw two barges go down."))
    True
    """
    return len(one.words & other.words) >= FEWEST_WORDS and overlap(one.words, other.words) >= RETOLD


class Index:
    """The sentences of the articles so far, found by the words and the pairs of words that few of them have."""

    def __init__(self) -> None:
        self.sentences: list[tuple[int, int, Sentence]] = []
        self.having: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=RARE))

    def add(self, article: int, sentences: Sequence[Sentence]) -> None:
        """Take in an article, known by its number."""
        for place, each in enumerate(sentences):
            number = len(self.sentences)
            self.sentences.append((article, place, each))
            for feature in chain(each.pairs, each.words):
                self.having[feature].append(number)

    def matches(self, sentences: Sequence[Sentence]) -> dict[int, list[Match]]:
        """For each article that has counterparts of these sentences, one match for each of them, in order."""
        found: dict[int, list[Match]] = defaultdict(list)
        for here, each in enumerate(sentences):
            best: dict[int, tuple[bool, float, int]] = {}
            for number in self._alike(each):
                article, there, other = self.sentences[number]
                literal = verbatim(each, other)
                if literal or retold(each, other):
                    rank = (literal, overlap(each.pairs, other.pairs), -there)
                    best[article] = max(rank, best.get(article, rank))
            for article, (literal, _, there) in best.items():
                found[article].append(Match(here, -there, literal))
        return found

    def _alike(self, each: Sentence) -> list[int]:
        paired = [self.having.get(pair, ()) for pair in each.pairs]
        worded = [self.having.get(word, ()) for word in each.words]
        # In more sentences than that, a word alone tells nothing.
        shared = Counter(chain(*paired, *(having for having in worded if len(having) < RARE)))
        likely = sorted(number for number, count in shared.items() if count >= 2)
        # Of those that share as much the first: sorting keeps the order of equals.
        return sorted(likely, key=shared.__getitem__, reverse=True)[:LOOKED_AT]


def in_order(matches: Iterable[Match]) -> int:
    """How many of the matches, at most, follow one another in both articles (a longest increasing subsequence).

    >>> in_order([Match(0, 4, True), Match(1, 1, True), Match(2, 2, True), Match(3, 2, True)])
    2
    """
    ends: list[int] = []
    for match in matches:
        place = bisect_left(ends, match.there)
        ends[place : place + 1] = [match.there]
    return len(ends)
