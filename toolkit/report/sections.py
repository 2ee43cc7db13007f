"""What the report says, part by part: each function takes the built tables and gives markup to show.

The functions read the columns that `toolkit.pipeline.build` makes and import nothing of it, so that they
serve any result of that shape.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from toolkit.charts.words import history, label_of, plural
from toolkit.report.heading import Built
from toolkit.report.tables import (
    Html,
    Row,
    day,
    days,
    escape,
    fold,
    join,
    number,
    on,
    table,
    tag,
    text,
)
from toolkit.timeline.table import records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONG = 8  # a card with more mentions than this scrolls in itself


def _history(standings: Any) -> str:
    """ "claimed 2025-03; denied 2025-06-09" with the days written out."""
    return ", ".join(f"{standing} {words}" for standing, _, words in history(standings))


def quarantine(result: Built) -> Html:
    """What could not be used: file, place in it, and what to do."""
    rows = [{"file": one.file, "place": one.place, "reason": one.reason} for one in result.quarantine]
    if not rows:
        return tag("p", "Nothing: every file of the corpus was read.", of="note")
    return table(
        rows, {"File": ("", text("file")), "Place": ("", text("place")), "Reason": ("wide", text("reason"))}
    )


def unresolved(result: Built) -> Html:
    """The words about time that name no days, and the mentions without a day."""
    rows = records(result.unresolved)
    if not rows:
        return tag("p", "None: every expression of time could be given its days.", of="note")
    columns = {
        "Words": ("", lambda row: tag("q", escape(row["text"]))),
        "Type": ("", text("type")),
        "Value": ("", lambda row: tag("code", escape(row["value"])) if row["value"] else Html("")),
        "Why": ("wide", text("why")),
        "Article": ("", text("article_id")),
    }
    kinds = Counter(str(row["type"]).lower() for row in rows)
    counts = ", ".join(f"{count} {name}" for name, count in kinds.most_common())
    return fold(
        escape(f"{plural(len(rows), 'expression')} of time without days of their own ({counts})"),
        table(rows, columns, tall=True),
    )


def ledger_table(result: Built) -> Html:
    """The ledger in full, folded."""
    columns: Mapping[str, tuple[str, Any]] = {
        "Claim": (
            "wide",
            lambda row: join([escape(label_of(row)), tag("small", escape(row["summary"], 160))]),
        ),
        "Happened": ("day", lambda row: days(row["event_start"], row["event_end"], row["event_grain"])),
        "First said": (
            "",
            lambda row: join([day(row["first_said"]), tag("small", escape(row["first_said_by"]))]),
        ),
        "First printed": ("day", on("first_published")),
        "Mentions": ("number", number("mentions")),
        "Independent": ("number", number("independent_sources")),
        "Standing over time": ("", lambda row: escape(_history(row["standings"]))),
        "Lag in days": ("number", number("lag_days")),
        "Days to print, by outlet": ("", text("spread")),
    }
    rows: Sequence[Row] = records(result.ledger)
    return fold(escape(f"All {plural(len(rows), 'claim')} of the ledger"), table(rows, columns, tall=True))
