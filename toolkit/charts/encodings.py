"""The pieces of Vega-Lite that the charts share: named data, civil days in universal time, colours and shapes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from toolkit.charts.grammar import alt
from toolkit.charts.theme import AXIS, DISPUTED, FONT, OTHER, STANDINGS

DAY_MS = 86_400_000
"""Milliseconds of a day: the least step between the ticks of an axis, as days have no parts here."""
DAY = "utcFormat(datum.{0}, '%-d %B %Y')"
"""A field as a day in words, as an expression."""
HALF = DAY_MS // 2
"""Milliseconds of half a day, of which moments are counted where many rows have them."""
NAMES = [mark.name for mark in STANDINGS]
SHAPES = [mark.shape for mark in STANDINGS]
APART: dict[str, Any] = dict.fromkeys(("color", "fill", "stroke", "shape"), "independent")
"""Keeps the scales of layers apart, so that only those with a legend have one."""
YEARS, MONTHS = 3 * 366 * DAY_MS, 170 * DAY_MS
"""Lengths of a window from which on its axis names years, or months, instead of days."""


@lru_cache(maxsize=4096)
def milliseconds(moment: Any) -> int | None:
    """A civil day or moment as milliseconds of universal time, so that no reader's time zone can move it.

    >>> milliseconds(pd.Timestamp("2025-06-08")), milliseconds(pd.NaT)
    (1749340800000, None)
    """
    return None if pd.isna(moment) else round((moment - EPOCH) / pd.Timedelta(milliseconds=1))


EPOCH = pd.Timestamp("1970-01-01")


def values(records: Iterable[Mapping[Any, Any]], times: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Rows for JSON: moments as milliseconds, and no key for what is empty or not so.

    >>> values([{"on": pd.Timestamp("1970-01-02"), "line": 1, "place": "", "open": False}], ["on"])
    [{'on': 86400000, 'line': 1}]
    """
    moments = set(times)
    rows = (
        {str(key): milliseconds(value) if key in moments else value for key, value in record.items()}
        for record in records
    )
    return [
        {
            key: value
            for key, value in row.items()
            if value == value and value not in (None, "") and value is not False
        }
        for row in rows
    ]


def written(days: Iterable[pd.Timestamp]) -> str:
    """Civil days as a list in an expression of Vega.

    >>> written([pd.Timestamp("1970-01-02")])
    '[86400000]'
    """
    return str([milliseconds(day) for day in days])


def days_axis(length: str, **options: Any) -> alt.Axis:
    """An axis of days, months or years, as the `length` of its window (an expression, milliseconds) asks for; its first
    tick and that which begins a year say the year."""
    day, month, year = (f"utcFormat(datum.value, '{form}')" for form in ("%-d %b", "%b", "%Y"))
    short = f"{length} > {MONTHS} && utcdate(datum.value) === 1 ? {month} : {day}"
    begins = "datum.index === 0 || (utcmonth(datum.value) === 0 && utcdate(datum.value) < 8)"
    label = f"{length} > {YEARS} ? {year} : ({short}) + ({begins} ? ' ' + {year} : '')"
    apart = {"labelOverlap": True, "labelSeparation": 6}
    return alt.Axis(**{**AXIS, "tickMinStep": DAY_MS, "labelExpr": label, **apart, **options})


def text(chart: alt.Chart, **options: Any) -> alt.Chart:
    """Text in the type of the toolkit."""
    drawn: alt.Chart = chart.mark_text(**{"font": FONT, "baseline": "middle", **options})
    return drawn


def paints_of(names: Sequence[str]) -> list[str]:
    """The colour of each name: of a standing its own, of others those of the theme in turn, then grey.

    >>> paints_of(["claimed", "denied"]), paints_of(["Courier"])
    (['#E69F00', '#D55E00'], ['#E69F00'])
    """
    looks = {mark.name: mark.colour for mark in STANDINGS}
    if all(name in looks for name in names):
        return [looks[name] for name in names]
    spare = [*looks.values(), "#0072B2", "#8C6D1F", "#6F4E9C"]
    return [spare[place] if place < len(spare) else OTHER.colour for place in range(len(names))]


def colour(
    channel: str, names: Sequence[str], legend: alt.Legend | None = None, bars: bool = False
) -> dict[str, Any]:
    """An encoding of the column `colour` by the colours of the theme.

    Of `bars` those that somebody denies are grey: that one party denies it makes nothing false.
    """
    kind = {"color": alt.Color, "fill": alt.Fill, "stroke": alt.Stroke}[channel]
    paints = paints_of(names)
    if bars:
        paints = [DISPUTED if name == "denied" else paint for name, paint in zip(names, paints, strict=True)]
    scale = alt.Scale(domain=list(names), range=paints)
    return {channel: kind("colour:N", scale=scale, legend=legend)}


def shape(legend: alt.Legend | None = None) -> dict[str, Any]:
    """An encoding of the standing by the shapes of the theme."""
    return {"shape": alt.Shape("standing:N", scale=alt.Scale(domain=NAMES, range=SHAPES), legend=legend)}


def tooltips(fields: Mapping[str, str]) -> list[alt.Tooltip]:
    """Tooltip entries out of field -> heading."""
    return [alt.Tooltip(f"{field}:N", title=heading) for field, heading in fields.items()]
