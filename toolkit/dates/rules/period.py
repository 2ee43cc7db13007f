"""Periods of the calendar and of business: quarters, halves, fiscal years, the whole year."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from toolkit.dates.context import NEARBY, Context, Draft, dated
from toolkit.dates.governing import SENTENCE_END, heads, year_within
from toolkit.dates.interval import DAY, nearest, plus, real_date, shift
from toolkit.dates.lazy import lazily
from toolkit.dates.names import of_a_game, one_in_a_row
from toolkit.dates.notation import say
from toolkit.dates.rules.relative import the
from toolkit.dates.rules.results import going_on, named, quarter_in, told_quarter
from toolkit.dates.triggers import YEAR, Rule, rule
from toolkit.dates.vocabulary import expand, meaning, ordinal

Match = re.Match[str]


def quarter(found: Match, context: Context) -> Draft | None:
    """ "the third quarter", "fourth-quarter", "the first quarter of 2008", "Q3 2008"."""
    groups = found.groupdict()
    count = ordinal(groups["ordinal"]) if groups.get("ordinal") else int(groups["q"])
    _, start, end = there = (context.text, *found.span())
    if not 1 <= count <= 4 or of_a_game(*there) or one_in_a_row(*there):
        return None
    anchor, name = context.anchor()
    ended = _ended(end, context)
    if written := groups.get("year") or groups.get("later"):
        year = int(written)
        why = f"quarter {count} of {year}"
    elif anchor and groups.get("which"):
        year = anchor.year + meaning("which", groups["which"])
        why = f"quarter {count} of {the(groups['which'])} year, counted from {name}"
    elif ended:
        year, why = ended.year, f"quarter {count} of {ended.year}"
    elif governed := year_within(context, count * 3 - 2, None, start, end) or going_on(count, start, context):
        year, why, anchor = governed
        why = f"quarter {count} {why}"
    elif anchor:
        begun = (count - 1) * 3 + 1 <= anchor.month
        ahead = context.looks_ahead(start, end)
        year = anchor.year if begun or ahead or (count - 1) * 3 + 1 - anchor.month <= 3 else anchor.year - 1
        why = f"the quarter {count} nearest to {name}"
    else:
        return Draft(
            start, end, "DATE", f"XXXX-Q{count}", grain="quarter", why=f"quarter {count}, counted from {name}"
        )
    return _ending(dated(start, end, "quarter", real_date(year, count * 3 - 2, 1), why, anchor), ended)


def half(found: Match, context: Context) -> Draft | None:
    """ "the first half of 2024", "the second half of the year"."""
    count = ordinal(found["ordinal"]) if found["ordinal"] else 1 if found["side"].lower() == "former" else 2
    anchor, name = context.anchor()
    if count > 2:
        return None
    year = int(found["year"]) if found["year"] else None
    if year is None and anchor:
        year = anchor.year + (meaning("which", found["which"]) if found["which"] else 0)
    if year is None:
        return Draft(
            *found.span(), "DATE", f"XXXX-H{count}", grain="half", why=f"half {count}, counted from {name}"
        )
    return dated(*found.span(), "half", real_date(year, count * 6 - 5, 1), f"half {count} of {year}", anchor)


def half_alone(found: Match, context: Context) -> Draft | None:
    """ "first-half profit", "sales fell in the first half": of the year in which it had begun by the anchor, or will
    begin where the clause looks ahead; not that of a match."""
    start, end = found.span()
    count = ordinal(found["ordinal"])
    left = max(0, start - 100)
    around = context.text[max(left, context.text.rfind("\n", left, start)) : end + 60]
    led = HALF_BEFORE.search(context.before(start, 10)) and BUSINESS.search(around)
    if not led and not HALF_AFTER.match(context.text, end):
        return None
    if (
        count > 2
        or of_a_game(context.text, start, end)
        or PLAYED.search(around)
        or OF_BEHIND.match(context.text, end)
    ):
        return None
    anchor, name = context.anchor()
    if governed := year_within(context, count * 6 - 5, None, start, end):
        year, why, anchor = governed
        return dated(start, end, "half", real_date(year, count * 6 - 5, 1), f"half {count} {why}", anchor)
    if anchor is None:
        return Draft(
            start, end, "DATE", f"XXXX-H{count}", grain="half", why=f"half {count}, counted from {name}"
        )
    begun = count * 6 - 5 <= anchor.month + 2 or context.looks_ahead(start, end)
    year = anchor.year if begun else anchor.year - 1
    why = f"half {count} of {year}, the nearest to {name}"
    return dated(start, end, "half", real_date(year, count * 6 - 5, 1), why, anchor)


HALF_AFTER = lazily(
    r" (?:(?:net|pretax|pre-tax|operating|core|group) )?(?:profits?|results|earnings|loss(?:es)?|sales|revenues?|"
    r"turnover|growth|GDP|output|exports|imports|income|figures|deliveries|production)\b"
)
HALF_BEFORE = lazily(r"\b(?:in|for|during|over|through|from|than|by) $", re.IGNORECASE)
OF_BEHIND = lazily(r" (?:of|against|in) (?!the year)")
BUSINESS = lazily(
    r"\b(?:profit|earning|sale|revenue|turnover|percent|per cent|billion|million|export|import|output|production|GDP|"
    r"econom|inflation|growth|deliver|budget|deficit|investment)|[%$£€]",
    re.IGNORECASE,
)
PLAYED = lazily(
    r"\b(?:goal|scored?|points|match|coach|halftime|half-time|kick|team|striker|minutes|penalt|league|Cup|referee)",
    re.IGNORECASE,
)


def latest_quarter(found: Match, context: Context) -> Draft | None:
    """ "the quarter", "the latest quarter", "that quarter": the one whose results are told, else the latest full one;
    "the current quarter": the running one; "the quarter ended July 31": by its middle month."""
    anchor, name = context.anchor()
    word = (found["word"] or "").lower()
    running = word == "current"
    if context.text.startswith("-", found.end()):
        return None
    ended = _ended(found.end(), context)
    told = None if running else told_quarter(found.start(), context)
    if told and (not ended or "fiscal" in context.text[told.start : told.end].lower()):
        why = f"the quarter told before, {named(told)}"
        return _ending(dated(*found.span(), "quarter", quarter_in(told), why, anchor), ended)
    if ended:
        day = shift("month", ended.replace(day=1), -1)
        return _ending(dated(*found.span(), "quarter", day, "the quarter of its middle month", anchor), ended)
    day = anchor if running or anchor is None else shift("quarter", anchor, -1)
    return dated(
        *found.span(),
        "quarter",
        day,
        f"the {'running' if running else 'latest full'} quarter by {name}",
        anchor,
    )


def _ended(end: int, context: Context) -> date | None:
    """The day that a quarter is said to have ended on ("the quarter ended Oct. 31")."""
    if " ended" not in context.text[end : end + 14]:
        return None
    found = _pattern().match(context.text, end)
    anchor, _ = context.anchor()
    if not found or anchor is None or not found["month"][0].isupper():
        return None
    month, day = meaning("month", found["month"]), int(found["n"])
    year = int(found["year"]) if found["year"] else anchor.year - ((month, day) > (anchor.month, anchor.day))
    return real_date(year, month, day)


def _ending(draft: Draft, ended: date | None) -> Draft:
    """The three months up to the day that the quarter ended on, whatever its business calls it."""
    before = shift("month", ended, -3) if ended else None
    if ended and before:
        draft.earliest, draft.latest = before + DAY, ended
        draft.why = f"{say(draft.earliest)} to {say(ended)}, as its last day is told; named as {draft.why}"
    return draft


def week_ended(found: Match, context: Context) -> Draft | None:
    """ "the week ended Oct. 21", "the week ended Friday": the week of its last day; of a weekday the latest."""
    ended = _ended(found.end(), context)
    anchor, name = context.anchor()
    weekday = found["weekday"]
    if weekday and anchor:
        ended = nearest(meaning("weekday", weekday), plus(anchor, -1), -1)
    if ended is None:
        return None
    why = f"the week that ended on {say(ended)}, counted from {name}"
    return dated(*found.span(), "week", ended, why, anchor, week_start=context.policy.week_start)


@cache
def _pattern() -> re.Pattern[str]:
    return expand(r",? (?:that |which )?ended (?:on )?<month> (?P<n>\d{1,2})(?:, <year>)?")


def fiscal(found: Match, context: Context) -> Draft | None:
    """ "fiscal 1989", "fiscal year 2025": the year it is named after, without days, as each business has its own."""
    return fiscal_year(found, int(found["year"]))


def fiscal_year(found: Match, year: int, anchor: date | None = None, counted: str = "") -> Draft:
    """The year that a fiscal year is named after."""
    why = f"the fiscal year named {year}{counted}; its first and last day are those of its business, and not told"
    return Draft(*found.span(), "DATE", f"{year:04d}", grain="year", why=why, anchor=anchor)


def which_fiscal(found: Match, context: Context) -> Draft:
    """ "the current fiscal year", "last financial year", "the latest fiscal year": named after the calendar year."""
    anchor, name = context.anchor()
    day = (
        shift("year", anchor, meaning("which", found["which"]) if found["which"] else -1) if anchor else None
    )
    if day is None:
        return dated(*found.span(), "year", None, f"a fiscal year, counted from {name}", anchor)
    return fiscal_year(found, day.year, anchor, f", counted from {name}")


LAST_DAY = lazily(r" (?:ended|ending)(?: on)? [A-Z][a-z]+\.? \d")


def whole_year(found: Match, context: Context) -> Draft | None:
    """ "the year": the running one; with "ended" or "ending" behind it, a length of one year."""
    start, end = found.span()
    if OF_SOMETHING.match(context.text, end) or AWARD_BEFORE.search(context.before(start)):
        return None
    if LENGTH_AFTER.match(context.text[end : end + 10]):
        if LAST_DAY.match(context.text, end):
            return None  # see `whole.year_ended`
        return Draft(start, end, "DURATION", "P1Y", grain="year", why="a year, up to the day named")
    if not found["full"] and not YEAR_BEFORE.search(context.before(start, 14)):
        return None
    anchor, name = context.anchor()
    told = told_part(start, end, context)
    if told and (found["full"] or not SENTENCE_END.search(context.text, told.end, start)):
        why = f"the year of which “{context.text[told.start : told.end]}” is told"
        return dated(start, end, "year", told.earliest, why, told.anchor)
    return dated(start, end, "year", anchor, f"the year of {name}", anchor)


def told_part(start: int, end: int, context: Context) -> Draft | None:
    """The quarter, half or month told before "the full year" in the passage, where it is told as past."""
    if context.story or context.looks_ahead(start, end):
        return None
    for draft in reversed(context.drafts[-6:]):
        between = context.text[draft.end : start]
        if len(between) > NEARBY or "\n" in between:
            return None
        whole = draft.grain == "year" and heads(draft, context)
        part = (whole or draft.grain in ("quarter", "half", "month")) and draft.type in ("DATE", "DURATION")
        if part and draft.earliest and draft.latest and draft.earliest.year == draft.latest.year:
            return draft
    return None


# "the player of the year"; "the year of the flood" is told by the flood.
OF_SOMETHING = lazily(r" of (?:the |his |her |its |their |a |an )?[A-Za-z]")
AWARD_BEFORE = lazily(
    r"(?:[a-z]er|[a-z]or|man|woman|person|word|song|book|film|movie|album|coach|rookie|car|team|athlete|game|goal|photo|"
    r"artist|[A-Z]\w*) of $"
)
LENGTH_AFTER = lazily(r" (?:end(?:ed|ing)|since)\b")
YEAR_BEFORE = lazily(r"(?:\bfor|\bof|\bin|\bthis) $", re.IGNORECASE)


RULES: list[Rule] = [
    rule(
        "quarter",
        r"(?:the )?(?:<year> )?(?:fiscal )?<ordinal>[- ](?:fiscal )?quarter"
        r"(?:(?:,? of|,)?(?: fiscal(?: year)?)? <later:year>|(?: of|,)? (?:the )?<which> (?:fiscal )?year"
        r"| of the (?:fiscal )?year)?",
        quarter,
        "quarter",
    ),
    rule("quarter_of_year", r"<which> year's (?:fiscal )?<ordinal>[- ]quarter", quarter, "year", "quarter"),
    rule(
        "quarter_code",
        r"(?:Q(?P<q>[1-4])|[1-4]Q)(?:,?(?: of)?(?: fiscal(?: year)?)? <year>|,?(?: of)? <which> year)?",
        lambda found, context: quarter(found, context) if found["q"] else None,
        "q",
    ),
    rule(
        "half",
        r"(?:the )?(?:<ordinal>|(?P<side>last|latter|former|final))[- ](?:half|two quarters)(?: of)? "
        r"(?:(?:fiscal (?:year )?)?<year>|(?:the|<which>) year)",
        half,
        "half",
        "quarters",
    ),
    rule("half_alone", r"(?:the )?(?P<ordinal>first|second)[- ]half", half_alone, "half"),
    rule(
        "latest_quarter",
        r"(?:the (?:(?P<word>latest|most recent|current) )?|that )quarter|the latest period",
        latest_quarter,
        "quarter",
        "period",
    ),
    rule(
        "whole_year",
        r"the (?P<full>full |entire |whole )?(?:fiscal |financial )?year(?! (?:ago|earlier|before|after|later|old))",
        whole_year,
        "year",
    ),
    rule(
        "week_ended",
        r"the week(?=,? (?:that )?ended (?:on )?(?:last )?(?:<month>|<weekday>))",
        week_ended,
        "week",
    ),
    rule("fiscal_year", r"(?:fiscal|(?:the )?fiscal year) <year>", fiscal, YEAR),
    rule("which_fiscal_year", r"(?:the )?(?:<which>|latest) (?:fiscal|financial) year", which_fiscal, "year"),
]
