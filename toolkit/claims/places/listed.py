"""Places that no table knows, told by the words beside them: "near Lyman and Oxbridge", "the village of Oxbridge"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.claims.places.gazetteer import Gazetteer, Place
from toolkit.claims.vocabulary import load, words
from toolkit.model import Span

_NAME = (
    r"[A-Z][\w’'-]+(?:[ \u00a0](?:(?:al|el|as|ad|an|ar|ash|az)-|(?:de|del|da|do|dos|la|du) )?[A-Z][\w’'-]+)?"
)
_LIST = re.compile(
    rf"\b(?:near|in|at|around|toward|towards|outside|of)\s+({_NAME}(?:(?:,\s+(?:and\s+)?|\s+and\s+){_NAME})+)"
    r"(?=\s*(?:[.,;:)]|\Z)|\s+(?:on|during|over|since|by|but|as|from|where|which|after|overnight|[a-z]+ly)\b)"
)
_ITEM = re.compile(_NAME)
_CALENDAR = words(load("attribution")["classes"]["calendar"])
_NATIONS = frozenset(nation.lower() for nation in load("sources")["nations"])
_BODIES = words(load("sources")["bodies"])
_KINDS = frozenset({"settlement", "city"})
_LEVELS = "region|oblast|province|governorate|district|state|county|department|prefecture|township|division"
# Words that make the name behind them, or before them, a place.
_NAMED = re.compile(
    rf"\b(?:(?:villages?|towns?|cit(?:y|ies)|settlements?|hamlets?|suburb|district|neighbou?rhood|port|camp)\s+of"
    r"|(?:(?:re)?captur|seiz|liberat|enter|abandon|overrunn)(?:ed|es|ing)|retook|overran|(?:has|have|had)\s+taken"
    r"|(?:capture|seizure|fall|control|liberation|loss|outskirts|edge|cent(?:er|re)|north|south|east|west|(?:north|south)(?:east|west))\s+of"
    r"|(?:in|into|through|across|from|to|within)\s+the"
    r"|(?:near|outside|toward|towards|around|in|to|within)(?:\s+(?:north|south|east|west|central)\w*)?"
    rf")\s+(?P<name>{_NAME})(?![\w-])(?P<level>\s+(?:{_LEVELS})\b)?"
)
# "Ruritania's Vesna province".
_OWNED = re.compile(rf"[’']s?\s+(?P<name>{_NAME})(?P<level>\s+(?:{_LEVELS})\b)")
_OWNER = re.compile(r"[’']s?\Z")
# Behind a mere preposition a name may be anything.
_LOOSE = re.compile(r"(?:around|in|to|within|into|through|across|from)\s+(?!north|south|east|west|central)")


def unknown_in_lists(
    text: str, known: Gazetteer, places: Sequence[tuple[Span, Place]], start: int, end: int
) -> Iterator[tuple[Span, Place]]:
    """The unknown names of ``text[start:end]`` that stand in a list with a village or town, each as a place without
    coordinates beside it; `places` are those known by their names, in order.

    >>> from toolkit.claims.places.places import find_places
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


def unknown_by_words(
    text: str, known: Gazetteer, places: Sequence[tuple[Span, Place]], start: int, end: int
) -> Iterator[tuple[Span, Place]]:
    """The unknown names of ``text[start:end]`` that the words beside them make places, without coordinates.

    `places` are those known by their names, in order.

    >>> from toolkit.claims.places.places import find_places
    >>> [(m.text, m.place.kind) for m in find_places("Troops seized Oxbridge and moved to the Vesna region.")]
    [('Oxbridge', 'settlement'), ('Vesna region', 'region')]
    """
    for found in (*_NAMED.finditer(text, start, end), *_OWNED.finditer(text, start, end)):
        first, last = found.span("name")
        low = found["name"].lower().split()
        strict = not _LOOSE.match(found[0]) or found["level"]
        if not strict or _OWNER.search(found["name"]) or any(a < last and first < b for (a, b), _ in places):
            continue
        body = not _BODIES.isdisjoint(low) or not _CALENDAR.isdisjoint(low) or found["name"].isupper()
        if body or low[0] in _NATIONS or known.named(found["name"]) or known.named(found["name"].split()[0]):
            continue
        kind = "region" if found["level"] else "settlement"
        stop = found.end("level") if found["level"] else last
        yield (first, stop), Place("", text[first:stop], kind, None, None, "", "", 0.0)
