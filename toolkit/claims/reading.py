"""A text with its sentences, clauses, words and time expressions, for looking up which dates stand where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from toolkit.claims.attribution.attribute import attribute
from toolkit.claims.text.clauses import clauses
from toolkit.claims.text.sentences import Sentence, line_start, sentences
from toolkit.claims.text.tokens import Tokens
from toolkit.dates import Policy, choose_policy, find_dates
from toolkit.dates.interval import hull
from toolkit.dates.policy import named
from toolkit.model import Attribution, Interval, NamedEvent, Span, TimeExpression

# A date behind one of these words bounds or compares; it does not date what stands around it.
_BOUND = re.compile(
    r"\b(?:since|before|until|till|than|prior to|ahead of|as of|compared (?:with|to))\s+(?:[\w’'-]+\s+){0,6}$",
    re.I,
)
# A year that stands before a noun ("the 2010 conference", "this year's award") names the thing and dates nothing.
_OWNED = re.compile(r"[’']s?\b")
_NAMING = re.compile(
    r"\s+(?!(?:and|or|but|to|in|at|on|for|of|that|as|by|with|from|when|while|after|before|the|an?|its|his|her|their|is|was"
    r"|were|are|has|had|have|because|after|until|during|over|under|about|according|following|due|near|when|where|which|who|amid)\b)[\w’'-]+"
)
_IN_YEAR = re.compile(r"\b(?:in|by|during|since|until|from|before|after|of)\s+$", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LEAD = 3
"""Sentences at the head of an article in which the day of the story is looked for."""
STORY_DAYS = 14
"""Days before the publication within which the day of the story lies."""
YEAR = 366
OF_A_CHRONICLE = 0.25
"""The share of its sentences that a chronicle dates to more than a year ago; essays that look back date a tenth."""
_ENDS = '.!?”"'


class Reading:
    """A text with what stands in it; everything is found once."""

    def __init__(
        self,
        text: str,
        published: date | None,
        policy: Policy | str | None = None,
        events: Sequence[NamedEvent] = (),
    ) -> None:
        self.text = text
        self.published = published
        self.policy = named(policy) or choose_policy(text, published)[0]
        self.sentences: list[Sentence] = sentences(text)
        self.dates: list[TimeExpression] = find_dates(text, published, self.policy, events)
        self.attributions = attribute(text, self.sentences)
        self._cues = {cue[0]: (cue[1], a) for a in self.attributions for cue in a.cue}
        self._cue_starts = sorted(self._cues)
        self._starts = [s.start for s in self.sentences]
        self._dated = [d.start for d in self.dates]
        self._tokens: dict[int, Tokens] = {}

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that holds a character, or None."""
        k = bisect_right(self._starts, at) - 1
        return self.sentences[k] if k >= 0 and at < self.sentences[k].end else None

    def clauses(self, sentence: Sentence) -> Sequence[Span]:
        """The clauses of a sentence."""
        return clauses(self.text, sentence.start, sentence.end)

    def tokens(self, sentence: Sentence) -> Tokens:
        """The words of a sentence, with their classes."""
        if sentence.index not in self._tokens:
            tokens = self._tokens[sentence.index] = Tokens(self.text, sentence.start, sentence.end)
            tokens.classify()
        return self._tokens[sentence.index]

    def dates_in(self, start: int, end: int) -> list[TimeExpression]:
        """The time expressions that begin in ``text[start:end]``."""
        return self.dates[bisect_right(self._dated, start - 1) : bisect_right(self._dated, end - 1)]

    @cached_property
    def chronicle(self) -> bool:
        """Whether the text is a narrative that dates a good part of what it tells to years past."""
        if self.policy.anchor != "focus" or self.published is None:
            return False
        past = [d.start for d in self.dates if d.latest and (self.published - d.latest).days > YEAR]
        dated = sum(bisect_right(past, s.end) > bisect_right(past, s.start - 1) for s in self.running)
        return dated >= OF_A_CHRONICLE * len(self.running)

    def told_of(self, sentence: Sentence) -> TimeExpression | None:
        """In a chronicle the date that the sentences before this one in its paragraph tell of; None in other texts."""
        if not self.chronicle:
            return None
        paragraph = line_start(self.text, sentence.start)
        told = reversed(self.dates_in(paragraph, sentence.start))
        return next((d for d in told if d.interval and dates_a_verb(self.text, d, (paragraph, d.end))), None)

    def spoken(self, trigger: Span) -> Attribution | None:
        """The attribution whose cue this is, or None."""
        for at in range(trigger[0], trigger[1]):
            if at in self._cues:
                return self._cues[at][1]
        k = bisect_right(self._cue_starts, trigger[0]) - 1
        end, attribution = self._cues[self._cue_starts[k]] if k >= 0 else (0, None)
        return attribution if trigger[0] < end else None

    @cached_property
    def running(self) -> list[Sentence]:
        """The sentences of running text: a headline, a dateline or a caption has no full stop."""
        return [s for s in self.sentences if self.text[s.end - 1] in _ENDS]

    def place(self, sentence: Sentence) -> int:
        """How many sentences of running text stand before this one; -1 for one that is none itself."""
        return self._places.get(sentence.index, -1)

    @cached_property
    def _places(self) -> dict[int, int]:
        return {sentence.index: k for k, sentence in enumerate(self.running)}

    @cached_property
    def words(self) -> dict[str, list[Span]]:
        """Where each word stands, in lower case."""
        found: dict[str, list[Span]] = {}
        for word in _WORD.finditer(self.text):
            found.setdefault(word[0].lower(), []).append(word.span())
        return found

    @cached_property
    def story_day(self) -> TimeExpression | None:
        """The day that the head of an article tells of: what is told later without a date happened then."""
        if self.published is None:
            return None
        for sentence in self.running[:LEAD]:
            for found in self.dates_in(sentence.start, sentence.end):
                days = found.interval
                if days and days.days == 1 and dates_a_verb(self.text, found, (sentence.start, sentence.end)):
                    past = days.latest is not None and 0 <= (self.published - days.latest).days <= STORY_DAYS
                    return found if past else None
        return None

    def whole_range(self, expression: TimeExpression) -> Interval | None:
        """The days of an expression, or of the whole range that it is an end of."""
        if expression.range is None:
            return expression.interval
        ends = [d.interval for d in self.dates if d.range == expression.range and d.interval]
        return hull(*ends) if ends else None


def dates_a_verb(text: str, expression: TimeExpression, within: Span) -> bool:
    """Whether an expression tells when something happened, rather than how long ago something else began."""
    if expression.type not in ("DATE", "TIME") or _BOUND.search(text, within[0], expression.start):
        return False
    return not names_a_thing(text, expression)


def names_a_thing(text: str, expression: TimeExpression) -> bool:
    """Whether an expression is a year that stands before a noun, and so belongs to a name."""
    if expression.grain != "year":
        return False
    if _OWNED.match(text, expression.end):
        return True
    if not expression.text.isdigit() or _IN_YEAR.search(
        text, max(0, expression.start - 12), expression.start
    ):
        return False
    return _NAMING.match(text, expression.end) is not None
