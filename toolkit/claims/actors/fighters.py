"""Which armed group "the rebels" are: the one that an article calls so, or the only one that can be."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.claims.actors.names import Known, Names
from toolkit.claims.actors.vocabulary import heads, named_list
from toolkit.claims.places.gazetteer import load_gazetteer, well_known
from toolkit.language.frames import Phrase
from toolkit.language.phrases import Tree
from toolkit.language.tree import Token

_SORTS = ("mercenary", "jihadist")
TWICE = 2
"""Mentions that tell the name of a group from a capital at the beginning of a sentence."""


def add_groups(tree: Tree, names: Names) -> None:
    """Add the well-known groups that an article names, and those that no list has and it names by what their people
    are: "Fano fighters", "Union troops"."""
    text, tokens = tree.text, tree.tokens
    for name in sorted(named_list("fighters", "jihadist")):
        if name in text:
            names.add(name, Known(name, "group", "name"))
    openings = {first for first, _ in tree.parse.sentences}
    for i, token in enumerate(tokens):
        lemma = token.lemma.lower()
        bodied = lemma in heads("fighters", "bodied") and text[token.start].islower()
        if token.pos not in ("noun", "name") or not (bodied or lemma in heads("fighters", "people")):
            continue
        first = i
        while first and _is_name(text, tokens[first - 1], first, i):
            first -= 1
        name = text[tokens[first].start : tokens[i - 1].end] if first < i else ""
        if not name or names.find(name) or well_known(name):
            continue
        if bodied and (
            name.lower().split()[-1] in heads("fighters", "sorts")
            or tokens[i - 1].entity == "person"
            or any(not place.minor for place in load_gazetteer().named(name))
        ):
            continue
        ordinary = re.search(rf"\b{re.escape(name.lower())}\b", text) is not None
        opening = first in openings and text.count(name) < TWICE
        if not ordinary and not (opening and not (bodied and tokens[i - 1].pos == "name")):
            names.add(name, Known(name, "group", "name"))


def _is_name(text: str, token: Token, first: int, last: int) -> bool:
    """Whether a word before others belongs to their name."""
    return (
        text[token.start].isupper()
        and token.pos in ("name", "adjective", "noun")
        and token.entity != "time"
        and first <= token.head <= last
    )


class Fighters:
    """The armed groups of an article by the words that it has for them."""

    def __init__(self) -> None:
        self.states: tuple[str, ...] = ()
        self._called: dict[str, dict[str, Known]] = {}
        self._groups: dict[str, Known] = {}

    def learn(self, phrases: Iterable[Phrase], text: str, names: Names) -> None:
        """Take note of what the phrases of an article call its groups: "M23 rebels", "X, an alliance of groups"."""
        for phrase in phrases:
            lemma, apposed = phrase.lemma.lower(), phrase.apposition
            groups = [
                each.known
                for each in names.find(text, phrase.start, phrase.end)
                if each.known.kind == "group"
            ]
            if not groups:
                continue
            if lemma in heads("fighters", "words"):
                self._call(lemma, groups[-1])
            if apposed is not None and apposed.lemma.lower() in heads("fighters", "words"):
                self._call(apposed.lemma.lower(), groups[0])
            for known in groups:
                if any(known.name in named_list("fighters", sort) for sort in _SORTS):
                    self._groups[known.name] = known

    def _call(self, lemma: str, known: Known) -> None:
        self._called.setdefault(lemma, {})[known.name] = known
        if lemma in heads("fighters", "armed") | heads("fighters", "rebel"):
            self._groups[known.name] = known

    def of_state(self, known: Known) -> Known | None:
        """The state itself where its fighters are nobody else's: two states are at war and no group is told of."""
        return known if known.name in self.states else None

    def meant(self, lemma: str, phrase: Phrase) -> Known | None:
        """The group that a bare word of fighters stands for; None where several can be meant or none."""
        if lemma not in heads("fighters", "armed") | heads("fighters", "rebel"):
            return None
        called = self._called.get(lemma, {})
        if len(called) == 1:
            return next(iter(called.values()))
        fitting = [known for known in (called or self._groups).values() if self._fits(lemma, known)]
        return fitting[0] if len(fitting) == 1 else None

    @staticmethod
    def _fits(lemma: str, known: Known) -> bool:
        """Whether a group may be called by a word: mercenaries and jihadists are no rebels where others are."""
        own = next((sort for sort in _SORTS if known.name in named_list("fighters", sort)), "")
        return lemma == own or (not own and lemma in heads("fighters", "rebel"))
