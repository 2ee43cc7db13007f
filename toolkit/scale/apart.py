"""One call made by a process of its own, whose memory the system has back when it ends.

What a long work frees lies in pieces between what is kept, and stays with the process: one that does such work many
times would grow with each.
"""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_CODE = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from toolkit.scale.apart import answer; answer()"


def apart(call: Callable[[], T]) -> T:
    """What a call gives, or raises, in a process of its own; where that is killed the call is made here.

    The call, its result and its errors must pickle.

    >>> from functools import partial
    >>> apart(partial(sum, [1, 2]))
    3
    """
    done = subprocess.run(
        [sys.executable, "-c", _CODE, json.dumps(sys.path)],
        input=pickle.dumps(call, pickle.HIGHEST_PROTOCOL),
        stdout=subprocess.PIPE,
        check=False,
        # Ctrl-C is for the one that started it.
        process_group=0 if os.name == "posix" else None,
    )
    if done.returncode:
        return call()
    result, error = pickle.loads(done.stdout)
    if error is not None:
        raise error
    given: T = result
    return given


def answer() -> None:
    """Make the call that is read from standard input, and write what it gives, or raises."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    call = pickle.load(sys.stdin.buffer)
    try:
        told = pickle.dumps((call(), None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        told = pickle.dumps((None, error), pickle.HIGHEST_PROTOCOL)
    with out:
        out.write(told)
