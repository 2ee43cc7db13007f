"""What a row takes from its passage says so, and nobody becomes a doer or an enemy without words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from toolkit.claims.actors import officeholders
from toolkit.claims.actors.officeholders import in_office
from toolkit.claims.actors.vocabulary import nations
from toolkit.claims.cases.sides import shared_sides
from toolkit.claims.extract import extract
from toolkit.claims.text.quotes import quotes
from toolkit.model import Article, Claim

CASES = Path(officeholders.__file__).parents[1] / "cases"

FRIDAY = date(2025, 6, 13)


def rows(text: str, published: date = FRIDAY) -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=published))


def last(text: str, kind: str, published: date = FRIDAY) -> Claim:
    return [row for row in rows(text, published) if row.kind == kind and not row.headline][-1]


EMBASSIES = (
    "The bombings at Swedish embassies in Kenya and Tanzania on Monday, which killed more than 250 people, shook both "
    "countries. Sweden thanked Kenya and Tanzania. Tanzania promised help to Sweden. Kenya and Sweden will talk. "
)


def test_nobody_attacks_because_he_is_named_most() -> None:
    told = [row for row in rows(EMBASSIES + "Bombs hit a Swedish embassy again on Thursday.") if row.kind in
            ("strike", "casualty")]  # fmt: skip
    assert len(told) >= 3
    assert {row.actor for row in told} == {""}


def test_two_who_fight_are_told_of_even_if_only_one_is_named() -> None:
    war = "Ethiopian troops attacked the Eritrean army at Badme on Monday. "
    text = war + "Nine Eritrean soldiers were killed on Tuesday."
    killed = last(text, "casualty")
    assert (killed.actor, killed.target) == ("Ethiopia", "Eritrea")
    assert killed.inferred.split("; ")[0] == "actor"
    assert "target" not in killed.inferred


def test_what_the_words_tell_is_not_inferred() -> None:
    row = last("Ethiopian troops attacked the Eritrean army at Badme on Monday.", "strike")
    assert (row.actor, row.target, row.place, row.inferred) == ("Ethiopia", "Eritrea", "Badme", "")
    carried = last("Russian troops bombed Kharkiv on Monday. Nine people were killed.", "casualty")
    assert (carried.place, carried.inferred.split("; ")[-1]) == ("Kharkiv", "place")


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        # Who is told by his own words acts, whoever else does such things.
        ("Assailants opened fire on a bus on Monday. Extremists bombed two towns on Tuesday.", "strike", "extremists"),
        # ... and a thing is nobody, nor is its doer who did the last such thing.
        ("Assailants opened fire on a bus on Monday. A gasoline bomb landed in a yard on Friday.", "strike", ""),
        # What one is in between his nation and his name is no office: he acts for himself.
        ("The attack was plotted by Saudi millionaire Omar Aziz on Monday.", "strike", "Omar Aziz"),
        ("The attack was ordered by Saudi general Omar Aziz on Monday.", "strike", "Saudi Arabia"),
        # A noun of a blow before its victims is nobody's doing.
        ("Anna Holm paid tribute on Tuesday to bombing victims.", "statement", "Anna Holm"),
        # "King X of Y" speaks for Y.
        ("Sweden and Norway met on Monday. King Olaf Berg of Jordan rejected the demand.", "refusal", "Jordan"),
    ],
)  # fmt: skip
def test_who_acts(text: str, kind: str, actor: str) -> None:
    assert last(text, kind).actor == actor


def test_a_blow_before_its_victims_is_none() -> None:
    assert not [
        row for row in rows("Anna Holm paid tribute on Tuesday to bombing victims.") if row.kind == "strike"
    ]


def test_police_and_marchers_are_no_enemies_in_a_war() -> None:
    clash = "Police and Protestants clashed in Belfast on Sunday. "
    assert last(clash + "An elderly man was hurt after a bomb landed in his yard.", "casualty").actor == ""


def test_talks_with_others_are_not_between_the_two_who_fight() -> None:
    war = "Ethiopian troops attacked the Eritrean army at Badme on Monday. "
    assert not {"Ethiopia", "Eritrea"} & set(
        last(war + "King Olaf met his aides on Friday.", "talks").target.split("; ")
    )


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The Eritrean army has not entered Badme or shelled Adwa.", True),
        ("The Eritrean army has not entered Badme and shelled Adwa.", False),
        ("The Eritrean army has not entered Badme but shelled Adwa.", False),
    ],
)
def test_or_denies_both(text: str, negated: bool) -> None:
    assert last(text, "strike").negated is negated


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb exploded at the U.S. embassy in Nairobi on Friday.", "Nairobi"),
        ("A bomb exploded at the U.S. embassy on Friday.", ""),
        ("A bomb exploded in the United States on Friday.", "United States"),
    ],
)
def test_whose_a_thing_is_is_no_place(text: str, place: str) -> None:
    assert last(text, "strike").place == place


def test_who_is_sent_out_of_a_country_is_not_driven_from_a_field() -> None:
    assert last("Tanzania expelled five Iraqis on Monday.", "displacement").actor == "Tanzania"
    assert last("The army of Eritrea expelled the rebels on Monday.", "clash").actor == "Eritrea"


def test_holders_of_offices_are_those_of_the_year() -> None:
    spoke = "President Clinton said on Thursday that he was sad."
    assert last(spoke, "statement", date(1998, 8, 14)).claimant_side == "United States"
    assert last(spoke, "statement", date(2015, 8, 14)).claimant_side != "United States"
    assert in_office("Hussein", "President", date(1998, 8, 14)) == ""  # two of them
    assert in_office("Saddam Hussein", "President", date(1998, 8, 14)) == "Iraq"
    assert in_office("Hussein", "King", date(1998, 8, 14)) == "Jordan"
    assert in_office("Clinton", "", date(1998, 8, 14)) == in_office("Bill Clinton", "", None) == ""


def test_a_president_is_not_the_last_one_who_was_called_so() -> None:
    text = "Iraqi President Omar Berg spoke on Monday. President Holm said on Thursday that the war was over."
    assert last(text, "statement").actor != "Iraq"


def test_marks_of_old_wires() -> None:
    text = "``We won,'' she said on Monday. The army's men left the states' land. ``So be it.''"
    assert [text[q.start : q.end] for q in quotes(text)] == ["``We won,''", "``So be it.''"]


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("will be able to seize Narvik", "will"),
        ("may be able to seize Narvik", "may"),
        ("are capable of seizing Narvik", "could"),
        ("were able to seize Narvik on Monday", ""),
    ],
)
def test_what_one_can_do_is_not_done(words: str, modality: str) -> None:
    assert last(f"Swedish troops {words}, a general said.", "control").modality == modality


def test_whom_one_visits_and_with_whom_one_shares_a_border() -> None:
    war = "Ethiopian troops attacked the Eritrean army at Badme on Monday. "
    visit = last(war + "Kenya's foreign minister arrived in Washington on Tuesday.", "talks")
    assert (visit.target, visit.inferred) == ("United States", "target")
    assert (
        last("Burundi has shut its border with Rwanda, the bishop said on Monday.", "other").target
        == "Rwanda"
    )


def test_the_table_of_offices_names_known_states_and_years_in_order() -> None:
    known = {nation.name for nation in nations()} | {
        side.name for side in shared_sides(CASES / "others.toml").sides
    }
    held = [each for listed in officeholders.holders().values() for each in listed]
    assert len(held) > 300
    assert {state for _, state, _, _ in held} <= known
    assert all(1940 < first <= last for _, _, first, last in held)
