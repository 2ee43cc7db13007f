"""The words and figures of a text that the scan looks at: triggers, and the leads right before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

TOKEN = re.compile(r"([^\W\d_]+|\d+)")
ASCII_TOKEN = re.compile(r"([a-zA-Z]+|[0-9]+)")  # the same, sooner
OTHER, LEAD, TRIGGER = 0, 1, 2  # what a word is to the scan
TRIGGERED = re.compile(rb"(?<!\x01)\x01*\x02")  # the leads before a trigger, from the first of them
MAX_WORDS, MAX_LENGTH = 50_000, 30  # words that are remembered, and their letters


class Kinds(dict[str, int]):
    """What each word or figure of a text is to the scan; those that have been met are remembered."""

    def __missing__(self, token: str) -> int:
        kind = OTHER if not token.isdecimal() else TRIGGER if len(token) in (1, 2, 4) else LEAD
        if len(self) < MAX_WORDS and len(token) < MAX_LENGTH:
            self[token] = kind
        return kind


def worth_a_look(text: str, kinds: Kinds) -> Iterator[tuple[str, int, int]]:
    """The words and figures that trigger something and the leads right before them, each with its place.

    What is done for every word is done by loops of the language's own: this is the better part of the scan.

    >>> list(worth_a_look("of the late May", Kinds(the=LEAD, late=LEAD, May=TRIGGER)))
    [('the', 3, 6), ('late', 7, 11), ('May', 12, 15)]
    """
    parts = (ASCII_TOKEN if text.isascii() else TOKEN).split(
        text
    )  # what stands between them, and they, by turns
    edges = [*accumulate(map(len, parts))]
    tokens = parts[1::2]
    listed = bytes(map(kinds.__getitem__, tokens))
    for found in TRIGGERED.finditer(listed):
        for place in range(*found.span()):
            yield tokens[place], edges[2 * place], edges[2 * place + 1]
