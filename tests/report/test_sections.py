"""What the page says of days and answers: no more than is known, in sentences that count nothing twice."""

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from tests.charts.stories import linked
from toolkit.report import sections
from toolkit.report.claims import in_print, mentions
from toolkit.report.heading import answers
from toolkit.report.tables import escape


@pytest.fixture
def result() -> Any:
    events, ledger = linked()
    return SimpleNamespace(events=events, ledger=ledger)


@pytest.mark.parametrize(
    ("standings", "told"),
    [
        ("claimed 2025-03; denied 2025-06-09", "claimed March 2025, denied 9 June 2025"),
        ("claimed 2025-06-01/2025-06-10", "claimed 1 to 10 June 2025"),
        ("reported undated", "reported undated"),
    ],
)
def test_the_history_of_a_claim_says_no_more_than_is_known(standings: str, told: str) -> None:
    assert sections._history(standings) == told


def test_a_notebook_shows_two_signs_of_money_as_they_are() -> None:
    assert escape("$5 to $9")._repr_html_() == '<div class="mathjax_ignore">$5 to $9</div>'


def test_an_undated_row_says_so(result: Any) -> None:
    rows = result.events[result.events["published"].isna()]
    assert len(rows) == 1
    assert "<dt>Published</dt><dd>not dated</dd>" in mentions(in_print(rows))


def test_an_open_side_is_said_in_words_and_its_reason_stands_beside_it(result: Any) -> None:
    result.events["event_why"] = "the reason"
    shown = mentions(in_print(result.events))
    assert "<dt>Happened</dt><dd>by 8 Jun 2025</dd>" in shown
    assert "<dt>Happened</dt><dd>since 12 Jun 2025</dd>" in shown
    assert '<p class="fine">The reason.</p>' in shown
    assert "since 12 Jun 2025" in sections.ledger_table(result)


def test_days_by_order_stand_with_their_chain_of_reasons(result: Any) -> None:
    result.events["order_why"] = "by order: after “the <strike>” (2025-06-09, The Wire)"
    assert "By order: after “the &lt;strike&gt;” (2025-06-09, The Wire)." in mentions(in_print(result.events))


@pytest.mark.parametrize(
    ("confirmed", "denied", "words"),
    [
        ([None], [None], "No claim was confirmed or denied."),
        (["2025-06-01"], [None], "1 claim was confirmed."),
        (
            ["2025-06-09", None, None],
            ["2025-06-01", "2025-06-01", None],
            "2 claims were denied; 1 of them was first denied and later confirmed.",
        ),
        (["2025-06-09"], ["2025-06-01"], "1 claim was first denied and later confirmed."),
        (
            ["2025-06-01", "2025-06-01", "2025-06-01", None],
            ["2025-06-09", "2025-06-01", None, "2025-06-01"],
            "3 claims were confirmed; 3 claims were denied; 1 of them was first confirmed and later denied; "
            "1 of them was confirmed and denied on the same day.",
        ),
    ],
)
def test_answers_are_counted_in_plain_sentences(
    confirmed: list[str | None], denied: list[str | None], words: str
) -> None:
    assert answers(pd.Series(pd.to_datetime(confirmed)), pd.Series(pd.to_datetime(denied))) == words


def test_a_corrected_row_says_so(result: Any) -> None:
    rows = result.events.assign(corrected="")
    assert "Corrected" not in mentions(in_print(rows))
    rows.loc[rows.index[0], "corrected"] = "event_end; place"
    assert mentions(in_print(rows)).count("Corrected: event end, place.") == 1
