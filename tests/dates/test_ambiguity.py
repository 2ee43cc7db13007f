"""Where two readings are reasonable the second is kept; where one is, none is made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dates.test_examples import marked
from tests.dates.test_laws import DAYS, PHRASES
from tests.tries import tries
from toolkit.dates import NARRATIVE, Policy, find_dates

# published, text with the expression in brackets, the reading chosen, the second one
TWO = [
    ("2025-06-13", "[Sunday]: talks in Geneva", "2025-06-08", "2025-06-15"),
    ("2025-06-13", "[Sunday night]: talks in Geneva", "2025-06-08TNI", "2025-06-15TNI"),
    ("2025-06-13", "They met on [Friday].", "2025-06-13", "2025-06-06"),
    ("2025-06-16", "They met [last Friday].", "2025-06-13", "2025-06-06"),
    ("2025-06-18", "It fell [last Monday].", "2025-06-16", "2025-06-09"),
    ("2025-06-16", "They will meet [next Tuesday].", "2025-06-17", "2025-06-24"),
    ("2025-06-13", "They will meet [next Tuesday].", "2025-06-17", "2025-06-24"),
    ("2025-06-16", "They met [this Friday].", "2025-06-20", "2025-06-13"),
    ("2025-06-16", "[this weekend]: talks", "2025-W24-WE", "2025-W25-WE"),
    ("2025-06-11", "They will meet [next weekend].", "2025-W24-WE", "2025-W25-WE"),
    ("2025-06-15", "They met [last week].", "2025-W23", "2025-W24"),
    ("2025-06-13", "They met [last week].", "2025-W23", "2025-W23"),
    ("2025-10-10", "It began [last September].", "2024-09", "2025-09"),
    ("2025-10-10", "It began [last summer].", "2025-SU", "2024-SU"),
    ("2025-04-10", "It will end [next summer].", "2025-SU", "2026-SU"),
    ("2025-04-10", "in [the summer]", "2024-SU", "2025-SU"),
    ("2025-06-13", "It fell [last March].", "2025-03", "2024-03"),
    ("2025-06-13", "talks in [August]", "2025-08", "2024-08"),
    ("2025-12-20", "talks on [January 10]", "2026-01-10", "2025-01-10"),
    ("2025-06-05", "at [mid-month], they say", "2025-06", "2025-05"),
    ("2025-06-13", "back in [’06]", "2006", "1906"),
    ("2025-06-13", "over [the past decade]", "P10Y", "201"),
    ("2025-06-13", "in [June ’06]", "2006-06", "1906-06"),
    ("2025-06-13", "on [25/6/06]", "2006-06-25", "1906-06-25"),
    ("2025-06-13", "on [12/11/2024]", "2024-12-11", "2024-11-12"),
    ("2025-06-13", "at [midnight Thursday]", "2025-06-12T24:00", "2025-06-12T00:00"),
    ("2025-06-13", "a [biweekly] call", "P2W", "P1W"),
]
ONE = [
    "They met on [Sunday].",
    "They will meet on [Sunday].",
    "They met [this Friday].",
    "They met [this past Sunday].",
    "They met [last Friday].",
    "It began [last summer].",
    "in [March]",
    "in [June]",
    "in [March 2025]",
    "on [March 3, 2025]",
    "in [August of last year]",
    "They met [yesterday].",
    "at [noon tomorrow]",
    "at [midnight]",
    "[earlier this week]",
    "in [the 1990s]",
    "on [25/6/2006]",
    "a [weekly] call",
]


def found_in(phrase: str, published: str, policy: Policy | None = None):
    text, (words,) = marked(phrase)
    (found,) = find_dates(text, published, policy)
    assert found.text == words
    return found


@pytest.mark.parametrize(("published", "phrase", "value", "other"), TWO)
def test_the_second_reading_is_kept(published, phrase, value, other):
    found = found_in(phrase, published)
    assert found.value == value
    (second,) = found.alternatives
    assert second.value == other
    assert 0 < second.weight <= 0.5
    assert second.why
    assert (second.earliest, second.latest) != (found.earliest, found.latest) or found.type != "DATE"


@pytest.mark.parametrize("phrase", ONE)
def test_one_reading_is_enough(phrase):
    assert found_in(phrase, "2025-06-13").alternatives == ()


def test_open_sides_stay_open():
    found = found_in("by [next Sunday]", "2025-06-13")
    (second,) = found.alternatives
    assert (second.earliest, second.latest) == (None, date(2025, 6, 22))


def test_the_bounds_of_a_week_where_it_begins_on_another_day():
    (monday,) = found_in("They met [last week].", "2025-06-13").alternatives
    (sunday,) = found_in("They met [last week].", "2025-06-13", Policy(week_start=6)).alternatives
    assert (monday.earliest, monday.latest) == (date(2025, 6, 1), date(2025, 6, 7))
    assert (sunday.earliest, sunday.latest) == (date(2025, 6, 2), date(2025, 6, 8))


def test_a_story_knows_the_years_of_its_months():
    found = find_dates("In 1942 they came. In August they left.", "2025-06-13", NARRATIVE)
    assert [each.alternatives for each in found] == [(), ()]


@given(PHRASES, DAYS | st.none())
@settings(max_examples=tries(300))
def test_weights_leave_the_larger_part_to_the_reading_chosen(text, published):
    for each in find_dates(text, published):
        assert sum(other.weight for other in each.alternatives) <= 0.5
        for other in each.alternatives:
            assert other.value
            assert other.why
            if other.earliest and other.latest:
                assert other.earliest <= other.latest
