"""What the record tells, in sentences that an editor would print: the history of the main claims, where accounts part,
what rests on one source, what several say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from toolkit.timeline.alone import has_name, names_its_own, points_back, stands_alone
from toolkit.timeline.conflicts.accounts import BEGINNING
from toolkit.timeline.desk import Days, capital, counted, listed, typeset
from toolkit.timeline.histories import SETTLED, History, histories, of_himself, recounts, says, told
from toolkit.timeline.importance import importance
from toolkit.timeline.mention import ANSWERS, CERTAIN
from toolkit.timeline.named import Speakers, in_sentence
from toolkit.timeline.steps import Row, by_claim, first_of, makers, step_of
from toolkit.timeline.table import records
from toolkit.timeline.weights import SPEECH

ONLY_SAID = ("statement", "no_comment")
"""Kinds that are but words: that they are denied is no finding of its own."""
ALONE = 3
"""Outlets that tell a claim of one source before that is a finding."""
IN_THE_WORDS = 0.66
"""The share of the words of a claim that each of several sources must have used for it."""
NAMED = 3
"""Sources of one finding that it names."""
FEWEST = 5
"""Findings below which the main claims of articles are told on which no other finding rests."""
_MAYBE = re.compile(r"\b(?:would|could|may|might|should|can)\b")
MADE = ("claimed", "reported", "confirmed")
"""Standings with which a claim is made."""
WEIGHT = {
    "history": 1.0, "contradiction": 0.9, "count": 0.8, "one source": 0.6, "several sources": 0.5, "claim": 0.4,
}  # fmt: skip
"""Kinds of findings, with what their claim's importance is multiplied by; the history of the main claim has 1."""


@dataclass(frozen=True)
class Finding:
    """Something that the record tells: `text` in whole sentences, its `kind` (a key of `WEIGHT`), the claim, the
    mentions that it rests on, and its weight, 0 to 1."""

    text: str
    kind: str
    claim_id: str
    mention_ids: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class _Record:
    claims: Mapping[str, list[Row]]
    entries: Mapping[str, Row]
    weights: Mapping[str, float]
    alone: Mapping[str, bool]
    speakers: Speakers
    main: str = field(default="")


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
    alone = {claim: stands_alone(entry) for claim, entry in entries.items()}
    main = max(weights, key=lambda claim: (alone[claim], weights[claim], claim), default="")
    record = _Record(claims, entries, weights, alone, Speakers(events), main)
    known = None if conflicts is None else set(conflicts["conflict_id"])
    found = [*_histories(record), *_partings(record, positions, known)]
    done = {finding.claim_id for finding in found if len(finding.mention_ids) > 1}
    found += [each for each in (*_alone(record), *_agreed(record)) if each.claim_id not in done]
    found += list(_untold(record, found))[: max(0, FEWEST - len(found))]
    # What needs the sentences before it is told after what does not.
    ranked = sorted(
        found, key=lambda each: (not alone[each.claim_id], -each.weight, each.kind, each.claim_id, each.text)
    )
    return [replace(each, text=typeset(each.text)) for each in _once(ranked, claims)][:limit]


def _once(found: Sequence[Finding], claims: Mapping[str, list[Row]]) -> Iterator[Finding]:
    """Of findings of one kind about one happening, or out of the same sentences, the first: the dead of a day are told
    once, and so is what two claims say in the same words, or first in one sentence."""
    seen: set[tuple[Any, ...]] = set()
    for each in found:
        rows = claims[each.claim_id]
        row = rows[0]
        places = {row["mention_id"]: (row["article_id"], row["start"]) for row in rows}
        resting = [places[name] for name in each.mention_ids if name in places]
        about = (each.kind, row["kind"], str(row.get("happening") or each.claim_id))
        taken = {about, (each.kind, *sorted(set(resting))), (each.kind, each.text.partition(". ")[0])}
        taken |= {(each.kind, "first", first) for first in resting[:1]}
        if not taken & seen:
            yield each
        seen |= taken


def _histories(record: _Record) -> Iterator[Finding]:
    """What was claimed and answered; of a claim that nobody answered only where it is the main one."""
    for claim, rows in record.claims.items():
        entry, main = record.entries[claim], claim == record.main
        answered = any(row["standing"] in ANSWERS for row in rows)
        if not main and (entry["kind"] in ONLY_SAID or not answered):
            continue
        for number, each in enumerate(histories(entry, rows)):
            first = main and number == 0
            if (
                not first
                and not each.is_open
                and all(step.standing not in SETTLED for step in each.steps[1:])
            ):
                continue
            kind = "contradiction" if each.is_open else "history"
            names = tuple(dict.fromkeys(step.row["mention_id"] for step in each.steps))
            text = told(each, str(entry["summary"]), rows, record.speakers)
            yield Finding(text, kind, claim, names, 1.0 if first else _weight(kind, claim, record))


def _untold(record: _Record, found: Sequence[Finding]) -> Iterator[Finding]:
    """The main claim of each article on which no finding rests, as it says so itself."""
    resting = {name for finding in found for name in finding.mention_ids}
    every = [row for rows in record.claims.values() for row in rows]
    covered = {row["article_id"] for row in every if row["mention_id"] in resting}
    for claim in sorted(record.claims, key=lambda each: (-record.weights[each], each)):
        entry, row = record.entries[claim], first_of(makers(record.claims[claim]))
        what = in_sentence(row["statement_past"], record.claims[claim])
        if row["article_id"] in covered or entry["kind"] in ONLY_SAID or not record.alone[claim]:
            continue
        who = record.speakers.who(row, record.claims[claim])
        certain = row["modality"] in CERTAIN and not row["negated"] and not _MAYBE.search(what)
        certain = certain and row["standing"] in MADE
        if certain and names_its_own(what) and has_name(who):
            covered.add(row["article_id"])
            text = told(History((step_of(row),), what, False), "", record.claims[claim], record.speakers)
            yield Finding(text, "claim", claim, (row["mention_id"],), _weight("claim", claim, record))


def _weight(kind: str, claim: str, record: _Record) -> float:
    return round(WEIGHT[kind] * record.weights.get(claim, 0.0), 4)


def _partings(record: _Record, positions: pd.DataFrame, known: set[str] | None) -> Iterator[Finding]:
    """What accounts differ in besides whether it is so: days, numbers, places, who did it."""
    asked: dict[str, list[Row]] = defaultdict(list)
    for row in records(positions):
        pairs = set(str(row["conflicts"]).split("; ")) - {""}
        if row["type"] != "standing" and pairs and (known is None or pairs & known):
            asked[row["question"]].append(row)
    for taken in asked.values():
        claim = taken[0]["claim_id"]
        if len(taken) > 1 and claim in record.claims and (text := _differing(taken, record)):
            ids = tuple(dict.fromkeys(row["mention_id"] for row in taken))
            kind = "count" if taken[0]["type"] == "number" else "contradiction"
            yield Finding(text, kind, claim, ids, _weight(kind, claim, record))


ASKED = {
    "date": ("Sources differ on the day: {what} {told}.", "{value} ({who})", "or"),
    BEGINNING: ("Sources differ on when this began: {what}, {told}.", "since {value} ({who})", "or"),
    "place": ("Sources differ on the place: {what} {told}.", "in {value} ({who})", "or"),
    "actor": ("Sources differ on who did it: {what}. {Told}.", "{who} says that it was {value}", "and"),
    "number": ("Sources differ on the number: {what}. {Told}.", "{who} says {value}", "and"),
}
"""The sentences of each type of question, how each position is told in them, and what joins these."""


def _differing(taken: Sequence[Row], record: _Record) -> str:
    claims = dict.fromkeys(row["claim_id"] for row in taken)
    rows = [row for claim in claims for row in record.claims.get(claim, ())]
    mentions = {row["mention_id"]: row for row in rows}
    what = in_sentence(record.entries[taken[0]["claim_id"]]["statement"], rows)
    sentences, each, joint = ASKED.get(_asked(taken[0]), ("", "", ""))
    if not sentences or not what or points_back(what):
        return ""
    told = [mentions.get(position["mention_id"]) for position in taken]
    speakers = [
        record.speakers.who(row, rows) if row is not None else str(position["source"])
        for position, row in zip(taken, told, strict=True)
    ]
    values = []
    for position, row, who in zip(taken, told, speakers, strict=True):
        twice = row is not None and speakers.count(who) > 1
        day = Days().told(row["published"], row["published"]) if row is not None and twice else ""
        values.append(each.format(value=_value(position, row), who=f"{who} {day}".rstrip()))
    whole = listed(values, joint)
    return sentences.format(what=what, told=whole, Told=capital(whole))


def _asked(position: Row) -> str:
    return BEGINNING if position["what"] == BEGINNING else str(position["type"])


def _value(position: Row, row: Row | None) -> str:
    """What a position says, as its sentence has it; of what lasts, when it began, as exactly as the text says it."""
    value, asked = str(position["value"]), _asked(position)
    if asked != BEGINNING or row is None or pd.isna(row["event_start"]):
        return _day(value) if position["type"] == "date" else value
    start, known = row["event_start"], str(row.get("event_timex") or "")
    if known.isdigit():  # a year alone
        return known
    return f"{f'{start.day} ' if known == f'{start:%Y-%m-%d}' else ''}{start:%B %Y}"


def _day(value: str) -> str:
    """A day, or a span of days, with the word before it.

    >>> [_day(each) for each in ("8 June 2025", "by 8 June 2025", "1 to 8 June 2025", "June 2025")]
    ['on 8 June 2025', 'by 8 June 2025', 'from 1 to 8 June 2025', 'in June 2025']
    """
    if value.startswith(("by ", "since ")):
        return value
    return f"{'from' if ' to ' in value else 'on' if value[:1].isdigit() and ' ' in value else 'in'} {value}"


def _alone(record: _Record) -> Iterator[Finding]:
    """What several outlets tell and one source says."""
    for claim, rows in record.claims.items():
        entry = record.entries[claim]
        of_one = entry["independent_sources"] == 1 and entry["outlets"] >= ALONE
        if not of_one or entry["kind"] in SPEECH:  # what somebody asks for can have no other source
            continue
        made = makers(rows)
        outlets = {row["outlet"] or row["article_id"] for row in made}
        what = next(
            filter(names_its_own, (in_sentence(each["statement_past"], rows) for each in (entry, *made))), ""
        )
        if len(outlets) < ALONE or not what:
            continue
        first = first_of(made)
        who, many = record.speakers.source(first, rows), capital(counted(len(outlets), "outlet"))
        when: str = (
            "" if pd.isna(first["said_start"]) else Days().told(first["said_start"], first["said_end"])
        )
        text = f"{many} report that {what}. All have it from one source, {who}{f', {when}' if when else ''}."
        ids = tuple(row["mention_id"] for row in made)
        yield Finding(text, "one source", claim, ids, _weight("one source", claim, record))


def _agreed(record: _Record) -> Iterator[Finding]:
    """What sources in several outlets tell as a fact, each in such words, and nobody denies."""
    for claim, rows in record.claims.items():
        entry = record.entries[claim]
        few = entry["outlets"] == 1
        if few or entry["kind"] in ONLY_SAID or not record.alone[claim] or not pd.isna(entry["denied_on"]):
            continue
        what = in_sentence(entry["statement_past"], rows)
        tellers: dict[str, Row] = {}
        for row in makers(rows):
            certain = row["independent"] and row["modality"] in CERTAIN
            if not certain or not says(row["quote"], what, IN_THE_WORDS) or recounts(row["quote"], what):
                continue
            who = record.speakers.who(row, rows)
            if of_himself(what, who) == what:  # what somebody does himself no other source bears out
                tellers.setdefault(who, row)
        outlets = {row["outlet"] or row["article_id"] for row in tellers.values()}
        if len(tellers) > 1 and len(outlets) > 1 and claim != record.main:
            verb = "reported" if all(map(record.speakers.reports, tellers.values())) else "said"
            when = _shared(list(tellers.values()))
            text = f"{capital(_named(list(tellers)))} {verb} that {f'{when} ' if when else ''}{what}."
            ids = tuple(row["mention_id"] for row in tellers.values())
            yield Finding(text, "several sources", claim, ids, _weight("several sources", claim, record))


def _shared(rows: Sequence[Row]) -> str:
    """The days on which all of these rows have something happen, in words; empty where they share none."""
    if any(pd.isna(row["event_start"]) or pd.isna(row["event_end"]) for row in rows):
        return ""
    first, last = max(row["event_start"] for row in rows), min(row["event_end"] for row in rows)
    return Days().told(first, last) if first <= last else ""


def _named(who: Sequence[str]) -> str:
    """The first of those who say something by name, the others by their number."""
    if 1 < len(who) <= NAMED and any(
        " and " in name for name in who
    ):  # "army and UN officials and the mayor"
        return " as well as ".join(sorted(who, key=lambda name: " and " in name))
    return listed(who if len(who) <= NAMED else [*who[: NAMED - 1], counted(len(who) - NAMED + 1, "other")])
