"""Counted from a date that the sentence names: "two weeks after 3 May 2021", "the day before the new year".

What stands before the date is read with it when all dates of a text are found: its length gets the days that come of
it. From a month or a year alone no exact day is made; what is counted from something without a date stays a length.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import pairwise

from toolkit.dates.context import CIVIL, Context, Draft
from toolkit.dates.governing import SENTENCE_END
from toolkit.dates.interval import nearest, plus, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import from_timex, say, timex
from toolkit.dates.verbs import cues
from toolkit.dates.vocabulary import expand, meaning, number, ordinal

# The end of what leads to a date that is counted from: without one of these nothing is.
HOW = ("from", "after", "before", "following", "prior to", "preceding", "ahead of")
LEADS = (*(f"{how} " for how in HOW), *(f"{how} the " for how in HOW), "start of ", "beginning of ")
UNITS = ("day", "night", "week", "fortnight", "month", "quarter", "year", "decade", "weekend")
BACK = ("before", "prior to", "preceding", "ahead of")
GOES_TO = lazily(r",? (?:to|until|till|through|on|onwards?)\b|[-–—]")
LONGER = {"fortnight": ("day", 14), "decade": ("year", 10), "night": ("day", 1)}
# Of these rules nothing is counted twice.
COUNTED = ("event_offset", "beside_holiday")


@cache
def _leading() -> re.Pattern[str]:
    return expand(
        r"(?:<approximate> )?(?:(?P<the>the|that)|<number>|"
        r"(?:the )?(?P<nth>second|third|fourth|fifth|sixth|seventh|tenth)|"
        r"(?P<couple>(?:a )?couple of)) (?:calendar |full )?<unit>(?: to the day)? "
        r"(?P<how>after|before|following|prior to|preceding|ahead of|from)(?: the)?(?: start of| beginning of)?\s*\Z"
    )


@cache
def _weekday_leading() -> re.Pattern[str]:
    return expand(
        r"(?:the |that )(?:(?P<nth>first|second|third|last) )?<weekday> "
        r"(?P<how>after|before|following|prior to|preceding)(?: the)?\s*\Z"
    )


@cache
def _leading_happening() -> re.Pattern[str]:
    return expand(
        r"(?:<approximate> )?(?:(?P<the>the)|<number>|(?P<couple>(?:a )?couple of)) (?:full )?<unit> "
        r"(?P<how>after|before|following) "
        r"(?P<what>(?:(?!after\b|before\b|that\b|which\b|who\b|and\b|but\b)(?:\w|'|-)+ ){1,8}?)"
        r"(?:(?P<joint>of|on|in) )?(?:the )?\Z"
    )


def _happening_before(draft: Draft, text: str) -> re.Match[str] | None:
    """ "a day after the bridge collapsed on Tuesday", "three days after the truce of 10 August": what a length leads to
    happened on the date. "Two days after the raid on Friday" leaves open what Friday is the day of."""
    before = text[max(0, draft.start - HAPPENING) : draft.start]
    if not any(how in before for how in (" after ", " before ", " following ")):
        return None
    found = _leading_happening().search(before)
    if found is None or SENTENCE_END.search(found[0]):
        return None
    told = any(
        word.endswith("ed")
        or word in cues()["past"]
        or word in ("was", "were")
        or (not n and word.endswith("ing"))
        for n, word in enumerate(found["what"].split())
    )
    written = any(sign.isdigit() for sign in text[draft.start : draft.end])  # "the vote on 6 October"
    return found if told or found["joint"] == "of" or (found["joint"] and written) else None


HAPPENING = 90  # characters before a date: a clause


def _weekday_beside(draft: Draft, text: str, day: date) -> Draft | None:
    """ "the Saturday after 3 June 2018", "the second Monday before it": a weekday counted from a day."""
    before = text[max(0, draft.start - 60) : draft.start]
    found = _weekday_leading().search(before)
    if found is None or not found["weekday"][0].isupper():
        return None
    way = -1 if " ".join(found["how"].lower().split()) in BACK else 1
    weeks = {"second": 1, "third": 2}.get((found["nth"] or "").lower(), 0)
    counted = nearest(meaning("weekday", found["weekday"]), plus(day, way), way)
    counted = plus(counted, 7 * way * weeks) if counted else None
    if counted is None:
        return None
    start = draft.start - len(before) + found.start()
    made = Draft(
        start, start + found.end("how") - found.start(), "DATE", counted.isoformat(), "", counted, counted
    )
    told = f"{before[found.start() :]}{text[draft.start : draft.end]}"
    made.grain, made.rule, made.anchor = "day", "counted_from_date", draft.anchor
    made.why = f"{say(counted)}: {' '.join(told.split())}"
    draft.earliest = draft.latest = day  # counted from, and no bound
    draft.why = draft.why.partition("; before")[0]
    return made


def count_from_dates(context: Context) -> None:
    """Give the lengths right before a date the days that are counted from it."""
    text, kept = context.text, list[Draft]()
    for draft in context.drafts:
        made = _before(draft, text, context)
        while made and kept and _is_part(kept[-1], made):
            kept.pop()
        if made and not (kept and kept[-1].end > made.start):
            kept.append(made)
        kept.append(draft)
    context.drafts[:] = kept


def same_as_told(context: Context) -> None:
    """Give a length that leads to a happening, beside a date, the days of that date: "On 5 May, two days after the
    vote". Annotators of narratives date it so; those of news read a length."""
    if not context.policy.broad:
        return
    for told, draft in pairwise(context.drafts):
        undated = draft.type == "DURATION" and not (draft.earliest or draft.latest)
        if not undated or told.type not in CIVIL or not told.value[:1].isdigit() or told.range:
            continue
        if BESIDE.fullmatch(context.text, told.end, draft.start) and FROM.match(context.text, draft.end):
            words = " ".join(context.text[told.start : told.end].split())
            draft.type, draft.value, draft.mod, draft.grain = "DATE", told.value, told.mod, told.grain
            draft.earliest, draft.latest = told.earliest, told.latest
            draft.anchor, draft.rule = told.anchor, "same_as_told"
            draft.why = f"the time told right before it, {words}"


BESIDE = lazily(r"(?:,| [—–-]|[—–]| \()\s*(?:(?:just|only|exactly|barely|some|about|almost|nearly)\s+)?")
FROM = lazily(r"\s+(?:after|before|prior to|following|ahead of)\s+(?!that\b|this\b|then\b|which\b)[A-Za-z]")


def _is_part(held: Draft, made: Draft) -> bool:
    """Whether what was found there is but the length of what is counted."""
    held_too = held.type in ("DURATION", "SET") or held.rule in ("weekday", "which_weekday", "weekend")
    return held_too and held.start >= made.start and held.end <= made.end


def _before(draft: Draft, text: str, context: Context) -> Draft | None:
    """What is counted from a date right before it."""
    if draft.type not in CIVIL or draft.rule in COUNTED or not draft.value[:1].isdigit():
        return None
    beside = text[max(0, draft.start - 16) : draft.start].lower().endswith(LEADS)
    before = text[max(0, draft.start - (60 if beside else HAPPENING)) : draft.start]
    found = _leading().search(before) if beside else _happening_before(draft, text)
    days = from_timex(draft.value, draft.mod)
    if found is None and beside and days and days.earliest and days.earliest == days.latest:
        return _weekday_beside(draft, text, days.earliest)
    if found is None or days is None or days.earliest is None or days.latest is None:
        return None
    start = draft.start - len(before) + found.start()
    end = start + found.end("how") - found.start()
    return _made(found, start, end, days.earliest, days.latest, draft, context)


def _made(
    found: re.Match[str], start: int, end: int, first: date, last: date, draft: Draft, context: Context
) -> Draft | None:
    grain = meaning("unit", found["unit"])
    nth = found.groupdict().get("nth")
    if nth and grain != "day":
        return None
    count = (
        1.0 if found["the"] else 2.0 if found["couple"] else ordinal(nth) if nth else number(found["number"])
    )
    if found["how"].lower() == "from" and (found["the"] or GOES_TO.match(context.text, draft.end)):
        return None
    if (
        grain not in UNITS
        or not count
        or count != int(count)
        or (found["the"] and found["unit"].lower() != grain)
    ):
        return None
    grain, times = LONGER.get(grain, (grain, 1))
    way = -1 if " ".join(found["how"].lower().split()) in BACK else 1
    steps = way * int(count) * times
    told = context.text[draft.start : draft.end]
    if (
        way < 0
        and draft.anchor
        and _begin(grain, first, steps)
        and context.direction(start, draft.end)[0] == "back"
    ):
        first, last = _before_now(first, last, grain, steps, draft)
    one, other = _begin(grain, first, steps), _begin(grain, last, steps)
    if one is None or other is None:
        return None
    why = f"{' '.join(context.text[start:end].split())} {' '.join(told.split())}"
    if found["the"] and first != last and grain != draft.grain:
        return None  # a day of it, and nobody tells which
    if found["the"] and grain == "weekend":
        saturday = nearest(5, plus(first, -2), -1) if way < 0 else nearest(5, plus(last, 1), 1)
        if saturday is None:
            return None
        one, other = unit(grain, saturday)
        made = Draft(start, end, "DATE", timex(grain, one), "", one, other, grain)
    elif found["the"] and grain != "day":
        one, other = unit(grain, one, context.policy.week_start)
        made = Draft(start, end, "DATE", timex(grain, one, context.policy.week_start), "", one, other, grain)
    elif first == last:
        made = Draft(start, end, "DATE", one.isoformat(), "", one, one, "day")
    elif grain == draft.grain or (grain == "month" and draft.grain in ("quarter", "half")) or grain == "year":
        shown = draft.grain
        one, other = unit(shown, one)[0], unit(shown, other)[1]
        made = Draft(start, end, "DATE", timex(shown, one), draft.mod, one, other, shown)
    else:
        year = f"{one.year:04d}" if one.year == other.year else "XXXX"
        made = Draft(start, end, "DATE", f"{year}-XX-XX", "", one, other, "day")
    made.mod, made.rule, made.anchor = _mod(found), "counted_from_date", draft.anchor
    around = AROUND.search(context.before(start, 16))
    if around and not found["the"]:
        made.earliest, made.latest = (first, made.latest) if way > 0 else (made.earliest, last)
        if not around["within"]:
            made.type, made.value, made.grain = "DURATION", f"P{abs(steps)}{grain[0].upper()}", grain
        elif made.earliest != made.latest:
            made.mod = "APPROX"
    elif made.mod:
        _loosen(made, first, last, way)
    made.why = f"{say(one)}{f' to {say(other)}' if other != one else ''}: {why}"
    return made


# "within a week after 3 May", "in the two weeks before it", "for three days after it": all of these days.
AROUND = lazily(
    r"\b(?:(?P<within>within)|the|for|during|over|throughout|first|last|these|those)\s+$", re.IGNORECASE
)


def _begin(grain: str, day: date, steps: int) -> date | None:
    return (
        plus(day, steps * {"day": 1, "week": 7, "weekend": 7}[grain])
        if grain in ("day", "week", "weekend")
        else shift(grain, day, steps)
    )


def _before_now(first: date, last: date, grain: str, steps: int, draft: Draft) -> tuple[date, date]:
    """A date without a year, a year back where what is counted back from it is told as past and would lie ahead."""
    counted = _begin(grain, first, steps)
    if (
        draft.anchor is None
        or counted is None
        or counted <= draft.anchor
        or draft.grain not in ("day", "month")
    ):
        return first, last
    days = from_timex(f"{first.year - 1:04d}{draft.value[4:]}", draft.mod)
    if days is None or days.earliest is None or days.latest is None:
        return first, last
    draft.value, draft.earliest, draft.latest = (
        f"{first.year - 1:04d}{draft.value[4:]}",
        days.earliest,
        days.latest,
    )
    draft.why = f"{say(days.earliest)}: the one before, as what is counted back from it is told as past"
    return days.earliest, days.latest


def _mod(found: re.Match[str]) -> str:
    known = str(meaning("approximate", found["approximate"])) if found["approximate"] else ""
    return known or ("APPROX" if found["couple"] else "")


def _loosen(made: Draft, first: date, last: date, way: int) -> None:
    """ "more than two years after" begins then and has no end; "less than a week after" lies between the two."""
    more, less = made.mod in ("MORE_THAN", "EQUAL_OR_MORE"), made.mod in ("LESS_THAN", "EQUAL_OR_LESS")
    if more:
        made.earliest, made.latest = (made.earliest, None) if way > 0 else (None, made.latest)
        made.mod = "AFTER" if way > 0 else "BEFORE"
    elif less:
        made.earliest, made.latest = (first, made.latest) if way > 0 else (made.earliest, last)
        made.mod = "APPROX"
