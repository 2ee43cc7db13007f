"""What is counted from another happening: "two days after it sank, the cook quit"."""

from __future__ import annotations

import re

from toolkit.claims.clocks.clock import Clock, Evidence
from toolkit.claims.document import Document
from toolkit.dates.interval import shift, unit
from toolkit.dates.notation import say
from toolkit.dates.vocabulary import number
from toolkit.language.frames import Frame
from toolkit.model import Interval

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
_COUNTED = re.compile(
    rf"\b(an?|the|{_NUMBERS.replace(' ', '|')}|[1-9]\d?)\s+(day|week|fortnight|month|year)s?\s+(after|before)\b",
    re.I,
)
_ABOUT = re.compile(r"\b(?:over|about|around|nearly|almost|than|within|some|just|under|roughly)\s+$", re.I)
_LENGTH = 36
"""Characters before a clause in which the length stands from which it is counted."""


def length_before(document: Document, clause: Frame) -> re.Match[str] | None:
    """The length that stands before a clause with "after" or "before", where it is told exactly."""
    if clause.marker not in ("after", "before"):
        return None
    begin = max(0, min(clause.clause[0], clause.start) - _LENGTH)
    found = _COUNTED.search(document.text, begin, clause.start)
    if (
        found is None
        or found[3].lower() != clause.marker
        or _ABOUT.search(document.text, max(0, found.start() - 16), found.start())
    ):
        return None
    return found


def counted(found: re.Match[str], anchor: Interval, forward: bool) -> Clock | None:
    """The days at a length from others; of months and years the whole month or year. None where the anchor is wide."""
    start = anchor.latest
    if start is None or anchor.days != 1:
        return None
    grain = found[2].lower()
    grain, times = ("week", 2) if grain == "fortnight" else (grain, 1)
    count = times * int(number(found[1]) or 1)  # "the day after" is one
    day = shift(grain, start, count if (found[3].lower() == "after") == forward else -count)
    if day is None:
        return None
    exact = grain in ("day", "week")
    first, last = (day, day) if exact else unit(grain, day)
    evidence = (Evidence("counted", (found[0], say(start))),)
    return Clock(Interval(first, last, "day" if exact else grain), evidence)
