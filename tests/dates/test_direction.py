"""The clause tells whether its date lies ahead or back."""

from __future__ import annotations

import pytest

from tests.dates.examples import direction
from tests.dates.test_examples import marked
from toolkit.dates import find_dates


@pytest.mark.parametrize(("published", "phrase", "value"), [*direction.EXAMPLES, *direction.PUT_OFF])
def test_the_clause_tells_the_direction(published, phrase, value):
    text, _ = marked(phrase)
    start = phrase.index("[")
    (found,) = [each for each in find_dates(text, published) if each.start <= start < each.end]
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("February 18: Envoys meet in Riyadh.", "2025-02-18"),
        ("How the talks will go on\n- Feb. 28 -- A meeting ends early.", "2025-02-28"),
        ("September 3: The bank meets.", "2025-09-03"),  # so near that it is to come
        ("May 16 - Delegations will meet in Istanbul.", "2026-05-16"),
        ("On February 18 envoys meet in Riyadh.", "2026-02-18"),
    ],
)
def test_the_entries_of_a_chronicle_tell_what_has_happened(text, value):
    assert find_dates(text, "2025-08-27")[0].value == value
