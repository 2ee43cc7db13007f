"""When things happened that are counted from others, compared with them, or told behind them."""

from __future__ import annotations

import pytest

from toolkit.claims.clocks.event_dates import when

PUBLISHED = "2025-06-13"  # a Friday


def days(text: str) -> str:
    """The days of what stands in brackets, as the first and the last; "open" where it has none."""
    start, end = text.index("["), text.index("]") - 1
    ((found, _),) = when(text.replace("[", "").replace("]", ""), [(start, end)], PUBLISHED)
    return f"{found.earliest}..{found.latest}" if found else "open"


def one(day: str) -> str:
    return f"{day}..{day}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # From the clause, whose day stands in it or elsewhere; and back.
        ("The bridge fell on Monday. A week before it fell, the mayor [resigned].", one("2025-06-02")),
        ("The ferry sank on Tuesday. Twelve days before it sank, the cook [quit].", one("2025-05-29")),
        ("Five weeks after the harbour shut on May 5, it [reopened].", one("2025-06-09")),
        ("Two days after the mine [flooded], pumps arrived on Thursday.", one("2025-06-10")),
        ("A day after the quake [struck] Lund, aid arrived on Wednesday.", one("2025-06-10")),
        # From a noun that is dated, also by a clause of its own.
        ("The court [ruled] four days before the vote, which was held on June 8.", one("2025-06-04")),
        ("Two months after the dam broke on January 9, the mill [closed].", one("2025-03-09")),
        # No length that is told exactly, no day to count from: all that it can be.
        ("Nearly two weeks after the harbour shut on May 5, it [reopened].", "2025-05-05..2025-05-19"),
        ("Two weeks after the harbour shut in 2019, it [reopened].", "2019-01-15..2020-01-14"),
    ],
)
def test_counted_from_another_happening(text: str, wanted: str) -> None:
    assert days(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The dairy [counted] 40 cows, a drop of a third from a year earlier.", one("2025-06-13")),
        ("The firm [sold] 40 boats in May, up from 30 a year earlier.", "2025-05-01..2025-05-31"),
        ("Exports [fell] 3 percent last month from the same month of 2023.", "2025-05-01..2025-05-31"),
        ("The farm [sold] 30 pigs, half as many as in 2019.", one("2025-06-13")),
        # The period of what is reported does not date the report.
        ("The bank [reported] a loss for the fourth quarter.", one("2025-06-13")),
        # No comparison.
        ("The bank [lost] three million in the fourth quarter.", "2024-10-01..2024-12-31"),
        ("The firm [sold] 40 boats a year ago.", "2024-01-01..2024-12-31"),
        ("Rockets [hit] the port on the same day.", one("2025-06-13")),
    ],
)
def test_a_basis_of_comparison_dates_nothing(text: str, wanted: str) -> None:
    assert days(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # "each" and "every" tell a habit before a time alone.
        ("The storm came on Monday. The three villages each [lost] a roof.", one("2025-06-09")),
        ("Every student [got] a book on Monday.", one("2025-06-09")),
        ("The river had no bridge. Every spring it [flooded] the meadows.", "open"),
        # What is being done is done now, whenever it is to end.
        ("The minister is [seeking] to end the strike by 2027.", one("2025-06-13")),
        (
            "The mayor announced on Wednesday that the mill would shut. He [said] that it was old.",
            one("2025-06-11"),
        ),
        # A headline in the infinitive is to come.
        ("Council to [close] two schools\n\nJune 12, 2025\n\nThe council met on Thursday.", "open"),
        (
            "Council to [sell] its hall\n\nJune 13, 2025\n\nThe hall is too large, it said on Thursday.",
            "open",
        ),
        (
            "Council plans to [sell] its hall\n\nJune 13, 2025\n\nThe hall is too large, it said on Thursday.",
            "open",
        ),
        # A headline tells the news, and not what had been done before.
        (
            "Museum [buys] ship\n\nJune 13, 2025\n\nThe museum has bought a ship. Last autumn it had bought an anchor.",
            one("2025-06-13"),
        ),
        # What something has lasted since was some time ago.
        ("The well has been dry for two years, after the pump [broke].", "open"),
        ("Prices are the highest since the harbour [reopened] after a siege.", "open"),
        ("The price has [risen] by half since the beginning of June.", one("2025-06-01")),
        # The day told last goes on, but not into what somebody says of it.
        ("Rain hit Lund on Tuesday. Wind took a roof on Wednesday. A chimney [fell].", one("2025-06-11")),
    ],
)
def test_what_is_told_behind_or_before_another_thing(text: str, wanted: str) -> None:
    assert days(text.replace("\\\n", "\n")) == wanted
