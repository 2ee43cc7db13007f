"""What the neighbours of an expression change: open ends, the date in focus."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import CIVIL, TAKEN, Context, Draft
from toolkit.dates.interval import plus
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import say
from toolkit.dates.passages import starts_nothing
from toolkit.dates.rules import ancient

SINCE = lazily(r"(?:^|[^A-Za-z])(?:since|ever since)(?: (?:the|at least))?\s+$", re.IGNORECASE)
ON = lazily(r"\s+(?:onwards?|forward|on)(?=[.,;:)]|\s*$| the| they| it| he| she| we)", re.IGNORECASE)
# Which side a date is open on is told by the words before it; what has been counted as of a day ends with it.
SIDES = lazily(
    r"(?:^|[^A-Za-z])(?:"
    r"(?P<onward>(?:as from|effective|starting|beginning|with effect from|(?:no|not) (?:earlier|sooner) than|"
    r"not before)(?: on)?)|"
    r"(?P<since>(?:ever )?since(?: (?:the|at least))?)|"
    r"(?P<until>(?:until|till|by|up to|up until|"
    r"(?<!halfway )(?<!midway )(?<!partway )(?<!all )(?<!right )(?<!straight )through|(?:no|not) later than)"
    r"(?: (?:the|at least))?)|"
    r"(?P<before>(?:before|prior to)(?: the)?)|"
    r"(?P<from>(?:from|between)(?:\s+the)?)|"
    r"(?P<as_of>as of))\s+$",
    re.IGNORECASE,
)
# "two days before June 8" is counted from that day, "not before June 8" begins with it.
COUNTED_BEFORE = lazily(
    r"\b(?:(?:second|minute|hour|day|night|evening|morning|week|fortnight|weekend|month|year|decade)s?|eve)\s+"
    r"(?:before|prior to)(?: the)?\s+$",
    re.IGNORECASE,
)
OWNER = lazily("['’]s\\b")  # "before Friday's vote" is told of the vote
NOT_BEFORE = lazily(r"(?:\b(?:not|never)|n['’]t) (?:[a-z]+ ){0,4}before(?: the)?\s+$", re.IGNORECASE)
ROUGHLY = lazily(
    r"(?:^|[^A-Za-z])(?:around|circa|c\.|approximately|roughly|(?:in|on|at|by|since|until|from) about)\s+$",
    re.IGNORECASE,
)
# The last words of these patterns: without one of them before it, a date has no open end, or is not told roughly.
ROUGH = ("around", "circa", "c.", "approximately", "roughly", "about")
BOUND = (
    *("since", "the", "least", "from", "effective", "starting", "beginning", "than", "before", "on", "of"),
    *("until", "till", "by", "to", "through", "later", "between"),
)


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
NAMING = lazily(
    r" (?!(?:and|or|but|to|in|at|on|for|of|that|as|by|with|from|when|where|while|after|before|until"
    r"|because|during|the|an?|his|her|its|their|he|she|it|they|was|were|had|under|near|following|amid)\b)[a-z-]+(?<!ed)\b"
)
SENTENCE_START = lazily(r"(?:^|[.!?:;)\]]|\n)[\s\d\"“(]*(?:\w+\s+){0,2}$")


def focus(draft: Draft, context: Context) -> None:
    """Make a resolved date the date in focus for what follows."""
    dated = draft.type in CIVIL and draft.earliest and draft.latest and draft.value[:1].isdigit()
    day = draft.earliest if dated else ancient.counted(draft.value) if context.story else None
    if day is None or (context.policy.anchor == "focus" and _aside(draft, context)):
        return
    if "X" in draft.value and not context.story:
        return  # no day is told
    if draft.anchor == context.focus and day and context.focus and _around(draft, context.focus):
        return
    context.focus, context.focus_latest = day, draft.latest
    context.focus_grain = draft.grain
    context.focus_text = context.text[draft.start : draft.end]
    context.focus_end = draft.end
    governed = draft.start in context.governed
    own_year = draft.anchor is None or governed or context.focus_text.endswith(" year")
    written = draft.grain in ("day", "month") and own_year and not NAMING.match(context.text, draft.end)
    written = written and not (draft.anchor is None and starts_nothing(draft, context))
    context.focus_written = own_year or draft.start in context.passages or draft.anchor != context.published
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


def day_behind(draft: Draft, context: Context) -> None:
    """Give a time of the day for which no day was told the day that stands right behind it: "at noon on the last day of
    May 1889"."""
    before = context.drafts[-2] if len(context.drafts) > 1 else None
    if before is None or before.type != "TIME" or TAKEN not in before.why or draft.grain != "day":
        return
    between = context.text[before.end : draft.start]
    day = draft.earliest
    if day and day == draft.latest and draft.type == "DATE" and DAY_BEHIND.fullmatch(between):
        before.value = f"{day.isoformat()}{before.value[before.value.index('T') :]}"
        before.earliest = before.latest = day
        before.anchor, before.why = draft.anchor, f"{say(day)}: the day told right behind it"


THROUGH_THE = lazily(r"\bthrough (?:the )?\s*the $", re.IGNORECASE)
DAY_BEHIND = lazily(r",? on (?:the )?")


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
    elif (
        told
        and draft.type == "TIME"
        and THROUGH_THE.search(told[0] + context.text[draft.start : draft.start + 4])
    ):
        return  # "through the night" is all of it
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
