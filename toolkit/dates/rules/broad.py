"""Words that place a thing in time and date nothing: "former", "in future", "at night", "during this period".

Annotators of narratives (TIMEX2) mark them, those of news (TimeML) do not: found where the policy says so.
"""

from __future__ import annotations

import re

from toolkit.dates.context import NEARBY, Context, Draft, dated
from toolkit.dates.lazy import lazily
from toolkit.dates.rules.duration import period
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]

MEANT = {
    "former": ("DATE", "PAST_REF", "some time before"),
    "future": ("DATE", "FUTURE_REF", "some time after"),
    "night": ("TIME", "XXXX-XX-XXTNI", "the nights of"),
}
TIME_BEFORE = lazily(r"\b(?:at|during|throughout)\s+$", re.IGNORECASE)


def word(found: Match, context: Context) -> Draft | None:
    """ "the former premier", "future elections", "night raids"."""
    if not context.policy.broad:
        return None
    type_, value, how = MEANT[found["word"].lower()]
    return Draft(*found.span(), type_, value, why=f"{how} what is told, with no day")


def stretch(found: Match, context: Context) -> Draft | None:
    """ "during this period", "at the same time", "that era": the time that the story tells of just then."""
    loose = found[0].endswith("time") and not TIME_BEFORE.search(context.before(found.start(), 12))
    if loose or not context.policy.broad:
        return None
    told, name = context.focus, context.focus_text
    near = found.start() - context.focus_end < 2 * NEARBY and not OF_ITSELF.match(context.text, found.end())
    if told and near and found[0].lower() in ("the same time", "that time", "the time"):
        return dated(*found.span(), context.focus_grain, told, f"the time told before: {name}", told)
    return Draft(*found.span(), "DATE", "", why="the time that the story tells of just then, with no day")


# "at the time of the truce", "at the same time as the battle", "by the time he left": told by what stands behind.
OF_ITSELF = lazily(r" (?:of|as|that|when|he|she|it|they|the|being)\b")


def nth_unit(found: Match, context: Context) -> Draft | None:
    """ "the first year of the war", "the last month of the siege": a length, counted from something."""
    if not context.policy.broad:
        return None
    value = period(meaning("unit", found["unit"]), 1)
    return Draft(
        *found.span(), "DURATION", value, why="a length of something that the story tells of, with no day"
    )


def nth_day(found: Match, context: Context) -> Draft | None:
    """ "the third day", "on the final evening": of something that the story tells of, and not counted here."""
    if not context.policy.broad:
        return None
    part = f"T{meaning('daypart', found['daypart'])}" if found["daypart"] else ""
    why = "a day counted from the begin of something, which is not told here"
    return Draft(*found.span(), "TIME" if part else "DATE", f"XXXX-XX-XX{part}", grain="day", why=why)


def wet_or_dry(found: Match, context: Context) -> Draft | None:
    """ "the dry season", "the monsoon season"."""
    if not context.policy.broad:
        return None
    return Draft(
        *found.span(), "DATE", "XXXX", grain="season", why="a season of the climate, which has no fixed days"
    )


RULES: list[Rule] = [
    rule("broad_word", r"(?P<word>former|future|night)(?:-?time)?", word, *MEANT),
    rule(
        "stretch_of_story",
        r"(?:this|that|the same|the whole|the(?= time)) (?:period|era|epoch|time)",
        stretch,
        "period",
        "era",
        "epoch",
        "time",
    ),
    rule(
        "nth_unit",
        r"the (?:<ordinal>|final|last) (?P<unit>week|month|year)(?= of (?:the |his |her |its |their )?[A-Za-z])",
        nth_unit,
        "unit",
    ),
    rule(
        "nth_day",
        r"(?:the )?(?:end of the )?(?:<ordinal>|final|last) (?:day|<daypart>)",
        nth_day,
        "day",
        "daypart",
    ),
    rule("season_of_climate", r"(?:the )?(?:dry|rainy|wet|monsoon) season", wet_or_dry, "season"),
]
