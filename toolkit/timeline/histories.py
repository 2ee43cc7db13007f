"""The history of a claim in one or two sentences: who claimed it, who answered, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd

from toolkit.timeline.alone import points_back
from toolkit.timeline.desk import Days, capital, listed
from toolkit.timeline.gaps import LIVES
from toolkit.timeline.named import Speakers, in_sentence, plural
from toolkit.timeline.steps import Row, Step, first_of, makers, step_of, steps
from toolkit.timeline.wording import stems

VERBS = {
    "claimed": "claimed",
    "reported": "reported",
    "confirmed": "confirmed",
    "denied": "denied",
    "unconfirmed": "could not confirm",
}
"""What is said of who takes a standing."""
OWN = 0.5
"""The share of the words of a claim that somebody must have used for it to be told as his."""
SETTLED = ("confirmed", "denied")
STEPS = 4
"""Steps of a history that a sentence tells."""
QUOTE = 160
"""Characters of a quotation that stands for a claim without words of its own."""


@dataclass(frozen=True)
class History:
    """Steps of a claim with what was claimed in words ("that ..."), and whether it is open: denied, and not settled."""

    steps: tuple[Step, ...]
    what: str
    is_open: bool


def histories(entry: Row, rows: Sequence[Row]) -> Iterator[History]:
    """What was claimed and answered. Of the dead and the harmed a denial is of what its own words say, a count or a
    cause, and not of the whole; it is a history of its own."""
    path = steps(first_of(makers(rows)), rows)
    own = [step for step in path[1:] if entry["kind"] in LIVES and _of_another(step, entry)]
    kept = [step for step in path if step not in own]
    settled = [step for step in kept[1:] if step.standing in SETTLED]
    is_open = bool(settled) and settled[-1].standing == "denied"
    first, whole = kept[0].row, str(entry["statement_past"])
    what = whole if says(first["quote"], whole) else str(first["statement_past"])
    yield History((kept[0], *(settled or kept[1:]))[:STEPS], what, is_open)
    told = {row["mention_id"]: row for row in rows}
    for step in own:
        answered = told.get(step.row["answers"])
        if answered is not None and says(answered["quote"], step.row["statement_past"]):
            yield History((step_of(answered), step), step.row["statement_past"], True)


def says(quote: Any, what: Any) -> bool:
    """Whether somebody whose words are the `quote` said so: another's wording of a claim is not put into his mouth.

    >>> says("The army has taken the town of Sedovo, the ministry said.", "the army had captured the town")
    True
    >>> says("A fire destroyed the mill on Monday.", "an overheated engine had caused the blaze"), says("Words.", "")
    (False, False)
    """
    wanted = stems(str(what or ""))
    return bool(wanted) and len(wanted & stems(str(quote))) >= OWN * len(wanted)


def _of_another(step: Step, entry: Row) -> bool:
    return step.standing == "denied" and step.row.get("statement", "") != entry["statement"]


def told(history: History, summary: str, rows: Sequence[Row], speakers: Speakers) -> str:
    """A history as sentences; `summary` is the quotation that stands for a claim without words.

    "Russia claimed on 8 June 2025 that Russian troops had entered the region. Ukraine denied it the same day."
    """
    days, first = Days(), history.steps[0]
    who = speakers.who(first.row, rows)
    what = "" if points_back(history.what) else _what(in_sentence(history.what, rows), who)
    verb, when = _said(first, speakers), _when(first, days)
    if what:
        begin = " ".join(filter(None, (who, verb, when, "that", what))) + "."
    else:
        quote = " ".join(str(first.row["quote"] or summary).split())
        short = quote if len(quote) <= QUOTE else f"{quote[: QUOTE - 1].rstrip()}…"
        begin = " ".join(filter(None, (who, verb, when))) + f": “{short}”"
    answers = []
    for name, group in groupby(history.steps[1:], key=lambda step: speakers.who(step.row, rows)):
        acts = [" ".join(filter(None, (VERBS[s.standing], "it", _after(s, first, days)))) for s in group]
        answers.append(f"{capital(name)} {listed(list(dict.fromkeys(acts)))}.")
    closing = "It is still unresolved." if history.is_open else ""
    return " ".join(filter(None, (capital(begin), *answers, closing)))


def _what(what: str, who: str) -> str:
    """What somebody says, with "it" for himself: "Russia claimed that it had advanced"."""
    name = who.removeprefix("the ")
    for begin in (who, f"the {name}", name):
        if what.startswith(f"{begin} "):
            return f"{'they' if plural(name) else 'it'}{what[len(begin) :]}"
    return what


def _after(step: Step, first: Step, days: Days) -> str:
    """The days of an answer, left out where they are told to lie before what it answers."""
    before = step.day is not None and first.day is not None and step.day < first.day
    return "" if before else _when(step, days)


def _said(step: Step, speakers: Speakers) -> str:
    """The verb of who makes a claim; who is no outlet and no observer does not report."""
    if step.standing == "unconfirmed" or (step.standing == "reported" and not speakers.reports(step.row)):
        return "said"
    return VERBS[step.standing]


def _when(step: Step, days: Days) -> str:
    """The days of a step in words, those of printing where nothing else is known."""
    first, last = step.row["said_start"], step.row["said_end"]
    if pd.isna(first) and pd.isna(last):
        first = last = step.row["published"]
    return days.told(first, last)


def ended(standings: Any, denied: bool = True) -> str:
    """What became of a claim, behind its title: the first standing of the ledger's `standings` and the last that
    settles it, with their days and the year once; without denials where they may be of something else.

    >>> ended("claimed 2025-06-08; denied 2025-06-08; confirmed 2025-08-26")
    'claimed 8 June, confirmed 26 August 2025'
    >>> ended("reported 2025-05; denied 2025-05-12", denied=False), ended("reported 2025-01-25; confirmed 2025-01-25")
    ('reported May 2025', 'reported and confirmed 25 January 2025')
    """
    first, *answers = [step.partition(" ") for step in str(standings).split("; ")]
    wanted = SETTLED if denied else ("confirmed",)
    last = [step for step in answers if step[0] in wanted][-1:]
    if last and last[0][2] == first[2]:
        return f"{first[0]} and {last[0][0]} {_dated(first[2], year=True)}".strip()
    path = [first, *last]
    years = {_day(when).year for _, _, when in path if _day(when) is not None}
    words = [
        f"{name} {_dated(when, len(years) > 1 or number == len(path))}".strip()
        for number, (name, _, when) in enumerate(path, 1)
    ]
    return ", ".join(words)


def _day(when: str) -> Any:
    day = when.rpartition("/")[2]
    form = "%Y-%m" if len(day) == len("2025-06") else "%Y-%m-%d"
    found = pd.to_datetime(day, errors="coerce", format=form)
    return None if pd.isna(found) else found


def _dated(when: str, year: bool) -> str:
    if (end := _day(when)) is None:
        return ""
    day = f"{end:%B}" if len(when) == len("2025-06") else f"{end.day} {end:%B}"
    return f"{'by ' if '/' in when else ''}{day}{f' {end.year}' if year else ''}"
