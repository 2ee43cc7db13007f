"""Proper names of the organs of a state: "South African National Defence Force" is South Africa's."""

from __future__ import annotations

from toolkit.claims.actors.names import Known, Names, words_of
from toolkit.claims.actors.vocabulary import heads


def organ_of(names: Names, text: str, start: int, end: int) -> Known | None:
    """The state whose organ a proper name is: a nation and nothing but words of organs, one of them telling."""
    found = [each for each in names.find(text, start, end) if each.known.kind in ("state", "body")]
    if len(found) != 1:
        return None
    nation = found[0]
    rest = [
        word.lower()
        for word, first, last in words_of(text, start, end)
        if last <= nation.start or first >= nation.end
    ]
    if heads("organs", "words").issuperset(rest) and not heads("organs", "telling").isdisjoint(rest):
        return Known(nation.known.name, nation.known.kind, "organ")
    return None


def is_organ(text: str) -> bool:
    """Whether a name consists of words of organs: "Defense Ministry", "Joint Chiefs of Staff".

    >>> is_organ("Defence Ministry"), is_organ("Rapid Support Forces")
    (True, False)
    """
    rest = [word.lower() for word, *_ in words_of(text) if not word[0].isdigit()]
    return heads("organs", "words").issuperset(rest) and not heads("organs", "telling").isdisjoint(rest)


def is_army(text: str) -> bool:
    """Whether the name of an organ is that of forces.

    >>> is_army("6th Infantry Division"), is_army("Foreign Ministry")
    (True, False)
    """
    return not heads("organs", "army").isdisjoint(word.lower() for word, *_ in words_of(text))
