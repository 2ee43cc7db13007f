"""Who did it, by each side's word the other: "the army says the rebels fired first, the rebels say the army did".

Both may have fired at one place on one day; that two blame each other is a contradiction only where it is one thing
that they speak of: who began, or what was done to one and the same victim or thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from toolkit.timeline.conflicts.accounts import EACH_OTHER, Parting, Position, Told
from toolkit.timeline.conflicts.pairs import near
from toolkit.timeline.days import gap
from toolkit.timeline.mention import Mention
from toolkit.timeline.wording import stems

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
    accusing = [each for each in told if _blames(each)]
    named: dict[str, set[str]] = defaultdict(set)
    for each in accusing:
        named[each.mention.article] |= {each.mention.place} - {""}
    places: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for each in accusing:
        # Where it names no place: those of its article. "The rebels said that the army broke the truce."
        for place in {each.mention.place} if each.mention.place else named[each.mention.article] or {""}:
            position = Position(f"done by {each.row['actor']}", told=[each])
            places[each.mention.family, place].append(position)
    for _, accounts in sorted(places.items()):
        found: set[frozenset[str]] = set()
        for one, other in near(accounts):
            speaker, against = one.told[0], other.told[0]
            claims = frozenset((speaker.row["claim_id"], against.row["claim_id"]))
            if claims not in found and _each_other(speaker, against):
                found.add(claims)
                yield Parting("actor", EACH_OTHER, "", one, other, speaker, against, len(claims) > 1)


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
