"""How a line of the timeline is laid out from top to bottom: who said so, when it happened, when it was printed."""

from __future__ import annotations

from toolkit.charts.grammar import alt

PITCH = 38  # pixels of a line
TRACK = 11  # between symbols that stand one under the other, or side by side
SAID, HAPPENED, PRINTED = -5, 10.5, 16.5  # from the middle of the line
BAR = 6


def y(field: str = "row") -> alt.Y:
    """The line that a row stands on."""
    scale = alt.Scale(paddingInner=0, paddingOuter=0)
    return alt.Y(f"{field}:O", sort="ascending", axis=None, scale=scale)


def first(rows: alt.Chart, *groupby: str) -> alt.Chart:
    """The first row of each group."""
    numbered: alt.Chart = rows.transform_window(nth="row_number()", groupby=[*groupby])
    return numbered.transform_filter("datum.nth === 1")
