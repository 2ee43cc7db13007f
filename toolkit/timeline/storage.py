"""Event tables and their companions on disk, CSV and Parquet: what is written is read back equal.

In CSV every cell is text. Two rules keep it harmless and exact. A cell that a spreadsheet would run as a
formula (it starts with ``=``, ``+``, ``-``, ``@``, in any width, a tab or a line end) is written with an apostrophe
before it, and so is a cell of one or more apostrophes before such a sign; reading takes exactly one
apostrophe off again. And nothing is guessed on reading: "007" and "NA" stay text, the column's dtype decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from toolkit.timeline.files import replacing
from toolkit.timeline.table import ADDED, COLUMNS, LATER, TableError, check, column

_SIGN = r"[=+\-@\t\r\n＝＋－＠]"
_ARMED = re.compile(rf"'*{_SIGN}")
_DISARMED = re.compile(rf"'+{_SIGN}")
_QUOTED = re.compile(r'[",\r\n]')
_BOOLS = {"true": True, "false": False}


def _day(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo:
        raise ValueError(text)
    return moment


def _truth(text: str) -> bool:
    if text.lower() not in _BOOLS:
        raise ValueError(text)
    return _BOOLS[text.lower()]


_PARSERS: dict[str, Callable[[str], Any]] = {
    "str": str,
    "datetime64[us]": _day,
    "int64": int,
    "Int64": int,
    "float64": float,
    "bool": _truth,
}


def disarm(text: str) -> str:
    """`text` as a CSV cell that no spreadsheet runs; `rearm` gives it back.

    >>> disarm("=1+1"), disarm("'=1"), disarm("it's")
    ("'=1+1", "''=1", "it's")
    """
    return f"'{text}" if _ARMED.match(text) else text


def rearm(text: str) -> str:
    """The text that `disarm` was given.

    >>> rearm(disarm("-5")), rearm("'tis")
    ('-5', "'tis")
    """
    return text[1:] if _DISARMED.match(text) else text


def read_events(path: str | Path) -> pd.DataFrame:
    """The event table in `path` (.csv or .parquet) with the dtypes of `COLUMNS`; further columns stay as
    text.

    Raises TableError naming file, column and row for a cell that does not fit; OSError where the file is
    missing.
    """
    try:
        frame = _raw(Path(path))
        frame = frame.assign(**{name: none for name, none in LATER.items() if name not in frame.columns})
        if missing := [name for name in COLUMNS if name not in frame.columns]:
            raise TableError(
                f"{path}: no event table, the column {missing[0]} is missing; timeline build writes one"
            )
        return check(_typed(Path(path), frame, COLUMNS | ADDED))
    except TableError as error:
        message = str(error)
        raise TableError(message if message.startswith(str(path)) else f"{path}, {message}") from None


def write_table(frame: pd.DataFrame, path: str | Path) -> None:
    """Write any frame of text, days, numbers and booleans to `path` by its suffix, whole or not at all."""
    write = _by_suffix(path, {".csv": _write_csv, ".parquet": _write_parquet})
    with replacing(path) as temporary:
        write(frame, temporary)


def read_table(path: str | Path, dtypes: dict[str, str]) -> pd.DataFrame:
    """The table in `path` by its suffix, its columns cast to `dtypes`, those not named there read as text."""
    return _typed(Path(path), _raw(Path(path)), dtypes)


def _raw(path: Path) -> pd.DataFrame:
    frame: pd.DataFrame = _by_suffix(path, {".csv": _read_csv, ".parquet": _read_parquet})(path)
    return frame


def _typed(path: Path, frame: pd.DataFrame, dtypes: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame({name: _cast(path, frame, name, dtypes.get(str(name))) for name in frame.columns})


def place(path: str | Path, frame: pd.DataFrame, row: int) -> str:
    """Where row `row` of the table read from `path` stands: the line of a CSV file, as an editor counts.

    >>> place("a.csv", pd.DataFrame({"quote": ["two\\nlines", "x"]}), 1)
    'a.csv, line 4'
    """
    if Path(path).suffix.lower() != ".csv":
        return f"{path}, row {row + 1}"
    breaks = sum(str(cell).count("\n") for cell in frame.iloc[:row].to_numpy().ravel())
    return f"{path}, line {row + 2 + breaks}"


def _by_suffix(path: str | Path, choices: dict[str, Callable[..., Any]]) -> Callable[..., Any]:
    suffix = Path(path).suffix.lower()
    if suffix not in choices:
        raise TableError(f"{path}: the name must end in {' or '.join(choices)}")
    return choices[suffix]


def _write_parquet(frame: pd.DataFrame, path: Path) -> None:
    frame.to_parquet(path, engine="pyarrow", index=False)


def _read_parquet(path: Path) -> pd.DataFrame:
    try:
        return pd.read_parquet(path, engine="pyarrow")
    except (ValueError, KeyError) as error:
        raise TableError(
            f"{path}: no Parquet table that can be read ({str(error).splitlines()[0]})"
        ) from None


def _write_csv(frame: pd.DataFrame, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(csv_lines(frame))


def csv_lines(frame: pd.DataFrame) -> Iterator[str]:
    """A frame as the lines of a CSV file, the names of the columns first.

    >>> list(csv_lines(pd.DataFrame({"said": ["=1+1", "yes, no"]})))
    ['said\\n', "'=1+1\\n", '"yes, no"\\n']
    """
    cells = [_texts(frame[name]) for name in frame.columns]
    yield ",".join(map(_cell, map(str, frame.columns))) + "\n"
    yield from (",".join(row) + "\n" for row in zip(*cells, strict=True))


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _texts(series: pd.Series[Any]) -> list[str]:
    """The cells of a column as CSV has them; of texts each is made once, as many are alike."""
    kind = series.dtype.kind
    if kind == "M":
        days = np.datetime_as_string(series.to_numpy(), unit="D")
        return ["" if day == "NaT" else str(day) for day in days]
    if kind == "b":
        return ["true" if value else "false" for value in series]
    if kind in "iuf":
        return ["" if pd.isna(value) else str(value) for value in series.tolist()]
    values = series.tolist()
    made = {value: "" if pd.isna(value) else _cell(disarm(str(value))) for value in set(values)}
    return [made[value] for value in values]


def _read_csv(path: Path) -> pd.DataFrame:
    try:
        frame = pd.read_csv(path, dtype=str, keep_default_na=False, na_filter=False, encoding="utf-8")
    except UnicodeDecodeError:
        raise TableError(f"{path}: not UTF-8; save the table as CSV in UTF-8") from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise TableError(f"{path}: no CSV table ({str(error).strip().splitlines()[-1]})") from None
    return frame.map(rearm)


def _cast(path: Path, frame: pd.DataFrame, name: Any, dtype: str | None) -> Any:
    series: pd.Series[Any] = frame[name]
    if dtype is None or str(series.dtype) == dtype:
        return series.astype("str") if series.dtype == object else series
    if isinstance(series.dtype, pd.DatetimeTZDtype):
        raise TableError(f"{path}, column {series.name}: has a time zone; days are naive, drop the zone")
    if series.dtype.kind == "M" and dtype.startswith("datetime64"):
        return series.astype(dtype)  # type: ignore[call-overload]
    if str(series.dtype) == "str" and dtype != "str":
        return column(
            [_value(path, frame, name, row, text, dtype) for row, text in enumerate(series.tolist())], dtype
        )
    try:
        return series.astype(dtype)  # type: ignore[call-overload]
    except (TypeError, ValueError) as error:
        raise TableError(f"{path}, column {series.name}: {error}") from None


def _value(path: Path, frame: pd.DataFrame, name: Any, row: int, text: str, dtype: str) -> Any:
    try:
        return parse(text, dtype)
    except ValueError:
        wanted = {"d": "day; write YYYY-MM-DD", "b": "true or false"}.get(dtype[0], "number")
        raise TableError(f"{place(path, frame, row)}, column {name}: {text!r:.60} is no {wanted}") from None


def parse(text: str, dtype: str) -> Any:
    """The value that a cell's `text` stands for in a column of `dtype`; ValueError where it stands for none.

    >>> parse("2025-06-08", "datetime64[us]"), parse("", "Int64"), parse("true", "bool")
    (datetime.datetime(2025, 6, 8, 0, 0), None, True)
    """
    if text == "" and dtype in ("datetime64[us]", "Int64", "float64"):
        return float("nan") if dtype == "float64" else None
    return _PARSERS[dtype](text)
