"""Clues from times told without their year: "June 8", "late May", "Sunday", "Tuesday, June 3", "last month"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from toolkit.corpus.publication.clue import FLOOR, YEAR, Clue, Score, Told, falling
from toolkit.dates.interval import real_date
from toolkit.dates.notation import LONG_DAYS, LONG_MONTHS
from toolkit.model import TimeExpression

WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T\w*)?")
"""The TIMEX3 value of a weekday whose week is open; Monday is 1."""
_MONTH_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)(?:T\w*)?")
_MONTH = re.compile(r"XXXX-(\d\d)")
_QUARTER = re.compile(r"XXXX-Q([1-4])")
_SEASON = {
    "XXXX-SP": 3,
    "XXXX-SU": 6,
    "XXXX-FA": 9,
    "XXXX-WI": 12,
}  # first months, in the northern hemisphere
_WEEKDAY_WORD = re.compile(r"\b(" + "|".join(LONG_DAYS) + r")\b", re.IGNORECASE)
# Days from a bare weekday to print, on each weekday: half of them are the day of print, most others the day before.
_AGO = (0.0, -0.1, -1.1, -0.9, -2.1, -2.6, -2.6)
_RELATIVE = {"yesterday": 1, "today": 0, "tonight": 0, "tomorrow": -1}
_UNIT = re.compile(r"(?:earlier |later )?(this|last) (month|year)")
_BREAK = re.compile(r"[.!?][\"”’']?\s|\n")
_ADJACENT = 3  # characters between "yesterday" and "June 7"
_BESIDE = 60  # characters between "last month" and "June 13"


def days_of_the_year(told: Told) -> Iterator[Clue]:
    """Days without a year: of the last year, the latest of them mostly by a few days; what lies ahead the other way."""
    past: dict[int, str] = {}
    ahead: dict[int, str] = {}
    for each, way in told:
        match = _MONTH_DAY.fullmatch(each.value)
        day = real_date(2000, int(match[1]), int(match[2])) if match else None
        if day:
            (ahead if way == "ahead" else past).setdefault(day.timetuple().tm_yday, each.text)
    if past:
        words = ", ".join(list(past.values())[:4])
        yield Clue(
            "day", words, "told of without a year, so published within the year after", _after(sorted(past))
        )
    for number, words in ahead.items():
        yield Clue(
            "day ahead", words, "told to lie ahead, so published in the months before", _before(number)
        )


def _after(numbers: Sequence[int]) -> Score:
    def score(day: int) -> float:
        # The latest is told because it is news; those before it only must not lie too far back or ahead.
        latest, *others = sorted(_since(number, day) for number in numbers)
        return max(FLOOR, 0.6 * falling(latest, 5) + sum(0.2 * falling(lag, 120) for lag in others))

    return score


def _before(number: int) -> Score:
    return lambda day: max(-4.0, falling(_since(number, day, ahead=True), 30))


def _since(number: int, day: int, ahead: bool = False) -> float:
    """Days since the last time (or to the next) that a year had its day of this number, as in a leap year."""
    here = date.fromordinal(day).timetuple().tm_yday
    gap = number - here if ahead else here - number
    return gap % YEAR if abs(gap) > 1 else max(0, gap)  # after February two years may differ by a day


class Paired(NamedTuple):
    """A day of the month told with its weekday (Monday is 0), or with the days from it to print where that is None."""

    start: int
    words: str
    month: int
    day: int
    weekday: int | None
    offset: int


def paired(text: str, found: Sequence[TimeExpression]) -> Iterator[Paired]:
    """Every "Tuesday, June 3" and "yesterday, June 7" of a text, as `found` without a publication day.

    >>> from toolkit.dates import find_dates
    >>> text = "They met on Tuesday, June 3."
    >>> [(one.words, one.weekday) for one in paired(text, find_dates(text))]
    [('Tuesday, June 3', 1)]
    """
    for at, each in enumerate(found):
        match = _MONTH_DAY.fullmatch(each.value)
        if not match:
            continue
        day = int(match[1]), int(match[2])
        if named := _WEEKDAY_WORD.search(each.text):
            yield Paired(each.start, each.text, *day, LONG_DAYS.index(named[1].capitalize()), 0)
        for other in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2]):
            first, last = sorted((each, other), key=lambda one: one.start)
            gap, words = text[first.end : last.start], text[first.start : last.end]
            if len(gap) > _ADJACENT or gap.strip(" ,("):
                continue
            if bare := WEEKDAY.fullmatch(other.value):
                yield Paired(each.start, words, *day, int(bare[1]) - 1, 0)
            elif other.text.lower() in _RELATIVE:
                yield Paired(each.start, words, *day, None, _RELATIVE[other.text.lower()])


def pairs(text: str, found: Sequence[TimeExpression]) -> Iterator[Clue]:
    """A weekday or a "yesterday" beside a day of the month: it fits some years only, or one day of the year."""
    distinct = {one[2:]: one for one in paired(text, found)}
    for _, words, month, day, weekday, offset in distinct.values():
        if weekday is not None:
            why = f"only in some years that day is a {LONG_DAYS[weekday]}"
            yield Clue("weekday and day", words, why, _on_weekday(month, day, weekday))
        else:
            why = "names its day by the day of print"
            yield Clue("day named", words, why, _days_before(month, day, offset))


def _on_weekday(month: int, day: int, weekday: int) -> Score:
    def score(number: int) -> float:
        year = date.fromordinal(number).year
        days = [found for each in (year - 1, year, year + 1) if (found := real_date(each, month, day))]
        nearest = min(days, key=lambda found: abs(found.toordinal() - number), default=None)
        return 0.0 if nearest is None or nearest.weekday() == weekday else -5.0

    return score


def _days_before(month: int, day: int, offset: int) -> Score:
    def score(number: int) -> float:
        meant = date.fromordinal(number - offset)
        return 0.0 if (meant.month, meant.day) == (month, day) else FLOOR

    return score


def same_unit(text: str, found: Sequence[TimeExpression]) -> Iterator[Clue]:
    """ "Last month ... on June 13", "in 2024, last year": a day or a year beside what it is to the day of print."""
    for at, each in enumerate(found):
        unit = _UNIT.fullmatch(each.text.strip().lower())
        if not unit:
            continue
        back = 1 if unit[1] == "last" else 0
        for other in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2]):
            first, last = sorted((each, other), key=lambda one: one.start)
            gap, words = text[first.end : last.start], f"{each.text}, {other.text}"
            day = _MONTH_DAY.fullmatch(other.value)
            if unit[2] == "month" and day and len(gap) <= _BESIDE and not _BREAK.search(gap):
                month = (int(day[1]) - 1 + back) % 12 + 1
                why = f"so published in {LONG_MONTHS[month - 1]}"
                yield Clue("month of print", words, why, _in_month(month))
            elif unit[2] == "year" and other.grain == "year" and other.earliest and not gap.strip(" ,(in"):
                year = other.earliest.year + back
                yield Clue(
                    "year of print", words, f"so published in {year}", _in_year(year), date(year, 1, 1)
                )


def _in_month(month: int) -> Score:
    return lambda day: 0.0 if date.fromordinal(day).month == month else -4.0


def _in_year(year: int) -> Score:
    return lambda day: 0.0 if date.fromordinal(day).year == year else -4.0


def weekdays(told: Told) -> Iterator[Clue]:
    """Bare weekdays: of the day of print or the six before it, if they don't lie ahead; each name once."""
    seen: set[int] = set()
    for each, way in told:
        match = WEEKDAY.fullmatch(each.value)
        if not match or each.rule != "weekday" or int(match[1]) in seen:
            continue
        seen.add(int(match[1]))
        weight = 1.0 if len(seen) == 1 else 0.4  # the first is of the news, the others of what led to it
        side = "in the days before one" if way == "ahead" else "on one or soon after"
        why = f"a bare weekday, so published {side}"
        yield Clue("weekday", each.text, why, _in_the_week(int(match[1]) - 1, way == "ahead", weight))


def _in_the_week(weekday: int, ahead: bool, weight: float) -> Score:
    if ahead:
        return lambda day: weight * -0.15 * ((weekday - (day - 1)) % 7)
    return lambda day: weight * _AGO[(day - 1 - weekday) % 7]


def times_of_the_year(told: Told) -> Iterator[Clue]:
    """Bare months, quarters and "this summer": of the last year, the latest of them mostly not long ago."""
    spans: dict[tuple[int, int], str] = {}  # first month and number of months -> words
    for each, way in told:
        if way == "ahead":
            continue
        if month := _MONTH.fullmatch(each.value):
            spans.setdefault((int(month[1]), 1), each.text)
        elif quarter := _QUARTER.fullmatch(each.value):
            spans.setdefault((3 * int(quarter[1]) - 2, 3), each.text)
        elif each.value in _SEASON and "this" in each.text.lower():
            spans.setdefault((_SEASON[each.value], 3), each.text)
    if spans:
        words, listed = ", ".join(list(spans.values())[:4]), sorted(spans)

        def score(day: int) -> float:
            month = date.fromordinal(day).month
            latest, *others = sorted(_months_since(month, *span) for span in listed)
            return max(-5.0, 0.8 * falling(latest, 1.5) + sum(0.1 * falling(lag, 4) for lag in others))

        yield Clue(
            "time of the year", words, "told of without a year, so published in the months after", score
        )


def _months_since(month: int, first: int, length: int) -> int:
    """Months since the last time that this span of the year ended; 0 within it.

    >>> _months_since(8, 6, 1), _months_since(7, 6, 3), _months_since(1, 12, 1)
    (2, 0, 1)
    """
    into = (month - first) % 12
    return 0 if into < length else into - length + 1
