"""All positions on one question side by side, with who takes each: what pairs of accounts can't show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from toolkit.timeline.conflicts.accounts import QUESTIONS
from toolkit.timeline.link import BESIDE
from toolkit.timeline.table import check_linked, column, records, source_of, speaking

Row = Mapping[str, Any]
Pair = Mapping[str, Any]
Taken = tuple[str, list[str], list[str]]
"""What a position tells, its mentions, and the conflicts in which it stands."""

POSITIONS: dict[str, str] = {
    "question": "str",
    "happening": "str",
    "claim_id": "str",
    "type": "str",
    "what": "str",
    "theme": "str",
    "kind": "str",
    "place": "str",
    "value": "str",
    "mention_id": "str",
    "quote": "str",
    "source": "str",
    "outlet": "str",
    "published": "datetime64[us]",
    "sources": "str",
    "outlets": "str",
    "mentions": "int64",
    "independent": "int64",
    "told": "str",
    "conflicts": "str",
    "sure": "float64",
    "certainty": "str",
    "why": "str",
}
"""Column -> dtype of the table of positions, in order."""

FROM_SAID_TO_DENIED = ("claimed", "reported", "confirmed", "unconfirmed", "denied")
"""The positions that can be taken on whether a thing is so, from those who say it to those who deny it."""


def positions(events: pd.DataFrame, conflicts: pd.DataFrame) -> pd.DataFrame:
    """One row for each position on a question on which accounts part; columns as in `POSITIONS`.

    `events` are linked rows and `conflicts` what `conflicts` gives for them. A `question` is what is told of one
    happening in one respect: whether it is so, on which days, how many of a thing, where. Its positions stand
    together: those of whether it is so by standing, confirmations and refusals to confirm too (what a denier says to
    hold instead is part of the denial), days and counts from the lowest on.
    Each is told by the mention that was printed first (`mention_id`, `quote`, `source`, `outlet`, `published`),
    `sources` and `outlets` name all who tell it, `told` its mentions, `independent` counts the sources of their own.
    `conflicts` are the ids of the pairs in which it parts from another position, empty for one that parts from none;
    `sure`, `certainty` and `why` are those of the surest pair of the question. Surest questions first. Raises
    TableError where the rows are not linked.

    >>> from toolkit.timeline.conflicts import conflicts
    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> rows = link(to_frame([]))
    >>> list(positions(rows, conflicts(rows)).columns) == list(POSITIONS)
    True
    """
    check_linked(events)
    told: dict[str, Row] = {row["mention_id"]: row for row in records(events)}
    claims: dict[str, list[str]] = defaultdict(list)
    for name, row in told.items():
        claims[row["claim_id"]].append(name)
    questions: dict[tuple[str, ...], list[Pair]] = defaultdict(list)
    for pair in records(conflicts):
        mention = told.get(pair["mention_id"])
        happening = mention["happening"] if mention else pair["claim_id"]
        questions[happening, pair["type"], _asked(pair)].append(pair)
    rows = [
        row
        for (happening, *_), pairs in questions.items()
        for row in _question(happening, pairs, told, claims)
    ]
    return pd.DataFrame(
        {name: column([row[name] for row in rows], dtype) for name, dtype in POSITIONS.items()},
        index=pd.RangeIndex(len(rows)),
    )


def _question(
    happening: str,
    pairs: Sequence[Pair],
    told: Mapping[str, Row],
    claims: Mapping[str, Sequence[str]],
) -> list[dict[str, Any]]:
    """The rows of one question; `pairs` are its conflicts, the surest first."""
    first = pairs[0]
    name = "-".join(part for part in (happening, first["type"], *_asked(first).split()) if part)
    shared = {
        "question": name,
        "happening": happening,
        **{key: first[key] for key in ("type", "what", "theme", "kind", "place", "sure", "certainty", "why")},
    }
    found = _by_standing(pairs, told, claims) if _is_answered(first) else _sides(pairs)
    rows = []
    for value, names, ids in found:
        known = [told[each] for each in names if each in told]
        known.sort(key=speaking)
        if known:
            rows.append(shared | _position(value, known, ids))
    return rows


def _is_answered(pair: Pair) -> bool:
    """Whether a conflict is about one claim being said and denied, in which to leave it open is a position too."""
    return pair["type"] == "standing" and not _asked(pair) and not pair["other_claim_id"]


def _asked(pair: Pair) -> str:
    """What is counted, or the word for what is asked; empty where it is whether a thing is so, when, or where."""
    return QUESTIONS.get(pair["relation"], str(pair["what"]))


def _by_standing(
    pairs: Sequence[Pair], told: Mapping[str, Row], claims: Mapping[str, Sequence[str]]
) -> Iterable[Taken]:
    ids = [str(pair["conflict_id"]) for pair in pairs]
    names = [name for claim in dict.fromkeys(pair["claim_id"] for pair in pairs) for name in claims[claim]]
    said, denial = (told.get(str(pairs[0][key]), {}) for key in ("mention_id", "other_mention_id"))
    taken = {name: _standing(told[name], said, denial) for name in names}
    for standing in FROM_SAID_TO_DENIED:
        having = [name for name in names if taken[name] == standing]
        parted = standing == "denied" or any(
            set(having) & set(str(pair["told"]).split("; ")) for pair in pairs
        )
        yield standing, having, ids if parted else []


def _standing(row: Row, said: Row, denial: Row) -> str:
    """The standing of a mention; denied where the denier says what he holds instead."""
    own = row["claimant_side"] == denial.get("claimant_side") != ""
    actors = [each.get("actor_name") or each.get("actor", "") for each in (row, said)]
    other = "" not in actors and actors[0] != actors[1]
    return "denied" if own and (other or str(row["link_why"]).startswith(BESIDE)) else str(row["standing"])


def _sides(pairs: Sequence[Pair]) -> Iterable[Taken]:
    """The sides of the pairs, from low to high; those that share a mention are one position."""
    found: list[Taken] = []
    rank: Counter[str] = Counter()
    for pair in pairs:
        for side, step in (("", -1), ("other_", 1)):
            names = str(pair[f"{side}told"]).split("; ")
            same = next((each for each in found if _one_position(each[1], names)), None)
            if same is None:
                same = (str(pair[f"{side}value"]), [], [])
                found.append(same)
            same[1].extend(name for name in names if name not in same[1])
            same[2].append(str(pair["conflict_id"]))
            rank[same[0]] += step
    return sorted(found, key=lambda each: rank[each[0]])


def _one_position(told: Iterable[str], names: Iterable[str]) -> bool:
    first, second = set(told), set(names)
    return first <= second or second <= first


def _position(value: str, known: Sequence[Row], ids: Sequence[str]) -> dict[str, Any]:
    first = known[0]
    return {
        "claim_id": first["claim_id"],
        "value": value,
        **{name: first[name] for name in ("mention_id", "quote", "outlet", "published")},
        "source": source_of(first),
        "sources": "; ".join(dict.fromkeys(source_of(row) for row in known)),
        "outlets": "; ".join(dict.fromkeys(row["outlet"] for row in known if row["outlet"])),
        "mentions": len(known),
        "independent": max(1, sum(bool(row["independent"]) for row in known)),
        "told": "; ".join(row["mention_id"] for row in known),
        "conflicts": "; ".join(ids),
    }
