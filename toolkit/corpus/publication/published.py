"""The publication date of an article: a ladder of evidence, settled without guessing.

The ladder: what somebody wrote down (manifest, front matter, the table's column), then what a saved page says
of itself, then the day in its address, then the dateline of its text, then a whole date in its title, then a
line among the text that says when it was published, then a day in the name of its file, and at last a day that a
saved page names without saying of what. A rung that names no day
is passed over, and so is the day of an update.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from toolkit.corpus.publication.day import parse_published
from toolkit.corpus.publication.evidence import Evidence

__all__ = ["BASES", "parse_published", "settle"]

BASES = ("given", "metadata", "url", "dateline", "title", "text", "file", "guess")
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
