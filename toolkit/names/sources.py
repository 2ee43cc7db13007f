"""Who speaks in a corpus: one row for each source, with how often, for whom, to whom and since when."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from toolkit.model import UNTYPED
from toolkit.names.naming import named
from toolkit.names.reading import read
from toolkit.timeline.table import STANDINGS, check, column, records, source_of

SOURCES: dict[str, str] = {
    "source": "str",
    "kind": "str",
    "side": "str",
    "names": "str",
    "speaks_for": "str",
    "spoke_to": "str",
    "rows": "int64",
    "claims": "Int64",
    "articles": "int64",
    "article_id": "str",
    "told_by": "str",
    "first_said": "datetime64[us]",
    "last_said": "datetime64[us]",
    "first_published": "datetime64[us]",
    **dict.fromkeys(STANDINGS, "int64"),
}
"""Column -> dtype of the table of sources, in order."""

KINDS = {"person": "person", "body": "body", "party": "party", "several": "several", "office": "office"}
"""Kind of a name as it is read -> kind of a source; whoever else speaks is anonymous."""
ANONYMOUS = "anonymous"

Row = dict[str, Any]


def sources(events: pd.DataFrame) -> pd.DataFrame:
    """One row for each source of `events` (an event table, linked or not), who speaks most first.

    `kind` is person, body, party, office, several, outlet or anonymous; who is anonymous has a row for each article, as
    nobody knows whether "an official" of two is one, and `article_id` says which. `names` are the spellings of the
    texts, the commonest first; `side` the side most often given, `speaks_for` the bodies and states that titles and
    names tell of; `spoke_to` the outlets and agencies that it was said to, `told_by` the outlets that print it, each
    with its number of rows. `first_said` and `last_said` are the first and last day by which something was said, or
    printed where the saying has no day. The last columns count the standings. `claims` is missing where the rows are
    not linked. Raises TableError for what is no event table.

    >>> from toolkit.timeline.table import to_frame
    >>> list(sources(to_frame([])).columns) == list(SOURCES)
    True
    """
    events = check(events)
    events = events if "source" in events.columns else named(events)
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in records(events):
        kind = kind_of(row)
        source = source_of(row)
        groups.setdefault((source, row["article_id"] if kind == ANONYMOUS else ""), []).append(row)
    entries = [_entry(source, article, rows) for (source, article), rows in groups.items()]
    entries.sort(
        key=lambda entry: (-entry["rows"], entry["source"], entry["told_by"], str(entry["first_said"]))
    )
    return pd.DataFrame(
        {name: column([entry[name] for entry in entries], dtype) for name, dtype in SOURCES.items()},
        index=pd.RangeIndex(len(entries)),
    )


def kind_of(row: Row) -> str:
    """What kind of source tells a row."""
    if not row["claimant"] or row["claimant"] == row["outlet"]:
        return "outlet"
    name, told = read(row["source"]), read(row["claimant"])
    if row["claimant_side"] == "Media" and name.kind != "person":
        return "outlet"
    if told.kind == "person" or name.kind == "person":
        return "person"
    if row["source"] == row["claimant"] and told.bare:
        return ANONYMOUS
    if told.kind == "single" and row["claimant_side"] not in ("", row["source"]) and not _group(row):
        return "person"
    return KINDS.get(name.kind) or ("body" if name.kind == "single" else ANONYMOUS)


def _group(row: Row) -> bool:
    """Whether a name of one word is that of a group: it acts, or is written all in capitals."""
    return bool(row["source"].isupper())


def _entry(source: str, article: str, rows: list[Row]) -> Row:
    kinds = Counter(kind_of(row) for row in rows)
    days = [day for row in rows if (day := _day(row)) is not None]
    printed = [row["published"] for row in rows if not pd.isna(row["published"])]
    kind = min(kinds, key=lambda each: (-kinds[each], each))
    return {
        "source": source,
        "kind": kind,
        "side": next(iter(_commonest(row["claimant_side"] for row in rows)), ""),
        "names": "; ".join(_commonest(row["claimant"] for row in rows)),
        "speaks_for": "; ".join(_commonest(_for(row) for row in rows)),
        "spoke_to": _told(row["via"] for row in rows),
        "rows": len(rows),
        "claims": len({row["claim_id"] for row in rows if row["kind"] != UNTYPED})
        if "claim_id" in rows[0]
        else None,
        "articles": len({row["article_id"] for row in rows}),
        "article_id": article,
        "told_by": _told(row["outlet"] for row in rows),
        "first_said": min(days, default=None),
        "last_said": max(days, default=None),
        "first_published": min(printed, default=None),
        **{standing: sum(row["standing"] == standing for row in rows) for standing in STANDINGS},
    }


def _for(row: Row) -> str:
    """The state or the body that somebody speaks for, as his title or name tells."""
    told = read(row["claimant"])
    return told.of if told.kind != "party" else ""


def _commonest(names: Any) -> list[str]:
    found = Counter(name for name in names if name)
    return sorted(found, key=lambda name: (-found[name], name))


def _told(names: Any) -> str:
    found = Counter(name for name in names if name)
    return "; ".join(f"{name} {found[name]}" for name in sorted(found, key=lambda name: (-found[name], name)))


def _day(row: Row) -> Any:
    """The day by which something was said, else that of printing."""
    return next(
        (day for day in (row["said_end"], row["said_start"], row["published"]) if not pd.isna(day)), None
    )
