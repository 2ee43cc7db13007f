"""Ranges: two expressions under one key ("between Monday and Wednesday"), the first never after the second."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from toolkit.dates.beside import put_off_from
from toolkit.dates.context import CIVIL, Context, Draft
from toolkit.dates.interval import nearest, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import LONG_MONTHS, from_timex, say

FROM = lazily(r"(?:^|[^A-Za-z])(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
STRETCH = lazily(r"\s*(?:[-–—]|through)\s*", re.IGNORECASE)
BETWEEN = lazily(r"\s*(?:to|and|until|through|-|–|—)\s*(?:the\s+)?", re.IGNORECASE)


def tie_ranges(drafts: list[Draft], context: Context) -> None:
    """ "between Monday and Wednesday", "from June 2 to July 1", "May 30–June 2": two expressions with one range key."""
    for first, second in pairwise(drafts):
        if first.rule == "weekday" and second.rule in WEEK_TOLD:
            _same_week(first, second, context)
        if first.range and first.range == second.range:
            _close(first, second, context)
        if first.range or second.range or first.type not in CIVIL or second.type not in CIVIL:
            continue
        between = context.text[first.end : second.start]
        before = context.before(first.start, 70)
        put_off = put_off_from(before)
        if put_off and first.rule == second.rule == "weekday" and BETWEEN.fullmatch(between):
            _put_off(first, second, sooner=EITHER.search(before) is not None)
        led = BETWEEN.fullmatch(between) and FROM.search(before) and not put_off
        if (
            led
            or (first.grain == second.grain and STRETCH.fullmatch(between))
            or (_days_to(first, second, between) and not put_off)
        ):
            first.range = second.range = f"{first.start}-{second.end}"
            _close(first, second, context)


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


TIED = lazily(r"\s*(?:to|and|until|through|or|-|–|—)\s*", re.IGNORECASE)


def _days_to(first: Draft, second: Draft, between: str) -> bool:
    """ "Monday to Friday", "May 30 to June 2"."""
    return first.grain == second.grain == "day" and between.strip() == "to" and first.type == second.type


def _close(first: Draft, second: Draft, context: Context) -> None:
    """A range never ends before it begins, and "until" opens no side of it ("from May 30 until June 2")."""
    if second.value.startswith("XXXX-") and first.earliest and _without_weekday(second, context):
        _set(second, _in_year(second, first.earliest.year), "of the year in which the range begins")
    days = from_timex(second.value, second.mod)
    if second.earliest is None and days:
        second.earliest = days.earliest
    if not (first.earliest and second.earliest and second.latest):
        return
    if first.rule == second.rule == "weekday":
        _weekdays_in_order(first, second)
    elif _without_weekday(first, context) and _without_weekday(second, context):
        _years_in_order(first, second, context)
    if first.grain != "season" and first.earliest and second.latest and first.earliest > second.latest:
        first.range = second.range = None


def _without_weekday(draft: Draft, context: Context) -> bool:
    """Whether it is a month, a day of a month, a quarter or a half: what has a year, told or not."""
    words = context.text[draft.start : draft.end]
    return draft.grain in ("quarter", "half") or (
        draft.grain in ("day", "month") and bool(MONTH.search(words))
    )


MONTH = lazily(rf"\b(?:{'|'.join(month[:3] for month in LONG_MONTHS)})")


EITHER = lazily(r"\b(?:brought|moved|shifted|switched|changed|re(?:scheduled|arranged))\b")


def _put_off(first: Draft, second: Draft, sooner: bool) -> None:
    """ "put off from Monday to Thursday": the Thursday after that Monday; "moved" tells no way."""
    if first.earliest and second.earliest and not sooner and 0 < (first.earliest - second.earliest).days < 7:
        day = nearest(second.earliest.weekday(), first.earliest, 1)
        _set(second, day.isoformat() if day else None, "the one after that from which it was put off")


def _weekdays_in_order(first: Draft, second: Draft) -> None:
    assert first.earliest
    assert second.earliest
    if first.earliest <= second.earliest:
        return
    if first.anchor and first.earliest > first.anchor:
        day = nearest(second.earliest.weekday(), first.earliest, 1)
        _set(second, day.isoformat() if day else None, "the one after that with which the range begins")
    else:
        day = nearest(first.earliest.weekday(), second.earliest, -1)
        _set(first, day.isoformat() if day else None, "the one before that with which the range ends")


def _years_in_order(first: Draft, second: Draft, context: Context) -> None:
    """What has no year of its own is of that of the other end, or of the one beside it ("from December 2019 to
    February"); of two without, the one that was told first stays if it is to come, else the second does."""
    assert first.earliest
    assert second.earliest
    own, given = (
        bool(OWN_YEAR.search(context.text, each.start, each.end))
        or (each is first and each.start in context.governed)
        for each in (first, second)
    )
    ahead = first.anchor and first.earliest > first.anchor
    if not given and (own or ahead or second.earliest >= first.earliest):
        for year in (first.earliest.year, first.earliest.year + 1):
            if _begin(second, year) >= first.earliest:
                if year < second.earliest.year or second.earliest < first.earliest:
                    _set(second, _in_year(second, year), f"of {year}, as the range began before it")
                return
    elif not own and first.earliest > second.earliest:
        for year in (second.earliest.year, second.earliest.year - 1):
            if _begin(first, year) <= second.earliest:
                _set(first, _in_year(first, year), f"of {year}, as the range ends after it")
                return


def _in_year(draft: Draft, year: int) -> str:
    return f"{year:04d}{draft.value[4:]}"


def _begin(draft: Draft, year: int) -> date:
    days = from_timex(_in_year(draft, year), draft.mod)
    return days.earliest if days and days.earliest else draft.earliest or date.min


def _set(draft: Draft, value: str | None, why: str) -> None:
    days = from_timex(value, draft.mod) if value else None
    if value and days and days.earliest:
        draft.value, draft.earliest, draft.latest = value, days.earliest, days.latest
        draft.why = f"{say(days.earliest)}: {why}"


OWN_YEAR = lazily(r"\d{4}|\byear\b|['’]\d\d\b", re.IGNORECASE)
