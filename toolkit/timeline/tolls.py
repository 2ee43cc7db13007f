"""Counts that grow: what a claim counts of people, by the days on which it was said.

A later toll is an update and no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from toolkit.timeline.quantities import FATES, own_counts, own_words

Row = Mapping[str, Any]


def tolls(rows: Iterable[Row]) -> str:
    """What the rows of a claim count of people, each time that it changes: "killed 10 (2025-06-10 Wire), 12 (...)".

    Rows are those of an event table; their order plays no part. Of one day the lowest count comes first; counts that
    may be the same ("at least 10", 12) are told where the words differ. Empty where nothing is counted.

    >>> tolls([])
    ''
    """
    told: dict[str, list[tuple[str, float, str, str]]] = {}
    for row in rows:
        if row["standing"] in ("denied", "unconfirmed") or row["negated"]:
            continue
        own = own_words(row["quote"], row["start"], row["told_start"], row["told_end"])
        for count in own_counts(row["quote"], own):
            fate = count.of.split()[0]
            if fate in FATES:
                amount = count.text.split(" " + count.of.split()[-1])[0]
                told.setdefault(fate, []).append((_day(row), count.low, amount, str(row["outlet"])))
    return "; ".join(f"{fate} {_series(entries)}" for fate, entries in sorted(told.items()))


def _series(entries: list[tuple[str, float, str, str]]) -> str:
    kept: list[str] = []
    last = ""
    for day, _, words, outlet in sorted(entries):
        if words != last:
            kept.append(f"{words} ({' '.join(filter(None, (day, outlet)))})")
            last = words
    return ", ".join(kept)


def _day(row: Row) -> str:
    """The day on which a count was said, else printed."""
    for name in ("said_end", "published"):
        value = row[name]
        if isinstance(value, date | pd.Timestamp) and not pd.isna(value):
            return value.isoformat()[:10]
    return ""
