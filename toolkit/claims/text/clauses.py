"""Clauses of a sentence: which date goes with which verb depends on them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from toolkit.claims.text.quotes import quotes
from toolkit.claims.vocabulary import any_of, load, words
from toolkit.model import Span

_TABLE = load("clauses")
_FINITE = words(_TABLE["finite"]) | words(_TABLE["doubtful"])
_CONJUNCTIONS = words(_TABLE["comma"]) | words(_TABLE["bare"])


# What can cut is one of few signs: a search leaps from one to the next.
_CUT = re.compile(
    r"[;,.?!\s—](?:"
    rf"(?P<sure>(?<=;)|(?<=[,.?!])[”\"’»](?=\s)|(?<=,)(?=\s{any_of(words(_TABLE['comma']))}\b))"
    r"|(?P<dash>(?<=\s)(?:—|–|--|-)\s|(?<=\w—)(?=\w))"
    rf"|(?P<bare>(?<=\s)(?=(?:(?:and|but|or|even|just)\s)?{any_of(words(_TABLE['bare']))}\s)"
    r"(?<!\band\s)(?<!\bbut\s)(?<!\bor\s)))",
    re.I,
)
_WORD = re.compile(r"[\w’'-]+")


@lru_cache(maxsize=8)
def clauses(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The clauses of ``text[start:end]``, a sentence, in order: not overlapping, together all of it but white space.

    >>> text = "Russia said Sunday that troops crossed the border, and Kyiv denied it after the claim spread."
    >>> [text[a:b] for a, b in clauses(text, 0, len(text))]
    ['Russia said Sunday', 'that troops crossed the border,', 'and Kyiv denied it', 'after the claim spread.']
    """
    cuts = [cut for cut in _CUT.finditer(text, start, end) if cut.end() < end]
    if not cuts:
        return ((start, end),) if start < end else ()
    quoted = [(q.start, q.end) for q in quotes(text, start, end)]
    opened = [a for a, _ in quoted]

    def inside(at: int) -> bool:
        k = bisect_right(opened, at) - 1
        return k >= 0 and at < quoted[k][1] - 1

    ends = [cut.end() for cut in cuts] + [end]
    found, begin = [], start
    for k, cut in enumerate(cuts):
        sort = cut.lastgroup
        if sort == "dash" and inside(cut.start()):
            continue
        if sort == "bare" and not (
            _has_verb(text, cut.end(), ends[k + 1]) and _opened(text, begin, cut.start())
        ):
            continue
        found.append((begin, cut.end() if sort == "sure" else cut.start()))
        begin = cut.end()
    found.append((begin, end))
    return tuple(span for span in (_trim(text, *span) for span in found) if span[0] < span[1])


def _opened(text: str, start: int, end: int) -> bool:
    """Whether more than a lone conjunction stands before the next one ("though that thrust")."""
    found = _WORD.findall(text, start, end)
    return len(found) > 1 or (len(found) == 1 and found[0].lower() not in _CONJUNCTIONS)


def _has_verb(text: str, start: int, end: int) -> bool:
    """Whether a finite verb stands after the conjunction that opens this stretch."""
    found = [m[0].lower() for m in _WORD.finditer(text, start, end)][1:]
    return any(w in _FINITE or (len(w) > 4 and w.endswith("ed")) for w in found)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
