"""What the record said on a day: the mentions that were in print by then, under the ids of the whole record."""

from __future__ import annotations

from datetime import date

import pandas as pd

from toolkit.timeline.order import by_order
from toolkit.timeline.table import ORDER, TableError


def as_known_on(events: pd.DataFrame, day: str | date) -> pd.DataFrame:
    """The mentions of a linked table that were printed by `day` (included); give them to `ledger` for the state of
    each claim on that day.

    Claim ids stay those of the whole record, so that two days can be compared. A mention whose day of printing is not
    known is left out. `independent` stays as it is: the first printing of each origin bears it, so of any earlier part
    of the record each origin has one, too. Days by order, where the table has them, are those of that part alone.
    Raises ValueError for a day that is none, TableError where the rows are not linked.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> as_known_on(link(to_frame([])), "2025-07-01").empty
    True
    """
    if "claim_id" not in events.columns:
        raise TableError("column claim_id: missing; link the events first")
    try:
        last = date.fromisoformat(day) if isinstance(day, str) else date(day.year, day.month, day.day)
    except (ValueError, AttributeError, TypeError):
        raise ValueError(f"as_known_on: the day is {day!r}; give it as YYYY-MM-DD") from None
    known = events[events["published"] <= pd.Timestamp(last)].reset_index(drop=True)
    return by_order(known) if set(ORDER) <= set(known.columns) else known
