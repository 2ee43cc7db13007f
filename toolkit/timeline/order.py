"""Order without days: "after the strike, before the talks" bounds a happening by its neighbours.

The bounds go along what each article says of its rows (column `order`), and from article to article only through
claims, whose mentions share them. A day counts as itself: "after the strike on 9 June" may still be 9 June.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, cast

import pandas as pd

from toolkit.timeline.mention import CERTAIN
from toolkit.timeline.neighbours import (
    SHARPER,
    Bound,
    Edge,
    Node,
    Row,
    contradicts,
    nodes_of,
    propagate,
    set_aside_circles,
)
from toolkit.timeline.table import ORDER, check, column

UNSURE = ("denied", "unconfirmed")
"""Standings of rows that bound nothing and are bounded by nothing."""
LONGEST = 4
"""Links of a chain that its reason names."""
WORDS = 60
"""Characters of a row's words that a reason quotes."""
_WHERE, _WHAT = (
    ("mention_id", "article_id", "outlet"),
    ("quote", "modality", "standing", "order"),
)
_TEXT = (*_WHERE, *_WHAT, "event_edtf", "event_why")
_TOLD = re.compile(r"(?:^|; )(after|before) (.+?)(?=; (?:after|before) |$)")
_DATED = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d) “(.*)”")
# Days that no words of the text give to the event: they bound nothing else.
_ASSUMED = re.compile(r"told without a date|no day is given")


def by_order(events: pd.DataFrame) -> pd.DataFrame:
    """The event table with the columns of `table.ORDER`: what a happening's neighbours say of its days.

    `order_start` and `order_end` (datetime64[us], NaT where nothing follows) are the first and the last day on which
    it can have happened, by what its articles tell of order, where that is more than `event_start` and `event_end`
    say; these stay as they are. `order_why` (str) is the chain of reasons. The mentions of one claim share their
    bounds where the days that they tell meet. Days that are only assumed, or known from print alone, bound nothing.
    Where the order contradicts the days or goes in a circle, nothing follows from it, and `order_why` says so. What
    is negated, denied, unconfirmed or no fact has no bounds. Rows that are not linked are bounded in their articles
    alone. Raises TableError where `events` is no event table.

    >>> from toolkit.timeline.table import to_frame
    >>> list(by_order(to_frame([])).columns[-3:])
    ['order_start', 'order_end', 'order_why']
    """
    rows = _rows(check(events))
    nodes, node_of = nodes_of(rows)
    edges = list(_edges(rows, node_of))
    set_aside_circles(edges, len(nodes))
    propagate(nodes, [edge for edge in edges if not edge.fault])
    for edge in edges:
        if not edge.fault and contradicts(nodes[edge.source], nodes[edge.target]):
            edge.fault = "the days contradict it"
    propagate(nodes, [edge for edge in edges if not edge.fault])
    faults: dict[int, Edge] = {}
    for edge in edges:
        if edge.fault:
            for row in (edge.before, edge.after):
                faults.setdefault(row.at, edge)
    starts: list[date | None] = [None] * len(events)
    ends, why = list(starts), [""] * len(events)
    for row in rows:
        if row.at < 0:
            continue
        start, end, why[row.at] = _told(row, nodes, node_of[row.id], faults.get(row.at))
        starts[row.at], ends[row.at] = _day(start), _day(end)
    values: dict[str, list[Any]] = {"order_start": starts, "order_end": ends, "order_why": why}
    return events.assign(**{name: column(values[name], dtype) for name, dtype in ORDER.items()})


def _rows(events: pd.DataFrame) -> list[Row]:
    """The rows that tell a fact, in an order that does not hang on that of the table."""
    text = {name: events[name].tolist() for name in _TEXT}
    linked = events["claim_id"].tolist() if "claim_id" in events.columns else [""] * len(events)
    days = {
        name: [None if pd.isna(day) else day.toordinal() for day in events[name].dt.date]
        for name in ("event_start", "event_end", "published")
    }
    spans = list(zip(events["start"], events["told_start"], events["told_end"], strict=True))
    found = []
    for at, negated in enumerate(events["negated"].tolist()):
        if negated or text["modality"][at] not in CERTAIN or text["standing"][at] in UNSURE:
            continue
        start, told, end = spans[at]
        quote = text["quote"][at]
        own, printed = (days["event_start"][at], days["event_end"][at]), days["published"][at]
        by_print = own[0] is None and own[1] is not None and own[1] == printed
        assumed = by_print or _ASSUMED.match(text["event_why"][at])
        found.append(
            Row(
                at, text["mention_id"][at], text["article_id"][at], text["outlet"][at],
                linked[at] or text["mention_id"][at], quote[told - start : end - start] or quote,
                own, (None, None) if assumed else own, own[1] if by_print else None,
                text["event_edtf"][at], text["order"][at],
            )
        )  # fmt: skip
    return sorted([*found, *(dated for row in found for dated in _dated(row))], key=lambda row: row.id)


def _dated(row: Row) -> Iterator[Row]:
    """What a row is told to be after or before that is no row, but has its days in the text."""
    for name in dict.fromkeys(name for _, name in _TOLD.findall(row.order)):
        if told := _DATED.fullmatch(name):
            first, last = (date.fromisoformat(day).toordinal() for day in told.group(1, 2))
            identity, edtf = f"{row.id} {name}", told[1] if first == last else f"{told[1]}/{told[2]}"
            days = (first, last)
            yield Row(-1, identity, row.article, row.outlet, identity, told[3], days, days, None, edtf, "")


def _edges(rows: Sequence[Row], node_of: dict[str, int]) -> Iterator[Edge]:
    known = {row.id: row for row in rows}
    for row in rows:
        for how, name in _TOLD.findall(row.order):
            other = known.get(name) or known.get(f"{row.id} {name}")
            if other is not None and other.article == row.article:
                before, after = (other, row) if how == "after" else (row, other)
                yield Edge(before, after, node_of[before.id], node_of[after.id])


def _told(row: Row, nodes: Sequence[Node], k: int, fault: Edge | None) -> tuple[int | None, int | None, str]:
    """What order says of a row beyond its own days and those of its claim, and the reasons."""
    node, found, reasons = nodes[k], dict.fromkeys(SHARPER, cast("int | None", None)), []
    for (how, sharpest), own in zip(SHARPER.items(), row.days, strict=True):
        bound = node.by.get(how)
        known = [day for day in (own, node.day(how)) if day is not None]
        if bound is None or sharpest([*known, bound.day]) in known:
            continue
        found[how] = bound.day
        reasons.append(_chain(row, nodes, k, how))
    start, end = found["after"], found["before"]
    first, last = row.days
    if (end and first and first > end) or (start and last and start > last):
        reasons.append("against the days that are assumed for want of one")
    why = [f"by order: {', '.join(reasons)}"] if reasons else []
    if fault is not None:
        how, other = ("after", fault.before) if fault.after is row else ("before", fault.after)
        why.append(f"by order: told as {how} {_named(other)}, but {fault.fault}; nothing follows from it")
    return start, end, "; ".join(why)


def _chain(row: Row, nodes: Sequence[Node], k: int, how: str) -> str:
    """The links from a row to the one whose day bounds it, the middle of a long chain left out."""
    links: list[str] = []
    bound: Bound | None = nodes[k].by[how]
    while bound is not None and bound.edge is not None:
        here, there = bound.edge.rows(how)
        reached = bound.root is there
        same = "" if here is row else f"told as {_named(here)}, "
        links.append(f"{same}{how} {_named(there, bound.day if reached else None)}")
        if len(links) == LONGEST and bound.steps > 1:
            links.append(f"over {bound.steps - 1} more, {how} {_named(bound.root, bound.day)}")
            break
        row, last, bound = there, bound, nodes[bound.edge.other(how)].best(how)
        if bound is not None and bound.edge is None and not reached:
            links[-1] += f", told as {_named(last.root, last.day)}"
    return ", itself ".join(links)


def _named(row: Row, day: int | None = None) -> str:
    """A row's words with its day and who prints them."""
    words = " ".join(row.words.split()).rstrip(" ,;:")
    cut = words if len(words) <= WORDS else words[:WORDS].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    days = (row.edtf or str(_day(day))) if day is not None else ""
    where = ", ".join(filter(None, (days, row.outlet or row.article)))
    return f"“{cut}” ({where})"


def _day(day: int | None) -> date | None:
    return None if day is None else date.fromordinal(day)
