"""Stories about other wars than the one that the shipped themes were made for."""

from __future__ import annotations

from datetime import date

import pytest

from tests.faults import fault
from toolkit.claims.cases import case_for
from toolkit.claims.extract import extract
from toolkit.model import UNTYPED, Article, Claim

PUBLISHED = date(2025, 11, 20)


def rows(text: str) -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=PUBLISHED))


@pytest.mark.parametrize(
    ("head", "name", "side"),
    [
        ("Hamas and Israel exchanged prisoners.", "Hamas", "Palestinians"),
        ("Russia struck Odesa, Ukraine said; Iran denied that it had sent drones.", "Kyiv", "Ukraine"),
    ],
)
def test_a_text_belongs_to_the_case_whose_names_it_holds(head, name, side):
    found = case_for(head).sides.of(name)
    assert found is not None
    assert found.name == side


def test_the_events_of_a_case_are_those_of_its_own_texts():
    assert case_for("Hamas and Israel exchanged prisoners.").events == ()
    assert case_for("Russia struck Odesa, Ukraine said; Ukraine struck Belgorod, Russia said.").events != ()


@pytest.mark.parametrize(
    ("text", "kind", "standing", "actor"),
    [
        ("The RSF said on Monday that it had captured a base of the Sudanese army.", "control", "claimed",
         "RSF"),
        ("The Sudanese army said on Monday that its forces had withdrawn from the city.", "withdrawal", "confirmed",
         "Sudan"),
        ("The Congolese government has not confirmed that the town has fallen to M23.", "control",
         "unconfirmed", "M23"),
        ("Israel's military said Israeli jets struck a depot near Tehran on Sunday.", "strike", "claimed", "Israel"),
        fault("The rebels entered the town overnight, the Myanmar army said.", "advance", "confirmed", "Myanmar rebels",
              why="who loses where nobody is named is not filled in"),
        fault("The enemy has captured the village, Ukraine's General Staff said.", "control", "confirmed", "Russia",
              why="who loses where nobody is named is not filled in"),
        ("Despite enemy fire our troops captured the village, Ukraine's General Staff said.", "control", "claimed",
         "Ukraine"),
        ("Pakistan's army said on Monday that six of its soldiers were killed in Indian shelling.", "casualty",
         "confirmed", "India"),
    ],
)  # fmt: skip
def test_who_gains_claims_and_who_loses_confirms(text, kind, standing, actor):
    row = next(row for row in rows(text) if row.kind == kind)
    assert row.standing == standing
    assert row.actor == actor


@pytest.mark.parametrize(
    "text",
    [
        "Israeli researchers entered a new field, the university said.",
        "The Congolese team took the lead in Goma.",
    ],
)
def test_peaceful_news_of_the_same_countries_makes_no_row(text):
    assert [row for row in rows(text) if row.kind != UNTYPED] == []
