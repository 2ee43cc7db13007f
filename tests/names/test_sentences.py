"""One spelling for one place in the sentences of claims, and "the" where an acronym has it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.timeline.handmade import claim
from toolkit.names.naming import named
from toolkit.names.sentences import articled, definite, one_each, respelled
from toolkit.timeline.table import to_frame


@pytest.mark.parametrize(
    ("places", "sentence", "expected"),
    [
        (["El Obeid"], "The army shells al-Obeid", "The army shells El Obeid"),
        (["El Fasher"], "Aid reaches El-Fashir", "Aid reaches El Fasher"),
        (["Al Hudaydah"], "Ships leave al-Hudaydah’s port", "Ships leave Al Hudaydah’s port"),
        (["Zaporizhzhia"], "A post near Zaporizhzhya falls", "A post near Zaporizhzhia falls"),
        # Alike in their consonants, and without an article on either side.
        (["Mora"], "Mira leaves the town", "Mira leaves the town"),
        (["Goma"], "The Gama clan flees", "The Gama clan flees"),
        (["North Darfur"], "Darfur burns", "Darfur burns"),
    ],
)
def test_a_place_is_spelled_as_the_record_spells_it(places: list[str], sentence: str, expected: str) -> None:
    assert respelled(sentence, one_each(places)) == expected


def test_who_speaks_is_no_place() -> None:
    said = claim("a", 0, "Al Jazeera saw it.", place="Al Jazirah", outlet="Al Jazeera")
    frame = named(to_frame([replace(said, statement="Al Jazeera sees it")]))
    assert frame["statement"].tolist() == ["Al Jazeera sees it"]


def test_quotations_stay_as_they_are() -> None:
    told = replace(
        claim("a", 0, "They left al-Fashir.", place="El Fasher"),
        statement="The men leave al-Fashir",
        statement_past="the men had left al-Fashir",
    )
    row = named(to_frame([told])).iloc[0]
    assert row["statement"] == "The men leave El Fasher"
    assert row["statement_past"] == "the men had left El Fasher"
    assert row["quote"] == "They left al-Fashir."


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        (["The SAF left. SAF officers wept."], {"SAF"}),
        (["NATO met. A NATO envoy spoke to the UN."], {"UN"}),
        (["He fled to the US Embassy."], set()),  # a part of a longer name
        ([], set()),
    ],
)
def test_which_acronyms_have_an_article(quotes: list[str], expected: set[str]) -> None:
    assert definite(quotes) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("SAF holds the base", "The SAF holds the base"),
        ("The base falls to SAF", "The base falls to the SAF"),
        ("The SAF holds the base", "The SAF holds the base"),
        ("Two SAF posts fall", "Two SAF posts fall"),
        ("SAF-held towns fall", "SAF-held towns fall"),
        ("NATO holds talks", "NATO holds talks"),
    ],
)
def test_an_acronym_has_its_article(sentence: str, expected: str) -> None:
    assert articled(sentence, {"SAF"}) == expected
