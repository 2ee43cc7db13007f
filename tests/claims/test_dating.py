"""When the thing that a span names happened: the date of its own clause, not the one beside it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.claims.clocks.dating import when

PUBLISHED = "2025-08-27"


def days(text, word, published=PUBLISHED):
    at = text.index(word)
    ((interval, why),) = when(text, [(at, at + len(word))], published)
    assert why
    return (interval.earliest, interval.latest) if interval else None


def day(month, number, year=2025):
    return (date(year, month, number),) * 2


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The bridge was closed on Monday.", "closed", day(8, 25)),
        ("On Monday the bridge was closed, and on Tuesday it was opened.", "closed", day(8, 25)),
        ("On Monday the bridge was closed, and on Tuesday it was opened.", "opened", day(8, 26)),
        ("The firm said on Tuesday that the plant would open in 2027.", "said", day(8, 26)),
        ("The firm announced that the plant would open in 2027.", "announced", day(8, 27)),
        (
            "The firm announced that the plant would open in 2027.",
            "open",
            (date(2027, 1, 1), date(2027, 12, 31)),
        ),
        ("The plant was opened from 3 to 5 March.", "opened", (date(2025, 3, 3), date(2025, 3, 5))),
        ("The mayor resigned.", "resigned", day(8, 27)),
        ("The mayor will resign.", "resign", None),
        ("The mayor may resign.", "resign", None),
        ("Rates have fallen since 2019.", "fallen", (date(2019, 1, 1), date(2019, 12, 31))),
        ("The firm won the 2010 prize for design.", "won", day(8, 27)),
        ("The band played Sunday in Lviv. The crowd cheered.", "cheered", day(8, 24)),
    ],
)
def test_when(text, word, expected):
    assert days(text, word) == expected


def test_a_later_publication_moves_what_depends_on_it():
    text = "The bridge was closed on Monday. The mayor resigned."
    assert days(text, "closed", "2025-09-03") == day(9, 1)


def test_without_a_publication_day_nothing_is_made_up():
    assert days("The mayor resigned on Monday.", "resigned", None) is None
    assert days("The mayor resigned on 3 March 2024.", "resigned", None) == day(3, 3, 2024)


def test_a_span_outside_all_sentences():
    assert when("", [(0, 3)], PUBLISHED)[0][0] is None
    assert when("One.", [(90, 93)], None)[0][0] is None


@given(st.text(max_size=120), st.integers(0, 130), st.integers(0, 9), st.sampled_from([None, PUBLISHED]))
def test_never_raises_and_is_in_order(text, start, length, published):
    ((interval, why),) = when(text, [(start, start + length)], published)
    assert why
    if interval and interval.earliest and interval.latest:
        assert interval.earliest <= interval.latest


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The firm paid on Monday. It had approached a rival.", "approached"),
        ("The firm paid on Monday. It had previously announced a sale.", "announced"),
        ("The firm paid on Monday. Its original contract was dear.", "contract"),
    ],
)
def test_what_had_happened_before_has_no_day(text, word):
    at = text.index(word)
    assert when(text, [(at, at + len(word))], "2025-06-11")[0][0] is None
