"""Quotations: where they begin and end, paragraph by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"', "''": "''", "``": "''", "‘": "’"}
# Wires of the time of typewriters write ``so''; behind a word or a full stop '' closes, and opens nothing.
_MARK = re.compile(r"[“”«»„\"‘’\n]|''|``")


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
    >>> [(q.start, q.end) for q in quotes("``No,'' she said, ``not us.''")]
    [(0, 7), (18, 29)]
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
            if (sign == wanted or (sign in '”"' and wanted in '”"')) and not _inside_word(text, sign, at):
                found.append(Quote(opened, mark.end()))
                opened, wanted = -1, ""
        elif sign in _CLOSING and not _inside_word(text, sign, at) and not _behind_word(text, sign, at):
            opened, wanted = at, _CLOSING[sign]
    if opened >= 0:
        found.append(Quote(opened, stop, True))
    return found


def _inside_word(text: str, sign: str, at: int) -> bool:
    """Whether a single mark is an apostrophe: a letter on both sides of it."""
    return sign in "‘’" and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()


def _behind_word(text: str, sign: str, at: int) -> bool:
    """Whether two single marks stand behind a word, and so close what another mark opened."""
    return sign == "''" and at > 0 and not text[at - 1].isspace()


class Quotes:
    """The quotations of a text, to be asked about places in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = quotes(text)
        self._starts = [q.start for q in self.found]

    def at(self, place: int) -> Quote | None:
        """The quotation that holds this place."""
        k = bisect_left(self._starts, place + 1) - 1
        return self.found[k] if k >= 0 and place < self.found[k].end else None

    def after(self, place: int) -> int:
        """The number of the first quotation that begins at this place or later."""
        return bisect_left(self._starts, place)

    def opening(self, quote: Quote) -> int:
        """Where the saying begins that this quotation ends: paragraphs before it that were left open belong to it."""
        k = self.after(quote.start)
        while (
            k > 0
            and self.found[k - 1].open
            and not self.text[self.found[k - 1].end : self.found[k].start].strip()
        ):
            k -= 1
        return self.found[k].start
