"""The tables of phrases: one expected value, many phrasings."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.dates.examples import absolute, length, negative, relative
from toolkit.dates import find_dates
from toolkit.model import TimeExpression

FRIDAY, WEDNESDAY = "2025-06-13", "2025-08-27"


def marked(phrase: str) -> tuple[str, list[str]]:
    """The text without its brackets, and what stood in them."""
    return re.sub(r"[\[\]]", "", phrase), re.findall(r"\[(.*?)\]", phrase)


def one(phrase: str, published: str) -> TimeExpression:
    text, words = marked(phrase)
    found = find_dates(text, published)
    assert [each.text for each in found] == words, [(each.text, each.rule) for each in found]
    return found[0]


def day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def rows(table: list[tuple], published: str) -> list:
    return [pytest.param(*row[:-1], phrase, published, id=phrase) for row in table for phrase in row[-1]]


@pytest.mark.parametrize(
    ("value", "mod", "earliest", "latest", "phrase", "published"),
    rows(absolute.EXAMPLES, FRIDAY) + rows(relative.EXAMPLES, FRIDAY) + rows(relative.SUMMER, WEDNESDAY),
)
def test_date(value, mod, earliest, latest, phrase, published):
    found = one(phrase, published)
    assert (found.type, found.value, found.mod) == ("DATE", value, mod)
    assert (found.earliest, found.latest) == (day(earliest), day(latest))
    assert found.why
    assert found.rule


@pytest.mark.parametrize(("value", "on", "phrase", "published"), rows(absolute.TIMES, FRIDAY))
def test_time_of_day(value, on, phrase, published):
    found = one(phrase, published)
    assert (found.type, found.value) == ("TIME", value)
    assert (found.earliest, found.latest) == (day(on), day(on))


@pytest.mark.parametrize(("first", "last", "phrase", "published"), rows(absolute.RANGES, FRIDAY))
def test_range_is_two_tied_expressions(first, last, phrase, published):
    text, words = marked(phrase)
    a, b = find_dates(text, published)
    assert [a.text, b.text] == words
    assert (a.value, b.value) == (first, last)
    assert a.range is not None
    assert a.range == b.range


@pytest.mark.parametrize("phrase", absolute.IMPOSSIBLE)
def test_impossible_day_is_found_and_never_shifted(phrase):
    (found,) = find_dates(f"It was on {phrase}.", FRIDAY)
    assert found.text == phrase
    assert found.interval is None
    assert found.edtf == ""
    assert "impossible" in found.why


@pytest.mark.parametrize(("value", "phrase"), absolute.COUNTED)
def test_a_count_beside_a_date_makes_it_no_impossible_one(value, phrase):
    text, words = marked(phrase)
    (found,) = find_dates(text, FRIDAY)
    assert (found.value, [found.text]) == (value, words)


@pytest.mark.parametrize(("kind", "value", "phrase", "published"), rows(length.EXAMPLES, FRIDAY))
def test_length_set_and_reference(kind, value, phrase, published):
    found = one(phrase, published)
    assert (found.type, found.value) == (kind, value)
    assert found.interval is None


@pytest.mark.parametrize(("value", "earliest", "latest", "phrase"), length.BOUNDED)
def test_length_that_meets_the_anchor_has_bounds(value, earliest, latest, phrase):
    found = one(phrase, FRIDAY)
    assert (found.type, found.value, found.earliest, found.latest) == (
        "DURATION",
        value,
        day(earliest),
        day(latest),
    )


@pytest.mark.parametrize(("text", "words", "value"), relative.FOCUS)
def test_later_counts_from_the_date_last_told(text, words, value):
    found = {each.text: each for each in find_dates(text, FRIDAY)}
    assert found[words].value == value


@pytest.mark.parametrize(("text", "words", "value"), relative.RESULTS + relative.BRACKETS + relative.TOLD_DAY)
def test_what_stands_near_tells_the_quarter_or_the_day(text, words, value):
    found = {each.text: each for each in find_dates(text, FRIDAY)}
    assert words in found, list(found)
    assert found[words].value == value


def test_a_quarter_with_its_last_day_told_has_the_days_of_that_quarter():
    found = find_dates("The mill earned more in its third quarter ended May 28.", FRIDAY)[0]
    assert (found.earliest, found.latest) == (day("2025-03-01"), day("2025-05-28"))


@pytest.mark.parametrize(("phrase", "value"), relative.DIRECTION)
def test_the_clause_tells_the_direction(phrase, value):
    text, (words,) = marked(phrase)
    (found,) = [each for each in find_dates(text, FRIDAY) if each.text == words]
    assert found.value == value


@pytest.mark.parametrize("phrase", negative.NEGATIVE)
def test_no_time_here(phrase):
    assert [(each.text, each.rule) for each in find_dates(phrase, FRIDAY)] == []


def test_the_tables_are_large_enough():
    phrases = sum(
        len(row[-1])
        for table in (
            absolute.EXAMPLES,
            absolute.TIMES,
            absolute.RANGES,
            relative.EXAMPLES,
            relative.SUMMER,
            length.EXAMPLES,
        )
        for row in table
    )
    assert phrases >= 150
    assert len(set(negative.NEGATIVE)) >= 300
