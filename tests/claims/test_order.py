"""What a text says of order: which row it puts behind or before which other."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.claims.extract import extract
from toolkit.model import Article


def order(text: str) -> list[str]:
    """Each order that a text tells, by the words of both rows."""
    claims = extract(Article("a", text, "The Courier", published=date(2025, 6, 13)))
    words = {
        c.mention_id: text[c.start : c.end][c.told_start - c.start : c.told_end - c.start] for c in claims
    }
    return [
        f"{claim.kind} {part.split()[0]} {words[part.split(' ', 1)[1]]}"
        for claim in claims
        for part in filter(None, claim.order.split("; "))
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Clauses and nouns, in front and behind.
        ("Rebels shelled the town of Brenik hours after the ceasefire was signed.", "strike after hours after the"),
        ("After the talks in Oslo, the rebels seized the bridge.", "control after talks in Oslo"),
        ("The army shelled the port of Brenik ahead of the talks in Oslo.", "strike before talks in Oslo"),
        ("The army attacked the port once rebels captured Tarsk.", "strike after rebels captured Tarsk"),
        ("Rebels withdrew from Brenik only after the army shelled the port.", "withdrawal after the army shelled"),
        ("Rebels shelled the port in response to the seizure of Tarsk by the army.", "strike after seizure of Tarsk"),
        # What only took place, was begun or forced is the row that says what.
        ("The army attacked the port. The attack came after rebels seized Brenik.", "strike after rebels seized"),
        ("The army attacked the port of Velm. This came after rebels seized Brenik.", "strike after rebels seized"),
        ("The army launched its offensive in Brenik after rebels attacked Tarsk.", "advance after rebels attacked"),
        ("The army was forced to withdraw from Tarsk after rebels seized Brenik.", "withdrawal after rebels seized"),
        # "Follow", either way round.
        ("Drones struck Brenik. The strike was followed by talks in Oslo between the ministry and the rebels.",
         "talks after Drones struck Brenik"),
        # A definite noun means the one row told before.
        ("Rebels shelled Velm. The army captured Brenik ahead of the shelling.", "control before Rebels shelled"),
        ("Rebels shelled Velm. The army captured Brenik ahead of the shelling of Tarsk.", "control before shelling of"),
    ],
)  # fmt: skip
def test_order_is_read(text: str, told: str) -> None:
    (found,) = order(text)
    assert found.startswith(told)


def test_what_is_joined_shares_the_order_of_what_stands_in_front() -> None:
    told = order(
        "Drones struck the port of Brenik on 9 June. After the strike, the rebels seized Tarsk and entered Velm."
    )
    assert [each.split()[:2] for each in told] == [["control", "after"], ["advance", "after"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels shelled Velm weeks before the army entered Brenik on 9 June.",
         "before 2025-06-09/2025-06-09 “the army entered Brenik on 9 June”"),
        ("The army shelled Velm for the first time since the collapse of the dam in May.",
         "after 2025-05-01/2025-05-31 “the collapse of the dam in May”"),
        ("Rebels shelled Velm before talks in Oslo on 9 June 2025.",
         "before 2025-06-09/2025-06-09 “talks in Oslo on 9 June 2025”"),
        # A day that may lie behind or ahead, none, or none of its own.
        ("Rebels shelled Velm before talks in Oslo on Tuesday.", ""),
        ("Rebels shelled Velm before the army entered Brenik.", ""),
        ("Rebels will shell Velm after the army entered Brenik on 9 June.", ""),
    ],
)  # fmt: skip
def test_what_is_no_row_bounds_by_its_own_days(text: str, told: str) -> None:
    claims = extract(Article("a", text, "The Courier", published=date(2025, 6, 13)))
    assert [claim.order for claim in claims if claim.kind == "strike"] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Fighting in Brenik was heavier than after rebels seized Tarsk.",  # compared
        "Rebels seized the town of Tarsk after all.",
        "The governor testified before the hearing on the attack on Tarsk.",  # a body
        "After years of war the army seized the bridge in Brenik.",
        "Strike after strike hit the port of Brenik.",
        "Rebels entered Brenik before or after the army shelled Velm.",
        # Nothing is a fact that is denied, planned or possible.
        "The army did not shell the port until after rebels seized Tarsk.",
        "The army plans to shell Velm after rebels seized Brenik.",
        "The army could shell Velm after rebels seized Brenik.",
        "The army will attack Tarsk after the rebels leave Brenik.",
        "The rebels shelled the port before the army could seize the bridge.",
        # Another one, several, or none told before.
        "Rebels shelled Velm on 3 June. The army captured Brenik ahead of the next shelling.",
        "Rebels shelled Velm. Rebels shelled Tarsk. The army captured Brenik ahead of the shelling.",
        "Rebels shelled Velm on 3 June. The army captured Brenik ahead of another shelling.",
        # Order of day and hour, of no two rows.
        "The army shelled the port of Brenik after dark on 9 June.",
        "The army shelled the port of Brenik the day after.",
    ],
)
def test_no_order_is_read(text: str) -> None:
    assert order(text) == []


def test_answers_keep_what_they_answer() -> None:
    text = "The ministry said rebels had shelled Velm after the army seized Tarsk. The rebels denied the claim today."
    claims = extract(Article("a", text, "The Courier", published=date(2025, 6, 13)))
    (answer,) = (claim for claim in claims if claim.standing == "denied")
    assert answer.answers in {claim.mention_id for claim in claims}
    assert answer.order == ""


def test_what_an_answer_follows_or_precedes_is_no_row() -> None:
    text = "The regime acknowledged the loss of the headquarters after having denied it two days earlier."
    told = extract(Article("a", text, "The Courier", published=date(2025, 6, 13)))
    assert [row.standing for row in told] == ["confirmed", "denied"]
    assert not any(row.order for row in told)
