"""Zip archives of the same bytes for the same content: no clock, no order of files, no rights of a machine."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip archive can tell


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A compressed zip archive of `files` (name -> bytes) in the order given.

    >>> zipped({"a.txt": b"a"}) == zipped({"a.txt": b"a"})
    True
    """
    buffer = io.BytesIO()
    write_zip(buffer, files.items(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def write_zip(
    target: str | Path | IO[bytes], files: Iterable[tuple[str, bytes | Path]], compression: int
) -> None:
    """Write a zip archive of files, given as their bytes or as the paths that they are copied from, in the order given.

    With `zipfile.ZIP_STORED` the bytes depend on no version of a compressor.
    """
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = compression
            entry.create_system = 3  # as on Unix everywhere
            entry.external_attr = 0o644 << 16
            entry.file_size = len(content) if isinstance(content, bytes) else content.stat().st_size
            source = io.BytesIO(content) if isinstance(content, bytes) else content.open("rb")
            with source, archive.open(entry, "w") as sink:
                shutil.copyfileobj(source, sink)
