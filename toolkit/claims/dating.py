"""When a thing named in a text happened, by the words near it.

A time expression belongs to the clause that it stands in. Told in the past tense and without a date, a thing of the
news happened on the day of the story or of publication; what had happened before, may happen or will has none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from toolkit.claims.attribution import attribute
from toolkit.claims.clauses import clauses
from toolkit.claims.sentences import Sentence, sentences
from toolkit.claims.standing import modality
from toolkit.dates import Policy, find_dates, publication_day
from toolkit.dates.interval import hull
from toolkit.dates.notation import say
from toolkit.model import Attribution, Interval, Span, TimeExpression

# A date behind one of these words bounds or compares; it does not date what stands around it.
_BOUND = re.compile(
    r"\b(?:since|before|until|till|than|prior to|ahead of|as of|compared (?:with|to))\s+(?:[\w’'-]+\s+){0,6}$",
    re.I,
)
# A year that stands before a noun ("the 2010 conference", "this year's award") names the thing and dates nothing.
_NAMING = re.compile(
    r"[’']s?\b|\s+(?!(?:and|or|but|to|in|at|on|for|of|that|as|by|with|from|when|while|after|before|the|an?|its|his|her|their|is|was"
    r"|were|are|has|had|have|because|after|until|during|over|under|about|according|following|due|near|when|where|which|who|amid)\b)[\w’'-]+"
)
_PAST = re.compile(
    r"\b(?:\w+ed|said|told|was|were|did|had|went|came|took|gave|made|met|held|began|wrote|spoke|saw|showed|sold|won|lost|led|left|became|kept|put|sent|hit|struck|fought|rose|fell|grew|built|bought|brought|saying)\b",
    re.I,
)
# What had happened before, or was the earlier one of several, happened on no day of the story.
_EARLIER = re.compile(
    r"\bhad(?:\s+(?:\w+ly|also|already|ever|never|not|long|been|just|since|once|twice|first))*\s+$"
    r"|\b(?:previous(?:ly)?|earlier|ever|never|always|formerly|former|original(?:ly)?|recent(?:ly)?|past)"
    r"\s+(?:[\w-]+\s+)?$",
    re.I,
)
_LEAD = 3
"""Sentences at the head of an article in which the day of the story is looked for."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What a text says of the time of something: the days or None, the expression that says so, and why."""

    interval: Interval | None
    expression: TimeExpression | None
    why: str


class Reading:
    """A text with its sentences and its time expressions, for looking up which dates stand where."""

    def __init__(self, text: str, published: date | None, policy: Policy | str | None = None) -> None:
        self.text = text
        self.published = published
        self.policy = policy
        self.sentences: list[Sentence] = sentences(text)
        self.dates: list[TimeExpression] = find_dates(text, published, policy)
        self.attributions = attribute(text)
        self._cues = {cue[0]: a for a in self.attributions for cue in a.cue}
        self._starts = [s.start for s in self.sentences]
        self._dated = [d.start for d in self.dates]

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that holds a character, or None."""
        k = bisect_right(self._starts, at) - 1
        return self.sentences[k] if k >= 0 and at < self.sentences[k].end else None

    def dates_in(self, start: int, end: int) -> list[TimeExpression]:
        """The time expressions that begin in ``text[start:end]``."""
        return self.dates[bisect_right(self._dated, start - 1) : bisect_right(self._dated, end - 1)]

    def spoken(self, trigger: Span) -> Attribution | None:
        """The attribution whose cue this is, or None."""
        for at in range(trigger[0], trigger[1]):
            if at in self._cues:
                return self._cues[at]
        return next((a for a in self.attributions for cue in a.cue if cue[0] <= trigger[0] < cue[1]), None)

    @cached_property
    def story_day(self) -> TimeExpression | None:
        """The day that the head of an article tells of: what is told later without a date happened then."""
        if self.published is None:
            return None
        for sentence in [s for s in self.sentences if self.text[s.end - 1] in '.”"'][:_LEAD]:
            for found in self.dates_in(sentence.start, sentence.end):
                days = found.interval
                if days and days.days == 1 and dates_a_verb(self.text, found, (sentence.start, sentence.end)):
                    past = days.latest is not None and 0 <= (self.published - days.latest).days <= 7
                    return found if past else None
        return None

    def whole_range(self, expression: TimeExpression) -> Interval | None:
        """The days of an expression, or of the whole range that it is an end of."""
        if expression.range is None:
            return expression.interval
        ends = [d.interval for d in self.dates if d.range == expression.range and d.interval]
        return hull(*ends) if ends else None


def when(
    text: str, spans: Sequence[Span], published: str | date | None, policy: Policy | str | None = None
) -> list[tuple[Interval | None, str]]:
    """For each span that names a thing, the days on which it happened and the reason; None where the text does not say.

    >>> text = "The bridge was closed on Monday. It will open again."
    >>> [interval and interval.earliest.isoformat() for interval, _ in when(text, [(15, 21), (41, 45)], "2025-08-27")]
    ['2025-08-25', None]
    """
    reading = Reading(text, publication_day(published), policy)
    return [(found.interval, found.why) for found in (_when(reading, span) for span in spans)]


def _when(reading: Reading, span: Span) -> Dated:
    sentence = reading.sentence(span[0])
    if sentence is None:
        return Dated(None, None, "no sentence of the text holds this place")
    whole = (sentence.start, sentence.end)
    parts = clauses(reading.text, *whole)
    clause = next((part for part in parts if part[0] <= span[0] < part[1]), whole)
    spoken = reading.spoken(span)
    contents = spoken.content if spoken else ()
    before = _EARLIER.search(reading.text, clause[0], span[0])
    expression = nearest(reading, span, clause, contents)
    if not expression and not before:
        expression = nearest(reading, span, whole, contents)
    if expression:
        return Dated(
            reading.whole_range(expression),
            expression,
            f"“{expression.text}” stands with it: {expression.why}",
        )
    if not spoken and (possible := modality(reading.text, clause[0], span[0])):
        return Dated(None, None, f"it is only told as possible or to come ({possible}), without a date")
    if before:
        return Dated(None, None, f"told as earlier than the story (“{before[0].strip()}”), without a date")
    return _undated(reading, span)


def _undated(reading: Reading, span: Span) -> Dated:
    """What is told without a date: as past on the day of the story, as present on the day of publication."""
    story = reading.story_day
    if story and _PAST.match(reading.text, *span):
        return Dated(story.interval, story, f"told as past, in a story of “{story.text}”: {story.why}")
    if reading.published is None:
        return Dated(None, None, "the text gives no date, and neither is its publication dated")
    day = Interval(reading.published, reading.published, "day")
    return Dated(day, None, f"told without a date in an article of {say(reading.published)}")


def nearest(reading: Reading, trigger: Span, within: Span, but: Sequence[Span] = ()) -> TimeExpression | None:
    """The time expression in `within`, but not in `but`, that dates the thing named at `trigger`, or None."""
    found = [
        d
        for d in reading.dates_in(*within)
        if d.interval and dates_a_verb(reading.text, d, within) and not any(a <= d.start < b for a, b in but)
    ]
    return min(found, key=lambda d: _distance(d, trigger), default=None)


def dates_a_verb(text: str, expression: TimeExpression, within: Span) -> bool:
    """Whether an expression tells when something happened, rather than how long ago something else began."""
    if expression.type not in ("DATE", "TIME") or _BOUND.search(text, within[0], expression.start):
        return False
    return expression.grain != "year" or not _NAMING.match(text, expression.end)


def _distance(expression: TimeExpression, trigger: Span) -> int:
    return expression.start - trigger[1] if expression.start >= trigger[1] else trigger[0] - expression.end
