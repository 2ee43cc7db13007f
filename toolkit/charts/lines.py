"""The lines of the timeline: labels, bars of what happened, symbols of who said so, strokes of printing."""

from __future__ import annotations

from typing import Any

from toolkit.charts.days import Window
from toolkit.charts.encodings import APART, colour, shape, text, tooltips
from toolkit.charts.grammar import alt
from toolkit.charts.held import Held
from toolkit.charts.strip import shown_from_to
from toolkit.charts.theme import FAINT, HAIR, INK, LEGEND, MUTED, PAPER, PLOT, TEXT
from toolkit.charts.view import Source, View, placed

PITCH = 28  # pixels a line
FADE, STEP = 6, 5  # steps in which an open end fades, and pixels of each
BAR = 10
ROOM = 34  # pixels that a name needs at the least
WHOLE = {
    "label": "Claim",
    "happened": "Happened",
    "place": "Place",
    "mentions": "Mentions",
    "sources": "Sources of their own",
}
SAYING = {
    "label": "Claim",
    "quote": "Quote",
    "who": "Who says so",
    "standing": "Standing",
    "happened": "Happened",
    "on_day": "Said",
    "printed_on": "Published",
    "outlet": "Outlet",
    "title": "Title",
    "url": "Address",
    "why": "Why this date",
    "again": "Also",
}
PRINT = {"outlet": "Printed by", "title": "Title", "printed_on": "On", "url": "Address"}
ROW = "order === 'time' ? datum.by_time : order === 'place' ? datum.by_place : datum.by_importance"
LIT = "indexof(marked, datum.claim_id) >= 0 || (picked.claim_id && indexof(picked.claim_id, datum.claim_id) >= 0)"
DAY = "utcFormat(datum.{0}, '%-d %B %Y')"


def lines(source: Source, window: Window, names: list[str], color: str) -> alt.LayerChart:
    """The layers of the timeline over one ordinal axis of rows, which closes up around what the filters leave."""
    view = View(*shown_from_to(window), names, color)
    kept = alt.selection_point(
        name="kept", fields=["standing" if color == "standing" else "colour"], bind="legend"
    )
    picked = alt.selection_point(name="picked", fields=["claim_id", "mention_id"])
    opened = alt.selection_point(name="opened", fields=["fold"], toggle="true", empty=False)
    base = placed(source).transform_filter(kept).transform_calculate(row=ROW)
    told = base.transform_filter("!isValid(datum.fold) || indexof(opened.fold || [], datum.fold) >= 0")
    claims = _first(told.transform_joinaggregate(mentions="count()", groupby=["claim"]), "claim")
    claims = claims.transform_calculate(mention_id="''")
    dated = claims.transform_filter("isValid(datum.from)")
    layers = [
        *_bands(claims),
        *(_lanes(base) if source.has_lanes else []),
        *(_folds(base, source.folds, view) if source.has_folds else []),
        *_bars(dated.transform_filter(view.meets()), view),
        *_prints(told, view),
        *_sayings(told, view, (kept, picked, opened)),
        *_edges(dated, view),
        text(
            claims, align="left", fontSize=12.5, limit=alt.expr("labels - 22"), color=INK, cursor="pointer"
        ).encode(x=_left(), y=_y(), text="label:N", tooltip=tooltips(WHOLE)),
    ]
    drawn: alt.LayerChart = (
        alt.layer(*layers)
        .resolve_scale(**APART)
        .properties(
            width=PLOT,
            height=alt.Step(PITCH),
            name="lines",
            view=alt.ViewBackground(fill="transparent", stroke=None),
        )
    )
    return drawn


def _y(field: str = "row") -> alt.Y:
    scale = alt.Scale(paddingInner=0, paddingOuter=0)
    return alt.Y(f"{field}:O", sort="ascending", axis=None, scale=scale)


def _left() -> Any:
    return alt.value(alt.expr("8 - labels"))


def _across(field: str = "row") -> dict[str, Any]:
    """From the left edge of the labels to the right edge of the plot."""
    return {"x": _left(), "x2": alt.value("width"), "y": _y(field)}


def _first(rows: alt.Chart, *groupby: str) -> alt.Chart:
    """The first row of each group."""
    numbered: alt.Chart = rows.transform_window(nth="row_number()", groupby=[*groupby])
    return numbered.transform_filter("datum.nth === 1")


def _bands(claims: alt.Chart) -> list[alt.Chart]:
    """What takes a click anywhere on a line, from its label to the right edge, shows that it is picked, and parts it
    from the next."""
    light = alt.condition(LIT, alt.value(0.1), alt.value(0.0))
    return [
        claims.mark_rect(fill=INK, aria=False, cursor="pointer").encode(
            **_across(), fillOpacity=light, tooltip=tooltips(WHOLE)
        ),
        claims.mark_rule(stroke=FAINT, strokeWidth=0.8, aria=False, yOffset=PITCH / 2).encode(**_across()),
    ]


def _lanes(base: alt.Chart) -> list[alt.Chart]:
    lanes = base.transform_aggregate(number="distinct(claim)", groupby=["lane", "lane_row"])
    named = lanes.transform_calculate(text="datum.lane + '  (' + datum.number + ')'")
    return [
        lanes.mark_rect(fill=INK, fillOpacity=0.07, aria=False).encode(**_across("lane_row")),
        text(named, align="left", fontSize=12.5, fontWeight=700, color=INK).encode(
            x=_left(), y=_y("lane_row"), text="text:N"
        ),
    ]


def _folds(base: alt.Chart, names: Held, view: View) -> list[alt.Chart]:
    """The headings of what is folded away until it is clicked."""
    folds = (
        base.transform_filter("isValid(datum.fold)")
        .transform_aggregate(number="distinct(claim)", groupby=["fold", "fold_row"])
        .transform_lookup("fold", alt.LookupData(names, "fold", ["label", "from", "to"]))
    )
    y = _y("fold_row")
    hint = tooltips({"label": "Click to unfold or fold", "number": "Claims that the filters leave"})
    sign = "(indexof(opened.fold || [], datum.fold) >= 0 ? '− ' : '+ ') + datum.label"
    return [
        folds.mark_rect(fill=INK, fillOpacity=0.03, cursor="pointer").encode(
            **_across("fold_row"), tooltip=hint, description="label:N"
        ),
        folds.transform_filter(view.meets())
        .mark_bar(height=BAR, cornerRadius=5, fill=HAIR, fillOpacity=0.55, aria=False)
        .encode(x=view.x("from"), x2="to", y=y, tooltip=hint),
        text(
            folds.transform_calculate(text=sign),
            align="left", fontSize=12, color=MUTED, limit=alt.expr("labels - 22"), cursor="pointer", aria=False,
        ).encode(x=_left(), y=y, text="text:N", tooltip=hint),
    ]  # fmt: skip


def _bars(claims: alt.Chart, view: View) -> list[alt.Chart]:
    """When it is said to have happened; an open end fades in slices, as a gradient of Vega has one colour for all."""
    fading = alt.FillOpacity("slice:Q", scale=alt.Scale(domain=[0, FADE], range=[0.45, 0.03]), legend=None)
    ends = (
        ("start", "from", -1, f"datum.from > {view.first}", f"(datum.from - {view.first})"),
        ("end", "to", 1, f"datum.to < {view.last}", f"({view.last} - datum.to)"),
    )
    fades = [
        claims.transform_filter(f"datum.open_{side} && {inside}")
        .transform_calculate(slice=f"sequence({FADE})")
        .transform_flatten(["slice"])
        .transform_filter(f"{room} * {view.pixels} > (datum.slice + 1) * {STEP}")
        .mark_bar(
            height=BAR,
            aria=False,
            xOffset=alt.expr(f"{sign} * (datum.slice * {STEP} + 2)"),
            x2Offset=alt.expr(f"{sign} * (datum.slice * {STEP} + {STEP + 2})"),
        )
        .encode(x=view.x(edge), x2=edge, y=_y(), fillOpacity=fading, **colour("color", view.names))
        for side, edge, sign, inside, room in ends
    ]
    bars = claims.mark_bar(height=BAR, cornerRadius=2, fillOpacity=0.5, xOffset=-2, x2Offset=2).encode(
        x=view.x("from"),
        x2="to",
        y=_y(),
        tooltip=tooltips(WHOLE),
        description="label:N",
        **colour("color", view.names),
    )
    return [*fades, bars]


def _prints(told: alt.Chart, view: View) -> list[alt.Chart]:
    rows = _first(told.transform_filter(view.holds("printed")), "claim", "article")
    return [
        rows.transform_calculate(printed_on=DAY.format("printed"))
        .mark_tick(thickness=1.4, height=6, color=MUTED, aria=False, opacity=1, yOffset=PITCH / 2 - 5)
        .encode(x=view.x("printed"), y=_y(), tooltip=tooltips(PRINT))
    ]


def _sayings(told: alt.Chart, view: View, params: tuple[alt.Parameter, ...]) -> list[alt.Chart]:
    """A symbol for each standing and day of saying; those of one day stand one under the other, and who speaks is
    written beside where there is room until the next."""
    of_standing = view.color == "standing"
    ahead = [
        alt.WindowFieldDef(op="lead", field="on", param=rows, **{"as": f"next{rows}"}) for rows in (1, 2)
    ]
    one = ["claim", "standing", "on"]
    rows = (
        _first(
            told.transform_filter("isValid(datum.on)").transform_joinaggregate(
                times="count()", groupby=[*one]
            ),
            *one,
        )
        .transform_window(number="row_number()", groupby=["claim", "on"])
        .transform_joinaggregate(beside="count()", groupby=["claim", "on"])
        .transform_window(ahead, groupby=["claim"], sort=[alt.SortField("on"), alt.SortField("number")])
        .transform_filter(view.holds("on"))
        .transform_calculate(
            again="datum.times > 1 ? 'told so ' + datum.times + ' times of this day' : ''",
            up="(datum.number - (datum.beside + 1) / 2) * min(11, 18 / max(1, datum.beside - 1))",
            text="datum.who + (datum.times > 1 ? ' ×' + datum.times : '')",
            until="datum.beside > 2 ? datum.on : datum.number < datum.beside ? datum.next2 : datum.next1",
            on_day=f"datum.said_on || (isValid(datum.said) ? {DAY.format('said')} : 'not told')",
            printed_on=f"isValid(datum.printed) ? {DAY.format('printed')} : 'unknown'",
            **({"colour": "datum.standing"} if of_standing else {}),
        )
    )
    named = rows.transform_calculate(
        room=f"((isValid(datum.until) ? datum.until : {view.last}) - datum.on) * {view.pixels} - 18"
    ).transform_filter(f"datum.room > {ROOM}")
    x, tip, up = view.x("on"), tooltips(SAYING), alt.expr("datum.up")
    encoded = {"x": x, "y": _y(), "tooltip": tip, "description": "text:N"}
    legend = alt.Legend(**LEGEND, title=None if of_standing else view.color.capitalize())
    shapes = legend if of_standing else alt.Legend(**LEGEND, title="Standing")
    point: dict[str, Any] = {"opacity": 1, "yOffset": up, "cursor": "pointer"}
    return [
        rows.transform_filter("isValid(datum.from)")
        .mark_point(size=80, stroke=INK, strokeWidth=0.9, **point)
        .encode(**encoded, **colour("fill", view.names, legend), **shape(shapes))
        .properties(name="sayings")
        .add_params(*params),  # here, because a legend is bound in the layer that it belongs to
        rows.transform_filter("!isValid(datum.from)")
        .mark_point(size=70, fill=PAPER, strokeWidth=1.9, **point)
        .encode(**encoded, **colour("stroke", view.names), **shape()),
        text(
            named,
            align="left", dx=9, fontSize=TEXT - 1, color=INK, aria=False, yOffset=up, limit=alt.expr("datum.room"),
        ).encode(x=x, y=_y(), text="text:N", tooltip=tip),
    ]  # fmt: skip


def _edges(bars: alt.Chart, view: View) -> list[alt.Chart]:
    """The days of what happened outside the window, named at its edge."""
    tip = tooltips(WHOLE)
    look: dict[str, Any] = {"fontSize": TEXT - 1, "color": MUTED, "cursor": "pointer", "aria": False}
    return [
        text(
            bars.transform_filter(f"datum.to <= {view.first}").transform_calculate(text="'← ' + datum.happened"),
            align="left", dx=3, **look,
        ).encode(x=alt.value(0), y=_y(), text="text:N", tooltip=tip),
        text(
            bars.transform_filter(f"datum.from >= {view.last}").transform_calculate(text="datum.happened + ' →'"),
            align="right", dx=-3, **look,
        ).encode(x=alt.value("width"), y=_y(), text="text:N", tooltip=tip),
    ]  # fmt: skip
