"""Processes of ours that somebody stops and does not continue: who waits for their answer would wait without end."""

from __future__ import annotations

import os
import time

STOPPED = 20.0
"""Seconds that a process may be stopped by a signal before it counts as dead."""


class Stops:
    """Since when the processes that were looked at are stopped."""

    def __init__(self) -> None:
        self._since: dict[int, float] = {}

    def too_long(self, child: int) -> bool:
        """Whether a process of ours has been seen to be stopped for `STOPPED` seconds; False where the system can't
        say."""
        if not _is_stopped(child):
            self._since.pop(child, None)
            return False
        now = time.monotonic()
        return now - self._since.setdefault(child, now) > STOPPED


def _is_stopped(child: int) -> bool:
    if not hasattr(os, "waitid"):
        return False
    try:
        return os.waitid(os.P_PID, child, os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is not None
    except ChildProcessError:
        return False
