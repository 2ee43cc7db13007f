"""Where an event happened: the place among its arguments, else in its clause, else the one that its words take up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from toolkit.claims.places.gazetteer import Gazetteer, Place
from toolkit.claims.places.meant import KINDS, NEAR, between, last_of, taken_up
from toolkit.claims.places.places import PlaceMention, main_place
from toolkit.language.frames import Argument, Frame, Phrase
from toolkit.model import Span

_LAND = ("city", "town", "village", "settlement", "region", "province", "district", "area", "camp", "port", "island", "state", "governorate", "border", "base", "airport", "crossing", "hospital", "school")
_AT = ("in", "at", "near", "inside", "outside", "around", "across", "throughout", "into", "on", "over", "to", "toward", "towards", "through", "along", "within")


def place_of(
    text: str, frame: Frame, scope: Span, clause: Span, named: Sequence[PlaceMention], before: Callable[[int], Sequence[PlaceMention]],
    gazetteer: Gazetteer | None, speech: bool, departure: bool,
) -> PlaceMention | None:  # fmt: skip
    """The place of an event; `named` are those of its sentence, `before` gives those of the n-th sentence before it."""
    near = [p for p in named if scope[0] <= p.start < scope[1]]
    if speech:
        near = [p for p in near if p.role not in ("bare", "of") or p.end <= frame.start]
    else:
        inside = list(_arguments(frame, departure))
        own = [p for p in named if any(a.phrase.start <= p.start < a.phrase.end for a in inside) and p.place.kind != "country"]
        if own:
            return between(text, main_place(own, (frame.start, frame.end), clause, gazetteer, departure) or own[0], near)
        if unknown := next((found for a in inside if (found := _unknown(text, a))), None):
            return unknown
    if found := main_place(near, (frame.start, frame.end), clause, gazetteer, departure):
        return between(text, found, near)
    origin = next((p for p in near if p.role == "from"), None)
    if origin and not departure:
        return last_of(KINDS, NEAR, before, but=origin.place.id)
    return taken_up(text, scope, before)


def _arguments(frame: Frame, departure: bool) -> list[Argument]:
    """The arguments that say where, the nearest to the event first."""
    said = [a for a in frame.arguments if a.role == "place" or (a.role == "recipient" and a.preposition in _AT)]
    said += [a for a in frame.arguments if a.role == "source" and departure]
    said += [a for a in frame.arguments if a.role == "patient" and a.preposition not in ("against",)]
    return said


def _unknown(text: str, argument: Argument) -> PlaceMention | None:
    """A place that no table knows, by what the parse takes it for: a name after "in", the name of a town."""
    for phrase in (argument.phrase, *argument.phrase.members[:1]):
        if phrase.name and _is_place(argument, phrase):
            at = text.find(phrase.name, phrase.start, phrase.end + len(phrase.name))
            if at < 0:
                continue
            spot = Place("", phrase.name, "settlement", None, None, "", "", 0.0)
            return PlaceMention(at, at + len(phrase.name), phrase.name, spot, "at")
    return None


def _is_place(argument: Argument, phrase: Phrase) -> bool:
    if phrase.lemma in _LAND:
        return phrase.name_entity in ("place", "body", "")
    placed = argument.role in ("place", "recipient") and argument.preposition in _AT
    return placed and phrase.entity == "place" and phrase.owner is None
