"""Many patterns looked for at once: at each word only those are tried that can begin with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.claims.beginnings import WORD, beginnings, can_begin
from toolkit.model import Span

Fitting = tuple[re.Pattern[str], tuple[int, ...]]


class Scan:
    """Patterns without groups for text in lower case; each begins with a word and ends with one, or with a sign.

    Those that can begin with a word are compiled together when such a word is first met.

    >>> scan = Scan(["seiz(?:ed|es)", "(?:had )?los[te]", "los"])
    >>> list(scan.find("he had lost what they seized.", 0, 29))
    [(1, (3, 11)), (0, (22, 28))]
    """

    def __init__(self, sources: Sequence[str]) -> None:
        self._sources = sources
        self._beginnings = [beginnings(source) for source in sources]
        self._by_head: dict[str, Fitting | None] = {}
        self._compiled: dict[tuple[int, ...], Fitting | None] = {(): None}

    def find(self, folded: str, start: int, end: int) -> Iterator[tuple[int, Span]]:
        """The matches in ``folded[start:end]``, in order and without overlap, each with the number of its pattern.

        Of the patterns that match at one place the first is taken.
        """
        known, resume = self._by_head, start
        for word in WORD.finditer(folded, start, end):
            head = word[1]
            if head not in known:
                known[head] = self._beginning_with(head)
            fitting = known[head]
            if fitting is None or word.start() < resume:
                continue
            pattern, numbers = fitting
            if match := pattern.match(folded, word.start(), end):
                resume = match.end()
                # An empty group behind each pattern tells which one it was.
                yield numbers[(match.lastindex or 1) - 1], match.span()

    def _beginning_with(self, head: str) -> Fitting | None:
        numbers = tuple(i for i, listed in enumerate(self._beginnings) if can_begin(head, listed))
        if numbers not in self._compiled:
            alternatives = "|".join(f"{self._sources[i]}()" for i in numbers)
            self._compiled[numbers] = re.compile(rf"(?:{alternatives})(?:(?!\w)|(?<!\w))"), numbers
        return self._compiled[numbers]
