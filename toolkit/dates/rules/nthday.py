"""Weekdays and weekends by their number: "the fifth Monday of October", "the last weekend in May", "first Monday last
month", "every first Monday". What the month does not have is impossible, and says so."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.interval import DAY, plus, shift, unit
from toolkit.dates.names import no_year
from toolkit.dates.notation import LONG_DAYS, LONG_MONTHS, as_said
from toolkit.dates.rules.relative import FROM_TOLD, explain
from toolkit.dates.rules.whole import is_planned
from toolkit.dates.rules.yearless import year_by_word, year_near, year_of
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning, ordinal

Match = re.Match[str]

SATURDAY = 5
BACKWARD = {"last": -1, "final": -1, "closing": -1, "penultimate": -2}  # "last but one", "second to last" too
FORWARD = {"opening": 1, "inaugural": 1}


def in_month(found: Match, context: Context) -> Draft | None:
    """ "the first Monday in May", "the last weekend of June 2024", "the fifth Tuesday of October next year"."""
    if not found["month"][0].isupper():
        return None
    month, (start, end) = meaning("month", found["month"]), found.span()
    if found["year"]:
        return _nth(found, date(int(found["year"]), month, 1), "month", "written out", None, context)
    year, why, anchor = year_near(context, month, None, start, end)
    if anchor and found["of"]:
        year, why = year_of(found["of"], start, found.end(), anchor, context)
    elif anchor and found["before"]:
        year, why = year_by_word(found["before"], month, None, anchor), f"counted from {context.anchor()[1]}"
    elif anchor and year and (year, month) < (anchor.year, anchor.month) and is_planned(start, end, context):
        year, why = year + 1, "the next one, as the present tells of what is planned"
    day = date(year, month, 1) if year and 1 <= year <= 9999 else None
    return _nth(found, day, "month", why, anchor, context)


def in_unit(found: Match, context: Context) -> Draft | None:
    """ "the first Monday this month", "the second Tuesday of next month", "the last Sunday of the year"."""
    which = " ".join((found["which"] or "this").lower().split())
    grain = found["whole"].lower()
    anchor, name = context.reference(found.start()) if which in FROM_TOLD else context.anchor()
    day = shift(grain, anchor, meaning("which", which)) if anchor else None
    return _nth(found, day, grain, f"counted from {name}", anchor, context)


def in_year(found: Match, context: Context) -> Draft | None:
    """ "the first Monday of 2024"."""
    if no_year(context.text, *found.span("year")):
        return None
    return _nth(found, date(int(found["year"]), 1, 1), "year", "written out", None, context)


def _nth(
    found: Match, day: date | None, grain: str, why: str, anchor: date | None, context: Context
) -> Draft | None:
    weekday = meaning("weekday", found["weekday"]) if found["weekday"] else SATURDAY
    if found["weekday"] and not found["weekday"][0].isupper():
        return None
    kind = "day" if found["weekday"] else "weekend"
    if day is None:
        return dated(*found.span(), kind, None, f"{as_said(found[0])}, {why}", anchor)
    first, last = unit(grain, day)
    begin = first + DAY * ((weekday - first.weekday()) % 7)
    days = [each for n in range(54) if (each := plus(begin, 7 * n)) <= last]
    turn = _turn(found["nth"])
    if abs(turn) > len(days):
        whole = f"{LONG_MONTHS[first.month - 1]} {first.year}" if grain == "month" else str(first.year)
        what = LONG_DAYS[weekday] if found["weekday"] else "weekend"
        value = f"{first.year:04d}-{first.month:02d}-XX" if grain == "month" else f"{first.year:04d}-XX-XX"
        why = f"impossible: {whole} has no {found['nth'].lower()} {what}"
        return Draft(*found.span(), value=value, grain=kind, why=why, rule="impossible_date")
    draft = dated(*found.span(), kind, days[turn - 1 if turn > 0 else turn], "", anchor)
    if found["daypart"]:
        draft.type, draft.value = "TIME", f"{draft.value}T{meaning('daypart', found['daypart'])}"
    return explain(draft, f"{as_said(found[0])}, {why}")


def _turn(words: str) -> int:
    told = " ".join(words.lower().replace("-", " ").split())
    if told in BACKWARD or told in FORWARD:
        return BACKWARD.get(told) or FORWARD[told]
    return -2 if "last" in told else ordinal(told)


def recurring(found: Match, context: Context) -> Draft | None:
    """ "every first Monday", "the last Friday of each month", "each third Thursday in November": a set."""
    if found["weekday"] and not found["weekday"][0].isupper():
        return None
    day = f"XXXX-WXX-{meaning('weekday', found['weekday']) + 1}" if found["weekday"] else "XXXX-WXX-WE"
    return Draft(*found.span(), "SET", day, why=f"something that recurs: {as_said(found[0])}")


BEHIND = r"last but one|(?:second|next)[- ](?:to[- ])?last"
NTH = rf"(?P<nth>{BEHIND}|first|second|third|fourth|fifth|sixth|"
NTH += r"[1-6](?:st|nd|rd|th)|last|final|closing|penultimate|opening)"
WHAT = r"(?:<weekday>(?: <daypart>)?|weekend)"
RULES: list[Rule] = [
    rule(
        "nth_in_month",
        rf"(?:the )?{NTH} {WHAT}(?: of| in|,) (?:<before:which> )?<month>"
        r"(?:,? (?:of )?<year>|,? (?:of )?(?:the )?<of:which> year)?",
        in_month,
        *("weekday", "weekend"),
    ),
    rule(
        "nth_in_unit",
        rf"(?:the )?{NTH} {WHAT} (?:(?:of|in) (?:the )?|(?=this|last|next|that))"
        r"(?:<which> )?(?P<whole>month|year|quarter)(?!-|')",
        in_unit,
        *("weekday", "weekend"),
    ),
    rule(
        "nth_in_year",
        rf"(?:the )?{NTH} {WHAT} (?:of|in) (?:the year )?<year>",
        in_year,
        *("weekday", "weekend"),
    ),
    rule(
        "every_nth",
        rf"(?:every|each) {NTH} {WHAT}(?: (?:of|in) (?:the month|the year|each month|every month|<month>))?",
        recurring,
        *("weekday", "weekend"),
    ),
    rule(
        "nth_of_every",
        rf"(?:the )?{NTH} {WHAT}s? (?:of|in) (?:(?:every|each) (?:month|year|<month>)|"
        r"<later:month> (?:every|each) year)",
        recurring,
        *("weekday", "weekend"),
    ),
]
