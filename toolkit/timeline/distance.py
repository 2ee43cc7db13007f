"""How far from what happened: days from the event to the saying, and from the saying to print.

Words of the day weigh more than those of a year later (Berkeley Protocol on Digital Open Source Investigations, on
the contemporaneity of sources). Where a day is known only within an interval, so is the distance; it is never
sharper.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from toolkit.timeline.mention import CERTAIN
from toolkit.timeline.table import DISTANCES

CONTEMPORARY = 1  # days after the event within which words are of the time
Span = tuple[int | None, int | None]


def with_distances(events: pd.DataFrame) -> pd.DataFrame:
    """The event table with the columns of `table.DISTANCES` (Int64).

    `said_after_least` and `said_after_most` are the fewest and the most days from the event to the saying,
    `print_after_least` and `print_after_most` those from the saying to print; <NA> where nothing bounds them. What
    has happened is said no earlier than it happened and printed no earlier than it was said; what lies ahead has
    been said before, and its distance is below 0. Where the day of the saying is not known it lies between the event
    and print.

    >>> from toolkit.timeline.table import to_frame
    >>> list(with_distances(to_frame([])).columns[-4:])
    ['said_after_least', 'said_after_most', 'print_after_least', 'print_after_most']
    """
    days = {
        name: [None if pd.isna(day) else day.toordinal() for day in events[name].dt.date]
        for name in ("event_start", "event_end", "said_start", "said_end", "published")
    }
    rows = zip(*days.values(), events["modality"], strict=True)
    found = [
        _distances((start, end), (first, last), printed, modality in CERTAIN)
        for start, end, first, last, printed, modality in rows
    ]
    return events.assign(
        **{
            name: pd.array([row[place] for row in found], dtype="Int64")
            for place, name in enumerate(DISTANCES)
        }
    )


def _distances(event: Span, said: Span, printed: int | None, past: bool) -> tuple[int | None, ...]:
    # Who is printed has spoken by then; who tells of what has happened, after it.
    first, last = said
    if past and first is None:
        first = event[0]
    if last is None and (printed is None or first is None or first <= printed):
        last = printed
    after = _between(event, (first, last), past)
    return (*after, *_between((first, last), (printed, printed), True))


def _between(one: Span, other: Span, ordered: bool) -> Span:
    """The fewest and the most days from one interval to another; in order, nothing is below 0 that need not be."""
    least = None if other[0] is None or one[1] is None else other[0] - one[1]
    most = None if other[1] is None or one[0] is None else other[1] - one[0]
    if not ordered or (most is not None and most < 0):
        return least, most
    if most is None:  # that nothing is said before it happens needs no number
        return (least if least is not None and least > 0 else None), None
    return max(0, least or 0), most


def contemporary(row: Any) -> bool | None:
    """Whether the words of a row are of the day of the event or the next; None where that is not known.

    >>> contemporary({"said_after_least": 0, "said_after_most": 1})
    True
    """
    least, most = row["said_after_least"], row["said_after_most"]
    if not pd.isna(most) and most <= CONTEMPORARY:
        return True if most >= 0 else None
    return False if not pd.isna(least) and least > CONTEMPORARY else None
