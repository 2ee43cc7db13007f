"""The analyst's corrections: a table beside the corpus that is applied anew on every run.

`corrections.csv` has the columns mention_id, claim_id, field, value, reason, by, on; each row names a
mention, or a linked claim and thereby all its mentions, one field and its right value. Of two rows for one field of
one mention the later counts. A row that no longer matches, or that cannot be used, is told with its line, and the
others apply.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.handwritten import NoTable, Row, own_table
from toolkit.model import Quarantined
from toolkit.timeline.storage import parse, rearm, write_table
from toolkit.timeline.table import COLUMNS, TableError, check, column

FILE = "corrections.csv"
NEEDED = ("field", "value", "reason", "by", "on")
IDS = ("mention_id", "claim_id")
# What a mention is, where it stands and what it says literally are not matters of judgement.
FIXED = ("mention_id", "article_id", "sentence", "start", "end", "quote", "told_start", "told_end")
EVENT = ("event_start", "event_end")
_EVENT = ("event_edtf", "event_grain", "event_timex", "event_why")
DERIVED: dict[str, tuple[str, ...]] = {
    "event_start": _EVENT,
    "event_end": _EVENT,
    "said_start": ("said_why",),
    "said_end": ("said_why",),
    "place": ("place_id", "latitude", "longitude", "place_precision"),
    "kind": ("plover", "acled"),
}
"""Field -> those that repeat or explain it: which would go on telling of the old value."""


class CorrectionError(ValueError):
    """A correction that cannot be applied: one line with file, row, and what to do."""


@dataclass(frozen=True)
class Corrected:
    """The event table with the corrections made, and a line for each that could not be."""

    events: pd.DataFrame
    problems: tuple[Quarantined, ...]


def apply(events: pd.DataFrame, path: str | Path, only: str | None = None) -> Corrected:
    """The event table with the corrections in `path` made; `corrected` names the corrected fields of each
    row.

    What repeats or explains a corrected field (`DERIVED`) goes with it: the notations of a day are made anew or
    emptied, the explanation names who corrected it, when and why; a place loses its coordinates and a kind its
    codes, if these are not corrected as well. `only` is mention_id or claim_id to apply just the corrections by
    that id: those of mentions come before linking, those of claims after it, as they need linked events. A correction
    whose id or field does not match, or whose value does not fit its column, is a problem and not applied; where the
    corrections of a mention contradict each other, none of them is.
    """
    path = Path(path)
    rows, problems = _read(path)
    values = {name: events[name].tolist() for name in events.columns}
    before = values.get("corrected", [""] * len(events))
    corrected: list[list[str]] = [fields.split("; ") if fields else [] for fields in before]
    places = {name: _places(values[name]) for name in IDS if name in values}
    made: dict[int, list[str]] = {}
    for row in rows:
        if only and row.values.get(only, "") == "" and any(row.values.get(name) for name in IDS):
            continue
        try:
            field, value = row.values["field"], _value(row.values)
            found = _matching(places, row.values)
        except CorrectionError as error:
            problems.append(Quarantined(path.name, row.place, str(error)))
            continue
        for position in found:
            made.setdefault(position, []).append(row.place)
            values[field][position] = value
            corrected[position] += [field] * (field not in corrected[position])
            _renew(values, position, row.values, corrected[position])
    try:
        return Corrected(check(_frame(events, values, corrected)), tuple(problems))
    except TableError:
        problems += _taken_back(events, values, corrected, made, path.name)
    return Corrected(check(_frame(events, values, corrected)), tuple(problems))


def _taken_back(
    events: pd.DataFrame,
    values: dict[Any, list[Any]],
    corrected: list[list[str]],
    made: dict[int, list[str]],
    file: str,
) -> list[Quarantined]:
    """Undo the corrections of the mentions that are not whole any more; a line for each."""
    problems = []
    for position, lines in made.items():
        row = events.iloc[[position]]
        try:
            check(_frame(row, {name: [cells[position]] for name, cells in values.items()}, [[]]))
        except TableError as error:
            for name in COLUMNS:
                values[name][position] = row[name].tolist()[0]
            corrected[position] = []
            reason = f"corrected, the row would no longer be whole ({error}): it stays as it was"
            problems += [Quarantined(file, line, reason) for line in dict.fromkeys(lines)]
    return problems


def _frame(events: pd.DataFrame, values: dict[Any, list[Any]], corrected: list[list[str]]) -> pd.DataFrame:
    return events.assign(
        **{name: column(values[name], dtype) for name, dtype in COLUMNS.items()},
        corrected=pd.array(["; ".join(names) for names in corrected], dtype="str"),
    )


def _places(ids: list[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for position, identity in enumerate(ids):
        places.setdefault(identity, []).append(position)
    return places


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
) -> dict[str, str]:
    """Add a correction of mention `identity` (of a claim where `claim` is set) to the table `path`, or to
    corrections.csv in the folder `path`, made where it is missing; the next run applies it.

    `value` is written as in a CSV file: "2025-06-08" for a day, "true", "" for nothing. Raises CorrectionError for a
    field that cannot be corrected or a value that does not fit it, and then nothing is written. Returns the row that
    was written, as `withdraw` takes it.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     row = correct(folder, "a:0-9", "place", "Dnipro", reason="map", by="MK", on="2025-09-01")
    ...     _read(Path(folder, FILE))[0][0].values["value"]
    'Dnipro'
    """
    path = Path(path, FILE) if Path(path).is_dir() else Path(path)
    ids = {"mention_id": "" if claim else identity, "claim_id": identity if claim else ""}
    row = ids | {"field": field, "value": value, "reason": reason, "by": by, "on": on}
    try:
        _value(row)
    except CorrectionError as error:
        raise CorrectionError(f"{path}: {error}") from None
    found, problems = _read(path) if path.exists() else ([], [])
    if problems:
        raise CorrectionError(f"{problems[0]}; mend it before another correction is added")
    rows = [*(each.values for each in found), row]
    write_table(pd.DataFrame(rows, columns=[*IDS, *NEEDED], dtype="str"), path)
    return row


def withdraw(path: str | Path, row: Mapping[str, str]) -> None:
    """Take the last row that is `row` (column -> value) out of the table `path`; the others stay as they are.

    Raises CorrectionError where no row is, and for a table of which a row can't be read: then nothing is written.
    """
    path = Path(path)
    found, problems = _read(path) if path.exists() else ([], [])
    if problems:
        raise CorrectionError(f"{problems[0]}; mend it before a correction is taken back")
    rows = [each.values for each in found]
    places = [
        at for at, values in enumerate(rows) if all(values[name] == row[name] for name in (*IDS, *NEEDED))
    ]
    if not places:
        raise CorrectionError(f"{path}: the correction of {row['field']} is not there any more")
    del rows[places[-1]]
    write_table(pd.DataFrame(rows, columns=[*IDS, *NEEDED], dtype="str"), path)


def told(path: Path | None, mention: str) -> list[str]:
    """The corrections of one mention in words, a line each; none where there is no table.

    >>> told(None, "a:0-9")
    []
    """
    rows = _read(path)[0] if path else []
    found = [row.values for row in rows if row.values.get("mention_id") == mention]
    return [f"{row['field']} is {row['value'] or 'empty'}, {_by(row)}" for row in found]


def _by(row: dict[str, str]) -> str:
    words = " ".join(part for part in ("corrected", row["by"] and f"by {row['by']}", row["on"]) if part)
    return f"{words}: {row['reason']}" if row["reason"] else words


def _value(row: dict[str, str]) -> Any:
    """The right value that a correction gives, as its column holds it."""
    field = row["field"]
    if field not in COLUMNS or field in FIXED:
        free = ", ".join(name for name in COLUMNS if name not in FIXED)
        raise CorrectionError(f"field {field!r} cannot be corrected; choose one of {free}")
    try:
        return parse(row["value"], COLUMNS[field])
    except (TypeError, ValueError):
        raise CorrectionError(
            f"{row['value']!r} does not fit {field}, a column of {COLUMNS[field]}"
        ) from None


def _renew(values: dict[Any, list[Any]], position: int, row: dict[str, str], corrected: list[str]) -> None:
    """Make what repeats or explains the corrected field tell of its new value, or nothing."""
    days = [None if pd.isna(values[name][position]) else values[name][position] for name in EVENT]
    for name in DERIVED.get(row["field"], ()):
        if name in corrected:
            continue
        if name.endswith("_why"):
            values[name][position] = _by(row)
        elif name == "event_edtf":
            values[name][position] = _edtf(*days)
        elif name == "event_grain":
            values[name][position] = "day" if days[0] is not None and days[0] == days[1] else ""
        else:
            values[name][position] = "" if COLUMNS[name] == "str" else float("nan")
    if "inferred" not in corrected:
        left = (part for part in values["inferred"][position].split("; ") if part != row["field"])
        values["inferred"][position] = "; ".join(left)


def _edtf(start: Any, end: Any) -> str:
    """An interval as EDTF writes it.

    >>> _edtf(None, pd.Timestamp("2025-06-08")), _edtf(*[pd.Timestamp("2025-06-08")] * 2)
    ('../2025-06-08', '2025-06-08')
    """
    days = [".." if day is None else day.isoformat()[:10] for day in (start, end)]
    return days[0].strip(".") if days[0] == days[1] else "/".join(days)


def _read(path: Path) -> tuple[list[Row], list[Quarantined]]:
    """The corrections in `path`, and a line for each row, or for the whole table, that can't be read."""
    try:
        columns, table = own_table(path)
        missing = [name for name in NEEDED if name not in columns]
        if missing or not set(IDS) & set(columns):
            raise NoTable(f"column {(missing or IDS)[0]} is missing; needed are {', '.join(IDS + NEEDED)}")
    except NoTable as error:
        return [], [Quarantined(path.name, "", str(error))]
    rows: list[Row] = []
    problems: list[Quarantined] = []
    for row in table:
        if isinstance(row, Quarantined):
            problems.append(row)
        else:
            values = dict.fromkeys((*IDS, *NEEDED), "") | {
                name: rearm(value) for name, value in row.values.items()
            }
            rows.append(Row(values, row.place))
    return rows, problems


def _matching(places: dict[str, dict[str, list[int]]], row: dict[str, str]) -> list[int]:
    given = [(name, row[name]) for name in IDS if row.get(name)]
    if len(given) != 1:
        raise CorrectionError("name either a mention_id or a claim_id")
    name, identity = given[0]
    if name not in places:
        raise CorrectionError("the events are not linked, so no claim_id can match")
    found = places[name].get(identity)
    if not found:
        raise CorrectionError(f"no row has the {name} {identity!r} any more; renew or remove the correction")
    return found
