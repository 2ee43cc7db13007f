"""Titles and findings stand alone: they name what they are about, and put nothing into anybody's mouth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from toolkit.claims.actors.vocabulary import nations
from toolkit.timeline import named
from toolkit.timeline.alone import points_back, stands_alone
from toolkit.timeline.histories import says
from toolkit.timeline.named import in_sentence


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("Those flee the violence towards the coast", True),
        ("These are the jets that were sent", True),
        ("Its supply lines are cut", True),
        ("Their leaders reject the plan", True),
        ("They leave the town", True),
        ("The latter refuses to sign", True),
        ("Other units take a village near Oruro", True),
        ("Another boat sinks off Sofala", True),
        ("The Peruvian navy stops it near Callao", True),
        ("The mayor calls it a lie", False),
        ("The army seizes Oruro and holds it", False),
        ("Leaflets are found in her district", True),
        ("Thousands cheer his return", True),
        ("Thousands flee the coast", False),
        ("The governor of Sofala defends his decision", False),
        ("The minister says she will resign", False),
        ("Ruiz dismisses her deputy", False),
        ("The army rebuilds its base", False),
        ("Theatres close in Oruro", False),
        ("Items are found in the hold", False),
        ("Both sides reject the plan", False),
        ("The first shipment arrives that day", False),
    ],
)
def test_a_sentence_that_points_back_is_no_title(sentence: str, back: bool) -> None:
    assert points_back(sentence) is back


def test_peoples_keep_their_capitals_inside_of_a_sentence() -> None:
    first = "Peruvian divers had reached the wreck"
    assert in_sentence(first, [{"quote": "Peruvian divers reached the wreck."}]) == first
    assert in_sentence("Divers had reached it", [{"quote": "Divers reached it."}]) == "divers had reached it"


def test_the_names_of_peoples_are_those_by_which_texts_are_read() -> None:
    table = Path(named.__file__).with_name("peoples.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert table == sorted({word for nation in nations() for word in nation.adjectives})


def entry(**given: Any) -> dict[str, Any]:
    days = {"event_start": pd.Timestamp("2024-07-22"), "event_end": pd.Timestamp("2024-07-24")}
    return {"statement": "An accord ends the war", "summary": "The accord ended the war.", **days} | given


@pytest.mark.parametrize(
    ("given", "alone"),
    [
        ({}, True),
        ({"statement": ""}, False),
        ({"statement": "Those end the war"}, False),
        ({"summary": "They have been divided since 1953, when an accord ended the war."}, False),
        ({"summary": "The accord of 2023 ended the war."}, True),  # of the year before: it may be the same story
        ({"summary": "Unsigned since 1953, on Monday it was.", "event_end": pd.Timestamp("2024-07-22")}, True),
        ({"summary": "In 1953 it ended.", "event_start": pd.Timestamp("1953-07-27"), "event_end": pd.NaT}, True),
        ({"summary": "In 1953 it ended.", "event_start": pd.NaT, "event_end": pd.NaT}, True),
        ({"summary": "Some 1,953 people left."}, True),
    ],
)  # fmt: skip
def test_background_with_the_days_of_its_article_is_no_main_claim(given: dict[str, Any], alone: bool) -> None:
    assert stands_alone(entry(**given)) is alone


@pytest.mark.parametrize(
    ("quote", "what", "said"),
    [
        ("The army said that it had taken the town of Sedovo.", "the army had taken Sedovo", True),
        (
            "Troops entered Sumy region on Sunday, the ministry said.",
            "troops had crossed into Sumy region",
            True,
        ),
        (
            "A fire destroyed the mill on Monday.",
            "an overheated engine had caused the blaze at the mill",
            False,
        ),
        ("Two miners were hurt by police.", "police had denied that they used firearms", False),
        ("A fire destroyed the mill.", "", False),
        ("", "the mill had burned", False),
    ],
)
def test_a_claim_is_told_as_somebodys_only_in_words_that_he_used(quote: str, what: str, said: bool) -> None:
    assert says(quote, what) is said
