"""What is called false or not accepted is denied; what somebody claims to have done is claimed."""

from datetime import date

import pytest

import toolkit as tk

TAKEN = "The rebels said they had taken Goma."


def rows(text: str) -> list[tuple[str, str, str]]:
    article = tk.Article(id="a", text=f"{text}\n", outlet="Courier", published=date(2025, 6, 13))
    table = tk.events([article])
    return list(zip(table["kind"], table["standing"], table["claimant"], strict=True))


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (f"{TAKEN} The army called the report false.", "army"),
        (f"{TAKEN} The army described it as pure propaganda.", "army"),
        (f"{TAKEN} The army does not accept this.", "army"),
        (f"{TAKEN} A spokesman for the army said the claim was a complete fabrication.", "spokesman for the army"),
        ("The rebels said they had taken Goma, which the army has called a lie.", "army"),
    ],
)  # fmt: skip
def test_what_is_called_false_is_denied(text: str, claimant: str) -> None:
    assert rows(text) == [("control", "claimed", "rebels"), ("control", "denied", claimant)]


def test_a_figure_that_is_not_accepted_is_denied() -> None:
    text = "Pakistan says that 31 civilians were killed in Kotli, a figure India does not accept."
    assert rows(text) == [("casualty", "claimed", "Pakistan"), ("casualty", "denied", "India")]


@pytest.mark.parametrize(
    "text",
    [
        f"{TAKEN} It was a false alarm.",
        f"{TAKEN} The army did not accept the offer of talks.",
        f"{TAKEN} The mayor described the report as excellent.",
    ],
)
def test_what_is_no_word_on_the_claim_denies_nothing(text: str) -> None:
    assert "denied" not in {standing for _, standing, _ in rows(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The rebels claim to have taken Goma.", ("control", "claimed", "rebels")),
        ("Islamabad claims to have shot down four jets.", ("strike", "claimed", "Islamabad")),
        ("The rebels are believed to have taken Goma.", ("control", "reported", "Courier")),
    ],
)
def test_what_is_said_to_have_been_done_is_told(text: str, wanted: tuple[str, str, str]) -> None:
    assert rows(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The airline suspended flights on Monday. It said that gunmen had attacked the airport in Goma.", "airline"),
        ("Russia attacked Kharkiv on Monday. It said its missiles had struck a depot.", "Russia"),
        # Another one was named last.
        ("The airline suspended flights. The M23 entered Goma. It said it had taken the airport.", "M23"),
    ],
)  # fmt: skip
def test_who_it_is(text: str, claimant: str) -> None:
    assert rows(text)[-1][2] == claimant


def test_what_is_to_be_done_is_not_told_as_done() -> None:
    assert rows("The rebels went to the hill to take Goma.") == []


def test_a_clause_on_what_was_said_answers_its_own_sentence() -> None:
    text = (
        "The army left Goma on Monday. The base fell to the rebels on Tuesday, the unit said in a statement that was "
        "corroborated by analysts."
    )
    assert ("control", "confirmed", "analysts") in rows(text)
