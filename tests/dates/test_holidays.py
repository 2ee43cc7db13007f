"""Holidays: their days, which year is meant, whose they are, and what only sounds like one."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.examples.holidays import EXAMPLES
from tests.dates.test_examples import FRIDAY, day, marked
from toolkit.dates import Policy, find_dates
from toolkit.dates.feasts import countries, spans
from toolkit.dates.vocabulary import words

ROWS = [(*row[:-1], phrase) for row in EXAMPLES for phrase in row[-1]]


@pytest.mark.parametrize(("value", "earliest", "latest", "phrase"), ROWS, ids=[row[-1] for row in ROWS])
def test_holiday(value, earliest, latest, phrase):
    text, expected = marked(phrase)
    (found,) = find_dates(text, FRIDAY)
    assert ([found.text], found.type, found.value) == (expected, "DATE", value)
    assert (found.earliest, found.latest) == (day(earliest), day(latest))


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2025-01-10", "They met at Thanksgiving.", "2024-11-28"),
        ("2025-11-10", "They will meet by Thanksgiving.", "2025-11-27"),
        ("2025-02-10", "Talks may end before Easter.", "2025-04-20"),
        ("2025-07-20", "The boy was found on Christmas Day.", "2024-12-25"),
        ("2025-12-28", "The boy was found on Christmas Day.", "2025-12-25"),
        ("2025-12-28", "It snowed on New Year's Day.", "2026-01-01"),
    ],
)
def test_the_year_that_is_meant(published, text, value):
    assert [each.value for each in find_dates(text, published)] == [value]


def test_the_year_may_follow_as_an_expression_of_its_own():
    feast, year = find_dates("The attack began at Tet in 1968.", "2009-12-19")
    assert (feast.value, year.value) == ("1968-01-29", "1968")
    assert find_dates("the Ramadan offensive of 2003", "2009-12-19")[0].earliest == date(2003, 10, 26)


def test_a_part_of_the_day():
    (found,) = find_dates("They met on Christmas morning.", FRIDAY)
    assert (found.text, found.type, found.value) == ("Christmas morning", "TIME", "2024-12-25TMO")


def test_the_country_is_told_beside_it_or_by_the_text_or_by_the_policy():
    text = "The Kyiv mayor spoke on Independence Day."
    assert find_dates(text, FRIDAY)[0].value == "2025-07-04"
    assert find_dates(text, FRIDAY, Policy(country="UA"))[0].value == "2025-08-24"
    assert find_dates(f"{text} Ukraine and Ukrainian forces.", FRIDAY)[0].value == "2025-08-24"
    assert find_dates("Ukraine and Ukrainians saw India's Independence Day.", FRIDAY)[0].value == "2025-08-15"
    with pytest.raises(ValueError, match="country"):
        Policy(country="Ukraine")


def test_without_a_day_it_stays_visible_and_unresolved():
    for text, published in (
        ("on Christmas", None),
        ("during Ramadan 1850", FRIDAY),
        ("on Republic Day", FRIDAY),
    ):
        (found,) = find_dates(text, published)
        assert (found.value, found.interval) == ("XXXX-XX-XX", None)
        assert found.why


@pytest.mark.parametrize(
    "text",
    [
        "a Christmas tree", "the Easter eggs", "They sang White Christmas.", "Father Christmas came.", "may day",
        "the Tet Offensive", "They were beaten by the Tet Offensive.", "Happy New Year", "the new year",
        "Easter Island", "the Good Friday Agreement", "the Christmas Islands", "an election day", "mother's day off",
        "He lent it.",
        "She said holi.", "the black friday", "Independence", "the republic day by day",
    ],
)  # fmt: skip
def test_no_holiday_here(text):
    assert [each.text for each in find_dates(text, FRIDAY) if "holiday" in each.rule] == []


def test_every_note_is_understood_and_every_country_known():
    import holidays

    for name, note in words()["holiday"].items():
        if "country" not in note and not note[:4].isdigit():
            assert len(spans(note, 2025)) == 1, name
    for code in countries().values():
        assert hasattr(holidays, code), code


@given(st.sampled_from(sorted(words()["holiday"])), st.dates(), st.sampled_from(["", "UA", "US", "IN"]))
def test_no_year_is_too_far(name, published, country):
    policy = Policy(country=country) if country else None
    for text in (f"on {name.title()}", f"the day after {name.title()}", f"{name.title()} weekend"):
        for found in find_dates(text, published, policy):
            assert not (found.earliest and found.latest) or found.earliest <= found.latest


def test_the_package_waits_until_a_holiday_needs_it():
    script = (
        "import sys; from toolkit.dates import find_dates; find_dates('on Sunday and at Christmas', '2025-06-13');"
        "print('holidays' in sys.modules); find_dates('in Ramadan', '2025-06-13'); print('holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
