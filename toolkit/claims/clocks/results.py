"""The period of results: what a report tells of sales and profits was in the quarter whose results it tells."""

from __future__ import annotations

import re
from functools import cache

from toolkit.claims.clocks.clock import Clock, told
from toolkit.claims.document import Document
from toolkit.claims.text.sentences import line_start
from toolkit.claims.vocabulary import any_of, load, words
from toolkit.dates.interval import shift
from toolkit.dates.vocabulary import number
from toolkit.language.frames import Frame
from toolkit.model import Interval

PERIODS = ("quarter", "half", "year")
WITHIN = 600
"""Characters of the same paragraph in which the period is told before."""
_FOR = re.compile(r"\b(?:for|in|during|over)\s+$", re.I)

# "in the three months to December"
_MONTHS_TO = re.compile(
    r"\b(two|three|four|six|nine|twelve|[2-9]|12) months (?:to|through|ended|ending)\s+$", re.I
)


def of_the_results(document: Document, frame: Frame) -> Clock | None:
    """The period told before in the paragraph, for a figure of business that rose or fell: "Sales fell by a tenth"."""
    if frame.form != "verb" or frame.tense != "past" or frame.modality or not _is_figure(frame):
        return None
    sentence = document.sentence(frame.start)
    if sentence is None:
        return None
    begin = max(line_start(document.text, sentence.start), sentence.start - WITHIN)
    for period in reversed(document.dates_in(begin, sentence.start)):
        days = period.interval
        if period.type != "DATE" or days is None or days.days is None or days.days == 1:
            continue
        led = _MONTHS_TO.search(document.text, max(0, period.start - 40), period.start)
        if led and period.grain == "month" and days.latest:
            first = shift("month", days.latest.replace(day=1), 1 - int(number(led[1]) or 1))
            return told(period, Interval(first, days.latest, "quarter"), "results")
        whole = period.grain in PERIODS and _reported(document, period.start)
        return told(period, days, "results") if whole else None
    return None


def _is_figure(frame: Frame) -> bool:
    listed = load("happenings")
    heads = (phrase.lemma for role in ("agent", "patient") if (phrase := frame.first(role)))
    return frame.lemma in words(listed["moves"]) and any(head in words(listed["figures"]) for head in heads)


def _reported(document: Document, at: int) -> bool:
    """Whether a period stands where figures of business are told: "its figures for", "made a loss in"."""
    sentence = document.sentence(at)
    if sentence is None or not _FOR.search(document.text, max(0, at - 14), at):
        return False
    return bool(_figures().search(document.text, sentence.start, sentence.end))


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(any_of(words(load("happenings")["figures"])) + r"\w*", re.I)
