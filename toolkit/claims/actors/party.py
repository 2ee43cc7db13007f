"""What a party of an event is."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.claims.cases.sides import Side
from toolkit.model import Span

KINDS = ("state", "people", "body", "group", "office", "person", "civilians")
"""States; peoples and groups of states; bodies of several states; other organisations and armed groups; offices of a
story inside one state; persons of whom nothing says for whom they act; people who are no organisation."""


TOLD = frozenset({
    "name", "adjective", "capital", "organ", "acronym", "leader", "office", "owner", "pronoun", "anaphor", "speaker",
    "words",
})  # fmt: skip
"""How words name a party: an office is of a person or of the words of an office, an owner of a thing, an anaphor is
"the group"."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part in an event: a canonical name, the side it belongs to (None where no case names it) and its kind.

    `span` are the characters that name it here, `why` says how it was found: one of `TOLD` where the words of the event
    name it or stand for it, else what it is inferred from.
    """

    name: str
    side: Side | None
    kind: str
    span: Span
    why: str

    @property
    def inferred(self) -> bool:
        """Whether no words of the event stand for it: it was taken from the passage or the article."""
        return self.why not in TOLD
