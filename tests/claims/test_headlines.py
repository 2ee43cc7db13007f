"""Titles: a row where the text under them tells nothing of that kind, read in the words of the article."""

from __future__ import annotations

from datetime import date

import pytest

from tests.faults import fault
from toolkit.claims.explain import explain
from toolkit.claims.extract import extract
from toolkit.claims.headlines import HEADLINE, in_words_of
from toolkit.model import Article, Claim

BELOW = "The night was loud. Nobody in Goma slept."


def article(title: str, text: str = BELOW) -> Article:
    return Article("a", text, "The Daily", title, published=date(2025, 6, 13))


def headlines(title: str, text: str = BELOW) -> list[Claim]:
    return [row for row in extract(article(title, text)) if row.headline]


@pytest.mark.parametrize(
    ("title", "kind", "actor", "place"),
    [
        ("Rwandan troops seize Goma", "control", "Rwanda", "Goma"),
        fault(
            "Rwandan Troops Seize Goma", "control", "Rwanda", "Goma", why="a title in capitals is not read"
        ),
        ("Rwandan troops seized Goma", "control", "Rwanda", "Goma"),
        ("Turkey offers talks", "offer", "Turkey", ""),
        ("Israeli strike kills nine in Gaza", "casualty", "Israel", "Gaza"),
        ("  Rwandan troops seized Goma ", "control", "Rwanda", "Goma"),
    ],
)
def test_a_title_tells_what_its_text_does_not(title: str, kind: str, actor: str, place: str) -> None:
    found = {row.kind: row for row in headlines(title)}
    assert (found[kind].actor, found[kind].place) == (actor, place)


def test_the_row_of_a_title_quotes_it() -> None:
    (row,) = headlines("Rwandan troops seize Goma")
    assert (row.mention_id, row.sentence, row.start, row.end) == ("a:title", HEADLINE, 0, len(row.title))
    assert row.quote == row.title == "Rwandan troops seize Goma"
    assert (row.claimant_start, row.claimant_end) == (None, None)
    assert row.published == date(2025, 6, 13)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        # Its text tells it, so that it would count twice.
        ("Rwandan troops seize Goma", "Rwandan troops seized the city of Goma on Monday."),
        # It asks, names nobody and nothing, or is no title at all.
        ("Will Rwandan troops seize Goma?", BELOW),
        ("What we know", BELOW),
        ("", BELOW),
        ("Rwandan troops seize Goma. " * 20, BELOW),
        # A day of its own does not make a row of no kind.
        ("Lorry falls from bridge near Nairobi on Monday", BELOW),
    ],
)
def test_a_title_that_makes_no_row(title: str, text: str) -> None:
    assert headlines(title, text) == []


def test_ids_stay_unique_beside_the_rows_of_the_text() -> None:
    rows = extract(article("Rwandan troops seize Goma", "Rwandan jets bombed a base in Bukavu on Monday."))
    assert [(row.kind, row.headline) for row in rows] == [("control", True), ("strike", False)]
    assert len({row.mention_id for row in rows}) == len(rows)


def test_a_title_is_written_as_the_text_writes_its_words() -> None:
    assert (
        in_words_of("Rebels Seize Airport", "Rebels seize all. The airport is shut.")
        == "Rebels seize airport"
    )
    assert in_words_of("Goma Falls", "They left Goma.") == "Goma Falls"


def test_the_row_of_a_title_is_explained() -> None:
    under = article("Rwandan troops seized Goma")
    (row,) = extract(under)
    lines = explain(under, row)
    assert lines[1] == "Rwandan troops event[seized] place[Goma]."
    assert any(line.startswith("who acts: Rwanda") for line in lines)
