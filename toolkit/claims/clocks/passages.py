"""The day that a passage tells of: what a narrative goes on with was done on the day that it told last."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.claims.clocks.clock import Clock, Evidence
from toolkit.claims.clocks.governing import is_speech
from toolkit.claims.clocks.sentence_dates import own_date
from toolkit.claims.document import Document
from toolkit.claims.text.sentences import Sentence, line_start
from toolkit.language.frames import Frame

LONGEST = 366
"""Days before the publication to which a passage may take a sentence that names no day."""
WITHIN = 2
"""Sentences before one in which the day of its passage is looked for: the one before, further back in the paragraph."""
WIDEST = 31
"""Days that are told of as one time."""
WEEK = 7
"""Days of what one paragraph tells of and the next goes on from: a month is that of its own paragraph."""
_DEEP = 4
_SAME_STEP = ("coordinated", "argument", "participle", "adverbial", "complement")


def of_the_passage(document: Document, frame: Frame) -> Clock | None:
    """The day told last before a sentence in its passage, for what the simple past goes on to tell from there."""
    sentence, published = document.sentence(frame.start), document.published
    if sentence is None or published is None or not _goes_on(document, frame):
        return None
    paragraph = line_start(document.text, sentence.start)
    for before in _before(document, sentence):
        for other in reversed(document.frames_in(before.start, before.end)):
            if other.form == "noun" or other.parent is not None or other.tense != "past" or is_speech(other):
                continue
            found = own_date(document, other)
            days = found.interval if found else None
            if (
                found is None
                or days is None
                or days.days is None
                or days.days > WIDEST
                or days.latest is None
            ):
                continue
            if not 0 <= (published - days.latest).days <= LONGEST:
                return None
            if days.days > WEEK and before.start < paragraph:
                return None
            return _from(document, other, found)
        if document.dates_in(before.start, before.end):
            return None
    return None


def said_on(document: Document, frame: Frame) -> Clock | None:
    """The day on which the sentence before says something, for what is said next: "announced today ... He added"."""
    sentence = document.sentence(frame.start)
    if sentence is None or not is_speech(frame) or frame.tense != "past":
        return None
    before = next(_before(document, sentence), None)
    for other in document.frames_in(before.start, before.end) if before else ():
        if other.parent is not None or not is_speech(other) or other.tense != "past":
            continue
        found = own_date(document, other)
        if found and found.interval and found.interval.days == 1:
            return _from(document, other, found)
    return None


def _from(document: Document, other: Frame, found: Clock) -> Clock:
    """The days of a frame for what goes on from it."""
    why = (Evidence("goes_on", (document.text[other.start : other.end], found.why)),)
    return Clock(found.interval, why, found.expression, timex=found.timex)


def _goes_on(document: Document, frame: Frame) -> bool:
    """Whether a frame tells a step of a narrative: the simple past of a main clause, or what hangs on one."""
    if frame.form == "copula" or frame.modality or frame.negated:
        return False
    at = frame
    for _ in range(_DEEP):
        if at.parent is None:
            break
        if at.relation not in _SAME_STEP or at.marker in ("after", "before", "since", "until"):
            return False
        at = document.frames[at.parent]
    return at.tense == "past" and frame.tense in ("past", "ing", "participle", "")


def _before(document: Document, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence before one, and those before it in the same paragraph."""
    paragraph = line_start(document.text, sentence.start)
    for distance in range(1, WITHIN + 1):
        if sentence.index < distance:
            return
        before = document.sentences[sentence.index - distance]
        if distance > 1 and before.start < paragraph:
            return
        yield before
