"""What changed between two editions of an event table, claim by claim.

A claim is known again by its id, or else by a mention that both editions have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import pandas as pd

from toolkit.timeline.ledger import ledger
from toolkit.timeline.table import STANDINGS, records

CHANGES = ("added", "gone", "moved", "upgraded", "contradicted")
DIFF = ("change", "claim_id", "before", "after", "summary")


def diff(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """The changes from one linked event table to another, all columns text, one row a change.

    `change` is added or gone (a claim), moved (its days differ), upgraded (its standing rose), contradicted
    (it is denied, or its confirmation taken back). `before` and `after` tell days or standings; for
    a claim that is gone because its mentions now belong to another one, or added because they did, they name that one.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> nothing = link(to_frame([]))
    >>> len(diff(nothing, nothing))
    0
    """
    before, after = (ledger(events).set_index("claim_id").to_dict("index") for events in (old, new))
    known = _same(old, new)
    homes, origins = _homes(old, new), _homes(new, old)
    rows: list[tuple[str, str, str, str, str]] = []
    for claim, entry in after.items():
        earlier = before.get(known.get(str(claim), ""))
        if earlier is None:
            was = f"part of {origins[str(claim)]}" if str(claim) in origins else ""
            rows.append(("added", str(claim), was, str(entry["standings"]), str(entry["summary"])))
        else:
            rows += [
                (change, str(claim), was, now, str(entry["summary"]))
                for change, was, now in _changed(earlier, entry)
            ]
    for claim in before.keys() - set(known.values()):
        now = f"part of {homes[str(claim)]}" if str(claim) in homes else ""
        rows.append(("gone", str(claim), str(before[claim]["standings"]), now, str(before[claim]["summary"])))
    rows.sort(key=lambda row: (CHANGES.index(row[0]), row))
    return pd.DataFrame(rows, columns=list(DIFF), dtype="str")


def as_text(changes: pd.DataFrame) -> str:
    """The changes as lines for people, one each, `added` first.

    >>> as_text(pd.DataFrame(columns=list(DIFF)))
    'no change'
    """
    lines = []
    for row in records(changes):
        told = " -> ".join(part for part in (row["before"], row["after"]) if part)
        lines.append(f"{row['change']:<12} {row['claim_id']}  {told}  {row['summary']:.80}")
    return "\n".join(lines) or "no change"


def _changed(was: dict[Any, Any], now: dict[Any, Any]) -> list[tuple[str, str, str]]:
    found = []
    if _days(was) != _days(now):
        found.append(("moved", _days(was), _days(now)))
    if was["standing"] != now["standing"]:
        rank, ranked = (STANDINGS.index(entry["standing"]) for entry in (was, now))
        change = "contradicted" if now["standing"] == "denied" or ranked < rank else "upgraded"
        found.append((change, str(was["standing"]), str(now["standing"])))
    return found


def _days(entry: dict[Any, Any]) -> str:
    days = (
        "" if pd.isna(entry[name]) else entry[name].isoformat()[:10] for name in ("event_start", "event_end")
    )
    return "..".join(days)


def _homes(one: pd.DataFrame, other: pd.DataFrame) -> dict[str, str]:
    """Claim id of one edition -> the claim of the other that most of its mentions belong to."""
    there = dict(zip(other["mention_id"], other["claim_id"], strict=True))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mention, claim in zip(one["mention_id"], one["claim_id"], strict=True):
        if mention in there:
            counts[str(claim)][str(there[mention])] += 1
    return {claim: min(found, key=lambda name: (-found[name], name)) for claim, found in counts.items()}


def _same(old: pd.DataFrame, new: pd.DataFrame) -> dict[str, str]:
    """Claim id of the new edition -> the old one's; each old claim is known again once."""
    there = set(old["claim_id"])
    known: dict[str, str] = {
        str(claim): str(claim) for claim in new["claim_id"].drop_duplicates() if claim in there
    }
    taken = set(known)
    mentions: dict[str, str] = dict(zip(old["mention_id"], old["claim_id"], strict=True))
    for mention, claim in zip(new["mention_id"], new["claim_id"], strict=True):
        earlier = mentions.get(mention)
        if claim not in known and earlier is not None and earlier not in taken:
            known[str(claim)] = str(earlier)
            taken.add(str(earlier))
    return known
