"""The history of each linked claim: first said, repeated, confirmed or denied, and the days that lie between.

A standing has a day: that on which, or by which, the claimant said so, else that of printing. Later
repetitions by those who make the claim do not change its standing; a confirmation, a denial or a refusal to
confirm does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from toolkit.timeline.clearest import best
from toolkit.timeline.steps import Row, Step, day_of, every_claim, first_of, late, makers, steps
from toolkit.timeline.table import check_linked, column, source_of, typed
from toolkit.timeline.tolls import tolls

LEDGER: dict[str, str] = {
    "claim_id": "str",
    "theme": "str",
    "kind": "str",
    "place": "str",
    "summary": "str",
    "statement": "str",
    "statement_past": "str",
    "event_start": "datetime64[us]",
    "event_end": "datetime64[us]",
    "event_grain": "str",
    "first_said": "datetime64[us]",
    "first_said_start": "datetime64[us]",
    "first_said_by": "str",
    "first_published": "datetime64[us]",
    "first_outlet": "str",
    "mentions": "int64",
    "articles": "int64",
    "outlets": "int64",
    "independent_sources": "int64",
    "standing": "str",
    "standings": "str",
    "confirmed_on": "datetime64[us]",
    "denied_on": "datetime64[us]",
    "lag_days": "Int64",
    "sides": "str",
    "repeated": "str",
    "spread": "str",
    "tolls": "str",
}
"""Column -> dtype of the ledger, in order."""


def ledger(events: pd.DataFrame) -> pd.DataFrame:
    """One row for each linked claim of `events` (as `link` gives them), in the order of first saying.

    `standing` is the latest (a confirmation or denial before "could not confirm"), `standings` their sequence with
    days ("claimed 2025-06-08; denied 2025-06-09"), in which a month stays a month ("claimed 2025-03", as EDTF writes
    it). `first_said` is the day that is counted from, `first_said_start` the first that it may have been, missing
    where that is open. `repeated` has the later printings ("2025-06-13 Wire desk"), `spread` the days from the first
    saying to print by outlet ("Wire desk 5"),
    `tolls` what is counted of people, each time that it changes. `statement` and `statement_past` are those of the
    mention that tells it most clearly (`timeline.clearest`).
    `lag_days` the days from the first saying to the first confirmation, or to the first denial where there is
    none. `event_start` and `event_end` are the narrowest account given by those who make the claim. Raises
    TableError where the rows are not linked.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> list(ledger(link(to_frame([]))).columns) == list(LEDGER)
    True
    """
    check_linked(events)
    return entries(typed(events))


def ledger_of(events: pd.DataFrame, made: pd.DataFrame | None) -> pd.DataFrame:
    """The ledger of `events`: the one that is `made` already where it counts as many mentions, or else made anew.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> rows = link(to_frame([]))
    >>> kept = ledger(rows)
    >>> ledger_of(rows, kept) is kept, ledger_of(rows, None) is kept
    (True, False)
    """
    return made if made is not None and int(made["mentions"].sum()) == len(events) else ledger(events)


def entries(events: pd.DataFrame) -> pd.DataFrame:
    """The same of rows of any kind, those that fit no entry of the lexicon too.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> len(entries(link(to_frame([]))))
    0
    """
    made = [_entry(claim, rows) for claim, rows in every_claim(events).items()]
    made.sort(key=lambda entry: (late(entry["first_said"]), entry["claim_id"]))
    return pd.DataFrame(
        {name: column([entry[name] for entry in made], dtype) for name, dtype in LEDGER.items()},
        index=pd.RangeIndex(len(made)),
    )


def _entry(claim: str, rows: list[Row]) -> Row:
    made = makers(rows)
    first = first_of(made)
    own = {id(row) for row in made}
    confirming = [row for row in rows if row["standing"] == "confirmed" and id(row) not in own]
    told, clearest = _narrowest(made), best([*made, *confirming])
    said = day_of(first)
    history = steps(first, rows)
    confirmed, denied = (_first(history, standing) for standing in ("confirmed", "denied"))
    # What is first told as confirmed or denied has waited for no answer.
    settled = None if len(history) == 1 else confirmed if confirmed is not None else denied
    printed = [row["published"] for row in rows if not pd.isna(row["published"])]
    return {
        **{name: first[name] for name in ("theme", "kind", "place")},
        **{name: told[name] for name in ("event_start", "event_end", "event_grain")},
        "claim_id": claim,
        "summary": first["quote"],
        **{name: clearest.get(name, "") for name in ("statement", "statement_past")},
        "first_said": said,
        "first_said_start": said if pd.isna(first["said_end"]) else first["said_start"],
        "first_said_by": source_of(first),
        "first_published": min(printed, default=None),
        "first_outlet": min(rows, key=lambda row: (late(row["published"]), row["article_id"]))["outlet"],
        "mentions": len(rows),
        "articles": len({row["article_id"] for row in rows}),
        "outlets": len({row["outlet"] or row["article_id"] for row in rows}),
        "independent_sources": sum(bool(row["independent"]) for row in rows),
        "standing": _standing([name for name, *_ in history]),
        "standings": "; ".join(f"{name} {when}" for name, _, when, _ in history),
        "confirmed_on": confirmed,
        "denied_on": denied,
        "lag_days": _lag(said, settled),
        "sides": "; ".join(sorted({row["claimant_side"] for row in rows} - {""})),
        "repeated": "; ".join(f"{day:%Y-%m-%d} {outlet}" for day, outlet in _printings(made)[1:]),
        "spread": "; ".join(
            f"{outlet} {(day - said).days}" for outlet, day in _outlets(rows) if said is not None
        ),
        "tolls": tolls(rows),
    }


def _lag(said: pd.Timestamp | None, settled: pd.Timestamp | None) -> int | None:
    """The days from a saying to its answer; unknown where the answer lies before the last day on which it can have been
    said."""
    days = None if settled is None or said is None else (settled - said).days
    return None if days is None or days < 0 else days


def _standing(told: list[str]) -> str:
    """The latest standing; that somebody else cannot confirm it takes no confirmation or denial back.

    >>> _standing(["claimed", "confirmed", "unconfirmed"]), _standing(["claimed", "unconfirmed"])
    ('confirmed', 'unconfirmed')
    """
    settled = [name for name in told if name in ("confirmed", "denied")]
    return settled[-1] if settled else told[-1]


def _printings(made: Sequence[Row]) -> list[tuple[Any, str]]:
    """The articles that make the claim, by day of print."""
    told = {
        row["article_id"]: (row["published"], _outlet(row)) for row in made if not pd.isna(row["published"])
    }
    return sorted(told.values())


def _outlets(rows: Sequence[Row]) -> list[tuple[str, Any]]:
    """Each outlet with the day on which it first printed the claim or an answer to it, in that order."""
    first: dict[str, Any] = {}
    for row in rows:
        if not pd.isna(row["published"]):
            first[_outlet(row)] = min(row["published"], first.get(_outlet(row), row["published"]))
    return sorted(first.items(), key=lambda item: (item[1], item[0]))


def _outlet(row: Row) -> str:
    return str(row["outlet"] or row["article_id"])


def _first(history: Sequence[Step], standing: str) -> Any:
    return next((step.day for step in history if step.standing == standing), None)


def _narrowest(rows: Sequence[Row]) -> Row:
    def width(row: Row) -> tuple[int, int]:
        known = [not pd.isna(row[name]) for name in ("event_start", "event_end")]
        return 2 - sum(known), (row["event_end"] - row["event_start"]).days if all(known) else 0

    return min(rows, key=width)  # the first of equals, and rows are in order
