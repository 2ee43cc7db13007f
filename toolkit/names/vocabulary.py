"""The words by which names are read: words.toml, the titles that claims know, and the states."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from toolkit.claims.actors.names import Mention, Names, names_of
from toolkit.claims.cases.sides import Sides
from toolkit.claims.places.gazetteer import country_of, load_gazetteer
from toolkit.claims.vocabulary import load, words

_SOURCES = load("sources")
TITLES, OUTLET_WORDS = words(_SOURCES["titles"]), words(_SOURCES["outlet_words"])
BODY_WORDS = words(_SOURCES["bodies"])


@cache
def table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


@cache
def listed(section: str, key: str) -> frozenset[str]:
    """A list of words of words.toml, parted by blanks, or by bars where names have several words.

    >>> "spokesman" in listed("heads", "spokes"), "foreign minister" in listed("heads", "sole")
    (True, True)
    """
    text = table()[section][key]
    return frozenset(each.strip() for each in (text.split("|") if "|" in text else text.split()))


@cache
def given_names() -> dict[str, str]:
    """Spellings and short forms of given names -> the first of their line."""
    found: dict[str, str] = {}
    for line in table()["persons"]["given"].strip().splitlines():
        first = line.split()[0]
        for name in line.split():
            found.setdefault(name, first)
    return found


@cache
def organs() -> dict[str, str]:
    """What a body of a state is called -> its one name."""
    return {
        each: name
        for name, spellings in table()["organs"].items()
        if name not in ("branches", "behind", "adjectives")
        for each in spellings.split("|")
    }


@cache
def bodies() -> dict[str, str]:
    """Bodies by their own names, in small letters -> the name that their spellings share."""
    found: dict[str, str] = {}
    for line in table()["bodies"]["lines"].strip().splitlines():
        name, spellings = line.split(" | ")
        for each in spellings.split(","):
            text = each.strip()
            found[text if text.isupper() else text.casefold()] = name.strip()
    return found


def body(text: str) -> str:
    """The one name of a body that is called by a name of its own; empty where none is known.

    >>> body("Israel Defence Forces"), body("IDF"), body("who")
    ('military of Israel', 'military of Israel', '')
    """
    return bodies().get(text) or ("" if text.isupper() else bodies().get(text.casefold(), ""))


@cache
def names() -> Names:
    """The names of states, peoples and bodies of states."""
    return names_of(Sides(()))


def states(text: str) -> list[Mention]:
    """The states and peoples that a text names by themselves, their people or their capital, not by an organ."""
    return [each for each in names().find(text) if _is_state(each, text[each.start : each.end])]


@lru_cache(maxsize=4096)
def _country(text: str) -> bool:
    plain = text.replace(".", "")
    return bool(country_of(text)) or plain in _countries()


@cache
def _countries() -> frozenset[str]:
    listing = table()["countries"].replace("\n", "|")
    return frozenset(each.strip() for each in listing.split("|"))


def _is_state(found: Mention, text: str) -> bool:
    known = found.known
    if known.kind not in ("state", "people"):
        return False
    return known.use in ("adjective", "capital") or text == known.name or _country(text)


@lru_cache(maxsize=16384)
def is_place(text: str) -> bool:
    """Whether a place is called so."""
    return bool(load_gazetteer().named(text))
