"""What a rule of cleaning is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from toolkit.corpus.cleaning.edits import Edit


class Rule(NamedTuple):
    """One kind of markup: what it looks like and what of it stays.

    `stays` are the numbers of the groups that stay and the strings that are put between them, or a function from
    the words found to those that stand in their place. `needs` stands in every text that the rule touches. A `plain`
    rule is safe for text that isn't Markdown. `examples` are pairs of a text and what becomes of it, `counter` are
    texts that stay as they are.
    """

    name: str
    pattern: re.Pattern[str]
    stays: tuple[int | str, ...] | Callable[[str], str] = ()
    needs: str = ""
    plain: bool = False
    examples: tuple[tuple[str, str], ...] = ()
    counter: tuple[str, ...] = ()

    def edits(self, text: str) -> Iterator[Edit]:
        """What the rule changes in a text, in order."""
        if self.needs not in text:
            return
        for found in self.pattern.finditer(text):
            if callable(self.stays):
                yield Edit(*found.span(), self.stays(found[0]))
            else:
                yield from _around(found, self.stays)


def _around(found: re.Match[str], stays: tuple[int | str, ...]) -> Iterator[Edit]:
    """The edits of a match that leave its groups where they are."""
    at, put = found.start(), ""
    for part in stays:
        if isinstance(part, str):
            put += part
            continue
        start, end = found.span(part)
        if start > at or put:
            yield Edit(at, start, put)
        at, put = end, ""
    if found.end() > at or put:
        yield Edit(at, found.end(), put)


def gone(core: str) -> str:
    """A pattern for a mark that goes: with the blank before it where another sign or a blank follows, or at the
    beginning of a line with the blanks after it.

    >>> re.sub(gone("<x>"), "", "One <x> two<x>, three <x>four <x>.")
    'One two, three four.'
    """
    return rf"(?:(?<=\S)[ \t]{core}(?=[\s.,;:!?)”’\]]|\Z)|(?m:^){core}[ \t]++(?=\S)|{core})"
