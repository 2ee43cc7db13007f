"""Bounds, lists and notes beside dates, and what the explanations say."""

from __future__ import annotations

import pytest

from tests.dates.examples import bounds, names
from tests.dates.test_examples import WEDNESDAY, day, marked
from toolkit.dates import find_dates


@pytest.mark.parametrize(("phrase", "expected"), [pytest.param(*row, id=row[0]) for row in bounds.EXAMPLES])
def test_days(phrase, expected):
    text, words = marked(phrase)
    found = [each for each in find_dates(text, WEDNESDAY) if each.type in ("DATE", "TIME")]
    assert [each.text for each in found] == words
    assert [f"{each.value} {each.earliest or '..'} {each.latest or '..'}" for each in found] == expected


def test_a_list_of_days_is_tied_by_one_range():
    found = find_dates("They met on 4, 5 and 6 August.", WEDNESDAY)
    assert len({each.range for each in found}) == 1
    assert found[0].range


@pytest.mark.parametrize(("phrase", "value", "first", "last"), bounds.SECOND)
def test_second_reading(phrase, value, first, last):
    (second,) = find_dates(marked(phrase)[0], WEDNESDAY)[0].alternatives
    assert (second.value, second.earliest, second.latest) == (value, day(first), day(last))


def test_second_reading_before_a_day_ends_before_it():
    (found,) = find_dates("before Friday", WEDNESDAY)
    assert [(each.earliest, each.latest, each.value) for each in found.alternatives] in (
        [(None, day("2025-08-28"), "2025-08-29")],
        [(None, day("2025-08-21"), "2025-08-22")],
    )


@pytest.mark.parametrize(("text", "said"), bounds.SAYS)
def test_explanation(text, said):
    assert said in find_dates(text, WEDNESDAY)[0].why


def test_an_explanation_without_a_publication_day_is_a_sentence():
    for text in ("three years ago", "Sunday", "in March", "last week", "the third quarter", "the weekend"):
        (found,) = find_dates(text, None)
        assert "counted from an unknown publication day" in found.why, found.why


@pytest.mark.parametrize(
    ("text", "published", "policy"),
    [
        (
            "In 1 BC it rose. In December they met. The following year, in the first week of January, they parted.",
            "2024-01-01",
            "narrative",
        ),
        ("last Monday", "0001-01-01", None),
        ("next Friday", "9999-12-31", None),
        ("Sunday of next week", "9999-12-31", None),
        ("in '99", "0050-01-01", None),
        ("in '00", "9999-12-31", None),
        ("a year ago it rose, from the year-ago quarter", "0001-01-01", None),
        ("on Feb. 29", "0001-01-01", None),
        ("before 1 January 1", "2025-01-01", None),
    ],
)
def test_the_ends_of_the_calendar_raise_nothing(text, published, policy):
    for found in find_dates(text, published, policy):
        assert not (found.earliest and found.latest) or found.earliest <= found.latest


def test_two_figures_without_a_publication_day_take_the_century_of_news():
    assert [find_dates(f"in '{figures}", None)[0].value for figures in ("99", "24")] == ["1999", "2024"]


@pytest.mark.parametrize(
    "published", ["2025-06-13garbage", "2025-W23-5", "20250613", "2025-6-13", "2025-06-31"]
)
def test_a_publication_day_is_an_iso_day(published):
    with pytest.raises(ValueError, match="give it as YYYY-MM-DD"):
        find_dates("today", published)


@pytest.mark.parametrize("published", ["2025-06-13", "2025-06-13T22:10:00Z", "2025-06-13 22:10:00.5+02:00"])
def test_a_publication_time_is_its_day(published):
    assert find_dates("today", published)[0].value == "2025-06-13"


@pytest.mark.parametrize("text", names.NEGATIVE)
def test_a_name_is_no_date(text):
    assert [(each.text, each.rule) for each in find_dates(text, WEDNESDAY)] == []


@pytest.mark.parametrize(("phrase", "value"), names.DATES)
def test_a_date_beside_a_name(phrase, value):
    text, (words,) = marked(phrase)
    assert (words, value) in [(each.text, each.value) for each in find_dates(text, WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("Troops crossed between Saturday and Sunday.", "2025-06-14", ["2025-06-07", "2025-06-08"]),
        ("Troops crossed from Friday to Sunday.", "2025-06-15", ["2025-06-13", "2025-06-15"]),
        ("Talks will be held from Saturday to Sunday.", "2025-06-14", ["2025-06-14", "2025-06-15"]),
    ],
)
def test_a_range_of_weekdays_begins_before_it_ends(text, published, days):
    assert [each.value for each in find_dates(text, published)] == days
