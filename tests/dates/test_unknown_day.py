"""A publication day that is not known: what needs none is resolved, and what reads the same on every possible one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.dates.test_examples import marked
from toolkit.cli import main
from toolkit.dates import find_dates

LATE_FEBRUARY = date(2025, 2, 18), date(2025, 2, 28)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On 12 February they met.", "12 February", "2025-02-12"),
        ("In January they met.", "January", "2025-01"),
        ("In December they met.", "December", "2024-12"),
        ("Last year they met.", "Last year", "2024"),
        ("Last month they met.", "Last month", "2025-01"),
        ("They will vote in March.", "March", "2025-03"),
        ("In the fourth quarter it sold nine.", "the fourth quarter", "2024-Q4"),
        ("Last summer it rained.", "Last summer", "2024-SU"),
    ],
)
def test_what_is_the_same_on_every_possible_day_is_resolved_and_says_so(text, words, value):
    (found,) = find_dates(text, possible=LATE_FEBRUARY)
    assert (found.text, found.value) == (words, value)
    assert "the same on every possible publication day" in found.why
    assert found.anchor is None


@pytest.mark.parametrize(
    "text",
    [
        "On Monday they met.",
        "On 24 February they met.",
        "Today they met.",
        "Last week they met.",
        "He left two weeks ago.",
    ],
)
def test_what_is_not_stays_open(text):
    (found,) = find_dates(text, possible=LATE_FEBRUARY)
    assert found.interval is None


def test_a_written_date_needs_no_day_and_says_nothing_of_possible_ones():
    (found,) = find_dates("On 12 February 2024 they met.", possible=LATE_FEBRUARY)
    assert "possible" not in found.why


def test_a_known_day_goes_before_possible_ones():
    (found,) = find_dates("On Monday they met.", "2025-02-20", possible=LATE_FEBRUARY)
    assert found.value == "2025-02-17"


def test_possible_days_stand_in_order():
    with pytest.raises(ValueError, match="give the first day first"):
        find_dates("On Monday", possible=LATE_FEBRUARY[::-1])


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("The siege began in 2021. On [February 24] it rained.", "2021-02-24"),
        ("In 2014 it rained in [March].", "2014-03"),
        ("On 3 May 2021 it rained. [Ten days later] it snowed.", "2021-05-13"),
        ("It was shut from December 2019 to [February].", "2020-02"),
        ("In May 2014 it rained on [the 5th].", "2014-05-05"),
        ("It began in May 2014. In [July] it stopped. In June 2015 it went on.", "2014-07"),
        ("[Two weeks after] 3 May 2021 it rained.", "2021-05-17"),
        ("In 2019 it rained in [the third quarter].", "2019-Q3"),
        ("On [Monday] it rained.", "XXXX-WXX-1"),
        ("It began in May 2014. [Last week] it stopped.", "XXXX-WXX"),
    ],
)
def test_what_needs_no_publication_day_is_resolved_without_one(phrase, value):
    text, (words,) = marked(phrase)
    assert {each.text: each.value for each in find_dates(text)}[words] == value


def test_the_command_says_how_to_give_the_day(capsys):
    assert main(["dates", "In 2014 it rained in March. On Monday it snowed."]) == 0
    told = capsys.readouterr().out
    assert "2014-03" in told
    assert "1 of 3 count from the day of publication: give it with --published YYYY-MM-DD." in told


def test_the_command_says_nothing_of_the_day_where_none_is_needed(capsys):
    assert main(["dates", "In 2014 it rained in March."]) == 0
    assert "--published" not in capsys.readouterr().out
