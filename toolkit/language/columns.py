"""Tokens out of columns of their values, several times as fast as one by one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import fields
from itertools import repeat
from typing import Any

from toolkit.language.tree import Token

_SETTERS = [getattr(Token, field.name).__set__ for field in fields(Token)]


def tokens_of(starts: Sequence[int], *columns: Iterable[Any]) -> list[Token]:
    """The tokens with these starts, ends, lemmas and so on, in the order of the fields of `Token`.

    A frozen dataclass sets each value by a call of Python's; here the slots are filled column by column.

    >>> tokens_of([0], [4], ["rain"], ["noun"], [""], [0], ["root"], [""]) == [
    ...     Token(0, 4, "rain", "noun", "", 0, "root", "")
    ... ]
    True
    """
    made: list[Token] = list(map(object.__new__, repeat(Token, len(starts))))
    for fill, column in zip(_SETTERS, (starts, *columns), strict=True):
        deque(map(fill, made, column), maxlen=0)
    return made
