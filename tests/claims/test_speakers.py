"""Who speaks, and for whom: names in apposition, descriptions, offices without a nation, own losses."""

from __future__ import annotations

from datetime import date

import pytest

from tests.faults import fault, open_fault
from toolkit.claims.attribution.persons import is_person
from toolkit.claims.extract import extract
from toolkit.model import Article, Claim

PUBLISHED = date(2025, 11, 20)


def rows(text: str) -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=PUBLISHED))


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        # A description stands for the name that bore it, and hangs on the name before it.
        ("The Institute for the Study of War, or ISW, a Washington, D.C.-based think tank, has reported that Russian "
         "troops captured two villages.", "Institute for the Study of War"),
        ("The Black Bird Group, a Finland-based research collective, spoke on Monday. Russian troops captured two "
         "villages, the research collective said.", "Black Bird Group"),
        # The office and the name of who holds it.
        ("The U.N. aid chief, Tom Fletcher, called for an immediate ceasefire in Ukraine.", "Tom Fletcher"),
        ("Emmanuel Macron, the French president, supports stronger security guarantees for Ukraine.",
         "Emmanuel Macron"),
        # A body in front of a title doesn't keep somebody from being a person.
        fault("Kremlin spokesman Dmitry Peskov spoke to reporters on Monday. He said that Russia would not cede land.",
              "Dmitry Peskov", why="a refusal within a saying is by the state that it is about"),
        # A time is no name.
        ("In October, an analyst of the Black Bird Group said that Russian troops had captured two villages.",
         "analyst of the Black Bird Group"),
    ],
)  # fmt: skip
def test_the_fullest_name_speaks(text, claimant):
    assert claimant in rows(text)[-1].claimant


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Kremlin spokesman Dmitry Peskov", True),
        ("Air Force commander Mykola Oleshchuk", True),
        ("General Staff", False),
        ("Foreign Ministry spokesman", True),
        ("Military Intelligence Service", False),
    ],
)
def test_a_title_with_a_full_name_is_a_person(name, person):
    assert is_person(name) is person


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        # Whose mayor, spokesman or commander it is nobody says.
        ("A Ukrainian drone attack set a depot on fire in Samara, the mayor said.", "reported"),
        ("A Ukrainian drone attack set a depot on fire in the Oryol region, a blogger said.", "reported"),
        ("Ukrainian troops have withdrawn from two villages, a military spokesman said.", "reported"),
        ("Ukrainian troops have withdrawn from two villages, a resident said.", "reported"),
        ("“We withdrew to better lines of defence,” the commander told television.", "reported"),
        ("Ukrainian troops have withdrawn from two villages, the Ukrainian General Staff said.", "confirmed"),
        # Who does it to the other gains by it.
        ("Russian forces killed at least 100 Ukrainian soldiers, the Russian ministry said.", "claimed"),
        ("At least 100 Russian soldiers were killed, the Russian ministry said.", "confirmed"),
        ("Iran said that nine of its soldiers had been killed in Syria near the Ukrainian embassy.", "confirmed"),
    ],
)  # fmt: skip
def test_an_office_without_a_nation_speaks_for_nobody_known(text, standing):
    assert [row.standing for row in rows(text)] == [standing]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Russia launched 85 drones overnight, Ukraine's air force said, adding that 61 of the drones were shot down.",
         ["launch", "strike"]),
        ("Russian drones hit a depot and damaged a plant in Odesa, the governor said.",
         ["strike", "strike"]),
    ],
)  # fmt: skip
def test_what_was_launched_and_what_was_downed_are_two_claims(text, kinds):
    assert [row.kind for row in rows(text)] == kinds


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The rebels said they had taken Damascus on Sunday, Syrian rebels said.", "Damascus"),
        ("RSF fighters entered el-Fasher on Sunday, the Sudanese army said.", "El Fasher"),
        fault("Russian troops said that Damascus had been informed and that they had captured two villages.", "",
              why="a government by its capital is where the villages lie"),
    ],
)  # fmt: skip
def test_what_is_taken_is_a_place_though_no_preposition_says_so(text, place):
    assert rows(text)[0].place == place


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        fault("Lavrov said that the position had not changed since the summit and rejected an immediate ceasefire.",
              ["refusal"], why="the second verb of who speaks is lost"),
        ("The village has been quiet since the Russian army shelled it and captured it.", []),
    ],
)  # fmt: skip
def test_what_came_before_ends_where_the_main_clause_goes_on(text, kinds):
    assert [row.kind for row in rows(text)] == kinds


def test_a_speaker_who_names_the_other_side_as_hit_does_not_say_whose_deed_it_was():
    (row,) = rows(
        "Ukraine's Security Service stated that 117 drones hit 41 Russian aircraft at four airbases."
    )
    assert (row.actor, row.target, row.claimant_side) == ("", "Russia", "Ukraine")


@open_fault("“has not commented” is a negated no_comment")
def test_who_has_not_commented_makes_no_comment():
    found = rows(
        "Russian forces had taken Lyman, Moscow's ministry said. Ukraine's military has not commented."
    )
    assert [(row.kind, row.negated, row.claimant) for row in found][1:] == [
        ("no_comment", False, "Ukraine's military")
    ]


def test_who_counts_says_it():
    (row,) = rows("The two organizations put Ukrainian losses at around 200,000.")
    assert row.claimant == "two organizations"


@open_fault("the claimant is “they”")
def test_they_behind_a_count_by_name_are_those_who_made_it():
    (row,) = rows(
        "A count by Mediazona and the BBC identified 186,102 Russian soldiers killed, they reported this month."
    )
    assert "Mediazona" in row.claimant or "BBC" in row.claimant


def test_an_answer_to_somebody_by_name_answers_what_he_claimed():
    found = rows(
        "Yevgeny Prigozhin said on Monday that his fighters had taken control of Lyman. Ukrainian units were still "
        "fighting near Kupiansk, the Ukrainian army said. Ukraine's ministry denied Prigozhin's claim."
    )
    assert (found[-1].kind, found[-1].standing, found[-1].place) == ("control", "denied", "Lyman")


@pytest.mark.parametrize(
    "text",
    [
        fault("The Russian ministry has not said what was damaged.", why="what is not said is a statement"),
        "It was not known whether Russian troops had entered the village.",
    ],
)
def test_what_nobody_has_said_is_no_claim(text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Kinshasa’s spokesman, Maj Gen Henri Mugabo, told state radio that rebels attacked Goma.", "Mugabo"),
        ("The Arakan Army, a group of rebels, for its part claimed that its men had attacked Goma.", "Arakan Army"),
        ("Rwanda denies the claim, but last year acknowledged that its troops had attacked Goma.", "Rwanda"),
        ("Fighting raged into the night with the Rwandan army announcing an attack on Goma.", "Rwandan army"),
        # The source is right, whatever the parse takes for the subject.
        ("A rout that rebels say cost the army 130 lives shook Goma, where they had attacked it.", ""),
    ],
)  # fmt: skip
def test_the_subject_of_the_saying_speaks(text: str, claimant: str) -> None:
    article = Article("a", text, "The Daily", published=date(2025, 6, 13))
    told = [row.claimant for row in extract(article) if row.kind == "strike"]
    assert all(claimant in name for name in told)
    assert len(told) > 0 or not claimant


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("“We mourn the loss of three of our soldiers,” spokesman Jean Mugabo said.", "confirmed"),
        ("Seven of his own men were killed, Colonel Jean Mugabo said.", "confirmed"),
        ("Seven soldiers were killed, Colonel Jean Mugabo said.", "claimed"),
    ],
)
def test_losses_of_his_own_are_conceded_by_whoever_tells_them(text: str, standing: str) -> None:
    article = Article("a", text, "The Daily", published=date(2025, 6, 13))
    assert [row.standing for row in extract(article) if row.kind == "casualty"] == [standing]
