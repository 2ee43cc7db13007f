"""Paragraphs: the pieces of a text that are parsed on their own, so that no parse leaks from one into the next.

A line ends a paragraph, because news text has headlines, captions and list items without a full stop; only where a
line is visibly wrapped (it ends in a small letter or a comma, the next begins with a small one) does it go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.model import Span

LONGEST = 5000
"""Characters after which a paragraph is cut, at the end of a sentence where there is one."""

HEAD = 120
"""Characters in which a dateline ends."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_STOPS = (". ", "! ", "? ", ".” ", '." ', " ")


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text in order, trimmed of white space, none empty or longer than `LONGEST`; never raises.

    >>> text = "Rain in the north\\n\\nThe river rose on Monday,\\nthe mayor said.  \\nRoads are closed."
    >>> [text[start:end] for start, end in paragraphs(text)]
    ['Rain in the north', 'The river rose on Monday,\\nthe mayor said.', 'Roads are closed.']
    """
    return [piece for start, end in _blocks(text) for piece in _cut(text, start, end)]


def _blocks(text: str) -> Iterator[Span]:
    begin = last = -1
    for line in _LINE.finditer(text):
        start, end = _trim(text, *line.span())
        if start == end:
            continue
        if begin >= 0 and not _goes_on(text, last, start):
            yield begin, last
            begin = start
        begin = start if begin < 0 else begin
        last = end
    if begin >= 0:
        yield begin, last


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether the line that begins at `start` continues the one that ends at `end`."""
    before, after = text[end - 1], text[start]
    return text.count("\n", end, start) < 2 and (before.islower() or before == ",") and after.islower()


_UPPER = "A-Z\u00c0-\u00dd"
_TOWN = (
    rf"(?>(?!(?:On|In|At|By|As|The|A|From|Since|Until)\b)[{_UPPER}][\w’'.]*"
    rf"(?:[ -](?:[{_UPPER}]|(?:d[aeiou]|au|al|el|la|le|sur|of)\b)[\w’'.]*){{0,4}})"
)
_TOWNS = rf"{_TOWN}(?: \({_TOWN}\))?(?:\s?[,/] ?{_TOWN}){{0,3}}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:\w+day,? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r"\([A-Z][\w’'./ ]{1,30}\)"
_DATELINES = (
    rf"\({_TOWNS},? {_DAY}\)\s*[-–—]+",  # (Geneva, May 3, 2024) -
    rf"{_TOWNS},? \({_DAY}\)\s*[-–—]+",  # GENEVA (3 May 2024) -
    rf"{_TOWNS},? {_DAY},? ?(?:{_AGENCY}\s*[-–—:]*|[-–—]+)",  # Lima, May 3 (Reuters) -
    rf"{_TOWNS} ?{_AGENCY}\s*[-–—:]+",  # ROME (ANSA) -
    rf"{_TOWN}, {_TOWN}\s[–—]",  # Nairobi, Kenya –
    rf"[{_UPPER}]{{3}}[{_UPPER}\w ,./-]{{0,40}}?(?:\s?[–—]|\s-+)",  # KYIV -
    rf"[{_UPPER}]{{5}}[{_UPPER} ]{{0,20}}:",  # PARIS:
)
_DATELINE = re.compile(rf"(?:{'|'.join(_DATELINES)})\s+(?=[{_UPPER}“\"'‘\d])")


def dateline(text: str, start: int, end: int) -> int:
    """Where a paragraph begins behind its dateline: the town, the day and the agency are no part of its first sentence.

    >>> text = "ROME (ANSA) - The river rose."
    >>> text[dateline(text, 0, len(text)) :]
    'The river rose.'
    >>> text = "(Lima, May 3, 2024) – The river rose."
    >>> text[dateline(text, 0, len(text)) :]
    'The river rose.'
    """
    found = _DATELINE.match(text, start, min(end, start + HEAD))
    return found.end() if found else start


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    head = dateline(text, start, end)
    if head > start:
        yield from _some(text, start, head)
        start = head
    while end - start > LONGEST:
        cut = _place(text, start, start + LONGEST)
        yield from _some(text, start, cut)
        start = cut
    yield from _some(text, start, end)


def _place(text: str, start: int, limit: int) -> int:
    """Where a paragraph that goes on to `limit` and beyond is cut."""
    for stop in _STOPS:
        at = text.rfind(stop, start + 1, limit)
        if at >= 0:
            return at + len(stop)
    return limit


def _some(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = _trim(text, start, end)
    if start < end:
        yield start, end


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
