"""The lines of the timeline: labels, bars of what happened, symbols of who said so, strokes of printing."""

from __future__ import annotations

from typing import Any

from toolkit.charts.days import Window
from toolkit.charts.encodings import APART, DAY, colour, text, tooltips
from toolkit.charts.grammar import alt
from toolkit.charts.held import Held
from toolkit.charts.pitch import BAR, HAPPENED, PITCH, PRINTED, first, y
from toolkit.charts.sayings import BEWARE, sayings
from toolkit.charts.strip import shown_from_to
from toolkit.charts.theme import FAINT, HAIR, INK, MUTED, PAPER, PLOT, TEXT, legend_words
from toolkit.charts.view import Source, View, placed, shown

FADE, STEP = 6, 5  # steps in which an open end fades, and pixels of each
LETTER = 6.8  # pixels of a letter of a label, about
FITTING = f"floor((labels - 20) / {LETTER})"
FIRST = f"min({FITTING}, max(floor(length(datum.label) * 0.62), length(datum.label) - {FITTING} + 8))"
WRAPPED = (
    f"length(datum.label) <= {FITTING} ? datum.label"
    f" : replace(datum.label, regexp('^(.{{8,' + {FIRST} + '}}) '), '$1\\n')"
)
"""A label in two lines where it is too long for one."""
WHOLE = {
    "label": "Claim",
    "stands": "Stands as",
    "happened": "Happened",
    "place": "Place",
    "mentions": "Mentions",
    "sources": "Independent sources",
    "doubt": "Beware",
}
PRINT = {"outlet": "Printed by", "title": "Title", "printed_on": "On", "url": "Address"}
ROW = "order === 'time' ? datum.by_time : order === 'place' ? datum.by_place : datum.by_importance"
LIT = "indexof(marked, datum.claim_id) >= 0 || (picked.claim_id && indexof(picked.claim_id, datum.claim_id) >= 0)"


def lines(source: Source, window: Window, names: list[str], color: str) -> alt.LayerChart:
    """The layers of the timeline over one ordinal axis of rows, which closes up around what the filters leave."""
    view = View(*shown_from_to(window), names, color)
    kept = alt.selection_point(
        name="kept", fields=["standing" if color == "standing" else "colour"], bind="legend"
    )
    picked = alt.selection_point(name="picked", fields=["claim_id", "mention_id"])
    opened = alt.selection_point(name="opened", fields=["fold"], toggle="true", empty=False)
    base = shown(source).transform_filter(kept)
    unfolded = base.transform_filter("!isValid(datum.fold) || indexof(opened.fold || [], datum.fold) >= 0")
    told = placed(unfolded, source).transform_calculate(row=ROW)
    claims = first(told.transform_joinaggregate(mentions="count()", groupby=["claim"]), "claim")
    claims = claims.transform_calculate(
        mention_id="''",
        wrapped=WRAPPED,
        doubt=f"datum.unsure ? '{BEWARE}' : ''",
        stands=legend_words("datum.colour") if color == "standing" else "''",
    )
    dated = claims.transform_filter("isValid(datum.from)")
    layers = [
        *_bands(claims),
        *(_lanes(base, source.claims) if source.has_lanes else []),
        *(_folds(base, source.folds, view) if source.has_folds else []),
        *_bars(dated.transform_filter(view.meets()), view),
        *_prints(told, view),
        *sayings(told, view, (kept, picked, opened)),
        *_edges(dated, view),
        text(
            claims,
            align="left",
            fontSize=12.5,
            limit=alt.expr("labels - 20"),
            color=INK,
            cursor="pointer",
            lineBreak="\n",
            lineHeight=14.5,
            dy=alt.expr("indexof(datum.wrapped, '\\n') > 0 ? -7 : 0"),
        ).encode(x=_left(), y=y(), text="wrapped:N", tooltip=tooltips(WHOLE)),
    ]
    # All is given at once, as each further step would copy the whole chart.
    drawn: alt.LayerChart = alt.layer(  # type: ignore[assignment]  # no facet
        *layers,
        resolve=alt.Resolve(scale=alt.ScaleResolveMap(**APART)),
        width=PLOT,
        height=alt.Step(PITCH),
        name="lines",
        view=alt.ViewBackground(fill="transparent", stroke=None),
    )
    return drawn


def _left() -> Any:
    return alt.value(alt.expr("8 - labels"))


def _across(field: str = "row") -> dict[str, Any]:
    """From the left edge of the labels to the right edge of the plot."""
    return {"x": _left(), "x2": alt.value("width"), "y": y(field)}


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


def _lanes(base: alt.Chart, claims: Held) -> list[alt.Chart]:
    lanes = base.transform_lookup("claim", alt.LookupData(claims, "claim", ["lane", "lane_row"]))
    lanes = lanes.transform_aggregate(number="distinct(claim)", groupby=["lane", "lane_row"])
    named = lanes.transform_calculate(text="datum.lane + '  (' + datum.number + ')'")
    return [
        lanes.mark_rect(fill=INK, fillOpacity=0.07, aria=False).encode(**_across("lane_row")),
        text(named, align="left", fontSize=12.5, fontWeight=700, color=INK).encode(
            x=_left(), y=y("lane_row"), text="text:N"
        ),
    ]


def _folds(base: alt.Chart, names: Held, view: View) -> list[alt.Chart]:
    """The headings of what is folded away until it is clicked."""
    folds = (
        base.transform_filter("isValid(datum.fold)")
        .transform_aggregate(number="distinct(claim)", groupby=["fold"])
        .transform_lookup("fold", alt.LookupData(names, "fold", ["label", "from", "to", "row"]))
    )
    line = y()
    hint = tooltips({"label": "Click to unfold or fold", "number": "Claims that the filters leave"})
    sign = "(indexof(opened.fold || [], datum.fold) >= 0 ? '− ' : '+ ') + datum.label"
    return [
        folds.mark_rect(fill=INK, fillOpacity=0.03, cursor="pointer").encode(
            **_across(), tooltip=hint, description="label:N"
        ),
        folds.transform_filter(view.meets())
        .mark_bar(height=BAR + 2, cornerRadius=4, fill=HAIR, fillOpacity=0.55, aria=False)
        .encode(x=view.x("from"), x2="to", y=line, tooltip=hint),
        text(
            folds.transform_calculate(text=sign),
            align="left", fontSize=12, color=MUTED, limit=alt.expr("labels - 22"), cursor="pointer", aria=False,
        ).encode(x=_left(), y=line, text="text:N", tooltip=hint),
    ]  # fmt: skip


def _bars(claims: alt.Chart, view: View) -> list[alt.Chart]:
    """When it is said to have happened; an open end fades in slices, as a gradient of Vega has one colour for all."""
    fading = alt.FillOpacity("slice:Q", scale=alt.Scale(domain=[0, FADE], range=[0.65, 0.05]), legend=None)
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
            yOffset=HAPPENED,
            xOffset=alt.expr(f"{sign} * (datum.slice * {STEP} + 2)"),
            x2Offset=alt.expr(f"{sign} * (datum.slice * {STEP} + {STEP + 2})"),
        )
        .encode(x=view.x(edge), x2=edge, y=y(), fillOpacity=fading, **colour("color", view.names, bars=True))
        for side, edge, sign, inside, room in ends
    ]
    spans = {"x": view.x("from"), "x2": "to", "y": y(), "tooltip": tooltips(WHOLE)}
    bars = claims.mark_bar(
        height=BAR, cornerRadius=2, fillOpacity=0.75, xOffset=-2, x2Offset=2, yOffset=HAPPENED
    ).encode(**spans, description="label:N", **colour("color", view.names, bars=True))
    hatched = claims.transform_filter("datum.unsure").mark_rule(
        stroke=PAPER, strokeWidth=BAR, strokeDash=[2, 3], aria=False, yOffset=HAPPENED, x2Offset=2
    )
    return [*fades, bars, hatched.encode(**spans)]


def _prints(told: alt.Chart, view: View) -> list[alt.Chart]:
    rows = first(told.transform_filter(view.holds("printed")), "claim", "article")
    return [
        rows.transform_calculate(printed_on=DAY.format("printed"))
        .mark_tick(thickness=1.4, height=4, color=MUTED, aria=False, opacity=1, yOffset=PRINTED)
        .encode(x=view.x("printed"), y=y(), tooltip=tooltips(PRINT))
    ]


def _edges(bars: alt.Chart, view: View) -> list[alt.Chart]:
    """The days of what happened outside the window, named at its edge."""
    tip = tooltips(WHOLE)
    look: dict[str, Any] = {
        "fontSize": TEXT - 1, "color": MUTED, "cursor": "pointer", "aria": False, "yOffset": HAPPENED,
    }  # fmt: skip
    return [
        text(
            bars.transform_filter(f"datum.to <= {view.first}").transform_calculate(text="'← ' + datum.happened"),
            align="left", dx=3, **look,
        ).encode(x=alt.value(0), y=y(), text="text:N", tooltip=tip),
        text(
            bars.transform_filter(f"datum.from >= {view.last}").transform_calculate(text="datum.happened + ' →'"),
            align="right", dx=-3, **look,
        ).encode(x=alt.value("width"), y=y(), text="text:N", tooltip=tip),
    ]  # fmt: skip
