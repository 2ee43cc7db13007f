"""Articles in batches, and what stands in the place of one that could not be read."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from toolkit.model import Article

T = TypeVar("T")
KILLED = "its process was killed: perhaps there was too little memory"


@dataclass(frozen=True, slots=True)
class Failure:
    """What a function raised on an article, as one line."""

    article_id: str
    error: str


def safely(function: Callable[[Article], T], article: Article) -> T | Failure:
    """`function` of an article, or the Failure that it raised."""
    try:
        with _uncollected():
            return function(article)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # the panics of Rust extensions are no Exception
        return Failure(article.id, " ".join(f"{type(error).__name__}: {error}".split()))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Python looks for no cycles of objects while an article is read: few arise, and it would look through the lexicon
    and the gazetteer time and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def batch(function: Callable[[Article], T], articles: Sequence[Article]) -> list[T | Failure]:
    """`function` of several articles."""
    return [safely(function, article) for article in articles]


def cut(articles: Sequence[Article], most: int, characters: int) -> Iterator[tuple[int, list[Article]]]:
    """The articles in batches of at most so many, each ended by the article that reaches so many characters; before
    each the place of its first article.

    >>> sizes = (5, 5, 9, 1, 1, 1)
    >>> [(first, len(each)) for first, each in cut([Article("a", "x" * size) for size in sizes], 2, 9)]
    [(0, 2), (2, 1), (3, 2), (5, 1)]
    """
    first = size = 0
    for place, article in enumerate(articles):
        if place - first == most or size >= characters:
            yield first, [*articles[first:place]]
            first, size = place, 0
        size += len(article.text)
    if articles:
        yield first, [*articles[first:]]
