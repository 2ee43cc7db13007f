"""What stands at a path: a folder with a manifest, a folder of files, one table or one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from toolkit.corpus import documents, manifest, tables
from toolkit.corpus.draft import CorpusError, Draft, Unreadable
from toolkit.model import Quarantined

SUFFIXES = (*documents.SUFFIXES, *tables.SUFFIXES)
Progress = Callable[[int, int, str], None]

_KINDS = " ".join(SUFFIXES)
_IGNORED_STEMS = ("readme", "license", "licence", "changelog")
_IGNORED_NAMES = (manifest.NAME, "corrections.csv", "places.csv", "parties.csv")
_PAGE_PARTS = "_files"  # the folder of pictures and scripts that a browser saves beside a page


def find(path: Path, progress: Progress | None = None) -> Iterator[Draft | Quarantined]:
    """The articles at a path, in order, and a line for whatever can't be read.

    Raises CorpusError where there is nothing to read, and OSError where the path can't be opened.
    """
    if not path.exists():
        raise CorpusError(f"{path}: no such folder or file: check the path")
    if not path.is_dir():
        return _single(path, progress)
    if (path / manifest.NAME).is_file():
        return _listed(path, progress)
    return _folder(path, progress)


def _single(path: Path, progress: Progress | None) -> Iterator[Draft | Quarantined]:
    if path.suffix.lower() not in SUFFIXES:
        raise CorpusError(f"{path}: is no kind of file that is read: expected {_KINDS}")
    try:
        yield from _read(path, path.name)
    except Unreadable as error:
        raise CorpusError(f"{path}: {error}") from error
    if progress:
        progress(1, 1, path.name)


def _folder(folder: Path, progress: Progress | None) -> Iterator[Draft | Quarantined]:
    files = _files(folder)
    readable = sum(path.suffix.lower() in SUFFIXES for path in files)
    if not readable:
        raise CorpusError(f"{folder}: holds no article: expected {manifest.NAME} or files ending in {_KINDS}")
    for done, path in enumerate(files, 1):
        file = documents.label(path, folder)
        try:
            yield from _read(path, file)
        except Unreadable as error:
            yield Quarantined(file, "", str(error))
        except OSError as error:
            yield Quarantined(file, "", f"can't be opened: {error.strerror}")
        if progress:
            progress(done, len(files), path.name)


def _listed(folder: Path, progress: Progress | None) -> Iterator[Draft | Quarantined]:
    rows = manifest.read_manifest(folder)
    named = set()
    for done, row in enumerate(rows, 1):
        for item in [row] if isinstance(row, Quarantined) else manifest.read_row(folder, row):
            named.add(item.file)
            yield item
        if progress:
            progress(done, len(rows), item.file)
    yield from manifest.unnamed(folder, named, _files(folder))


def _read(path: Path, file: str) -> Iterator[Draft | Quarantined]:
    suffix = path.suffix.lower()
    if path.is_dir():
        raise Unreadable("is a folder and was not read: move its files up or into articles/")
    if suffix not in SUFFIXES:
        raise Unreadable(f"is no kind of file that is read: expected {_KINDS}")
    if not path.is_file():
        raise Unreadable("is no file that can be opened: put the file itself there or remove it")
    if suffix in tables.SUFFIXES:
        yield from tables.read_table(path, file)
    else:
        yield from documents.read_document(path, file)


def _files(folder: Path) -> list[Path]:
    """What stands in a folder and in its articles/, by name, less what is known to be no article."""
    inside = sorted(folder.iterdir()) + sorted((folder / manifest.ARTICLES).glob("*"))
    return [path for path in inside if not _passed_over(path)]


def _passed_over(path: Path) -> bool:
    name = path.name.lower()
    if name.startswith((".", "~$")) or name in _IGNORED_NAMES or name.split(".")[0] in _IGNORED_STEMS:
        return True
    if not path.is_dir():
        return False
    return (
        name == manifest.ARTICLES
        or name.endswith(_PAGE_PARTS)
        or not any(part.suffix.lower() in SUFFIXES for part in path.iterdir())
    )
