"""Patterns that are compiled when they are first used: a text needs few of the hundreds there are, and compiling all of
them takes longer than reading a page of news."""

from __future__ import annotations

import re
from typing import Any, cast

USED = ("match", "search", "fullmatch", "findall", "finditer", "split", "sub")


class _Lazy:
    """Stands for a pattern until it is used, and then lends its methods."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.told = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self.told)
        for method in USED:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as of `re.compile`, compiled at its first use.

    >>> lazily("ma[ry]").search("in march")
    <re.Match object; span=(3, 6), match='mar'>
    """
    return cast(re.Pattern[str], _Lazy(pattern, flags))
