"""What a run is asked for, as people give it: themes, kinds, days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from toolkit.claims.lexicon import Lexicon, load_lexicon
from toolkit.claims.untyped import EVENT as UNTYPED
from toolkit.dates import publication_day

Themes = str | Path | Lexicon | Sequence[str | Path] | None


def check_known(name: str, wanted: Sequence[str], lexicon: Lexicon) -> None:
    """Raise ValueError where a kind or a theme ("kind", "theme") is none of a lexicon."""
    names = {theme.name for theme in lexicon.themes} if name == "theme" else {*lexicon.kinds, UNTYPED.name}
    if unknown := sorted(set(wanted) - names):
        raise ValueError(f"{name} {unknown[0]!r} is not known; choose of {', '.join(sorted(names))}")


def lexicon_of(themes: Themes) -> Lexicon:
    """The lexicon of themes by their names or files; that of the shipped ones for none."""
    return themes if isinstance(themes, Lexicon) else load_lexicon(*several(themes))


def several(given: Any) -> tuple[Any, ...]:
    """What may be given alone or as several, as several."""
    return (given,) if isinstance(given, str | Path) else tuple(given or ())


def day_of(name: str, value: str | date | None) -> date | None:
    """A day that is given under a name, None for none; ValueError naming both where it is no day."""
    try:
        return publication_day(value)
    except ValueError:
        raise ValueError(f"{name} is {value!r}; give a day as YYYY-MM-DD") from None
