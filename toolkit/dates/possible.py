"""Dates of a text whose publication day is known only to lie between two days: what is the same on each of them.

"On 12 February" in an article of late February means one day whenever in these weeks it was printed. What a later
publication moves, it moves on and never back, so that a reading which the first and the last possible day share holds
on every day between them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from toolkit.dates.notation import say
from toolkit.model import TimeExpression

Days = tuple[date, date]
Find = Callable[[date | None], list[TimeExpression]]


def same_on_all(find: Find, days: Days) -> list[TimeExpression]:
    """The expressions without a publication day, those resolved that read the same on every possible one."""
    first, last = days
    if first > last:
        raise ValueError(f"possible: {first} is after {last}; give the first day first")
    middle = first + (last - first) // 2
    readings = [
        {(each.start, each.end): each for each in find(day)} for day in dict.fromkeys((first, middle, last))
    ]
    return [
        _settled(each, [found.get((each.start, each.end)) for found in readings], days) for each in find(None)
    ]


def _settled(each: TimeExpression, read: Sequence[TimeExpression | None], days: Days) -> TimeExpression:
    one = read[0]
    if each.interval or one is None or one.interval is None:
        return each
    if any(other is None or _days(other) != _days(one) for other in read):
        return each
    first, last = days
    why = f"{one.why}; the same on every possible publication day, {say(first)} to {say(last)}"
    return replace(one, anchor=None, why=why, alternatives=())


def _days(each: TimeExpression) -> tuple[str, str, date | None, date | None]:
    return each.type, each.value, each.earliest, each.latest
