"""Sentences of running text, with exact offsets.

A line ends a sentence, because news text has headlines, list items and captions without a full stop; only in a block of
lines that is visibly wrapped does the sentence run on. What is no running text stays outside: list markers, heading
signs, rules made of dashes, note numbers stuck to a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from toolkit.claims.vocabulary import load, words
from toolkit.model import Span

_TABLE = load("sentences")
_NEVER, _NUMBER, _SOFT, _STARTERS = (words(_TABLE[key]) for key in ("never", "number", "soft", "starters"))

LONGEST = 2000
"""Characters after which a passage without any full stop is cut, so that whatever reads sentences stays linear."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]++")
_BLOCK = re.compile(r"[^\n]++(?>(?:\n[^\n]++)*)")
_WRAP = re.compile(r"[a-z,]\s?\n[a-z]")
_WRAPS = re.compile(r"\n(?:(?<=[a-z,]\n)|(?<=[a-z,]\s\n))[a-z]")  # the same, looked for from line to line
# Markers open a line; a sign that can also begin a text needs white space after it to be one.
_MARKER = re.compile(r"(?>(?:\s++|(?:[-*+–—·∙]|#{1,6}+|>|\(?\d{1,2}[.)]|\[[ xX]\])(?=\s)|[•‣◦▪●■►])*)")
_CELL = re.compile(r"[^|]++")
# Possessive, and nothing asked of what follows: a line of a million full stops is read once.
_STOP = re.compile(r"[.!?…。！？]++(?>(?:[ \xa0]\.)*)[\"'”’»)\]*_]*+")
_NOTE = re.compile(r"(?:\d{1,3}(?:[,–-]\d{1,3})*|(?:\[\d{1,3}\])+)(?=\s|\Z)")
_NETWORK = " on X"
_NEXT = re.compile(r"[\"'“‘«(\[*_¿¡]*([\w’'-]*(?:\.\w+)*)")
_WORD_BEFORE = re.compile(r"[\w.’'-]*\Z")
# A question or an exclamation that is quoted goes on: "Why?" Smith asked.
_ASIDE = re.compile(r"(?:[\w’'-]+\s){1,4}?(?:ask|say|said|wrote|told|add|repl|shout|tweet|exclaim)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the text's list and its characters, end exclusive."""

    index: int
    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order, not overlapping, trimmed of white space; never raises.

    >>> text = "Gen. A. B. Lee spoke at 5 p.m. Monday.  “We go. We stay.”\\n- Rates fell to 3.5 percent"
    >>> [text[s.start:s.end] for s in sentences(text)]
    ['Gen. A. B. Lee spoke at 5 p.m. Monday.', '“We go.', 'We stay.”', 'Rates fell to 3.5 percent']
    """
    notes = [0]
    spans = (span for line in _lines(text) for span in _split(text, *line, notes))
    return [Sentence(i, start, end) for i, (start, end) in enumerate(spans)]


def line_start(text: str, at: int, reach: int = 10_000) -> int:
    """Where the line that holds a place begins, or `reach` characters before that place, so that a text of one line
    stays linear.

    >>> line_start("One.\\nTwo. Three.", 12), line_start("One. Two. Three.", 12, reach=5)
    (5, 7)
    """
    floor = max(0, at - reach)
    return max(floor, text.rfind("\n", floor, at) + 1)


def _lines(text: str) -> Iterator[Span]:
    """Lines without their markers; a wrapped block counts as one line, a row of a table as its cells."""
    for start, end in _physical(text):
        marker = _MARKER.match(text, start, end)
        begin = marker.end() if marker else start
        if text.find("|", begin, end) >= 0:
            yield from (cell.span() for cell in _CELL.finditer(text, begin, end))
        elif begin < end:
            yield begin, end


def _physical(text: str) -> Iterator[Span]:
    if not _WRAPS.search(text):
        yield from (m.span() for m in _LINE.finditer(text))
        return
    for block in _BLOCK.finditer(text):
        lines = [m.span() for m in _LINE.finditer(text, *block.span())]
        yield from _items(text, lines) if _wrapped(text, lines) else lines


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Whether a block is one text broken into lines of about equal width."""
    widths = [end - start for start, end in lines]
    if len(lines) < 2 or max(widths) > 100 or min(widths[:-1]) < 30:
        return False
    return any(_WRAP.match(text, before - 1) for (_, before), _ in pairwise(lines))


def _items(text: str, lines: list[Span]) -> Iterator[Span]:
    """A wrapped block, cut where a list item begins."""
    begin = lines[0][0]
    for (_, before), (start, end) in pairwise(lines):
        marker = _MARKER.match(text, start, end)
        if marker and marker[0].strip():
            yield begin, before
            begin = start
    yield begin, lines[-1][1]


def _split(text: str, start: int, end: int, notes: list[int]) -> Iterator[Span]:
    """The sentences of a line; `notes` counts the note numbers seen in the text."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        after = stop.end()
        if after < end and not text[after].isspace():
            note = _NOTE.match(text, after, end)
            if note and _is_note(text, stop, note, notes):
                after = note.end()
            elif not (stop[0][-1] in '"”' and text[after].isupper()):
                continue
        if after >= end or _closes(text, stop, after, end):
            yield from _trim(text, begin, stop.end())
            begin = after
    yield from _trim(text, begin, end)


def _is_note(text: str, stop: re.Match[str], note: re.Match[str], notes: list[int]) -> bool:
    """Whether digits stuck to a full stop number a note; behind a digit only in a text seen to have such notes."""
    before = text[stop.start() - 1 : stop.start()]
    if stop[0] == "." and not (before.isalpha() or before in tuple('"”’)]%')):
        return notes[0] >= 3 and (
            text[note.end() : note.end() + 2].strip()[:1].isupper() or note.end() == len(text)
        )
    notes[0] += 1
    return True


def _closes(text: str, stop: re.Match[str], after: int, end: int) -> bool:
    """Whether the mark that `stop` matched ends a sentence, given that white space or a capital follows."""
    gap = after
    while gap < end and text[gap].isspace():
        gap += 1
    following = _NEXT.match(text, gap, end)
    word = following[1] if following else ""
    mark = stop[0].rstrip("\"'”’»)]*_")
    if word[:1].islower() or (gap < end and text[gap] in ",;:-–—"):
        return False
    if mark[-1:] in "!?":
        return mark == stop[0] or not _ASIDE.match(text, gap, min(end, gap + 60))
    if mark != "." or stop[0] != ".":
        return True
    if text.endswith(_NETWORK, max(0, stop.start() - len(_NETWORK)), stop.start()):
        return True
    floor = max(0, stop.start() - 24)
    before = _WORD_BEFORE.search(text, max(floor, text.rfind(" ", floor, stop.start()) + 1), stop.start())
    return _word_closes(before[0].strip("'’-").lower() if before else "", word, before[0] if before else "")


def _word_closes(before: str, word: str, written: str) -> bool:
    starter = word.lower() in _STARTERS
    if before in _NEVER or (len(written) == 1 and written.isupper() and written != "I"):
        return before in _SOFT and starter
    if word[:1].isdigit() and before in _NUMBER:
        return False
    if before in _SOFT or ("." in before and len(before.rsplit(".", 1)[1]) == 1):
        return starter or not word
    return True


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without white space around it, in pieces no longer than LONGEST; nothing where no word is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield from _trim(text, start, cut)
        start = cut + (text[cut] == " ")
    if any(map(str.isalnum, text[start:end])):
        yield start, end
