"""What is seen of a table: each filter alone and together, and what is refused."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import toolkit as tk
from tests.notebook.story import CLAIM, CONFIRMED, DENIAL, SEIZED
from toolkit.notebook.choice import Choice, Searched

CASES: list[tuple[dict[str, Any], set[str]]] = [
    ({"standing": "confirmed"}, {CONFIRMED}),
    ({"standing": ["confirmed", "claimed"]}, {CONFIRMED, CLAIM}),
    ({"outlet": "Herald", "kind": "control"}, {DENIAL, "denial:73-94"}),
    ({"side": "Media"}, {"denial:73-94"}),
    ({"text": "FRIDAY village"}, {CONFIRMED}),
    ({"text": "no such word"}, set()),
    ({"claim": SEIZED, "known_on": "2025-06-11"}, {CLAIM, "claim:91-146", DENIAL}),
    ({"known_on": "2025-06-08"}, set()),
    ({"place": "Millbrook", "outlet": "Chronicle"}, {CONFIRMED}),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_what_is_chosen(built: tk.Result, changes: dict[str, Any], expected: set[str]) -> None:
    chosen = Searched.of(built.events).chosen(Choice().but(changes))
    assert set(chosen["mention_id"]) == expected
    assert list(chosen.columns) == list(built.events.columns)


def test_nothing_chosen_is_everything(built: tk.Result) -> None:
    pd.testing.assert_frame_equal(Searched.of(built.events).chosen(Choice()), built.events)


def test_a_value_counts_what_it_would_show_beside_the_other_filters(built: tk.Result) -> None:
    counts = Searched.of(built.events).counts(Choice(outlet=("Herald",), standing=("confirmed",)))
    assert dict(counts["standing"]) == {"denied": 2, "reported": 1, "confirmed": 0}
    assert dict(counts["outlet"]) == {"Chronicle": 1, "Herald": 0}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"colour": "red"}, "filter 'colour' is not known"),
        ({"known_on": "June"}, "known_on is 'June'"),
        ({"known_on": "20250611"}, "give a day as YYYY-MM-DD"),
    ],
)
def test_what_is_refused(changes: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Choice().but(changes)


@pytest.mark.parametrize("word", ["İstanbul", "straße", "KYÏV", "e\u0301"])
def test_words_are_found_without_case_and_accents(built: tk.Result, word: str) -> None:
    events = built.events.assign(quote=[f"in {word} today", *built.events["quote"][1:]])
    for asked in (word, word.upper(), word.lower()):
        assert Searched.of(events).mask(Choice(text=asked)).tolist()[0], asked
