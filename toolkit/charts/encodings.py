"""The pieces of Vega-Lite that the charts share: named data, civil days, and the look of a standing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from toolkit.charts.grammar import alt
from toolkit.charts.theme import STANDINGS

DAY_MS = 86_400_000  # of a day, the least step between the ticks of an axis: days have no parts here
NAMES = [mark.name for mark in STANDINGS]
_LOOK = {
    "color": (alt.Color, [mark.colour for mark in STANDINGS]),
    "fill": (alt.Fill, [mark.colour for mark in STANDINGS]),
    "stroke": (alt.Stroke, [mark.colour for mark in STANDINGS]),
    "shape": (alt.Shape, [mark.shape for mark in STANDINGS]),
}
APART: dict[str, Any] = dict.fromkeys(_LOOK, "independent")
"""Keeps the scales of layers apart, so that only those with a legend have one."""


def look(*channels: str, legend: alt.Legend | None = None) -> dict[str, Any]:
    """Encodings that show the standing by colour, fill, stroke or shape, the same everywhere.

    >>> sorted(look("fill", "shape"))
    ['fill', 'shape']
    """
    return {
        channel: _LOOK[channel][0](
            "standing:N", scale=alt.Scale(domain=NAMES, range=_LOOK[channel][1]), legend=legend
        )
        for channel in channels
    }


def data(name: str, times: Iterable[str] = ()) -> alt.NamedData:
    """The dataset `name` of the chart, whose columns `times` hold times."""
    parse = dict.fromkeys(times, "date")
    return alt.NamedData(name=name, format=alt.DataFormat(parse=parse))  # type: ignore[no-untyped-call]


def values(records: Sequence[Mapping[Any, Any]], times: Iterable[str]) -> list[dict[str, Any]]:
    """Rows for JSON: times as ISO strings without a zone, which a browser reads as the civil day anywhere.

    >>> values([{"on": pd.Timestamp("2025-06-08"), "line": 1}], ["on"])
    [{'on': '2025-06-08T00:00:00', 'line': 1}]
    """
    moments = set(times)
    return [
        {
            str(key): (None if pd.isna(value) else value.isoformat()) if key in moments else value
            for key, value in record.items()
        }
        for record in records
    ]


def moment(day: pd.Timestamp) -> alt.DateTime:
    """A civil day for a scale or a selection."""
    return alt.DateTime(year=day.year, month=day.month, date=day.day)


def ancient(days: Iterable[pd.Timestamp]) -> bool:
    """Whether a day lies in the first century, whose years a browser takes for those of the twentieth.

    >>> ancient([pd.Timestamp("0046-03-01"), pd.Timestamp("2025-06-08")])
    True
    """
    return any(day.year < 100 for day in days)


def written(days: Iterable[pd.Timestamp]) -> str:
    """Civil days as a list in an expression; those of the first century as text, which a browser reads as it stands.

    >>> written([pd.Timestamp("0046-03-01"), pd.Timestamp("2025-06-08")])
    "[datetime('0046-03-01T00:00:00'), datetime(2025, 5, 8)]"
    """
    told = (
        f"datetime('{day.year:04d}-{day.month:02d}-{day.day:02d}T00:00:00')"
        if day.year < 100
        else f"datetime({day.year}, {day.month - 1}, {day.day})"
        for day in days
    )
    return f"[{', '.join(told)}]"


def tooltips(fields: Mapping[str, str]) -> list[alt.Tooltip]:
    """Tooltip entries out of field -> heading."""
    return [alt.Tooltip(f"{field}:N", title=heading) for field, heading in fields.items()]
