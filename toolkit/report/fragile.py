"""Fragile dates, as the report shows them: the date as read, what it would become, and by which reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from toolkit.charts.words import label_of, plural
from toolkit.report.heading import Built
from toolkit.report.tables import Html, Row, day, days, escape, fold, join, table, tag, written
from toolkit.timeline.table import records

SHOWN = 12  # rows that stand open; the others unfold

READINGS: Mapping[str, str] = {
    "published_day_earlier": "if the article was published a day earlier",
    "published_day_later": "if the article was published a day later",
    "week_from_sunday": "if weeks began on Sunday",
    "looking_ahead": "if the date lay ahead",
}
"""The readings that move a date further than they should, in words."""


def fragile(result: Built) -> Html:
    """Each event that another reading would move further than it moves the publication day; what moves most first."""
    if "fragile" not in result.events.columns:
        return tag("p", "Not looked for: the parameter sensitivity is off.", of="note")
    rows = sorted(records(result.events[result.events["fragile"] != ""]), key=_order)
    if not rows:
        return tag("p", "None: no other reading makes a date jump.", of="note")
    columns: Mapping[str, tuple[str, Any]] = {
        "Quote": ("wide", _quote),
        "Happened, as read": (
            "day",
            lambda row: join(
                [
                    days(row["event_start"], row["event_end"], row["event_grain"]) or "not told",
                    tag("small", escape(row["event_why"])),
                ]
            ),
        ),
        "Would be": (
            "wide",
            lambda row: join(tag("div", *parts) for parts in _others(row)),
        ),
    }
    parts = [table(rows[:SHOWN], columns)]
    if len(rows) > SHOWN:
        parts.append(
            fold(
                escape(f"{plural(len(rows) - SHOWN, 'more fragile date')}"),
                table(rows[SHOWN:], columns, tall=True),
            )
        )
    return join(parts)


def _quote(row: Row) -> Html:
    where = label_of(row)
    return join(
        [
            tag("q", escape(row["quote"], 600)),
            tag(
                "small",
                escape(f"{where}; {row['outlet'] or row['article_id']}"),
                ", ",
                _weekday(row["published"]),
            ),
        ]
    )


def _weekday(published: Any) -> Html:
    return escape("undated") if pd.isna(published) else join([escape(f"{published:%A}"), " ", day(published)])


def _reasons(row: Row) -> Iterator[tuple[str, str]]:
    for reason in str(row["fragile"]).split("; "):
        name, _, move = reason.partition(" ")
        yield name, move


def _others(row: Row) -> Iterator[tuple[Html | str, ...]]:
    for name, move in _reasons(row):
        yield (
            tag("b", written(str(row.get(f"if_{name}", "")))),
            " ",
            escape(READINGS.get(name, name)),
            tag("small", escape(_moved(move))),
        )


def _moved(move: str) -> str:
    """The size of a move in words.

    >>> _moved("-7"), _moved("+1"), _moved("open")
    ('7 days earlier', '1 day later', 'a side comes to be known, or no longer is')
    """
    if move == "open":
        return "a side comes to be known, or no longer is"
    return f"{plural(abs(int(move)), 'day')} {'later' if int(move) > 0 else 'earlier'}"


def _order(row: Row) -> tuple[int, str]:
    return -max(abs(int(move)) if move != "open" else 0 for _, move in _reasons(row)), str(row["mention_id"])
