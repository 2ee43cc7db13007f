"""The tables beside the events: the articles that were read, and the times in them that have no days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from toolkit.claims.cases import case_for
from toolkit.dates import Policy, find_dates
from toolkit.dates.language import foreign
from toolkit.model import Article, NamedEvent
from toolkit.timeline.table import column

ARTICLES = {
    "article_id": "str",
    "outlet": "str",
    "title": "str",
    "url": "str",
    "published": "datetime64[us]",
    "published_basis": "str",
    "language": "str",
    "characters": "int64",
    "claims": "int64",
}
UNRESOLVED = {
    "article_id": "str",
    "text": "str",
    "start": "int64",
    "end": "int64",
    "type": "str",
    "value": "str",
    "why": "str",
}


def unresolved_table(
    articles: Iterable[Article], policy: str | Policy | None, named: Sequence[NamedEvent]
) -> pd.DataFrame:
    """The time expressions of `articles` that have no days of their own, as `UNRESOLVED` says."""
    rows = [
        (article.id, found.text, found.start, found.end, found.type, found.value, found.why)
        for article in articles
        if not foreign(article.text)
        for found in find_dates(
            article.text,
            article.published,
            policy,
            case_for(article.text, (), tuple(named)).events,
            article.possible,
        )
        if found.interval is None
    ]
    return _table(rows, UNRESOLVED)


def articles_table(articles: Iterable[Article], events: pd.DataFrame) -> pd.DataFrame:
    """One row per article with its number of rows in `events`, as `ARTICLES` says."""
    counts = events["article_id"].value_counts().to_dict()
    rows = [
        (
            article.id,
            article.outlet,
            article.title,
            article.url,
            article.published,
            article.published_basis,
            foreign(article.text) or "English",
            len(article.text),
            counts.get(article.id, 0),
        )
        for article in articles
    ]
    return _table(rows, ARTICLES)


def _table(rows: list[tuple[Any, ...]], columns: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            name: column([row[place] for row in rows], dtype)
            for place, (name, dtype) in enumerate(columns.items())
        }
    )
