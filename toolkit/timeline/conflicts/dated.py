"""Whether a sentence names the days of what it tells, and whether two days are those of one night."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.timeline.conflicts.allen import span
from toolkit.timeline.days import gap, width

if TYPE_CHECKING:
    from toolkit.timeline.conflicts.accounts import Told

NEXT = 1  # days between two days that follow one another

_COUNTED_ON = re.compile(
    r"\b(?:tolls?|tally|number)\b.*\b(?:rose|risen|rises|climbed|reached|stood|stands|grew|grown|jumped|now)\b",
    re.I,
)
"""The day of such a sentence is that of counting."""
_LATE, _EARLY = (
    re.compile(rf"\b(?:{words})\b", re.I)
    for words in ("late|night|overnight|evening|midnight", "early|overnight|dawn|morning|night|midnight")
)
"""The two days of one night."""
DATE_WORDS = re.compile(r"[^“]*“([^”]+)”")  # the words of the date, which its explanation begins with


def names_its_days(told: Told) -> bool:
    """Whether a sentence names the days of its event, and not those of the saying or of another sentence."""
    words, said = (DATE_WORDS.match(told.row[name]) for name in ("event_why", "said_why"))
    if told.mention.event == (None, None) or words is None or words[1] not in told.row["quote"]:
        return False
    if _COUNTED_ON.search(told.words):
        return False
    return said is None or said[1] != words[1] or told.mention.claimant in ("", told.mention.outlet)


_SINCE, _FOR = ("it has lasted since", "a length of time")
"""How explanations tell that something lasts, from a day or for a time."""
MONTH = 31
"""Days by which a length told in months may be off, and by a tenth of itself where it is longer."""


def beginning(told: Told) -> tuple[float, float] | None:
    """The days on which something that lasts began; None for what does not last or whose sentence names no such day."""
    why, (first, _) = told.row["event_why"], told.mention.event
    words = DATE_WORDS.match(why)
    if first is None or words is None or words[1] not in told.row["quote"]:
        return None
    if _SINCE in why:
        grain = len(told.row["event_timex"] or "")  # "2023", "2023-04", "2023-04-15"
        return (first, first + {4: 365, 7: MONTH}.get(grain, 1))
    slack = max(MONTH, width(told.mention.event) // 10)
    return (first - slack, first + slack) if _FOR in why else None


def in_one_night(one: Told, other: Told) -> bool:
    """Whether two days follow one another and are not both named in so many words: what happens in a night has both."""
    if gap(one.mention.event, other.mention.event) > NEXT:
        return False
    first, second = sorted((one, other), key=lambda each: span(each.mention.event))
    if _LATE.search(first.row["quote"]) and _EARLY.search(second.row["quote"]):
        return True
    return not all(
        width(each.mention.event) == 0
        and (date := DATE_WORDS.match(each.row["event_why"])) is not None
        and date[1] in each.row["quote"]
        for each in (one, other)
    )
