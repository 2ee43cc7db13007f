"""What is counted from a told time, and what only compares."""

from __future__ import annotations

import pytest

from tests.dates.examples import counted
from tests.dates.test_examples import WEDNESDAY
from toolkit.dates import find_dates


@pytest.mark.parametrize(
    ("text", "words", "days"), [pytest.param(*row, id=row[0]) for row in counted.EXAMPLES]
)
def test_days(text, words, days):
    found = {each.text: each for each in find_dates(text, WEDNESDAY)}
    assert words in found, list(found)
    one = found[words]
    told = f"{one.earliest or '..'} {one.latest or '..'}" if one.interval else "none"
    assert told == days


@pytest.mark.parametrize(("text", "words"), counted.NONE)
def test_no_time_is_told(text, words):
    assert words not in [each.text for each in find_dates(text, WEDNESDAY)]
