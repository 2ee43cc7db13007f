"""What the chart of a table of events draws: one line for each claim, its mentions on it, and the order of the lines.

Everything is computed here in plain pandas, so that the same table always gives the same picture and the chart itself
only maps columns to marks. A claim has a row in each of the orders; which rows are there at a time is the chart's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from toolkit.charts.days import Window, days_of, expect
from toolkit.charts.folds import EARLIER, folded
from toolkit.charts.words import before_christ, clean, day_text, label_of, shortened
from toolkit.model import UNTYPED
from toolkit.timeline.desk import typeset
from toolkit.timeline.independence import nameless
from toolkit.timeline.ledger import ledger_of
from toolkit.timeline.table import printed, records, source_of, typed

LANES = {"side": "claimant_side", "country": "claimant_side"}
"""Columns that have a shorter name in `lanes` and `color`."""
NEEDED = (
    *("mention_id", "article_id", "outlet", "event_start", "event_end", "said_start", "said_end"),
    *("published", "quote", "kind", "standing"),
)
SETTLED = ("confirmed", "denied")
WHO = 60
QUOTE, SHORT_QUOTE, MANY = 420, 140, 1500  # characters of a quote, and of one of many mentions

Row = dict[str, Any]


@dataclass(frozen=True)
class Layout:
    """What the chart draws.

    `claims` has one row a claim: claim_id, label, lane, fold, lane_row, fold_row, by_importance, by_time, by_place (the
    row in each order), from, to, happened, unsure (told by doubtful articles alone); `mentions` one a mention, with
    said, published and standing. `lanes` and `folds` name the headings. `total` counts the claims, drawn or not,
    `undrawn` the mentions without any day, `untyped` those of no known kind, `dateless` the claims whose happening has
    no day.
    """

    claims: pd.DataFrame
    mentions: pd.DataFrame
    lanes: list[Row]
    folds: list[Row]
    window: Window
    extent: Window
    told: Window
    total: int
    undrawn: int
    untyped: int
    dateless: int


def lay_out(
    events: pd.DataFrame,
    lanes: str | None = None,
    color: str = "standing",
    since: Any = None,
    until: Any = None,
    importance: Mapping[str, float] | None = None,
    doubtful: Collection[str] = (),
    entries: pd.DataFrame | None = None,
) -> Layout:
    """Give every claim its line in each order and every mention its days; `entries` is the ledger of the events, where
    it is made already.

    Raises ValueError for `lanes` or `color` that name no column, a table that is no event table, a `since` or `until`
    that is no date, or a window that ends before it begins.
    """
    expect("chart", events, NEEDED, "an event table, as toolkit.events or the events of toolkit.build")
    for option, name in (("lanes", lanes), ("color", color)):
        if name not in (None, "source") and LANES.get(str(name), name) not in events.columns:
            known = ("side", "source", "outlet", "place", "kind", "actor")
            raise ValueError(
                f"{option}: {name!r} is no column of the table; use one such as {', '.join(known)}"
            )
    if "claim_id" not in events.columns:
        events = events.assign(claim_id=events["mention_id"], independent=True)
    told = typed(events)
    days = days_of(told, since, until)
    drawn = told[days.mentions["mark"].notna()]
    moments = days.mentions.loc[drawn.index]
    mentions = _mentions(drawn, moments)
    claims = _claims(drawn, lanes, color, importance, ledger_of(drawn, entries))
    claims = folded(claims, days.window)
    mentions["doubtful"] = mentions["article_id"].isin([clean(each) for each in doubtful])
    sure = set(mentions["claim_id"][~mentions["doubtful"]])
    claims["unsure"] = ~claims["claim_id"].isin(sure)
    claims, lane_rows, fold_rows = _ranked(claims)
    return Layout(
        claims=claims,
        mentions=mentions,
        lanes=lane_rows if lanes is not None else [],
        folds=fold_rows,
        window=days.window,
        extent=days.extent,
        told=days.told,
        total=told["claim_id"].nunique(),
        undrawn=len(told) - len(drawn),
        untyped=int((events["kind"] == UNTYPED).sum()) - int((told["kind"] == UNTYPED).sum()),
        dateless=int(claims["from"].isna().sum()),
    )


def _mentions(events: pd.DataFrame, moments: pd.DataFrame) -> pd.DataFrame:
    rows = records(events)
    many = len(rows) > MANY
    limit = SHORT_QUOTE if many else QUOTE
    frame = moments[["mark", "said", "published"]].assign(
        mention_id=[clean(row["mention_id"]) for row in rows],
        claim_id=[clean(row["claim_id"]) for row in rows],
        article_id=[clean(row["article_id"]) for row in rows],
        standing=[clean(row["standing"]) for row in rows],
        who=(names := [typeset(clean(_who(row), WHO)) for row in rows]),
        short=[shortened(name) for name in names],
        quote=[clean(row["quote"], limit) for row in rows],
        said_on=[
            "" if row["said_start"] == row["said_end"] else day_text(row["said_start"], row["said_end"])
            for row in rows
        ],
        why=["" if many else clean(row.get("event_why"), limit) for row in rows],
    )
    order = ["said", "published", "article_id", "mention_id"]
    return frame.sort_values(order, kind="stable", ignore_index=True)


def _who(row: Row) -> str:
    """Who speaks; an outlet in its own voice is named by its own name."""
    return str(row.get("source") or row.get("claimant") or row["outlet"] or row["article_id"])


def _claims(
    events: pd.DataFrame,
    lanes: str | None,
    color: str,
    importance: Mapping[str, float] | None,
    entries: pd.DataFrame,
) -> pd.DataFrame:
    """One row for each claim, with what the ledger tells of it."""
    told: dict[str, list[Row]] = {}
    for row in sorted(records(events), key=printed):
        told.setdefault(row["claim_id"], []).append(row)
    claims = [_claim(entry, told[entry["claim_id"]], lanes, color) for entry in records(entries)]
    frame = pd.DataFrame(claims, columns=CLAIM)
    given = {} if importance is None else importance
    frame["importance"] = [float(given.get(claim["claim_id"], _importance(claim))) for claim in claims]
    for name in ("from", "to", "moment"):
        frame[name] = frame[name].astype("datetime64[us]")
    return frame


CLAIM = [
    *("claim_id", "label", "kind", "place", "lane", "colour", "standing", "happened", "from", "to"),
    *("open_start", "open_end", "moment", "sources", "mentions", "disputed", "steps"),
]


def _claim(entry: Row, rows: list[Row], lanes: str | None, color: str) -> Row:
    start, end = entry["event_start"], entry["event_end"]
    undated = bool(pd.isna(start) and pd.isna(end))
    told = next((row for row in rows if row["mention_id"] == entry.get("mention_id")), rows[0])
    ancient = next(filter(None, (before_christ(str(row.get("event_timex") or "")) for row in rows)), "")
    sentence = label_of({**told, **entry})
    standings = {row["standing"] for row in rows}
    first: Any = end if pd.isna(start) else start
    said = [day for day in (entry["first_said"], entry["first_published"]) if not pd.isna(day)]
    return {
        "claim_id": entry["claim_id"],
        "label": f"{sentence} ({ancient})" if ancient else sentence,
        "kind": clean(entry["kind"], 40),
        "place": clean(entry["place"], 40),
        "lane": _value(rows, lanes, entry) if lanes is not None else "",
        "colour": clean(entry["standing"]) if color == "standing" else _value(rows, color, entry),
        "standing": clean(entry["standing"]),
        "happened": ancient or day_text(start, end, str(entry["event_grain"])) or "no day told",
        "from": pd.NaT if undated else first,
        "to": pd.NaT if undated else (start if pd.isna(end) else end) + pd.Timedelta(days=1),
        "open_start": not undated and bool(pd.isna(start)),
        "open_end": not undated and bool(pd.isna(end)),
        "moment": first if not undated else min(said, default=pd.NaT),
        "sources": int(entry["independent_sources"]),
        "mentions": int(entry["mentions"]),
        "disputed": "denied" in standings and len(standings) > 1,
        "steps": str(entry["standings"]).count(";"),
    }


def _value(rows: list[Row], column: str, entry: Row) -> str:
    """The value of a claim in a column: that of who says it first among those that have one."""
    name = LANES.get(column, column)
    if column == "source":
        first = rows[0]
        who, side = str(first["claimant"]), str(first["claimant_side"])
        # Who gives no name has a lane for each outlet: of them nobody knows that they are one.
        apart = who and source_of(first) == who != first["outlet"] and nameless(who, side)
        return clean(f"{source_of(first)} ({first['outlet']})" if apart else source_of(first), 60)
    if name in entry and name not in ("claim_id",):
        return clean(entry[name], 60) or f"No {column} named"
    values = (clean(row[name], 60) for row in rows)
    return next(filter(None, values), f"No {column} named")


def _importance(claim: Row) -> float:
    """How much a claim weighs, from 0 to 1: independent sources, contradiction, answers, and how often it is told."""
    sources = 1 - 1 / (1 + claim["sources"] / 2)
    told = 1 - 1 / (1 + claim["mentions"] / 4)
    answered = min(claim["steps"], 3) / 3
    return float(0.35 * sources + 0.3 * claim["disputed"] + 0.2 * answered + 0.15 * told)


def _ranked(claims: pd.DataFrame) -> tuple[pd.DataFrame, list[Row], list[Row]]:
    """The row of each claim in each order, and those of the headings of lanes and folds, which stay in their place."""
    rows = records(claims)
    lanes: dict[str, list[Row]] = {}
    folds: dict[tuple[str, str], list[Row]] = {}
    for number, row in enumerate(rows):
        row["number"] = number
        lanes.setdefault(row["lane"], []).append(row)
        folds.setdefault((row["lane"], row["fold"]), []).append(row)

    def lane_place(name: str) -> tuple[Any, ...]:
        members = lanes[name]
        return name.startswith("No "), -max(row["importance"] for row in members), -len(members), name

    def fold_place(key: tuple[str, str]) -> tuple[Any, ...]:
        first = min(_late(row["moment"]) for row in folds[key])
        return key[1] != "", key[1].startswith(EARLIER), first, key[1]

    inside: dict[str, list[tuple[str, str]]] = {}
    for key in folds:
        inside.setdefault(key[0], []).append(key)
    lane_rows: list[Row] = []
    fold_rows: list[Row] = []
    top = 0
    for lane in sorted(lanes, key=lane_place):
        heading = top
        lane_rows.append({"lane": lane, "row": top})
        top += 1
        for key in sorted(inside[lane], key=fold_place):
            members = folds[key]
            if key[1]:
                fold_rows.append({"fold": key[1], "row": top, **_fold(members)})
                top += 1
            for order, rank in ORDERS.items():
                for place, row in enumerate(sorted(members, key=rank)):
                    row[f"by_{order}"] = top + place
            for row in members:
                row["lane_row"], row["fold_row"] = heading, top - 1 if key[1] else None
            top += len(members)
    placed = ("lane_row", "fold_row", *(f"by_{order}" for order in ORDERS))
    return claims.assign(**{name: [row[name] for row in rows] for name in placed}), lane_rows, fold_rows


def _late(moment: Any) -> tuple[bool, Any]:
    return (True, pd.Timestamp(0)) if pd.isna(moment) else (False, moment)


ORDERS: dict[str, Callable[[Row], tuple[Any, ...]]] = {
    "importance": lambda row: (-row["importance"], _late(row["moment"]), row["claim_id"]),
    "time": lambda row: (_late(row["moment"]), -row["importance"], row["claim_id"]),
    "place": lambda row: (
        row["place"] == "",
        row["place"],
        -row["importance"],
        _late(row["moment"]),
        row["claim_id"],
    ),
}


def _fold(members: list[Row]) -> Row:
    moments = [row["moment"] for row in members if not pd.isna(row["moment"])]
    return {
        "label": members[0]["fold_label"],
        "from": min(moments, default=pd.NaT),
        "to": max(moments, default=pd.NaT) + pd.Timedelta(days=1),
    }
