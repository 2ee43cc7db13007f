"""The strip of all days above the lines: how far history reaches, which days are shown, and where one drags to zoom."""

from __future__ import annotations

import pandas as pd

from toolkit.charts.days import Window
from toolkit.charts.encodings import HALF, colour, milliseconds, text, written
from toolkit.charts.grammar import alt
from toolkit.charts.layout import Layout
from toolkit.charts.theme import BAND, HAIR, INK, MUTED, PLOT, TEXT
from toolkit.charts.view import Source, shown
from toolkit.charts.words import day_text

MARGIN = 0.13  # share of the strip that days far outside the story get, on each side
HEIGHT = 34
BEGINS = 6  # pixels from its top to the words of where a part of it begins


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
    source: Source, layout: Layout, names: list[str], color: str, dragged: alt.Parameter
) -> alt.LayerChart:
    """A stroke for each day that mentions stand for, and each colour of them."""
    plan, field = source.plan, "standing" if color == "standing" else "colour"
    window = layout.window
    scale = _scale(window, layout.extent)
    strokes = (
        shown(source)
        .transform_aggregate(mentions="count()", groupby=["half", field])
        .transform_calculate(mark=f"datum.half * {HALF}", colour=f"datum.{field}")
        .mark_tick(thickness=1.5, height=18, opacity=0.9, aria=False)
        .encode(
            x=alt.X("mark:T", scale=scale, axis=None),
            y=alt.value(HEIGHT - 11),
            **colour("color", names),
        )
        .add_params(dragged)
        .properties(name="strokes")
    )
    first, last = (alt.expr(end) for end in shown_from_to(window))
    frame = (
        alt.Chart(plan)
        .mark_rect(fill="transparent", stroke=HAIR, strokeWidth=1.2, aria=False)
        .encode(
            x=alt.XDatum(first, type="temporal", scale=scale, axis=None),
            x2=alt.X2Datum(last),
        )
    )
    hint = text(
        alt.Chart(plan),
        align="right",
        dx=-12,
        text="All days: drag to zoom",
        limit=alt.expr("labels - 22"),
        color=MUTED,
        fontSize=TEXT,
        aria=False,
    ).encode(x=alt.value(0), y=alt.value(HEIGHT / 2))
    begins = [
        text(
            alt.Chart(plan), align="left", dx=3, text=words, color=MUTED, fontSize=TEXT - 1, aria=False
        ).encode(
            x=alt.XDatum(milliseconds(day), type="temporal", scale=scale, axis=None), y=alt.value(BEGINS)
        )
        for day, words in _beginnings(window, layout)
    ]
    layers: alt.LayerChart = alt.layer(frame, strokes, hint, *begins)  # type: ignore[assignment]  # no facet
    drawn: alt.LayerChart = layers.properties(
        name="strip", width=PLOT, height=HEIGHT, view=alt.ViewBackground(fill=BAND, stroke=None)
    )
    return drawn


def _scale(window: Window, extent: Window) -> alt.Scale:
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
    if stops[0][1] > 0:
        stops = [(first, 0.0), *stops]
    if stops[-1][1] < 1:
        stops = [*stops, (last, 1.0)]
    domain = alt.ExprRef(written(day for day, _ in stops))
    return alt.Scale(type="utc", domain=domain, range=[round(at * PLOT) for _, at in stops])


def _beginnings(window: Window, layout: Layout) -> list[tuple[pd.Timestamp, str]]:
    """Where history and the story begin on the strip, in words; where there is no history, the axis below says it."""
    first = layout.told[0]
    if first >= window[0]:
        return []
    return [(day, day_text(day, day, month="%b")) for day in (first, window[0])]
