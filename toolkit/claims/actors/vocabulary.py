"""The word lists of the room: nations.toml and heads.toml, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from toolkit.claims.places.gazetteer import country_of
from toolkit.claims.vocabulary import load, words

OUTLETS = words(load("sources")["outlet_words"])
"""Words of the names of news outlets."""
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Nation:
    """A line of nations.toml: the display name, adjectives and people, seats of government, other names."""

    name: str
    kind: str
    adjectives: tuple[str, ...]
    seats: tuple[str, ...]
    names: tuple[str, ...]


@cache
def nations() -> tuple[Nation, ...]:
    """All states, peoples and bodies of states.

    >>> next(nation.name for nation in nations() if "Burkinabe" in nation.adjectives)
    'Burkina Faso'
    """
    table = tomllib.loads((_HERE / "nations.toml").read_text(encoding="utf-8"))
    kinds = {"states": "state", "bygone": "state", "peoples": "people", "bodies": "body"}
    return tuple(nation for key, kind in kinds.items() for nation in _lines(table[key], kind))


def _lines(listing: str, kind: str) -> Iterator[Nation]:
    for line in listing.strip().splitlines():
        name, *lists = (part.strip() for part in line.split("|"))
        adjectives, seats, names = (
            tuple(word.strip() for word in part.split(",") if word.strip())
            for part in (*lists, "", "", "")[:3]
        )
        yield Nation(name, kind, adjectives, seats, names)


@cache
def home_of(party: str) -> str:
    """The code of the country that a party is, whatever the tables of places call it; empty for one that is none.

    >>> home_of("DR Congo"), home_of("M23")
    ('CD', '')
    """
    names = next((nation.names for nation in nations() if nation.name == party), ())
    return next((code for name in (party, *names) if (code := country_of(name))), "")


@cache
def state_of(country: str) -> str:
    """The name of the state with a code; empty for a territory that is none.

    >>> state_of("CD"), state_of("PS")
    ('DR Congo', '')
    """
    states = (nation.name for nation in nations() if nation.kind == "state")
    return next((name for name in states if country and home_of(name) == country), "")


def at_home(parties: Iterable[str], country: str) -> list[str]:
    """Those of some parties that are a country, in their order; nobody where the country is not known.

    >>> at_home(["France", "M23", "DR Congo"], "CD")
    ['DR Congo']
    """
    return [party for party in parties if country and home_of(party) == country]


@cache
def _heads() -> dict[str, Any]:
    return tomllib.loads((_HERE / "heads.toml").read_text(encoding="utf-8"))


@cache
def heads(*path: str) -> frozenset[str]:
    """The words of one list of heads.toml.

    >>> "strike" in heads("owned"), "group" in heads("anaphora", "group")
    (True, True)
    """
    table: Any = _heads()
    for part in path:
        table = table[part]
    return frozenset(table.split())


@cache
def named_list(*path: str) -> frozenset[str]:
    """The names of one list of heads.toml in which bars part them.

    >>> "Boko Haram" in named_list("fighters", "jihadist")
    True
    """
    table: Any = _heads()
    for part in path:
        table = table[part]
    return frozenset(name.strip() for name in table.split("|"))


@cache
def named_lines(section: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The lines of a section of heads.toml: a name and what stands behind its bar.

    >>> dict(named_lines("units"))["Foreign Legion"] == {"France"}
    True
    """
    lines = (line.split("|") for line in _heads()[section]["lines"].strip().splitlines())
    return tuple((name.strip(), frozenset(each.strip() for each in rest.split(","))) for name, rest in lines)
