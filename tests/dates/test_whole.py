"""Lengths that are counted off a whole named behind them get its days; others stay counted from the publication day."""

import pytest

from toolkit.dates import find_dates

COUNTED_OFF = [
    ("the first nine months of 1997", "P9M", "1997-01-01", "1997-09-30"),
    ("the first nine months of the year", "P9M", "2025-01-01", "2025-09-30"),
    ("the last three months of 2024", "P3M", "2024-10-01", "2024-12-31"),
    ("the final two weeks of last month", "P2W", "2025-05-18", "2025-05-31"),
    ("the last two years of the decade", "P2Y", "2028-01-01", "2029-12-31"),
    ("the last three months", "P3M", "2025-03-14", "2025-06-13"),
    ("the final weeks of 2024", "PXW", None, None),
    ("the first ten days of the war", "P10D", None, None),
    ("the first nine months of the year-long talks", "P9M", None, None),
    ("the last sixty days of the month", "P60D", None, None),
]


@pytest.mark.parametrize(("text", "value", "earliest", "latest"), COUNTED_OFF)
def test_a_length_of_a_whole(text, value, earliest, latest):
    found = find_dates(text, "2025-06-13")[0]
    assert (found.type, found.value) == ("DURATION", value)
    assert (found.earliest and str(found.earliest), found.latest and str(found.latest)) == (earliest, latest)


def test_without_a_publication_day_only_a_written_year_tells():
    assert str(find_dates("the last three months of 2024")[0].earliest) == "2024-10-01"
    assert find_dates("the last three months of the year")[0].earliest is None
    assert not [each for each in find_dates("the last day of the year") if each.earliest]


@pytest.mark.parametrize(
    ("published", "text"),
    [("9999-12-20", "will meet the rest of January"), ("0001-01-02", "met the rest of December")],
)
def test_the_rest_of_a_month_beyond_the_calendar_is_left_open(published, text):
    assert find_dates(f"They {text}.", published)[0].earliest is None


def test_a_share_of_any_decade():
    told = find_dates("in the first half of the 1850s")[0]
    assert (told.value, str(told.earliest), str(told.latest)) == ("185", "1850-01-01", "1854-12-31")
