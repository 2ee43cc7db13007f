"""The event table: its columns and dtypes, the check that a frame is one, and the frame made from claims.

Dates are naive civil days (`datetime64[us]`), text is never missing (nothing is the empty string), offsets of
a claimant that is not named are `<NA>`, coordinates that are not known NaN. Naming,
linking and corrections add columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

import numpy as np
import pandas as pd

from toolkit.model import UNTYPED, Claim

_DTYPES = {
    "str": "str",
    "date | None": "datetime64[us]",
    "int": "int64",
    "int | None": "Int64",
    "float": "float64",
    "float | None": "float64",
    "bool": "bool",
}

COLUMNS: dict[str, str] = {field.name: _DTYPES[str(field.type)] for field in fields(Claim)}
"""Column -> dtype of the event table, in order."""

LATER: dict[str, str | int] = {"statement": "", "statement_past": "", "page": 0, "inferred": ""}
"""Columns that tables of earlier versions do not have, with what they are then read as: nothing."""

SENSITIVITY = dict.fromkeys(
    (
        "if_published_day_earlier",
        "if_published_day_later",
        "if_week_from_sunday",
        "if_looking_ahead",
        "fragile",
    ),
    "str",
)
"""Columns that `toolkit.fragility` adds, with their dtypes: the days under other readings, and which of them jump."""

DISTANCES = dict.fromkeys(
    ("said_after_least", "said_after_most", "print_after_least", "print_after_most"), "Int64"
)
"""Columns that `toolkit.timeline.distance` adds: days from the event to the saying and from the saying to print."""

ORDER = {"order_start": "datetime64[us]", "order_end": "datetime64[us]", "order_why": "str"}
"""Columns that `toolkit.timeline.order` adds, with their dtypes: days by order, beside those of the event."""

NAMED = dict.fromkeys(("source", "actor_name", "target_name"), "str")
"""Columns that `toolkit.names` adds, with their dtypes: one name for one source and one party over the table."""

ADDED: dict[str, str] = {
    "copy_of": "str",
    **NAMED,
    "claim_id": "str",
    "happening": "str",
    "independent": "bool",
    "link_why": "str",
    "corrected": "str",
    **DISTANCES,
    **ORDER,
    **SENSITIVITY,
}
"""Columns that naming, linking, corrections, distances, order and sensitivity add, with their dtypes; an event table
may have them or not."""

STANDINGS = ("unconfirmed", "claimed", "reported", "confirmed", "denied")
INTERVALS = (("event_start", "event_end"), ("said_start", "said_end"))


class TableError(ValueError):
    """A frame or a file that is no event table: one line with the column, the row and what is wrong."""


def to_frame(claims: Iterable[Claim]) -> pd.DataFrame:
    """The event table of `claims`, one row each in their order, with the columns and dtypes of `COLUMNS`.

    >>> to_frame([]).dtypes["published"]
    dtype('<M8[us]')
    """
    rows = list(claims)
    return pd.DataFrame(
        {name: column([getattr(row, name) for row in rows], dtype) for name, dtype in COLUMNS.items()},
        index=pd.RangeIndex(len(rows)),
    )


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as dicts by column: in a tenth of the time that pandas takes for columns of text.

    >>> records(pd.DataFrame({"place": ["Dnipro"], "mentions": [2]}))
    [{'place': 'Dnipro', 'mentions': 2}]
    """
    names = [str(name) for name in frame.columns]
    cells = zip(*(_cells(frame[name]) for name in frame.columns), strict=True)
    return [dict(zip(names, row, strict=True)) for row in cells]


def _cells(values: pd.Series) -> list[Any]:
    """The cells of a column; of days each is made once, as they are few and slow to make."""
    if values.dtype.kind != "M":
        return list(values.tolist())
    numbers, days = pd.factorize(values)
    made = [*days, pd.NaT]  # what is missing has the number -1
    return [made[number] for number in numbers.tolist()]


def typed(events: pd.DataFrame) -> pd.DataFrame:
    """The rows whose kind the lexicon knows, and those that one of them denies or confirms; what else fits no entry is
    counted and shown apart.

    >>> len(typed(to_frame([])))
    0
    """
    known = events["kind"] != UNTYPED
    if "claim_id" in events.columns:
        known |= events["claim_id"].isin(events["claim_id"][known])
    return events[known]


def column(values: list[Any], dtype: str) -> Any:
    """`values` (dates, text, numbers or None) as an array of exactly `dtype`."""
    if dtype.startswith("datetime64"):
        return np.array([None if pd.isna(value) else value for value in values], dtype=dtype)
    return pd.array(values, dtype=dtype)  # type: ignore[call-overload]


def source_of(row: Mapping[str, Any]) -> str:
    """Who tells a row: by the name of the source over the corpus, else in the words of the text, else the outlet."""
    return str(row.get("source") or row["claimant"] or row["outlet"] or row["article_id"])


def printed(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """The order in which rows were printed, undated ones last, and of one day those of copies."""
    undated = bool(pd.isna(row["published"]))
    day = pd.Timestamp(0) if undated else row["published"]
    copied = row.get("copy_of", "") not in ("", row["article_id"])
    return undated, day, copied, row["article_id"], row["start"], row["mention_id"]


def speaking(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """The order in which rows speak for what they tell: sources of their own first, then as printed."""
    return (not row["independent"], *printed(row))


def check(frame: pd.DataFrame) -> pd.DataFrame:
    """Give `frame` back if it is an event table; else raise TableError naming the column and the row.

    Checked: every column of `COLUMNS` with its dtype (more columns may follow), mention ids that are there
    and differ, quotes as long as their spans, earliest not after latest, known standings, coordinates on the
    globe.

    >>> check(to_frame([])).empty
    True
    """
    if missing := [name for name in COLUMNS if name not in frame.columns]:
        raise TableError(f"column {missing[0]}: missing; an event table has the columns {', '.join(COLUMNS)}")
    for name, dtype in (COLUMNS | ADDED).items():
        if name in frame.columns and str(frame[name].dtype) != dtype:
            raise TableError(f"column {name}: dtype {frame[name].dtype} instead of {dtype}")
    for name, wrong, reason in _faults(frame):
        if wrong.any():
            row = int(np.flatnonzero(wrong)[0])
            value = frame[name].iloc[row]
            raise TableError(
                f"column {name}, row {row} ({frame['mention_id'].iloc[row]}): {value!s:.60} {reason}"
            )
    return frame


def _faults(frame: pd.DataFrame) -> Iterable[tuple[str, np.ndarray[Any, Any], str]]:
    text = [name for name, dtype in (COLUMNS | ADDED).items() if dtype == "str" and name in frame.columns]
    for name in text:
        yield name, frame[name].isna().to_numpy(), "is missing; text is at least the empty string"
    yield "mention_id", (frame["mention_id"] == "").to_numpy(), "is empty; every mention has an id"
    yield "mention_id", frame["mention_id"].duplicated().to_numpy(), "stands twice; ids differ"
    lengths = frame["quote"].map(len).to_numpy(dtype="int64")
    yield (
        "quote",
        lengths != (frame["end"] - frame["start"]).to_numpy(),
        "is not as long as start and end say",
    )
    for first, last in INTERVALS:
        yield first, (frame[first] > frame[last]).to_numpy(), f"is after {last}"
    yield "standing", ~frame["standing"].isin(STANDINGS).to_numpy(), f"is none of {', '.join(STANDINGS)}"
    for name, limit in (("latitude", 90), ("longitude", 180)):
        yield name, (frame[name].abs() > limit).to_numpy(), "is not on the globe"
    yield "confidence", ~frame["confidence"].between(0, 1).to_numpy(), "is not between 0 and 1"


def check_linked(events: pd.DataFrame) -> None:
    """Raise TableError where the rows are not linked.

    >>> check_linked(pd.DataFrame({"claim_id": [], "independent": []}))
    """
    if missing := [name for name in ("claim_id", "independent") if name not in events.columns]:
        raise TableError(f"column {missing[0]}: missing; link the events first")
