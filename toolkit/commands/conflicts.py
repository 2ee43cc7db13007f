"""`timeline conflicts`: where the accounts part, both quotes side by side."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from toolkit.commands import DONE
from toolkit.commands.tables import events_of
from toolkit.commands.terminal import count, failures, plain, progress, table, width

if TYPE_CHECKING:
    import pandas as pd


def conflicts(options: argparse.Namespace) -> int:
    """Print or write the conflicts of a corpus, or of an event table."""
    from toolkit import pipeline
    from toolkit.timeline.storage import write_table

    status = DONE
    events = events_of(options.source)
    if events is None:
        with progress() as bar:
            result = pipeline.build(
                options.source, themes=options.themes, progress=bar, parser=options.parser
            )
        status, found = failures(result.quarantine), result.conflicts
    else:
        found = pipeline.conflicts(events, options.themes)
    if options.out:
        write_table(found, options.out)
        print(plain(f"{count(len(found), 'conflict')}, written to {options.out}"))
    else:
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
    print(f"{count(len(found), 'conflict')}" if len(found) else "no conflict")


def _source(row: Mapping[str, Any], side: str) -> str:
    import pandas as pd

    printed = row[f"{side}published"]
    names = dict.fromkeys(
        (row[f"{side}source"], row[f"{side}outlet"], "undated" if pd.isna(printed) else f"{printed:%Y-%m-%d}")
    )
    spread = f"{count(row[f'{side}mentions'], 'mention')}, {count(row[f'{side}sources'], 'source')}"
    return f"{', '.join(name for name in names if name)} ({spread})"
