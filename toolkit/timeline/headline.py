"""The title of a record: its main claim and what became of it."""

from __future__ import annotations

import pandas as pd

from toolkit.timeline.alone import stands_alone
from toolkit.timeline.desk import typeset
from toolkit.timeline.gaps import LIVES
from toolkit.timeline.histories import ended, says
from toolkit.timeline.importance import importance
from toolkit.timeline.table import records


def headline(ledger: pd.DataFrame, positions: pd.DataFrame) -> str:
    """A title for a record, from its main claim and what became of it; empty where nothing is claimed in words.

    >>> from toolkit.timeline.conflicts.together import POSITIONS
    >>> from toolkit.timeline.ledger import LEDGER
    >>> headline(pd.DataFrame(columns=list(LEDGER)), pd.DataFrame(columns=list(POSITIONS)))
    ''
    """
    weights = importance(ledger, positions)
    told_so = [
        (stands_alone(entry), weight, entry["claim_id"], entry)
        for weight, entry in zip(weights, records(ledger), strict=True)
        if entry["statement"]
    ]
    if not told_so:
        return ""
    entry = max(told_so, key=lambda each: each[:3])[3]
    became = ended(entry["standings"], denied=entry["kind"] not in LIVES)
    # The days are those of who said so first: they stand behind his words alone.
    dated = bool(became) and says(entry["summary"], entry["statement"])
    return typeset(f"{entry['statement']}: {became}" if dated else str(entry["statement"]))
