"""A corpus made into a dataset: gathered, linked, and settled as one."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.claims.places.gazetteer import FILE as PLACES
from toolkit.claims.places.gazetteer import read_places
from toolkit.corpus.reading import each_article, name_of, own_tables
from toolkit.model import Article, Quarantined
from toolkit.reader import Settings
from toolkit.scale import AUTO
from toolkit.stored.gathering import batches, gather, unread
from toolkit.stored.layout import (
    ARTICLES,
    MENTIONS,
    QUARANTINE,
    TIMES,
    UNDATED,
    keep_month,
    months_of,
    settle,
)
from toolkit.stored.months import linked_month, told_in_all
from toolkit.timeline.manifest import is_dataset
from toolkit.timeline.staging import locked
from toolkit.timeline.storage import write_table

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
    articles: int = 0
    of: int = 0
    quarantine: list[Quarantined] = field(default_factory=list)

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
    with _alone(out, corpus):
        own, problems = own_tables(corpus, follow_links)
        own = _kept(own, out)
        settings = replace(settings, places=own.get(PLACES))
        gathered = _Gathered(step, quarantine=problems)
        where: dict[str, list[str]] = defaultdict(list)
        names: list[str] = []
        for batch in batches(_articles(corpus, gathered, follow_links, columns)):
            name = gather(batch, out, settings, on, gathered.read)
            gathered.articles += len(batch)
            names.append(name)
            for month in months_of(out, name):
                where[month].append(name)
        paths = {
            kind: [out / kind / f"{name}.parquet" for name in names] for kind in (ARTICLES, MENTIONS, TIMES)
        }
        months = sorted(where, key=lambda month: (month == UNDATED, month))
        files: dict[str, Path] = {}
        found, mentions, claims = [], 0, 0
        for done, month in enumerate(months):
            step(done, len(months), f"linking {month}")
            events, new, useless = linked_month(out, month, where, files, settings.lexicon, own)
            files[month] = keep_month(out, month, events)
            found.append(useless)
            mentions, claims = mentions + len(events), claims + new
        misplaced = read_places(own[PLACES])[1] if PLACES in own else ()
        unusable = [*gathered.quarantine, *unread(paths[ARTICLES]), *misplaced, *told_in_all(found)]
        quarantine = tuple(sorted(unusable, key=str))
        write_table(
            pd.DataFrame(
                [(each.file, each.place, each.reason) for each in quarantine],
                columns=["file", "place", "reason"],
                dtype="str",
            ),
            out / QUARANTINE,
        )
        counts = {
            "articles": gathered.articles,
            "mentions": mentions,
            "claims": claims,
            "months": len(months),
            "quarantined": len(quarantine),
        }
        every = [
            *(path for some in paths.values() for path in some),
            *files.values(),
            *own.values(),
            out / QUARANTINE,
        ]
        settle(out, every, {"corpus": name_of(corpus), "counts": counts, **told})
    return Dataset(out, name_of(corpus), counts, quarantine)


def _articles(
    corpus: Path, gathered: _Gathered, follow_links: bool, columns: str | Mapping[str, str] | None
) -> Iterator[Article]:
    for each in each_article(corpus, gathered.opened, follow_links, columns):
        if isinstance(each, Quarantined):
            gathered.quarantine.append(each)
        else:
            yield each


def _kept(own: Mapping[str, Path], out: Path) -> dict[str, Path]:
    """The tables that the corpus brings of its own, in the dataset."""
    return {name: Path(shutil.copyfile(path, out / name)) for name, path in own.items()}


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
    return {each.name for each in out.iterdir()} <= {ARTICLES, MENTIONS, TIMES, "events"} | {
        "corrections.csv",
        "parties.csv",
        "places.csv",
        QUARANTINE,
    }
