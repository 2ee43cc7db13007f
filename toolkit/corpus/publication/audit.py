"""The audit of publication dates: what each rests on, what speaks against it, and the day that more speaks for.

Every possible day (those that some evidence names, slips of the settled one, the inferred one) has the weights of the
evidence for it, less those of what contradicts it. Another day than the settled one is proposed where it has more, by
`CLEARLY`; nothing is ever changed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from toolkit.corpus.publication.contradictions import against
from toolkit.corpus.publication.evidence import Evidence
from toolkit.corpus.publication.inference import NARROW, Inference, Inferrer
from toolkit.corpus.publication.undated import clues_besides, in_words
from toolkit.corpus.reading import Corpus
from toolkit.dates.interval import real_date
from toolkit.model import Article, NamedEvent

WEIGHTS = {
    "given": 3.0,
    "metadata": 3.0,
    "url": 2.5,
    "dateline": 2.5,
    "title": 1.5,
    "text": 2.0,
    "file": 1.0,
    "guess": 0.5,
}
"""How much a rung of the ladder speaks for the day that it names."""
SLIP = 0.6
"""The part of its weight with which evidence speaks for another year, or for day and month the other way round."""
INFERRED = 1.5
"""For days within what text and neighbours leave open, where that is at most `NARROW` days."""
CLEARLY = 0.5
THOROUGH = 1000
"""Articles, up to which an audit asks text and neighbours about every one."""

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Audited:
    """One article: its evidence, what speaks against its date, the day proposed instead (or None) and why.

    `inference` is what text and neighbours alone would say.
    """

    article: Article
    evidence: tuple[Evidence, ...]
    disagreements: tuple[str, ...]
    proposed: date | None
    reason: str
    inference: Inference


def examine(
    corpus: Corpus,
    events: Sequence[NamedEvent] = (),
    progress: Progress | None = None,
    thorough: bool | None = None,
) -> list[Audited]:
    """Every article of the corpus, in order, with what speaks for its date and against it.

    `events` are days that texts may count from by their names. A `thorough` audit asks text and neighbours about every
    article, another one only where the date is missing or something else speaks against it; without a choice it is
    thorough up to `THOROUGH` articles.
    """
    inferrer, found = _Later(corpus, events), []
    every = len(corpus) <= THOROUGH if thorough is None else thorough
    for place, article in enumerate(corpus):
        evidence = tuple(piece for piece in corpus.evidence.get(article.id, ()) if piece.basis in WEIGHTS)
        given = article.published if article.published_basis != "inferred" else None
        own, inference = replace(article, published=given), Inference(article.id)
        known = corpus.inferred.get(article.id)
        if given is None and known:
            inference = known
        elif every or given is None or any(_disagreements(own, evidence, inference)):
            inference = inferrer.get().infer(place, clues_besides(own, evidence))
        found.append(_audited(own, evidence, inference))
        if progress:
            progress(place + 1, len(corpus), article.id)
    return found


class _Later:
    """The inferrer of a corpus, made when it is first needed: all its articles are read for that."""

    def __init__(self, corpus: Corpus, events: Sequence[NamedEvent]) -> None:
        self._corpus, self._events = corpus, events
        self._made: Inferrer | None = None

    def get(self) -> Inferrer:
        self._made = self._made or Inferrer(self._corpus, self._events)
        return self._made


def _audited(article: Article, evidence: tuple[Evidence, ...], inference: Inference) -> Audited:
    settled = article.published
    said = tuple(_disagreements(article, evidence, inference))
    if settled is None:
        best = inference.best if _narrow(inference) else None
        return Audited(article, evidence, said, best, in_words(inference), inference)
    days = _possible(settled, evidence, inference)
    points = {day: _points(day, article, evidence, inference) for day in days}
    best = max(sorted(days), key=lambda day: (round(points[day], 3), day == settled))
    if points[best] < points[settled] + CLEARLY:
        return Audited(article, evidence, said, None, "", inference)
    return Audited(
        article, evidence, said, best, _reason(best, settled, article, evidence, inference), inference
    )


def _disagreements(article: Article, evidence: Sequence[Evidence], inference: Inference) -> Iterator[str]:
    published = article.published
    for piece in evidence:
        if piece.problem:
            yield f"{piece.basis}: {piece.problem} ({piece.where})"
        elif published and piece.day and piece.update and piece.day != published:
            when = _apart(piece.day, published) if piece.day > published else "before it was published"
            yield f"{piece.basis} says that it was updated on {piece.day.isoformat()}, {when}"
        elif published and piece.day and piece.day != published:
            yield f"{piece.basis} names {piece.day.isoformat()}, {_apart(piece.day, published)}"
    if published:
        yield from (str(found) for found in against(article, published))
        if _narrow(inference) and not _within(published, inference):
            span = f"{inference.earliest} to {inference.latest}"
            yield f"text and neighbours leave only {span} open ({inference.reasons[0].why})"


def _apart(day: date, published: date) -> str:
    days = (day - published).days
    count = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    return f"{count} {'after' if days > 0 else 'before'} {published.isoformat()}"


def _narrow(inference: Inference) -> bool:
    return inference.days is not None and inference.days <= NARROW


def _within(day: date, inference: Inference) -> bool:
    return (inference.earliest or date.min) <= day <= (inference.latest or date.max)


def _possible(settled: date, evidence: Sequence[Evidence], inference: Inference) -> set[date]:
    named = {piece.day for piece in evidence if piece.day and not piece.update}
    # Nobody has written a slip for a day on which, by its text and neighbours, the article can't have been printed.
    found = {settled, *named, *(day for day in _slips(settled) if _within(day, inference))}
    return found | {inference.best} if inference.best and _narrow(inference) else found


def _slips(day: date) -> set[date]:
    """The days for which one is easily written: of the year before or after, with day and month changed about.

    >>> sorted(_slips(date(2025, 6, 8)))
    [datetime.date(2024, 6, 8), datetime.date(2025, 8, 6), datetime.date(2026, 6, 8)]
    """
    tried = (
        real_date(day.year - 1, day.month, day.day),
        real_date(day.year + 1, day.month, day.day),
        real_date(day.year, day.day, day.month),
    )
    return {found for found in tried if found and found != day}


def _points(day: date, article: Article, evidence: Sequence[Evidence], inference: Inference) -> float:
    total = 0.0
    for basis in WEIGHTS:
        days = [piece.day for piece in evidence if piece.basis == basis and piece.day and not piece.update]
        if day in days:
            total += WEIGHTS[basis]
        elif any(day in _slips(other) for other in days):
            total += SLIP * WEIGHTS[basis]
    total -= sum(2.0 for piece in evidence if piece.update and piece.day and piece.day < day)
    total -= sum(found.weight for found in against(article, day))
    if _narrow(inference):
        total += INFERRED if _within(day, inference) else -INFERRED
    return total


def _reason(
    best: date, settled: date, article: Article, evidence: Sequence[Evidence], inference: Inference
) -> str:
    named = list(dict.fromkeys(piece.basis for piece in evidence if piece.day == best and not piece.update))
    parts = [f"{' and '.join(named)} name{'s' if len(named) == 1 else ''} it"] if named else []
    if not named and best in _slips(settled):
        parts.append(f"{settled.isoformat()} is easily written for it")
    left = {found.kind for found in against(article, best)}
    parts += [str(found) for found in against(article, settled) if found.kind not in left]
    if _narrow(inference) and _within(best, inference):
        parts.append(f"text and neighbours leave {inference.earliest} to {inference.latest} open")
    return "; ".join(parts)


def row(audited: Audited) -> dict[str, str]:
    """One row of the audit, all text: article_id, published (ISO day or empty), basis, evidence, disagreement, proposed
    (ISO day or empty), reason, and the possible days by text and neighbours (EDTF)."""
    article = audited.article
    return {
        "article_id": article.id,
        "published": article.published.isoformat() if article.published else "",
        "basis": article.published_basis if article.published else "",
        "evidence": "; ".join(map(str, audited.evidence)),
        "disagreement": "; ".join(audited.disagreements),
        "proposed": audited.proposed.isoformat() if audited.proposed else "",
        "reason": audited.reason,
        "possible": audited.inference.span,
    }
