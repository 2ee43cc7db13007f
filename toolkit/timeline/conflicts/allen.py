"""How two intervals of civil days lie to one another, by the names of Allen's interval algebra (CACM 26, 1983)."""

from __future__ import annotations

import math

from toolkit.timeline.days import Days

INVERSES = {
    "before": "after",
    "meets": "met by",
    "overlaps": "overlapped by",
    "starts": "started by",
    "during": "contains",
    "finishes": "finished by",
    "equals": "equals",
}
"""The relations of the earlier or inner interval, each with its inverse."""

APART = frozenset({"before", "after", "meets", "met by"})
"""The relations of intervals that have no day in common: only these contradict. What lies in another refines it."""

Span = tuple[float, float]


def span(days: Days) -> Span:
    """Two ordinals as bounds, an open side without an end."""
    first, last = days
    return -math.inf if first is None else first, math.inf if last is None else last


def relation(one: Span, other: Span) -> str:
    """Allen's relation of one interval to another; both sides of both belong to it, so that the day after meets.

    >>> relation((1, 3), (4, 8)), relation((1, 3), (5, 8)), relation((2, 3), (1, 3)), relation((1, 5), (3, 8))
    ('meets', 'before', 'finishes', 'overlaps')
    >>> relation((5, 8), (1, 3)), relation((1, 9), (3, 4))
    ('after', 'contains')
    """
    (first, last), (start, end) = one, other
    if last < start:
        return "meets" if start - last == 1 else "before"
    if (first, last) == (start, end):
        return "equals"
    if first == start and last < end:
        return "starts"
    if last == end and first > start:
        return "finishes"
    if first > start and last < end:
        return "during"
    if first < start and start <= last < end:
        return "overlaps"
    return INVERSES[relation(other, one)]
