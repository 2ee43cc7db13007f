"""The multi-source timeline: who says that what happened when, lane by lane, with all three clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from toolkit.charts.layout import FADE, LANES, Layout, lay_out, steps
from toolkit.charts.theme import BAND, CLOCKS, FAINT, INK, MUTED, STANDINGS, TEXT, WIDTH, config

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
TIMES = ("from", "to", "mark", "said", "published", "left", "right", "when")
ROW_COLUMNS = ("mention_id", "line", "label", "label_side", "dated", "long", *TIMES[:7], *TOOLTIP)


def chart(
    events: pd.DataFrame,
    lanes: str = "side",
    title: str | None = None,
    since: Any = None,
    until: Any = None,
) -> alt.VConcatChart:
    """Draw the event table as a timeline with one lane for each side (`lanes="side"`) or outlet (`"outlet"`).

    A symbol stands on the day on which something happened, its shape and colour tell the standing. A bar is an
    interval ("in March"), fading where it is open ("by 8 June"). On the same line follow a plain stroke on the day
    when it was said and a stroke with serifs on the day when it was published. A hollow symbol has no day of its own
    and stands where it was said or, failing that, published. The strip on top shows all days: drag on it to zoom.

    Parameters
    ----------
    events : DataFrame
        The event table (`toolkit.timeline.table.COLUMNS`), any number of rows.
    lanes : {"side", "outlet"}
    title : str, optional
    since, until : str, date or Timestamp, optional
        The first and the last civil day shown at first. By default the time of publication and the story around it;
        older and later rows are counted in the subtitle and can be reached through the strip.

    Returns
    -------
    altair.VConcatChart
        Its data has fixed column names; the corpus is in its values only.

    Raises
    ------
    ValueError
        For an unknown `lanes`, for a `since` or `until` that is no date.
    """
    layout = lay_out(events, lanes, since, until)
    brush = alt.selection_interval(
        name="zoom",
        encodings=["x"],
        value={"x": [_moment(layout.domain[0]), _moment(layout.domain[1])]},
        mark=alt.BrushConfig(fill=INK, fillOpacity=0.08, stroke=MUTED, strokeOpacity=0.8),
    )
    picked = alt.selection_point(name="standings", fields=["standing"], bind="legend")
    heading = title or "Timeline of claims"
    rows = layout.rows[list(ROW_COLUMNS)].to_dict("records")
    drawn = alt.vconcat(_overview(layout, brush), _lanes(layout, brush, picked), spacing=14).resolve_scale(
        color="independent", fill="independent", shape="independent", stroke="independent"
    )
    return drawn.properties(
        title=alt.TitleParams(heading, subtitle=_subtitle(layout, events)),
        description=_description(heading, layout, lanes),
        autosize=alt.AutoSizeParams(type="pad"),
        padding=8,
        usermeta={"timeline": {"rows": "rows", "columns": TOOLTIP, "width": WIDTH, "beside": 56}},
        datasets={
            "rows": _values(rows),
            "lanes": layout.lanes.to_dict("records"),
            "fades": _values(steps(layout.rows)),
            "ticks": _values(_ticks(rows)),
        },
        config=config(),
    )


def _values(records: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows for JSON: naive times as ISO strings without a zone, which a browser reads as the civil day anywhere."""
    return [
        {
            key: (value.isoformat() if value is not pd.NaT else None) if key in TIMES else value
            for key, value in record.items()
        }
        for record in records
    ]


def _named(name: str, *times: str) -> alt.NamedData:
    return alt.NamedData(name=name, format=alt.DataFormat(parse=dict.fromkeys(times, "date")))


def _moment(day: pd.Timestamp) -> alt.DateTime:
    return alt.DateTime(year=day.year, month=day.month, date=day.day)


def _colour(legend: Any = None) -> alt.Color:
    names, colours = [m.name for m in STANDINGS], [m.colour for m in STANDINGS]
    return alt.Color("standing:N", scale=alt.Scale(domain=names, range=colours), legend=legend)


def _shape(legend: Any = None) -> alt.Shape:
    names, shapes = [m.name for m in STANDINGS], [m.shape for m in STANDINGS]
    return alt.Shape("standing:N", scale=alt.Scale(domain=names, range=shapes), legend=legend)


def _overview(layout: Layout, brush: alt.Parameter) -> alt.Chart:
    """The strip of all days. Far history gets a small share of it, so that the story keeps room to be dragged over."""
    scale, axis = _strip_scale(layout)
    return (
        alt.Chart(_named("rows", *TIMES[:-1]), name="strip")
        .mark_tick(thickness=1.5, height=20, opacity=0.75, aria=False)
        .encode(x=alt.X("mark:T", scale=scale, axis=axis, title=None), color=_colour())
        .add_params(brush)
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


def _strip_scale(layout: Layout) -> tuple[alt.Scale, alt.Axis]:
    (first, last), (low, high) = layout.extent, layout.domain
    story = high - low
    stops = [(low - story * 0.1, 0.12), (high + story * 0.1, 0.88)]
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
    days = ", ".join(f"datetime({day.year}, {day.month - 1}, {day.day})" for day, _ in stops)
    axis = alt.Axis(
        grid=False,
        format="%b %Y",
        labelFlush=True,
        labelOverlap="greedy",
        labelSeparation=12,
        values=[_moment(day) for day in (stops[0][0], *months, stops[-1][0])],
    )
    return alt.Scale(domain=alt.ExprRef(f"[{days}]"), range=[round(at * WIDTH) for _, at in stops]), axis


def _lanes(layout: Layout, brush: alt.Parameter, picked: alt.Parameter) -> alt.LayerChart:
    x_scale = alt.Scale(domain={"param": brush.name, "encoding": "x"})
    axis = alt.Axis(orient="top", grid=True, tickCount=10, labelOverlap=True, labelFlush=False, title=None)
    y_scale = alt.Scale(domain=[0, layout.total], nice=False, zero=False, reverse=True)

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:T", scale=x_scale, axis=axis)

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=y_scale, axis=None)

    pitch = 20 if layout.total <= 120 else 16
    lines = alt.Chart(_named("rows", *TIMES[:-1])).transform_filter(picked)
    lanes = alt.Chart(_named("lanes"))
    fades = alt.Chart(_named("fades", "from", "to")).transform_filter(picked)
    ticks = alt.Chart(_named("ticks", "when")).transform_filter(picked)
    dated, hollow = alt.datum.dated, ~alt.datum.dated
    tips = [alt.Tooltip(f"{field}:N", title=heading) for field, heading in TOOLTIP.items()]

    def label(side: str, align: str, dx: int, edge: str, **look: Any) -> alt.Chart:
        return (
            lines.transform_filter(alt.datum.label_side == side)
            .mark_text(align=align, dx=dx, fontSize=TEXT, color=INK, clip=True, aria=False, **look)
            .encode(x=x(edge), y=y("line"), text="label:N")
        )

    symbols = lines.mark_point(size=95, stroke=INK, strokeWidth=0.9, clip=True, opacity=1).encode(
        x=x("mark"), y=y("line"), shape=_shape(), tooltip=tips, description="label:N"
    )
    legend = alt.Legend(
        title="Standing (click to show only one, shift-click for more)", orient="top", direction="horizontal"
    )
    layers = [
        lanes.transform_filter(alt.datum.odd == 0)
        .mark_rect(fill=INK, fillOpacity=0.045, aria=False)
        .encode(y=y("top"), y2="bottom"),
        lanes.mark_rule(stroke=FAINT, aria=False).encode(y=y("top")),
        lanes.transform_calculate(text="datum.lane + '  (' + datum.count + ')'")
        .mark_text(align="left", baseline="middle", dx=6, fontSize=12, fontWeight=600, color=INK)
        .encode(x=alt.value(0), y=alt.Y("top:Q", scale=y_scale, axis=None, bandPosition=0), yOffset=alt.value(11), text="text:N"),
        lines.mark_rule(stroke="#9aa4af", strokeWidth=1, clip=True, aria=False).encode(
            x=x("left"), x2="right", y=y("line")
        ),
        fades.mark_bar(height=9, clip=True, aria=False).encode(
            x=x("from"),
            x2="to",
            y=y("line"),
            color=_colour(),
            opacity=alt.Opacity("strength:Q", scale=None, legend=None),
        ),
        lines.transform_filter(dated)
        .mark_bar(height=9, opacity=0.6, clip=True, aria=False)
        .encode(x=x("from"), x2="to", y=y("line"), color=_colour(), tooltip=tips),
        ticks.mark_point(size=90, stroke=INK, strokeWidth=1.4, filled=False, clip=True, aria=False).encode(
            x=x("when"),
            y=y("line"),
            shape=alt.Shape(
                "clock:N",
                scale=alt.Scale(domain=list(CLOCKS), range=list(CLOCKS.values())),
                legend=alt.Legend(title="Strokes", orient="top", symbolStrokeColor=INK),
            ),
        ),
        symbols.transform_filter(dated).encode(fill=_fill(legend), shape=_shape(legend)),
        symbols.transform_filter(hollow).mark_point(
            size=95, strokeWidth=1.8, fill="#ffffff", clip=True, opacity=1
        ).encode(stroke=_stroke()),
        label("right", "left", 10, "right"),
        label("left", "right", -10, "left"),
        label("over", "right", -10, "right", stroke="#ffffff", strokeWidth=3),
        label("over", "right", -10, "right"),
    ]
    return (
        alt.layer(*layers)
        .resolve_scale(color="independent", fill="independent", shape="independent", stroke="independent")
        .properties(width=WIDTH, height=round(layout.total * pitch), name="lanes")
        .add_params(picked)
    )


def _fill(legend: Any) -> alt.Fill:
    names, colours = [m.name for m in STANDINGS], [m.colour for m in STANDINGS]
    return alt.Fill("standing:N", scale=alt.Scale(domain=names, range=colours), legend=legend)


def _stroke() -> alt.Stroke:
    names, colours = [m.name for m in STANDINGS], [m.colour for m in STANDINGS]
    return alt.Stroke("standing:N", scale=alt.Scale(domain=names, range=colours), legend=None)


def _ticks(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"when": record[clock], "clock": clock, "line": record["line"], "standing": record["standing"]}
        for record in records
        for clock in CLOCKS
        if record[clock] is not pd.NaT
    ]


def _subtitle(layout: Layout, events: pd.DataFrame) -> list[str]:
    """Numbers first, then everything that is not to be seen at first sight: nothing is lost without a word."""
    outlets = events.loc[layout.rows.index, "outlet"].replace("", pd.NA).nunique() if len(layout.rows) else 0
    first, last = layout.domain[0], layout.domain[1] - pd.Timedelta(days=1)
    lines = [
        f"{_count(len(layout.rows), 'claim')} by {_count(outlets, 'outlet')}, "
        f"{first.day} {first:%b %Y} to {last.day} {last:%b %Y}"
    ]
    notes = {
        "earlier, left of this window": layout.earlier,
        "later, right of it": layout.later,
        "with no day of their own (hollow)": layout.dateless,
        "with no day at all (in the table only)": layout.undrawn,
    }
    beside = [f"{number} {text}" for text, number in notes.items() if number]
    return [*lines, "; ".join(beside)] if beside else lines


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _description(heading: str, layout: Layout, lanes: str) -> str:
    names = ", ".join(f"{lane} {count}" for lane, count in zip(layout.lanes["lane"], layout.lanes["count"], strict=True))
    counts = layout.rows["standing"].value_counts() if len(layout.rows) else {}
    standings = ", ".join(f"{counts[m.name]} {m.name}" for m in STANDINGS if m.name in counts)
    return (
        f"{heading}. Timeline of {_count(len(layout.rows), 'claim')} in lanes by {lanes}: {names or 'none'}. "
        f"Standings: {standings or 'none'}. A table with the same rows follows."
    )
