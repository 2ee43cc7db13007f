"""What a run tells of its record: which articles are copies, where the accounts part, what would settle the claims."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from toolkit.corpus.reading import read_corpus
from toolkit.listing import copied
from toolkit.model import Article
from toolkit.pipeline import Result, conflicts
from toolkit.timeline import copies as copying
from toolkit.timeline import gaps as missing
from toolkit.timeline.conflicts import together


def copies(source: Result | pd.DataFrame | Iterable[Article] | str | Path) -> pd.DataFrame:
    """Which articles are copies of others, as `timeline.copies.COPIES` says, in order of printing.

    `source` is what `build` or `read_corpus` gives, articles, the path of a corpus, or events, of whose articles only
    the quotes are known. An article stands once, with the first of those that it repeats.

    >>> copies([]).empty
    True
    """
    if isinstance(source, Result):
        return source.copies
    if isinstance(source, pd.DataFrame):
        return copying.table(copying.quoted(source))
    articles = read_corpus(source) if isinstance(source, str | Path) else source
    return copying.table(copied(articles))


def gaps(source: Result | pd.DataFrame) -> pd.DataFrame:
    """What would settle the open claims, and which periods no article covers, as `timeline.gaps.GAPS` says.

    `source` is what `build` gives, or linked events, of which only the days of publication in them are known.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> gaps(link(to_frame([]))).empty
    True
    """
    return source.gaps if isinstance(source, Result) else missing.gaps(source)


def positions(source: Result | pd.DataFrame) -> pd.DataFrame:
    """All positions on each question on which accounts part, as `timeline.conflicts.together.POSITIONS` says.

    `source` is what `build` gives, or linked events.

    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> positions(link(to_frame([]))).empty
    True
    """
    return source.positions if isinstance(source, Result) else together.positions(source, conflicts(source))
