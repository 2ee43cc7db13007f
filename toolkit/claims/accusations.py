"""Who is accused did it, by the word of who accuses: "blamed the rebels for the attack", "accused each other of it".

Those who accuse each other tell two things of one event, each with the other as its doer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from toolkit.claims.actors import Party
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.vocabulary import any_of, load, words
from toolkit.language.frames import Frame, Phrase

_TABLE = load("accusations")
_ACCUSE, _EACH_OTHER = words(_TABLE["verbs"]), re.compile(any_of(_TABLE["each_other"], whole=True), re.I)
DEPTH = 2
"""Predicates over an event among which the one that accuses is looked for."""


def accusations(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the accused as the doers of what they are accused of; one for each of two who accuse each
    other."""
    return [new for each in statements for new in _told(story, each)]


def _told(story: Story, one: Statement) -> Iterator[Statement]:
    accusing = _accusing(story, one) if one.event is not None else None
    accused = accusing.first("patient") if accusing is not None else None
    if accusing is None or accused is None:
        yield one
    elif (found := _EACH_OTHER.match(story.document.text, accused.start)) and found.end() >= accused.end:
        yield from _by_each(story, one, accusing)
    else:
        doers, agent = story.parties.of(accused), accusing.first("agent")
        accusers = story.parties.of(agent) if agent is not None else ()
        free = not one.actors or set(one.actors) <= set(accusers)
        yield replace(one, actors=doers) if free and doers else one


def _accusing(story: Story, one: Statement) -> Frame | None:
    """The verb under which an event is what somebody is accused of."""
    frames, frame = story.document.frames, one.frame
    for _ in range(DEPTH):
        if frame is None or frame.parent is None:
            return None
        under, frame = frame, frames[frame.parent]
        if frame.form == "verb" and frame.lemma in _ACCUSE and frame.voice == "active":
            return frame if under.start > frame.end else None
    return None


def _by_each(story: Story, one: Statement, accusing: Frame) -> Iterator[Statement]:
    """What each of two tells of the other; the statement alone where it is not plain who the two are."""
    agent = accusing.first("agent")
    sides = [] if agent is None else list(_named(story, agent))
    if agent is None or len(sides) != 2:
        yield one
        return
    cue = story.document.text[accusing.start : accusing.end]
    for (party, phrase), (other, _) in (sides, sides[::-1]):
        voice = story.voices.of_phrase((phrase.start, phrase.end), cue)
        name = phrase.text if agent.members else party.name  # "both sides"
        voice = replace(voice, name=name, side=party.side)
        yield replace(one, voice=voice, speakers=(party,), actors=(other,), targets=(party,))


def _named(story: Story, agent: Phrase) -> Iterator[tuple[Party, Phrase]]:
    for phrase in (agent, *agent.members):
        whole = phrase if phrase is not agent or not agent.members else replace(agent, members=())
        yield from ((party, phrase) for party in story.parties.of(whole))
