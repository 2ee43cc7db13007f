"""What a short text of plain prose tells."""

from __future__ import annotations

from datetime import date

from toolkit.claims.extract import extract
from toolkit.model import Article, Claim

FRIDAY = date(2025, 6, 13)


def rows(text: str, published: date = FRIDAY) -> list[Claim]:
    """The rows of a text in its order, that of the headline left out."""
    return [row for row in extract(Article("a", text, "The Daily", published=published)) if not row.headline]


def last(text: str, kind: str, published: date = FRIDAY) -> Claim:
    """The last row of a kind."""
    return [row for row in rows(text, published) if row.kind == kind][-1]
