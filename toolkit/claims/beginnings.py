"""How the words that a pattern can match begin, so that a pattern is tried only where such a word stands."""

from __future__ import annotations

import re
from functools import cache

LENGTH = 4
"""Letters of a word by which patterns are told apart: its head."""
WORD = re.compile(rf"(?<!\w)(\w{{1,{LENGTH}}})\w*")
"""A word, with its head as the group."""
OPEN, ENDED = "*", " "
"""Behind a beginning: anything may follow; no letter does."""

# One piece of a pattern: the head of a group, a set, an escaped sign, a count, or a single sign.
_PIECE = re.compile(
    r"\((?:\?(?:>|[a-z]*(?:-[a-z]+)?:|<?[=!]))?|\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|\{[\d,]+\}|.", re.S
)
_AROUND = ("(?=", "(?!", "(?<=", "(?<!")  # what looks around takes no room
_PLACES = ("\\b", "\\B", "\\A", "\\Z", "^", "$")
_ALWAYS = ("+", "{1", "{2", "{3", "{4", "{5", "{6", "{7", "{8", "{9")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"
_SIGNS = " -–—.,;:!?'’\"“”()/"
_NOTHING: frozenset[str] = frozenset()
_EMPTY = frozenset({""})
_MANY = 10  # letters of a set above which it tells nothing


@cache
def beginnings(pattern: str) -> frozenset[str]:
    """What the first word of a match can begin with, in lower case, rather too much than too little.

    Each is a head, or something shorter with OPEN or ENDED behind it.

    >>> sorted(beginnings("(?:re)?captur(?:ed|es)|over ?r[au]n|(?:the )?\\\\w+ fell"))
    ['*', 'capt', 'over', 'reca', 'the ']
    """
    found, _ = _branches(_PIECE.findall(pattern), 0)
    return frozenset(each if _ended(each) else each + OPEN for each in found)


def _ended(beginning: str) -> bool:
    return len(beginning) == LENGTH or beginning.endswith((OPEN, ENDED))


def _branches(pieces: list[str], here: int) -> tuple[frozenset[str], int]:
    """The beginnings of the branches up to the end of a group, and the place behind it."""
    found, branch, known = _NOTHING, _EMPTY, False
    while here < len(pieces) and pieces[here] != ")":
        piece = pieces[here]
        here += 1
        if piece == "|":
            found, branch, known = found | branch, _EMPTY, False
        elif known:
            # Nothing that follows can tell more of how this branch begins.
            here = _behind_group(pieces, here) if piece.startswith("(") else here
        else:
            if piece.startswith("("):
                following, here = _branches(pieces, here)
                following = _EMPTY if piece in _AROUND else following
            else:
                following = _single(piece)
            count = ""
            while here < len(pieces) and pieces[here][0] in "?*+{":
                count, here = count or pieces[here], here + 1
            branch = _joined(branch, _counted(following, count))
            known = all(map(_ended, branch))
    return found | branch, here + 1


def _behind_group(pieces: list[str], here: int) -> int:
    depth = 1
    while depth and here < len(pieces):
        depth += pieces[here].startswith("(") - (pieces[here] == ")")
        here += 1
    return here


def _joined(beginnings_: frozenset[str], following: frozenset[str]) -> frozenset[str]:
    return frozenset(
        each if _ended(each) else (each + more)[:LENGTH] for each in beginnings_ for more in following
    )


def _counted(following: frozenset[str], count: str) -> frozenset[str]:
    """The beginnings of what stands there as often as a count says; what may follow the first time is not told."""
    if count and count != "?":
        following = frozenset(each if _ended(each) else each + OPEN for each in following)
    return following | _EMPTY if count and not count.startswith(_ALWAYS) else following


@cache
def _single(piece: str) -> frozenset[str]:
    if piece in _PLACES:
        return _EMPTY
    if len(piece) == 1 and piece.isalnum():
        return frozenset(piece.lower())
    pattern = re.compile(piece, re.I)
    letters = frozenset(filter(pattern.match, _LETTERS))
    if len(letters) > _MANY:
        return frozenset(OPEN)
    signs = not letters or any(map(pattern.match, _SIGNS))
    return letters | {ENDED} if signs else letters
