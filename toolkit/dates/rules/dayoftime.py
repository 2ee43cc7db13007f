"""The day of a time of day: beside it, told by its paragraph, by who says so, else that of writing."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from toolkit.dates.context import CIVIL, TAKEN, Context, Draft, dated
from toolkit.dates.governing import nth_within
from toolkit.dates.interval import shift
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import say
from toolkit.dates.rules.absolute import month_day
from toolkit.dates.rules.weekday import plain
from toolkit.dates.vocabulary import expand, meaning

Match = re.Match[str]


def on_day(found: Match, context: Context, written: str) -> Draft:
    """On the day beside it, else on the day told just before, else on the day of writing."""
    groups = found.groupdict()
    last = context.drafts[-1] if context.drafts else None
    now, name = context.anchor()
    if date_ := _date_of(found, context):
        beside = month_day(date_, context)
        day, why = (beside.earliest, beside.why) if beside else (None, name)
    elif told := found if groups.get("weekday") else _told_behind(found, context):
        beside = plain(told, context)
        day, why = (beside.earliest, beside.why) if beside else (None, name)
    elif groups.get("relative_day"):
        day = shift("day", now, meaning("relative_day", groups["relative_day"])) if now else None
        why = f"{groups['relative_day'].lower()}, counted from {name}"
    elif nth := NTH_BEHIND.match(context.text, found.end()):
        within = nth_within(context, int(nth[1]), found.end(), nth.end())
        day, why = (within[0], f"{say(within[0])}: {within[1]}") if within else (None, "of a month not told")
    elif last and last.grain == "day" and last.earliest and _still_told(found, last, context):
        day = last.latest if last.latest and written < "T12" else last.earliest
        why = f"{say(day)}: the day told just before"
    elif day := _of_the_paragraph(found, context):
        why = f"{say(day)}: the day that its paragraph tells of"
    elif told := _said_behind(found, context):
        beside = plain(told, context)
        day, why = (beside.earliest, f"{beside.why}; said on that day") if beside else (None, name)
    elif COUNTED_BEHIND.match(context.text, found.end()):
        day, why = None, "of a day that is counted from what nobody dates"
    else:
        day, why = now, f"{TAKEN}{name}"
    draft = dated(*found.span(), "day", day, why)
    draft.type, draft.value = "TIME", f"{draft.value}{written}"
    return draft


# "at 6 a.m. near the house ten days before the shooting"
COUNTED_BEHIND = lazily(
    r"(?: [\w’'-]+){0,8}? (?:(?:[a-z-]+|\d+) (?:days?|weeks?|months?|years?) (?:before|after|prior to|following)|"
    r"(?:on )?the (?:day|morning|night|evening) (?:before|after|of|following)) (?:the|his|her|their|its|a)\b"
)


NTH_BEHIND = lazily(r" on the (\d{1,2})(?:st|nd|rd|th)\b")  # "before dawn on the 12th they left"


def _of_the_paragraph(found: Match, context: Context) -> date | None:
    """The past day told last in the paragraph, for a time told as past; not the day on which somebody says so."""
    last = next((draft for draft in reversed(context.drafts[-LOOKED_AT:]) if draft.type in CIVIL), None)
    if last is None or last.grain != "day" or last.earliest is None or last.earliest != last.latest:
        return None
    between, now = context.text[last.end : found.start()], context.published
    written = any(sign.isdigit() for sign in context.text[last.start : last.end])
    near = len(between) <= PARAGRAPH if "\n" not in between else written and len(between) <= PARAGRAPH // 2
    if not near or (now and last.earliest >= now) or last.range or "midnight" in found[0].lower():
        return None  # "shortly after midnight" is of the day behind it as well
    if SAYS_ON.search(context.before(last.start, 40)) or HAS_SINCE.search(context.before(found.start(), 60)):
        return None
    return last.earliest if context.direction(*found.span())[0] == "back" else None


LOOKED_AT, PARAGRAPH = 4, 600  # expressions, characters
HAS_SINCE = lazily(r"\b(?:has|have)\b[^.;!?]*\Z|\bfor \Z")  # "has been halted for the night"
SAYS_ON = lazily(
    r"\b(?:said|says|told [^,.;]{1,20}|reported|announced|wrote|warned|added|confirmed|denied|conceded|stated|claimed|"
    r"acknowledged)(?: [a-z]+){0,2}? (?:on |late |early )*\Z"
)


def _said_behind(found: Match, context: Context) -> Match | None:
    """The weekday on which somebody says that it happened: "at dawn, a minister said late on Tuesday"."""
    said = _saying().match(context.text, found.end())
    return said if said and context.direction(*found.span())[0] == "back" else None


@cache
def _saying() -> re.Pattern[str]:
    return expand(
        r"(?: [^,.;!?]{0,60})?, [^,.;!?]{1,60} (?:said|reported|announced|told [^,.;!?]{1,30})"
        r"(?: (?:late|early|later))? (?:on )?<weekday>(?=[.,;]|\s*$| (?:and|but|that)\b)"
    )


def _still_told(found: Match, last: Draft, context: Context) -> bool:
    """Whether the day told before still holds: near by, and for a night without a day in the same sentence."""
    between = context.text[last.end : found.start()]
    return len(between) < 80 and not (found[0] == "Overnight" and SENTENCE_ENDS.search(between))


SENTENCE_ENDS = lazily(r"[.!?\n]\W*$")


def _date_of(found: Match, context: Context) -> Match | None:
    """The day with its month: inside, or behind the time of a place ("5:34 a.m. Baghdad time on March 20")."""
    groups = found.groupdict()
    if groups.get("month"):
        return found
    day_first, month_first = _written()
    if groups.get("name"):
        return day_first.match(context.text, found.start("n"))
    if not found[0].endswith("time") or not (on := ON_BEHIND.match(context.text, found.end())):
        return None
    return day_first.match(context.text, on.end()) or month_first.match(context.text, on.end())


ON_BEHIND = lazily(r",? (?:on )?")


def _told_behind(found: Match, context: Context) -> Match | None:
    """The weekday behind or inside a bracket: "10:35 a.m. (0735 GMT) Friday", "4 in the morning (3 a.m. Friday)"."""
    if not context.text.startswith(" (", found.end()):
        return None
    return _bracketed().match(context.text, found.end())


@cache
def _written() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A day before its month, and one behind it, in the groups that `month_day` reads."""
    return expand(r"<day>(?: of)? <month>(?:,? <year>)?"), expand(r"<month> <day>(?:,? <year>)?")


@cache
def _bracketed() -> re.Pattern[str]:
    return expand(r" \([^()]{1,30}?(?:\),? (?:on )?| )<weekday>")
