"""A part of a dataset as an ordinary result, which every chart, table, export and the report take.

Months are looked through one after the other for the claims that are asked for; only these are loaded, with all their
rows, so that a window cuts no claim and changes no id.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.claims.lexicon import Lexicon
from toolkit.claims.places.gazetteer import FILE as PLACES
from toolkit.claims.places.gazetteer import load_gazetteer
from toolkit.corpus.reading import Corpus, own_tables
from toolkit.linked import Reading, Result, linked
from toolkit.listing import UNRESOLVED, copied
from toolkit.model import Quarantined
from toolkit.stored.gathering import articles_in
from toolkit.stored.layout import (
    ARTICLES,
    EVENTS,
    QUARANTINE,
    TABLES,
    TIMES,
    among,
    files,
    published_between,
    read,
)
from toolkit.timeline import copies as copying
from toolkit.timeline.manifest import manifest
from toolkit.timeline.selection import CLOCKS, PARTIES, Selection
from toolkit.timeline.storage import read_table

_LOOKED_AT = [
    *("claim_id", "article_id", "theme", "kind", "place", "places", *PARTIES),
    *dict.fromkeys(name for clock in CLOCKS for name in clock),
]


def window(
    folder: Path, wanted: Selection, lexicon: Lexicon, known_on: date | None, parameters: dict[str, Any]
) -> Result:
    """The chosen claims of the dataset in a folder, with all their rows and the articles of these, as a Result.

    Where days are chosen, all articles that were published on them are there, too.
    """
    tables = files(folder, TABLES)[0].parent
    own = own_tables(tables)[0]
    told = manifest(folder)
    inside = load_gazetteer(*([own[PLACES]] if PLACES in own else [])).within
    events = files(folder, EVENTS)
    claims: set[str] = set()
    for path in events if not wanted.is_all else ():
        claims.update(wanted.of(read([path], columns=_LOOKED_AT), inside)["claim_id"])
    where = None if wanted.is_all else among("claim_id", claims)
    rows = read(events, where)
    if known_on:
        rows = rows[rows["published"] <= pd.Timestamp(known_on)].reset_index(drop=True)
    articles = articles_in(files(folder, ARTICLES), _articles(wanted, rows))
    if known_on:
        articles = [each for each in articles if each.published and each.published <= known_on]
    ids = among("article_id", {article.id for article in articles})
    table = read_table(tables / QUARANTINE, {})
    quarantine = tuple(Quarantined(*row) for row in table.itertuples(index=False, name=None))
    corpus = Corpus(str(told["corpus"]), folder, tuple(articles), quarantine, own=own)
    stored = told["parameters"]
    reading = Reading(
        rows=rows,
        articles=articles,
        copies=copying.table(copied(articles)),
        unresolved=read(files(folder, TIMES), ids, list(UNRESOLVED)),
        failures=(),
        lexicon=lexicon,
        policy=stored.get("policy"),
        parser=str(stored["parser"]),
        known_on=known_on,
        chosen=wanted,
        parameters=parameters,
        settled=True,
    )
    return linked(reading, corpus)


def _articles(wanted: Selection, rows: pd.DataFrame) -> Any:
    """Which articles go with the rows that are wanted; None for all."""
    if wanted.is_all:
        return None
    theirs = among("id", rows["article_id"].unique())
    if not wanted.since and not wanted.until:
        return theirs
    return theirs | published_between(wanted.since, wanted.until)
