"""Editions compared: claims added, gone, moved, upgraded, contradicted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd

from tests.timeline.handmade import claim
from toolkit.model import Claim
from toolkit.timeline.diff import as_text, diff
from toolkit.timeline.link import link
from toolkit.timeline.table import to_frame

COMMON = {"claimant_side": "Russia", "claimant": "Moscow", "actor": "Russian forces", "kind": "control"}
SUMY = claim(
    "a", 0, "Moscow announced that its forces hold Sumy.", place="Sumy", event_end="2025-06-08", **COMMON
)
IZIUM = claim(
    "a", 90, "Moscow announced that its forces hold Izium.", place="Izium", event_end="2025-06-08", **COMMON
)
REPLY = {
    "published": "2025-06-20",
    "kind": "control",
    "claimant": "Kyiv",
    "claimant_side": "Ukraine",
    "place": "Sumy",
}


def edition(*rows: Claim) -> pd.DataFrame:
    return link(to_frame(rows))


def changes(old: pd.DataFrame, new: pd.DataFrame) -> list[tuple[str, str, str]]:
    found = diff(old, new)
    return list(zip(found["change"], found["before"], found["after"], strict=True))


def test_nothing_changes_between_equal_editions() -> None:
    assert changes(edition(SUMY, IZIUM), edition(IZIUM, SUMY)) == []
    assert as_text(diff(edition(SUMY), edition(SUMY))) == "no change"


def test_added_and_gone() -> None:
    assert changes(edition(SUMY), edition(IZIUM)) == [
        ("added", "", "claimed 2025-06-13"),
        ("gone", "claimed 2025-06-13", ""),
    ]


def test_moved() -> None:
    later = replace(SUMY, event_start=date(2025, 6, 7))
    assert changes(edition(SUMY), edition(later)) == [("moved", "..2025-06-08", "2025-06-07..2025-06-08")]


def test_upgraded_and_contradicted() -> None:
    confirmed = claim("b", 0, "Kyiv confirmed that its forces had left Sumy.", standing="confirmed", **REPLY)
    denied = claim("b", 0, "Kyiv denied that Moscow's forces hold Sumy.", standing="denied", **REPLY)
    assert changes(edition(SUMY), edition(SUMY, confirmed)) == [("upgraded", "claimed", "confirmed")]
    assert changes(edition(SUMY), edition(SUMY, denied)) == [("contradicted", "claimed", "denied")]
    assert changes(edition(SUMY, confirmed), edition(SUMY)) == [("contradicted", "confirmed", "claimed")]


def test_a_claim_is_known_again_by_its_mention_when_its_id_moves() -> None:
    earlier = claim(
        "c", 0, "Moscow announced that its forces hold Sumy.", place="Sumy", published="2025-06-08",
        said_start="2025-06-07", said_end="2025-06-07", event_end="2025-06-07", **COMMON,
    )  # fmt: skip
    old, new = edition(SUMY), edition(SUMY, earlier)
    assert old["claim_id"][0] != new["claim_id"][0]
    assert {change for change, _, _ in changes(old, new)} <= {"moved"}


def test_the_text_has_one_line_a_change() -> None:
    lines = as_text(diff(edition(SUMY), edition(IZIUM))).splitlines()
    assert [line.split()[0] for line in lines] == ["added", "gone"]
    assert "control-izium" in lines[0]


def test_claims_that_turn_out_to_be_one_say_so() -> None:
    old = edition(SUMY, IZIUM)
    one = old["claim_id"][0]
    new = old.assign(claim_id=pd.array([one, one], dtype="str"))
    assert [row for row in changes(old, new) if row[0] == "gone"] == [
        ("gone", "claimed 2025-06-13", f"part of {one}")
    ]
    assert [row for row in changes(new, old) if row[0] == "added"] == [
        ("added", f"part of {one}", "claimed 2025-06-13")
    ]
