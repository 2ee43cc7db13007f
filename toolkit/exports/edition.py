"""What an export is made of: the tables of a run, joined by the ids that they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from toolkit.exports.links import link_to
from toolkit.model import UNTYPED
from toolkit.names.naming import named
from toolkit.names.sources import ANONYMOUS, kind_of, sources
from toolkit.timeline.ledger import entries, ledger
from toolkit.timeline.table import check_linked, records, source_of

KEYS = {
    "articles": "article_id",
    "sources": "source_id",
    "ledger": "claim_id",
    "events": "mention_id",
    "conflicts": "conflict_id",
}
"""Table -> the column whose values are its own, each once."""

NAMES = {
    **dict.fromkeys(("claim_id", "other_claim_id"), "ledger"),
    **dict.fromkeys(("mention_id", "other_mention_id", "fact_mention_id", "answers"), "events"),
    **dict.fromkeys(("article_id", "of", "copy_of"), "articles"),
    "source_id": "sources",
}
"""Column -> the table that its values are ids of."""

TABLES = {
    "articles": "the articles that were read, with their days of publication",
    "sources": "who speaks: one row for each source, whatever the articles call it",
    "ledger": "the claims: one row for each, with its history",
    "events": "the mentions: one row for each time that an article tells a claim",
    "conflicts": "where the accounts part: one row for each two positions that cannot both be right",
    "positions": "all positions on each question on which accounts part",
    "gaps": "what would settle the open claims, and the periods that no article covers",
    "outlets": "who prints first, how far behind the others are, and what each has of its own",
    "hardened": "where a retelling tells a claim as a fact",
    "copies": "the articles that repeat others",
    "unresolved": "expressions of time that have no days of their own",
    "quarantine": "what could not be used: file, place, reason",
}
"""Table -> what it holds, in the order in which one table names the rows of another."""

_ARTICLE = ("article_id", "outlet", "title", "url", "published", "published_basis")


@dataclass(frozen=True)
class Edition:
    """The tables of a run by the names of `TABLES`, its name, and the texts of its articles where they are known."""

    name: str
    tables: Mapping[str, pd.DataFrame]
    texts: Mapping[str, str]

    @property
    def events(self) -> pd.DataFrame:
        return self.tables["events"]

    @property
    def claims(self) -> pd.DataFrame:
        """The claims of the kinds that the lexicon knows."""
        found = self.tables["ledger"]
        return found[found["claim_id"].isin(self.typed)]

    @property
    def typed(self) -> frozenset[str]:
        """The ids of the claims of which some mention is of a kind that the lexicon knows."""
        kinds = self.events["kind"]
        # The ledger of a selection holds claims whose mentions lie outside of it.
        untyped = set(self.events["claim_id"]) - set(self.events["claim_id"][kinds != UNTYPED])
        return frozenset(self.tables["ledger"]["claim_id"]) - untyped


def edition(source: Any, name: str = "timeline") -> Edition:
    """The edition that `source` holds: linked events, a mapping of tables by name, or what `tk.build` gives.

    Articles, sources and claims that are not given are made out of the events, so that every id leads to a row. Each
    mention has the address of its words in the further column `link`, and `source_id` of who tells it. Raises
    TableError where the events are not linked, ValueError where there are none.
    """
    given = _tables(source)
    if "events" not in given:
        raise ValueError("export: no events among the tables; give linked events, or what build gives")
    events = given["events"]
    check_linked(events)
    events = events if "source" in events.columns else named(events)
    ids = (_source_id(source_of(row), row["article_id"], kind_of(row)) for row in records(events))
    events = events.assign(source_id=_text(ids), link=_links(events))
    made = {**given, "events": events}
    made["ledger"] = _claims(events, given.get("ledger"))
    made["articles"] = _articles(events, given.get("articles"))
    made["sources"] = _sources(events)
    corpus = getattr(source, "corpus", None)
    texts = {article.id: article.text for article in corpus or ()}
    title = getattr(corpus, "name", "") or name
    return Edition(title, {each: made[each] for each in TABLES if each in made}, texts)


def relations(tables: Mapping[str, pd.DataFrame]) -> dict[tuple[str, str], tuple[str, str]]:
    """(table, column) -> (table, column) that it names rows of, as far as every value that is set is found there.

    Mentions outside of a selection are such values; a relation that does not hold is not promised.
    """
    found = {}
    for table, frame in tables.items():
        for column, target in NAMES.items():
            key = KEYS[target]
            if column not in frame.columns or target not in tables or (table, column) == (target, key):
                continue
            values = frame[column]
            if values[values != ""].isin(tables[target][key]).all():
                found[table, column] = (target, key)
    return found


def _tables(source: Any) -> dict[str, pd.DataFrame]:
    if isinstance(source, pd.DataFrame):
        return {"events": source}
    if isinstance(source, Mapping):
        return {name: frame for name, frame in source.items() if name in TABLES}
    held = {name: getattr(source, name, None) for name in TABLES}
    return {name: frame for name, frame in held.items() if isinstance(frame, pd.DataFrame)}


def _links(events: pd.DataFrame) -> Any:
    cells = zip(events["url"], events["quote"], events["page"], strict=True)
    return _text(link_to(url, words, page) for url, words, page in cells)


def _sources(events: pd.DataFrame) -> pd.DataFrame:
    """Who speaks; whoever has no name is somebody else in each article, and has its id in his own."""
    found = sources(events)
    ids = (_source_id(row["source"], row["article_id"], row["kind"]) for row in records(found))
    found.insert(0, "source_id", _text(ids))
    return found


def _source_id(source: str, article: str, kind: str) -> str:
    return f"{source} ({article})" if kind == ANONYMOUS else source


def _text(values: Iterable[str]) -> Any:
    return pd.array(list(values), dtype="str")


def _claims(events: pd.DataFrame, given: pd.DataFrame | None) -> pd.DataFrame:
    """The given ledger, and the claims that it has no row for: those of no kind that the lexicon knows."""
    given = ledger(events) if given is None else given
    rest = events[~events["claim_id"].isin(given["claim_id"])]
    return pd.concat([given, entries(rest)[given.columns]], ignore_index=True) if len(rest) else given


def _articles(events: pd.DataFrame, given: pd.DataFrame | None) -> pd.DataFrame:
    told = events.drop_duplicates("article_id")[list(_ARTICLE)].reset_index(drop=True)
    if given is None:
        return told
    missing = told[~told["article_id"].isin(given["article_id"])]
    return pd.concat([given, missing], ignore_index=True) if len(missing) else given
