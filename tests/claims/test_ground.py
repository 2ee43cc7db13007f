"""Whose organs and places bare words are: those of the country in which an article plays."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.claims.extract import extract
from toolkit.claims.places.gazetteer import load_gazetteer
from toolkit.model import Article, Claim

HELD = (
    "Fighters of the Upland Liberation Army (ULA) took the village of Katun near Mandalay on Sunday. Shops in Bago "
    "and Sittwe were shut. China closed the border. China's foreign ministry called for talks. "
)
"""An article that plays in one country and names another state more often."""


def rows(text: str) -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=date(2025, 2, 3)))


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the junta called the report a lie.",
        "The regime bombed the village.",
        "Regime forces shelled the village.",
        "A junta jet bombed the village.",
        "The army shelled the village.",
        "The government sent troops.",
    ],
)
def test_an_organ_is_that_of_the_ground(text: str) -> None:
    assert rows(HELD + text)[-1].actor == "Myanmar"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The ministry called for calm.", "China"),  # so called before
        ("Chinese troops shelled the village. The army denied it.", "China"),
    ],
)
def test_who_was_called_so_before_goes_first(text: str, actor: str) -> None:
    assert rows(HELD + text)[-1].actor == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A rebel officer denied that his men had shot at the boats.", "ULA"),
        ("A rebel commander said his men had taken the hill.", "ULA"),
        ("An officer of the ULA denied that his troops had shot at the boats.", "ULA"),
    ],
)
def test_the_men_of_an_officer_are_his_side(text: str, actor: str) -> None:
    assert rows(HELD + text)[-1].actor == actor


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Ann", "Ann"), ("Hue", "Huế"), ("Fès", "Fes"), ("Kiev", "Kyiv"), ("Khan Younis", "Khān Yūnis"),
        ("Jan", ""), ("Jan.", ""), ("Mar", ""), ("Dec", ""), ("Ham", ""),
    ],
)  # fmt: skip
def test_a_short_name_is_that_of_a_town_of_the_world_only_as_it_is_spelt(name: str, place: str) -> None:
    found = load_gazetteer().named(name)
    assert (found[0].name if found else "") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The rebels freed a policeman in Surigao del Sur.", "Surigao del Sur"),
        ("The army bombed a camp near San Vicente del Caguan.", "San Vicente del Caguan"),
        ("The army of Mali shelled the ULA on Sunday.", ""),
        ("On Jan. 18 the airport of the town was captured by rebels.", ""),
    ],
)
def test_a_name_is_read_whole_and_an_acronym_is_no_town(text: str, place: str) -> None:
    assert {row.place for row in rows(text)} == {place}


def test_a_blow_from_the_air_is_that_of_the_only_side_with_aircraft() -> None:
    text = (
        HELD
        + "Myanmar's army shelled the ULA on Monday. It was quiet since. A further air strike killed eight people."
    )
    assert next(row.actor for row in rows(text) if "further air strike" in row.quote) == "Myanmar"


def test_who_only_imposes_sanctions_is_no_enemy_in_the_field() -> None:
    text = "ECOWAS suspended Guinea and threatened sanctions. Guinea's army took the radio station on Sunday."
    assert {row.target for row in rows(text) if row.kind == "control"} == {""}


@pytest.mark.parametrize(
    ("before", "targets"),
    [
        ("Prosecutors charged the banker Ivo Petrov with fraud on Monday.", {"Ivo Petrov"}),
        ("The banker Ivo Petrov spoke on Monday.", set()),
    ],
)
def test_nobody_denies_the_charges_against_another(before: str, targets: set[str]) -> None:
    told = rows(
        f"{before} A soldier was sentenced on Friday to a year in prison. Petrov has denied the charges."
    )
    assert {row.target for row in told if row.standing == "denied"} - {""} == targets
    assert not any("Petrov" in row.actor for row in told if "soldier" in row.quote)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("India and Pakistan fought on Sunday. Each side blamed the other for it.", "India; Pakistan"),
        ("India shelled Pakistan on Sunday. Each side has closed its airspace.", "India; Pakistan"),
        ("The judge adjourned the trial until March.", "judge"),
        ("Three defendants pleaded not guilty on Monday.", "defendants"),
    ],
)
def test_each_side_is_both_and_in_court_everybody_goes_by_his_own_words(text: str, actor: str) -> None:
    assert rows(text)[-1].actor == actor


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The trial opened on Monday.", ["trial"]),
        ("The talks opened in Oslo on Monday.", ["talks"]),
        ("The road to the strike zone opened on Monday.", []),
    ],
)
def test_what_opens_takes_place(text: str, kinds: list[str]) -> None:
    assert [row.kind for row in rows(text)] == kinds


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "The Indian Air Force (IAF) lost two aircraft on Thursday. The IAF struck three bases on Friday.",
            "India",
        ),
        ("The IAF struck three bases in Lebanon on Friday.", "Israel"),
    ],
)
def test_an_acronym_that_the_article_explains_goes_before_the_lists(text: str, actor: str) -> None:
    assert rows(text)[-1].actor == actor
