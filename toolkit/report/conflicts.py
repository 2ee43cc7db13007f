"""Where the accounts part, as the report shows it: both quotes side by side, and how sure the contradiction is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from toolkit.charts.words import claim_name, plural
from toolkit.report.heading import Built
from toolkit.report.tables import Html, Row, day, escape, fold, join, records, standing, table, tag

SHOWN = 12  # conflicts that stand open; the others unfold

TYPES: Mapping[str, str] = {
    "standing": "Said and denied",
    "date": "Other days",
    "number": "Other numbers",
    "place": "Other places",
}
"""The types of conflict, as the report names them."""


def conflicts(result: Built) -> Html:
    """Each conflict with what both sides say, who they are, how many tell it so, and how sure it is."""
    rows = records(result.conflicts)
    if not rows:
        return tag("p", "No two accounts of one claim were found to contradict each other.", of="note")
    columns: Mapping[str, tuple[str, Any]] = {
        "About": (
            "",
            lambda row: join(
                [
                    tag("b", escape(claim_name(row["kind"], row["place"]))),
                    tag("small", escape(sort_of(row))),
                ]
            ),
        ),
        "One account": ("wide", lambda row: _account(row, "")),
        "Another account": ("wide", lambda row: _account(row, "other_")),
        "How sure": ("", _sure),
    }
    parts = [table(rows[:SHOWN], columns)]
    if len(rows) > SHOWN:
        more = rows[SHOWN:]
        parts.append(
            fold(escape(f"{plural(len(more), 'more conflict')}, less sure"), table(more, columns, tall=True))
        )
    return join(parts)


def sort_of(row: Row) -> str:
    """What parts the two accounts, in words; the names of relations say more only of standings.

    >>> sort_of({"type": "date", "relation": "meets"})
    'Other days'
    """
    words = TYPES.get(row["type"], str(row["type"]))
    return f"{words}: {row['relation']}" if row["type"] == "standing" else words


def _account(row: Row, side: str) -> Html:
    told = row[f"{side}value"]
    badge = standing(told) if row["type"] == "standing" else tag("b", escape(told))
    source, outlet = str(row[f"{side}source"]), str(row[f"{side}outlet"])
    who = source if outlet in ("", source) else f"{source}, in {outlet}"
    spread = (
        f"{plural(int(row[f'{side}mentions']), 'mention')}, "
        f"{plural(int(row[f'{side}sources']), 'independent source')}"
    )
    return join(
        [
            badge,
            " ",
            tag("q", escape(row[f"{side}quote"], 600)),
            tag("small", escape(who), ", ", day(row[f"{side}published"]) or "undated"),
            tag("small", escape(spread)),
        ]
    )


def _sure(row: Row) -> Html:
    settled = row["settled_on"]
    return join(
        [
            f"{row['certainty']} ({float(row['sure']):.0%})",
            tag("small", escape(row["why"])),
            tag("small", "Settled on ", day(settled)) if not pd.isna(settled) else "",
        ]
    )
