"""With which characters a rule's phrase can begin, and which can stand behind its first word or figure, so that the
rule is tried (and its pattern compiled) only where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import product

from toolkit.dates.lazy import lazily
from toolkit.dates.vocabulary import CLASSES

REACH = 2  # characters: with more, a phrase that begins with any word would have too many beginnings
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SIGNS = (*LETTERS, "0", " ")  # "0" stands for every figure, " " for every other sign and for the end
Starts = frozenset[str]
NOTHING: Starts = frozenset(("",))
ANYTHING: Starts = frozenset("".join(signs) for signs in product(SIGNS, repeat=REACH))
BEHIND: Starts = frozenset((" ",))  # behind a match stands no letter or figure
# One piece of a phrase: the head of a group, a class, a set, an escaped sign, a count, or a single sign.
PIECE = lazily(
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
            here = end_of(pieces, here) + 1
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


def end_of(pieces: list[str], here: int) -> int:
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
    pattern = lazily(piece, re.IGNORECASE | re.ASCII)
    return frozenset(_sign(each) for each in f"{LETTERS}0123456789 \n-.,é{piece}" if pattern.match(each))


# What stands behind the first run of letters or of figures: blanks (" ") or other signs (".") and the next letter or
# figure, or two signs right behind it.
BLANK = " \t\n\xa0"
MARKS = (*LETTERS, "0", " ", ".")
BETWEEN = (" ", ".")
SAMPLES = f"{LETTERS}0123456789{BLANK}\r\f\v-.,é"
LOOKED_AT = 4  # signs
UNTOLD = ""


def continuation(text: str, start: int, end: int) -> str:
    """The kind of the run from start to end, and what stands behind it as `continuations` writes it.

    >>> continuation("Early June", 0, 5), continuation("the 5th", 4, 5), continuation("May, 2025", 0, 3)
    ('a j', '0th', 'a.0')
    """
    if not text[start:end].isascii():
        return UNTOLD
    state = "0" if text[start].isdigit() else "a"
    for sign in text[end : end + LOOKED_AT]:
        state = _followed(state, _mark(sign))
        if len(state) > REACH:
            return state
    return UNTOLD


def _mark(character: str) -> str:
    if character in BLANK:
        return " "
    if not character.isascii() or not character.isalnum():
        return "."
    return "0" if character.isdigit() else character.lower()


def _followed(state: str, sign: str) -> str:
    if not state or state in LETTERS + "0":
        kind = "0" if sign == "0" else "a" if sign in LETTERS else ""
        return kind if state in (kind, "") else state + sign
    if state[1] in BETWEEN and sign in BETWEEN:
        return state if sign == " " else state[0] + sign
    return state + sign


@cache
def continuations(phrase: str) -> Starts:
    """What can stand behind the first run of letters or figures of a match that begins with one, and UNTOLD.

    >>> sorted(continuations("the <year>")), "a.x" in continuations("(?:mid-)?june")
    (['', 'a 0'], True)
    """
    states = _walk(PIECE.findall(phrase), 0, frozenset(("",)))[0]
    for signs in (BETWEEN, MARKS, MARKS):
        states = _step(states, signs)
    return frozenset(filter(_whole, states)) | {UNTOLD}


def _walk(pieces: list[str], here: int, states: Starts) -> tuple[Starts, int]:
    """What has been read at the end of a group, after what has been read before it; and where it ends."""
    reached, branch = frozenset[str](), states
    while here < len(pieces) and pieces[here] != ")":
        piece = pieces[here]
        if piece == "|":
            reached, branch, here = reached | branch, states, here + 1
            continue
        end = end_of(pieces, here)
        group = piece.startswith("(") and not piece.startswith("(?P=")
        counted = end + 1
        while counted < len(pieces) and pieces[counted][0] in "?*+{":
            counted += 1
        if not all(map(_whole, branch)) and piece not in AROUND:
            branch = _counted(pieces, here, branch, pieces[end + 1 : counted], group)
        here = counted
    return reached | branch, here


def _counted(pieces: list[str], here: int, states: Starts, counts: list[str], group: bool) -> Starts:
    """The same after one piece as often as its counts say."""

    def once(before: Starts) -> Starts:
        return _walk(pieces, here + 1, before)[0] if group else _over(pieces[here], before)

    after = once(states)
    if any(each != "?" for each in counts):
        while not (further := once(after)) <= after:
            after |= further
    return after | states if any(each.startswith(OPTIONAL) for each in counts) else after


@cache
def _over(piece: str, states: Starts) -> Starts:
    if piece in PLACES:
        return states
    if len(piece) > 2 and piece.startswith("<"):
        return _walk(PIECE.findall(CLASSES[piece[1:-1].rpartition(":")[2]]), 0, states)[0]
    if piece.startswith("(?P="):
        while not (further := _step(states, MARKS)) <= states:
            states |= further
        return states
    if piece in BLANKS:
        signs = " ." if piece == "[- ]" else " "
        once = _step(states, signs)
        return once | _step(once, " ")
    return _step(states, _marks(piece))


@cache
def _marks(piece: str) -> Starts:
    pattern = lazily(piece, re.IGNORECASE | re.ASCII)
    return frozenset(_mark(each) for each in SAMPLES + piece if pattern.match(each))


def _whole(state: str) -> bool:
    return len(state) > REACH


def _step(states: Starts, signs: Iterable[str]) -> Starts:
    """One more sign behind each: the first run is but its kind, and nothing that begins otherwise is followed."""
    found = {state for state in states if _whole(state)}
    found |= {_followed(state, sign) for state in states - found for sign in signs if state or sign.isalnum()}
    return frozenset(found)
