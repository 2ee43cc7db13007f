"""Parses, and what is made of them, kept on disk, so that a text is read once.

One file for each entry, in one folder: `$TIMELINE_CACHE`, else `timeline-toolkit/parses` in
`$XDG_CACHE_HOME` or `~/.cache`. `$TIMELINE_CACHE_LIMIT` is its size in MB (500; 0 keeps nothing); beyond it the
oldest files go. The folder may be deleted at any time. A file that can't be read or isn't what was written is as
good as none, and where nothing can be written nothing is kept.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path

from toolkit.language.packing import pack, unpack
from toolkit.language.tree import Parse

LIMIT = 500
"""Megabytes that are kept where `$TIMELINE_CACHE_LIMIT` says nothing."""

PARSE = ".parse"
_SUFFIXES = (PARSE, ".claims", ".times", ".inferred")
_MAKERS = (
    "paragraphs.py",
    "models.py",
    "spacy_parser.py",
    "spacy_words.py",
    "repair.py",
    "misattached.py",
    "joints.py",
    "misread.py",
    "relatives.py",
    "phrases.py",
    "words.py",
    "frames.py",
    "packing.py",
    "columns.py",
    "tree.py",
    "vocabulary/grammar.toml",
    "vocabulary/labels.toml",
    "vocabulary/repairs.toml",
)
_SHARE = (
    20  # the folder is measured when a twentieth of the limit has been written, and emptied to nine tenths
)


def cached(text: str, parser: str, make: Callable[[], Parse]) -> Parse:
    """The parse of a text by a parser: the one that was kept, or else what `make` gives, which is kept.

    ValueError where `$TIMELINE_CACHE_LIMIT` is no number.
    """
    room, place = limit(), folder()
    if room == 0 or place is None:
        return make()
    key = _key(text, parser)
    parse = _load(key, text, parser)
    if parse is None:
        parse = make()
        if parse.parser == parser:  # not what stood in for it
            keep(key, PARSE, pack(parse, key))
    return parse


def read(key: str, suffix: str) -> bytes | None:
    """What is kept under a key; None where nothing is or nothing can be read. ValueError as for `limit`."""
    place = folder()
    if limit() == 0 or place is None:
        return None
    try:
        return _path(place, key, suffix).read_bytes()
    except OSError:
        return None


def keep(key: str, suffix: str, data: bytes) -> None:
    """Keep something under a key, whole or not at all; nothing where nothing is to be kept or can be written.

    It isn't synced to the disk: what a crash leaves broken is made anew. ValueError as for `limit`.
    """
    room, place = limit(), folder()
    if room == 0 or place is None:
        return
    path = _path(place, key, suffix)
    temporary = path.with_name(f".{path.stem}.{os.getpid()}.{threading.get_ident()}{suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError:
        _removed(temporary)
        return
    _Kept.add(place, len(data), room)


def _path(place: Path, key: str, suffix: str) -> Path:
    return place / key[:2] / f"{key}{suffix}"


def folder() -> Path | None:
    """The folder of what is kept; None where there is no home to hold it."""
    named = os.environ.get("TIMELINE_CACHE")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        return Path(base or Path.home() / ".cache") / "timeline-toolkit" / "parses"
    except RuntimeError:
        return None


def limit() -> int:
    """The bytes that may be kept; ValueError where `$TIMELINE_CACHE_LIMIT` is no number."""
    told = os.environ.get("TIMELINE_CACHE_LIMIT") or str(LIMIT)
    try:
        return max(0, int(float(told) * 1_000_000))
    except (ValueError, OverflowError):
        raise ValueError(
            f"TIMELINE_CACHE_LIMIT is {told!r}, no number of megabytes: write one such as 500, or 0 to keep nothing"
        ) from None


def usage() -> tuple[int, int]:
    """How many entries are kept, and their bytes."""
    entries = _entries(folder())
    return len(entries), sum(size for _, size, _ in entries)


def clear() -> int:
    """Remove every entry, and nothing else; how many there were."""
    entries = _entries(folder())
    return sum(_removed(path) for _, _, path in entries)


def _key(text: str, parser: str) -> str:
    return hashlib.sha256(
        b"\0".join([_makers(), parser.encode(), text.encode("utf-8", "surrogatepass")])
    ).hexdigest()


@cache
def _makers() -> bytes:
    """A digest of what turns a text into a parse, so that a parse kept by an older version is not taken."""
    here = Path(__file__).parent
    return hashlib.sha256(b"\0".join((here / name).read_bytes() for name in _MAKERS)).digest()


def _load(key: str, text: str, parser: str) -> Parse | None:
    data = read(key, PARSE)
    try:
        return unpack(data, key, len(text), parser) if data is not None else None
    except ValueError:
        return None


class _Kept:
    """How much this process has written to which folder since the folder was measured."""

    _lock = threading.Lock()
    _written: dict[Path, int] = {}  # noqa: RUF012  (shared on purpose)

    @classmethod
    def add(cls, place: Path, size: int, room: int) -> None:
        """Count what was written, and make room when it is time to."""
        with cls._lock:
            written = cls._written.get(place, room) + size
            due = written > room // _SHARE
            cls._written[place] = 0 if due else written
        if due:
            _make_room(place, room)


def _make_room(place: Path, room: int) -> None:
    """Remove the oldest files where the folder is over its limit."""
    entries = sorted(_entries(place), key=lambda entry: (entry[0], entry[2].name))
    total = sum(size for _, size, _ in entries)
    if total <= room:
        return
    for _, size, path in entries:
        if total <= room * 9 // 10:
            break
        _removed(path)
        total -= size


def _entries(place: Path | None) -> list[tuple[int, int, Path]]:
    """When each entry was written, its size and its path."""
    found = []
    for path in place.glob("[0-9a-f][0-9a-f]/*") if place is not None else ():
        if path.suffix not in _SUFFIXES:
            continue
        try:
            about = path.lstat()
        except OSError:
            continue
        found.append((about.st_mtime_ns, about.st_size, path))
    return found


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
