"""Who says so is a noun phrase: no number, time, quotation or end of another sentence before it."""

from __future__ import annotations

import pytest

from toolkit.claims.attribution.attribute import attribute
from toolkit.claims.attribution.sources import resolve_source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Police said at least two people died.", "Police"),
        ("At least two people died, the two officials said.", "the two officials"),
        ("Two people died, all three officers said on Monday.", "all three officers"),
        ("Two people died, at least two officials said.", "at least two officials"),
        ("45 minutes later Washington said that the ships had left.", "Washington"),
        ("Two days later the mayor said it was over.", "the mayor"),
        ("Some 20 officials said it was over.", "Some 20 officials"),
        ("08:40 Jimmy Brun, a docker, said in a video that he would go on.", "Jimmy Brun, a docker"),
        ("20:45 Washington says it will send aid.", "Washington"),
        ("The “Free Army” said it was over.", "The “Free Army”"),
        ("“It is over,” the minister said in a “stern warning” sent by the agency, adding there was a price.",
         "the minister"),
    ],
)  # fmt: skip
def test_a_source_is_a_noun_phrase(text: str, source: str) -> None:
    assert {text[slice(*span)] for each in attribute(text) for span in each.source or ()} == {source}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "It left two hours before the departure. The water board, which had cleared it, said no.",
            "water board",
        ),
        ("Gen. Ivo Holm, who leads the mission, said no.", "Gen. Ivo Holm"),
        ("ACCRA, Ghana — Soldiers who say they have seized power closed the borders.", "Soldiers"),
    ],
)
def test_who_stands_for_a_phrase_of_its_own_sentence(text: str, source: str) -> None:
    at = max(text.find(" who "), text.find(" which ")) + 1
    assert resolve_source(text, (at, text.find(" ", at)), []) == source
