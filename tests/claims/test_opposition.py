"""Who opposes whom by what an article tells, and what follows for those whom a sentence does not name."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.claims.extract import extract
from toolkit.claims.opposition import Opposition
from toolkit.model import Article, Claim


def rows(text: str) -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=date(2025, 6, 13)))


def test_of_several_adversaries_the_one_at_home_is_meant() -> None:
    told = Opposition()
    told.add("M23", "DR Congo", 2)
    told.add("M23", "South Africa", 2)
    assert told.against(["M23"]) == ""
    assert told.against(["M23"], "CD") == "DR Congo"


def test_two_who_fight_most_are_the_pair() -> None:
    told = Opposition(fighting={"Eritrea", "Ethiopia", "Sudan"})
    told.add("Eritrea", "Ethiopia", 6)
    told.add("Ethiopia", "Sudan", 2)
    assert told.pair() == ("Eritrea", "Ethiopia")


EVIDENCE = {
    # What is told before the sentence in question, which names nobody whom the act is against.
    "a deed": "Ethiopian troops attacked the Eritrean army on Monday.",
    "a war by a noun": "The war between Ethiopia and Eritrea goes on.",
    "two who clash": "Ethiopian and Eritrean troops clashed on Monday.",
    "an act that is fended off": "Ethiopian troops halted an advance by the Eritrean army on Monday.",
}


@pytest.mark.parametrize("told", EVIDENCE.values(), ids=EVIDENCE)
def test_an_adversary_is_told_by(told: str) -> None:
    row = rows(f"{told} The night was calm. Ethiopian troops launched an offensive on Tuesday.")[-1]
    assert (row.kind, row.actor, row.target) == ("advance", "Ethiopia", "Eritrea")


NO_EVIDENCE = {
    "a drill that two hold together": "Ethiopian and Kenyan troops began joint drills on Monday.",
    "two who fight together for an end": "Ethiopian and Kenyan troops fought on Monday to stop a raid by Al-Shabaab.",
    "praise": "Ethiopia praised Kenya on Monday.",
}


@pytest.mark.parametrize("told", NO_EVIDENCE.values(), ids=NO_EVIDENCE)
def test_nobody_is_an_adversary_by(told: str) -> None:
    row = rows(f"{told} The night was calm. Ethiopian troops launched an offensive on Tuesday.")[-1]
    assert "Kenya" not in row.target


ADDRESSED = {
    "a threat to the other side": (
        "Ethiopian troops attacked the Eritrean army on Monday. Ethiopia threatened retaliation.", "Eritrea",
    ),
    "a call of a third party to both": (
        "Ethiopian troops attacked the Eritrean army on Monday. Norway called for a ceasefire.", "Eritrea; Ethiopia",
    ),
    "a denial to who accused": (
        "Kenya accused Uganda of cheating on Monday. Uganda denied wrongdoing.", "Kenya",
    ),
    "a condemnation to who did it": ("Norway condemned the Ugandan attack on the village.", "Uganda"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "target"), ADDRESSED.values(), ids=ADDRESSED)
def test_words_are_meant_for(text: str, target: str) -> None:
    assert target in {row.target for row in rows(text) if row.kind in ("statement", "demand")}


def test_words_about_another_are_meant_for_him() -> None:
    text = (
        "Ethiopian troops attacked the Eritrean army on Monday. The night was calm. Ethiopia praised Kenya."
    )
    assert [row.target for row in rows(text) if row.kind == "statement"] == ["Kenya"]


GROUPS = {
    "On Monday they fled. The Fano fighters seized the town of Lalibela.": "Fano",
    "Residents said Viv Ansanm gunmen stormed the prison on Friday.": "Viv Ansanm",
}


@pytest.mark.parametrize(("text", "actor"), GROUPS.items())
def test_a_group_that_no_list_has_is_a_party(text: str, actor: str) -> None:
    assert actor in {row.actor for row in rows(text)}


def test_a_common_word_with_a_capital_names_no_group() -> None:
    assert {row.actor for row in rows("Armed rebels seized the town on Friday.")} <= {
        "",
        "Armed rebels",
        "rebels",
    }


@pytest.mark.parametrize("name", ["Adwa", "Merawi", "Kunlong"])
def test_what_is_taken_or_entered_is_a_place_and_no_party(name: str) -> None:
    [row] = rows(f"Government forces besieged {name} on Friday.")
    assert (row.place, row.target) == (name, "")


def test_who_holds_a_piece_of_land_acts() -> None:
    [row] = rows("A map by analysts shows a narrow Eritrean-held strip inside the region.")
    assert (row.kind, row.actor) == ("control", "Eritrea")
