"""Those for whom bare words stand: the soldiers of the only army, the police of a town, the two who hold talks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from toolkit.claims.actors import Party
from toolkit.claims.actors.vocabulary import at_home, heads, home_of, state_of
from toolkit.claims.event import Event
from toolkit.claims.opposition import CIVIL, Opposition, is_harmless, keeps_order
from toolkit.claims.participants import MUTUAL, RECIPROCAL
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.language.frames import Phrase
from toolkit.model import Span

CUSTODY = frozenset({"detention", "release"})
FORCE = CUSTODY | {"inspection", "clash"}
"""Kinds of what is done to people by those who keep them, and of all that police do."""


def guards(statements: Iterable[Statement]) -> tuple[Party, ...]:
    """Who arrests people in a story told inside one state: the one body that uses force in it."""
    acting = {p.name: p for s in statements if s.kind.name in FORCE for p in s.actors if not is_harmless(p)}
    bodies = [p for p in acting.values() if p.kind not in ("people", "person", "office")]
    return because(tuple(bodies), "only one told to use force") if len(bodies) == 1 else ()


def keeping(each: Statement) -> tuple[Party, ...]:
    """Police who tell of arrests by nobody named: their own."""
    return because(tuple(p for p in each.speakers if keeps_order(p.name)), "tells of it and does such things")


def army_told(told: Opposition, authority: str) -> str:
    """The state whose army "the soldiers" are: the only one that the article tells to fight, against groups or a people
    without a state; where it tells none to fight, the one in which it plays."""
    states = [name for name in sorted(told.weights) if _is_state(name)] or [authority]
    return states[0] if len(states) == 1 else ""


def of_army(each: Statement, state: str) -> Statement:
    """A statement with the state for soldiers, battalions and warplanes of nobody named."""
    event = each.event
    if not state or event is None:
        return each
    party = (Party(state, None, "state", each.trigger, "the only army told of"),)
    own = state in each.names((*each.actors, *each.targets))
    moved = event.agent or (event.patient if each.plover in MOVED else None)
    if not each.actors and not own and (_is_regular(moved) or _is_flown(event)):
        return replace(each, actors=party)
    unnamed = all(p.kind == "civilians" or p.why == "words" for p in each.targets)
    if unnamed and not own and event.patient is not moved and _is_regular(event.patient):
        telling = tuple(p for p in each.speakers if home_of(p.name))
        return replace(
            each, targets=because(telling, "tells of its own") if not each.actors and telling else party
        )
    return each


MOVED = frozenset({"RETREAT", "MOBILIZE"})
"""PLOVER types of what an army does with its own: "battalions were pulled back"."""


def _is_regular(phrase: Phrase | None) -> bool:
    """Whether a phrase is of soldiers or their machines and says not whose they are."""
    return (
        phrase is not None
        and phrase.lemma in heads("opposition", "regular")
        and not phrase.name
        and phrase.owner is None
        and heads("opposition", "armed").isdisjoint(phrase.modifiers)
    )


def _is_flown(event: Event) -> bool:
    """Whether a blow comes from the air, where of two sides only the state has aircraft: "a further air strike"."""
    flown, from_air = heads("opposition", "flown"), heads("opposition", "aerial")
    noun = event.frame.form == "noun"
    return noun and (event.frame.lemma in flown or not from_air.isdisjoint(event.frame.modifiers))


AGREED = RECIPROCAL - MUTUAL
"""Kinds of what two do with each other and no third is harmed by."""


def of_two(story: Story, each: Statement, told: Opposition) -> Statement:
    """Talks or an agreement of which nobody or only who is there for somebody is told, between the two that the
    article is about ("the ceasefire was announced", "negotiators met"); with a third that meets in the country of one
    of them, that one."""
    named = tuple(p for p in each.actors if p.kind not in CIVIL and p.why != "words")
    pair = main_pair(told, each.trigger) or story.parties.opponents(each.trigger)
    if not pair or len(named) > 1 or (named and each.targets) or _is_another(story, each, bool(named)):
        return each
    own, names = each.names(named), each.names(pair)
    beside = _states_beside(story, each) - own - each.names(each.speakers)
    if beside and not beside & names:
        return each
    if not named:
        return replace(each, actors=pair, targets=pair)
    if own & names:
        return replace(each, targets=tuple(p for p in pair if p.name not in own))
    hosts = at_home(sorted(names), each.place.place.country if each.place else "")
    return replace(each, targets=tuple(p for p in pair if not hosts or p.name in hosts))


VISITING = frozenset({"visit", "arrive", "travel", "fly", "land", "head", "go", "come", "trip"})
"""Verbs and nouns of those who go to meet somebody."""


def of_host(each: Statement) -> Statement:
    """A visit to nobody named, to the state in which it is: "the minister flew to Oslo"."""
    if each.targets or not each.actors or each.place is None or each.event is None:
        return each
    code = each.place.place.country
    state = state_of(code) if each.event.frame.lemma in VISITING and code else ""
    if not state or code in {home_of(party.name) for party in each.actors}:
        return each
    return replace(each, targets=(Party(state, None, "state", each.trigger, "state that is visited"),))


def _is_another(story: Story, each: Statement, known: bool) -> bool:
    """Whether who meets or agrees, or who is met, is told by name or by what he is, and is none of the two: "the king
    met his aides"."""
    agent, met = (each.event.agent, each.event.patient) if each.event is not None else (None, None)
    if not known and agent is not None and not agent.plural:
        return agent.pos == "name" or agent.entity == "person"
    return met is not None and "person" in story.lexicon.types_of(met)


def _states_beside(story: Story, each: Statement) -> frozenset[str]:
    """The states and groups that take part in what the sentence of a statement tells."""
    frames = story.document.frames_in(each.sentence.start, each.sentence.end)
    named = (
        p
        for frame in frames
        for a in frame.arguments
        if a.role != "place"
        for p in story.parties.of(a.phrase)
    )
    return frozenset(p.name for p in named if p.kind in ("state", "group") and p.why != "words")


def main_pair(told: Opposition, span: Span) -> tuple[Party, ...]:
    """The two parties that the article tells most often to act against each other."""
    return tuple(
        Party(name, None, "adversary", span, "the two that the article tells to fight")
        for name in told.pair()
    )


def not_own(parties: tuple[Party, ...], victims: tuple[Party, ...]) -> tuple[Party, ...]:
    names = {party.name for party in victims}
    return tuple(party for party in parties if party.name not in names)


def because(parties: tuple[Party, ...], why: str) -> tuple[Party, ...]:
    return tuple(replace(party, why=why) for party in parties)


def is_suicidal(story: Story, each: Statement) -> bool:
    """Whether people are harmed by who dies with them: "killed in several suicide bombings"."""
    return _SUICIDE.search(story.document.text, *each.clause) is not None


def no_state(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Parties without states, whose soldiers do no such thing."""
    return tuple(party for party in parties if not _is_state(party.name))


def _is_state(name: str) -> bool:
    """Whether a party is a state, and no people without one."""
    return name == state_of(home_of(name))


_SUICIDE = re.compile(r"\bsuicide[ -](?:bomb|attack|blast|mission)", re.I)
