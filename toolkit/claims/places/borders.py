"""Borders and soil by the states that have them: "on the Thai side", "along the Kyrgyz-Tajik border"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from toolkit.claims.actors.vocabulary import nations
from toolkit.claims.places.gazetteer import Gazetteer, Place
from toolkit.claims.places.places import PlaceMention

_LAND = "side|soil|territory"
_EDGE = "border|frontier|boundary"
_NAME = r"[A-Z][\w’'-]+"
_PHRASE = re.compile(
    rf"\b(?:on|along|near|at|across|over|to|in|inside|into|from) (?:the )?(?:[a-z]+ ){{0,2}}"
    rf"(?P<who>{_NAME}(?:[ -–]{_NAME}){{0,3}})(?:[’']s?)? (?:(?P<edge>{_EDGE})|(?:{_LAND}))\b"
    r"(?! (?:guard|police|force|patrol|troop))"
)
_PARTS = re.compile(r"[-–]")


def borders(text: str, known: Gazetteer, start: int, end: int) -> Iterator[PlaceMention]:
    """The borders and the ground of states that ``text[start:end]`` names: ground as the country.

    >>> from toolkit.claims.places.gazetteer import load_gazetteer
    >>> text = "Five died on the Thai side after shots near the Kyrgyz-Tajik border."
    >>> [(m.text, m.place.name, m.place.kind) for m in borders(text, load_gazetteer(), 0, len(text))]
    [('Thai side', 'Thailand', 'country'), ('Kyrgyz-Tajik border', 'Kyrgyz-Tajik border', 'border')]
    """
    for found in _PHRASE.finditer(text, start, end):
        states = [_states().get(part) for part in _PARTS.split(found["who"])]
        if not all(states):
            continue
        first, last = found.start("who"), found.end()
        name, state = text[first:last], states[0] or ""
        if found["edge"]:
            place = Place("", name, "border", None, None, "", "", 0.0)
            yield PlaceMention(first, last, name, place, "at")
        elif (country := next((p for p in known.named(state) if p.kind == "country"), None)) is not None:
            yield PlaceMention(first, last, name, replace(country, name=state), "at")


@cache
def _states() -> dict[str, str]:
    """The states by their names and adjectives."""
    return {
        word: nation.name
        for nation in nations()
        if nation.kind == "state"
        for word in (nation.name, *nation.adjectives, *nation.names)
    }
