"""The manifest: which files a corpus folder holds and what is known of their publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from toolkit.corpus.documents import SUFFIXES, label, read_document
from toolkit.corpus.draft import CorpusError, Draft, Given, Unreadable
from toolkit.corpus.inside import FOLLOW, leads_out, unusable
from toolkit.corpus.tables import read_csv
from toolkit.handwritten import Row
from toolkit.model import Quarantined

NAME = "manifest.csv"
ARTICLES = "articles"
_FIELDS = ("outlet", "title", "url", "language", "notes")


def read_manifest(folder: Path, follow: bool = False) -> list[Row | Quarantined]:
    """The rows of a folder's manifest, in its order.

    Raises CorpusError where it can't be read, has no column `file` or no rows.
    """
    path = folder / NAME
    if reason := unusable(path, folder, follow):
        raise CorpusError(f"{path}: {reason}")
    try:
        rows = list(read_csv(path, NAME, ("file",)))
    except Unreadable as error:
        raise CorpusError(f"{path}: {error}") from error
    if not rows:
        raise CorpusError(f"{path}: names no file: add a row per article, with at least its file")
    return rows


def read_row(folder: Path, row: Row, follow: bool = False) -> Sequence[Draft | Quarantined]:
    """The article that a row names, with the row's values before the file's own where both have one.

    Of a live page the row tells of its first day; what it added on later ones are articles of their own.
    """
    named = row.values.get("file", "").strip()
    if not named:
        return [Quarantined(NAME, row.place, "has no file: fill it in or remove the row")]
    found = _find(folder, named)
    if isinstance(found, str):
        return [Quarantined(NAME, row.place, f"{named[:100]} {found}")]
    file = label(found, folder)
    if not follow and leads_out(found, folder):
        reason = f"is reached by a link that leads out of the corpus folder: {FOLLOW}"
        return [Quarantined(file, "", f"{reason} ({NAME}, {row.place})")]
    try:
        first, *later = read_document(found, file)
    except (Unreadable, OSError) as error:
        reason = f"can't be opened: {error.strerror}" if isinstance(error, OSError) else str(error)
        return [Quarantined(file, "", f"{reason} ({NAME}, {row.place})")]
    told = {name: value for name in _FIELDS if (value := row.values.get(name, "").strip())}
    fields = first.fields | told
    if "notes" in first.fields and fields["notes"] != first.fields["notes"]:
        fields["notes"] = f"{fields['notes']}; {first.fields['notes']}"
    given = first.given
    if published := row.values.get("published", "").strip():
        given = (Given(published, NAME, f"{row.place}, published"), *given)
    name, place = row.values.get("id", "").strip() or first.id, f"{NAME}, {row.place}"
    told.pop("title", "")
    return [
        replace(first, id=name, place=place, fields=fields, given=given),
        *(
            replace(each, id=f"{name}-{each.stated.published}", place=place, fields=each.fields | told)
            for each in later
        ),
    ]


def unnamed(folder: Path, named: set[str], path: Path) -> Iterator[Quarantined]:
    """A line for an article file that stands in no row: the manifest says what the corpus is."""
    file = label(path, folder)
    if path.suffix.lower() in SUFFIXES and file not in named:
        yield Quarantined(
            file, "", f"is not named in {NAME} and was not read: add a row for it or move it away"
        )


def _find(folder: Path, named: str) -> Path | str:
    """The file that a row means, in the folder or its articles/, or the reason why there is none."""
    relative = PurePosixPath(named.replace("\\", "/"))
    if relative.is_absolute() or re.match(r"[A-Za-z]:", named) or ".." in relative.parts:
        return "lies outside the corpus folder: name files in it only"
    if relative.suffix.lower() not in SUFFIXES:
        return f"is no kind of article that a manifest can name ({' '.join(SUFFIXES)}): save its text as .txt"
    try:
        for path in (folder / relative, folder / ARTICLES / relative):
            if path.is_file():
                return path
    except OSError as error:
        return f"can't be opened: {error.strerror}"
    return "is missing: put the file into the folder or remove the row"
