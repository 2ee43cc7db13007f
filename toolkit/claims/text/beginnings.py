"""How the words that a pattern can match begin, so that a pattern is tried only where such words stand."""

from __future__ import annotations

import re
from functools import cache

from toolkit.claims.vocabulary import load, words

LENGTH = 6
"""Letters of a word by which patterns are told apart: its head."""
WORD = re.compile(r"(?<!\w)\w++")
OPEN, ENDED = "*", " "
"""Behind a beginning: anything may follow; no letter does."""

# One piece of a pattern: letters without a count, the head of a group, a set, an escaped sign, a count, or any sign.
_PIECE = re.compile(
    r"[a-z]+(?![?*+{])|\((?:\?(?:>|[a-z]*(?:-[a-z]+)?:|<?[=!]))?|\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|\{[\d,]+\}|.",
    re.S,
)
_AROUND = ("(?=", "(?!", "(?<=", "(?<!")  # what looks around takes no room
_PLACES = ("\\b", "\\B", "\\A", "\\Z", "^", "$")
_ALWAYS = ("+", "{1", "{2", "{3", "{4", "{5", "{6", "{7", "{8", "{9")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"
_SIGNS = " -–—.,;:!?'’\"“”()/"
_EMPTY, _ANY, _SIGN = frozenset({""}), frozenset({OPEN}), frozenset({ENDED})
_SMALL = (
    "determiner",
    "subject",
    "relative",
    "preposition",
    "auxiliary",
    "adverb",
    "conjunction",
    "subordinator",
)
_MANY = 10  # letters of a set above which it tells nothing


@cache
def beginnings(pattern: str, whole: bool = False) -> frozenset[str]:
    """What the first word of a match can begin with, in lower case, rather too much than too little.

    Each is a head, or something shorter with OPEN or ENDED behind it. If `whole`, no match ends within a word.

    >>> sorted(beginnings("(?:re)?captur(?:ed|es)|over ?r[au]n|(?:the )?\\\\w+ fell"))
    ['*', 'captur', 'over ', 'overra', 'overru', 'recapt', 'the ']
    """
    return _closed(_branches(_PIECE.findall(pattern), 0)[0], ENDED if whole else OPEN)


@cache
def needed(pattern: str, whole: bool = False) -> frozenset[str]:
    """How a word begins of which one stands in every match that begins with a word: of all such words the one that
    texts have least; OPEN where there is none.

    >>> sorted(needed("(?:the |an? )?(?:\\\\w+ )?round of talks|\\\\d+ (?:dead|injured) "))
    ['dead ', 'injure', 'round ']
    """
    return _needed(_PIECE.findall(pattern), 0, True, ENDED if whole else OPEN)[0]


def _needed(pieces: list[str], here: int, fresh: bool, end: str = OPEN) -> tuple[frozenset[str], int, bool]:
    """What each of the branches up to the end of a group needs, the place behind it, and whether a word begins there.

    `fresh` if a word begins before it; `end` tells how a word goes on that a branch leaves unfinished.
    """
    found, here, ends = _needed_by_branch(pieces, here, fresh, end)
    while here < len(pieces) and pieces[here] == "|":
        other, here, fresh_behind = _needed_by_branch(pieces, here + 1, fresh, end)
        found, ends = found | other, ends and fresh_behind
    return found, here + 1, ends


def _needed_by_branch(
    pieces: list[str], here: int, fresh: bool, end: str
) -> tuple[frozenset[str], int, bool]:
    best = _ANY
    while here < len(pieces) and pieces[here] not in ("|", ")"):
        piece, before, inside = pieces[here], fresh, _ANY
        if piece in _AROUND or piece in _PLACES:
            here = _behind_group(pieces, here + 1) if piece in _AROUND else here + 1
            continue
        if fresh:
            best = min(best, _closed(_branch(pieces, here)[0], end), key=_commonness)
        if piece.startswith("("):
            inside, here, fresh = _needed(pieces, here + 1, fresh)
        else:
            here, fresh = here + 1, _single(piece) == _SIGN
        count, here = _count(pieces, here)
        if _optional(count):
            fresh = fresh and before
        else:
            best = min(best, inside, key=_commonness)
    return best, here, fresh


def _commonness(words_: frozenset[str]) -> int:
    """About how many words of a text begin so."""
    return sum(map(_share, words_))


@cache
def _share(beginning: str) -> int:
    if beginning in (OPEN, ENDED):
        return 1_000_000
    if beginning.rstrip(ENDED) in _small():
        return 100
    return 4 ** (LENGTH - len(beginning)) if beginning.endswith(OPEN) else 1


@cache
def _small() -> frozenset[str]:
    listed = load("attribution")["classes"]
    return frozenset(word[:LENGTH] for kind in _SMALL for word in words(listed[kind]))


def _closed(found: frozenset[str], end: str) -> frozenset[str]:
    return frozenset(each if _ended(each) else each + end if each else OPEN for each in found)


def _ended(beginning: str) -> bool:
    return len(beginning) == LENGTH or beginning.endswith((OPEN, ENDED))


def _branches(pieces: list[str], here: int) -> tuple[frozenset[str], int]:
    """The beginnings of the branches up to the end of a group, and the place behind it."""
    found, here = _branch(pieces, here)
    while here < len(pieces) and pieces[here] == "|":
        branch, here = _branch(pieces, here + 1)
        found |= branch
    return found, here + 1


def _branch(pieces: list[str], here: int) -> tuple[frozenset[str], int]:
    """The beginnings of a branch from a place in it on, and where it ends."""
    found, known = _EMPTY, False
    while here < len(pieces) and pieces[here] not in ("|", ")"):
        piece = pieces[here]
        here += 1
        if known:
            # Nothing that follows can tell more of how this branch begins.
            here = _behind_group(pieces, here) if piece.startswith("(") else here
            continue
        if piece.startswith("("):
            following, here = _branches(pieces, here)
            following = _EMPTY if piece in _AROUND else following
        else:
            following = _single(piece)
        count, here = _count(pieces, here)
        found = _joined(found, _counted(following, count))
        known = all(map(_ended, found))
    return found, here


def _count(pieces: list[str], here: int) -> tuple[str, int]:
    """How often the piece before a place stands there, and the place behind the count."""
    count = ""
    while here < len(pieces) and pieces[here][0] in "?*+{":
        count, here = count or pieces[here], here + 1
    return count, here


def _optional(count: str) -> bool:
    return bool(count) and not count.startswith(_ALWAYS)


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
    return following | _EMPTY if _optional(count) else following


@cache
def _single(piece: str) -> frozenset[str]:
    if piece in _PLACES:
        return _EMPTY
    if piece.isalnum():
        return frozenset({piece.lower()})
    pattern = re.compile(piece, re.I)
    letters = frozenset(filter(pattern.match, _LETTERS))
    if len(letters) > _MANY:
        return frozenset(OPEN)
    signs = not letters or any(map(pattern.match, _SIGNS))
    return letters | {ENDED} if signs else letters
