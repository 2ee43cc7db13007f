"""Office documents are zip archives of XML: what is asked of one before anything in it is unpacked."""

from __future__ import annotations

from zipfile import BadZipFile, ZipFile, ZipInfo

from toolkit.corpus.draft import Unreadable
from toolkit.corpus.readers.source import UNPACKED, Source

LOCKED = "is locked with a password: save it without one"


def held(source: Source) -> dict[str, ZipInfo]:
    """What an archive holds, by name. Raises Unreadable for no archive, or one that is cut off."""
    try:
        with source.open() as file, ZipFile(file) as archive:
            return {each.filename: each for each in archive.infolist()}
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable("is cut off or no whole archive: get it again") from error


def refuse_large(source: Source) -> dict[str, ZipInfo]:
    """What a document holds, by name. Raises Unreadable for one that is cut off, locked, or unpacks to too much."""
    found = held(source)
    inside = found.values()
    if any(each.flag_bits & 1 for each in inside):
        raise Unreadable(LOCKED)
    if (size := sum(each.file_size for each in inside)) > UNPACKED:
        raise Unreadable(f"unpacks to {size:,} bytes, more than {UNPACKED:,}: unpack what is needed")
    return found
