"""How a claim stands, and what negates it or keeps it from being a fact."""

import pytest

from toolkit.claims.standing import anonymous, by_side, gainer, modality, negated, open_question, standing
from toolkit.claims.themes import load_theme

THEME = load_theme("conflict")
SIDES = {name: THEME.sides.get(name) for name in ("Russia", "Ukraine", "Observers", "Media", "Europe")} | {
    None: None
}


@pytest.mark.parametrize(
    ("cue", "claimant", "side", "gains", "is_negated", "expected"),
    [
        ("said", "the Russian ministry", "Russia", "Russia", False, "claimed"),
        ("confirmed", "the Russian ministry", "Russia", "Russia", False, "claimed"),
        ("confirmed", "Viktor Bondar", "Ukraine", "Russia", False, "confirmed"),
        ("acknowledged", "the governor", "Ukraine", "Russia", False, "confirmed"),
        ("said", "the governor", "Ukraine", "Russia", False, "confirmed"),
        ("said", "the governor", "Ukraine", "Russia", True, "denied"),
        ("said", "three Ukrainian officers", "Ukraine", "Russia", False, "reported"),
        ("confirmed", "Ukrainian sources", "Ukraine", "Russia", False, "reported"),
        ("denied", "the General Staff", "Ukraine", "Russia", False, "denied"),
        ("rejected", "Moscow", "Russia", "Ukraine", False, "denied"),
        ("has still not confirmed", "Kyiv", "Ukraine", "Russia", False, "unconfirmed"),
        ("did not confirm", "Kyiv", "Ukraine", "Russia", False, "unconfirmed"),
        ("said", "DeepState", "Observers", "Russia", False, "reported"),
        ("shows", "geolocated footage", "Observers", "Russia", False, "confirmed"),
        ("reported", "the paper", "Media", "Russia", False, "reported"),
        ("said", "the minister", "Europe", None, False, "reported"),
        ("", "", None, "Russia", False, "reported"),
    ],
)
def test_standing(cue, claimant, side, gains, is_negated, expected):
    assert standing(cue, "", claimant, SIDES[side], SIDES[gains], is_negated)[0] == expected


def test_words_around_leave_it_open():
    assert standing("", "The claim could not be independently verified.", "", None, None)[0] == "unconfirmed"


def test_an_act_of_speech_is_the_speakers_own():
    assert by_side("refused", "Moscow", SIDES["Russia"], SIDES["Russia"], False)[0] == "claimed"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("advance", "Russia"), ("withdrawal", "Ukraine"), ("casualty", "Ukraine"), ("clash", None)],
)
def test_who_gains(kind, expected):
    side = gainer(THEME.kinds[kind], SIDES["Russia"], SIDES["Ukraine"])
    assert (side.name if side else None) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Troops have not seized any village.", "seized", True),
        ("Troops never entered the town.", "entered", True),
        ("The brigade failed to capture the hill.", "capture", True),
        ("They didn’t cross the river.", "cross", True),
        ("They did not rest but seized a village.", "seized", False),
        ("It is no secret that they seized a village.", "seized", False),
        ("Troops seized a village.", "seized", False),
    ],
)
def test_negated(text, word, expected):
    assert negated(text, 0, text.index(word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Troops may advance further.", "advance", "may"),
        ("Troops could advance further.", "advance", "could"),
        ("Troops will advance further.", "advance", "will"),
        ("The army weighed the possibility of seizing the port.", "seizing", "weighing"),
        ("Moscow was considering whether to seize the port.", "seize", "weighing"),
        ("The army plans to seize the port.", "seize", "plans"),
        ("Their true goal is to seize the port.", "to seize", "plans"),
        ("Moscow threatened to seize the port.", "seize", "threatened"),
        ("Kyiv demanded that they leave the port.", "leave", "demanded"),
        ("If they seize the port, trade stops.", "seize", "conditional"),
        ("Troops reportedly seized the port.", "seized", "reported"),
        ("In May the troops seized the port.", "seized", ""),
        ("They may rest, and they seized the port.", "seized", ""),
    ],
)
def test_modality(text, word, expected):
    assert modality(text, 0, text.index(word)) == expected


@pytest.mark.parametrize(
    "who", ["three officers", "a Western official", "sources in Kyiv", "An officer of the 5th Brigade"]
)
def test_anonymous(who):
    assert anonymous(who)


@pytest.mark.parametrize(
    "who", ["the General Staff", "Colonel Ivan Petrenko", "Viktor Bondar of the northern grouping of forces"]
)
def test_not_anonymous(who):
    assert not anonymous(who)


def test_open_question():
    text = "Kyiv has still not confirmed the presence of troops."
    assert text[slice(*open_question(text, 0, len(text)))] == "has still not confirmed"
    assert open_question("Kyiv confirmed it.", 0, 18) is None
