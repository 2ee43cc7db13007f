"""What the neighbours of an expression change: ranges, open ends, the date in focus."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from toolkit.dates.context import Context, Draft
from toolkit.dates.interval import DAY, nearest, plus, unit
from toolkit.dates.notation import from_timex, say
from toolkit.dates.rules import ancient

CIVIL = ("DATE", "TIME")
SINCE = re.compile(r"(?:^|[^A-Za-z])(?:since|ever since)(?: (?:the|at least))?\s+$", re.IGNORECASE)
ON = re.compile(r"\s+(?:onwards?|forward|on)(?=[.,;:)]|\s*$| the| they| it| he| she| we)", re.IGNORECASE)
# Which side a date is open on is told by the words before it; what has been counted as of a day ends with it.
SIDES = re.compile(
    r"(?:^|[^A-Za-z])(?:"
    r"(?P<onward>(?:as from|effective|starting|beginning|with effect from|(?:no|not) (?:earlier|sooner) than|"
    r"not before)(?: on)?)|"
    r"(?P<since>(?:ever )?since(?: (?:the|at least))?)|"
    r"(?P<until>(?:until|till|by|up to|up until|through|(?:no|not) later than)(?: (?:the|at least))?)|"
    r"(?P<before>(?:before|prior to)(?: the)?)|"
    r"(?P<from>(?:from|between)(?:\s+the)?)|"
    r"(?P<as_of>as of))\s+$",
    re.IGNORECASE,
)
# "two days before June 8" is counted from that day, "not before June 8" begins with it.
COUNTED_BEFORE = re.compile(
    r"\b(?:(?:second|minute|hour|day|night|evening|morning|week|weekend|month|year|decade)s?|eve)\s+"
    r"(?:before|prior to)(?: the)?\s+$",
    re.IGNORECASE,
)
OWNER = re.compile("['’]s\\b")  # "before Friday's vote" is told of the vote
NOT_BEFORE = re.compile(r"(?:\b(?:not|never)|n['’]t) (?:[a-z]+ ){0,4}before(?: the)?\s+$", re.IGNORECASE)
ROUGHLY = re.compile(
    r"(?:^|[^A-Za-z])(?:around|circa|c\.|approximately|roughly|(?:in|on|at|by|since|until|from) about)\s+$",
    re.IGNORECASE,
)
FROM = re.compile(r"(?:^|[^A-Za-z])(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
# The last words of these patterns: without one of them before it, a date has no open end, or is not told roughly.
ROUGH = ("around", "circa", "c.", "approximately", "roughly", "about")
BOUND = (
    *("since", "the", "least", "from", "effective", "starting", "beginning", "than", "before", "on", "of"),
    *("until", "till", "by", "to", "through", "later", "between"),
)
STRETCH = re.compile(r"\s*(?:[-–—]|through)\s*", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:to|and|until|through|-|–|—)\s*(?:the\s+)?", re.IGNORECASE)


# What these rules find is told from the day of writing or looks back from the story: the story does not go there.
ASIDES = {
    "offset",
    "relative_day",
    "which_daypart",
    "year_earlier",
    "year_before",
    "year_compared",
    "edge_of_unit",
    "whole_year",
    "decade",
    "century",
    "clock",
    "clock_with_half",
}
LEAP = 12  # years: a story that leaps further inside one paragraph is looking back or ahead
# "the August 1988 cease-fire" names a thing and tells of no day.
NAMING = re.compile(
    r" (?!(?:and|or|but|to|in|at|on|for|of|that|as|by|with|from|when|where|while|after|before|until"
    r"|because|during|the|an?|his|her|its|their|he|she|it|they|was|were|had|under|near|following|amid)\b)[a-z-]+(?<!ed)\b"
)
SENTENCE_START = re.compile(r"(?:^|[.!?:;)\]]|\n)[\s\d\"“(]*(?:\w+\s+){0,2}$")


def focus(draft: Draft, context: Context) -> None:
    """Make a resolved date the date in focus for what follows."""
    dated = draft.type in CIVIL and draft.earliest and draft.latest and draft.value[:1].isdigit()
    day = draft.earliest if dated else ancient.counted(draft.value) if context.story else None
    if day is None or (context.policy.anchor == "focus" and _aside(draft, context)):
        return
    if draft.anchor == context.focus and day and context.focus and _around(draft, context.focus):
        return
    context.focus = day
    context.focus_grain = draft.grain
    context.focus_text = context.text[draft.start : draft.end]
    context.focus_end = draft.end
    written = (
        draft.grain in ("day", "month") and draft.anchor is None and not NAMING.match(context.text, draft.end)
    )
    context.told = draft if written or (context.told and draft.anchor == context.told.earliest) else None


def _around(draft: Draft, day: date) -> bool:
    """Whether it is a longer time around the date in focus that tells no more of it: "earlier that year"."""
    lasts = draft.latest is not None and draft.earliest is not None and draft.latest > draft.earliest
    return lasts and draft.rule == "which_unit" and draft.earliest <= day <= draft.latest  # type: ignore[operator]


def _aside(draft: Draft, context: Context) -> bool:
    """Whether a narrative names this date in passing and does not go there."""
    if context.story and draft.anchor is None and draft.start in context.story.dated:
        return draft.start in context.story.asides
    if context.focus is None or draft.earliest is None:
        return False
    before = context.before(draft.start, 40)
    if SINCE.search(before) or (draft.rule in ASIDES and not _forward(draft, context)):
        return True
    if abs(draft.earliest.year - context.focus.year) > LEAP:
        return "\n" not in context.text[context.focus_end : draft.start]
    moves = draft.earliest.year - context.focus.year
    return draft.grain == "year" and moves not in (0, 1) and not SENTENCE_START.search(before)


def _forward(draft: Draft, context: Context) -> bool:
    return bool(
        context.focus and draft.anchor == context.focus and draft.earliest and draft.earliest > context.focus
    )


def open_ends(draft: Draft, context: Context) -> None:
    """ "since X" has an open end, "until X" and "by X" an open beginning, "before X" too, up to the day before X."""
    if draft.type not in CIVIL or not (draft.earliest and draft.latest):
        return
    before = context.before(draft.start, 20)
    ends = before.rstrip().lower()
    if ends.endswith(ROUGH) and not draft.mod and ROUGHLY.search(before):
        draft.mod = "APPROX"
    if not ends.endswith(BOUND):
        return
    told = SIDES.search(before)
    side = told.lastgroup if told else ""
    onward = (
        side in ("onward", "since")
        or (side == "from" and ON.match(context.text, draft.end))
        or (side == "as_of" and context.looks_ahead(draft.start, draft.end))
    )
    if onward:
        draft.latest = None
        draft.why += f"; since then, so its end is open from {say(draft.earliest)} on"
    elif side == "until" or (side == "before" and draft.mod == "END"):  # "before the end of June" is by then
        draft.earliest = None
        draft.why += f"; until then, so its beginning is open up to {say(draft.latest)}"
    elif side == "before":
        _before(draft, context)


def _before(draft: Draft, context: Context) -> None:
    told = context.before(draft.start, 60)
    assert draft.earliest
    if COUNTED_BEFORE.search(told) or draft.earliest == date.min or OWNER.match(context.text, draft.end):
        return
    if NOT_BEFORE.search(told):
        draft.latest = None
        draft.why += f"; not before it, so its end is open from {say(draft.earliest)} on"
    elif draft.type == "DATE":
        draft.latest = plus(draft.earliest, -1)
        draft.earliest = None
        draft.why += f"; before it, so its beginning is open up to {say(draft.latest)}"


def tie_ranges(drafts: list[Draft], context: Context) -> None:
    """ "between Monday and Wednesday", "from June 2 to July 1", "May 30–June 2": two expressions with one range key."""
    for first, second in pairwise(drafts):
        if first.rule == "weekday" and second.rule in WEEK_TOLD:
            _same_week(first, second, context)
        if first.range and first.range == second.range:
            _close(first, second)
        if first.range or second.range or first.type not in CIVIL or second.type not in CIVIL:
            continue
        between = context.text[first.end : second.start]
        led = BETWEEN.fullmatch(between) and FROM.search(context.before(first.start, 16))
        if (
            led
            or (first.grain == second.grain and STRETCH.fullmatch(between))
            or _days_to(first, second, between)
        ):
            first.range = second.range = f"{first.start}-{second.end}"
            _close(first, second)


WEEK_TOLD = ("weekday_of_week", "weekday_of_the_week")


def _same_week(first: Draft, second: Draft, context: Context) -> None:
    """ "from Monday to Friday next week": the first day lies in the week that is told with the second."""
    between = context.text[first.end : second.start]
    if not TIED.fullmatch(between) or " " in context.text[first.start : first.end]:
        return
    days, last = from_timex(first.value), second.latest
    first_day = nearest(days.earliest.weekday(), last, -1) if days and days.earliest and last else None
    if first_day and last and unit("week", first_day) == unit("week", last):
        first.value, first.earliest, first.latest = first_day.isoformat(), first_day, first_day
        first.why = (
            f"{say(first_day)}: of the week that is told with {context.text[second.start : second.end]}"
        )


TIED = re.compile(r"\s*(?:to|and|until|through|or|-|–|—)\s*", re.IGNORECASE)


def _days_to(first: Draft, second: Draft, between: str) -> bool:
    """ "Monday to Friday", "May 30 to June 2"."""
    return first.grain == second.grain == "day" and between.strip() == "to" and first.type == second.type


def _close(first: Draft, second: Draft) -> None:
    """The end of a range has the year of its begin, and "until" opens no side of it ("from May 30 until June 2")."""
    days = from_timex(second.value, second.mod)
    if second.earliest is None and days:
        second.earliest = days.earliest
    if not (first.earliest and second.earliest and second.latest and first.anchor and second.anchor):
        return
    if first.rule == second.rule == "weekday" and 0 < (first.earliest - second.earliest).days < 7:
        before = first.earliest - 7 * DAY
        first.value, first.earliest, first.latest = before.isoformat(), before, before
        first.why = f"{say(before)}: the one before {say(second.earliest)}, with which the range ends"
        return
    years = second.earliest.year - first.earliest.year
    same = days and from_timex(f"{first.earliest.year:04d}{second.value[4:]}", second.mod)
    if (
        years > 0
        and second.grain in ("day", "month")
        and same
        and same.earliest
        and same.earliest > first.earliest
    ):
        second.value = f"{first.earliest.year:04d}{second.value[4:]}"
        second.earliest, second.latest = same.earliest, same.latest
        second.why = f"{say(same.earliest)}: of the year in which the range begins"
