"""What somebody does by saying something: statements, demands and refusals, and what is no statement."""

from __future__ import annotations

from datetime import date

import pytest

from tests.faults import fault
from toolkit.claims.extract import extract
from toolkit.model import Article, Claim

TUESDAY = date(2025, 6, 10)


def rows(text: str) -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=date(2025, 6, 13)))


SAID = [
    # Nothing that the lexicon knows happens in what they say.
    ("statement", "Egypt", "Ethiopia's prime minister told Egypt that the dam was a matter of pride.", "Ethiopia"),
    ("statement", "", "“The dam is a danger to millions of people downstream,” Egypt's ministry said.", "Egypt"),
    ("statement", "", "According to the Egyptian government, the river is lower than ever.", "Egypt"),
    # What others must do is a demand, what one won't do oneself a refusal.
    ("demand", "Ethiopia", "Egypt said that Ethiopia must stop filling the dam.", "Egypt"),
    ("demand", "Ethiopia", "Egypt said that Ethiopia needed to stop filling the dam.", "Egypt"),
    ("demand", "Ethiopia", "Egypt demanded that Ethiopia stop filling the dam.", "Egypt"),
    ("refusal", "", "Egypt said that it would not accept any change to the treaty.", "Egypt"),
    ("refusal", "", "Egypt will not accept any change to the treaty, its foreign ministry said.", "Egypt"),
]  # fmt: skip
FAULTS = {0: "who is told something is not the target"}


@pytest.mark.parametrize(
    ("kind", "target", "text", "speaker"),
    [fault(*each, why=FAULTS[n]) if n in FAULTS else each for n, each in enumerate(SAID)],
)
def test_what_is_done_by_saying_it(kind: str, target: str, text: str, speaker: str) -> None:
    (row,) = rows(text)
    assert (row.kind, row.actor, row.target, row.standing) == (kind, speaker, target, "claimed")


@pytest.mark.parametrize(
    "text",
    [
        "Egypt said on Tuesday that the dam on the Nile was a matter of pride.",
        "Egypt demanded on Tuesday that Ethiopia stop filling the dam.",
        "“The dam is a danger to millions of people along the river,” Egypt's foreign ministry said on Tuesday.",
        fault("Egypt criticised the plan of Ethiopia on Tuesday.",
              why="the day of an act of speech is not that of its saying"),
    ],
)  # fmt: skip
def test_an_act_of_speech_happens_when_it_is_said(text: str) -> None:
    (row,) = rows(text)
    assert (row.said_start, row.said_end) == (TUESDAY, TUESDAY)
    assert (row.event_start, row.event_end) == (TUESDAY, TUESDAY)


@pytest.mark.parametrize(
    "text",
    [
        fault("Egypt said that it would not accept any change to the treaty.", why="a refusal is negated"),
        fault("The Ethiopian government has not commented.", why="a refusal of comment is negated"),
        "Egypt rejected the offer.",
        "Ethiopia refused to stop filling the dam.",
    ],
)
def test_a_refusal_is_not_itself_denied(text: str) -> None:
    (row,) = rows(text)
    assert (row.kind in ("refusal", "no_comment"), row.negated) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Residents said that the river was low.",  # who speaks for nobody makes no statement of his own
        "The BBC said that the river was low.",
        fault(
            "A fisherman said that the river was low.",
            why="somebody without a name or a state makes a statement",
        ),
        "Egypt said so.",
        fault("The Egyptian ministry has not said what was damaged.", why="what is not said is a statement"),
        "It was not known what Egypt would say.",
    ],
)
def test_no_statement(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # What is said to have happened is told by that.
        ("Pakistan said that its army had shot down two Indian jets.", ["strike"]),
        ("India announced that its army had seized the village of Kargil.", ["control"]),
        # One statement a sentence and speaker.
        ("“The river is lower than ever,” Egypt's foreign ministry said, “and the fields are dry.”", ["statement"]),
        # A long sentence of a quotation that goes on is one more, a short one is not.
        ("“The river is low,” Egypt's foreign ministry said. “Nobody upstream has told us when the gates will open "
         "once more.”", ["statement", "statement"]),
        ("“The river is low,” Egypt's foreign ministry said. “Fields are dry.”", ["statement"]),
    ],
)  # fmt: skip
def test_how_many_statements(text: str, kinds: list[str]) -> None:
    assert [row.kind for row in rows(text)] == kinds
