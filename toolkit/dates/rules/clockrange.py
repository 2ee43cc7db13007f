"""Two clock times of one day: "between 9 a.m. and noon on Friday", "from noon until 3 p.m. Monday"."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft
from toolkit.dates.interval import plus
from toolkit.dates.notation import say
from toolkit.dates.rules.clock import HALF, ON
from toolkit.dates.rules.dayoftime import on_day
from toolkit.dates.rules.shared import tied
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]


def clock_range(found: Match, context: Context) -> list[Draft] | None:
    """Both times are of the day told with the second; a first one that is later in the day is of the day before."""
    told = [_time(found, side) for side in ("1", "2")]
    if None in told or not (found["weekday"] or found["relative_day"] or found["month"] or found["name"]):
        return None
    first, second = (on_day(found, context, f"T{time}") for time in told)
    first.end, second.start = found.end("first"), found.start("second")
    if first.earliest and str(told[0]) > str(told[1]) and told[1] != "24:00":
        day = plus(first.earliest, -1)
        first.earliest = first.latest = day
        first.value = f"{day.isoformat()}T{told[0]}"
        first.why = f"{say(day)}: the evening before {second.why}"
    return tied(found, [first, second])


def _time(found: Match, side: str) -> str | None:
    if named := found[f"clock{side}"]:
        return str(meaning("clock", named))
    hours, minutes = int(found[f"h{side}"]), int(found[f"m{side}"] or 0)
    if not 1 <= hours <= 12 or minutes > 59:
        return None
    return f"{hours % 12 + 12 * (found[f'half{side}'][0] in 'pP'):02d}:{minutes:02d}"


def _clock(side: str) -> str:
    return (
        rf"(?:(?P<h{side}>\d{{1,2}})(?:[:.](?P<m{side}>\d\d))? ?{HALF.replace('half', f'half{side}', 1)}|"
        rf"(?P<clock{side}>noon|midday|midnight))"
    )


RULES: list[Rule] = [
    rule(
        "clock_range",
        rf"(?P<first>{_clock('1')})(?: ?[-–—] ?| (?:and|to|until|till|through) )(?P<second>{_clock('2')}){ON}",
        clock_range,
        *("a", "p", "am", "pm", "clock"),
    )
]
