"""What the words of one cell name: kinds with examples, and what looks like them and is not."""

from __future__ import annotations

import pytest

from tests.growth import grows
from toolkit.names.reading import read
from toolkit.names.told import told

ONE = {
    "a ministry": (
        "Russian Defence Ministry",
        "Russia's Ministry of Defense",
        "the Defense Ministry in Moscow",
        "Moscow’s defence ministry",
        "Ministry of Defence of the Russian Federation",
        "a spokesman for the Russian Defence Ministry",
        "Russian defence ministry statement",
    ),
    "forces": (
        "Israeli military",
        "Israel's army",
        "IDF",
        "Israel Defence Forces",
        "the Israeli armed forces",
    ),
    "a general staff": (
        "Ukrainian General Staff",
        "General Staff of Ukraine's armed forces",
        "Ukraine’s general staff",
    ),
    "a department": ("Pentagon", "US Department of Defense", "the U.S. Defense Department"),
    "a state": ("France", "Paris", "the French government", "France's government"),
    "an office": (
        "Norway's foreign minister",
        "the Norwegian minister of foreign affairs",
        "Norwegian foreign minister",
    ),
    "a group": ("M23", "M23 rebel group", "Congo's M23 rebels", "the M23 movement"),
    "an armed company": ("Wagner Group", "Russian mercenary group Wagner"),
    "an agency of news": ("AFP", "the AFP news agency", "state-run news agency AFP"),
    "a body of its own": ("United Nations", "UN", "U.N.", "UN statement", "figures from the UN"),
    "an organ in other words": ("Iran's atomic energy organisation", "Atomic Energy Organization of Iran"),
    "a television": ("Iran state TV", "Iranian state television"),
}


@pytest.mark.parametrize("names", ONE.values(), ids=ONE)
def test_spellings_of_one_body_share_a_key(names: tuple[str, ...]) -> None:
    assert {read(name).key for name in names} == {read(names[0]).key}


APART = (
    (
        "Russian Defence Ministry",
        "Russian Foreign Ministry",
        "Ukrainian Defence Ministry",
        "Defence Ministry",
    ),
    ("US Army", "US military", "US navy", "Pentagon"),
    ("Ukrainian military", "Ukrainian General Staff", "Ukrainian air force", "Ukraine"),
    ("United Nations", "World Health Organization", "UN Security Council", "UN experts", "UN officials"),
    ("French president", "former French president", "French prime minister", "France"),
    ("Israeli military", "Israeli military official", "Israeli soldiers", "Israeli police", "Israel"),
    ("Gaza's health ministry", "the Palestinian health ministry", "Israel's health ministry"),
    ("Kremlin", "Russia", "Russian negotiators", "official close to the Kremlin"),
    ("deputy foreign minister of Norway", "Norway's foreign minister"),
    ("Western intelligence analysis", "Western officials", "military analysis", "military", "Muslim group"),
    ("Syria's ambassador to France", "Syria's ambassador to Iraq", "Syria"),
)


@pytest.mark.parametrize("names", APART, ids=lambda names: names[0])
def test_other_bodies_have_other_keys(names: tuple[str, ...]) -> None:
    assert len({read(name).key for name in names}) == len(names)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("President Anna Holm", "Anna Holm"),
        ("U.S. Ambassador to NATO Matthew Lindt", "Matthew Lindt"),
        ("UNHCR's Marta Lindt", "Marta Lindt"),
        ("Ukraine’s Danylo Vilensky", "Danylo Vilensky"),
        ("Viktor Moss of Ukraine's northern group", "Viktor Moss"),
        ("the mayor of Kharkiv, Ihor Moss", "Ihor Moss"),
        ("Ihor Moss, a spokesman for the navy", "Ihor Moss"),
        ("Gov. Phil Moss of Ohio, a former backer of Senator Ted Holm", "Phil Moss"),
        ("his father, Brent Moss, Jr.", "Brent Moss Jr."),
        ("Mr Verholt", "Verholt"),
        ("European Commission President Ursula von der Linde", "Ursula von der Linde"),
        ("General Abdel Fattah al-Tariq", "Abdel Fattah al-Tariq"),
        ("Crown Prince Omar bin Salim", "Omar bin Salim"),
        ("J.D. Holst", "J.D. Holst"),
        ("PM Holst", "Holst"),
        ("Ex-President Carl Aho", "Carl Aho"),
        ("Pope Linus XIV", "Linus XIV"),
    ],
)
def test_a_person_is_found_behind_title_and_employer(words: str, name: str) -> None:
    assert (read(words).kind, read(words).shown) == ("person", name)


@pytest.mark.parametrize(
    "words",
    [
        "Supreme Court",
        "Abu Dhabi",
        "Khan Younis",
        "General Staff",
        "Harbour Times",
        "Red Crescent",
        "Humanitarian Research Lab",
        "Moss, who is executive director of the Center for Biological Diversity",
        "a small group led by Senator Ted Holm",
        "Holm aide",
        "Holm's lawyer",
        "Anna Holm's office",
        "National Liberal Party",
        "North Darfur",
        "Second Army Region",
    ],
)
def test_no_person_is_made_of_places_and_bodies(words: str) -> None:
    assert read(words).kind != "person"


@pytest.mark.parametrize(
    "words",
    [
        "three officers",
        "official close to the Kremlin",
        "a senior diplomat",
        "witnesses",
        "two Western diplomats",
        "Hamas official",
        "Israeli officials",
        "sources in Khartoum",
        "the group",
        "one man",
        "wife of a sergeant",
        "residents",
    ],
)
def test_who_gives_no_name_is_anonymous_and_himself(words: str) -> None:
    found = read(words)
    assert (found.kind, found.bare, found.key[0]) == ("anonymous", True, "words")


@pytest.mark.parametrize(
    "words",
    [
        "Moscow and Kyiv",
        "US and Israeli officials",
        "analysts and Ukrainian sources",
        "Chinese and Russian foreign ministers",
    ],
)
def test_two_who_speak_together_are_neither(words: str) -> None:
    assert read(words).kind == "several"


def test_a_body_may_have_an_and_in_its_name() -> None:
    assert read("Center for Strategic and International Studies").kind == "body"


@pytest.mark.parametrize(
    "words", ["stay in the shelters until the army said", "“He said that it", "", "x" * 200, "the", "…", "'s"]
)
def test_pieces_of_sentences_mean_nobody_else(words: str) -> None:
    assert read(words).key[0] == "words"


def test_a_run_of_capitals_without_end_is_no_square_of_the_work() -> None:
    assert not grows(told, "Kyiv ", (2_000, 16_000), 24, 0.1)
    aliases = told("Field Marshal Anna Maria Holm, known as Falcon, left.").aliases
    assert aliases["falcon"][-1] == "Holm"


def test_a_run_of_capitals_of_any_length_is_no_name() -> None:
    found = told("A" * 200_000)  # which takes minutes where a word has no longest length
    assert not found.persons
    assert list(told("She met Anna " + "H" + "o" * 50 + " there.").persons) == [("Anna", "H" + "o" * 50)]
