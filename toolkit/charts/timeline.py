"""The multi-source timeline: a line for each claim, with what happened, who said so and when it was printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import pandas as pd

from toolkit.charts.encodings import APART, HALF, milliseconds, paints_of, values
from toolkit.charts.folds import earlier_label
from toolkit.charts.grammar import alt, unchecked
from toolkit.charts.held import Held
from toolkit.charts.layout import ORDERS, Layout, Row, lay_out
from toolkit.charts.lines import lines
from toolkit.charts.strip import brush, strip
from toolkit.charts.theme import DARK, LABELS, PLOT, STANDINGS, TITLE, mark_of, standing_names
from toolkit.charts.view import OF_CLAIM, Source
from toolkit.charts.words import clean, day_text, plural
from toolkit.timeline.table import records

MENTION = (
    *("mention_id", "claim", "article", "standing", "who", "short", "quote", "said", "said_on", "why"),
    *("fold", "half", "colour"),
)
CLAIM = ("claim", "lane", "lane_row", *OF_CLAIM)
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
    doubtful: Collection[str] = (),
    ledger: pd.DataFrame | None = None,
) -> alt.VConcatChart:
    """Draw the event table as a timeline with one line for each claim.

    The label at the left says what is claimed. On its line a symbol is somebody saying so, its shape and colour the
    standing, on the day of saying (else of printing); the bar below is when it is said to have happened, fading where
    that is open ("by 8 June"), grey where a party denies it; a small stroke at the foot is a day of printing. A hollow
    symbol belongs to a claim whose happening has no day; symbols that would overprint stand side by side. What lies
    outside the days shown is named at the edge. Drag on the strip above to zoom, double-click for the
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
    doubtful : collection of str
        The ids of articles whose date something speaks against (`toolkit.audit`); what they tell is hatched.
    ledger : DataFrame, optional
        The ledger of these very events (`toolkit.ledger`), where it is made already: it is not made again.

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
    ['0 claims']
    """
    if order not in ORDERS:
        raise ValueError(f"order: {order!r} is not known; use one of {', '.join(ORDERS)}")
    given = None if importance is None else {str(claim): float(value) for claim, value in importance.items()}
    layout = lay_out(events, lanes, color, since, until, given, doubtful, ledger)
    names = standing_names()
    if color != "standing":
        names = [str(name) for name, _ in Counter(layout.claims["colour"]).most_common()]
    source = _source(layout, events, names, color, doubtful)
    heading = title or "Timeline of claims"
    # All is given at once, as each further step would copy the whole chart.
    drawn: alt.VConcatChart = alt.vconcat(
        strip(source, layout, names, color, brush()),
        lines(source, layout.window, names, color),
        spacing=6,
        resolve=alt.Resolve(scale=alt.ScaleResolveMap(**APART)),
        params=[each.param for each in _params(order)],
        title=alt.TitleParams(heading, subtitle=_subtitle(layout), **TITLE),
        description=_description(heading, layout),
    )
    return drawn


def _params(order: str) -> Iterator[alt.Parameter]:
    """What a page or a notebook sets from outside."""
    yield alt.param(name="labels", value=LABELS)
    yield alt.param(name="plot", value=PLOT)
    yield alt.param(name="shown", value=None)
    yield alt.param(name="marked", value=[])
    yield alt.param(name="order", value=order, bind=alt.binding_select(options=list(ORDERS), name="Order "))


def _source(
    layout: Layout, events: pd.DataFrame, names: list[str], color: str, doubtful: Collection[str]
) -> Source:
    """The rows of the chart, each text once: a mention names its claim and its article by number."""
    folds = {fold["fold"]: number for number, fold in enumerate(layout.folds)}
    claims = layout.claims.assign(claim=range(len(layout.claims)), fold=layout.claims["fold"].map(folds))
    numbers = dict(zip(claims["claim_id"], claims["claim"], strict=True))
    articles = _articles(events[events["mention_id"].isin(layout.mentions["mention_id"])], set(doubtful))
    places = {article["article_id"]: number for number, article in enumerate(articles)}
    mentions = layout.mentions.assign(
        claim=layout.mentions["claim_id"].map(numbers), article=layout.mentions["article_id"].map(places)
    )
    # A mention has the day of its article, unless a table of somebody's own says otherwise.
    days = {places[article["article_id"]]: article["published"] for article in articles}
    of_articles = pd.to_datetime(mentions["article"].map(days))
    odd = mentions["published"].where(mentions["published"] != of_articles + pd.Timedelta(hours=12))
    of_claim = claims.set_index("claim_id").reindex(mentions["claim_id"]).set_axis(mentions.index)
    rows = mentions.assign(
        printed=odd,
        fold=of_claim["fold"],
        half=[round((milliseconds(day) or 0) / HALF) for day in mentions["mark"]],
        colour="" if color == "standing" else of_claim["colour"],
    )[[*MENTION, "printed"]]
    return Source(
        rows=Held("rows", values(records(rows), ("said", "printed"))),
        claims=Held(
            "claims",
            values(records(claims[[*CLAIM]]), ("from", "to")),
        ),
        articles=Held("articles", values(articles, ("published",))),
        folds=Held(
            "folds", values(({**fold, "fold": folds[fold["fold"]]} for fold in layout.folds), ("from", "to"))
        ),
        plan=Held("plan", [_plan(layout, names, color)]),
        has_lanes=bool(layout.lanes),
        has_folds=bool(layout.folds),
    )


def _articles(events: pd.DataFrame, doubtful: set[str]) -> list[Row]:
    first = records(events.drop_duplicates("article_id").sort_values("article_id"))
    return [
        {
            "article": number,
            "article_id": clean(row["article_id"]),
            "outlet": clean(row["outlet"]),
            "title": clean(row.get("title"), 160),
            "url": clean(row.get("url"), 400),
            "published": row["published"],
            "doubtful": row["article_id"] in doubtful or None,
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
        "key": _key(layout, color),
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
            {
                "name": name,
                "words": mark_of(name).words or name if color == "standing" else name,
                "meaning": mark_of(name).meaning if color == "standing" else "",
                "colour": paint,
                "shape": shapes.get(name, "circle"),
                "mentions": counts[name],
            }
            for name, paint in zip(names, paints, strict=True)
            if counts[name]
        ],
    }


def _key(layout: Layout, color: str) -> list[Row]:
    """What the marks mean besides their standing: how each looks, and its words; of those that there are."""
    claims = layout.claims
    dated = claims["from"].notna()
    told = [
        ("bar", "happened", dated.any()),
        ("fade", "from or until unknown", (claims["open_start"] | claims["open_end"]).any()),
        (
            "disputed",
            "denied by a party, not settled",
            color == "standing" and (claims["colour"] == "denied").any(),
        ),
        ("hollow", "no day named", bool(layout.dateless)),
        ("stroke", "printed", layout.mentions["published"].notna().any()),
        ("hatched", "article’s date in doubt", layout.mentions["doubtful"].any()),
    ]
    return [{"look": look, "words": words} for look, words, there in told if there]


def _subtitle(layout: Layout) -> list[str]:
    """How many claims there are, and all that is not to be seen at first sight: nothing is lost without a word."""
    low, high = layout.window
    days = layout.mentions["mark"]
    inside = days[(days >= low) & (days < high)].dt.normalize()
    period = day_text(inside.min(), inside.max()) if len(inside) else ""
    number = plural(layout.total, "claim")
    first = f"{number}, {period}" if period else number
    notes = []
    if folded := int((layout.claims["fold"] != "").sum()):
        notes.append(f"{folded:,} {'is' if folded == 1 else 'are'} folded: click a line that begins with +")
    if layout.dateless:
        notes.append(
            f"{layout.dateless:,} {'has' if layout.dateless == 1 else 'have'} no day: hollow symbols"
        )
    beside = (
        (layout.total - len(layout.claims), "claim", "without a date"),
        (layout.undrawn, "mention", "without a date"),
        (layout.untyped, "mention", "of no known kind"),
    )
    if left := [plural(many, f"{one} {words}", f"{one}s {words}") for many, one, words in beside if many]:
        notes.append(f"Not drawn: {', '.join(left)}")
    return [first, ". ".join(notes) + "."] if notes else [first]


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
