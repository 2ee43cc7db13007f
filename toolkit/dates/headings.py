"""Headings that are a year: a chronology told year by year, in order or the latest first."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from toolkit.dates.lazy import lazily
from toolkit.dates.notation import LONG_MONTHS

# Patterns that begin with one plain sign are sought at the speed of that sign.
_HEADING = lazily(r"\n[ \t#*_]*((?:1\d|20)\d\d)[ \t*_:.]*$", re.MULTILINE)
_MONTH = lazily(rf"\b(?:{'|'.join(LONG_MONTHS)})\b")


def year_headings(text: str) -> list[tuple[int, int]]:
    """The lines that are a year and nothing else, as (offset, year), where they head a chronology: two or more of them,
    in order, with a month told under at least two; else an empty list.

    >>> text = "2022\\nIn March they met.\\n2023\\nIn May they met again."
    >>> year_headings(text), year_headings("2022\\n14\\n2023\\n15")
    ([(0, 2022), (24, 2023)], [])
    """
    found = [(line.start(1) - 1, int(line[1])) for line in _HEADING.finditer(f"\n{text}")]
    if len(found) < 2:
        return []
    steps = {other > one for (_, one), (_, other) in pairwise(found)}
    ends = [start for start, _ in found[1:]] + [len(text)]
    told = sum(bool(_MONTH.search(text, start, end)) for (start, _), end in zip(found, ends, strict=True))
    return found if len(steps) == 1 and told >= 2 else []


def year_above(headings: list[tuple[int, int]], at: int) -> int | None:
    """The year of the heading that a place stands under, or None.

    >>> year_above([(0, 2022), (24, 2023)], 30), year_above([], 30)
    (2023, None)
    """
    k = bisect_right(headings, (at, 0))
    return headings[k - 1][1] if k else None
