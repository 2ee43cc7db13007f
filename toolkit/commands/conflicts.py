"""`timeline conflicts`: where the accounts part, both quotes side by side."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from toolkit.commands.tables import built, number, written
from toolkit.commands.terminal import count, plain, table, width

if TYPE_CHECKING:
    import pandas as pd


def conflicts(options: argparse.Namespace) -> int:
    """Print or write the conflicts of a corpus, or of an event table."""
    from toolkit import pipeline

    result, events, status = built(options)
    found = result.conflicts if result else pipeline.conflicts(events, options.themes)
    if not written(found, options.out, count(len(found), "conflict")):
        _show(found)
    return status


def _show(found: pd.DataFrame) -> None:
    from toolkit.report.conflicts import sort_of
    from toolkit.report.tables import records

    for row in records(found):
        about = ", ".join(part for part in (row["kind"], row["place"]) if part)
        print(
            plain(
                f"{about}: {sort_of(row).lower()} ({row['certainty']}, {row['sure']:.2f})  {row['claim_id']}"
            )
        )
        sides = ("", "other_")
        table(
            [(plain(row[f"{side}value"]), {"ratio": 1, "overflow": "fold"}) for side in sides],
            [[f"“{row[f'{side}quote']}”" for side in sides], [_source(row, side) for side in sides]],
        )
        print("\n".join(textwrap.wrap(plain(row["why"]), width())), end="\n\n")
    print(number(len(found), "conflict"))


def _source(row: Mapping[str, Any], side: str) -> str:
    import pandas as pd

    printed = row[f"{side}published"]
    names = dict.fromkeys(
        (row[f"{side}source"], row[f"{side}outlet"], "undated" if pd.isna(printed) else f"{printed:%Y-%m-%d}")
    )
    spread = f"{count(row[f'{side}mentions'], 'mention')}, {count(row[f'{side}sources'], 'source')}"
    return f"{', '.join(name for name in names if name)} ({spread})"
