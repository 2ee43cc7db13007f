"""Where an event happened: the place among its arguments, else in its clause, else the one that its words take up."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from toolkit.claims.places.evidence import SITES, called
from toolkit.claims.places.gazetteer import Gazetteer, load_gazetteer
from toolkit.claims.places.meant import KINDS, NEAR, between, last_of, taken_up
from toolkit.claims.places.places import WIDE, PlaceMention, main_place
from toolkit.language.frames import Argument, Frame, Phrase
from toolkit.model import Span

_AT = frozenset({
    "in", "at", "near", "inside", "outside", "around", "across", "throughout", "into", "on", "over", "to", "toward",
    "towards", "through", "along", "within",
})  # fmt: skip
_TO = frozenset({"to", "toward", "towards", "into"})


def place_of(
    text: str, frame: Frame, scope: Span, clause: Span, named: Sequence[PlaceMention],
    before: Callable[[int], Sequence[PlaceMention]], gazetteer: Gazetteer | None, speech: bool, departure: bool,
    ground: bool,
) -> PlaceMention | None:  # fmt: skip
    """The place of an event; `named` are those of its sentence, `before` gives those of the n-th sentence before it."""
    near = [p for p in named if scope[0] <= p.start < scope[1] and (p.place.id or p.role != "bare")]
    if speech:
        near = [p for p in near if p.role not in ("bare", "of") or p.end <= frame.start]
    else:
        wide: PlaceMention | None = None
        for argument in _arguments(frame, departure):
            own = [
                p
                for p in named
                if argument.phrase.start <= p.start < _end(argument.phrase)
                and (p.role != "of" or argument.preposition or argument.phrase.lemma in PARTS | LOCALS)
            ]
            own = _narrowest(_but_around(text, [replace(p, role="at") for p in own]))
            spot = None if own else _from_argument(text, argument, gazetteer, ground)
            if own:
                nearest = main_place(own, (frame.start, frame.end), clause, gazetteer, departure) or own[0]
                spot = _inmost(text, between(text, nearest, near), near)
            if spot is None or (wide is not None and argument.role == "agent"):
                continue
            if spot.place.kind not in WIDE:
                return spot
            wide = wide or spot  # "shelled X in the region of Y" is at X
        if wide is not None:
            beside = (p for p in near if p.place.kind not in WIDE and wide.end < p.start)
            return next((p for p in beside if _BY.fullmatch(text, wide.end, p.start)), wide)
    if found := main_place(
        _but_around(text, near, ("region",)), (frame.start, frame.end), clause, gazetteer, departure
    ):
        meant = taken_up(text, clause, before) if found.role == "of" else None
        return meant or between(text, found, near)
    origin = next((p for p in near if p.role == "from"), None)
    if origin and not departure:
        return last_of(KINDS, NEAR, before, but=origin.place.id)
    return taken_up(text, scope, before)


def _end(phrase: Phrase) -> int:
    """Where a phrase ends, that of a site with what it is called after: "the Red Sea port of X"."""
    after = (inner.end for preposition, inner in phrase.complements if preposition in ("of", "at", "in"))
    return max([phrase.end, *after]) if phrase.lemma in SITES else phrase.end


def _from_argument(
    text: str, argument: Argument, gazetteer: Gazetteer | None, ground: bool
) -> PlaceMention | None:
    """A place that an argument names, though it is nobody's place by its words alone: "travel to Doha", "the hill of
    X", "besieged X" (an event of `ground`)."""
    phrase = argument.phrase
    inner = next((p for prep, p in phrase.complements if prep == "of" and p.pos == "name"), None)
    if inner is not None and phrase.lemma in SITES:
        name = inner.name or inner.text
    elif phrase.entity == "place" and argument.preposition in _TO:
        name = phrase.name
    elif ground and argument.role == "patient" and phrase.pos == "name" and not phrase.text.isupper():
        name = phrase.name or phrase.text
    else:
        return None
    at = text.find(name, phrase.start, phrase.end + len(name)) if name else -1
    if at < 0 or not name[0].isupper():
        return None
    place = called(name, gazetteer or load_gazetteer())
    return PlaceMention(at, at + len(name), name, place, "at")


PARTS = frozenset(
    {"most", "much", "half", "part", "third", "quarter", "all", "rest", "swathe", "swath", "stretch"}
)
"""Words for a part or the whole of a place: "most of the region"."""


LOCALS = frozenset({"resident", "villager", "inhabitant", "townspeople", "townsfolk", "local"})
"""Those who act where they live: "residents of X blocked a road"."""


def _but_around(text: str, named: Sequence[PlaceMention], kinds: Sequence[str] = ()) -> list[PlaceMention]:
    """Places without those in which another one, of these kinds if any, is said to lie: "the X district of Y"."""
    small = [each for each in named if not kinds or each.place.kind in kinds]
    return [
        each
        for each in named
        if not any(_is_around(text, each, other) for other in small if other is not each)
    ]


def _inmost(text: str, place: PlaceMention, near: Sequence[PlaceMention]) -> PlaceMention:
    """The place that is said to lie in one, before all others: "stormed the X prison in Y"."""
    inside = (p for p in near if p.role == "at" and p is not place and _is_around(text, place, p))
    return next(inside, place)


_WITHIN = re.compile(r"(?:(?: [a-z]+)?,? in|,? of) (?:the )?(?:[\w-]+ ){0,2}")
_OWNS = re.compile(r"[’']s? (?:[a-z-]+ ){0,2}")
_BY = re.compile(r",? (?:near|at|outside|around|by) (?:the )?(?:[a-z-]+ ){0,3}")


def _is_around(text: str, large: PlaceMention, small: PlaceMention) -> bool:
    """Whether words say of a place that another one lies in it: "the X prison in Y", "Y's X district"."""
    if small.end < large.start:
        return _WITHIN.fullmatch(text, small.end, large.start) is not None
    return large.end < small.start and _OWNS.fullmatch(text, large.end, small.start) is not None


def _narrowest(named: list[PlaceMention]) -> list[PlaceMention]:
    """The towns and sites among places, else the regions, else all: "the airfield of X in southern Y" is X."""
    for wide in (WIDE, ("country", "border"), ()):
        if narrow := [p for p in named if p.place.kind not in wide]:
            return narrow
    return named


def _arguments(frame: Frame, departure: bool) -> list[Argument]:
    """The arguments that say where, the nearest to the event first."""
    said = [
        a for a in frame.arguments if a.role == "place" or (a.role == "recipient" and a.preposition in _AT)
    ]
    said += [a for a in frame.arguments if a.role == "source" and departure]
    said += [a for a in frame.arguments if a.role == "patient" and a.preposition not in ("against",)]
    acting = [a for a in frame.arguments if a.role == "agent" and a.preposition != "by"]
    local = acting and acting[0].phrase.lemma in LOCALS and not departure
    return acting + said if local else said + acting
