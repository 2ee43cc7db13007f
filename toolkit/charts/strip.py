"""The strip of all days above the lanes: where a reader sees how far history reaches, and drags to zoom."""

from __future__ import annotations

import pandas as pd

from toolkit.charts.encodings import ancient, data, look, moment, written
from toolkit.charts.grammar import alt
from toolkit.charts.layout import Layout
from toolkit.charts.theme import BAND, INK, MUTED, TEXT, WIDTH

MARGIN = 0.12  # share of the strip that days far outside the story get, on each side


def brush(layout: Layout) -> alt.Parameter:
    """The window of days that the lanes show, at first the story's."""
    return alt.selection_interval(
        name="zoom",
        encodings=["x"],
        # Vega-Lite can't begin a window in the first century: then it begins with all days.
        value=alt.Undefined if ancient(layout.domain) else {"x": [moment(day) for day in layout.domain]},
        mark=alt.BrushConfig(fill=INK, fillOpacity=0.08, stroke=MUTED, strokeOpacity=0.8),
    )


def strip(layout: Layout, window: alt.Parameter) -> alt.Chart:
    """One stroke for each row on the day it stands for, and the window to drag."""
    scale, axis = _scale(layout)
    drawn: alt.Chart = (
        alt.Chart(data("rows", ["mark"]), name="strip")
        .mark_tick(thickness=1.5, height=20, opacity=1, aria=False)
        .encode(x=alt.X("mark:T", scale=scale, axis=axis, title=None), **look("color"))
        .add_params(window)
        .properties(
            width=WIDTH,
            height=26,
            view=alt.ViewConfig(fill=BAND),
            title=alt.TitleParams(
                "All days: drag here to zoom, double-click to see everything",
                fontSize=TEXT,
                fontWeight="normal",
                color=MUTED,
                offset=4,
            ),
        )
    )
    return drawn


def _scale(layout: Layout) -> tuple[alt.Scale, alt.Axis]:
    """A scale in up to three pieces.

    Far history gets a small share, so that the story keeps enough room to be dragged over.
    """
    (first, last), (low, high) = layout.extent, layout.domain
    story = high - low
    stops = [(low - story * 0.1, MARGIN), (high + story * 0.1, 1 - MARGIN)]
    if first >= stops[0][0] - story:
        stops[0] = (min(first, low), 0.0)
    if last <= stops[1][0] + story:
        stops[1] = (max(last, high), 1.0)
    months = pd.date_range(stops[0][0], stops[1][0], freq="MS")[:: max(1, story.days // 240)]
    if stops[0][1] > 0:
        stops.insert(0, (first, 0.0))
    if stops[-1][1] < 1:
        stops.append((last, 1.0))
    # As an expression, because Vega-Lite keeps only the ends of a list of days.
    days = written(day for day, _ in stops)
    labels = (stops[0][0], *months, stops[-1][0])
    axis = alt.Axis(
        grid=False,
        format="%b %Y",
        labelFlush=True,
        labelOverlap="greedy",
        labelSeparation=12,
        values=alt.ExprRef(written(labels)) if ancient(labels) else [moment(day) for day in labels],
    )
    return alt.Scale(domain=alt.ExprRef(days), range=[round(at * WIDTH) for _, at in stops]), axis
