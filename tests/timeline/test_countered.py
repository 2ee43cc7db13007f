"""Contradictions in so many words, figures without a noun, plans and what came of them; and what is none of these."""

from __future__ import annotations

from typing import Any

import pytest

from tests.timeline.test_conflicts import events, found


def parted(one: str, other: str, later: str = "2025-06-11") -> list[dict[str, Any]]:
    """The conflicts of one text, or of two outlets."""
    return found(("A", "2025-06-10", one), *([("B", later, other)] if other else []))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        # Insisted against it, in its sentence and at the beginning of the next one.
        (
            "The rebels said on Monday they had captured Walikale, but the governor insisted that life was normal.",
            "",
            "insisted against",
        ),
        (
            "Police shot dead two miners in Marikana on Monday, the union said."
            " The minister, however, maintained that the officers were unarmed.",
            "",
            "insisted against",
        ),
        (
            "Jets bombed the hospital in Rafah on Monday, doctors said."
            " However, Israeli leaders have argued that the building had been empty for weeks.",
            "",
            "insisted against",
        ),
        # By how little was done, of what did harm.
        (
            "Nine marchers were killed in Bo on Monday, a nurse said. The march had been announced."
            " Officers said that their men had used only tear gas.",
            "",
            "insisted against",
        ),
        # Nothing of what one is told to have done.
        (
            "Protesters were shot by police in Osh on Sunday, doctors said. The police said no shots were fired.",
            "",
            "insisted against",
        ),
        # Counted otherwise by the next voice, without the noun.
        (
            "The union said 40,000 people marched in Lima on Sunday. Police put the number at 6,000.",
            "",
            "fewer",
        ),
        # Waved away, in words that stand for what was said.
        (
            "The navy rammed a fishing boat off Palawan on Monday, the fishermen said."
            " The embassy in Manila calls it “pure fiction”.",
            "",
            "reported against denied",
        ),
        (
            "Soldiers looted the market in Malakal on Sunday, traders said."
            " “Such rumours are concocted by our enemies,” the colonel said.",
            "",
            "reported against denied",
        ),
        # Waved away in another article, by who is told to have done it.
        (
            "Eritrean troops crossed the border near Badme on Monday, Ethiopia said.",
            "Eritrea called the accusation a fabrication.",
            "insisted against",
        ),
        # Contrary to what another outlet has.
        (
            "The garrison of Makeni surrendered on Monday, the agency reported.",
            "Contrary to what the radio announced, soldiers still hold the barracks in Makeni, two sergeants said.",
            "insisted against",
        ),
        # Two figures, neither with what it counts.
        (
            "The ferry sank near Chandpur on Monday. The owner gave the figure as 310."
            " Survivors, however, spoke of more than 500.",
            "",
            "fewer",
        ),
        # Nobody, where neither sentence names the place.
        (
            "Soldiers fired on a crowd in Bamako on Monday."
            " Nine people, two of them civilians, were killed, a doctor said.",
            "The council took power in Bamako. No civilian lost his life on Monday, the spokesman said.",
            "some against nobody",
        ),
        # Of the prison at the place that both name, in one word more.
        (
            "Hundreds of inmates broke out of the central prison in Sumy on Monday.",
            "The council's spokesman rejected the accusation that its men had opened the prison in Sumy.",
            "reported against denied",
        ),
    ],
)
def test_a_contradiction(one: str, other: str, relation: str) -> None:
    assert [row["relation"] for row in parted(one, other)] == [relation]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Insisted, and against nothing that happened.
        ("The envoys called for talks on Monday, but the minister insisted that the army was ready.", ""),
        ("The army shelled Nyala on Monday. The envoy insisted that talks would go on.", ""),
        (
            "Drones hit a depot in Sumy on Monday, the mayor said. The army said it used only two of its vans in May.",
            "",
        ),
        # False, and of nothing that was said.
        (
            "Police closed the station in Lima on Monday, the union said."
            " It was a false alarm that woke the town, a guard said.",
            "",
        ),
        (
            "Israel killed 14 scientists on Monday, the envoy said."
            " “It is the fabrication of a weapon that we stopped,” a general said.",
            "",
        ),
        # Two figures by one voice.
        ("The owner gave the figure as 310. The owner spoke of more than 500 in May.", ""),
        # Nobody, of another day; nobody, where one sentence names another place.
        (
            "Nine people were killed in Bamako on Monday, a doctor said.",
            "The council met in Gao. No civilian lost his life on Thursday, the spokesman said.",
        ),
        (
            "Nine people were killed in Kharkiv on Monday, a doctor said.",
            "Drones flew over Sumy. Nobody was killed on Monday, the mayor said.",
        ),
        # Days that follow one another, of two things.
        (
            "The families met the president in Washington on Sunday.",
            "The president and the envoy met in Washington on Monday, an aide said.",
        ),
    ],
)
def test_no_contradiction(one: str, other: str) -> None:
    assert parted(one, other, "2025-06-13") == []


def test_two_days_of_one_count_part_though_one_outlet_tells_both() -> None:
    one, other = (
        "A strike on Al-Mawasi on July 14 killed {} people.",
        "The strike on Al-Mawasi on July 13 killed 90.",
    )
    texts = [("A", "2025-07-27", one.format(90)), ("A", "2025-08-01", other)]
    (row,) = found(*texts)
    assert (row["type"], row["value"], row["other_value"]) == ("date", "13 July 2025", "14 July 2025")
    assert not found(("A", "2025-07-27", one.format(14)), texts[1])


def claims(*texts: tuple[str, str, str]) -> list[str]:
    return events(*texts)["claim_id"].tolist()


def test_a_plan_joins_what_came_of_it() -> None:
    plan = "West African leaders will hold a summit in Abuja on Tuesday, a spokesman said."
    held = "West African leaders held a summit in Abuja on Tuesday."
    alone = claims(("A", "2025-06-08", plan))
    joined = claims(("A", "2025-06-08", plan), ("B", "2025-06-11", held))
    assert len(set(joined)) == len(set(alone)) < len(joined)
    # What had happened before the plan was told is another summit.
    assert len(set(claims(("B", "2025-06-04", held), ("A", "2025-06-08", plan)))) == 2 * len(set(alone))


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
