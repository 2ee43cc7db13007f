"""Where the accounts part, as the report shows it: all positions on one question side by side, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from toolkit.charts.words import claim_name, plural
from toolkit.report.heading import Built
from toolkit.report.tables import Html, Row, day, escape, fold, join, standing, table, tag
from toolkit.timeline.conflicts.together import FROM_SAID_TO_DENIED
from toolkit.timeline.table import records

SHOWN = 12  # questions that stand open; the others unfold

TYPES: Mapping[str, str] = {
    "standing": "said and denied",
    "actor": "who did it",
    "date": "on which days",
    "number": "how many",
    "place": "where",
}
"""The types of conflict as questions."""


def conflicts(result: Built) -> Html:
    """Each question on which accounts part, with all positions, who takes them, and how sure the contradiction is."""
    rows = records(result.positions)
    if not rows:
        return tag("p", "No two accounts of one claim were found to contradict each other.", of="note")
    found = [_question(list(each)) for _, each in groupby(rows, key=lambda row: row["question"])]
    parts = found[:SHOWN]
    if more := found[SHOWN:]:
        parts.append(fold(escape(f"{plural(len(more), 'more question')}, less sure"), *more))
    return join(parts)


def asked(row: Row) -> str:
    """What is in question, in words.

    >>> asked({"type": "number", "what": "killed people"}), asked({"type": "standing", "what": ""})
    ('how many: killed people', 'said and denied')
    """
    words = TYPES.get(row["type"], str(row["type"]))
    return f"{words}: {row['what']}" if row["type"] == "number" else words


def _question(rows: Sequence[Row]) -> Html:
    first = rows[0]
    title = f"{claim_name(first['kind'], first['place'])}: {asked(first)}"
    columns: Mapping[str, tuple[str, Any]] = {
        "Position": ("", _position),
        "Who takes it": ("", _takers),
        "In these words": ("wide", _words),
    }
    sure = f"{first['certainty'].capitalize()} ({float(first['sure']):.0%}). {first['why']}"
    return join([tag("h3", escape(title)), table(rows, columns), tag("p", escape(sure), of="note")])


def _position(row: Row) -> Html:
    value = row["value"]
    return standing(value) if value in FROM_SAID_TO_DENIED else tag("b", escape(value))


def _takers(row: Row) -> Html:
    spread = (
        f"{plural(int(row['mentions']), 'mention')}, {plural(int(row['independent']), 'independent source')}"
    )
    outlets = "" if row["outlets"] in ("", row["sources"]) else f"in {row['outlets']}"
    return join(
        [escape(row["sources"], 400), tag("small", escape(outlets, 400)), tag("small", escape(spread))]
    )


def _words(row: Row) -> Html:
    who = " in ".join(dict.fromkeys(part for part in (row["source"], row["outlet"]) if part))
    return join(
        [
            tag("q", escape(row["quote"], 600)),
            tag("small", escape(who), ", ", day(row["published"]) or "undated"),
        ]
    )
