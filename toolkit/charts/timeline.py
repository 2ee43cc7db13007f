"""The multi-source timeline: who says that what happened when, lane by lane, with all three clocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import Any

import pandas as pd

from toolkit.charts.encodings import APART, DAY_MS, data, look, tooltips, values
from toolkit.charts.grammar import alt
from toolkit.charts.layout import Layout, lay_out, steps
from toolkit.charts.strip import brush, strip
from toolkit.charts.theme import CLOCKS, FAINT, HAIR, INK, PAPER, STANDINGS, TEXT, WIDTH, config
from toolkit.charts.words import day_text, plural

PITCH, DENSE, ROOMY = 20, 16, 120  # pixels a line; a chart of more than ROOMY lines has the dense ones
# Field of the chart's data -> heading in the tooltip and in the table for readers who cannot see the chart.
TOOLTIP = {
    "quote": "Quote",
    "claimant": "Who says so",
    "standing": "Standing",
    "outlet": "Outlet",
    "happened": "Happened",
    "said_on": "Said",
    "published_on": "Published",
    "why": "Why this date",
}
STROKE = {name: TOOLTIP[name] for name in ("quote", "claimant", "outlet", "said_on", "published_on")}
TIMES = ("from", "to", "mark", "said", "published", "left", "right", "label_at")
ROW_COLUMNS = ("mention_id", "line", "label", "label_side", "dated", "first", *TIMES, *TOOLTIP)


def chart(
    events: pd.DataFrame,
    lanes: str = "side",
    title: str | None = None,
    since: Any = None,
    until: Any = None,
) -> alt.VConcatChart:
    """Draw the event table as a timeline with one lane for each side (`lanes="side"`), outlet (`"outlet"`) or source
    (`"source"`, one for all its spellings).

    A symbol stands on the day on which something happened, its shape and colour tell the standing. A bar is
    an interval ("in March"), fading where it is open ("by 8 June"). On the same line follow a plain stroke
    on the day when it was said and a stroke with serifs on the day when it was published. What one source says of
    one claim has one line, with a stroke for each printing and their number ("×3"). A hollow symbol
    has no day of its own and stands where it was said or, failing that, published. The strip on top shows
    all days: drag on it to zoom.

    Parameters
    ----------
    events : DataFrame
        The event table (`toolkit.timeline.table.COLUMNS`), any number of rows.
    lanes : {"side", "outlet", "source"}
    title : str, optional
    since, until : str, date or Timestamp, optional
        The first and the last civil day shown at first. By default the time of publication and the story
        around it; older and later rows are counted in the subtitle and can be reached through the strip.

    Returns
    -------
    altair.VConcatChart
        Its data has fixed column names; the corpus is in its values only.

    Raises
    ------
    ValueError
        For an unknown `lanes`, for a table that is no event table, for a `since` or `until` that is no date.
    """
    layout = lay_out(events, lanes, since, until)
    window = brush(layout)
    rows = layout.rows[[*ROW_COLUMNS]].to_dict("records")
    heading = title or "Timeline of claims"
    drawn: alt.VConcatChart = (
        alt.vconcat(strip(layout, window), _lanes(layout, window), spacing=14)
        .resolve_scale(**APART)
        .properties(
            title=alt.TitleParams(heading, subtitle=_subtitle(layout, events)),
            description=_description(heading, layout, lanes),
            autosize=alt.AutoSizeParams(type="pad"),
            padding=8,
            usermeta={"timeline": {"rows": "rows", "columns": TOOLTIP, "width": WIDTH, "beside": 56}},
            config=config(),
        )
    )
    # Set past `properties`, which would check every cell of them against Altair's schema.
    drawn.datasets = {
        "rows": values(rows, TIMES),
        "lanes": layout.lanes.to_dict("records"),
        "fades": values(steps(layout.rows[layout.rows["first"]]), ("from", "to")),
        "ticks": values(_ticks(rows), ("when",)),
    }
    return drawn


def _lanes(layout: Layout, window: alt.Parameter) -> alt.LayerChart:
    picked = alt.selection_point(name="standings", fields=["standing"], bind="legend")
    x_scale = alt.Scale(domain={"param": window.name, "encoding": "x"})
    y_scale = alt.Scale(domain=[0, layout.total], nice=False, zero=False, reverse=True)
    axis = alt.Axis(orient="top", grid=True, tickCount=10, tickMinStep=DAY_MS, labelOverlap=True, title=None)

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:T", scale=x_scale, axis=axis)

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=y_scale, axis=None)

    def label(side: str, align: Any, dx: int, **halo: Any) -> alt.Chart:
        drawn: alt.Chart = (
            rows.transform_filter(alt.datum.label_side == side)
            .mark_text(align=align, dx=dx, fontSize=TEXT, color=INK, clip=True, aria=False, **halo)
            .encode(x=x("label_at"), y=y("line"), text="label:N")
        )
        return drawn

    lanes = alt.Chart(data("lanes"))
    # What is printed again has its strokes on the line of the first printing, which alone draws the rest.
    shown = alt.param(name="shown", value=None)
    seen = "shown === null || indexof(shown, datum.mention_id) >= 0"
    rows = alt.Chart(data("rows", TIMES)).transform_filter(alt.datum.first).transform_filter(picked)
    rows = rows.transform_filter(seen)
    fades = alt.Chart(data("fades", ("from", "to"))).transform_filter(picked)
    ticks = alt.Chart(data("ticks", ("when",))).transform_filter(picked).transform_filter(seen)
    tips = tooltips(TOOLTIP)
    symbols: dict[str, Any] = {
        "x": x("mark"),
        "y": y("line"),
        "tooltip": tips,
        "description": "label:N",
    }
    standings = alt.Legend(
        title="Standing (click to show only one, shift-click for more)", orient="top", direction="horizontal"
    )
    clocks = alt.Shape(
        "clock:N",
        scale=alt.Scale(domain=list(CLOCKS), range=list(CLOCKS.values())),
        legend=alt.Legend(title="Strokes", orient="top", symbolStrokeColor=INK),
    )
    layers = [
        lanes.transform_filter(alt.datum.odd == 0)
        .mark_rect(fill=INK, fillOpacity=0.045, aria=False)
        .encode(y=y("top"), y2="bottom"),
        lanes.mark_rule(stroke=FAINT, aria=False).encode(y=y("top")),
        lanes.transform_calculate(text="datum.lane + '  (' + datum.count + ')'")
        .mark_text(align="left", dx=6, fontSize=12, fontWeight=600, color=INK)
        .encode(x=alt.value(0), y=y("top"), yOffset=alt.value(11), text="text:N"),
        rows.mark_rule(stroke=HAIR, strokeWidth=1, clip=True, aria=False).encode(
            x=x("left"), x2="right", y=y("line")
        ),
        fades.mark_bar(height=9, clip=True, aria=False).encode(
            x=x("from"),
            x2="to",
            y=y("line"),
            fillOpacity=alt.FillOpacity("strength:Q", scale=None),
            **look("color"),
        ),
        rows.transform_filter(alt.datum.dated)
        .mark_bar(height=9, fillOpacity=0.6, clip=True, aria=False)
        .encode(x=x("from"), x2="to", y=y("line"), tooltip=tips, **look("color")),
        ticks.mark_point(size=90, stroke=INK, strokeWidth=1.4, opacity=1, clip=True, aria=False).encode(
            x=x("when"), y=y("line"), shape=clocks, tooltip=tooltips(STROKE)
        ),
        rows.transform_filter(alt.datum.dated)
        .mark_point(size=95, stroke=INK, strokeWidth=0.9, clip=True, opacity=1)
        .encode(**symbols, **look("fill", "shape", legend=standings))
        .add_params(picked, shown),  # here, because a legend is bound in the layer that it belongs to
        rows.transform_filter(~alt.datum.dated)
        .mark_point(size=95, strokeWidth=1.8, fill=PAPER, clip=True, opacity=1)
        .encode(**symbols, **look("stroke", "shape")),
        label("right", "left", 10),
        label("left", "right", -10),
        label("over", "right", -10, stroke=PAPER, strokeWidth=3),
        label("over", "right", -10),
    ]
    pitch = PITCH if layout.total <= ROOMY else DENSE
    drawn: alt.LayerChart = (
        alt.layer(*layers)
        .resolve_scale(**APART)
        .properties(width=WIDTH, height=round(layout.total * pitch), name="lanes")
    )
    return drawn


def _ticks(records: list[dict[Hashable, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "when": record[clock],
            "clock": clock,
            **{name: record[name] for name in ("mention_id", "line", "standing", *STROKE)},
        }
        for record in records
        for clock in CLOCKS
        if record[clock] is not pd.NaT
    ]


def _subtitle(layout: Layout, events: pd.DataFrame) -> list[str]:
    """Numbers first, then all that is not to be seen at first sight: nothing is lost without a word."""
    outlets = events.loc[layout.rows.index, "outlet"].replace("", pd.NA).nunique() if len(layout.rows) else 0
    drawn = events.loc[layout.rows.index] if len(layout.rows) else events.iloc[:0]
    claims = f" of {plural(drawn['claim_id'].nunique(), 'claim')}" if "claim_id" in drawn else ""
    period = day_text(*_period(layout, drawn), month="%b")
    lines = [
        f"{plural(len(layout.rows), 'mention')}{claims} by {plural(outlets, 'outlet')}"
        + (f", {period}" if period else "")
    ]
    notes = {
        "earlier, left of this window": layout.earlier,
        "later, right of it": layout.later,
        "with no day of their own (hollow)": layout.dateless,
        "with no day at all (in the table only)": layout.undrawn,
        "of no known kind (in the table only)": layout.untyped,
    }
    beside = [f"{number} {text}" for text, number in notes.items() if number]
    return [*lines, "; ".join(beside)] if beside else lines


def _period(layout: Layout, events: pd.DataFrame) -> tuple[Any, Any]:
    """The first and the last day that the rows in the window tell of; the axis goes on beyond them.

    A symbol may stand in the middle of a month; it is the month that counts.
    """
    low, high = layout.domain
    inside = layout.rows["mark"].between(low, high, inclusive="left")
    clocks = [(events[f"{name}_start"], events[f"{name}_end"]) for name in ("event", "said")]
    first, last = (
        clocks[0][side].fillna(clocks[0][1 - side]).fillna(clocks[1][side]).fillna(clocks[1][1 - side])
        for side in (0, 1)
    )
    later = pd.concat([events["said_end"], events["published"]])
    days = pd.concat([first[inside], last[inside], later[(later >= low) & (later < high)]]).dropna()
    return (days.min(), days.max()) if len(days) else (pd.NaT, pd.NaT)


def _description(heading: str, layout: Layout, lanes: str) -> str:
    names = ", ".join(
        f"{lane} {count}" for lane, count in zip(layout.lanes["lane"], layout.lanes["count"], strict=True)
    )
    counts = Counter(layout.rows["standing"])
    standings = ", ".join(f"{counts[mark.name]} {mark.name}" for mark in STANDINGS if counts[mark.name])
    return (
        f"{heading}. Timeline of {plural(len(layout.rows), 'mention')} in lanes by {lanes}: {names or 'none'}. "
        f"Standings: {standings or 'none'}. A table with the same rows follows."
    )
