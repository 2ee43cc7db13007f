"""The clause tells whether its date lies ahead or back."""

from __future__ import annotations

import pytest

from tests.dates.examples import direction
from tests.dates.test_examples import marked
from toolkit.dates import find_dates


@pytest.mark.parametrize(("published", "phrase", "value"), direction.EXAMPLES)
def test_the_clause_tells_the_direction(published, phrase, value):
    text, _ = marked(phrase)
    start = phrase.index("[")
    (found,) = [each for each in find_dates(text, published) if each.start <= start < each.end]
    assert found.value == value
