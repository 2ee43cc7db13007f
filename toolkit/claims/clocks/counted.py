"""What is counted from another happening: "two days after it sank, the cook quit"."""

from __future__ import annotations

import re
from datetime import timedelta

from toolkit.claims.clocks.clock import Clock, Evidence
from toolkit.claims.document import Document
from toolkit.dates.interval import shift, unit
from toolkit.dates.notation import say
from toolkit.language.frames import Frame
from toolkit.model import Interval

_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
_NUMBERS = f"zero one two three four five six seven eight nine ten {_TEENS}".split()
_COUNTED = re.compile(
    rf"\b(an?|the|one|{'|'.join(_NUMBERS[2:])}|[1-9]\d?)\s+(day|week|fortnight|month|year)s?\s+(after|before)\b",
    re.I,
)
_ABOUT = re.compile(r"\b(?:over|about|around|nearly|almost|than|within|some|just|under|roughly)\s+$", re.I)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
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
    number, grain = found[1].lower(), found[2].lower()
    count = int(number) if number.isdigit() else _NUMBERS.index(number) if number in _NUMBERS else 1
    count = count if (found[3].lower() == "after") == forward else -count
    evidence = (Evidence("counted", (found[0], say(start))),)
    if grain in _DAYS:
        day = start + timedelta(days=count * _DAYS[grain])
        return Clock(Interval(day, day, "day"), evidence)
    day_then = shift(grain, start, count)
    if day_then is None:
        return None
    first, last = unit(grain, day_then)
    return Clock(Interval(first, last, grain), evidence)
