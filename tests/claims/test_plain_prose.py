"""What ordinary prose of any age tells: histories, court reports, names with their states, forces without a nation."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.prose import last, rows
from toolkit.claims.places.around import is_residence, is_shortened
from toolkit.language import parse
from toolkit.language.misread import as_bodies


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        # The beginning of a longer name is no place of its own.
        ("Rebels were released from prison outside San Carmelo on Monday.", "release", "San Carmelo"),
        # A sentence may turn to a place.
        ("Soldiers left Ulvan on Monday. As for El Tarmo, rebels seized the main square on Tuesday.", "control",
         "El Tarmo"),
        # "The town" is none in which only the speaker sits.
        ("Rebels besieged Tarmo on Monday. The defence ministry in Bogota denied that the town had fallen.", "control",
         "Tarmo"),
        # What happens at the same time elsewhere says nothing of where.
        ("A court in Kyrgyzstan jailed a party leader on Monday, while troops cleared a square in Osh.", "detention",
         "Kyrgyzstan"),
        # A town lies in what is named behind it.
        ("A bomb hit a bank in Birmingham, Ala., on Monday.", "strike", "Birmingham"),
    ],
)  # fmt: skip
def test_the_place_that_is_meant(text: str, kind: str, place: str) -> None:
    assert last(text, kind).place == place


def test_a_town_lies_in_what_is_named_behind_it() -> None:
    def at(text: str) -> str:
        row = last(text, "strike")
        return row.place_id

    english = at("A bomb hit a bank in Birmingham on Monday. Britain mourned.")
    american = at("A bomb hit a bank in Birmingham, Ala., on Monday. Britain mourned.")
    assert english != american
    assert at("A bomb hit a bank in Birmingham, Wyo., on Monday. Britain mourned.") == ""  # in no table
    assert is_shortened("Vt.")
    assert not is_shortened("Vermont")


def test_where_somebody_lives_is_no_place_of_what_befalls_him() -> None:
    assert last("A warrant was issued on Monday for Omar Holm, 44, of Birmingham.", "detention").place == ""
    assert is_residence("Omar Holm, 44, of Arl", 18)
    assert not is_residence("the siege of Arl", 13)


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        # People with a capital at the beginning of a sentence are no name.
        ("Fighters of Colombia's National Liberation Army have cut the road to Tarmo.", "siege",
         "National Liberation Army"),
        # Groups by the names of their troops, whatever else is told of them.
        ("Sweden bombed Arl on Monday. The remaining Orvian units fled west on Tuesday.", "withdrawal", "Orvian"),
        ("The Allies repelled Swedish troops at Arl on Monday.", "clash", "Allies"),
        # A state that is no more keeps its name.
        ("Soviet troops stormed Berlin on Monday.", "advance", "Soviet Union"),
        # The ministers and soldiers of the only state that an article plays in.
        ("Rebels shelled Cali and Pasto on Monday. Two battalions were airlifted to Cali on Tuesday.", "mobilisation",
         "Colombia"),
        # No nation is meant by the beginning of a place's name.
        ("Omar Holm was arrested in Vancouver, British Columbia, on Monday.", "detention", "Canada"),
    ],
)  # fmt: skip
def test_who_acts(text: str, kind: str, actor: str) -> None:
    assert last(text, kind).actor == actor


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Ground forces left Arl on Monday. Ground forces came back on Friday.", "Ground"),
        ("The army won at the Battle of Franklin on Monday. They won a victory at Arl.", "Franklin"),
        ("Makeni troops left Arl on Monday, and the Makeni troops came back.", "Makeni"),
    ],
)
def test_no_group_is_made_of_a_sort_or_a_town(text: str, nobody: str) -> None:
    assert nobody not in {row.actor for row in rows(text)}


def test_whose_words_stand_for_whom() -> None:
    text = "The body was handed to the Red Cross, whose delegates were received in Cali on Saturday."
    assert last(text, "talks").target == "Red Cross"


def test_who_faces_charges_is_not_who_brings_them() -> None:
    assert last("Omar Holm faces a federal charge of murder.", "trial").actor == ""


HISTORY = (
    "In early May 1942 the Orvian fleet attacked Port Arl. In June 1942 the Ulvans bombed Sarn. The war went on. In "
    "late 1942 an offensive into Arl failed. By February 1943 the Ulvan army had lost Sarn. The front did not move. In "
    "March 1943 Orvian troops crossed the Tarn. In April 1943 they besieged Sarn. Snow fell. The town fell in May 1943."
    " Many houses burned. In June 1943 both sides signed a truce. The war was over. Peace came."
)


def test_a_history_is_no_opinion_and_its_years_are_not_too_old() -> None:
    kinds = [row.kind for row in rows(HISTORY, date(1945, 9, 3)) if row.kind != "event"]
    assert {"strike", "siege", "agreement", "advance"} <= set(kinds)


@pytest.mark.parametrize(
    ("text", "kind", "first", "last_day"),
    [
        # Nobody dies twice.
        ("Omar Holm was shot dead on the night of May 23. A man was charged on Thursday with the murder of Holm. "
         "Police said the killing of Holm was planned.", "assassination", date(2025, 5, 23), date(2025, 5, 23)),
        # A blow that killed did so on its own day.
        ("The January 2025 bombing of a clinic that killed an officer shocked the town.", "casualty",
         date(2025, 1, 1), date(2025, 1, 31)),
        # A season before an offensive says of which sort it is.
        ("The Orvians launched their summer offensive against Ulvan in June 2024.", "advance", date(2024, 6, 1),
         date(2024, 6, 30)),
        # A day before a subject that is interrupted.
("On April 8, inspectors, hoping to find the records, searched the office of the firm.",
         "inspection", date(2025, 4, 8), date(2025, 4, 8)),
    ],
)  # fmt: skip
def test_when_it_was(text: str, kind: str, first: date, last_day: date) -> None:
    row = last(text, kind)
    assert (row.event_start, row.event_end) == (first, last_day)


def test_two_days_of_one_death_settle_nothing() -> None:
    text = "Omar Holm was shot dead on May 23. Omar Holm was shot dead on May 25. The killing of Holm was planned."
    assert "of this death" not in last(text, "assassination").event_why


@pytest.mark.parametrize(
    ("text", "word", "pos", "head"),
    [
        ("On August 15, 1945 Japan surrendered.", "1945", "numeral", "August"),
        ("The bombing of a clinic that killed an officer shocked the town.", "killed", "verb", "bombing"),
        ("He is charged in attacks, including the bombing that killed one.", "killed", "verb", "bombing"),
        ("Soldiers of the guard left.", "Soldiers", "noun", "left"),
    ],
)
def test_words_hang_where_they_belong(text: str, word: str, pos: str, head: str) -> None:
    parsed = parse(text)
    token = next(t for t in parsed.tokens if text[t.start : t.end] == word)
    above = parsed.tokens[token.head]
    assert (token.pos, text[above.start : above.end]) == (pos, head)


def test_what_had_to_be_done_was_done() -> None:
    assert last("The garrison had to surrender on Monday.", "withdrawal").modality == ""
    assert not [
        row for row in rows("The garrison has to surrender.") if row.kind == "withdrawal" and not row.modality
    ]


def test_a_known_group_is_no_person_whatever_the_parse_takes_it_for() -> None:
    row = last("The Houthis withdrew from Hodeidah on Tuesday.", "withdrawal")
    assert (row.actor, row.place) == ("Houthis", "Hodeidah")
    text = "The Houthis withdrew from Hodeidah."
    parsed = as_bodies(parse(text), {(4, 11)})
    assert [kind for first, last, kind in parsed.entities if first <= 1 < last] == ["body"]
    assert as_bodies(parse(text), frozenset()).entities == parse(text).entities


def test_peoples_are_many_and_keep_their_capital() -> None:
    assert (
        last("The Japanese withdrew their troops on Monday.", "withdrawal").statement
        == "The Japanese withdraw their troops"
    )
    assert last("American forces moved toward Arl on Monday.", "advance").statement.startswith(
        "American forces"
    )
