"""Many patterns looked for at once: at each word only those are tried that can begin with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from toolkit.claims.text.beginnings import ENDED, LENGTH, OPEN, WORD, beginnings, needed
from toolkit.model import Span


@lru_cache(maxsize=4)
def fold(text: str) -> str:
    """A text in lower case, character for character, so that all offsets hold.

    >>> fold("İzmir, KYIV")
    'İzmir, kyiv'
    """
    folded = text.lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


_NONE: frozenset[int] = frozenset()
_MOST = 100_000
"""Words without patterns that are kept: figures never end."""


@lru_cache(maxsize=1024)
def words_of(folded: str, start: int, end: int) -> frozenset[str]:
    """The words of ``folded[start:end]``; kept for the sentences of an article, as several scans read each."""
    return frozenset(WORD.findall(folded, start, end))


class Index(dict[str, frozenset[int]]):
    """The numbers of the patterns that a word may belong to, looked up when the word is first met.

    `listed` holds for each number the beginnings of its words.
    """

    def __init__(self, listed: Iterable[Iterable[str]]) -> None:
        self._listed: dict[str, set[int]] = {}
        for number, found in enumerate(listed):
            for beginning in found:
                self._listed.setdefault(beginning, set()).add(number)
        self._without: set[str] = set()

    def met(self, words: frozenset[str]) -> frozenset[str]:
        """Those of some words that have numbers."""
        # Most words have none, and a difference of sets passes over them at once.
        rest = words - self._without
        return rest if rest <= self.keys() else frozenset(filter(self._look_up, rest))

    def _look_up(self, word: str) -> bool:
        if word in self:
            return True
        listed = [word[:LENGTH], word + ENDED, *(word[:n] + OPEN for n in range(LENGTH))]
        numbers = frozenset(number for each in listed for number in self._listed.get(each, ()))
        if numbers:
            self[word] = numbers
            return True
        if len(self._without) > _MOST:
            self._without.clear()
        self._without.add(word)
        return False


class Scan:
    """Patterns for text in lower case, each beginning with a word; if `whole`, none ends within one.

    Only those are tried of which a word that they need stands in the text; each is compiled when it is first tried.

    >>> scan = Scan(["seiz(?:ed|es)", "(?:had )?los[te]", "los"])
    >>> scan.find("he had lost what they seized.", 0, 29)
    [(1, (3, 11)), (0, (22, 28))]
    """

    def __init__(self, sources: Sequence[str], whole: bool = True) -> None:
        self._sources = sources
        self._behind = r"(?:(?!\w)|(?<!\w))" if whole else ""
        found = [beginnings(source, whole) for source in sources]
        self._anywhere = frozenset(number for number, each in enumerate(found) if OPEN in each)
        self._beginning = Index(() if OPEN in each else each for each in found)
        self._needing = Index(needed(source, whole) for source in sources)
        self._compiled: dict[int, re.Pattern[str]] = {}

    def find(
        self, folded: str, start: int, end: int, fits: Callable[[int, Span], bool] = lambda number, span: True
    ) -> list[tuple[int, Span]]:
        """The matches in ``folded[start:end]``, in order and without overlap, each with the number of its pattern.

        Of the patterns that match at one place the first is taken whose match `fits`.
        """
        words, known = words_of(folded, start, end), self._beginning
        needed_ = self._needing.met(words)
        if not needed_:
            return []
        likely = _NONE.union(*map(self._needing.__getitem__, needed_))
        places = [
            (place, number)
            for word in known.met(words)
            if not likely.isdisjoint(known[word])
            for place in places_of(word, folded, start, end)
            for number in known[word] & likely
        ]
        if free := likely & self._anywhere:
            places += [
                (word.start(), number) for word in WORD.finditer(folded, start, end) for number in free
            ]
        found, resume = [], start
        for place, number in sorted(places):
            if place < resume or not (match := self._pattern(number).match(folded, place, end)):
                continue
            if fits(number, match.span()):
                resume = match.end()
                found.append((number, match.span()))
        return found

    def _pattern(self, number: int) -> re.Pattern[str]:
        if number not in self._compiled:
            self._compiled[number] = re.compile(rf"(?<!\w)(?:{self._sources[number]}){self._behind}")
        return self._compiled[number]


def places_of(letters: str, text: str, start: int, end: int) -> Iterator[int]:
    """Where letters stand in ``text[start:end]``, as a word or within one."""
    place = text.find(letters, start, end)
    while place >= 0:
        yield place
        place = text.find(letters, place + 1, end)
