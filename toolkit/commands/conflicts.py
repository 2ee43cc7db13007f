"""`timeline conflicts`: where the accounts part, all positions on a question side by side."""

from __future__ import annotations

import argparse
import textwrap
from itertools import groupby
from typing import TYPE_CHECKING, Any

from toolkit.commands.tables import built, number, written
from toolkit.commands.terminal import as_json, count, plain, table, width

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


def conflicts(options: argparse.Namespace) -> int:
    """Print or write the conflicts of a corpus, or of an event table."""
    from toolkit import pipeline
    from toolkit.timeline.conflicts.together import positions
    from toolkit.timeline.storage import write_table

    result, events, status = built(options)
    found = result.conflicts if result else pipeline.conflicts(events, options.themes)
    sides = result.positions if result else positions(events, found)
    if options.positions:
        write_table(sides, options.positions)
        if not options.json:
            print(plain(f"{count(len(sides), 'position')}, written to {options.positions}"))
    if options.json:
        as_json({"conflicts": found, "positions": sides})
        return status
    if not written(found, options, count(len(found), "conflict")) and not options.positions:
        _show(sides)
        print(number(len(found), "conflict"))
    return status


def _show(sides: pd.DataFrame) -> None:
    from toolkit.report.conflicts import asked
    from toolkit.timeline.table import records

    for _, each in groupby(records(sides), key=lambda row: row["question"]):
        rows = list(each)
        first = rows[0]
        about = ", ".join(part for part in (first["kind"], first["place"]) if part)
        print(
            plain(f"{about}: {asked(first)} ({first['certainty']}, {first['sure']:.2f})  {first['claim_id']}")
        )
        fold = {"ratio": 1, "overflow": "fold"}
        table(
            [
                ("Position", {"overflow": "fold"}),
                ("Who takes it", fold),
                ("In these words", fold | {"ratio": 2}),
            ],
            [[plain(row["value"]), _takers(row), f"“{row['quote']}”"] for row in rows],
        )
        print("\n".join(textwrap.wrap(plain(first["why"]), width())), end="\n\n")


def _takers(row: Mapping[str, Any]) -> str:
    import pandas as pd

    printed = "undated" if pd.isna(row["published"]) else f"{row['published']:%Y-%m-%d}"
    outlets = "" if row["outlets"] in ("", row["sources"]) else f" in {row['outlets']}"
    spread = f"{count(row['mentions'], 'mention')}, {count(row['independent'], 'source')}"
    return f"{row['sources']}{outlets}, {printed} ({spread})"
