"""The files of a dataset: what is where, how it is written, and which of them count.

    run.json                        what the dataset is made of, and the files that are of it
    articles/BATCH.parquet          the articles of a batch, with their texts
    mentions/BATCH.parquet          what they say: rows of the event table, not linked
    times/BATCH.parquet             their times without days
    events/month=2025-06/*.parquet  the linked rows of what was published in a month
    tables/*/                       the tables that the corpus brings, and what could not be used (quarantine.csv)

Only what `run.json` names is of the dataset, and it is written last: whoever reads it finds the state before a run or
the one after it. What a run that was stopped has left is used or swept by the next.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from toolkit.model import Quarantined
from toolkit.timeline.files import replacing, sha256, write_text
from toolkit.timeline.manifest import MANIFEST, outputs
from toolkit.timeline.storage import csv_lines

VERSION = 1
ARTICLES, MENTIONS, TIMES, EVENTS, TABLES = FOLDERS = ("articles", "mentions", "times", "events", "tables")
QUARANTINE = "quarantine.csv"
UNDATED = "undated"
"""In the place of a month: what has no day of publication, after all months."""


def month_of(published: Any) -> str:
    """The name of the month of a day of publication.

    >>> month_of(date(2025, 6, 8)), month_of(None)
    ('2025-06', 'undated')
    """
    return UNDATED if pd.isna(published) else f"{published:%Y-%m}"


def in_order(months: Iterable[str]) -> list[str]:
    """Months in their order, what has no day last.

    >>> in_order({"undated": [], "2025-06": [], "2024-12": []})
    ['2024-12', '2025-06', 'undated']
    """
    return sorted(months, key=lambda month: (month == UNDATED, month))


def first_day(month: str) -> date:
    """The first day of a month; the last of all for what has none.

    >>> first_day("2025-06")
    datetime.date(2025, 6, 1)
    """
    return date.max if month == UNDATED else date.fromisoformat(f"{month}-01")


def months_of(folder: Path, batch: str) -> set[str]:
    """The months in which the articles of a batch were published."""
    days = pq.read_table(folder / ARTICLES / f"{batch}.parquet", columns=["published"])["published"]
    return {month_of(day) for day in days.unique().to_pylist()}


def write(frame: pd.DataFrame, path: Path) -> None:
    """Write a table with the column `published`, a group of rows for each month: a month is read without the others."""
    path.parent.mkdir(parents=True, exist_ok=True)
    table = pa.Table.from_pandas(frame, preserve_index=False)
    months = frame["published"].map(month_of)
    with replacing(path) as temporary, pq.ParquetWriter(temporary, table.schema) as file:
        for month in sorted(set(months)):
            file.write_table(table.filter(pa.array(months == month)))


def read(
    paths: Sequence[Path], where: ds.Expression | None = None, columns: Sequence[str] | None = None
) -> pd.DataFrame:
    """The rows of files of one kind for which `where` holds; a list of no file makes no table."""
    table = ds.dataset([str(path) for path in paths], format="parquet").to_table(
        filter=where, columns=list(columns) if columns else None
    )
    frame: pd.DataFrame = table.to_pandas()
    return frame


def published_in(month: str) -> ds.Expression:
    """The condition that a row was published in a month."""
    if month == UNDATED:
        return ds.field("published").is_null()
    first = first_day(month)
    return published_between(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def published_between(first: date | None, last: date | None) -> ds.Expression:
    """The condition that a row was published from one day to another, both included; None is no bound."""
    published = ds.field("published")
    found = published.is_valid()
    if first:
        found &= published >= _moment(first)
    if last:
        found &= published <= _moment(last)
    return found


def among(column: str, values: Iterable[str]) -> ds.Expression:
    """The condition that a column of text holds one of some values."""
    return ds.field(column).isin(pa.array(sorted(values), pa.large_string()))


def keep_month(folder: Path, month: str, events: pd.DataFrame) -> Path:
    """Write the linked rows of a month under a name that tells their content."""
    home = folder / EVENTS / f"month={month}"
    made = home / ".new.parquet"
    write(events, made)
    return made.replace(home / f"{sha256(made)[:16]}.parquet")


def keep_tables(folder: Path, own: Iterable[Path], quarantine: Iterable[Quarantined]) -> list[Path]:
    """Write the tables that a corpus brings, and what could not be used, into a folder named by their content."""
    texts = {path.name: path.read_bytes() for path in own}
    rows = [(each.file, each.place, each.reason) for each in quarantine]
    frame = pd.DataFrame(rows, columns=["file", "place", "reason"], dtype="str")
    texts[QUARANTINE] = "".join(csv_lines(frame)).encode()
    home = folder / TABLES / hashlib.sha256(repr(sorted(texts.items())).encode()).hexdigest()[:16]
    for name, text in texts.items():
        with replacing(home / name) as temporary:
            temporary.write_bytes(text)
    return [home / name for name in texts]


def files(folder: Path, kind: str) -> list[Path]:
    """The files of one kind that the manifest of a dataset names, in the order of their names."""
    return [folder / name for name in sorted(outputs(folder)) if name.startswith(f"{kind}/")]


def settle(folder: Path, named: Iterable[Path], told: dict[str, Any]) -> None:
    """Make a dataset of the files named, with what is told of it, and sweep what is of it no more."""
    hashes = {path.relative_to(folder).as_posix(): sha256(path) for path in named}
    text = json.dumps(
        {"dataset": VERSION, **told, "outputs": hashes}, ensure_ascii=False, indent=2, sort_keys=True
    )
    write_text(folder / MANIFEST, text + "\n")
    for path in [each for kind in FOLDERS for each in (folder / kind).rglob("*")]:
        if path.is_file() and path.relative_to(folder).as_posix() not in hashes:
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()


def _moment(day: date) -> pa.Scalar:
    return pa.scalar(pd.Timestamp(day).to_pydatetime(), pa.timestamp("us"))
