"""Files to articles: `read_corpus` and the Corpus that it gives.

Whatever can't be used is named with file, place and reason in the corpus's quarantine; the rest is read all
the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import overload
from urllib.parse import urlsplit

from toolkit.corpus.cleaning import without_markup
from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import CorpusError, Draft
from toolkit.corpus.folder import BESIDE, Progress, find
from toolkit.corpus.frontpage import front_page
from toolkit.corpus.inside import beside
from toolkit.corpus.publication.evidence import Evidence, gather
from toolkit.corpus.publication.inference import Inference
from toolkit.corpus.publication.published import settle
from toolkit.model import Article, Offsets, Quarantined, Shown

__all__ = ["Corpus", "CorpusError", "read_corpus"]

LONGEST = 2_000_000  # characters; a book has a million


@dataclass(frozen=True, repr=False, eq=False)
class Corpus(Shown, Sequence[Article]):
    """The articles of a corpus in order, and what could not be used.

    `evidence` maps an article's id to its pieces of evidence, the strongest first; `inferred` the id of one
    without a date to what `undated.with_inferred` made out. `own` are the tables that the corpus brings (places.csv,
    parties.csv, corrections.csv) by their names, as far as they can be opened; `follow_links` says whether links that
    lead out of the folder were followed.
    """

    name: str
    path: Path
    articles: tuple[Article, ...]
    quarantine: tuple[Quarantined, ...] = ()
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    inferred: dict[str, Inference] = field(default_factory=dict)
    own: dict[str, Path] = field(default_factory=dict)
    follow_links: bool = False

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


def read_corpus(path: str | Path, progress: Progress | None = None, follow_links: bool = False) -> Corpus:
    """Read a corpus: a folder with manifest.csv, a folder of files, a table or a single file.

    A folder's files stand in it or in its `articles/`. With a manifest (columns file, outlet, title,
    published, url, language, notes) its rows say what is read and in which order; without one every .txt .md
    .markdown .html .htm .jsonl .csv .parquet file is, by name. `progress` is called with (files done, files
    in all, name) after each. A link that leads out of the folder is refused unless `follow_links` is set.

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
    desk = _Desk()
    own, problems = beside(path, BESIDE, follow_links)
    desk.quarantine += problems
    try:
        for item in find(path, progress, follow_links):
            desk.take(item)
    except OSError as error:
        raise CorpusError(f"{path}: can't be opened: {error.strerror}") from error
    whole = path.resolve()
    return Corpus(
        clean(whole.name if path.is_dir() else whole.stem),
        path,
        tuple(desk.articles),
        tuple(desk.quarantine),
        desk.evidence,
        own=own,
        follow_links=follow_links,
    )


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
            return
        text, offsets = without_markup(item.text, item.markdown, item.base or 0)
        draft = replace(item, text=text, fields=_without_markup(item.fields))
        # The lines of a front page are told by their marks too.
        listed = "" if item.stated.article else front_page(item.text)
        if reason := self._objection(draft) or listed:
            self.quarantine.append(Quarantined(item.file, item.place, reason))
        else:
            self._admit(draft, None if item.base is None else offsets)

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
