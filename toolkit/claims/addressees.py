"""Whom words are meant for where nobody says to whom they are spoken.

A denial is meant for who accused, a condemnation for who did it; other words for the party that they are about, else,
of somebody who fights, for the adversary, and of somebody who asks both sides for something, for both of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from toolkit.claims.actors import Party
from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.opposition import HOSTILE, adversary_of, takes_sides
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.unnamed import because, main_pair
from toolkit.language.frames import Phrase

WITHIN = 4
"""Sentences before a denial in which the accusation stands."""
TO_BOTH = frozenset({"REQUEST"})
"""PLOVER types of what a third party asks of those who fight each other."""
AGAINST = frozenset({"THREATEN", "ACCUSE", "REJECT", "REQUEST"})
"""PLOVER types of words that one who fights says to his adversary where he names nobody."""


def with_addressees(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements of speech with the parties that they are meant for."""
    told = _told(statements)
    return [
        replace(each, targets=_meant(story, each, told))
        if each.kind.speech and each.actors and not each.targets
        else each
        for each in statements
    ]


Told = dict[int, list[Statement]]
"""The statements of an article by the numbers of their sentences, in text order."""


def _told(statements: Iterable[Statement]) -> Told:
    told: Told = {}
    for each in sorted(statements, key=lambda s: s.trigger):
        told.setdefault(each.sentence.index, []).append(each)
    return told


def _meant(story: Story, each: Statement, told: Told) -> tuple[Party, ...]:
    return (
        _accuser(each, told)
        or _doer(story, each, told)
        or _asked(story, each)
        or _spoken_of(story, each)
        or _other_side(story, each, told)
    )


def _accuser(each: Statement, told: Told) -> tuple[Party, ...]:
    """Who said of the speaker what he denies."""
    if each.plover != "REJECT":
        return ()
    own = each.names(each.actors) | each.names(each.speakers)
    for index in range(each.sentence.index, each.sentence.index - WITHIN - 1, -1):
        for other in reversed(told.get(index, ())):
            if other.trigger >= each.trigger or not other.speakers:
                continue
            about = other.names((*other.actors, *other.targets))
            if own & about and not own & other.names(other.speakers):
                return because(other.speakers, "said it before")
    return ()


def _doer(story: Story, each: Statement, told: Told) -> tuple[Party, ...]:
    """Who did what is condemned: "condemned the bombing of the port", "the rebels' attack"."""
    patient = each.event.patient if each.event is not None else None
    act = story.document.act_of(patient)
    own = each.names(each.actors)
    doers: tuple[Party, ...] = ()
    if act is not None:
        beside = told.get(each.sentence.index, ())
        doers = next((s.actors for s in beside if s.frame is act and not s.kind.speech), ())
        agent = act.first("agent")
        doers = doers or (story.parties.of(agent) if agent is not None else ())
    if not doers and patient is not None and patient.determiner in TAKING_UP:
        doers = _doer_before(each, patient, told)
    return because(tuple(p for p in doers if p.name not in own), "did what is spoken of")


TAKING_UP = ("the", "this", "that", "these", "those")


def _doer_before(each: Statement, thing: Phrase, told: Told) -> tuple[Party, ...]:
    """Who did shortly before what a noun takes up: "welcomed the verdict", after "the court acquitted him"."""
    kinds = {kind for kind, nouns in TAKEN_UP.items() if thing.lemma in heads("taken_up", nouns)}
    for index in range(each.sentence.index - 1, each.sentence.index - AFTER - 1, -1):
        for other in reversed(told.get(index, ())):
            if other.actors and (
                other.kind.name in kinds or (other.plover in HOSTILE and "hostile" in kinds)
            ):
                return other.actors
    return ()


AFTER = 12
"""Sentences before words about a thing in which it is told."""
TAKEN_UP = {
    "trial": "rulings",
    "offer": "offers",
    "demand": "offers",
    "hostile": "attacks",
    "agreement": "deals",
}
"""For kinds of what is told, and for what is hostile, the list of nouns that take it up."""


def _asked(story: Story, each: Statement) -> tuple[Party, ...]:
    """Who is to do what somebody asks: "called on the mayor to step down"."""
    if each.frame is None or each.plover not in TO_BOTH:
        return ()
    own = each.names(each.actors) | each.names(each.speakers)
    for frame in story.document.governed(each.frame):
        asked = frame.first("agent") if frame.modality in ASKED else None
        if asked is not None and not asked.pronoun:
            found = story.parties.of(asked) or story.parties.by_words(asked)
            return because(tuple(p for p in found if p.name not in own), "is asked to do it")
    return ()


ASKED = frozenset({"demanded", "ordered"})
"""Modalities of what somebody is told to do."""


def _spoken_of(story: Story, each: Statement) -> tuple[Party, ...]:
    """The first party other than the speaker that takes part in what is said; else the first person."""
    own = each.names(each.actors) | each.names(each.speakers)
    persons: tuple[Party, ...] = ()
    for frame in story.document.frames_in(*each.scope):
        for argument in frame.arguments:
            if argument.role not in ("agent", "patient", "recipient", "topic"):
                continue
            others = [p for p in story.parties.of(argument.phrase) if p.name not in own]
            if found := tuple(p for p in others if takes_sides(p)):
                return because(found, "party that is spoken of")
            persons = persons or tuple(p for p in others if p.kind == "person")
    return because(persons, "person who is spoken of")


def _other_side(story: Story, each: Statement, told: Told) -> tuple[Party, ...]:
    """The adversary of a speaker who fights and speaks of it; both sides where another asks something of them."""
    opposed = story.opposition
    if each.names(each.actors) & opposed.fighting:
        speaks_of_it = each.plover in AGAINST or _beside_hostilities(story, each, told)
        return adversary_of(each.actors, opposed) if speaks_of_it else ()
    return main_pair(opposed, each.trigger) if each.plover in TO_BOTH else ()


def _beside_hostilities(story: Story, each: Statement, told: Told) -> bool:
    """Whether the sentence or the one before it tells of hostilities."""
    near = (each.sentence.index - 1, each.sentence.index)
    passing = (event.plover for index in near for event in story.passing.get(index, ()))
    beside = (other.plover for index in near for other in told.get(index, ()))
    return any(plover in HOSTILE for plover in (*passing, *beside))
