"""The steps of a claim: who makes it, and the answers of others, each with its day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from toolkit.timeline.days import SLACK
from toolkit.timeline.independence import nameless
from toolkit.timeline.mention import ANSWERS, CERTAIN
from toolkit.timeline.table import records, typed
from toolkit.timeline.wording import same_source

Row = dict[str, Any]


class Step(NamedTuple):
    """A standing of a claim, the day that is counted from (None where no day is known), the days as EDTF writes them,
    and the row that gives it."""

    standing: str
    day: Any
    said: str
    row: Row


def by_claim(events: pd.DataFrame) -> dict[str, list[Row]]:
    """The rows of each claim of linked events in order of saying, without those that no lexicon knows.

    >>> by_claim(pd.DataFrame({"claim_id": [], "kind": []}))
    {}
    """
    return every_claim(typed(events))


def every_claim(events: pd.DataFrame) -> dict[str, list[Row]]:
    """The same with those that no lexicon knows."""
    claims: dict[str, list[Row]] = {}
    for row in records(events):
        claims.setdefault(row["claim_id"], []).append(row)
    return {claim: sorted(rows, key=in_order) for claim, rows in claims.items()}


def step_of(row: Row) -> Step:
    """A row as a step of its claim."""
    return Step(row["standing"], day_of(row), _said(row), row)


def first_of(made: Sequence[Row]) -> Row:
    """The row by which a claim is first made, of those that make it: told as a fact, if any is."""
    return next((row for row in made if not row["negated"] and row["modality"] in CERTAIN), made[0])


def makers(rows: Sequence[Row]) -> Sequence[Row]:
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


def steps(first: Row, rows: Sequence[Row]) -> list[Step]:
    """The claim as `first` makes it, then the answers of others, each once: retold later it is the same answer."""
    found = [step_of(first)]
    given: list[Row] = []
    for row in rows:
        other = row is not first and not _one_source(row, first)
        if other and _answers(row) and not any(_retold(row, before) for before in given):
            given.append(row)
            step = step_of(row)
            same = any(step[:3] == each[:3] for each in found)
            found += [] if same else [step]
    return found


def _answers(row: Row) -> bool:
    """Whether a row answers a claim; a side confirms by who speaks for it, and not by "three officers" of it."""
    of_a_side = bool(row["claimant_side"]) and nameless(*_source(row))
    return row["standing"] in ANSWERS and not (row["standing"] == "confirmed" and of_a_side)


def _retold(row: Row, before: Row) -> bool:
    """Whether an answer may be the one given before: of the same side, on a day that its own clock allows."""
    if row["standing"] != before["standing"] or not (_one_side(row, before) or _one_source(row, before)):
        return False
    day, start, end = day_of(before), row["said_start"], day_of(row)
    if day is None or end is None:
        return True
    return bool((pd.isna(start) or start <= day) and day <= end)


def _one_side(row: Row, other: Row) -> bool:
    return bool(row["claimant_side"]) and row["claimant_side"] == other["claimant_side"]


def _one_source(row: Row, other: Row) -> bool:
    one, two = (each.get("source", "") for each in (row, other))
    named = one == two != "" and row["claimant"] != other["claimant"]
    return named or same_source(*_source(row), *_source(other))


def day_of(row: Row) -> Any:
    """The day of saying, the first of a few, the last of many; the day of printing where nothing is known."""
    start, end = row["said_start"], row["said_end"]
    if not pd.isna(start) and not pd.isna(end) and (end - start).days <= SLACK:
        return start
    return next((day for day in (end, start, row["published"]) if not pd.isna(day)), None)


def _said(row: Row) -> str:
    """The days of saying as EDTF writes them: a day, a month, or "2025-06-01/2025-06-10" where no more is known."""
    start, end, day = row["said_start"], row["said_end"], day_of(row)
    if day is None:
        return "undated"
    if pd.isna(start) or pd.isna(end) or (end - start).days <= SLACK:
        return str(day.isoformat()[:10])
    month = start.day == 1 and end == start + pd.offsets.MonthEnd()
    first, last = (each.isoformat()[:10] for each in (start, end))
    return first[:7] if month else f"{first}/{last}"


def late(day: Any) -> tuple[bool, Any]:
    return (True, pd.Timestamp(0)) if day is None or pd.isna(day) else (False, day)


def in_order(row: Row) -> tuple[Any, ...]:
    return (late(day_of(row)), late(row["published"]), row["article_id"], row["start"], row["mention_id"])
