"""The shipped large tables as one sorted text, in which a name or an id is looked up without reading the rest.

A line is a key, a tab, and what it leads to: of a name's form the ids that bear it, of `#` and an id the row. `make.py`
writes it out of the tables, and a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from toolkit.claims.places.gazetteer.rows import HERE, Raw

FILE = HERE / "index.txt"
_ID = "#"


class Index:
    """A sorted text of keys and values.

    >>> Index(text_of([Raw("x1", "Old Mill", "site", "", "", "", "", "", "", ("oldmil",))])).ids("oldmil")
    ['x1']
    """

    def __init__(self, text: bytes) -> None:
        self._text = text

    def ids(self, form: str) -> list[str]:
        """The ids of the places whose names have a form, in the order of the tables."""
        return self._find(form).split()

    def row(self, place_id: str) -> Raw | None:
        """The row of a place."""
        found = self._find(_ID + place_id)
        return _raw(place_id, found) if found else None

    def rows(self) -> Iterator[Raw]:
        """All rows, by their ids."""
        start = self._text.find(b"\n#") + 1
        for line in self._text[start:].split(b"\n"):
            key, _, rest = line.decode().partition("\t")
            if key.startswith(_ID):
                yield _raw(key[1:], rest)

    def _find(self, key: str) -> str:
        """The value of a key, empty where there is none: halving, a line at a time."""
        text, wanted = self._text, key.encode()
        low, high = 0, len(text)
        while low < high:
            start = text.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = text.find(b"\n", start)
            found = text[start : text.find(b"\t", start, end)]
            if found == wanted:
                return text[start + len(found) + 1 : end].decode().rstrip("\r")
            if found < wanted:
                low = end + 1
            else:
                high = start
        return ""


def _raw(place_id: str, row: str) -> Raw:
    *cells, origin = row.split("\t")
    return Raw._make((place_id, *cells, (), origin))


def text_of(rows: Iterable[Raw]) -> bytes:
    """The sorted text of some rows; of two of one id the first counts."""
    lines: dict[bytes, str] = {}
    bearers: dict[str, list[str]] = {}
    for row in rows:
        lines.setdefault(f"{_ID}{row.id}".encode(), "\t".join((*row[1:9], row.origin)))
        for form in row.forms:
            ids = bearers.setdefault(form, [])
            if row.id not in ids:
                ids.append(row.id)
    lines |= {form.encode(): " ".join(ids) for form, ids in bearers.items()}
    return b"".join(key + b"\t" + value.encode() + b"\n" for key, value in sorted(lines.items()))


@cache
def shipped_index() -> Index:
    """The index that is shipped."""
    return Index(Path(FILE).read_bytes())
