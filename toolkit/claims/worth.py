"""Which sentences of an article tell something: no site furniture, no headline over the text, no question."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator

from toolkit.claims.attribution.cues import cues
from toolkit.claims.document import Document
from toolkit.claims.text.furniture import furniture
from toolkit.claims.text.sentences import Sentence
from toolkit.model import Attribution, Interval

_ENDS = tuple('.!?:;…"”’»)*_')
_ENDED = re.compile(r"[.!…][\"”’»)\]*_]*\Z|[.!…][\"”’»)\]]*\d{1,3}\Z|[:;]\Z")
_STOPS = (".", "!", "…", ":", ";")
_TAIL = 40
"""Characters that hold what ends a sentence."""
_LONG_ENOUGH = 10
"""Words from which on a line without a full stop, but with a speaker or a date, counts as a sentence."""


def statement_sentences(document: Document, title: str) -> Iterator[Sentence]:
    """The sentences that tell something, in text order; `title` is that of the article."""
    blocked = sorted(furniture(document.text))
    starts = [start for start, _ in blocked]
    cues = sorted(span[0] for a in document.attributions for span in a.cue)
    for sentence in document.sentences:
        k = bisect_right(starts, sentence.end - 1) - 1
        if k >= 0 and blocked[k][1] > sentence.start:
            continue
        if not _headline(document, sentence, title) and _is_sentence(document, sentence, cues):
            yield sentence


ESSAY = 0.1
"""Days and sayings for each sentence, below which an article weighs things up rather than tell the news."""
SHORTEST_ESSAY = 12
"""Sentences that an article needs for that to be told."""


HISTORY = 0.25
"""Share of sentences with a day, a month or a season from which on an article tells a history."""
SEASON = 124
"""Days of a part of a year: "late 2025"."""


def is_no_news(document: Document, sentences: Collection[Sentence]) -> bool:
    """Whether hardly a sentence has a recent day or a speaker."""
    if document.published is None or len(sentences) < SHORTEST_ESSAY or document.chronicle:
        return False
    days = sum(_recent(document, sentence) for sentence in sentences)
    said = sum(_tells_speech(document, each) for each in document.attributions)
    return days + said < ESSAY * len(sentences)


def is_dated(document: Document, sentences: Collection[Sentence]) -> bool:
    """Whether many sentences name a day, a month or a season."""
    dated = (any(_of_season(d.interval) for d in document.dates_in(s.start, s.end)) for s in sentences)
    return sum(dated) >= HISTORY * len(sentences)


def _of_season(interval: Interval | None) -> bool:
    return interval is not None and interval.days is not None and interval.days <= SEASON


def _recent(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence names a day or a week of the month before publication."""
    published = document.published
    named = [d for d in document.dates_in(sentence.start, sentence.end) if d.interval and d.latest]
    return any(
        (d.interval.days or MONTH) <= WEEK and 0 <= (published - d.latest).days <= MONTH
        for d in named
        if d.interval and d.latest and published
    )


WEEK, MONTH = 7, 31
"""Days of each."""


def _tells_speech(document: Document, attribution: Attribution) -> bool:
    """Whether somebody said something once: "the ministry said", not "critics say" or "he believed"."""
    cue = cues().get(document.text[slice(*attribution.cue[-1])].split()[-1].lower())
    if cue is None or attribution.source is None or cue.form != "past":
        return False
    return bool(cue.frames & SAYING) and "attitude" not in cue.frames


SAYING = frozenset({"clause", "hearer", "quotation"})


def _headline(document: Document, sentence: Sentence, title: str) -> bool:
    """Whether a sentence is the title over the text: its claims are told below."""
    passage = document.text[sentence.start : sentence.end].strip()
    following = document.text[sentence.end : sentence.end + 2]
    over = sentence.index == 0 and "\n" in following and len(document.running) > 1
    return passage == title.strip() or (over and passage[-1:] not in _ENDS)


def _is_sentence(document: Document, sentence: Sentence, cues: list[int]) -> bool:
    """Whether a passage is a statement: ended by a stop, or long and with a speaker or a date; no question."""
    passage = document.text[sentence.start : sentence.end]
    if passage.rstrip('"”’»)]*_ ').endswith("?"):
        return False
    if passage.endswith(_STOPS) or _ENDED.search(passage[-_TAIL:]):
        return True
    if len(passage.split()) < _LONG_ENOUGH:
        return False
    k = bisect_left(cues, sentence.start)
    spoken = k < len(cues) and cues[k] < sentence.end
    return spoken or bool(document.dates_in(sentence.start, sentence.end))
