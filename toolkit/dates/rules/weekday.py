"""Days of the week: "Sunday", "last Friday", "Tuesday of last week", "a week ago Sunday", "Wednesday night"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.counting import no_day_told
from toolkit.dates.governing import weekday_within
from toolkit.dates.interval import nearest, plus, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.names import PAPER_AFTER, WEEKDAY_NAME_AFTER, WEEKDAY_NAME_BEFORE, is_first_name
from toolkit.dates.notation import LONG_DAYS, say
from toolkit.dates.rules.relative import FROM_TOLD, the
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]

# "Sat." is a day only before a date or a name that goes on; "sat." ends a sentence.
SHORT_BEFORE_DATE = lazily(r",? (?:\d|[A-Z])")


def plain(found: Match, context: Context) -> Draft | None:
    """A bare weekday: the publication day itself, else the nearest before it, or after where the clause looks ahead."""
    word = found["weekday"]
    start, end = found.span()
    if not word[0].isupper() or _named(context.text, found):
        return None
    number = meaning("weekday", word)
    which = (found.groupdict().get("which") or "").lower()
    if not which and (told := weekday_within(context, number, start, end)):
        return _with_part(found, _day(start, end, *told))
    anchor, name = context.reference(start) if which in FROM_TOLD else context.anchor()
    if anchor is None:
        return Draft(
            start,
            end,
            "DATE",
            f"XXXX-WXX-{number + 1}",
            grain="day",
            why=f"a {LONG_DAYS[number]}, counted from {name}",
        )
    step = meaning("which", which) if which else None
    if which in FROM_TOLD and no_day_told(anchor, context):
        return _of_told(found, number, step or 0, context)
    if _unnamed(found, context, which):
        why = f"a {LONG_DAYS[number]}, not told which"
        part = f"T{meaning('daypart', found['daypart'])}" if found.groupdict().get("daypart") else ""
        return Draft(
            start, end, "TIME" if part else "DATE", f"XXXX-WXX-{number + 1}{part}", grain="day", why=why
        )
    if step == -1:
        day, why = nearest(number, plus(anchor, -1), -1), f"the last {LONG_DAYS[number]} before {name}"
        if which in FROM_TOLD and anchor == context.published and _told_already(day, context):
            day, why = plus(day, -7) if day else None, f"the one before the {LONG_DAYS[number]} told"
    elif step == 1:
        day, why = nearest(number, plus(anchor, 1), 1), f"the first {LONG_DAYS[number]} after {name}"
    elif anchor.weekday() == number:
        day, why = anchor, f"{name.partition(',')[0]} itself is a {LONG_DAYS[number]}"
    elif cue := context.looks_ahead(start, end):
        day, why = (
            nearest(number, anchor, 1),
            f"the first {LONG_DAYS[number]} after {name}, because the clause looks ahead (“{cue}”)",
        )
    elif context.direction(start, end)[0] == "near":
        around = [day for day in (nearest(number, anchor, way) for way in (-1, 1)) if day]
        day = min(around, key=lambda each: abs((each - anchor).days))
        why = f"the {LONG_DAYS[number]} nearest to {name}, as it was first planned for then"
    elif step == 0 and which:
        day, why = (
            nearest(number, unit("week", anchor, context.policy.week_start)[0], 1),
            f"the {LONG_DAYS[number]} of the week of {name}",
        )
    else:
        day, why = nearest(number, anchor, -1), f"the last {LONG_DAYS[number]} before {name}"
    return _with_part(found, _day(start, end, day, why, anchor))


def _told_already(day: date | None, context: Context) -> bool:
    """Whether the text has told of this day: "the previous Friday" is then the one before it."""
    return any(
        draft.earliest == day == draft.latest and draft.anchor == context.published
        for draft in context.drafts[-TOLD_BEFORE:]
    )


TOLD_BEFORE = 12  # expressions


def _of_told(found: Match, number: int, step: int, context: Context) -> Draft:
    """ "that Friday" of the week told; of a month or a year nothing tells which."""
    first, last = context.focus, context.focus_latest
    held = first is not None and last is not None and (last - first).days < 7 and not step
    day = nearest(number, first, 1) if held and first else None
    if day and last and day <= last:
        return _with_part(found, _day(*found.span(), day, f"of {context.focus_text}", first))
    why = f"a {LONG_DAYS[number]} counted from {context.focus_text}, of which no day is told"
    return Draft(*found.span(), "DATE", f"XXXX-WXX-{number + 1}", grain="day", why=why)


# "on a Sunday", "the second Monday": which one is not told; but "a Sunday memorial" is that of the week.
INDEFINITE = lazily(r"\b(?:an?|one|any|some|another) $", re.IGNORECASE)
NUMBERED = lazily(
    r"\b(?:first|second|third|fourth|fifth|sixth|final|1st|2nd|3rd|[4-9]th|consecutive|straight|successive) $",
    re.IGNORECASE,
)
NOUN_AFTER = lazily(
    r" (?!(?:in|at|on|of|when|before|after|and|or|but|that|to|for|with|as|by|from|is|was|if|because|he|she|it|they|we|"
    r"I|the|an?|during|while|last|next|this)\b)[a-z]"
)


# "the last Sunday before the vote" is counted from the vote.
COUNTED_BESIDE = lazily(r" (?:before|after)\b(?! (?:the )?(?:war|noon|dawn|dusk)\b)")


# "the Saturday following the flood" is one of which the day is not told.
BESIDE_THING = lazily(r" (?:before|after|following|preceding) (?:the|his|her|its|their|an?) [a-z]")


def _unnamed(found: Match, context: Context, which: str) -> bool:
    before = context.before(found.start(), 16)
    if which:
        led = before.lower().endswith("the ") or found[0].lower().startswith("the ")
        return (
            which in ("last", "next") and led and COUNTED_BESIDE.match(context.text, found.end()) is not None
        )
    if NUMBERED.search(before) or (
        before.lower().endswith("the ") and BESIDE_THING.match(context.text, found.end())
    ):
        return True
    return bool(INDEFINITE.search(before)) and not NOUN_AFTER.match(context.text, found.end())


def _day(start: int, end: int, day: date | None, why: str, anchor: date | None) -> Draft:
    return dated(start, end, "day", day, f"{say(day)}: {why}" if day else why, anchor)


def _named(text: str, found: Match) -> bool:
    word, end = found["weekday"], found.end("weekday")
    if not word.lower().endswith("day") and not (word.endswith(".") and SHORT_BEFORE_DATE.match(text, end)):
        return True
    start = found.start("weekday")
    return bool(
        WEEKDAY_NAME_AFTER.match(text, end)
        or (text[max(0, start - 4) : start].lower() == "the " and PAPER_AFTER.match(text, end))
        or is_first_name(text, start, end)
        or WEEKDAY_NAME_BEFORE.search(text[max(0, start - 10) : start])
    )


def _with_part(found: Match, draft: Draft) -> Draft:
    part = found.groupdict().get("daypart")
    if part and draft.earliest:
        draft.type = "TIME"
        draft.value += f"T{meaning('daypart', part)}"
    return draft


def of_week(found: Match, context: Context) -> Draft | None:
    """ "Tuesday of last week", "Monday of this week"."""
    anchor, name = context.anchor()
    number = meaning("weekday", found["weekday"])
    if anchor is None:
        return _day(*found.span(), None, f"a {LONG_DAYS[number]}, counted from {name}", None)
    week = shift("week", anchor, meaning("which", found["which"]))
    day = plus(unit("week", week)[0], number) if week else None
    return _day(
        *found.span(),
        day,
        f"the {LONG_DAYS[number]} of {the(found['which'])} week, counted from {name}",
        anchor,
    )


def week_ago(found: Match, context: Context) -> Draft | None:
    """ "a week ago Sunday", "Sunday a week ago": the weekday before the last one."""
    anchor, name = context.anchor()
    number = meaning("weekday", found["weekday"])
    day = nearest(number, anchor, -1) if anchor else None
    day = shift("week", day, -1) if day else None
    return _day(
        *found.span(), day, f"a week before the latest {LONG_DAYS[number]}, counted from {name}", anchor
    )


RULES: list[Rule] = [
    rule("weekday", r"(?:<which> )?<weekday>(?: <daypart>)?", plain, "weekday"),
    rule("weekday_of_week", r"<weekday> (?:of )?<which> week", of_week, "weekday"),
    rule("weekday_week_ago", r"(?:a week ago (?:last )?<weekday>)", week_ago, "weekday", "week"),
    rule("weekday_week_before", r"<weekday> a week ago", week_ago, "weekday"),
]
