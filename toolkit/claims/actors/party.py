"""What a party of an event is."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.claims.cases.sides import Side
from toolkit.model import Span

KINDS = ("state", "people", "body", "group", "office", "person", "civilians")
"""States; peoples and groups of states; bodies of several states; other organisations and armed groups; offices of a
story inside one state; persons of whom nothing says for whom they act; people who are no organisation."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part in an event: a canonical name, the side it belongs to (None where no case names it) and its kind.

    `span` are the characters that name it here, `why` says how it was found: name, adjective, capital, organ, acronym,
    office (of a person or of the words of an office), owner (of a thing), pronoun, anaphor, speaker, words.
    """

    name: str
    side: Side | None
    kind: str
    span: Span
    why: str
