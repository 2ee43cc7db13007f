"""CSV and its like: commas, semicolons, tabs or upright lines between values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from toolkit.corpus.decoding import clean, decode_table
from toolkit.corpus.draft import Draft, Unreadable
from toolkit.corpus.fields import settle
from toolkit.corpus.readers.source import UNPACKED, Read, Source
from toolkit.corpus.tables import articles, no_column
from toolkit.handwritten import DELIMITERS, NoTable, Row, table_of
from toolkit.model import Quarantined


class Sheet(NamedTuple):
    """The columns of a table and its rows, their cells clean, and a note on an encoding that was guessed."""

    columns: list[str]
    rows: Iterator[Row | Quarantined]
    note: str


def is_table(head: bytes) -> bool:
    """Whether a file begins with the names of columns: known ones of a text and of something else, and nothing else.

    >>> is_table(b"date|outlet|text\\n2025-06-13|Courier|They met."), is_table(b"Text, date and place are known.\\n")
    (True, False)
    """
    line = head.decode("utf-8-sig", "replace").partition("\n")[0].strip()
    for sign in DELIMITERS:
        names = [name.strip().strip('"') for name in line.split(sign)]
        columns = settle(names)
        if (
            len(names) > 1
            and "text" in columns.serving
            and not columns.teaser
            and not columns.unused
            and all(names)
        ):
            return True
    return False


def read(source: Source) -> Read:
    """The articles of a table of text."""
    columns, rows, note = sheet(source)
    if not any(columns):
        raise Unreadable(no_column("text", columns))
    for item in articles(rows, columns, source):
        yield replace(item, fields=noted(item.fields, note)) if note and isinstance(item, Draft) else item


def noted(fields: dict[str, str], note: str) -> dict[str, str]:
    """The fields of an article with a note behind those that it has.

    >>> noted({"notes": "by hand"}, "not UTF-8")
    {'notes': 'by hand; not UTF-8'}
    """
    told = "; ".join(filter(None, (fields.get("notes"), note)))
    return fields | {"notes": told} if told else fields


def sheet(source: Source) -> Sheet:
    """The rows as `handwritten.table_of` reads them, after a line for a guessed encoding.

    Raises Unreadable where the file is no table.
    """
    text, note = decode_table(source.read(UNPACKED))
    try:
        columns, rows = table_of(text, source.file)
    except NoTable as error:
        raise Unreadable(str(error)) from error
    return Sheet(columns, _clean(rows, note, source.file), note)


def _clean(rows: Iterator[Row | Quarantined], note: str, file: str) -> Iterator[Row | Quarantined]:
    if note:
        yield Quarantined(file, "", f"{note} (its rows are kept)")
    for row in rows:
        if isinstance(row, Quarantined):
            yield row
            continue
        yield Row({name: clean(value) for name, value in row.values.items()}, row.place)
