"""What would settle it: whose answer is missing, and which periods no article covers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

import toolkit as tk
from tests.timeline.handmade import claim
from toolkit.timeline.coverage import holes
from toolkit.timeline.gaps import GAPS, KINDS, WEIGHTS, gaps
from toolkit.timeline.heard import akin, concerned, is_heard, parties
from toolkit.timeline.link import link
from toolkit.timeline.table import TableError, to_frame

DAY = {"event_start": "2025-06-08", "event_end": "2025-06-08"}
TAKEN = {"kind": "control", "place": "Izmail", "actor": "Norland", "target": "Sudland", **DAY}
NORLAND = {
    "claimant": "the Norland army",
    "claimant_side": "Norland",
    "said_start": "2025-06-08",
    "said_end": "2025-06-08",
}
SUDLAND = {"claimant": "Sudland's ministry", "claimant_side": "Sudland"}
TELLS = "The Norland army said that it had taken the harbour of Izmail."
SPEAKS = claim(  # makes both countries sides of the record
    "z",
    0,
    "Sudland demanded talks.",
    **SUDLAND,
    kind="demand",
    theme="diplomacy",
    place="Reni",
    outlet="Mirror",
)
MADE = claim("a", 0, TELLS, **TAKEN, **NORLAND, outlet="Courier", published="2025-06-08")


def found(*rows: Any) -> pd.DataFrame:
    table = gaps(link(to_frame([SPEAKS, *rows])))
    assert set(table["gap"]) <= set(KINDS)
    assert table["rank"].tolist() == list(range(1, len(table) + 1))
    assert table["importance"].is_monotonic_decreasing
    return table[table["claim_id"] != ""]


def only(*rows: Any) -> Any:
    table = found(*rows)
    assert len(table) == 1
    return table.iloc[0]


def answer(standing: str, quote: str, day: str, **more: Any) -> Any:
    given = {**TAKEN, **SUDLAND, "said_start": day, "said_end": day, **more}
    return claim("b", 0, quote, standing=standing, outlet="Herald", published=day, **given)


def test_a_side_that_is_not_heard() -> None:
    row = only(MADE)
    assert (row["gap"], row["asked"], row["sources"]) == ("other side not heard", "Sudland", 1)
    assert "no word of Sudland on it; a second source: all goes back to the Norland army" in row["missing"]
    assert row["since"] == pd.Timestamp("2025-06-08")
    assert row["days_open"] == 5  # the demand was printed on 13 June


def test_a_denial_leaves_it_disputed() -> None:
    row = only(
        MADE,
        answer("denied", "Sudland's ministry denied that Izmail had been taken by Norland.", "2025-06-09"),
    )
    assert (row["gap"], row["asked"]) == ("disputed", "")
    assert row["missing"].startswith("proof: Sudland's ministry denied it on 2025-06-09")
    assert row["importance"] > only(MADE)["importance"]


def test_a_denier_who_is_silent_since() -> None:
    denial = answer(
        "denied", "Sudland's ministry denied that Izmail had been taken by Norland.", "2025-06-09"
    )
    again = {**TAKEN, **NORLAND, "said_start": "2025-07-20", "said_end": "2025-07-20"}
    later = claim("c", 0, TELLS, **again, outlet="Mirror", published="2025-07-20")
    row = only(MADE, denial, later)
    assert "on 2025-06-09 and is silent since, while it is told until 2025-07-20" in row["missing"]


def test_one_who_could_not_confirm() -> None:
    row = only(
        MADE,
        answer("unconfirmed", "Sudland's ministry could not confirm that Izmail was lost.", "2025-06-09"),
    )
    assert (row["gap"], row["asked"]) == ("not confirmed", "")


def test_what_is_confirmed_is_settled() -> None:
    confirmed = answer(
        "confirmed", "Sudland's ministry confirmed that Norland has taken Izmail.", "2025-06-10"
    )
    assert found(MADE, confirmed).empty


@pytest.mark.parametrize(
    ("sentence", "gap"),
    [
        pytest.param(1, "no comment", id="after the claim"),
        pytest.param(9, "other side not heard", id="far from it"),
        pytest.param(-1, "other side not heard", id="before it"),
    ],
)
def test_who_had_no_comment(sentence: int, gap: str) -> None:
    silent = claim(
        "a", 400 + sentence, "Sudland's ministry declined to comment.", **SUDLAND, sentence=sentence,
        kind="no_comment", theme="diplomacy", place="Izmail", outlet="Courier", published="2025-06-08",
    )  # fmt: skip
    row = only(MADE, silent)
    assert row["gap"] == gap
    assert ("Sudland gave no comment on 2025-06-08" in row["missing"]) == (gap == "no comment")


def test_what_one_outlet_tells_has_one_source_and_what_two_tell_is_not_confirmed() -> None:
    told = {"kind": "disaster", "place": "Reni", "standing": "reported", **DAY}
    one = claim("a", 0, "A dam burst near Reni on Sunday.", **told, outlet="Courier")
    other = claim("b", 0, "Near Reni water came over a dam that burst on Sunday.", **told, outlet="Herald")
    assert only(one)["missing"] == "a second source: Courier alone tells it"
    row = only(one, other)
    assert (row["gap"], row["outlets"], row["sources"]) == ("never confirmed", 2, 2)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"kind": "statement", "theme": "diplomacy"}, id="a statement"),
        pytest.param({"kind": "talks", "theme": "diplomacy"}, id="talks"),
        pytest.param({"kind": "control", "modality": "will"}, id="what is to come"),
        pytest.param({"kind": "event"}, id="of no kind"),
    ],
)
def test_what_settles_itself_or_is_to_come_is_left_out(values: dict[str, str]) -> None:
    assert found(claim("a", 0, TELLS, **{**TAKEN, **NORLAND, **values}, outlet="Courier")).empty


def test_lives_weigh_more_than_land_and_nobody_asks_the_dead() -> None:
    dead = {**TAKEN, **NORLAND, "kind": "casualty", "place": "Reni"}
    table = found(
        MADE, claim("c", 0, "The Norland army said that four guards had died.", **dead, outlet="Courier")
    )
    rows = table.set_index("kind")
    assert rows["importance"]["casualty"] > rows["importance"]["control"] - WEIGHTS["a party not heard"]
    assert (rows["asked"]["casualty"], rows["asked"]["control"]) == ("", "Sudland")


def test_importance_is_the_sum_of_its_evidence() -> None:
    row = only(MADE)
    told = [part.rsplit(" ", 1) for part in row["evidence"].split(", ")]
    assert {name for name, _ in told} <= set(WEIGHTS)
    assert round(sum(float(weight) for _, weight in told), 3) == row["importance"]


def test_holes_between_days_of_publication() -> None:
    days = [date(2025, 6, day) for day in (1, 3, 4, 6)] + [date(2025, 8, 1)]
    happened = [(date(2025, 7, 1), date(2025, 7, 1)), (date(2025, 5, 1), date(2025, 12, 1))]
    (hole,) = holes(days, happened)
    assert (hole.first, hole.last, hole.days, hole.claims) == (date(2025, 6, 7), date(2025, 7, 31), 55, 1)
    assert holes(days[:4], happened) == []
    assert holes([], happened) == holes(days[:1], happened) == []
    weekly = [date(2025, 6, day) for day in (1, 8, 15, 29)]
    assert holes(weekly, []) == []  # two weeks are nothing unusual for a weekly paper


def test_times_that_are_told_only_in_retrospect() -> None:
    days = [date(2025, 6, 1)]
    once, again = date(2024, 3, 1), date(2024, 3, 9)
    (period,) = holes(days, [(once, once), (again, again), (date(2022, 1, 1), date(2022, 1, 1))])
    assert (period.first, period.last, period.claims, period.retrospect) == (once, again, 2, True)
    assert holes(days, [(date(2025, 5, 20), date(2025, 5, 20))] * 3) == []  # shortly before


def test_holes_stand_in_the_table() -> None:
    rows = [claim(f"a{n}", 0, TELLS, **TAKEN, **NORLAND, published=f"2025-06-{8 + n:02}") for n in range(3)]
    table = gaps(link(to_frame(rows)), [date(2025, 9, 1)])
    hole = table[table["gap"] == "no article"].iloc[0]
    assert (hole["start"], hole["end"], hole["claims"]) == (
        pd.Timestamp("2025-06-11"),
        pd.Timestamp("2025-08-31"),
        0,
    )
    assert table[table["claim_id"] != ""]["days_open"].tolist() == [85]


def test_parties_and_who_is_heard() -> None:
    rows = [
        {"claim_id": claim_id, "kind": "strike", "modality": "", "claimant_side": side, "actor": actor}
        for claim_id, side, actor in (
            ("a", "Norland", "Free Coast Army"),
            ("b", "Media", "Free Coast Army"),
            ("c", "", "a passer-by"),
        )
    ]
    assert sorted(parties(rows)) == ["Free Coast Army", "Norland"]
    told = [{"actor": "Norland; Norlandish Forces", "target": "Sudland"}]
    known = frozenset({"Norland", "Norlandish Forces", "Sudland"})
    assert concerned(told, known, ("actor", "target")) == ["Norland", "Sudland"]
    speaker = {"claimant": "the Free Coast Army (FCA)", "claimant_side": "Norland"}
    assert is_heard("FCA", [speaker], ["FCA", "Norland"])
    assert not is_heard("Norlandish Forces", [speaker], ["FCA", "Norlandish Forces"])  # it spoke for itself
    assert not is_heard("Norland", [{"claimant": "Norland Times", "claimant_side": "Media"}], [])
    assert akin("Norlandish Forces", "Norland")
    assert not akin("Iraq", "Iran")


def test_the_columns_are_those_that_are_promised() -> None:
    frame = link(to_frame([MADE]))
    assert {name: str(dtype) for name, dtype in gaps(frame).dtypes.items()} == GAPS
    pd.testing.assert_frame_equal(tk.gaps(frame), gaps(frame))
    pd.testing.assert_frame_equal(gaps(frame.iloc[::-1].reset_index(drop=True)), gaps(frame))
    with pytest.raises(TableError, match="link the events first"):
        tk.gaps(to_frame([]))
