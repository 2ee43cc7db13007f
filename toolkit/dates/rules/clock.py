"""Times of day: "9 a.m. Tuesday", "22:10", "noon Saturday", "the morning of June 8"."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.engine import NUMBER_TRIGGER, Rule, rule
from toolkit.dates.notation import say
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]


def clock(found: Match, context: Context) -> Draft | None:
    """A clock time on the day last told in its clause, else on the day of writing."""
    hours, minutes = int(found["h"]), int(found["m"] or 0)
    half = (found["half"] or "").lower().replace(".", "").replace(" ", "")
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "pm" else 0)
    elif (
        not found["m"]
        or hours > 24
        or (not found["zone"]
        and not AT_BEFORE.search(context.before(found.start(), 14)))
    ):
        return None
    if minutes > 59:
        return None
    written = f"T{hours:02d}" + (f":{minutes:02d}")
    return _at(found, context, written)


AT_BEFORE = re.compile(
    r"(?:\bat|\bby|\bfrom|\bto|\buntil|\baround|\babout|\bbefore|\bafter|\bsince|,)\s+$", re.IGNORECASE
)


def named(found: Match, context: Context) -> Draft | None:
    """ "noon", "midnight", "midday"."""
    time = meaning("clock", found["clock"])
    return _at(found, context, "T24:00" if time == "24:00" else f"T{time}")


def _at(found: Match, context: Context, written: str) -> Draft:
    from toolkit.dates.rules.weekday import plain

    start, end = found.span()
    groups = found.groupdict()
    if groups.get("weekday"):
        day_draft = plain(found, context)
        day, why = (day_draft.earliest, day_draft.why) if day_draft else (None, "")
    else:
        last = context.drafts[-1] if context.drafts else None
        near = last and last.grain == "day" and last.earliest and start - last.end < 80
        day = last.earliest if near and last else context.now()[0]
        why = f"on {say(day)}" if day else context.now()[1]
    draft = dated(start, end, "day", day, why)
    draft.type, draft.value = "TIME", f"{draft.value}{written}"
    return draft


HALF = r"(?P<half>a\.? ?m\.?|p\.? ?m\.?)"
ZONE = r"(?P<zone>GMT|UTC|EDT|EST|CET|CEST|EET|EEST|MSK|BST|PST|PDT|local time|Moscow time|Kyiv time)"
ON = r"(?:,? (?:on )?<weekday>)?"
RULES: list[Rule] = [
    rule(
        "clock",
        rf"(?P<h>\d{{1,2}})(?:[:.](?P<m>\d\d))?(?: ?{HALF})?(?: ?{ZONE})?{ON}",
        clock,
        NUMBER_TRIGGER,
        "a",
        "p",
        "am",
        "pm",
        "gmt",
        "utc",
    ),
    rule("named_clock", rf"<clock>{ON}", named, "clock"),
]
