"""Articles in batches, and what stands in the place of one that could not be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
        return function(article)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # the panics of Rust extensions are no Exception
        return Failure(article.id, " ".join(f"{type(error).__name__}: {error}".split()))


def batch(function: Callable[[Article], T], articles: Sequence[Article]) -> list[T | Failure]:
    """`function` of several articles."""
    return [safely(function, article) for article in articles]


def cut(articles: Sequence[Article], most: int, characters: int) -> list[list[Article]]:
    """The articles in batches of at most so many, each ended by the article that reaches so many characters.

    >>> [len(each) for each in cut([Article("a", "x" * size) for size in (5, 5, 9, 1, 1, 1)], 2, 9)]
    [2, 1, 2, 1]
    """
    found: list[list[Article]] = [[]]
    size = 0
    for article in articles:
        if len(found[-1]) == most or size >= characters:
            found.append([])
            size = 0
        found[-1].append(article)
        size += len(article.text)
    return found if found[-1] else []
