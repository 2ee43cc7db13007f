"""What stands at a path: a folder with a manifest, a folder of files and of folders, one table or one file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from toolkit.corpus import manifest
from toolkit.corpus.draft import CorpusError, Draft, Remark, Unreadable
from toolkit.corpus.inside import FOLLOW, NOTES, label, leads_out, walk
from toolkit.corpus.ours import holds_only_ours, made_in
from toolkit.corpus.readers import kinds, packed
from toolkit.corpus.readers.source import Item, Source, of_path
from toolkit.handwritten import Row
from toolkit.model import Quarantined

Progress = Callable[[int, int, str], None]

BESIDE = ("corrections.csv", "parties.csv", "places.csv")
"""The tables that a corpus brings of its own."""
_IGNORED_NAMES = (manifest.NAME, *BESIDE)
_PAGE_PARTS = "_files"  # the folder of pictures and scripts that a browser saves beside a page
_NO_ARTICLES = ("node_modules", "__pycache__", "__macosx", "lexicon")
"""Folders that hold no articles; `lexicon` is that of a corpus's own themes."""


def find(
    path: Path,
    progress: Progress | None = None,
    follow: bool = False,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Item]:
    """The articles at a path, in order, and a line for whatever can't be read.

    Links in a folder that lead out of it are read only where `follow` is set; `columns` maps fields to the columns of
    tables. Raises CorpusError where there is nothing to read, and OSError where the path can't be opened.
    """
    if not path.exists():
        raise CorpusError(f"{path}: no such folder or file: check the path")
    named = columns or {}
    if not path.is_dir():
        return _single(path, progress, named)
    if os.path.lexists(path / manifest.NAME):
        return _listed(path, progress, follow, named)
    return _folder(path, progress, follow, named)


def subfolders(folder: Path) -> list[Path]:
    """The folders in a folder that may each be a corpus, by name."""
    return [each for each in sorted(folder.iterdir()) if each.is_dir() and not _passed_over(each)]


def articles_in(folder: Path) -> list[Path]:
    """The files in a folder and below it of kinds that are read, by name; links that lead out of it are none."""
    files = walk(folder, False, _passing())
    return [
        each
        for each in files
        if isinstance(each, Path)
        and each.name != manifest.NAME
        and kinds.is_known(each.name)
        and each.is_file()
        and not leads_out(each, folder)
    ]


def _single(path: Path, progress: Progress | None, columns: Mapping[str, str]) -> Iterator[Item]:
    name = label(path, path.parent)
    try:
        yield from _content(replace(of_path(path, name), columns=columns))
    except Unreadable as error:
        raise CorpusError(f"{path}: {error}") from error
    if progress:
        progress(1, 1, name)


def _folder(
    folder: Path, progress: Progress | None, follow: bool, columns: Mapping[str, str]
) -> Iterator[Item]:
    files = list(walk(folder, follow, _passing()))
    if not any(isinstance(path, Path) and kinds.is_known(path.name) for path in files):
        if problem := next((path for path in files if isinstance(path, Quarantined)), None):
            raise CorpusError(f"{folder}: holds no article: {problem}")
        if made_in(folder):
            raise CorpusError(
                f"{folder}: holds no article, only what a run has written: name the corpus itself"
            )
        raise CorpusError(
            f"{folder}: holds no article: expected {manifest.NAME} or files ending in {kinds.KINDS}"
        )
    read: dict[str, str] = {}
    listed = _manifests(folder, files)
    for done, path in enumerate(files, 1):
        if isinstance(path, Quarantined):
            yield path
            continue
        if any(each in listed for each in path.parents):
            if path.name == manifest.NAME and path.parent in listed:
                yield from _below(path.parent, folder, follow, columns)
            continue
        file = label(path, folder)
        try:
            if not follow and leads_out(path, folder):
                raise Unreadable(f"is a link that leads out of the corpus folder: {FOLLOW}")
            if first := read.get(real := os.path.realpath(path)):
                raise Unreadable(f"is the same file as {first} by a link, and read once: remove one of them")
            read[real] = file
            yield from _read(path, file, columns)
        except Unreadable as error:
            yield Quarantined(file, "", str(error))
        except OSError as error:
            yield Quarantined(file, "", f"can't be opened: {error.strerror}")
        if progress:
            progress(done, len(files), file)


def _manifests(folder: Path, files: list[Path | Quarantined]) -> set[Path]:
    """The folders below a folder that have a manifest of their own; what lies in them is theirs."""
    return {
        each.parent
        for each in files
        if isinstance(each, Path) and each.name == manifest.NAME and each.parent != folder
    }


def _below(sub: Path, folder: Path, follow: bool, columns: Mapping[str, str]) -> Iterator[Item]:
    """The articles of a folder with its own manifest, as those of the folder that it lies in."""
    yield from _moved(_listed(sub, None, follow, columns), f"{label(sub, folder)}/")


def _moved(items: Iterator[Item], prefix: str) -> Iterator[Item]:
    """What a folder with its own manifest holds, its files named from where that folder lies."""
    try:
        for item in items:
            moved = (
                replace(item, file=prefix + item.file)
                if not isinstance(item, Remark)
                else item._replace(file=prefix + item.file)
            )
            if isinstance(moved, Draft):
                moved = replace(
                    moved, given=tuple(each._replace(file=prefix + each.file) for each in moved.given)
                )
            yield moved
    except CorpusError as error:
        yield Quarantined(prefix + manifest.NAME, "", str(error).partition(f"{manifest.NAME}: ")[2])


def _listed(
    folder: Path, progress: Progress | None, follow: bool, columns: Mapping[str, str]
) -> Iterator[Item]:
    rows = manifest.read_manifest(folder, follow)
    named = set()
    for done, row in enumerate(rows, 1):
        items = [row] if isinstance(row, Quarantined) else manifest.read_row(folder, row, follow, columns)
        file = items[-1].file if items else ""
        named |= {item.file for item in items}
        if isinstance(row, Row):
            named.add(row.values["file"].strip())
        yield from items
        if progress:
            progress(done, len(rows), file)
    above = {parent.as_posix() for name in named for parent in Path(name).parents}
    named |= {f"{manifest.ARTICLES}/{name}" for name in named}
    for path in walk(folder, follow, _passing()):
        if isinstance(path, Path):
            if path != folder / manifest.NAME:
                yield from manifest.unnamed(folder, named, path)
        elif path.file not in above:
            yield path


def _read(path: Path, file: str, columns: Mapping[str, str]) -> Iterator[Item]:
    if not kinds.is_known(path.name) and not path.is_file():
        raise Unreadable(f"is no kind of file that is read: expected {kinds.KINDS}")
    if not path.is_file():
        raise Unreadable("is no file that can be opened: put the file itself there or remove it")
    yield from _content(replace(of_path(path, file), columns=columns))


def _content(source: Source) -> Iterator[Item]:
    """What a file holds; an archive with a manifest is a folder."""
    if kinds.kind(source) != ".zip" or not packed.holds(source, manifest.NAME):
        yield from kinds.read(source)
        return
    with TemporaryDirectory(prefix="timeline-") as name:
        folder = Path(name)
        yield from packed.unpack(source, folder)
        for table in BESIDE:
            if (folder / table).is_file():
                yield Remark(f"{source.file}/{table}", "is applied in a folder only: unpack the archive")
        listed = (folder / manifest.NAME).is_file()
        read = _listed if listed else _folder
        yield from _moved(read(folder, None, False, source.columns), f"{source.file}/")


def _passed_over(path: Path) -> bool:
    """Whether a file or folder is known to be no article."""
    name = path.name.lower()
    if os.path.isdir(path):  # noqa: PTH112  Path.is_dir raises where it may not look
        return (
            name.startswith(".")
            or name.endswith(_PAGE_PARTS)
            or name in _NO_ARTICLES
            or holds_only_ours(path)
        )
    if name == manifest.NAME:
        return False
    return name.startswith((".", "~$")) or name in _IGNORED_NAMES or name.split(".")[0] in NOTES


def _passing() -> Callable[[Path], bool]:
    """What `_passed_over` says for one walk, and that what a run or an export has left there is no article."""
    made = cache(made_in)
    return lambda path: _passed_over(path) or path.name in made(path.parent)
