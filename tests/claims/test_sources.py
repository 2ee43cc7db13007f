"""Who a source is, and to whom it spoke."""

from __future__ import annotations

import pytest

from toolkit.claims.attribution.attribute import attribute
from toolkit.claims.attribution.persons import short
from toolkit.claims.attribution.sources import addressee, resolve_source

RESOLVED = {
    "surname": (
        "“We hold,” said Colonel Pavlo Moss, an aide. Moss said more would come.",
        ["Colonel Pavlo Moss", "Colonel Pavlo Moss"],
    ),
    "pronoun": (
        "Foreign minister Ana Holm said no. She added that talks had ended.",
        ["Foreign minister Ana Holm"] * 2,
    ),
    "pronoun behind a short name": (
        "Ana Holm spoke. Holm said no. Later she said yes.",
        ["Ana Holm", "Ana Holm"],
    ),
    "office": (
        "The Norland Defence Ministry said it was true. The ministry said more would follow.",
        ["Norland Defence Ministry", "Norland Defence Ministry"],
    ),
    "group": (
        "It rained, three Sudland officers stationed in Stepove said. The officers said no town had fallen.",
        ["three Sudland officers"] * 2,
    ),
    "initials": (
        "The Institute for River Studies said it was so. Later the IRS said it was not.",
        ["Institute for River Studies", "Institute for River Studies"],
    ),
    "relative": ("They met Ana Holm, who said no town had fallen.", ["Ana Holm"]),
    "a place is no person": (
        "Troops in Ostrava left. New Ostrava fell. Ostrava said it was so.",
        ["Ostrava"],
    ),
    "a body is no he": (
        "Ana Holm spoke, the paper said. The Norland General Staff said no. He said yes.",
        ["paper", "Norland General Staff", "Ana Holm"],
    ),
    "he was told of before": (
        "The Norland General Staff said no. Jan Moss, the chancellor, backs the plan. He says that it will do.",
        ["Norland General Staff", "Jan Moss"],
    ),
    "several are no it": (
        "The Norland ministry said no. Two officers said yes. It said no again.",
        ["Norland ministry", "Two officers", "Norland ministry"],
    ),
    "a person is no they": (
        "Two officers said yes. Ana Holm said no. They said that it held.",
        ["Two officers", "Ana Holm", "Two officers"],
    ),
    "a heading is no name": ("Norland\nHolm\n\nHolm said it was so.", ["Holm"]),
    "an adjective": ("A Russian claim that the town had fallen was wrong.", ["Russia"]),
    "nothing fuller": ("Holm said it was so.", ["Holm"]),
}


@pytest.mark.parametrize(("text", "expected"), RESOLVED.values(), ids=RESOLVED)
def test_resolved(text: str, expected: list[str]) -> None:
    spans = [a.source[0] for a in attribute(text) if a.source]
    assert [resolve_source(text, span, spans[:k]) for k, span in enumerate(spans)] == expected


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the Norland Defence Ministry", "Norland Defence Ministry"),
        ("Ana Holm, a spokeswoman for the army", "Ana Holm"),
        ("the minister - a former judge -", "minister"),
        ("an aide who wished to stay unnamed", "aide"),
        ("Anatol", "Anatol"),
        ("negotiators at the recent talks in Geneva", "negotiators"),
        ("officers stationed in the area", "officers"),
        ("an officer with the call sign “Fox”", "officer"),
        ("What Norland", "Norland"),
        ("When the ministry", "ministry"),
        ("Meanwhile Ana Holm where she", "Ana Holm"),
        ("the", "the"),
    ],
)
def test_short(mention: str, name: str) -> None:
    assert short(mention) == name


HEARERS = {
    "told": ("Officers told The Evening Post that the town held.", "The Evening Post"),
    "told, behind a quotation": ("“We hold,” Ana Holm told the BBC, though she doubted it.", "the BBC"),
    "channel": ("The road is shut, the ministry said Monday on its Telegram channel.", "Telegram"),
    "wrote on": ("The governor wrote on Facebook that two drones had fallen.", "Facebook"),
    "remarked to": (
        "A clerk remarked to The Evening Post in May that talks were near.",
        "The Evening Post",
    ),
    "interview": ("Holm said in a long talk with the Daily Herald that it was over.", "the Daily Herald"),
    "speaking to": ("Speaking to the BBC, Holm said the line held.", "the BBC"),
    "a person is no outlet": ("Holm told Moss that the line held.", None),
    "nobody": ("Holm said that the line held.", None),
    "an outlet in the content": ("Holm said that the Daily Herald was wrong.", None),
}


@pytest.mark.parametrize(("text", "name"), HEARERS.values(), ids=HEARERS)
def test_addressee(text: str, name: str | None) -> None:
    found = addressee(text, attribute(text)[0])
    assert (found[0] if found else None) == name
    if found:
        assert found[0] in text[slice(*found[1])]
