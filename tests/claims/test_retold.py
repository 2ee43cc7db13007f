"""Days of saying that the sentence itself does not tell, in made-up articles published on Friday 13 June 2025."""

from datetime import date

import pytest

from tests.faults import examples, open_fault
from toolkit.claims.extract import extract
from toolkit.model import Article

FRIDAY = date(2025, 6, 13)
MONDAY, TUESDAY = date(2025, 6, 9), date(2025, 6, 10)

# The text, and the first and last day on which its last claim was said.
SAID = {
    "the same source goes on": (
        "The General Staff of Ukraine said on Tuesday that it rained. It added that Russian troops had entered Lyman.",
        (TUESDAY, TUESDAY),
    ),
    "another source does not": (
        "The General Staff of Ukraine said on Tuesday that it was raining. "
        "The Russian ministry said that its troops had entered Lyman.",
        (None, FRIDAY),
    ),
    "the same source at some other time": (
        "The General Staff of Ukraine said on Tuesday that it rained. It has said that Russian troops entered Lyman.",
        (None, FRIDAY),
    ),
    "the same source, much later": (
        "The General Staff of Ukraine said on Tuesday that it was raining. It rained. It snowed. It was cold. "
        "The General Staff of Ukraine said that Russian troops had entered Lyman.",
        (None, FRIDAY),
    ),
    "envoys speak at the talks": (
        "Monday's talks in Geneva brought nothing. Russian negotiators warned Kyiv of harder terms.",
        (MONDAY, MONDAY),
    ),
    "others do not speak at the talks": (
        "Monday's talks in Geneva brought nothing. The Russian parliament warned Kyiv of harder terms.",
        (None, FRIDAY),
    ),
    "told by the report of the outlet": (
        "The Daily Herald reported on Tuesday that the war went on. It was long. It was cold. "
        "Two Ukrainian officers told The Daily Herald that Russian troops had entered Lyman.",
        (None, TUESDAY),
    ),
    "the same source goes on telling the outlet": (
        "The Daily Herald reported on Tuesday that it was war. It was long. It was cold. Two Ukrainian officers told "
        "The Daily Herald that it rained. The officers added that Russian troops had entered Lyman.",
        (None, TUESDAY),
    ),
    "told to another outlet": (
        "The Daily Herald reported on Tuesday that the war went on. It was long. It was cold. "
        "Two Ukrainian officers told The Weekly Post that Russian troops had entered Lyman.",
        (None, FRIDAY),
    ),
    "dated by the sentence behind": (
        "The Russian ministry said that its troops had entered Lyman. The statement was published on Tuesday.",
        (TUESDAY, TUESDAY),
    ),
    "what the sentence behind does not date": (
        "The Russian ministry said that its troops had captured Lyman. The statement was not shown on Tuesday.",
        (None, FRIDAY),
    ),
    "then": (
        "The plan brings back a report of May: the paper then cited a Russian general as saying that "
        "troops had entered Lyman.",
        (date(2025, 5, 1), date(2025, 5, 31)),
    ),
    "with the answer": (
        "The Russian ministry said on Tuesday that its troops had captured Lyman. Ukraine's General Staff denied it on "
        "the same day: it said that Russian troops had entered Torske.",
        (TUESDAY, TUESDAY),
    ),
    "not confirmed at the time": (
        "The Russian ministry said that its troops had captured Lyman. The Daily Herald reported so on Tuesday, but "
        "the Ukrainian military did not confirm it at the time.",
        (TUESDAY, TUESDAY),
    ),
}


FAULTS = {
    "with the answer": "“it” is the side that is answered, and the day of the answer is lost",
}


def claims(text):
    return extract(Article("a1", text, "The Daily", published=FRIDAY), themes=["conflict", "diplomacy"])


@pytest.mark.parametrize(("text", "days"), examples(SAID, FAULTS))
def test_when_it_was_said(text, days):
    row = claims(text)[-1]
    assert (row.said_start, row.said_end) == days, row


@open_fault("a government's saying does not take the day on which its official said the same")
def test_a_government_said_it_when_its_official_did():
    first, *_ = claims(
        "Ukraine has confirmed that Russian troops have entered the Sumy region. Ivan Petrenko of Ukraine's army told "
        "the BBC on Tuesday that Russian troops had entered the Sumy region."
    )
    assert (first.said_start, first.said_end, first.event_end) == (TUESDAY, TUESDAY, TUESDAY)


def test_officials_of_the_other_side_date_nothing():
    first, *_ = claims(
        "Ukraine has confirmed that Russian troops have entered the Sumy region. Ivan Petrov of the Russian army said "
        "on Tuesday that its troops had entered the Sumy region."
    )
    assert (first.said_start, first.said_end) == (None, FRIDAY)


def test_what_was_done_until_now_has_no_date_of_the_clause_before():
    last = claims(
        "In late May Russian forces advanced in Luhansk, and other troops have seized the village of Yunakivka."
    )[-1]
    assert (last.event_start, last.event_end) == (None, FRIDAY)


def test_who_places_an_event_on_a_day_does_not_speak_on_it():
    (row,) = claims("Two Ukrainian officers placed the advance of Russian troops into Lyman on June 7.")
    assert (row.event_start, row.event_end) == (date(2025, 6, 7), date(2025, 6, 7))
    assert row.said_end == FRIDAY
