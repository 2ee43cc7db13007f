"""Values out of a TOML table, checked, with errors that name the file and the key."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

_SIGNS = re.compile(r"[()\[\]{}|*+?\\^$]")  # of regular expressions
LARGEST = 5_000_000  # bytes; the longest theme that is shipped has some 100,000


def read_toml(path: Path) -> tuple[dict[str, Any], bytes]:
    """The table in a TOML file, and its bytes.

    Raises ValueError with one line for what is no file, too large, nested too deep or no TOML; OSError as `open` does.
    """
    if path.exists() and not path.is_file():
        raise ValueError(f"{path}: is no file that can be read; name a .toml file")
    if path.stat().st_size > LARGEST:
        raise ValueError(f"{path}: has more than {LARGEST:,} bytes; no theme is as long")
    data = path.read_bytes()
    try:
        return tomllib.loads(data.decode("utf-8")), data
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: not TOML: {error}") from None
    except RecursionError:
        raise ValueError(f"{path}: not TOML that can be read: it is nested too deep") from None


class Reader:
    """One table of a TOML file; `place` says where in the file it stands."""

    def __init__(self, path: Path, table: dict[str, Any], place: str = "") -> None:
        self.path, self.table, self.place = path, table, place

    def wrong(self, key: str, problem: str) -> ValueError:
        """The error to raise for a key of this table."""
        return ValueError(f"{self.path}: {'.'.join(filter(None, (self.place, key)))}: {problem}")

    def text(self, key: str, default: str | None = None) -> str:
        """A string; one that must be there unless a default is given."""
        value = self.table.get(key, default)
        if value is None:
            raise self.wrong(key, "is missing")
        if not isinstance(value, str):
            raise self.wrong(key, f"must be text, not {type(value).__name__}")
        return value

    def flag(self, key: str) -> bool:
        """True or false, false where it is missing."""
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "must be true or false")
        return value

    def number(self, key: str, default: int) -> int:
        """A whole number that is not negative."""
        value = self.table.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.wrong(key, "must be a whole number, 0 or more")
        return value

    def texts(self, key: str) -> list[str]:
        """A list of strings, empty where it is missing."""
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, "must be a list of text")
        return value

    def tables(self, key: str) -> list[Reader]:
        """The entries of an array of tables, at least one."""
        value = self.table.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            raise self.wrong(key, f"must be one or more [[{key}]] tables")
        return [Reader(self.path, item, f"{key}[{item.get('name', i)}]") for i, item in enumerate(value)]

    def word_lists(self, key: str) -> dict[str, list[str]]:
        """A table of lists of words."""
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, "must be a table of lists of words")
        inner = Reader(self.path, value, key)
        lists = {name: inner.texts(name) for name in value}
        for name, listed in lists.items():
            for word in listed:
                inner._check(name, word)
        return lists

    def only(self, *keys: str) -> None:
        """ValueError where the table has any other key: a misspelt one would be passed over in silence."""
        if unknown := sorted(set(self.table) - set(keys)):
            raise self.wrong(unknown[0], f"is no key of this table; there are {', '.join(sorted(keys))}")

    def _check(self, key: str, word: str) -> None:
        """ValueError where a word is none, or written as a pattern, which is never looked for."""
        if not any(map(str.isalnum, word)):
            raise self.wrong(key, f"{word!r} is no word")
        if signs := _SIGNS.search(word):
            raise self.wrong(
                key, f"{word!r} has {signs[0]!r} in it: words are written out, there are no patterns"
            )
