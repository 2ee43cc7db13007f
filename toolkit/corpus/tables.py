"""One table, many articles: CSV, JSON lines, Parquet with the columns id, text, published, outlet and more.

Every value is read as the text that stands in the file: an id stays "007", an outlet may be called "NA".
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from toolkit.corpus.decoding import clean, decode_table, refuse_binary
from toolkit.corpus.documents import LARGEST
from toolkit.corpus.draft import Draft, Given, Unreadable
from toolkit.handwritten import NoTable, Row, table_of
from toolkit.model import Quarantined

SUFFIXES = (".jsonl", ".csv", ".parquet")
REQUIRED = ("id", "text")
COLUMNS = (*REQUIRED, "published", "outlet", "title", "url", "language", "notes")
_BATCH = 1000


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
        fields = {name: values[name].strip() for name in COLUMNS[3:] if values.get(name, "").strip()}
        yield Draft(values["id"].strip(), values["text"], file, row.place, fields, given)


def read_csv(path: Path, file: str, required: tuple[str, ...]) -> Iterator[Row | Quarantined]:
    """The rows of a CSV file as `handwritten.table_of` reads them, their cells clean, after a line for a guessed
    encoding.

    Raises Unreadable where a required column is missing or the file is no table.
    """
    text, note = decode_table(path.read_bytes())
    try:
        columns, rows = table_of(text, file)
    except NoTable as error:
        raise Unreadable(str(error)) from error
    _require(columns, required)
    if note:
        yield Quarantined(file, "", f"{note} (its rows are kept)")
    for row in rows:
        if isinstance(row, Quarantined):
            yield row
            continue
        values = {name: clean(value) for name, value in row.values.items()}
        if note:
            values["notes"] = "; ".join(filter(None, (values.get("notes"), note)))
        yield Row(values, row.place)


def _csv_table(path: Path, file: str) -> Iterator[Row | Quarantined]:
    return read_csv(path, file, REQUIRED)


def _json_lines(path: Path, file: str) -> Iterator[Row | Quarantined]:
    with path.open("rb") as lines:
        beginning = lines.read(4096)
        refuse_binary(beginning, table=True)
        if beginning.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
            raise Unreadable("is a JSON array, not JSON lines: write one object a line")
        lines.seek(0)
        for number, raw in enumerate(_lines(lines), 1):
            if len(raw) > LARGEST:
                reason = f"has more than {LARGEST:,} bytes, more than any article: split it"
                yield Quarantined(file, f"line {number}", reason)
            elif raw.strip():
                yield _json_row(raw, file, f"line {number}")


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is too large only so much that this can be seen."""
    while line := file.readline(LARGEST + 1):
        yield line
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = file.readline(LARGEST + 1)


def _json_row(raw: bytes, file: str, place: str) -> Row | Quarantined:
    try:
        # Numbers stay the digits that were written.
        record = json.loads(raw.decode("utf-8-sig"), parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        return Quarantined(file, place, f"is no JSON ({_short(error)}): one object a line, in UTF-8")
    if not isinstance(record, dict):
        return Quarantined(
            file, place, "is no JSON object: write {…} with the keys id, text, published, outlet"
        )
    values = {name.strip().lower(): value for name, value in record.items()}
    if nested := next((name for name in COLUMNS if isinstance(values.get(name), list | dict)), None):
        return Quarantined(file, place, f"has no plain value in {nested}: write it as one string")
    return Row({name: _text(values.get(name)) for name in COLUMNS}, place)


def _parquet(path: Path, file: str) -> Iterator[Row | Quarantined]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(path)
        names = {name: name.strip().lower() for name in table.schema_arrow.names}
        _require(list(names.values()), REQUIRED)
        wanted = [name for name, lower in names.items() if lower in COLUMNS]
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


def _require(columns: list[str], required: tuple[str, ...]) -> None:
    if missing := [name for name in required if name not in columns]:
        have = ", ".join(filter(None, columns)) or "none"
        raise Unreadable(
            f"has no column {' and no column '.join(missing)} (it has: {have}): "
            "add it, or rename the one that holds it"
        )


def _text(value: Any) -> str:
    if value is None:
        return ""
    return clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
