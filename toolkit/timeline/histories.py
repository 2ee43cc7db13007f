"""The history of a claim in one or two sentences: who claimed it, who answered, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd

from toolkit.timeline.alone import points_back
from toolkit.timeline.desk import Days, capital, day_written, listed
from toolkit.timeline.gaps import LIVES
from toolkit.timeline.named import Speakers, in_sentence, plural
from toolkit.timeline.quantities import agree, quantities
from toolkit.timeline.steps import Row, Step, first_of, makers, step_of, steps
from toolkit.timeline.table import source_of
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
UNSETTLED = "It is still unresolved."
"""The last words of the history of an open claim."""


_NAME = re.compile(r"\b[A-Z][\w’'-]*")


@dataclass(frozen=True)
class History:
    """Steps of a claim with what was claimed in words ("that ..."), and whether it is open: denied, and not settled."""

    steps: tuple[Step, ...]
    what: str
    is_open: bool


def histories(entry: Row, rows: Sequence[Row]) -> Iterator[History]:
    """What was claimed and answered. A denial that says itself what it denies, where that is not what was claimed, is a
    history of its own; of the dead and the harmed it is of a count or a cause, and not of the whole."""
    told = {row["mention_id"]: row for row in rows}
    path = steps(first_of(makers(rows)), rows)
    first, whole = path[0].row, str(entry["statement_past"])
    said_so = _says_all if entry["kind"] in LIVES else says
    what = whole if said_so(first["quote"], whole) else str(first["statement_past"])
    own = [step for step in path[1:] if _of_another(step, entry, what, told)]
    kept = [step for step in path if step not in own and not _confirms_another(step, what)]
    settled = [step for step in kept[1:] if step.standing in SETTLED]
    is_open = bool(settled) and settled[-1].standing == "denied"
    made = [] if settled and _only_told(kept[0].row, settled[0].row) else kept[:1]
    yield History((*made, *(settled or kept[1:]))[:STEPS], what, is_open)
    for step in own:
        answered = told.get(step.row["answers"])
        if answered is not None and _says_all(answered["quote"], step.row["statement_past"]):
            before = [] if _only_told(answered, step.row) else [step_of(answered)]
            yield History((*before, step), step.row["statement_past"], True)


def says(quote: Any, what: Any, share: float = OWN) -> bool:
    """Whether somebody whose words are the `quote` said so, in a `share` of the words of `what`: another's wording of a
    claim is not put into his mouth.

    >>> says("The army has taken the town of Sedovo, the ministry said.", "the army had captured the town")
    True
    >>> says("A fire destroyed the mill on Monday.", "an overheated engine had caused the blaze"), says("Words.", "")
    (False, False)
    """
    wanted = stems(str(what or ""))
    return bool(wanted) and len(wanted & stems(str(quote))) >= share * len(wanted)


def _says_all(quote: Any, what: Any) -> bool:
    """Whether somebody said so also where the names, which a whole story shares, are left out.

    >>> _says_all("Killings in El Fasher go on.", "the killings in El Fasher were ethnically motivated")
    False
    """
    return says(quote, what) and says(quote, _NAME.sub("", str(what)))


def recounts(quote: Any, what: Any) -> bool:
    """Whether somebody whose words are the `quote` gives numbers, but none that goes with one of `what`: who says that
    six died does not say that 13 did.

    >>> recounts("At least 13 miners died, the ministry said.", "six miners had died")
    True
    >>> recounts("The miners died.", "12 miners had died"), recounts("At least 13 died.", "at least 12 had died")
    (False, False)
    """
    theirs = quantities(str(quote))
    return bool(theirs) and any(
        not any(agree(one, other) for other in theirs) for one in quantities(str(what))
    )


def _of_another(step: Step, entry: Row, what: str, told: Mapping[str, Row]) -> bool:
    """Whether a step denies something else than what was claimed."""
    if step.standing != "denied":
        return False
    if entry["kind"] in LIVES:
        return bool(step.row.get("statement_past", "") != what)
    answered = told.get(step.row["answers"])
    if answered is None:
        denied = stems(step.row["statement_past"])
        return bool(denied) and denied.isdisjoint(stems(what))
    return _in_one_sentence(answered, step.row) and not says(step.row["quote"], what)


def _confirms_another(step: Step, what: str) -> bool:
    """Whether a step confirms another number than was claimed."""
    return step.standing == "confirmed" and recounts(step.row["quote"], what)


def _only_told(row: Row, denial: Row) -> bool:
    """Whether an outlet tells something only as what somebody denies, and does not claim it."""
    own = row["claimant"] in ("", row["outlet"])
    return own and denial["standing"] == "denied" and _in_one_sentence(row, denial)


def _in_one_sentence(row: Row, other: Row) -> bool:
    return bool((row["article_id"], row["start"]) == (other["article_id"], other["start"]))


def told(history: History, summary: str, rows: Sequence[Row], speakers: Speakers) -> str:
    """A history as sentences; `summary` is the quotation that stands for a claim without words.

    "Russia claimed on 8 June 2025 that Russian troops had entered the region. Ukraine denied it the same day."
    """
    days, first = Days(), history.steps[0]
    who = speakers.who(first.row, rows)
    what = "" if points_back(history.what) else of_himself(in_sentence(history.what, rows), who)
    verb, when = _said(first, speakers), _when(first, days, rows)
    if what:
        begin = " ".join(filter(None, (who, verb, when, "that", what))) + "."
    else:
        quote = " ".join(str(first.row["quote"] or summary).split())
        short = quote if len(quote) <= QUOTE else f"{quote[: QUOTE - 1].rstrip()}…"
        begin = " ".join(filter(None, (who, verb, when))) + f": “{short}”"
    answers = []
    for name, group in groupby(history.steps[1:], key=lambda step: speakers.who(step.row, rows)):
        acts = [" ".join(filter(None, (_answer(s, speakers), "it", _after(s, first, days)))) for s in group]
        answers.append(f"{capital(name)} {listed(list(dict.fromkeys(acts)))}.")
    closing = UNSETTLED if history.is_open else ""
    return " ".join(filter(None, (capital(begin), *answers, closing)))


def of_himself(what: str, who: str) -> str:
    """What somebody says, with "it" for himself.

    >>> of_himself("the RSF had advanced", "the RSF"), of_himself("two officers had fled", "two officers")
    ('it had advanced', 'they had fled')
    """
    name = who.removeprefix("the ")
    for begin in (who, f"the {name}", name):
        if what.startswith(f"{begin} "):
            return f"{'they' if plural(name) else 'it'}{what[len(begin) :]}"
    return what


def _after(step: Step, first: Step, days: Days) -> str:
    """The days of an answer, left out where they may lie before what it answers."""
    if step.day is None or first.day is None or first.day < step.day:
        return _when(step, days)
    begins = step.row["said_start"]
    before = step.day < first.day or (not pd.isna(begins) and begins < first.day)
    return "" if before else _when(step, days)


def _said(step: Step, speakers: Speakers) -> str:
    """The verb of who makes a claim; who is no outlet and no observer does not report."""
    if step.standing == "unconfirmed" or (step.standing == "reported" and not speakers.reports(step.row)):
        return "said"
    return VERBS[step.standing]


def _answer(step: Step, speakers: Speakers) -> str:
    """The verb of who answers; a party denies, who only looks on disputes."""
    looks_on = speakers.reports(step.row) or not step.row["claimant_side"]
    return "disputed" if step.standing == "denied" and looks_on else VERBS[step.standing]


def _when(step: Step, days: Days, rows: Sequence[Row] = ()) -> str:
    """The days of a step in words, those of printing where nothing else is known; where the last of them is a day on
    which the same source says so in another of `rows`, that day."""
    first, last = step.row["said_start"], step.row["said_end"]
    if pd.isna(first) and pd.isna(last):
        first = last = step.row["published"]
    if pd.isna(first) and any(_says_on(row, step.row) for row in rows):
        first = last
    return days.told(first, last)


def _says_on(row: Row, other: Row) -> bool:
    """Whether a source is known to say so on the very day by which another row has it say so."""
    same = source_of(row) == source_of(other) != "" and row["standing"] == other["standing"]
    return bool(same and row["said_start"] == row["said_end"] == other["said_end"])


def ended(standings: Any, denied: bool = True) -> str:
    """What became of a claim, behind its title: the first standing of the ledger's `standings` and the last that
    settles it, with their days and the year once; without denials where they may be of something else.

    >>> ended("claimed 2025-06-08; denied 2025-06-08; confirmed 2025-08-26")
    'claimed 8 June, confirmed 26 August 2025'
    >>> ended("reported 2025-05; denied 2025-05-12", denied=False), ended("reported 2025-01-25; confirmed 2025-01-25")
    ('reported May 2025', 'reported and confirmed 25 January 2025')
    >>> ended("reported 2025-01-25; confirmed 2025-01-01/2025-01-25")
    'reported and confirmed by 25 January 2025'
    """
    first, *answers = [step.partition(" ") for step in str(standings).split("; ")]
    wanted = SETTLED if denied else ("confirmed",)
    last = [step for step in answers if step[0] in wanted][-1:]
    if last and _day(last[0][2]) == _day(first[2]):
        widest = max(first[2], last[0][2], key=len)  # "by 8 June" holds of a claim of 8 June, too
        return f"{first[0]} and {last[0][0]} {_dated(widest, year=True)}".strip()
    path = [first, *last]
    years = {_day(when).year for _, _, when in path if _day(when) is not None}
    words = [
        f"{name} {_dated(when, len(years) > 1 or number == len(path))}".strip()
        for number, (name, _, when) in enumerate(path, 1)
    ]
    return ", ".join(words)


def _day(when: str) -> Any:
    return day_written(when.rpartition("/")[2])


def _dated(when: str, year: bool) -> str:
    if (end := _day(when)) is None:
        return ""
    day = f"{end:%B}" if len(when) == len("2025-06") else f"{end.day} {end:%B}"
    return f"{'by ' if '/' in when else ''}{day}{f' {end.year}' if year else ''}"
