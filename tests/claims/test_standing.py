"""How a claim stands: by the words that tell it, and by who says it of whom."""

from __future__ import annotations

import pytest

from toolkit.claims.lexicon import load_lexicon
from toolkit.claims.standing import Speaker, stands
from toolkit.claims.standing_words import STANDINGS, anonymous, cue_standing, has_evidence

KINDS = load_lexicon().kinds
ARMY, REBELS, MONITOR, OTHER = "Sudan", "Rapid Support Forces", "", "Egypt"


def standing(
    kind, words, cue="said", party="", role="", actors=(), targets=(), around="", negated=False, denies=False
):
    speaker = Speaker(words, cue, frozenset({party} - {""}), role, not words)
    how, why = stands(KINDS[kind], speaker, set(actors), set(targets), around, negated, denies)
    assert how in STANDINGS
    assert why
    return how


# Who says that the rebels took a town from the army, and what they say by it.
TAKEN = [
    ("the rebels", REBELS, "claimed"),
    ("the army", ARMY, "confirmed"),
    ("Egypt's foreign minister", OTHER, "reported"),
    ("residents", "", "reported"),
    ("", "", "reported"),
]


@pytest.mark.parametrize(("words", "party", "expected"), TAKEN)
def test_who_says_that_a_place_was_taken(words, party, expected):
    assert standing("control", words, party=party, actors=[REBELS], targets=[ARMY]) == expected


@pytest.mark.parametrize(
    ("kind", "party", "actors", "targets", "expected"),
    [
        # What a party does it claims, what is done to it as a wrong it accuses of, what it loses it concedes.
        ("strike", REBELS, [REBELS], [ARMY], "claimed"),
        ("strike", ARMY, [REBELS], [ARMY], "claimed"),
        ("strike", OTHER, [REBELS], [ARMY], "reported"),
        ("advance", ARMY, [REBELS], [ARMY], "confirmed"),
        ("siege", ARMY, [REBELS], [ARMY], "confirmed"),
        ("withdrawal", ARMY, [ARMY], [], "confirmed"),
        ("withdrawal", REBELS, [ARMY], [], "claimed"),
        ("casualty", ARMY, [], [ARMY], "confirmed"),
        ("casualty", REBELS, [REBELS], [ARMY], "claimed"),
        ("casualty", ARMY, [], ["civilians"], "claimed"),
        ("demand", ARMY, [ARMY], [REBELS], "claimed"),
    ],
)
def test_by_who_gains_and_who_loses(kind, party, actors, targets, expected):
    assert standing(kind, "the spokesman", party=party, actors=actors, targets=targets) == expected


@pytest.mark.parametrize(
    ("kind", "party", "expected"),
    [
        ("control", ARMY, "denied"),  # "the town has not fallen", says who would have lost it
        ("strike", REBELS, "denied"),  # "we have not shelled the camp", says who is said to have done it
        ("control", REBELS, "claimed"),
        ("strike", ARMY, "claimed"),
    ],
)
def test_what_is_said_not_to_be_so(kind, party, expected):
    said = standing(kind, "the spokesman", party=party, actors=[REBELS], targets=[ARMY], negated=True)
    assert said == expected


@pytest.mark.parametrize(
    ("kind", "cue", "party", "actors", "negated", "denies", "expected"),
    [
        (
            "demand",
            "confirmed",
            ARMY,
            [ARMY],
            True,
            False,
            "unconfirmed",
        ),  # "has not confirmed that it demands"
        ("demand", "denied", ARMY, [ARMY], True, False, "denied"),
        ("statement", "denied", ARMY, [], False, False, "denied"),
        ("demand", "denied", ARMY, [], False, False, "claimed"),
        ("demand", "said", ARMY, [], False, True, "denied"),
        ("demand", "said", "", [], False, True, "reported"),
        ("demand", "said", "", [ARMY], False, False, "reported"),
        # What another one is willing to do is his to say.
        ("offer", "said", ARMY, [ARMY], False, False, "claimed"),
        ("offer", "said", ARMY, [REBELS], False, False, "reported"),
        ("demand", "said", ARMY, [REBELS], False, False, "claimed"),
    ],
)
def test_acts_of_speech(kind, cue, party, actors, negated, denies, expected):
    said = standing(kind, "the envoy", cue, party=party, actors=actors, negated=negated, denies=denies)
    assert said == expected


@pytest.mark.parametrize(("actors", "expected"), [([], "reported"), ([REBELS], "claimed")])
def test_a_service_reports_people_hurt_unless_it_says_by_whom(actors, expected):
    said = standing("casualty", "the rescue service", party=OTHER, actors=actors, targets=["civilians"])
    assert said == expected


@pytest.mark.parametrize(("kind", "expected"), [("control", "claimed"), ("protest", "reported")])
def test_where_nobody_is_named_who_gains_decides(kind, expected):
    assert standing(kind, "the spokesman", party=OTHER) == expected


@pytest.mark.parametrize(
    ("words", "cue", "role", "expected"),
    [
        ("the institute", "said", "observer", "reported"),
        ("satellite images", "show", "observer", "confirmed"),
        ("geolocated footage", "indicates", "observer", "confirmed"),
        ("the paper", "reported", "media", "reported"),
    ],
)
def test_observers_and_outlets(words, cue, role, expected):
    assert standing("control", words, cue, role=role, actors=[REBELS], targets=[ARMY]) == expected


@pytest.mark.parametrize(
    ("cue", "party", "expected"),
    [
        ("denied", ARMY, "denied"),
        ("rejected", ARMY, "denied"),
        ("confirmed", ARMY, "confirmed"),
        ("acknowledged", ARMY, "confirmed"),
        ("confirmed", REBELS, "claimed"),  # of its own gain nobody's word is a confirmation
        ("has still not confirmed", ARMY, "unconfirmed"),
        ("did not confirm", ARMY, "unconfirmed"),
        ("could not confirm", ARMY, "unconfirmed"),
        ("has yet to confirm", ARMY, "unconfirmed"),
        ("refused to confirm", ARMY, "unconfirmed"),
        ("neither confirmed nor denied", ARMY, "unconfirmed"),
    ],
)
def test_words_that_say_how_it_stands(cue, party, expected):
    said = standing("control", "the spokesman", cue, party=party, actors=[REBELS], targets=[ARMY])
    assert said == expected


@pytest.mark.parametrize(
    "around",
    [
        "The claim could not be independently verified.",
        "There was no independent confirmation.",
    ],
)
def test_words_around_leave_it_open(around):
    assert standing("control", "", "", around=around) == "unconfirmed"


@pytest.mark.parametrize(
    ("words", "party", "expected"),
    [
        ("three officers", ARMY, "reported"),
        ("three officers", REBELS, "claimed"),
        ("three officials", OTHER, "reported"),
    ],
)
def test_who_stays_nameless_answers_for_nothing(words, party, expected):
    assert standing("control", words, party=party, actors=[REBELS], targets=[ARMY]) == expected


def test_cues_without_a_standing_of_their_own():
    assert cue_standing("said", "", "the ministry", False, False) is None


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


@pytest.mark.parametrize(
    ("words", "evidence"), [("satellite images show", True), ("a video shows", True), ("analysts say", False)]
)
def test_evidence(words, evidence):
    assert has_evidence(words) is evidence
