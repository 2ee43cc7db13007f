"""Rows that a chart holds once, under a name, however many of its layers draw them.

Altair's own inline data is checked and copied cell by cell, layer by layer. Rows held here go into the specification
past that, beside Altair's own named datasets, so a chart of them can be joined with others like any chart.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from toolkit.charts.grammar import alt


class Rows:
    """Rows for JSON, which Altair passes on without looking into them."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows

    def __deepcopy__(self, _: Any) -> Rows:
        return self

    def __repr__(self) -> str:
        return f"{len(self.rows)} rows"  # part of the names that Altair makes, so the same in every run


class Held(alt.NamedData):
    """The dataset `kind` with its `rows`; its name in the specification tells the kind and a digest of the rows.

    >>> Held("claims", [{"label": "Troops enter"}]).to_dict()
    {'name': 'claims-e74ee259'}
    """

    def __init__(self, name: str, rows: Any = None, **kwds: Any) -> None:
        if isinstance(rows, list):
            text = json.dumps(rows, sort_keys=True)
            name, rows = f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:8]}", Rows(rows)
        super().__init__(name=name, rows=rows, **kwds)

    def to_dict(
        self, validate: bool = True, *, ignore: list[str] | None = None, context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        del validate, ignore
        if context is not None and (held := self["rows"]) is not None:
            context.setdefault("datasets", {})[self.name] = held.rows
        return {"name": self.name}


def of_kind(spec: Any, kind: str) -> list[dict[str, Any]]:
    """The rows of one kind that a specification holds; empty where it holds none.

    >>> of_kind({"datasets": {"claims-e74ee259": [{"label": "Troops enter"}]}}, "claims")
    [{'label': 'Troops enter'}]
    """
    for name, rows in spec.get("datasets", {}).items():
        if name.rpartition("-")[0] == kind:
            return list(rows)
    return []
