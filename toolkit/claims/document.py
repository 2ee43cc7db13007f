"""The annotated text of an article: its sentences, frames, dates and attributions, each found once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from toolkit.claims.clocks.adjuncts import Adjuncts, dates_a_verb, names_a_thing
from toolkit.claims.clocks.families import family
from toolkit.claims.kept_readings import attributions_of, dates_of, frames_in, sentences_of, tree_of
from toolkit.claims.text.sentences import Sentence, line_start
from toolkit.dates import Policy, choose_policy
from toolkit.dates.interval import hull
from toolkit.dates.policy import named
from toolkit.language.frames import Frame, Phrase
from toolkit.language.paragraphs import dateline
from toolkit.language.phrases import Tree
from toolkit.language.tree import Parse
from toolkit.model import Attribution, Interval, NamedEvent, Span, TimeExpression

LEAD = 3
"""Sentences at the head of an article in which the day of the story is looked for."""
STORY_DAYS = 14
"""Days before the publication within which the day of the story lies."""
YEAR = 366
OF_A_CHRONICLE = 0.25
"""The share of its sentences that a chronicle dates to more than a year ago; essays that look back date a tenth."""
OF_HISTORY, FEWEST = 0.75, 3
"""The share of sentences, and how many at least, that tell of years past in a text that tells of nothing later."""
_ENDS = '.!?”"'

__all__ = ["LEAD", "STORY_DAYS", "Document", "dates_a_verb", "names_a_thing"]


class Document:
    """A text with what stands in it; `parser` names the backend, `eventive` the nouns that name events (see `language`)
    and `groups` the characters of names known to be those of groups.
    """

    def __init__(
        self,
        text: str,
        published: date | None,
        policy: Policy | str | None = None,
        events: Sequence[NamedEvent] = (),
        parser: str = "spacy",
        eventive: frozenset[str] | None = None,
        possible: tuple[date, date] | None = None,
        groups: frozenset[Span] = frozenset(),
    ) -> None:
        self.text, self._groups = text, groups
        self.published = published
        self.policy = named(policy) or choose_policy(text, published)[0]
        self.sentences = sentences_of(text)
        self.dates: Sequence[TimeExpression] = dates_of(text, published, self.policy, tuple(events), possible)
        self.attributions = attributions_of(text)
        self.parser, self.eventive = parser, eventive
        self._cues = {cue[0]: (cue[1], a) for a in self.attributions for cue in a.cue}
        self._cue_starts = sorted(self._cues)
        self._starts = [s.start for s in self.sentences]
        self._dated = [d.start for d in self.dates]

    @cached_property
    def parse(self) -> Parse:
        """The words of the text with their heads."""
        return self.tree.parse

    @cached_property
    def tree(self) -> Tree:
        """The words of the text as a tree that is asked for noun phrases."""
        return tree_of(self.text, self.parser, self._groups)

    def phrase(self, span: Span) -> Phrase | None:
        """The noun phrase that a span holds: the one around the first noun in it that hangs on nothing inside."""
        tokens = self.parse.tokens
        first = bisect_right(self._token_starts, span[0] - 1)
        last = bisect_right(self._token_starts, span[1] - 1)
        nouns = [i for i in range(first, last) if tokens[i].pos in ("noun", "name", "pronoun", "numeral")]
        top = [i for i in nouns if not first <= tokens[i].head < last or tokens[i].head == i]
        return self.tree.phrase((top or nouns)[0]) if nouns else None

    def tokens_in(self, start: int, end: int) -> Span:
        """The first token that begins in ``text[start:end]``, and the one after the last."""
        return bisect_right(self._token_starts, start - 1), bisect_right(self._token_starts, end - 1)

    def token_at(self, at: int) -> int | None:
        """The number of the token that holds a character, or None."""
        k = bisect_right(self._token_starts, at) - 1
        return k if k >= 0 and at < self.parse.tokens[k].end else None

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.parse.tokens]

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """The predicates of the text with their arguments."""
        return frames_in(self.text, self.parser, self.eventive, self._groups)

    @cached_property
    def adjuncts(self) -> Adjuncts:
        """Which time expression is an adjunct of which frame."""
        return Adjuncts(self.text, self.parse, self.frames, self.dates, self.attributions)

    @cached_property
    def families(self) -> Mapping[str, Sequence[Frame]]:
        """The frames whose words are for one event ("derail", "derailment"), by the name of the family."""
        found: dict[str, list[Frame]] = {}
        for frame in self.frames:
            found.setdefault(family(frame.lemma), []).append(frame)
        return found

    def framed(self, token: int) -> Frame | None:
        """The frame whose predicate is a token, or None."""
        return self._framed.get(token)

    @cached_property
    def _framed(self) -> dict[int, Frame]:
        return {frame.token: frame for frame in self.frames}

    @cached_property
    def dated(self) -> frozenset[int]:
        """The tokens of the time expressions."""
        return frozenset(i for date in self.dates for i in range(*self.tokens_in(date.start, date.end)))

    @cached_property
    def _frame_starts(self) -> list[int]:
        return [frame.start for frame in self.frames]

    def frame(self, span: Span) -> Frame | None:
        """The first frame whose predicate overlaps a span, or None."""
        for k in range(max(0, bisect_right(self._frame_starts, span[0]) - 1), len(self.frames)):
            if self.frames[k].start >= span[1]:
                return None
            if self.frames[k].end > span[0]:
                return self.frames[k]
        return None

    def frames_in(self, start: int, end: int) -> tuple[Frame, ...]:
        """The frames whose predicates begin in ``text[start:end]``, in text order."""
        return self.frames[
            bisect_right(self._frame_starts, start - 1) : bisect_right(self._frame_starts, end - 1)
        ]

    def act_of(self, phrase: Phrase | None) -> Frame | None:
        """The frame of the eventive noun that a phrase is; None where it is none."""
        return self._acts.get(phrase.token) if phrase is not None else None

    @cached_property
    def _acts(self) -> dict[int, Frame]:
        """The frames of eventive nouns by their tokens."""
        return {frame.token: frame for frame in self.frames if frame.form == "noun"}

    def governed(self, frame: Frame) -> Sequence[Frame]:
        """The frames whose parent is this one, in text order."""
        return self._governed.get(frame.index, ())

    @cached_property
    def _governed(self) -> dict[int, list[Frame]]:
        found: dict[int, list[Frame]] = {}
        for frame in self.frames:
            if frame.parent is not None:
                found.setdefault(frame.parent, []).append(frame)
        return found

    @cached_property
    def _said(self) -> list[Span]:
        return sorted(
            span for attribution in self.attributions if attribution.source for span in attribution.content
        )

    @cached_property
    def _sources(self) -> list[Span]:
        return sorted(span for attribution in self.attributions for span in attribution.source or ())

    def names_speaker(self, at: int) -> bool:
        """Whether a character stands in the words for who says something."""
        k = bisect_right(self._sources, (at, len(self.text))) - 1
        return k >= 0 and self._sources[k][0] <= at < self._sources[k][1]

    def opens_sentence(self, at: int) -> bool:
        """Whether a sentence begins at a character."""
        k = bisect_right(self._starts, at) - 1
        return k >= 0 and not any(c.isalnum() for c in self.text[self._starts[k] : at])

    def spoken_of(self, at: int) -> bool:
        """Whether a character stands in what somebody is said to say."""
        k = bisect_right(self._said, (at, len(self.text)))
        return any(start <= at < end for start, end in self._said[max(0, k - 12) : k])

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that holds a character, or None."""
        k = bisect_right(self._starts, at) - 1
        return self.sentences[k] if k >= 0 and at < self.sentences[k].end else None

    def dates_in(self, start: int, end: int) -> Sequence[TimeExpression]:
        """The time expressions that begin in ``text[start:end]``."""
        return self.dates[bisect_right(self._dated, start - 1) : bisect_right(self._dated, end - 1)]

    @cached_property
    def chronicle(self) -> bool:
        """Whether the text is a narrative that dates a good part of what it tells to years past, or tells of nothing
        else."""
        if self.published is None:
            return False
        past = [d.start for d in self.dates if self._long_ago(d, self.published)]
        dated = sum(bisect_right(past, s.end) > bisect_right(past, s.start - 1) for s in self.running)
        if self.policy.anchor == "focus":
            return dated >= OF_A_CHRONICLE * len(self.running)
        later = any(d.interval and not self._long_ago(d, self.published) for d in self.dates)
        return not later and dated >= max(FEWEST, OF_HISTORY * len(self.running))

    @staticmethod
    def _long_ago(told: TimeExpression, published: date) -> bool:
        last = told.latest
        return told.value.startswith("BC") or (last is not None and (published - last).days > YEAR)

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
    def story_day(self) -> TimeExpression | None:
        """The day that the head of an article tells of: what is told later without a date happened then."""
        if self.published is None:
            return None
        for sentence in self.running[:LEAD]:
            for found in self.dates_in(dateline(self.text, sentence.start, sentence.end), sentence.end):
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
