"""Whom an act is against where nobody says so: the state whose place it is, or the party that is spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from toolkit.claims.actors.party import Party
from toolkit.claims.context import CIVIL, HOSTILE, because
from toolkit.claims.places.gazetteer import country_of
from toolkit.claims.places.places import PlaceMention
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story


def with_holders(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements whose target nobody names, with the state whose place it is, where the article tells of that state.

    Acts of speech get the party that they are about."""
    states = _states(story, statements)
    return [_with_holder(story, each, states) for each in statements]


def _states(story: Story, statements: Sequence[Statement]) -> Counter[str]:
    """How often the article tells of each state as a party."""
    return Counter(
        p.name for s in statements for p in (*s.actors, *s.targets, *s.speakers) if p.kind == "state"
    )


def _with_holder(story: Story, each: Statement, states: Counter[str]) -> Statement:
    if each.targets or not each.actors:
        return each
    if each.kind.speech:
        return replace(each, targets=_about(story, each))
    if each.kind.gains != "actor" or each.plover not in HOSTILE:
        return each
    state = _state_of(story, each.place, states)
    if not state or state in each.names(each.actors):
        return each
    assert each.place
    span = each.place.start, each.place.end
    return replace(each, targets=(Party(state, None, "state", span, "state whose place it is"),))


def _state_of(story: Story, place: PlaceMention | None, states: Counter[str]) -> str:
    """The state in which a place lies, by the tables or, of a place that no table knows, by the places around it."""
    if place is None:
        return ""
    code = place.place.country or story.country
    return next((name for name, _ in states.most_common() if code and country_of(name) == code), "")


def _about(story: Story, each: Statement) -> tuple[Party, ...]:
    """The first party other than the speaker that takes part in what is said."""
    own = each.names(each.actors) | each.names(each.speakers)
    for frame in story.document.frames_in(*each.scope):
        for argument in frame.arguments:
            if argument.role in ("agent", "patient", "recipient", "topic"):
                found = tuple(
                    p for p in story.parties.of(argument.phrase) if p.name not in own and p.kind not in CIVIL
                )
                if found:
                    return because(found, "party that is spoken of")
    return ()
