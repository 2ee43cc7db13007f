"""Whom an act is against where nobody says so: the state whose place it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from toolkit.claims.actors.party import Party
from toolkit.claims.actors.vocabulary import at_home
from toolkit.claims.opposition import HOSTILE
from toolkit.claims.places.places import PlaceMention
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story


def with_holders(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements whose target nobody names, with the state whose place it is, where the article tells of that state."""
    states = _states(story, statements)
    return [_with_holder(story, each, states) for each in statements]


def _states(story: Story, statements: Sequence[Statement]) -> Counter[str]:
    """How often the article tells of each state as a party."""
    return Counter(
        p.name for s in statements for p in (*s.actors, *s.targets, *s.speakers) if p.kind == "state"
    )


def _with_holder(story: Story, each: Statement, states: Counter[str]) -> Statement:
    if each.targets or not each.actors or each.kind.speech:
        return each
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
    home = at_home((name for name, _ in states.most_common()), place.place.country or story.country)
    return home[0] if home else ""
