"""`timeline sources`: who speaks, one line for one source."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from toolkit.commands.tables import built, written
from toolkit.commands.terminal import Column, count, table

if TYPE_CHECKING:
    import pandas as pd


def sources(options: argparse.Namespace) -> int:
    """Print or write the sources of a corpus, or of an event table."""
    from toolkit.names.sources import sources as found_in

    _, events, status = built(options)
    found = found_in(events)
    if not written(found, options, count(len(found), "source")):
        _show(found)
    return status


def _show(found: pd.DataFrame) -> None:
    from toolkit.charts.words import day_text

    columns: list[Column] = [
        ("Source", {"overflow": "fold"}),
        ("Kind", {}),
        ("Side", {"overflow": "fold"}),
        ("Names in the texts", {"overflow": "fold"}),
        ("Rows", {"justify": "right"}),
        ("Said", {"overflow": "fold"}),
        ("Told by", {"overflow": "fold"}),
    ]
    rows = [
        (
            row.source,
            row.kind,
            row.side,
            row.names,
            row.rows,
            day_text(row.first_said, row.last_said),
            row.told_by,
        )
        for row in found.itertuples()
    ]
    if rows:
        table(columns, rows)
    print(f"{count(len(found), 'source')}" if rows else "nobody speaks")
