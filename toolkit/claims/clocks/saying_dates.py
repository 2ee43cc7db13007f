"""The day of a saying that its own sentence does not tell.

It was told with what the same source said just before, with the talks at which the source spoke, with the report of the
outlet to which it spoke, or in the sentence after it ("The claim was published on Monday").
"""

from __future__ import annotations

import re

from toolkit.claims.attribution.voices import Voice, Voices
from toolkit.claims.clocks.adjuncts import dates_a_verb
from toolkit.claims.clocks.clock import Clock, told
from toolkit.claims.clocks.said_clock import said_with
from toolkit.claims.document import Document
from toolkit.claims.text.sentences import Sentence
from toolkit.model import Interval, TimeExpression

WITHIN = 2
"""Sentences within which a source still speaks on the occasion told before."""

# What somebody says at some other time, or again and again, was not said on the day told before.
_ANOTHER_TIME = re.compile(
    r"\b(?:has|have|had|says?|tells?|claims?|insists?|is|are|will|now|later|again|repeat\w*)\b", re.I
)
_ENVOYS = re.compile(r"\b(?:negotiat\w+|delegat\w+|envoys?|representatives?|mediators?)\b", re.I)
_TALKS = re.compile(r"\b(?:talks|negotiations|meeting|summit|round)\b", re.I)
_BESIDE_TALKS = 40
"""Characters between the word for talks and the date that belongs to it."""
_THEN = re.compile(r"\b(?:then|at (?:the|that) time)\b", re.I)
_DATED = re.compile(
    r"(?:The|This|That|Its|Their)\s+(?:claim|statement|report|post|announcement|assessment|map|footage|video)s?\s+"
    r"(?:was|were|came|is\s+dated|appeared)\b(?![^,;]*\b(?:not|never|by)\b)",
)


def told_elsewhere(document: Document, voices: Voices, voice: Voice, speech: bool) -> Clock | None:
    """The day on which `voice` spoke, where other sentences tell it; None where none does."""
    at = voice.span[0] if voice.span else -1
    sentence = document.sentence(at) if at >= 0 else None
    if sentence is None:
        return None
    return (
        _then(document, voice, sentence)
        or _same_source(document, voices, voice, sentence)
        or (_at_talks(document, voice, sentence) if speech else None)
        or _reported(document, voices, voice)
        or _sentence_after(document, sentence)
    )


def _carried(found: TimeExpression, days: Interval | None, reason: str, *slots: str) -> Clock | None:
    return told(found, days, reason, *slots) if days else None


def _then(document: Document, voice: Voice, sentence: Sentence) -> Clock | None:
    """ "A report of March: the paper then cited ...": the day told before in the sentence."""
    cues = [a.cue[0] for a in (voice.attribution, *voice.outer) if a] + ([voice.span] if voice.span else [])
    before = min((cue[0] for cue in cues), default=sentence.start)
    if not any(_THEN.search(document.text, max(sentence.start, cue[0] - 12), cue[1]) for cue in cues):
        return None
    whole = sentence.start, sentence.end
    found = [d for d in document.dates_in(sentence.start, before) if d.interval]
    dated = [d for d in found if dates_a_verb(document.text, d, whole)]
    return _carried(dated[-1], dated[-1].interval, "then") if dated else None


def _same_source(document: Document, voices: Voices, voice: Voice, sentence: Sentence) -> Clock | None:
    """ "He added that ...": the day of what the same source said shortly before."""
    if not voice.span or _ANOTHER_TIME.search(voice.cue):
        return None
    begin = document.sentences[max(0, sentence.index - WITHIN)].start
    for attribution in reversed(voices.between(begin, voice.span[0])):
        if (dated := said_with(document, attribution)) and voices.named(attribution).name == voice.name:
            return _carried(dated[0], document.whole_range(dated[0]), "same_source", voice.name)
    return None


def _at_talks(document: Document, voice: Voice, sentence: Sentence) -> Clock | None:
    """What envoys say without a day, they say at the talks that the sentences before tell of."""
    if not _ENVOYS.search(voice.name) or _ANOTHER_TIME.search(voice.cue):
        return None
    for before in reversed(document.sentences[max(0, sentence.index - WITHIN) : sentence.index]):
        for found in document.dates_in(before.start, before.end):
            begin, end = max(before.start, found.start - _BESIDE_TALKS), found.end + _BESIDE_TALKS
            if found.interval and _TALKS.search(document.text, begin, min(before.end, end)):
                return _carried(found, found.interval, "talks")
    return None


def _reported(document: Document, voices: Voices, voice: Voice) -> Clock | None:
    """What somebody told an outlet was told by the day on which the outlet reported."""
    via = voice.via or _told_before(document, voices, voice)
    for attribution in voices.reports(via, voice.span[0]) if via and voice.span else ():
        dated = said_with(document, attribution)
        if dated and dated[0].latest:
            return _carried(dated[0], Interval(None, dated[0].latest), "reported", via)
    return None


def _sentence_after(document: Document, sentence: Sentence) -> Clock | None:
    """The day that the next sentence tells: "The claim was made on Monday"."""
    if sentence.index + 1 >= len(document.sentences):
        return None
    after = document.sentences[sentence.index + 1]
    if not _DATED.match(document.text, after.start):
        return None
    whole = (after.start, after.end)
    dated = [d for d in document.dates_in(*whole) if d.interval and dates_a_verb(document.text, d, whole)]
    days = document.whole_range(dated[0]) if dated else None
    if not days or not days.latest or (document.published and days.latest > document.published):
        return None
    return _carried(dated[0], days, "sentence_after")


def _told_before(document: Document, voices: Voices, voice: Voice) -> str:
    """The outlet that the same source told something shortly before: "The officers added that ..."."""
    sentence = document.sentence(voice.span[0]) if voice.span else None
    if sentence is None or not voice.span or _ANOTHER_TIME.search(voice.cue):
        return ""
    begin = document.sentences[max(0, sentence.index - WITHIN)].start
    told = (voices.named(attribution) for attribution in reversed(voices.between(begin, voice.span[0])))
    return next((other.via for other in told if other.via and other.name == voice.name), "")


def said_last(document: Document, voices: Voices, sentence: Sentence) -> TimeExpression | None:
    """The last day of a saying that the sentences before tell: what "by then" means behind it."""
    begin = document.sentences[max(0, sentence.index - WITHIN)].start
    told = (
        said_with(document, attribution) for attribution in reversed(voices.between(begin, sentence.start))
    )
    said = next((dated[-1] for dated in told if dated and dated[-1].interval), None)
    before = document.sentences[max(0, sentence.index - 1)]
    days = [d for d in document.dates_in(before.start, min(before.end, sentence.start)) if d.interval]
    return said or next(
        (d for d in reversed(days) if dates_a_verb(document.text, d, (before.start, before.end))), None
    )
