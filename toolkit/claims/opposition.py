"""Who opposes whom, by what an article itself tells of them.

Nobody is anybody's enemy by a list. What two parties do to each other, where they are at war by a noun, and whose
ground one of them takes is evidence; each kind of evidence has its weight, and an adversary is only named where one
party has clearly more of it than the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from toolkit.claims.actors import Parties, Party
from toolkit.claims.actors.vocabulary import at_home, heads
from toolkit.claims.document import Document
from toolkit.claims.lexicon.kinds import is_of_ground
from toolkit.claims.statements import Statement
from toolkit.language.frames import Frame, Phrase

HOSTILE = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE"})
"""PLOVER types of what is done against somebody."""
FOUGHT = frozenset({"ASSAULT", "COERCE", "RETREAT"})
"""Those that tell who fights whom by their words alone, in whatever sentence: a drill joins those who hold it."""
WEIGHTS = {
    "ASSAULT": 2, "COERCE": 2, "RETREAT": 2, "MOBILIZE": 2,
    "ACCUSE": 1, "THREATEN": 1, "SANCTION": 1,
}  # fmt: skip
"""What one event of a PLOVER type says of its doer and the one to whom it is done: deeds more than words."""
WAR = 2
"""What a war between two says of them."""
GROUND = 1
"""What one party's gain on the ground of a state says of the two."""
CLEAR = 1.5
"""How many times more evidence than the next one an adversary must have to be the one that is meant."""
JUDGED = frozenset({"trial"})
"""Kinds in which who is told beside another may be his judge."""
HARM = frozenset({"casualty"})
"""Kinds of what befalls people."""
WORDY = ("body",)
"""Kinds of parties whose words and sanctions make nobody their enemy in the field: unions of states, courts."""
CIVIL = ("civilians", "person")
"""Kinds of parties that oppose nobody."""


@dataclass(frozen=True, slots=True)
class Opposition:
    """The evidence that each party of an article opposes each other one; `fighting` are those told to act so,
    `supposed` those of whom it is only supposed because the article names them most."""

    weights: dict[str, Counter[str]] = field(default_factory=dict)
    fighting: set[str] = field(default_factory=set)
    supposed: set[str] = field(default_factory=set)

    def add(self, one: str, other: str, weight: int) -> None:
        """Add evidence for two parties."""
        self.weights.setdefault(one, Counter())[other] += weight
        self.weights.setdefault(other, Counter())[one] += weight

    def update(self, other: Opposition) -> None:
        """Take over what another one holds."""
        self.weights.update(other.weights)
        self.fighting.update(other.fighting)
        self.supposed.update(other.supposed)

    def against(self, names: Iterable[str], country: str = "") -> str:
        """The one adversary of some parties; of several, the one at home in a country; empty where none is clear.

        >>> told = Opposition()
        >>> told.add("rebels", "Congo", 2)
        >>> told.against(["rebels"])
        'Congo'
        """
        own = set(names)
        found: Counter[str] = Counter()
        for name in own:
            found.update(self.weights.get(name, {}))
        ranked = [(name, weight) for name, weight in found.most_common() if name not in own]
        if len(ranked) > 1 and country:
            home = at_home((name for name, _ in ranked), country)
            if len(home) == 1:
                return home[0]
        if not ranked or (len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]):
            return ""
        return ranked[0][0]

    def pair(self) -> tuple[str, ...]:
        """The two who are told to fight each other most, where no other two come near; else nothing."""
        pairs = [
            (weight, one, other)
            for one, others in self.weights.items()
            for other, weight in others.items()
            if one < other and {one, other} <= self.fighting
        ]
        ranked = sorted(pairs, key=lambda pair: (-pair[0], pair[1:]))
        if not ranked or (len(ranked) > 1 and ranked[0][0] < CLEAR * ranked[1][0]):
            return ()
        return ranked[0][1:]


def opposition(
    document: Document, parties: Parties, statements: Sequence[Statement], country: str
) -> Opposition:
    """Who opposes whom in an article; `country` is the code of the one in which most of its places lie.

    Where no words say who fights whom, those do that an article of war names most: two states, or a group and the state
    of the country.
    """
    told = Opposition()
    states = {p.name for s in statements for p in (*s.actors, *s.targets, *s.speakers) if p.kind == "state"}
    for s in statements:
        weight = WEIGHTS.get(s.plover, 0)
        if not weight or s.event is None or s.negated or s.kind.name in JUDGED:
            continue
        barred = () if s.plover in HOSTILE else WORDY
        doers, others = (_sided(p for p in named if p.kind not in barred) for named in (s.actors, s.targets))
        if s.kind.gains == "actor" and not others and s.place is not None:
            others, weight = set(at_home(states, s.place.place.country)), GROUND
        _count(parties, told, doers, others, weight, s.plover in HOSTILE)
    taking = {s.event.frame.lemma for s in statements if s.event and is_of_ground(s.kind)}
    hostile = {s.event.frame.lemma for s in statements if s.event and s.plover in FOUGHT}
    hostile |= heads("opposition", "wars")
    for frame in document.frames:
        if not frame.negated and frame.lemma in hostile:
            doers, others = _sides_of(parties, frame, frame.lemma in taking)
            _count(parties, told, doers, others, WAR, True)
    if not told.fighting and (doers := set(_attackers(statements))):
        names = {party.name for party in parties.opposed(country)}
        if names & doers:
            _count(parties, told, names, names, GROUND, True)
            told.supposed.update(told.fighting)
    return told


def _attackers(statements: Iterable[Statement]) -> Iterator[str]:
    """Who is told to attack: people killed "in A and B" are not killed by those."""
    for s in statements:
        if s.plover == "ASSAULT" and s.kind.name not in HARM and not s.negated:
            yield from _sided(s.actors)


def _count(
    parties: Parties, told: Opposition, doers: set[str], others: set[str], weight: int, fights: bool
) -> None:
    for one in doers:
        for other in others - {one}:
            pair = tuple(parties.army_of(name) or name for name in (one, other))
            if pair[0] != pair[1] and not any(keeps_order(name) for name in pair):
                told.add(pair[0], pair[1], weight)
                if fights:
                    told.fighting.update(pair)


def keeps_order(name: str) -> bool:
    """Whether a party is of those who keep order: police are nobody's enemy, and do not march."""
    return not heads("opposition", "keepers").isdisjoint(name.lower().split())


def _sided(named: Iterable[Party]) -> set[str]:
    """The names of parties that can oppose somebody: of those told of by common nouns, only who bears arms."""
    return {p.name for p in named if takes_sides(p)}


def is_place(party: Party, patient: Phrase | None) -> bool:
    """Whether what somebody takes or enters is a place of which nothing is known but its name: "seized Adwa"."""
    unknown = party.side is None and party.kind in ("group", "person") and party.why == "name"
    return unknown and patient is not None and patient.pos == "name" and not party.name.isupper()


def takes_sides(party: Party) -> bool:
    """Whether a party can oppose somebody: it goes by a proper name, or is of people who bear arms."""
    word = party.name.split()[-1]
    armed = not heads("opposition", "armed").isdisjoint((word, word.removesuffix("s")))
    return party.kind not in CIVIL and (armed or not word.islower())


def is_harmless(party: Party) -> bool:
    """Whether a party is of people who harm nobody: who only flees, finds and helps."""
    word = party.name.split()[-1].lower()
    return party.kind == "civilians" or word.removesuffix("s") in heads("opposition", "helpers")


def _sides_of(parties: Parties, frame: Frame, taking: bool) -> tuple[set[str], set[str]]:
    """Who fights whom in a predicate; both sides of a noun of war, the subjects of a verb that two do to each other."""
    doers = {*_phrases(parties, frame, ("agent",), (), False)}
    others = {
        *_phrases(parties, frame, ("patient",), ("against", "with", "from", "on", "between"), taking)
    } - doers
    if not others and frame.lemma in heads("opposition", "wars" if frame.form == "noun" else "mutual"):
        return doers, doers
    return doers, others


def _phrases(
    parties: Parties, frame: Frame, roles: tuple[str, ...], prepositions: tuple[str, ...], taking: bool
) -> Iterator[str]:
    for argument in frame.arguments:
        if argument.role in roles or argument.preposition in prepositions:
            of = parties.of if "agent" in roles else parties.target_of
            yield from _sided(p for p in of(argument.phrase) if not (taking and is_place(p, argument.phrase)))


def adversary_of(parties: tuple[Party, ...], told: Opposition, country: str = "") -> tuple[Party, ...]:
    """The one adversary that the article tells of; nobody where there are several."""
    name = told.against((party.name for party in parties), country)
    return (Party(name, None, "adversary", parties[0].span, "adversary told in the article"),) if name else ()


def attacker(each: Statement, told: Opposition) -> tuple[Party, ...]:
    """The one party that the article tells to have fought most others, where nobody else comes near."""
    ranked = Counter({name: others.total() for name, others in told.weights.items()}).most_common(3)
    names = {party.name for party in each.targets}
    if not ranked or ranked[0][0] in names or ranked[0][1] < 2:
        return ()
    first = told.weights[ranked[0][0]]
    if (
        len(ranked) > 1
        and ranked[0][1] < CLEAR * ranked[1][1]
        and not (len(first) > 1 and ranked[1][0] in first and ranked[0][1] > ranked[1][1])
    ):
        return ()
    return (
        Party(
            ranked[0][0],
            None,
            "adversary",
            each.trigger,
            "party that the article tells to fight the others",
        ),
    )
