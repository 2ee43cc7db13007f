"""A part of an event table: by days, kinds and theme."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

CLOCKS = (("event_start", "event_end"), ("said_start", "said_end"), ("published", "published"))
"""The clocks of a mention in the order in which they date it: the first that is known does."""


def select(
    events: pd.DataFrame,
    since: date | None = None,
    until: date | None = None,
    kinds: Sequence[str] = (),
    theme: str = "",
) -> pd.DataFrame:
    """The rows of `kinds` and `theme` that touch the days from `since` to `until` (both included); empty
    means any.

    A row is dated by the happening, else the saying, else the printing, and an interval that is open on one side by the
    day that it has. A row without any day is left out as soon as days are asked for.

    >>> from toolkit.timeline.table import to_frame
    >>> select(to_frame([]), since=date(2025, 6, 1)).empty
    True
    """
    if kinds:
        events = events[events["kind"].isin(list(kinds))]
    if theme:
        events = events[events["theme"] == theme]
    if since is None and until is None:
        return events.reset_index(drop=True)
    start, end = span(events)
    keep = start.notna()
    if since is not None:
        keep &= end >= pd.Timestamp(since)
    if until is not None:
        keep &= start <= pd.Timestamp(until)
    return events[keep].reset_index(drop=True)


def span(events: pd.DataFrame) -> tuple[pd.Series[Any], pd.Series[Any]]:
    """First and last day (`datetime64[us]`, NaT where unknown) of each row by the first clock that is known."""
    names, rest = CLOCKS[0], CLOCKS[1:]
    start, end = events[names[0]], events[names[1]]
    for first, last in rest:
        unknown = start.isna() & end.isna()
        start, end = start.mask(unknown, events[first]), end.mask(unknown, events[last])
    return start.fillna(end), end.fillna(start)
