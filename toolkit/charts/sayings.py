"""The symbols of who said so, side by side where they stand close together, and the names written beside them."""

from __future__ import annotations

from typing import Any

from toolkit.charts.encodings import DAY, colour, shape, text, tooltips
from toolkit.charts.grammar import alt
from toolkit.charts.pitch import SAID, TRACK, first, y
from toolkit.charts.theme import INK, LEGEND, PAPER, TEXT, legend_words
from toolkit.charts.view import View

ROOM = 34  # pixels that a name needs at the least
WIDEST = 190  # and at the most
LETTER = 5.8  # of a name, at the most
NARROW = 4.9  # and about
NEAR = 11  # pixels between symbols, below which they would overprint: such symbols make a knot
SLOT = 30  # pixels of a knot whose symbols of one standing are one symbol
MOST = 6  # standings in a slot: the five, and any other
SAYING = {
    "label": "Claim",
    "quote": "Quote",
    "who": "Who says so",
    "standing_words": "Standing",
    "happened": "Happened",
    "on_day": "Said",
    "printed_on": "Published",
    "outlet": "Outlet",
    "title": "Title",
    "url": "Address",
    "why": "Why this date",
    "again": "Also",
    "doubt": "Beware",
}
BEWARE = "the date of the article is contradicted by its own page or address"
HATCH = "M-.9,-.1L-.1,-.9M-.75,.75L.75,-.75M.1,.9L.9,.1"  # three strokes across a symbol


def sayings(told: alt.Chart, view: View, params: tuple[alt.Parameter, ...]) -> list[alt.Chart]:
    """A symbol for each standing and day of saying; those of one spot stand side by side, and who speaks is written
    beside where there is room: at the right, at the left where the window ends."""
    of_standing = view.color == "standing"
    rows = _knotted(told, view).transform_calculate(
        again="datum.times > 1 ? 'told so ' + datum.times + ' times' + (datum.until > datum.on ? ' up to ' +"
        f" {DAY.format('until')} : ' on this day') : ''",
        column="floor((datum.number - 1) / 2) - (ceil(datum.beside / 2) - 1) / 2",
        across=f"datum.column * {TRACK}",
        up=f"{SAID} + (datum.number === datum.beside && datum.beside % 2 ? 0"
        f" : datum.number % 2 ? {-TRACK / 2} : {TRACK / 2})",
        on_day=f"datum.said_on || (isValid(datum.said) ? {DAY.format('said')} : 'not told')",
        printed_on=f"isValid(datum.printed) ? {DAY.format('printed')} : 'unknown'",
        doubt=f"datum.doubtful ? '{BEWARE}' : ''",
        standing_words=legend_words("datum.standing"),
        others="datum.beside > 2 ? ' +' + (datum.beside - 1) : datum.times > 1 ? ' ×' + datum.times : ''",
        text="datum.who + datum.others",
        **({"colour": "datum.standing"} if of_standing else {}),
    )
    x, tip = view.x("at"), tooltips(SAYING)
    encoded: dict[str, Any] = {"x": x, "y": y(), "tooltip": tip, "description": "text:N"}
    words = legend_words("datum.label")
    named: dict[str, Any] = {"labelExpr": words} if of_standing else {}
    legend = alt.Legend(**LEGEND, title=None if of_standing else view.color.capitalize(), **named)
    shapes = legend if of_standing else alt.Legend(**LEGEND, title="Standing", labelExpr=words)
    place: dict[str, Any] = {"yOffset": alt.expr("datum.up"), "xOffset": alt.expr("datum.across")}
    point: dict[str, Any] = {"opacity": 1, "cursor": "pointer", **place}
    return [
        rows.transform_filter("isValid(datum.from)")
        .mark_point(size=80, stroke=INK, strokeWidth=0.9, **point)
        .encode(**encoded, **colour("fill", view.names, legend), **shape(shapes))
        .properties(name="sayings")
        .add_params(*params),  # here, because a legend is bound in the layer that it belongs to
        rows.transform_filter("!isValid(datum.from)")
        .mark_point(size=70, fill=PAPER, strokeWidth=1.9, **point)
        .encode(**encoded, **colour("stroke", view.names), **shape()),
        rows.transform_filter("datum.doubtful")
        .mark_point(shape=HATCH, size=90, fill=None, stroke=PAPER, strokeWidth=1.3, aria=False, **point)
        .encode(x=x, y=y(), tooltip=tip),
        *_names(rows, view),
    ]  # fmt: skip


def _knotted(told: alt.Chart, view: View) -> alt.Chart:
    """The sayings with `at` (where they stand), `number` (which of those beside each other), `beside` (how many),
    `times` (how many sayings a symbol stands for, `until` when)."""
    in_order: dict[str, Any] = {
        "groupby": ["claim"],
        "sort": [alt.SortField("on"), alt.SortField("standing")],
    }
    one: list[Any] = ["claim", "standing", "on"]
    spot: list[Any] = ["claim", "knot", "slot"]
    days = first(
        told.transform_filter("isValid(datum.on)")
        .transform_filter(view.holds("on"))
        .transform_joinaggregate(that_day="count()", groupby=one),
        *one,
    )
    knots = (
        days.transform_window(
            [alt.WindowFieldDef(op="lag", field="on", param=1, **{"as": "before"})], **in_order
        )
        .transform_calculate(
            begins=f"isValid(datum.before) && (datum.on - datum.before) * {view.pixels} < {NEAR} ? 0 : 1"
        )
        .transform_window(knot="sum(begins)", frame=[None, 0], **in_order)
        .transform_joinaggregate(begin="min(on)", groupby=["claim", "knot"])
        .transform_calculate(slot=f"floor((datum.on - datum.begin) * {view.pixels} / {SLOT})")
        .transform_joinaggregate(times="sum(that_day)", until="max(on)", groupby=[*spot, "standing"])
    )
    return (
        first(knots, *spot, "standing")
        .transform_joinaggregate(middle="mean(on)", beside="count()", groupby=spot)
        .transform_calculate(at="datum.middle")
        .transform_window(
            number="row_number()", groupby=spot, sort=[alt.SortField("on"), alt.SortField("standing")]
        )
    )


def _names(rows: alt.Chart, view: View) -> list[alt.Chart]:
    """The names that have room until the next symbol of the line; the last of a line stands at the left of its symbol
    where the window leaves no room at the right."""
    spots = [
        alt.WindowFieldDef(op="lead", field="at", param=step, **{"as": f"next{step}"})
        for step in range(1, MOST + 1)
    ]
    spots += [
        alt.WindowFieldDef(op="lag", field="at", param=step, **{"as": f"past{step}"})
        for step in range(1, MOST + 1)
    ]
    line: dict[str, Any] = {
        "groupby": ["claim"],
        "sort": [alt.SortField("at"), alt.SortField("number")],
    }
    half = f"(datum.beside > 2 ? (ceil(datum.beside / 2) - 1) * {TRACK / 2} : 0)"
    placed = (
        rows.transform_calculate(wanted=f"min(length(datum.text) * {LETTER}, {WIDEST}) + 20")
        .transform_joinaggregate(wanted="max(wanted)", groupby=["claim", "knot", "slot"])
        .transform_window(spots, **line)
        .transform_calculate(
            next="datum['next' + (datum.beside - datum.number + 1)]",
            past="datum['past' + datum.number]",
        )
        .transform_calculate(
            right=f"((isValid(datum.next) ? datum.next : {view.last}) - datum.at) * {view.pixels} - 18 - {half}",
            left=f"(datum.at - (isValid(datum.past) ? datum.past : {view.first})) * {view.pixels} - 18 - {half}",
        )
        .transform_calculate(
            turned="!isValid(datum.next) && datum.right < datum.wanted"
            " && datum.left > datum.wanted * (isValid(datum.past) ? 2 : 1)",
        )
        .transform_window(
            [
                alt.WindowFieldDef(op="lead", field=field, param=1, **{"as": f"{field}_next"})
                for field in ("turned", "wanted")
            ],
            **line,
        )
        .transform_filter("datum.beside < 3 || datum.number === 1")
        .transform_calculate(
            room="datum.turned ? datum.left"
            " : datum.right - (datum.turned_next && isValid(datum.next) ? datum.wanted_next : 0)",
            aside=f"{half} + 9",
            level=f"datum.beside > 2 ? {SAID} : datum.up",
        )
        # A name is written whole, else in short, else not at all: half a name is no name.
        .transform_calculate(
            text=f"length(datum.text) * {NARROW} > datum.room && isValid(datum.short)"
            " ? datum.short + datum.others : datum.text"
        )
        .transform_filter(f"datum.room > max({ROOM}, length(datum.text) * {NARROW})")
    )
    look: dict[str, Any] = {
        "fontSize": TEXT - 1,
        "color": INK,
        "aria": False,
        "yOffset": alt.expr("datum.level"),
        "limit": alt.expr("datum.room"),
    }
    encoded: dict[str, Any] = {"x": view.x("at"), "y": y(), "text": "text:N", "tooltip": tooltips(SAYING)}
    sides = (("!datum.turned", "left", "datum.aside"), ("datum.turned", "right", "-datum.aside"))
    return [
        text(placed.transform_filter(which), align=align, dx=alt.expr(away), **look).encode(**encoded)
        for which, align, away in sides
    ]
