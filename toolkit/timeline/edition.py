"""What is new since the last edition, in words: "three new claims; one claim newly confirmed"."""

from __future__ import annotations

from typing import Any

import pandas as pd

from toolkit.timeline.conflicts.together import POSITIONS
from toolkit.timeline.desk import counted, listed
from toolkit.timeline.diff import diff
from toolkit.timeline.importance import importance
from toolkit.timeline.ledger import ledger
from toolkit.timeline.table import records

NEWS = {
    "confirmed": ("claim newly confirmed", "claims newly confirmed"),
    "denied": ("claim newly denied", "claims newly denied"),
    "other standing": ("claim whose standing changed", "claims whose standing changed"),
    "added": ("new claim", "new claims"),
    "moved": ("claim whose days changed", "claims whose days changed"),
    "gone": ("claim gone", "claims gone"),
}
"""What can be new, in the order of telling, with its words."""
NAMED = 2
"""Claims of one kind of news that are told by their words."""
UNCHANGED = "Nothing has changed since the last edition."


def since_last(old: Any, new: Any) -> str:
    """What is new in `new` over `old`, as one sentence; the most important claims are named.

    Both are linked event tables, or results of `toolkit.build`. Claims are known again as in `timeline.diff`. Raises
    TableError where the rows are not linked.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> since_last(link(to_frame([])), link(to_frame([])))
    'Nothing has changed since the last edition.'
    """
    before, after = (getattr(tables, "events", tables) for tables in (old, new))
    changes = diff(before, after)
    now, then = ledger(after), ledger(before)
    weights = dict(zip(now["claim_id"], importance(now, pd.DataFrame(columns=list(POSITIONS))), strict=True))
    words = {
        str(row["claim_id"]): str(row["statement"] or row["summary"])
        for row in (*records(then), *records(now))
    }
    found: dict[str, list[str]] = {}
    for row in records(changes):
        if row["change"] in ("added", "gone") and "part of" in (row["before"] + row["after"]):
            continue  # the same mentions under another claim
        found.setdefault(_news(row), []).append(str(row["claim_id"]))
    parts = []
    for name, (one, many) in NEWS.items():
        claims = sorted(
            dict.fromkeys(found.get(name, ())), key=lambda claim: (-weights.get(claim, 0.0), claim)
        )
        if claims:
            named, left = [f"“{words[claim]}”" for claim in claims[:NAMED]], len(claims) - NAMED
            told = listed([*named, *([counted(left, "other")] if left > 0 else [])])
            parts.append(f"{counted(len(claims), one, many)} ({told})")
    return f"Since the last edition: {'; '.join(parts)}." if parts else UNCHANGED


def _news(row: dict[str, Any]) -> str:
    """What kind of news a change is."""
    if row["change"] in ("upgraded", "contradicted"):
        return row["after"] if row["after"] in ("confirmed", "denied") else "other standing"
    return str(row["change"])
