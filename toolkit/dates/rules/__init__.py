"""All rules, one family a module; where two match the same words, the family listed first wins."""

from __future__ import annotations

from functools import cache

from toolkit.dates.rules import (
    absolute,
    ago,
    ancient,
    broad,
    clock,
    clockrange,
    compound,
    decades,
    duration,
    event,
    holiday,
    hours,
    impossible,
    listed,
    month,
    night,
    nth,
    nthday,
    numeric,
    period,
    portion,
    relative,
    repeated,
    results,
    season,
    shorthand,
    someday,
    spelling,
    told,
    twofold,
    vague,
    weekday,
    whole,
    year,
)
from toolkit.dates.triggers import Table, index
from toolkit.model import NamedEvent

FAMILIES = (
    numeric,
    absolute,
    impossible,
    nth,
    nthday,
    listed,
    spelling,
    someday,
    month,
    year,
    decades,
    ancient,
    twofold,
    weekday,
    night,
    results,
    ago,
    relative,
    told,
    shorthand,
    season,
    period,
    portion,
    whole,
    holiday,
    event,
    repeated,
    clockrange,
    clock,
    hours,
    vague,
    compound,
    duration,
    broad,
)


@cache
def table(events: tuple[NamedEvent, ...] = ()) -> Table:
    """Trigger word -> rules, for the scan; `events` are those that the caller names."""
    named = event.rules_of(events)
    return index([*named, *(rule for family in FAMILIES for rule in family.RULES)])
