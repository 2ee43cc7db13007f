"""The map of claims: how each stands last, where it is said to have happened, and how precisely that is known."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from toolkit.charts.days import days_of, expect
from toolkit.charts.encodings import APART, colour, shape, text, tooltips, values
from toolkit.charts.grammar import alt, unchecked
from toolkit.charts.held import Held
from toolkit.charts.outlines import Box, area, clipped
from toolkit.charts.places import Place, cut, land, middle, place_of
from toolkit.charts.shapes import ASIDE, Room, countries_of, feature, led, names_of, spread, thinned, within
from toolkit.charts.theme import (
    BAND,
    DARK,
    FAINT,
    HAIR,
    INK,
    LEGEND,
    MUTED,
    PAPER,
    TEXT,
    TITLE,
    WIDTH,
    legend_words,
    standing_names,
)
from toolkit.charts.words import clean, day_text, label_of, plural
from toolkit.timeline.ledger import ledger_of
from toolkit.timeline.table import records, typed

HEIGHT = 470
TIGHT = 0.8  # of the full width: marks stay apart on maps so narrow
NEEDED = (
    "mention_id",
    "kind",
    "place",
    "place_id",
    "latitude",
    "longitude",
    "standing",
    "event_start",
    "event_end",
)
LARGEST = 6  # countries whose names are written
Row = dict[str, Any]
TIP = {
    "name": "Place",
    "kind": "Known as",
    "standing": "Standing",
    "number": "Claims",
    "told": "Latest",
}


@unchecked
def map_chart(
    events: pd.DataFrame, title: str | None = None, ledger: pd.DataFrame | None = None
) -> alt.LayerChart:
    """Draw the claims on a map, each where it is said to have happened and as it stands last.

    A settlement is a point, a region or country its outline, an area of unknown outline a ring; claims of one standing
    at one place are one mark with their number. The outlines are Natural Earth's, by ISO 3166, and say nothing about
    who holds a place. Far places are left out of the cut and named in the subtitle.

    Parameters
    ----------
    events : DataFrame
        The event table; its rows without coordinates are counted in the subtitle.
    title : str, optional
    ledger : DataFrame, optional
        The ledger of these very events (`toolkit.ledger`), where it is made already: it is not made again.

    Returns
    -------
    altair.LayerChart
        Parameters: `shown` (None, or the mention ids to show), `between` (None, or two moments in milliseconds: claims
        of that time), `picked` (the first claim of the mark clicked).

    Raises
    ------
    ValueError
        For a table that is no event table.

    Examples
    --------
    >>> from toolkit.timeline.table import to_frame
    >>> map_chart(to_frame([])).to_dict()["title"]["subtitle"]
    ['0 claims at 0 places']
    """
    expect("map_chart", events, NEEDED, "an event table, as toolkit.events or the events of toolkit.build")
    if "claim_id" not in events.columns:
        events = events.assign(claim_id=events["mention_id"], independent=True)
    told = typed(events).sort_values(["published", "mention_id"], kind="stable")
    claims, mentions = _claims(told, ledger_of(told, ledger))
    counts = pd.Series([claim["place_id"] for claim in claims], dtype="str").value_counts()
    first = {claim["place_id"]: claim for claim in claims}
    places = [place_of(row, int(counts[code])) for code, row in sorted(first.items())]
    box = cut(places, WIDTH / HEIGHT)
    seen = [place for place in places if within(place, box)]
    heading = title or "Where it is said to have happened"
    drawn: alt.LayerChart = (
        alt.layer(*_layers(claims, mentions, seen, box))
        .resolve_scale(**APART)
        .add_params(
            alt.param(name="across", value=WIDTH),
            alt.param(name="shown", value=None),
            alt.param(name="between", value=None),
        )
        .properties(
            width=WIDTH,
            height=HEIGHT,
            # Mercator's map, drawn before it comes here: lines stay straight, and Vega fits it to any width.
            projection=alt.Projection(type="identity", reflectY=True),
            view=alt.ViewBackground(fill=BAND, stroke=FAINT),
            title=alt.TitleParams(heading, subtitle=_subtitle(told, claims, places, seen), **TITLE),
            description=_description(heading, claims, seen),
        )
    )
    return drawn


def _claims(events: pd.DataFrame, entries: pd.DataFrame) -> tuple[list[Row], list[Row]]:
    """The claims that have a place, by number, and the mentions that have one of them."""
    on_map = events["latitude"].notna() & events["longitude"].notna()
    place: dict[str, Row] = {}
    for row in records(events[on_map]):
        spot = f"{row['latitude']:.3f} {row['longitude']:.3f}"
        code = clean(row["place_id"] or row["place"] or spot, 60)
        place.setdefault(row["claim_id"], {**row, "place_id": code, "settled": not row["place_id"]})
    days = days_of(events).mentions.assign(claim_id=events["claim_id"])
    spans = days.groupby("claim_id").agg({"from": "min", "to": "max", "mark": "max"})
    claims: list[Row] = []
    for entry in records(entries):
        if entry["claim_id"] not in place:
            continue
        row = place[entry["claim_id"]]
        span = spans.loc[entry["claim_id"]]
        when = day_text(entry["event_start"], entry["event_end"], str(entry["event_grain"]), "%b")
        label = label_of({**row, **entry})
        claims.append(
            {
                **{name: row.get(name) for name in PLACE},
                "claim": len(claims),
                "claim_id": clean(entry["claim_id"]),
                "standing": clean(entry["standing"]),
                "label": f"{label} ({when})" if when else label,
                "from": span["from"] if not pd.isna(span["from"]) else span["mark"],
                "to": span["to"] if not pd.isna(span["to"]) else span["mark"],
            }
        )
    numbers = {claim["claim_id"]: claim["claim"] for claim in claims}
    mentions = [
        {"mention_id": clean(mention), "claim": numbers[claim]}
        for mention, claim in zip(events["mention_id"], events["claim_id"], strict=True)
        if claim in numbers
    ]
    return claims, mentions


def _layers(claims: list[Row], mentions: list[Row], places: list[Place], box: Box) -> list[alt.Chart]:
    plan = Held("plan", [{"width": WIDTH, "height": HEIGHT, "dark": DARK}])
    fine = (box[2] - box[0]) / WIDTH  # a pixel
    ground = land(box)
    frame = [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3]), (box[0], box[1])]
    sea = Held("frame", [feature([frame])])
    outlines = Held("outlines", [feature([thinned(ring, fine) for ring in rings]) for _, rings in ground])
    largest = sorted(ground, key=lambda one: -max(map(area, one[1])))[:LARGEST]
    room = Room(box, WIDTH * TIGHT)
    standings = {(claim["place_id"], claim["standing"]) for claim in claims}
    at = spread(places, Counter(place for place, _ in standings), room)
    names = Held("names", names_of(places, at, room))
    written = {place.name for place in places} | {place.id for place in places}
    middles = {
        one.name: middle(max(rings, key=area)) for one, rings in largest if not written & {one.name, one.id}
    }
    countries = Held("countries", countries_of(middles, room))
    leaders = Held("leaders", [line for place in places if (line := led(place, at[place.id], room))])
    told = [
        {"place_id": place.id, "name": place.name, "kind": place.kind, **room.back(*at[place.id])}
        for place in places
    ]
    areas = Held(
        "areas",
        [
            feature([part for ring in place.rings if len(part := clipped(ring, box)) > 3])
            for place in places
            if place.rings
        ],
    )
    held = alt.LookupData(Held("claims", values(_of(claims), ("from", "to"))), "claim", CLAIM)
    standing = (
        alt.Chart(Held("rows", mentions))
        .transform_filter("shown === null || indexof(shown, datum.mention_id) >= 0")
        .transform_aggregate(mentions="count()", groupby=["claim"])
        .transform_lookup("claim", held)
        .transform_filter("between === null || (datum.from <= between[1] && datum.to >= between[0])")
        .transform_aggregate(
            [
                alt.AggregatedFieldDef(op="count", **{"as": "number"}),
                alt.AggregatedFieldDef(op="values", field="claim", **{"as": "claims"}),
            ],
            groupby=["place_id", "standing"],
        )
        .transform_lookup(
            "place_id", alt.LookupData(Held("places", told), "place_id", ["name", "kind", "x", "y"])
        )
        .transform_filter("isValid(datum.x)")
        .transform_calculate(
            colour="datum.standing",
            claim_ids="pluck(datum.claims, 'claim_id')",
            claim_id="datum.claims[0].claim_id",
            mention_id="''",
            told="join(slice(pluck(datum.claims, 'label'), 0, 8), '; ') + (datum.number > 8 ? '; …' : '')",
        )
        .transform_window(place_in="row_number()", groupby=["place_id"])
        .transform_joinaggregate(beside="count()", groupby=["place_id"])
        .transform_calculate(
            x=f"datum.x + (datum.place_in - (datum.beside + 1) / 2) * {ASIDE} * {box[2] - box[0]:.4f} / across"
        )
    )
    picked = alt.selection_point(name="picked", fields=["claim_id", "mention_id"])
    legend = alt.Legend(**LEGEND, title=None, labelExpr=legend_words("datum.label"))
    spot = {"longitude": "x:Q", "latitude": "y:Q"}
    return [
        alt.Chart(sea).mark_geoshape(fill=BAND, stroke=None, aria=False),
        alt.Chart(plan).mark_text(text="", aria=False),
        alt.Chart(outlines).mark_geoshape(fill=PAPER, stroke=HAIR, strokeWidth=0.8, aria=False),
        text(alt.Chart(countries), fontSize=13, color=HAIR, fontStyle="italic", aria=False).encode(
            **spot, text="name:N"
        ),
        alt.Chart(areas).mark_geoshape(
            fill=INK, fillOpacity=0.06, stroke=MUTED, strokeWidth=1.1, strokeDash=[4, 3], aria=False
        ),
        alt.Chart(leaders).mark_geoshape(filled=False, stroke=MUTED, strokeWidth=0.9, aria=False),
        *(
            text(alt.Chart(names), fontSize=TEXT, dy=18, color=INK, aria=False, **halo).encode(**spot, text="name:N")
            for halo in ({"stroke": PAPER, "strokeWidth": 3}, {})
        ),
        standing.mark_point(
            size=140, stroke=INK, strokeWidth=0.9, opacity=1, cursor="pointer"
        )
        .encode(
            **spot, tooltip=tooltips(TIP), description="told:N",
            **colour("fill", standing_names(), legend), **shape(legend),
        )
        .properties(name="standings")
        .add_params(picked),
        text(
            standing.transform_filter("datum.number > 1"),
            fontSize=TEXT - 1, fontWeight=700, color=INK, dx=6, dy=-8, stroke=PAPER, strokeWidth=3, aria=False,
        ).encode(**spot, text="number:Q"),
        text(
            standing.transform_filter("datum.number > 1"),
            fontSize=TEXT - 1, fontWeight=700, color=INK, dx=6, dy=-8, aria=False,
        ).encode(**spot, text="number:Q"),
    ]  # fmt: skip


PLACE = ("place", "place_id", "longitude", "latitude", "place_precision", "settled")
CLAIM = ["claim_id", "place_id", "standing", "label", "from", "to"]


def _of(claims: list[Row]) -> list[Row]:
    return [{name: claim[name] for name in ("claim", *CLAIM)} for claim in claims]


def _subtitle(events: pd.DataFrame, claims: list[Row], places: list[Place], seen: list[Place]) -> list[str]:
    """What is on the map, and what is not: claims without a place, and places outside of the cut."""
    held = {place.id for place in seen}
    number = sum(claim["place_id"] in held for claim in claims)
    lines = [f"{plural(number, 'claim')} at {plural(len(seen), 'place')}"]
    far = sorted(
        (place for place in places if place.id not in held), key=lambda place: (-place.claims, place.id)
    )
    notes = []
    if far:
        named = ", ".join(f"{place.name} ({place.claims})" for place in far[:6])
        notes.append(
            f"Beyond the edge: {named}"
            + (f" and {plural(len(far) - 6, 'other place')}" if len(far) > 6 else "")
        )
    if without := events["claim_id"].nunique() - len(claims):
        notes.append(f"{plural(without, 'claim')} without a place that is known")
    return [*lines, "; ".join(notes)] if notes else lines


def _description(heading: str, claims: list[Row], seen: list[Place]) -> str:
    most = sorted(seen, key=lambda place: (-place.claims, place.id))[:8]
    told = ", ".join(f"{place.name} {place.claims}" for place in most)
    return (
        f"{heading}. Map of {plural(len(claims), 'claim')} with a known place. Most claims: {told or 'none'}."
    )
