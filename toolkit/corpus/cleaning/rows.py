"""Tables in Markdown: a row becomes a line of cells with semicolons between them, a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from toolkit.corpus.cleaning.edits import Edit

BETWEEN = "; "
"""Between two cells: what stands in a row belongs together, a date with its event, and a semicolon ends a clause."""

_PIPE = re.compile(r"(?<!\\)\|")
_PIPES = re.compile(r"(?>(?:[ \t]*+(?<!\\)\|)+)[ \t]*+")
_BELOW_THE_HEAD = re.compile(r"[ \t|:-]*-{2,}[ \t|:-]*")
_BOTH_ENDS = re.compile(r"[ \t]*\|.*\|[ \t]*")
_ENDED = tuple(".!?…;:,")


def rows(text: str, markdown: bool) -> Iterator[Edit]:
    """The edits that turn the rows of tables into lines.

    In Markdown two lines with pipes are a table; elsewhere only lines that begin and end with one are rows.

    >>> from toolkit.corpus.cleaning.edits import Traced
    >>> traced = Traced("| Day | What |\\n|---|---|\\n| 8 June | They met. |")
    >>> traced.apply(rows(traced.text, True))
    >>> traced.text
    'Day; What\\n\\n8 June; They met.'
    """
    if "|" not in text:
        return
    blank = True  # the line above
    for piped, block in groupby(_lines(text), key=lambda line: bool(_PIPE.search(text, *line))):
        lines = list(block)
        loose = markdown and len(lines) > 1
        for start, end in lines:
            row = piped and (loose or _BOTH_ENDS.fullmatch(text, start, end))
            below_the_head = row and _BELOW_THE_HEAD.fullmatch(text, start, end)
            if below_the_head:
                yield Edit(start, end)
            elif row:
                yield from _row(text, start, end, "" if blank else "\n")
            blank = bool(below_the_head) or not text[start:end].strip()


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


def _row(text: str, start: int, end: int, above: str) -> Iterator[Edit]:
    """The edits of one row, with what is put above it."""
    first = _PIPES.match(text, start, end)
    yield Edit(start, first.end() if first else start, above)
    for pipes in _PIPES.finditer(text, first.end() if first else start, end):
        ended = text[pipes.start() - 1] in _ENDED
        yield Edit(*pipes.span(), "" if pipes.end() == end else " " if ended else BETWEEN)
