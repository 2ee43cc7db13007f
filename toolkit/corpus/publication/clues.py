"""What a text tells of the day on which it was printed, without that day: a clue for each thing it tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from toolkit.corpus.publication.clue import BOTTOM, FLOOR, YEAR, Clue, Told, falling
from toolkit.corpus.publication.yearless import (
    days_of_the_year,
    pairs,
    same_unit,
    times_of_the_year,
    weekdays,
)
from toolkit.dates import find_dates
from toolkit.dates.direction import direction
from toolkit.model import NamedEvent, TimeExpression

OLDEST = 1900
"""A year before this dates nothing of today."""

_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)[^\n]{0,40}?\b((?:19|20)\d\d)\b", re.IGNORECASE)
_YEARS_AGO = re.compile(r".+? years? (?:ago|earlier)", re.IGNORECASE)
_NEAR = 160  # characters between "three years ago" and the name of what began then
_AN_ANCHOR = date(2000, 6, 15)


def clues(text: str, events: Sequence[NamedEvent] = ()) -> list[Clue]:
    """All clues of a text, in a fixed order; `events` are days that it may count years from by their names.

    >>> [(clue.kind, clue.words) for clue in clues("They met on Tuesday, June 3. © 2025 Desk")]
    [('day', 'Tuesday, June 3'), ('weekday and day', 'Tuesday, June 3'), ('copyright', '© 2025')]
    """
    notices = [notice.span() for notice in _COPYRIGHT.finditer(text)]
    found = [each for each in find_dates(text) if not any(a <= each.start < b for a, b in notices)]
    told = [(each, direction(text, each.start, each.end)[0]) for each in found]
    return [
        *_whole_dates(told),
        *days_of_the_year(told),
        *pairs(text, found),
        *same_unit(text, found),
        *weekdays(told),
        *times_of_the_year(told),
        *_copyright(text),
        *_anniversaries(text, found, events),
    ]


def _whole_dates(told: Told) -> Iterator[Clue]:
    """The latest date told with its year, by how finely it is told; and the nearest that is told to lie ahead."""
    past: dict[str, list[tuple[date, date, str, bool]]] = {grain: [] for grain in _MAKE}
    ahead: list[tuple[date, TimeExpression]] = []
    for each, way in told:
        if each.type not in ("DATE", "TIME") or not each.earliest or not each.latest:
            continue
        if each.earliest.year < OLDEST or each.grain not in past:
            continue
        if way == "ahead":
            ahead.append((each.latest, each))
        else:
            past[each.grain].append((each.earliest, each.latest, each.text, way == "back"))
    for grain, make in _MAKE.items():
        if past[grain]:
            yield make(*max(past[grain], key=lambda one: one[:2]))
    if ahead:
        yield _ahead(*min(ahead, key=lambda one: one[0]))


def _day(first: date, last: date, words: str, sure: bool) -> Clue:
    number = first.toordinal()
    before = -8.0 if sure else -4.0
    return Clue(
        "date",
        words,
        f"told of, so published on {first.isoformat()} or later, most likely within days",
        lambda day: (
            falling(day - number, 7, 1.7, BOTTOM)
            if day >= number
            else max(BOTTOM, before - (number - day) / 60)
        ),
        first,
    )


def _month(first: date, last: date, words: str, sure: bool) -> Clue:
    low, high = first.toordinal(), last.toordinal()
    return Clue(
        "month",
        words,
        f"told of, so published in {first:%Y-%m} or later",
        lambda day: falling(max(0, day - high), 90) if day >= low else -5.0 if sure else -4.0,
        first,
    )


def _year(first: date, last: date, words: str, sure: bool) -> Clue:
    low, high = first.toordinal(), last.toordinal()
    return Clue(
        "year",
        words,
        f"the latest year told of, so published in {first.year} or later, or else not long before",
        lambda day: (
            falling(max(0, day - high), YEAR, 1.6) if day >= low else max(-4.5, -1.5 - (low - day) / 400)
        ),
        first,
    )


_MAKE: dict[str, Callable[[date, date, str, bool], Clue]] = {"day": _day, "month": _month, "year": _year}


def _ahead(last: date, each: TimeExpression) -> Clue:
    number = last.toordinal()
    return Clue(
        "ahead",
        each.text,
        f"told to lie ahead, so published by {last.isoformat()}",
        lambda day: falling(number - day, 400) if day <= number else -4.0,
        last,
    )


def _copyright(text: str) -> Iterator[Clue]:
    notices = [(int(notice[1]), notice[0]) for notice in _COPYRIGHT.finditer(text)]
    if notices:
        year, words = max(notices)
        low, high = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        yield Clue(
            "copyright",
            words,
            f"published in {year}, or before, where the page was saved later",
            lambda day: (
                0.0 if low <= day <= high else FLOOR if day > high else max(-4.5, -2.0 - (low - day) / 400)
            ),
            date(year, 1, 1),
        )


def _anniversaries(
    text: str, found: Sequence[TimeExpression], events: Sequence[NamedEvent]
) -> Iterator[Clue]:
    """ "Since the full-scale invasion began three years ago": within about the year from that anniversary on."""
    for each in found:
        if not _YEARS_AGO.fullmatch(each.text):
            continue
        counted = find_dates(each.text, _AN_ANCHOR)
        if not counted or not counted[0].latest:
            continue
        years = _AN_ANCHOR.year - counted[0].latest.year
        around = text[max(0, each.start - _NEAR) : each.end + _NEAR].lower()
        for event in events:
            if any(re.search(rf"\b{re.escape(name.lower())}\b", around) for name in event.names):
                yield _years_since(each.text, event, years)
                return


def _years_since(words: str, event: NamedEvent, years: int) -> Clue:
    day = min(event.day.day, 28)  # 29 February has no anniversary in most years
    first, last = (date(event.day.year + count, event.day.month, day) for count in (years, years + 1))
    low, high = first.toordinal(), last.toordinal()
    return Clue(
        "years since",
        words,
        f"counted from {event.day.isoformat()}, so published from about {first.isoformat()} to {last.isoformat()}",
        lambda d: 0.0 if low <= d <= high else max(FLOOR, -1.0 - max(low - d, d - high) / 30),
        first,
    )
