"""A SQLite database with keys and full-text search, and metadata for Datasette beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

import pandas as pd

from toolkit.exports.edition import KEYS, NAMES, TABLES, relations
from toolkit.exports.entries import plain
from toolkit.exports.making import Made, Order, as_json, whole

TYPES = {"i": "INTEGER", "b": "INTEGER", "f": "REAL"}
SEARCHED = {
    "events": ("quote", "statement", "claimant", "source", "actor", "target", "place", "title"),
    "ledger": ("summary", "statement", "place"),
    "articles": ("title", "outlet"),
}
"""Table -> the columns that its full-text index `<table>_fts` holds, as far as they are there."""

LABELS = {"articles": "title", "events": "quote", "ledger": "summary", "sources": "source"}
SORTED = {"events": "event_start", "ledger": "first_said", "articles": "published", "gaps": "rank"}
FACETS = {
    "events": ["kind", "standing", "outlet", "place"],
    "ledger": ["kind", "standing", "place"],
    "sources": ["kind", "side"],
}
QUERIES = {
    "disputed": (
        "Claims that somebody denies",
        "select claim_id, kind, place, summary, first_said, first_said_by, standings from ledger "
        "where denied_on is not null order by first_said",
    ),
    "on_a_day": (
        "What is told to have happened on a day",
        "select event_start, event_end, kind, place, quote, source, standing, link from events "
        "where event_start <= :day and event_end >= :day order by published",
    ),
    "search": (
        "Words in the quotes",
        "select events.mention_id, events.quote, events.source, outlet, published, link from events "
        "join events_fts on events.rowid = events_fts.rowid where events_fts match :words order by rank",
    ),
}
"""Name -> title and SQL of the queries that Datasette offers."""


def sqlite(order: Order) -> Made:
    """Every table; days as ISO text, truth as 0 and 1, what is missing as NULL. Columns that name rows of another table
    are foreign keys where every value is found there, and are NULL where they name none; `left_out` says what is not
    held, and each index `<table>_fts` is asked by `match`."""
    tables = order.edition.tables
    left = whole(order.edition)
    joined = relations(tables)
    for name, frame in tables.items():
        for column, target in NAMES.items():
            outside = (name, column) not in joined and (name, column) != (target, KEYS[target])
            if column in frame.columns and target in tables and outside:
                left.notes.append(
                    f"{name}.{column} is no foreign key: it names rows outside of this selection."
                )
    base = sqlite3.connect(":memory:")
    try:
        with base:
            for name, frame in tables.items():
                _create(base, name, frame, joined)
            for name, columns in SEARCHED.items():
                _index(base, name, [each for each in columns if each in tables[name].columns])
            base.execute("create table left_out (told text not null)")
            base.executemany("insert into left_out values (?)", [(each,) for each in left.sentences()])
        content = base.serialize()
    finally:
        base.close()
    metadata = as_json(_metadata(order, left.sentences()))
    return Made(content, left, {f"{order.stem}.metadata.json": metadata})


def _create(
    base: sqlite3.Connection, name: str, frame: pd.DataFrame, joined: dict[tuple[str, str], tuple[str, str]]
) -> None:
    keyed = KEYS.get(name)
    lines = []
    for column in map(str, frame.columns):
        rules = " primary key not null" if column == keyed else ""
        if (name, column) in joined:
            target, key = joined[name, column]
            rules += f" references {_name(target)} ({_name(key)}) deferrable initially deferred"
        if frame[column].dtype.kind == "b":
            rules += f" check ({_name(column)} in (0, 1))"
        lines.append(f"{_name(column)} {TYPES.get(frame[column].dtype.kind, 'TEXT')}{rules}")
    base.execute(f"create table {_name(name)} ({', '.join(lines)})")
    nothing = {place for place, column in enumerate(frame.columns) if (name, str(column)) in joined}
    rows = (
        tuple(None if place in nothing and value == "" else _stored(value) for place, value in enumerate(row))
        for row in frame.itertuples(index=False, name=None)
    )
    base.executemany(f"insert into {_name(name)} values ({', '.join('?' * len(lines))})", rows)
    for column in frame.columns:
        if (name, str(column)) in joined:
            base.execute(f"create index {_name(f'{name}_{column}')} on {_name(name)} ({_name(str(column))})")


def _index(base: sqlite3.Connection, name: str, columns: Iterable[str]) -> None:
    listed = ", ".join(map(_name, columns))
    base.execute(f"create virtual table {_name(f'{name}_fts')} using fts5({listed}, content={_name(name)})")
    base.execute(f"insert into {_name(f'{name}_fts')}({_name(f'{name}_fts')}) values ('rebuild')")


def _metadata(order: Order, left: list[str]) -> dict[str, Any]:
    tables = {
        name: {
            "description": TABLES[name],
            **({"label_column": LABELS[name]} if name in LABELS else {}),
            **({"sort": SORTED[name]} if name in SORTED else {}),
            **({"facets": FACETS[name]} if name in FACETS else {}),
            **({"fts_table": f"{name}_fts"} if name in SEARCHED else {}),
        }
        for name in order.edition.tables
    }
    queries = {name: {"title": title, "sql": sql} for name, (title, sql) in QUERIES.items()}
    return {
        "title": order.edition.name,
        "description": " ".join(left),
        "databases": {order.stem: {"tables": tables, "queries": queries}},
    }


def _stored(value: Any) -> Any:
    value = plain(value)
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
