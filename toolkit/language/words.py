"""The word lists of vocabulary/grammar.toml, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "vocabulary" / "grammar.toml"


@cache
def grammar(section: str, name: str) -> frozenset[str]:
    """The words of one list.

    >>> "dozen" in grammar("phrases", "quantities")
    True
    """
    return frozenset(_table()[section][name].split())


@cache
def of_section(section: str) -> dict[str, str]:
    """Each word of a section with the name of the first list that holds it.

    >>> of_section("auxiliaries")["might"]
    'may'
    """
    found: dict[str, str] = {}
    for name, listing in _table()[section].items():
        for word in listing.split():
            found.setdefault(word, name)
    return found


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
