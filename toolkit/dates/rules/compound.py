"""Lengths told with their number: "two weeks", "two hours and 20 minutes", "five years and two months ago"."""

from __future__ import annotations

import re
from functools import cache

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.interval import shift
from toolkit.dates.rules.duration import LENGTH, counted, period
from toolkit.dates.rules.relative import explain
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import expand, meaning, number

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
JOINS = ("and", ", ")


def length(found: Match, context: Context) -> Draft | None:
    """ "two weeks"; with a part of it behind, one length: "two hours and 20 minutes"."""
    if context.text[found.end() : found.end() + 4].lstrip(" ").startswith(JOINS):
        part = _part().match(context.text, found.end())
        if part and (draft := _two_units(found, part, context)):
            return draft
    return counted(found, context)


@cache
def _part() -> re.Pattern[str]:
    return expand(r"(?:,? and |, )<number> <unit>(?: (?P<how>ago|earlier|later))?(?!-| and a)")


def _two_units(found: Match, more: Match, context: Context) -> Draft | None:
    whole, part = meaning("unit", found["unit"]), meaning("unit", more["unit"])
    count, rest = number(found["number"]), number(more["number"])
    if part not in PARTS.get(whole, ()) or not count or not rest or {count % 1, rest % 1} != {0}:
        return None
    if found["low"] or found["half"] or found["fraction"] or context.text[found.end("number")] == "-":
        return None
    start, end = found.start(), more.end()
    told = context.text[start:end].lower()
    if not more["how"]:
        first, second = period(whole, count), period(part, rest)
        value = first + second[len("PT" if first.startswith("PT") else "P") :]
        mod = meaning("approximate", found["approximate"]) if found["approximate"] else ""
        return Draft(start, end, "DURATION", value, mod, grain=whole, why=f"a length of time: {told}")
    if part in ("hour", "minute", "second"):
        return None
    how = more["how"].lower()
    anchor, name = context.telling() if how == "ago" else context.reference(start)
    way = -1 if how in BACK else 1
    near = shift(whole, anchor, way * int(count)) if anchor else None
    day = shift(part, near, way * int(rest)) if near else None
    draft = dated(start, end, part, day, "", anchor, week_start=context.policy.week_start)
    return explain(draft, f"{told}, counted from {name}")


RULES: list[Rule] = [rule("length", LENGTH, length, "unit")]
