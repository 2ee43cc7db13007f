"""Hours by name and as services write them: "the early hours of Tuesday", "1500 GMT", "3 o'clock in the morning"."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft
from toolkit.dates.engine import YEAR, Rule, rule
from toolkit.dates.rules.absolute import NO_COUNT, WITH_YEAR, daypart_of_day
from toolkit.dates.rules.clock import ON, ZONE, of_daypart, on_day
from toolkit.dates.rules.shared import UNTIL
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]

ZULU = ("GMT", "UTC")


def early_hours(found: Match, context: Context) -> Draft | None:
    """ "the early hours of Tuesday", "the small hours of June 8", "the late hours of Sunday"."""
    return on_day(found, context, "TNI" if found["named"].lower() == "late" else "TMO")


def part_of_day(found: Match, context: Context) -> Draft | None:
    """ "the night of Sunday", "the morning of yesterday"."""
    return on_day(found, context, f"T{meaning('daypart', found['daypart'])}")


def four_figures(found: Match, context: Context) -> Draft | None:
    """ "1500 GMT", "0300 local time", "15.00 GMT on Tuesday"."""
    zulu = "Z" if found["zone"].upper() in ZULU else ""
    return on_day(found, context, f"T{found['h']}:{found['m']}{zulu}")


def named_in_zone(found: Match, context: Context) -> Draft | None:
    """ "noon GMT on Tuesday", "12 noon", "midnight Kyiv time"."""
    zone = (found["zone"] or "").upper()
    if not zone and not found["twelve"]:
        return None
    return on_day(found, context, f"T{meaning('clock', found['clock'])}{'Z' if zone in ZULU else ''}")


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
        r"(?:(?P<h>\d{1,2})|<cardinal>) o'clock(?P<m>) (?:in|at|on) (?:the )?<daypart>",
        of_daypart,
        "o",
    ),
]
