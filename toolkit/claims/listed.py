"""Names in a list of places that no table knows: "near Lyman, Zarichne and a third village"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.claims.gazetteer import Gazetteer, Place
from toolkit.claims.vocabulary import load, words
from toolkit.model import Span

_NAME = r"[A-Z][\w’'-]+(?:[ \u00a0][A-Z][\w’'-]+)?"
_LIST = re.compile(
    rf"\b(?:near|in|at|around|toward|towards|outside|of)\s+({_NAME}(?:(?:,\s+(?:and\s+)?|\s+and\s+){_NAME})+)"
    r"(?=\s*(?:[.,;:)]|\Z)|\s+(?:on|during|over|since|by|but|as|from|where|which|after|overnight|[a-z]+ly)\b)"
)
_ITEM = re.compile(_NAME)
_CALENDAR = words(load("attribution")["classes"]["calendar"])
_KINDS = frozenset({"settlement", "city"})


def unknown_in_lists(
    text: str, known: Gazetteer, places: Sequence[tuple[Span, Place]], start: int, end: int
) -> Iterator[tuple[Span, Place]]:
    """The unknown names of ``text[start:end]`` that stand in a list with a village or town, each as a place without
    coordinates beside it; `places` are those known by their names, in order.

    >>> from toolkit.claims.places import find_places
    >>> text = "They moved near Lyman, Oxbridge and Zarichne."
    >>> [(m.text, m.place.parent, m.place.latitude) for m in find_places(text) if not m.place.id]
    [('Oxbridge', 'UA-14', None)]
    """
    small = [(span, place) for span, place in places if place.kind in _KINDS and not place.far]
    if not small:
        return
    for found in _LIST.finditer(text, start, end):
        beside = next((place for (at, _), place in small if found.start(1) <= at < found.end(1)), None)
        for item in _ITEM.finditer(text, *found.span(1)) if beside else ():
            taken = any(a < item.end() and item.start() < b for (a, b), _ in places)
            if beside and not taken and not known.named(item[0]) and item[0].lower() not in _CALENDAR:
                place = Place("", item[0], "settlement", None, None, beside.parent, beside.country, 0.0)
                yield item.span(), place
