"""Folders that a run works in: its own, locked as long as it lives, and swept by the next run where it was killed.

Whether a run lives is told by the lock, which the system takes back whatever ended the process: numbers of processes
come again, in containers with each start.
"""

from __future__ import annotations

import glob
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # no such locks: what a killed run left is left
    fcntl = None  # type: ignore[assignment]

ENDING = ".run"
_OURS = re.compile(
    r"[a-z0-9_]{8}|\d+"
)  # as `tempfile` names folders; process numbers in those of former versions


@contextmanager
def own_folder(name: str, parent: str | Path) -> Iterator[Path]:
    """A new folder `.name.*.run` in `parent` that nobody else has, removed at the end; those that killed runs left
    there go with it.

    >>> with tempfile.TemporaryDirectory() as parent, own_folder("out", parent) as folder:
    ...     folder.is_dir(), folder.name.startswith(".out.")
    (True, True)
    """
    parent = Path(parent)
    for old in parent.glob(f".{glob.escape(name)}.*{ENDING}"):
        middle = old.name[len(name) + 2 : -len(ENDING)]
        if _OURS.fullmatch(middle) and old.is_dir() and not old.is_symlink():
            _sweep(old)
    # A folder is only called so when it is locked: another run must not take it for a dead one.
    made = Path(tempfile.mkdtemp(prefix=f".{name}.", dir=parent))
    handle = None
    try:
        handle = locked(made)
        folder = made.rename(made.with_name(made.name + ENDING))
        made = folder
        yield folder
    finally:
        shutil.rmtree(made, ignore_errors=True)
        if handle is not None:
            os.close(handle)


def _sweep(folder: Path) -> None:
    try:
        handle = locked(folder)
    except OSError:  # its run lives, or it is somebody else's
        return
    if handle is not None:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


def locked(folder: Path) -> int | None:
    """A handle that holds the lock of a file or folder, None where there are no locks.

    Raises BlockingIOError where another process has it, OSError where it cannot be opened.
    """
    if fcntl is None:
        return None
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle
