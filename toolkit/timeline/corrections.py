"""The analyst's corrections: a table beside the corpus that is applied anew on every run.

`corrections.csv` has the columns mention_id, claim_id, field, value, reason, by, on; each row names a
mention, or a linked claim and thereby all its mentions, one field and its right value. A row that no longer
matches is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.timeline.storage import parse, place, read_table, write_table
from toolkit.timeline.table import COLUMNS, TableError, check, column

FILE = "corrections.csv"
NEEDED = ("field", "value", "reason", "by", "on")
IDS = ("mention_id", "claim_id")
# What a mention is, where it stands and what it says literally are not matters of judgement.
FIXED = ("mention_id", "article_id", "sentence", "start", "end", "quote")


class CorrectionError(ValueError):
    """A correction that cannot be applied: one line with file, row, and what to do."""


def apply(events: pd.DataFrame, path: str | Path, only: str | None = None) -> pd.DataFrame:
    """The event table with the corrections in `path` made; `corrected` names the corrected fields of each
    row.

    `only` is mention_id or claim_id to apply just the corrections by that id: those of mentions come before
    linking, those of claims after it, as they need linked events. Raises CorrectionError for an id or a field
    that does not match, or a value that does not fit its column, and then nothing is applied.
    """
    path = Path(path)
    rows, places = _read(path)
    values = {name: events[name].tolist() for name in events.columns}
    before = values.get("corrected", [""] * len(events))
    corrected: list[list[str]] = [fields.split("; ") if fields else [] for fields in before]
    for where, row in zip(places, rows, strict=True):
        if only and row.get(only, "") == "" and any(row.get(name) for name in IDS):
            continue
        field = row["field"]
        if field not in COLUMNS or field in FIXED:
            free = ", ".join(name for name in COLUMNS if name not in FIXED)
            raise CorrectionError(f"{where}: field {field!r} cannot be corrected; choose one of {free}")
        try:
            value = parse(row["value"], COLUMNS[field])
        except ValueError:
            raise CorrectionError(
                f"{where}: {row['value']!r} does not fit {field}, a column of {COLUMNS[field]}"
            ) from None
        for position in _matching(values, row, where):
            values[field][position] = value
            corrected[position] += [field] * (field not in corrected[position])
    frame = events.assign(
        **{name: column(values[name], dtype) for name, dtype in COLUMNS.items()},
        corrected=pd.array(["; ".join(names) for names in corrected], dtype="str"),
    )
    try:
        return check(frame)
    except TableError as error:
        raise CorrectionError(f"{path}: corrected, the table is no longer whole: {error}") from None


def correct(
    path: str | Path,
    identity: str,
    field: str,
    value: str,
    *,
    reason: str,
    by: str,
    on: str,
    claim: bool = False,
) -> None:
    """Add a correction of mention `identity` (of a claim where `claim` is set) to `path`, made where it is
    missing.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     correct(Path(folder, FILE), "a:0-9", "place", "Dnipro", reason="map", by="MK", on="2025-09-01")
    ...     _read(Path(folder, FILE))[0][0]["value"]
    'Dnipro'
    """
    ids = {"mention_id": "" if claim else identity, "claim_id": identity if claim else ""}
    rows = _read(Path(path))[0] if Path(path).exists() else []
    rows.append(ids | {"field": field, "value": value, "reason": reason, "by": by, "on": on})
    write_table(pd.DataFrame(rows, columns=[*IDS, *NEEDED], dtype="str"), path)


def _read(path: Path) -> tuple[list[dict[str, str]], list[str]]:
    """The corrections in `path`, and where each stands."""
    try:
        frame = read_table(path, {})
    except TableError as error:
        raise CorrectionError(str(error)) from None
    missing = [name for name in NEEDED if name not in frame.columns]
    if missing or not set(IDS) & set(frame.columns):
        raise CorrectionError(
            f"{path}: column {(missing or IDS)[0]} is missing; needed are {', '.join(IDS + NEEDED)}"
        )
    rows = [{str(name): str(value) for name, value in row.items()} for row in frame.to_dict("records")]
    return rows, [place(path, frame, number) for number in range(len(rows))]


def _matching(values: dict[Any, list[Any]], row: dict[str, str], where: str) -> Iterable[int]:
    given = [(name, row[name]) for name in IDS if row.get(name)]
    if len(given) != 1:
        raise CorrectionError(f"{where}: name either a mention_id or a claim_id")
    name, identity = given[0]
    if name not in values:
        raise CorrectionError(f"{where}: the events are not linked, so no claim_id can match")
    found = [position for position, value in enumerate(values[name]) if value == identity]
    if not found:
        raise CorrectionError(
            f"{where}: no row has the {name} {identity!r} any more; renew or remove the correction"
        )
    return found
