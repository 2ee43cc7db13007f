"""All rules, one family a module; where two match the same words, the family listed first wins."""

from __future__ import annotations

from functools import cache

from toolkit.dates.engine import Table, index
from toolkit.dates.rules import (
    absolute,
    ancient,
    broad,
    clock,
    duration,
    holiday,
    month,
    numeric,
    period,
    relative,
    repeated,
    results,
    season,
    vague,
    weekday,
    year,
)

FAMILIES = (
    numeric,
    absolute,
    month,
    year,
    ancient,
    weekday,
    results,
    relative,
    season,
    period,
    holiday,
    repeated,
    clock,
    vague,
    duration,
    broad,
)


@cache
def table() -> Table:
    """Trigger word -> rules, for the scan."""
    return index(rule for family in FAMILIES for rule in family.RULES)
