"""Which time expression of its sentence dates a happening, and how: as its day, or as the beginning of what lasts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.claims.clocks.forms import Mention, participle
from toolkit.claims.reading import Reading, names_a_thing
from toolkit.claims.vocabulary import words
from toolkit.dates import resolve
from toolkit.dates.notation import from_timex
from toolkit.model import Interval, Span, TimeExpression


@dataclass(frozen=True, slots=True)
class Dated:
    """What a text says of the time of something: the days or None, the expression that says so, and why."""

    interval: Interval | None
    expression: TimeExpression | None
    why: str


_LINK = r"\s+(?:[\w’'-]+\s+){0,6}$"
_SINCE = re.compile(rf"\bsince{_LINK}", re.I)
_UNTIL = re.compile(rf"\b(?:until|till){_LINK}", re.I)
_BOUND = re.compile(
    rf"\b(?:(?:before|prior to|ahead of|compared (?:with|to)){_LINK}|than\s+(?:[\w’'-]+\s+)?$)", re.I
)
_FIRST_SINCE = re.compile(r"\b(?:first|last|most|only|\w{3,}est)\b[^,;:]*\bsince\b", re.I)
# What is put off until a day, or not done until then, is done on it.
_PUT_OFF = re.compile(
    r"\b(?:delayed|postponed|put off|pushed back|put back|rescheduled|moved|not|n[’']t)\b[^,;:]*$", re.I
)
# A date in a clause that opens so tells of something beside what the sentence tells.
_BESIDE = re.compile(
    r"(?:who|whom|whose|which|that|where|although|though|but|because|if|unless|having|even|despite|with|whereas)\b",
    re.I,
)
_OWN_SUBJECT = re.compile(
    r"\b(?:and|but) (?:he|she|it|they|we|i|is|was|were|has|have|had|will|would)\b", re.I
)
_TO_DO = re.compile(r"\bto (?!the\b|an?\b)\w+|\bfor an? \w", re.I)
_AFTERWARDS = re.compile(r"\b(?:later|afterwards?|subsequently|eventually|soon after|thereafter)\s+$", re.I)
_LATER = re.compile(r"\b(?:later|following|after|the next)\b", re.I)
_IN_THE_DAY = re.compile(r"\b(?:in|on) the (?:same )?(?:day|morning|afternoon|evening)$", re.I)
_PAST_SPAN = re.compile(r"\b(?:past|last)\b.*\b(?:decades?|century|centuries)\b", re.I)
_FIRST_WORD = re.compile(r",\s+(?:originally |first |already |now )?(\w+)")
_INSERTED = words("due dating born")
_GRAINS = ("day", "week", "month", "year")
_TOLD_BEFORE = 5
"""Expressions before one that is counted from an earlier one among which that is looked for."""
_AS_OF = re.compile(r"\bas of\s+$", re.I)
_HEAD = 20
"""Characters at the beginning of a sentence in which a date stands for all of it."""
_JUST = 60
"""Days for which the present perfect goes with a date: "has opened last month", but not "has opened in 1999"."""
_PAST = ("past", "perfect", "pluperfect", "participle")
_NOT_PAST = ("present", "progressive", "state", "modal")
_OPEN = ("infinitive", "modal")
_LASTING = ("perfect", "progressive", "present", "pluperfect")


def in_sentence(reading: Reading, named: Mention, frame: bool = True) -> Dated | None:
    """The date of the named thing in its own clause or, with `frame`, in a clause beside it; None without one."""
    spoken = reading.spoken(named.span)
    contents = spoken.content if spoken else ()
    found = []
    for expression in reading.dates_in(named.sentence.start, named.sentence.end):
        within = named.clause[0] <= expression.start < named.clause[1]
        if _inserted(reading, named, expression) or (
            not within and (not frame or _aside(reading, named, expression))
        ):
            continue
        if _told_in(reading, named, expression, contents):
            continue
        if dated := _dates(reading, named, expression, within):
            found.append((not within, _distance(expression, named.span), dated))
    return min(found, key=lambda each: each[:2])[2] if found else None


def _told_in(reading: Reading, named: Mention, expression: TimeExpression, contents: Sequence[Span]) -> bool:
    """Whether an expression is part of what is said: that of "said it lost in May", not of "asked for more in May"."""
    tokens = reading.tokens(named.sentence)
    for start, end in contents:
        if start <= expression.start < end:
            told = tokens.kinds[
                bisect_left(tokens.starts, start) : bisect_left(tokens.starts, expression.start)
            ]
            return end <= named.span[0] or any(letter in "xvteqo" for letter in told)
    return False


def _aside(reading: Reading, named: Mention, expression: TimeExpression) -> bool:
    """Whether an expression stands in a clause that tells of something else."""
    for start, end in reading.clauses(named.sentence):
        if start <= expression.start < end:
            return _BESIDE.match(reading.text, start, end) is not None
    return False


def _inserted(reading: Reading, named: Mention, expression: TimeExpression) -> bool:
    """Whether an expression stands in an insertion of its own: "the plan, drawn up in May, has failed"."""
    text, sentence = reading.text, named.sentence
    begin = text.rfind(",", sentence.start, expression.start)
    end = text.find(",", expression.end, sentence.end)
    if begin < 0 or end < 0 or begin < named.span[0] < end:
        return False
    first = _FIRST_WORD.match(text, begin)
    return first is not None and (first[1].lower() in _INSERTED or participle(first[1].lower()))


def _dates(reading: Reading, named: Mention, expression: TimeExpression, within: bool) -> Dated | None:
    if expression.type not in ("DATE", "TIME") or not expression.interval:
        return None
    if _PAST_SPAN.search(expression.text):
        return None
    # The bounds that count stand between the thing and the date: in "since it opened in May" May dates the opening.
    text, begin = reading.text, named.sentence.start
    begin = named.span[1] if named.span[1] <= expression.start else begin
    if _SINCE.search(text, begin, expression.start):
        return _since(reading, named, expression)
    if names_a_thing(text, expression):
        return None
    if _UNTIL.search(text, begin, expression.start):
        put_off = _PUT_OFF.search(text, named.clause[0], expression.start)
        days = from_timex(expression.value)
        why = f"it is put off until “{expression.text}”: {expression.why}"
        return Dated(days, expression, why) if put_off and days else None
    if _BOUND.search(text, begin, expression.start) or not _joins(reading, named, expression):
        return None
    if _IN_THE_DAY.search(expression.text) and (story := reading.story_day):
        return Dated(
            story.interval, story, f"“{expression.text}” is the day of the story, “{story.text}”: {story.why}"
        )
    if _AS_OF.search(text, begin, expression.start) and named.form in ("present", "progressive", "state"):
        return Dated(
            expression.interval, expression, f"it is told as of “{expression.text}”: {expression.why}"
        )
    days = reading.whole_range(expression)
    if not within and named.form in _OPEN and not _ahead(reading, days):
        return None
    if days and _agrees(reading, named, days):
        return Dated(days, expression, f"“{expression.text}” stands with it: {expression.why}")
    return _counted_on(reading, named, expression)


def _since(reading: Reading, named: Mention, expression: TimeExpression) -> Dated | None:
    """The beginning of what has lasted since then."""
    opens = _SINCE.match(reading.text, named.sentence.start, expression.start)
    if named.span[0] > expression.start and not opens:
        return None
    if named.form not in _LASTING or _FIRST_SINCE.search(
        reading.text, named.sentence.start, expression.start
    ):
        return None
    days = from_timex(expression.value) or expression.interval
    return Dated(
        days, expression, f"it has lasted since “{expression.text}”, when it began: {expression.why}"
    )


def _counted_on(reading: Reading, named: Mention, expression: TimeExpression) -> Dated | None:
    """What was "a year later" is counted from the date told before rather than from the publication."""
    if named.form not in _PAST or not _LATER.search(expression.text):
        return None
    before = reading.dates_in(0, expression.start)[-_TOLD_BEFORE:]
    for earlier in [*reversed(before), *filter(None, [reading.story_day])]:
        if not earlier.earliest or earlier.grain not in _GRAINS:
            continue
        found = resolve(expression.text, earlier.earliest)
        if not found or not found.interval or found.grain not in _GRAINS[_GRAINS.index(earlier.grain) :]:
            continue
        if _agrees(reading, named, found.interval):
            return Dated(
                found.interval, found, f"“{expression.text}” is counted from “{earlier.text}”, told before it"
            )
    return None


def _joins(reading: Reading, named: Mention, expression: TimeExpression) -> bool:
    """Whether nothing between the thing and the date gives the date to another verb."""
    text, days = reading.text, expression.interval
    if expression.start >= named.span[1]:
        gap = text[named.span[1] : expression.start]
        if named.form == "reduced" and "," in gap:
            return False
        return not _OWN_SUBJECT.search(gap) and not (
            _ahead(reading, days) and named.form not in _OPEN and _TO_DO.search(gap)
        )
    gap = text[expression.end : named.span[0]]
    if named.form == "infinitive":
        return expression.start - named.sentence.start < _HEAD
    if named.form == "reduced":
        return False
    return not _AFTERWARDS.search(gap)


def _ahead(reading: Reading, days: Interval | None) -> bool:
    return bool(reading.published and days and days.earliest and days.earliest > reading.published)


def _agrees(reading: Reading, named: Mention, days: Interval) -> bool:
    """Whether a thing told in this form can have happened then: nothing past is dated with days to come."""
    published = reading.published
    if published is None:
        return True
    if named.form in _PAST and days.earliest and days.earliest > published:
        return False
    if named.form == "perfect" and days.latest and (published - days.latest).days > _JUST:
        return False
    if named.form == "state" and days.earliest and days.earliest > published:
        return False
    return named.form not in _NOT_PAST or named.place < 0 or days.latest is None or days.latest >= published


def _distance(expression: TimeExpression, span: Span) -> int:
    return expression.start - span[1] if expression.start >= span[1] else span[0] - expression.end
