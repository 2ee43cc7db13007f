"""Which way a clause looks from a date in it: ahead ("will meet on Friday") or back ("met on Friday").

The cues are words of the vocabulary; a participle counts as looking back unless it stands like an adjective ("an
unspecified date") or behind "to be".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from toolkit.dates.vocabulary import words

BEFORE, AFTER = 90, 60  # characters: about a clause on each side
WORD = re.compile(r"[A-Za-z]+")
CLAUSE_BREAK = re.compile(r"(?<![A-Z])[.!?;]\s|\n\s*\n|[“”\"]|``|''")
NOT_A_VERB_AFTER = {
    "a",
    "an",
    "the",
    "be",
    "still",
    "their",
    "its",
    "his",
    "her",
    "no",
    "any",
    "this",
    "that",
}


@cache
def cues() -> dict[str, frozenset[str]]:
    """The cues of the vocabulary by their kind, and under ``any`` every word that ends one."""
    kinds = {name: frozenset(listed) for name, listed in words()["cues"].items()}
    return kinds | {"any": frozenset(cue.split()[-1] for kind in kinds.values() for cue in kind)}


def direction(text: str, start: int, end: int) -> tuple[str, str]:
    """The way that the clause looks from a date at start to end, and the word that tells; both empty if none does.

    The nearest cue before the date decides, else the first one behind it.

    >>> text = "The ministry, which met in May, will meet on Friday."
    >>> direction(text, text.index("Friday"), text.index("Friday") + 6)
    ('ahead', 'will')
    >>> direction("They met on Friday.", 12, 18)
    ('back', 'met')
    """
    told = CLAUSE_BREAK.split(text[max(0, start - BEFORE) : start])[-1].lower()
    follows = CLAUSE_BREAK.split(text[end : end + AFTER], maxsplit=1)[0].lower()
    before, after = WORD.findall(told), WORD.findall(follows)
    known = cues()["any"]
    if known.isdisjoint(before) and known.isdisjoint(after) and "ed" not in told and "ed" not in follows:
        return "", ""
    if len(text) > end + AFTER and after:
        after.pop()
    backward = list(_backward(before))
    for word, previous in (*backward, *zip(after, ["", *after], strict=False)):
        way = _way(word, previous)
        if f"{previous} {word}" in cues()["ahead_unless_back"]:
            way = "" if "back" in {_way(*pair) for pair in backward} else "ahead"
        if way:
            return way, word
    return "", ""


def _backward(listed: list[str]) -> Iterator[tuple[str, str]]:
    for place in range(len(listed) - 1, -1, -1):
        yield listed[place], listed[place - 1] if place else ""


def _way(word: str, previous: str) -> str:
    known = cues()
    if f"{previous} {word}" in known["ahead_pairs"] or word in known["ahead"]:
        return "ahead"
    if word in known["back"] and previous != "be":
        return "back"
    if previous in NOT_A_VERB_AFTER:
        return ""
    if word in known["ahead_verbs"]:
        return "ahead"
    return "back" if word.endswith("ed") and len(word) > 4 else ""
