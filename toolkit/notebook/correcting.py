"""Corrections made while looking: written beside the corpus, applied at once, and taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd

from toolkit.corpus.inside import unusable
from toolkit.linked import Result, linked
from toolkit.timeline.corrections import FILE, FIXED, CorrectionError, correct, withdraw
from toolkit.timeline.table import COLUMNS, SENSITIVITY

FIRST = ("event_start", "event_end", "said_start", "said_end", "standing", "place", "kind", "claimant")
FIELDS = (*FIRST, *(name for name in COLUMNS if name not in FIXED and name not in FIRST))
"""The columns that can be corrected, those first that most often are."""


def table_of(result: Result) -> Path:
    """The corrections of a corpus. Raises CorrectionError where it can have none: a corpus that is no folder, a link
    that leads out of it, a result that does not hold what it was made of."""
    if result.reading is None:
        raise CorrectionError("this result does not hold what it was made of; build it again to correct it")
    folder = result.corpus.path
    if result.reading.settled:
        raise CorrectionError(
            f"{folder}: a dataset is corrected by the {FILE} of its corpus, when it is built again"
        )
    if not folder.is_dir():
        raise CorrectionError(f"{folder}: only a folder can hold {FILE}; put the articles into one")
    path = folder / FILE
    if path.exists() and (reason := unusable(path, folder, result.corpus.follow_links)):
        raise CorrectionError(f"{path}: {reason}")
    return path


def anew(result: Result) -> Result:
    """The result with the corrections that its corpus has now; no article is read again.

    The days under other readings (`sensitivity`) stay as they were.
    """
    path = table_of(result)
    own = {name: file for name, file in result.corpus.own.items() if name != FILE}
    corpus = replace(result.corpus, own=own | ({FILE: path} if path.exists() else {}))
    assert result.reading is not None
    renewed = linked(result.reading, corpus)
    tested = [name for name in SENSITIVITY if name in result.events.columns]
    if not tested:
        return renewed
    before = result.events.set_index("mention_id")[tested].reindex(renewed.events["mention_id"]).fillna("")
    columns = {name: pd.array(before[name].tolist(), dtype="str") for name in tested}
    return replace(renewed, events=renewed.events.assign(**columns))


def corrected(
    result: Result,
    identity: str,
    field: str,
    value: str,
    *,
    reason: str,
    by: str,
    on: str,
    claim: bool = False,
) -> tuple[Result, dict[str, str]]:
    """The result with one correction more, and the row that was written, as in `toolkit.correct`.

    Raises CorrectionError where the correction cannot be applied; it is not kept then.
    """
    path = table_of(result)
    before = set(result.quarantine)
    row = correct(path, identity, field, value, reason=reason, by=by, on=on, claim=claim)
    renewed = anew(result)
    if problems := [each for each in renewed.quarantine if each.file == FILE and each not in before]:
        withdraw(path, row)
        raise CorrectionError(problems[-1].reason)
    return renewed, row


def taken_back(result: Result, row: dict[str, str]) -> Result:
    """The result without a correction. Raises CorrectionError where it is not there any more."""
    withdraw(table_of(result), row)
    return anew(result)
