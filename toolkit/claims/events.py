"""Events: the frames of an article that the lexicon knows, and those of them that tell something."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from toolkit.claims.document import Document
from toolkit.claims.event import Dropped, Event
from toolkit.claims.event_tests import TESTS
from toolkit.claims.lexicon import Lexicon, Match
from toolkit.language.frames import Frame
from toolkit.language.phrases import Tree
from toolkit.language.words import grammar


def find_events(
    document: Document, lexicon: Lexicon, sentences: Collection[int]
) -> tuple[list[Event], list[Dropped]]:
    """The events that the sentences of these numbers tell of, in text order, and those that make no row."""
    found = {event.frame.index: event for event in _matched(document, lexicon, sentences)}
    fixed = {
        phrase.token for event in found.values() for phrase in (event.match.fixed if event.match else ())
    }
    found = {
        index: event
        for index, event in found.items()
        if event.frame.form != "noun" or event.frame.token not in fixed
    }
    kept, dropped = [], []
    for event in found.values():
        failed = next((name for name, test in TESTS if test(document, event, found)), "")
        if failed:
            dropped.append(Dropped(event, failed))
        else:
            kept.append(event)
    return kept, dropped


def _matched(document: Document, lexicon: Lexicon, sentences: Collection[int]) -> Iterator[Event]:
    for frame in document.frames:
        if frame.lemma not in lexicon.lemmas:
            continue
        sentence = document.sentence(frame.start)
        if sentence is None or sentence.index not in sentences:
            continue
        match = lexicon.match(frame, governed := document.governed(frame))
        if match is not None and _is_private(document, lexicon, frame, match):
            match = lexicon.match(frame, governed, but=match.kind) or match
        if match is not None:
            roles, entry, kind = match.roles, match.entry, match.kind
            if kind.attempt in lexicon.kinds and _is_tried(document, frame):
                kind = lexicon.kinds[kind.attempt]
            yield Event(
                frame, kind, entry.plover or kind.plover, f"{match.kind.theme}.{entry.name}", sentence,
                roles.agent, roles.patient or roles.target, roles.recipient, entry.generic, match,
            )  # fmt: skip


def _is_private(document: Document, lexicon: Lexicon, frame: Frame, match: Match) -> bool:
    """Whether somebody is killed by name of whom the article says nowhere that he leads anything: no assassination."""
    killed = match.roles.patient
    if match.kind.name not in OF_LEADERS or killed is None or killed.entity != "person" or killed.members:
        return False
    if frame.lemma not in HARMING or _is_tried(document, frame):
        return False
    last = killed.name.split()[-1:]
    tree = document.tree
    named = (i for i, token in enumerate(tree.tokens) if token.pos == "name" and [token.lemma] == last)
    return not any(_is_led(lexicon, tree, i) for i in named)


def _is_led(lexicon: Lexicon, tree: Tree, i: int) -> bool:
    """Whether a name stands with a word of who leads: "General X", "X, the mayor", "X's men"."""
    phrase, above = tree.phrase(i), tree.tokens[tree.tokens[i].head].lemma
    if tree.tokens[i].role == "possessor" and above in LED:
        return True
    beside = [*phrase.modifiers, above] if tree.tokens[i].role == "apposition" else [*phrase.modifiers]
    beside += [phrase.apposition.lemma] if phrase.apposition is not None else []
    return any(not LEADING.isdisjoint(lexicon.types_of_word(word)) for word in beside)


OF_LEADERS = frozenset({"assassination"})
"""Kinds of what is done to who leads."""
HARMING = frozenset(
    {"kill", "shoot", "gun", "stab", "hack", "murder", "slay", "behead", "poison", "blow", "ambush"}
)
"""Verbs of what is done to anybody: who is "eliminated" or "targeted" by name is somebody."""
LED = frozenset({"force", "troop", "fighter", "army", "militia", "network", "group", "movement", "organisation",
                 "organization", "man", "party", "government", "administration", "follower"})  # fmt: skip
"""Words of those who have a leader."""
LEADING = frozenset({"leader", "notable", "commander"})
"""Types of words for who leads."""


def _is_tried(document: Document, frame: Frame) -> bool:
    """Whether somebody is only told to try it: "attempted to seize the bridge"."""
    above = document.frames[frame.parent] if frame.parent is not None else None
    return above is not None and frame.tense == "infinitive" and above.lemma in grammar("modality", "tried")
