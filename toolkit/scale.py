"""One function over many articles, in this process, in several, or on a dask cluster: the results are the
same.

An article that fails gives a Failure in its place, so that one poisonous document never takes the run down.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import chain
from multiprocessing import get_context
from typing import Any, TypeVar

from toolkit.model import Article

T = TypeVar("T")
Batches = list[tuple[int, list[Article]]]
BATCH = 500  # articles; a dask task costs about 2.5 ms whatever it does


@dataclass(frozen=True, slots=True)
class Failure:
    """What a function raised on an article, as one line."""

    article_id: str
    error: str


def map_articles(
    function: Callable[[Article], T], articles: Iterable[Article], on: Any = "serial"
) -> list[T | Failure]:
    """`function` of each article, in their order; a Failure where it raised.

    `on` is "serial", "processes" (all cores of this machine), "dask" (a local cluster) or a dask client.
    Beyond "serial" the function and its results must pickle, and a script needs the `if __name__ ==
    "__main__"` guard. Raises ValueError for another `on` and where dask is not installed.

    >>> from toolkit.model import Article
    >>> map_articles(lambda article: len(article.text), [Article("a", "four"), Article("b", "six666")])
    [4, 6]
    """
    rows = list(articles)
    if on == "serial":
        return [_safely(function, article) for article in rows]
    if on == "processes":
        return _processes(function, rows)
    if on == "dask":
        return _dask(function, rows)
    if hasattr(on, "map") and hasattr(on, "gather"):
        return _client(on, function, rows)
    raise ValueError(f"on={on!r}: choose serial, processes, dask or give a dask client")


def _safely(function: Callable[[Article], T], article: Article) -> T | Failure:
    try:
        return function(article)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # the panics of Rust extensions are no Exception
        return Failure(article.id, " ".join(f"{type(error).__name__}: {error}".split()))


def _cut(rows: list[Article], size: int) -> list[list[Article]]:
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def _batch(function: Callable[[Article], T], articles: Sequence[Article]) -> list[T | Failure]:
    return [_safely(function, article) for article in articles]


def _processes(function: Callable[[Article], T], rows: list[Article]) -> list[T | Failure]:
    workers = max(1, min(os.cpu_count() or 1, len(rows)))
    size = max(1, min(BATCH, -(-len(rows) // (4 * workers))))
    batches: Batches = list(enumerate(_cut(rows, size)))
    done: dict[int, list[T | Failure]] = {}
    while batches:
        broken = _pooled(function, batches, workers, done)
        # Those that ran when a worker was killed are among the first that have no result.
        for number, batch in broken[:workers]:
            done[number] = _one_by_one(function, batch)
        batches = broken[workers:]
    return list(chain.from_iterable(done[number] for number in sorted(done)))


def _pooled(
    function: Callable[[Article], T], batches: Batches, workers: int, done: dict[int, list[T | Failure]]
) -> Batches:
    """Put the results of numbered batches into `done`; the batches without one, as a worker was killed."""
    # A fork would copy the locks of Arrow's threads in whatever state they are.
    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_take, initargs=(function,)
    ) as pool:
        tasks: dict[int, Future[list[Any]]] = {}
        with suppress(BrokenProcessPool):
            for number, batch in batches:
                tasks[number] = pool.submit(_own_batch, batch)
        for number, task in tasks.items():
            with suppress(BrokenProcessPool):
                done[number] = task.result()
    return [(number, batch) for number, batch in batches if number not in done]


def _one_by_one(function: Callable[[Article], T], batch: list[Article]) -> list[T | Failure]:
    """The results of a batch whose worker was killed; an article that kills it again fails alone."""
    rest: Batches = [(number, [article]) for number, article in enumerate(batch)]
    done: dict[int, list[T | Failure]] = {}
    while rest := _pooled(function, rest, 1, done):
        number, (article,) = rest.pop(0)
        done[number] = [Failure(article.id, "its process was killed: perhaps there was too little memory")]
    return list(chain.from_iterable(done[number] for number in sorted(done)))


_taken: list[Callable[[Article], Any]] = []
"""The function of a worker, which comes to it once and not with each batch: it holds the whole lexicon."""


def _take(function: Callable[[Article], Any]) -> None:
    _taken[:] = [function]


def _own_batch(articles: Sequence[Article]) -> list[Any]:
    return _batch(_taken[0], articles)


def _dask(function: Callable[[Article], T], rows: list[Article]) -> list[T | Failure]:
    try:
        distributed = import_module("distributed")
    except ImportError:
        raise ValueError('on="dask" needs dask: pip install "dask[distributed]"') from None
    with distributed.Client(processes=True, dashboard_address=None) as client:
        return _client(client, function, rows)


def _client(client: Any, function: Callable[[Article], T], rows: list[Article]) -> list[T | Failure]:
    futures = client.map(partial(_batch, function), _cut(rows, BATCH))
    return list(chain.from_iterable(client.gather(futures)))
