"""A workbook (Office Open XML): a sheet for each table, its cells of their types, and one that says what it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

import pandas as pd

from toolkit.exports.edition import TABLES
from toolkit.exports.entries import Left, iso
from toolkit.exports.making import Made, Order, whole
from toolkit.timeline.archive import zipped
from toolkit.timeline.storage import disarm

ABOUT = "about"
CELL, ROWS = 32_767, 1_048_576  # characters and rows that a sheet holds
FIRST_YEAR = 1900  # before it a workbook cannot count days
WIDE, NARROW = 60, 12  # characters
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def xlsx(order: Order) -> Made:
    """Text is written as text, with an apostrophe before whatever would be a formula; days as days.

    Raises ValueError where a table has more rows than a sheet.
    """
    from openpyxl import Workbook

    left = whole(order.edition)
    for name, frame in order.edition.tables.items():
        if len(frame) >= ROWS:
            raise ValueError(
                f"xlsx: {len(frame):,} rows of {name} are more than a sheet holds; choose sqlite"
            )
        _note(left, name, frame)
    book = Workbook(write_only=True)
    about = [["table", "rows", "holds"]]
    about += [[name, len(frame), TABLES[name]] for name, frame in order.edition.tables.items()]  # type: ignore[list-item]
    about += [[], *([sentence] for sentence in left.sentences())]
    _sheet(book, ABOUT, about, [NARROW, NARROW, WIDE])
    for name, frame in order.edition.tables.items():
        widths = [WIDE if each in _LONG else max(NARROW, len(str(each)) + 2) for each in frame.columns]
        rows = frame.itertuples(index=False, name=None)
        _sheet(book, name, [list(map(str, frame.columns)), *rows], widths, len(frame))
    buffer = io.BytesIO()
    book.save(buffer)
    return Made(_timeless(buffer.getvalue()), left)


_LONG = (
    "quote",
    "summary",
    "statement",
    "title",
    "passage",
    "of_passage",
    "evidence",
    "missing",
    "why",
    "names",
)


def _note(left: Left, name: str, frame: pd.DataFrame) -> None:
    ancient = long = 0
    for column in frame:
        if frame[column].dtype.kind == "M":
            ancient += int((frame[column].dt.year < FIRST_YEAR).sum())
        elif frame[column].dtype.kind not in "iufb":
            long += int((frame[column].str.len() > CELL).sum())
    if ancient:
        left.notes.append(f"{ancient} days of {name} before {FIRST_YEAR} are written as text.")
    if long:
        left.notes.append(f"{long} cells of {name} are cut to the {CELL:,} characters that a cell holds.")


def _sheet(book: Any, name: str, rows: Iterable[Iterable[Any]], widths: list[int], number: int = 0) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    if number:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{number + 1}"
    for place, row in enumerate(rows):
        cells = [_cell(sheet, value) for value in row]
        for cell in cells if place == 0 else ():
            cell.font = Font(bold=True)
        sheet.append(cells)


def _cell(sheet: Any, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp) and value.year >= FIRST_YEAR:
        cell = WriteOnlyCell(sheet, value.to_pydatetime().date())
        cell.number_format = "yyyy-mm-dd"
        return cell
    if isinstance(value, pd.Timestamp | str):
        text = value if isinstance(value, str) else iso(value)
        text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text).encode("utf-8", "replace").decode()
        cell = WriteOnlyCell(sheet, disarm(text)[:CELL])
        cell.data_type = "s"
        return cell
    return value.item() if hasattr(value, "item") else value


def _timeless(book: bytes) -> bytes:
    """The workbook without the hour at which it was made."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    return zipped(files | {core: _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", files[core])})
