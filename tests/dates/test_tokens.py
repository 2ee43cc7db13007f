"""The words that the scan looks at, and patterns that wait for their first use."""

from __future__ import annotations

import re

import pytest

from toolkit.dates.lazy import lazily
from toolkit.dates.rules import table
from toolkit.dates.tokens import worth_a_look


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on the 5th of May", [("the", 3), ("5", 7), ("th", 8), ("of", 11), ("May", 14)]),
        ("20000 years", [("20000", 0), ("years", 6)]),
        ("“May”—May, Мay, maył", [("May", 1), ("May", 6)]),
        ("the mayor May", [("May", 10)]),
        ("May\u2028May the\u00a0May", [("May", 0), ("May", 4), ("the", 8), ("May", 12)]),
        ("", []),
    ],
)
def test_words_with_their_places(text, expected):
    kinds = table().kinds
    assert [(token, start) for token, start, _ in worth_a_look(text, kinds)] == expected
    assert all(text[start:end] == token for token, start, end in worth_a_look(text, kinds))


def test_a_lazy_pattern_is_compiled_once_and_matches_as_others_do():
    pattern = lazily(r"(?P<a>x+)", re.IGNORECASE)
    assert pattern.search("aXx")["a"] == "Xx"
    assert pattern.pattern == r"(?P<a>x+)"
    assert pattern.sub("-", "axb") == "a-b"
    with pytest.raises(AttributeError):
        pattern.nothing  # noqa: B018
