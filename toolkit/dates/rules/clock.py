"""Times of day: "9 a.m. Tuesday", "22:10", "noon Saturday", "the morning of June 8"."""

from __future__ import annotations

import re
from functools import cache

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.engine import CLOCK, Rule, rule
from toolkit.dates.interval import shift
from toolkit.dates.notation import say
from toolkit.dates.rules.absolute import month_day
from toolkit.dates.rules.weekday import plain
from toolkit.dates.vocabulary import expand, meaning, number

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
        found["sep"] != ":"
        or hours > 24
        or (not found["zone"] and not AT_BEFORE.search(context.before(found.start(), 14)))
    ):
        return None
    if minutes > 59:
        return None
    zulu = "Z" if found["zone"] and found["zone"].upper() in ("GMT", "UTC") else ""
    return on_day(found, context, f"T{hours:02d}:{minutes:02d}{zulu}")


AT_BEFORE = re.compile(
    r"(?:\bat|\bby|\bfrom|\bto|\buntil|\baround|\babout|\bbefore|\bafter|\bsince|,)\s+$", re.IGNORECASE
)


def named(found: Match, context: Context) -> Draft | None:
    """ "noon", "midnight Friday", "midday"."""
    if (
        HIGH_BEFORE.search(context.before(found.start(), 6))
        or context.text[found.end() : found.end() + 1] == "-"
    ):
        return None
    return on_day(found, context, f"T{meaning('clock', found['clock'])}")


HIGH_BEFORE = re.compile(r"\bhigh $", re.IGNORECASE)


def of_daypart(found: Match, context: Context) -> Draft | None:
    """ "4 in the morning", "seven o'clock in the evening"."""
    hours = int(found["h"]) if found["h"] else int(number(found["cardinal"]) or 0)
    part = meaning("daypart", found["daypart"])
    if not 1 <= hours <= 12:
        return None
    hours = hours % 12 + (0 if part == "MO" or (part == "NI" and hours < 6) else 12)
    return on_day(found, context, f"T{hours:02d}:{found['m'] or '00'}")


def daypart(found: Match, context: Context) -> Draft | None:
    """ "mid-afternoon", "the morning", "overnight", "mid-afternoon yesterday"."""
    alone = found[0].lower()
    if not (alone.startswith(("mid", "the ", "overnight")) or found["weekday"] or found["relative_day"]):
        return None
    if alone.startswith("the ") and TOLD_BEHIND.match(context.text, found.end()):
        return None
    return on_day(found, context, f"T{meaning('daypart', found['daypart'])}")


# "the night of the fire", "the morning they left": the words behind tell which.
TOLD_BEHIND = re.compile(r" (?:of|the|a|that|when|before|after|he|she|it|they|we|his|her|their|its)\b")


def on_day(found: Match, context: Context, written: str) -> Draft:
    """On the weekday or relative day beside it, else on the day told just before, else on the day of writing."""
    groups = found.groupdict()
    last = context.drafts[-1] if context.drafts else None
    now, name = context.anchor()
    if told := found if groups.get("weekday") else _told_behind(found, context):
        beside = plain(told, context)
        day, why = (beside.earliest, beside.why) if beside else (None, name)
    elif groups.get("month"):
        beside = month_day(found, context)
        day, why = (beside.earliest, beside.why) if beside else (None, name)
    elif groups.get("relative_day"):
        day = shift("day", now, meaning("relative_day", groups["relative_day"])) if now else None
        why = f"{groups['relative_day'].lower()}, counted from {name}"
    elif last and last.grain == "day" and last.earliest and found.start() - last.end < 80:
        day, why = last.earliest, f"{say(last.earliest)}: the day told just before"
    else:
        day, why = now, f"no day is told with it, so it is taken for {name}"
    draft = dated(*found.span(), "day", day, why)
    draft.type, draft.value = "TIME", f"{draft.value}{written}"
    return draft


def _told_behind(found: Match, context: Context) -> Match | None:
    """The weekday behind or inside a bracket: "10:35 a.m. (0735 GMT) Friday", "4 in the morning (3 a.m. Friday)"."""
    if not context.text.startswith(" (", found.end()):
        return None
    return _bracketed().match(context.text, found.end())


@cache
def _bracketed() -> re.Pattern[str]:
    return expand(r" \([^()]{1,30}?(?:\),? (?:on )?| )<weekday>")


HALF = r"(?P<half>a\.? ?m\.?|p\.? ?m\.?)"
ZONE = r"(?P<zone>GMT|UTC|EDT|EST|CET|CEST|EET|EEST|MSK|BST|PST|PDT|local time|Moscow time|Kyiv time)"
ON = r"(?:,? (?:on )?(?:<weekday>|<relative_day>|<month> <day>))?"
CLOCK_TIME = rf"(?P<h>\d{{1,2}})(?:(?P<sep>[:.])(?P<m>\d\d))?(?: ?{HALF})?(?: ?{ZONE})?{ON}"
RULES: list[Rule] = [
    rule("clock", CLOCK_TIME, clock, CLOCK),
    rule("clock_with_half", CLOCK_TIME, clock, "a", "p", "am", "pm", "gmt", "utc"),
    rule("named_clock", rf"<clock>{ON}", named, "clock"),
    rule(
        "clock_of_daypart",
        r"(?:(?P<h>\d{1,2})(?::(?P<m>\d\d))?|<cardinal>)(?: o'clock)? in the <daypart>",
        of_daypart,
        "daypart",
    ),
    rule("daypart", rf"(?:early |late )?(?:the )?(?:mid[- ]?)?<daypart>{ON}", daypart, "daypart"),
]
