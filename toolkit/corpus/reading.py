"""Files to articles: `read_corpus` and the Corpus that it gives.

Whatever can't be used is named with file, place and reason in the corpus's quarantine; the rest is read all
the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, overload
from urllib.parse import urlsplit

from toolkit.corpus import handed
from toolkit.corpus.cleaning import without_markup
from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import CorpusError, Draft, Remark
from toolkit.corpus.fields import mapping
from toolkit.corpus.folder import BESIDE, Progress, find
from toolkit.corpus.frontpage import front_page
from toolkit.corpus.inside import beside
from toolkit.corpus.publication.evidence import Evidence, gather
from toolkit.corpus.publication.inference import Inference
from toolkit.corpus.publication.published import settle
from toolkit.corpus.readers.source import Item
from toolkit.model import Article, Offsets, Quarantined, Shown

__all__ = ["Corpus", "CorpusError", "read_corpus"]

LONGEST = 2_000_000  # characters; a book has a million


@dataclass(frozen=True, repr=False, eq=False)
class Corpus(Shown, Sequence[Article]):
    """The articles of a corpus in order, and what could not be used.

    `evidence` maps an article's id to its pieces of evidence, the strongest first; `inferred` the id of one
    without a date to what `undated.with_inferred` made out. `own` are the tables that the corpus brings (places.csv,
    parties.csv, corrections.csv) by their names, as far as they can be opened; `follow_links` says whether links that
    lead out of the folder were followed. `remarks` are told of files of which nothing was lost: dates in columns that
    are not used, feeds of teasers; `columns` are the names that were given for the columns of tables.
    """

    name: str
    path: Path
    articles: tuple[Article, ...]
    quarantine: tuple[Quarantined, ...] = ()
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    inferred: dict[str, Inference] = field(default_factory=dict)
    own: dict[str, Path] = field(default_factory=dict)
    follow_links: bool = False
    remarks: tuple[Remark, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def possible_days(self) -> dict[str, tuple[date, date]]:
        """The first and the last day on which an article may have been published whose date is inferred."""
        return {
            name: (found.earliest, found.latest)
            for name, found in self.inferred.items()
            if found.earliest and found.latest
        }

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


def read_corpus(
    path: str | Path | Any,
    progress: Progress | None = None,
    follow_links: bool = False,
    columns: str | Mapping[str, str] | None = None,
) -> Corpus:
    """Read a corpus: a folder with manifest.csv, a folder of files and folders, a table or a single file; or a
    DataFrame, a dictionary or a list of them (one for each article, columns as in a table) or a list of paths.

    With a manifest (columns file, outlet, title, published, url, language, notes) its rows say what is read and in
    which order; without one every file is, by name: texts, Markdown, saved pages, tables (CSV, JSON, Excel, Parquet),
    feeds, mail, PDF, Word, crawls (WARC) and archives of these, as `docs/input.md` lists them. `progress` is called
    with (files done, files in all, name) after each. A link that leads out of the folder is refused unless
    `follow_links` is set. `columns` says which columns of tables hold which field, where their names are not known:
    {"published": "day_out"} or "published=day_out".

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
    named = mapping(columns)
    desk = _Desk()
    if not isinstance(path, str | os.PathLike):
        for item in handed.items(path, named, follow_links):
            desk.take(item)
        return desk.corpus(handed.NAME, Path(handed.NAME), {}, follow_links, named)
    path = Path(path)
    own, problems = own_tables(path, follow_links)
    desk.quarantine += problems
    try:
        for item in find(path, progress, follow_links, named):
            desk.take(item)
    except OSError as error:
        raise CorpusError(f"{path}: can't be opened: {error.strerror}") from error
    return desk.corpus(name_of(path), path, own, follow_links, named)


def each_article(
    path: str | Path,
    progress: Progress | None = None,
    follow_links: bool = False,
    columns: str | Mapping[str, str] | None = None,
) -> Iterator[Article | Quarantined]:
    """The articles of a folder, a table or a file one by one, and what could not be used: as `read_corpus`, but nothing
    is kept in memory except the ids. Its own tables are those of `own_tables`.
    """
    desk = _Desk()
    try:
        for item in find(Path(path), progress, follow_links, mapping(columns)):
            desk.take(item)
            yield from desk.articles
            yield from desk.quarantine
            desk.articles.clear()
            desk.quarantine.clear()
            desk.evidence.clear()
    except OSError as error:
        raise CorpusError(f"{path}: can't be opened: {error.strerror}") from error


def own_tables(path: Path, follow_links: bool = False) -> tuple[dict[str, Path], list[Quarantined]]:
    """The tables that a corpus brings of its own by their names, and a line for each that cannot be opened."""
    return beside(path, BESIDE, follow_links)


def name_of(path: Path) -> str:
    """The name of the corpus at a path."""
    whole = path.resolve()
    return clean(whole.name if path.is_dir() else whole.stem)


def articles_of(given: Any) -> Sequence[Article]:
    """Articles as they are, or those in what `read_corpus` takes.

    Raises ValueError naming the first thing that could not be read.
    """
    if isinstance(given, Corpus):
        return given
    if not isinstance(given, str | os.PathLike | Mapping) and not handed.is_table(given):
        given = list(given)
        if all(isinstance(each, Article) for each in given):
            return list(given)
    corpus = read_corpus(given)
    if corpus.quarantine:
        raise ValueError(
            f"{corpus.quarantine[0]}; read_corpus lists all that could not be read, and keeps the rest"
        )
    return corpus


class _Desk:
    """Admits drafts as articles, one id once, and keeps the list of what it turned away."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.quarantine: list[Quarantined] = []
        self.remarks: list[Remark] = []
        self.evidence: dict[str, tuple[Evidence, ...]] = {}
        self.places: dict[str, str] = {}

    def corpus(
        self, name: str, path: Path, own: dict[str, Path], follow_links: bool, columns: Mapping[str, str]
    ) -> Corpus:
        """What was admitted, as a corpus."""
        return Corpus(
            name,
            path,
            tuple(self.articles),
            tuple(self.quarantine),
            self.evidence,
            own=own,
            follow_links=follow_links,
            remarks=tuple(self.remarks),
            columns=columns,
        )

    def take(self, item: Item) -> None:
        if isinstance(item, Quarantined):
            self.quarantine.append(item)
            return
        if isinstance(item, Remark):
            self.remarks.append(item)
            return
        text, offsets = without_markup(item.text, item.markdown, item.base or 0)
        draft = replace(
            item,
            id=self._name(item),
            text=text,
            fields=_without_markup(item.fields),
            pages=tuple(offsets.from_file(place) for place in item.pages),
        )
        # The lines of a front page are told by their marks too.
        listed = "" if item.stated.article else front_page(item.text)
        if reason := self._objection(draft) or listed:
            self.quarantine.append(Quarantined(item.file, item.place, reason))
        else:
            self._admit(draft, None if item.base is None else offsets)

    def _name(self, draft: Draft) -> str:
        """The id of an article; one of another folder that has the name of a file read before is called by its path."""
        file = PurePosixPath(draft.file)
        first = self.places.get(draft.id, "").partition(" (")[0]
        if first and draft.id.startswith(file.stem) and PurePosixPath(first).parent != file.parent:
            return f"{file.parent}/{draft.id}"
        return draft.id

    def _objection(self, draft: Draft) -> str:
        if not any(map(str.isalnum, draft.text)):
            return "has no text: add it or remove the file"
        if len(draft.text) > LONGEST:
            return f"has {len(draft.text):,} characters, more than any article ({LONGEST:,}): split it"
        if first := self.places.get(draft.id):
            return f"has the id {draft.id}, as {first} has: give one of them another name"
        return ""

    def _admit(self, draft: Draft, offsets: Offsets | None) -> None:
        self.places[draft.id] = draft.where
        for doubt in draft.doubts:
            self.quarantine.append(Quarantined(draft.file, draft.place, f"{doubt} (the article is kept)"))
        evidence = self.evidence[draft.id] = gather(draft)
        published, basis = settle(evidence)
        places = [(given.file, given.place) for given in draft.given]
        places += [(draft.file, draft.place) for piece in evidence if piece.basis == "metadata"]
        for (file, place), piece in zip(places, evidence, strict=False):
            if piece.problem:
                instead = f"dated by its {basis}" if published else "without a date"
                reason = f"publication date of {draft.id}: {piece.problem} (the article is kept, {instead})"
                self.quarantine.append(Quarantined(file, place, reason))
        if not published and draft.undated:
            self.quarantine.append(
                Quarantined(draft.file, draft.place, f"{draft.undated} (the article is kept)")
            )
        if basis == "guess":
            doubt = (
                f"{published} is {evidence[-1].where}: write the day into the manifest (the article is kept)"
            )
            self.quarantine.append(
                Quarantined(draft.file, draft.place, f"publication date of {draft.id}: {doubt}")
            )
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
                offsets=offsets,
                pages=draft.pages,
            )
        )


def _without_markup(fields: dict[str, str]) -> dict[str, str]:
    """The fields with a title free of entities and of other marks that no title has."""
    if "title" not in fields:
        return fields
    return fields | {"title": without_markup(fields["title"], markdown=False).text}


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
