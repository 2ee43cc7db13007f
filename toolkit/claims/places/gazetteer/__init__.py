"""Names of places with their coordinates and parents, read from CSV tables.

``front.csv`` is written by hand (regions, villages of the front line, other names), ``ukraine.csv``, ``world.csv`` and
``regions.csv`` are made by `make.py`, and read out of one `index`. A corpus may bring a ``places.csv`` of its own with
the same columns; `id` and `name` are enough, and what it names goes before the shipped places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from toolkit.claims.places.gazetteer.index import Index, shipped_index
from toolkit.claims.places.gazetteer.rows import BY_HAND, OWN, REGIONS, Raw, own, shipped
from toolkit.claims.places.gazetteer.rows import FILE as FILE
from toolkit.claims.places.gazetteer.rows import read_places as read_places
from toolkit.claims.places.gazetteer.spelling import key, letters, loose

ALIAS = "alias-of:"
SHORT = 5
"""Letters of a name up to which a town of the world is meant only by its own spelling: "Jan" is not Ya'an."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: kind is country, region, area, capital, city, settlement, river, sea, border or site; `parent` is an id.

    A town is `far` where only the list of the world names it, and no table made for a story. A region is `minor` where
    only the list of the regions of all states does: it is meant in articles about its state.
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
    minor: bool = False


_LEVEL = {"country": "country", "region": "region", "area": "region", "border": "region", "site": "point"}
_DISTRICT = re.compile(
    r"\b(?:district|county|municipality|raion|rayon|canton|township|borough|prefecture)s?\b", re.I
)


def precision(place: Place) -> str:
    """How exactly a place is told: point, settlement, district, region or country.

    >>> gazetteer = load_gazetteer()
    >>> [precision(gazetteer.named(name)[0]) for name in ("France", "Helmand", "Lyon")]
    ['country', 'region', 'settlement']
    """
    if place.kind == "region" and _DISTRICT.search(place.name):
        return "district"
    return _LEVEL.get(place.kind, "region" if place.kind in ("river", "sea") else "settlement")


def spelt(place: Place, name: str) -> Place:
    """A town or region of the world as an article spells it: GeoNames has its own name, in letters of its own ("Khān
    Yūnis").
    """
    if place.minor:
        return place if place.name.startswith(name) else replace(place, name=name)
    marked = not place.name.isascii() and name.casefold() != place.name.casefold()
    other = place.far and place.kind == "city" and (marked or key(name) != key(place.name))
    return replace(place, name=name) if other else place


class Gazetteer:
    """Places by id and by name; a name may belong to several places.

    >>> [place.id for place in load_gazetteer().named("Dobropillya")][:1]
    ['gn709900']
    """

    def __init__(self, rows: Iterable[Raw], index: Index) -> None:
        self._index = index
        self._raw: dict[str, Raw] = {}
        self._names: dict[str, list[str]] = {}
        self._others: dict[str, list[str]] = {}
        self._more: dict[str, list[str]] = {}
        self._made: dict[str, Place | None] = {}
        self._ranked: dict[str, list[Place]] = {}
        self._national: dict[tuple[str, str], Place] = {}
        pending = []
        for row in rows:
            if row.kind.startswith(ALIAS):
                pending.append(row)
                continue
            self._raw.setdefault(row.id, row)
            for form in row.forms:
                self._names.setdefault(form, []).append(row.id)
        for row in pending:
            other = row.kind.removeprefix(ALIAS)
            self._more.setdefault(other, []).extend(row.names)
            for form in row.forms:
                self._others.setdefault(form, []).append(other)

    def __bool__(self) -> bool:
        return True  # to count the places, all would be read

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __iter__(self) -> Iterator[Place]:
        yield from map(_place, self._raw.values())
        yield from (_place(row) for row in self._index.rows() if row.id not in self._raw)

    def get(self, place_id: str) -> Place | None:
        """The place with this id, or None."""
        if place_id not in self._made:
            row = self._row(place_id)
            self._made[place_id] = _place(row) if row else None
        return self._made[place_id]

    def national(self, kind: str, country: str) -> Place | None:
        """The first place of a kind of which each country has one ("country", "capital"), by its country's code.

        >>> place = load_gazetteer().national("capital", "FR")
        >>> place and place.name
        'Paris'
        """
        if not self._national:
            for place in self:
                if place.kind in ("country", "capital"):
                    self._national.setdefault((place.kind, place.country), place)
        return self._national.get((kind, country))

    def _row(self, place_id: str) -> Raw | None:
        return self._raw.get(place_id) or self._index.row(place_id)

    def named(self, name: str) -> list[Place]:
        """The places of this name: by its proper name before by another name, then the heaviest first; or none.

        A region that no table of a story has is meant where nothing else has its name.
        """
        found = self._bearers(name)
        return [place for place in found if not place.minor] or found

    def _bearers(self, name: str) -> list[Place]:
        form = key(name)
        found = self._ranked_by(form, name)
        if not found and (other := loose(name)):
            return self._ranked_by(other, name)
        if len(form) > SHORT:
            return found
        return [place for place in found if not place.far or letters(name) in self._letters(place.id)]

    def _ranked_by(self, form: str, name: str) -> list[Place]:
        if form not in self._ranked:
            ids = (*self._names.get(form, ()), *self._index.ids(form), *self._others.get(form, ()))
            places = [place for each in dict.fromkeys(ids) if (place := self.get(each))]
            proper = {form, key(f"{name} region")}
            self._ranked[form] = sorted(
                places, key=lambda place: (key(place.name) not in proper, -place.weight)
            )
        return self._ranked[form]

    def _letters(self, place_id: str) -> set[str]:
        row = self._row(place_id)
        return {letters(each) for each in (*(row.names if row else ()), *self._more.get(place_id, ()))}

    def inside(self, place: Place, other: str) -> bool:
        """Whether the place lies in the place with the id `other`, at any depth, or is that place."""
        seen: set[str] = set()
        current: Place | None = place
        while current and current.id not in seen:
            if current.id == other:
                return True
            seen.add(current.id)
            current = self.get(current.parent)
        return place.country == other

    def within(self, name: str, other: str) -> bool:
        """Whether the place with one id or name is the other or lies in it; a name is that of its likeliest bearer.

        >>> load_gazetteer().within("Dobropillia", "Donetsk region"), load_gazetteer().within("UA-12", "UA-14")
        (True, False)
        """
        place, around = (self.get(each) or next(iter(self.named(each)), None) for each in (name, other))
        return name == other or (place is not None and around is not None and self.inside(place, around.id))


class Nearby(Gazetteer):
    """Places as an article of some countries names them: a town of one of those before its namesakes abroad. The towns
    of the tables made for one war are none where neither of its states is named, unless they are large.

    >>> [place.country for place in Nearby(load_gazetteer(), frozenset({"PH"})).named("Samar")]
    []
    """

    def __init__(self, every: Gazetteer, countries: frozenset[str]) -> None:
        self.__dict__.update(every.__dict__)
        self._countries = countries | (WAR if countries & WAR else frozenset())

    def named(self, name: str) -> list[Place]:
        """The places of this name, those of the countries of the article first."""
        found = self._bearers(name)
        if not self._countries or all(place.country in self._countries for place in found):
            return [place for place in found if self._countries or not place.minor] or found
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
        return not place.minor
    large, same = place.weight >= LARGE, place.name.casefold() == name.casefold()
    return large and same if place.country in WAR else place.far and (large or same or " " in name)


def _place(row: Raw) -> Place:
    def number(value: str) -> float | None:
        return float(value) if value else None

    return Place(
        row.id,
        row.name,
        row.kind or "settlement",
        number(row.latitude),
        number(row.longitude),
        row.parent,
        row.country,
        number(row.weight) or 0.0,
        bool(row.origin),
        row.origin == REGIONS,
    )


def load_gazetteer(*own: Path) -> Gazetteer:
    """The shipped places, after those of the tables in `own`, as far as their rows can be read as places."""
    # A table that was edited meanwhile is another table.
    return _loaded(tuple((Path(path), Path(path).stat().st_mtime_ns) for path in own))


@lru_cache(maxsize=8)
def _loaded(tables: tuple[tuple[Path, int], ...]) -> Gazetteer:
    first = (own(row) for path, _ in tables for row in read_places(path)[0])
    return Gazetteer(chain(first, shipped(BY_HAND)), shipped_index())


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
        not place.far
        or (place.kind not in ("city", "settlement") and not place.minor)
        or place.weight >= WELL_KNOWN
        for place in load_gazetteer().named(name)
    )


WELL_KNOWN = 100_000
"""Inhabitants from which a town is what its name mostly means."""
