"""Who is first and how far from it: distances in days, outlets, and claims that are told as facts."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import toolkit as tk
from tests.growth import calls
from tests.timeline.handmade import claim
from toolkit.timeline.distance import contemporary, with_distances
from toolkit.timeline.hardened import HARDENED, hardened
from toolkit.timeline.link import link
from toolkit.timeline.outlets import OUTLETS, outlets
from toolkit.timeline.table import DISTANCES, TableError, to_frame


@pytest.mark.parametrize(
    ("days", "found"),
    [
        pytest.param(("06-05", "06-05", "06-06", "06-06", "06-08"), (1, 1, 2, 2), id="days are exact"),
        pytest.param(("06-01", "06-10", "06-12", "06-12", "06-13"), (2, 11, 1, 1), id="an event within ten days"),
        pytest.param(("06-05", "06-05", "06-01", "06-30", "06-13"), (0, 25, 0, 12), id="a month of saying"),
        pytest.param((None, "06-05", "06-05", "06-05", "06-08"), (None, None, 3, 3), id="only a last day"),
        pytest.param((None, "06-05", "06-25", "06-25", "06-28"), (20, None, 3, 3), id="at least so many"),
        pytest.param(("06-05", "06-05", None, None, "06-08"), (0, 3, 0, 3), id="a saying without a day"),
        pytest.param((None, None, None, None, "06-08"), (None, None, None, None), id="nothing is known"),
        pytest.param(("06-05", "06-05", "06-06", "06-06", None), (1, 1, None, None), id="print is not known"),
    ],
)  # fmt: skip
def test_distances_are_as_sharp_as_the_days(
    days: tuple[str | None, ...], found: tuple[int | None, ...]
) -> None:
    names = ("event_start", "event_end", "said_start", "said_end", "published")
    told = {name: f"2025-{day}" if day else None for name, day in zip(names, days, strict=True)}
    frame = with_distances(to_frame([claim("a", 0, "x", **told)]))
    assert tuple(None if pd.isna(cell) else cell for cell in frame[list(DISTANCES)].iloc[0]) == found


def test_what_lies_ahead_is_said_before_it() -> None:
    row = claim(
        "a", 0, "x", modality="will", event_start="2025-06-20", event_end="2025-06-20", said_start="2025-06-13",
        said_end="2025-06-13",
    )  # fmt: skip
    frame = with_distances(to_frame([row]))
    assert frame["said_after_least"].tolist() == frame["said_after_most"].tolist() == [-7]
    assert contemporary(frame.iloc[0]) is None


STORY = {
    "kind": "control",
    "place": "Izmail",
    "actor": "Norland",
    "event_start": "2025-06-08",
    "event_end": "2025-06-08",
}
CLAIMED = {**STORY, "claimant": "the Norland army", "claimant_side": "Norland", "standing": "claimed"}
FACT = {**STORY, "standing": "reported"}
WITNESS = {**FACT, "claimant": "a nurse"}
QUOTE = "The Norland army has taken the harbour of Izmail, the army said."
TOLD = "Norland's troops have taken the harbour of Izmail."


def record(*rows: Any) -> pd.DataFrame:
    frame = link(to_frame(rows))
    assert frame["claim_id"].nunique() == 1
    return frame


def test_first_prints_and_days_behind() -> None:
    found = outlets(
        record(
            claim("a", 0, QUOTE, **CLAIMED, outlet="Courier", published="2025-06-08"),
            claim("b", 0, QUOTE, **CLAIMED, outlet="Herald", published="2025-06-11"),
            claim("c", 0, QUOTE, **CLAIMED, outlet="Mirror", published="2025-06-08"),
        )
    ).set_index("outlet")
    assert found["behind_median"].to_dict() == {"Courier": 0, "Herald": 3, "Mirror": 0}
    assert found["first"].to_dict() == {"Courier": 1, "Herald": 0, "Mirror": 1}
    assert found["first_alone"].sum() == 0
    assert found["common"].to_dict() == {"Courier": 1, "Herald": 1, "Mirror": 1}  # all three quote one army


def test_an_article_without_a_date_may_have_been_first() -> None:
    found = outlets(
        record(
            claim("a", 0, QUOTE, **CLAIMED, outlet="Courier", published="2025-06-08"),
            claim("b", 0, QUOTE, **CLAIMED, outlet="Herald", published="2025-06-11"),
            claim("c", 0, QUOTE, **CLAIMED, outlet="Mirror", published=None),
        )
    ).set_index("outlet")
    assert found["first_unsure"].to_dict() == {"Courier": 1, "Herald": 0, "Mirror": 0}
    assert pd.isna(found["behind_median"]["Mirror"])


def test_sources_of_its_own_and_retold_ones() -> None:
    found = outlets(
        record(
            claim(
                "a",
                0,
                QUOTE,
                **FACT,
                claimant="a nurse",
                via="Courier",
                outlet="Courier",
                published="2025-06-08",
            ),
            claim(
                "b",
                0,
                TOLD,
                **FACT,
                claimant="a nurse",
                via="the Courier",
                outlet="Herald",
                published="2025-06-08",
            ),
            claim("c", 0, "A baker saw them in the harbour.", **FACT, claimant="a baker", outlet="Mirror"),
        )
    ).set_index("outlet")
    assert found["own"].to_dict() == {"Courier": 1, "Herald": 0, "Mirror": 1}
    assert found["retold_from"]["Herald"] == "the Courier 1"
    assert found["own_share"]["Herald"] == 0


def test_the_columns_are_those_that_are_promised() -> None:
    frame = record(claim("a", 0, QUOTE, **CLAIMED))
    for table, columns in ((outlets(frame), OUTLETS), (hardened(frame), HARDENED)):
        assert {name: str(dtype) for name, dtype in table.dtypes.items()} == columns
    with pytest.raises(TableError, match="link the events first"):
        tk.outlets(to_frame([]))
    with pytest.raises(TableError, match="link the events first"):
        tk.hardened(to_frame([]))


ORIGINAL = claim("a", 0, QUOTE, **CLAIMED, outlet="Courier", published="2025-06-08")


@pytest.mark.parametrize(
    ("others", "pairs"),
    [
        pytest.param([claim("b", 0, TOLD, **FACT, outlet="Herald", published="2025-06-09")], 1, id="told as a fact"),
        pytest.param([claim("b", 0, TOLD, **FACT, outlet="Herald", published=None)], 1, id="no date"),
        pytest.param([claim("b", 0, TOLD, **FACT, outlet="Courier", published="2025-06-09")], 0, id="the same outlet"),
        pytest.param([claim("b", 0, TOLD, **FACT, outlet="Herald", published="2025-06-07")], 0, id="before the claim"),
        pytest.param(
            [claim("b", 0, TOLD, **WITNESS, outlet="Herald", published="2025-06-09")], 0, id="a witness"
        ),
        pytest.param(
            [claim("b", 0, TOLD[:-1] + ", police said.", **FACT, outlet="Herald", published="2025-06-09")],
            0,
            id="a speaker that was missed",
        ),
        pytest.param(
            [
                claim("b", 0, TOLD, **FACT, outlet="Herald", published="2025-06-09"),
                claim("b", 99, QUOTE, **CLAIMED, outlet="Herald", published="2025-06-09"),
            ],
            0,
            id="named elsewhere in the article",
        ),
        pytest.param(
            [
                claim("b", 0, TOLD, **FACT, outlet="Herald", published="2025-06-20"),
                claim(
                    "c", 0, "Sudland confirmed that Izmail is lost.", outlet="Mirror", published="2025-06-10",
                    claimant="Sudland", claimant_side="Sudland",
                    **{**STORY, "standing": "confirmed"},
                ),
            ],
            0,
            id="confirmed by then",
        ),
    ],
)  # fmt: skip
def test_where_claimed_is_dropped(others: list[Any], pairs: int) -> None:
    found = hardened(record(ORIGINAL, *others))
    assert len(found) == pairs
    if pairs:
        assert (found["outlet"][0], found["fact_outlet"][0]) == ("Courier", "Herald")


def test_the_work_for_one_claim_grows_with_its_mentions() -> None:
    """Half of the mentions are claimed and half told as facts, by two outlets, each in an article of its own."""

    def work(count: int) -> int:
        rows = [
            claim(
                f"a{number:04}",
                0,
                "The bridge fell.",
                published="2025-06-10",
                outlet=("Wire", "Post")[number % 2],
                kind="strike",
                theme="conflict",
                standing="reported" if number % 4 < 2 else "claimed",
                claimant="" if number % 4 < 2 else "the army",
            )
            for number in range(count)
        ]
        events = to_frame(rows).assign(claim_id="one", independent=True)
        assert len(hardened(events)) == count // 2
        return calls(lambda: hardened(events))

    few, many = work(100), work(400)
    assert many / few < 4.8
