"""Intervals of two days, as linking compares them: ordinals, None where a side is open or unknown."""

from __future__ import annotations

SLACK = 3  # days by which two accounts of one event may lie apart
NARROW = 10  # days: a wider interval says too little to count as agreement
RECENT = 14  # days before the last possible one in which an undated event has mostly happened

Days = tuple[int | None, int | None]


def gap(one: Days, other: Days) -> int:
    """Days between two intervals, 0 where they touch or an open side lets them."""
    (first, last), (start, end) = one, other
    if start is not None and last is not None and start > last:
        return start - last
    if first is not None and end is not None and first > end:
        return first - end
    return 0


def within(one: Days, other: Days) -> bool:
    """Whether one account lies in the other, as a day in "earlier this summer"; both sides of both are known."""
    if None in one or None in other:
        return by_then(one, other) or by_then(other, one)
    inner, outer = sorted((one, other), key=width)
    return (
        gap(inner, outer) == 0 and gap((inner[0], inner[0]), outer) == gap((inner[1], inner[1]), outer) == 0
    )


def by_then(day: Days, bound: Days) -> bool:
    """Whether days known on both sides lie shortly before a bound: "recently", in a paper of the next week."""
    if None in day or bound[0] is not None or bound[1] is None or day[1] is None:
        return False
    return 0 <= bound[1] - day[1] <= RECENT


def two_days(one: Days, other: Days) -> bool:
    """Whether the intervals are two single days that differ.

    >>> two_days((3, 3), (4, 4)), two_days((3, 3), (3, 4)), two_days((3, 3), (None, 4))
    (True, False, False)
    """
    return None not in (*one, *other) and one[0] == one[1] != other[0] == other[1]


def width(days: Days) -> int:
    return (days[1] or 0) - (days[0] or 0)


def close(one: Days, other: Days) -> bool:
    """Whether both say about the same days: equal, overlapping and narrow, or bounded by about the same day."""
    last, end = one[1], other[1]
    if last is None or end is None:
        return False
    if one == other:
        return True
    if one[0] is None or other[0] is None:
        return abs(last - end) <= SLACK
    return gap(one, other) <= 1 and max(last, end) - min(one[0], other[0]) < NARROW
