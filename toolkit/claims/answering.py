"""Who answers an earlier claim ("Kyiv denied it on the same day"), and when."""

from __future__ import annotations

import re
from dataclasses import replace

from toolkit.claims.attribution.persons import NOBODY
from toolkit.claims.attribution.voices import Voice, Voices
from toolkit.claims.clocks.adjuncts import dates_a_verb
from toolkit.claims.clocks.clock import Clock, Evidence, told
from toolkit.claims.clocks.event_dates import dated
from toolkit.claims.clocks.said_clock import said_clock
from toolkit.claims.clocks.saying_dates import said_last
from toolkit.claims.followups import NAMED, FollowUp
from toolkit.claims.document import Document
from toolkit.claims.text.sentences import Sentence
from toolkit.model import Interval, Span, TimeExpression

_COORDINATED = re.compile(r"(?:and|but|while|whereas|though|although|which)\b", re.I)
_AT_THE_TIME = re.compile(r"\b(?:at (?:the|that) time|by then)\b")


def who_answers(document: Document, voices: Voices, answer: FollowUp, sentence: Sentence) -> Voice:
    """The voice of an answer, not that of the clause before it ("the paper wrote so, but Kyiv did not confirm it")."""
    named = NAMED.search(document.text, *answer.span)
    begin = named.end() if named else answer.span[0]
    inside = voices.subject((answer.span[1], answer.span[1]), begin) if answer.inside else None
    voice = inside or _own_subject(document, voices, answer, sentence)
    voice = voice or voices.voice(answer.span, sentence.start, speech_act=True)
    return voices.outlets() if voice.name.lower() in NOBODY else voice


def _own_subject(document: Document, voices: Voices, answer: FollowUp, sentence: Sentence) -> Voice | None:
    clause, acting = _clause(document, answer, sentence), voices.acting(answer.span)
    if (acting and acting.source) or not _COORDINATED.match(document.text, clause[0]):
        return None
    return voices.subject(answer.span, clause[0])


def when_answered(
    document: Document, voices: Voices, answer: FollowUp, sentence: Sentence, voice: Voice, taken: Clock
) -> Clock:
    """When an answer was given: on the day named beside it, on that of the claim (said as `taken` tells), or not before it."""
    if answer.same_day and taken.interval:
        return Clock(taken.interval, (Evidence("same_day", (taken.why,)),))
    clause = _clause(document, answer, sentence)
    said = said_clock(document, voice, document.published)
    frame = document.frame(answer.span)
    beside = dated(document, frame) if frame and not said.expression else None
    if beside and beside.expression:
        return beside
    if said.expression or not said.interval or not (last := said.interval.latest):
        return said
    before = told_before(document, answer, sentence)
    at_the_time = _AT_THE_TIME.search(document.text, *clause)
    if at_the_time and (then := before or said_last(document, voices, sentence)):
        return told(then, then.interval, "meant")
    if before and before.interval and before.interval.earliest:
        first, why = before.interval.earliest, f"“{before.text}”, which the sentence tells before"
    elif taken.interval and taken.interval.earliest and not said.interval.earliest:
        first, why = taken.interval.earliest, "the claim that it answers"
    else:
        return said
    within = Interval(first, last)
    return Clock(within, (Evidence("not_before", (said.why, why)),)) if first <= last else said


def told_before(document: Document, answer: FollowUp, sentence: Sentence) -> TimeExpression | None:
    """The day that the clauses before an answer tell of: "it announced so on 8 June, and Kyiv denied it"."""
    whole = sentence.start, sentence.end
    found = [
        d
        for d in document.dates_in(sentence.start, _clause(document, answer, sentence)[0])
        if d.interval and dates_a_verb(document.text, d, whole)
    ]
    return found[-1] if found else None


def _clause(document: Document, answer: FollowUp, sentence: Sentence) -> Span:
    whole = sentence.start, sentence.end
    return next((p for p in document.clauses(sentence) if p[0] <= answer.span[0] < p[1]), whole)
