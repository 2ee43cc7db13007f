"""Where a retelling drops "claimed": what one outlet has somebody claim, another tells as a fact."""

from __future__ import annotations

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
    claimed = sorted(filter(_is_claimed, rows), key=printed)
    named = {row["article_id"] for row in rows if not _is_own_voice(row)}
    seen: set[str] = set()
    for row in sorted(filter(_is_fact, rows), key=printed):
        if row["article_id"] in named or row["article_id"] in seen or _confirmed_by(row, rows):
            continue
        before = [
            each
            for each in claimed
            if each["outlet"] != row["outlet"]
            and each["negated"] == row["negated"]
            and (pd.isna(row["published"]) or printed(each)[:2] <= printed(row)[:2])
        ]
        if before:
            seen.add(row["article_id"])
            first = before[-1]
            unknown: Any = pd.isna(row["published"]) or pd.isna(first["published"])
            yield {
                **{name: first[name] for name in HARDENED if name in first},
                **{f"fact_{name}": row[name] for name in ("mention_id", "outlet", "published", "quote")},
                "days": None if unknown else (row["published"] - first["published"]).days,
            }


def _is_own_voice(row: Row) -> bool:
    return row["claimant"] in ("", row["outlet"]) and not row["via"]


def _is_claimed(row: Row) -> bool:
    return row["standing"] == "claimed" and not _is_own_voice(row) and row["claimant_side"] != MEDIA


def _is_fact(row: Row) -> bool:
    speech = row["kind"] in SPEECH or row["kind"] in MUTUAL
    told = row["standing"] == "reported" and _is_own_voice(row) and row["modality"] in CERTAIN
    return told and not speech and not is_spoken(row["quote"])


def _confirmed_by(row: Row, rows: Sequence[Row]) -> bool:
    """Whether somebody has confirmed the claim, or told of it without gaining by it, when a row is printed."""
    return any(
        each["standing"] == "confirmed" or (each["standing"] == "reported" and not _is_own_voice(each))
        for each in rows
        if pd.isna(row["published"]) or pd.isna(each["published"]) or each["published"] <= row["published"]
    )


def rows_of(events: pd.DataFrame) -> list[Row]:
    """The rows with their distances; an outlet without a name goes by its article."""
    return [{**row, "outlet": row["outlet"] or row["article_id"]} for row in records(with_distances(events))]


def framed(entries: list[Row], dtypes: dict[str, str]) -> pd.DataFrame:
    """The rows as a table with these columns and dtypes."""
    return pd.DataFrame(
        {name: column([entry[name] for entry in entries], dtype) for name, dtype in dtypes.items()},
        index=pd.RangeIndex(len(entries)),
    )
