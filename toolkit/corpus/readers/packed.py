"""Archives: what a .zip, .wacz or .gz file holds is read as if it stood in the folder."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import Unreadable
from toolkit.corpus.inside import NOTES
from toolkit.corpus.readers.office import LOCKED
from toolkit.corpus.readers.source import DEEPEST, UNPACKED, Read, Source
from toolkit.model import Quarantined

MOST = 20_000  # files in one archive
_PASSED = ("__macosx/", ".ds_store", "thumbs.db")
_WACZ = ".wacz"
_PARTS = (".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".ico", ".svg")
"""Endings of what a saved page is drawn with."""


def read_gzip(source: Source) -> Read:
    """What a .gz file holds, under its name without the ending."""
    _refuse_depth(source)
    try:
        with source.open() as file, gzip.open(file) as inside:
            raw = inside.read(UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable("is cut off or no whole gzip file: get it again") from error
    if len(raw) > UNPACKED:
        raise Unreadable(f"unpacks to more than {UNPACKED:,} bytes: unpack it and split it")
    name = source.name[: -len(source.suffix)] if source.suffix in (".gz", ".tgz") else source.name
    yield from source.inside(replace(source.part(name, raw), file=source.file, id=source.id))


def read_zip(source: Source) -> Read:
    """What an archive holds, by name; of a crawl (.wacz) the archives of its pages alone."""
    _refuse_depth(source)
    for label, content in _members(source):
        if isinstance(content, Quarantined):
            yield content
            continue
        part = source.part(PurePosixPath(label).name, content, label)
        try:
            yield from source.inside(part)
        except Unreadable as error:
            yield Quarantined(part.file, "", str(error))


def holds(source: Source, name: str) -> bool:
    """Whether a source is an archive with a file of this name, in whatever folder of it."""
    try:
        with source.open() as file, ZipFile(file) as archive:
            return any(PurePosixPath(each).name == name for each in archive.namelist())
    except (BadZipFile, OSError, ValueError):
        return False


def unpack(source: Source, folder: Path) -> Iterator[Quarantined]:
    """Put what an archive holds into a folder, with a line for each file that is not put there.

    Raises Unreadable where the whole can't be read.
    """
    for label, content in _members(source):
        if isinstance(content, Quarantined):
            yield content
            continue
        path = folder.joinpath(*PurePosixPath(label).parts)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except (OSError, ValueError):
            yield Quarantined(
                f"{source.file}/{label}", "", "can't be unpacked under its name: give it another"
            )


def _members(source: Source) -> Iterator[tuple[str, bytes | Quarantined]]:
    """The files in an archive by name, each with its bytes or with why it is not read."""
    try:
        with source.open() as file, ZipFile(file) as archive:
            members = sorted(
                (each for each in archive.infolist() if _is_wanted(each, source)),
                key=lambda each: each.filename,
            )
            if len(members) > MOST:
                raise Unreadable(f"holds {len(members):,} files, more than {MOST:,}: unpack what is needed")
            if not members:
                raise Unreadable("holds no file: remove it")
            left = UNPACKED
            for each in members:
                label = clean(each.filename)
                content = _objection(each, left - each.file_size) or _bytes(archive, each)
                if isinstance(content, str):
                    yield label, Quarantined(f"{source.file}/{label}", "", content)
                    continue
                left -= each.file_size
                yield label, content
    except (BadZipFile, OSError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("is cut off or no whole zip archive: get it again") from error


def _bytes(archive: ZipFile, member: ZipInfo) -> bytes | str:
    """What a member holds, or why it can't be read."""
    try:
        with archive.open(member) as file:
            return file.read(member.file_size + 1)
    except (BadZipFile, OSError, EOFError, zlib.error, NotImplementedError) as error:
        return f"is damaged in its archive ({' '.join(str(error).split())[:60]}): get it again"


def _is_wanted(member: ZipInfo, source: Source) -> bool:
    name = member.filename.lower()
    if (
        member.is_dir()
        or name.startswith(_PASSED[0])
        or name.endswith(_PARTS)
        or (own := name.rpartition("/")[2]) in _PASSED
        or own.split(".")[0] in NOTES
    ):
        return False
    if source.suffix == _WACZ:
        return name.startswith("archive/")
    return not any(
        part.endswith("_files") or part.startswith(".") for part in name.split("/") if part not in (".", "..")
    )


def _objection(member: ZipInfo, left: int) -> str:
    parts = PurePosixPath(member.filename.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or member.filename[1:2] == ":":
        return "has a path that leads out of its archive and was not read: pack it again"
    if member.flag_bits & 1:
        return LOCKED
    return (
        f"unpacks to more than {UNPACKED:,} bytes with the others and was not read: unpack what is needed"
        if left < 0
        else ""
    )


def _refuse_depth(source: Source) -> None:
    if source.depth >= DEEPEST:
        raise Unreadable(f"is an archive in more than {DEEPEST - 1} others and was not read: unpack them")
