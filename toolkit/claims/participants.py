"""Who takes part in what a sentence tells."""

from __future__ import annotations

import re
from dataclasses import replace

from toolkit.claims.actors import Party
from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.attribution.voices import Voice
from toolkit.claims.event import Event
from toolkit.claims.lexicon.kinds import is_of_ground
from toolkit.claims.opposition import HARM, HOSTILE, JUDGED, is_place
from toolkit.claims.speakers import speaking
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.upon import aimed_at, beside, meeting, to_each_other
from toolkit.language.frames import Phrase


def with_parties(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the parties that speak, act and are acted upon."""
    return [_with_parties(story, each) for each in statements]


def _with_parties(story: Story, statement: Statement) -> Statement:
    speakers = speaking(story, statement.voice)
    name = speakers[0].name if speakers else ""
    event = statement.event
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    if event is not None:
        agent, patient = _roles(event)
        actors, targets = _parties(story, agent, name), _parties(story, patient, name)
        if statement.kind.name in HARM:
            actors, targets = _harmed(story, event, actors, targets, name)
        if statement.plover in SELF_MOVED and not actors and _is_force(event.patient):
            actors, targets = targets, ()
        if is_of_ground(statement.kind):
            targets = tuple(party for party in targets if not is_place(party, patient))
            actors = actors or (story.parties.holding(patient) if patient is not None else ())
    if statement.kind.speech and not actors:
        actors = speakers or _voiced(story, statement.voice)
    if event is not None and event.agent is not None and _takes_words(statement, actors):
        actors = story.parties.by_words(event.agent) or actors
    if not actors and event is not None and event.agent is not None and event.agent.pronoun:
        actors = _himself(story, statement, event.agent)
    if statement.kind.name in MOVING and not actors and event is not None and event.agent is not None:
        actors = story.parties.counted(event.agent) if event.agent.pos == "numeral" else ()
    if statement.kind.name in MOVING and not actors:
        actors = tuple(party for party in targets if party.kind == "civilians")
    if event is not None and statement.kind.speech and event.recipient is not None and not targets:
        targets = _parties(story, event.recipient, name) or _addressed(story, event)
    if event is not None and event.patient is not None and not targets:
        if statement.kind.name in COUNTED and event.patient.pos == "numeral":
            targets = story.parties.counted(event.patient)
        elif statement.kind.name in HANDLED or is_somebody(event.patient):
            targets = story.parties.by_words(event.patient)
    if event is not None and not targets and statement.plover in HOSTILE:
        targets = _doers_of(story, event, name) or aimed_at(story, event)
    if event is not None and not targets and not statement.kind.speech:
        near = (story.parties.of(each, name) or story.parties.by_words(each) for each in beside(story, event))
        targets = tuple({party.name: party for found in near for party in found}.values())
    if event is not None and statement.kind.name in TAKEN and not targets:
        targets = tuple(party for phrase in _losers(event) for party in _parties(story, phrase, name))
    if event is not None and statement.kind.name in RECIPROCAL:
        actors, targets = _reciprocal(story, event, actors, targets, name)
        return replace(statement, speakers=speakers, actors=actors, targets=targets)
    if event is not None and len(actors) > 1 and to_each_other(story, event):
        return replace(statement, speakers=speakers, actors=actors, targets=actors)
    told = {party.name for party in actors}
    targets = tuple(party for party in targets if party.name not in told) or (targets if not told else ())
    return replace(statement, speakers=speakers, actors=actors, targets=targets)


def _addressed(story: Story, event: Event) -> tuple[Party, ...]:
    """To whom words are said, by his own words: "urged shopkeepers to reopen", no "appealed for lorries"."""
    said = next((a for a in event.frame.arguments if a.phrase is event.recipient), None)
    return story.parties.by_words(said.phrase) if said is not None and said.preposition in ADDRESSING else ()


ADDRESSING = ("", "to", "on")
"""What joins those to whom words are said to a verb."""


def _takes_words(statement: Statement, actors: tuple[Party, ...]) -> bool:
    """Whether who acts may go by his own words: nobody is named for him, or, where people speak or march, no more is
    said than that they are people. Only who holds an office fights by his own words: it may be a drone; in court
    everybody goes by them."""
    if statement.plover in HOSTILE and statement.kind.name not in JUDGED:
        agent = statement.event.agent if statement.event else None
        return not actors and agent is not None and agent.lemma.lower() in OFFICES
    if statement.kind.agentless:  # "the magnitude 6 quake struck at dawn": nobody does it
        return False
    agent = statement.event.agent if statement.event else None
    if actors and agent is not None and agent.lemma in CROWDS and not agent.modifiers:
        return False
    speaks = statement.kind.speech or statement.plover == "PROTEST"
    return all(party.name == "civilians" for party in actors) if speaks else not actors


CROWDS = frozenset({"people", "person", "crowd", "thousand", "hundred", "dozen", "score"})
"""Words that say no more than that they are people."""


OFFICES = heads("home", "posts") | heads("home", "bodies") | {"agency"}
"""Words of offices and of bodies."""


def is_somebody(phrase: Phrase) -> bool:
    """Whether a phrase is of somebody by its words alone: an office or a body, no thing and no act."""
    return phrase.lemma.lower() in OFFICES


def _voiced(story: Story, voice: Voice) -> tuple[Party, ...]:
    """Somebody who speaks and is named by no list: "the steel union"."""
    phrase = story.document.phrase(voice.span) if voice.span is not None and not voice.own else None
    return story.parties.by_words(phrase) if phrase is not None else ()


def _himself(story: Story, statement: Statement, pronoun: Phrase) -> tuple[Party, ...]:
    """Somebody who tells of himself and whom no list names: "officers said they had seized power"."""
    voice = statement.voice.span
    told = voice is not None and statement.sentence.start <= voice[0] < pronoun.start
    return _voiced(story, statement.voice) if told and pronoun.text.lower() in TELLING else ()


TELLING = heads("pronouns", "one") | heads("pronouns", "many")
"""Pronouns by which a group or a body tells of itself."""


def _doers_of(story: Story, event: Event, speaker: str) -> tuple[Party, ...]:
    """Whose act it is that somebody fends off: "halted an advance by the rebels"."""
    act = story.document.act_of(event.patient)
    return _parties(story, act.first("agent"), speaker) if act is not None else ()


SELF_MOVED = frozenset({"MOBILIZE", "RETREAT"})
"""PLOVER types of what somebody does with his own: "US jets were deployed"."""


def _is_force(phrase: Phrase | None) -> bool:
    """Whether a phrase is of soldiers or of what they fly, drive and sail."""
    listed = (
        heads("opposition", "regular") | heads("owned") | {"personnel", "brigade", "force", "drone", "system"}
    )
    return phrase is not None and phrase.lemma.lower().removesuffix("s") in listed  # "US Marines"


MOVING = frozenset({"displacement"})
"""Kinds of what people do because of what is done to them, whoever does that: they move."""
TAKEN = frozenset({"control"})
"""Kinds in which something is taken from somebody."""


def _losers(event: Event) -> list[Phrase]:
    """From whom a thing is taken: "seized the town from the army"."""
    lost = event.frame.first("source")
    beside = event.patient.complements if event.patient is not None else ()
    inside = (each for _, phrase in beside for each in phrase.complements)  # "the city of X from the army"
    return [lost] if lost is not None else [p for joined, p in (*beside, *inside) if joined == "from"]


MUTUAL = frozenset({"clash"})
"""Hostile kinds in which both sides do the same."""
RECIPROCAL = MUTUAL | {"talks", "summit", "agreement"}
"""Kinds in which everybody does the same to the others."""


def _reciprocal(
    story: Story, event: Event, actors: tuple[Party, ...], targets: tuple[Party, ...], speaker: str
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Those who meet, fight or agree: all of them act, and all but the first are the others."""
    joined = [party for phrase in _others(event) for party in story.parties.of(phrase, speaker)]
    if joined and not actors:
        actors = meeting(story, event, frozenset(party.name for party in joined))
    everybody = tuple({party.name: party for party in (*actors, *targets, *joined)}.values())
    if len(actors) > 1 and not joined and _for_a_purpose(story, event):
        return actors, targets
    if not actors or len(actors) > 1 or event.frame.form == "noun":
        return everybody, everybody if len(everybody) > 1 else ()
    return actors, tuple(party for party in everybody if party not in actors)


def _others(event: Event) -> list[Phrase]:
    """Those whom a predicate or what it does joins: "met with A", "signed a draft of the treaty between A and B"."""
    arguments = event.frame.arguments
    found = [a.phrase for a in arguments if a.preposition in JOINING]
    done = [
        a.phrase for a in arguments if a.role in ("patient", "place", "topic") or a.phrase.lemma in MEETINGS
    ]
    for phrase in (*done, *(inner for each in done for p, inner in each.complements if p == "of")):
        found += [inner for preposition, inner in phrase.complements if preposition in ("with", "between")]
    return found


MEETINGS = frozenset(
    {
        "talk",
        "negotiation",
        "meeting",
        "summit",
        "ceasefire",
        "truce",
        "deal",
        "agreement",
        "fighting",
        "round",
    }
)
"""Nouns of what two do with each other: "talks between A and B ended"."""
JOINING = ("with", "between", "against", "among", "by")
"""What joins those who meet, fight or agree."""


def _for_a_purpose(story: Story, event: Event) -> bool:
    """Whether those who fight do so together for an end: "troops and peacekeepers battled to stop an advance"."""
    return event.kind.name in MUTUAL and any(
        each.relation in ("purpose", "adverbial") and each.tense == "infinitive"
        for each in story.document.governed(event.frame)
    )


def _roles(event: Event) -> tuple[Phrase | None, Phrase | None]:
    """Who acts and who is acted upon; the owner of what befalls somebody is the one that it befalls: "their losses"."""
    tells = event.match is not None and event.match.entry.tells  # the recipient is who tells: "gave the toll"
    agent, patient = event.agent, event.patient or (None if tells else event.recipient)
    befalls = event.match is not None and event.match.entry.agentless and event.frame.form == "noun"
    if (
        befalls
        and agent is not None
        and not any(a.phrase is agent and a.preposition == "by" for a in event.frame.arguments)
    ):
        return None, patient if patient is not None and patient.name else agent
    return agent, patient


def _harmed(
    story: Story, event: Event, actors: tuple[Party, ...], targets: tuple[Party, ...], speaker: str
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who harms and who is harmed: the subject of a verb of what befalls somebody ("the army lost 40 men", "seven men
    are missing") is harmed, as is who tells of "its own" dead or owns up to losses of nobody named."""
    frame, entry = event.frame, event.match.entry if event.match is not None else None
    if entry is not None and frame.form == "verb" and frame.voice == "active":
        befalls = entry.subject == "patient" or event.patient is None
        if befalls and not actors and not targets and _is_crowd(event.agent):
            return (), story.parties.by_words(event.agent) if event.agent else ()
        if actors and (
            entry.subject == "patient" or (befalls and all(p.kind == "civilians" for p in actors))
        ):
            return (), actors
    if not targets and _is_crowd(event.patient):
        targets = story.parties.by_words(event.patient) if event.patient else ()
    if event.recipient is not None and all(party.kind == "civilians" for party in targets):
        owning = frame.lemma in OWNED_UP and not targets
        if owning or _OWN.search(story.document.text, *frame.clause):
            return actors, _parties(story, event.recipient, speaker) or targets
    return actors, targets


def _is_crowd(phrase: Phrase | None) -> bool:
    """Whether a phrase is of people by what they do: "nine miners"."""
    return phrase is not None and phrase.plural and phrase.lemma.lower() in heads("home", "people")


OWNED_UP = frozenset({"admit", "concede", "acknowledge", "own", "mourn", "suffer", "sustain"})
"""Verbs with which somebody tells of what befell himself."""
_OWN = re.compile(r"\b(?:its|his|her|their) (?:own|ranks?|losses)\b", re.I)


def _parties(story: Story, phrase: Phrase | None, speaker: str) -> tuple[Party, ...]:
    return story.parties.of(phrase, speaker) if phrase is not None else ()


HANDLED = frozenset({"detention", "release", "trial", "assassination"})
"""Kinds of what is done to people and to nothing else."""
COUNTED = frozenset({"casualty", "detention", "release", "displacement"})
"""Kinds that are told by numbers of people."""


def counted_apart(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with one for each number of people that is told apart: "nine soldiers of A and three of B were
    killed".
    """
    done = []
    for each in statements:
        done.append(each)
        patient = each.event.patient if each.event else None
        if patient is None or each.kind.name not in COUNTED or not patient.count:
            continue
        others = [member for member in patient.members if member.count]
        for member in others:
            targets = _parties(story, member, "")
            if targets and each.names(targets) != each.names(each.targets):
                done.append(replace(each, targets=targets, trigger=(member.start, member.end)))
        if others:
            alone = _parties(story, replace(patient, members=()), "")
            done[done.index(each)] = replace(each, targets=alone or each.targets)
    return done
