"""Quotations: where they begin and end, paragraph by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"', "''": "''", "‘": "’"}
_MARK = re.compile(r"[“”«»„\"‘’\n]|''")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks; `open` where the paragraph ends before the closing mark does."""

    start: int
    end: int
    open: bool = False


def quotes(text: str, start: int = 0, end: int | None = None) -> list[Quote]:
    """The outermost quotations of a text, in order; none reaches over the end of its line.

    >>> [(q.start, q.end) for q in quotes('He said: “No ‘way’ out.” She agreed.')]
    [(9, 24)]
    """
    found: list[Quote] = []
    opened, wanted = -1, ""
    stop = len(text) if end is None else end
    for mark in _MARK.finditer(text, start, stop):
        sign, at = mark[0], mark.start()
        if sign == "\n":
            if opened >= 0:
                found.append(Quote(opened, at, True))
            opened, wanted = -1, ""
        elif opened >= 0:
            if sign == wanted and not _inside_word(text, sign, at):
                found.append(Quote(opened, mark.end()))
                opened, wanted = -1, ""
        elif sign in _CLOSING and not _inside_word(text, sign, at):
            opened, wanted = at, _CLOSING[sign]
    if opened >= 0:
        found.append(Quote(opened, stop, True))
    return found


def _inside_word(text: str, sign: str, at: int) -> bool:
    """Whether a single mark is an apostrophe: a letter on both sides of it."""
    return sign in "‘’" and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


class Quotes(Sequence[Quote]):
    """The quotations of a text, to be asked about places in it."""

    def __init__(self, text: str) -> None:
        self._found = quotes(text)
        self._starts = [q.start for q in self._found]

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, k):  # type: ignore[no-untyped-def]
        return self._found[k]

    def at(self, place: int) -> Quote | None:
        """The quotation that holds this place."""
        k = bisect_left(self._starts, place + 1) - 1
        return self._found[k] if k >= 0 and place < self._found[k].end else None

    def after(self, place: int) -> int:
        """The number of the first quotation that begins at this place or later."""
        return bisect_left(self._starts, place)
