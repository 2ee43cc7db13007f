"""Pieces of words of which every match of a rule's phrase holds one ("ago", "quarter"), so that the rule is tried only
where one of them is near: most rules fail where they are tried, and a failing pattern takes longer than the look."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from toolkit.dates.beginnings import AROUND, OPTIONAL, PIECE, end_of
from toolkit.dates.vocabulary import words

WINDOW = 160  # characters: further than any match reaches
MOST = 14  # pieces of one rule
PREFIX = 3  # letters by which the words of a class are known: the months, the weekdays, the seasons
SIGNS = {"[.]": ".", "[-–]": "-–", ":": ":", "/": "/"}
COMMON = {"the", "of", "in", "to", "or", "and", "on", "at"}
Some = frozenset[str]
NONE: Some = frozenset()


def near(text: str, start: int) -> str:
    """What stands at a place as it is written and in small letters, to look for pieces in.

    >>> near("Two weeks AGO", 4)
    'weeks AGO\\nweeks ago'
    """
    written = text[start : start + WINDOW]
    return f"{written}\n{written.lower()}"


def needed(phrase: str, brought: Iterable[str] = ()) -> tuple[str, ...]:
    """Pieces in small letters (in those of the phrase where it tells them apart) of which each match holds one; none
    where this cannot be told. `brought` are words of which one is in the match anyway.

    >>> needed("<number> <unit> (?:ago|(?:from )?now)")
    ('ago', 'now')
    >>> needed("(?P<holiday>father's day)"), needed("(?P<holiday>father's day)", ["father"])
    (('father',), ('day',))
    """
    sought = (
        each for each in _sought(phrase) if not all(any(p in word for p in each) for word in brought or [""])
    )
    return tuple(sorted(_best(sought)))


@cache
def _sought(phrase: str) -> tuple[Some, ...]:
    return tuple(filter(None, _read(PIECE.findall(phrase), 0)[0]))


def _best(found: Iterable[Some]) -> Some:
    """The rarest, as far as their letters tell."""
    worth = [each for each in found if each and len(each) <= MOST and all(map(_tells, each))]
    return min(
        worth,
        key=lambda each: (sum(10.0 ** -min(len(piece), 4) for piece in each), sorted(each)),
        default=NONE,
    )


def _tells(piece: str) -> bool:
    return (len(piece) > 1 and piece not in COMMON) or piece in ("-", "–", ":", "/")


def _read(pieces: list[str], here: int, cased: bool = False) -> tuple[list[Some], int]:
    """What a match of the branches up to the end of a group needs, any of each, and where the group ends."""
    branches: list[list[Some]] = [[]]
    run = ""  # of signs that stand side by side
    while here < len(pieces) and pieces[here] != ")":
        piece, counted = pieces[here], end_of(pieces, here) + 1
        behind = counted
        while behind < len(pieces) and pieces[behind][0] in "?*+{":
            behind += 1
        told = not any(each.startswith(OPTIONAL) for each in pieces[counted:behind])
        sign = piece if len(piece) == 1 and piece.isalpha() else SIGNS.get(piece, "")
        if len(sign) == 1 and told:
            run += sign if cased else sign.lower()
        if len(sign) != 1 or not told or behind > counted:
            branches[-1].append(frozenset((run,)))
            run = ""
        if piece == "|":
            branches.append([])
        elif told and piece.startswith("(") and not piece.startswith("(?P=") and piece not in AROUND:
            branches[-1] += _read(pieces, here + 1, cased or piece == "(?-i:")[0]
        elif told and len(sign) > 1:
            branches[-1].append(frozenset(sign))
        elif told and len(piece) > 2 and piece.startswith("<"):
            branches[-1].append(_class(piece[1:-1].rpartition(":")[2]))
        here = behind
    branches[-1].append(frozenset((run,)))
    if len(branches) == 1:
        return branches[0], here
    each_needs = [_best(branch) for branch in branches]
    return ([NONE.union(*each_needs)] if all(each_needs) else []), here


@cache
def _class(kind: str) -> Some:
    """How the words of a class begin."""
    listed = words().get(kind, {})
    return (
        frozenset(word[:PREFIX].lower() for word in listed)
        if kind in ("month", "weekday", "season")
        else NONE
    )
