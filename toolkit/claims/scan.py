"""Many patterns looked for at once: at each word only those are tried that can begin with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from toolkit.claims.beginnings import ENDED, OPEN, WORD, beginnings
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


Numbered = tuple[int, re.Pattern[str]]


class Scan:
    """Patterns for text in lower case, each beginning with a word; if `whole`, none ends within one.

    A pattern is compiled when a word that it can begin with is first met.

    >>> scan = Scan(["seiz(?:ed|es)", "(?:had )?los[te]", "los"])
    >>> list(scan.find("he had lost what they seized.", 0, 29))
    [(1, (3, 11)), (0, (22, 28))]
    """

    def __init__(self, sources: Sequence[str], whole: bool = True) -> None:
        self._sources = sources
        self._behind = r"(?:(?!\w)|(?<!\w))" if whole else ""
        self._numbers: dict[str, list[int]] = {}
        for number, source in enumerate(sources):
            for beginning in beginnings(source):
                self._numbers.setdefault(beginning, []).append(number)
        self._open = [beginning for beginning in self._numbers if beginning.endswith(OPEN)]
        self._by_head: dict[str, list[Numbered]] = {}
        self._compiled: dict[int, re.Pattern[str]] = {}

    def find(self, folded: str, start: int, end: int) -> Iterator[tuple[int, Span]]:
        """The matches in ``folded[start:end]``, in order and without overlap, each with the number of its pattern.

        Of the patterns that match at one place the first is taken.
        """
        known, resume = self._by_head, start
        for head, at in heads(folded, start, end):
            fitting = known.get(head)
            if fitting is None:
                fitting = known[head] = self._beginning_with(head)
            if fitting and at >= resume:
                for number, pattern in fitting:
                    if match := pattern.match(folded, at, end):
                        resume = match.end()
                        yield number, match.span()
                        break

    def _beginning_with(self, head: str) -> list[Numbered]:
        listed = [
            head,
            f"{head}{ENDED}",
            *(each for each in self._open if head.startswith(each[: -len(OPEN)])),
        ]
        numbers = sorted({number for each in listed for number in self._numbers.get(each, ())})
        return [(number, self._pattern(number)) for number in numbers]

    def _pattern(self, number: int) -> re.Pattern[str]:
        if number not in self._compiled:
            self._compiled[number] = re.compile(f"(?:{self._sources[number]}){self._behind}")
        return self._compiled[number]
