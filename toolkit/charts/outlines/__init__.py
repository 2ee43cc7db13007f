"""Outlines of countries and regions, by ISO 3166 codes, small enough to ship: Natural Earth, simplified.

The tables are made by `make.py`; a ring is packed as Google's polyline algorithm packs a line, with three decimals.
"""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
PARTS = 1000  # of a degree that are kept
Point = tuple[float, float]
Ring = list[Point]
Box = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""


@dataclass(frozen=True)
class Outline:
    """A country or region: its ISO 3166 code, its name and its rings of (longitude, latitude), the largest first."""

    id: str
    name: str
    rings: tuple[Ring, ...]

    @property
    def box(self) -> Box:
        return box_of(point for ring in self.rings for point in ring)


def box_of(points: Iterable[Point]) -> Box:
    """The least box around points.

    >>> box_of([(30.5, 50.4), (35.0, 48.5)])
    (30.5, 48.5, 35.0, 50.4)
    """
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def area(ring: Ring) -> float:
    """Square degrees within a ring.

    >>> area([(0, 0), (0, 2), (2, 2), (2, 0), (0, 0)])
    4.0
    """
    return abs(sum(x * b - a * y for (x, y), (a, b) in itertools.pairwise(ring))) / 2


def clipped(ring: Ring, box: Box) -> Ring:
    """The part of a ring within a box, closed; empty where none of it is there (Sutherland and Hodgman 1974).

    >>> clipped([(0, 0), (0, 2), (2, 2), (2, 0), (0, 0)], (1, 1, 3, 3))
    [(1, 2.0), (2, 2), (2.0, 1), (1.0, 1), (1, 2.0)]
    """
    west, south, east, north = box
    for axis, bound, sign in ((0, west, 1), (1, south, 1), (0, east, -1), (1, north, -1)):
        kept: Ring = []
        for one, other in zip(ring, [*ring[1:], ring[0]] if ring else [], strict=True):
            inside = (one[axis] - bound) * sign >= 0
            if inside:
                kept.append(one)
            if inside != ((other[axis] - bound) * sign >= 0):
                share = (bound - one[axis]) / (other[axis] - one[axis])
                along = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
                kept.append((bound, along) if axis == 0 else (along, bound))
        ring = [point for place, point in enumerate(kept) if place == 0 or point != kept[place - 1]]
    return [*ring, ring[0]] if ring and ring[0] != ring[-1] else ring


def packed(rings: Iterable[Ring]) -> str:
    """Rings as text, with blanks between them.

    >>> unpacked(packed([[(30.5, 50.45), (30.52, 50.4), (30.5, 50.45)]]))
    [[(30.5, 50.45), (30.52, 50.4), (30.5, 50.45)]]
    """
    return " ".join(map(_line, rings))


def _line(ring: Ring) -> str:
    text: list[str] = []
    before = (0, 0)
    for x, y in ring:
        point = round(x * PARTS), round(y * PARTS)
        if point == before and text:
            continue
        for now, then in zip(point, before, strict=True):
            step = (now - then) * 2 if now >= then else (then - now) * 2 - 1
            while step >= 32:
                text.append(chr((step & 31 | 32) + 63))
                step >>= 5
            text.append(chr(step + 63))
        before = point
    return "".join(text)


def unpacked(text: str) -> list[Ring]:
    """The rings of a text that `packed` made."""
    return [list(_points(line)) for line in text.split(" ") if line]


def _points(line: str) -> Iterator[Point]:
    steps: list[int] = []
    value, shift = 0, 0
    for letter in line:
        bits = ord(letter) - 63
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            steps.append(value // 2 if value % 2 == 0 else -(value + 1) // 2)
            value, shift = 0, 0
    x = y = 0
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x / PARTS, y / PARTS


@cache
def _table(name: str) -> dict[str, tuple[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return {row["id"]: (row["name"], row["rings"]) for row in csv.DictReader(file)}


@cache
def _outline(table: str, code: str) -> Outline | None:
    found = _table(table).get(code)
    return Outline(code, found[0], tuple(unpacked(found[1]))) if found else None


def outline_of(code: str) -> Outline | None:
    """The outline of an ISO 3166 code: of a country ("UA") or of a region ("UA-12"); None for another.

    >>> outline_of("UA-12").name, outline_of("gn703448")
    ("Dnipropetrovs'k", None)
    """
    return _outline("regions.csv" if "-" in code else "countries.csv", code)


@cache
def countries() -> tuple[Outline, ...]:
    """All countries, in the order of their codes."""
    return tuple(filter(None, (_outline("countries.csv", code) for code in _table("countries.csv"))))


def region_at(name: str, at: Point) -> Outline | None:
    """The region of a name around a point, where its code is not known; None where there is none.

    >>> region_at("Crimea", (34.1, 45.0)).id, region_at("Crimea", (2.3, 48.9))
    ('UA-43', None)
    """
    for code, (title, _) in _table("regions.csv").items():
        if title.casefold().startswith(name.casefold()) and (found := outline_of(code)):
            west, south, east, north = found.box
            if west <= at[0] <= east and south <= at[1] <= north:
                return found
    return None
