"""The strip of all days above the lines: how far history reaches, which days are shown, and where one drags to zoom."""

from __future__ import annotations

import pandas as pd

from toolkit.charts.days import Window
from toolkit.charts.encodings import YEARS, colour, days_axis, milliseconds, text, written
from toolkit.charts.grammar import alt
from toolkit.charts.held import Held
from toolkit.charts.theme import BAND, HAIR, INK, MUTED, PLOT, TEXT

MARGIN = 0.13  # share of the strip that days far outside the story get, on each side
HEIGHT = 26
HINT = "All days: drag to zoom"


def brush() -> alt.Parameter:
    """The days that are dragged over on the strip: none at first, and then the story's window is shown."""
    return alt.selection_interval(
        name="zoom",
        encodings=["x"],
        zoom=False,  # the wheel is for the page to scroll by
        mark=alt.BrushConfig(fill=INK, fillOpacity=0.1, stroke=MUTED, strokeOpacity=0.9),
    )


def shown_from_to(window: Window) -> tuple[str, str]:
    """The first and the last moment shown, as expressions: of the days dragged over, else of the `window`."""
    low, high = (milliseconds(day) for day in window)
    return f"(zoom.mark ? time(zoom.mark[0]) : {low})", f"(zoom.mark ? time(zoom.mark[1]) : {high})"


def strip(
    rows: alt.Chart, window: Window, extent: Window, names: list[str], plan: Held, dragged: alt.Parameter
) -> alt.LayerChart:
    """One stroke for each of the `rows`, on the day that it stands for."""
    scale, axis = _scale(window, extent)
    strokes = (
        rows.mark_tick(thickness=1.5, height=18, opacity=0.9, aria=False)
        .encode(x=alt.X("mark:T", scale=scale, axis=axis), **colour("color", names))
        .add_params(dragged)
        .properties(name="strokes")
    )
    first, last = (alt.expr(end) for end in shown_from_to(window))
    shown = (
        alt.Chart(plan)
        .mark_rect(fill="transparent", stroke=HAIR, strokeWidth=1.2, aria=False)
        .encode(
            x=alt.XDatum(first, type="temporal", scale=scale, axis=axis),
            x2=alt.X2Datum(last),
        )
    )
    hint = text(
        alt.Chart(plan),
        align="right",
        dx=-12,
        text=HINT,
        limit=alt.expr("labels - 22"),
        color=MUTED,
        fontSize=TEXT,
        aria=False,
    ).encode(x=alt.value(0), y=alt.value(HEIGHT / 2))
    layers: alt.LayerChart = alt.layer(shown, strokes, hint)  # type: ignore[assignment]  # no facet among them
    drawn: alt.LayerChart = layers.properties(
        name="strip", width=PLOT, height=HEIGHT, view=alt.ViewBackground(fill=BAND, stroke=None)
    )
    return drawn


def _scale(window: Window, extent: Window) -> tuple[alt.Scale, alt.Axis]:
    """A scale in up to three pieces.

    Far history gets a small share, so that the story keeps enough room to be dragged over.
    """
    (first, last), (low, high) = extent, window
    story = high - low
    stops = [(low - story * 0.05, MARGIN), (high + story * 0.05, 1 - MARGIN)]
    if first >= stops[0][0] - story:
        stops[0] = (min(first, low), 0.0)
    if last <= stops[1][0] + story:
        stops[1] = (max(last, high), 1.0)
    labels = _ticks(stops[0][0], stops[-1][0])
    length = milliseconds(stops[-1][0]) or 0
    length -= milliseconds(stops[0][0]) or 0
    past = stops[0][1] > 0
    if past:
        stops, labels = [(first, 0.0), *stops], [first, *labels]
    if stops[-1][1] < 1:
        stops, labels = [*stops, (last, 1.0)], [*labels, last]
    axis = days_axis(
        f"(datum.index === 0 ? {10 * YEARS} : {length})" if past else str(length),
        grid=False,
        labelFlush=True,
        labelOverlap="greedy",
        labelSeparation=10,
        labelFontSize=TEXT - 1,
        # As an expression, because Vega-Lite keeps only the ends of a list of days.
        values=alt.ExprRef(written(labels)),
    )
    domain = alt.ExprRef(written(day for day, _ in stops))
    return alt.Scale(type="utc", domain=domain, range=[round(at * PLOT) for _, at in stops]), axis


def _ticks(first: pd.Timestamp, last: pd.Timestamp) -> list[pd.Timestamp]:
    """The days that the strip's axis names: years, months, weeks or days of the story, as its length asks for."""
    lengths = {"YS": 1500, "QS": 400, "MS": 75, "W-MON": 16}
    freq = next((freq for freq, days in lengths.items() if (last - first).days > days), "D")
    return list(pd.date_range(first.normalize(), last, freq=freq))
