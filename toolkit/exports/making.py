"""What every format is asked for and what it gives back."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from toolkit.exports.edition import Edition
from toolkit.exports.entries import Left


@dataclass(frozen=True, slots=True)
class Order:
    """An edition, claims or mentions of it, and the name (without its ending) of the file that is made."""

    edition: Edition
    of: str
    stem: str


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of the file, what it leaves out, and the files that go beside it by their names."""

    content: bytes
    left: Left
    beside: dict[str, bytes] = field(default_factory=dict)


def whole(edition: Edition) -> Left:
    """The account of a format that holds every row of every table."""
    return Left("rows", sum(map(len, edition.tables.values())))


def as_json(value: Any, indent: int | None = 1) -> bytes:
    """JSON in ASCII: a lone surrogate of a broken text would be no UTF-8."""
    return (json.dumps(value, ensure_ascii=True, allow_nan=False, indent=indent) + "\n").encode("ascii")
