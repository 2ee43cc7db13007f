"""How important each claim is to the story, by what the record tells of it: for the order of a page, no probability."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd

from toolkit.timeline.alone import stands_alone
from toolkit.timeline.gaps import FORCE, LIVES
from toolkit.timeline.table import records
from toolkit.timeline.weights import SPEECH

WEIGHTS = {
    "independent sources": 0.22,
    "outlets": 0.14,
    "mentions": 0.18,
    "contradiction": 0.10,  # positions that part, by how sure that is
    "answers": 0.10,  # steps of its standing beyond the first
    "span": 0.06,  # from the first saying to the last answer
    "place of the story": 0.06,  # the share of all mentions that are of its place
    "force or lives": 0.06,
    "turns the story": 0.08,  # something is taken, left, agreed or lost by it
}
"""What makes a claim important, with its weight; together 1."""
SOURCES, OUTLETS, MENTIONS, ANSWERS, DAYS = 8, 6, 20, 3, 60
"""Sources, outlets, mentions, answers and days of span from which on more of them make no difference. Where no claim of
a record has so many sources, outlets or mentions, those of the best told one are as much as can be: two sources are
many among three articles."""
FEW = 3
"""But no fewer than these."""
TURNS = frozenset({
    "control", "advance", "withdrawal", "coup", "agreement", "election", "assassination", "disaster", "release",
    "summit",
})  # fmt: skip
"""Kinds after which a story is another one."""
ONLY_SAID = 0.6
"""What is left of the importance of an act of speech: what somebody says about the story is not the story."""
OLD = 92
"""Days before its first printing from which on a happening is of another time."""
LEANING = 0.6
"""What is left where no sentence stands alone, or the days are those of another time."""


def importance(ledger: pd.DataFrame, positions: pd.DataFrame) -> pd.Series[float]:
    """The importance of each claim, 0 to 1, on the index of `ledger`; `WEIGHTS` says what it is made of.

    `positions` are those of the same record (`timeline.conflicts.together`), or an empty table. Sort the ledger by it
    to have the main story first.

    >>> from toolkit.timeline.conflicts.together import POSITIONS
    >>> from toolkit.timeline.ledger import LEDGER
    >>> importance(pd.DataFrame(columns=list(LEDGER)), pd.DataFrame(columns=list(POSITIONS))).empty
    True
    """
    parted: dict[str, float] = {}
    for row in records(positions):
        parted[row["claim_id"]] = max(parted.get(row["claim_id"], 0.0), float(row["sure"]))
    rows = records(ledger)
    places: Counter[str] = Counter()
    for row in rows:
        places[row["place"]] += int(row["mentions"])
    most = max((count for place, count in places.items() if place), default=0)
    reach = {
        name: min(cap, max([FEW, *(int(row[name]) for row in rows)]))
        for name, cap in (("independent_sources", SOURCES), ("outlets", OUTLETS), ("mentions", MENTIONS))
    }
    found = [
        _weighed(row, parted, places[row["place"]] / most if row["place"] and most else 0.0, reach)
        for row in rows
    ]
    return pd.Series(found, index=ledger.index, dtype="float64", name="importance")


def most_important_first(ledger: pd.DataFrame, positions: pd.DataFrame) -> pd.DataFrame:
    """The ledger with the column `weight`, the most important claim first; of equal ones by their ids.

    >>> from toolkit.timeline.conflicts.together import POSITIONS
    >>> from toolkit.timeline.ledger import LEDGER
    >>> len(most_important_first(pd.DataFrame(columns=list(LEDGER)), pd.DataFrame(columns=list(POSITIONS))))
    0
    """
    weighed = ledger.assign(weight=importance(ledger, positions))
    return weighed.sort_values(["weight", "claim_id"], ascending=[False, True], kind="stable")


def _weighed(
    row: Mapping[str, Any], parted: Mapping[str, float], of_place: float, reach: Mapping[str, int]
) -> float:
    steps = str(row["standings"]).split("; ")
    shares = {
        "independent sources": _share(row["independent_sources"] - 1, reach["independent_sources"] - 1),
        "outlets": _share(row["outlets"] - 1, reach["outlets"] - 1),
        "mentions": _share(row["mentions"] - 1, reach["mentions"] - 1),
        "contradiction": parted.get(row["claim_id"], 0.0),
        "answers": _share(len(steps) - 1, ANSWERS),
        "span": _share(_days(row), DAYS),
        "place of the story": of_place,
        "force or lives": float(row["kind"] in (*FORCE, *LIVES)),
        "turns the story": float(row["kind"] in TURNS),
    }
    whole = sum(WEIGHTS[name] * share for name, share in shares.items())
    whole *= ONLY_SAID if row["kind"] in (*SPEECH, "no_comment") else 1.0
    whole *= 1.0 if stands_alone(row) else LEANING
    return float(round(whole * (LEANING if _is_background(row) else 1.0), 4))


def _is_background(row: Mapping[str, Any]) -> bool:
    """Whether something was long over when it was first in print: what a story rests on, and not its news."""
    over, printed = row["event_end"], row["first_published"]
    return not pd.isna(over) and not pd.isna(printed) and (printed - over).days > OLD


def _share(number: float, most: float) -> float:
    return min(1.0, max(0.0, float(number) / most))


def _days(row: Mapping[str, Any]) -> int:
    """The days from the first saying to the last answer."""
    answers = [row[name] for name in ("confirmed_on", "denied_on") if not pd.isna(row[name])]
    if not answers or pd.isna(row["first_said"]):
        return 0
    return int((max(answers) - row["first_said"]).days)
