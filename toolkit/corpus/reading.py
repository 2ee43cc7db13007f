"""Files to articles: a folder with a manifest, a folder of files, one table or one file.

Whatever can't be used is named with file, place and reason in the corpus's quarantine; the rest is read all
the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import overload
from urllib.parse import urlsplit

from toolkit.corpus import documents, manifest, tables
from toolkit.corpus.draft import CorpusError, Draft, Unreadable
from toolkit.corpus.evidence import Evidence, gather
from toolkit.corpus.frontpage import front_page
from toolkit.corpus.published import settle
from toolkit.model import Article, Quarantined

__all__ = ["Corpus", "CorpusError", "read_corpus"]

SUFFIXES = (*documents.SUFFIXES, *tables.SUFFIXES)
Progress = Callable[[int, int, str], None]

_IGNORED_STEMS = ("readme", "license", "licence")
_IGNORED_NAMES = (manifest.NAME, "corrections.csv")


@dataclass(frozen=True, repr=False, eq=False)
class Corpus(Sequence[Article]):
    """The articles of a corpus in order, and what could not be used.

    `evidence` maps an article's id to its pieces of evidence, the strongest first.
    """

    name: str
    path: Path
    articles: tuple[Article, ...]
    quarantine: tuple[Quarantined, ...] = ()
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...
    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]:
        return self.articles[index]

    def __len__(self) -> int:
        return len(self.articles)

    def __repr__(self) -> str:
        count = "1 article" if len(self) == 1 else f"{len(self)} articles"
        return f"<Corpus {self.name!r}: {count}, {len(self.quarantine)} in quarantine>"


def read_corpus(path: str | Path, progress: Progress | None = None) -> Corpus:
    """Read a corpus: a folder with manifest.csv, a folder of files, a table or a single file.

    A folder's files stand in it or in its `articles/`. With a manifest (columns file, outlet, title,
    published, url, language, notes) its rows say what is read and in which order; without one every .txt .md
    .markdown .html .htm .jsonl .csv .parquet file is, by name. `progress` is called with (files done, files
    in all, name) after each.

    Nothing is fetched. Raises CorpusError (a ValueError) where there is no such folder or file or nothing in
    it that could be read, and where a manifest or a single table lacks its columns. What fails in part is in
    `Corpus.quarantine` instead.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("KYIV, June 8, 2025 — The talks ended.", encoding="utf-8")
    ...     corpus = read_corpus(folder)
    >>> len(corpus), corpus[0].id, corpus[0].published, corpus[0].published_basis
    (1, 'a', datetime.date(2025, 6, 8), 'dateline')
    """
    path = Path(path)
    if not path.exists():
        raise CorpusError(f"{path}: no such folder or file: check the path")
    desk = _Desk()
    if not path.is_dir():
        found = _single(path)
    elif (path / manifest.NAME).is_file():
        found = _listed(path, progress)
    else:
        found = _folder(path, progress)
    for item in found:
        desk.take(item)
    whole = path.resolve()
    name = whole.name if path.is_dir() else whole.stem
    return Corpus(name, path, tuple(desk.articles), tuple(desk.quarantine), desk.evidence)


class _Desk:
    """Admits drafts as articles, one id once, and keeps the list of what it turned away."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.quarantine: list[Quarantined] = []
        self.evidence: dict[str, tuple[Evidence, ...]] = {}
        self.places: dict[str, str] = {}

    def take(self, item: Draft | Quarantined) -> None:
        if isinstance(item, Quarantined):
            self.quarantine.append(item)
        elif reason := self._objection(item):
            self.quarantine.append(Quarantined(item.file, item.place, reason))
        else:
            self._admit(item)

    def _objection(self, draft: Draft) -> str:
        if not any(map(str.isalnum, draft.text)):
            return "has no text: add it or remove the file"
        if first := self.places.get(draft.id):
            return f"has the id {draft.id}, as {first} has: give one of them another name"
        return front_page(draft.text)

    def _admit(self, draft: Draft) -> None:
        self.places[draft.id] = draft.where
        evidence = self.evidence[draft.id] = gather(draft)
        published, basis = settle(evidence)
        for piece in evidence:
            if piece.problem:
                self._report_date(draft, piece, f"its {basis} is used" if published else "it has no date")
        fields = draft.fields
        self.articles.append(
            Article(
                id=draft.id,
                text=draft.text,
                outlet=fields.get("outlet") or _host(fields.get("url", "")),
                title=fields.get("title", ""),
                url=fields.get("url", ""),
                published=published,
                published_basis=basis,
                language=fields.get("language", ""),
                notes=fields.get("notes", ""),
                file=draft.file,
            )
        )

    def _report_date(self, draft: Draft, piece: Evidence, instead: str) -> None:
        file, _, place = piece.where.partition(", ")
        reason = f"publication date of {draft.id}: {piece.problem} (the article is kept; {instead})"
        self.quarantine.append(Quarantined(file, place, reason))


def _single(path: Path) -> Iterator[Draft | Quarantined]:
    if path.suffix.lower() not in SUFFIXES:
        raise CorpusError(f"{path}: is no kind of file that is read: expected {' '.join(SUFFIXES)}")
    try:
        yield from _read(path, path.name)
    except Unreadable as error:
        raise CorpusError(f"{path}: {error}") from error


def _folder(folder: Path, progress: Progress | None) -> Iterator[Draft | Quarantined]:
    files, others = _files(folder)
    if not files:
        raise CorpusError(
            f"{folder}: holds no article: expected {manifest.NAME} or files ending in {' '.join(SUFFIXES)}"
        )
    for done, path in enumerate(files, 1):
        file = path.relative_to(folder).as_posix()
        try:
            yield from _read(path, file)
        except Unreadable as error:
            yield Quarantined(file, "", str(error))
        except OSError as error:
            yield Quarantined(file, "", f"can't be opened: {error.strerror}")
        if progress:
            progress(done, len(files), path.name)
    yield from others


def _listed(folder: Path, progress: Progress | None) -> Iterator[Draft | Quarantined]:
    rows = manifest.read_manifest(folder)
    named = set()
    for done, row in enumerate(rows, 1):
        item = row if isinstance(row, Quarantined) else manifest.read_row(folder, row)
        named.add(item.file)
        yield item
        if progress:
            progress(done, len(rows), item.file)
    yield from manifest.unnamed(folder, named, _files(folder)[0])


def _read(path: Path, file: str) -> Iterator[Draft | Quarantined]:
    if path.suffix.lower() in tables.SUFFIXES:
        yield from tables.read_table(path, file)
    else:
        yield documents.read_document(path, file)


def _files(folder: Path) -> tuple[list[Path], list[Quarantined]]:
    """The files of a folder and its articles/ that can be read, by name, and a line for each that can't."""
    files = []
    others = []
    inside = sorted(folder.iterdir()) + sorted((folder / manifest.ARTICLES).glob("*"))
    for path in inside:
        name = path.name.lower()
        if name.startswith((".", "~$")) or name in _IGNORED_NAMES or path.stem.lower() in _IGNORED_STEMS:
            continue
        kind = path.suffix.lower() in SUFFIXES
        file = path.relative_to(folder).as_posix()
        if path.is_file() and kind:
            files.append(path)
        elif path.is_file():
            others.append(
                Quarantined(file, "", f"is no kind of file that is read: expected {' '.join(SUFFIXES)}")
            )
        elif (
            path.is_dir()
            and file != manifest.ARTICLES
            and any(p.suffix.lower() in SUFFIXES for p in path.iterdir())
        ):
            if not name.endswith("_files"):
                others.append(
                    Quarantined(file, "", "is a folder and was not read: move its files up or into articles/")
                )
        elif kind:
            others.append(Quarantined(file, "", "is no regular file"))
    return files, others


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
