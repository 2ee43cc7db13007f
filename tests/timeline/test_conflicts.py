"""Conflicts: two positions that cannot both be right are one row; what refines, estimates or repeats is none."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import toolkit as tk
from tests.timeline.handmade import claim
from toolkit.timeline.conflicts import CONFLICTS, conflicts
from toolkit.timeline.conflicts.allen import INVERSES, relation
from toolkit.timeline.link import link
from toolkit.timeline.quantities import quantities
from toolkit.timeline.storage import read_table, write_table
from toolkit.timeline.table import TableError, to_frame

Text = tuple[str, str, str]
"""An outlet, a day of publication, a text."""


def events(*texts: Text) -> pd.DataFrame:
    return tk.link(
        tk.events(
            tk.Article(id=f"{number}-{outlet}", text=f"{text}\n", outlet=outlet, published=date.fromisoformat(day))
            for number, (outlet, day, text) in enumerate(texts)
        )
    )  # fmt: skip


def found(*texts: Text) -> list[dict[str, Any]]:
    return tk.conflicts(events(*texts)).to_dict("records")


HELD = "Russian troops captured the village of Zaporizke"
MISSILES = "A Russian missile attack on Kharkiv on Monday killed {} people, the mayor said."
FIREMEN = "In Kharkiv {} people were killed in Monday's Russian missile attack, the fire service said."
SEIZED = "Russian troops seized a bridge, two farms and the railway station at Dobropillia {}, an officer told Reuters."
SEIZED_TOO = (
    "Russian troops seized a bridge, two farms and the railway station near Dobropillia {}, said a soldier."
)
PORT = "Russian drones destroyed a grain store, two tugs and a crane in {} on Tuesday, port workers said."


@pytest.mark.parametrize(
    ("texts", "sort", "how", "values"),
    [
        pytest.param(
            [
                ("A", "2025-08-26", "Moscow's Defence Ministry said on Monday that it had captured Zaporizke."),
                ("B", "2025-08-27", "Ukraine's General Staff denied on Tuesday that Zaporizke had been captured."),
            ],
            "standing", "claimed against denied", ("claimed", "denied"), id="claimed and denied",
        ),
        pytest.param(
            [
                ("A", "2025-08-27", f"{HELD} on Tuesday, DeepState said."),
                ("B", "2025-08-27", "Russian troops had not captured the village of Zaporizke on Tuesday, maps show."),
            ],
            "standing", "said against not", ("reported", "not so, reported"), id="said not to be",
        ),
        pytest.param(
            [
                ("A", "2025-08-27", "Zaporizke is under Russian control, Russia's Defence Ministry said on Tuesday."),
                ("B", "2025-08-27", "Zaporizke is under Ukrainian control, Kyiv's General Staff said on Tuesday."),
            ],
            "standing", "claimed by both", ("held by Russia", "held by Ukraine"), id="each for itself",
        ),
        pytest.param(
            [
                ("A", "2025-06-13", f"{HELD} on Monday, an officer told Reuters."),
                ("B", "2025-06-13", f"{HELD} on Wednesday, a soldier told AFP."),
            ],
            "date", "before", ("9 June 2025", "11 June 2025"), id="two days",
        ),
        pytest.param(
            [
                ("A", "2025-06-13", f"{HELD} on Tuesday, an officer told Reuters."),
                ("B", "2025-06-13", f"{HELD} on Wednesday, a soldier told AFP."),
            ],
            "date", "meets", ("10 June 2025", "11 June 2025"), id="a day and the next",
        ),
        pytest.param(
            [("A", "2025-06-10", MISSILES.format(10)), ("B", "2025-06-10", FIREMEN.format(12))],
            "number", "fewer", ("10 people", "12 people"), id="dead",
        ),
        pytest.param(
            [("A", "2025-06-10", MISSILES.format("at least 15")), ("B", "2025-06-10", FIREMEN.format(12))],
            "number", "fewer", ("12 people", "at least 15 people"), id="fewer than at least",
        ),
        pytest.param(
            [
                ("A", "2025-08-27", "Russian troops captured two villages near Dobropillia on Tuesday, a map showed."),
                ("B", "2025-08-27", "Russian troops captured three villages near Dobropillia on Tuesday, Moscow said."),
            ],
            "number", "fewer", ("two villages", "three villages"), id="villages",
        ),
        pytest.param(
            [
                ("A", "2025-06-10", MISSILES.format(10).replace("Kharkiv", "Kharkiv and Sumy")),
                ("B", "2025-06-10", FIREMEN.format(12).replace("Kharkiv", "Sumy and Kharkiv")),
            ],
            "number", "fewer", ("10 people", "12 people"), id="two towns in another order",
        ),
    ],
)  # fmt: skip
def test_accounts_part(texts: list[Text], sort: str, how: str, values: tuple[str, str]) -> None:
    (row,) = found(*texts)
    assert (row["type"], row["relation"], (row["value"], row["other_value"])) == (sort, how, values)
    assert 0 < row["sure"] <= 0.95
    assert row["quote"] != row["other_quote"]
    assert {row["outlet"], row["other_outlet"]} == {"A", "B"}
    assert row["why"].endswith(".")
    assert row["sure"] <= 0.6 or not row["other_claim_id"]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            [
                ("A", "2025-08-26", "Moscow's Defence Ministry said on Monday that it had captured Zaporizke."),
                ("B", "2025-08-27", "Ukraine has not confirmed that Zaporizke was captured."),
            ],
            id="not confirmed is not denied",
        ),
        pytest.param(
            [
                ("A", "2025-06-13", f"{HELD} on Monday, an officer told Reuters."),
                ("B", "2025-06-20", f"{HELD} last week, a soldier told AFP."),
            ],
            id="a day of a week",
        ),
        pytest.param(
            [
                ("A", "2025-06-13", f"{HELD} on Monday, an officer told Reuters."),
                ("B", "2025-06-13", "An officer said on Thursday that Russian troops had captured Zaporizke."),
            ],
            id="by a day",
        ),
        pytest.param(
            [("A", "2025-06-10", MISSILES.format("at least 10")), ("B", "2025-06-10", FIREMEN.format(12))],
            id="at least",
        ),
        pytest.param(
            [("A", "2025-06-10", MISSILES.format("about 100")), ("B", "2025-06-10", FIREMEN.format(110))],
            id="about",
        ),
        pytest.param(
            [
                ("A", "2025-06-10", MISSILES.format(10)),
                ("B", "2025-06-10", FIREMEN.format(12).replace("killed", "wounded")),
            ],
            id="killed and wounded",
        ),
        pytest.param(
            [
                ("A", "2025-06-10", MISSILES.format(10)),
                ("B", "2025-06-10", FIREMEN.format(12).replace("Kharkiv", "Kharkiv and Sumy")),
            ],
            id="one town and two",
        ),
        pytest.param(
            [
                ("A", "2025-08-27", "Zaporizke is under Russian control, Russia's Defence Ministry said on Tuesday."),
                ("B", "2025-09-10", "Zaporizke is under Ukrainian control, Kyiv's General Staff said on Tuesday."),
            ],
            id="one side after the other",
        ),
        pytest.param(
            [
                ("A", "2025-08-27", "Parts of the Sumy region are under Russian control, Moscow said on Tuesday."),
                ("B", "2025-08-27", "Parts of the Sumy region are under Ukrainian control, Kyiv said on Tuesday."),
            ],
            id="parts of a region",
        ),
        pytest.param(
            [("A", "2025-06-13", PORT.format("Odesa")), ("B", "2025-06-13", PORT.format("the Odesa region"))],
            id="a town and its region",
        ),
        pytest.param(
            [
                ("A", "2025-06-13", "Russian drones hit Kherson on Sunday, killing two people."),
                ("B", "2025-06-20", "Russian drones hit Kherson on Sunday, killing two people."),
            ],
            id="as such things are always told",
        ),
        pytest.param(
            [("A", "2025-06-13", SEIZED.format("on Sunday")), ("A", "2025-06-20", SEIZED_TOO.format("on Sunday"))],
            id="one outlet tells of both",
        ),
        pytest.param(
            [
                ("A", "2025-06-10", "Three officers said that Russian drones hit a depot in Odesa on Monday."),
                ("B", "2025-06-10", "Two officers said that Russian drones hit a depot in Odesa on Monday."),
            ],
            id="who speaks is not counted",
        ),
        pytest.param(
            [
                ("A", "2025-06-10", "Russian drones hit Odesa on Monday."),
                ("A", "2025-06-11", "Russian drones hit Odesa on Tuesday."),
            ],
            id="two days of one outlet",
        ),
        pytest.param(
            [
                ("A", "2025-06-10", "Nine Uruguayan soldiers were killed in Goma on Monday, the mission said."),
                ("B", "2025-06-10", "Three Malawian soldiers were killed in Goma on Monday, officials said."),
            ],
            id="of two peoples",
        ),
    ],
)  # fmt: skip
def test_accounts_agree(texts: list[Text]) -> None:
    assert found(*texts) == []


def test_retellings_are_one_conflict_of_the_first_printed() -> None:
    claimed = "Moscow's Defence Ministry said on Monday that it had captured Zaporizke."
    denied = "Ukraine's General Staff denied on Monday that Zaporizke had been captured."
    (row,) = found(
        ("C", "2025-08-28", f"{claimed} {denied}"),
        ("A", "2025-08-25", claimed),
        ("B", "2025-08-26", f"{denied} Moscow claimed on Monday that Russian troops had captured Zaporizke."),
    )
    assert (row["outlet"], row["mentions"], row["sources"]) == ("A", 3, 1)
    assert (row["other_outlet"], row["other_mentions"], row["other_sources"]) == ("B", 2, 1)
    assert row["conflict_id"] == "standing-control-zaporizke-2025-08-25"


def test_a_side_that_confirms_what_it_denied_settles_it() -> None:
    (row,) = found(
        ("A", "2025-06-08", "Moscow said on Sunday that its troops had entered the Dnipropetrovsk region. "
                            "Ukraine's General Staff denied the claim."),
        ("B", "2025-08-27", "Ukraine confirmed on Tuesday that Russian troops have entered the Dnipropetrovsk region."),
    )  # fmt: skip
    assert (row["value"], row["other_value"], str(row["settled_on"].date())) == (
        "claimed",
        "denied",
        "2025-08-26",
    )
    assert "confirmed it on 26 August 2025" in row["why"]


@pytest.mark.parametrize(
    ("first", "second", "redate", "to"),
    [
        pytest.param(
            "on Sunday", "on Sunday", "0-A; 1-B", "2025-06-20; 2025-06-13", id="weekdays move by weeks"
        ),
        pytest.param("on 8 June", "on 15 June", "", "", id="days written out stay"),
        pytest.param("on 8 June", "on Sunday", "1-B", "2025-06-13", id="only one counts from it"),
        pytest.param("on Sunday", "on Monday", "", "", id="another weekday never meets"),
    ],
)
def test_the_publication_date_that_would_remove_a_conflict(
    first: str, second: str, redate: str, to: str
) -> None:
    (row,) = found(("A", "2025-06-13", SEIZED.format(first)), ("B", "2025-06-20", SEIZED_TOO.format(second)))
    assert row["type"] == "date"
    assert (row["redate"], row["redate_to"]) == (redate, to)


@pytest.mark.parametrize(("day", "conflicting"), [("2025-06-11", 1), ("2025-06-30", 0)])
def test_a_confirmation_of_another_time_is_no_other_date(day: str, conflicting: int) -> None:
    common = {"kind": "control", "actor": "Russian troops", "place": "Zaporizke", "places": "Zaporizke"}
    rows = [
        claim("a", 0, "Troops took Zaporizke on Monday.", **common, event_start="2025-06-09", event_end="2025-06-09",
              event_why="“Monday”",
              said_start="2025-06-09", said_end="2025-06-09", claimant="Moscow", claimant_side="Russia"),
        claim("b", 0, "It confirmed that troops took Zaporizke on that day.", **common, event_start=day, event_end=day,
              event_why="“that day”",
              said_start="2025-06-30", said_end="2025-06-30", published="2025-06-30", standing="confirmed",
              claimant="Kyiv", claimant_side="Ukraine", outlet="B"),
    ]  # fmt: skip
    frame = link(to_frame(rows))
    assert frame["claim_id"].nunique() == 1
    assert len(tk.conflicts(frame)) == conflicting


SEIZED_IN_2025 = (
    "The Russian General Staff claimed on 20 February that its forces had seized 300 square kilometres since the "
    "beginning of 2026, and over 6,000 square kilometres throughout 2025."
)


def test_a_total_of_a_period_is_compared() -> None:
    observers = "In 2025, Russia gained {} square kilometres of territory, the Institute for the Study of War reported."
    wide = ("A", "2026-02-21", SEIZED_IN_2025)
    (row,) = found(wide, ("B", "2026-02-23", observers.format("roughly 4,000")))
    assert (row["value"], row["other_value"]) == (
        "roughly 4,000 square kilometres",
        "over 6,000 square kilometres",
    )
    assert row["certainty"] in ("likely", "clear")
    assert found(wide, ("B", "2026-02-23", observers.format("roughly 6,500"))) == []
    assert found(wide, ("B", "2026-02-23", observers.format("roughly 4,000").replace("2025", "2024"))) == []


def test_figures_refuted_in_the_next_sentence_are_denied() -> None:
    (row,) = found(
        (
            "A",
            "2026-02-21",
            f"{SEIZED_IN_2025} However, the Institute for the Study of War refutes these figures.",
        )
    )
    assert (row["type"], row["value"], row["other_value"]) == ("standing", "claimed", "denied")


def test_yesterday_moves_day_by_day() -> None:
    (row,) = found(
        ("A", "2025-06-10", f"{HELD} yesterday, an officer said."),
        ("B", "2025-06-12", f"{HELD} yesterday, a soldier said."),
    )
    assert (row["redate"], row["redate_to"]) == ("0-A; 1-B", "2025-06-12; 2025-06-10")


def test_a_toll_that_grows_from_day_to_day_is_an_update() -> None:
    first = ("A", "2025-06-10", MISSILES.format(10))
    (same,) = found(first, ("B", "2025-06-10", FIREMEN.format(12)))
    assert (same["type"], same["certainty"]) == ("number", "clear")
    rows = events(first, ("B", "2025-06-11", FIREMEN.format(12)))
    assert tk.conflicts(rows).empty
    told = tk.ledger(rows)["tolls"].tolist()
    assert "killed 10 people (2025-06-10 A), 12 people (2025-06-11 B)" in told
    # What shrinks is a contradiction.
    assert len(found(("A", "2025-06-10", MISSILES.format(12)), ("B", "2025-06-11", FIREMEN.format(10)))) == 1


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = events(
        ("A", "2025-06-10", MISSILES.format(10)),
        ("B", "2025-06-10", FIREMEN.format(12)),
        ("C", "2025-06-13", SEIZED.format("on Sunday")),
        ("D", "2025-06-20", SEIZED_TOO.format("on Sunday")),
    )
    wanted = tk.conflicts(rows)
    assert len(wanted) == 2
    for seed in range(4):
        order = random.Random(seed).sample(range(len(rows)), len(rows))
        pd.testing.assert_frame_equal(tk.conflicts(rows.iloc[order].reset_index(drop=True)), wanted)


def test_the_table_has_its_columns_and_is_read_back_equal(tmp_path: Any) -> None:
    table = tk.conflicts(
        events(("A", "2025-06-10", MISSILES.format(10)), ("B", "2025-06-10", FIREMEN.format(12)))
    )
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == CONFLICTS
    for name in ("conflicts.csv", "conflicts.parquet"):
        write_table(table, tmp_path / name)
        pd.testing.assert_frame_equal(read_table(tmp_path / name, CONFLICTS), table)


def test_rows_that_are_not_linked_are_refused() -> None:
    with pytest.raises(TableError, match="link the events first"):
        conflicts(to_frame([]))


def test_two_places_in_the_same_words_are_two_events() -> None:
    day = {"event_start": "2025-06-10", "event_end": "2025-06-10"}
    words = "Drones destroyed a grain store, two tugs and a crane beside the quay of {}."
    rows = [
        claim(name, 0, words.format(place), kind="strike", actor="Russian drones", **day, outlet=name, place=place,
              places=place, place_id=place)
        for name, place in (("A", "Odesa"), ("B", "Mykolaiv"))
    ]  # fmt: skip
    frame = link(to_frame(rows))
    assert frame["claim_id"].nunique() == 2
    assert set(conflicts(frame)["other_claim_id"]) <= set(frame["claim_id"])


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("At least 12 people were killed.", {"killed person": (12, float("inf"))}),
        ("Some 12 people were killed and twenty injured.", {"killed person": (10, 14), "wounded person": (20, 20)}),
        ("The strike killed 12 and wounded 30 others.", {"killed person": (12, 12), "wounded person": (30, 30)}),
        ("The death toll of the strike rose to 14.", {"killed person": (14, 14)}),
        ("One person was killed.", {"killed person": (1, 1)}),
        ("It killed only 12 miners.", {"killed miner": (12, 12)}),
        ("Some 30 people are still missing.", {"missing person": (25, 35)}),
        ("Up to 40 civilians died.", {"killed civilian": (0, 40)}),
        ("Air defences shot down 30 of 40 drones.", {"downed drone": (30, 30)}),
        ("Two dozen houses burned.", {"house": (24, 24)}),
        ("Ten to twelve houses burned.", {"house": (10, 12)}),
        ("It took 900 square kilometres this year and 6,000 square kilometres last year.", {}),
        ("It took 42 square kilometres.", {"taken square kilometre": (42, 42)}),
        ("The unit made a 10-kilometre push.", {"moved kilometre": (10, 10)}),
        ("The village lies 10 kilometres from the border.", {}),
        ("On 8 June the 72nd Brigade lost two small villages.", {"taken village": (2, 2)}),
        ("Kyiv offered a 30-day ceasefire.", {"day ceasefire": (30, 30)}),
        ("Kyiv offered a ceasefire of thirty days.", {}),
        ("They met on June 7 and 8, 2025.", {}),
        ("An F-16 came down after two years and five days of war.", {}),
        ("Three officers said that the two sides spoke.", {}),
        ("The 12-year-old girl lived there.", {}),
        ("Shells killed or wounded 12 soldiers.", {}),
        ("Two houses burned, then three houses burned.", {}),
        ("He gave $50 million.", {"money": (47_500_000, 52_500_000)}),
        ("Some 60 percent of the city is dark.", {"percent": (51, 69)}),
    ],
)  # fmt: skip
def test_quantities(sentence: str, counted: dict[str, tuple[float, float]]) -> None:
    assert {each.of: (each.low, each.high) for each in quantities(sentence)} == counted


def test_the_count_beside_the_date_is_taken() -> None:
    sentence = "Drones killed 3 people on Monday, and 5 people on Tuesday."
    assert [each.low for near in ("Monday", "Tuesday") for each in quantities(sentence, near)] == [3, 5]


@given(st.text(alphabet=st.sampled_from("0123456789,.-– aeionstkmlr$%’\n") | st.characters(), max_size=200))
def test_any_text_has_its_quantities(sentence: str) -> None:
    for each in quantities(sentence):
        assert 0 <= each.low <= each.high


@pytest.mark.parametrize(
    "words", ["twenty-two thousand people died", "a\u00a0dozen houses", "2-3 houses", "1,5 houses"]
)
def test_odd_spellings_do_no_harm(words: str) -> None:
    assert len(quantities(words)) <= 1


def test_allens_relations_are_one_for_each_two_intervals() -> None:
    days = [(first, last) for first in range(6) for last in range(first, 6)]
    names = set()
    for one in days:
        for other in days:
            name = relation(one, other)
            names.add(name)
            back = relation(other, one)
            assert INVERSES.get(name, name) == back or INVERSES[back] == name
            apart = one[1] < other[0] or other[1] < one[0]
            assert (name in ("before", "after", "meets", "met by")) == apart
    assert names == set(INVERSES) | set(INVERSES.values())
