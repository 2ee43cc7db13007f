"""Stories inside the news: the years of bare months and days in a passage that tells of what is past.

A report looks back: "It began in February 2020 ... On March 17 ... In January they charged two men. The court freed
them in June 2021." Such a passage stands between two written-out dates of the past, with no word in it that counts from
the day of writing ("today", a weekday, "last week", "two years ago"). A month or day without a year that fits in order
between the two is of their years. Where two such stand, the account goes on behind them until such a word. A date in
brackets or a caption, or one that only bounds something ("since the storm of September 2014", "born in May 1931"), is
passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from toolkit.dates.context import CIVIL, Context, Draft
from toolkit.dates.governing import FROM_PAST, from_now
from toolkit.dates.lazy import lazily
from toolkit.dates.story import OWN_YEAR, SEASONS, UNDATED

BOUND = lazily(
    r"\b(?:since|until|till|before|prior to|born|unlike|than|compared with|dated?|dating)\b[^.;:,\n]{0,40}\Z",
    re.IGNORECASE,
)
NAMED = lazily(r"\b(?:the|its|his|her|their|an?|this|that) \Z")
THING = lazily(r" [a-z-]{3,}")
CAPTION = lazily(
    r"\b(?:photo(?:graph)?|file|picture|image|credit|courtesy|pictured|archive|seen here|caption)\b",
    re.IGNORECASE,
)
FOUR, AGO = lazily(r"\d{4}"), lazily(r"\bago\b")
SENTENCE = lazily(r"[.!?)(]\s|\n")
LINE = 120  # characters: a caption is short
ONWARD = 11
FORWARD = 7  # months: what would lie further ahead is a look back

Place = tuple[int, int, int]  # year, month, day; 0 where it is not told
Yearless = tuple[int, int, int]  # where it begins, month, day


def story_years(context: Context) -> dict[int, int]:
    """The years of the bare months and days that stand in stories, by where they begin, from a first reading."""
    years: dict[int, int] = {}
    if not any(draft.rule in UNDATED for draft in context.drafts):
        return years
    here: Place | None = None  # where the story is
    waiting: list[
        Yearless
    ] = []  # what stands behind it, until another date tells that it lies between the two
    sure = False
    for draft in context.drafts:
        if draft.type not in CIVIL or draft.rule == "impossible_date":
            continue
        if _undated(draft, context) and draft.start not in context.governed:
            if here and _told_as_past(draft, context):
                waiting.append((draft.start, *_month_and_day(draft)))
        elif (place := _written(draft, context)) and not starts_nothing(draft, context):
            walked = _walked(here, waiting, place, sure)
            years |= {start: told[0] for (start, _, _), told in zip(waiting, walked, strict=False)}
            sure = bool(walked) or (sure and not waiting and here is not None and here <= place)
            last = walked[-1] if walked else here
            within = sure and last is not None and place[0] == last[0] and not place[1]
            here, waiting = (last if within else place if place[1] or sure else None), []
        elif not place and _deictic(draft, context):
            years |= _going_on(here, waiting, sure, context)
            here, waiting, sure = None, [], False
    return years | _going_on(here, waiting, sure, context)


def _walked(here: Place | None, waiting: list[Yearless], behind: Place, sure: bool) -> list[Place]:
    """Where the story goes over months without a year, so that all lie between two dates: onward only, or, if it can't,
    with small steps back; an empty list where it can't either way."""
    if here is None:
        return []
    for most in (FORWARD,) if sure else (ONWARD, FORWARD):
        places = list(_walk(here, waiting, most))
        if all((sure or here <= _end(each)) and each <= _end(behind) for each in places):
            return places
    return []


def _going_on(here: Place | None, waiting: list[Yearless], sure: bool, context: Context) -> dict[int, int]:
    """The years of what follows the last date of a story that is sure, as far as it lies before the day of writing."""
    years: dict[int, int] = {}
    for (start, _, _), place in zip(
        waiting, _walk(here, waiting, FORWARD) if sure and here else (), strict=False
    ):
        year, month, day = place
        if context.published and date(year, month, min(day or 1, 28)) >= context.published:
            break
        years[start] = year
    return years


def _walk(here: Place, waiting: list[Yearless], most: int) -> Iterator[Place]:
    """The places of months without a year, each at most so many months behind the last one, else before it."""
    for _, month, day in waiting:
        year = here[0] + ((month, day or 31) < (here[1], here[2]))
        if here[1] and most < ONWARD:
            year = here[0] + (month < here[1] and (month - here[1]) % 12 <= most)
        here = year, month, day
        yield here


def _end(place: Place) -> Place:
    return (place[0], place[1] or 12, place[2] or 31)


def _undated(draft: Draft, context: Context) -> bool:
    return draft.rule in UNDATED and not OWN_YEAR.search(context.text, draft.start, draft.end)


def _written(draft: Draft, context: Context) -> Place | None:
    """Where a past date with its own year stands; a year without its month has the month 0."""
    first, last, published = draft.earliest or draft.latest, draft.latest or draft.earliest, context.published
    own = draft.anchor is None and FOUR.search(context.text, draft.start, draft.end)
    if not first or not last or draft.grain not in ("day", "month", "year"):
        return None
    if not (own or draft.start in context.governed) or (published and last >= published):
        return None
    return first.year, 0 if draft.grain == "year" else first.month, first.day if draft.grain == "day" else 0


def starts_nothing(draft: Draft, context: Context) -> bool:
    """Whether a date starts no story: a bound, a caption, one in brackets or in the name of a thing."""
    text, before = context.text, context.before(draft.start, 60)
    if BOUND.search(before) or (NAMED.search(before) and THING.match(text, draft.end)):
        return True
    if before.rfind("(") > before.rfind(")") or text.startswith(")", draft.end):
        return True
    around = (
        SENTENCE.split(context.before(draft.start, LINE))[-1]
        + SENTENCE.split(text[draft.end : draft.end + 60])[0]
    )
    return CAPTION.search(around) is not None


def _deictic(draft: Draft, context: Context) -> bool:
    """Whether an expression counts from the day of writing."""
    told = draft.earliest or context.published is None or AGO.search(context.text, draft.start, draft.end)
    return bool(told) and from_now(draft, context)


def _told_as_past(draft: Draft, context: Context) -> bool:
    way, cue = context.direction(draft.start, draft.end)
    return way != "ahead" or FROM_PAST.match(cue) is not None


def _month_and_day(draft: Draft) -> tuple[int, int]:
    _, month, *day = draft.value.partition("T")[0].split("-")
    return (SEASONS[month][0] if month in SEASONS else int(month)), (int(day[0]) if day else 0)
