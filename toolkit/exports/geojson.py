"""GeoJSON (RFC 7946)."""

from __future__ import annotations

from toolkit.exports.entries import NO_PLACE, Entry, chosen, plain
from toolkit.exports.making import Made, Order, as_json

_ELSEWHERE = ("mention_id", "claim_id", "latitude", "longitude", "start", "end", "told_start", "told_end")


def geojson(order: Order) -> Made:
    """A FeatureCollection of what has coordinates, longitude first; the foreign member `left_out` tells of the rest."""
    entries, left = chosen(order.edition, order.of, (lambda entry: entry.placed, NO_PLACE))
    features = [
        {
            "type": "Feature",
            "id": entry.id,
            "geometry": {"type": "Point", "coordinates": [entry.longitude, entry.latitude]},
            "properties": _properties(entry),
        }
        for entry in entries
    ]
    content = {
        "type": "FeatureCollection",
        "title": order.edition.name,
        "left_out": " ".join(left.sentences()),
        "left_out_ids": left.reasons,
        "features": features,
    }
    return Made(as_json(content), left)


def _properties(entry: Entry) -> dict[str, object]:
    told = {name: plain(value) for name, value in entry.row.items() if name not in _ELSEWHERE}
    links = [each.link for each in entry.tellings if each.link]
    return {"title": entry.label, "days": entry.days, **told, "links": links}
