"""What keeps an event that a noun names from making a row: tied to nothing, told by its verb, in passing, judged."""

from __future__ import annotations

from toolkit.claims.attribution.cues import cues
from toolkit.claims.document import Document
from toolkit.claims.event import Event, ancestors
from toolkit.claims.lexicon.kinds import Kind
from toolkit.claims.vocabulary import load, words
from toolkit.language.frames import Frame
from toolkit.language.words import grammar

FOLLOWED = ("after", "following")
"""What joins a noun of what came before: "took the town after a siege"."""
_AGREED, _ABOUT = ("agreement", "talks", "summit"), ("on", "about", "over")
_PASSING = frozenset({"in", "during", "with", "by", "for", "of", "amid", "from"})
OPENING = 2
"""Sentences that are the lead of an article."""
ACCOUNTS = words(load("responses")["objects"]["claims"])
"""Nouns of what is said, of which something may be told: "there were reports of executions"."""

Found = dict[int, Event]
"""The events of an article by the numbers of their frames."""


def loose(document: Document, event: Event, found: Found) -> bool:
    """A noun that nothing ties to this story: no party, no place, no day, and no verb that says it took place."""
    frame = event.frame
    if frame.form != "noun":
        return False
    told = [
        a
        for a in frame.arguments
        if a.role in ("agent", "patient", "place", "time") and a.phrase.pos != "pronoun"
    ]
    named = any(a.phrase.name or a.phrase.entity for a in told) or bool(told and not event.generic)
    roles = {a.role for a in frame.arguments}
    if event.generic:
        dated = {
            "time",
            "patient",
        } <= roles and frame.marker != "since"  # "the destruction on Thursday of the bridge"
        return not (named and (frame.light is not None or dated))
    if frame.light is not None:
        return False
    if frame.marker in FOLLOWED and any(each.index in found for each in ancestors(document, frame)):
        return False  # "stormed the city after a siege"
    above = next(ancestors(document, frame), None)
    if above is not None and above.lemma in ACCOUNTS and above.form == "noun":
        return False  # "there were reports of executions"
    more = event.sentence.index < OPENING or any(a.role in ("patient", "place", "time") for a in told)
    return not (named and (more or _announced(document, event)))


def _announced(document: Document, event: Event) -> bool:
    """Whether somebody tells of it as of a piece of news, and to whom it happened: "announced the general's death"."""
    above = next(ancestors(document, event.frame), None)
    if above is None or above.tense == "infinitive" or event.patient is None or event.patient.pronoun:
        return False
    cue = cues().get(document.text[above.start : above.end].lower())
    what = above.first("patient")
    return cue is not None and what is not None and what.token == event.frame.token


def named_by_verb(document: Document, event: Event, found: Found) -> bool:
    """A noun that a verb of the same kind has as its argument tells the same: "the attack targeted the port"."""
    frame = event.frame
    if frame.form != "noun":
        return False
    for above in ancestors(document, frame):
        governing = found.get(above.index)
        if governing and frame.marker in FOLLOWED and governing.kind.name != event.kind.name:
            return False  # "took the town after a siege"
        if governing and (
            _same_family(governing.kind, event.kind) or _same_family(_worded(governing), event.kind)
        ):
            return True
        if above.form != "noun" or frame.relation not in ("argument", "coordinated"):
            return False
        frame = above
    return False


def _worded(event: Event) -> Kind:
    """The kind that an event's words are of, whether it was done or only tried."""
    return event.match.kind if event.match is not None else event.kind


def _same_family(one: Kind, other: Kind) -> bool:
    return one.name == other.name or bool(one.family and one.family == other.family)


def _names_something(frame: Frame) -> bool:
    """Whether a noun tells by a name who, what, where or when."""
    roles = ("agent", "patient", "place", "time")
    return any(a.role in roles and (a.phrase.name or a.phrase.entity) for a in frame.arguments)


def in_passing(document: Document, event: Event, found: Found) -> bool:
    """A noun or a participle that only says more of an argument of another event: "killed in the fighting", "soldiers
    deployed with the mission"."""
    frame = event.frame
    above = next(ancestors(document, frame), None)
    if above is None:
        return False
    if frame.form == "noun":
        governing = found.get(above.index)
        if event.sentence.index < OPENING and _names_something(frame):
            return False  # a lead tells main points in passing: "killed in an airstrike on a school in Rafah"
        if frame.relation == "coordinated" and governing and above.form == "noun":
            return True
        about = governing is not None and governing.kind.name in _AGREED and frame.marker in _ABOUT
        return about or (governing is not None and frame.marker in _PASSING and not governing.kind.speech)
    if frame.relation == "participle" and frame.form == "verb" and event.kind.name != "casualty":
        told = any(
            a.role in ("agent", "time")
            for a in frame.arguments
            if a.role == "time" or frame.voice == "passive"
        )
        return not told and frame.tense == "participle"
    return False


def judged(document: Document, event: Event, found: Found) -> bool:
    """What is told before and only judged here: "this strike crosses a threshold", "the attack was no accident"."""
    frame = event.frame
    above = next(ancestors(document, frame), None)
    if frame.form != "noun" or above is None or frame.relation != "argument" or event.kind.speech:
        return False
    if any(a.role in ("time", "place") for a in (*frame.arguments, *above.arguments)):
        return False
    subject = above.first("agent")
    if subject is None or subject.token != frame.token:
        return False
    judges = above.form == "copula" or above.lemma in grammar("phrases", "judging")
    resumed = subject.determiner in grammar("phrases", "resuming") and judges
    if above.form == "copula" and above.negated:
        return True  # "the attack on the port was no accident" denies no attack
    return resumed or (subject.determiner == "the" and above.form == "copula" and not subject.complements)


def at_large(document: Document, event: Event, found: Found) -> bool:
    """Blows of which no certain one is meant, or that are yet to be ended: "such operations", "ready to meet any
    attack", "promised to end the attacks on civilians"."""
    frame = event.frame
    if frame.form != "noun" or event.kind.speech or event.kind.plover not in FOUGHT:
        return False
    phrase = document.tree.phrase(frame.token)
    if {phrase.determiner, *phrase.modifiers} & {"such", "any"}:
        return True
    above = next(ancestors(document, frame), None)
    if above is None or above.form != "verb" or above.lemma not in ENDING or frame.relation != "argument":
        return False
    ended = above.first("patient")
    return (
        ended is not None
        and ended.token == frame.token
        and bool(above.modality or above.tense == "infinitive")
    )


ENDING = frozenset(
    {"end", "stop", "halt", "cease", "prevent", "avert", "avoid", "suspend", "discontinue", "renounce"}
)
"""Verbs of what is to go on no more."""
FOUGHT = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
"""PLOVER types of what is done against somebody."""
