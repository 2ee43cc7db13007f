"""The manifest: which files a corpus folder holds and what is known of their publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from toolkit.corpus.draft import CorpusError, Draft, Given, Remark, Unreadable
from toolkit.corpus.fields import mapping, settle
from toolkit.corpus.inside import FOLLOW, label, leads_out, unusable
from toolkit.corpus.publication.day import counted, day_order
from toolkit.corpus.readers import kinds
from toolkit.corpus.readers.delimited import noted, sheet
from toolkit.corpus.readers.source import of_path
from toolkit.corpus.tables import no_column
from toolkit.handwritten import Row
from toolkit.model import Quarantined

NAME = "manifest.csv"
ARTICLES = "articles"
_FIELDS = ("id", "published", "outlet", "title", "url", "language", "notes")
_OF_ALL = ("outlet", "language", "notes")
"""What a row says of every article in a file that holds several."""


def read_manifest(folder: Path, follow: bool = False) -> list[Row | Quarantined]:
    """The rows of a folder's manifest, in its order, their values under the names of the fields, with `file`, `columns`
    and `order`.

    Raises CorpusError where it can't be read, has no column `file` or no rows.
    """
    path = folder / NAME
    if reason := unusable(path, folder, follow):
        raise CorpusError(f"{path}: {reason}")
    try:
        columns, lines, note = sheet(of_path(path, NAME))
        if "file" not in columns:
            raise Unreadable(no_column("file", columns))
        rows = list(lines)
    except Unreadable as error:
        raise CorpusError(f"{path}: {error}") from error
    if not rows:
        raise CorpusError(f"{path}: names no file: add a row per article, with at least its file")
    named = settle([name for name in columns if name not in ("file", "columns")], fields=_FIELDS)
    order = day_order(named.values(row.values).get("published", "") for row in rows if isinstance(row, Row))
    kept = ("file", "columns")
    return [
        Row(
            {name: row.values.get(name, "") for name in kept}
            | noted(named.values(row.values), note)
            | {"order": order},
            row.place,
        )
        if isinstance(row, Row)
        else row
        for row in rows
    ]


def read_row(
    folder: Path, row: Row, follow: bool = False, columns: Mapping[str, str] | None = None
) -> Sequence[Draft | Quarantined | Remark]:
    """The article that a row names, with the row's values before the file's own where both have one.

    Of a live page the row tells of its first day; what it added on later ones are articles of their own. Of a file of
    several articles it tells their outlet, language and notes, and by `columns` which of its columns is which.
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
        own = mapping(row.values["columns"])
        items = list(kinds.read(replace(of_path(found, file), columns={**(columns or {}), **own})))
    except (ValueError, OSError) as error:
        reason = f"can't be opened: {error.strerror}" if isinstance(error, OSError) else str(error)
        return [Quarantined(file, "", f"{reason} ({NAME}, {row.place})")]
    drafts = [item for item in items if isinstance(item, Draft)]
    others = [item for item in items if not isinstance(item, Draft)]
    if drafts and all(each.part or each is drafts[0] for each in drafts) and not drafts[0].place:
        return [*others, *_told(row, drafts)]
    told = {name: row.values[name] for name in _OF_ALL if row.values.get(name)}
    return [*others, *(replace(each, fields=each.fields | told) for each in drafts)]


def _told(row: Row, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The articles of a file's one page as the row tells of them."""
    first, *later = drafts
    told = {name: row.values[name] for name in _FIELDS[2:] if row.values.get(name)}
    fields = first.fields | told
    if "notes" in first.fields and fields["notes"] != first.fields["notes"]:
        fields["notes"] = f"{fields['notes']}; {first.fields['notes']}"
    given = first.given
    if published := row.values.get("published", ""):
        place = f"{row.place}, published"
        given = (Given(counted(published) or published, NAME, place, row.values["order"]), *given)
    name, place = row.values.get("id") or first.id, f"{NAME}, {row.place}"
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
    if kinds.is_known(path.name) and file not in named:
        yield Quarantined(
            file, "", f"is not named in {NAME} and was not read: add a row for it or move it away"
        )


def _find(folder: Path, named: str) -> Path | str:
    """The file that a row means, in the folder or its articles/, or the reason why there is none."""
    relative = PurePosixPath(named.replace("\\", "/"))
    if relative.is_absolute() or re.match(r"[A-Za-z]:", named) or ".." in relative.parts:
        return "lies outside the corpus folder: name files in it only"
    if not kinds.is_known(relative.name):
        return f"is no kind of file that is read ({kinds.KINDS}): save its text as .txt"
    try:
        for path in (folder / relative, folder / ARTICLES / relative):
            if path.is_file():
                return path
    except OSError as error:
        return f"can't be opened: {error.strerror}"
    return "is missing: put the file into the folder or remove the row"
