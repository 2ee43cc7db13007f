"""Frames: the predicates of a text with their arguments.

A predicate is a verb ("seized"), an eventive noun ("the takeover of the base") or a copular or existential
construction ("is in control", "there were clashes"). Its arguments carry roles, whatever the wording: "rebels seized
the base", "the base was seized by rebels", "the rebels' seizure of the base" have the same agent and patient.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.model import Span

ROLES = ("agent", "patient", "recipient", "place", "time", "source", "instrument", "topic", "other")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its characters without relative clauses, and what is known of its head.

    `lemma` is the head's dictionary form in lower case ("soldier" of "two soldiers of the army"), `entity` the kind
    of name at its head (see `tree.ENTITIES`) or empty, `name` the name in it that says who or where it is ("South
    African" of "nine South African soldiers"), `modifiers` the lemmas of adjectives and compounds, `count` the words
    of a number, `complements` the phrases hung on it by a preposition, `members` the phrases coordinated with it.
    """

    start: int
    end: int
    token: int
    text: str
    lemma: str
    pos: str
    entity: str = ""
    name: str = ""
    name_entity: str = ""
    modifiers: tuple[str, ...] = ()
    determiner: str = ""
    count: str = ""
    plural: bool = False
    owner: Phrase | None = None
    complements: tuple[tuple[str, Phrase], ...] = ()
    members: tuple[Phrase, ...] = ()
    apposition: Phrase | None = None

    @property
    def pronoun(self) -> bool:
        """Whether it is a pronoun."""
        return self.pos == "pronoun"


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase and its role in a frame; `preposition` is the word that joins it, or empty."""

    role: str
    preposition: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate with its arguments.

    `form` is verb, noun or copula; `start`, `end` are the characters of the predicate word, `clause` those of all
    that hangs on it. `parent` is the index of the frame that governs it and `relation` how: complement ("said that"),
    purpose ("to seize"), adverbial, relative, participle, coordinated, argument (an eventive noun that fills a role
    of a verb), or empty. `marker` is the word that opens its clause or joins the noun ("after", "if", "that", "in").
    `tense` is past, present, future, perfect, pluperfect, infinitive, ing, participle or empty (nouns take that of
    the verb that supports them). `modality` is may, could, would, will, should, must, plans, ordered, conditional,
    weighing or empty. `light` is the index of the light verb that supports a noun ("carried out a strike"),
    `modifiers` are the lemmas of the words before a noun.
    """

    index: int
    sentence: int
    start: int
    end: int
    token: int
    form: str
    lemma: str
    particle: str
    voice: str
    tense: str
    negated: bool
    modality: str
    arguments: tuple[Argument, ...]
    clause: Span
    parent: int | None = None
    relation: str = ""
    marker: str = ""
    light: int | None = None
    modifiers: tuple[str, ...] = ()

    def first(self, *roles: str) -> Phrase | None:
        """The first argument in one of these roles, or None."""
        return next((each.phrase for role in roles for each in self.arguments if each.role == role), None)

    def joined_by(self, *prepositions: str) -> Phrase | None:
        """The first argument joined by one of these prepositions, or None."""
        return next((each.phrase for each in self.arguments if each.preposition in prepositions), None)
