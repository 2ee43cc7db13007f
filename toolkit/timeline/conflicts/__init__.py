"""Where the accounts part: one row for each two positions on a claim that cannot both be right.

Five types: standing (one says it, another denies it), actor (each has the other do it), date (days that exclude one
another), number (two counts of the same thing), place.

A refusal to confirm is no denial, a day within a longer account no other day, "at least 10" no
other count than 12, and a town no other place than its region.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from operator import eq
from typing import Any

import pandas as pd

from toolkit.timeline.conflicts.accounts import QUESTIONS, Inside, Parting, Position, Told
from toolkit.timeline.conflicts.blame import blames
from toolkit.timeline.conflicts.countered import countered
from toolkit.timeline.conflicts.kept_apart import kept_apart
from toolkit.timeline.conflicts.nobody import nobody
from toolkit.timeline.conflicts.positions import by_kind, dates, makers, numbers, standings
from toolkit.timeline.conflicts.reprint import Finder, reprints
from toolkit.timeline.conflicts.rivals import rival_counts, rivals
from toolkit.timeline.conflicts.sureness import certainty, days_in_words, sureness, value
from toolkit.timeline.mention import mentions
from toolkit.timeline.table import check, check_linked, column, records, source_of, typed
from toolkit.timeline.weights import FAMILIES

CONFLICTS: dict[str, str] = {
    "conflict_id": "str",
    "claim_id": "str",
    "other_claim_id": "str",
    "type": "str",
    "relation": "str",
    "what": "str",
    "theme": "str",
    "kind": "str",
    "place": "str",
    **{
        f"{side}{name}": dtype
        for side in ("", "other_")
        for name, dtype in (
            ("mention_id", "str"),
            ("value", "str"),
            ("quote", "str"),
            ("source", "str"),
            ("outlet", "str"),
            ("published", "datetime64[us]"),
            ("mentions", "int64"),
            ("sources", "int64"),
            ("told", "str"),
        )
    },
    "sure": "float64",
    "certainty": "str",
    "evidence": "str",
    "why": "str",
    "settled_on": "datetime64[us]",
    "redate": "str",
    "redate_to": "str",
}
"""Column -> dtype of the table of conflicts, in order."""

TYPES = ("standing", "actor", "date", "number", "place")


def conflicts(
    events: pd.DataFrame,
    families: Mapping[str, str] = FAMILIES,
    inside: Inside = eq,
    find_dates: Finder | None = None,
) -> pd.DataFrame:
    """One row for each two positions that part, of linked rows as `link` gives them; columns as in `CONFLICTS`.

    Each side is told by the mention of a source of its own that was printed first: `mention_id`, `value` (a standing,
    days, a count, a place), `quote`, `source` (the name of the claimant, else the outlet), `outlet`, `published`, the
    numbers of `mentions` and independent `sources` that take it, and these mentions (`told`); the other side has the
    same columns with `other_` before them. `what` is what is counted, `relation` of two dates Allen's,
    `sure` is 0 to 1 out of the named `evidence`, `certainty` says it in a word, and `why` in a sentence.
    `other_claim_id` is filled where linking took the two for two claims. `settled_on` is the day on which the side
    that denied confirmed. `redate` names the articles that would remove a conflict of dates if they had been
    published on `redate_to` (parted by semicolons).

    `inside` tells whether a place (id or name) lies in another, and `find_dates(text, published)` finds dates again;
    without them places are compared by id alone, and no article is named. Surest first. Raises TableError where the
    rows are not linked.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> list(conflicts(link(to_frame([]))).columns) == list(CONFLICTS)
    True
    """
    check_linked(events)
    events = typed(events)
    claims: dict[str, list[Told]] = defaultdict(list)
    for mention, row in zip(mentions(check(events), families), records(events), strict=True):
        claims[row["claim_id"]].append(Told(mention, row))
    ordered = {claim: sorted(told, key=lambda each: each.order) for claim, told in claims.items()}
    made = {claim: makers(told) for claim, told in ordered.items()}
    rows = [
        _row(claim, parting, ordered[claim], find_dates)
        for claim in ordered
        for parting in _partings(ordered[claim], made[claim], inside)
    ]
    asserted = [each for told in made.values() for each in told]
    rows += [
        _row(str(parting.speaker.row["claim_id"]), parting, [], find_dates)
        for parting in chain(
            kept_apart(ordered, made, inside),
            *(find(asserted) for find in (rivals, rival_counts, blames, countered)),
            nobody(asserted, inside),
        )
    ]
    rows = _once(sorted(rows, key=lambda row: (-row["sure"], TYPES.index(row["type"]), row["conflict_id"])))
    return pd.DataFrame(
        {name: column([row[name] for row in rows], dtype) for name, dtype in CONFLICTS.items()},
        index=pd.RangeIndex(len(rows)),
    )


def _once(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without those that say once more of another kind what two sentences part in: "hit" and "killed 10"."""
    seen: set[tuple[Any, ...]] = set()
    kept = []
    for row in rows:
        columns = ("quote", "value", "outlet", "published")
        cells = (row[f"{side}{name}"] for side in ("", "other_") for name in columns)
        keys = {(row["type"], *cells), (row["conflict_id"],)}
        if row["type"] == "standing":  # one denial parts from one account, the surest
            keys.add(("denial", *(row[f"other_{name}"] for name in columns)))
        if not keys & seen:
            kept.append(row)
        seen |= keys
    return kept


def _partings(told: list[Told], made: list[Told], inside: Inside) -> Iterator[Parting]:
    yield from standings(told, made)
    if len(made) > 1:
        kinds = by_kind(made)
        yield from dates(kinds)
        yield from numbers(kinds, inside)


def _row(claim: str, parting: Parting, told: list[Told], find: Finder | None) -> dict[str, Any]:
    one, other = parting.speaker, parting.other_speaker
    sure, evidence, why = sureness(parting)
    settled = _settled(told, one, other) if parting.sort == "standing" else None
    redated = reprints(parting, find) if parting.sort == "date" and not parting.what and find else []
    if settled is not None:
        why += f" The side that denied it confirmed it on {days_in_words(settled, settled)}."
    why += "".join(
        f" Had {article} been published on {day:%Y-%m-%d} instead of {was:%Y-%m-%d}, the days would agree."
        for article, was, day in redated
    )
    return {
        "conflict_id": _name(claim, parting),
        "claim_id": claim,
        "other_claim_id": str(other.row["claim_id"]) if parting.kept_apart else "",
        "type": parting.sort,
        "relation": parting.relation,
        "what": parting.what,
        **{name: one.row[name] for name in ("theme", "kind")},
        "place": one.row["place"] or other.row["place"],
        **_side("", parting, one, parting.one),
        **_side("other_", parting, other, parting.other),
        "sure": sure,
        "certainty": certainty(sure),
        "evidence": evidence,
        "why": why,
        "settled_on": None if settled is None else pd.Timestamp.fromordinal(settled),
        "redate": "; ".join(article for article, _, _ in redated),
        "redate_to": "; ".join(f"{day:%Y-%m-%d}" for _, _, day in redated),
    }


def _side(prefix: str, parting: Parting, told: Told, position: Position) -> dict[str, Any]:
    row = told.row
    return {
        f"{prefix}mention_id": row["mention_id"],
        f"{prefix}value": value(parting, told),
        f"{prefix}quote": row["quote"],
        f"{prefix}source": source_of(row),
        f"{prefix}outlet": row["outlet"],
        f"{prefix}published": row["published"],
        f"{prefix}mentions": len(position.told),
        f"{prefix}sources": position.sources,
        f"{prefix}told": "; ".join(each.row["mention_id"] for each in position.told),
    }


def _settled(told: list[Told], speaker: Told, denier: Told) -> int | None:
    """The day by which the side that denies had confirmed, after its denial, and not what it holds instead."""
    denied, actor = denier.mention, speaker.mention.actor
    days = [
        each.mention.day
        for each in told
        if each.mention.standing == "confirmed"
        and each.mention.side == denied.side != ""
        and not (actor and each.mention.actor and not actor & each.mention.actor)
    ]
    after = [day for day in days if day is not None and (denied.day is None or day > denied.day)]
    return min(after, default=None)


def _name(claim: str, parting: Parting) -> str:
    """An id out of the claim and what the positions are, which stays when either is told again."""
    parts = [parting.sort, claim]
    if parting.kept_apart:
        parts.append(str(parting.other_speaker.row["claim_id"]))
    else:
        parts.append(QUESTIONS.get(parting.relation, parting.what))
        if parting.sort != "standing":
            parts += (value(parting, told) for told in (parting.speaker, parting.other_speaker))
    return "-".join("-".join(part.split()) for part in parts if part).lower().replace(",", "")
