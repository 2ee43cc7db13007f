"""Articles read by the workers of a dask cluster.

A batch is a task under a key that is a digest of its articles and the function, so that the same batch is the same task
however often it is asked for; what comes back are results, never effects. A task whose workers were lost is asked for
again, at last article by article, and one that a scheduler has forgotten likewise.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from typing import Any, TypeVar

from toolkit.model import Article
from toolkit.scale.batches import KILLED, Failure, batch, cut

T = TypeVar("T")
Task = tuple[
    int, list[Article], int
]  # the place of its first article, its articles, how often it was asked for

MOST, CHARACTERS = 500, 300_000
"""Articles and characters of a task: half a minute of work, beside which the 3 ms of a task are nothing."""
AHEAD = 4
"""Tasks that are handed over for each thread of the cluster, so that a scheduler never holds the whole corpus."""
AGAIN = 4
"""How often a task is asked for whose result was lost."""
LOST = ("FutureCancelledError", "CancelledError", "FuturesCancelledError", "CommClosedError", "TimeoutError")


def on_cluster(
    function: Callable[[Article], T],
    articles: Sequence[Article],
    on: Any,
    progress: Callable[[int, int, str], None],
) -> list[T | Failure]:
    """`function` of each article, in their order; `on` is "dask", the address of a scheduler or a client.

    ValueError where dask is not installed, OSError where there is no scheduler at that address.
    """
    found: list[Any] = [None] * len(articles)
    packed = pickle.dumps(function, pickle.HIGHEST_PROTOCOL)
    tasks: list[Task] = []
    for each in cut(articles, MOST, CHARACTERS):
        tasks.append((tasks[-1][0] + len(tasks[-1][1]) if tasks else 0, each, 0))
    tasks.reverse()
    done = 0
    with _client(on) as client:
        running: dict[Any, Task] = {}
        while tasks or running:
            while tasks and len(running) < AHEAD * _threads(client):
                running |= _asked(client, packed, tasks.pop())
            for future in _finished(client, running):
                first, rows, times = task = running.pop(future)
                results = _results(future, rows, times)
                if results is None:
                    tasks += _again(task)
                    continue
                found[first : first + len(rows)] = results
                done += len(rows)
                progress(done, len(articles), rows[-1].id)
    return found


def _asked(client: Any, packed: bytes, task: Task) -> dict[Any, Task]:
    """The task handed to the cluster."""
    _, rows, times = task
    told = hashlib.sha256(packed + pickle.dumps(rows)).hexdigest()
    # A key that was lost may still be remembered as such.
    return {client.submit(_read, packed, rows, key=f"articles-{told}-{times}", pure=False): task}


def _results(future: Any, rows: Sequence[Article], times: int) -> list[Any] | None:
    """The results of a task that has ended; None where it is to be asked for again.

    A task that was lost with its workers time and again fails where it is of one article.
    """
    error = future.exception() if future.status != "cancelled" else None
    if future.status == "finished":
        results: list[Any] = future.result()
        return results
    name = type(error).__name__ if error is not None else LOST[0]
    if name != "KilledWorker" and name not in LOST:
        raise error or RuntimeError(name)
    if len(rows) == 1 and (name == "KilledWorker" or times >= AGAIN):
        return [Failure(rows[0].id, KILLED)]
    return None


def _again(task: Task) -> list[Task]:
    """A task to be asked for again: once as it is, then article by article."""
    first, rows, times = task
    if times == 0 or len(rows) == 1:
        return [(first, rows, times + 1)]
    return [(first + place, [row], times + 1) for place, row in enumerate(rows)]


def _read(packed: bytes, articles: Sequence[Article]) -> list[Any]:
    """A task: the results of some articles."""
    return batch(_function(packed), articles)


@lru_cache(maxsize=4)
def _function(packed: bytes) -> Callable[[Article], Any]:
    function: Callable[[Article], Any] = pickle.loads(packed)
    return function


def _threads(client: Any) -> int:
    return max(1, sum(client.nthreads().values()))


def _finished(client: Any, running: dict[Any, Task]) -> list[Any]:
    """The tasks that have ended, one at least."""
    distributed = import_module("distributed")
    try:
        distributed.wait(list(running), return_when="FIRST_COMPLETED")
    except Exception as error:
        if type(error).__name__ not in LOST:
            raise
    return [future for future in running if future.status != "pending"]


@contextmanager
def _client(on: Any) -> Iterator[Any]:
    """A client of the cluster: the one that was given, or one that is closed at the end."""
    if not isinstance(on, str):
        yield on
        return
    try:
        distributed = import_module("distributed")
    except ImportError:
        raise ValueError('reading on dask needs it: pip install "timeline-toolkit[dask]"') from None
    given = (
        {"processes": True, "threads_per_worker": 1, "dashboard_address": None}
        if on == "dask"
        else {"address": on}
    )
    with distributed.Client(**given) as client:
        yield client
