"""Stories about other wars than the one that the shipped themes were made for."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.claims.extract import extract
from toolkit.claims.themes import load_theme
from toolkit.model import Article, Claim

PUBLISHED = date(2025, 11, 20)


def rows(text: str) -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=PUBLISHED))


@pytest.mark.parametrize(
    ("head", "side", "opponent"),
    [
        ("The RSF shelled the Sudanese army's base.", "Rapid Support Forces", "Sudan"),
        ("M23 fighters drove Congolese soldiers from the hill.", "M23", "DR Congo"),
        ("Hamas and Israel exchanged prisoners.", "Palestinians", "Israel"),
        ("Russia struck Odesa, Ukraine said; Iran denied that it had sent drones.", "Russia", "Ukraine"),
        ("The council met in June.", "Russia", "Ukraine"),
    ],
)
def test_the_sides_are_those_that_the_head_of_a_text_is_about(head, side, opponent):
    found = load_theme("conflict").fitting(head).sides.get(side)
    assert found is not None
    assert found.opponent == opponent


@pytest.mark.parametrize("theme", ["flood", "election"])
def test_a_theme_without_other_sides_keeps_its_own(theme):
    own = load_theme(theme)
    assert own.fitting("Hamas and Israel exchanged prisoners.") is own


@pytest.mark.parametrize(
    ("text", "kind", "standing", "actor"),
    [
        ("The RSF said on Monday that it had captured a base of the Sudanese army.", "control", "claimed",
         "Rapid Support Forces"),
        ("The Sudanese army said on Monday that its forces had withdrawn from the city.", "withdrawal", "confirmed",
         "Sudan"),
        ("The Congolese government has not confirmed that the town has fallen to M23.", "control",
         "unconfirmed", "M23"),
        ("Israel's military said Israeli jets struck a depot near Tehran on Sunday.", "strike", "claimed", "Israel"),
        ("The rebels entered the town overnight, the Myanmar army said.", "advance", "confirmed", "Myanmar rebels"),
        ("The enemy has captured the village, Ukraine's General Staff said.", "control", "confirmed", "Russia"),
        ("Despite enemy fire our troops captured the village, Ukraine's General Staff said.", "control", "claimed",
         "Ukraine"),
        ("Pakistan's army said on Monday that six of its soldiers were killed in Indian shelling.", "casualty",
         "confirmed", "Pakistan"),
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
    assert rows(text) == []
