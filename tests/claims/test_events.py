"""Which predicates tell of an event: each named test with a sentence that fails it, and one that passes all of them."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.claims.assemble import read_statements
from toolkit.claims.event_tests import TESTS
from toolkit.claims.extract import open_story
from toolkit.model import Article

# The test, the kind of event, a sentence in which it fails, what that tells instead, and a sentence that tells it.
EXAMPLES = [
    ("only describes a noun", "detention", "The captured soldiers saw Moscow on Monday.", ["event"],
     "Russian forces captured two soldiers on Monday."),
    ("taken for granted", "advance", "Prices have doubled since Ethiopian troops invaded Somalia, Kenya said.",
     ["statement"], "Ethiopian troops invaded Somalia on Monday."),
    ("tied to nothing", "clash", "The war is on everybody's mind in Khartoum.", [],
     "Rwandan troops fought with the Congolese army in Goma on Monday."),
    ("told by the act above it", "withdrawal", "Azerbaijan demanded that Armenia withdraw its troops.", ["demand"],
     "Armenia withdrew its troops from the border on Monday."),
    ("told by the verb it belongs to", "strike", "Russia's attack on Ukraine on Monday hit a port.", ["strike"],
     "The Israeli attack on the port of Hodeidah killed two people on Monday."),
    ("told by what it reports", "statement", "Turkey announced that its army had seized the town.", ["control"],
     "Turkey announced a change of policy on Monday."),
    ("only names a thing", "statement", "Officials in Sudan rejected what they described as a surrender.", ["refusal"],
     "Officials in Sudan described the deal as a capitulation."),
    ("only a charge against somebody", "statement", "Kenya accused Uganda of reacting too slowly.", ["statement"],
     "Uganda reacted to the proposal of Kenya on Monday."),
    ("said by nobody", "statement", "The plan of the ministry has been criticised.", [],
     "Turkey criticised the plan of the ministry on Monday."),
    ("only a purpose", "control", "France sent troops to seize the airport of Bamako.", ["mobilisation"],
     "French troops seized the airport of Bamako."),
    ("named in passing", "clash",
     "The night was calm. People slept. Two soldiers were killed in the fighting in Goma on Monday.", ["casualty"],
     "Rwandan troops fought with the Congolese army in Goma on Monday."),
    ("of no certain one", "strike", "Any attack on Goma by Rwandan troops was condemned.", [],
     "The attack on Goma by Rwandan troops was condemned."),
    ("only an obligation", "withdrawal", "Rwanda should withdraw its troops from Goma.", [],
     "Rwanda withdrew its troops from Goma."),
    ("only a condition", "strike", "If Rwandan troops bomb Goma, the port will close.", [],
     "Rwandan troops bombed Goma, and the port is closed."),
    ("only imagined", "strike", "Chinese missiles could hit Taipei within days.", [],
     "Chinese missiles hit Taipei on Monday."),
    ("only a habit", "control", "The group, which holds the town of Goma, met Rwanda on Monday.", ["talks"],
     "The group holds the town of Goma."),
    ("never happened", "advance", "Rwanda guards a border that no army had crossed.", [],
     "The army of Rwanda crossed the border on Monday."),
    ("only supposed", "advance", "If the ministry is right, Rwandan troops have crossed the border.", [],
     "Rwandan troops have crossed the border."),
    ("only fills a cell", "no_comment",
     "Western officials (via Bloomberg); June 2025; 1,200,000 (430K in 2024); Not specified.", [],
     "The army of Mali did not comment on Monday."),
    ("not told", "casualty", "The rebels have not issued a toll.", [], "The army gave a toll of 12 dead."),
    ("meant by one alone", "clash", "“I will keep fighting,” said the father.", [],
     "“We will fight to the end,” the commander said."),
    ("asks to stay unnamed", "demand", "A general asked on Monday not to be named.", [],
     "The general asked on Monday for the port to be spared."),
    ("told before and judged", "strike", "This strike on the port crosses a threshold.", [],
     "A strike on the port killed nine."),
]  # fmt: skip


def read(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The kinds that a text tells, and those that make no row with the test that they failed."""
    article = Article("a", text, "The Daily", published=date(2025, 6, 13))
    statements, dropped = read_statements(open_story(article, None, None, None, "spacy"))
    return [s.kind.name for s in statements], [(each.test, each.event.kind.name) for each in dropped]


def test_every_test_has_an_example() -> None:
    assert [name for name, *_ in EXAMPLES] == [name for name, _ in TESTS]


@pytest.mark.parametrize(("test", "kind", "failing", "instead", "telling"), EXAMPLES)
def test_what_fails_a_test_makes_no_row(
    test: str, kind: str, failing: str, instead: list[str], telling: str
) -> None:
    told, dropped = read(failing)
    assert (test, kind) in dropped
    assert told == instead


@pytest.mark.parametrize(("test", "kind", "failing", "instead", "telling"), EXAMPLES)
def test_what_passes_them_all_makes_one(
    test: str, kind: str, failing: str, instead: list[str], telling: str
) -> None:
    assert kind in read(telling)[0]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("China said that its missiles could hit Taipei within days.", ["strike"]),  # somebody else imagines it
        ("France said that Rwanda must withdraw its troops from Goma.", ["demand"]),
        ("Rwandan troops attacked Goma, killing two soldiers.", ["strike", "casualty"]),
        ("The Congolese army said that it had not seized the village of Mushaki.", ["control"]),
        ("Have Rwandan troops seized Goma?", []),
        ("Any push into Kenya could harm the economy of Uganda.", []),
        ("Rwandan troops had not seized Goma but had advanced on Bukavu.", ["control", "advance"]),
    ],
)  # fmt: skip
def test_the_kinds_that_a_sentence_tells(text: str, kinds: list[str]) -> None:
    assert read(text)[0] == kinds
