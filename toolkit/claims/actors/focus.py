"""Who is meant by "it", "they", "the group", "both sides": the mentions before, the nearest subject first."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.claims.actors.names import Known
from toolkit.claims.actors.vocabulary import heads

SORTS = ("strike", "siege", "capture", "offensive", "missile")
KEPT = 60
"""Mentions that are looked back over."""
REACH = 3
"""Sentences before a pronoun in which its antecedent lies."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention: the parties that it names, the words' class, and its place in the sentence."""

    parties: tuple[Known, ...]
    sort: str
    token: int
    sentence: int
    subject: bool
    plural: bool
    person: bool
    clause: int


class Focus:
    """The mentions of an article up to the word that is being read."""

    def __init__(self) -> None:
        self._seen: deque[Seen] = deque(maxlen=KEPT)
        self._counts: Counter[Known] = Counter()
        self._last: dict[str, Seen] = {}
        self._owners: dict[str, tuple[Known, ...]] = {}

    def add(self, seen: Seen) -> None:
        """Take note of a mention."""
        self._seen.append(seen)
        for known in seen.parties:
            self._counts[plain(known)] += 1
        if seen.parties and not seen.person:
            self._last[seen.sort] = seen
        if seen.person:
            self._last["person"] = seen

    def pronoun(
        self, sort: str, sentence: int, clause: int, subject: bool, reflexive: bool
    ) -> tuple[Known, ...]:
        """The parties of the likeliest antecedent of a pronoun; empty where none fits or a thing stands nearer."""
        best, found = 0.0, None
        for back, seen in enumerate(reversed(self._seen)):
            away = sentence - seen.sentence
            if away > REACH:
                break
            weight = self._weight(sort, seen, away, clause, subject, reflexive)
            if weight > 0 and (weight := weight - 0.01 * back) > best:
                best, found = weight, seen
        return found.parties if found else ()

    @staticmethod
    def _weight(sort: str, seen: Seen, away: int, clause: int, subject: bool, reflexive: bool) -> float:
        if sort == "person":
            if not seen.person:
                return 0.0
        elif seen.person and not seen.plural:
            return 0.0
        if sort == "one" and (seen.plural or len(seen.parties) > 1):
            return 0.0
        if sort == "many" and not seen.plural and len(seen.parties) < 2 and seen.sort == "thing":
            return 0.0
        if away == 0 and seen.clause == clause and not subject and not reflexive and seen.subject:
            return 0.0  # "Israel attacked it"
        weight = 4.0 - away + (1.5 if seen.subject else 0.0)
        if sort == "many":
            weight += (
                1.2
                if seen.plural or len(seen.parties) > 1
                else (0.0 if seen.sort in ("group", "army") else -0.8)
            )
        if seen.sort == "thing":
            weight -= 0.7
        return weight

    def bare(self, sort: str) -> tuple[Known, ...]:
        """The parties that a common noun of a class stands for: those last named by one, else the one state told of."""
        if sort in self._last:
            return self._last[sort].parties
        if sort in ("army", "state"):
            alike = self._last.get("state" if sort == "army" else "army")
            states = [known for known, _ in self._counts.most_common() if known.kind == "state"]
            if alike is not None and len(alike.parties) == 1 and alike.parties[0].kind == "state":
                return alike.parties
            if states and (len(states) == 1 or self._counts[states[0]] >= 2 * self._counts[states[1]]):
                return (states[0],)
        return ()

    def own(self, lemma: str, parties: tuple[Known, ...]) -> None:
        """Take note of the owner of a thing."""
        self._owners[kin(lemma)] = parties

    def owner(self, lemma: str) -> tuple[Known, ...]:
        """The owner of the thing last named by such a word: "the strike" after "an Israeli air raid"."""
        return self._owners.get(kin(lemma), ())

    def only_group(self) -> tuple[Known, ...]:
        """The group that an article tells of, where it tells of one."""
        ranked = [known for known, _ in self._counts.most_common() if known.kind == "group"]
        single = len(ranked) == 1 or (
            len(ranked) > 1 and self._counts[ranked[0]] >= 3 * self._counts[ranked[1]]
        )
        return (ranked[0],) if single else ()

    def pair(self) -> tuple[Known, ...]:
        """The two parties that "both sides" stands for: those last named together, else the two named most."""
        for seen in reversed(self._seen):
            kinds = {known.kind for known in seen.parties}
            if len(seen.parties) == 2 and kinds <= {"state", "group", "people"}:
                return seen.parties
        ranked = [known for known, _ in self._counts.most_common() if known.kind in ("state", "group")]
        return tuple(ranked[:2]) if len(ranked) > 1 else ()


def kin(lemma: str) -> str:
    """The word under which things of one sort are kept.

    >>> kin("airstrike"), kin("letter")
    ('strike', 'letter')
    """
    return next((sort for sort in SORTS if lemma in heads("alike", sort)), lemma)


def plain(known: Known) -> Known:
    """A party whatever it was called."""
    return Known(known.name, known.kind, "")


def unique(found: Iterable[Known]) -> tuple[Known, ...]:
    """Parties without those named twice, in order."""
    return tuple({(known.name): known for known in found}.values())
