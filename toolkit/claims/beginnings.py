"""How the words that a pattern can match begin, so that a pattern is tried only where such a word stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
_MANY = 10  # letters of a set above which it tells nothing


def beginnings(pattern: str) -> frozenset[str]:
    """What the first word of a match can begin with, in lower case, rather too much than too little.

    Each is a head, or something shorter with OPEN or ENDED behind it.

    >>> sorted(beginnings("(?:re)?captur(?:ed|es)|over ?r[au]n|(?:the )?\\\\w+ fell"))
    ['*', 'capt', 'over', 'reca', 'the ']
    """
    found, _ = _branches(_PIECE.findall(pattern), 0)
    return frozenset(each if _ended(each) else each + OPEN for each in found)


def can_begin(head: str, listed: Iterable[str]) -> bool:
    """Whether a word with this head can be the first of a match that has one of the `listed` beginnings.

    >>> [can_begin(head, {"capt", "t*", "the "}) for head in ("capt", "tank", "the", "them", "cap")]
    [True, True, True, True, False]
    """
    return any(
        head.startswith(each[:-1]) if each.endswith(OPEN) else head == each.rstrip(ENDED) for each in listed
    )


def _ended(beginning: str) -> bool:
    return len(beginning) == LENGTH or beginning.endswith((OPEN, ENDED))


def _branches(pieces: list[str], here: int) -> tuple[set[str], int]:
    """The beginnings of the branches up to the end of a group, and where it ends."""
    found: set[str] = set()
    branch = {""}
    while here < len(pieces) and pieces[here] != ")":
        piece = pieces[here]
        here += 1
        if piece == "|":
            found |= branch
            branch = {""}
            continue
        if piece.startswith("("):
            following, here = _branches(pieces, here)
            here += 1
            following = {""} if piece in _AROUND else following
        else:
            following = _single(piece)
        count = ""
        while here < len(pieces) and pieces[here][0] in "?*+{":
            count, here = count or pieces[here], here + 1
        if count and count != "?":
            following = {each if _ended(each) else each + OPEN for each in following}
        if count and not count.startswith(_ALWAYS):
            following = {"", *following}
        branch = {each if _ended(each) else (each + more)[:LENGTH] for each in branch for more in following}
    return found | branch, here


def _single(piece: str) -> set[str]:
    if piece in _PLACES:
        return {""}
    if len(piece) == 1 and piece.isalnum():
        return {piece.lower()}
    if piece == ".":
        return {OPEN}
    pattern = re.compile(piece, re.I)
    letters = set(filter(pattern.match, _LETTERS))
    if len(letters) > _MANY:
        return {OPEN}
    return {*letters, ENDED} if not letters or any(map(pattern.match, _SIGNS)) else letters
