"""Entries of a lexicon: the words for a kind of event, with conditions on who and what stands with them."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from toolkit.claims.lexicon.kinds import Kind, plover_code
from toolkit.claims.lexicon.words import Wording, is_wording, uninflected
from toolkit.claims.toml_checks import Reader

CONDITIONS = ("agent", "patient", "recipient", "topic")
FORMS = ("infinitive", "clause", "gerund", "request")
SUBJECTS = ("agent", "patient", "recipient", "target")
ENTRY_KEYS = (
    "kind", "name", "verbs", "nouns", "adjectives", "agent", "patient", "recipient", "topic", "not_agent",
    "not_patient", "not_recipient", "not_topic", "needs", "not_modified", "joined", "not_joined",
    "subject", "of", "doer", "target", "complement", "negated", "generic", "tells", "plover", "examples", "counter",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be true of a phrase: it has one of the types of its slot (a role, or a preposition that joins it).

    Any of the `slots` will do; with `refused` none of them may be so. `joined` slots are prepositions.
    """

    key: str
    slots: tuple[tuple[str, tuple[str, ...]], ...]
    joined: bool = False
    refused: bool = False

    def __str__(self) -> str:
        told = ", ".join(f"{slot} {'/'.join(types)}" for slot, types in self.slots)
        return f"{self.key}: {told if self.joined else '/'.join(self.slots[0][1])}"


@dataclass(frozen=True, slots=True)
class Entry:
    """Words for one kind of event.

    `subject` is the role of the grammatical subject: agent, or patient where it happens to it ("Five people died"), or
    recipient ("The army received drones"), or target ("The army lost the town"). `of` is the role of what "of" names
    after a noun. `doer` are prepositions that join the agent beside "by" ("fell to the rebels"), `target` those that
    join whom it is directed at. `needs` are roles that must be filled, `not_modified` words that must not stand before
    a noun. `complement` is what the predicate must govern: a clause of one of FORMS, or one with that verb. A `negated`
    entry asks for a denial ("did not comment"). Nouns of a `generic` entry ("war", "deal") tell of an event only where
    something anchors them. Who does what an entry says that `tells` is who says so: "put the toll at nine".
    """

    name: str
    kind: Kind
    wordings: tuple[Wording, ...]
    conditions: tuple[Condition, ...] = ()
    subject: str = "agent"
    of: str = "patient"
    doer: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    not_modified: tuple[str, ...] = ()
    complement: tuple[str, ...] = ()
    negated: bool = False
    generic: bool = False
    tells: bool = False
    plover: str = ""
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()

    @property
    def agentless(self) -> bool:
        """Whether the grammatical subject is whom it happens to."""
        return self.subject == "patient"

    def __str__(self) -> str:
        return self.name


def read_entry(read: Reader, kinds: dict[str, Kind], types: frozenset[str]) -> Entry:
    """One [[entries]] table, checked against the kinds of its theme and the types of phrases."""
    read.only(*ENTRY_KEYS)
    name = read.text("kind")
    if name not in kinds:
        raise read.wrong("kind", f"{name!r} is none of the theme's kinds{_meant(name, kinds)}")
    kind = kinds[name]
    subject, of = read.text("subject", "agent"), read.text("of", "patient")
    for key, value in (("subject", subject), ("of", of)):
        if value not in SUBJECTS:
            raise read.wrong(key, f"{value!r} is none of {', '.join(SUBJECTS)}")
    wordings = tuple(
        wording
        for key, form in (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective"))
        for wording in _wordings(read, key, form)
    )
    if not wordings:
        raise read.wrong("verbs", "an entry needs at least one word under verbs, nouns or adjectives")
    return Entry(
        f"{name}.{read.text('name')}", kind, wordings, tuple(_conditions(read, types)), subject, of,
        tuple(read.texts("doer")), tuple(read.texts("target")), _roles(read), tuple(read.texts("not_modified")),
        tuple(read.texts("complement")), read.flag("negated"), read.flag("generic"), read.flag("tells"),
        plover_code(read, kind.plover), tuple(read.texts("examples")), tuple(read.texts("counter")),
    )  # fmt: skip


def _wordings(read: Reader, key: str, form: str) -> list[Wording]:
    found = []
    for text in read.texts(key):
        if not is_wording(text):
            raise read.wrong(
                key, f"{text!r} is no word in lower case; after a verb may stand words it goes with"
            )
        wording = Wording.of(form, text)
        if form == "verb" and (base := uninflected(wording.head)):
            raise read.wrong(key, f"{text!r} looks inflected; write the dictionary form, perhaps {base!r}")
        if wording in found:
            raise read.wrong(key, f"{text!r} is listed twice")
        found.append(wording)
    return found


def _roles(read: Reader) -> tuple[str, ...]:
    needs = tuple(read.texts("needs"))
    if unknown := next((role for role in needs if role not in CONDITIONS), ""):
        raise read.wrong("needs", f"{unknown!r} is none of {', '.join(CONDITIONS)}")
    return needs


def _conditions(read: Reader, types: frozenset[str]) -> list[Condition]:
    found = []
    for role in CONDITIONS:
        for key, refused in ((role, False), (f"not_{role}", True)):
            if listed := read.texts(key):
                found.append(Condition(key, ((role, _types(read, key, listed, types)),), refused=refused))
    for key, refused in (("joined", False), ("not_joined", True)):
        table: Any = read.table.get(key, {})
        if not isinstance(table, dict):
            raise read.wrong(
                key, 'must be a table of prepositions with types of phrases: { into = ["place"] }'
            )
        inner = Reader(read.path, table, f"{read.place}.{key}")
        if slots := tuple((slot, _types(inner, slot, inner.texts(slot), types)) for slot in table):
            found.append(Condition(key, slots, True, refused))
    return found


def _types(read: Reader, key: str, listed: list[str], types: frozenset[str]) -> tuple[str, ...]:
    for name in listed:
        if name not in types:
            raise read.wrong(key, f"{name!r} is no type of phrase{_meant(name, types)}")
    return tuple(listed)


def _meant(name: str, known: dict[str, Kind] | frozenset[str]) -> str:
    """What was probably meant, or all there are, for the end of an error message."""
    if close := get_close_matches(name, known, 1):
        return f"; did you mean {close[0]!r}?"
    return f": {', '.join(sorted(known))}"
