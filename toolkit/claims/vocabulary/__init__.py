"""The words that the claims room reads text with, one TOML file a topic."""

from __future__ import annotations

import tomllib
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
