"""Who did it, by each side's word the other: "the army says the rebels fired first, the rebels say the army did".

Both may have fired at one place on one day; that two blame each other is a contradiction only where it is one thing
that they speak of: who began, or what was done to one and the same victim or thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from toolkit.timeline.conflicts.positions import Parting, Position, Told
from toolkit.timeline.days import SLACK, gap
from toolkit.timeline.mention import Mention
from toolkit.timeline.wording import stems

WHAT = "doer"
"""What a conflict of this sort is about, in its id."""

COMPARED = 40
"""Accounts behind one, of one place and kind, with which it is compared."""
SHARED = 2
"""Words besides parties and places by which two accounts speak of one thing."""

_BEGAN = re.compile(
    r"\b(?:first|began|begun|started|starting|initiat\w+|provok\w+|unprovoked|violat\w+|breach\w*"
    r"|(?:broke|break|breaking|broken)\s+(?:the|a|an|its|their)?\s*(?:\w+\s+)?(?:truce|ceasefire|agreement|deal))\b",
    re.I,
)
"""Words of who began: only one did."""
_EACH_FOR_ONE = re.compile(
    r"\b(?:(?:each|the) other(?:\s+side)?|one another)\s+(?:for|of|over)\s+the\b",
    re.I,
)
"""Two sides who accuse each other of one thing ("for the strike"), and not each of its own ("of attacking bases")."""


def blames(told: Iterable[Told]) -> Iterator[Parting]:
    """The pairs of accounts by which each of two sides has the other do a thing, of one place, kind and days."""
    places: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for each in told:
        if _blames(each):
            places[each.mention.family, each.mention.place].append(each)
    for _, rows in sorted(places.items()):
        rows.sort(key=lambda each: (each.mention.day or 0, each.order))
        found: dict[frozenset[str], Parting] = {}
        for number, one in enumerate(rows):
            for other in rows[number + 1 : number + 1 + COMPARED]:
                if (other.mention.day or 0) - (one.mention.day or 0) > SLACK:
                    break
                if not _each_other(one, other):
                    continue
                claims = frozenset(str(each.row["claim_id"]) for each in (one, other))
                found.setdefault(claims, _parting(one, other, len(claims) > 1))
        yield from found.values()


def _blames(told: Told) -> bool:
    """Whether a side says that another did it."""
    one = told.mention
    said = one.certain and not one.negated and one.standing in ("claimed", "reported")
    return said and bool(one.side and one.actor and one.day) and not _speaker(one) & one.actor


def _speaker(one: Mention) -> frozenset[str]:
    return stems(one.side) | stems(one.source)


def _each_other(one: Told, other: Told) -> bool:
    first, second = one.mention, other.mention
    sides = _speaker(first), _speaker(second)
    if first.kind != second.kind or gap(first.event, second.event):
        return False
    if not (sides[0] & second.actor and sides[1] & first.actor):
        return False
    began = all(_BEGAN.search(each.words) for each in (one, other))
    names = first.actor | second.actor | first.target | second.target | stems(f"{first.place} {second.place}")
    shared = (stems(one.words) & stems(other.words)) - names
    at_one = bool(first.target & second.target - first.actor - second.actor)
    one_sentence = (one.mention.article, one.row["start"]) == (other.mention.article, other.row["start"])
    if one_sentence:
        return began or at_one or _EACH_FOR_ONE.search(one.row["quote"]) is not None
    return began or at_one or (len(shared) >= SHARED and bool(first.place))


def _parting(one: Told, other: Told, apart: bool) -> Parting:
    first, second = (Position(f"done by {each.row['actor']}", told=[each]) for each in (one, other))
    return Parting("actor", "each blames the other", WHAT, first, second, one, other, kept_apart=apart)
