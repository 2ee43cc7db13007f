"""A place of the table that names somebody."""

from __future__ import annotations

from dataclasses import dataclass

MEDIA = "Media"
"""The side of a claimant that is an outlet or an agency."""


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A name at a place of the table: the article, the words, the side of a claimant, and what the cell holds."""

    article: str
    text: str
    side: str = ""
    role: str = "claimant"
