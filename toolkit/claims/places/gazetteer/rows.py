"""The rows of the tables of places: the shipped ones, and those of a user's own."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from toolkit.claims.places.gazetteer.spelling import key, loose
from toolkit.handwritten import NoTable, own_table
from toolkit.model import Quarantined

HERE = Path(__file__).parent
FILE = "places.csv"
"""The table of places that a corpus may bring."""
BY_HAND = "front.csv"
LARGE_TABLES = ("ukraine.csv", "world.csv", "regions.csv")
"""The tables that are read out of the index."""
WORLD, REGIONS = "world.csv", "regions.csv"
ARABIC = frozenset(["AE", "BH", "DJ", "DZ", "EG", "EH", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM"])
ARABIC |= {"PS", "QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE"}
"""States in which names are written with Arabic articles."""
OWN = "1e12"
"""The weight of a place of a user's table that gives none: of two places of one name his is meant."""

NEEDED = ("id", "name")
# How far the numbers of a place may go.
_LIMITS = {"latitude": 90.0, "longitude": 180.0, "weight": float("inf")}


class Raw(NamedTuple):
    """A row of a table of places; `forms` are the keys of its names, `origin` is the table where it is a list of the
    world.
    """

    id: str
    name: str
    kind: str
    latitude: str
    longitude: str
    parent: str
    country: str
    weight: str
    aliases: str
    forms: tuple[str, ...]
    origin: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *filter(None, self.aliases.split("|")))


def read_places(path: Path) -> tuple[list[dict[str, str]], tuple[Quarantined, ...]]:
    """The rows of a table of places that can be used, and a line for each that can't, or for the whole table."""
    rows, problems = [], []
    try:
        columns, table = own_table(path)
        if missing := [name for name in NEEDED if name not in columns]:
            raise NoTable(f"has no column {missing[0]}: a place needs an id and a name")
    except NoTable as error:
        return [], (Quarantined(path.name, "", str(error)),)
    for row in table:
        if isinstance(row, Quarantined):
            problems.append(row)
        elif reason := _wrong(row.values):
            problems.append(Quarantined(path.name, row.place, reason))
        else:
            rows.append({"kind": "settlement", **row.values})
    return rows, tuple(problems)


def _wrong(row: dict[str, str]) -> str:
    """Why a row cannot be a place, empty where it can."""
    if not all(row.get(name) for name in NEEDED):
        return "a place needs an id and a name"
    for column, limit in _LIMITS.items():
        try:
            within = abs(float(row.get(column) or 0)) <= limit
        except ValueError:
            return f"{column} {row[column]!r} is no number"
        if not within:
            return f"{column} {row[column]} does not lie within {-limit:g} and {limit:g}"
    return ""


def shipped(name: str) -> Iterator[Raw]:
    """The rows of a shipped table."""
    origin = name if name in (WORLD, REGIONS) else ""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        for row in rows:
            raw = Raw._make((*row[:9], (), origin))
            yield raw._replace(forms=forms_of(raw.names, raw.country))


def forms_of(names: Iterable[str], country: str = "") -> tuple[str, ...]:
    """The forms under which names are looked for; in Arabic-speaking states the loose ones, too.

    >>> forms_of(["El Fasher"], "SD")
    ('elfasher', '~fashir')
    """
    several = list(names)
    forms = [key(name) for name in several]
    if country in ARABIC:
        forms += filter(None, map(loose, several))
    return tuple(dict.fromkeys(forms))


def own(row: dict[str, str]) -> Raw:
    cells = [row.get(name, "") for name in Raw._fields[:9]]
    raw = Raw._make((*cells, (), ""))._replace(weight=row.get("weight") or OWN)
    return raw._replace(forms=forms_of(raw.names))
