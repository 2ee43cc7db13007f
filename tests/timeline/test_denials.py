"""Denials of what another article tells, in whatever words; and what denies something else, or nothing."""

from __future__ import annotations

import pytest

from tests.timeline.test_conflicts import found

SHELLED = "Army shelling killed 40 civilians in the market of Nyala on Monday, the rebels said."
BOMBED = "The coalition bombed a hospital in Saada on Monday, the Houthis said."
MINES = "A gas explosion killed 31 miners in Zonguldak on Monday, the union said."


@pytest.mark.parametrize(
    ("claim", "answer"),
    [
        # Of a figure, in words that name no happening.
        (SHELLED, "The army on Tuesday disputed the figure of 40 dead in Nyala."),
        # In a clause that hangs on the claim told once more.
        (MINES, "The union counts 31 dead at Zonguldak, a toll that the operator disputes."),
        (
            "Gunmen said on Monday that they had captured Kumbo.",
            "The gunmen say they hold Kumbo, a claim the army rejects.",
        ),
        # In the words of it, where another kind tells it.
        (
            "Soldiers opened the prison in Sumy on Sunday and let the inmates go, witnesses said.",
            "The council's spokesman rejected the accusation that soldiers had opened the prison in Sumy.",
        ),
        # By having no part in it.
        (BOMBED, "The coalition said on Tuesday it was not responsible for the strike on the hospital in Saada."),
        (BOMBED, "The coalition said that it had nothing to do with the strike on the hospital in Saada."),
        (
            "Rwandan troops killed 18 villagers in Rutshuru on Sunday, the Congolese army said.",
            "Rwanda said that the killings in Rutshuru could not be attributed to its troops.",
        ),
        # In words of another kind, of what is said of one's own.
        (
            "Pakistan's military said on Monday that it shot down an Indian jet over Kashmir.",
            "India's air force denied on Tuesday that it had lost a jet over Kashmir.",
        ),
        (
            "Ukraine's navy said on Monday that it sank a Russian landing ship off Crimea.",
            "Moscow denied that the landing ship had been sunk off Crimea.",
        ),
        # Where neither names a place.
        (
            "Hamas agreed to a ceasefire on Monday, Egyptian officials said.",
            "A Hamas official denied that the group had agreed to a ceasefire.",
        ),
        # Called false.
        (
            "The rebels said on Monday that they had seized the airport in Goma.",
            "The government said on Tuesday that the claim of a seizure of Goma's airport was false.",
        ),
        # Of what makes no row of a known kind.
        (
            "“They closed the list because it embarrassed them,” a father in Chandpur said on Friday. The commissioner"
            " rejects this.",
            "",
        ),
        (
            "A Ukrainian drone wounded four people in Belgorod on Monday, residents said.",
            "The governor said that no one was hurt in the drone attack on Belgorod on Monday.",
        ),
        (
            "The M23 rebels said on Tuesday that they had taken control of the town of Walikale.",
            "Congo's army said on Tuesday that it remained in control of Walikale.",
        ),
    ],
)  # fmt: skip
def test_a_denial_stands_against_the_claim(claim: str, answer: str) -> None:
    texts = [("A", "2025-06-10", claim), *([("B", "2025-06-11", answer)] if answer else [])]
    assert [row["type"] for row in found(*texts)] == ["standing"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SHELLED, "The army denied on Tuesday that it was short of fuel in Nyala."),
        (SHELLED, "The army has yet to confirm or deny the deaths in Nyala."),
        (SHELLED, "The army on Tuesday disputed the figure of 40 dead in Kutum."),
        (BOMBED, "The coalition was responsible for the strike on Saada, the governor said."),
        ("The army bombed Mopti on Monday.", "Mali denied on Tuesday that it wants to leave the union."),
        # What everybody saw is not what the accused denies.
        (
            "The former minister went on trial in Lima on Tuesday.",
            "The former minister, who denies wrongdoing, appeared in court in Lima on Tuesday.",
        ),
        (
            "The court in The Hague sentenced the general on Monday.",
            "The general, who has denied the charges, was sentenced in The Hague on Monday.",
        ),
        # Not yet, and then.
        (
            "The government has not yet released the prisoners in Managua, their families said on Monday.",
            "The government released the prisoners in Managua on Wednesday.",
        ),
        # The day of a toll is that of counting, the two days of a night are one, and "again" is another time.
        (
            "A bomb at a market in Kano killed 12 people on Tuesday, police said.",
            "The death toll from the bomb at the market in Kano rose to 19 on Wednesday, police said.",
        ),
        (
            "Drones hit a refinery in Ryazan on Monday night, the governor said.",
            "Drones hit a refinery in Ryazan early on Tuesday, the Ukrainian army said.",
        ),
        (
            "Russian and Ukrainian negotiators met in Istanbul on Monday.",
            "Russian and Ukrainian negotiators met in Istanbul again on Thursday.",
        ),
        # Others than those who were harmed.
        (
            "India said about 70 militants were killed in Kotli on Thursday.",
            "The home minister said there had been no civilian casualties in Kotli on Thursday.",
        ),
        # One who lives against all who died.
        (
            "The sinking of the ferry at Chandpur on Friday killed 77 people, the administration said.",
            "“My son is not dead,” a mother said in Chandpur on Saturday.",
        ),
    ],
)  # fmt: skip
def test_what_denies_nothing_of_it(one: str, other: str) -> None:
    assert found(("A", "2025-06-10", one), ("B", "2025-06-13", other)) == []


def test_who_denies_just_after_what_he_is_said_to_have_done() -> None:
    charged = "Police charged the crowd with batons in Sumy on Sunday."
    (row,) = found(("A", "2025-06-10", f"{charged} The police chief denied that any force had been used."))
    assert (row["value"], row["other_value"]) == ("reported", "denied")
    assert not found(("A", "2025-06-10", f"{charged} The mayor denied that any force had been used."))
