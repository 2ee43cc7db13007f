"""What the words beside the name of a place say of where it lies: "Amherst, N.Y.", "San Arl"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.claims.places.gazetteer import Gazetteer, Place
from toolkit.claims.vocabulary import load, phrases, words

BEGINNINGS = words(load("places")["beginnings"])
"""Words with which names of places begin that go on."""
_SHORTENED = dict(line.split(" | ") for line in phrases(load("places")["shortened"]))
_BEHIND = re.compile(r",\s+((?:[A-Z]\.){2,}|[A-Z][a-z]+\.|W\.Va\.|[A-Z][\w’-]+(?: [A-Z][\w-]+)?)")
_AGED = re.compile(r"\b\d{1,3}(?:-year-old)?,? (?:\w+ )?(?:of|from) \Z")


def goes_on(parts: Sequence[re.Match[str]], first: int, last: int) -> bool:
    """Whether the words of a name from `first` to `last` are but the beginning of a longer one: "San" of "San Arl"."""
    return last < len(parts) and last == first + 1 and parts[first][0].lower() in BEGINNINGS


def is_shortened(name: str) -> bool:
    """Whether a name is but what the press shortens behind a town: "N.Y."."""
    return name in _SHORTENED or f"{name}." in _SHORTENED


def is_residence(text: str, start: int) -> bool:
    """Whether a name at a place is where somebody lives of whom only the age is told.

    >>> is_residence("Ali Holm, 44, of Arl, was held", 17), is_residence("the mayor of Arl", 13)
    (True, False)
    """
    return _AGED.search(text, max(0, start - 30), start) is not None


def lying_in(candidates: list[Place], text: str, name: str, end: int, known: Gazetteer) -> list[Place]:
    """The places of a name, those first that lie in what is named behind it; a place that no table knows where none of
    them does and the press has shortened what it lies in: "Arl, Vt."."""
    behind = _BEHIND.match(text, end)
    if behind is None:
        return candidates
    short = _SHORTENED.get(behind[1], "")
    larger = [p for p in known.named(short or behind[1]) if p.kind in ("region", "country")]
    inside = [c for c in candidates if any(c.id != p.id and known.inside(c, p.id) for p in larger)]
    if inside or not (short and larger):
        return inside or candidates
    return [Place("", name, "settlement", None, None, larger[0].id, larger[0].country, 0.0)]
