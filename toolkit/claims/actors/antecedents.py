"""Mentions and pronouns, and how well the one can stand for the other."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.claims.actors.names import Known
from toolkit.claims.actors.vocabulary import heads


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention: the parties that it names with those coordinated, its own, its class, its place; `speaks` where it
    says something."""

    parties: tuple[Known, ...]
    own: tuple[Known, ...]
    sort: str
    token: int
    sentence: int
    subject: bool
    plural: bool
    person: bool
    clause: int
    lemma: str
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun: one, many or person, and its place; `after` where what was said stands before "he said", `armed`
    where it stands for somebody who fights."""

    sort: str
    sentence: int
    clause: int
    subject: bool
    reflexive: bool
    harmed: bool
    after: bool
    gender: str = ""
    but: int = -1
    says: bool = False
    armed: bool = False
    owns: bool = False


def agrees(asked: Asked, seen: Seen, away: int) -> bool:
    """Whether a pronoun can stand for a mention."""
    speaks = seen.lemma in heads("offices", "spokes") or seen.lemma in heads("anaphora", "vague")
    if asked.sort == "person":
        if not seen.person or seen.plural or gender(seen.lemma) not in ("", asked.gender):
            return False
    elif seen.person and not seen.plural and not speaks:
        return False
    if asked.armed and seen.sort in ("civilians", "those"):
        return False
    if asked.sort == "one" and (seen.plural or len(seen.parties) > 1 or seen.sort in ("civilians", "those")):
        return False
    single = len(seen.parties) == 1 and seen.parties[0].kind == "person"
    if asked.sort == "many" and (
        single or (seen.sort == "thing" and not seen.plural and len(seen.parties) < 2)
    ):
        return False
    beside = away == 0 and seen.clause == asked.clause  # "Israel attacked it"
    return not (beside and seen.subject and not asked.subject and not asked.reflexive)


def weight_of(asked: Asked, seen: Seen, away: int) -> float:
    """How likely a mention is what a pronoun stands for."""
    weight = 4.0 - away + (1.5 if seen.subject else 0.0)
    if asked.sort == "many":
        weight += (
            1.2 if seen.plural or len(seen.parties) > 1 else (0.0 if seen.sort in ("group", "army") else -0.8)
        )
    if seen.person and asked.sort != "person":
        weight -= 1.0
    if seen.sort == "thing":
        weight -= 0.7
    if asked.owns and seen.subject and away == 0 and seen.clause == asked.clause:
        weight += 1.5
    if asked.says and seen.speaks and seen.person:
        weight += 1.0
    if asked.harmed and (seen.sort in ("civilians", "those") or (seen.own and seen.own[0].use == "words")):
        weight += 1.5
    return weight


def gender(lemma: str) -> str:
    """The pronoun of persons who are called by a word, where it tells.

    >>> gender("spokeswoman"), gender("chairman"), gender("mayor")
    ('she', 'he', '')
    """
    if lemma.endswith("woman") or lemma in heads("pronouns", "women"):
        return "she"
    male = (lemma.endswith("man") and lemma != "human") or lemma in heads("pronouns", "men")
    return "he" if male else ""


_ONE = tuple(
    heads(*path)
    for path in (("anaphora", "person"), ("home", "persons"), ("home", "people"), ("witnesses",), ("named",))
)


def is_one(lemma: str) -> bool:
    """Whether a word is of one person, where one is told of.

    >>> is_one("foreman"), is_one("farmer"), is_one("tunnel")
    (True, True, False)
    """
    return bool(gender(lemma)) or any(lemma in listed for listed in _ONE)


def plain(known: Known) -> Known:
    """A party whatever it was called."""
    return Known(known.name, known.kind, "")


def is_bloc(known: Known) -> bool:
    """Whether a body is a union of states."""
    return known.name.replace(" ", "-") in heads("anaphora", "blocs")
