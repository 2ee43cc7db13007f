"""Articles read by the workers of a dask cluster.

A batch is a task under a key that is a digest of its articles and the function, so that the same batch is the same task
however often it is asked for; what comes back are results, never effects. A task whose workers were lost is asked for
again, at last article by article, and one that a scheduler has forgotten likewise.
"""

from __future__ import annotations

import hashlib
import pickle
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib import import_module
from typing import Any, NamedTuple, TypeVar

from toolkit.model import Article
from toolkit.scale.batches import KILLED, Failure, batch, cut

T = TypeVar("T")


class Task(NamedTuple):
    """The place of its first article, its articles, and how often it was lost."""

    first: int
    rows: list[Article]
    times: int = 0


MOST, CHARACTERS = 500, 300_000
"""Articles and characters of a task: half a minute of work, beside which the 3 ms of a task are nothing."""
AHEAD = 4
"""Tasks that are handed over for each thread of the cluster, so that a scheduler never holds the whole corpus."""
AGAIN = 4
"""How often a task is asked for again whose result was lost."""
PAUSE = 0.05
"""Seconds between two looks at what has ended."""
LOST = ("FutureCancelledError", "FuturesCancelledError", "CancelledError", "CommClosedError")


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
    tasks = [Task(first, rows) for first, rows in cut(articles, MOST, CHARACTERS)][::-1]
    done = 0
    with _client(on) as client:
        running: dict[Any, Task] = {}
        threads = 1
        while tasks or running:
            threads = _threads(client) or threads
            while tasks and len(running) < AHEAD * threads:
                running |= _asked(client, packed, tasks.pop())
            for future in _finished(running):
                task = running.pop(future)
                results = _results(future, task)
                if isinstance(results[0], Task):
                    tasks += results
                    continue
                found[task.first : task.first + len(task.rows)] = results
                done += len(task.rows)
                progress(done, len(articles), task.rows[-1].id)
    return found


def _asked(client: Any, packed: bytes, task: Task) -> dict[Any, Task]:
    """The task handed to the cluster."""
    told = hashlib.sha256(packed + pickle.dumps(task.rows)).hexdigest()
    # A key that was lost may still be remembered as such.
    return {client.submit(_read, packed, task.rows, key=f"articles-{told}-{task.times}", pure=False): task}


def _results(future: Any, task: Task) -> list[Any] | list[Task]:
    """The results of a task that has ended, or the tasks that are to be handed over in its place.

    One whose workers died time and again, as the scheduler counts, is read article by article, and of one article it
    fails; one that was lost otherwise is asked for again. What cannot be helped is raised.
    """
    first, rows, times = task
    error: BaseException | None = None
    try:
        if future.status != "cancelled":
            results: list[Any] = future.result()
            return results
    except Exception as raised:
        error = raised
    killed = type(error).__name__ == "KilledWorker"
    if killed and len(rows) == 1:
        return [Failure(rows[0].id, KILLED)]
    if killed:
        return [Task(first + place, [row], times) for place, row in enumerate(rows)]
    if error is not None and type(error).__name__ not in LOST:
        raise error
    if times == AGAIN:
        raise OSError(f"the cluster has lost {len(rows)} articles, the first {rows[0].id}, {AGAIN + 1} times")
    return [Task(first, rows, times + 1)]


def _read(packed: bytes, articles: Sequence[Article]) -> list[Any]:
    """A task: the results of some articles."""
    return batch(_function(packed), articles)


@lru_cache(maxsize=4)
def _function(packed: bytes) -> Callable[[Article], Any]:
    function: Callable[[Article], Any] = pickle.loads(packed)
    return function


def _threads(client: Any) -> int:
    """The threads of the cluster, 0 where it has none or doesn't answer just now; OSError where it is gone."""
    if client.status == "closed":
        raise OSError("the scheduler is gone: start it and run the same command again")
    with suppress(OSError, TimeoutError):
        return sum(client.nthreads().values())
    return 0


def _finished(running: Iterable[Any]) -> list[Any]:
    """The tasks that have ended, one at least."""
    while not (ended := [future for future in running if future.done()]):
        time.sleep(PAUSE)
    return ended


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
