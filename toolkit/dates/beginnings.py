"""With which characters a rule's phrase can begin, so that the rule is tried only where they stand."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from toolkit.dates.vocabulary import CLASSES

REACH = 2  # characters: with more, a phrase that begins with any word would have too many beginnings
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SIGNS = (*LETTERS, "0", " ")  # "0" stands for every figure, " " for every other sign and for the end
Starts = frozenset[str]
NOTHING: Starts = frozenset(("",))
ANYTHING: Starts = frozenset("".join(signs) for signs in product(SIGNS, repeat=REACH))
BEHIND: Starts = frozenset((" ",))  # behind a match stands no letter or figure
# One piece of a phrase: the head of a group, a class, a set, an escaped sign, a count, or a single sign.
PIECE = re.compile(
    r"\((?:\?(?:P<\w+>|P=\w+\)|-i:|:|<?[=!]))?|<[a-z_0-9:]+>|\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|\{[\d,]+\}|.",
    re.DOTALL,
)
AROUND = ("(?=", "(?!", "(?<=", "(?<!")  # what looks around takes no room
PLACES = ("\\b", "\\B", "\\Z", "^", "$")
BLANKS = (" ", "[- ]")  # a run of them (see `vocabulary.expand`)
OPTIONAL = ("?", "*", "{0")


def alike(text: str) -> str:
    """The first characters of a text as `beginnings` writes them.

    >>> alike("The past"), alike("3 June"), alike("a")
    ('th', '0 ', 'a ')
    """
    return "".join(map(_sign, text[:REACH].ljust(REACH)))


def _sign(character: str) -> str:
    if not character.isascii() or not character.isalnum():
        return " "
    return "0" if character.isdigit() else character.lower()


@cache
def beginnings(phrase: str) -> Starts:
    """What a match of a phrase can begin with, rather too much than too little.

    >>> sorted(beginnings("(?:the )?(?:mid-?(?P<month>june|july))(?!-)"))
    ['mi', 'th']
    >>> sorted(beginnings(r"(?P<y>\\d{1,2})? ?of"))
    ['  ', ' o', '0 ', '00', '0o', 'of']
    """
    first = _read(PIECE.findall(phrase), 0)[0]
    return ANYTHING if "" in first else _then(first, BEHIND)


def _read(pieces: list[str], here: int) -> tuple[Starts, int]:
    """The beginnings of the branches up to the end of a group, and where it ends."""
    branches, branch = frozenset[str](), NOTHING
    while here < len(pieces) and pieces[here] != ")":
        piece = pieces[here]
        if piece == "|":
            branches, branch, here = branches | branch, NOTHING, here + 1
        elif all(len(each) == REACH for each in branch):
            here = _end(pieces, here) + 1
        else:
            if piece.startswith("(") and not piece.startswith("(?P="):
                inner, here = _read(pieces, here + 1)
                inner = NOTHING if piece in AROUND else inner
            else:
                inner = _single(piece)
            here += 1
            while here < len(pieces) and pieces[here][0] in "?*+{":
                if pieces[here] != "?":
                    inner = _then(inner, inner | NOTHING)
                if pieces[here].startswith(OPTIONAL):
                    inner |= NOTHING
                here += 1
            branch = _then(branch, inner)
    return branches | branch, here


def _end(pieces: list[str], here: int) -> int:
    """Where a piece ends: a group with its last bracket."""
    depth = 0
    while True:
        piece = pieces[here]
        depth += (piece[0] == "(" and piece[-1] != ")") - (piece == ")")
        if depth == 0:
            return here
        here += 1


def _then(first: Starts, second: Starts) -> Starts:
    whole = frozenset(each for each in first if len(each) == REACH)
    return whole | {(each + other)[:REACH] for each in first - whole for other in second}


@cache
def _single(piece: str) -> Starts:
    if piece in PLACES:
        return NOTHING
    if piece in BLANKS:
        return frozenset(" " * count for count in range(1, REACH + 1))
    if piece.startswith("(?P="):
        return ANYTHING | NOTHING
    if len(piece) > 2 and piece.startswith("<"):
        return _read(PIECE.findall(CLASSES[piece[1:-1].rpartition(":")[2]]), 0)[0]
    pattern = re.compile(piece, re.IGNORECASE | re.ASCII)
    return frozenset(_sign(each) for each in f"{LETTERS}0123456789 \n-.,é{piece}" if pattern.match(each))
