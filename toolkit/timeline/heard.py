"""Which parties of a claim have had a word in it, and which have declined to comment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from toolkit.timeline.independence import MEDIA, same_name
from toolkit.timeline.mention import CERTAIN
from toolkit.timeline.weights import SPEECH
from toolkit.timeline.wording import stems

DECLINED = "no_comment"  # the kind of rows in which somebody has no comment
NEAR = 2  # sentences after a claim in which somebody may have no comment on it
ROOT = 4  # letters that the name of a country and that of its army have in common: Sudan, Sudanese
ACTIVE = 2  # claims in which a party acts, fewer may be a passer-by

Row = Mapping[str, Any]


def parties(rows: Iterable[Row]) -> frozenset[str]:
    """The names of those who are sides in a record: who speak for one, or do things again and again.

    >>> told = {"claim_id": "a", "kind": "strike", "modality": "", "claimant_side": "Norland", "actor": "Sudland"}
    >>> sorted(parties([told]))
    ['Norland']
    """
    sides: set[str] = set()
    acts: dict[str, set[str]] = {}
    for row in rows:
        sides.add(row["claimant_side"])
        if row["kind"] not in SPEECH and row["modality"] in CERTAIN:
            for name in names(row["actor"]):
                acts.setdefault(name, set()).add(row["claim_id"])
    active = {name for name, claims in acts.items() if len(claims) >= ACTIVE}
    return frozenset(
        name for name in sides | active if name[:1].isupper() and name not in (MEDIA, "Observers")
    )


def names(cell: str) -> list[str]:
    """The parties in a cell of actors or targets.

    >>> names("Norland; Sudland")
    ['Norland', 'Sudland']
    """
    return [name for part in cell.split(";") if (name := part.strip())]


def concerned(rows: Sequence[Row], known: frozenset[str], roles: Sequence[str]) -> list[str]:
    """The sides that a claim is about, those of the first role first, and of a role those named most often."""
    found: list[str] = []
    for role in roles:
        counts = Counter(name for row in rows for name in names(row[role]) if name in known)
        for name in sorted(counts, key=lambda name: (-counts[name], name)):
            if not any(same_name(name, other) or akin(name, other) for other in found):
                found.append(name)
    return found


def is_heard(party: str, rows: Iterable[Row], others: Iterable[str]) -> bool:
    """Whether somebody who speaks for `party` has a word in these rows; who is one of the `others` by name does
    not."""
    others = [name for name in others if name != party]
    for row in rows:
        claimant = row["claimant"]
        if claimant and row["claimant_side"] != MEDIA:
            if same_name(party, claimant):
                return True
            by_name = any(same_name(name, claimant) for name in others)
            side = row["claimant_side"]
            if not by_name and (same_name(party, side) or akin(party, side) or akin(party, claimant)):
                return True
    return False


def akin(party: str, side: str) -> bool:
    """Whether a party belongs to a side by its name.

    >>> akin("Sudanese Armed Forces", "Sudan"), akin("Rapid Support Forces", "Sudan")
    (True, False)
    """
    pairs = ((one, other) for one in stems(party) for other in stems(side))
    return any(
        (one.startswith(other) or other.startswith(one)) and min(len(one), len(other)) >= ROOT
        for one, other in pairs
    )


def declined(
    rows: Sequence[Row], refusals: Mapping[str, Sequence[Row]], about: Sequence[str]
) -> dict[str, date | None]:
    """The parties of a claim that declined to comment beside it, each with the day of the last time (None: no day).

    `refusals` are the rows of the kind no_comment by article.
    """
    found: dict[str, date | None] = {}
    for row in rows:
        for refusal in refusals.get(row["article_id"], ()):
            if row["headline"] or not 0 <= refusal["sentence"] - row["sentence"] <= NEAR:
                continue
            day: date | None = None if pd.isna(refusal["published"]) else refusal["published"].date()
            for party in about:
                if _declines(party, refusal):
                    before = found.get(party)
                    found[party] = day if before is None else max(before, day or before)
    return {party: found[party] for party in about if party in found}


def _declines(party: str, refusal: Row) -> bool:
    speaker = refusal["claimant"]
    if refusal["claimant_side"] == MEDIA or not speaker:  # "there was no statement from the army"
        return bool(stems(party)) and stems(party) <= stems(refusal["quote"])
    named = (speaker, refusal["claimant_side"], refusal["actor"])
    return any(same_name(party, name) or akin(party, name) for name in named)
