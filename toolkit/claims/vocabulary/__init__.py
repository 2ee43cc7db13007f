"""The words that the claims room reads text with, one TOML file a topic."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of one vocabulary file, read once.

    >>> "mr" in words(load("sentences")["never"])
    True
    """
    with Path(__file__).with_name(f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def words(listing: str) -> frozenset[str]:
    """The words of a listing that are set apart by white space."""
    return frozenset(listing.split())


def phrases(listing: str) -> tuple[str, ...]:
    """The phrases of a listing, one a line."""
    return tuple(line.strip() for line in listing.splitlines() if line.strip())


def any_of(listed: Iterable[str], whole: bool = False) -> str:
    """A pattern for any of some words, the longest first, `whole` or as the beginning of others; one that never matches
    where there are none.

    It branches by the first letters, so that a search leaps from one such letter to the next.

    >>> any_of(["as", "after", "who"])
    '(?:a(?:fter|s)|w(?:ho))'
    """
    branches: dict[str, list[str]] = {}
    for word in sorted({*filter(None, listed)}, key=lambda word: (-len(word), word)):
        branches.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    patterns = (
        rf"{first}(?<!\w{first})(?:{'|'.join(rest)})(?!\w)" if whole else f"{first}(?:{'|'.join(rest)})"
        for first, rest in branches.items()
    )
    return f"(?:{'|'.join(patterns) or '(?!)'})"
