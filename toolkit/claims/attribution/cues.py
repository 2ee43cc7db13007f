"""Cue words: which word of a text can introduce what somebody says, and how it takes its content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from toolkit.claims.vocabulary import load, words

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a cue word: its lemma, its form (base, third, past, participle, ing, noun) and its frames."""

    lemma: str
    form: str
    frames: frozenset[str]


@cache
def cues() -> dict[str, Cue]:
    """Every cue form in lower case.

    >>> cues()["told"].lemma, cues()["told"].form, sorted(cues()["told"].frames)
    ('tell', 'past', ['hearer'])
    """
    table = load("attribution")
    frames: dict[str, set[str]] = {}
    for frame, listing in table["verbs"].items():
        for lemma in words(listing):
            frames.setdefault(lemma, set()).add(frame)
    found = {form: Cue(form, "noun", frozenset({"noun"})) for form in words(table["nouns"]["clause"])}
    nouns = set(found)
    for lemma, kinds in frames.items():
        names = frozenset(kinds | ({"noun"} if lemma in nouns else set()))
        irregular = table["irregular"].get(lemma)
        third, past, participle, ing = irregular.split() if irregular else inflect(lemma)
        forms = {lemma: "base", third: "third", participle: "participle", past: "past", ing: "ing"}
        for form, name in forms.items():
            found[form] = Cue(lemma, name, names | ({"noun"} if form in nouns else set()))
    return found | {"according": Cue("according", "past", frozenset({"clause"}))}


def inflect(lemma: str) -> tuple[str, str, str, str]:
    """The third person, past, participle and -ing form of a regular verb.

    >>> inflect("declare"), inflect("stress")[0], inflect("reply")[1]
    (('declares', 'declared', 'declared', 'declaring'), 'stresses', 'replied')
    """
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return third, lemma + "ed", lemma + "ed", lemma + "ing"
