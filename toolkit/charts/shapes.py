"""Places as Vega draws them: areas as GeoJSON of Mercator's map, points, and the names that have room."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from toolkit.charts.outlines import Box, Ring
from toolkit.charts.places import Place, mercator

NAMED = 24  # places whose names are written, those with most claims, where nothing else is written
SPREAD = 150  # places whose marks are moved apart
ASIDE = 21  # pixels between marks of one place
LETTER = 6.6  # of a letter of a name
NEARBY = [(0.0, 0.0)] + [
    (round(math.cos(turn * math.pi / 4) * far, 3), round(math.sin(turn * math.pi / 4) * far, 3))
    for far in (14, 24, 34, 46, 60, 80)
    for turn in (2, 6, 0, 4, 1, 3, 5, 7)
]
"""Steps to places nearby, the nearest first: down, up, aside."""
Row = dict[str, Any]


def feature(rings: Any) -> Row:
    """An area as GeoJSON of Mercator's map; each ring is an area of its own."""
    polygons = [[[[round(x, 3), round(mercator(y), 3)] for x, y in ring]] for ring in rings]
    return {
        "type": "Feature",
        "properties": {},
        "geometry": {"type": "MultiPolygon", "coordinates": polygons},
    }


def within(place: Place, box: Box) -> bool:
    return box[0] <= place.longitude <= box[2] and box[1] <= place.latitude <= box[3]


class Room:
    """What is taken of a map, in pixels of its full width."""

    def __init__(self, box: Box, width: float) -> None:
        self.left, self.scale = box[0], width / (box[2] - box[0])
        self.top = mercator(box[3])
        self.width, self.height = width, (self.top - mercator(box[1])) * self.scale
        self.taken: list[Box] = []

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """The pixel of a longitude and latitude."""
        return (point[0] - self.left) * self.scale, (self.top - mercator(point[1])) * self.scale

    def back(self, x: float, y: float) -> Row:
        """Where a pixel lies on Mercator's map."""
        return {"x": round(self.left + x / self.scale, 3), "y": round(self.top - y / self.scale, 3)}

    def takes(self, x: float, y: float, wide: float, up: float, down: float) -> bool:
        """Take what surrounds a pixel, if all of it is free and on the map."""
        west, north, east, south = x - wide / 2, y - up, x + wide / 2, y + down
        inside = west >= 0 and east <= self.width and north >= 0 and south <= self.height
        if not inside or any(west < e and east > w and north < s and south > n for w, n, e, s in self.taken):
            return False
        self.taken.append((west, north, east, south))
        return True


def spread(places: list[Place], marks: Mapping[str, int], room: Room) -> dict[str, tuple[float, float]]:
    """The pixel at which the marks of each place stand, so many side by side: in their place if it is free, settlements
    first, else as near as there is room."""
    found = {}
    ordered = sorted(places, key=lambda place: (bool(place.rings), -place.claims, place.id))
    for number, place in enumerate(ordered):
        x, y = room.at(place.point)
        near = NEARBY if number < SPREAD else NEARBY[:1]
        wide = ASIDE * marks.get(place.id, 1)
        free = ((x + dx, y + dy) for dx, dy in near if room.takes(x + dx, y + dy, wide, 13, 11))
        found[place.id] = next(free, (x, y))
    return found


def names_of(places: list[Place], at: Mapping[str, tuple[float, float]], room: Room) -> list[Row]:
    """The names that have room below their marks, of the places with most claims first."""
    kept = []
    for place in sorted(places, key=lambda place: (-place.claims, place.id))[:NAMED]:
        x, y = at[place.id]
        if room.takes(x, y + 18, len(place.name) * LETTER, 6, 8):
            kept.append({"name": place.name, **room.back(x, y)})
    return kept


def countries_of(middles: Mapping[str, tuple[float, float]], room: Room) -> list[Row]:
    """The names of countries that have room near their middle."""
    kept = []
    for name, point in middles.items():
        x, y = room.at(point)
        half = len(name) * LETTER * 0.6
        x = min(max(x, half + 4), room.width - half - 4)
        y = min(max(y, 12), room.height - 12)
        for dx, dy in NEARBY:
            if room.takes(x + dx, y + dy, 2 * half, 9, 9):
                kept.append({"name": name, **room.back(x + dx, y + dy)})
                break
    return kept


def led(place: Place, to: tuple[float, float], room: Room) -> Row | None:
    """The line from where a settlement lies to where its marks stand, if that is apart."""
    begin, end = room.back(*room.at(place.point)), room.back(*to)
    if place.rings or begin == end:
        return None
    line = [[each["x"], each["y"]] for each in (begin, end)]
    return {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": line}}


def thinned(ring: Ring, fine: float) -> Ring:
    """A ring without the points that lie nearer than `fine` to the one before.

    >>> thinned([(0, 0), (0.1, 0), (5, 0), (5, 5), (0, 0)], 1)
    [(0, 0), (5, 0), (5, 5), (0, 0)]
    """
    kept = ring[:1]
    for point in ring[1:-1]:
        if math.dist(point, kept[-1]) >= fine:
            kept.append(point)
    return [*kept, *ring[-1:]]
