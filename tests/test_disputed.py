"""From an article to its conflicts: what one voice says against what another one denies or counts."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit import pipeline
from toolkit.claims.lexicon import load_lexicon
from toolkit.claims.places.gazetteer import load_gazetteer
from toolkit.model import Article
from toolkit.timeline.link import link


def shown(text: str) -> list[tuple[str, str, str, str, str]]:
    """The conflicts of an article: of what sort, and by whom each of the two sides tells what."""
    article = Article("a", text, "The Daily", published=date(2025, 6, 13))
    families = load_lexicon().families()
    linked = link(pipeline.events([article]), families, load_gazetteer().within)
    found = pipeline.conflicts(linked)
    names = ["type", "source", "value", "other_source", "other_value"]
    return [tuple(map(str, row)) for row in found[names].itertuples(index=False)]


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        ("The militia denied widespread allegations that its fighters shelled the town of Sake on Monday.",
         ("standing", "The Daily", "reported", "militia", "denied")),
        ("Witnesses said the police shot two students on Monday. The police denied that officers had shot anyone.",
         ("standing", "Witnesses", "reported", "police", "denied")),
        ("Police arrested 38 people on Sunday, the ministry said; a rights group says 52.",
         ("number", "ministry", "38 people", "rights group", "52")),
        ("The ministry says the flood killed 60 people. A rights group believes the number to be above 90.",
         ("number", "ministry", "60 people", "rights group", "above 90")),
    ],
)  # fmt: skip
def test_what_two_voices_dispute_is_a_conflict(text: str, conflict: tuple[str, ...]) -> None:
    assert shown(text) == [conflict]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested 38 people on Sunday, the ministry said; a rights group says 38.",
        "Police arrested at least 38 people on Sunday, the ministry said; a rights group says 52.",
        "The company dismissed suggestions that the price was too high.",
    ],
)
def test_what_nobody_disputes_is_none(text: str) -> None:
    assert not shown(text)
