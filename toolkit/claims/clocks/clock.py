"""A clock: the days on which something happened or was said, and the evidence for them."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.dates.interval import intersect
from toolkit.dates.notation import edtf, edtf_before_christ
from toolkit.model import Interval, TimeExpression

REASONS = {
    "adjunct": "“{0}” stands with it: {1}",
    "shared": "“{0}” stands with “{2}”, which it is joined to: {1}",
    "part": "“{0}” dates “{2}”, of which it is part: {1}",
    "lasting": "it has lasted since “{0}”, when it began: {1}",
    "postponed": "it is put off until “{0}”: {1}",
    "bound": "“{0}” bounds it: {1}",
    "counted": "“{0}” is counted from {1}",
    "story_again": "“{0}” is the day of the story, “{1}”: {2}",
    "named_again": "named elsewhere as “{0}”, where {1}",
    "since_named": "it has lasted since “{0}”, {1}",
    "passage": "“{0}” is what the passage tells of: {1}",
    "goes_on": "it goes on from “{0}” in the sentence before, where {1}",
    "results": "a figure of the results for “{0}”, told before: {1}",
    "story": "told without a date in a story of “{0}”: {1}",
    "news": "told without a date in an article of {0}",
    "open": "{0}, without a date",
    "to_come": "told as something to come or possible, and no day is given",
    "ancient": "“{0}” stands with it: before the year 1, where days are not counted here",
    "vague": "“{0}” names no days",
    "given": "{0}",
    "told_by": "told as past when it was said, so it was by {0}; its beginning is open",
    "printed_by": "no day is given; it had happened by {0}, the day of publication; its beginning is open",
    "answered": "as in the claim that it answers: {0}",
    "same_day": "on the same day as the claim: {0}",
    "not_before": "{0}; not before {1}",
    "meant": "“{0}”, told before, is meant: {1}",
    "together": "no day is given; it is told of what happened there on {0}",
    "dies_once": "no day is given; the article tells elsewhere of this death: {0}",
    "news_since": "no day is given; it is told with what happened on {0}, and had happened by {1}",
    "undated": "no day is given, and the publication has no date",
    "no_sentence": "no sentence of the text holds this place",
    "beside_cue": "“{0}” stands with “{2}”: {1}",
    "said_since": "said since “{0}”: {1}",
    "unsaid": "no day of saying is given and the publication has no date",
    "own_words": "the outlet's own words, on the day of publication",
    "still": "“{0}” still holds on the day of publication",
    "said_by_print": "no day of saying is given; it was said by {0}, the day of publication",
    "then": "“{0}” is told before, and “then” means it: {1}",
    "same_source": "“{0}” dates what {2} said before: {1}",
    "talks": "“{0}” dates the talks at which it was said: {1}",
    "reported": "“{0}” dates the report of {2}; it was told by then: {1}",
    "sentence_after": "“{0}” in the next sentence dates it: {1}",
}
"""The sentence for each reason; the slots of the evidence fill it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a clock has its days: a reason of `REASONS` and what fills its sentence.

    >>> str(Evidence("adjunct", ("Monday", "the Monday before")))
    '“Monday” stands with it: the Monday before'
    """

    reason: str
    slots: tuple[str, ...] = ()

    def __str__(self) -> str:
        return REASONS[self.reason].format(*self.slots)


@dataclass(frozen=True, slots=True)
class Clock:
    """The days of a clock, the TIMEX3 value of the words that give them, the evidence and the expression.

    `interval` is None where the text does not say; either of its sides may be open. `likely` are the days that a reader
    would put first where `interval` is wider: that of the story for what it tells as the day's news, the beginning of
    what has lasted since.
    """

    interval: Interval | None
    evidence: tuple[Evidence, ...]
    expression: TimeExpression | None = None
    likely: Interval | None = None
    timex: str = ""

    @property
    def why(self) -> str:
        """The evidence as a sentence."""
        return "; ".join(map(str, self.evidence))

    @property
    def best(self) -> Interval | None:
        """The likely days, else the days where both sides are known; None where the text leaves them open."""
        closed = self.interval is not None and self.interval.days is not None
        return self.likely or (self.interval if closed else None)

    @property
    def edtf(self) -> str:
        """The days in EDTF, empty where there are none; of a time before the year 1 its name."""
        if self.interval is None:
            return edtf_before_christ(self.timex)
        return edtf(self.interval.earliest, self.interval.latest, self.interval.grain)


def told(
    expression: TimeExpression,
    days: Interval | None,
    reason: str,
    *slots: str,
    likely: Interval | None = None,
) -> Clock:
    """The clock that a time expression gives; its words and their reason are the first slots of the evidence."""
    evidence = Evidence(reason, (expression.text, expression.why, *slots))
    return Clock(days, (evidence,), expression, likely, expression.value)


def limited(clock: Clock, last: Interval | None) -> Clock:
    """The clock of a past event, which ended no later than the last day of its saying."""
    if clock.interval is None or last is None or last.latest is None:
        return clock
    within = intersect(clock.interval, Interval(None, last.latest))
    if within is None:
        return clock
    return Clock(within, clock.evidence, clock.expression, clock.likely, clock.timex)
