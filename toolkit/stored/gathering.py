"""Articles into batches, and each batch into files: never more than one batch is in memory.

A batch is named by all that its rows come from. What was written before under the name is not read again: a run that
was stopped goes on behind its last whole batch, and one with an article more reads the batch that it falls into.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.listing import unresolved_table
from toolkit.model import Article, Quarantined
from toolkit.reader import Settings, Taken, take_all
from toolkit.scale import AUTO
from toolkit.stored.layout import ARTICLES, MENTIONS, TIMES, read, write
from toolkit.timeline.table import column, records, to_frame

MOST, CHARACTERS = 1_000, 3_000_000
"""Articles and characters of a batch."""
USUAL = 500
"""Articles of a batch on average: one whose digest can be divided by this ends it, so that an article more or less
changes one batch and not all behind it."""

STORED: dict[str, str] = {
    **dict.fromkeys(("id", "text", "outlet", "title", "url"), "str"),
    "published": "datetime64[us]",
    **dict.fromkeys(("published_basis", "language", "notes", "file", "pages", "failure"), "str"),
}
"""Column -> dtype of the articles of a dataset; `failure` is why one could not be read for claims."""

Progress = Callable[[int, int, str], None]


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in batches, ended by what they hold themselves and not by how many came before.

    >>> [len(batch) for batch in batches(Article(str(number), "x" * 2_000_000) for number in range(5))]
    [2, 2, 1]
    """
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if len(batch) == MOST or size >= CHARACTERS or int(_digest(article), 16) % USUAL == 0:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def gather(
    batch: Sequence[Article],
    folder: Path,
    settings: Settings,
    on: Any = AUTO,
    progress: Progress | None = None,
) -> str:
    """Write what a batch of articles says into the folder of a dataset, unless it is there; the name of the batch."""
    keys = [settings.key(article) for article in batch]
    known = all(keys)
    name = hashlib.sha256("\0".join(keys if known else map(_digest, batch)).encode()).hexdigest()[:16]
    paths = {kind: folder / kind / f"{name}.parquet" for kind in (ARTICLES, TIMES, MENTIONS)}
    if known and all(path.exists() for path in paths.values()):
        return name
    taken = take_all(batch, settings, on, progress)
    read_ = [each for each in taken if isinstance(each, Taken)]
    days = {article.id: article.published for article in batch}
    times = unresolved_table(time for each in read_ for time in each.times)
    published = column([days[each] for each in times["article_id"]], "datetime64[us]")
    write(times.assign(published=published), paths[TIMES])
    write(_articles(batch, taken), paths[ARTICLES])
    write(to_frame(claim for each in read_ for claim in each.claims), paths[MENTIONS])
    return name


def articles_in(paths: Sequence[Path], where: Any = None) -> list[Article]:
    """The articles of batches for which `where` holds, by their days and names; offsets are places in `text`."""
    found = [_article(row) for row in read(paths, where).itertuples(index=False)]
    return sorted(found, key=lambda each: (each.published is None, each.published, each.id))


def unread(paths: Sequence[Path]) -> list[Quarantined]:
    """The articles of batches that could not be read for claims."""
    found = read(paths, columns=["id", "file", "failure"])
    return [
        Quarantined(row["file"] or row["id"], "", f"could not be read for claims: {row['failure']}")
        for row in records(found[found["failure"] != ""])
    ]


def _articles(batch: Sequence[Article], taken: Sequence[Any]) -> pd.DataFrame:
    failures = ["" if isinstance(each, Taken) else each.error for each in taken]
    values: dict[str, list[Any]] = {
        "pages": [" ".join(map(str, article.pages)) for article in batch],
        "failure": failures,
    }
    for name in STORED.keys() - values.keys():
        values[name] = [getattr(article, name) for article in batch]
    return pd.DataFrame({name: column(values[name], dtype) for name, dtype in STORED.items()})


def _article(row: Any) -> Article:
    fields = {name: getattr(row, name) for name in STORED if name != "failure"}
    published = None if pd.isna(row.published) else row.published.date()
    return Article(**fields | {"published": published, "pages": tuple(map(int, row.pages.split()))})


def _digest(article: Article) -> str:
    told = repr(astuple(replace(article, offsets=None)))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
