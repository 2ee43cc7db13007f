"""The events of a case that its texts name without their day: "the third anniversary of the invasion"."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from toolkit.claims.toml_checks import Reader
from toolkit.model import NamedEvent

_NAME = re.compile(r"[A-Za-z](?:[\w’' .-]*\w)?")


def read_events(read: Reader, path: Path) -> tuple[NamedEvent, ...]:
    """The [[events]] of a theme, and those of the file of the case that ``sides = "..."`` gives."""
    sides = read.table.get("sides")
    shared = file_events(path.parent / sides) if isinstance(sides, str) else ()
    return (*_events(read), *shared)


@lru_cache(maxsize=32)
def file_events(file: Path) -> tuple[NamedEvent, ...]:
    """The [[events]] of a file of sides."""
    return _events(Reader(file, tomllib.loads(file.read_text(encoding="utf-8"))))


def _events(read: Reader) -> tuple[NamedEvent, ...]:
    return tuple(_event(entry) for entry in read.tables("events")) if "events" in read.table else ()


def _event(read: Reader) -> NamedEvent:
    read.only("names", "date")
    names, day = tuple(read.texts("names")), read.table.get("date")
    if not names:
        raise read.wrong("names", "an event needs at least one name")
    if wrong := next((name for name in names if not _NAME.fullmatch(name)), None):
        raise read.wrong(
            "names", f"{wrong!r} is no name of words, which may hold hyphens, points and apostrophes"
        )
    if not isinstance(day, date) or isinstance(day, datetime):
        raise read.wrong("date", "must be a day, written without quotes as YYYY-MM-DD")
    return NamedEvent(names, day)
