"""Whom the phrases of a text name: nations, organs, groups, persons by their offices, pronouns and "the group"."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

import toolkit.claims
from tests.growth import calls
from toolkit.claims.actors import Parties, Party
from toolkit.claims.actors.names import names_of, same_group, words_of
from toolkit.claims.actors.vocabulary import nations
from toolkit.claims.cases.sides import Sides, shared_sides
from toolkit.claims.document import Document
from toolkit.claims.places.gazetteer import load_gazetteer

SIDES = shared_sides(Path(toolkit.claims.__file__).parent / "cases" / "others.toml")


def read(text: str) -> tuple[Document, Parties]:
    document = Document(text, None)
    return document, Parties(document, SIDES)


def arguments(text: str, role: str, lemma: str) -> Iterator[tuple[Party, ...]]:
    document, parties = read(text)
    for frame in document.frames:
        if frame.lemma == lemma and frame.form == "verb":
            for argument in frame.arguments:
                if argument.role == role:
                    ask = parties.of if role == "agent" else parties.target_of
                    yield ask(argument.phrase)


def names(text: str, role: str, lemma: str) -> list[str]:
    return [party.name for found in arguments(text, role, lemma) for party in found]


AGENTS = [
    # states, their organs, capitals and adjectives
    ("South Africa's army shelled the hill.", "shell", ["South Africa"]),
    ("The South African National Defence Force shelled the hill.", "shell", ["South Africa"]),
    ("Ecuadorean police arrested the mayor.", "arrest", ["Ecuador"]),
    ("The Kremlin rejected the plan.", "reject", ["Russia"]),
    ("Pretoria rejected the plan.", "reject", ["South Africa"]),
    ("The Thai foreign ministry rejected the plan.", "reject", ["Thailand"]),
    ("The DRC rejected the plan.", "reject", ["DR Congo"]),
    ("The Democratic Republic of Congo rejected the plan.", "reject", ["DR Congo"]),
    ("The U.S. rejected the plan.", "reject", ["United States"]),
    ("The UN refugee agency rejected the plan.", "reject", ["United Nations"]),
    # several
    ("Egypt, Qatar and the United States rejected the plan.", "reject", ["Egypt", "Qatar", "United States"]),
    ("US and Israeli forces attacked the port.", "attack", ["United States", "Israel"]),
    # groups are none of the state before them
    ("Sudan's Rapid Support Forces seized the base.", "seize", ["RSF"]),
    ("Fighters of the M23 seized the base.", "seize", ["M23"]),
    ("The Iran-backed Houthi rebels seized the ship.", "seize", ["Houthis"]),
    ("The National Liberation Army (ELN) signed. The ELN freed a soldier.", "free", ["ELN"]),
    ("Colombian rebels seized the town.", "seize", ["Colombian rebels"]),
    # things and acts are their owner's
    ("Israeli strikes killed twelve people.", "kill", ["Israel"]),
    ("Russian missiles hit the power plant.", "hit", ["Russia"]),
    ("Turkey carried out a raid. The raid killed twelve people.", "kill", ["Turkey"]),
    # offices
    ("The Russian president ordered the raid.", "order", ["Russia"]),
    ("Brazilian President Lula da Silva rejected it. Lula da Silva signed the decree.", "sign", ["Brazil"]),
    # nobody
    ("Last week killed the hopes.", "kill", []),
    ("The agreement ended the war.", "end", []),
    # words of their own
    ("Unidentified gunmen attacked the bus.", "attack", ["gunmen"]),
    ("Residents fled the town.", "flee", ["civilians"]),
    ("Palestinian civilians fled the town.", "flee", ["Palestinian civilians"]),
    # coreference
    ("Rwanda denied the charge. It rejected the plan.", "reject", ["Rwanda"]),
    ("The M23 rebels advanced. They seized the base.", "seize", ["M23"]),
    ("The M23 advanced from Rwanda. The group seized the base.", "seize", ["M23"]),
    ("The Malian army left the camp. The army burned it.", "burn", ["Mali"]),
    ("Armenia and Azerbaijan met. Both sides rejected the plan.", "reject", ["Armenia", "Azerbaijan"]),
    ("Israel said it had attacked the port.", "attack", ["Israel"]),
    ("The Iranian foreign minister spoke. He rejected the plan.", "reject", ["Iran"]),
    ("Kenya protested. It is clear that rain fell.", "fall", []),
    ('"We will reject the plan," the Iranian government said.', "reject", ["Iran"]),
]


@pytest.mark.parametrize(("text", "lemma", "wanted"), AGENTS)
def test_agents_are_named_by_the_words_of_their_phrase(text, lemma, wanted):
    assert names(text, "agent", lemma) == wanted


TARGETS = [
    ("M23 rebels killed nine South African soldiers.", "kill", ["South Africa"]),
    ("Rebels seized the town.", "seize", []),
    ("Israel bombed Damascus.", "bomb", []),
    ("The rebels attacked a base of the Sudanese army.", "attack", ["Sudan"]),
    ("Israel destroyed Iranian nuclear facilities.", "destroy", ["Iran"]),
    ("The navy fired two missiles.", "fire", []),
    ("The shells killed dozens of villagers.", "kill", ["civilians"]),
    ("Kenya denied it.", "deny", []),
]


@pytest.mark.parametrize(("text", "lemma", "wanted"), TARGETS)
def test_targets_are_those_to_whom_it_is_done_and_no_places(text, lemma, wanted):
    assert names(text, "patient", lemma) == wanted


def test_an_army_has_its_own_name_where_its_state_does_nothing():
    text = (
        "The Sudanese Armed Forces (SAF) left the town. SAF burned the camp. The RSF shelled SAF positions."
    )
    assert names(text, "agent", "burn") == ["Sudanese Armed Forces (SAF)"]
    assert names(f"{text} Sudan rejected the plan.", "agent", "burn") == ["Sudan"]


def test_a_party_has_the_side_of_its_case():
    _, parties = read("Nothing happened.")
    assert parties.side_of("RSF").name == "Rapid Support Forces"
    assert parties.side_of("DR Congo").name == "DR Congo"
    assert parties.side_of("Atlantis") is None


def test_a_case_may_have_no_sides():
    document = Document("Hamas attacked Israel.", None)
    parties = Parties(document, Sides(()))
    assert [p.side for frame in document.frames for a in frame.arguments for p in parties.of(a.phrase)][
        :1
    ] == [None]


def test_the_speaker_may_be_given():
    document, parties = read("We reject the plan.")
    phrase = next(frame.first("agent") for frame in document.frames if frame.lemma == "reject")
    assert parties.of(phrase) == ()
    assert [party.name for party in parties.of(phrase, "the Kenyan president")] == ["Kenya"]


def test_all_states_of_the_gazetteer_that_news_tell_of_are_known():
    known = names_of(Sides(()))
    small = 1_000_000
    missing = [
        place.name
        for place in load_gazetteer()
        if place.kind == "country" and place.weight > small and not known.get(place.name)
    ]
    assert set(missing) <= {"Palestinian Territory", "Puerto Rico"}


def test_no_name_stands_for_two_nations():
    seen: dict[tuple[str, ...], str] = {}
    for nation in nations():
        for text in (*nation.adjectives, *nation.seats, *nation.names):
            words = tuple(word for word, *_ in words_of(text))
            assert seen.setdefault(words, nation.name) == nation.name, text


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("RSF", "Rapid Support Forces", True),
        ("ISIS", "Islamic State", True),
        ("Janjaweed", "Rapid Support Forces", False),
    ],
)
def test_same_group(one, other, wanted):
    assert same_group(one, other) == wanted == same_group(other, one)


def test_no_text_raises():
    pieces = [
        "Israel",
        "(",
        ")",
        "RSF)",
        "’s",
        "and",
        ",",
        "it",
        "“We",
        "”",
        "said",
        "\n",
        "U.S.",
        "-",
        "the army",
        "(ABC)",
        "7",
        "of",
    ]
    chance = random.Random(7)
    for _ in range(60):
        document, parties = read(" ".join(chance.choices(pieces, k=chance.randrange(25))))
        for frame in document.frames:
            for argument in frame.arguments:
                parties.of(argument.phrase)
                parties.target_of(argument.phrase)


def test_time_grows_with_the_length_of_a_text():
    text = "The M23 (ABC) fought the Congolese army. It said they had taken the town, and the group left it. "

    def cost(times: int) -> int:
        document = Document((text * 5 + "\n") * times, None)
        _ = document.parse, document.frames, document.attributions
        return calls(lambda: Parties(document, SIDES))

    assert cost(48) < 4.5 * cost(12)


TOWN = (
    "The mayor of Lindow was arrested on Monday. Police searched the town hall. The electoral commission "
    "opened an inquiry. The National Roads Bureau of Audit (NRB) had warned the mayor. "
)


@pytest.mark.parametrize(
    ("text", "lemma", "wanted"),
    [
        (f"{TOWN}The mayor denied the charge.", "deny", ["mayor"]),
        (f"{TOWN}The mayor spoke. He denied the charge.", "deny", ["mayor"]),
        (f"{TOWN}The mayor's lawyer denied the charge.", "deny", ["mayor"]),
        (f"{TOWN}The police denied the charge.", "deny", ["police"]),
        (f"{TOWN}A police spokeswoman denied the charge.", "deny", ["police"]),
        (f"{TOWN}Officers denied the charge.", "deny", ["police"]),
        (f"{TOWN}The Supreme Court of Peru denied the charge.", "deny", ["Supreme Court"]),
        (
            f"{TOWN}The Lindow Court of Appeal denied it. The court rejected the plan.",
            "deny",
            ["Lindow Court of Appeal"],
        ),
        (f"{TOWN}The Civic Union Party spoke. The party denied the charge.", "deny", ["Civic Union Party"]),
        (
            f"{TOWN}The Civic Union Party spoke. Its chairman denied the charge.",
            "deny",
            ["Civic Union Party"],
        ),
        (
            f"{TOWN}The Independent Electoral Commission denied it.",
            "deny",
            ["Independent Electoral Commission"],
        ),
        (f"{TOWN}The opposition denied the charge.", "deny", ["opposition"]),
        (f"{TOWN}Many residents denied the charge.", "deny", ["residents"]),
        (f"{TOWN}An executive of the water company denied the charge.", "deny", ["water company"]),
        (f"{TOWN}The operator, AquaPol, spoke. The company denied the charge.", "deny", ["AquaPol"]),
        (f"{TOWN}The Peruvian government denied the charge. The army left.", "leave", ["Peru"]),
    ],
)
def test_offices_and_bodies_act_for_themselves_in_a_story_inside_one_state(text, lemma, wanted):
    assert names(text, "agent", lemma) == wanted


def test_offices_act_for_their_states_where_several_act_on_each_other():
    war = "Peru shelled Chile. Chile bombed a Peruvian base. Chile accused Peru. Peru accused Chile. "
    assert names(f"{war}The Chilean police denied the charge.", "agent", "deny") == ["Chile"]
    assert names(f"{war}The two governments denied the charge.", "agent", "deny") == ["Peru", "Chile"]
    assert names(f"{war}In Lima, the interior minister denied the charge.", "agent", "deny") == ["Peru"]
    assert names(f"{war}The army accepted that Chilean troops had left.", "agent", "accept") == ["Peru"]


@pytest.mark.parametrize(
    ("text", "lemma", "wanted"),
    [
        ("The FLA-KR rebels seized a town. Wagner helped Mali. The rebels left it.", "leave", ["FLA-KR"]),
        (
            "Wagner helped Mali. A spokesman for the FLA-KR, an alliance of groups, denied it.",
            "deny",
            ["FLA-KR"],
        ),
        (
            "U.S. troops fought Iraqi troops. The 9th Infantry Division seized the hill.",
            "seize",
            ["United States"],
        ),
        ("U.S. troops fought Iraqi troops. The Republican Guard seized the hill.", "seize", ["Iraq"]),
        ("Russia praised the UN. The U.N. secretary-general denied it.", "deny", ["United Nations"]),
        ("The US National Security Council denied it.", "deny", ["United States"]),
        ("Peru attacked Chile. Rockets launched from the Peruvian side hit the town.", "hit", ["Peru"]),
        ("The IAEA met. The agency's Board of Governors rejected the plan.", "reject", ["IAEA"]),
        ("The Houthis hit Israel. The Houthi-run health ministry denied it.", "deny", ["Houthis"]),
        ("A Kenyan spokeswoman spoke. He denied it.", "deny", []),
    ],
)
def test_groups_units_and_weapons_by_what_the_article_calls_them(text, lemma, wanted):
    assert names(text, "agent", lemma) == wanted


def test_a_parliament_is_of_the_state_that_the_article_says():
    assert names("Peru's Congress met. Congress rejected the plan.", "agent", "reject") == ["Peru"]
    assert names("Congress rejected the plan, the White House said.", "agent", "reject") == ["United States"]


def test_another_office_is_none_of_the_first():
    text = (
        f"{TOWN}The president met the police. The vice president rejected the plan. The president denied it."
    )
    assert names(text, "agent", "reject") == ["vice president"]
    assert names(text, "agent", "deny") == ["president"]


def test_an_army_is_that_of_the_dateline_where_nothing_else_says_whose():
    text = "BOGOTA - Venezuela hosted talks. The army said it had left the town."
    assert names(text, "agent", "leave") == ["Colombia"]
