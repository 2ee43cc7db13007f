"""Counting from what a text has told: how exact the day is that comes of it, and which told time a phrase means.

"Six days later" from a day is a day. From a month or a year alone it is no day but a stretch: six days after any day
of August. Weeks are counted loosely there: "two weeks later" is more than one and up to three weeks on.
"""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import CIVIL, DEICTIC, NEARBY, Context, Draft
from toolkit.dates.governing import SAID, SENTENCE_END, heads
from toolkit.dates.interval import part, plus, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import say

LONGEST = {"day": 1, "week": 7, "weekend": 7, "month": 31, "year": 366}
NOT_KNOWN = {"day": "-XX-XX", "week": "-WXX", "weekend": "-WXX-WE", "month": "-XX", "year": ""}
TIMES = {"decade": 10, "century": 100}
# "three weeks earlier than expected", "a year later than the other": by how much, and no day.
THAN = lazily(r"\s+than\b")


def no_day_told(anchor: date | None, context: Context) -> bool:
    """Whether what counts from the time last told counts from a month or a year, of which no day is told."""
    first, last = context.focus, context.focus_latest
    return first is not None and anchor == first and last is not None and last > first and not context.story


def loosely(draft: Draft, count: int, anchor: date | None, context: Context) -> Draft:
    """Widen what was counted from a longer time than its unit to all the days that it can be."""
    first, last, grain = context.focus, context.focus_latest, draft.grain
    if first is None or last is None or anchor != first or draft.earliest is None or not count:
        return draft
    if grain not in LONGEST or (last - first).days < LONGEST[grain]:
        return draft
    if grain == "day":
        begin, end = plus(first, count), plus(last, count)
    elif grain in ("month", "year"):
        one, other = shift(grain, first, count), shift(grain, last.replace(day=1), count)
        if one is None or other is None:
            return draft
        begin, end = unit(grain, one)[0], unit(grain, other)[1]
    else:
        near, far = 7 * (abs(count) - 1) + 1, 7 * (abs(count) + 1)
        begin, end = (
            (plus(first, near), plus(last, far)) if count > 0 else (plus(first, -far), plus(last, -near))
        )
    year = f"{begin.year:04d}" if begin.year == end.year else "XXXX"
    draft.value, draft.earliest, draft.latest, draft.grain = year + NOT_KNOWN[grain], begin, end, "day"
    draft.why = f"{say(begin)} to {say(end)}: counted from {context.focus_text}, of which no day is told"
    return draft


def a_day_of(draft: Draft, step: int, anchor: date | None, context: Context) -> Draft:
    """The days that "that evening" and "the next morning" can be, where only a month or a year is told."""
    if step:
        return loosely(draft, step, anchor, context)
    draft.value, draft.earliest, draft.latest = "XXXX-XX-XX", None, None
    draft.why = f"a day of {context.focus_text}, not told which"
    return draft


def told_last(which: str, start: int, context: Context, far: bool = False) -> tuple[date | None, str]:
    """The day that "the following", "that" and "the same" count from; "the same" of a story is of the time that its
    sentence told, though the story does not go there: "It was lost in 1975; the islands fell that same spring"."""
    last = context.drafts[-1] if context.drafts and "same" in which else None
    if context.policy.anchor == "focus" and last and last.earliest and last.type in CIVIL:
        between = context.text[last.end : start]
        if len(between) < NEARBY and not SENTENCE_END.search(between):
            return last.earliest, f"the time told before it, {context.text[last.start : last.end]}"
    return context.reference(start, far)


def next_of_told(found: re.Match[str], which: str, context: Context) -> bool:
    """Whether "the next month", told as past, is that after the month told: "The next year it was shut"."""
    the = found[0].lower().startswith("the ") or context.before(found.start(), 4).lower() == "the "
    if which != "next" or not the or LASTING.search(context.before(found.start(), 10)):
        return False
    return context.direction(*found.span())[0] == "back"


def unit_told(
    grain: str, start: int, end: int, context: Context, edge: str = "", past: bool = False
) -> tuple[date, str] | None:
    """The past day whose year, month or week "the end of the year", "early in the month" and "the rest of the week"
    mean where they are told as past, and what to call it: that of the time told before, with its own year, at the head
    of its sentence or in its main clause. What lies in the last part of a unit already leads to no end of it."""
    told = next((each for each in reversed(context.drafts[-6:]) if each.type in CIVIL), None)
    if told is None or told.earliest is None or told.latest is None or context.policy.anchor == "focus":
        return None
    whole = unit(grain, told.earliest, context.policy.week_start)
    now = context.published
    if whole[1] < told.latest or (now and whole[1] >= now):
        return None
    if edge == "END" and grain != "day" and told.earliest >= part(whole, grain, "END")[0]:
        return None
    words, between = context.text[told.start : told.end], context.text[told.end : start]
    written = told.anchor is None and OWN_YEAR.search(words)
    counted = told.anchor is not None and told.anchor != now
    if not (written or counted or told.start in context.governed or told.grain == grain) or SAID.search(
        between
    ):
        return None
    if "\n" in between or len(SENTENCE_END.findall(between)) > MOST_SENTENCES or not _told_of(told, context):
        return None
    if not past and context.direction(start, end)[0] != "back":
        return None
    if told_time(start, end, context) is None:
        return None
    return told.earliest, f"the time last told, {' '.join(words.split())}"


def _told_of(told: Draft, context: Context) -> bool:
    """Whether a sentence tells of a time, and not of one that bounds or describes something in it."""
    if heads(told, context):
        return True
    lead = SENTENCE_END.split(context.before(told.start, 120))[-1]
    return bool(IN_CLAUSE.search(lead)) and not ASIDE.search(lead)


OWN_YEAR = lazily(r"\d{4}")
MOST_SENTENCES = 2
IN_CLAUSE = lazily(r"\b(?:in|on|during|throughout|at)\s+(?:the )?\Z", re.IGNORECASE)
ASIDE = lazily(
    r"[,;:(—–\n]|\b(?:since|until|before|unlike|than|as|with|born|founded|established|built|created|which|who|that|"
    r"dating|adopted|signed|introduced|passed|published|named|enacted)\b"
)


def up_to_now(found: re.Match[str], context: Context) -> bool:
    """Whether "the last decade", "the past year" are the years up to now ("over the last decade"), and not those of
    the calendar."""
    words = (context.before(found.start(), 12) + found[0]).lower()
    return OVER_THE_LAST.search(words) is not None and not OF_SOMETHING.match(context.text, found.end())


OVER_THE_LAST = lazily(
    r"\b(?:over|in|during|within|for|across|throughout) the (?:(?:last|past) (?:decade|month|week)|last year)\Z"
)
# "the last month of the war" is counted from the war.
OF_SOMETHING = lazily(
    r" of (?!(?:the |his |her |its |their )?(?:year|month|quarter|week|own\b|course\b))[A-Za-z]"
)
LASTING = lazily(r"\b(?:in|over|within|for|during|by|until|into|of|through|at)\s+$", re.IGNORECASE)


def same_part(part: str, start: int, context: Context) -> date | None:
    """The day of the part of a day told just before, which "the same night" means: "on Saturday night ... on Sunday
    morning they fled. The same night ..."."""
    for draft in reversed(context.drafts[-3:]):
        if start - draft.end > 2 * NEARBY or not draft.earliest:
            return None
        if draft.type == "TIME" and draft.value.endswith(f"T{part}"):
            return draft.earliest
    return None


def compares(draft: Draft, context: Context) -> bool:
    """Whether a length behind which "than" stands only compares: "three weeks earlier than expected"."""
    return THAN.match(context.text, draft.end) is not None


def by_how_much(draft: Draft, grain: str, count: float, mod: str = "") -> Draft:
    """The length alone, of which no day comes.

    >>> by_how_much(Draft(0, 18), "decade", 2).value
    'P20Y'
    """
    grain, times = ("year", TIMES[grain]) if grain in TIMES else (grain, 1)
    value = f"P{count * times:g}{grain[0].upper()}"
    why = "a length of time by which two times differ, and no day"
    return Draft(draft.start, draft.end, "DURATION", value, mod, grain=grain, why=why)


def told_time(start: int, end: int, context: Context) -> tuple[date, date, str] | None:
    """The time last told in the passage, where "later in the year" and "the end of the month" told as past mean its
    year and month: its first and last day, and what to call it."""
    told = next(
        (each for each in reversed(context.drafts[-6:]) if each.type in CIVIL and each.earliest), None
    )
    if told is None or told.earliest is None or told.latest is None or context.story:
        return None
    between = context.text[told.end : start]
    if len(between) > NEARBY or "\n" in between or DEICTIC.search(between):
        return None
    if (
        context.published
        and told.earliest <= context.published
        and context.direction(start, end)[0] == "ahead"
    ):
        return None
    words = " ".join(context.text[told.start : told.end].split())
    return told.earliest, told.latest, f"the time last told, {words}"
