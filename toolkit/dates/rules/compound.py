"""Lengths told in two units: "two hours and 20 minutes", "a year and three months", "five weeks and two days ago"."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.engine import Rule, rule
from toolkit.dates.interval import shift
from toolkit.dates.rules.duration import period
from toolkit.dates.rules.relative import explain
from toolkit.dates.vocabulary import meaning, number

Match = re.Match[str]

# What may be told behind a unit, as its part.
PARTS = {
    "year": ("month", "week", "day"),
    "month": ("week", "day"),
    "week": ("day",),
    "day": ("hour",),
    "hour": ("minute",),
    "minute": ("second",),
}
BACK = ("ago", "earlier")


def two_units(found: Match, context: Context) -> Draft | None:
    """ "two hours and 20 minutes", "three years, two months"; a day, with "ago", "earlier" or "later" behind it."""
    whole, part = meaning("unit", found["unit"]), meaning("unit", found["part"])
    count, rest = number(found["number"]), number(found["rest"])
    if part not in PARTS.get(whole, ()) or not count or not rest or {count % 1, rest % 1} != {0}:
        return None
    if found["how"]:
        return _counted(found, context, whole, int(count), part, int(rest))
    first, second = period(whole, count), period(part, rest)
    value = first + second[len("PT" if first.startswith("PT") else "P") :]
    mod = meaning("approximate", found["approximate"]) if found["approximate"] else ""
    return Draft(
        *found.span(), "DURATION", value, mod, grain=whole, why=f"a length of time: {found[0].lower()}"
    )


def _counted(found: Match, context: Context, whole: str, count: int, part: str, rest: int) -> Draft | None:
    """The day that lies so far from the anchor."""
    if part in ("hour", "minute", "second"):
        return None
    how = found["how"].lower()
    anchor, name = context.telling() if how == "ago" else context.reference(found.start())
    way = -1 if how in BACK else 1
    near = shift(whole, anchor, way * count) if anchor else None
    day = shift(part, near, way * rest) if near else None
    draft = dated(*found.span(), part, day, "", anchor, week_start=context.policy.week_start)
    return explain(draft, f"{found[0].lower()}, counted from {name}")


RULES: list[Rule] = [
    rule(
        "length_in_two_units",
        r"(?:<approximate> )?<number> <unit>,? (?:and )?<rest:number> <part:unit>(?: (?P<how>ago|earlier|later))?",
        two_units,
        "unit",
    ),
]
