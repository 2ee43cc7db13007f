"""The part of the report on who speaks: one line for each source, whatever the articles call it."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.charts.words import plural
from toolkit.names.sources import sources as table_of_sources
from toolkit.report.heading import Built
from toolkit.report.tables import Html, Row, days, escape, fold, join, number, standings, table, tag, text
from toolkit.timeline.table import records

SHOWN = 30
"""Lines that stand open; further ones are folded."""


def sources(result: Built) -> Html:
    """One line for each source, who speaks most first; what only one passage gives without a name is folded."""
    rows = records(table_of_sources(result.events))
    named = [row for row in rows if row["kind"] != "anonymous"]
    nobody = [row for row in rows if row["kind"] == "anonymous"]
    parts = [_table(named[:SHOWN])] if named else []
    if rest := named[SHOWN:]:
        parts.append(fold(escape(f"Further {plural(len(rest), 'source')}"), _table(rest)))
    if nobody:
        parts.append(fold(escape(f"Without a name: {plural(len(nobody), 'source')}"), _table(nobody)))
    return join(parts) if rows else tag("p", "Nobody speaks.", of="note")


def _table(rows: Sequence[Row]) -> Html:
    columns = {
        "Source": ("wide", _who),
        "Side": ("", text("side")),
        "Speaks for": ("", text("speaks_for")),
        "Mentions": ("number", number("rows")),
        "Claims": ("number", number("claims")),
        "Said": ("day", lambda row: days(row["first_said"], row["last_said"])),
        "Told by": ("", _told),
        "Standings": ("", standings),
    }
    return table(rows, columns)


def _who(row: Row) -> Html:
    others = [name for name in row["names"].split("; ") if name and name != row["source"]]
    also = f"{row['kind']}; also: {'; '.join(others)}" if others else row["kind"]
    return join([escape(row["source"]), tag("small", escape(also, 600))])


def _told(row: Row) -> Html:
    to = tag("small", escape(f"to {row['spoke_to']}")) if row["spoke_to"] else Html("")
    return join([escape(row["told_by"]), to])
