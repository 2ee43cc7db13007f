"""The multi-source timeline: a line for each claim, with what happened, who said so and when it was printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd

from toolkit.charts.encodings import milliseconds, paints_of, values
from toolkit.charts.folds import earlier_label
from toolkit.charts.grammar import alt, unchecked
from toolkit.charts.held import Held
from toolkit.charts.layout import ORDERS, Layout, Row, lay_out
from toolkit.charts.lines import lines
from toolkit.charts.strip import brush, strip
from toolkit.charts.theme import DARK, LABELS, PLOT, STANDINGS, TITLE, standing_names
from toolkit.charts.view import OF_CLAIM, Source, placed
from toolkit.charts.words import clean, day_text, plural
from toolkit.timeline.table import records

MENTION = ("mention_id", "claim", "article", "standing", "who", "quote", "said", "said_on", "why")
CLAIM = ("claim", *OF_CLAIM)
# Field of a mention, of its claim or of its article -> heading in the table for readers who cannot see the chart.
COLUMNS = {
    "label": "Claim",
    "quote": "Quote",
    "who": "Who says so",
    "standing": "Standing",
    "outlet": "Outlet",
    "happened": "Happened",
    "said": "Said",
    "published": "Published",
    "why": "Why this date",
}
LARGE = 1500  # mentions from which on the chart is drawn on a canvas


@unchecked
def chart(
    events: pd.DataFrame,
    lanes: str | None = None,
    title: str | None = None,
    since: Any = None,
    until: Any = None,
    color: str = "standing",
    order: str = "importance",
    importance: Mapping[str, float] | pd.Series | None = None,
) -> alt.VConcatChart:
    """Draw the event table as a timeline with one line for each claim.

    The label at the left says what is claimed. On its line a bar is when it is said to have happened, fading where that
    is open ("by 8 June"); a symbol is somebody saying so, its shape and colour the standing, on the day of saying (else
    of printing); a small stroke below is a day of printing. A hollow symbol belongs to a claim whose happening has no
    day. What lies outside the days shown is named at the edge. Drag on the strip above to zoom, double-click for the
    story again; a click in the legend leaves one standing alone, and the lines close up; a click on "12 earlier" or
    "34 more claims" unfolds them.

    Parameters
    ----------
    events : DataFrame
        The event table (`toolkit.timeline.table.COLUMNS`), any number of rows. Rows that are not linked have a line
        each.
    lanes : str, optional
        A column by which the lines are grouped: "side", "source", "outlet", "place", "kind", "actor" or any other; a
        claim stands with whoever says it first. By default there is one list.
    title : str, optional
    since, until : str, date or Timestamp, optional
        The first and the last civil day shown at first. By default the dense days of the story.
    color : str
        The column that colours tell: "standing", or another as in `lanes`.
    order : {"importance", "time", "place"}
        The order of the lines at first; the parameter `order` of the chart changes it.
    importance : mapping or Series, optional
        From `claim_id` to a number from 0 to 1; by default it is made of sources, contradiction and answers.

    Returns
    -------
    altair.VConcatChart
        Its data has fixed column names; the corpus is in its values only. Parameters: `picked` (claim and mention that
        were clicked), `marked` (claim ids to mark), `shown` (None, or the mention ids to show), `order`, `zoom`.

    Raises
    ------
    ValueError
        For `lanes` or `color` that are no column, an unknown `order`, a table that is no event table, a `since` or
        `until` that is no date.

    Examples
    --------
    >>> from toolkit.timeline.table import to_frame
    >>> chart(to_frame([])).to_dict()["title"]["subtitle"]
    ['0 claims in 0 mentions by 0 outlets']
    """
    if order not in ORDERS:
        raise ValueError(f"order: {order!r} is not known; use one of {', '.join(ORDERS)}")
    given = None if importance is None else {str(claim): float(value) for claim, value in importance.items()}
    layout = lay_out(events, lanes, color, since, until, given)
    names = standing_names()
    if color != "standing":
        names = [str(name) for name, _ in Counter(layout.claims["colour"]).most_common()]
    source = _source(layout, events, names, color)
    heading = title or "Timeline of claims"
    drawn: alt.VConcatChart = (
        alt.vconcat(
            strip(placed(source), layout.window, layout.extent, names, source.plan, brush()),
            lines(source, layout.window, names, color),
            spacing=6,
        )
        .resolve_scale(color="independent", fill="independent", stroke="independent", shape="independent")
        .add_params(
            alt.param(name="labels", value=LABELS),
            alt.param(name="plot", value=PLOT),
            alt.param(name="shown", value=None),
            alt.param(name="marked", value=[]),
            alt.param(
                name="order",
                value=order,
                bind=alt.binding_select(options=list(ORDERS), name="Order "),
            ),
        )
        .properties(
            title=alt.TitleParams(heading, subtitle=_subtitle(layout, events), **TITLE),
            description=_description(heading, layout),
        )
    )
    return drawn


def _source(layout: Layout, events: pd.DataFrame, names: list[str], color: str) -> Source:
    """The rows of the chart, each text once: a mention names its claim and its article by number."""
    folds = {fold["fold"]: number for number, fold in enumerate(layout.folds)}
    claims = layout.claims.assign(claim=range(len(layout.claims)), fold=layout.claims["fold"].map(folds))
    numbers = dict(zip(claims["claim_id"], claims["claim"], strict=True))
    articles = _articles(events[events["mention_id"].isin(layout.mentions["mention_id"])])
    places = {article["article_id"]: number for number, article in enumerate(articles)}
    mentions = layout.mentions.assign(
        claim=layout.mentions["claim_id"].map(numbers), article=layout.mentions["article_id"].map(places)
    )
    # A mention has the day of its article, unless a table of somebody's own says otherwise.
    days = {places[article["article_id"]]: article["published"] for article in articles}
    of_articles = pd.to_datetime(mentions["article"].map(days))
    odd = mentions["published"].where(mentions["published"] != of_articles + pd.Timedelta(hours=12))
    rows = mentions.assign(printed=odd)[[*MENTION, "printed"]]
    return Source(
        rows=Held("rows", values(records(rows), ("said", "printed"))),
        claims=Held("claims", values(records(claims[[*CLAIM]]), ("from", "to"))),
        articles=Held("articles", values(articles, ("published",))),
        folds=Held(
            "folds", values(({**fold, "fold": folds[fold["fold"]]} for fold in layout.folds), ("from", "to"))
        ),
        plan=Held("plan", [_plan(layout, names, color)]),
        has_lanes=bool(layout.lanes),
        has_folds=bool(layout.folds),
    )


def _articles(events: pd.DataFrame) -> list[Row]:
    first = records(events.drop_duplicates("article_id").sort_values("article_id"))
    return [
        {
            "article": number,
            "article_id": clean(row["article_id"]),
            "outlet": clean(row["outlet"]),
            "title": clean(row.get("title"), 160),
            "url": clean(row.get("url"), 400),
            "published": row["published"],
        }
        for number, row in enumerate(first)
    ]


def _plan(layout: Layout, names: list[str], color: str) -> Row:
    """What a page needs to know to draw the chart at its own width, in its own colours and with its own buttons."""
    low, high = layout.window
    claims = layout.claims[layout.claims["to"] <= low]
    past = (
        {"label": earlier_label(claims), "days": [milliseconds(claims["from"].min()), milliseconds(low)]}
        if len(claims)
        else None
    )
    return {
        "columns": COLUMNS,
        "width": PLOT,
        "dark": DARK,
        "paints": _paints(names, color, layout),
        "window": [milliseconds(low), milliseconds(high)],
        "extent": [milliseconds(day) for day in layout.extent],
        "earlier": past,
        "large": len(layout.mentions) > LARGE,
    }


def _paints(names: list[str], color: str, layout: Layout) -> dict[str, Any]:
    """The column that colours tell, and for each value its colour, its shape and how many mentions have it."""
    if color == "standing":
        counts = Counter(layout.mentions["standing"])
        shapes = {mark.name: mark.shape for mark in STANDINGS}
    else:
        lines = layout.claims.set_index("claim_id")["colour"]
        counts = Counter(layout.mentions["claim_id"].map(lines))
        shapes = {}
    paints = paints_of(names)
    return {
        "field": "standing" if color == "standing" else "colour",
        "values": [
            {"name": name, "colour": paint, "shape": shapes.get(name, "circle"), "mentions": counts[name]}
            for name, paint in zip(names, paints, strict=True)
            if counts[name]
        ],
    }


def _subtitle(layout: Layout, events: pd.DataFrame) -> list[str]:
    """Numbers first, then all that is not to be seen at first sight: nothing is lost without a word."""
    drawn = events[events["mention_id"].isin(layout.mentions["mention_id"])]
    outlets = drawn["outlet"].replace("", pd.NA).nunique()
    low, high = layout.window
    days = layout.mentions["mark"]
    inside = days[(days >= low) & (days < high)].dt.normalize()
    period = day_text(inside.min(), inside.max(), month="%b") if len(inside) else ""
    first = (
        f"{plural(len(layout.claims), 'claim')} in {plural(len(layout.mentions), 'mention')} by "
        f"{plural(outlets, 'outlet')}" + (f", {period}" if period else "")
    )
    notes = {
        "folded, to be clicked open": int((layout.claims["fold"] != "").sum()),
        "without a day of their own (hollow)": layout.dateless,
    }
    beside = [f"{number:,} {text}" for text, number in notes.items() if number]
    left = {"with no day at all": layout.undrawn, "of no known kind": layout.untyped}
    beside += [
        f"{plural(number, 'mention')} {text} (in the table only)" for text, number in left.items() if number
    ]
    return [first, "; ".join(beside)] if beside else [first]


def _description(heading: str, layout: Layout) -> str:
    counts = Counter(layout.mentions["standing"])
    standings = ", ".join(f"{counts[name]} {name}" for name in standing_names() if counts[name])
    first = layout.claims.sort_values("by_importance")["label"].head(5)
    return (
        f"{heading}. Timeline with one line for each of {plural(len(layout.claims), 'claim')}, told in "
        f"{plural(len(layout.mentions), 'mention')} ({standings or 'none'}). "
        + (f"First lines: {'; '.join(first)}. " if len(first) else "")
        + "A table with the same rows follows."
    )
