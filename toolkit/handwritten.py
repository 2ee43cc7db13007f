"""CSV files that people write: each row with its place, and a line for each row that can't be used.

A manifest, a table of articles, and the tables that a corpus brings of its own (corrections, parties, places) are all
read here, so that one bad row never takes the others with it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from toolkit.model import Quarantined

MOST_COLUMNS = 1000
DELIMITERS = ",;\t|"
_SEPARATOR = re.compile(rf"sep=([{DELIMITERS}])", re.IGNORECASE)

csv.field_size_limit(100_000_000)  # the stock limit, 131,072 characters, is less than a long page


class NoTable(ValueError):
    """A file that is no table of rows; the message is the reason, without the file's name."""


class Row(NamedTuple):
    """The values of a row by column, and its place: the line (or, in Parquet, the row) where it starts."""

    values: dict[str, str]
    place: str


class Table(NamedTuple):
    """The columns of a table in lower case, and its rows in their order."""

    columns: list[str]
    rows: Iterator[Row | Quarantined]


def table_of(text: str, file: str) -> Table:
    """The table in a text with commas, semicolons, tabs or upright lines between its values; rows without any value are
    passed over. A first line such as `sep=;`, as Excel writes it, says which. Lines above the header that begin with a
    "#" and a blank are comments.

    A row with more values than there are columns, or with a NUL in it, is handed on as quarantined. A quotation mark
    that is never closed ends the reading there, in a quarantined line too. Raises NoTable for a header that can't be
    read, names a column twice or more than `MOST_COLUMNS`.

    >>> table = table_of("file;outlet\\na.txt;Wire\\nb;c;d\\n", "manifest.csv")
    >>> table.columns, [str(row) if isinstance(row, Quarantined) else row.values for row in table.rows][:1]
    (['file', 'outlet'], [{'file': 'a.txt', 'outlet': 'Wire'}])
    """
    comments = 0
    while text.startswith("# "):
        comments += 1
        _, _, text = text.partition("\n")
    header, _, _ = text.partition("\n")
    told = _SEPARATOR.fullmatch(header.strip(" "))
    reader = csv.reader(
        StringIO(text), delimiter=told[1] if told else max(DELIMITERS, key=header.count), strict=True
    )
    try:
        if told:
            next(reader)
        columns = [name.strip().lower() for name in next(reader, [])]
    except csv.Error as error:
        raise NoTable(f"can't be read as CSV ({error}): check the quotation marks of its header") from error
    if len(columns) > MOST_COLUMNS:
        raise NoTable(f"has {len(columns):,} columns, more than {MOST_COLUMNS:,}: keep those that are needed")
    if any("\0" in name for name in columns):
        raise NoTable("holds NUL bytes in its header: save it as CSV in UTF-8")
    if twice := next((name for name in columns if name and columns.count(name) > 1), None):
        raise NoTable(f"has the column {twice} twice: rename one of them")
    return Table(columns, _rows(reader, columns, file, comments))


def _rows(
    reader: Iterator[list[str]], columns: list[str], file: str, above: int
) -> Iterator[Row | Quarantined]:
    line = above + reader.line_num + 1  # type: ignore[attr-defined]
    try:
        for values in reader:
            place, line = f"line {line}", above + reader.line_num + 1  # type: ignore[attr-defined]
            if len(values) > len(columns):
                reason = (
                    f"has {len(values)} values for {len(columns)} columns: put quotation marks around commas"
                )
                yield Quarantined(file, place, reason)
            elif any("\0" in value for value in values):
                yield Quarantined(file, place, "holds a NUL byte and was not read: take it out")
            elif any(values):
                yield Row(dict(zip(columns, values, strict=False)), place)
    except csv.Error as error:
        reason = f"can't be read as CSV ({error}), nor can the rows below it: check its quotation marks"
        yield Quarantined(file, f"line {line}", reason)


def own_table(path: Path) -> Table:
    """The table in a UTF-8 file; a row with bytes that are none is handed on as quarantined.

    Raises NoTable as `table_of`, and OSError as `open` does.
    """
    text = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    columns, rows = table_of(text, path.name)
    return Table(columns, (_whole(row, path.name) for row in rows))


def _whole(row: Row | Quarantined, file: str) -> Row | Quarantined:
    if isinstance(row, Row) and any("\ufffd" in value for value in row.values.values()):
        return Quarantined(
            file, row.place, "holds bytes that are no UTF-8 and was not read: save it as UTF-8"
        )
    return row
