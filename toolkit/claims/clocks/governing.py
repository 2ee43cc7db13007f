"""Whose dates a frame shares: what it is joined to or part of, and the events and clauses that are part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.claims.attribution.cues import cues
from toolkit.claims.document import Document
from toolkit.language.frames import Frame
from toolkit.language.words import of_section

PAST = ("past", "perfect", "pluperfect", "participle")
_TOLD = (*PAST, "ing")
_SAME_TIME = frozenset(
    [
        "",
        *[
            "in",
            "during",
            "by",
            "with",
            "amid",
            "when",
            "as",
            "while",
            "from",
            "through",
            "where",
            "on",
            "at",
            "of",
            "for",
            "under",
        ],
    ]
)
"""Words that join a frame to one of the same time; "after" and "before" join it to one of another."""
_DEEP = 5
"""How many governing frames are asked for a date."""
_AND = re.compile(r"[^,;]{0,90}\b(?:and|or)\s+(?:\w+ly\s+)?")
_WHEN = re.compile(r"(?:when|as)\b", re.I)
THERE = re.compile(r"(?:where|when|(?:at|in|during|on) which)\b")
_AFTERWARDS = re.compile(r"\b(?:later|afterwards?|subsequently|eventually|thereafter)\s+$", re.I)


def sources(document: Document, frame: Frame) -> Iterator[tuple[Frame, str]]:
    """The frames whose adjuncts date a frame, the nearest first, and how: its own, shared with others, as a part."""
    yield frame, "adjunct"
    if frame.form == "noun":
        yield from _describing(document, frame)
    if is_speech(frame):
        yield from _first_of_chain(document, frame)
        return
    if frame.tense not in (*PAST, "progressive"):
        yield from ((each, "part") for each in document.governed(frame) if each.relation == "purpose")
    yield from _parts(document, frame)
    if _AFTERWARDS.search(document.text, max(0, frame.start - 20), frame.start):
        return
    at = frame
    for _ in range(_DEEP):
        if at.parent is None:
            return
        if _cut_off(document.frames[at.parent], at) and not _there(document, document.frames[at.parent], at):
            return
        above = document.frames[at.parent]
        yield above, "shared" if at.relation == "coordinated" else "part"
        yield from _parts(document, above)
        at = above


def is_speech(frame: Frame) -> bool:
    """Whether a frame is one of saying."""
    cue = cues().get(frame.lemma)
    return frame.form != "noun" and cue is not None and bool(cue.frames & {"clause", "hearer"})


def _first_of_chain(document: Document, frame: Frame) -> Iterator[tuple[Frame, str]]:
    """The verbs before one that is joined to them."""
    while frame.relation == "coordinated" and frame.parent is not None and frame.parent < frame.index:
        frame = document.frames[frame.parent]
        yield frame, "shared"


def _parts(document: Document, frame: Frame) -> Iterator[tuple[Frame, str]]:
    """The events that are arguments of a frame ("Friday's strike killed five"), the frames that share what follows
    them with it, and its clauses of the same time ("when it fell on Monday")."""
    governed = tuple(document.governed(frame))
    for child in governed:
        event = child.form == "noun" and child.lemma not in of_section("modality")  # a plan has not happened
        if event and child.marker in _SAME_TIME and _direct(document, child, frame):
            yield child, "part"
            yield from _describing(document, child)
    for child in governed:
        if child.form == "noun":
            continue
        if child.relation == "coordinated" and _AND.fullmatch(document.text, frame.end, child.start):
            yield child, "shared"
        elif child.relation == "adverbial" and _WHEN.match(document.text, child.clause[0], child.start):
            yield child, "part"


def _describing(document: Document, noun: Frame) -> Iterator[tuple[Frame, str]]:
    """The clauses that hang on a noun: "the deal hammered out in June", "the strike that hit it on Monday"."""
    for child in document.governed(noun):
        if child.form == "verb" and child.relation in ("relative", "participle") and child.tense in _TOLD:
            yield child, "part"


def _direct(document: Document, noun: Frame, frame: Frame) -> bool:
    """Whether a noun is itself an argument of a frame, and no part of one: not "a mastermind of Monday's attack"."""
    tokens = document.parse.tokens
    head = tokens[noun.token].head
    if head != frame.token and tokens[head].pos in ("preposition", "subordinator"):
        head = tokens[head].head
    return head == frame.token


def _there(document: Document, above: Frame, frame: Frame) -> bool:
    """Whether a past clause tells what was done where another thing was: "moved to Oslo, where it hired ten"."""
    both = frame.tense == above.tense == "past" and frame.relation == "relative" and frame.form == "verb"
    return both and above.form != "noun" and THERE.match(document.text, frame.clause[0]) is not None


def _cut_off(above: Frame, frame: Frame) -> bool:
    """Whether a frame is told of another time than the one that governs it."""
    if frame.relation == "coordinated":
        return frame.tense == "perfect" and above.tense == "past"  # "took it in May, and have held it"
    if frame.marker not in _SAME_TIME or frame.relation in ("", "parataxis", "subject", "modifier"):
        return True
    if frame.relation == "complement":  # "saw two hundred kidnapped"
        return frame.tense not in _TOLD[1:] or is_speech(above)
    if frame.relation == "relative":
        return above.form != "noun"
    if frame.relation == "participle":
        return above.form != "noun" and frame.tense != "ing"
    if frame.relation == "purpose":
        return bool(frame.modality) or is_speech(above)
    return frame.relation == "argument" and is_speech(above) and above.tense != "ing"
