"""How often: "every Friday", "twice a month", "annual", "daily", "each July"."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft
from toolkit.dates.engine import Rule, rule
from toolkit.dates.notation import SEASON_CODES
from toolkit.dates.rules.duration import CODES, period
from toolkit.dates.vocabulary import meaning, number

Match = re.Match[str]


def _set(found: Match, value: str) -> Draft:
    return Draft(*found.span(), "SET", value, why=f"something that recurs: {found[0].lower()}")


def every_unit(found: Match, context: Context) -> Draft | None:
    """ "every day", "each of the past three years", "every two weeks"."""
    grain = meaning("unit", found["unit"])
    if grain not in CODES or grain == "second":
        return None
    count = number(found["number"]) if found["number"] else 1
    return _set(found, period(grain, count or 1))


def every_named(found: Match, context: Context) -> Draft | None:
    """ "every Friday", "each July", "Sundays", "every summer"."""
    groups = found.groupdict()
    if groups.get("weekday"):
        part = meaning("daypart", groups["daypart"]) if groups.get("daypart") else ""
        return _set(
            found, f"XXXX-WXX-{meaning('weekday', groups['weekday']) + 1}" + (f"T{part}" if part else "")
        )
    if groups.get("month"):
        return _set(found, f"XXXX-{meaning('month', groups['month']):02d}")
    return _set(found, f"XXXX-{SEASON_CODES[meaning('season', groups['season'])]}")


def adverb(found: Match, context: Context) -> Draft | None:
    """ "daily", "annual", "quarterly"."""
    if (
        NAME_AROUND.search(context.before(found.start(), 16))
        or (found[0][0].isupper()
        and not _sentence_start(context, found.start()))
    ):
        return None
    return _set(found, meaning("adverbial", found["adverbial"]))


NAME_AROUND = re.compile(r"(?:[A-Z][a-z]+|The|the) $")


def _sentence_start(context: Context, start: int) -> bool:
    return bool(re.search(r"(?:^|[.!?\n]\s*)$", context.before(start, 4)))


def times_a(found: Match, context: Context) -> Draft | None:
    """ "twice a month", "three times a year": the set is the unit."""
    grain = meaning("unit", found["unit"])
    return _set(found, period(grain, 1)) if grain in CODES else None


RULES: list[Rule] = [
    rule(
        "every_unit",
        r"(?:every|each)(?: of the (?:past|last|next))?(?: <number>)? <unit>",
        every_unit,
        "unit",
    ),
    rule(
        "every_weekday",
        r"(?:every|each|on) <weekday>s?(?: <daypart>)?",
        lambda found, context: (
            every_named(found, context) if not found[0].lower().startswith("on ") else None
        ),
        "weekday",
    ),
    rule(
        "weekdays",
        r"(?P<weekday>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)",
        lambda found, context: _plural_weekday(found),
        *(
            f"{day}s"
            for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        ),
    ),
    rule(
        "weekday_prayers",
        r"<weekday> (?:prayers?|nights|mornings|evenings|afternoons|sermons?|services|Mass)",
        every_named,
        "weekday",
    ),
    rule("every_month", r"(?:every|each) <month>", every_named, "month"),
    rule("every_season", r"(?:every|each) <season>", every_named, "season"),
    rule("adverb_of_frequency", r"<adverbial>", adverb, "adverbial"),
    rule(
        "times_a_unit",
        r"(?:once|twice|(?:two|three|four|five|six|several|\d+) times) (?:a|an|each|every|per) <unit>",
        times_a,
        "unit",
    ),
]


def _plural_weekday(found: Match) -> Draft:
    return _set(found, f"XXXX-WXX-{meaning('weekday', found['weekday'][:-1]) + 1}")
