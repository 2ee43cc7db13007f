"""What was read of a corpus, linked: the tables of a run, and how they are made anew when the analyst corrects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.claims.lexicon import Lexicon
from toolkit.claims.places.gazetteer import FILE as PLACES
from toolkit.claims.places.gazetteer import load_gazetteer, read_places
from toolkit.corpus.reading import Corpus
from toolkit.corrected import corrected_links
from toolkit.dates import Policy, find_dates
from toolkit.listing import articles_table
from toolkit.model import Article, Quarantined, Shown
from toolkit.names.naming import naming
from toolkit.names.parties import FILE as PARTIES
from toolkit.names.parties import own_parties
from toolkit.timeline import conflicts as parting
from toolkit.timeline import gaps as missing
from toolkit.timeline.conflicts.together import positions
from toolkit.timeline.corrections import FILE as CORRECTIONS
from toolkit.timeline.distance import with_distances
from toolkit.timeline.hardened import hardened
from toolkit.timeline.known import as_known_on
from toolkit.timeline.ledger import ledger
from toolkit.timeline.link import link
from toolkit.timeline.order import by_order
from toolkit.timeline.outlets import outlets
from toolkit.timeline.selection import Selection


@dataclass(frozen=True, repr=False)
class Result(Shown):
    """What a run gives: tables (DataFrames) and what could not be used.

    `events` is the linked event table, `ledger` one row per claim, `conflicts` one row for each two positions on a
    claim that part (columns as in `timeline.conflicts`), `positions` one for each position on what is in question
    (`timeline.conflicts.together`), `copies` one per article that is a copy (`timeline.copies`), `outlets` and
    `hardened` are as in `timeline.outlets`, `gaps` as in `timeline.gaps`, `articles` and `unresolved` (time
    expressions without days of their own) as `ARTICLES` and `UNRESOLVED` say, `parameters` those that were set, and
    `reading` is what the tables were made of, which `linked` takes.
    """

    events: pd.DataFrame
    ledger: pd.DataFrame
    conflicts: pd.DataFrame
    positions: pd.DataFrame
    unresolved: pd.DataFrame
    quarantine: tuple[Quarantined, ...]
    articles: pd.DataFrame
    copies: pd.DataFrame
    outlets: pd.DataFrame
    hardened: pd.DataFrame
    gaps: pd.DataFrame
    corpus: Corpus
    parameters: dict[str, Any] = field(default_factory=dict)
    reading: Reading | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        numbers = (("mention", self.events), ("claim", self.ledger), ("contradiction", self.conflicts))
        counted = (f"{len(table)} {name}{'' if len(table) == 1 else 's'}" for name, table in numbers)
        return f"<Result of {self.corpus.name!r}: {', '.join(counted)}>"


@dataclass(frozen=True)
class Reading:
    """What stays when the analyst corrects: the mentions as they were read, and what was asked for.

    `rows` are neither corrected nor named nor linked, `articles` those in print by `known_on`; `chosen` is what is
    wanted of the linked rows; `failures` are the articles that could not be read for claims. Rows that are `settled`,
    those of a dataset, are named and linked already, and stay so.
    """

    rows: pd.DataFrame
    articles: Sequence[Article]
    copies: pd.DataFrame
    unresolved: pd.DataFrame
    failures: tuple[Quarantined, ...]
    lexicon: Lexicon
    policy: str | Policy | None
    parser: str
    known_on: date | None
    chosen: Selection
    parameters: dict[str, Any]
    settled: bool = False


def named_and_linked(
    rows: pd.DataFrame,
    lexicon: Lexicon,
    articles: Iterable[Article],
    own: Mapping[str, Path],
    **held: Any,
) -> tuple[pd.DataFrame, tuple[Quarantined, ...]]:
    """The rows with the analyst's corrections, named and linked, and what could not be used of the tables in `own`;
    `held` is what `link` is told of rows that were linked before."""
    places = own.get(PLACES)
    gazetteer = load_gazetteer(*([places] if places else []))
    return corrected_links(
        rows,
        own.get(CORRECTIONS),
        partial(link, families=lexicon.families(), inside=gazetteer.within, **held),
        partial(
            naming,
            texts={article.id: article.text for article in articles},
            parties=own_parties(own.get(PARTIES)),
        ),
    )


def linked(reading: Reading, corpus: Corpus) -> Result:
    """The tables of a reading, with the corrections, parties and places that `corpus` brings: no article is read."""
    own = corpus.own.get(PLACES)
    gazetteer = load_gazetteer(*([own] if own else []))
    misplaced = read_places(own)[1] if own else ()
    rows, misnamed = reading.rows, tuple[Quarantined, ...]()
    if not reading.settled:
        rows, misnamed = named_and_linked(reading.rows, reading.lexicon, corpus, corpus.own)
    rows = by_order(with_distances(rows))
    if reading.known_on:
        rows = as_known_on(rows, reading.known_on)
    chosen = reading.chosen.of(rows, gazetteer.within)
    whole = rows[rows["claim_id"].isin(chosen["claim_id"])]
    facts = hardened(whole)
    parted = parting.conflicts(whole, reading.lexicon.families(), gazetteer.within, find_dates)
    return Result(
        events=chosen,
        ledger=ledger(whole),
        conflicts=parted,
        positions=positions(whole, parted),
        unresolved=reading.unresolved,
        quarantine=tuple(dict.fromkeys((*corpus.quarantine, *reading.failures, *misplaced, *misnamed))),
        articles=articles_table(reading.articles, chosen),
        copies=reading.copies,
        outlets=outlets(whole, facts),
        hardened=facts,
        gaps=missing.gaps(whole, (each.published for each in reading.articles if each.published), facts),
        corpus=corpus,
        parameters=reading.parameters,
        reading=reading,
    )
