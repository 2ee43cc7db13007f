"""What short reports of a newswire tell: whom a pronoun means, whose the tanks are, who leads, what says nothing."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.claims import prose
from toolkit.claims.lexicon import load_lexicon
from toolkit.language import parse
from toolkit.language.phrases import Tree

THURSDAY = date(2001, 12, 13)


rows, last = partial(prose.rows, published=THURSDAY), partial(prose.last, published=THURSDAY)

PRONOUNS = [
    # He who stands in the sentence is meant before the one whom the article is about.
    ("Jan Holm spoke on Monday. Mr Holm was calm. Mr Holm left. Mr Holm returned. Norwegian troops trying to arrest a "
     "militant in Oslo shot the suspect dead as he tried to flee a raid.", "displacement", "suspect"),
    # Residents have no forces and shell nobody: the fighters before them do.
    ("Sudanese rebels captured half of the airport on Monday, residents said. Their forces killed 11 soldiers.",
     "casualty", "Sudanese rebels"),
    # The forces that somebody orders are his own.
    ("The president of Kenya, angry that the president of Uganda had not stopped the raids, ordered his forces to "
     "shell the town on Monday.", "strike", "Kenya"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actor"), PRONOUNS)
def test_whom_a_pronoun_stands_for(text: str, kind: str, actor: str) -> None:
    assert last(text, kind).actor == actor


def test_they_are_not_one_man() -> None:
    told = rows("Omar Holm made claims on Monday. They were taken to a camp on Tuesday.")
    assert not any("Holm" in row.target for row in told if row.kind == "displacement")


def test_he_who_said_it_is_the_one_who_spoke_before() -> None:
    text = (
        "Prime Minister Jan Holm said on Monday that the tape shows Omar Rask was behind the attack. “We have seen it "
        "all,” he said. “He is guilty,” he said."
    )
    told = [row for row in rows(text) if row.kind == "statement"]
    assert told
    assert not any("Rask" in row.claimant for row in told)


def test_they_may_be_anybody() -> None:
    text = "The rebels fled to Goma. They were killed by shell fire on Monday."
    assert last(text, "casualty").target == "rebels"
    assert (
        last("Planes landed at the airfield. They killed two men on Monday.", "casualty").target
        == "civilians"
    )


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        # Each of two leaders is described by his own words.
        ("British Prime Minister Tony Blair and US President George W. Bush met in London on Monday.", "summit",
         "United Kingdom; United States"),
        ("The Howard Government called on Fiji to hold elections on Monday.", "demand", "Australia"),
        ("Yasser Arafat called on Monday for an end to the attacks.", "demand", "Palestinians"),
        # A secretary is of the state that has one, if the article names it.
        ("Deputy Defence Secretary Paul Holm met envoys on Monday. The United States attacked Afghanistan.", "talks",
         "United States"),
        # "Opposition" fighters are no one else's, and those against a group are not its.
        ("The Taliban left Kunduz on Sunday. Opposition troops captured the airport on Monday.", "control",
         "opposition troops"),
        ("Anti-Taliban fighters captured the airport on Monday.", "control", "anti-taliban fighters"),
        # Who flies and drives is the army of the only state.
        ("Israel launched strikes on Palestinian offices on Monday. Gunships destroyed a Palestinian camp on Tuesday.",
         "strike", "Israel"),
        ("Three Palestinian suicide bombers from the hardline Islamic movement Hamas killed 25 people on Monday.",
         "casualty", "Hamas"),
        ("Over 1,000 US Marines were deployed near Kandahar on Monday.", "mobilisation", "United States"),
    ],
)  # fmt: skip
def test_who_acts(text: str, kind: str, actor: str) -> None:
    assert last(text, kind).actor == actor


def test_who_is_against_a_group_speaks_for_another_side() -> None:
    row = last("Anti-Taliban fighters said on Monday that they had captured the airport.", "control")
    assert row.claimant_side != "Taliban"


def test_the_adversary_is_the_people_that_the_state_fights() -> None:
    text = (
        "Israel launched air raids across the West Bank on Monday. Israeli warplanes fired rockets on Palestinian "
        "security offices. The United States sent an envoy, and Washington called for calm. Israel launched a strike "
        "on Tuesday."
    )
    assert last(text, "strike").target == "Palestinians"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Walid Holm, 53, was killed by machine-gun fire on Monday.", "casualty"),
        ("Walid Holm, a baker, was shot dead in Nablus on Monday.", "casualty"),
        # Who leads is assassinated, and so is somebody whom others mean to kill.
        ("The group's commander, Walid Holm, was shot dead in Nablus on Monday.", "assassination"),
        (
            "Forces loyal to him fled. Walid Holm's fighters mourned. Walid Holm was shot dead on Monday.",
            "assassination",
        ),
        ("Soldiers were attempting to kill Walid Holm on Monday.", "assassination"),
    ],
)
def test_whose_death_is_an_assassination(text: str, kind: str) -> None:
    assert kind in {row.kind for row in rows(text)}


def test_what_is_bygone_carries_no_place() -> None:
    text = (
        "The army searched caves on Monday. Omar Holm, the suspect in the September 11 attacks on New York, is hiding. "
        "Snow fell. Warplanes bombed the caves on Tuesday."
    )
    assert "New York" not in last(text, "strike").place


@pytest.mark.parametrize(
    "text",
    [
        # An end, a siege and the like say nothing.
        "It was a hard week for Jan Holm: he arrested militants on Monday, then declared an end to the campaign.",
        "This was a hard week: he arrested militants on Monday, then declared an end to the campaign.",
    ],
)
def test_things_claim_nothing(text: str) -> None:
    assert not any(row.claimant.lower() in ("end", "this") for row in rows(text))


def test_who_accuses_concedes_nothing() -> None:
    accused = last(
        "The Palestinian leadership accused Israel on Monday of killing three Palestinians.", "casualty"
    )
    owned = last("The Israeli army said on Monday that three of its soldiers were killed.", "casualty")
    assert (accused.standing, owned.standing) == ("claimed", "confirmed")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The minister said on Monday that such attacks on Goma were wrong.", "strike"),
        ("The president promised on Monday to end attacks on Israeli targets.", "strike"),
        ("Extremists found new ways on Monday to attack the United States.", "strike"),
        ("The three were standing at a bus stop on Monday.", "protest"),
        ("The youths were met with baton charges on Monday.", "talks"),
        ("Pakistan stands for peace, its president said on Monday.", "election"),
    ],
)
def test_what_is_no_event(text: str, kind: str) -> None:
    assert kind not in {row.kind for row in rows(text)}


def test_what_was_ended_and_helped_happened() -> None:
    assert last("Israel ended its attacks on Gaza on Monday.", "strike").actor == "Israel"
    assert not last("The army helped free 20 hostages on Monday.", "release").modality
    assert (
        last("The army will help free the hostages, a general said on Monday.", "release").modality == "will"
    )


def test_words_about_a_person_are_meant_for_him() -> None:
    row = last("The White House said on Monday that Omar Holm was guilty of murder.", "statement")
    assert row.target == "Omar Holm"


def test_shell_fire_does_not_burn() -> None:
    lexicon = load_lexicon()
    text = "Three men were killed by shell fire. Two barns were lost to fire."
    tree = Tree(text, parse(text))
    shots, blaze = (tree.phrase(i) for i, token in enumerate(tree.tokens) if token.lemma == "fire")
    assert "blaze" not in lexicon.types_of(shots)
    assert "blaze" in lexicon.types_of(blaze)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        # Police arrest at home, whatever place was told before; soldiers do not only there.
        ("Rebels shelled Srinagar on Monday. Pakistani police arrested two men.", "detention", "Pakistan"),
        ("Rebels shelled Srinagar on Monday. Pakistani soldiers arrested two men.", "detention", "Srinagar"),
        # A parliament stands in its land.
        (
            "Pakistan closed its embassy on Monday. Militants raided the parliament of India on Tuesday.",
            "strike",
            "India",
        ),
    ],
)
def test_police_and_parliaments_are_at_home(text: str, kind: str, place: str) -> None:
    assert last(text, kind).place == place


def test_no_state_bombs_by_suicide() -> None:
    around = (
        "Israel launched air strikes on Palestinian security offices on Monday. Two people were killed in {}."
    )
    assert last(around.format("suicide bombings"), "casualty").actor != "Israel"
    assert last(around.format("bombings"), "casualty").actor == "Israel"


def test_who_did_something_after_talks_met_the_others() -> None:
    text = (
        "EU ministers issued a message on Monday after talks in Brussels with the Israeli foreign minister."
    )
    assert "European Union" in last(text, "talks").actor
