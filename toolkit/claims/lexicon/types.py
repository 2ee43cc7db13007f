"""Types of phrases: what "the battalion", "Bara", "they" or "12" can be, by the head word and the kind of name."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from toolkit.claims.lexicon.words import noun_forms
from toolkit.claims.toml_checks import Reader
from toolkit.language.frames import Phrase

FILE = Path(__file__).with_name("types.toml")
ANY = "any"
"""The type of every phrase: a condition that asks for it asks only that there is one."""


ANYBODY = "anybody"
"""The type of words that stand for any of what their other types say: "they" may be weapons, and are not refused so."""
QUANTITY = "tally"
"""The type of nouns that count what "of" names: "number", "count"."""
SHOTS = frozenset(
    {
        "shell",
        "tank",
        "artillery",
        "mortar",
        "rocket",
        "sniper",
        "gun",
        "machine-gun",
        "rifle",
        "small-arms",
        "cannon",
    }
)
"""What fire is of that does not burn."""
_COUNTED = re.compile(r"(?:[\w’'-]+ ){0,3}?(?P<noun>\w+) of\b")


@dataclass(frozen=True)
class Types:
    """Types by head word (`words`), by the words before a head word (`pairs`), by the kind of a name and by pronoun."""

    words: dict[str, frozenset[str]]
    pairs: dict[tuple[str, str], frozenset[str]]
    entities: dict[str, frozenset[str]]
    pronouns: dict[str, frozenset[str]]
    also: dict[str, frozenset[str]]

    @property
    def names(self) -> frozenset[str]:
        """All types that there are."""
        listed = (
            *self.words.values(),
            *self.pairs.values(),
            *self.entities.values(),
            *self.pronouns.values(),
        )
        return frozenset({ANY, *self.also}.union(*listed, *self.also.values()))

    def of(self, phrase: Phrase) -> frozenset[str]:
        """The types of a phrase: of its head and of the phrases coordinated with it, else of its apposition."""
        found = {ANY} | self._head(phrase)
        for member in phrase.members:
            found |= self._head(member)
        if len(found) == 1 and phrase.apposition is not None:
            found |= self._head(phrase.apposition)
        return frozenset(found)

    def _head(self, phrase: Phrase) -> frozenset[str]:
        if phrase.pronoun:
            return self._with_also(
                self.pronouns.get(phrase.lemma, self.pronouns.get(phrase.text.lower(), frozenset()))
            )
        shots = phrase.lemma == "fire" and not SHOTS.isdisjoint(phrase.modifiers)
        found = self.words.get("gunfire" if shots else phrase.lemma, frozenset())
        for preposition, complement in phrase.complements:
            found |= self.pairs.get((f"{preposition} {complement.lemma}", phrase.lemma), frozenset())
        if counted := _COUNTED.match(phrase.text):  # "the number of people": its head is what is counted
            noun = counted["noun"].lower()
            found |= self.words.get(noun, frozenset()) & {QUANTITY}
            found |= self.pairs.get((f"of {phrase.lemma}", noun), frozenset())
        if phrase.plural and phrase.lemma == "man" and phrase.owner is not None:  # "his men"
            found |= self.words.get("soldier", frozenset())
        for modifier in phrase.modifiers:
            found |= self.pairs.get((modifier, phrase.lemma), frozenset())
            if phrase.pos == "name":  # a title: "General Haftar", "Cyclone Freddy"
                found |= self.words.get(modifier, frozenset())
        if not self.words.get(phrase.lemma) or phrase.pos in ("name", "numeral"):
            unknown = (
                phrase.text.isalpha() and phrase.text.istitle()
            )  # "Trump", which parsers take for a noun at times
            named = phrase.pos == "name" or (phrase.pos == "noun" and unknown)
            kind = phrase.entity or ("name" if named else "number" if phrase.pos == "numeral" else "")
            found |= self.entities.get(kind, frozenset())
        return self._with_also(found)

    def _with_also(self, types: frozenset[str]) -> frozenset[str]:
        return types.union(*(self.also.get(each, frozenset()) for each in types))

    def extended(self, lists: dict[str, list[str]]) -> Types:
        """These types with the words that a theme adds to them, or with types of its own."""
        words, pairs = dict(self.words), dict(self.pairs)
        also = {**self.also, **{name: frozenset() for name in lists if name not in self.also}}
        for name, listed in lists.items():
            for text in listed:
                *before, head = text.lower().split()
                for form in noun_forms(head):
                    if "of" in before:  # "head of state"
                        for first in noun_forms(before[0]):
                            key = (f"of {form}", first)
                            pairs[key] = pairs.get(key, frozenset()) | {name}
                    elif before:
                        pairs[before[-1], form] = pairs.get((before[-1], form), frozenset()) | {name}
                    else:
                        words[form] = words.get(form, frozenset()) | {name}
        return Types(words, pairs, self.entities, self.pronouns, also)


@cache
def shipped_types() -> Types:
    """The types of types.toml.

    >>> sorted(shipped_types().words["battalion"])
    ['fighting_body', 'force', 'formation', 'troops']
    """
    read = Reader(FILE, tomllib.loads(FILE.read_text(encoding="utf-8")))
    read.only("types", "also", "entities", "pronouns")
    lists = read.word_lists("types")
    also, entities = _sets(read.word_lists("also")), _sets(read.word_lists("entities"))
    pronouns = {
        word: frozenset(types)
        for words, types in read.word_lists("pronouns").items()
        for word in words.split()
    }
    types = Types({}, {}, entities, pronouns, _closed(also)).extended(lists)
    known = frozenset(lists).union({"pronoun", "named", ANYBODY}, *also.values())
    for key, named in (("entities", entities), ("pronouns", pronouns)):
        if unknown := frozenset().union(*named.values()) - known:
            raise read.wrong(key, f"{min(unknown)!r} is no type of phrase")
    return types


def _sets(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(listed) for name, listed in lists.items()}


def _closed(also: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """What each type counts as besides, and what that counts as besides."""
    for _ in also:
        also = {
            name: types.union(*(also.get(each, frozenset()) for each in types))
            for name, types in also.items()
        }
    return also
