"""All positions on one question stand side by side, with everybody who takes them; whom each side blames."""

from __future__ import annotations

import random
from typing import Any

import pandas as pd
import pytest

import toolkit as tk
from tests.timeline.handmade import claim
from tests.timeline.test_conflicts import FIREMEN, MISSILES, events, found
from toolkit.timeline.conflicts.together import POSITIONS
from toolkit.timeline.link import link
from toolkit.timeline.storage import read_table, write_table
from toolkit.timeline.table import TableError, to_frame

DAYS = {"event_start": "2025-06-08", "event_end": "2025-06-08", "place": "Millbrook", "kind": "strike"}


def positions(*rows: Any) -> list[dict[str, Any]]:
    return tk.positions(link(to_frame(list(rows)))).to_dict("records")


def test_three_counts_stand_together_from_the_lowest_on() -> None:
    doctors = "Doctors in Kharkiv said Monday's Russian missile attack killed {} people."
    rows = events(
        ("A", "2025-06-10", MISSILES.format(10)),
        ("B", "2025-06-10", FIREMEN.format(12)),
        ("C", "2025-06-10", doctors.format(17)),
    )
    table = tk.positions(rows)
    assert table["value"].tolist() == ["10 people", "12 people", "17 people"]
    assert table["question"].nunique() == 1
    assert table["what"].unique().tolist() == ["killed person"]
    pairs = tk.conflicts(rows)["conflict_id"]
    assert {name for each in table["conflicts"] for name in each.split("; ")} == set(pairs)


def test_who_says_who_leaves_open_and_who_denies() -> None:
    table = positions(
        claim("a", 0, "The mill burned, the mayor said.", claimant="the mayor", claimant_side="Town", **DAYS),
        claim("b", 0, "The mill burned down on Sunday.", standing="reported", outlet="Herald", **DAYS),
        claim(
            "b", 50, "Police could not say whether the mill burned.", standing="unconfirmed", claimant="police",
            outlet="Herald", **DAYS,
        ),
        claim(
            "c", 0, "The brigade denied that the mill burned.", standing="denied", claimant="the brigade",
            claimant_side="Brigade", outlet="Chronicle", **DAYS,
        ),
    )  # fmt: skip
    assert [(row["value"], row["sources"]) for row in table] == [
        ("claimed", "the mayor"),
        ("reported", "Herald"),
        ("unconfirmed", "police"),
        ("denied", "the brigade"),
    ]
    assert [bool(row["conflicts"]) for row in table] == [True, True, False, True]


def test_what_a_denier_says_to_hold_instead_is_part_of_the_denial() -> None:
    rows = events(
        ("A", "2025-08-27", "Russian troops captured the village of Zaporizke on Tuesday, DeepState said."),
        (
            "B", "2025-08-27",
            "The Russian Defence Ministry said it had captured Zaporizke on Tuesday. Ukraine's General Staff denied "
            "the claim: it said that Zaporizke was still in Ukrainian hands.",
        ),
    )  # fmt: skip
    table = tk.positions(rows)
    assert table["value"].tolist() == ["claimed", "reported", "denied"]
    assert table["sources"].tolist()[-1] == "Ukraine's General Staff"
    assert table["mentions"].tolist()[-1] == 2


def test_nothing_is_in_question_where_nobody_parts() -> None:
    assert positions(claim("a", 0, "The mill burned.", **DAYS)) == []


def test_the_order_of_the_rows_changes_nothing(tmp_path: Any) -> None:
    rows = events(("A", "2025-06-10", MISSILES.format(10)), ("B", "2025-06-10", FIREMEN.format(12)))
    wanted = tk.positions(rows)
    assert {name: str(dtype) for name, dtype in wanted.dtypes.items()} == POSITIONS
    for seed in range(3):
        order = random.Random(seed).sample(range(len(rows)), len(rows))
        pd.testing.assert_frame_equal(tk.positions(rows.iloc[order].reset_index(drop=True)), wanted)
    write_table(wanted, tmp_path / "positions.csv")
    pd.testing.assert_frame_equal(read_table(tmp_path / "positions.csv", POSITIONS), wanted)


def test_rows_that_are_not_linked_are_refused() -> None:
    with pytest.raises(TableError, match="link the events first"):
        tk.positions(to_frame([]))


BLAMED = ("each blames the other", "done by Cambodia", "done by Thailand")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Thailand's army said Cambodian soldiers fired first near Poipet on Thursday. Cambodia's defence ministry "
            "said Thai troops had shot first near Poipet.",
            BLAMED,
        ),
        (
            "Thailand said a Cambodian shell hit the clinic in Poipet on Thursday. Cambodia said a Thai shell had "
            "struck the clinic in Poipet on Thursday.",
            BLAMED,
        ),
        ("Thailand and Cambodia blamed each other for the strike on the clinic on Thursday.", BLAMED),
        ("Thailand and Cambodia accused each other of violating the truce on Thursday.", BLAMED),
        # Each may have done to the other what is told.
        ("Thailand and Cambodia accused each other of attacking villages on Thursday.", None),
        (
            "Thailand's army said Cambodian soldiers shelled a village near Poipet on Thursday. Cambodia's defence "
            "ministry said Thai troops had shelled a market near Poipet on Thursday.",
            None,
        ),
        # Other days.
        (
            "Thailand's army said Cambodian soldiers fired first near Poipet on 2 June. Cambodia's defence ministry "
            "said Thai troops had shot first near Poipet on 11 June.",
            None,
        ),
        # A third party blames one of them.
        (
            "Thailand's army said Cambodian soldiers fired first near Poipet on Thursday. Observers said Thai troops "
            "had shot first near Poipet.",
            None,
        ),
    ],
)  # fmt: skip
def test_who_did_it_against_who_did_it(text: str, wanted: tuple[str, str, str] | None) -> None:
    told = [each for each in found(("A", "2025-06-13", text)) if each["type"] == "actor"]
    assert [(each["relation"], each["value"], each["other_value"]) for each in told] == [wanted] * bool(
        wanted
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Nine people were hurt in Barishal on Sunday, organisers said. Police said that nobody was injured in "
            "Barishal on Sunday.",
            ("Nine people", "nobody"),
        ),
        (
            "The military said 31 civilians were killed in Kotli on Thursday. The home minister said there had been no "
            "casualties in Kotli on Thursday.",
            ("31 civilians", "nobody"),
        ),
        # Another harm.
        (
            "Nine people were hurt in Barishal on Sunday, organisers said. Police said that nobody was killed in "
            "Barishal on Sunday.",
            None,
        ),
        # Another day.
        (
            "Nine people were hurt in Barishal on 1 June, organisers said. Police said that nobody was injured in "
            "Barishal on 8 June.",
            None,
        ),
        # One voice.
        (
            "Police said nine people were hurt in Barishal on Sunday. Police said that nobody was injured in Barishal "
            "on Sunday.",
            None,
        ),
    ],
)
def test_harm_to_some_against_harm_to_nobody(text: str, wanted: tuple[str, str] | None) -> None:
    told = [each for each in found(("A", "2025-06-13", text)) if each["relation"] == "some against nobody"]
    assert [(each["value"], each["other_value"]) for each in told] == [wanted] * bool(wanted)
