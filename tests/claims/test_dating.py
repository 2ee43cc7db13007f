"""When a thing that a text names happened: what an answer of `when` is, and what it never is."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tries import tries
from toolkit.claims.clocks.event_dates import when

PUBLISHED = "2025-08-27"  # a Wednesday


def days(text, word, published=PUBLISHED):
    at = text.index(word)
    ((interval, why),) = when(text, [(at, at + len(word))], published)
    assert why
    return (interval.earliest, interval.latest) if interval else None


def day(month, number, year=2025):
    return (date(year, month, number),) * 2


def test_a_later_publication_moves_what_depends_on_it():
    text = "The bridge was closed on Monday. The mayor resigned."
    assert days(text, "closed", "2025-09-03") == day(9, 1)


def test_without_a_publication_day_nothing_is_made_up():
    assert days("The mayor resigned on Monday.", "resigned", None) is None
    assert days("The mayor resigned on 3 March 2024.", "resigned", None) == day(3, 3, 2024)


def test_a_span_outside_all_sentences():
    assert when("", [(0, 3)], PUBLISHED)[0][0] is None
    assert when("One.", [(90, 93)], None)[0][0] is None


@settings(max_examples=tries(60))
@given(st.text(max_size=120), st.integers(0, 130), st.integers(0, 9), st.sampled_from([None, PUBLISHED]))
def test_never_raises_and_is_in_order(text, start, length, published):
    ((interval, why),) = when(text, [(start, start + length)], published)
    assert why
    if interval and interval.earliest and interval.latest:
        assert interval.earliest <= interval.latest


def test_reasons_are_one_plain_sentence():
    text = "A train derailed on Monday. The derailment blocked the line."
    at = text.index("derailment")
    ((_, why),) = when(text, [(at, at + len("derailment"))], PUBLISHED)
    assert why.startswith("named elsewhere as “derailed”, where “Monday” stands with it: ")


@pytest.mark.parametrize("word", ["closed", "opened"])
def test_the_same_answer_alone_and_among_others(word):
    text = "On Monday the bridge was closed, and on Tuesday it was opened."
    spans = [(text.index(each), text.index(each) + 6) for each in ("closed", "opened")]
    together = dict(zip(("closed", "opened"), when(text, spans, PUBLISHED), strict=True))
    at = text.index(word)
    assert when(text, [(at, at + 6)], PUBLISHED) == [together[word]]
