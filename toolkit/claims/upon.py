"""To whom a thing is done that is not the object of its verb: against whom, upon whom, and to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.claims.actors import Party
from toolkit.claims.event import Event, ancestors
from toolkit.claims.story import Story
from toolkit.language.frames import Phrase


def beside(story: Story, event: Event) -> Iterator[Phrase]:
    """To whom a thing is done that is not the object of its verb: "filed charges against him", "lifted sanctions on A",
    "fired tear gas to disperse marchers", "searched his home"."""
    frames = [event.frame]
    if event.frame.form == "noun" and event.frame.relation == "argument" and event.frame.parent is not None:
        frames.append(story.document.frames[event.frame.parent])  # "used tear gas against marchers"
    yield from (a.phrase for frame in frames for a in frame.arguments if a.preposition == "against")
    done = (event.patient, *event.patient.members) if event.patient is not None else ()
    for act in filter(
        None, map(story.document.act_of, done)
    ):  # "imposed sanctions on X", "closed crossings with X"
        yield from (a.phrase for a in act.arguments if a.role in DONE_TO and a.preposition in UPON)
    for phrase in done:
        yield from (inner for preposition, inner in phrase.complements if preposition == "against")
        if phrase.lemma in SHARED:
            yield from (inner for preposition, inner in phrase.complements if preposition == "with")
            yield from (a.phrase for a in event.frame.arguments if a.preposition == "with")
        if event.kind.name in SEARCHED and phrase.owner is not None:
            yield phrase.owner
    for below in (each for frame in frames for each in story.document.governed(frame)):
        if below.modality == "purpose" and below.lemma in DISPERSING and (crowd := below.first("patient")):
            yield crowd


def aimed_at(story: Story, event: Event) -> tuple[Party, ...]:
    """At whose something is shot: "fired rockets at Israeli posts"."""
    shot = event.patient is not None and not SHOT.isdisjoint(story.lexicon.types_of(event.patient))
    aimed = (a.phrase for a in event.frame.arguments if shot and a.preposition in ("at", "on", "into"))
    return tuple(party for phrase in aimed for party in story.parties.target_of(phrase))


SHOT = frozenset({"weapon", "attack"})
"""Types of what is shot or launched at somebody."""
DONE_TO = frozenset({"patient", "recipient", "instrument", "other"})
UPON = frozenset({"on", "upon", "against", "with", "towards", "toward"})
"""Roles and prepositions of those to whom an act is done that a verb only carries out."""
SHARED = frozenset({"border", "frontier", "crossing", "tie", "relation", "link"})
"""What one has with another, to whom it is done as well: "shut its border with Congo"."""
SEARCHED = frozenset({"inspection"})
"""Kinds of what is done to somebody's things."""
DISPERSING = frozenset({"disperse", "scatter", "evict", "stop", "deter", "repel"})
"""Verbs of what force is used for."""


def to_each_other(story: Story, event: Event) -> bool:
    """Whether those who act do the same to each other: "the two armies shelled one another"."""
    document, named = story.document, (a.phrase for a in event.frame.arguments)
    return any(EACH_OTHER.search(document.text, max(0, p.start - 5), p.end) for p in named)


EACH_OTHER = re.compile(r"\b(?:each other|one another)\b", re.I)


def meeting(story: Story, event: Event, others: frozenset[str]) -> tuple[Party, ...]:
    """Who met those with whom talks were held, where another verb tells it: "issued it after talks with A and B"."""
    if event.frame.form != "noun" or not any(a.preposition == "with" for a in event.frame.arguments):
        return ()
    for above in ancestors(story.document, event.frame):
        agent = above.first("agent") if above.form == "verb" else None
        named = story.parties.of(agent) if agent is not None else ()
        if named and others.isdisjoint(party.name for party in named):
            return named
    return ()
