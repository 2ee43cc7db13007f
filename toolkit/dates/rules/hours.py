"""Hours by name and as services write them: "the early hours of Tuesday", "1500 GMT", "3 o'clock in the morning"."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft
from toolkit.dates.lazy import lazily
from toolkit.dates.rules.absolute import NO_COUNT, WITH_YEAR, daypart_of_day
from toolkit.dates.rules.clock import A_DATE, HALF, ON, ZONE, is_pm, of_daypart, zulu
from toolkit.dates.rules.dayoftime import on_day
from toolkit.dates.rules.shared import UNTIL
from toolkit.dates.triggers import YEAR, Rule, rule
from toolkit.dates.vocabulary import meaning, number

Match = re.Match[str]


def early_hours(found: Match, context: Context) -> Draft | None:
    """ "the early hours of Tuesday", "the small hours of June 8", "the late hours of Sunday"."""
    return on_day(found, context, "TNI" if found["named"].lower() == "late" else "TMO")


def part_of_day(found: Match, context: Context) -> Draft | None:
    """ "the night of Sunday", "the morning of yesterday"."""
    return on_day(found, context, f"T{meaning('daypart', found['daypart'])}")


def four_figures(found: Match, context: Context) -> Draft | None:
    """ "1500 GMT", "0300 local time", "15.00 GMT on Tuesday"."""
    return on_day(found, context, f"T{found['h']}:{found['m']}{zulu(found)}")


def military(found: Match, context: Context) -> Draft | None:
    """ "by 0600 hours", "at 1500 hours on Tuesday", "by 0630 on 6 June"; not "1500 hours of work"."""
    if found["h"][0] != "0" and not AT_BEFORE.search(context.before(found.start(), 8)):
        return None
    if context.text.startswith(" of ", found.end()):
        return None
    return on_day(found, context, f"T{found['h']}:{found['m']}")


AT_BEFORE = lazily(r"\b(?:at|by|from|until|till|before|after|around|about|since)\s$", re.IGNORECASE)


def spoken(found: Match, context: Context) -> Draft | None:
    """ "half past nine", "at a quarter to five in the morning", "ten minutes past six"."""
    hours = int(number(found["cardinal"]) or 0)
    part = found["part"].lower()
    minutes = 30 if part == "half" else 15 if part.endswith("quarter") else int(number(found["minutes"]) or 0)
    if not (1 <= hours <= 12 and 1 <= minutes < 60):
        return None
    led = CLOCK_BEFORE.search(context.before(found.start(), 10))
    if PLURAL_AFTER.match(context.text, found.end()) or not (led or "half" in part):
        return None
    if found["way"].lower() not in ("past", "after"):
        hours, minutes = (hours - 2) % 12 + 1, 60 - minutes
    told = found["daypart"] or found["late"]
    if found["half"] or told:
        late = is_pm(found) or (told and meaning("daypart", told) != "MO")
        hours = hours % 12 + 12 * bool(late)
    return on_day(found, context, f"T{hours:02d}:{minutes:02d}")


CLOCK_BEFORE = lazily(r"\b(?:at|by|until|till|around|about|before|after|since|from)\s$", re.IGNORECASE)
PLURAL_AFTER = lazily(r"[- ][a-z]+s\b|[:.,]?\d")


def o_clock(found: Match, context: Context) -> Draft | None:
    """ "10 o'clock", "ten o'clock on Tuesday", "10 o'clock at night"; neither news nor shadows of that hour."""
    return None if NAMED_HOUR.match(context.text, found.end()) else of_daypart(found, context)


NAMED_HOUR = lazily(r"[- ](?:shadow|position|direction|news|show|high|slot)\b", re.IGNORECASE)


def named_in_zone(found: Match, context: Context) -> Draft | None:
    """ "noon GMT on Tuesday", "12 noon", "midnight Kyiv time"."""
    if not found["zone"] and not found["twelve"]:
        return None
    return on_day(found, context, f"T{meaning('clock', found['clock'])}{zulu(found)}")


TOLD = r"(?:<weekday>|<relative_day>|(?:the )?<month> <day>)"
RULES: list[Rule] = [
    rule(
        "early_hours",
        rf"(?:the )?(?P<named>very early|early|small|wee|first|late) (?:morning )?hours (?:of|on) {TOLD}(?: morning)?",
        early_hours,
        "hours",
        "small",
        "wee",
    ),
    rule(
        "part_of_told_day",
        r"(?:the )?(?:early |late )?<daypart> of (?:<weekday>(?!,? [a-z]+\.? \d)|<relative_day>)",
        part_of_day,
        "daypart",
    ),
    rule(
        "overnight_days",
        rf"(?P<daypart>overnight) <month>,? <day>{UNTIL}<second:day>{NO_COUNT}{WITH_YEAR}",
        daypart_of_day,
        "overnight",
    ),
    rule(
        "four_figures",
        rf"(?P<h>[01]\d|2[0-3])[:.]?(?P<m>[0-5]\d)(?: hours| hrs)? ?{ZONE}{ON}",
        four_figures,
        *("gmt", "utc", "edt", "est", "cet", "eet", "msk", "bst", "local", "moscow", "kyiv", YEAR),
    ),
    rule("clock_in_zone", rf"(?P<twelve>12 )?<clock>(?: {ZONE})?{ON}", named_in_zone, "clock"),
    rule(
        "o_clock",
        rf"(?:(?P<h>\d{{1,2}})|<cardinal>) o'clock(?P<m>)(?: (?:in|at) (?:the )?<daypart>)?{ON}",
        o_clock,
        "o",
    ),
    rule(
        "four_figures_of_day",
        rf"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d) on (?:<weekday>|(?:the )?{A_DATE})",
        military,
        YEAR,
    ),
    rule(
        "military_hours", rf"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d) (?:hours|hrs){ON}", military, "hours", "hrs"
    ),
    rule(
        "spoken_clock",
        r"(?P<part>half|(?:a )?quarter|(?P<minutes>twenty-five|twenty|fifteen|ten|five|\d{1,2})(?: minutes)?) "
        r"(?P<way>past|to|before|after) "
        rf"<cardinal>(?: o'clock)?(?: ?{HALF}| (?:in|at) (?:the )?<daypart>)?{ON}",
        spoken,
        *("half", "quarter", "minutes", "past"),
    ),
]
