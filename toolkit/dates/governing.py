"""The time that governs an expression: told first ("In 2014 Russia annexed Crimea in March") or right behind it
("on Thursday, last week").

A time told first governs the rest of its sentence where it stands at the head of it, or right before the expression.
One that stands elsewhere tells only of its own clause, and a time counted from the day of writing ends its reach.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from toolkit.dates.context import CIVIL, DEICTIC, NEARBY, Context, Draft
from toolkit.dates.interval import DAY, plus, real_date, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.names import happened_then
from toolkit.dates.notation import LONG_MONTHS
from toolkit.dates.vocabulary import expand, meaning

REACH = 220  # characters: a sentence
LOOKED_AT = 8  # expressions before it
SENTENCE_END = lazily(
    r"[.!?…](?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Lt|No)\.)(?<!\b(?:Mrs|Gen|Gov|Sen|Rep|Col|Sgt)\.)[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n"
)
# What may stand before a time that heads its sentence, its clause or its entry in a list.
HEAD = lazily(
    r"(?:\A|[.!?:;…—–\n(\"“”]|,? (?:and|but|while|whereas|then)\b)\s*(?:[-*•·]\s*)?"
    r"(?:(?:And|But|Then|Later|Back|Early|Earlier|Also|Only|Again|Already|again|back|then|later|only|early),? )?"
    r"(?:(?:[Ii]n|[Dd]uring|[Tt]hroughout|[Oo]ver|[Ww]ithin|[Oo]n|[Ff]or) )?"
    r"(?:the course of )?(?:the year |the month |the )?\Z"
)
# A time right before the expression, with no more than a preposition between them.
BESIDE = lazily(
    r"(?:,|:|\s[-–—])?\s*(?:(?:in|on|during|from|between|at|around|about|early on|over|"
    r"and (?:specifically|in particular),?(?: in| on)?) )?(?:the )?\Z",
    re.IGNORECASE,
)
# ", the ministry said in March": who says so speaks at another time than the one that the sentence tells of.
SAID = lazily(
    r",[\"”]? (?:[^,;.]{0,60} )?(?:said|says|told [^,;.]{1,40}|announced|reported|wrote|"
    r"added|warned|estimated|according to [^,;.]{1,40})"
    r"(?: (?:in|on|during|early|late|late in|early in|back in|last))?\s*(?:the )?\Z"
)
# "In the 2014 election", "the May 9 parade" and "in 2014 dollars" name a thing.
ATTRIBUTE = lazily(r"(?:-|['’]s\b| (?:dollars|euros|terms)\b)")
THING = lazily(
    r" (?:prices|rules|levels|figures|elections?|season|budget|model|edition|agreement|deal|law|report|campaign)\b"
)
# What looks ahead from a time that has passed ("In 2019 the firm said it would close in May").
FROM_PAST = lazily(r"(?:would|wouldn't|was|were|had|[a-z]+ed)\b")

MONTH = lazily(rf"\b(?:{'|'.join(month[:3] for month in LONG_MONTHS)})")
Within = tuple[date, str, date | None]  # the day, how it was found, the day that it was counted from

YEARLY = ("year", "season", "half", "quarter")


def governing(context: Context, start: int, end: int, grains: tuple[str, ...]) -> Draft | None:
    """The time of one of these grains that governs an expression without its own, or None."""
    text = context.text
    for place, draft in enumerate(reversed(context.drafts[-LOOKED_AT:])):
        between = text[draft.end : start]
        if draft.end > start or len(between) > REACH or SENTENCE_END.search(between):
            return None
        found = context.governed.get(draft.start) or draft
        if found.grain in grains and found.type == "DATE" and found.earliest and found.latest:
            headed = found is not draft or heads(draft, context) or happened_then(text, draft.start, between)
            beside = not place and BESIDE.match(between) and not of_a_thing(draft, context)
            if (headed or beside) and not _elsewhere(found, start, end, between, context):
                return found
        if draft.type in CIVIL and from_now(draft, context):
            return None
    return None


def from_now(draft: Draft, context: Context) -> bool:
    """Whether an expression counts from the day of writing, known or not."""
    if context.published is None:
        return draft.earliest is None and DEICTIC.search(context.text, draft.start, draft.end) is not None
    return draft.anchor is not None and draft.anchor == context.published


def heads(draft: Draft, context: Context) -> bool:
    """Whether a time stands at the head of its sentence or clause, and is not part of the name of a thing."""
    before = context.before(draft.start, 40)
    if len(before) == 40:
        before = "x" + before  # the edge is no beginning of the text
    return bool(HEAD.search(before)) and not of_a_thing(draft, context)


def of_a_thing(draft: Draft, context: Context) -> bool:
    """Whether a time stands in the name of a thing."""
    if ATTRIBUTE.match(context.text, draft.end):
        return True
    led = context.before(draft.start, 5).lower().endswith(("the ", "a ", "its ", "his ", "her "))
    return led and THING.match(context.text, draft.end) is not None


def _elsewhere(found: Draft, start: int, end: int, between: str, context: Context) -> bool:
    """Whether the expression is told from another time: by who says so, or as what is to come."""
    if SAID.search(between):
        return True
    published = context.published
    if published is None or not found.latest or found.latest >= published:
        return False
    way, cue = context.direction(start, end)
    return way == "ahead" and not FROM_PAST.match(cue)


def year_within(
    context: Context, month: int, day: int | None, start: int, end: int
) -> tuple[int, str, date | None] | None:
    """The year that a governing time gives to a month, or to a day of it; with how it was found and the anchor."""
    found = governing(context, start, end, YEARLY)
    if found is None or found.earliest is None or found.latest is None:
        return None
    for year in (found.earliest.year, found.latest.year):
        last = unit("month", date(year, month, 1))[1]
        begin = real_date(year, month, min(day or 1, last.day)) or last
        if found.earliest <= begin <= found.latest:
            return year, f"of {year}, {_so(found, start, context)}", found.anchor
    return None


def weekday_within(context: Context, weekday: int, start: int, end: int) -> Within | None:
    """The weekday of the week or weekend that governs it ("Last week, on Wednesday", "on Wednesday, last week")."""
    if behind := _week_behind().match(context.text, end):
        anchor, name = context.anchor()
        day = shift("week", anchor, meaning("which", behind["which"])) if anchor else None
        if day is None:
            return None
        day = plus(unit("week", day, context.policy.week_start)[0], (weekday - context.policy.week_start) % 7)
        return day, f"of the week told with it, counted from {name}", anchor
    return _only(context, start, end, ("week", "weekend"), lambda day: day.weekday() == weekday)


def nth_within(context: Context, nth: int, start: int, end: int) -> Within | None:
    """The day with this number of the month that governs it ("Last month, on the 5th"), or that was told before it in
    the paragraph ("In May the town was shelled. On the 5th ...")."""
    if behind := _month_behind().match(context.text, end):
        anchor, name = context.anchor()
        month = shift("month", anchor.replace(day=1), meaning("which", behind["which"])) if anchor else None
        real = real_date(month.year, month.month, nth) if month else None
        return (real, f"of the month told with it, counted from {name}", anchor) if real else None
    if found := _only(context, start, end, ("month",), lambda day: day.day == nth):
        return found
    told = _month_told(context, start)
    if told is None or told.earliest is None:
        return None
    its_month: date | None = told.earliest.replace(day=1)
    if told.grain == "day" and not told.range and nth < told.earliest.day and its_month:
        its_month = shift("month", its_month, 1)
    real = real_date(its_month.year, its_month.month, nth) if its_month else None
    if real is None or (context.published and told.earliest <= context.published < real):
        return None
    context.governed[start] = told
    return real, f"of the month told before, with “{words_of(told, context)}”", told.anchor


def _month_told(context: Context, start: int) -> Draft | None:
    """The month, or the day of one, that was told just before: in the same paragraph, or with its year."""
    told = next(
        (draft for draft in reversed(context.drafts[-LOOKED_AT:]) if _tells_day(draft, context)), None
    )
    if told is None or context.story or told.grain not in ("month", "day") or not told.latest:
        return None
    between, words = context.text[told.end : start], words_of(told, context)
    if len(between) > NEARBY or DEICTIC.search(between):
        return None
    named = MONTH.search(words) or words.lower().endswith(" month") or told.start in context.governed
    counted = told.grain == "day" and told.anchor is not None and told.anchor != context.published
    named = named or counted  # "On 5 June 1914 ... Two days later ... On the 19th"
    own_year = told.start in context.governed or re.search(r"\d{4}", words) or told.start in context.passages
    return told if named and ("\n" not in between or own_year) else None


def _tells_day(draft: Draft, context: Context) -> bool:
    return draft.type == "DATE" or (
        draft.type == "TIME" and MONTH.search(words_of(draft, context)) is not None
    )


def _only(
    context: Context, start: int, end: int, grains: tuple[str, ...], fits: Callable[[date], bool]
) -> Within | None:
    """The only day of a governing time that fits."""
    found = governing(context, start, end, grains)
    if found is None or found.earliest is None or found.latest is None:
        return None
    length = (found.latest - found.earliest).days
    days = [day for count in range(length + 1) if fits(day := found.earliest + count * DAY)]
    return (days[0], _so(found, start, context), found.anchor) if len(days) == 1 else None


@cache
def _week_behind() -> re.Pattern[str]:
    return expand(
        r"(?: <daypart>)?(?: (?:and|or|to|through|until|-) <weekday>)?,? (?P<which>last|this|next) week(?!')"
    )


@cache
def _month_behind() -> re.Pattern[str]:
    return expand(
        r"(?:,? (?:and|or|to|through|until) (?:on )?(?:the )?<day>)?,? (?:of )?(?P<which>last|this|next) month(?!')"
    )


def words_of(draft: Draft, context: Context) -> str:
    return " ".join(context.text[draft.start : draft.end].split())


def _so(found: Draft, start: int, context: Context) -> str:
    context.governed[start] = found
    return f"as “{words_of(found, context)}” governs it"
