"""Cases: which names belong to which side of a story, and the days of its events that texts name without them.

A case file only maps names to sides; nobody is anybody's enemy by it. A text belongs to the case whose names it holds
most often; who stands in no case is a side of his own name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from toolkit.claims.cases.events import file_events
from toolkit.claims.cases.sides import Sides, shared_sides
from toolkit.model import NamedEvent

HERE = Path(__file__).parent
HEAD = 20_000
"""Characters of a text in which its sides are counted."""


@dataclass(frozen=True)
class Case:
    """The sides of a story, and its events that have a name."""

    sides: Sides
    events: tuple[NamedEvent, ...]


def case_for(text: str, own: Sequence[Sides] = (), events: tuple[NamedEvent, ...] = ()) -> Case:
    """The case of a text; `own` are the sides of the reader's lexicon, which go before the shipped ones, `events` its
    events.

    The events of a shipped case are taken only where the text names its parties more often than those of any other.

    >>> case_for("Israel and Hamas agreed.").sides.of("Hamas").name
    'Palestinians'
    >>> case_for("Israel and Hamas agreed.").events
    ()
    """
    weighed = sorted(
        ((case.sides.weight(text, HEAD), -k, case) for k, case in enumerate(_shipped())), reverse=True
    )
    (weight, _, first), others = weighed[0], weighed[1:]
    own = [sides for sides in own if sides.sides]
    sides = _together((*own, first.sides, *(case.sides for _, _, case in others)))
    clear = weight > max((other for other, _, _ in others), default=0)
    return Case(sides, (*events, *(first.events if clear else ())))


@lru_cache(maxsize=1)
def _shipped() -> tuple[Case, ...]:
    files = sorted(HERE.glob("*.toml"), key=lambda path: (path.stem == "others", path.stem))
    return tuple(Case(shared_sides(path), file_events(path)) for path in files)


@lru_cache(maxsize=64)
def _together(cases: tuple[Sides, ...]) -> Sides:
    """The sides of several cases; a side that an earlier case has is not taken again."""
    found = {side.name: side for case in reversed(cases) for side in case.sides}
    ordered = dict.fromkeys(side.name for case in cases for side in case.sides)
    return Sides(tuple(found[name] for name in ordered))
