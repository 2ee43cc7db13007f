"""Independent sources: copies, rewrites and chains of quotation count once, reports of their own count each."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults import open_fault
from tests.timeline.handmade import claim
from toolkit.timeline.link import link
from toolkit.timeline.table import to_frame

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import independence

sys.path.pop(0)
PLANTS = independence.plants()


def test_there_are_plants_of_every_kind() -> None:
    kinds = [plant["what"] for plant in PLANTS]
    assert kinds.count("copy") + kinds.count("chain") >= 10
    assert kinds.count("own") >= 5
    assert set(kinds) == set(independence.KINDS)
    assert len({plant["name"] for plant in PLANTS}) == len(PLANTS)


TAKEN = "infantry that captured a village by its bare name fits no entry"
FAULTS = {
    "chain of three: agency, newspaper, blog": TAKEN,
}


@pytest.mark.parametrize(
    "plant",
    [
        pytest.param(
            plant,
            id=plant["name"],
            marks=[open_fault(FAULTS[plant["name"]])] if plant["name"] in FAULTS else [],
        )
        for plant in PLANTS
    ],
)
def test_a_plant_has_the_sources_that_it_has(plant: dict[str, object]) -> None:
    for wanted, found in independence.counted(plant):
        assert found == [(wanted["articles"], wanted["outlets"], wanted["sources"])], wanted


STRIKE = {
    "place": "Dnipro",
    "kind": "strike",
    "actor": "Russian forces",
    "standing": "reported",
    "event_start": "2025-06-08",
    "event_end": "2025-06-08",
}
QUOTE = "Missiles hit a railway depot beside the harbour at night, breaking windows in forty houses."


@pytest.mark.parametrize(
    ("one", "other", "sources"),
    [
        pytest.param(
            {"claimant": "The New York Times", "claimant_side": "Media"},
            {"claimant": "NYT", "claimant_side": "Media"},
            1,
            id="an outlet by its initials",
        ),
        pytest.param(
            {"claimant": "The New York Times", "claimant_side": "Media"},
            {"claimant": "a nurse", "outlet": "The New York Times"},
            1,
            id="an outlet and what it printed",
        ),
        pytest.param(
            {"claimant": "Kyiv Herald", "claimant_side": "Media"},
            {"claimant": "Delta Wire", "claimant_side": "Media"},
            2,
            id="two outlets",
        ),
        pytest.param(
            {"claimant": "mayor", "via": "Telegram"},
            {"claimant": "railway company", "via": "Telegram"},
            2,
            id="a platform is no agency",
        ),
        pytest.param(
            {"claimant": "officer", "via": "BBC"}, {"claimant": "officer", "via": "AFP"}, 2, id="nameless"
        ),
        pytest.param(
            {"claimant": "officer"}, {"claimant": "officer", "via": "AFP"}, 1, id="nameless, one channel known"
        ),
        pytest.param(
            {"claimant": "mayor", "via": "BBC"}, {"claimant": "mayor", "via": "AFP"}, 1, id="an office has one holder"
        ),
        pytest.param(
            {"claimant": "Kyiv army spokesman", "via": "BBC", "standing": "confirmed"},
            {"claimant": "army spokesman", "via": "the BBC"},
            1,
            id="a confirmation retold as a report",
        ),
        pytest.param(
            {"claimant": "Kyiv army spokesman", "via": "BBC", "standing": "confirmed"},
            {"claimant": "army spokesman", "via": "AFP"},
            2,
            id="a report and a confirmation",
        ),
    ],
)  # fmt: skip
def test_origins(one: dict[str, str], other: dict[str, str], sources: int) -> None:
    rows = [
        claim("a", 0, QUOTE, **{**STRIKE, **one}),
        claim("b", 0, "A depot of the railway was hit by missiles.", **{**STRIKE, **other}),
    ]
    frame = link(to_frame(rows))
    assert frame["claim_id"].nunique() == 1
    assert frame["independent"].sum() == sources


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        pytest.param("“The whole embankment shook for an hour and a half”, a doctor said.", 1, id="quotation"),
        pytest.param("The depot was hit by missiles, and it was “very loud”, a doctor said.", 2, id="catchword"),
        pytest.param("The whole depot shook for an hour and a half, a doctor said.", 2, id="no quotation"),
    ],
)  # fmt: skip
def test_words_that_both_quote_have_one_mouth(words: str, sources: int) -> None:
    first = f"{QUOTE[:-1]}: “The whole embankment shook for an hour and a half”; it was “very loud”."
    rows = [
        claim("a", 0, first, **STRIKE, outlet="A", claimant="physician"),
        claim("b", 0, words, **STRIKE, outlet="B", claimant="doctor"),
    ]
    frame = link(to_frame(rows))
    assert frame["claim_id"].nunique() == 1
    assert frame["independent"].sum() == sources


def test_two_speakers_of_one_article_are_two() -> None:
    rows = [
        claim("a", 0, f"The harbour master said: {QUOTE}", **STRIKE, outlet="A", claimant="harbour master"),
        claim("a", 200, f"The fire chief said: {QUOTE}", **STRIKE, outlet="A", claimant="fire chief"),
    ]
    assert link(to_frame(rows))["independent"].tolist() == [True, True]
