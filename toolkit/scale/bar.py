"""A line of progress under the cell of a notebook, where whoever calls shows none."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

AFTER = 2.0
"""Seconds after which work is long enough for a line."""
EVERY = 0.5


def with_bar(function: Callable[P, R]) -> Callable[P, R]:
    """A function that takes `progress`, with a line of its own in a notebook where it is given none."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        given = signature(function).bind(*args, **kwargs)
        if given.arguments.get("progress") is not None:
            return function(*args, **kwargs)
        with _line() as step:
            if step is None:
                return function(*args, **kwargs)
            return function(*args, **{**kwargs, "progress": step})  # type: ignore[arg-type]

    return run


@contextmanager
def _line() -> Iterator[Callable[[int, int, str], None] | None]:
    """A function that shows progress below the running cell; it is gone when the work is done. None elsewhere."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    # The report is the same bytes however long its reading took.
    if not hasattr(shell, "kernel") or os.environ.get("TIMELINE_PROGRESS") == "0":
        yield None
        return
    from IPython.display import display

    begun = shown = phase = time.monotonic()
    handle: Any = None
    last = (0, 0)

    def step(done: int, total: int, name: str) -> None:
        nonlocal handle, shown, phase, last
        now = time.monotonic()
        if total != last[1] or done < last[0]:
            phase = now
        last = (done, total)
        if now - begun < AFTER or now - shown < EVERY:
            return
        shown = now
        text = {"text/plain": words(done, total, now - phase, name)}
        if handle is None:
            handle = display(text, raw=True, display_id=True)  # type: ignore[no-untyped-call]
        else:
            handle.update(text, raw=True)

    try:
        yield step
    finally:
        if handle is not None:
            handle.update({"text/plain": ""}, raw=True)


def words(done: int, total: int, seconds: float, name: str) -> str:
    """Progress in words: how much is done, how fast and how long it will go on.

    >>> words(30, 120, 10, "b.txt"), words(0, 0, 3, "linking 900 rows")
    ('30 of 120, 3.0 a second, 0:30 left: b.txt', 'linking 900 rows')
    """
    if not total:
        return name
    rate = done / seconds if seconds > 0 else 0.0
    left = ""
    if rate and done < total:
        minutes, rest = divmod(round((total - done) / rate), 60)
        left = f", {minutes}:{rest:02} left"
    return f"{done} of {total}, {rate:.1f} a second{left}: {name[:40]}"
