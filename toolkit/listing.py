"""What stands beside the events: the articles that were read, which are copies, and the times that have no days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd

from toolkit.claims.cases import case_for
from toolkit.claims.kept_readings import dates_of
from toolkit.claims.text.furniture import furniture
from toolkit.claims.text.sentences import sentences
from toolkit.dates import Policy, choose_policy
from toolkit.dates.language import foreign
from toolkit.dates.policy import named
from toolkit.model import Article, NamedEvent
from toolkit.timeline.copies import Copy, find, text_of
from toolkit.timeline.table import column

EDGE = 400  # characters at the beginning and the end of an article in which it credits an agency

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


class Time(NamedTuple):
    """A time expression without days of its own, a row of `UNRESOLVED`."""

    article_id: str
    text: str
    start: int
    end: int
    type: str
    value: str
    why: str


def undated_times(article: Article, policy: str | Policy | None, own: Sequence[NamedEvent]) -> list[Time]:
    """The time expressions of an article that have no days of their own."""
    if foreign(article.text):
        return []
    chosen = named(policy) or choose_policy(article.text, article.published)[0]
    events = case_for(article.text, (), tuple(own)).events
    return [
        Time(article.id, found.text, found.start, found.end, found.type, found.value, found.why)
        for found in dates_of(article.text, article.published, chosen, events, article.possible)
        if found.interval is None
    ]


def unresolved_table(times: Iterable[Time]) -> pd.DataFrame:
    """Times without days as `UNRESOLVED` says."""
    return _table(list(times), UNRESOLVED)


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


def copied(articles: Iterable[Article]) -> list[Copy]:
    """The copies among articles (`toolkit.timeline.copies`), their sentences without what a site says of itself."""
    return find(
        text_of(
            article.id,
            article.outlet,
            article.published,
            article.url,
            f"{article.text[:EDGE]}\n{article.text[-EDGE:]}",
            told(article.text),
        )
        for article in articles
    )


def told(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text and where they begin, without what a site says of itself."""
    spans = furniture(text)
    ends = [end for _, end in spans]
    for each in sentences(text):
        place = bisect_right(ends, each.start)
        if place == len(spans) or each.start < spans[place][0]:
            yield each.start, text[each.start : each.end]


def _table(rows: list[tuple[Any, ...]], columns: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            name: column([row[place] for row in rows], dtype)
            for place, (name, dtype) in enumerate(columns.items())
        }
    )
