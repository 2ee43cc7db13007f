"""Contradictions in so many words, figures without a noun, plans and what came of them; and what is none of these."""

from __future__ import annotations

import pytest

from tests.timeline.test_conflicts import events, found

Texts = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("texts", "relation"),
    [
        # Insisted against it, in its sentence and at the beginning of the next one.
        (
            [("A", "2025-06-10", "The rebels said on Monday they had captured Walikale, but the governor insisted that life in the town was normal.")],
            "insisted against",
        ),
        (
            [("A", "2025-06-10", "Police shot dead two miners in Marikana on Monday, the union said. The minister, however, maintained that the officers were unarmed.")],
            "insisted against",
        ),
        # Waved away, in words that stand for what was said.
        (
            [("A", "2025-06-10", "The navy rammed a fishing boat off Palawan on Monday, the fishermen said. The embassy in Manila calls it “pure fiction”.")],
            "insisted against",
        ),
        (
            [("A", "2025-06-10", "Soldiers looted the market in Malakal on Sunday, traders said. “Such rumours are concocted by our enemies,” the colonel said.")],
            "insisted against",
        ),
        # Contrary to what another outlet has.
        (
            [
                ("A", "2025-06-10", "The garrison of Makeni surrendered on Monday, the agency reported."),
                ("B", "2025-06-11", "Contrary to what the radio announced, soldiers still hold the barracks in Makeni, two sergeants said."),
            ],
            "insisted against",
        ),
        # Two figures, neither with what it counts.
        (
            [("A", "2025-06-10", "The ferry sank near Chandpur on Monday. The owner gave the figure as 310. Survivors, however, spoke of more than 500.")],
            "fewer",
        ),
        # Nobody, where neither names the place.
        (
            [
                ("A", "2025-06-10", "Soldiers fired on a crowd in Bamako on Monday. Nine people, two of them civilians, were killed, a doctor said."),
                ("B", "2025-06-11", "The council took power in Bamako. No civilian lost his life on Monday, the spokesman said."),
            ],
            "some against nobody",
        ),
        # Of the prison that both name, in one word more.
        (
            [
                ("A", "2025-06-10", "Hundreds of inmates broke out of the central prison in Sumy on Monday."),
                ("B", "2025-06-11", "The council's spokesman rejected the accusation that its men had opened the prison in Sumy."),
            ],
            "reported against denied",
        ),
    ],
)  # fmt: skip
def test_a_contradiction(texts: Texts, relation: str) -> None:
    assert [row["relation"] for row in found(*texts)] == [relation]


@pytest.mark.parametrize(
    "texts",
    [
        # Insisted, and against nothing that happened; insisted by the same voice.
        [("A", "2025-06-10", "The envoys called for talks on Monday, but the minister insisted that the army was ready.")],
        [("A", "2025-06-10", "The army shelled Nyala on Monday. The envoy insisted that talks would go on.")],
        # False, and of nothing that was said.
        [("A", "2025-06-10", "Police closed the station in Lima on Monday, the union said. It was a false alarm that woke the town, a guard said.")],
        [("A", "2025-06-10", "Israel killed 14 scientists on Monday, the envoy said. “It is the fabrication of a weapon that we stopped,” a general said.")],
        # Another figure of something else, or by the same voice.
        [("A", "2025-06-10", "The owner gave the figure as 310. The owner spoke of more than 500 in May.")],
        # Nobody, of another day; nobody, where another place is named.
        [
            ("A", "2025-06-10", "Nine people were killed in Bamako on Monday, a doctor said."),
            ("B", "2025-06-13", "The council met in Gao. No civilian lost his life on Thursday, the spokesman said."),
        ],
        [
            ("A", "2025-06-10", "Nine people were killed in Kharkiv on Monday, a doctor said."),
            ("B", "2025-06-11", "Drones flew over Sumy. Nobody was killed on Monday, the mayor said."),
        ],
        # Days that follow one another, of two things.
        [
            ("A", "2025-06-12", "The families met the president in Washington on Tuesday."),
            ("B", "2025-06-13", "The president and the envoy met in Washington on Wednesday, an aide said."),
        ],
    ],
)  # fmt: skip
def test_no_contradiction(texts: Texts) -> None:
    assert found(*texts) == []


def test_two_days_of_one_count_part_though_one_outlet_tells_both() -> None:
    (row,) = found(
        ("A", "2025-07-27", "A strike on Al-Mawasi on July 14 killed 90 people."),
        ("A", "2025-08-01", "The strike on Al-Mawasi on July 13 killed 90 people."),
    )
    assert (row["type"], row["value"], row["other_value"]) == ("date", "13 July 2025", "14 July 2025")
    assert not found(
        ("A", "2025-07-27", "A strike on Al-Mawasi on July 14 killed 90 people."),
        ("A", "2025-08-01", "The strike on Al-Mawasi on July 13 killed 14 people."),
    )


def claims(*texts: tuple[str, str, str]) -> list[str]:
    return events(*texts)["claim_id"].tolist()


def test_a_plan_joins_what_came_of_it() -> None:
    plan = "West African leaders will hold a summit in Abuja on Tuesday, a spokesman said."
    held = "West African leaders held a summit in Abuja on Tuesday."
    after = claims(("A", "2025-06-08", plan), ("B", "2025-06-11", held))
    assert after and set(after[: len(after) // 2]) == set(after[len(after) // 2 :])
    # What had happened before the plan was told is another summit.
    before = claims(("B", "2025-06-04", held), ("A", "2025-06-08", plan))
    assert before and not set(before[: len(before) // 2]) & set(before[len(before) // 2 :])


@pytest.mark.parametrize(
    ("answer", "joined"),
    [
        ("The army has yet to confirm or deny the claim.", True),
        ("The army has yet to confirm or deny that it moved tanks to Omdurman.", False),
    ],
)
def test_an_answer_without_words_of_its_own_is_of_the_sentence_before(answer: str, joined: bool) -> None:
    text = f"The rebels said on Sunday that they had captured El Fasher. {answer}"
    assert (len(set(claims(("A", "2025-10-26", text)))) == 1) == joined
