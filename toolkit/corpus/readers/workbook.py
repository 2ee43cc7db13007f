"""Excel workbooks: every sheet that has a column of texts."""

from __future__ import annotations

import warnings
from datetime import date, datetime, time
from typing import Any
from zipfile import BadZipFile

from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import Unreadable
from toolkit.corpus.fields import settle
from toolkit.corpus.readers.office import refuse_large
from toolkit.corpus.readers.source import Read, Source
from toolkit.corpus.tables import articles, no_column
from toolkit.handwritten import MOST_COLUMNS, Row


def read(source: Source) -> Read:
    """The articles of a workbook; a formula is the value that was last computed."""
    from openpyxl import load_workbook

    refuse_large(source)
    with warnings.catch_warnings(), source.open() as file:
        warnings.simplefilter("ignore")  # of styles, which nobody reads
        try:
            book = load_workbook(file, read_only=True, data_only=True)
            sheets = {sheet.title: _table(sheet) for sheet in book.worksheets}
        except Exception as error:  # openpyxl raises whatever its XML and its zip file raise
            known = isinstance(error, BadZipFile | KeyError | ValueError | OSError | EOFError)
            reason = " ".join(str(error).split())[:80] if known else type(error).__name__
            raise Unreadable(f"can't be read as a workbook ({reason}): save it again as .xlsx") from error
    found = {
        name: table for name, table in sheets.items() if "text" in settle(table[0], source.columns).serving
    }
    if not found:
        raise Unreadable(no_column("text", next((header for header, _ in sheets.values() if header), [])))
    for name, (header, rows) in found.items():
        sheet = f"{clean(name)}, " if len(found) > 1 else ""
        yield from articles([row._replace(place=f"{sheet}{row.place}") for row in rows], header, source)


def _table(sheet: Any) -> tuple[list[str], list[Row]]:
    """The first row that is not empty, as the header, and the rows below it."""
    header: list[str] = []
    rows = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        values = [_words(value) for value in cells]
        if not any(values):
            continue
        if header:
            rows.append(Row(dict(zip(header, values, strict=False)), f"row {number}"))
        elif len(values) > MOST_COLUMNS:
            raise ValueError(f"has {len(values):,} columns, more than {MOST_COLUMNS:,}")
        else:
            header = values
    return header, rows


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value.replace(microsecond=0)).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value)).strip()
