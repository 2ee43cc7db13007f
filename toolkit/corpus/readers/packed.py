"""Archives: what a .zip, .wacz or .gz file holds is read as if it stood in the folder."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import replace
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import Unreadable
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
                left -= each.file_size
                if reason := _objection(each, left):
                    yield Quarantined(f"{source.file}/{clean(each.filename)}", "", reason)
                    left += each.file_size
                    continue
                yield from _member(archive, each, source)
    except (BadZipFile, OSError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("is cut off or no whole zip archive: get it again") from error


def _member(archive: ZipFile, member: ZipInfo, source: Source) -> Read:
    label = clean(member.filename)
    try:
        with archive.open(member) as file:
            raw = file.read(member.file_size + 1)
    except (BadZipFile, OSError, EOFError, zlib.error, NotImplementedError) as error:
        reason = f"is damaged in its archive ({' '.join(str(error).split())[:60]}): get it again"
        yield Quarantined(f"{source.file}/{label}", "", reason)
        return
    part = source.part(PurePosixPath(label).name, raw, label)
    try:
        yield from source.inside(part)
    except Unreadable as error:
        yield Quarantined(part.file, "", str(error))


def _is_wanted(member: ZipInfo, source: Source) -> bool:
    name = member.filename.lower()
    if (
        member.is_dir()
        or name.startswith(_PASSED[0])
        or name.endswith(_PARTS)
        or name.rpartition("/")[2] in _PASSED
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
