"""Holidays and named days: "Christmas", "last Thanksgiving", "Easter week", "the eve of Yom Kippur", "Ramadan"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.feasts import FIXED, countries, main_country, spans
from toolkit.dates.interval import Days, nearest, plus, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import say, timex
from toolkit.dates.rules.relative import explain
from toolkit.dates.triggers import Rule, leads, rule
from toolkit.dates.vocabulary import expand, meaning, number, words

Match = re.Match[str]

NAME_BEFORE = lazily(r"\b(?:Father|White|Merry|Happy|Prince|Captain) $")
THING_AFTER = lazily(
    r"[ -](?:Agreement|Accords?|War|Rising|Uprising|Rebellion|Carol|Islands?|Massacre|Market|Parade|Foundation|Seals?|"
    r"Company|Inc|Corp|trees?|stor(?:y|ies)|message|tale|miracle|legend|lil(?:y|ies)|lamb|cards?|carols?|crackers?|eggs?|bunny|bunnies|presents?|gifts?|stockings?|costumes?|turkeys?|pudding"
    r"|bonus(?:es)?|lights|decorations|ornaments?|cake|wreaths?|fires?)\b"
)
AT = lazily(
    r"\b(?:in|at|on|during|over|by|before|after|of|for|until|since|from|to|with|between|celebrate|mark) (?:the )?$"
)
DEADLINE = lazily(r"\b(?:by|until|till|before|ahead of) (?:the )?$", re.IGNORECASE)
LATER_YEAR = lazily(r"(?: [A-Za-z]+)?,? (?:in|of) ((?:1[0-9]|20)\d\d)(?!\d|['’]?s)")
BATTLE = lazily(r" Offensive\b|['’]s\b")
COUNTRY_AFTER = lazily(r" (?:of|in) (?:the )?([A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?)")
COUNTRY_BEFORE = lazily(r"((?:[A-Z][a-z]+ )?[A-Z][A-Za-z.]+)(?:['’]s?)? $")
# These are holidays only behind a preposition: a new year is any to come, Tet alone is the battle, May Day a call.
ONLY_AT = ("new year", "new year's", "tet", "may day")
MARCHED = lazily(r" (?:rall(?:y|ies)|march(?:es|ers)?|protest(?:s|ers)?|parades?|celebrations?|holiday)\b")
COUNTED_FROM = lazily(r"\b(?:before|after|until|till|since|eve of) the $")  # "in the new year" is after it
# "the miracle of Pentecost", "the spirit of Christmas": what is told of is the feast, not its day.
STORY_BEFORE = lazily(
    r"\b(?:stor(?:y|ies)|tales?|miracles?|meaning|spirit|message|legends?|histor(?:y|ies)|origins?|joys?|magic|gospel|"
    r"myster(?:y|ies)|symbols?|symbolism|wonders?|idea|feeling|poem|song|theology) of (?:the )?$"
)
FAR = 100  # days; so far ahead lies nothing that is told as past
MONTH, WEEK = 20, 4  # the length in days from which a feast is told by its month, by its week
HELD = {"year", "season", "decade"}  # a date in focus that holds the holiday


def holiday(found: Match, context: Context) -> Draft | None:
    """ "Christmas", "last Thanksgiving", "New Year's Day 2024", "the holy month of Ramadan", "the end of Ramadan"."""
    named = _named(found, context)
    if not named:
        return None
    days, why, anchor = _days(named, found, context)
    start, end = found.start(), named.end()
    edge = found.groupdict().get("edge")
    if edge and days:
        if days[0] == days[1]:
            return None
        why = f"{edge.lower()} {say(days[0])} to {say(days[1])}: {why}"
        days = (days[1],) * 2 if LAST.search(edge) else (days[0],) * 2
    if days is None or days[0] == days[1]:
        return dated(start, end, "day", *_said(days and days[0], "", why), anchor)
    length = (days[1] - days[0]).days
    grain = "month" if length >= MONTH else "week" if length >= WEEK else "day"
    why = f"{say(days[0])} to {say(days[1])}: {why}"
    return Draft(start, end, "DATE", timex(grain, days[0]), "", *days, grain, why, anchor)


LAST = lazily(r"end|last|close", re.IGNORECASE)


def part_of_holiday(found: Match, context: Context) -> Draft | None:
    """ "Easter week", "Labor Day weekend", "Christmas morning"."""
    if not _named(found, context):
        return None
    days, why, anchor = _days(found, found, context)
    span, day = found["span"].lower(), days[0] if days else None
    if span in words()["daypart"]:
        draft = dated(*found.span(), "day", *_said(day, "", why), anchor)
        draft.type, draft.value = "TIME", f"{draft.value}T{meaning('daypart', span)}"
        return draft
    if span == "weekend" and day and day.weekday() < 3:
        day = plus(day, -day.weekday() - 1)  # that of a Monday lies before it
    starts = context.policy.week_start
    return explain(
        dated(*found.span(), span, day, "", anchor, "", starts), f"the {span} of {found['holiday']}, {why}"
    )


def beside_holiday(found: Match, context: Context) -> Draft | None:
    """ "the eve of Yom Kippur", "two days before Christmas", "the weekend after Thanksgiving", "the week of Easter"."""
    named = _named(found, context)
    if not named:
        return None
    told = {kind: word.lower() for kind, word in found.groupdict().items() if word}
    how = told.get("how", "before")
    count = number(told.get("number", "a"))
    grain = meaning("unit", told.get("unit", "day"))
    grain = "day" if grain == "night" else grain
    if count is None or count != int(count) or (how == "of" and grain not in ("week", "weekend")):
        return None
    days, why, anchor = _days(named, found, context)
    day = _beside(days, told, how, grain, int(count)) if days else None
    if days and day and anchor and day > anchor and context.direction(*found.span())[0] == "back":
        country = _country(named, context)
        before = spans(meaning("holiday", named["holiday"]), days[0].year - 1, country)
        day = _beside(before[0], told, how, grain, int(count)) if before else None
        why = "the last one that is over"
    grain = "day" if "number" in told else grain
    draft = dated(found.start(), named.end(), grain, day, "", anchor, "", context.policy.week_start)
    return explain(draft, f"{how} {named['holiday']}, {why}")


def _beside(days: Days, told: dict[str, str], how: str, grain: str, count: int) -> date | None:
    back = how in ("before", "preceding")
    steps = 0 if how == "of" else -count if back else count
    if "weekday" in told:
        way = -1 if back else 1
        return nearest(meaning("weekday", told["weekday"]), plus(days[0], way), way)
    if grain == "weekend":
        own = unit("weekend", days[0])[0]
        return own if how == "of" or (steps > 0 and own > days[0]) else plus(own, 7 * steps)
    return shift(grain, days[0] if back else days[1], steps)


def _said(day: date | None, lead: str, why: str) -> tuple[date | None, str]:
    return day, f"{lead}{say(day)}: {why}" if day else why


def _named(found: Match, context: Context) -> Match | None:
    """The match of the holiday's name, in this match or behind it; None where it is part of another name or a thing:
    "may day", "a Christmas tree", "White Christmas"."""
    named = found if "holiday" in found.groupdict() else any_name().match(context.text, found.end())
    if not named:
        return None
    name = named["holiday"]
    before, after = context.before(named.start("holiday")), context.text[named.end() : named.end() + 24]
    if STORY_BEFORE.search(before):
        return None
    small = name.lower() == "new year" and COUNTED_FROM.search(before)
    if not (name[0].isupper() or small) or THING_AFTER.match(after) or NAME_BEFORE.search(before):
        return None
    if name.lower().replace("’", "'") in ONLY_AT:
        dated_so = named["year"] or LATER_YEAR.match(after) or AT.search(before) or MARCHED.match(after)
        return named if dated_so and not (name == "Tet" and BATTLE.match(after)) else None
    return named


def _days(named: Match, found: Match, context: Context) -> tuple[Days | None, str, date | None]:
    """The days of the holiday that is meant, why these, and the anchor."""
    note = meaning("holiday", named["holiday"])
    country = _country(named, context) if "country" in note else ""
    anchor, name = context.anchor()
    later = LATER_YEAR.match(context.text, named.end())
    fixed = FIXED.fullmatch(note)
    year = named["year"] or named["early"] or (later[1] if later else None) or (fixed[1] if fixed else None)
    if not year and anchor and context.policy.anchor == "focus" and context.focus_grain in HELD:
        year = str(anchor.year)
    if year:
        told = spans(note, int(year), country)
        return (told[0], f"that of {year}", None) if told else (None, f"not known for {year}", None)
    if anchor is None:
        return None, f"{named['holiday']}, counted from {name}", None
    near = [span for step in (-1, 0, 1) for span in spans(note, anchor.year + step, country)]
    if not near:
        return None, f"{named['holiday']} is not known for these years", anchor
    return *_chosen(near, anchor, name, found, context), anchor


def _chosen(near: list[Days], anchor: date, name: str, found: Match, context: Context) -> tuple[Days, str]:
    """The one of several years that is meant: the nearest, unless the words or the clause look another way."""
    which = found.groupdict().get("which")
    step = meaning("which", which) if which else 0
    past, future = [days for days in near if days[0] <= anchor], [days for days in near if days[1] >= anchor]
    way = "" if step else context.direction(*found.span())[0]
    if way != "back" and DEADLINE.search(context.before(found.start())):
        way = "ahead"
    if (step > 0 or way == "ahead") and future:
        return future[0], f"the next one after {name}"
    if step < 0 and past:
        return past[-1], f"the last one before {name}"
    closest = min(near, key=lambda days: max((days[0] - anchor).days, (anchor - days[1]).days, 0))
    if way == "back" and past and (closest[0] - anchor).days > FAR:
        return past[-1], f"the last one before {name}, because the clause looks back"
    return closest, f"the nearest one to {name}"


def _country(named: Match, context: Context) -> str:
    """The country whose holiday it is: named beside it, told by the policy, or named most often in the text."""
    beside = (
        COUNTRY_BEFORE.search(context.before(named.start())),
        COUNTRY_AFTER.match(context.text, named.end("holiday")),
    )
    for name in (each[1].lower() for each in beside if each):
        for part in (name, name.split()[-1], name.split()[0]):
            if code := countries().get(part):
                return code
    return main_country(context.text) if context.policy.country == "auto" else context.policy.country


def _by_trigger() -> dict[str, list[str]]:
    """The names by the word that gives them away: the first that is no lead word, the longest where all are."""
    found: dict[str, list[str]] = {}
    for name in words()["holiday"]:
        pieces = re.findall(r"[a-z]+", name)
        trigger = next((piece for piece in pieces if piece not in leads()), max(pieces, key=len))
        found.setdefault(trigger, []).append(name)
    return found


def _pattern(names: list[str]) -> str:
    told = "|".join(name.replace(".", r"\.") for name in sorted(names, key=len, reverse=True))
    return (
        rf"(?P<holiday>{told})(?:,? (?:of )?<year>|(?<=[Dd]ay),? (?P<early>\d{{3}})(?=[.,;:)](?:\s|$)|\s*$))?"
    )


@cache
def any_name() -> re.Pattern[str]:
    """The name of any holiday behind a blank, for the phrases that begin with other words."""
    return expand(rf" (?:the )?{_pattern(list(words()['holiday']))}")


def _rules(trigger: str, names: list[str]) -> list[Rule]:
    """Rules for the names of one trigger: small patterns, and for everyday words such as "may" only the smallest."""
    name = _pattern(names)
    if trigger in words()["everyday"]["words"]:
        return [rule("holiday", name, holiday, trigger)]
    return [
        rule("holiday", rf"(?:{EDGE} |<which> )?{name}", holiday, trigger),
        rule(
            "part_of_holiday",
            rf"(?:<which> )?{name} (?P<span>week|weekend|<daypart>)",
            part_of_holiday,
            trigger,
        ),
    ]


COUNT = r"(?P<number>\d{1,3}|[a-z]+(?:-[a-z]+)?) (?P<unit>(?:day|night|week|month)s?)"
EDGE = r"(?P<edge>(?:the )?(?:beginning|start|end|close|first day|last day) of)"
KIND = r"(?:the )?(?:(?:muslim|islamic|jewish|holy|fasting) ){0,3}(?:month|feast|festival|holiday) of"
BESIDE = r"(?:the (?:(?:(?:first|last|next) )?<weekday>|(?:(?:first|last|next) (?=weekend))?"
BESIDE += r"(?P<unit>day|night|week|weekend)) "
BESIDE += r"(?P<how>before|after|of|following|preceding)"
RULES: list[Rule] = [
    *(each for trigger, names in _by_trigger().items() for each in _rules(trigger, names)),
    rule("beside_holiday", rf"{COUNT} (?P<how>before|after)", beside_holiday, "unit"),
    rule("feast", rf"(?:{EDGE} )?{KIND}", holiday, "feast_kind"),
    rule(
        "beside_holiday",
        rf"{BESIDE}|(?:the )?eve of)",
        beside_holiday,
        "eve",
        "day",
        "week",
        "weekend",
        "weekday",
    ),
]
