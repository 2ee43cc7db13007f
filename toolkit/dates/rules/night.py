"""Nights between two days: "overnight into Tuesday", "late Monday into Tuesday", "the night of Monday to Tuesday"."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.interval import nearest, plus
from toolkit.dates.notation import say
from toolkit.dates.rules.shared import tied
from toolkit.dates.rules.weekday import plain
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]


def overnight_into(found: Match, context: Context) -> list[Draft] | None:
    """ "overnight into Tuesday": the night before that Tuesday, and the Tuesday, tied by one range."""
    morning = plain(found, context)
    if morning is None or morning.earliest is None:
        return None
    night = dated(*found.span("night"), "day", plus(morning.earliest, -1), "", morning.anchor)
    night.type, night.value = "TIME", f"{night.value}TNI"
    night.why = f"the night to {morning.why}"
    morning.start = found.start("weekday")
    return tied(found, [night, morning])


def day_into(found: Match, context: Context) -> list[Draft] | None:
    """ "late Monday into Tuesday", "Monday night into Tuesday": the second day is the next one after the first."""
    first = plain(found, context)
    if first is None or first.earliest is None or not found["second"][0].isupper():
        return None
    day = nearest(meaning("weekday", found["second"]), plus(first.earliest, 1), 1)
    if day is None:
        return None
    second = dated(
        found.start("second"), found.end(), "day", day, f"{say(day)}: the one after {say(first.earliest)}"
    )
    second.anchor = first.anchor
    if found["next"]:
        second.type, second.value = "TIME", f"{second.value}T{meaning('daypart', found['next'])}"
    first.start, first.end = found.start("weekday"), max(found.end("weekday"), found.end("daypart"))
    return tied(found, [first, second])


def between_days(found: Match, context: Context) -> Draft | None:
    """ "the night of Monday to Tuesday", "overnight Monday to Tuesday": named after the day on which it begins."""
    draft = plain(found, context)
    if draft is None or draft.earliest is None:
        return None
    if (meaning("weekday", found["second"]) - draft.earliest.weekday()) % 7 != 1:
        return None
    draft.type, draft.value, draft.latest = "TIME", f"{draft.value}TNI", plus(draft.earliest, 1)
    draft.why = f"the night that begins on {draft.why}"
    return draft


RULES: list[Rule] = [
    rule("overnight_into", r"(?P<night>overnight) into (?:early )?<weekday>", overnight_into, "overnight"),
    rule(
        "day_into",
        r"<weekday>(?: <daypart>)? into (?:early )?<second:weekday>(?: <next:daypart>)?",
        day_into,
        "weekday",
    ),
    rule(
        "night_between_days",
        r"(?:(?:the )?night (?:of|from|between)|overnight(?: from| on)?) <weekday>"
        r"(?: to | and | into |-|–)<second:weekday>",
        between_days,
        *("overnight", "night"),
    ),
]
