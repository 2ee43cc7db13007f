"""The columns of the event table in which each source and each party has one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from toolkit.model import Quarantined
from toolkit.names.cells import Cell
from toolkit.names.grouping import Grouping
from toolkit.names.sentences import spelled

if TYPE_CHECKING:
    from toolkit.names.parties import Parties

JOINED = "; "
"""Between the names of several parties in one cell."""

PARTIES = {"actor": "actor_name", "target": "target_name"}
"""Column of parties -> the column with their one names."""


@dataclass(frozen=True)
class Named:
    """The event table with its names, and a line for each row of parties.csv that could not be used."""

    events: pd.DataFrame
    problems: tuple[Quarantined, ...]


def named(
    events: pd.DataFrame, texts: Mapping[str, str] | None = None, parties: Parties | None = None
) -> pd.DataFrame:
    """The event table with `source` behind `claimant`, `actor_name` behind `actor` and `target_name` behind `target`,
    and its sentences in one spelling.

    Each (str) is the name that all spellings of one source or party share over the table; the words of the text where
    they mean nobody else, and the outlet for what it says itself. `texts` are the articles by id, which tell who is
    meant by a surname or an acronym; by default what the table quotes of them. `parties` are the analyst's own.
    The order of rows plays no part; the time grows with their number.

    >>> from toolkit.timeline.table import to_frame
    >>> [name for name in named(to_frame([])).columns if name.startswith(("source", "actor"))]
    ['source', 'actor', 'actor_name']
    """
    return naming(events, texts, parties).events


def naming(
    events: pd.DataFrame, texts: Mapping[str, str] | None = None, parties: Parties | None = None
) -> Named:
    """As `named`, with what could not be used of the analyst's own names."""
    cells: Counter[Cell] = Counter()
    said = [
        Cell(article, claimant or outlet, *(("", "outlet") if claimant in ("", outlet) else (side,)))
        for article, claimant, side, outlet in zip(
            *(events[name].tolist() for name in ("article_id", "claimant", "claimant_side", "outlet")),
            strict=True,
        )
    ]
    cells.update(cell for cell in said if cell.text)
    done = {
        name: [
            [Cell(article, each, "", "party") for each in cell.split(JOINED) if each]
            for article, cell in zip(events["article_id"].tolist(), events[name].tolist(), strict=True)
        ]
        for name in PARTIES
    }
    for lists in done.values():
        cells.update(cell for each in lists for cell in each)
    for name in ("outlet", "via"):
        cells.update(
            Cell(article, outlet, "", "outlet")
            for article, outlet in zip(events["article_id"].tolist(), events[name].tolist(), strict=True)
            if outlet
        )
    found = Grouping(cells, _quoted(events) if texts is None else texts).names()
    problems: tuple[Quarantined, ...] = ()
    if parties is not None:
        problems = (*parties.problems, *(parties.unmatched(found) if cells else ()))
        found = parties.applied(found)
    columns = {"source": ("claimant", [found.get(cell, cell.text) for cell in said])} | {
        new: (old, [JOINED.join(dict.fromkeys(found[cell] for cell in each)) for each in done[old]])
        for old, new in PARTIES.items()
    }
    frame = events.drop(columns=[name for name in columns if name in events.columns])
    for new, (behind, values) in columns.items():
        place = list(frame.columns).index(behind) + 1
        frame.insert(place, new, pd.Series(pd.array(values, dtype="str"), index=frame.index))
    return Named(spelled(frame), problems)


def _quoted(events: pd.DataFrame) -> dict[str, str]:
    """What a table quotes of the text of each article, in its order."""
    found: dict[str, dict[int, str]] = {}
    columns = ("article_id", "sentence", "start", "quote")
    for article, sentence, start, quote in zip(*(events[name].tolist() for name in columns), strict=True):
        told = found.setdefault(article, {})
        if sentence >= 0:  # a title is of no sentence
            told[start] = quote
    return {article: "\n".join(told[place] for place in sorted(told)) for article, told in found.items()}
