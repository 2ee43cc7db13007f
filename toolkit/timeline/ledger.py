"""The history of each linked claim: first said, repeated, confirmed or denied, and the days that lie between.

A standing has a day: that on which, or by which, the claimant said so, else that of printing. Later
repetitions by those who make the claim do not change its standing; a confirmation, a denial or a refusal to
confirm does.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from toolkit.timeline.days import SLACK
from toolkit.timeline.independence import nameless
from toolkit.timeline.mention import ANSWERS, CERTAIN
from toolkit.timeline.table import check_linked, column, records, source_of, typed
from toolkit.timeline.tolls import tolls
from toolkit.timeline.wording import same_source

LEDGER: dict[str, str] = {
    "claim_id": "str",
    "theme": "str",
    "kind": "str",
    "place": "str",
    "summary": "str",
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

Row = dict[str, Any]


def ledger(events: pd.DataFrame) -> pd.DataFrame:
    """One row for each linked claim of `events` (as `link` gives them), in the order of first saying.

    `standing` is the latest (a confirmation or denial before "could not confirm"), `standings` their sequence with
    days ("claimed 2025-06-08; denied 2025-06-09"), in which a month stays a month ("claimed 2025-03", as EDTF writes
    it). `first_said` is the day that is counted from, `first_said_start` the first that it may have been, missing
    where that is open. `repeated` has the later printings ("2025-06-13 Wire desk"), `spread` the days from the first
    saying to print by outlet ("Wire desk 5"),
    `tolls` what is counted of people, each time that it changes.
    `lag_days` the days from the first saying to the first confirmation, or to the first denial where there is
    none. `event_start` and `event_end` are the narrowest account given by those who make the claim. Raises
    TableError where the rows are not linked.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> list(ledger(link(to_frame([]))).columns) == list(LEDGER)
    True
    """
    check_linked(events)
    return histories(typed(events))


def histories(events: pd.DataFrame) -> pd.DataFrame:
    """The same of rows of any kind, those that fit no entry of the lexicon too.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> len(histories(link(to_frame([]))))
    0
    """
    claims: dict[str, list[Row]] = {}
    for row in records(events):
        claims.setdefault(row["claim_id"], []).append(row)
    entries = [_entry(claim, sorted(rows, key=_order)) for claim, rows in claims.items()]
    entries.sort(key=lambda entry: (_late(entry["first_said"]), entry["claim_id"]))
    return pd.DataFrame(
        {name: column([entry[name] for entry in entries], dtype) for name, dtype in LEDGER.items()},
        index=pd.RangeIndex(len(entries)),
    )


def _entry(claim: str, rows: list[Row]) -> Row:
    makers = _makers(rows)
    first = next((row for row in makers if not row["negated"] and row["modality"] in CERTAIN), makers[0])
    told = _narrowest(makers)
    said = _day(first)
    history = _history(first, rows)
    confirmed, denied = (_first(history, standing) for standing in ("confirmed", "denied"))
    # What is first told as confirmed or denied has waited for no answer.
    settled = None if len(history) == 1 else confirmed if confirmed is not None else denied
    printed = [row["published"] for row in rows if not pd.isna(row["published"])]
    return {
        **{name: first[name] for name in ("theme", "kind", "place")},
        **{name: told[name] for name in ("event_start", "event_end", "event_grain")},
        "claim_id": claim,
        "summary": first["quote"],
        "first_said": said,
        "first_said_start": said if pd.isna(first["said_end"]) else first["said_start"],
        "first_said_by": source_of(first),
        "first_published": min(printed, default=None),
        "first_outlet": min(rows, key=lambda row: (_late(row["published"]), row["article_id"]))["outlet"],
        "mentions": len(rows),
        "articles": len({row["article_id"] for row in rows}),
        "outlets": len({row["outlet"] or row["article_id"] for row in rows}),
        "independent_sources": sum(bool(row["independent"]) for row in rows),
        "standing": _standing([name for name, _, _ in history]),
        "standings": "; ".join(f"{name} {when}" for name, _, when in history),
        "confirmed_on": confirmed,
        "denied_on": denied,
        "lag_days": _lag(said, settled),
        "sides": "; ".join(sorted({row["claimant_side"] for row in rows} - {""})),
        "repeated": "; ".join(f"{day:%Y-%m-%d} {outlet}" for day, outlet in _printings(makers)[1:]),
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


def _makers(rows: list[Row]) -> list[Row]:
    """The rows that make the claim: no answers, nor what those who deny it say to hold instead."""
    asserted = [row for row in rows if row["standing"] not in ANSWERS]
    deniers = {_source(row): row for row in rows if row["standing"] == "denied"}
    counter = [row for row in asserted if any(_one_source(row, denier) for denier in deniers.values())]
    ids, places = ({key(row) for row in counter} for key in (_identity, _sentence))
    made = [
        row
        for row in asserted
        # As in linking: what the outlet says in its own name in such a sentence is the denier's.
        if _identity(row) not in ids
        and not (_sentence(row) in places and row["claimant"] in ("", row["outlet"]))
    ]
    return made or asserted or rows


def _source(row: Row) -> tuple[str, str]:
    return row["claimant"], row["claimant_side"]


def _identity(row: Row) -> str:
    return str(row["mention_id"])


def _sentence(row: Row) -> tuple[str, int]:
    return row["article_id"], row["start"]


def _printings(makers: list[Row]) -> list[tuple[Any, str]]:
    """The articles that make the claim, by day of print."""
    told = {
        row["article_id"]: (row["published"], _outlet(row)) for row in makers if not pd.isna(row["published"])
    }
    return sorted(told.values())


def _outlets(rows: list[Row]) -> list[tuple[str, Any]]:
    """Each outlet with the day on which it first printed the claim or an answer to it, in that order."""
    first: dict[str, Any] = {}
    for row in rows:
        if not pd.isna(row["published"]):
            first[_outlet(row)] = min(row["published"], first.get(_outlet(row), row["published"]))
    return sorted(first.items(), key=lambda item: (item[1], item[0]))


def _outlet(row: Row) -> str:
    return str(row["outlet"] or row["article_id"])


def _history(first: Row, rows: list[Row]) -> list[tuple[str, Any, str]]:
    """The claim as first made, then the answers of others, each once: retold later it is the same answer."""
    history = [(first["standing"], _day(first), _said(first))]
    given: list[Row] = []
    for row in rows:
        other = row is not first and not _one_source(row, first)
        if other and _answers(row) and not any(_retold(row, before) for before in given):
            given.append(row)
            step = (row["standing"], _day(row), _said(row))
            history += [step] if step not in history else []
    return history


def _answers(row: Row) -> bool:
    """Whether a row answers a claim; a side confirms by who speaks for it, and not by "three officers" of it."""
    of_a_side = bool(row["claimant_side"]) and nameless(*_source(row))
    return row["standing"] in ANSWERS and not (row["standing"] == "confirmed" and of_a_side)


def _retold(row: Row, before: Row) -> bool:
    """Whether an answer may be the one given before: of the same side, on a day that its own clock allows."""
    if row["standing"] != before["standing"] or not (_one_side(row, before) or _one_source(row, before)):
        return False
    day, start, end = _day(before), row["said_start"], _day(row)
    if day is None or end is None:
        return True
    return bool((pd.isna(start) or start <= day) and day <= end)


def _one_side(row: Row, other: Row) -> bool:
    return bool(row["claimant_side"]) and row["claimant_side"] == other["claimant_side"]


def _one_source(row: Row, other: Row) -> bool:
    one, two = (each.get("source", "") for each in (row, other))
    named = one == two != "" and row["claimant"] != other["claimant"]
    return named or same_source(*_source(row), *_source(other))


def _first(history: list[tuple[str, Any, str]], standing: str) -> Any:
    return next((day for name, day, _ in history if name == standing), None)


def _narrowest(rows: list[Row]) -> Row:
    def width(row: Row) -> tuple[int, int]:
        known = [not pd.isna(row[name]) for name in ("event_start", "event_end")]
        return 2 - sum(known), (row["event_end"] - row["event_start"]).days if all(known) else 0

    return min(rows, key=width)  # the first of equals, and rows are in order


def _day(row: Row) -> Any:
    """The day of saying, the first of a few, the last of many; the day of printing where nothing is known."""
    start, end = row["said_start"], row["said_end"]
    if not pd.isna(start) and not pd.isna(end) and (end - start).days <= SLACK:
        return start
    return next((day for day in (end, start, row["published"]) if not pd.isna(day)), None)


def _said(row: Row) -> str:
    """The days of saying as EDTF writes them: a day, a month, or "2025-06-01/2025-06-10" where no more is known."""
    start, end, day = row["said_start"], row["said_end"], _day(row)
    if day is None:
        return "undated"
    if pd.isna(start) or pd.isna(end) or (end - start).days <= SLACK:
        return str(day.isoformat()[:10])
    month = start.day == 1 and end == start + pd.offsets.MonthEnd()
    first, last = (each.isoformat()[:10] for each in (start, end))
    return first[:7] if month else f"{first}/{last}"


def _late(day: Any) -> tuple[bool, Any]:
    return (True, pd.Timestamp(0)) if day is None or pd.isna(day) else (False, day)


def _order(row: Row) -> tuple[Any, ...]:
    return (_late(_day(row)), _late(row["published"]), row["article_id"], row["start"], row["mention_id"])
