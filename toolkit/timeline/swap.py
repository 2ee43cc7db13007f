"""A whole folder of results or none: made beside the old one, and put in its place in one step.

The system exchanges the two folders, so that a reader finds the old run or the new one, whatever moment the process is
killed in. Where it cannot (another system, a folder that is the top of a disk, holds folders of others, or is the one
that is worked in), the files are replaced one by one, `run.json` last: a reader that looks there sees a mixture.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from toolkit.timeline.files import sha256, sync
from toolkit.timeline.manifest import MANIFEST, manifest_last, outputs
from toolkit.timeline.staging import locked, own_folder

_HERE = -100  # AT_FDCWD: paths are not relative to an open folder
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS alike
_PATIENCE = 200  # looks at a folder that another run holds, ten seconds in all: it may have been stopped
_CALLS = {"linux": "renameat2", "darwin": "renamex_np"}


@contextmanager
def publishing(folder: str | Path) -> Iterator[Path]:
    """Give an empty folder; when the block ends well, what is in it is the run in `folder`, else `folder` is as it was.

    Files of the run before go unless they were changed by hand; all that no run wrote stays. Missing folders are made.
    OSError names the file in `folder` that could not be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as parent:
    ...     with publishing(Path(parent, "out")) as staging:
    ...         _ = Path(staging, "events.csv").write_text("whole")
    ...     sorted(str(path.relative_to(parent)) for path in Path(parent).rglob("*"))
    ['out', 'out/events.csv']
    """
    target = Path(folder).resolve()
    if not next(each for each in (target, *target.parents) if each.exists()).is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with own_folder(target.name, _beside(target)) as staging:
            yield staging
            for path in staging.iterdir():
                if path.is_file():
                    sync(path)
            while not _settled(staging, target):
                pass
    except OSError as error:
        _renamed(error, target, folder)
        raise


def _renamed(error: OSError, target: Path, folder: str | Path) -> None:
    """Let an error name the file that was asked for: nobody knows of the temporary folder."""
    parts = Path(str(error.filename or "")).parts
    own = [number for number, part in enumerate(parts) if part.startswith(f".{target.name}.")]
    if own:
        error.filename, error.filename2 = str(Path(folder, *parts[own[0] + 1 :])), None


def _beside(target: Path) -> Path:
    """Where the new folder is made: beside the old one, in it where the two could not be exchanged."""
    apart = os.path.ismount(target) or _stood_in(target) or not os.access(target.parent, os.W_OK)
    return target if target.is_dir() and apart else target.parent


def _stood_in(folder: Path) -> bool:
    """Whether this process works in a folder: paths that are given without one would lead to the old one."""
    try:
        return folder == Path.cwd()
    except FileNotFoundError:
        return False


def _settled(staging: Path, target: Path) -> bool:
    """Whether the new folder is in its place; False where another run was quicker, and all is to be looked at again."""
    if not target.exists():
        return _first(staging, target)
    handle = _held(target)
    try:
        if handle is not None and not _is(handle, target):
            return False
        old = outputs(target)
        if _exchangeable(staging, target):
            _carry(target, staging, old)
            sync(staging)
            if _exchange(staging, target):
                sync(target.parent)
                _rescue(staging, target, old)
                return True
        _one_by_one(staging, target, old)
        return True
    finally:
        if handle is not None:
            os.close(handle)


def _held(folder: Path) -> int | None:
    """A handle that keeps other runs from putting theirs in the place of a folder; None where they cannot be kept."""
    for _ in range(_PATIENCE):
        try:
            return locked(folder)
        except BlockingIOError:  # a run that is about to be done
            time.sleep(0.05)
        except OSError:
            break
    return None


def _first(staging: Path, target: Path) -> bool:
    """Put the new folder where there is none; False where there is one by now."""
    probe = staging / ".rights"
    probe.mkdir()
    rights = probe.stat().st_mode  # as a folder has them here, which a temporary one has not
    probe.rmdir()
    staging.chmod(stat.S_IMODE(rights))
    try:
        staging.rename(target)
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
            return False
        raise
    sync(target.parent)
    return True


def _exchangeable(staging: Path, target: Path) -> bool:
    """Whether the two lie side by side, and the target is a folder of files and nothing else."""
    return staging.parent == target.parent and not any(
        each.is_dir() and not each.is_symlink() for each in target.iterdir()
    )


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the disk cannot."""
    call = (
        getattr(ctypes.CDLL(None, use_errno=True), _CALLS[sys.platform], None)
        if sys.platform in _CALLS
        else None
    )
    if call is None:
        return False
    first, second = os.fsencode(one), os.fsencode(other)
    linux = (_HERE, first, _HERE, second, _EXCHANGE)
    return bool(call(*(linux if sys.platform == "linux" else (first, second, _EXCHANGE))) == 0)


def _stale(path: Path, old: dict[str, str]) -> bool:
    """Whether a file is the manifest of the run before, or what that run wrote, unchanged."""
    return path.name == MANIFEST or (path.name in old and path.is_file() and sha256(path) == old[path.name])


def _carry(target: Path, staging: Path, old: dict[str, str]) -> None:
    """Give the new folder what the old one holds and no run wrote, or the new run names, and the rights of the old."""
    new = outputs(staging)
    for path in target.iterdir():
        there = staging / path.name
        if there.exists() or (_stale(path, old) and path.name not in new):
            continue
        try:
            os.link(path, there, follow_symlinks=False)
        except OSError:  # a disk without links
            shutil.copy2(path, there, follow_symlinks=False)
    shutil.copystat(target, staging)
    with suppress(OSError, AttributeError):
        os.chown(staging, -1, target.stat().st_gid)


def _rescue(old_folder: Path, target: Path, old: dict[str, str]) -> None:
    """Move what others have put into the old folder since it was looked at."""
    for path in old_folder.iterdir():
        if not (target / path.name).exists() and not _stale(path, old):
            path.rename(target / path.name)


def _one_by_one(staging: Path, target: Path, old: dict[str, str]) -> None:
    """Replace the files of a run, its manifest last, then remove those of the run before that it did not make."""
    names = manifest_last(staging)
    new = {*names, *outputs(staging)}
    for name in names:
        (staging / name).replace(target / name)
    sync(target)
    for name in old.keys() - new:
        if _stale(target / name, old):
            (target / name).unlink()


def _is(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
