"""A time told first governs what follows, one told behind is shared, and a range never ends before it begins."""

from __future__ import annotations

import pytest

from tests.dates.examples import governed
from tests.dates.test_passages import read
from toolkit.dates import find_dates
from toolkit.dates.notation import LONG_MONTHS

TABLES = [*governed.TOLD_FIRST, *governed.TOLD_BEHIND, *governed.FREE, *governed.RANGES, *governed.NAMED]


@pytest.mark.parametrize(("passage", "values"), TABLES)
def test_values(passage, values):
    marked, words, read_as = read(passage, "news")
    assert words == marked
    assert read_as == values.split()


@pytest.mark.parametrize(
    "months", [(first, last) for first in range(1, 13) for last in range(1, 13) if first != last]
)
@pytest.mark.parametrize(
    "frame", ["It was shut from {} to {}.", "It will be shut from {} to {}.", "It ran from {} 2019 until {}."]
)
def test_a_range_of_months_never_ends_before_it_begins(months, frame):
    first, last = find_dates(frame.format(*(LONG_MONTHS[each - 1] for each in months)), "2025-06-13")
    assert first.earliest <= last.latest
    assert (last.earliest - first.earliest).days < 366
