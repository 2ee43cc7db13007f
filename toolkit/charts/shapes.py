"""Places as Vega draws them: areas as GeoJSON of Mercator's map, points, and the names that have room."""

from __future__ import annotations

import math
from typing import Any

from toolkit.charts.outlines import Box, Ring
from toolkit.charts.places import Place, mercator

NAMED = 24  # places whose names are written, those with most claims, where nothing else is written
Row = dict[str, Any]


def feature(rings: Any) -> Row:
    """An area as GeoJSON of Mercator's map; each ring is an area of its own."""
    polygons = [[[[round(x, 3), round(mercator(y), 3)] for x, y in ring]] for ring in rings]
    return {
        "type": "Feature",
        "properties": {},
        "geometry": {"type": "MultiPolygon", "coordinates": polygons},
    }


def at_point(point: tuple[float, float]) -> Row:
    return {"x": round(point[0], 3), "y": round(mercator(point[1]), 3)}


def within(place: Place, box: Box) -> bool:
    return box[0] <= place.longitude <= box[2] and box[1] <= place.latitude <= box[3]


def names_of(places: list[Place], box: Box, width: float) -> list[Row]:
    """The names that have room on a map of the full width, of the places with most claims first."""
    scale = width / (box[2] - box[0])
    taken: list[tuple[float, float, float]] = []
    kept = []
    for place in sorted(places, key=lambda place: (-place.claims, place.id))[:NAMED]:
        x, y, half = place.longitude * scale, mercator(place.latitude) * scale, len(place.name) * 3.2
        if all(abs(x - a) > half + b + 6 or abs(y - c) > 30 for a, c, b in taken):
            taken.append((x, y, half))
            kept.append({"name": place.name, **at_point(place.point)})
    return kept


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
