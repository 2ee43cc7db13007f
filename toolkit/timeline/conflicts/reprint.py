"""Which publication date, if it were wrong, would remove a conflict of dates.

"Sunday" counts from the day of publication: printed a week later, it is another Sunday. A day that is written out stays
where it is, so that no publication date explains it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from toolkit.timeline.conflicts.accounts import Parting, Told
from toolkit.timeline.conflicts.allen import Span, span

Finder = Callable[[str, date], Sequence[Any]]
"""Finds the expressions of time in a text that was published on a day: `toolkit.dates.find_dates`."""

WEEK = 7
FARTHEST = 62  # days by which a publication date is taken to be wrong at most

Reprint = tuple[str, date, date]
"""An article, its publication date, and the one that would remove the conflict."""


def reprints(parting: Parting, find: Finder) -> list[Reprint]:
    """The articles of the two speakers that would agree if published on another day, the smaller shift first."""
    found = [
        _reprint(parting.speaker, (parting.other.low, parting.other.high), find),
        _reprint(parting.other_speaker, (parting.one.low, parting.one.high), find),
    ]
    return sorted((each for each in found if each), key=lambda each: (abs((each[2] - each[1]).days), each))


def _reprint(told: Told, target: Span, find: Finder) -> Reprint | None:
    published = told.mention.published
    if published is None:
        return None
    first, last = span(told.mention.event)
    earlier = target[1] < first
    need = first - target[1] if earlier else target[0] - last
    if not math.isfinite(need) or need > FARTHEST:
        return None
    printed = date.fromordinal(published)
    for more in range(WEEK):
        day = printed + timedelta(days=-1 if earlier else 1) * int(need + more)
        moved = _moved(told, printed, day, find)
        if moved is not None and first + moved <= target[1] and target[0] <= last + moved:
            return told.mention.article, printed, day
    return None


def _moved(told: Told, printed: date, day: date, find: Finder) -> int | None:
    """By how many days the account moves if its article was published on another day; None where that is unknown."""
    quote, last = told.row["quote"], told.mention.event[1]
    if last is None:
        return None
    telling = [
        each for each in find(quote, printed) if each.latest is not None and each.latest.toordinal() == last
    ]
    if not telling:
        # The sentence names no day: the account may rest on the day of publication alone.
        return (day - printed).days if last == printed.toordinal() else None
    spans = {(each.start, each.end): each for each in find(quote, day)}
    again = spans.get((telling[0].start, telling[0].end))
    return None if again is None or again.latest is None else (again.latest - telling[0].latest).days
