"""Zip archives of the same bytes for the same content: no clock, no order of files, no rights of a machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip archive can tell


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip archive of `files` (name -> bytes) in the order given.

    >>> zipped({"a.txt": b"a"}) == zipped({"a.txt": b"a"})
    True
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # as on Unix everywhere
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, compresslevel=6)
    return buffer.getvalue()
