"""The words with which a rule's phrase can begin, so that it is tried only at those."""

from __future__ import annotations

import re
from functools import cache

from toolkit.dates.beginnings import AROUND, BLANKS, LETTERS, OPTIONAL, PIECE, PLACES, end_of
from toolkit.dates.vocabulary import CLASSES

Words = frozenset[str]
EMPTY: Words = frozenset(("",))
MOST = 2_000  # words of one phrase
DONE = " "  # behind a word that has ended


class Boundless(Exception):
    """The phrase can begin with any word."""


@cache
def first_words(phrase: str) -> Words | None:
    """The first words of a phrase's matches in small letters, with those without a word as ""; None where there is
    no end of them.

    >>> sorted(first_words("(?:the )?mid-?(?P<month>june|july)")), first_words("[a-z]+ ago")
    (['mid', 'midjuly', 'midjune', 'the'], None)
    >>> sorted(first_words("(?:about )?\\\\d+ days?"))
    ['', 'about']
    """
    try:
        found = _walk(PIECE.findall(phrase), 0, EMPTY)[0]
    except Boundless:
        return None
    return frozenset(each.rstrip(DONE) for each in found)


def _walk(pieces: list[str], here: int, states: Words) -> tuple[Words, int]:
    """What has been read at the end of a group, after what has been read before it; and where it ends."""
    reached, branch = Words(), states
    while here < len(pieces) and pieces[here] != ")":
        piece = pieces[here]
        if piece == "|":
            reached, branch, here = reached | branch, states, here + 1
            continue
        end = end_of(pieces, here)
        counted = end + 1
        while counted < len(pieces) and pieces[counted][0] in "?*+{":
            counted += 1
        open_ = frozenset(each for each in branch if not each.endswith(DONE))
        if open_ and piece not in AROUND:
            branch = (branch - open_) | _counted(pieces, here, open_, pieces[end + 1 : counted])
        here = counted
    return reached | branch, here


def _counted(pieces: list[str], here: int, states: Words, counts: list[str]) -> Words:
    """The same after one piece as often as its counts say."""
    group = pieces[here].startswith("(") and not pieces[here].startswith("(?P=")
    after = _walk(pieces, here + 1, states)[0] if group else _over(pieces[here], states)
    if any(each != "?" for each in counts) and any(not each.endswith(DONE) for each in after):
        raise Boundless
    if len(after) > MOST:
        raise Boundless
    return after | states if any(each.startswith(OPTIONAL) for each in counts) else after


def _over(piece: str, states: Words) -> Words:
    if piece in PLACES:
        return states
    if piece.startswith("(?P="):
        raise Boundless
    if len(piece) > 2 and piece.startswith("<"):
        return _joined(states, _of_class(piece[1:-1].rpartition(":")[2]))
    if piece in BLANKS:
        return _joined(states, frozenset((DONE,)))
    return _joined(states, _signs(piece))


def _joined(states: Words, more: Words) -> Words:
    return frozenset(state + each for state in states for each in more)


@cache
def _of_class(kind: str) -> Words:
    return _walk(PIECE.findall(CLASSES[kind]), 0, EMPTY)[0]


@cache
def _signs(piece: str) -> Words:
    """What one sign adds to a word: the letters that it can be, or its end."""
    pattern = re.compile(piece, re.IGNORECASE | re.ASCII)
    found = {each for each in LETTERS if pattern.match(each)}
    if any(
        pattern.match(each)
        for each in f"0123456789 \n\t-–.,:/'’é{piece}"
        if not each.isalpha() or each == "é"
    ):
        found.add(DONE)
    return frozenset(found)
