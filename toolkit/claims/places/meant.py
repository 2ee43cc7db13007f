"""The place that words without a name take up: "the region", "along the border", "a foothold", "in the capital".

What is meant is the place last told of that kind; where somebody only comes from somewhere, the place last told at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from toolkit.claims.places.places import PlaceMention
from toolkit.model import Span

NEAR, FAR = 3, 40
"""Sentences within which "the area", and within which "the region", still means the place named before it."""

KINDS = frozenset({"region", "city", "settlement", "area"})
_REGIONS, _TOWNS = frozenset({"region"}), frozenset({"city", "settlement"})


_BETWEEN = re.compile(r"\b(?:border|boundary|frontier|line)\s+between\s+(?:the\s+)?$")
_REACH_OF_BETWEEN = 20
"""Characters within which the second of two places follows the first."""


class _Words(NamedTuple):
    """Words that take up a place of one of these kinds, named so many sentences before at most."""

    pattern: re.Pattern[str]
    kinds: frozenset[str]
    within: int


_THE = r"\b(?:the|this|that|its)\s+(?:regional\s+|administrative\s+)?"
_NAMED_BEHIND = (
    r"(?!\s+(?:of|with|between)\s+(?:the\s+)?[A-Z])(?!\s+(?:guards?|services?|crossings?|checkpoints?)\b)"
)
_TAKEN_UP = (
    _Words(
        re.compile(rf"{_THE}(?:region|province|oblast|border|boundary|frontier)\b{_NAMED_BEHIND}"),
        _REGIONS,
        FAR,
    ),
    _Words(re.compile(rf"{_THE}(?:city|town|village|settlement)\b{_NAMED_BEHIND}"), _TOWNS, NEAR),
    _Words(re.compile(rf"{_THE}(?:area|city|town|village)\b{_NAMED_BEHIND}|\bthere\b"), KINDS, NEAR),
    _Words(re.compile(r"\b(?:foothold|toehold|bridgehead)\b"), KINDS, FAR),
)


def taken_up(text: str, scope: Span, before: Callable[[int], Sequence[PlaceMention]]) -> PlaceMention | None:
    """The place that the words of a passage take up; `before` gives those of the n-th sentence before it, 0 its own.

    >>> from toolkit.claims.places.places import find_places
    >>> text = "Fighting goes on in the Sumy region near Yunakivka. Troops have entered the region."
    >>> taken_up(text, (52, 83), lambda n: find_places(text, None, 0, 51) if n == 1 else []).text
    'Sumy region'
    """
    for words in _TAKEN_UP:
        if words.pattern.search(text, *scope) and (found := last_of(words.kinds, words.within, before)):
            return found
    return None


def last_of(
    kinds: frozenset[str], within: int, before: Callable[[int], Sequence[PlaceMention]], but: str = ""
) -> PlaceMention | None:
    """The last place of these kinds that the sentences before name, save as where somebody comes from.

    A place that only describes ("the border of Donetsk") counts where a sentence names no other; `but` is the id of one
    that is not meant.
    """
    for distance in range(within + 1):
        named = [
            p for p in before(distance) if p.place.kind in kinds and p.role != "from" and p.place.id != but
        ]
        if named:
            return next((p for p in reversed(named) if p.role != "of"), named[-1])
    return None


def between(text: str, place: PlaceMention, near: Sequence[PlaceMention]) -> PlaceMention:
    """Of two places with a border between them the one that the article names first: it is about that one."""
    if not _BETWEEN.search(text, max(0, place.start - 30), place.start):
        return place
    ends = [p for p in near if place.start <= p.start < place.end + _REACH_OF_BETWEEN and p.role == "of"]
    return min(ends, key=lambda p: text.find(p.text.split()[0]))
