"""A corpus made into a dataset: gathered, linked, and settled as one."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from toolkit.claims.places.gazetteer import FILE as PLACES
from toolkit.claims.places.gazetteer import read_places
from toolkit.corpus.reading import CorpusError, each_article, name_of, own_tables
from toolkit.model import Article, Quarantined
from toolkit.reader import Settings
from toolkit.scale import AUTO
from toolkit.stored.gathering import batches, gather, unread
from toolkit.stored.layout import (
    ARTICLES,
    FOLDERS,
    MENTIONS,
    TIMES,
    in_order,
    keep_tables,
    months_of,
    settle,
)
from toolkit.stored.months import Wanted, keep_linked, told_in_all
from toolkit.timeline.manifest import is_dataset
from toolkit.timeline.staging import locked

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Dataset:
    """A dataset on disk: its folder, how much is in it, and what could not be used."""

    folder: Path
    name: str
    counts: Mapping[str, int]
    quarantine: tuple[Quarantined, ...]


@dataclass
class _Gathered:
    """What is told of the corpus while it is read."""

    progress: Progress
    quarantine: list[Quarantined]
    articles: int = 0
    of: int = 0

    def admitted(self, found: Iterable[Article | Quarantined]) -> Iterator[Article]:
        """The articles of what is found, the rest noted."""
        for each in found:
            if isinstance(each, Quarantined):
                self.quarantine.append(each)
            else:
                yield each

    def opened(self, _: int, of: int, file: str) -> None:
        """Tell that one file more of so many was opened: how many of its articles are read is another matter."""
        self.of = of
        self._tell(self.articles, file)

    def read(self, done: int, _: int, article: str) -> None:
        """Tell that so many articles of a batch are read."""
        self._tell(self.articles + done, article)

    def _tell(self, done: int, name: str) -> None:
        # Of a table nobody knows beforehand how many articles are in it.
        if self.of > 1:
            self.progress(done, max(self.of, done), name)
        else:
            self.progress(0, 0, f"{done} articles read")


def write_dataset(
    corpus: Path,
    out: Path,
    settings: Settings,
    told: Mapping[str, Any],
    on: Any = AUTO,
    progress: Progress | None = None,
    follow_links: bool = False,
    columns: str | Mapping[str, str] | None = None,
) -> Dataset:
    """Make a dataset of a corpus in the folder `out`, or of what has become of the corpus since it was made there.

    `told` are the parameters and versions that its manifest names. Raises ValueError where `out` is no place for it.
    """
    step = progress or (lambda *_: None)
    own, problems = own_tables(corpus, follow_links)
    settings = replace(settings, places=own.get(PLACES))
    with _alone(out, corpus):
        gathered = _Gathered(step, problems)
        batches_of: dict[str, list[str]] = defaultdict(list)
        names: list[str] = []
        for batch in batches(gathered.admitted(each_article(corpus, gathered.opened, follow_links, columns))):
            names.append(gather(batch, out, settings, on, gathered.read))
            gathered.articles += len(batch)
            for month in months_of(out, names[-1]):
                batches_of[month].append(names[-1])
        if not names:
            raise CorpusError(f"{corpus}: no article of it could be read: {gathered.quarantine[0]}")
        linked: dict[str, Path] = {}
        mentions = claims = 0
        useless = []
        for done, month in enumerate(months := in_order(batches_of)):
            step(done, len(months), f"linking {month}")
            found = keep_linked(Wanted(out, month, batches_of, linked, settings.lexicon, own), on)
            linked[month] = found.path
            useless.append(found.problems)
            mentions, claims = mentions + found.mentions, claims + found.claims
        stored = [out / kind / f"{name}.parquet" for kind in (ARTICLES, MENTIONS, TIMES) for name in names]
        misplaced = read_places(own[PLACES])[1] if PLACES in own else ()
        problems = [*gathered.quarantine, *unread(stored[: len(names)]), *misplaced, *told_in_all(useless)]
        quarantine = tuple(sorted(problems, key=str))
        tables = keep_tables(out, own.values(), quarantine)
        counts = {
            "articles": gathered.articles,
            "mentions": mentions,
            "claims": claims,
            "months": len(months),
            "quarantined": len(quarantine),
        }
        name = name_of(corpus)
        settle(out, [*stored, *linked.values(), *tables], {"corpus": name, "counts": counts, **told})
    return Dataset(out, name, counts, quarantine)


@contextmanager
def _alone(out: Path, corpus: Path) -> Iterator[None]:
    """Keep the folder of a dataset from other runs while the block runs; it is made where it is missing."""
    if out.resolve().is_relative_to(corpus.resolve()):
        raise ValueError(f"{out}: lies in the corpus itself; give another folder to write into")
    if out.exists() and not (out.is_dir() and (is_dataset(out) or _begun(out))):
        raise ValueError(f"{out}: holds something else than a dataset; give another folder to write into")
    out.mkdir(parents=True, exist_ok=True)
    try:
        handle = locked(out)
    except BlockingIOError:
        raise ValueError(f"{out}: another run is writing into it; wait until it has ended") from None
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _begun(out: Path) -> bool:
    """Whether a folder is empty, or that of a dataset whose first run was stopped."""
    return {each.name for each in out.iterdir()} <= set(FOLDERS)
