"""Independent sources: copies, rewrites and chains of quotation count once, reports of their own count each."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pandas as pd
import pytest

from tests.faults import open_fault
from tests.growth import calls
from tests.timeline.handmade import claim
from toolkit.timeline import independence as independent_of
from toolkit.timeline.link import link
from toolkit.timeline.mention import mentions
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


PEOPLE = "guard|pilot|Moscow|Kyiv|army|officer|the defence ministry|mayor Orlo|Ana Orlo|three officers"
OUTLETS = "Morning Post|The Post|East Coast News|ECN|Post|Telegram|Dawn"
WORDS = "troops|took|the|small|village|near|a|river|on|that|grey|morning|after|heavy|shelling|of|it"


def some(chance: random.Random, rows: int) -> pd.DataFrame:
    """Mentions of one claim, of whom many share a name, an outlet, an agency or words with others."""
    people, outlets, words = (text.split("|") for text in (PEOPLE, OUTLETS, WORDS))
    own = [f"{one}{other}" for one in "bdfgklmnprst" for other in ("aro", "enu", "ilo", "oka", "ume")]
    made = []
    for number in range(rows):
        text = " ".join(chance.choices(words if chance.random() < 0.2 else own, k=chance.randint(3, 14)))
        if made and chance.random() < 0.5:  # a copy, cut
            text = " ".join(chance.choice(made).quote.partition(' "')[0].split()[: chance.randint(6, 14)])
        said = chance.choice(["the bridge held all through that night", "nobody of us saw it fall then", "x"])
        made.append(
            claim(
                f"a{chance.randrange(rows)}",
                number * 100,
                f'{text} "{said}"' if chance.random() < 0.3 else text,
                claimant=chance.choice(["", chance.choice(people), *chance.choices(own, k=2)]),
                claimant_side=chance.choice(["", "Russia", "Ukraine", "Media"]),
                outlet=chance.choice([*outlets, *own, *map(str.upper, own)]),
                via=chance.choice(["", "", chance.choice(outlets)]),
                standing=chance.choice(["claimed", "claimed", "reported", "confirmed", "denied"]),
                published=f"2025-06-{chance.randint(1, 28):02}",
                said_end=chance.choice([None, "2025-06-03", "2025-06-20"]),
            )
        )
    table = to_frame(made)
    copies = [chance.choice(["", "", f"a{chance.randrange(rows)}"]) for _ in made]
    return table.assign(copy_of=copies, source=[chance.choice(["", *own[:9]]) for _ in made])


@pytest.mark.parametrize("seed", range(4))
def test_what_is_looked_up_is_what_comparing_each_with_each_finds(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    rows = mentions(some(chance, chance.choice([40, 80, 120])))
    monkeypatch.setattr(independent_of, "LOOKED_AT", chance.choice([3, 100]))
    found = []
    for few in (0, len(rows)):
        monkeypatch.setattr(independent_of, "FEW", few)
        found.append(independent_of.origins(["c"] * len(rows), rows))
    assert found[0] == found[1]
    assert 1 < len(set(found[0])) < len(rows)


@pytest.mark.parametrize("seed", range(6))
def test_whoever_has_the_same_origin_is_looked_up(seed: int) -> None:
    rows = mentions(some(random.Random(seed), 90))
    likely = independent_of.Likely(rows)
    for number, row in enumerate(rows):
        near = set(likely.near(row))
        missed = [
            other
            for other in range(number)
            if independent_of.one_origin(row, rows[other]) and other not in near
        ]
        assert not missed
        likely.enter(number, row)


def test_many_mentions_of_their_own_are_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(many: int) -> int:
        told = [
            claim(f"a{number}", 0, f"on day {number} crew {number} saw ship {number} leave port {number}",
                  claimant=f"Deckhand {number}", outlet=f"Harbour {number} Daily", published="2025-06-03")
            for number in range(many)
        ]  # fmt: skip
        rows = mentions(to_frame(told))
        assert len(set(independent_of.origins(["c"] * many, rows))) == many
        return calls(lambda: independent_of.origins(["c"] * many, rows))

    assert asked(800) < 4**1.15 * asked(200)
