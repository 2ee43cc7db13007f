"""`timeline add`: files, folders and pages are taken into a corpus, each with its hash, when and whence it was taken,
and the evidence of its day.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO, StringIO
from pathlib import Path, PurePosixPath

from toolkit.collecting.fetch import Allowed, Fetched, FetchError, fetch, is_public
from toolkit.corpus import manifest
from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import CorpusError, Draft, Unreadable
from toolkit.corpus.folder import articles_in
from toolkit.corpus.inside import label
from toolkit.corpus.publication.address import slug
from toolkit.corpus.publication.evidence import gather
from toolkit.corpus.publication.published import settle
from toolkit.corpus.readers import kinds
from toolkit.corpus.readers.delimited import sheet
from toolkit.corpus.readers.source import Source, of_path
from toolkit.handwritten import Row
from toolkit.model import Quarantined
from toolkit.timeline.files import replacing

COLUMNS = ("file", "outlet", "title", "published", "url", "language", "notes", "columns")
PROVENANCE = ("sha256", "captured", "taken_from", "evidence")
"""What add writes of each file: the hash of its bytes, when it was fetched (UTC), from where, and what dates it."""
_ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom", "application/xml": ".xml", "text/xml": ".xml",
    "application/json": ".json", "text/csv": ".csv", "text/markdown": ".md", "": ".html",
}  # fmt: skip


@dataclass
class Added:
    """What came of it: the new files, the lines on what was not taken, and what was there already."""

    files: list[str] = field(default_factory=list)
    problems: list[Quarantined] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Piece:
    """Something to take in: its bytes, the name it gets, whence it comes, and when it was fetched."""

    name: str
    raw: bytes
    whence: str
    url: str = ""
    captured: str = ""


def add(corpus: str | Path, named: Sequence[str], allowed: Allowed = is_public) -> Added:
    """Take files, folders and addresses into a corpus folder; only addresses that are named are fetched.

    Files are kept as they are, under `articles/`; bytes that are there already are not taken twice. The manifest gets a
    row for each, and is begun where there is none. Raises CorpusError where the corpus is no folder.
    """
    folder = Path(corpus)
    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder; timeline new {folder} makes one")
    result = Added()
    hashes = {_hash(path.read_bytes()): label(path, folder) for path in articles_in(folder)}
    for name in named:
        for piece in _pieces(name, result, allowed):
            _take(folder, piece, hashes, result)
    if result.files:
        enter(folder, result.rows)
    return result


def unlisted(corpus: str | Path) -> Added:
    """Enter the files into the manifest of a corpus that stand in its folder and are not named in it."""
    folder, result = Path(corpus), Added()
    columns, rows = _manifest(folder)
    if not columns:
        return result
    listed = {row.get("file", "") for row in rows}
    for path in articles_in(folder):
        file = label(path, folder)
        if file in listed or file.removeprefix(f"{manifest.ARTICLES}/") in listed:
            continue
        row = _row(_Piece(path.name, path.read_bytes(), file), file, result)
        if row is not None:
            result.files.append(file)
            result.rows.append(row)
    if result.rows:
        enter(folder, result.rows)
    return result


def enter(folder: Path, added: Iterable[dict[str, str]]) -> None:
    """Write rows behind those of the manifest; one without the columns of provenance gets them, and none is begun with
    the files that stand in the folder already.
    """
    path = folder / manifest.NAME
    columns, rows = _manifest(folder)
    rows_added = list(added)
    if not columns:
        new = {row["file"] for row in rows_added}
        files = (label(each, folder) for each in articles_in(folder))
        rows = [{"file": file} for file in files if file not in new]
    wanted = [*(columns or COLUMNS), *(name for name in PROVENANCE if name not in columns)]
    wanted += [name for name in ("url",) if name not in wanted]
    comments, separator = _head(path)
    out = StringIO()
    writer = csv.DictWriter(
        out, wanted, delimiter=separator, lineterminator="\n", restval="", extrasaction="ignore"
    )
    writer.writeheader()
    writer.writerows([*rows, *rows_added])
    with replacing(path) as temporary:
        temporary.write_text(comments + out.getvalue(), encoding="utf-8")


def _pieces(name: str, result: Added, allowed: Allowed) -> Iterable[_Piece]:
    if "://" in name:
        try:
            page = fetch(name, allowed)
        except FetchError as error:
            result.problems.append(Quarantined(name, "", str(error).removeprefix(f"{name}: ")))
            return
        yield _Piece(_name_of(page), page.raw, name, page.url, page.captured)
        return
    path = Path(name)
    if not path.exists():
        result.problems.append(Quarantined(clean(name), "", "no such file or folder: check the path"))
        return
    for each in articles_in(path) if path.is_dir() else [path]:
        try:
            yield _Piece(each.name, each.read_bytes(), clean(str(each)))
        except OSError as error:
            result.problems.append(Quarantined(clean(str(each)), "", f"can't be opened: {error.strerror}"))


def _name_of(page: Fetched) -> str:
    """What the file of a fetched page is called."""
    ending = "." + PurePosixPath(page.url.partition("?")[0]).suffix.lower().lstrip(".")
    known = ending if ending in kinds.BY_SUFFIX and page.media not in ("text/html", "") else ""
    return (slug(page.url) or "page") + (
        known or _ENDINGS.get(page.media, ending if ending in kinds.BY_SUFFIX else ".html")
    )


def _take(folder: Path, piece: _Piece, hashes: dict[str, str], result: Added) -> None:
    if first := hashes.get(digest := _hash(piece.raw)):
        result.known.append(f"{piece.whence}: has the bytes of {first}, and was not taken twice")
        return
    target = _free(folder / manifest.ARTICLES, piece.name)
    file = label(target, folder)
    row = _row(piece, file, result)
    if row is None:
        return
    target.parent.mkdir(exist_ok=True)
    with replacing(target) as temporary:
        temporary.write_bytes(piece.raw)
    hashes[digest] = file
    result.files.append(file)
    result.rows.append(row)


def _row(piece: _Piece, file: str, result: Added) -> dict[str, str] | None:
    """The row of the manifest for a piece, None where nothing in it can be read."""
    source = Source(file, piece.name, lambda: BytesIO(piece.raw), len(piece.raw))
    try:
        items = list(kinds.read(source))
    except Unreadable as error:
        result.problems.append(Quarantined(piece.whence, "", f"{error} (it was not taken)"))
        return None
    result.problems += [replace(each, file=piece.whence) for each in items if isinstance(each, Quarantined)]
    drafts = [each for each in items if isinstance(each, Draft)]
    if not any(any(map(str.isalnum, each.text)) for each in drafts):
        result.problems.append(Quarantined(piece.whence, "", "holds no article (it was not taken)"))
        return None
    evidence = f"{len(drafts)} articles" if len(drafts) > 1 else _evidence(drafts[0], piece)
    row = {"file": file, "sha256": _hash(piece.raw), "captured": piece.captured, "taken_from": piece.whence}
    return row | {"evidence": evidence, "url": piece.url if len(drafts) == 1 else ""}


def _evidence(draft: Draft, piece: _Piece) -> str:
    fields = draft.fields if draft.fields.get("url") or not piece.url else draft.fields | {"url": piece.url}
    pieces = gather(replace(draft, fields=fields))
    day, basis = settle(pieces)
    return (
        next((str(each) for each in pieces if each.day == day and each.basis == basis), "no date")
        if day
        else "no date"
    )


def _free(folder: Path, name: str) -> Path:
    """A path for a file of a name that no other has, whatever its ending."""
    safe = (
        "".join(sign if sign.isalnum() or sign in "-_. " else "-" for sign in clean(name)).strip(". ")
        or "page"
    )
    stem, dot, ending = safe.partition(".")
    taken = (
        {each.name.partition(".")[0].casefold() for each in folder.iterdir()} if folder.is_dir() else set()
    )
    number, free = 1, stem
    while free.casefold() in taken:
        number += 1
        free = f"{stem}-{number}"
    return folder / f"{free}{dot}{ending}"


def _manifest(folder: Path) -> tuple[list[str], list[dict[str, str]]]:
    """The columns and the rows of a folder's manifest; none where it has no manifest."""
    path = folder / manifest.NAME
    if not path.is_file():
        return [], []
    try:
        columns, rows, _ = sheet(of_path(path, manifest.NAME))
        found = list(rows)
    except Unreadable as error:
        raise CorpusError(f"{path}: {error}") from error
    if bad := next((row for row in found if isinstance(row, Quarantined)), None):
        raise CorpusError(
            f"{path.parent / bad.file}, {bad.place}: {bad.reason}; mend it before something is added"
        )
    return [name for name in columns if name], [row.values for row in found if isinstance(row, Row)]


def _head(path: Path) -> tuple[str, str]:
    """The comments at the top of a manifest, and the sign between its values."""
    if not path.is_file():
        return "", ","
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines(keepends=True)
    comments = []
    while lines and lines[0].startswith("# "):
        comments.append(lines.pop(0))
    return "".join(comments), max(",;\t|", key=lines[0].count) if lines else ","


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
