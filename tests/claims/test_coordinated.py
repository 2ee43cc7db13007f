"""What a verb tells of two places on two days is two claims."""

from __future__ import annotations

from datetime import date

import pytest

from tests.faults import fault
from toolkit.claims.extract import extract
from toolkit.model import Article


@pytest.mark.parametrize(
    ("text", "told"),
    [
        fault("Russian troops captured Lyman on Monday and Zarichne on Tuesday, the Russian ministry said.",
              [("Lyman", 17), ("Zarichne", 18)], why="the second place with its day is lost"),
        fault("The Syrian rebels seized Aleppo on November 3 and Hama on Thursday.", [("Aleppo", 3), ("Hama", 20)],
              why="the second place with its day is lost"),
        ("Russian troops captured Lyman on Monday, and they seized Zarichne on Tuesday.",
         [("Lyman", 17), ("Zarichne", 18)]),
        # One day, or another verb, or a speech act: nothing is told once more.
        ("Russian troops captured Lyman and Zarichne on Tuesday.", [("Lyman", 18)]),
        ("Russian troops captured Lyman between Monday and Tuesday.", [("Lyman", 18)]),
        ("Moscow rejected the offer on Monday and Kyiv on Tuesday.", [("", 17)]),
    ],
)  # fmt: skip
def test_pairs(text, told):
    rows = extract(Article("a", text, "The Daily", published=date(2025, 11, 20)))
    assert [(row.place, row.event_end and row.event_end.day) for row in rows] == told
