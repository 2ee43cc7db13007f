"""Articles without a publication date: what else there is on it, and the inferred ones put into the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from toolkit.corpus.publication.address import month_in, path_of
from toolkit.corpus.publication.clue import Clue, bounded
from toolkit.corpus.publication.evidence import Evidence
from toolkit.corpus.publication.inference import NARROW, Inference, Inferrer
from toolkit.corpus.reading import Corpus
from toolkit.dates import find_dates
from toolkit.model import Article, NamedEvent

__all__ = ["ANY", "NARROW", "clues_besides", "day_limit", "in_words", "inferences", "with_inferred"]

ANY = 10**6
"""A limit that lets every interval be used that has an end on both sides."""


def day_limit(infer: int | bool | None) -> int:
    """How many possible days an inferred date may have: True for any number, False for none, None for `NARROW`.

    >>> day_limit(None), day_limit(False), day_limit(14)
    (7, 0, 14)
    """
    if infer is None:
        return NARROW
    if isinstance(infer, bool):
        return ANY if infer else 0
    if not isinstance(infer, int) or infer < 0:
        raise ValueError(
            f"infer is {infer!r}; give the possible days that an inferred date may have, 0 for none"
        )
    return infer


def inferences(corpus: Corpus, events: Sequence[NamedEvent] = ()) -> dict[str, Inference]:
    """What was found of the day of each undated article, by its name."""
    inferrer = Inferrer(corpus, events)
    return {
        article.id: inferrer.infer(place, clues_besides(article, corpus.evidence.get(article.id, ())))
        for place, article in enumerate(corpus)
        if article.published is None
    }


def with_inferred(
    corpus: Corpus,
    limit: int = NARROW,
    events: Sequence[NamedEvent] = (),
    infer: Callable[[Corpus, Sequence[NamedEvent]], dict[str, Inference]] = inferences,
) -> Corpus:
    """The corpus with the dates inferred that have at most `limit` possible days; the other articles stay undated, with
    the first and the last of them in `Article.possible`.

    Such an article is published on the best guess, on the basis `inferred`, and its evidence says why.
    `Corpus.inferred` has what was found of every undated article, used or not.

    >>> from pathlib import Path
    >>> len(with_inferred(Corpus("empty", Path("."), ())).inferred)
    0
    """
    undated = [place for place, article in enumerate(corpus) if article.published is None]
    if not undated or not limit:
        return corpus
    articles, evidence, found = list(corpus.articles), dict(corpus.evidence), infer(corpus, events)
    for place in undated:
        article = articles[place]
        inference = found[article.id]
        if inference.best and inference.days and inference.days <= limit:
            articles[place] = replace(article, published=inference.best, published_basis="inferred")
            piece = Evidence("inferred", inference.best, inference.span, "text and other articles")
            evidence[article.id] = (*evidence.get(article.id, ()), piece)
        elif inference.earliest and inference.latest:
            articles[place] = replace(article, possible=(inference.earliest, inference.latest))
    return replace(corpus, articles=tuple(articles), evidence=evidence, inferred=found)


def clues_besides(article: Article, evidence: Sequence[Evidence]) -> list[Clue]:
    """Clues that are neither in the text nor in other articles: updates, a month in the address, a date in part."""
    return [*_from_evidence(evidence), *_from_url(article.url)]


def _from_evidence(evidence: Sequence[Evidence]) -> Iterator[Clue]:
    for piece in evidence:
        if piece.update and piece.day:
            why = f"updated then, so published by {piece.day.isoformat()}"
            yield bounded("update", piece.value, why, None, piece.day)
        elif piece.problem and (days := _part_of_a_date(piece.value)):
            why = f"the {piece.basis} date in part, so published from {days[0].isoformat()} to {days[1].isoformat()}"
            yield bounded("in part", piece.value, why, *days)


def _part_of_a_date(words: str) -> tuple[date, date] | None:
    found = find_dates(words[:80])
    if len(found) == 1 and found[0].text == words.strip() and found[0].grain in ("month", "year"):
        first, last = found[0].earliest, found[0].latest
        return (first, last) if first and last else None
    return None


def _from_url(url: str) -> Iterator[Clue]:
    if days := month_in(path_of(url)):
        why = f"the month in its address, so published from {days[0].isoformat()} to {days[1].isoformat()}"
        yield bounded("url", f"{days[0]:/%Y/%m/}", why, *days)


def in_words(inference: Inference) -> str:
    """An inference as a sentence for people, with the reasons that count most.

    >>> in_words(Inference("a"))
    'nothing tells its day'
    """
    if not inference.best:
        return "nothing tells its day"
    sides = {
        (True, True): f"from {inference.earliest} to {inference.latest}, most likely {inference.best}",
        (True, False): f"{inference.earliest} or later",
        (False, True): f"by {inference.latest}",
        (False, False): "any day",
    }
    span = sides[inference.earliest is not None, inference.latest is not None]
    reasons = "; ".join(str(reason) for reason in inference.reasons[:3])
    return f"{span}: {reasons}" if reasons else span
