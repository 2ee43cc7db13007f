"""Periods that reports of results compare: "the 1988 quarter", "the year-earlier period", "the same quarter last year".

Such a period is named after the one whose results are told: the quarter told last, or the nine months told after it.
"""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import NEARBY, Context, Draft, dated
from toolkit.dates.governing import SENTENCE_END
from toolkit.dates.interval import real_date, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import say, timex
from toolkit.dates.triggers import YEAR, Rule, rule
from toolkit.dates.vocabulary import meaning, number, ordinal

Match = re.Match[str]

TOLD_BY = {"quarter", "quarter_code", "quarter_of_year", "latest_quarter"}
WITHIN = 5 * NEARBY
# A figure that something is compared with: "from $3 million a year ago", "compared with 40% a year earlier".
COMPARED = lazily(
    r"(?:\bfrom|\b(?:that|those) of|\babove|\bbelow|\b(?:up|down) on|\bcompared with|\bcompared to|\bthan|\bshare,|"
    r"\bas (?:many|much|few|little|high|low|large|big|often)\b|"
    r"\bof [$£C]|\bagainst)[^.;]*(?:\.\d[^.;]*)*$|[.]\s+$"
)


def told_quarter(start: int, context: Context) -> Draft | None:
    """The quarter whose results are told at a place: the last one told that is the latest full one, or is fiscal, or
    has its last day told, or the one that the text began with; not one told in passing or still to come."""
    quarters = (
        draft for draft in context.drafts[-20:] if draft.grain == "quarter" and draft.value[:1].isdigit()
    )
    told = [draft for draft in quarters if draft.rule in TOLD_BY]
    latest = shift("quarter", context.published, -1) if context.published else None
    for draft in reversed(told):
        if start - draft.end > WITHIN:
            return None
        words = context.text[draft.start : draft.end + 8]
        own = latest is None or draft.value == timex("quarter", latest) or FISCAL.search(words)
        if own or (draft is told[0] and not context.looks_ahead(draft.start, draft.end)):
            return draft
    return None


FISCAL = lazily(r"\bfiscal\b| ended?\b", re.IGNORECASE)


def going_on(count: int, start: int, context: Context) -> tuple[int, str, date | None] | None:
    """The year of a quarter that the sentence has told with its year: "in Q2 2022 and again in Q4"; with how it was
    found, and no anchor."""
    last = context.drafts[-1] if context.drafts else None
    if last is None or last.grain != "quarter" or last.anchor or not last.earliest:
        return None
    between = context.text[last.end : start]
    if len(between) > NEARBY or SENTENCE_END.search(between) or last.earliest.month > count * 3 - 3:
        return None
    year = last.earliest.year
    return year, f"of {year}, as “{context.text[last.start : last.end]}” before it", None


def named(told: Draft) -> str:
    """
    >>> named(Draft(0, 0, value="2025-Q2"))
    'quarter 2 of 2025'
    """
    return f"quarter {told.value[-1]} of {told.value[:4]}"


def quarter_in(told: Draft, years: int = 0, year: int | None = None) -> date:
    """The first day of the calendar quarter that a quarter is named after, so many years later or in another year."""
    own, count = int(told.value[:4]), int(told.value[-1])
    return date(year or own + years, count * 3 - 2, 1)


def told_months(start: int, context: Context) -> Draft | None:
    """The "nine months" or "six months" of results told nearer than any quarter."""
    for draft in reversed(context.drafts[-6:]):
        if draft.grain == "quarter" or start - draft.end > NEARBY:
            return None
        if draft.value in ("P9M", "P6M") and context.text[draft.start : draft.start + 3].lower() == "the":
            return draft
    return None


def told_month(start: int, context: Context) -> Draft | None:
    """The month that a sentence tells of, where a figure of it is compared with that of the year before."""
    for draft in reversed(context.drafts[-4:]):
        between = context.text[draft.end : start]
        if (
            len(between) > NEARBY
            or SENTENCE_END.search(between)
            or draft.grain in ("quarter", "half", "year")
        ):
            return None
        if (
            draft.grain == "month"
            and draft.type == "DATE"
            and draft.earliest
            and draft.latest
            and not draft.mod
        ):
            return draft
    return None


def _same_month(start: int, end: int, told: Draft, years: int) -> Draft:
    assert told.earliest
    day = shift("year", told.earliest, years)
    why = f"the same month as {told.value}, in the year compared"
    return dated(start, end, "month", day, why, told.anchor)


def compares(start: int, context: Context) -> bool:
    """Whether a figure is compared with that of another time at a place."""
    return bool(COMPARED.search(context.text, max(0, start - 90), start))


def _as_long(draft: Draft, told: Draft) -> Draft:
    """Give a quarter the days of the one told with its last day ("the quarter ended Aug. 31"), so many years away."""
    first, last = told.earliest, told.latest
    if first and last and draft.earliest and (first, last) != unit("quarter", quarter_in(told)):
        years = draft.earliest.year - quarter_in(told).year
        draft.earliest, draft.latest = shift("year", first, years), shift("year", last, years)
        draft.rule = "quarter_as_long"  # named as the business names it
    return draft


def compared(found: Match, context: Context) -> Draft | None:
    """ "the year-earlier period", "year-ago profit", "the 1988 quarter", "the corresponding period last year"."""
    groups = found.groupdict()
    start, end = found.span()
    unit = (groups["unit"] or "").lower()
    unit = {"period": "", "quarters": "quarter"}.get(unit, unit)
    if unit in ("nine months", "six months"):
        return _months(start, end, int(number(unit.split()[0]) or 0))
    anchor, name = context.now()
    year = _year(groups, anchor)
    if year is None:
        return None
    if groups.get("ordinal"):
        count = ordinal(groups["ordinal"])
        if count > 4:
            return None
        if anchor and not groups.get("year") and not groups.get("which"):
            year -= count * 3 > anchor.month
        told_behind = groups.get("which") or (groups.get("year") and found.end("year") == end)
        if told_behind and not LIKED.match(found[0]):
            return None
        why = f"quarter {count} of the year compared, {year}"
        return dated(start, end, "quarter", real_date(year, count * 3 - 2, 1), why, anchor)
    months = told_months(start, context) if unit != "quarter" else None
    if months and not groups.get("year") and found[0].lower().endswith("period"):
        return _months(start, end, int(months.value[1]))
    monthly = None if unit or groups.get("year") else told_month(start, context)
    if monthly and anchor:
        return _same_month(start, end, monthly, year - anchor.year)
    told = None if months else told_quarter(start, context)
    if unit in ("month", "week"):
        day = shift("year", anchor, -1) if anchor else None
        return dated(start, end, unit, day, f"the same {unit} a year before {name}", anchor)
    if told:
        if groups.get("year") or anchor is None:
            first = quarter_in(told, year=year)
        else:
            first = quarter_in(told, year - anchor.year)
        why = f"the same quarter as the one told before, {named(told)}, in the year compared"
        return _as_long(dated(start, end, "quarter", first, why, anchor), told)
    if unit == "quarter" and anchor and (last := shift("quarter", anchor, -1)):
        why = f"the quarter that was the latest full one by {name}, in the year compared"
        day = real_date(last.year + year - anchor.year, last.month, 1)
        return dated(start, end, "quarter", day, why, anchor)
    return dated(start, end, "year", real_date(year, 1, 1), f"the year compared, {year}", anchor)


LIKED = lazily(r"(?:the )?(?:same|comparable|corresponding|similar|like|equivalent|year)\b", re.IGNORECASE)


def _year(groups: dict[str, str | None], anchor: date | None) -> int | None:
    if written := groups.get("year"):
        return int(written)
    if anchor is None:
        return None
    return anchor.year + (meaning("which", which) if (which := groups.get("which")) else -1)


def _months(start: int, end: int, count: int) -> Draft:
    why = f"a length of time: {count} months of the year compared"
    return Draft(start, end, "DURATION", f"P{count}M", grain="month", why=why)


def year_earlier(found: Match, context: Context) -> Draft | None:
    """ "a year ago", "a year earlier": the same quarter a year before where a figure is compared with that of the
    quarter told last; the year before where it is compared with that of nine months; else the year."""
    start, end = found.span()
    told = compares(start, context)
    the = found[0].lower().startswith("the")
    if the and not (told and (told_month(start, context) or told_quarter(start, context))):
        return None
    months = told and told_months(start, context)
    if told and (monthly := told_month(start, context)):
        return _same_month(start, end, monthly, -1)
    quarter = told_quarter(start, context) if told and not months else None
    anchor: date | None
    if quarter:
        anchor, name = quarter_in(quarter), f"the quarter told before, {named(quarter)}"
    elif months or (found["how"] or "").lower() == "ago":
        anchor, name = context.now()
    else:
        anchor, name = context.reference(start)
    grain = "quarter" if quarter else "year"
    day = shift("year", anchor, -1) if anchor else None
    how = "the same quarter a year before" if quarter else "the year before that of"
    draft = dated(start, end, grain, day, f"{how} {name}", anchor)
    draft = _as_long(draft, quarter) if quarter else draft
    if draft.earliest and draft.latest:
        draft.why = f"{say(draft.earliest)} to {say(draft.latest)}: {draft.why}"
    return draft


LIKE = r"(?:(?:comparable|corresponding|same|similar|like|equivalent) )?"
NAMED = r"(?:(?:fiscal )?(?:<ordinal>[- ])?(?P<unit>quarter|period|nine months|six months|month|week))"
A_YEAR_BEFORE = r"(?:(?:the )?<which> year|a year (?:ago|earlier|before)|<year>)"
RULES: list[Rule] = [
    rule(
        "year_earlier",
        r"(?:a|one) year (?P<how>ago|earlier|before(?=[.,;:)]|\s*$))|the year (?P<before>before(?=[.,;:)]|\s*$))",
        year_earlier,
        "year",
    ),
    rule("year_compared", rf"(?:(?:the|a) )?{LIKE}year[- ](?:ago|earlier) {NAMED}", compared, "year"),
    rule("year_before", r"year[- ](?:ago|earlier)(?P<unit>)", compared, "year"),
    rule("quarter_of_told_year", rf"(?:the )?<year> {NAMED}", compared, YEAR),
    rule("last_years_period", r"<which> year's (?P<unit>quarter|period)", compared, "year"),
    rule(
        "same_period",
        rf"(?:the )?{LIKE}(?:<ordinal>[- ])?(?P<unit>quarter|period)(?:,? of|,? in|,)? "
        rf"{A_YEAR_BEFORE}",
        compared,
        "quarter",
        "period",
        "months",
    ),
]
