"""The second reading of words that two careful readers take in two ways, with its weight and the reason.

`weigh` runs over the drafts of a text when all of them are read. A draft whose rule stands in TABLE is handed to the
function there, which looks at the words again and yields the readings that were not chosen; any other draft costs one
look-up. The weight of a reading is the share of readers who would take it; what is left belongs to the reading that
was chosen. A share that could be counted in annotated news is (k + 1) / (n + 2) for k of n, so that what nobody meant
there is rare and not impossible; the others are conventions. docs/conventions.md lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from toolkit.dates.context import Context, Draft
from toolkit.dates.direction import direction
from toolkit.dates.interval import part, plus, real_date, season, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import SEASON_NAMES, from_timex, say, timex
from toolkit.dates.vocabulary import words
from toolkit.model import Reading

Readings = Iterator[Reading]
Second = Callable[[Draft, Context], Readings]
Anchored = Callable[[Draft, date, date, Context], Readings]

# Counted in news: how often the second reading was meant.
OTHER_SIDE = (
    0.14  # a weekday lies on the other side of the anchor, where the clause tells no direction: 2 of 19
)
WEEK_AGO = 0.02  # the weekday of the day of writing is the one a week before: 2 of 148
OLDER = 0.17  # "last Friday", said in the week after, is a Friday earlier still: 0 of 4
OTHER_YEAR = 0.3  # a month without a year, at most four months ahead: 4 of 14
COMING_WEEKEND = 0.33  # "the weekend", said on a Monday, is the coming one: 2 of 7
SUNDAY_WEEK = 0.33  # "last week", said on a Sunday, is counted in weeks that begin on Sunday: 1 of 4
# Conventions.
EVEN = 0.4  # both readings are common
SOME = 0.3
FEW = 0.1
RARE = 0.05

MONTHS_AHEAD = 4
TODAY_TOO = "the one a week before, as “today” could have been said"
OTHER_WAY = "the nearest one on the other side of the day counted from, as the clause tells no direction"
CLAUSE_WAY = "the one on the side to which the clause looks"
TWICE = {
    "biweekly": ("P1W", "twice a week"),
    "bimonthly": ("P1M", "twice a month"),
    "biannual": ("P2Y", "every two years"),
    "biennial": ("P1Y", "twice a year"),
}
TWO_FIGURES = lazily(r"(?:\b\d{1,2}[/.-]\d{1,2}[/.-]|['’‘`])(\d\d)$")


def weigh(context: Context) -> None:
    """Give every draft of a text the readings that were not chosen."""
    for draft in context.drafts:
        second = TABLE.get(draft.rule)
        if second and not draft.alternatives and draft.start not in context.governed:
            draft.alternatives = tuple(second(draft, context))


def weekday(draft: Draft, day: date, anchor: date, context: Context) -> Readings:
    """ "Friday", "last Friday", "next Friday", "this Friday", also with a part of the day."""
    word, gap = _which(draft, context), (day - anchor).days
    same_week = unit("week", day) == unit("week", anchor)
    if not word and gap == 0:
        yield _days(draft, day, -7, WEEK_AGO, TODAY_TOO)
    elif not word and not _way(draft, context):
        yield _days(draft, day, 7 if gap < 0 else -7, OTHER_SIDE, OTHER_WAY)
    elif word == "last" and gap > -7:
        yield _days(draft, day, -7, EVEN if same_week else OLDER, "the one of the week before that")
    elif word == "next" and gap < 7:
        yield _days(draft, day, 7, EVEN if same_week else FEW, "the one of the week after that")
    elif word == "this" and gap and (gap > 0) == (_way(draft, context) == "back"):
        yield _days(draft, day, -7 if gap > 0 else 7, EVEN, CLAUSE_WAY)


def period(draft: Draft, day: date, anchor: date, context: Context) -> Readings:
    """ "last week", "this weekend", "next weekend", "the past week", "the past year", "the past decade"."""
    word = _which(draft, context)
    if (word == "past" or (word == "last" and draft.grain == "decade")) and draft.grain in RUNNING:
        first = shift(draft.grain, anchor, -1)
        if first:
            why = f"the {draft.grain} up to {say(anchor)}"
            yield Reading(RUNNING[draft.grain], plus(first, 1), anchor, EVEN, why)
    elif draft.grain == "weekend":
        if word == "next" and (day - anchor).days < 7:
            yield _days(draft, day, 7, EVEN, "the weekend after that")
        elif word in ("", "this") and (anchor - day).days > 1 and _way(draft, context) != "back":
            yield _days(draft, day, 7, COMING_WEEKEND, "the coming weekend, as the clause does not look back")
    elif draft.grain == "week":
        yield from _week(draft, day, anchor, context)


RUNNING = {"week": "P1W", "month": "P1M", "year": "P1Y", "decade": "P10Y"}


def _week(draft: Draft, day: date, anchor: date, context: Context) -> Readings:
    """The same week where weeks begin on Sunday, or on Monday if the policy lets them begin elsewhere."""
    start = context.policy.week_start
    whole, other = unit("week", day, start), 0 if start else 6
    if (draft.earliest, draft.latest) != whole:
        return
    weeks = (whole[0] - unit("week", anchor, start)[0]).days
    first, last = unit("week", plus(anchor, weeks), other)
    weight = SUNDAY_WEEK if abs((first - whole[0]).days) > 3 else FEW
    why = f"{say(first)} to {say(last)}: where weeks begin on {'Sunday' if other else 'Monday'}"
    yield Reading(timex("week", plus(first, 3)), first, last, weight, why)


def season_of_year(draft: Draft, day: date, anchor: date, context: Context) -> Readings:
    """ "last summer" said in autumn, "next winter" said in spring, a bare "summer"."""
    name, word = SEASON_NAMES[draft.value[5:7]], _which(draft, context)
    days = season(name, int(draft.value[:4]), context.policy.hemisphere)
    if days is None or days[0] <= anchor <= days[1]:
        return
    if word in ("last", "next") and days[0].year == anchor.year:
        step, why = (-1, "the year before") if word == "last" else (1, "the year after")
        yield from _season(draft, name, step, EVEN, f"the {name} of {why}", context)
    elif word in ("", "this") and context.policy.anchor == "published" and not _way(draft, context):
        yield from _season(draft, name, 1 if days[0] < anchor else -1, SOME, OTHER_WAY, context)


def _season(draft: Draft, name: str, years: int, weight: float, why: str, context: Context) -> Readings:
    year = int(draft.value[:4]) + years
    days = season(name, year, context.policy.hemisphere)
    if days:
        yield _reading(draft, f"{year:04d}{draft.value[4:]}", *part(days, "season", draft.mod), weight, why)


def year_of(draft: Draft, day: date, anchor: date, context: Context) -> Readings:
    """A month, or a day of a month, without its year: the other year, where that lies near."""
    word = _which(draft, context)
    words_of_day = context.text[draft.start : draft.end].lower()
    if context.policy.anchor == "focus" or "year" in words_of_day or "day" in words_of_day:
        return
    ahead = (day.month - anchor.month) % 12
    if word in ("last", "next") and day.year == anchor.year and ahead:
        yield from _year(draft, -1 if word == "last" else 1, SOME, f"the {word} one but this year’s")
    elif word == "last" and ahead == 11 and day.month < 12:
        yield from _year(draft, 1, EVEN, "the month that is just over")
    elif not word and 0 < ahead <= MONTHS_AHEAD:
        way = _way(draft, context)
        if not way or (way == "back") == (day > anchor):
            yield from _year(draft, -1 if day > anchor else 1, OTHER_YEAR, CLAUSE_WAY if way else OTHER_WAY)


def _year(draft: Draft, years: int, weight: float, why: str) -> Readings:
    day = draft.earliest or draft.latest
    moved = day and real_date(day.year + years, day.month, 1 if draft.grain == "month" else day.day)
    if moved:
        days = part(unit(draft.grain, moved), draft.grain, draft.mod)
        yield _reading(draft, f"{moved.year:04d}{draft.value[4:]}", *days, weight, why)


def old_century(draft: Draft, context: Context) -> Readings:
    """ "June ’06", "25/6/06": the year with the same figures in the century before."""
    written = TWO_FIGURES.search(context.text[draft.start : draft.end])
    if written and draft.value[:2] == "20" and draft.value[2:4] == written[1]:
        yield from _year(draft, -100, RARE, "the same figures in the century before")


def middle(draft: Draft, day: date, anchor: date, context: Context) -> Readings:
    """ "mid-month", said before the middle or soon after it."""
    if draft.grain == "month":
        step = 1 if day < anchor.replace(day=1) else -1
        other = shift("month", day.replace(day=1), step)
        if other and (step > 0 or anchor.day < 11) and not _way(draft, context):
            days = part(unit("month", other), "month", draft.mod)
            yield _reading(draft, timex("month", other), *days, SOME, OTHER_WAY)


def midnight(draft: Draft, context: Context) -> Readings:
    """ "midnight Friday": the end of that day, or its beginning."""
    if draft.value.endswith("T24:00") and context.text[draft.start : draft.end].lower() != "midnight":
        value = draft.value.replace("T24:00", "T00:00")
        yield Reading(value, draft.earliest, draft.latest, EVEN, "the midnight with which that day begins")


def often(draft: Draft, context: Context) -> Readings:
    """ "biweekly": every two weeks, or twice a week."""
    if second := TWICE.get(context.text[draft.start : draft.end].lower()):
        yield Reading(second[0], None, None, EVEN, second[1])


def _reading(draft: Draft, value: str, first: date, last: date, weight: float, why: str) -> Reading:
    """A reading whose sides are open where those of the draft are ("since Friday", "before Friday")."""
    own = from_timex(draft.value, draft.mod) if draft.latest and not draft.earliest else None
    if own and own.earliest and draft.latest and draft.latest < own.earliest:
        first = last = plus(first, -1)
    told = say(first) if first == last else f"{say(first)} to {say(last)}"
    return Reading(
        value, first if draft.earliest else None, last if draft.latest else None, weight, f"{told}: {why}"
    )


def _days(draft: Draft, day: date, days: int, weight: float, why: str) -> Reading:
    moved = plus(day, days)
    first, last = unit(draft.grain, moved)
    _, at, time = draft.value.partition("T")
    return _reading(draft, timex(draft.grain, moved) + at + time, first, last, weight, why)


def _way(draft: Draft, context: Context) -> str:
    return direction(context.text, draft.start, draft.end)[0]


def _which(draft: Draft, context: Context) -> str:
    """The word that chooses among the units ("last", "this past"); empty where there is none."""
    return _which_of(context.text[draft.start : draft.end])


@lru_cache(maxsize=1024)
def _which_of(told: str) -> str:
    known = words()["which"]
    return " ".join(word for word in told.lower().split() if word in known)


def from_anchor(second: Anchored) -> Second:
    """A function that needs a day and an anchor: where either is missing there is no second reading."""

    def when_anchored(draft: Draft, context: Context) -> Readings:
        own = None if draft.earliest and draft.latest else from_timex(draft.value, draft.mod)
        day = own.earliest if own else draft.earliest or draft.latest
        return second(draft, day, draft.anchor, context) if day and draft.anchor else iter(())

    return when_anchored


def either(*seconds: Second) -> Second:
    """The readings of several functions, one after the other."""
    return lambda draft, context: (reading for second in seconds for reading in second(draft, context))


YEARLESS = from_anchor(year_of)
TABLE: dict[str, Second] = {
    "weekday": from_anchor(weekday),
    "which_unit": from_anchor(period),
    "weekend": from_anchor(period),
    "which_season": from_anchor(season_of_year),
    "season": from_anchor(season_of_year),
    "month": YEARLESS,
    "month_day": YEARLESS,
    "day_month": YEARLESS,
    "month_day_in_words": either(YEARLESS, old_century),
    "month_year": old_century,
    "month_day_year": old_century,
    "day_month_year": old_century,
    "numeric_date": old_century,
    "short_year": old_century,
    "middle_of_unit": from_anchor(middle),
    "named_clock": midnight,
    "adverb_of_frequency": often,
}
