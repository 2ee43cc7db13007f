"""One table, many articles: CSV, JSON lines, Parquet with the columns id, text, published, outlet and more.

Every value is read as the text that stands in the file: an id stays "007", an outlet may be called "NA".
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from toolkit.corpus.decoding import clean, decode
from toolkit.corpus.draft import Draft, Given, Unreadable
from toolkit.model import Quarantined

SUFFIXES = (".jsonl", ".csv", ".parquet")
REQUIRED = ("id", "text")
OPTIONAL = ("published", "outlet", "title", "url", "language", "notes")
_BATCH = 1000

csv.field_size_limit(100_000_000)  # the stock limit, 131,072 characters, is less than a long page


class Row(NamedTuple):
    """The values of a row by column, and its place: the line (or, in Parquet, the row) where it starts."""

    values: dict[str, str]
    place: str


def read_table(path: Path, file: str) -> Iterator[Draft | Quarantined]:
    """The articles of a table in its order, and a line for each row that holds none.

    Raises Unreadable where the whole table can't be read: a column that is missing, a file that is no table.
    """
    for row in _READERS[path.suffix.lower()](path, file):
        if isinstance(row, Quarantined):
            yield row
            continue
        values = row.values
        if missing := next((name for name in REQUIRED if not values.get(name, "").strip()), None):
            yield Quarantined(file, row.place, f"has no {missing}: fill it in or remove the row")
            continue
        published = values.get("published", "").strip()
        given = (Given(published, file, f"{row.place}, published"),) if published else ()
        fields = {name: values[name].strip() for name in OPTIONAL[1:] if values.get(name, "").strip()}
        yield Draft(values["id"].strip(), values["text"].strip(), file, row.place, fields, given)


def read_csv(path: Path, file: str) -> Iterator[Row | Quarantined]:
    """The rows of a CSV file with commas, semicolons or tabs; column names are taken in lower case.

    A row with more values than there are columns is handed on as quarantined. A quotation mark that is never
    closed ends the reading there, in a quarantined line too.
    """
    text, _ = decode(path.read_bytes())
    header, _, _ = text.partition("\n")
    reader = csv.reader(StringIO(text), delimiter=max(",;\t", key=header.count), strict=True)
    columns = [name.strip().lower() for name in next(reader, [])]
    if twice := next((name for name in columns if name and columns.count(name) > 1), None):
        raise Unreadable(f"has the column {twice} twice: rename one of them")
    line = reader.line_num + 1
    try:
        for values in reader:
            place, line = f"line {line}", reader.line_num + 1
            if len(values) > len(columns):
                reason = (
                    f"has {len(values)} values for {len(columns)} columns: put quotation marks around commas"
                )
                yield Quarantined(file, place, reason)
            elif any(values):
                yield Row(dict(zip(columns, values, strict=False)), place)
    except csv.Error as error:
        reason = f"can't be read as CSV ({error}), nor can the rows below it: check its quotation marks"
        yield Quarantined(file, f"line {line}", reason)


def _csv_table(path: Path, file: str) -> Iterator[Row | Quarantined]:
    _require(columns(path))
    yield from read_csv(path, file)


def _json_lines(path: Path, file: str) -> Iterator[Row | Quarantined]:
    with path.open("rb") as lines:
        for number, raw in enumerate(lines, 1):
            place = f"line {number}"
            if not raw.strip():
                continue
            try:
                # Numbers stay the digits that were written.
                record = json.loads(
                    raw.decode("utf-8-sig"), parse_int=str, parse_float=str, parse_constant=str
                )
            except (ValueError, RecursionError) as error:
                yield Quarantined(file, place, f"is no JSON ({_short(error)}): one object a line, in UTF-8")
                continue
            if not isinstance(record, dict):
                yield Quarantined(
                    file, place, "is no JSON object: write {…} with the keys id, text, published, outlet"
                )
                continue
            yield Row({name.strip().lower(): _text(value) for name, value in record.items()}, place)


def _parquet(path: Path, file: str) -> Iterator[Row | Quarantined]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(path)
        names = {name: name.strip().lower() for name in table.schema_arrow.names}
        _require(list(names.values()))
        wanted = [name for name, lower in names.items() if lower in (*REQUIRED, *OPTIONAL)]
        number = 0
        for batch in table.iter_batches(_BATCH, columns=wanted):
            # Arrow's own words for days and times are ISO, whatever unit and zone the column has.
            texts = {
                names[name]: batch.column(name).cast(pa.string()).to_pylist() for name in batch.schema.names
            }
            for values in zip(*texts.values(), strict=True):
                number += 1
                yield Row(dict(zip(texts, map(_text, values), strict=True)), f"row {number}")
    except (pa.ArrowException, OSError) as error:
        raise Unreadable(f"can't be read as a Parquet table ({_short(error)}): write it again") from error


_READERS = {".csv": _csv_table, ".jsonl": _json_lines, ".parquet": _parquet}


def _require(columns: list[str]) -> None:
    if missing := [name for name in REQUIRED if name not in columns]:
        have = ", ".join(filter(None, columns)) or "none"
        raise Unreadable(
            f"has no column {' and no column '.join(missing)} (it has: {have}): "
            "name its columns id, text, published, outlet"
        )


def _text(value: Any) -> str:
    if value is None:
        return ""
    return clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
