"""What stands at a path: a folder with a manifest, a folder of files, one table or one file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from toolkit.corpus import documents, manifest, tables
from toolkit.corpus.draft import CorpusError, Draft, Unreadable
from toolkit.corpus.inside import FOLLOW, entries, leads_out
from toolkit.corpus.ours import holds_only_ours, made_in
from toolkit.model import Quarantined

SUFFIXES = (*documents.SUFFIXES, *tables.SUFFIXES)
Progress = Callable[[int, int, str], None]

_KINDS = " ".join(SUFFIXES)
_IGNORED_STEMS = ("readme", "license", "licence", "changelog")
BESIDE = ("corrections.csv", "parties.csv", "places.csv")
"""The tables that a corpus brings of its own."""
_IGNORED_NAMES = (manifest.NAME, *BESIDE)
_PAGE_PARTS = "_files"  # the folder of pictures and scripts that a browser saves beside a page


def find(path: Path, progress: Progress | None = None, follow: bool = False) -> Iterator[Draft | Quarantined]:
    """The articles at a path, in order, and a line for whatever can't be read.

    Links in a folder that lead out of it are read only where `follow` is set. Raises CorpusError where there is nothing
    to read, and OSError where the path can't be opened.
    """
    if not path.exists():
        raise CorpusError(f"{path}: no such folder or file: check the path")
    if not path.is_dir():
        return _single(path, progress)
    if os.path.lexists(path / manifest.NAME):
        return _listed(path, progress, follow)
    return _folder(path, progress, follow)


def _single(path: Path, progress: Progress | None) -> Iterator[Draft | Quarantined]:
    if path.suffix.lower() not in SUFFIXES:
        raise CorpusError(f"{path}: is no kind of file that is read: expected {_KINDS}")
    try:
        yield from _read(path, documents.label(path, path.parent))
    except Unreadable as error:
        raise CorpusError(f"{path}: {error}") from error
    if progress:
        progress(1, 1, documents.label(path, path.parent))


def _folder(folder: Path, progress: Progress | None, follow: bool) -> Iterator[Draft | Quarantined]:
    files = list(_files(folder, follow))
    if not any(isinstance(path, Path) and path.suffix.lower() in SUFFIXES for path in files):
        if problem := next((path for path in files if isinstance(path, Quarantined)), None):
            raise CorpusError(f"{folder}: holds no article: {problem}")
        if made_in(folder):
            raise CorpusError(
                f"{folder}: holds no article, only what a run has written: name the corpus itself"
            )
        raise CorpusError(f"{folder}: holds no article: expected {manifest.NAME} or files ending in {_KINDS}")
    read: dict[str, str] = {}
    for done, path in enumerate(files, 1):
        if isinstance(path, Quarantined):
            yield path
            continue
        file = documents.label(path, folder)
        try:
            if not follow and leads_out(path, folder):
                raise Unreadable(f"is a link that leads out of the corpus folder: {FOLLOW}")
            if first := read.get(real := os.path.realpath(path)):
                raise Unreadable(f"is the same file as {first} by a link, and read once: remove one of them")
            read[real] = file
            yield from _read(path, file)
        except Unreadable as error:
            yield Quarantined(file, "", str(error))
        except OSError as error:
            yield Quarantined(file, "", f"can't be opened: {error.strerror}")
        if progress:
            progress(done, len(files), file)


def _listed(folder: Path, progress: Progress | None, follow: bool) -> Iterator[Draft | Quarantined]:
    rows = manifest.read_manifest(folder, follow)
    named = set()
    for done, row in enumerate(rows, 1):
        for item in [row] if isinstance(row, Quarantined) else manifest.read_row(folder, row, follow):
            named.add(item.file)
            yield item
        if progress:
            progress(done, len(rows), item.file)
    for path in _files(folder, follow):
        if isinstance(path, Quarantined):
            yield path
        else:
            yield from manifest.unnamed(folder, named, path)


def _read(path: Path, file: str) -> Iterator[Draft | Quarantined]:
    suffix = path.suffix.lower()
    if path.is_dir():
        next(path.iterdir(), None)  # one that may not be read says so
        raise Unreadable("is a folder and was not read: move its files up or into articles/")
    if suffix not in SUFFIXES:
        raise Unreadable(f"is no kind of file that is read: expected {_KINDS}")
    if not path.is_file():
        raise Unreadable("is no file that can be opened: put the file itself there or remove it")
    if suffix in tables.SUFFIXES:
        yield from tables.read_table(path, file)
    else:
        yield from documents.read_document(path, file)


def _files(folder: Path, follow: bool) -> Iterator[Path | Quarantined]:
    """What stands in a folder and in its articles/, by name, less what is known to be no article."""
    places = (folder, folder / manifest.ARTICLES)
    listed = {os.path.realpath(place) for place in places}
    made = {place: made_in(place) for place in places}
    for each in entries(folder, places, follow):
        if isinstance(each, Quarantined) or (
            each.name not in made.get(each.parent, ()) and not _passed_over(each, listed)
        ):
            yield each


def _passed_over(path: Path, listed: set[str]) -> bool:
    name = path.name.lower()
    if name.startswith((".", "~$")) or name in _IGNORED_NAMES or name.split(".")[0] in _IGNORED_STEMS:
        return True
    if not os.path.isdir(path):  # noqa: PTH112  Path.is_dir raises where it may not look
        return False
    if os.path.realpath(path) in listed or name.endswith(_PAGE_PARTS) or holds_only_ours(path):
        return True
    try:
        return not any(part.suffix.lower() in SUFFIXES for part in path.iterdir())
    except OSError:
        return False
