"""Habits of outlets from anywhere: a coup by soldiers, a foreign dateline, offices with names, measures of the day."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.claims.extract import extract
from toolkit.model import Article, Claim


def rows(text: str) -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=date(2026, 6, 12)))


def last(text: str, kind: str) -> Claim:
    return [row for row in rows(text) if row.kind == kind][-1]


@pytest.mark.parametrize(("text", "kind", "actor", "target"), [
    # Soldiers who take power are a party of their own, and the state is another.
    ("Officers seized power in Gabon on Friday. On Saturday the army closed the border.", "other", "Gabon junta", None),
    # Where an article is dated is no party of what happens elsewhere.
    ("DAKAR, June 12 (Agency) -- The officers who seized power in Gabon on Friday have named a president.",
     "coup", "officers", None),
    # Who is moved moves.
    ("American troops were deployed to Poland on Friday.", "mobilisation", "United States", ""),
    # Who works for a body acts for it; who speaks for somebody speaks for whom he does.
    ("The Red Cross said its volunteers had distributed food to 1,200 families.", "aid", "Red Cross", None),
    # From whom people flee.
    ("Residents of Sotk fled to Vardenis after Azerbaijani shells destroyed 20 houses.", "displacement", "civilians",
     "Azerbaijan"),
    # What kills is done by nobody who is killed.
    ("Seven civilians were killed by shelling near Goma on Friday.", "casualty", "", "civilians"),
])  # fmt: skip
def test_who_takes_part(text: str, kind: str, actor: str, target: str | None) -> None:
    row = last(text, kind)
    assert row.actor == actor
    assert target is None or row.target == target


@pytest.mark.parametrize(("text", "kind", "claimant"), [
    ("The army’s chief of staff, Gen. Ali Omar, said Sudanese troops had seized Bara.", "control", "Gen. Ali Omar"),
    ("Sudan’s defence minister, Lt. Gen. Ali Omar, said troops had seized Bara.", "control", "Lt. Gen. Ali Omar"),
    ("The interior minister was detained on Friday, according to her party, Madem.", "detention", "Madem"),
    ("The minister met European diplomats in Geneva who urged him to sign the treaty.", "demand",
     "European diplomats"),
    ("Fighting raged with the Israeli army announcing raids. Reports say shells destroyed a house in Haifa.",
     "strike", "Reports"),
])  # fmt: skip
def test_who_says_so(text: str, kind: str, claimant: str) -> None:
    assert last(text, kind).claimant == claimant


@pytest.mark.parametrize(("text", "kind", "place"), [
    ("Delegates met in Washington on Friday. Burundi has shut its border with Congo.", "other", "Burundi"),
    ("Reinforcements were dispatched from Omdurman on Friday.", "mobilisation", "Omdurman"),
    ("Along the Line of Control there were clashes between India and Pakistan on Friday.", "clash", "Line of Control"),
])  # fmt: skip
def test_where_it_is(text: str, kind: str, place: str) -> None:
    assert last(text, kind).place == place


def test_what_shakes_the_ground_is_no_blow() -> None:
    told = rows(
        "At least 68 people were killed and hundreds injured after an earthquake hit western Nepal on Friday."
    )
    assert {row.kind for row in told} == {"casualty", "disaster"}
    assert all(not row.actor for row in told)


def test_how_somebody_is_accused_of_speaking_is_not_his_word() -> None:
    told = rows("Opposition leader Rekha Gurung accused the government of Nepal of reacting too slowly.")
    assert [row.claimant for row in told] == ["Rekha Gurung"] or [
        "Gurung" in row.claimant for row in told
    ] == [True]


def test_nobody_is_reached_by_rescuers() -> None:
    assert "no_comment" not in {
        row.kind for row in rows("Rescuers had not reached Barekot by Friday, officials said.")
    }
