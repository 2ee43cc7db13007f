"""Who is accused did it, by the word of who accuses; of two who accuse each other each tells the other's deed."""

from datetime import date

import pytest

import toolkit as tk


def rows(text: str) -> list[tuple[str, str, str]]:
    article = tk.Article(id="a", text=f"{text}\n", outlet="Courier", published=date(2025, 6, 13))
    table = tk.events([article])
    told = table[table["kind"] != "statement"]
    return list(zip(told["kind"], told["claimant"], told["actor"], strict=True))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Pakistan blamed India for the blast in Lahore on Friday.", [("strike", "Pakistan", "India")]),
        (
            "Thailand and Cambodia accused each other of shelling Poipet on Thursday.",
            [("strike", "Thailand", "Cambodia"), ("strike", "Cambodia", "Thailand")],
        ),
        (
            "Israel and Hamas blamed one another for the strike on the hospital in Gaza City.",
            [("strike", "Israel", "Hamas"), ("strike", "Hamas", "Israel")],
        ),
        ("The army accused the rebels of breaking the ceasefire.", [("clash", "army", "rebels")]),
        ("Iran accused Israel of violating its airspace.", [("strike", "Iran", "Israel")]),
        # Nobody is accused of it.
        ("Pakistan condemned the blast in Lahore on Friday.", []),
        # "The other" is one of several.
        (
            "The two officers accused the other commander of shelling Poipet.",
            [("strike", "two officers", "")],
        ),
        # A doer is named.
        ("Kyiv blamed the delay on the Russian strike on Kharkiv.", [("strike", "Kyiv", "Russia")]),
        # "Fired" alone is no shot.
        ("The minister fired his deputy first.", [("election", "Courier", "minister")]),
    ],
)
def test_the_accused_did_it(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert rows(text) == wanted


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Zaporizke was still in Ukrainian hands.", "Ukraine"),
        ("The town of Uvira is in M23 hands.", "M23"),
        ("The town of Uvira fell into the hands of the M23.", "M23"),
    ],
)
def test_in_whose_hands_a_place_is(text: str, actor: str) -> None:
    assert rows(text) == [("control", "Courier", actor)]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Russia said it had taken Zaporizke. Ukraine's General Staff denied it: it said that Zaporizke was in "
            "Ukrainian hands.",
            "Ukraine's General Staff",
        ),
        # "The General Staff" is no person, and the one named before.
        (
            "Ukraine's General Staff met on Monday. A map shows that Russia captured Zaporizke. The General Staff "
            "denied it on Tuesday: it said that Zaporizke was in Ukrainian hands.",
            "Ukraine's General Staff",
        ),
        # What was said stands before: another one speaks.
        ("Russia said its troops were in Zaporizke. The General Staff had fled, it said.", "Russia"),
    ],
)
def test_who_denies_says_what_holds_instead(text: str, claimant: str) -> None:
    assert rows(text)[-1][1] == claimant
