"""JSON Lines for Timesketch: a line for each clock of each entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from toolkit.exports.entries import CLAIMS, NO_DAY, Entry, chosen, known, plain, said
from toolkit.exports.making import Made, Order, as_json

CLOCKS = {
    "event_start": "Happened (first day)",
    "event_end": "Happened (last day)",
    "said_end": "Said",
    "first_said": "First said",
    "published": "Published",
    "first_published": "First published",
    "confirmed_on": "Confirmed",
    "denied_on": "Denied",
}
"""Column -> what its time is of."""


def timesketch(order: Order) -> Made:
    """A line for each time that is known of an entry, at midnight UTC as civil days have no hour; whatever Timesketch
    asks for (`message`, `datetime`, `timestamp`, `timestamp_desc`) and the columns of the row."""
    entries, left = chosen(
        order.edition, order.of, (lambda entry: any(True for _ in _times(entry.row)), NO_DAY)
    )
    left.notes.append("One line is written for each day that is known of it: happened, said, published.")
    lines = [as_json(line, None) for entry in entries for line in _lines(entry, order.of)]
    return Made(b"".join(lines), left)


def _lines(entry: Entry, of: str) -> Iterator[dict[str, Any]]:
    told = {name: plain(value) for name, value in entry.row.items() if known(value) and value != ""}
    links = [each.link for each in entry.tellings if each.link]
    source = said(entry.tellings[0])
    shared = {
        **told,
        "message": f"{entry.label} ({entry.standing}; {source})" if source else entry.label,
        "data_type": f"timeline:{of.removesuffix('s')}",
        **({"links": links} if of == CLAIMS and links else {}),
        "tag": [tag for tag in (entry.kind, entry.standing) if tag],
    }
    for day, what in _times(entry.row):
        yield shared | {
            "datetime": f"{plain(day)}T00:00:00+00:00",
            "timestamp": int(day.timestamp()) * 1_000_000,
            "timestamp_desc": what,
        }


def _times(row: dict[str, Any]) -> Iterator[tuple[pd.Timestamp, str]]:
    for column, what in CLOCKS.items():
        day = row.get(column, pd.NaT)
        same = column == "event_end" and day == row["event_start"]
        if known(day) and not same:
            yield day, "Happened" if column == "event_start" and day == row["event_end"] else what
