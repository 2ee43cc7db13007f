"""The light parser: examples of roles and heads, and the laws that hold for any string."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tries import tries
from toolkit.language import light_parser
from toolkit.language.light.english import table
from toolkit.language.light_parser import parse

from ..growth import grows
from .checks import described, well_formed

SENTENCES = {
    "Rebels seized the airport on Monday.": [
        "Rebels|rebel|noun|plural|subject|seized|",
        "airport|airport|noun||object|seized|",
        "Monday|Monday|name||prepositional_object|on|time",
    ],
    "The base was attacked by drones.": [
        "base|base|noun||passive_subject|attacked|",
        "was|be|auxiliary|past|passive_auxiliary|attacked|",
        "attacked|attack|verb|participle|root|attacked|",
        "by|by|preposition||agent|attacked|",
        "drones|drone|noun|plural|prepositional_object|by|",
    ],
    "The army said that the bridge had not collapsed.": [
        "army|army|noun||subject|said|",
        "that|that|subordinator||marker|collapsed|",
        "had|have|auxiliary|past|auxiliary|collapsed|",
        "not|not|particle||negation|collapsed|",
        "collapsed|collapse|verb|participle|complement|said|",
    ],
    "Officials say the river rises.": [
        "say|say|verb|present|root|say|",
        "river|river|noun||subject|rises|",
        "rises|rise|verb|present|complement|say|",
    ],
    "Rebels seized the airport, the army said.": [
        "seized|seize|verb|past|complement|said|",
        "army|army|noun||subject|said|",
        "said|say|verb|past|root|said|",
    ],
    "Germany gave Ukraine twenty tanks.": [
        "Ukraine|Ukraine|name||recipient|gave|place",
        "tanks|tank|noun|plural|object|gave|",
    ],
    "Troops plan to leave the town.": [
        "plan|plan|verb|present|root|plan|",
        "to|to|particle||auxiliary|leave|",
        "leave|leave|verb|base|open_complement|plan|",
    ],
    "The plan to leave the town failed.": [
        "plan|plan|noun||subject|failed|",
        "leave|leave|verb|base|noun_clause|plan|",
    ],
    "Soldiers who guarded the dam fled.": [
        "Soldiers|soldier|noun|plural|subject|fled|",
        "who|who|pronoun||subject|guarded|",
        "guarded|guard|verb|past|relative_clause|Soldiers|",
    ],
    "Soldiers stationed in Kenya fled when rockets fell.": [
        "stationed|station|verb|participle|noun_clause|Soldiers|",
        "fled|flee|verb|past|root|fled|",
        "when|when|subordinator||marker|fell|",
        "fell|fall|verb|past|adverbial_clause|fled|",
    ],
    "When rockets fell, soldiers fled.": [
        "fell|fall|verb|past|adverbial_clause|fled|",
        "soldiers|soldier|noun|plural|subject|fled|",
    ],
    "The mayor's office closed.": [
        "mayor|mayor|noun||possessor|office|",
        "'s|'s|particle||other|mayor|",
    ],
    "Trains and buses stopped last week.": [
        "and|and|coordinator||coordinator|Trains|",
        "buses|bus|noun|plural|conjunct|Trains|",
        "week|week|noun||time_phrase|stopped|time",
    ],
    "They ruled out a second vote.": [
        "They|they|pronoun||subject|ruled|",
        "out|out|preposition||particle|ruled|",
        "vote|vote|noun||object|ruled|",
    ],
    "The ministry must pay 20 million euros.": [
        "must|must|auxiliary|modal|auxiliary|pay|",
        "pay|pay|verb|base|root|pay|",
        "euros|euro|noun|plural|object|pay|money",
    ],
    "There were clashes near the French border.": [
        "There|there|pronoun||expletive|were|",
        "clashes|clash|noun|plural|attribute|were|",
        "French|french|adjective||adjective|border|people",
    ],
    "Farmers left the valley and moved to the coast.": [
        "and|and|coordinator||coordinator|left|",
        "moved|move|verb|past|conjunct|left|",
    ],
    "The dam burst, killing nine farmers.": [
        "killing|kill|verb|ing|adverbial_clause|burst|",
        "nine|nine|numeral||numeral|farmers|number",
        "farmers|farmer|noun|plural|object|killing|",
    ],
    "Two members of the council resigned.": [
        "members|member|noun|plural|subject|resigned|",
        "of|of|preposition||preposition|members|",
    ],
    "The ship did not sink.": [
        "did|do|auxiliary|past|auxiliary|sink|",
        "not|not|particle||negation|sink|",
        "sink|sink|verb|base|root|sink|",
    ],
    "President Smith of the Farm Union visited Oslo.": [
        "Smith|Smith|name||subject|visited|person",
        "Union|Union|name||prepositional_object|of|body",
        "Oslo|Oslo|name||object|visited|place",
    ],
    "Nobody knows what the army wants.": [
        "what|what|pronoun||object|wants|",
        "army|army|noun||subject|wants|",
    ],
    "Attack on Bridge Kills Two\n\nAn attack on a bridge kills two.": [
        "Attack|attack|noun||subject|Kills|",
        "Kills|kill|verb|present|root|Kills|",
    ],
}  # fmt: skip

LISTED = sorted({word for words in table()["closed"].values() for word in words.split()})
OTHERS = [
    "army",
    "said",
    "was",
    "been",
    "attacked",
    "attacks",
    "attacking",
    "hit",
    "Kyiv",
    "Monday",
    "taken",
    "took",
]
MARKS = [",", ".", "“", "”", "'s", "$", "3.5", "–", ";", ":", "\n\n"]
ANY = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(LISTED + 5 * OTHERS + 5 * MARKS), max_size=60).map(" ".join),
)


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items(), ids=list(SENTENCES))
def test_a_sentence(text: str, expected: list[str]) -> None:
    found = described(text, parse(text))
    assert [line for line in found if line in expected] == expected, "\n".join(found)


@settings(max_examples=tries(400))
@given(ANY)
def test_any_string_has_a_parse(text: str) -> None:
    well_formed(text, parse(text))


@pytest.mark.parametrize("text", list(SENTENCES))
def test_every_example_is_well_formed(text: str) -> None:
    well_formed(text, parse(text))


def test_sentences_end_at_full_stops_and_paragraphs() -> None:
    text = "Gen. A. B. Lee spoke at 5 p.m. in the U.S. capital. Rates fell 3.5 percent.\n\nRoads closed\n\nIt rained."
    parsed = parse(text)
    found = [
        text[parsed.tokens[first].start : parsed.tokens[last - 1].end] for first, last in parsed.sentences
    ]
    assert found == [
        "Gen. A. B. Lee spoke at 5 p.m. in the U.S. capital.",
        "Rates fell 3.5 percent.",
        "Roads closed",
        "It rained.",
    ]


def test_neighbours_change_nothing() -> None:
    text = "The dam burst.\nTwo farms were flooded."
    alone = parse(text)
    for other in SENTENCES:
        parse(other)
    assert parse(text) == alone


@pytest.mark.parametrize(
    "unit",
    [
        "the army said that ",
        "who ",
        "and ",
        "attacks ",
        "a" * 50,
        "(",
        "“",
        "'s",
        "not ",
        "was ",
        "A ",
        "1,",
        "Rain fell. ",
    ],
)
def test_time_is_linear(unit: str) -> None:
    assert not grows(parse, unit, (20_000, 80_000), 10, 0.05)


def test_a_sentence_without_end_is_cut() -> None:
    parsed = parse("the army and " * 300)
    assert max(last - first for first, last in parsed.sentences) <= light_parser.LONGEST
