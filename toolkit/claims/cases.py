"""Which sides a text is about: those of the case whose names it holds most often, and behind them those of the others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from toolkit.claims.themes.sides import Sides, shared_sides

HERE = Path(__file__).parent / "themes" / "cases"
HEAD = 20_000
"""Characters of a text in which its sides are counted."""


def sides_for(text: str, own: Sequence[Sides] = ()) -> Sides:
    """The sides for a text; `own` are those of the reader's lexicon, which go before the shipped ones.

    >>> sides_for("Israel and Hamas agreed.").of("Hamas").name
    'Palestinians'
    """
    shipped = sorted(_shipped(), key=lambda sides: -sides.weight(text, HEAD))
    return _together((*[each for each in own if each.sides], *shipped))


@lru_cache(maxsize=1)
def _shipped() -> tuple[Sides, ...]:
    return tuple(shared_sides(path) for path in sorted(HERE.glob("*.toml"), key=lambda path: path.stem != "russia-ukraine"))


@lru_cache(maxsize=16)
def _together(cases: tuple[Sides, ...]) -> Sides:
    """The sides of several cases; a side that an earlier case has is not taken again, nor a name."""
    found = []
    names: set[str] = set()
    for case in cases:
        for side in case.sides:
            if side.name not in names:
                found.append(side)
        names |= {side.name for side in case.sides}
    return Sides(tuple(found))
