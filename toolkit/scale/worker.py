"""A process that reads articles for another, which it hears by its standard input and answers by its standard output.

It is no child of `multiprocessing`: it runs nothing of the program that started it, so that a notebook, a script
without a guard and a program read from a pipe may all start it; and as each is known by its pipes, one that is killed
takes no other along. When its input ends it ends, however that came about.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from contextlib import suppress
from typing import Any

from toolkit.scale.batches import batch

READY = "ready"


def serve() -> None:
    """Answer a function with `READY` (or with what keeps it from being used), then batches with their results."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    tasks, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer

    def answer(value: Any) -> None:
        pickle.dump(value, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()

    with suppress(EOFError, BrokenPipeError):
        try:
            function = pickle.load(tasks)
        except EOFError:
            raise
        except Exception as error:
            answer(f"{type(error).__name__}: {error}")
            return
        answer(READY)
        while True:
            answer(batch(function, pickle.load(tasks)))
