"""Whole kinds of expressions: each row is a day of publication, a sentence with its expressions in brackets, and their
days: one day, "first..last", with a side left empty where it is open; nothing where no days are told."""

from __future__ import annotations

import re

import pytest

from tests.dates.examples import (
    ago,
    antiquity,
    assorted,
    finds,
    nthday,
    orders,
    parts,
    reported,
    settled,
    someday,
)
from toolkit.dates import find_dates
from toolkit.model import TimeExpression

TABLES = [
    orders.ORDERS,
    ago.AGO,
    nthday.NTH_DAYS,
    parts.PARTS,
    someday.SOME_DAY,
    finds.FALSE_FINDS,
    antiquity.ANCIENT,
    assorted.ASSORTED,
    reported.REPORTED,
    settled.SETTLED,
]


def days(found: TimeExpression) -> str:
    if found.interval is None:
        return ""
    first, last = (str(day) if day else "" for day in (found.earliest, found.latest))
    return first if first == last else f"{first}..{last}"


@pytest.mark.parametrize(
    ("published", "sentence", "expected"),
    [pytest.param(*row, id=row[1]) for table in TABLES for row in table],
)
def test_days(published, sentence, expected):
    found = find_dates(re.sub(r"[\[\]]", "", sentence), published)
    assert [each.text for each in found] == re.findall(r"\[(.*?)\]", sentence, re.DOTALL)
    assert [days(each) for each in found] == expected
    assert all(each.why for each in found)


@pytest.mark.parametrize(
    "row", [row for row in nthday.NTH_DAYS if "fifth Tuesday" in row[1] or "sixth" in row[1]]
)
def test_what_the_calendar_does_not_have_says_so(row):
    (found,) = find_dates(re.sub(r"[\[\]]", "", row[1]), row[0])
    assert "impossible" in found.why
    assert found.rule == "impossible_date"
