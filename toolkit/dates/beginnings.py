"""Which letters and figures a rule's phrase can begin with, so that it is tried only where one of them stands."""

from __future__ import annotations

import re
from functools import cache

from toolkit.dates.vocabulary import CLASSES

ALL = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
NONE: frozenset[str] = frozenset()
# One piece of a phrase: the head of a group, a class, a set, an escaped sign, a count, or a single sign.
PIECE = re.compile(
    r"\((?:\?(?:P<\w+>|P=\w+\)|-i:|:|<?[=!]))?|<[a-z_0-9:]+>|\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|\{[\d,]+\}|.",
    re.DOTALL,
)
AROUND = ("(?=", "(?!", "(?<=", "(?<!")  # what looks around takes no room
PLACES = ("\\b", "\\B", "\\Z", "^", "$")
OPTIONAL = ("?", "*", "{0")


@cache
def beginnings(phrase: str) -> frozenset[str]:
    """The letters (in lower case) and figures with which a match of a phrase can begin; rather too many than too few.

    >>> sorted(beginnings("(?:the )?(?:<season>|mid-?(?P<month>june|july))(?!-)"))
    ['a', 'f', 'm', 's', 't', 'w']
    >>> sorted(beginnings(r"(?P<y>\\d{2,4})? ?of")) == sorted("0123456789o")
    True
    """
    return _read(PIECE.findall(phrase), 0)[0]


def _read(pieces: list[str], here: int) -> tuple[frozenset[str], bool, int]:
    """The beginnings of the branches up to the end of a group, whether one of them can be empty, and where it ends."""
    found, one_empty, empty = NONE, False, True
    while here < len(pieces) and pieces[here] != ")":
        piece = pieces[here]
        if piece == "|":
            one_empty, empty, here = one_empty or empty, True, here + 1
            continue
        if piece.startswith("(") and not piece.startswith("(?P="):
            first, skip, here = _read(pieces, here + 1)
            first, skip = (NONE, True) if piece in AROUND else (first, skip)
        else:
            first, skip = _single(piece)
        here += 1
        while here < len(pieces) and pieces[here][0] in "?*+{":
            skip = skip or pieces[here].startswith(OPTIONAL)
            here += 1
        if empty:
            found, empty = found | first, skip
    return found, one_empty or empty, here


@cache
def _single(piece: str) -> tuple[frozenset[str], bool]:
    if piece in PLACES:
        return NONE, True
    if piece.startswith("(?P="):
        return ALL, True
    if len(piece) > 2 and piece.startswith("<"):
        kind = piece[1:-1].rpartition(":")[2]
        first, skip, _ = _read(PIECE.findall(CLASSES[kind]), 0)
        return first, skip
    pattern = re.compile(piece, re.IGNORECASE | re.ASCII)
    return frozenset(filter(pattern.match, ALL)), False
