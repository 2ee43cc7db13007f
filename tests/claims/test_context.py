"""Roles that a sentence leaves open: filled by what the article itself tells, and by nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.faults import fault
from toolkit.claims.extract import extract
from toolkit.model import Article, Claim


def rows(text: str, parser: str = "spacy") -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=date(2025, 6, 13)), parser=parser)


FILLED = [
    # An event of the same sentence.
    ("Nine people were killed in a Saudi airstrike in Sanaa on Monday.", "casualty", "Saudi Arabia", "civilians"),
    # An event just before.
    ("Saudi jets struck Sanaa on Monday. Nine people were killed.", "casualty", "Saudi Arabia", "civilians"),
    # The only adversary that the article tells of.
    ("Pakistani forces attacked Indian soldiers in Kargil on Monday. The night was calm. People slept. It rained. "
     "It was cold. Twelve Indian soldiers were killed on Tuesday.", "casualty", "Pakistan", "India"),
    # Both that the article tells to fight.
    ("Rwandan troops attacked the Congolese army near Goma on Monday. Fighting went on overnight.", "clash",
     "Rwanda; DR Congo", "Rwanda; DR Congo"),
    ("Rwandan troops attacked the Congolese army near Goma on Monday. Rwandan troops seized the airport.", "control",
     "Rwanda", "DR Congo"),
]  # fmt: skip
FAULTS = {3: "of two that fight one acts and the other is acted upon where another event stands before it"}


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [fault(*each, why=FAULTS[n]) if n in FAULTS else each for n, each in enumerate(FILLED)],
)
def test_a_role_that_the_article_fills(text: str, kind: str, actor: str, target: str) -> None:
    row = [row for row in rows(text) if row.kind == kind][-1]
    assert (row.actor, row.target) == (actor, target)


OPEN = [
    # Nobody is anybody's enemy by a list: neither of states at war nor of those that are not.
    ("Twelve Indian soldiers were killed in Kargil on Monday.", "India"),
    ("Twelve Ukrainian soldiers were killed in Pokrovsk on Monday.", "Ukraine"),
    ("Three Israeli soldiers were killed in Gaza on Monday.", "Israel"),
    ("Two hundred Norwegian soldiers were killed in Oslo on Monday.", "Norway"),
    # Of two adversaries it may have been either.
    ("Pakistani forces attacked Indian soldiers in Kargil on Monday. It rained. It was cold. All slept. Chinese "
     "forces attacked Indian soldiers in Leh. It rained. It was cold. All slept. Twelve Indian soldiers were killed.",
     "India"),
]  # fmt: skip


UNSURE = {4: "the nearest of two attackers is taken"}


@pytest.mark.parametrize(
    ("text", "target"), [fault(*each, why=UNSURE[n]) if n in UNSURE else each for n, each in enumerate(OPEN)]
)
def test_who_did_it_stays_open(text: str, target: str) -> None:
    row = rows(text)[-1]
    assert (row.kind, row.actor, row.target) == ("casualty", "", target)


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopian troops seized Adwa on Monday.",
        "Sudan said on Monday that its army had captured Bara.",
        "Rwandan troops reached Goma on Monday.",
    ],
)
def test_a_place_is_no_party(text: str) -> None:
    named = {row.place for row in rows(text)} - {""}
    assert named
    assert not named & {party for row in rows(text) for party in (row.actor, row.target)}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Troops seized the town of Bara in southern Sudan.", {"troops"}),
        ("An explosion killed two in Kabul on Monday.", {"civilians"}),
        ("They shelled the village on Monday.", set()),
        ("Somebody shot three policemen in Nairobi on Monday.", {"policemen"}),
        fault("Eleven rebels were killed in Aleppo on Monday.", set(), why="a number of people is a party"),
    ],
)
def test_no_party_without_a_name(text: str, parties: set[str]) -> None:
    assert {party for row in rows(text) for party in (row.actor, row.target)} - {""} <= parties


def test_a_speaker_who_is_at_war_tells_of_his_own_deed() -> None:
    row = rows(
        "Ukraine attacked Russian soldiers on Sunday. "
        "Ukraine's Security Service stated that 117 drones hit 41 Russian aircraft."
    )[-1]
    assert (row.kind, row.actor, row.target, row.standing) == ("strike", "Ukraine", "Russia", "claimed")
