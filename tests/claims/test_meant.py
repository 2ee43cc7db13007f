"""The place that words without a name take up, in made-up articles."""

from datetime import date

import pytest

from tests.faults import examples
from toolkit.claims.extract import extract
from toolkit.model import Article

PLACES = {
    "the region, not the village named last": (
        "Shells fell in the Sumy region. Drones hit the village of Yunakivka. Russian troops entered the region.",
        "Sumy region",
    ),
    "the border, many sentences later": (
        "Russian troops stood on the edge of the Sumy region. It rained. It was cold. Nobody slept. Roads were closed. "
        "Russian soldiers crossed the border at night.",
        "Sumy region",
    ),
    "a border that is named": (
        "Fighting continues in the Sumy region. Russian soldiers crossed the border with Ruritania at night.",
        "",
    ),
    "a foothold placed before": (
        "The paper wrote of the Sumy region. The Evening Post reported that Russian soldiers had a foothold.",
        "Sumy region",
    ),
    "where those go who come from somewhere": (
        "Kharkiv was calm, but the Sumy region was not. Russian soldiers had come over from Luhansk at night.",
        "Sumy region",
    ),
    "who leaves does not go": (
        "The Sumy region was calm. Russian troops withdrew from Kupyansk at night.",
        "Kupyansk",
    ),
    "in the capital": ("On Tuesday Zelensky met a Polish general in the capital.", "Kyiv"),
    "in the capital of another": (
        "On Tuesday Zelensky met a Polish general in the capital of Ruritania.",
        "Ruritania",
    ),
    "where others met is not where it is refused": (
        "In Geneva, envoys met for talks, and Moscow has refused a truce.",
        "",
    ),
}


FAULTS = {
    "a border that is named": "the border with another country is put in the region named before",
    "in the capital": "“the capital” is no place (`places.meant.capital` is called by nobody)",
    "where others met is not where it is refused": "an act of speech stands where others met",
}


@pytest.mark.parametrize(("text", "place"), examples(PLACES, FAULTS))
def test_the_place_that_is_meant(text, place):
    rows = extract(Article("a1", text, "The Daily", published=date(2025, 6, 13)))
    assert rows[-1].place == place, rows[-1]
