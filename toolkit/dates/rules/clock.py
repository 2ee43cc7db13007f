"""Times of day: "9 a.m. Tuesday", "22:10", "noon Saturday", "the morning of June 8"."""

from __future__ import annotations

import re

from toolkit.dates.context import TAKEN, Context, Draft
from toolkit.dates.interval import plus
from toolkit.dates.lazy import lazily
from toolkit.dates.rules.dayoftime import on_day
from toolkit.dates.rules.shared import tied
from toolkit.dates.triggers import CLOCK, Rule, rule
from toolkit.dates.vocabulary import meaning, number

Match = re.Match[str]


def clock(found: Match, context: Context) -> Draft | None:
    """A clock time on the day last told in its clause, else on the day of writing."""
    hours, minutes = int(found["h"]), int(found["m"] or 0)
    if found["half"]:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + 12 * is_pm(found)
    elif (
        found["sep"] != ":"
        or hours > 24
        or (not found["zone"] and not _at(context.before(found.start(), 14)))
    ):
        return None
    if minutes > 59:
        return None
    if found["late"] and not found["half"]:
        hours += 12 * (hours < 12 and meaning("daypart", found["late"]) != "MO")
    return on_day(found, context, f"T{hours:02d}:{minutes:02d}{zulu(found)}")


def is_pm(found: Match) -> bool:
    """Whether the half of the day behind a time is its second."""
    return bool(found["half"]) and found["half"][0] in "pP"


def zulu(found: Match) -> str:
    """ "Z" for a time in Greenwich's zone; what other zones are is not told."""
    groups = found.groupdict()
    zone = groups.get("zone") or groups.get("bracketed") or groups.get("behind") or ""
    return "Z" if zone.upper() in ("GMT", "UTC") else ""


def two_clocks(found: Match, context: Context) -> list[Draft] | None:
    """ "between 9 and 11 a.m.", "9:30-11 p.m. on Tuesday": two times tied; "11-1 p.m." begins at 11 a.m."""
    ends = [(int(found[h]), int(found[m] or 0)) for h, m in (("h", "m"), ("h2", "m2"))]
    top = 12 if found["half"] else 24
    if any(hours > top or minutes > 59 or (found["half"] and hours < 1) for hours, minutes in ends):
        return None
    if not found["half"] and not (
        found["m"] and found["m2"] and BETWEEN_BEFORE.search(context.before(found.start(), 10))
    ):
        return None
    drafts = []
    for place, (hours, minutes) in enumerate(ends):
        if found["half"]:
            across = place == 0 and (hours % 12, minutes) > (ends[1][0] % 12, ends[1][1])
            hours = hours % 12 + 12 * (is_pm(found) != across)
        drafts.append(on_day(found, context, f"T{hours:02d}:{minutes:02d}{zulu(found)}"))
    drafts[0].end = max(found.end("h"), found.end("m"))
    drafts[1].start = found.start("h2")
    return tied(found, drafts)


BETWEEN_BEFORE = lazily(r"\b(?:between|from)\s$", re.IGNORECASE)


def _at(before: str) -> bool:
    """Whether a word leads to a time: "at", "until"; most figures with a colon have no blank before them."""
    return before[-1:].isspace() and AT_BEFORE.search(before) is not None


AT_BEFORE = lazily(
    r"(?:\bat|\bby|\bfrom|\bto|\buntil|\baround|\babout|\bbefore|\bafter|\bsince|,)\s+$", re.IGNORECASE
)


def named(found: Match, context: Context) -> Draft | None:
    """ "noon", "midnight Friday", "midday"."""
    if (
        HIGH_BEFORE.search(context.before(found.start(), 6))
        or context.text[found.end() : found.end() + 1] == "-"
        or (found[0].istitle() and NAME_GOES_ON.match(context.text, found.end()))
    ):
        return None
    return on_day(found, context, f"T{meaning('clock', found['clock'])}")


NAME_GOES_ON = lazily(r" [A-Z][a-z]")  # "Operation Midnight Hammer"
HIGH_BEFORE = lazily(r"\bhigh $", re.IGNORECASE)


def of_daypart(found: Match, context: Context) -> Draft | None:
    """ "4 in the morning", "seven o'clock in the evening"; a bare "ten o'clock" stays as it was said."""
    hours = int(found["h"]) if found["h"] else int(number(found["cardinal"]) or 0)
    if not 1 <= hours <= 12:
        return None
    if found["daypart"]:
        part = meaning("daypart", found["daypart"])
        hours = hours % 12 + (0 if part == "MO" or (part == "NI" and hours < 6) else 12)
    return on_day(found, context, f"T{hours:02d}:{found['m'] or '00'}")


def daypart(found: Match, context: Context) -> Draft | None:
    """ "mid-afternoon", "the morning", "overnight", "mid-afternoon yesterday", "at dawn"."""
    alone = found[0].lower()
    if alone.startswith("the ") and found[0].istitle() and NAME_GOES_ON.match(context.text, found.end()):
        return None
    edge = alone in EDGES and _at(context.before(found.start(), 14))
    told = found["weekday"] or found["relative_day"] or found["month"] or found["name"]
    if not (edge or told or alone.startswith(("mid", "the ", "overnight"))):
        return None
    if edge and context.text[found.end() : found.end() + 1] in ("'", "’", "-"):
        return None
    if alone.startswith("the ") and (
        TOLD_BEHIND.match(context.text, found.end()) or OF_EVERY.match(context.text, found.end())
    ):
        return None
    draft = on_day(found, context, f"T{meaning('daypart', found['daypart'])}")
    if alone.removeprefix("the ") == "overnight" and TAKEN in draft.why and draft.latest == context.published:
        draft.earliest = draft.latest and plus(draft.latest, -1)
        draft.why = f"the night to {draft.why.removeprefix(TAKEN)}"
    return draft


EDGES = ("dawn", "dusk", "daybreak", "nightfall")
OF_EVERY = lazily(  # "the night shift", "the morning papers"
    r" (?:shifts?|trains?|bus|watch(?:man)?|sky|school|guards?|nurses?|club|editions?|rush|mist|fog|papers?|desk|"
    r"porter|manager|commute|sun|air)\b"
)
# "the night of the fire", "the morning they left": the words behind tell which.
TOLD_BEHIND = lazily(r" (?:of|the|a|that|when|before|after|he|she|it|they|we|his|her|their|its)\b")


HALF = r"(?P<half>a\.? ?m\.?|p\.? ?m\.?)"
PLACE = r"(?-i:(?!Game|Prime|Show|Air|Press|Real)[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
ZONE = (
    r"(?P<zone>(?:GMT|UTC)(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?|(?-i:[ECMP][SD]?T|[CEW]ES?T|EEST|MSK|BST|IST|JST|AE[SD]T)|"
    r"local time|"
    rf"(?-i:Eastern|Central|Mountain|Pacific|Greenwich)(?: standard| daylight| mean)? time|{PLACE} time|"
    r"(?-i:(?:Eastern|Pacific)(?! [A-Z])))"
)
ZONES = rf"(?: ?{ZONE}| \({ZONE.replace('zone', 'bracketed', 1)}\))?"
A_DATE = r"(?:<month> <day>(?!,\d)(?:,? <year>)?|<n:day>(?: of)? <name:month>(?:,? <later:year>)?)"
ON = rf"(?:,? (?:on )?(?:<weekday>|<relative_day>)(?: <late:daypart>)?)?(?:(?<!time),? (?:on )?{A_DATE})?"
CLOCK_TIME = (
    rf"(?P<h>\d{{1,2}})(?:(?P<sep>[:.])(?P<m>\d\d))?(?: ?{HALF})?{ZONES}{ON}"
    r"(?:,? (?P<behind>GMT|UTC|(?-i:[ECMP][SD]T)))?"
)
TWO_TIMES = (
    r"(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?(?: ?[-–—] ?| (?:and|to|or|until|till) )"
    rf"(?P<h2>\d{{1,2}})(?:[:.](?P<m2>\d\d))?(?: ?{HALF})?{ZONES}{ON}"
)
RULES: list[Rule] = [
    rule("clock", CLOCK_TIME, clock, CLOCK),
    rule("clock_with_half", CLOCK_TIME, clock, "a", "p", "am", "pm", "gmt", "utc"),
    rule("two_clocks", TWO_TIMES, two_clocks, CLOCK),
    rule("two_clocks_with_half", TWO_TIMES, two_clocks, "a", "p", "am", "pm"),
    rule("named_clock", rf"<clock>{ON}", named, "clock"),
    rule(
        "clock_of_daypart",
        r"(?:(?P<h>\d{1,2})(?::(?P<m>\d\d))?|<cardinal>)(?: o'clock)? in the <daypart>",
        of_daypart,
        "daypart",
        CLOCK,
    ),
    rule("daypart", rf"(?:early |late )?(?:the )?(?:mid[- ]?)?<daypart>{ON}", daypart, "daypart"),
]
