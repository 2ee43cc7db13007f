"""The publication date of an article: a ladder of evidence, settled without guessing, and its audit.

The ladder: what somebody wrote down (manifest, front matter, the table's column), then what a saved page says
of itself, then the day in its address, then the dateline of its text, then a whole date in its title, then a
line among the text that says when it was published. A rung that names no day is passed over, and so is the
day of an update.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from toolkit.corpus.day import parse_published
from toolkit.corpus.evidence import Evidence

if TYPE_CHECKING:
    from toolkit.corpus.reading import Corpus

__all__ = ["BASES", "audit", "parse_published", "settle"]

BASES = ("given", "metadata", "url", "dateline", "title", "text")
"""The rungs of the ladder, the strongest first."""


def settle(evidence: Iterable[Evidence]) -> tuple[date | None, str]:
    """The day of the strongest evidence that names one, and its basis; (None, "") where none does.

    >>> settle([Evidence("given", None, "unknown", "a.md"), Evidence("url", date(2025, 6, 13), "/a/", "url")])
    (datetime.date(2025, 6, 13), 'url')
    """
    dated = [piece for piece in evidence if piece.day and not piece.update and piece.basis in BASES]
    if not dated:
        return None, ""
    best = min(dated, key=lambda piece: BASES.index(piece.basis))
    return best.day, best.basis


def audit(corpus: Corpus) -> list[dict[str, str]]:
    """One row per article, in order: what its publication date rests on and what speaks against it.

    Columns, all text: article_id, published (ISO day or empty), basis (given, metadata, url, dateline or
    empty), evidence (every piece, the strongest first), disagreement (the pieces that name another day, or no
    day at all).
    """
    rows = []
    for article in corpus:
        evidence = corpus.evidence.get(article.id, ())
        rows.append(
            {
                "article_id": article.id,
                "published": article.published.isoformat() if article.published else "",
                "basis": article.published_basis,
                "evidence": "; ".join(map(str, evidence)),
                "disagreement": "; ".join(_disagreements(article.published, evidence)),
            }
        )
    return rows


def _disagreements(published: date | None, evidence: Sequence[Evidence]) -> list[str]:
    found = []
    for piece in evidence:
        if piece.problem:
            found.append(f"{piece.basis}: {piece.problem} ({piece.where})")
        elif published and piece.day and piece.day != published:
            days = (piece.day - published).days
            side = "after" if days > 0 else "before"
            count = "1 day" if abs(days) == 1 else f"{abs(days)} days"
            found.append(
                f"{piece.basis} names {piece.day.isoformat()}, {count} {side} {published.isoformat()}"
            )
    return found
