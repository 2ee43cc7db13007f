"""Many patterns looked for at once: at each word only those are tried that can begin with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from toolkit.claims.beginnings import WORD, beginnings, can_begin
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


@lru_cache(maxsize=4)
def heads(folded: str, start: int, end: int) -> list[tuple[str, int]]:
    """The heads of the words in ``folded[start:end]`` with their places; kept, as several scans read a sentence."""
    return [(word[1], word.start()) for word in WORD.finditer(folded, start, end)]


Fitting = tuple[re.Pattern[str], tuple[int, ...]]


class Scan:
    """Patterns without groups for text in lower case, each beginning with a word; if `whole`, none ends within one.

    Those that can begin with a word are compiled together when such a word is first met.

    >>> scan = Scan(["seiz(?:ed|es)", "(?:had )?los[te]", "los"])
    >>> list(scan.find("he had lost what they seized.", 0, 29))
    [(1, (3, 11)), (0, (22, 28))]
    """

    def __init__(self, sources: Sequence[str], whole: bool = True) -> None:
        self._sources = sources
        self._behind = r"(?:(?!\w)|(?<!\w))" if whole else ""
        self._beginnings = [beginnings(source) for source in sources]
        self._by_head: dict[str, Fitting | None] = {}
        self._compiled: dict[tuple[int, ...], Fitting | None] = {(): None}

    def find(self, folded: str, start: int, end: int) -> Iterator[tuple[int, Span]]:
        """The matches in ``folded[start:end]``, in order and without overlap, each with the number of its pattern.

        Of the patterns that match at one place the first is taken.
        """
        known, resume = self._by_head, start
        for head, at in heads(folded, start, end):
            if head not in known:
                known[head] = self._beginning_with(head)
            fitting = known[head]
            if fitting is None or at < resume:
                continue
            pattern, numbers = fitting
            if match := pattern.match(folded, at, end):
                resume = match.end()
                # An empty group behind each pattern tells which one it was.
                yield numbers[(match.lastindex or 1) - 1], match.span()

    def _beginning_with(self, head: str) -> Fitting | None:
        numbers = tuple(i for i, listed in enumerate(self._beginnings) if can_begin(head, listed))
        if numbers not in self._compiled:
            alternatives = "|".join(f"{self._sources[i]}()" for i in numbers)
            self._compiled[numbers] = re.compile(f"(?:{alternatives}){self._behind}"), numbers
        return self._compiled[numbers]
