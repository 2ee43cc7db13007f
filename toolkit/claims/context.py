"""Who takes part in an event where its own words do not say: by what the article tells around it.

Nobody is anybody's enemy by a list. A missing role is filled from another event of the same sentence or passage, or, where the
article itself tells of exactly one adversary of the party that is named, with that adversary. Each says so in `Party.why`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.claims.actors import Party
from toolkit.claims.statements import Statement

if TYPE_CHECKING:
    from toolkit.claims.assemble import Story

NEAR = 3
"""Sentences before an event in which another of its kind may name who takes part."""
HOSTILE = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE"})
"""PLOVER types of what is done against somebody."""
CLEAR = 2.0
"""How many times more often than the next one an adversary must be told of to be the one that is meant."""
CIVIL = ("civilians", "person")


def with_context(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the roles filled that the passage or the whole article gives."""
    told = _adversaries(story, statements)
    done: list[Statement] = []
    for each in sorted(statements, key=lambda s: (s.sentence.index, s.trigger)):
        if each.event is not None and each.plover in HOSTILE and not each.kind.speech:
            each = _filled(each, done, statements, told)
        done.append(each)
    return done


Told = dict[str, Counter[str]]


def _adversaries(story: Story, statements: Iterable[Statement]) -> Told:
    """How often each party is told to act against each other one, or to be acted against by it."""
    found: Told = {}
    for s in statements:
        if s.plover not in HOSTILE or s.kind.speech or s.event is None:
            continue
        for one in s.actors:
            for other in s.targets:
                if one.name != other.name and one.kind not in CIVIL and other.kind not in CIVIL:
                    found.setdefault(one.name, Counter())[other.name] += 1
                    found.setdefault(other.name, Counter())[one.name] += 1
    hostile = {s.event.frame.lemma for s in statements if s.event and s.plover in HOSTILE}
    for pair, times in story.parties.rivals(hostile).items():
        one_name, other_name = sorted(pair)
        found.setdefault(one_name, Counter())[other_name] += times
        found.setdefault(other_name, Counter())[one_name] += times
    return found


def _filled(each: Statement, before: Sequence[Statement], every: Sequence[Statement], told: Told) -> Statement:
    if not each.actors and not each.targets and (like := _alike(each, before)):
        each = replace(each, actors=_from(like.actors, "same event"), targets=_from(like.targets, "same event"))
    if each.targets and not each.actors:
        beside = _actor_beside(each, before, every)
        return replace(each, actors=beside or _adversary(each.targets, told))
    if each.actors and not each.targets and each.kind.gains != "nobody":
        return replace(each, targets=_adversary(each.actors, told))
    return each


def _alike(each: Statement, before: Sequence[Statement]) -> Statement | None:
    """An event of the same kind told shortly before."""
    for other in reversed(before):
        if each.sentence.index - other.sentence.index > NEAR:
            return None
        kin = other.kind.name == each.kind.name or (each.kind.family and other.kind.family == each.kind.family)
        if kin and other.actors:
            return other
    return None


def _actor_beside(each: Statement, before: Sequence[Statement], every: Sequence[Statement]) -> tuple[Party, ...]:
    """Who acts in another hostile event of the sentence, else who acted against the same ones shortly before."""
    targets = each.names(each.targets)
    same = [s for s in every if s.sentence.index == each.sentence.index and s is not each]
    for other in (*same, *reversed([s for s in before if each.sentence.index - s.sentence.index <= NEAR])):
        hostile = other.plover in HOSTILE and other.event is not None and other.actors and not other.kind.speech
        if hostile and not other.names(other.actors) & targets and other.kind.gains == "actor":
            if other in same or all(p.kind in CIVIL for p in each.targets) or other.names(other.targets) & targets:
                return _from(other.actors, "event beside it")
    return ()


def _adversary(parties: tuple[Party, ...], told: Told) -> tuple[Party, ...]:
    """The one adversary that the article tells of; nobody where there are several."""
    found: Counter[str] = Counter()
    for party in parties:
        found.update(told.get(party.name, {}))
    for party in parties:
        found.pop(party.name, None)
    ranked = found.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]):
        return ()
    span = parties[0].span
    return (Party(ranked[0][0], None, "adversary", span, "only adversary told in the article"),)


def _from(parties: tuple[Party, ...], why: str) -> tuple[Party, ...]:
    return tuple(replace(party, why=why) for party in parties)
