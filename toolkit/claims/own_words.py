"""Who takes part by his own words, and the authorities of the country in what only they do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from toolkit.claims.actors import Party
from toolkit.claims.actors.vocabulary import heads, state_of
from toolkit.claims.actors.words import CIVILIANS
from toolkit.claims.event import Event
from toolkit.claims.lexicon.kinds import is_of_ground
from toolkit.claims.meant import person_meant
from toolkit.claims.opposition import HARM
from toolkit.claims.participants import MOVING
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.language.frames import Phrase

SOMEBODY = frozenset({"person", "soldier"})
"""Types of phrases that name people, whoever they are."""
NOBODY = frozenset(
    {"other", "one", "number", "figure", "majority", "dozens", "scores", "hundreds", "thousands", "tens"}
)
"""Words that count people and say nothing of them."""
DONE_TO = ("at", "on", "against")
"""Prepositions of those to whom something is done: "threw stones at officers"."""


def with_own_words(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements whose actor or target no list and no other event names, with people by their own words."""
    return [_with_own_words(story, each) for each in statements]


def _with_own_words(story: Story, each: Statement) -> Statement:
    event = each.event
    if event is None:
        return each
    if not each.actors and event.agent is not None and each.kind.name not in HARM:
        actors = _not(_people(story, event.agent), each.names(each.targets))
        each = replace(each, actors=actors)
    if not each.actors and _by_authority(event):
        each = replace(each, actors=_authorities(story, each))
    if not each.targets and not is_of_ground(each.kind):  # what is taken is a place
        found = (_people(story, phrase) for phrase in _done_to(event))
        each = replace(each, targets=_not(next(filter(None, found), ()), each.names(each.actors)))
    befallen = each.kind.name in HARM or (each.kind.name in MOVING and not each.actors)
    if not each.targets and befallen and not story.opposition.fighting:
        each = replace(each, targets=(Party(CIVILIANS.name, None, CIVILIANS.kind, each.trigger, "words"),))
    return each


def _not(parties: Iterable[Party], names: frozenset[str]) -> tuple[Party, ...]:
    return tuple(party for party in parties if party.name not in names)


def _done_to(event: Event) -> list[Phrase]:
    """The phrases of those to whom something is done, what the entry takes for them first."""
    tells = event.match is not None and event.match.entry.tells  # the recipient is who tells: "gave the toll"
    aim = event.match.roles.target if event.match is not None else None  # "he faces charges"
    done = (event.patient, None if tells else event.recipient, aim)
    beside = [a.phrase for a in event.frame.arguments if a.preposition in DONE_TO]
    agent = event.frame.first("agent")
    befalls = event.match is not None and event.match.entry.subject == "patient"
    return [p for p in (*done, *beside) if p is not None and (p is not agent or befalls)]


def _people(story: Story, phrase: Phrase) -> tuple[Party, ...]:
    """People of whom a phrase tells, those known by a list before those known by the words alone."""
    phrase = person_meant(story, phrase) or phrase if phrase.pronoun else phrase
    named = phrase.pos == "name" and phrase.entity != "person"
    if phrase.pronoun or named or phrase.entity == "time" or phrase.lemma.lower() in NOBODY:
        return ()
    if SOMEBODY.isdisjoint(story.lexicon.types_of(phrase)):
        return ()
    return story.parties.of(phrase) or story.parties.by_words(phrase)


def _by_authority(event: Event) -> bool:
    """Whether nobody is told to do what only the authorities of a country do: "he was arrested"."""
    frame = event.frame
    told = frame.first("agent") is not None or frame.voice != "passive"
    return not told and frame.lemma in heads("authorities")


def _authorities(story: Story, each: Statement) -> tuple[Party, ...]:
    """The state in which something happens, where the article tells of no others who fight it there."""
    code = each.place.place.country if each.place else ""
    state = state_of(code) or story.parties.home or story.parties.authority
    if not state or story.opposition.weights.get(state):
        return ()
    return (Party(state, None, "state", each.trigger, "authorities of the country"),)
