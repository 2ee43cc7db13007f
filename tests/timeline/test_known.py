"""The record as it stood on a day: what was in print by then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from tests.timeline.handmade import claim
from toolkit.pipeline import build
from toolkit.timeline.known import as_known_on
from toolkit.timeline.ledger import ledger
from toolkit.timeline.link import link
from toolkit.timeline.table import TableError, to_frame

CORPUS = Path(__file__).parents[2] / "corpus" / "dnipropetrovsk-2025"
MADE = {
    "claimant": "Moscow",
    "claimant_side": "Russia",
    "actor": "Russian forces",
    "kind": "control",
    "place": "Sumy",
}
ANSWERED = {"claimant": "Kyiv", "claimant_side": "Ukraine", "kind": "control", "place": "Sumy"}


@pytest.fixture
def events() -> pd.DataFrame:
    rows = [
        claim("a", 0, "Moscow announced that its forces hold Sumy.", event_end="2025-06-08", **MADE),
        claim(
            "b", 0, "Kyiv confirmed that Sumy is lost.", published="2025-06-20", event_end="2025-06-08",
            standing="confirmed", said_start="2025-06-20", said_end="2025-06-20", **ANSWERED,
        ),
    ]  # fmt: skip
    return link(to_frame(rows))


def test_what_was_printed_later_is_not_known_yet(events: pd.DataFrame) -> None:
    early, late = as_known_on(events, "2025-06-19"), as_known_on(events, date(2025, 6, 20))
    assert (len(early), len(late)) == (1, 2)
    assert [*ledger(early)["standing"], *ledger(late)["standing"]] == ["claimed", "confirmed"]
    assert set(early["claim_id"]) <= set(events["claim_id"])
    assert as_known_on(events, "2025-06-12").empty


def test_a_mention_without_a_day_of_printing_is_left_out(events: pd.DataFrame) -> None:
    undated = events.assign(published=pd.NaT).astype({"published": "datetime64[us]"})
    assert as_known_on(undated, "2030-01-01").empty


@pytest.mark.parametrize("day", ["", "June 2025", "2025-02-30", 7, None])
def test_a_day_that_is_none(events: pd.DataFrame, day: object) -> None:
    with pytest.raises(ValueError, match="give it as YYYY-MM-DD"):
        as_known_on(events, day)  # type: ignore[arg-type]


def test_rows_that_are_not_linked() -> None:
    with pytest.raises(TableError, match="claim_id"):
        as_known_on(to_frame([]), "2025-06-01")


def test_a_run_can_be_wound_back_and_keeps_its_ids() -> None:
    whole, then = build(CORPUS), build(CORPUS, known_on="2025-07-01")
    assert then.events["published"].max() <= pd.Timestamp("2025-07-01")
    assert set(then.ledger["claim_id"]) < set(whole.ledger["claim_id"])
    assert set(then.events["mention_id"]) < set(whole.events["mention_id"])
    assert then.parameters["known_on"] == "2025-07-01"
    assert set(then.events["article_id"]) <= set(then.articles["article_id"])
    assert then.articles["published"].max() <= pd.Timestamp("2025-07-01")
    assert then.articles["published"].notna().all()
    assert set(then.unresolved["article_id"]) <= set(then.articles["article_id"])
    assert "confirmed" not in set(then.ledger["standing"])
    assert "confirmed" in set(whole.ledger["standing"])
