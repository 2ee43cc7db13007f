"""A part of an event table: by days, kinds, theme, place and party."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import eq
from typing import Any

import pandas as pd

CLOCKS = (("event_start", "event_end"), ("said_start", "said_end"), ("published", "published"))
"""The clocks of a mention in the order in which they date it: the first that is known does."""
PARTIES = ("actor_name", "target_name", "source", "claimant_side")
"""The columns in which a party is looked for: who does it, whom it is done to, who says so and for which side."""
LISTED = "; "
"""Between several names in one cell."""


@dataclass(frozen=True)
class Selection:
    """What is wanted of a linked event table: days, kinds and theme as in `select`, a place with what lies in it, and a
    party by one of the names in `PARTIES`; empty means any.

    >>> Selection(place="Dnipro") == Selection(), Selection().is_all
    (False, True)
    """

    since: date | None = None
    until: date | None = None
    kinds: tuple[str, ...] = ()
    theme: str = ""
    place: str = ""
    party: str = ""

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Selection()

    def of(self, events: pd.DataFrame, inside: Callable[[str, str], bool] = eq) -> pd.DataFrame:
        """The rows that are wanted; `inside` says whether the place of one name lies in that of another."""
        events = select(events, self.since, self.until, self.kinds, self.theme)
        if self.place:
            pairs = list(zip(events["place"], events["places"], strict=True))
            there = {pair: self._is_there(*pair, inside) for pair in set(pairs)}
            events = _kept(events, [there[pair] for pair in pairs])
        if self.party:
            wanted = self.party.casefold()
            cells = zip(*(events[name] for name in PARTIES), strict=True)
            events = _kept(events, [wanted in LISTED.join(row).casefold().split(LISTED) for row in cells])
        return events.reset_index(drop=True)

    def _is_there(self, place: str, places: str, inside: Callable[[str, str], bool]) -> bool:
        names = {name for name in (place, *places.split(LISTED)) if name}
        wanted = self.place.casefold()
        return any(name.casefold() == wanted or inside(name, self.place) for name in names)


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


def _kept(events: pd.DataFrame, which: list[bool]) -> pd.DataFrame:
    # An empty list alone would be taken for names of columns.
    return events[pd.Series(which, index=events.index, dtype="bool")]


def span(events: pd.DataFrame) -> tuple[pd.Series[Any], pd.Series[Any]]:
    """First and last day (`datetime64[us]`, NaT where unknown) of each row by the first clock that is known."""
    names, rest = CLOCKS[0], CLOCKS[1:]
    start, end = events[names[0]], events[names[1]]
    for first, last in rest:
        unknown = start.isna() & end.isna()
        start, end = start.mask(unknown, events[first]), end.mask(unknown, events[last])
    return start.fillna(end), end.fillna(start)
