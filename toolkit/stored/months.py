"""The rows of a dataset linked month by month: each once, with what `borders` finds before it.

A claim keeps the id that it got in its first month, so that months to come change nothing in those before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pyarrow.dataset as ds

from toolkit.claims.lexicon import Lexicon
from toolkit.linked import named_and_linked
from toolkit.listing import copied
from toolkit.model import Quarantined
from toolkit.scale import SERIAL, more_than_one
from toolkit.scale.apart import apart
from toolkit.stored.borders import beside
from toolkit.stored.gathering import articles_in
from toolkit.stored.layout import ARTICLES, MENTIONS, among, keep_month, month_of, published_in, read
from toolkit.timeline import copies as copying
from toolkit.timeline.quantities import quantities
from toolkit.timeline.quotations import quoted
from toolkit.timeline.table import COLUMNS, typed
from toolkit.timeline.wording import figures, pairs, stems

Problems = Sequence[Quarantined]

APART = 2_000
"""Rows of a month from which on it is linked in a process of its own, which is ready after two seconds."""

_OF_SENTENCES = (stems, pairs, figures, quoted, quantities)
"""What linking keeps of sentences it has looked at: those of one month do not come again in the next."""


class Wanted(NamedTuple):
    """A month to be linked in the folder of a dataset, with a lexicon and the analyst's own tables.

    `batches` are the names of those that hold articles of each month, `earlier` the files of the months linked
    before.
    """

    folder: Path
    month: str
    batches: Mapping[str, Sequence[str]]
    earlier: Mapping[str, Path]
    lexicon: Lexicon
    own: Mapping[str, Path]


class Month(NamedTuple):
    """The named and linked rows of what was published in a month, how many claims of the ledger are made in it first,
    and what could not be used of the analyst's tables."""

    events: pd.DataFrame
    claims: int
    problems: Problems


class Kept(NamedTuple):
    """The file of a linked month, its rows, and the rest as of `Month`."""

    path: Path
    mentions: int
    claims: int
    problems: Problems


def keep_linked(wanted: Wanted, on: Any = SERIAL) -> Kept:
    """Link a month and write it; many rows in a process of their own, unless all is to be done `on` this one."""
    work = partial(_keep_linked, wanted)
    mentions = _paths(wanted.folder, MENTIONS, wanted.batches[wanted.month])
    rows = ds.dataset(mentions).count_rows(filter=published_in(wanted.month))
    return apart(work) if rows >= APART and more_than_one(on) else work()


def _keep_linked(wanted: Wanted) -> Kept:
    events, claims, problems = linked_month(wanted)
    return Kept(keep_month(wanted.folder, wanted.month, events), len(events), claims, problems)


def linked_month(wanted: Wanted) -> Month:
    """Link what was published in a month."""
    folder, month, batches, earlier, lexicon, own = wanted
    fresh = _in_order(read(_paths(folder, MENTIONS, batches[month]), published_in(month)))
    before = beside(fresh, month, earlier, lexicon.families())
    articles = articles_in(_paths(folder, ARTICLES, batches[month]), published_in(month))
    looked_at = among("id", before["article_id"].unique())
    for each in sorted(set(before["published"].map(month_of)) - {month}):
        articles += articles_in(_paths(folder, ARTICLES, batches[each]), published_in(each) & looked_at)
    rows = pd.concat([before[list(COLUMNS)], fresh[list(COLUMNS)]], ignore_index=True)
    rows = copying.marked(rows, copied(articles))
    if len(before):
        marked = [*before["copy_of"], *rows["copy_of"][len(before) :]]
        rows = rows.assign(copy_of=pd.array(marked, dtype="str"))
    held = dict(zip(before["mention_id"], before["claim_id"], strict=True)) if len(before) else {}
    rows, problems = named_and_linked(rows, lexicon, articles, own, earlier=held, month=month)
    for kept in _OF_SENTENCES:
        kept.cache_clear()
    events = rows[len(before) :].reset_index(drop=True)
    return Month(events, len(set(typed(events)["claim_id"]) - set(held.values())), problems)


def told_in_all(problems: Sequence[Problems]) -> list[Quarantined]:
    """What no month could use of the analyst's tables: a row that applies in one is none of the others' business.

    Where a row is told for several reasons, the one that the fewest months give is of the month that it is about.
    """
    reasons: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for month in problems:
        for each in dict.fromkeys(month):
            reasons[each.file, each.place][each.reason] += 1
    return [
        Quarantined(file, place, min(told, key=lambda reason: (told[reason], reason)))
        for (file, place), told in reasons.items()
        if sum(told.values()) >= len(problems)
    ]


def _paths(folder: Path, kind: str, names: Iterable[str]) -> list[Path]:
    return [folder / kind / f"{name}.parquet" for name in names]


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values(["published", "article_id"], kind="stable", ignore_index=True)
