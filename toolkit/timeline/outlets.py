"""The outlets of a record: who prints first and who after how long, what they have of their own, and what they
retell.

A claim that other outlets print too has a first day of print, and each outlet is so many days behind it. A source
(`timeline.independence`) is an outlet's own where nobody else had printed it by then and no other outlet is named
for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Any

import pandas as pd

from toolkit.timeline.counterparts import is_spoken
from toolkit.timeline.distance import contemporary, with_distances
from toolkit.timeline.independence import MEDIA, PLATFORMS, origins, same_name
from toolkit.timeline.mention import ANSWERS, CERTAIN, mentions
from toolkit.timeline.table import check, check_linked, column, typed
from toolkit.timeline.weights import MUTUAL, SPEECH
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

HARDENED: dict[str, str] = {
    "claim_id": "str",
    "theme": "str",
    "kind": "str",
    "place": "str",
    "mention_id": "str",
    "claimant": "str",
    "outlet": "str",
    "published": "datetime64[us]",
    "quote": "str",
    "fact_mention_id": "str",
    "fact_outlet": "str",
    "fact_published": "datetime64[us]",
    "fact_quote": "str",
    "days": "Int64",
}
"""Column -> dtype of the table of claims that another outlet tells as facts, in order."""

OWN, COMMON = "", "common"  # what a source is that an outlet has not retold from another

Row = dict[str, Any]


def outlets(events: pd.DataFrame) -> pd.DataFrame:
    """One row for each outlet of linked events, in the order of their names; columns as in `OUTLETS`.

    `shared` are its claims that other outlets print too, `first` those that nobody dated prints earlier
    (`first_alone`: nor on that day; `first_unsure`: an article without a date may have), `behind_median` and
    `behind_most` the days from the first print of a shared claim to its own. `own` are the sources, over all claims,
    that nobody else had printed by then, `common` those that others had, `retold` those for which another outlet is
    named or copied (`retold_from`, the most frequent first); `own_share` is the share of the first. `copied` are
    its mentions that stand in copies. `contemporary` are mentions said within a day of the event, `later` those said
    after it; where that is not known they are neither. `print_after_median` is the days from saying to print where
    they are exact. `hardened` are the claims that it tells as facts (`hardened`). Raises TableError where the rows
    are not linked.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> list(outlets(link(to_frame([]))).columns) == list(OUTLETS)
    True
    """
    check_linked(events)
    known = typed(check(events)).reset_index(drop=True)
    rows = _rows(known)
    origin = origins(known["claim_id"].tolist(), mentions(known))
    printings: dict[int, dict[str, Any]] = defaultdict(dict)
    for row, first in zip(rows, origin, strict=True):
        _print(printings[first], row)
    homes = {row["article_id"]: row["outlet"] for row in rows}
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        by_outlet[row["outlet"]].append(number)
    prints = _prints(rows)
    hard = Counter(hardened(events)["fact_outlet"])
    entries = []
    for outlet in sorted(by_outlet):
        told = [rows[number] for number in by_outlet[outlet]]
        sources = {
            origin[number]: _telling(rows, number, printings[origin[number]], homes)
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
                "hardened": hard[outlet],
            }
        )
    return _table(entries, OUTLETS)


def _rows(events: pd.DataFrame) -> list[Row]:
    """The rows with their distances; an outlet without a name goes by its article."""
    found = []
    for row in with_distances(events).to_dict("records"):
        named = {str(name): value for name, value in row.items()}
        found.append({**named, "outlet": row["outlet"] or row["article_id"]})
    return found


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


def _telling(rows: Sequence[Row], number: int, printings: Mapping[str, Any], homes: Mapping[str, str]) -> str:
    """Whose a source is: the outlet's own, common with others that printed it by then, or the outlet retold."""
    row = rows[number]
    copied = homes.get(row.get("copy_of") or row["article_id"], row["outlet"])
    if copied != row["outlet"]:
        return copied
    for name in (row["via"], row["claimant"] if row["claimant_side"] == MEDIA else ""):
        words = stems(name) - PLATFORMS
        if words and not words & stems(row["outlet"]):
            return str(name)
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


def hardened(events: pd.DataFrame) -> pd.DataFrame:
    """Where a retelling drops "claimed": a claim that another outlet prints as a fact of its own, columns as in
    `HARDENED`.

    The first mention is the latest printed before it that has somebody claim the thing; the second, with `fact_`
    before its columns, tells it in the outlet's own voice, in an article that names nobody for it, and before
    anybody has confirmed it. `days` lie between their printings, <NA> where one has no date. Acts of speech, and
    what is only to come, are left out. Raises TableError where the rows are not linked.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> hardened(link(to_frame([]))).empty
    True
    """
    check_linked(events)
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(typed(check(events))):
        claims[row["claim_id"]].append(row)
    entries = [entry for claim in sorted(claims) for entry in _dropped(claims[claim])]
    return _table(entries, HARDENED)


def _dropped(rows: list[Row]) -> Iterator[Row]:
    claimed = sorted(filter(_is_claimed, rows), key=_printed)
    named = {row["article_id"] for row in rows if not _is_own_voice(row)}
    seen: set[str] = set()
    for row in sorted(filter(_is_fact, rows), key=_printed):
        if row["article_id"] in named or row["article_id"] in seen or _confirmed_by(row, rows):
            continue
        before = [
            each
            for each in claimed
            if each["outlet"] != row["outlet"]
            and each["negated"] == row["negated"]
            and (pd.isna(row["published"]) or _printed(each)[:2] <= _printed(row)[:2])
        ]
        if before:
            seen.add(row["article_id"])
            first = before[-1]
            unknown: Any = pd.isna(row["published"]) or pd.isna(first["published"])
            yield {
                **{name: first[name] for name in HARDENED if name in first},
                **{f"fact_{name}": row[name] for name in ("mention_id", "outlet", "published", "quote")},
                "days": None if unknown else (row["published"] - first["published"]).days,
            }


def _printed(row: Row) -> tuple[bool, Any, str, int]:
    undated = bool(pd.isna(row["published"]))
    return undated, pd.Timestamp(0) if undated else row["published"], row["article_id"], row["start"]


def _is_own_voice(row: Row) -> bool:
    return row["claimant"] in ("", row["outlet"]) and not row["via"]


def _is_claimed(row: Row) -> bool:
    return row["standing"] == "claimed" and not _is_own_voice(row) and row["claimant_side"] != MEDIA


def _is_fact(row: Row) -> bool:
    speech = row["kind"] in SPEECH or row["kind"] in MUTUAL
    told = row["standing"] == "reported" and _is_own_voice(row) and row["modality"] in CERTAIN
    return told and not speech and not is_spoken(row["quote"])


def _confirmed_by(row: Row, rows: Sequence[Row]) -> bool:
    """Whether somebody has confirmed the claim, or told of it without gaining by it, when a row is printed."""
    return any(
        each["standing"] in ANSWERS[:1] or (each["standing"] == "reported" and not _is_own_voice(each))
        for each in rows
        if pd.isna(row["published"]) or pd.isna(each["published"]) or each["published"] <= row["published"]
    )


def _table(entries: list[Row], dtypes: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        {name: column([entry[name] for entry in entries], dtype) for name, dtype in dtypes.items()},
        index=pd.RangeIndex(len(entries)),
    )
