"""What of an event table is to be seen: by side, outlet, kind, standing and place, by words, and as known on a day.

Everything is asked of the table itself, so that the view, a script and a test choose alike.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

import pandas as pd

from toolkit.timeline.known import as_known_on

FACETS = {
    "side": "claimant_side",
    "outlet": "outlet",
    "kind": "kind",
    "standing": "standing",
    "place": "place",
}
"""Filter -> the column that it asks."""
SEARCHED = ("statement", "quote", "claimant", "source", "actor", "target", "place", "title", "outlet", "kind")


@dataclass(frozen=True)
class Choice:
    """What is chosen; nothing chosen of a filter means all of it. An empty string among the values is "none named"."""

    side: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    text: str = ""
    claim: str = ""
    known_on: str = ""

    def but(self, changes: Mapping[str, Any]) -> Choice:
        """The same with other values; one value of a filter may stand alone.

        Raises ValueError for a filter that there isn't and a day that is none.

        >>> Choice(text="river").but({"side": "Ukraine"})
        Choice(side=('Ukraine',), outlet=(), kind=(), standing=(), place=(), text='river', claim='', known_on='')
        """
        names = [each.name for each in fields(self)]
        if unknown := [name for name in changes if name not in names]:
            raise ValueError(f"filter {unknown[0]!r} is not known; choose of {', '.join(names)}")
        values: dict[str, Any] = {
            name: _values(value) if name in FACETS else _line(value) for name, value in changes.items()
        }
        if (day := values.get("known_on")) and not _is_day(day):
            raise ValueError(f"known_on is {day!r}; give a day as YYYY-MM-DD, or nothing")
        return replace(self, **values)


@dataclass(frozen=True)
class Searched:
    """An event table with what is asked of each row made ready: `words` are its words without case and accents."""

    events: pd.DataFrame
    words: list[str] = field(repr=False)

    @classmethod
    def of(cls, events: pd.DataFrame) -> Searched:
        columns = [events[name].tolist() for name in SEARCHED if name in events.columns]
        return cls(events, [folded(" ".join(map(str, cells))) for cells in zip(*columns, strict=True)])

    def mask(self, choice: Choice, but: str = "") -> pd.Series[bool]:
        """Which rows are chosen; `but` leaves one filter out.

        >>> from toolkit.timeline.link import link
        >>> from toolkit.timeline.table import to_frame
        >>> Searched.of(link(to_frame([]))).mask(Choice(side=("Ukraine",))).sum()
        np.int64(0)
        """
        keep = pd.Series(True, index=self.events.index)
        for name, column in FACETS.items():
            if (wanted := getattr(choice, name)) and name != but:
                keep &= self.events[column].isin(list(wanted))
        if choice.claim:
            keep &= self.events["claim_id"] == choice.claim
        if choice.known_on:
            keep &= self.events["published"] <= pd.Timestamp(choice.known_on)
        for word in folded(choice.text).split():
            keep &= pd.Series([word in words for words in self.words], index=keep.index, dtype=bool)
        return keep

    def counts(self, choice: Choice) -> dict[str, list[tuple[str, int]]]:
        """For each filter its values and how many rows each would show beside the other filters, most rows first; a
        value that is chosen stays, with 0."""
        found = {}
        for name, column in FACETS.items():
            counted = Counter(self.events.loc[self.mask(choice, but=name), column].tolist())
            counted.update(dict.fromkeys(getattr(choice, name), 0))
            found[name] = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
        return found

    def chosen(self, choice: Choice) -> pd.DataFrame:
        """The rows that are chosen, in their order, with the days by order of what was known then."""
        rows = self.events[self.mask(choice)].reset_index(drop=True)
        return as_known_on(rows, choice.known_on) if choice.known_on else rows


def folded(text: str) -> str:
    """Text as it is searched: without case and accents.

    >>> folded("Kramatorśk, YÉSTERDAY")
    'kramatorsk, yesterday'
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _values(value: str | Iterable[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(dict.fromkeys(map(str, value or ())))


def _line(value: Any) -> str:
    return "" if value is None else value.isoformat()[:10] if isinstance(value, date) else str(value)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
