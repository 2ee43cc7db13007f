"""Where ground is that is told of by a common noun alone: "its airspace", "more territory"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toolkit.claims.actors.vocabulary import heads, home_of
from toolkit.claims.lexicon.kinds import is_of_ground
from toolkit.claims.places.places import PlaceMention
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.language.frames import Phrase

GROUND = frozenset({"territory", "territories", "gain", "ground", "land"})
"""Words for ground that is taken, of which no more is told."""


def is_far(statement: Statement, place: PlaceMention) -> bool:
    """Whether a place is but that of another clause, for ground that is only called so: "made territorial gains,
    encircling X"."""
    event = statement.event
    patient = event.patient if event is not None else None
    if event is None or patient is None or patient.lemma not in GROUND or not is_of_ground(statement.kind):
        return False
    return not any(
        a.phrase.start <= place.start < max(a.phrase.end, *(c.end for _, c in a.phrase.complements), 0)
        for a in event.frame.arguments
    )


def own_ground(story: Story, each: Statement, _: Sequence[Statement]) -> PlaceMention | None:
    """The state that does something on ground called its own: "shut its border", "closed part of its airspace"."""
    for argument in each.frame.arguments if each.frame else ():
        phrase = argument.phrase
        inner = (phrase, *(c for joined, c in phrase.complements if joined == "of"))
        for own in inner:
            owner = own.owner if own.lemma in OWN_GROUND else None
            land = _land_of(story, (owner,)) if owner is not None and owner.pronoun else None
            if land is not None:
                return land
    return None


OWN_GROUND = frozenset(
    {"airspace", "border", "frontier", "territory", "soil", "coast", "waters", "shore", "port", "airport"}
)
"""Ground that lies where its owner does."""


def seat(story: Story, each: Statement, _: Sequence[Statement]) -> PlaceMention | None:
    """The state at whose parliament or palace a blow falls or people gather: "the raid on the Indian parliament"."""
    if each.plover not in AT_SEATS or each.frame is None:
        return None
    seats = (a.phrase for a in each.frame.arguments if a.role != "agent" and a.phrase.lemma.lower() in SEATS)
    return _land_of(story, seats)


def police_ground(story: Story, each: Statement, _: Sequence[Statement]) -> PlaceMention | None:
    """The state whose police or courts do something, for they do it at home: "Pakistani police arrested two men"."""
    agent = each.event.agent if each.event is not None else None
    if each.kind.name not in BY_POLICE or agent is None or agent.lemma.lower() not in heads("home", "police"):
        return None
    return _land_of(story, (agent,))


def _land_of(story: Story, phrases: Iterable[Phrase]) -> PlaceMention | None:
    """The one state that phrases name."""
    codes = {home_of(party.name) for phrase in phrases for party in story.parties.of(phrase)} - {""}
    return story.place_of(codes.pop()) if len(codes) == 1 else None


AT_SEATS = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""PLOVER types of what is done where those are to whom it is done."""
SEATS = frozenset({"parliament", "palace", "legislature"})
"""Where a state is governed: in its own land."""
BY_POLICE = frozenset({"detention", "trial", "inspection"})
"""Kinds of what police do at home."""


def wide_ground(story: Story, each: Statement, _: Sequence[Statement]) -> PlaceMention | None:
    """The region told of last, for ground that is only called so: "has seized more territory"."""
    patient = each.event.patient if each.event is not None else None
    if patient is None or patient.lemma not in GROUND or not is_of_ground(each.kind):
        return None
    before = (s for i, s in sorted(story.sentences.items(), reverse=True) if i <= each.sentence.index)
    named = (p for s in before for p in reversed(story.places(s)))
    return next(
        (p for p in named if p.place.kind in ("region", "area") and p.place.country == story.country), None
    )
