"""One function over many articles, in this process, in several, or on a dask cluster: the results are the
same.

An article that fails gives a Failure in its place, so that one poisonous document never takes the run down.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from toolkit.model import Article
from toolkit.scale.batches import Failure, safely

T = TypeVar("T")
Progress = Callable[[int, int, str], None]

AUTO = "auto"
SERIAL = "serial"
PAYS = 100_000
"""Characters of text for each process: less is read sooner than another process has loaded what it reads with."""
MEMORY = 1_000_000_000
"""Bytes of the machine for each process; one with the parser takes 0.4 GB."""

__all__ = ["AUTO", "SERIAL", "Failure", "map_articles", "more_than_one", "number", "processes"]


def map_articles(
    function: Callable[[Article], T],
    articles: Iterable[Article],
    on: Any = SERIAL,
    progress: Progress | None = None,
) -> list[T | Failure]:
    """`function` of each article, in their order; a Failure where it raised.

    `on` is "serial", "auto" (as many processes as pay off, see `processes`), "processes" (all cores), a number of
    processes, "dask" (a local cluster), the address of a dask scheduler ("tcp://host:8786") or a dask client. Beyond
    this process the function and its results must pickle, and it must stand in a module that can be imported. A
    process that is killed costs its batch, which is read once more and then article by article. `progress` is called
    with (articles done, articles in all, the last one's id). Raises ValueError for another `on`, for a function that
    cannot be handed over and where dask is not installed.

    >>> from toolkit.model import Article
    >>> map_articles(lambda article: len(article.text), [Article("a", "four"), Article("b", "six666")])
    [4, 6]
    """
    rows = list(articles)
    step = progress or (lambda *_: None)
    if on == "dask" or (isinstance(on, str) and "://" in on) or hasattr(on, "submit"):
        from toolkit.scale.cluster import on_cluster

        return on_cluster(function, rows, on, step)
    count = processes(on, rows)
    if count > 1 or (on == "processes" and rows):
        from toolkit.scale.pool import in_processes

        return in_processes(function, rows, count, step)
    found = []
    for done, article in enumerate(rows, 1):
        found.append(safely(function, article))
        step(done, len(rows), article.id)
    return found


def processes(on: Any, articles: Sequence[Article]) -> int:
    """In how many processes articles are read, 1 for this one.

    With "auto" one for each core, as long as each has `PAYS` characters to read and the machine `MEMORY` bytes for it;
    `$TIMELINE_PROCESSES` goes before this rule. ValueError where either is no number of processes.

    >>> processes("auto", [Article("a", "short")]), processes(3, [Article("a", "x"), Article("b", "y")])
    (1, 2)
    """
    if on == AUTO:
        told = os.environ.get("TIMELINE_PROCESSES", AUTO)
        if told != AUTO:
            return processes(number(told, f"TIMELINE_PROCESSES is {told!r}"), articles)
        size = sum(len(article.text) for article in articles)
        return max(1, min(cores(), len(articles), size // PAYS, memory() // MEMORY))
    if on in (SERIAL, "processes"):
        return 1 if on == SERIAL else max(1, min(cores(), len(articles)))
    if not isinstance(on, int) or isinstance(on, bool) or on < 1:
        raise ValueError(
            f"on={on!r}: choose auto, serial, processes or their number, dask, "
            "or give a scheduler's address or a dask client"
        )
    return max(1, min(on, len(articles)))


def more_than_one(on: Any) -> bool:
    """Whether other processes may work beside this one: not where `on`, or `$TIMELINE_PROCESSES`, says one.

    >>> more_than_one("serial"), more_than_one(1), more_than_one(2)
    (False, False, True)
    """
    told = os.environ.get("TIMELINE_PROCESSES", AUTO) if on == AUTO else on
    return told not in (SERIAL, 1, "1")


def number(told: str, what: str) -> int:
    """A number of processes as it is written; ValueError, which begins with `what`, where it is none.

    >>> number("2", "N is '2'")
    2
    """
    with suppress(ValueError):
        if (number := int(told)) > 0:
            return number
    raise ValueError(f"{what}; write auto or a number of processes, such as 2")


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def memory() -> int:
    """The bytes of memory of the machine; those of many where it doesn't tell."""
    with suppress(ValueError, OSError, AttributeError):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return 10**15
