"""How often: "every Friday", "Mondays", "Friday prayers", "twice a month", "annual", "daily", "each July"."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import SEASON_CODES
from toolkit.dates.rules.duration import CODES, period
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning, number, ordinal, words

Match = re.Match[str]

SENTENCE_START = lazily(r"(?:^|[.!?\n]\s*|[\"“`'‘])$")


def _set(found: Match, value: str) -> Draft:
    return Draft(*found.span(), "SET", value, why=f"something that recurs: {found[0]}")


def every_unit(found: Match, context: Context) -> Draft | None:
    """ "every day", "each of the past three years", "every two weeks", "every other month"."""
    grain, other = meaning("unit", found["unit"]), found["other"]
    if grain not in CODES or grain == "second":
        return None
    if other:
        return _set(found, period(grain, 2 if other.lower() == "other" else ordinal(other)))
    return _set(found, period(grain, (number(found["number"]) if found["number"] else 1) or 1))


def weekday(found: Match, context: Context) -> Draft | None:
    """ "every Friday", "Sundays", "Tuesday nights", "Friday prayers"."""
    day = f"XXXX-WXX-{meaning('weekday', found['weekday']) + 1}"
    part = found.groupdict().get("daypart")
    return _set(found, f"{day}T{meaning('daypart', part)}" if part else day)


def month(found: Match, context: Context) -> Draft | None:
    """ "every March", "each July"."""
    return _set(found, f"XXXX-{meaning('month', found['month']):02d}")


def daypart(found: Match, context: Context) -> Draft | None:
    """ "each morning", "every evening"."""
    return _set(found, f"XXXX-XX-XXT{meaning('daypart', found['daypart'])}")


def kind_of_day(found: Match, context: Context) -> Draft | None:
    """ "on weekdays", "every weekday", "at weekends": the working days, or Saturday and Sunday, of every week."""
    word = found["kind_of_day"].lower()
    led = ON_BEFORE.search(context.before(found.start(), 8))
    if (word == "weekday") != bool(found["each"]) or (word == "weekends" and not led):
        return None
    return _set(found, f"XXXX-WXX-{meaning('kind_of_day', word)}")


ON_BEFORE = lazily(r"\b(?:on|at|during)\s$", re.IGNORECASE)


def season(found: Match, context: Context) -> Draft | None:
    """ "every summer", "each of the past three winters"."""
    return _set(found, f"XXXX-{SEASON_CODES[meaning('season', found['season'])]}")


def adverb(found: Match, context: Context) -> Draft | None:
    """ "daily", "annual", "quarterly"; not the name of a paper."""
    named = found[0][0].isupper() and re.match(r" [A-Z]", context.text[found.end() : found.end() + 2])
    if named or (found[0][0].isupper() and not SENTENCE_START.search(context.before(found.start(), 4))):
        return None
    if MEASURED.match(context.text, found.end()) or MEASURE_BEFORE.search(context.before(found.start(), 12)):
        return None
    value = meaning("adverbial", found["adverbial"])
    return _set(found, TIMEX2.get(value, value) if context.policy.broad else value)


# "annual sales", "the daily volume", "8% annually" measure by a unit and tell of nothing that recurs.
MEASURED = lazily(
    r" (?:[a-z]+ )?(?:sales|rates?|revenues?|dividends?|incomes?|earnings|growth|budgets?|profits?|"
    r"inflation|output|production|salar(?:y|ies)|pay|fees?|turnover|volumes?|interest|average|returns?|yields?|trading|deficits?|"
    r"loss(?:es)?|bonus(?:es)?|percentage|payments?|costs?|exports?|imports?)\b"
    r"| [A-Z]\w+ (?:of |for |on )?[A-Z]"
)
MEASURE_BEFORE = lazily(r"(?:%|\bper ?cent|\baverage) $", re.IGNORECASE)


def times_adverb(found: Match, context: Context) -> Draft | None:
    """ "twice weekly", "three times daily": the set is the unit, as in "twice a week"."""
    if not found["adverbial"].lower().endswith("ly"):
        return None
    return _set(found, meaning("adverbial", found["adverbial"]))


def times_a_unit(found: Match, context: Context) -> Draft | None:
    """ "twice a month", "three times a year": the set is the unit."""
    grain = meaning("unit", found["unit"])
    return _set(found, period(grain, 1)) if grain in CODES else None


# TIMEX2 writes what recurs as a date without its figures.
TIMEX2 = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX"}
RATE_BEFORE = lazily(
    r"(?:\d(?:\.\d+)?%?|\b(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?|ten|twenty|fifty|several))"
    r"(?: (?!a |an |per |hours |days |weeks |months |in |for |by |on |from |to |and |of a )[\w’'$-]+){0,4}\s$"
)


def rate(found: Match, context: Context) -> Draft | None:
    """ "300 shells a day", "$2 million a year", "40 flights per week"; not "waited 3 hours for a day"."""
    grain = meaning("unit", found["unit"])
    counted = found[0].lower().startswith("per") or RATE_BEFORE.search(context.before(found.start(), 60))
    if grain not in ("day", "week", "month", "quarter", "year") or not counted:
        return None
    return _set(found, period(grain, 1))


DAYS = [day for day in words()["weekday"] if day.endswith("day")]
NAMED_DAYS = "|".join(DAYS)
OTHER = r"(?P<other>other|second|third|fourth|fifth|sixth)"
EACH = r"(?:every|each)(?: of the (?:past|last|next))?"
TIMES = r"(?:once|twice|(?:two|three|four|five|six|several|\d{1,3}) times)"
RULES: list[Rule] = [
    rule("every_unit", rf"{EACH}(?: <number>| {OTHER})? <unit>", every_unit, "unit"),
    rule("every_weekday", rf"(?:every|each)(?: {OTHER})? <weekday>(?: <daypart>)?", weekday, "weekday"),
    rule("weekdays", rf"(?P<weekday>{NAMED_DAYS})s", weekday, *(f"{day}s" for day in DAYS)),
    rule("weekday_parts", r"<weekday> (?P<daypart>nights|mornings|evenings|afternoons)", weekday, "weekday"),
    rule("weekday_rites", r"<weekday> (?:prayers?|sermons?|services)", weekday, "weekday"),
    rule("every_daypart", r"(?:every|each) (?P<daypart>morning|afternoon|evening)", daypart, "daypart"),
    rule("kind_of_day", r"(?P<each>(?:every|each) )?<kind_of_day>", kind_of_day, "kind_of_day"),
    rule("every_month", r"(?:every|each) <month>", month, "month"),
    rule("every_season", rf"{EACH}(?: <number>)? <season>s?", season, "season"),
    rule("adverb_of_frequency", r"<adverbial>", adverb, "adverbial"),
    rule("rate", r"(?:a|per) <unit>(?! (?:ago|or|and|earlier|later|before|after|old)\b|-|')", rate, "unit"),
    rule(
        "times_a_unit",
        rf"{TIMES} (?:a|an|each|every|per) <unit>",
        times_a_unit,
        "unit",
        "once",
        "twice",
        "times",
    ),
    rule("times_adverb", rf"{TIMES}[- ]<adverbial>", times_adverb, "once", "twice", "times", "adverbial"),
]
