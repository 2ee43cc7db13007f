"""Which names are places, by what an article says of them; no table knows any of these names."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.claims.extract import open_story
from toolkit.model import Article


def shown(text: str) -> set[str]:
    """The names that a text shows to be places."""
    story = open_story(
        Article("a", text, "The Daily", published=date(2025, 6, 13)), None, None, None, "spacy"
    )
    return set(story.place_names)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # What stands behind a preposition of place, whatever the parse takes the name for.
        ("The garrison surrendered near Konvale on the same Sunday.", "Konvale"),
        ("A lorry turned back at Hsambi after its wheels hit mines.", "Hsambi"),
        ("The militia took the toll gate at Namdar on November 5.", "Namdar"),
        ("The army closed the last road out of Lautkai.", "Lautkai"),
        ("Most of them live around Hsambi and Kutdar.", "Kutdar"),
        ("The airfield at Qalat Suvar, about 60 miles north of Nasiriyah, fell on Thursday.", "Qalat Suvar"),
        ("Marines landed north of Tuvari on Monday.", "Tuvari"),
        # What sites are called after.
        ("The rebels raised their flag over the Salwin bridge on November 12.", "Salwin"),
        ("A bomb flattened a farmhouse in the Janabur suburb on Saturday evening.", "Janabur"),
        ("The wall of the Kiamvere dam burst.", "Kiamvere"),
        ("The column occupied the crossroads of In-Avarak on July 22.", "In-Avarak"),
        # What is shelled, entered or left.
        ("Soldiers shelled Pauktar from the sea.", "Pauktar"),
        ("The convoy reached Tinzavar on Friday and left Kidvar on Sunday.", "Tinzavar"),
        ("Fighting went on in the city of el-Vasher.", "el-Vasher"),
    ],
)
def test_a_name_that_is_a_place(text: str, place: str) -> None:
    assert place in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Konvale said on Sunday that nobody had surrendered.",
        "The garrison was attacked by Konvale on Sunday.",
        "According to Konvale, the garrison surrendered.",
        "The garrison surrendered with Namdar on Sunday.",
        "The drills ended in May.",
        "Rebels took the Thai outpost.",
        "Troops entered the town and Kovalenko resigned.",
        # Said once to be a place, and again and again to act.
        "Protests broke out against Hizbar. Hizbar said so. Hizbar told reporters. The strike was led by Hizbar.",
    ],
)
def test_a_name_that_is_none(text: str) -> None:
    assert shown(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Jonas Adler, a publisher, was fined. The rules mandated hostility towards Adler. Adler said so.",
            "Adler",
        ),
        ("The letter was written in English.", "English"),
        ("The Council met in State on Monday, and nine of the Ministers were held.", "Ministers"),
    ],
)
def test_people_languages_and_offices_are_no_places(text: str, name: str) -> None:
    story = open_story(
        Article("a", text, "The Daily", published=date(2025, 6, 13)), None, None, None, "spacy"
    )
    found = {place.place.name for each in story.sentences.values() for place in story.places(each)}
    assert name not in story.place_names | found
