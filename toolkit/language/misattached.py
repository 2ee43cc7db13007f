"""Words that a model hangs on the wrong one, or takes for another sort: a participle on the next clause's subject, a
preposition on its noun, a clause on the place of what it is said of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from toolkit.language.tree import Token

Change = tuple[int, Mapping[str, object]]
"""A token and what is to be set at it."""


def opening(
    tokens: Sequence[Token], first: int, stop: int, word: str, crowds: Collection[str]
) -> Iterator[Change]:
    """The first word of a sentence: "half" before the subject is no object ("half the population has left"), and people
    with a capital are no name ("Fighters of the group have cut the road")."""
    token = tokens[first]
    subjects = ("subject", "passive_subject")
    if token.pos == "name" and token.role in subjects and word.endswith("s") and word[:-1] in crowds:
        yield first, {"pos": "noun", "lemma": word[:-1], "form": "plural"}
    after = tokens[first + 1] if first + 1 < stop else None
    half = token.pos == "determiner" and token.role == "object"
    if half and after is not None and after.pos == "determiner":
        subject = after.head
        if tokens[subject].role in subjects and subject > first:
            yield first, {"head": subject, "role": "determiner"}


def happened(tokens: Sequence[Token], i: int, children: Callable[..., list[int]]) -> Iterator[Change]:
    """A participle that is a clause of its own, taken for a part of the subject of the one after it: "two were killed
    and dozens injured after a quake hit the west"."""
    harmed = tokens[i].head
    verb = tokens[harmed].head
    markers = [c for c in children(verb, "marker") if c > i]
    others = [c for c in children(verb, "subject") if markers and c > markers[-1]]
    if tokens[harmed].role != "subject" or not others or harmed > i:
        return
    above = tokens[verb].head
    yield i, {"head": i if above == verb else above, "role": tokens[verb].role}
    yield harmed, {"head": i, "role": "passive_subject"}
    yield verb, {"head": i, "role": "adverbial_clause"}


def beside(tokens: Sequence[Token], i: int, children: Callable[..., list[int]]) -> Iterator[Change]:
    """A preposition before a bare noun that is taken for its adjective: "protested outside parliament"."""
    noun = tokens[i].head
    if noun > i and tokens[noun].role == "object" and not children(noun, "determiner", "possessor"):
        yield i, {"head": tokens[noun].head, "role": "preposition", "pos": "preposition"}
        yield noun, {"head": i, "role": "prepositional_object"}


def of_place(
    tokens: Sequence[Token], i: int, children: Callable[..., list[int]], inside: Collection[str]
) -> Iterator[Change]:
    """A clause on the name of a place that tells of harm: what happened there did it, and not the place: "bombings at
    embassies in Kenya, which killed 12"."""
    place = tokens[i].head
    if tokens[i].role != "relative_clause" or tokens[place].pos != "name":
        return
    top = place
    while tokens[top].role in ("conjunct", "apposition") and tokens[tokens[top].head].pos in ("name", "noun"):
        top = tokens[top].head
    found = place
    while tokens[top].role == "prepositional_object" and tokens[tokens[top].head].lemma in inside:
        above = tokens[tokens[top].head].head
        if tokens[above].pos != "noun":
            break
        found = top = above
    if found != place:
        yield i, {"head": found}


def of_blow(
    tokens: Sequence[Token], i: int, children: Callable[..., list[int]], blows: Collection[str]
) -> Iterator[Change]:
    """A clause on what a blow hits that tells of harm: the blow did it: "the bombing of a clinic that killed an
    officer"."""
    hit = tokens[i].head
    if tokens[i].role != "relative_clause" or tokens[hit].role != "prepositional_object":
        return
    joined = tokens[hit].head
    blow = tokens[joined].head
    if (
        blow < hit
        and tokens[joined].lemma in ON
        and tokens[blow].lemma in blows
        and tokens[hit].lemma not in blows
    ):
        yield i, {"head": blow}


ON = frozenset({"of", "on", "at", "in", "against", "near"})
"""What joins a blow with what it hits."""


def interrupted(tokens: Sequence[Token], verb: int, children: Callable[..., list[int]]) -> Iterator[Change]:
    """A subject, and what stands before it, hung on the participle that parts it from its verb: "On Monday,
    investigators, wondering how, searched the site"."""
    if children(verb, "subject", "passive_subject"):
        return
    for clause in children(verb, "adverbial_clause"):
        subject = next(iter(children(clause, "subject")), verb)
        if subject < clause < verb and tokens[clause].form == "ing":
            yield subject, {"head": verb}
            for before in children(clause, "preposition"):
                if before < subject:
                    yield before, {"head": verb}
            return


def year(tokens: Sequence[Token], i: int, word: str) -> Iterator[Change]:
    """The year of a date taken for a subject beside the true one: "On May 5, 1945 the army surrendered"."""
    day = i - 2
    dated = day > 0 and tokens[day].pos == "numeral" and tokens[tokens[day].head].entity == "time"
    if dated and tokens[i].role == "subject" and tokens[i].pos == "numeral" and len(word) == YEAR:
        yield i, {"head": tokens[day].head, "role": "numeral"}


YEAR = 4
"""Digits of a year."""


def modified(tokens: Sequence[Token], i: int) -> Iterator[Change]:
    """A noun in "-ing" before another, behind a preposition, that is taken for a verb with an object: "a tribute to
    bombing victims"."""
    noun = i + 1
    if tokens[noun].role == "object" and tokens[noun].head == i and tokens[i].role == "prepositional_clause":
        yield noun, {"head": tokens[i].head, "role": "prepositional_object"}
        yield i, {"head": noun, "role": "compound", "pos": "noun", "form": ""}
