"""Values out of a TOML table, checked, with errors that name the file and the key."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

_WORD = re.compile(r"\{(\w+)\}")


class Phrases:
    """A pattern that is compiled when it is first looked for: of a theme's many a story needs few.

    >>> Phrases("tro+ps").search("the troops")[0]
    'troops'
    """

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As of a compiled pattern."""
        return re.compile(self.source).search


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
                inner._check(name, word, word)
        return lists

    def only(self, *keys: str) -> None:
        """ValueError where the table has any other key: a misspelt one would be passed over in silence."""
        if unknown := sorted(set(self.table) - set(keys)):
            raise self.wrong(unknown[0], f"is no key of this table; there are {', '.join(sorted(keys))}")

    def sources(self, key: str, words: dict[str, str]) -> list[str]:
        """The patterns of a list, with {name} replaced by the words of that name."""

        def expand(found: re.Match[str]) -> str:
            if found[1].isdigit():
                return found[0]
            if found[1] not in words:
                raise self.wrong(
                    key, f"{{{found[1]}}} is no list of words; there are {', '.join(sorted(words))}"
                )
            return words[found[1]]

        patterns = []
        for pattern in self.texts(key):
            # Words were checked where they are listed; any word stands for them here.
            self._check(
                key, pattern, _WORD.sub(lambda found: found[0] if found[1].isdigit() else "word", pattern)
            )
            patterns.append(_WORD.sub(expand, pattern))
        return patterns

    def _check(self, key: str, pattern: str, source: str) -> None:
        """ValueError where a pattern, written out as `source`, is none that can be looked for."""
        try:
            compiled = re.compile(source)
        except re.error as error:
            raise self.wrong(key, f"{pattern!r} is no regular expression: {error}") from None
        if compiled.match(""):
            raise self.wrong(key, f"{pattern!r} also matches nothing at all")
        if compiled.groups:
            raise self.wrong(key, f"{pattern!r} has a group that captures; write (?:...) for (...)")

    def patterns(self, key: str, words: dict[str, str]) -> Phrases | None:
        """The patterns of a list as one; None where there are none. Case matters for names of sides only."""
        source = "|".join(self.sources(key, words))
        return Phrases(rf"(?i:(?<!\w)(?:{source}))") if source else None
