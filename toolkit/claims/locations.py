"""Where what is told happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from toolkit.claims.actors import Party
from toolkit.claims.ground import is_far
from toolkit.claims.lexicon.kinds import is_of_ground
from toolkit.claims.opposition import HOSTILE
from toolkit.claims.places.nowhere import is_aside, is_clinic, is_venue
from toolkit.claims.places.places import PlaceMention, main_place
from toolkit.claims.places.where import place_of
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story

_CAPITAL = re.compile(r"(?<!, )\bthe capital\b(?!,? of\b|’s|'s|, [A-Z])")


SENT = frozenset({"launch", "mobilisation"})
"""Kinds of what is sent from where it happens."""


def with_places(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the places that they name and the one where each happened."""
    return [each if each.place or each.places else _with_place(story, each) for each in statements]


def _with_place(story: Story, statement: Statement) -> Statement:
    named = story.places(statement.sentence)
    found = tuple(p for p in named if statement.scope[0] <= p.start < statement.scope[1])
    if statement.frame is None:
        within = [p for p in named if p.role in ("at", "to")]
        spot = main_place(within, statement.trigger, statement.scope, story.gazetteer) if within else None
        return replace(statement, place=spot, places=found)
    sentences, index = story.document.sentences, statement.sentence.index

    def before(distance: int) -> Sequence[PlaceMention]:
        if index < distance:
            return ()
        earlier = (p for p in story.places(sentences[index - distance]) if p.end <= statement.scope[0])
        return [p for p in earlier if not story.document.names_speaker(p.start)]

    if statement.plover in HOSTILE:
        named = [p for p in named if not is_venue(story.document, p)]
    named = _but_elsewhere(story, statement, named)
    leaves = statement.kind.departure or statement.kind.name in SENT or statement.kind.speech
    place = place_of(
        story.document.text, statement.frame, statement.scope, statement.clause, named, before, story.gazetteer,
        statement.kind.speech, leaves, is_of_ground(statement.kind),
    )  # fmt: skip
    told, finds = statement.kind.speech, statement.kind.name in FOUND
    if (
        place is not None
        and (told or finds)
        and is_aside(story.document, place, statement.frame.start, finds)
    ):
        place = None
    if place is not None and is_far(statement, place):
        place = None
    if place is not None and _is_of_witness(story, statement, place):
        place = None
    if place is None and _CAPITAL.search(story.document.text, *statement.clause):
        place = story.capital
    return replace(statement, place=place, places=found, targets=_but_for_places(statement, found))


def _but_elsewhere(story: Story, statement: Statement, named: list[PlaceMention]) -> list[PlaceMention]:
    """Places without those of what is only told beside: "a court in Arl jailed him, while police cleared a square in
    Bern"; all of them where its own words tell none."""
    document, sentence, at = story.document, statement.sentence, statement.trigger[0]
    beside = [
        frame.clause
        for frame in document.frames_in(sentence.start, sentence.end)
        if frame.relation == "adverbial" and frame.marker in BESIDE and frame.first("agent") is not None
    ]
    clauses = [each for each in beside if not each[0] <= at < each[1]]
    own = [p for p in named if not any(a <= p.start < b for a, b in clauses)]
    return own if any(p.role == "at" for p in own) else named


BESIDE = frozenset({"while", "as", "whereas"})
"""Words before what happens at the same time, elsewhere as well."""


def _is_of_witness(story: Story, statement: Statement, place: PlaceMention) -> bool:
    """Whether a place is but the hospital of who tells it: "a doctor at the X hospital gave the toll"."""
    agent = statement.frame.first("agent") if statement.frame is not None else None
    if agent is None or not is_clinic(story.document.text, place):
        return False
    return agent.start <= place.start < max([agent.end, *(inner.end for _, inner in agent.complements)])


FOUND = frozenset({"inspection"})
"""Kinds of what is found, which may have been elsewhere before."""


def _but_for_places(statement: Statement, named: Sequence[PlaceMention]) -> tuple[Party, ...]:
    """The targets of a deed without those that are but a place of the sentence: "gunmen attacked X"."""
    bodily = statement.plover in HOSTILE or statement.kind.departure
    names = {mention.place.name for mention in named} if bodily else set()
    return tuple(
        party
        for party in statement.targets
        if not (party.name in names and party.kind in ("group", "person"))
    )
