"""One table as CSV or Parquet, and all tables as a Data Package (Frictionless) of CSV files."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd

from toolkit.exports.edition import KEYS, TABLES, relations
from toolkit.exports.entries import CLAIMS, Left
from toolkit.exports.making import Made, Order, as_json, whole
from toolkit.timeline.storage import csv_lines

TYPES = {"M": "date", "i": "integer", "f": "number", "b": "boolean"}
DISARMED = "A cell that a spreadsheet would run as a formula has an apostrophe before it; take one off to get its text."


def csv(order: Order) -> Made:
    """The claims or the mentions as CSV, with an apostrophe before whatever a spreadsheet would run."""
    return Made(_csv(_one(order)), _all(order))


def parquet(order: Order) -> Made:
    """The claims or the mentions as Parquet, with their types."""
    buffer = io.BytesIO()
    _one(order).to_parquet(buffer, engine="pyarrow", index=False)
    return Made(buffer.getvalue(), _all(order))


def datapackage(order: Order) -> Made:
    """`datapackage.json` (Frictionless Data Package 1) with a CSV file for each table, typed, with their keys."""
    tables = order.edition.tables
    joined = relations(tables)
    files = {f"{name}.csv": _csv(frame) for name, frame in tables.items()}
    resources = []
    for name, frame in tables.items():
        keys = [
            {
                "fields": column,
                "reference": {"resource": "" if target == name else target, "fields": key},
            }
            for (table, column), (target, key) in joined.items()
            if table == name
        ]
        schema: dict[str, Any] = {
            "fields": [{"name": column, "type": field_type(frame[column])} for column in frame.columns],
            "missingValues": [""],
            **({"primaryKey": KEYS[name]} if name in KEYS else {}),
            **({"foreignKeys": keys} if keys else {}),
        }
        resources.append(
            {
                "name": name,
                "path": f"{name}.csv",
                "profile": "tabular-data-resource",
                "description": TABLES[name],
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(files[f"{name}.csv"]),
                "schema": schema,
            }
        )
    described = {
        "profile": "tabular-data-package",
        "name": "timeline",
        "title": order.edition.name,
        "description": DISARMED,
        "resources": resources,
    }
    return Made(as_json(described), whole(order.edition), files)


def field_type(column: pd.Series[Any]) -> str:
    """The type of a column by the names of Table Schema.

    >>> field_type(pd.Series([1, 2], dtype="Int64"))
    'integer'
    """
    return TYPES.get(column.dtype.kind, "string")


def _one(order: Order) -> pd.DataFrame:
    return order.edition.claims if order.of == CLAIMS else order.edition.events


def _all(order: Order) -> Left:
    left = Left(order.of, len(_one(order)))
    if order.of == CLAIMS and (more := len(order.edition.tables["ledger"]) - left.total):
        left.notes.append(f"{more} of no kind that the lexicon knows stand among the mentions alone.")
    return left


def _csv(frame: pd.DataFrame) -> bytes:
    return "".join(csv_lines(frame)).encode("utf-8", "replace")
