"""Where claims go on a map, settlements as points, regions and countries as areas, and the cut that shows them."""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from toolkit.charts.outlines import (
    Box,
    Outline,
    Ring,
    area,
    box_of,
    clipped,
    countries,
    outline_of,
    region_at,
)
from toolkit.charts.words import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = dict[str, Any]
KEPT = (0.95, 0.88, 0.75)  # shares of the claims that a cut must still hold where that makes it much narrower
FEWEST = 3  # places in a cut
LEAST = 1.2  # degrees that a cut spans at the least
MARGIN = 0.25
ALONE = 20  # times that it is for a single place
WIDER = 6  # times that a cut is widened by at the most, to show the borders of the country that it lies in
GRID = 16  # lines each way of the grid of which a point inside an area is chosen
RING = 0.35  # degrees of the ring around an area of unknown outline
_COUNTRY, _REGION = re.compile(r"[A-Z]{2,3}"), re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


@dataclass(frozen=True)
class Place:
    """A place with its claims: kind is settlement, region, country or area; an area has no outline but a ring."""

    id: str
    name: str
    kind: str
    longitude: float
    latitude: float
    rings: tuple[Ring, ...]
    claims: int

    @property
    def box(self) -> Box:
        return box_of(point for ring in self.rings for point in ring) if self.rings else box_of([self.point])

    @property
    def point(self) -> tuple[float, float]:
        return self.longitude, self.latitude


def kind_of(row: Row) -> str:
    """How precise the place of a row is: by its own column where it has one, else by its id.

    >>> kind_of({"place_id": "UA-12"}), kind_of({"place_id": "UA"}), kind_of({"place_id": "gn703448"})
    ('region', 'country', 'settlement')
    """
    told = str(row.get("place_precision") or "")
    if told:
        return told if told in ("region", "country", "area") else "settlement"
    code = str(row["place_id"])
    if row.get("settled"):  # somebody gave it coordinates and no more
        return "settlement"
    if _REGION.fullmatch(code):
        return "region"
    if _COUNTRY.fullmatch(code):
        return "country"
    return "settlement" if re.match(r"gn\d|front-", code) or "-" in code else "area"


def place_of(row: Row, claims: int) -> Place:
    """The place of a row; a region and a country have their outline, and stand in its middle."""
    kind, code = kind_of(row), str(row["place_id"])
    at = (float(row["longitude"]), float(row["latitude"]))
    name = clean(row["place"], 40)
    outline = None if kind == "settlement" else outline_of(code) or region_at(name, at)
    if outline:
        return Place(code, name, kind, *middle(outline.rings[0]), outline.rings, claims)
    rings = (_ring(at),) if kind != "settlement" else ()
    return Place(code, name, "area" if rings else kind, *at, rings, claims)


def _ring(at: tuple[float, float]) -> Ring:
    x, y = at
    wide = RING / max(math.cos(math.radians(y)), 0.1)
    turns = [2 * math.pi * step / 36 for step in range(37)]
    return [(x + wide * math.cos(turn), y + RING * math.sin(turn)) for turn in turns]


def middle(ring: Ring) -> tuple[float, float]:
    """A point well inside of a ring: of a grid over it the one farthest from its edge.

    >>> middle([(0, 0), (0, 8), (8, 8), (8, 0), (0, 0)])
    (4.0, 4.0)
    """
    west, south, east, north = box_of(ring)
    marks = [step / GRID for step in range(1, GRID)]
    points = [(west + (east - west) * x, south + (north - south) * y) for x in marks for y in marks]
    some = ring[:: max(1, len(ring) // 200)]
    inside = [point for point in points if _holds(ring, point)]
    centre = ((west + east) / 2, (south + north) / 2)
    return max(inside, key=lambda point: min(math.dist(point, edge) for edge in some), default=centre)


def _holds(ring: Ring, point: tuple[float, float]) -> bool:
    """Whether a point lies in a ring: a line from it eastward meets its edges an odd number of times."""
    x, y = point
    crossed = False
    for (a, b), (c, d) in itertools.pairwise(ring):
        if (b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a):
            crossed = not crossed
    return crossed


def cut(places: Iterable[Place], shape: float) -> Box:
    """The box, of `shape` (width by height on the map), that shows where the claims are: far places are left out of it
    where that makes it much narrower."""
    ordered = list(places)
    if not ordered:
        return (-170.0, -56.0, 180.0, 75.0)
    total = sum(place.claims for place in ordered)
    main = max(ordered, key=lambda place: (place.claims, place.id))
    near = sorted(ordered, key=lambda place: (math.dist(place.point, main.point), place.id))
    # A country is shown where nothing within it is known better.
    finer = [place for place in near if place.kind != "country"] or near
    best = shaped(_around(near), shape)
    for share in (1.0, *KEPT):
        held, kept = 0, []
        for number, place in enumerate(near):
            if held >= share * total and number >= FEWEST:
                break
            held += place.claims
            kept += [place] if place in finer else []
        box = shaped(_around(kept or [main]), shape)
        best = box if box[2] - box[0] <= (best[2] - best[0]) / (1 if share == 1 else 1.6) else best
    around = [
        country for country, rings in land(best) if any(area(ring) > 0.99 * _size(best) for ring in rings)
    ]
    for country in around:
        whole = shaped(box_of(country.rings[0]), shape)
        times = WIDER if len(ordered) > 1 else ALONE
        best = whole if whole[2] - whole[0] < times * (best[2] - best[0]) else best
    return best


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _around(places: list[Place]) -> Box:
    west, south, east, north = zip(*(place.box for place in places), strict=True)
    return min(west), min(south), max(east), max(north)


def shaped(box: Box, shape: float) -> Box:
    """A box with a margin, at least `LEAST` degrees wide, made wider or higher until it has the shape on the map."""
    west, south, east, north = box
    x, y = (west + east) / 2, (mercator(south) + mercator(north)) / 2
    wide = max(east - west, LEAST) * (1 + MARGIN)
    high = max(mercator(north) - mercator(south), LEAST / 2) * (1 + MARGIN)
    wide, high = max(wide, high * shape), max(high, wide / shape)
    wide, high = min(wide, 360.0), min(high, 300.0)
    return x - wide / 2, latitude(y - high / 2), x + wide / 2, latitude(y + high / 2)


def mercator(degrees: float) -> float:
    """How far north a latitude lies on Mercator's map, in degrees of its equator."""
    bounded = max(-84.0, min(84.0, degrees))
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(bounded) / 2)))


def latitude(north: float) -> float:
    """The latitude that lies so far north.

    >>> round(latitude(mercator(48.5)), 6)
    48.5
    """
    return math.degrees(2 * math.atan(math.exp(math.radians(north))) - math.pi / 2)


def land(box: Box) -> list[tuple[Outline, list[Ring]]]:
    """The countries within a box, cut off at its edges."""
    found = []
    for country in countries():
        west, south, east, north = country.box
        if west < box[2] and east > box[0] and south < box[3] and north > box[1]:
            rings = [ring for each in country.rings if len(ring := clipped(each, box)) > 3]
            found += [(country, rings)] if rings else []
    return found
