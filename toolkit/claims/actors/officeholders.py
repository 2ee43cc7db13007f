"""Whom somebody speaks for who goes by a name and a title alone: who held an office when an article was published."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from toolkit.claims.actors.names import Known, Names
from toolkit.claims.vocabulary import words

_TABLE = tomllib.loads(Path(__file__).with_name("officeholders.toml").read_text(encoding="utf-8"))
_TITLES = words(_TABLE["titles"])
_ADMINISTRATION = re.compile(r"\b([A-Z][\w-]+) (?:[Aa]dministration|[Gg]overnment|[Cc]abinet)\b")


def add_administrations(text: str, names: Names, published: date | None) -> None:
    """Add the governments that a text calls by who leads them to its names: "the Howard government".

    >>> names = Names(iter([("Australia", Known("Australia", "state", "name"))]))
    >>> add_administrations("The Howard Government and the Parks administration", names, date(2001, 3, 1))
    >>> names.get("Howard Government").name, names.get("Parks administration")
    ('Australia', None)
    """
    for found in _ADMINISTRATION.finditer(text):
        state = names.get(in_office(found[1], "president", published))
        if state is not None and state.kind == "state":
            names.add(found[0], Known(state.name, "state", "organ"))


def in_office(name: str, before: str, published: date | None) -> str:
    """The state or body for which a person held an office in the year of publication, empty where there is none.

    The last name alone is enough behind a title, which `before` may be; a name that two bear who hold offices of
    different states is nobody's.

    >>> in_office("Kofi Annan", "", date(2001, 3, 1)), in_office("Annan", "Mr.", date(2001, 3, 1))
    ('United Nations', 'United Nations')
    >>> in_office("Annan", "", date(2001, 3, 1)), in_office("Kofi Annan", "", date(2011, 3, 1))
    ('', '')
    """
    said = name.split()
    if published is None or not said:
        return ""
    held = [each for each in holders().get(said[-1], ()) if each[2] <= published.year <= each[3]]
    titled = {word.strip(".").lower() for word in (before, *said)} & _TITLES
    alone = sum(word.strip(".").lower() not in _TITLES for word in said) == 1
    called = {word.lower() for word in (before, *said)}
    full = [each for each in held if {each[0][0].lower(), each[0][-1].lower()} <= called]
    found = {state for _, state, _, _ in full or (held if titled and alone else ())}
    return found.pop() if len(found) == 1 else ""


@cache
def holders() -> dict[str, list[tuple[list[str], str, int, int]]]:
    """Who held an office, by the last name: the words of the name, the state, the first and the last year."""
    found: dict[str, list[tuple[list[str], str, int, int]]] = {}
    for line in _TABLE["holders"].strip().splitlines():
        state, listing = line.split(" | ")
        for each in listing.split(", "):
            name, _, years = each.rpartition(" ")
            first, last = years.split("-")
            called = name.split()
            found.setdefault(called[-1], []).append((called, state, int(first), int(last or date.max.year)))
    return found
