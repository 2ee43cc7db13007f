"""Which way a clause looks from a date in it: ahead ("will meet on Friday") or back ("met on Friday").

The verb that governs the date decides. It is sought as a reader would: beside the date ("on Sunday issued a warning"),
before it in its own relative clause, before that clause, then behind it. The cues are words of the vocabulary; a
participle counts as looking back unless it stands like an adjective ("an unspecified date"), behind "to be", or leads
to an infinitive that is yet to come ("planned to leave on Thursday").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from toolkit.dates.vocabulary import words

BEFORE, AFTER = 130, 60  # characters: about a clause on each side
FRONTED = 140  # behind a date that opens its sentence the subject stands first
WORD = re.compile(r"[A-Za-z]+")
# Each branch looks back at the one sign it begins with, so that the search stops at such signs alone.
CLAUSE_BREAK = re.compile(
    r"[.!?;\n“”\"`'](?:(?<=[.!?;])(?<![A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z][a-z].)\s"
    r"|(?<=\n)\s*\n|(?<=[“”\"])|(?<=`)`|(?<=')')"
)
RELATIVE = re.compile(r"(?:,|\b(?:in|of|to|for|with))?\s(?:where|which|who|whom|whose|when)\s")
UP_TO = re.compile(r"\b(?:until|till|to|through|by)\s+(?:early |mid-?|late )?$", re.IGNORECASE)
HAPPENED = re.compile(  # "they will get around Wednesday's ruling": it was given
    r"['’]s (?:\w+ ){0,2}(rulings?|verdict|decision|attacks?|bombings?|blasts?|shootings?|killings?|announcement|"
    r"arrests?|crash|raids?|strikes?|explosions?|accident|(?:earth)?quake|fire|incident|violence|ambush|murders?|assault|"
    r"statement|losses)\b"
)
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
    "as",
}
HELPERS = {"to", "not", "will", "would", "could", "should", "can", "may", "might", "must", "did"}


@cache
def cues() -> dict[str, frozenset[str]]:
    """The cues of the vocabulary by their kind, and under ``any`` every word that ends one."""
    kinds = {name: frozenset(listed) for name, listed in words()["cues"].items()}
    return kinds | {"any": frozenset(cue.split()[-1] for kind in kinds.values() for cue in kind)}


def direction(text: str, start: int, end: int) -> tuple[str, str]:
    """The way that the clause looks from a date at start to end, and the word that tells; both empty if none does.

    >>> text = "The ministry, which met in May, will meet on Friday."
    >>> direction(text, text.index("Friday"), text.index("Friday") + 6)
    ('ahead', 'will')
    >>> direction("They met on Friday.", 12, 18)
    ('back', 'met')
    >>> direction("They planned to leave on Friday.", 25, 31)
    ('ahead', 'planned')
    """
    if happened := HAPPENED.match(text, end):
        return "back", happened[1]
    left = max(0, start - BEFORE)
    cut = left > 0 and text[left - 1].isalpha()
    return _direction(text[left:start], text[end : end + FRONTED], cut, len(text) > end + AFTER)


@lru_cache(maxsize=1024)
def _direction(told: str, follows: str, cut: bool, goes_on: bool) -> tuple[str, str]:
    """The same of the words on both sides, with whether the left edge cuts a word and the text goes on."""
    told = _clause(told, cut)
    before = WORD.findall(told)
    follows = CLAUSE_BREAK.split(follows[: AFTER if len(before) > 1 else FRONTED], maxsplit=1)[0]
    after = WORD.findall(follows)
    if goes_on and after and follows[-1].isalpha():
        after.pop()
    if not any(_may_tell(word) for word in (*before, *after)):
        return "", ""
    relative = [found.start() for found in RELATIVE.finditer(told)] if "wh" in told else []
    own = before[len(WORD.findall(told[: relative[-1]])) :] if relative else before
    up_to = bool(UP_TO.search(told))
    behind = next(_ways_behind(after), NOT_TOLD)
    nearest = next(_ways_before(own, up_to), NOT_TOLD)
    if behind[2] == 1 and not 0 < nearest[2] < 4:
        return behind[:2]
    if nearest[0]:
        return nearest[:2]
    outer = next(_ways_before(before, up_to), NOT_TOLD) if relative else nearest
    first, second = (behind, outer) if len(own) < len(before) else (outer, behind)
    return first[:2] if first[0] else second[:2]


def _clause(told: str, cut: bool) -> str:
    """The last clause of what was told before, without the word that its left edge cuts."""
    if cut:
        told = told.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return CLAUSE_BREAK.split(told)[-1]


def _may_tell(word: str) -> bool:
    return word.endswith("ed") or word.lower() in cues()["any"]


Told = tuple[str, str, int]  # the way, the word, how many words away
NOT_TOLD: Told = ("", "", 0)


def _ways_before(listed: list[str], up_to: bool) -> Iterator[Told]:
    """The cues of a clause from the one nearest to the date backward."""
    infinitive, known = False, cues()
    for far in range(1, len(listed) + 1):
        word, previous = listed[-far].lower(), listed[-far - 1].lower() if far < len(listed) else ""
        infinitive = infinitive or (word == "to" and far > 1 and listed[1 - far].islower())
        if far == 1 and word in known["ahead_beside"]:
            yield "ahead", word, far
        elif f"{previous} {word}" in known["ahead_unless_back"]:
            backs = {
                _way(w.lower(), p.lower()) for w, p in zip(listed[1:], listed, strict=False) if w.islower()
            }
            if "back" not in backs:
                yield "ahead", word, far
        elif (infinitive and word in known["ahead_before_to"]) or (up_to and word in known["ahead_up_to"]):
            if previous not in ("had", "been"):
                yield "ahead", word, far
        elif listed[-far].islower() or far == len(listed):
            way = _way(word, previous)
            if way:
                yield way, word, far


def _ways_behind(listed: list[str]) -> Iterator[Told]:
    for far, word in enumerate(listed, 1):
        if word.islower() and (way := _way(word, listed[far - 2].lower() if far > 1 else "")):
            yield way, word, far


def _way(word: str, previous: str) -> str:
    known = cues()
    if word in known["ahead"] or f"{previous} {word}" in known["ahead_pairs"]:
        return "" if previous in ("had", "been") else "ahead"
    if word in known["back"] and previous != "be":
        return "back"
    if previous in NOT_A_VERB_AFTER or word in known["neither"]:
        return ""
    if word in known["ahead_verbs"]:
        return "" if previous in HELPERS else "ahead"
    return "back" if word.endswith("ed") and len(word) > 4 else ""
