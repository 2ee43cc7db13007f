"""Unpacking an archive that nobody vouches for: names that stay in the folder, files only, and not without end."""

from __future__ import annotations

import shutil
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

LARGEST = 4_000_000_000  # bytes of all files unpacked
MOST = 500_000  # files
PIECE = 1 << 20


class SealError(ValueError):
    """A file that is no sealed edition, or none that can be unpacked: one line with the file and why."""


def unpack(file: str | Path, folder: Path, largest: int = LARGEST) -> None:
    """Unpack a zip archive into `folder`.

    Raises SealError for what is no zip archive or is torn, for a name that leads out of the folder or stands twice, a
    link, an encrypted file, and more than `largest` bytes or `MOST` files, whatever the archive says of itself; OSError
    where it cannot be opened.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            if len(entries) > MOST:
                raise SealError(f"{file}: holds {len(entries):,} files, more than {MOST:,}")
            seen: set[str] = set()
            room = largest
            for entry in entries:
                _check(file, entry, seen)
                if not entry.is_dir():
                    room = _write(file, archive, entry, folder / entry.filename, room, largest)
    except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
        raise SealError(f"{file}: holds a file and a folder of one name ({error.filename})") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise SealError(f"{file}: is no zip archive that can be read ({str(error).rstrip('.')})") from None


def _check(file: str | Path, entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name, path = entry.filename, PurePosixPath(entry.filename)
    # Names that Windows takes for other places are refused everywhere, and so are those that differ in case alone.
    if path.is_absolute() or ".." in path.parts or any(each in name for each in "\\:\0") or not path.parts:
        raise SealError(f"{file}: the name {name!r:.80} in it leads out of the folder")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise SealError(f"{file}: {name!r:.80} in it is a link")
    if entry.flag_bits & 1:
        raise SealError(f"{file}: {name!r:.80} in it is encrypted")
    if name in seen:
        raise SealError(f"{file}: {name!r:.80} stands in it twice")
    seen.add(name)


def _write(
    file: str | Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, room: int, largest: int
) -> int:
    """Write one file as far as there is room for it; the room that is left."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as source, target.open("xb") as sink:
        while piece := source.read(PIECE):
            room -= len(piece)
            if room < 0:
                raise SealError(f"{file}: unpacks to more than {largest:,} bytes")
            sink.write(piece)
    return room


def free(folder: Path) -> int:
    """The bytes that may be written into a folder.

    >>> free(Path(".")) > 0
    True
    """
    return min(LARGEST, shutil.disk_usage(folder).free)
