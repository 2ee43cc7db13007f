"""Articles read by processes of this machine, each of them served by a thread.

A process that is killed is started anew, its batch is read once more, and if it is killed again each article of the
batch is read alone: the one that kills it fails alone, and the other processes go on meanwhile.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from toolkit.model import Article
from toolkit.scale.batches import KILLED, Failure, cut
from toolkit.scale.stopped import Stops
from toolkit.scale.worker import READY

T = TypeVar("T")
Batch = tuple[int, list[Article]]  # the place of its first article, and its articles

MOST, CHARACTERS = 100, 20_000
"""Articles and characters of a batch: a second or two of work, so that processes end together and progress is seen."""
STARTS = 3
"""How often a process may end before it is ready."""
LOOKS = 1.0
"""Seconds between two looks at which processes are stopped."""
_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from toolkit.scale.worker import serve; serve()"
)


class Ended(Exception):
    """A process has ended before it has answered."""


@dataclass
class _Pool:
    """What the threads share: what is to be read, what was, the processes, and whether it is over."""

    function: bytes
    tasks: deque[Batch]
    answers: SimpleQueue[tuple[Batch, list[Any]] | Exception] = field(default_factory=SimpleQueue)
    running: set[subprocess.Popen[bytes]] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)
    over: bool = False


def in_processes(
    function: Callable[[Article], T],
    articles: Sequence[Article],
    workers: int,
    progress: Callable[[int, int, str], None],
) -> list[T | Failure]:
    """`function` of each article, in their order, read by so many processes.

    ValueError where the function cannot be handed to another process, OSError where none can be started.
    """
    tasks = deque(cut(articles, MOST, max(1, min(CHARACTERS, _size(articles) // (4 * workers)))))
    pool = _Pool(_packed(function), tasks)
    found: list[Any] = [None] * len(articles)
    left, done = len(tasks), 0
    for _ in range(min(workers, left)):
        threading.Thread(target=_serve, args=(pool,), daemon=True).start()
    stops = Stops()
    try:
        while left:
            _end_stopped(pool, stops)
            try:
                answer = pool.answers.get(timeout=LOOKS)
            except Empty:
                continue
            if isinstance(answer, Exception):
                raise answer
            (first, batch), results = answer
            found[first : first + len(batch)] = results
            left, done = left - 1, done + len(batch)
            progress(done, len(articles), batch[-1].id)
    finally:
        _close(pool)
    return found


def _size(articles: Sequence[Article]) -> int:
    return sum(len(article.text) for article in articles)


def _packed(function: Callable[[Article], Any]) -> bytes:
    try:
        return pickle.dumps(function, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise ValueError(_not_handed(error)) from None


def _not_handed(error: object) -> str:
    return f"the function can't be handed to another process: {error}; put it into a module, or read with on='serial'"


def _serve(pool: _Pool) -> None:
    """Give batches to a process until there are none left."""
    process: subprocess.Popen[bytes] | None = None
    try:
        while True:
            try:
                task = pool.tasks.popleft()
            except IndexError:
                return
            for _ in range(2):
                process = process or _started(pool)
                with suppress(Ended):
                    results = _asked(process, task[1])
                    break
                _end(pool, process)
                process = None
            else:
                process, results = _one_by_one(pool, task[1])
            pool.answers.put((task, results))
    except Exception as error:
        pool.answers.put(error)
    finally:
        if process:
            _end(pool, process)


def _one_by_one(pool: _Pool, articles: Sequence[Article]) -> tuple[subprocess.Popen[bytes] | None, list[Any]]:
    process, results = None, []
    for article in articles:
        process = process or _started(pool)
        try:
            results += _asked(process, [article])
        except Ended:
            _end(pool, process)
            process = None
            results.append(Failure(article.id, KILLED))
    return process, results


def _started(pool: _Pool) -> subprocess.Popen[bytes]:
    """A process that has taken the function."""
    for _ in range(STARTS):
        with pool.lock:
            if pool.over:
                raise Ended
            process = subprocess.Popen(
                [sys.executable, "-c", _CODE, json.dumps(sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                # Ctrl-C is for the one that started it.
                process_group=0 if os.name == "posix" else None,
            )
            pool.running.add(process)
        try:
            answer = _exchanged(process, pool.function)
        except Ended:
            _end(pool, process)
            continue
        if answer == READY:
            return process
        _end(pool, process)
        raise ValueError(_not_handed(answer))
    raise OSError(
        f"a process that reads articles ended {STARTS} times before it was ready: "
        "read in one (--processes 1, on='serial')"
    )


def _asked(process: subprocess.Popen[bytes], articles: Sequence[Article]) -> list[Any]:
    results: list[Any] = _exchanged(process, pickle.dumps(articles, pickle.HIGHEST_PROTOCOL))
    return results


def _exchanged(process: subprocess.Popen[bytes], message: bytes) -> Any:
    """The answer of a process to a message; `Ended` where it gives none."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(message)
        process.stdin.flush()
        return pickle.load(process.stdout)
    except (OSError, ValueError, EOFError, pickle.UnpicklingError):
        raise Ended from None


def _end_stopped(pool: _Pool, stops: Stops) -> None:
    """Kill the processes that are stopped and not continued: their batches are read by others."""
    with pool.lock:
        for process in pool.running:
            if stops.too_long(process.pid):
                process.kill()


def _end(pool: _Pool, process: subprocess.Popen[bytes]) -> None:
    """End a process, whatever it does."""
    with pool.lock:
        pool.running.discard(process)
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            if pipe:
                pipe.close()


def _close(pool: _Pool) -> None:
    with pool.lock:
        pool.over = True
        running = list(pool.running)
    for process in running:
        process.kill()
        process.wait()
