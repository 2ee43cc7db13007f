"""The year of a month, or of a day of it, that is told without one: "in March", "June 13", "last May"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.accounts import year_going_on
from toolkit.dates.context import OVER_NEW_YEAR, Context
from toolkit.dates.governing import SAID, year_within
from toolkit.dates.interval import plus, real_date
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import LONG_MONTHS
from toolkit.dates.rules.relative import FROM_TOLD, the
from toolkit.dates.rules.shared import struck_year, year_behind
from toolkit.dates.vocabulary import meaning

FEW_WEEKS = 21
YEARS_AGO = 5
# "December wheat", "the March sugar contract": exchanges name what they trade by the month of its delivery.
GOODS = (
    r"(?:crude|oil|gasoline|gold|silver|copper|platinum|palladium|wheat|corn|soybeans?|sugar|coffee|cocoa|cotton|cattle|"
    r"hogs|lumber|oats|natural gas)"
)
TRADED = lazily(
    rf" (?:(?:heating |crude |live |raw )?{GOODS}(?! (?:sales|exports?|imports?|output|production|demand|data))|"
    rf"(?:{GOODS} )?(?:contracts?(?! (?:with|to|for|between|talks))|futures|delivery))\b"
)
IN_BEFORE = lazily(r"\b(?:in|since|during|by|until|last)\s+$", re.IGNORECASE)


def year_near(
    context: Context, month: int, day: int | None, start: int, end: int
) -> tuple[int | None, str, date | None]:
    """The year of a month or month-day without one: the nearest fitting before the anchor, or after it where the
    clause looks ahead; with how it was found and the anchor."""
    anchor, name = context.anchor()
    if context.before(start, 3).lower() != "on " and (struck := struck_year(context, month, day, end)):
        return struck, "named for what happened on it", None
    if behind := year_behind("month", month, end, start, context):
        return *behind, anchor
    if not context.story and (governed := year_within(context, month, day, start, end)):
        return governed
    if start in context.passages:
        return context.passages[start], "as the passage tells what is past, in order", None
    if anchor is None:
        return _told_before(context, month, day, start, end) or (
            None,
            f"its year is open, counted from {name}",
            None,
        )
    if context.story and start in context.story.years and not context.of_today(start):
        return context.story.years[start], "as the story goes", anchor
    if context.policy.anchor == "focus" and context.focus and not context.of_today(start):
        return _year_in_story(context, month), f"as the story goes on from {name}", anchor
    told_as = f"{day} {LONG_MONTHS[month - 1]}" if day else LONG_MONTHS[month - 1]
    gap = (month - anchor.month) % 12
    passed = (month, day or 1) <= (anchor.month, anchor.day)
    way, cue = context.direction(start, end)
    if day is None and TRADED.match(context.text, end) and not IN_BEFORE.search(context.before(start, 8)):
        year = anchor.year + (month < anchor.month)
        return year, f"the {told_as} that is traded on {name}", anchor
    if told := _told_before(context, month, day, start, end):
        return told
    if way == "ahead":
        ended = (month, day or 31) < (anchor.month, anchor.day) and not _just_over(anchor, month, day)
        return (
            anchor.year + ended,
            f"the next {told_as} from {name} on, because the clause looks ahead (“{cue}”)",
            anchor,
        )
    if way == "near":
        years = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if 1 <= year <= 9999]
        own = min(day or 15, 28)
        near = min(years, key=lambda year: abs((date(year, month, own) - anchor).days))
        return near, f"the {told_as} nearest to {name}, as it was only meant (“{cue}”)", anchor
    back = way == "back" and not _tomorrow(anchor, month, day)
    if not back and (gap in (1, 2) or (gap == 0 and not passed)):
        return anchor.year + (month < anchor.month), f"the {told_as} nearest to {name}", anchor
    how = f"the latest {told_as} {'up to' if day else 'begun by'} {name}"
    how += f", because the clause looks back (“{cue}”)" if back else ""
    return (anchor.year if passed else anchor.year - 1), how, anchor


def _told_before(
    context: Context, month: int, day: int | None, start: int, end: int
) -> tuple[int, str, date] | None:
    """The year of the account that a month or day goes on with, where the clause does not look ahead."""
    near = context.goes_on(month, day, start)
    told = near or year_going_on(context, start, end, day is None)
    if told is None or told.earliest is None or context.direction(start, end)[0] == "ahead":
        return None
    if near and SAID.search(context.text, near.end, start):
        return None  # "On 24 February 2022 it began, he said on 29 March"
    over = told.grain != "year" and month < told.earliest.month
    # Of one month and year a bare month goes on only over the new year ("In December 2019 ... In January ..."), unless
    # that is years ago: "In the autumn of 1925 it was staged. In December ..."
    old = context.published is None or context.published.year - told.earliest.year >= YEARS_AGO
    first = near is None and told.grain != "year" and told.start not in context.governed and not old
    far = (month - told.earliest.month) % 12 > OVER_NEW_YEAR
    far = far or (old and (told.latest or told.earliest).month == month)
    if day is None and ((first and not over) or (over and far)):
        context.governed.pop(start, None)
        return None
    year, words = told.earliest.year + over, context.text[told.start : told.end]
    return year, f"of {year}, as the account goes on from {words}", told.earliest


def _tomorrow(anchor: date, month: int, day: int | None) -> bool:
    """Whether it is the day after, which has begun elsewhere."""
    return bool(day) and plus(anchor, 1) == real_date(anchor.year + (month < anchor.month), month, day or 1)


def _just_over(anchor: date, month: int, day: int | None) -> bool:
    """Whether the day went by a few weeks ago: what looked ahead to it does not mean the one of next year."""
    real = real_date(anchor.year, month, day) if day else None
    return real is not None and 0 < (anchor - real).days <= FEW_WEEKS


def _year_in_story(context: Context, month: int) -> int:
    """A story goes forward: the month is the next one from the date in focus, unless it was just before it."""
    focus = context.focus
    assert focus is not None
    if context.focus_grain in ("year", "decade"):
        return focus.year
    forward = (month - focus.month) % 12
    return focus.year + (month < focus.month) if forward <= 7 else focus.year - (month > focus.month)


def year_by_word(which: str, month: int, day: int | None, anchor: date) -> int:
    """The year of "last March" or "next 3 May"."""
    step = meaning("which", which)
    if which.lower() == "last" and day is None and month == anchor.month - 1:
        return anchor.year - 1  # that of this year is "last month"
    before = (month, day or 0) < (anchor.month, anchor.day if day else 0)
    after = (month, day or 32) > (anchor.month, anchor.day if day else 32)
    return anchor.year + (-(not before) if step < 0 else not after if step > 0 else 0)


def named_behind(which: str, context: Context, end: int) -> int | None:
    """The year that is named behind "of that year": "in the autumn of that year, 1989, it fell"."""
    named = NAMED_BEHIND.match(context.text, end) if which in FROM_TOLD else None
    return int(named[1]) if named else None


NAMED_BEHIND = lazily(r",? \(?((?:1[0-9]|20)\d\d)(?![\d,-]\d)(?=[.,;:)]|\s*$)")


def year_of(which: str, start: int, end: int, anchor: date, context: Context) -> tuple[int, str]:
    """The year of "March of last year", or of "March of that year", which counts from the date last told."""
    which = " ".join(which.lower().split())
    if named := named_behind(which, context, end):
        return named, "the year named behind it"
    day, name = context.reference(start) if which in FROM_TOLD else context.anchor()
    return (day or anchor).year + meaning("which", which), f"{the(which)} year, counted from {name}"
