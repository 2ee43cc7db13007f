"""Whether two positions are of one thing, so that what they tell can be compared."""

from __future__ import annotations

from collections.abc import Callable

from toolkit.timeline.conflicts.accounts import Inside, Position, Told, counts
from toolkit.timeline.conflicts.dated import NEXT
from toolkit.timeline.days import SLACK, gap
from toolkit.timeline.evidence import thing
from toolkit.timeline.mention import Mention
from toolkit.timeline.quantities import FATES
from toolkit.timeline.wording import one_voice, overlap

LOOKED_AT = 8  # mentions of a position among which two are sought that are not of one source
FEW = 2  # what is counted so often has no count of its own
ALIKE = 0.5  # share of the words, without names, by which two accounts a day apart are of one thing


def two_events(one: Position, other: Position) -> bool:
    """Whether an outlet tells of both days in its own name or by one source, and so knows two events; two articles
    that have the same count of it know one."""
    return any(
        first.mention.outlet == second.mention.outlet
        and one_voice(first.mention, second.mention)
        and (first.mention.article == second.mention.article or not _same_count(first, second))
        for first in one.told[:LOOKED_AT]
        for second in other.told[:LOOKED_AT]
    )


def _same_count(one: Told, other: Told) -> bool:
    """Whether both count several, and the same, of one thing: "killed 90", "at least 90 Palestinians dead"."""
    first, second = ({(thing(each), each.low or each.high) for each in counts(told)} for told in (one, other))
    return any(number > FEW for _, number in first & second)


def one_after_the_other(one: Told, other: Told) -> bool:
    """Whether two accounts of days that follow one another may be of two things: few words in common, and no count."""
    first, second = one.mention, other.mention
    if gap(first.event, second.event) > NEXT or _same_count(one, other):
        return False
    names = first.names | second.names
    return overlap(first.words - names, second.words - names) < ALIKE


def _of_one_time(one: Mention, other: Mention, inside: Inside) -> bool:
    """Whether two days may be of one claim: an answer of quite another time may answer another."""
    return "confirmed" not in (one.standing, other.standing) or gap(one.event, other.event) <= SLACK


def _of_one_whole(one: Mention, other: Mention, inside: Inside) -> bool:
    """Whether two counts may be of the same days and places: what one names besides lies in or around the other's."""
    if gap(one.event, other.event) or one.is_of_others(other):
        return False
    pairs = ((one.places - other.places, other.places), (other.places - one.places, one.places))
    return all(
        any(inside(name, near) or inside(near, name) for near in places) or not places
        for more, places in pairs
        for name in more
    )


COMPARABLE: dict[str, Callable[[Mention, Mention, Inside], bool]] = {
    "date": _of_one_time,
    "number": _of_one_whole,
}
"""What two mentions must have in common for what they tell to be compared."""


def of_two_peoples(one: Position, other: Position) -> bool:
    """Whether the words of two counts name whose they are, and differ: "three Malawian", "nine Uruguayan soldiers"."""
    first, second = ({word for word in each.value.split()[1:] if word[0].isupper()} for each in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def has_grown(what: str, low: Told, high: Told) -> bool:
    """Whether a count of people is told lower and, on a later day, higher: the later one brings it up to date."""
    if what.split()[0] not in FATES:
        return False
    days = [each.mention.said[1] or each.mention.published for each in (low, high)]
    return days[0] is not None and days[1] is not None and days[0] < days[1]
