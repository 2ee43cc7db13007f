"""The outlets of a record: who prints first and who after how long, what they have of their own, and what they
retell.

A claim that other outlets print too has a first day of print, and each outlet is so many days behind it. A source
(`timeline.independence`) is an outlet's own where nobody else had printed it by then and no other outlet is named
for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

import pandas as pd

from toolkit.timeline.distance import contemporary
from toolkit.timeline.hardened import framed, hardened, rows_of
from toolkit.timeline.independence import MEDIA, PLATFORMS, origins, same_name
from toolkit.timeline.mention import mentions
from toolkit.timeline.table import check, check_linked, typed
from toolkit.timeline.wording import stems

OUTLETS: dict[str, str] = {
    "outlet": "str",
    "articles": "int64",
    "mentions": "int64",
    "claims": "int64",
    "shared": "int64",
    "first": "int64",
    "first_alone": "int64",
    "first_unsure": "int64",
    "behind_median": "float64",
    "behind_most": "Int64",
    "own": "int64",
    "common": "int64",
    "retold": "int64",
    "own_share": "float64",
    "retold_from": "str",
    "copied": "int64",
    "contemporary": "int64",
    "later": "int64",
    "print_after_median": "float64",
    "hardened": "int64",
}
"""Column -> dtype of the table of outlets, in order."""

OWN, COMMON = "", "common"  # what a source is that an outlet has not retold from another

Row = dict[str, Any]


def outlets(events: pd.DataFrame, hard: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row for each outlet of linked events, in the order of their names; columns as in `OUTLETS`.

    `shared` are its claims that other outlets print too, `first` those that nobody dated prints earlier
    (`first_alone`: nor on that day; `first_unsure`: an article without a date may have), `behind_median` and
    `behind_most` the days from the first print of a shared claim to its own. `own` are the sources, over all claims,
    that nobody else had printed by then, `common` those that others had, `retold` those for which another outlet is
    named or copied (`retold_from`, the most frequent first); `own_share` is the share of the first. `copied` are
    its mentions that stand in copies. `contemporary` are mentions said within a day of the event, `later` those said
    after it; where that is not known they are neither. `print_after_median` is the days from saying to print where
    they are exact. `hardened` are the claims that it tells as facts (`hardened`, whose table may be given as `hard`).
    Raises TableError where the rows are not linked.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> list(outlets(link(to_frame([]))).columns) == list(OUTLETS)
    True
    """
    check_linked(events)
    known = typed(check(events)).reset_index(drop=True)
    rows = rows_of(known)
    origin = origins(known["claim_id"].tolist(), mentions(known))
    homes = {row["article_id"]: row["outlet"] for row in rows}
    printings: dict[int, dict[str, Any]] = defaultdict(dict)
    for row, first in zip(rows, origin, strict=True):
        if not _retold(row, homes):
            _print(printings[first], row)
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        by_outlet[row["outlet"]].append(number)
    prints = _prints(rows)
    facts = Counter((hardened(events) if hard is None else hard)["fact_outlet"])
    entries = []
    for outlet in sorted(by_outlet):
        told = [rows[number] for number in by_outlet[outlet]]
        sources = {
            origin[number]: _telling(rows[number], printings[origin[number]], homes)
            for number in by_outlet[outlet]
        }
        others = _named(name for name in sources.values() if name not in (OWN, COMMON))
        own, common = (sum(name == each for name in sources.values()) for each in (OWN, COMMON))
        exact = [int(row["print_after_least"]) for row in told if _exact(row)]
        times = Counter(contemporary(row) for row in told)
        entries.append(
            {
                "outlet": outlet,
                "articles": len({row["article_id"] for row in told}),
                "mentions": len(told),
                "claims": len({row["claim_id"] for row in told}),
                **_behind(outlet, {row["claim_id"] for row in told}, prints),
                "own": own,
                "common": common,
                "retold": others.total(),
                "own_share": round(own / len(sources), 3),
                "retold_from": "; ".join(f"{name} {count}" for name, count in _ranked(others)),
                "copied": sum(bool(row.get("copy_of")) for row in told),
                "contemporary": times[True],
                "later": times[False],
                "print_after_median": median(exact) if exact else None,
                "hardened": facts[outlet],
            }
        )
    return framed(entries, OUTLETS)


def _named(told: Iterable[str]) -> Counter[str]:
    """How often each outlet is named, by the shortest of its names: "AP", "the Associated Press news agency"."""
    counts = Counter(told)
    found: Counter[str] = Counter()
    for name in sorted(counts, key=lambda name: (len(name), name)):
        known = next((each for each in found if same_name(each, name)), name)
        found[known] += counts[name]
    return found


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _exact(row: Row) -> bool:
    least, most = row["print_after_least"], row["print_after_most"]
    return not pd.isna(least) and not pd.isna(most) and bool(least == most)


def _retold(row: Row, homes: Mapping[str, str]) -> str:
    """The other outlet that a mention is copied from or that it names; empty where there is none."""
    copied = homes.get(row.get("copy_of") or row["article_id"], row["outlet"])
    if copied != row["outlet"]:
        return copied
    for name in (row["via"], row["claimant"] if row["claimant_side"] == MEDIA else ""):
        words = stems(name) - PLATFORMS
        if words and not words & stems(row["outlet"]):
            return str(name)
    return ""


def _telling(row: Row, printings: Mapping[str, Any], homes: Mapping[str, str]) -> str:
    """Whose a source is: the outlet's own, common with others that printed it by then, or the outlet retold."""
    if name := _retold(row, homes):
        return name
    day = printings[row["outlet"]]
    by_then = [
        other
        for other, printed in printings.items()
        if other != row["outlet"] and (day is None or printed is None or printed <= day)
    ]
    return COMMON if by_then else OWN


def _prints(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """For each claim its outlets with the first day on which each prints it, None where no article of it has a
    day."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for row in rows:
        _print(found[row["claim_id"]], row)
    return found


def _print(printings: dict[str, Any], row: Row) -> None:
    day: Any = None if pd.isna(row["published"]) else row["published"]
    before = printings.setdefault(row["outlet"], day)
    if day is not None and (before is None or day < before):
        printings[row["outlet"]] = day


def _behind(outlet: str, claims: set[str], prints: Mapping[str, Mapping[str, Any]]) -> Row:
    behind, alone, unsure = [], 0, 0
    shared = [claim for claim in sorted(claims) if len(prints[claim]) > 1]
    for claim in shared:
        own = prints[claim][outlet]
        others = [day for other, day in prints[claim].items() if other != outlet]
        dated = [day for day in others if day is not None]
        if own is None or not dated:
            continue
        days = max(0, (own - min(dated)).days)
        behind.append(days)
        alone += own < min(dated)
        unsure += days == 0 and len(dated) < len(others)
    return {
        "shared": len(shared),
        "first": sum(days == 0 for days in behind),
        "first_alone": alone,
        "first_unsure": unsure,
        "behind_median": median(behind) if behind else None,
        "behind_most": max(behind, default=None),
    }
