"""What the record tells, in sentences that an editor would print: the history of the main claims, where accounts part,
what rests on one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd

from toolkit.timeline.desk import Days, capital, counted, listed
from toolkit.timeline.importance import importance
from toolkit.timeline.named import Speakers, in_sentence
from toolkit.timeline.steps import Row, Step, by_claim, first_of, makers, steps
from toolkit.timeline.table import records

VERBS = {
    "claimed": "claimed",
    "reported": "reported",
    "confirmed": "confirmed",
    "denied": "denied",
    "unconfirmed": "could not confirm",
}
"""What is said of who takes a standing."""
SETTLED = ("confirmed", "denied")
ONLY_SAID = ("statement", "no_comment")
"""Kinds that are but words: that they are denied is no finding of its own."""
STEPS = 4
"""Steps of a history that a sentence tells."""
ALONE = 3
"""Outlets that tell a claim of one source before that is a finding."""
QUOTE = 160
"""Characters of a quotation that stands for a claim without words of its own."""
WEIGHT = {"history": 1.0, "contradiction": 0.9, "number": 0.8, "one source": 0.6}
"""Kinds of findings, with what their claim's importance is multiplied by."""


@dataclass(frozen=True)
class Finding:
    """Something that the record tells: `text` in whole sentences, its `kind` (history, contradiction, number, one
    source), the claim, the mentions that it rests on, and its weight, 0 to 1."""

    text: str
    kind: str
    claim_id: str
    mention_ids: tuple[str, ...]
    weight: float


def findings(
    ledger: pd.DataFrame,
    events: pd.DataFrame,
    positions: pd.DataFrame,
    conflicts: pd.DataFrame | None = None,
    limit: int = 12,
) -> list[Finding]:
    """The findings of a record, the main story first, at most `limit`.

    All tables are those of one run (`toolkit.build`). `conflicts`, where given, are the pairs in which accounts part:
    positions without any of them are left out. Every sentence is made by rules from the rows that its finding names.

    >>> from toolkit.timeline.conflicts.together import POSITIONS
    >>> from toolkit.timeline.ledger import LEDGER
    >>> empty = {"claim_id": [], "kind": [], "independent": []}
    >>> findings(pd.DataFrame(columns=list(LEDGER)), pd.DataFrame(empty), pd.DataFrame(columns=list(POSITIONS)))
    []
    """
    weights = dict(zip(ledger["claim_id"], importance(ledger, positions), strict=True))
    entries = {entry["claim_id"]: entry for entry in records(ledger)}
    claims = {claim: rows for claim, rows in by_claim(events).items() if claim in entries}
    speakers = Speakers(events)
    known = None if conflicts is None else set(conflicts["conflict_id"])
    found = [
        *_histories(claims, entries, weights, speakers),
        *_partings(claims, positions, weights, speakers, known),
    ]
    told = {finding.claim_id for finding in found}
    found += _alone(claims, entries, weights, speakers, told)
    ranked = sorted(found, key=lambda each: (-each.weight, each.kind, each.claim_id))
    return list(_once(ranked, claims))[:limit]


def _once(found: Sequence[Finding], claims: Mapping[str, list[Row]]) -> Iterator[Finding]:
    """Of findings of one kind about one happening the first: the dead of a day are told once."""
    seen: set[tuple[str, ...]] = set()
    for each in found:
        row = claims[each.claim_id][0]
        about = (each.kind, row["kind"], str(row.get("happening") or each.claim_id))
        if about not in seen:
            seen.add(about)
            yield each


def _histories(
    claims: Mapping[str, list[Row]],
    entries: Mapping[str, Row],
    weights: Mapping[str, float],
    speakers: Speakers,
) -> Iterator[Finding]:
    """What was claimed and answered; of a claim that nobody answered only where it is the main one."""
    main = max(weights, key=lambda claim: (weights[claim], claim), default="")
    for claim, rows in claims.items():
        if entries[claim]["kind"] in ONLY_SAID and claim != main:
            continue
        made = makers(rows)
        path = steps(first_of(made), rows)
        settled = [step for step in path[1:] if step.standing in SETTLED]
        if not settled and claim != main:
            continue
        told = [path[0], *(settled or path[1:])][:STEPS]
        text = history(told, entries[claim], rows, speakers)
        if not text:
            continue
        is_open = entries[claim]["standing"] == "denied" and path[0].standing != "denied"
        kind = "contradiction" if is_open else "history"
        names = tuple(dict.fromkeys(step.row["mention_id"] for step in told))
        yield Finding(text, kind, claim, names, _weight(kind, weights[claim], claim == main))


def _weight(kind: str, weight: float, main: bool = False) -> float:
    return 1.0 if main else round(WEIGHT[kind] * weight, 4)


def history(told: Sequence[Step], entry: Row, rows: Sequence[Row], speakers: Speakers) -> str:
    """The steps of a claim as one or two sentences; empty where the claim has no words.

    "Russia claimed on 8 June 2025 that Russian troops had entered the region. Ukraine denied it the same day."
    """
    days, first = Days(), told[0]
    who = speakers.who(first.row, rows)
    what = _what(in_sentence(entry["statement_past"], rows), who)
    verb, when = _said(first, speakers), _when(first, days)
    if what:
        begin = " ".join(filter(None, (who, verb, when, "that", what))) + "."
    else:
        quote = " ".join(str(entry["summary"]).split())
        short = quote if len(quote) <= QUOTE else f"{quote[: QUOTE - 1].rstrip()}…"
        begin = " ".join(filter(None, (who, verb, when))) + f": “{short}”"
    answers = []
    for name, group in groupby(told[1:], key=lambda step: speakers.who(step.row, rows)):
        acts = [" ".join(filter(None, (VERBS[s.standing], "it", _after(s, first, days)))) for s in group]
        answers.append(f"{capital(name)} {listed(acts)}.")
    is_open = entry["standing"] == "denied" and first.standing != "denied"
    closing = "Nobody has settled it since." if is_open else ""
    return " ".join(filter(None, (capital(begin), *answers, closing)))


def _what(what: str, who: str) -> str:
    """What somebody says, with "it" for himself: "Russia claimed that it had advanced"."""
    name = who.removeprefix("the ")
    for begin in (who, f"the {name}", name):
        if what.startswith(f"{begin} "):
            many = " and " in name or name.rpartition(" ")[2].islower()
            return f"{'they' if many else 'it'}{what[len(begin) :]}"
    return what


def _after(step: Step, first: Step, days: Days) -> str:
    """The days of an answer, left out where they are told to lie before what it answers."""
    before = step.day is not None and first.day is not None and step.day < first.day
    return "" if before else _when(step, days)


def _said(step: Step, speakers: Speakers) -> str:
    """The verb of who makes a claim; who is no outlet and no observer does not report."""
    said = step.standing == "reported" and not speakers.reports(step.row)
    return "said" if said else VERBS[step.standing] if step.standing != "unconfirmed" else "said"


def _when(step: Step, days: Days) -> str:
    """The days of a step in words."""
    row = step.row
    first, last = row["said_start"], row["said_end"]
    if pd.isna(first) and pd.isna(last):
        first = last = row["published"]
    return days.told(first, last)


def _partings(
    claims: Mapping[str, list[Row]],
    positions: pd.DataFrame,
    weights: Mapping[str, float],
    speakers: Speakers,
    known: set[str] | None,
) -> Iterator[Finding]:
    """What accounts differ in besides whether it is so: days, numbers, places, who did it."""
    asked: dict[str, list[Row]] = defaultdict(list)
    for row in records(positions):
        pairs = set(str(row["conflicts"]).split("; ")) - {""}
        if row["type"] != "standing" and pairs and (known is None or pairs & known):
            asked[row["question"]].append(row)
    for taken in asked.values():
        claim = taken[0]["claim_id"]
        if len(taken) < 2 or claim not in claims:
            continue
        if text := _differing(taken, claims[claim], speakers):
            ids = tuple(dict.fromkeys(row["mention_id"] for row in taken))
            kind = "number" if taken[0]["type"] == "number" else "contradiction"
            yield Finding(text, kind, claim, ids, _weight(kind, weights.get(claim, 0.0)))


ASKED = {
    "date": "Sources differ on when it was that {what}: {values}.",
    "place": "Sources differ on where it was that {what}: {values}.",
    "actor": "Sources differ on who did it: {values}.",
    "number": "Sources differ on the number of {counted}: {values}.",
}
"""The sentence of each type of question."""


def _differing(taken: Sequence[Row], rows: Sequence[Row], speakers: Speakers) -> str:
    told = {row["mention_id"]: row for row in rows}
    what = next(
        (in_sentence(row.get("statement_past", ""), rows) for row in rows if row.get("statement_past")), ""
    )
    values = [f"{each['value']} ({_by(each, told, speakers)})" for each in taken]
    form = ASKED.get(taken[0]["type"], "")
    counts = str(taken[0]["what"]) or "people"
    if not form or ("{what}" in form and not what):
        return ""
    return form.format(what=what, values=listed(values, "or"), counted=counts)


def _by(position: Row, told: Mapping[str, Row], speakers: Speakers) -> str:
    row = told.get(position["mention_id"])
    return speakers.who(row, [*told.values()]) if row is not None else str(position["source"])


def _alone(
    claims: Mapping[str, list[Row]],
    entries: Mapping[str, Row],
    weights: Mapping[str, float],
    speakers: Speakers,
    told: set[str],
) -> Iterator[Finding]:
    """What several outlets tell and one source says."""
    for claim, rows in claims.items():
        entry = entries[claim]
        made = makers(rows)
        outlets = {row["outlet"] or row["article_id"] for row in made}
        what = in_sentence(entry["statement_past"], rows)
        if claim in told or len(outlets) < ALONE or entry["independent_sources"] != 1 or not what:
            continue
        who, many = speakers.source(first_of(made), rows), counted(len(outlets), "outlet")
        text = f"That {what} rests on one source, {who}, though {many} told it."
        ids = tuple(row["mention_id"] for row in made)
        yield Finding(text, "one source", claim, ids, _weight("one source", weights[claim]))


def headline(ledger: pd.DataFrame, positions: pd.DataFrame) -> str:
    """A title for a record, from its main claim and what became of it; empty where nothing is claimed in words.

    >>> from toolkit.timeline.conflicts.together import POSITIONS
    >>> from toolkit.timeline.ledger import LEDGER
    >>> headline(pd.DataFrame(columns=list(LEDGER)), pd.DataFrame(columns=list(POSITIONS)))
    ''
    """
    weights = importance(ledger, positions)
    rows = [
        (weight, entry) for weight, entry in zip(weights, records(ledger), strict=True) if entry["statement"]
    ]
    if not rows:
        return ""
    entry = max(rows, key=lambda each: (each[0], each[1]["claim_id"]))[1]
    first, *answers = str(entry["standings"]).split("; ")
    last = [step for step in answers if step.partition(" ")[0] in SETTLED][-1:]
    told = [step.partition(" ") for step in (first, *last)]
    ends = [_end(when) for _, _, when in told]
    years = {end.year for end in ends if end is not None}
    words = [
        f"{standing} {_dated(when, end, len(years) > 1 or number == len(told))}".strip()
        for number, ((standing, _, when), end) in enumerate(zip(told, ends, strict=True), 1)
    ]
    return f"{entry['statement']}: {', '.join(words)}"


def _end(when: str) -> Any:
    day = when.rpartition("/")[2]
    found = pd.to_datetime(day, errors="coerce", format="%Y-%m" if len(day) == len("2025-06") else "%Y-%m-%d")
    return None if pd.isna(found) else found


def _dated(when: str, end: Any, year: bool) -> str:
    if end is None:
        return ""
    day = f"{end:%B}" if len(when) == len("2025-06") else f"{end.day} {end:%B}"
    return f"{'by ' if '/' in when else ''}{day}{f' {end.year}' if year else ''}"
