"""Answers to earlier claims: the claim once more, with another voice, another day and another standing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.faults import fault, open_fault
from toolkit.claims.extract import extract
from toolkit.model import Article, Claim

MONDAY, TUESDAY, WEDNESDAY, FRIDAY = (date(2025, 6, day) for day in (9, 10, 11, 13))
CLAIM = "Rwanda said on Monday that its troops had captured Goma. "
ARMY = "Congolese army"


def rows(text: str) -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=FRIDAY))


ANSWERS = [
    ("The Congolese army denied it on Tuesday.", "denied", ARMY, (TUESDAY, TUESDAY)),
    ("The Congolese army rejected the claim on Tuesday.", "denied", ARMY, (TUESDAY, TUESDAY)),
    ("The Congolese army dismissed that report on Tuesday.", "denied", ARMY, (TUESDAY, TUESDAY)),
    ("The claim was rejected by the Congolese army on Tuesday.", "denied", ARMY, (TUESDAY, TUESDAY)),
    ("The Congolese army denied it the same day.", "denied", ARMY, (MONDAY, MONDAY)),
    ("The Congolese army denied it.", "denied", ARMY, (MONDAY, FRIDAY)),  # not before what it answers
    ("The Congolese army confirmed it on Tuesday.", "confirmed", ARMY, (TUESDAY, TUESDAY)),
    ("The Congolese army acknowledged the loss of the city on Tuesday.", "confirmed", ARMY, (TUESDAY, TUESDAY)),
    ("The Congolese army has not confirmed the claim.", "unconfirmed", ARMY, (FRIDAY, FRIDAY)),
    ("The Congolese army could not confirm the claim.", "unconfirmed", ARMY, (MONDAY, FRIDAY)),
    ("The Rwandan government repeated the claim on Wednesday.", "claimed", "Rwandan government",
     (WEDNESDAY, WEDNESDAY)),
]  # fmt: skip
FAULTS = {7: "an acknowledged loss of a place answers no claim"}


@pytest.mark.parametrize(
    ("answer", "standing", "claimant", "said"),
    [fault(*each, why=FAULTS[n]) if n in FAULTS else each for n, each in enumerate(ANSWERS)],
)
def test_an_answer(answer: str, standing: str, claimant: str, said: tuple[date, date]) -> None:
    claim, row = rows(CLAIM + answer)
    assert (
        (row.kind, row.place, row.actor)
        == (claim.kind, "Goma", "Rwanda")
        == ("control", claim.place, claim.actor)
    )
    assert (row.standing, row.claimant) == (standing, claimant)
    assert (row.said_start, row.said_end) == said
    assert (row.negated, row.modality) == (False, "")
    assert row.quote == answer


def test_what_is_answered_happened_when_it_was_claimed_to() -> None:
    claim, answer = rows(
        "Rwandan troops captured Goma on Monday, Rwanda said. The Congolese army denied it on Tuesday."
    )
    assert (answer.event_start, answer.event_end) == (claim.event_start, claim.event_end) == (MONDAY, MONDAY)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # The last claim, unless the words name whose claim, where or which day is meant.
        ("Rwanda said that its troops had captured Goma. Sudan said that its army had captured Khartoum. "
         "The United Nations rejected the claim.", "Khartoum"),
        ("Rwanda said that its troops had captured Goma. Sudan said that its army had captured Khartoum. "
         "The United Nations rejected Rwanda's claim.", "Goma"),
        ("Rwanda said that its troops had captured Goma. Sudan said that its army had captured Khartoum. "
         "The United Nations denied the reports from Goma.", "Goma"),
    ],
)  # fmt: skip
def test_whose_claim_is_answered(text: str, place: str) -> None:
    assert [row.place for row in rows(text) if row.standing == "denied"] == [place]


def test_a_claim_and_its_answer_in_one_sentence() -> None:
    claim, answer = rows(
        "Rwanda said on Monday that its troops had captured Goma, but the Congolese army denied it."
    )
    assert (claim.standing, answer.standing, answer.place) == ("claimed", "denied", "Goma")


@pytest.mark.parametrize(
    ("relative", "standing"),
    [
        ("the Congolese army denied on Tuesday", "denied"),
        fault("the Congolese army did not confirm", "unconfirmed", why="answers nothing"),
    ],
)
def test_a_claim_that_somebody_answers_in_a_relative_clause(relative: str, standing: str) -> None:
    claim, answer = rows(f"Rwanda said on Monday that its troops had captured Goma, a claim that {relative}.")
    assert (claim.standing, answer.standing, answer.place) == ("claimed", standing, "Goma")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # There is no claim to answer; an offer is refused, not denied; a condition answers nothing.
        ("The Congolese army denied it.", ["statement"]),
        ("Thailand offered talks. Cambodia rejected the offer on Tuesday.", ["offer", "refusal"]),
        (CLAIM + "If the Congolese army confirms it, the talks will end.", ["control"]),
    ],
)
def test_what_answers_no_claim(text: str, kinds: list[str]) -> None:
    found = rows(text)
    assert [row.kind for row in found][: len(kinds)] == kinds
    assert not any(row.rule.startswith("response") for row in found)


@open_fault("an offer has the day on which it was rejected")
def test_an_offer_was_made_before_it_was_rejected() -> None:
    offer, refusal = rows("Thailand offered talks. Cambodia rejected the offer on Tuesday.")
    assert offer.event_start is None or offer.event_start < refusal.event_start


@pytest.mark.parametrize(
    "answer",
    [
        "The Congolese army rejected suggestions that its garrison had been too small.",
        "The Congolese army dismissed reports that work in the mines went on.",
        "The Congolese army rejected any suggestion of a joint operation.",
    ],
)
def test_a_denial_that_tells_what_it_denies_answers_nothing_else(answer: str) -> None:
    assert [(row.kind, row.standing) for row in rows(CLAIM + answer) if row.kind == "control"] == [
        ("control", "claimed")
    ]
