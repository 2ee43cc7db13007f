"""Which statements of a sentence are one."""

from __future__ import annotations

from collections import defaultdict

from toolkit.claims.statements import Statement
from toolkit.claims.story import Story


def without_repeats(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements without those that tell one before them once more in the same sentence."""
    kept: list[Statement] = []
    places: dict[int, list[int]] = defaultdict(list)  # of those of each sentence
    for each in statements:
        near = places[each.sentence.index]
        twin = next((place for place in near if _same(story, kept[place], each)), None)
        if twin is None:
            near.append(len(kept))
            kept.append(each)
        elif _told(each) > _told(kept[twin]):
            kept[twin] = each
    return kept


def _told(statement: Statement) -> int:
    """How much a statement tells of who takes part."""
    return bool(statement.actors) + bool(statement.targets)


def _same(story: Story, one: Statement, other: Statement) -> bool:
    if (
        one.kind.name != other.kind.name
        or one.event is None
        or other.event is None
        or one.negated != other.negated
    ):
        return False
    if one.kind.speech:
        return one.names(one.actors) == other.names(other.actors) and _one_clause(one, other)
    if one.actors and other.actors and one.names(one.actors) != other.names(other.actors):
        return False
    if one.targets and other.targets and one.names(one.targets) != other.names(other.targets):
        return False
    if _count(one) != _count(other) or _apart_by_patient(one, other):
        return False
    return not _apart(story, one, other)


def _one_clause(one: Statement, other: Statement) -> bool:
    assert one.event
    assert other.event
    return (
        other.event.frame.parent == one.event.frame.index or one.event.frame.parent == other.event.frame.index
    )


def _apart_by_patient(one: Statement, other: Statement) -> bool:
    """Whether two verbs do it to different things: "launched missiles at the port and hit a ship"."""
    patients = [
        s.event.patient for s in (one, other) if s.event and s.event.frame.form == "verb" and s.event.patient
    ]
    named = [p for p in patients if not p.pronoun]
    return len(named) == 2 and named[0].lemma != named[1].lemma


def _count(statement: Statement) -> str:
    patient = statement.event.patient if statement.event else None
    return patient.count if patient else ""


def _apart(story: Story, one: Statement, other: Statement) -> bool:
    """Whether two events of a sentence have days or places of their own."""
    first, second = (_anchors(story, s) for s in (one, other))
    return any(mine and theirs and not mine & theirs for mine, theirs in zip(first, second, strict=True))


def _anchors(story: Story, statement: Statement) -> tuple[set[str], set[str]]:
    if statement.event is None:
        return set(), set()
    arguments = statement.event.frame.arguments
    days = {a.phrase.text for a in arguments if a.role == "time"}
    places = {
        a.phrase.name or a.phrase.text
        for a in arguments
        if a.role in ("place", "patient") and a.phrase.name_entity == "place"
    }
    return days, places
