"""Where a retelling drops "claimed": what one outlet has somebody claim, another tells as a fact."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from toolkit.timeline.counterparts import is_spoken
from toolkit.timeline.distance import with_distances
from toolkit.timeline.independence import MEDIA
from toolkit.timeline.mention import CERTAIN
from toolkit.timeline.table import check, check_linked, column, printed, records, typed
from toolkit.timeline.weights import MUTUAL, SPEECH

HARDENED: dict[str, str] = {
    "claim_id": "str",
    "theme": "str",
    "kind": "str",
    "place": "str",
    "mention_id": "str",
    "claimant": "str",
    "outlet": "str",
    "published": "datetime64[us]",
    "quote": "str",
    "fact_mention_id": "str",
    "fact_outlet": "str",
    "fact_published": "datetime64[us]",
    "fact_quote": "str",
    "days": "Int64",
}
"""Column -> dtype of the table of claims that another outlet tells as facts, in order."""

Row = dict[str, Any]


def hardened(events: pd.DataFrame) -> pd.DataFrame:
    """Where a retelling drops "claimed": a claim that another outlet prints as a fact of its own, columns as in
    `HARDENED`.

    The first mention is the latest printed before it that has somebody claim the thing; the second, with `fact_`
    before its columns, tells it in the outlet's own voice, in an article that names nobody for it, and before
    anybody has confirmed it. `days` lie between their printings, <NA> where one has no date. Acts of speech, and
    what is only to come, are left out. Raises TableError where the rows are not linked.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> hardened(link(to_frame([]))).empty
    True
    """
    check_linked(events)
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of(typed(check(events))):
        claims[row["claim_id"]].append(row)
    entries = [entry for claim in sorted(claims) for entry in _dropped(claims[claim])]
    return framed(entries, HARDENED)


def _dropped(rows: list[Row]) -> Iterator[Row]:
    claimed = {denied: _Claimed(rows, denied) for denied in (False, True)}
    confirmed = _confirmations(rows)
    named = {row["article_id"] for row in rows if not _is_own_voice(row)}
    seen: set[str] = set()
    for row in sorted(filter(_is_fact, rows), key=printed):
        if row["article_id"] in named or row["article_id"] in seen or _is_confirmed(row, confirmed):
            continue
        if first := claimed[bool(row["negated"])].before(row):
            seen.add(row["article_id"])
            unknown: Any = pd.isna(row["published"]) or pd.isna(first["published"])
            yield {
                **{name: first[name] for name in HARDENED if name in first},
                **{f"fact_{name}": row[name] for name in ("mention_id", "outlet", "published", "quote")},
                "days": None if unknown else (row["published"] - first["published"]).days,
            }


class _Claimed:
    """The rows of a claim in which somebody claims it, or in which somebody denies it, as they were printed."""

    def __init__(self, rows: Sequence[Row], denied: bool) -> None:
        claims = (row for row in rows if _is_claimed(row) and bool(row["negated"]) == denied)
        self._rows = sorted(claims, key=printed)
        self._days = [printed(row)[:2] for row in self._rows]
        # For each the latest before it that another outlet has printed.
        self._others: list[int] = []
        for place, row in enumerate(self._rows):
            same = place and self._rows[place - 1]["outlet"] == row["outlet"]
            self._others.append(self._others[-1] if same else place - 1)

    def before(self, row: Row) -> Row | None:
        """The latest of another outlet that was printed by the day of a row; the last one where it has none."""
        end: int = (
            len(self._days) if pd.isna(row["published"]) else bisect_right(self._days, printed(row)[:2])
        )
        place = end - 1
        if place >= 0 and self._rows[place]["outlet"] == row["outlet"]:
            place = self._others[place]
        return self._rows[place] if place >= 0 else None


def _is_own_voice(row: Row) -> bool:
    return row["claimant"] in ("", row["outlet"]) and not row["via"]


def _is_claimed(row: Row) -> bool:
    return row["standing"] == "claimed" and not _is_own_voice(row) and row["claimant_side"] != MEDIA


def _is_fact(row: Row) -> bool:
    speech = row["kind"] in SPEECH or row["kind"] in MUTUAL
    told = row["standing"] == "reported" and _is_own_voice(row) and row["modality"] in CERTAIN
    return told and not speech and not is_spoken(row["quote"])


def _confirmations(rows: Sequence[Row]) -> list[Any]:
    """The first day on which somebody has confirmed a claim, or told of it without gaining by it; <NaT> where one of
    these has no day."""
    days = [
        row["published"]
        for row in rows
        if row["standing"] == "confirmed" or (row["standing"] == "reported" and not _is_own_voice(row))
    ]
    return [pd.NaT] if any(map(pd.isna, days)) else sorted(days)[:1]


def _is_confirmed(row: Row, confirmations: Sequence[Any]) -> bool:
    """Whether a claim is confirmed when a row is printed; it may be, where one of them has no day."""
    if pd.isna(row["published"]):
        return bool(confirmations)
    return any(pd.isna(day) or day <= row["published"] for day in confirmations)


def rows_of(events: pd.DataFrame) -> list[Row]:
    """The rows with their distances; an outlet without a name goes by its article."""
    return [{**row, "outlet": row["outlet"] or row["article_id"]} for row in records(with_distances(events))]


def framed(entries: list[Row], dtypes: dict[str, str]) -> pd.DataFrame:
    """The rows as a table with these columns and dtypes."""
    return pd.DataFrame(
        {name: column([entry[name] for entry in entries], dtype) for name, dtype in dtypes.items()},
        index=pd.RangeIndex(len(entries)),
    )
