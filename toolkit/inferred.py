"""Inferred days of publication kept on disk beside what is read of the articles.

An article's day hangs on all the articles of its corpus, so the inferences are kept under a digest of them all, and a
corpus in which nothing changed is not compared again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import astuple, replace
from datetime import date
from typing import Any

from toolkit.claims import kept
from toolkit.corpus.publication.inference import Inference, Reason
from toolkit.corpus.publication.undated import NARROW, inferences, with_inferred
from toolkit.corpus.reading import Corpus
from toolkit.model import NamedEvent

INFERRED = ".inferred"


def with_kept_inferred(corpus: Corpus, limit: int = NARROW, events: Sequence[NamedEvent] = ()) -> Corpus:
    """As `with_inferred`, of the inferences that were kept; else they are made, and kept.

    >>> from pathlib import Path
    >>> len(with_kept_inferred(Corpus("empty", Path("."), ())).inferred)
    0
    """
    return with_inferred(corpus, limit, events, _kept)


def _kept(corpus: Corpus, events: Sequence[NamedEvent]) -> dict[str, Inference]:
    name = _key(corpus, events)
    rows = kept.load_rows(name, INFERRED)
    if rows is not None:
        return {found.article_id: found for found in map(_inference, rows)}
    made = inferences(corpus, events)
    kept.keep_rows(name, INFERRED, [_row(found) for found in made.values()])
    return made


def _key(corpus: Corpus, events: Sequence[NamedEvent]) -> str:
    told = hashlib.sha256(kept.code("corpus", "dates").encode())
    for each in (
        tuple(events),
        *((replace(article, offsets=None), corpus.evidence.get(article.id, ())) for article in corpus),
    ):
        told.update(repr(each).encode("utf-8", "surrogatepass") + b"\0")
    return told.hexdigest()


def _row(found: Inference) -> list[object]:
    days = (day and day.isoformat() for day in (found.earliest, found.latest, found.best))
    return [found.article_id, *days, [astuple(reason) for reason in found.reasons]]


def _inference(row: list[Any]) -> Inference:
    name, *days, reasons = row
    earliest, latest, best = (date.fromisoformat(day) if day else None for day in days)
    return Inference(name, earliest, latest, best, tuple(Reason(*each) for each in reasons))
