"""What would settle it: for each open claim the answer that is missing, the most important first.

A claim is open that was made and never confirmed, or denied and not settled since. What is missing is named: the side
that has not been heard, the one that declined to comment, a denier who is silent while the claim is made again, a
word of somebody who is no party, a second source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from toolkit.timeline.coverage import BEFORE, Period, holes
from toolkit.timeline.distance import contemporary, with_distances
from toolkit.timeline.hardened import hardened
from toolkit.timeline.heard import DECLINED, concerned, declined, is_heard, parties
from toolkit.timeline.independence import MEDIA
from toolkit.timeline.ledger import ledger
from toolkit.timeline.mention import ANSWERS, CERTAIN
from toolkit.timeline.table import check, check_linked, column, records, source_of, typed
from toolkit.timeline.weights import MUTUAL, SPEECH

GAPS: dict[str, str] = {
    "rank": "int64",
    "gap": "str",
    "claim_id": "str",
    "theme": "str",
    "kind": "str",
    "place": "str",
    "summary": "str",
    "standing": "str",
    "missing": "str",
    "asked": "str",
    "since": "datetime64[us]",
    "days_open": "Int64",
    "start": "datetime64[us]",
    "end": "datetime64[us]",
    "claims": "int64",
    "outlets": "int64",
    "sources": "int64",
    "importance": "float64",
    "evidence": "str",
}
"""Column -> dtype of the table of gaps, in order."""

DISPUTED, UNCONFIRMED, NO_COMMENT, UNHEARD, ONE_SOURCE, UNSETTLED, HOLE, RETROSPECT = KINDS = (
    "disputed",
    "not confirmed",
    "no comment",
    "other side not heard",
    "one source",
    "never confirmed",
    "no article",
    "only in retrospect",
)
"""The gaps, of several that a claim has the one named first."""

WEIGHTS = {
    "open": 0.05,
    "disputed": 0.3,
    "not confirmed": 0.2,
    "claimed by who gains": 0.15,
    "told as a fact": 0.15,  # another outlet has dropped "claimed"
    "lives": 0.15,
    "force or ground": 0.1,
    "headline": 0.1,
    "repeated, one source": 0.1,  # several articles, and nobody else who says so
    "told by outlets": 0.05,  # for each beyond the first, three at most
    "a party declined": 0.1,
    "a party not heard": 0.05,
    "said long after": 0.05,
    "days without an article": 0.1,
    "months without an article": 0.1,
    "happenings in them": 0.05,  # for each, six at most
}
"""What makes an open claim important: it hurts more to be wrong about lives, and what all repeat looks sure."""

LIVES = ("casualty", "atrocity", "assassination", "disaster")
ROLES = {True: ("actor",), False: ("actor", "target")}  # of the dead nobody asks for a word
FORCE = ("advance", "control", "withdrawal", "siege", "strike", "launch", "coup", "detention", "displacement")
MOST = 0.95  # importance that nothing exceeds
MONTHS = 90  # days of a hole that are months
AGAIN = 7  # days after a denial from which the claim is made again, and not retold

Row = dict[str, Any]


def gaps(
    events: pd.DataFrame, printed: Iterable[date] = (), facts: pd.DataFrame | None = None
) -> pd.DataFrame:
    """One row for each open claim of linked events, and for each period without an article; columns as in `GAPS`.

    `gap` is one of `KINDS`, `missing` says in words what would settle it, `asked` names the parties whose word is
    missing (parted by semicolons), `since` is the day of the last word on the claim and `days_open` the days from it
    to the last article. `start` and `end` are the days of the happening or of the period, `claims` is 1, or how many
    claims happened in the period. `importance` (0 to 1) is the sum of the weights named in `evidence`; the table is
    ordered by it. `printed` are the days of articles that may hold no claim, `facts` the table of `hardened`, where
    it is at hand. Acts of speech and, unless denied, talks settle themselves and are left out, and so is what is only
    to come. Raises TableError where the rows are not linked.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> gaps(link(to_frame([]))).empty
    True
    """
    check_linked(events)
    claims: dict[str, list[Row]] = defaultdict(list)
    refusals: dict[str, list[Row]] = defaultdict(list)
    for row in records(with_distances(typed(check(events)))):
        claims[row["claim_id"]].append(row)
        if row["kind"] == DECLINED:
            refusals[row["article_id"]].append(row)
    known = parties(row for rows in claims.values() for row in rows)
    days = {*printed, *(day.date() for day in events["published"].dropna())}
    hard = set((hardened(events) if facts is None else facts)["claim_id"])
    entries = []
    spans = []
    for entry in records(ledger(events)):
        rows = claims[entry["claim_id"]]
        about = concerned(rows, known, ROLES[entry["kind"] in LIVES])
        silent = {
            party: day
            for party, day in declined(rows, refusals, about).items()
            if not is_heard(party, rows, about)
        }
        unheard = [party for party in about if party not in silent and not is_heard(party, rows, about)]
        if found := _open(entry, rows, silent, unheard, entry["claim_id"] in hard):
            word, last = found["since"], max(days, default=None)
            open_for = None if word is None or last is None else max(0, (last - word.date()).days)
            entries.append(found | {"days_open": open_for})
        if not pd.isna(entry["event_start"]) and not pd.isna(entry["event_end"]):
            spans.append((entry["event_start"].date(), entry["event_end"].date()))
    entries += [_period(each) for each in holes(days, spans)]
    entries.sort(key=lambda row: (-row["importance"], row["order"], row["claim_id"]))
    ranked = [row | {"rank": rank} for rank, row in enumerate(entries, 1)]
    return pd.DataFrame(
        {name: column([row[name] for row in ranked], dtype) for name, dtype in GAPS.items()},
        index=pd.RangeIndex(len(ranked)),
    )


def _open(
    entry: Row, rows: list[Row], silent: Mapping[str, date | None], unheard: Sequence[str], hard: bool
) -> Row | None:
    """The gap of a claim with its columns; None where the claim is settled, or nothing that can be."""
    answers = {row["standing"] for row in rows} & {"denied", "unconfirmed"}
    told = entry["kind"] in (*SPEECH, DECLINED) or (entry["kind"] in MUTUAL and not answers)
    if told or entry["standing"] == "confirmed":
        return None
    made = [row for row in rows if row["standing"] not in ANSWERS]
    if not any(row["modality"] in CERTAIN for row in made or rows):
        return None
    sources, articles = int(entry["independent_sources"]), int(entry["articles"])
    missing = [
        *_answers(rows),
        *(f"{party} gave no comment{f' on {day}' if day else ''}" for party, day in silent.items()),
        *([f"no word of {_listed(unheard)} on it"] if unheard else []),
        *([f"a second source: {_voice((made or rows)[0])}"] if sources == 1 else []),
    ]
    gap = next(
        name
        for name, fits in (
            (DISPUTED, "denied" in answers),
            (UNCONFIRMED, "unconfirmed" in answers),
            (NO_COMMENT, bool(silent)),
            (UNHEARD, bool(unheard) and any(row["claimant_side"] not in ("", MEDIA) for row in rows)),
            (ONE_SOURCE, sources == 1),
            (UNSETTLED, True),
        )
        if fits
    )
    evidence = {
        "open": True,
        "disputed": gap == DISPUTED,
        "not confirmed": gap == UNCONFIRMED,
        "claimed by who gains": any(row["standing"] == "claimed" for row in made),
        "told as a fact": hard,
        "lives": entry["kind"] in LIVES,
        "force or ground": entry["kind"] in FORCE,
        "headline": any(row["headline"] or row["sentence"] == 0 for row in rows),
        "repeated, one source": sources == 1 and articles > 1,
        "told by outlets": min(int(entry["outlets"]) - 1, 3),
        "a party declined": bool(silent),
        "a party not heard": bool(unheard),
        "said long after": {contemporary(row) for row in made} == {False},
    }
    return {
        **{name: entry[name] for name in ("claim_id", "theme", "kind", "place", "summary", "standing")},
        "gap": gap,
        "missing": "; ".join(missing) or "a confirmation by somebody who answers for it",
        "asked": "; ".join([*silent, *unheard]),
        "since": max((day for row in rows if (day := _last_word(row)) is not None), default=None),
        "start": entry["event_start"],
        "end": entry["event_end"],
        "claims": 1,
        "outlets": int(entry["outlets"]),
        "sources": sources,
        **_weighed(evidence),
        "order": _order(entry["first_said"]),
    }


def _answers(rows: Sequence[Row]) -> Iterator[str]:
    """What is missing where the claim was denied, or left open by one who was asked."""
    denied = [row for row in rows if row["standing"] == "denied"]
    left = [row for row in rows if row["standing"] == "unconfirmed"]
    made = [row for row in rows if row["standing"] not in ANSWERS]
    for answers, what in ((denied, "denied it"), (left if not denied else [], "could not confirm it")):
        dated = [(day, row) for row in answers if (day := _last_word(row)) is not None]
        if not answers:
            continue
        day, row = max(dated, key=lambda each: each[0], default=(None, answers[-1]))
        who = source_of(row)
        after = [
            later
            for each in made
            if (later := _last_word(each)) is not None and day is not None and later > day
        ]
        again = max(after, default=None)
        if day is None:
            yield f"proof: {who} {what}"
        elif again is not None and (again - day).days >= AGAIN:
            yield f"{who} {what} on {day:%Y-%m-%d} and is silent since, while it is told until {again:%Y-%m-%d}"
        else:
            yield f"proof: {who} {what} on {day:%Y-%m-%d}, and nobody has settled it since"


def _voice(row: Row) -> str:
    outlet = row["outlet"] or row["article_id"]
    alone = row["claimant"] in ("", row["outlet"])
    return f"{outlet} alone tells it" if alone else f"all goes back to {source_of(row)}"


def _last_word(row: Row) -> Any:
    """The day of a saying where it is known, else of print, else None."""
    return next((row[name] for name in ("said_end", "published") if not pd.isna(row[name])), None)


def _listed(found: Sequence[str]) -> str:
    return " or ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def _weighed(found: Mapping[str, int | bool]) -> Row:
    kept = [(name, round(WEIGHTS[name] * count, 3)) for name, count in found.items() if count]
    return {
        "importance": round(min(MOST, sum(weight for _, weight in kept)), 3),
        "evidence": ", ".join(f"{name} {weight:g}" for name, weight in kept),
    }


def _order(day: Any) -> tuple[bool, Any]:
    return (True, pd.Timestamp(0)) if day is None or pd.isna(day) else (False, day)


def _period(hole: Period) -> Row:
    told = f"{hole.claims} claim{'s' * (hole.claims != 1)}"
    text = (
        f"an article of the time: {told} of what happened then can be read only more than {BEFORE} days later"
        if hole.retrospect
        else f"articles of {hole.days} days, in which {told} happened"
    )
    weights = {
        "days without an article": not hole.retrospect,
        "months without an article": not hole.retrospect and hole.days > MONTHS,
        "happenings in them": min(hole.claims, 6),
    }
    return {
        **dict.fromkeys(("claim_id", "theme", "kind", "place", "summary", "standing", "asked"), ""),
        "gap": RETROSPECT if hole.retrospect else HOLE,
        "missing": text,
        "since": None,
        "days_open": None,
        "start": pd.Timestamp(hole.first),
        "end": pd.Timestamp(hole.last),
        "claims": hole.claims,
        "outlets": 0,
        "sources": 0,
        **_weighed(weights),
        "order": _order(pd.Timestamp(hole.first)),
    }
