"""JSON: one object a line, an array of objects, or an object that holds such an array, as interfaces answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from toolkit.corpus.decoding import clean, decode_table, refuse_binary
from toolkit.corpus.draft import Unreadable
from toolkit.corpus.readers.source import LARGEST, UNPACKED, Read, Source
from toolkit.corpus.tables import NESTED, articles
from toolkit.handwritten import MOST_COLUMNS, Row
from toolkit.model import Quarantined

LISTS = (
    "articles",
    "items",
    "results",
    "docs",
    "documents",
    "entries",
    "stories",
    "posts",
    "hits",
    "data",
    "response",
)
"""The keys under which an interface's answer holds its articles."""
_BLANKS = b"\xef\xbb\xbf \t\r\n"
_LEVELS = 3


def read(source: Source) -> Read:
    """The articles of a JSON file; a file of lines is read a line at a time, one array as a whole."""
    head = source.head()
    refuse_binary(head, table=True)
    rows = list(_lines(source) if _is_lines(head, source) else _whole(source))
    columns = list(dict.fromkeys(name for row in rows if isinstance(row, Row) for name in row.values))
    if len(columns) > MOST_COLUMNS:
        raise Unreadable(f"has {len(columns):,} keys, more than {MOST_COLUMNS:,}: keep those that are needed")
    yield from articles(rows, columns, source)


def _is_lines(head: bytes, source: Source) -> bool:
    start = head.lstrip(_BLANKS)
    if start.startswith(b"[{") or (start.startswith(b"[") and source.suffix == ".json"):
        return False
    if source.suffix != ".json":
        return not start.startswith(b"[") or not start[1:].lstrip().startswith((b"{", b"]"))
    first, end, _ = start.partition(b"\n")
    try:
        return bool(end) and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _lines(source: Source) -> Iterator[Row | Quarantined]:
    with source.open() as file:
        for number, raw in enumerate(_bounded(file), 1):
            place = f"line {number}"
            if len(raw) > LARGEST:
                reason = f"has more than {LARGEST:,} bytes, more than any article: split it"
                yield Quarantined(source.file, place, reason)
            elif raw.strip(_BLANKS):
                try:
                    record = _parsed(raw.decode("utf-8-sig"))
                except (ValueError, RecursionError) as error:
                    reason = f"is no JSON ({_short(error)}): one object a line, in UTF-8"
                    yield Quarantined(source.file, place, reason)
                else:
                    yield _row(record, source.file, place)


def _bounded(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is too large only so much that this can be seen."""
    while line := file.readline(LARGEST + 1):
        yield line
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = file.readline(LARGEST + 1)


def _whole(source: Source) -> Iterator[Row | Quarantined]:
    text, note = decode_table(source.read(UNPACKED))
    try:
        value = _parsed(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"is no JSON ({_short(error)}): it may be cut off; save it again") from error
    if note:
        yield Quarantined(source.file, "", f"{note} (its rows are kept)")
    records = _records(value, _LEVELS)
    for number, record in enumerate(records, 1):
        yield _row(record, source.file, f"item {number}")


def _records(value: Any, levels: int) -> list[Any]:
    """The articles in an answer: the array that it is or holds, or else the one object itself."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and levels:
        for key in LISTS:
            held = value.get(key)
            if isinstance(held, list) and any(isinstance(each, dict) for each in held):
                return held
            if isinstance(held, dict) and len(found := _records(held, levels - 1)) and found != [held]:
                return found
    return [value]


def _parsed(text: str) -> Any:
    # Numbers stay the digits that were written.
    return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)


def _row(record: Any, file: str, place: str) -> Row | Quarantined:
    if not isinstance(record, dict):
        return Quarantined(
            file, place, "is no JSON object: write {…} with the keys id, text, published, outlet"
        )
    return Row(dict(_flat(record, "", _LEVELS)), place)


def _flat(record: dict[str, Any], prefix: str, levels: int) -> Iterator[tuple[str, str]]:
    """The plain values of an object; those of one inside it with its name before theirs ("source.name")."""
    for name, value in record.items():
        key = f"{prefix}{clean(name).strip()}"
        if isinstance(value, dict) and levels > 1:
            yield from _flat(value, f"{key}.", levels - 1)
        elif isinstance(value, list | dict):
            yield key, NESTED
        elif value is not None:
            yield key, clean(value if isinstance(value, str) else json.dumps(value))


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
