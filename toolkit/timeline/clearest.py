"""The mention that tells a claim most clearly: what it says in words stands for the claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from toolkit.timeline.alone import points_back
from toolkit.timeline.mention import CERTAIN
from toolkit.timeline.wording import stems

CLEAR = {
    "told as a fact": 4.0,  # neither denied nor only possible
    "stands alone": 4.0,  # no word points back to the sentence before
    "shared words": 3.0,  # the share of the claim's mentions that have a word, over its words
    "says much": 2.0,  # words of its own, up to `FULL`
    "names the place": 2.0,
    "names who acts": 1.5,
    "a day of its own": 0.5,
    "a source of its own": 0.5,
    "the text itself": 0.5,  # and no headline
    "in few words": 0.5,
    "not who says so": 1.0,  # "the paper reports a foothold" tells of the paper
}
"""What makes a mention speak for its claim, with its weight."""
FULL = 6
"""Words that carry content from which on more of them make no difference."""
SHORT = 75
"""Characters of a sentence that is read at a glance."""


def best(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The row of a claim whose `statement` is clearest and most complete; of equal ones the first.

    >>> rows = [{"statement": ""}, {"statement": "Troops enter the region"}]
    >>> best(rows)["statement"]
    'Troops enter the region'
    """
    told = [row for row in rows if row.get("statement")]
    if len(told) < 2:
        return told[0] if told else rows[0]
    words = Counter(word for row in told for word in stems(row["statement"]))

    def clarity(row: Mapping[str, Any]) -> float:
        return sum(CLEAR[name] * share for name, share in _evidence(row, words, len(told)).items())

    return max(told, key=clarity)


def _evidence(row: Mapping[str, Any], words: Mapping[str, int], many: int) -> dict[str, float]:
    own = stems(row["statement"])
    days = [row["event_start"], row["event_end"]]
    who = stems(str(row.get("actor_name") or row["actor"]))
    said_by = stems(str(row.get("source") or row["claimant"]) or row["outlet"]) - who
    return {
        "told as a fact": not row["negated"] and row["modality"] in CERTAIN,
        "stands alone": not points_back(row["statement"]),
        "shared words": sum(words[word] for word in own) / (many * len(own)) if own else 0.0,
        "says much": min(len(own), FULL) / FULL,
        "names the place": bool(row["place"]) and bool(stems(row["place"]) & own),
        "names who acts": bool(who & own),
        "a day of its own": not any(pd.isna(day) for day in days) and days[0] == days[1],
        "a source of its own": bool(row["independent"]),
        "the text itself": not row["headline"],
        "in few words": len(row["statement"]) <= SHORT,
        "not who says so": not said_by & own,
    }
