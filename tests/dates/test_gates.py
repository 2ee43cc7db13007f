"""What is looked at before a pattern is tried never keeps one that would match from being tried."""

from __future__ import annotations

import re

import pytest

from tests.dates.examples import absolute, ago, assorted, orders, parts, phrases, relative
from toolkit.dates.beginnings import alike, continuation, continuations
from toolkit.dates.lazy import lazily
from toolkit.dates.needed import near, needed
from toolkit.dates.rules import table
from toolkit.dates.tokens import worth_a_look
from toolkit.dates.triggers import begins_with

WORD = re.compile(r"[A-Za-z]+|[0-9]+")


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from texts(each)


EXAMPLES = sorted(
    {
        text.replace("[", "").replace("]", "")
        for module in (absolute, ago, assorted, orders, parts, phrases, relative)
        for name, listed in vars(module).items()
        if name.isupper()
        for text in texts(listed)
    }
)


def test_every_match_is_tried():
    rules = {rule for trigger in table().values() if trigger for rule in trigger.rules}
    for text in EXAMPLES[::7]:
        for word in WORD.finditer(text):
            start, end = word.span()
            for rule in rules:
                if rule.pattern.match(text, start):
                    assert begins_with(rule.phrase, word[0].lower(), alike(text[start : start + 2])), (
                        rule.name
                    )
                    assert continuation(text, start, end) in continuations(rule.phrase), rule.name
                    pieces = needed(rule.phrase)
                    assert not pieces or any(piece in near(text, start) for piece in pieces), rule.name


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
