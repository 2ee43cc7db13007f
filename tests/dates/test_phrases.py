"""Every phrase of the families, and the words around figures that are no dates."""

from __future__ import annotations

import pytest

from tests.dates.examples import figures, phrases
from tests.dates.test_examples import FRIDAY, marked, one
from toolkit.dates import find_dates


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [pytest.param(phrase, row[:-1], id=phrase) for row in phrases.EXAMPLES for phrase in row[-1]],
)
def test_phrase(phrase, expected):
    found = one(phrase, FRIDAY)
    days = [str(day or "..") if found.interval else "" for day in (found.earliest, found.latest)]
    assert (found.type, found.value, found.mod, *days) == expected
    assert found.why


@pytest.mark.parametrize(
    ("first", "last", "phrase"),
    [
        pytest.param(first, last, phrase, id=phrase)
        for first, last, listed in phrases.RANGES
        for phrase in listed
    ],
)
def test_the_ends_of_a_range_are_tied_and_closed(first, last, phrase):
    text, words = marked(phrase)
    a, b = find_dates(text, FRIDAY)
    assert [a.text, b.text] == words
    assert (a.value, b.value) == (first, last)
    assert a.range is not None
    assert a.range == b.range
    assert None not in (a.earliest, a.latest, b.earliest, b.latest)


@pytest.mark.parametrize("phrase", figures.NEGATIVE)
def test_no_date_here(phrase):
    assert [(each.text, each.rule) for each in find_dates(phrase, FRIDAY)] == []


def test_the_tables_are_large_enough():
    assert sum(len(row[-1]) for row in [*phrases.EXAMPLES, *phrases.RANGES]) >= 500
    assert len(set(figures.NEGATIVE)) >= 180
