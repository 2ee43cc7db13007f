"""Events: the frames of an article that the lexicon knows, and those of them that tell something."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from toolkit.claims.document import Document
from toolkit.claims.event import Dropped, Event
from toolkit.claims.event_tests import TESTS
from toolkit.claims.lexicon import Lexicon
from toolkit.language.frames import Frame
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
        if match := lexicon.match(frame, document.governed(frame)):
            roles, entry, kind = match.roles, match.entry, match.kind
            if kind.attempt in lexicon.kinds and _is_tried(document, frame):
                kind = lexicon.kinds[kind.attempt]
            yield Event(
                frame, kind, entry.plover or kind.plover, f"{match.kind.theme}.{entry.name}", sentence,
                roles.agent, roles.patient or roles.target, roles.recipient, entry.generic, match,
            )  # fmt: skip


def _is_tried(document: Document, frame: Frame) -> bool:
    """Whether somebody is only told to try it: "attempted to seize the bridge"."""
    above = document.frames[frame.parent] if frame.parent is not None else None
    return above is not None and frame.tense == "infinitive" and above.lemma in grammar("modality", "tried")
