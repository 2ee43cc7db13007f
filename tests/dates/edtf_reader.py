"""EDTF read by a package that is not ours, which takes 10 to 25 ms for each: the same one is read once."""

from __future__ import annotations

from datetime import date
from functools import cache
from math import inf

from edtf import parse_edtf, struct_time_to_date


@cache
def bounds(written: str) -> tuple[date | None, date | None]:
    """The strict bounds that the `edtf` package reads; None on an open side."""
    parsed = parse_edtf(written)
    ends = parsed.lower_strict(), parsed.upper_strict()
    first, last = (None if end in (inf, -inf) else struct_time_to_date(end) for end in ends)
    return first, last
