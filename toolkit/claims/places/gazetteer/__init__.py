"""Names of places with their coordinates and parents, read from CSV tables.

``front.csv`` is written by hand (regions, villages of the front line, other names), ``ukraine.csv`` and ``world.csv``
are made by `make.py`. A corpus may bring a ``places.csv`` of its own with the same columns; `id` and `name` are enough,
and what it names goes before the shipped places.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from toolkit.claims.places.gazetteer.spelling import key, letters
from toolkit.handwritten import NoTable, own_table
from toolkit.model import Quarantined

HERE = Path(__file__).parent
FILE = "places.csv"
"""The table of places that a corpus may bring."""
TABLES = ("front.csv", "ukraine.csv")
WORLD = "world.csv"
ALIAS = "alias-of:"
OWN = "1e12"
"""The weight of a place of a user's table that gives none: of two places of one name his is meant."""

NEEDED = ("id", "name")
# How far the numbers of a place may go.
_LIMITS = {"latitude": 90.0, "longitude": 180.0, "weight": float("inf")}

SHORT = 5
"""Letters of a name up to which a town of the world is meant only by its own spelling: "Jan" is not Ya'an."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: kind is country, region, area, capital, city, settlement, river, sea, border or site; `parent` is an id.

    A town is `far` where only the list of the world names it, and no table made for a story.
    """

    id: str
    name: str
    kind: str
    latitude: float | None
    longitude: float | None
    parent: str
    country: str
    weight: float
    far: bool = False


def spelt(place: Place, name: str) -> Place:
    """A town of the world as an article spells it: GeoNames has its own name, in letters of its own ("Khān Yūnis")."""
    marked = not place.name.isascii() and name.casefold() != place.name.casefold()
    other = place.far and place.kind == "city" and (marked or key(name) != key(place.name))
    return replace(place, name=name) if other else place


class Gazetteer:
    """Places by id and by name; a name may belong to several places.

    >>> [place.id for place in load_gazetteer().named("Dobropillya")][:1]
    ['gn709900']
    """

    def __init__(self, rows: Iterable[dict[str, str]]) -> None:
        self._places: dict[str, Place] = {}
        self._names: dict[str, list[str]] = {}
        self._spelt: dict[str, set[str]] = {}
        self._ranked: dict[str, list[Place]] = {}
        pending = []
        for row in rows:
            if row["kind"].startswith(ALIAS):
                pending.append(row)
                continue
            self._places.setdefault(row["id"], _place(row))
            self._add(row["id"], row)
        for row in pending:
            self._add(row["kind"].removeprefix(ALIAS), row)

    def _add(self, place_id: str, row: dict[str, str]) -> None:
        for name in (row["name"], *filter(None, row.get("aliases", "").split("|"))):
            form = key(name)
            ids = self._names.setdefault(form, [])
            if place_id not in ids:
                ids.append(place_id)
            if len(form) <= SHORT:
                self._spelt.setdefault(letters(name), set()).add(place_id)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def get(self, place_id: str) -> Place | None:
        """The place with this id, or None."""
        return self._places.get(place_id)

    def named(self, name: str) -> list[Place]:
        """The places of this name: by its proper name before by another name, then the heaviest first; or none."""
        form = key(name)
        if form not in self._names:
            return []
        if form not in self._ranked:
            places = [self._places[i] for i in self._names[form] if i in self._places]
            proper = {form, key(f"{name} region")}
            self._ranked[form] = sorted(
                places, key=lambda place: (key(place.name) not in proper, -place.weight)
            )
        found = self._ranked[form]
        if len(form) > SHORT:
            return found
        spelt_so = self._spelt.get(letters(name), set())
        return [place for place in found if not place.far or place.id in spelt_so]

    def inside(self, place: Place, other: str) -> bool:
        """Whether the place lies in the place with the id `other`, at any depth, or is that place."""
        seen: set[str] = set()
        current: Place | None = place
        while current and current.id not in seen:
            if current.id == other:
                return True
            seen.add(current.id)
            current = self._places.get(current.parent)
        return place.country == other

    def within(self, name: str, other: str) -> bool:
        """Whether the place with one id or name is the other or lies in it; a name is that of its likeliest bearer.

        >>> load_gazetteer().within("Dobropillia", "Donetsk region"), load_gazetteer().within("UA-12", "UA-14")
        (True, False)
        """
        place, around = (
            self._places.get(each) or next(iter(self.named(each)), None) for each in (name, other)
        )
        return name == other or (place is not None and around is not None and self.inside(place, around.id))


class Nearby(Gazetteer):
    """Places as an article of some countries names them: a town of one of those before its namesakes abroad. The towns
    of the tables made for one war are none where neither of its states is named, unless they are large.

    >>> [place.country for place in Nearby(load_gazetteer(), frozenset({"PH"})).named("Samar")]
    []
    """

    def __init__(self, every: Gazetteer, countries: frozenset[str]) -> None:
        self._places, self._names = every._places, every._names
        self._spelt, self._ranked = every._spelt, every._ranked
        self._countries = countries | (WAR if countries & WAR else frozenset())

    def named(self, name: str) -> list[Place]:
        """The places of this name, those of the countries of the article first."""
        found = super().named(name)
        if not self._countries or all(place.country in self._countries for place in found):
            return found
        own = float(OWN)  # a user's own places go before all others
        near = [place for place in found if place.country in self._countries or place.weight >= own]
        return near + [place for place in found if place not in near and _is_known(place, name)]


LARGE = 300_000
"""Inhabitants from which a town is meant though an article names its country nowhere."""
WAR = frozenset({"UA", "RU"})
"""The states for whose war the smaller tables are made."""


def _is_known(place: Place, name: str) -> bool:
    """Whether a place abroad is meant by a name: no town that is only spelt like it or stands in a table of the war."""
    if place.kind not in ("city", "settlement"):
        return True
    large, same = place.weight >= LARGE, place.name.casefold() == name.casefold()
    return large and same if place.country in WAR else place.far and (large or same or " " in name)


def _place(row: dict[str, str]) -> Place:
    def number(column: str) -> float | None:
        return float(row[column]) if row.get(column) else None

    return Place(
        row["id"], row["name"], row.get("kind") or "settlement", number("latitude"), number("longitude"),
        row.get("parent", ""), row.get("country", ""), number("weight") or 0.0, "far" in row,
    )  # fmt: skip


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


def _shipped(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def load_gazetteer(*own: Path) -> Gazetteer:
    """The shipped places, after those of the tables in `own`, as far as their rows can be read as places."""
    # A table that was edited meanwhile is another table.
    return _loaded(tuple((Path(path), Path(path).stat().st_mtime_ns) for path in own))


@lru_cache(maxsize=8)
def _loaded(own: tuple[tuple[Path, int], ...]) -> Gazetteer:
    first = ({**row, "weight": row.get("weight") or OWN} for path, _ in own for row in read_places(path)[0])
    near = (row for table in TABLES for row in _shipped(table))
    return Gazetteer(chain(first, near, ({**row, "far": ""} for row in _shipped(WORLD))))


@lru_cache(maxsize=512)
def country_of(name: str) -> str:
    """The code of the country that a name is, empty where it is none.

    >>> country_of("France"), country_of("Lyon")
    ('FR', '')
    """
    return (
        next((place.country for place in load_gazetteer().named(name) if place.kind == "country"), "")
        if name
        else ""
    )


@lru_cache(maxsize=65536)
def well_known(name: str) -> bool:
    """Whether a name is mostly that of a place: small towns share theirs with people and groups.

    >>> well_known("Lyon"), well_known("Fano"), load_gazetteer().named("Fano")[0].country
    (True, False, 'IT')
    """
    return any(
        not place.far or place.kind not in ("city", "settlement") or place.weight >= WELL_KNOWN
        for place in load_gazetteer().named(name)
    )


WELL_KNOWN = 100_000
"""Inhabitants from which a town is what its name mostly means."""
