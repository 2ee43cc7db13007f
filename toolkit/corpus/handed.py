"""Articles that are handed over by a program: a DataFrame, a list of dictionaries, or a list of paths."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import CorpusError, Unreadable
from toolkit.corpus.folder import find
from toolkit.corpus.inside import label
from toolkit.corpus.readers import kinds
from toolkit.corpus.readers.source import Item, Source, of_path
from toolkit.corpus.tables import NESTED, articles
from toolkit.handwritten import Row
from toolkit.model import Quarantined

NAME = "table"
"""What messages call a table that is no file."""


def is_table(given: Any) -> bool:
    """Whether what is given has columns and rows, as a DataFrame has.

    >>> is_table([{"text": "Talks."}]), is_table("folder")
    (False, False)
    """
    return hasattr(given, "columns") and hasattr(given, "to_dict")


def items(given: Any, columns: Mapping[str, str], follow: bool) -> Iterator[Item]:
    """The articles of a DataFrame, of dictionaries or of paths; `columns` maps fields to columns.

    Raises CorpusError for what is none of these, a path that is not there, and a table without texts.
    """
    if is_table(given):
        records: Sequence[Any] = given.to_dict("records")
        names = [str(name) for name in given.columns]
        return _table(records, names, columns)
    if isinstance(given, Mapping):
        given = [given]
    several = list(given) if isinstance(given, Iterable) else None
    if several and all(isinstance(each, Mapping) for each in several):
        keys = dict.fromkeys(str(name) for each in several for name in each)
        return _table(several, list(keys), columns)
    if several and all(isinstance(each, str | os.PathLike) for each in several):
        return _paths([Path(each) for each in several], columns, follow)
    what = type(given).__name__ if several is None else f"{type(given).__name__} of {_kinds(several)}"
    raise CorpusError(
        f"articles are a path, a DataFrame, a dictionary, or a list of dictionaries or of paths; this is {what}"
    )


def _kinds(several: Sequence[Any]) -> str:
    return " and ".join(dict.fromkeys(type(each).__name__ for each in several)) or "nothing"


def _table(records: Sequence[Any], names: list[str], columns: Mapping[str, str]) -> Iterator[Item]:
    rows = (
        Row({str(name): _words(value) for name, value in record.items()}, f"row {number}")
        for number, record in enumerate(records, 1)
    )
    source = Source(NAME, NAME, BytesIO, 0, columns=columns)
    try:
        yield from articles(rows, names, source)
    except Unreadable as error:
        raise CorpusError(f"{NAME}: {error}") from error


def _words(value: Any) -> str:
    if value is None or value != value:  # NaN and NaT are not themselves
        return ""
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value.replace(microsecond=0)).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return NESTED if isinstance(value, list | dict | tuple) else clean(str(value))


def _paths(paths: Sequence[Path], columns: Mapping[str, str], follow: bool) -> Iterator[Item]:
    whole = Path(os.path.commonpath([path.absolute().parent for path in paths]))
    for path in paths:
        file = label(path.absolute(), whole)
        if not path.exists():
            yield Quarantined(file, "", "no such folder or file: check the path")
        elif path.is_dir():
            for item in find(path, None, follow, columns):
                prefixed = f"{file}/{item.file}"
                yield (
                    replace(item, file=prefixed)
                    if not isinstance(item, tuple)
                    else item._replace(file=prefixed)
                )
        else:
            try:
                yield from kinds.read(replace(of_path(path, file), columns=columns))
            except Unreadable as error:
                yield Quarantined(file, "", str(error))
