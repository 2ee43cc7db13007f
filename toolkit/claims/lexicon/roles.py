"""Who fills the roles of a frame, as an entry of the lexicon reads them."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.claims.lexicon.entries import Entry
from toolkit.claims.lexicon.words import Wording
from toolkit.language.frames import Frame, Phrase

_COMPLEMENTS = ("of", "over", "on", "from", "in", "for", "against", "to")
_PASSED = frozenset({"into", "in", "under"})
"""How a thing comes to be somebody's: "came under the control of"."""
_PLAIN = {"towards": "toward", "upon": "on", "onto": "on", "amongst": "among"}


@dataclass(frozen=True, slots=True)
class Roles:
    """Who fills the roles of a frame as an entry reads them; `target` is who it is directed at by a preposition,
    `topic` what somebody is called or made ("called it an invasion")."""

    agent: Phrase | None = None
    patient: Phrase | None = None
    recipient: Phrase | None = None
    target: Phrase | None = None
    topic: Phrase | None = None


def roles_of(frame: Frame, entry: Entry, wording: Wording, fixed: tuple[Phrase, ...] = ()) -> Roles:
    """Who fills the roles of a frame as an entry reads them; `fixed` are phrases that belong to the predicate. What the
    last word of a wording joins is the patient: "called for a truce"."""

    def role(name: str) -> Phrase | None:
        found = (a.phrase for a in frame.arguments if a.role == name and a.phrase not in fixed)
        return next(found, None)

    agent, patient, recipient = role("agent"), role("patient"), role("recipient")
    target: Phrase | None = None
    if fixed and agent is not None and entry.subject == "patient" and _PASSED.intersection(wording.rest):
        held = (phrase for each in fixed for prep, phrase in each.complements if prep == "of")
        agent, patient = next(held, fixed[0].owner or fixed[0]), agent  # "fell into the hands of rebels"
    elif fixed and patient is None:
        joined = [phrase for each in fixed for prep, phrase in each.complements if prep in _COMPLEMENTS]
        patient = next(iter(joined), None) or joined_by(frame, *_COMPLEMENTS[:2])
    elif (
        frame.form == "verb"
        and wording.rest
        and patient is None
        and wording.rest[-1] not in frame.particle.split()
    ):
        patient = joined_by(frame, wording.rest[-1])
    if frame.form == "noun":
        named = joined_by(frame, "of")
        if named is not None and entry.of == "agent" and named in (patient, agent, None):
            agent, patient = named, patient if patient is not named else None
        elif named is not None and entry.of == "patient" and named is agent:
            agent, patient = None, named
    if frame.voice != "passive" and entry.subject != "agent":
        if entry.subject == "patient" and patient is None:
            agent, patient = None, agent
        elif entry.subject == "target" and agent is not None:
            agent, target = None, agent
        elif entry.subject == "recipient" and agent is not None:
            agent, recipient = joined_by(frame, "from"), agent
    if entry.doer and (doer := joined_by(frame, *entry.doer)) is not None:
        agent = doer
    if target is None and entry.target:
        target = joined_by(frame, *entry.target)
    topic = next((a.phrase for a in frame.arguments if a.role == "topic" and not a.preposition), None)
    return Roles(agent, patient, recipient, target, topic)


def plain(preposition: str) -> str:
    """A preposition by its plainest form: "toward" for "towards"."""
    return _PLAIN.get(preposition, preposition)


def joined_by(frame: Frame, *prepositions: str) -> Phrase | None:
    """The first phrase that one of these prepositions joins to a frame."""
    wanted = {plain(each) for each in prepositions}
    return next((a.phrase for a in frame.arguments if plain(a.preposition) in wanted), None)
