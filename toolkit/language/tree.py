"""A parsed text: words with their heads and roles, in the house's own terms whatever the parser.

Offsets are characters of the text, end exclusive; heads are indexes into the tuple of tokens.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.model import Span

POS = ("noun", "name", "verb", "auxiliary", "adjective", "adverb", "preposition", "determiner", "numeral", "pronoun",
       "particle", "subordinator", "coordinator", "interjection", "punctuation", "other")  # fmt: skip
"""Parts of speech (those of Universal Dependencies by their names)."""

FORMS = ("base", "present", "past", "ing", "participle", "modal", "plural", "")
"""Inflections: of verbs base ("seize"), present ("seizes"), past, ing, participle ("seized" in passives and perfects),
modal; of nouns and names plural; empty for all else."""

ROLES = (
    "root", "subject", "passive_subject", "clausal_subject", "object", "recipient", "agent", "attribute", "complement",
    "open_complement", "preposition", "prepositional_object", "prepositional_clause", "conjunct", "coordinator",
    "adverbial_clause", "relative_clause", "noun_clause", "possessor", "compound", "adjective", "apposition",
    "determiner", "numeral", "auxiliary", "passive_auxiliary", "negation",
    "marker", "particle", "adverb", "time_phrase", "expletive",
    "object_predicate", "parataxis", "punctuation", "other",
)  # fmt: skip
"""What a word is to its head. `agent` is the "by" of a passive, `noun_clause` a participle or infinitive hung on a noun
("soldiers deployed there"), `time_phrase` a bare noun phrase used as an adverb ("last week")."""

ENTITIES = ("place", "body", "person", "people", "time", "number", "money", "event", "thing", "")
"""Kinds of named entities; `people` are nationalities and groups ("Congolese"), `body` organisations."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its characters, dictionary form, part of speech, inflection, head (its own index at a root) and
    role.
    """

    start: int
    end: int
    lemma: str
    pos: str
    form: str
    head: int
    role: str
    entity: str


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of a text, its sentences and its entities (both as first token, token after the last one).

    `parser` names what made it: a backend and its version.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    entities: tuple[tuple[int, int, str], ...]
    parser: str
