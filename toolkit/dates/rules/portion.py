"""Parts and wholes: "a half-hour raid", "a quarter of a century", "all day", "multi-year", "the rest of the year"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.counting import unit_told
from toolkit.dates.lazy import lazily
from toolkit.dates.rules.duration import period
from toolkit.dates.rules.relative import explain, offset
from toolkit.dates.rules.season import named_season
from toolkit.dates.rules.whole import told_unit
from toolkit.dates.rules.yearless import year_near
from toolkit.dates.triggers import YEAR, Rule, rule
from toolkit.dates.vocabulary import meaning, number, ordinal

Match = re.Match[str]

NAMED_HALF = lazily(
    r"\b(?:scored|scoring|hit|made|struck|unbeaten|his|her|first|second)[- ](?:an? )?$", re.IGNORECASE
)
NTH = {"first": 0, "former": 0, "opening": 0, "second": 1, "third": 2, "last": -1, "latter": -1, "final": -1}
SINGLE = "second|minute|hour|day|week|month|year|decade|century"
SHARE = r"the (?P<nth>first|former|opening|second|third|last|latter|final) (?P<piece>half|third|quarter|decade) of the"
PIECES = {"half": 2, "third": 3, "quarter": 4}


def _length(found: Match, count: float | str, start: int | None = None) -> Draft:
    grain = meaning("unit", found["unit"])
    begin = found.start() if start is None else start
    why = f"a length of time: {found[0].lower()}"
    return Draft(begin, found.end(), "DURATION", period(grain, count), grain=grain, why=why)


def fraction(found: Match, context: Context) -> Draft | None:
    """ "a half-hour raid", "half a century", "a quarter of an hour", "three quarters of a century"; no half-century of
    cricket, no half-year of a business ("the first half year")."""
    count = number(found["number"])
    if found["how"]:
        return offset(found, context)
    if count is None or NAMED_HALF.search(context.before(found.start(), 12)):
        return None
    bare = found["number"].lower().startswith("a") and "-" in found[0]
    return _length(found, count, found.start() + 2 * bare)


def whole(found: Match, context: Context) -> Draft | None:
    """ "all week long", "the whole night", "the entire month"; a mere "all day" only where broad words are read."""
    if found[0].lower() == f"all {found['unit'].lower()}" and not context.policy.broad:
        return None
    return None if found["unit"][0].isupper() else _length(found, 1)


def many(found: Match, context: Context) -> Draft | None:
    """ "a multi-year plan", "multiday talks"."""
    return _length(found, "X")


def as_long(found: Match, context: Context) -> Draft | None:
    """ "a yearlong study", "weeklong talks"."""
    return _length(found, 1)


def unit_long(found: Match, context: Context) -> Draft | None:
    """ "a day-long meeting", "the decades-long rule"."""
    grain = meaning("unit", found["unit"])
    return _length(found, 1 if found["unit"].lower() == grain else "X")


def share_of_years(found: Match, context: Context) -> Draft | None:
    """ "the first half of the 19th century", "the last third of the 1980s", "the first decade of the 21st century"."""
    if found["ordinal"]:
        first, grain = ordinal(found["ordinal"]) * 100 - 100, "century"
    else:
        first, grain = int(found["tens"]) + 1900 * (len(found["tens"]) == 2), "decade"
    size, piece = (100 if grain == "century" else 10), found["piece"].lower()
    nth, pieces = NTH[found["nth"].lower()], PIECES.get(piece, 10)
    if (not 100 <= first <= 2900) or nth >= pieces or (piece == "decade" and grain == "decade"):
        return None
    nth %= pieces
    begin, end = first + nth * size // pieces, first + (nth + 1) * size // pieces - 1
    why = f"the years from {begin} to {end}"
    if piece == "decade":
        return dated(*found.span(), "decade", date(begin, 1, 1), why)
    mod = "START" if nth == 0 else "END" if nth == pieces - 1 else "MID"
    draft = dated(*found.span(), grain, date(first, 1, 1), why, mod=mod)
    draft.earliest, draft.latest = date(begin, 1, 1), date(end, 12, 31)
    return draft


def rest(found: Match, context: Context) -> Draft | None:
    """ "the rest of the year", "the remainder of this month": from the anchor to the end."""
    grain = meaning("unit", found["unit"])
    if grain not in ("day", "week", "month", "quarter", "year", "decade", "century"):
        return None
    told = None if found["which"] else unit_told(grain, *found.span(), context)
    if told and told[0] != context.published:
        draft = dated(*found.span(), grain, told[0], "", told[0], "", context.policy.week_start)
        if draft.earliest and draft.latest and grain != "day":
            draft.earliest = max(draft.earliest, told[0])
        return explain(draft, f"what is left of the {grain}, counted from {told[1]}")
    day, anchor = told_unit(found, grain, context)
    return _left(dated(*found.span(), grain, day, "", anchor, "", context.policy.week_start), context)


def rest_of_year(found: Match, context: Context) -> Draft | None:
    """ "the rest of 2025": from the anchor on in its own year, else the whole year."""
    return _left(dated(*found.span(), "year", date(int(found["year"]), 1, 1), ""), context)


def rest_of_month(found: Match, context: Context) -> Draft | None:
    """ "the rest of June", "the remainder of March 2022"."""
    month = meaning("month", found["month"])
    if not found["month"][0].isupper():
        return None
    year = int(found["year"]) if found["year"] else year_near(context, month, None, *found.span())[0]
    if year is None or not 1 <= year <= 9999:
        return Draft(
            *found.span(), value=f"XXXX-{month:02d}", grain="month", why="a month of an unknown year"
        )
    return _left(dated(*found.span(), "month", date(year, month, 1), ""), context)


def rest_of_season(found: Match, context: Context) -> Draft | None:
    """ "the rest of the summer", "the rest of this winter"."""
    draft = named_season(found, context)
    return _left(draft, context) if draft else None


def _left(draft: Draft, context: Context) -> Draft:
    """What is left of a unit from the anchor on; a unit that does not hold the anchor is told whole."""
    anchor, name = context.anchor()
    if anchor and draft.earliest and draft.latest and draft.earliest <= anchor <= draft.latest:
        draft.earliest = draft.anchor = anchor
        return explain(draft, f"what is left of the {draft.grain}, counted from {name}")
    return explain(draft, f"the {draft.grain} of which the rest is told")


LEFT = r"(?:the )?(?:rest|remainder|remaining (?:days|weeks|months)) of"
PART = (
    r"(?P<approximate>)(?P<couple>)(?P<number>(?:an? )?half|(?:(?:an?|one|three)[- ])?quarters?(?: of an?)?)"
)
RULES: list[Rule] = [
    rule(
        "fraction",
        rf"{PART}[- ](?P<unit>{SINGLE})(?: (?P<how>ago|from now))?(?![- ]old)",
        fraction,
        "unit",
        "quarters",
    ),
    rule(
        "whole_unit",
        r"(?:all|the (?:whole|entire)) (?P<unit>day|night|week|weekend|month)(?: long)?(?!-)",
        whole,
        "unit",
    ),
    rule("whole_year_long", r"all (?P<unit>year)(?: long|[- ]round)?(?!-)", whole, "unit"),
    rule(
        "many_units",
        rf"multi-?(?P<unit>{SINGLE})",
        many,
        "unit",
        *(f"multi{word}" for word in SINGLE.split("|")),
    ),
    rule(
        "one_word_length",
        r"(?P<unit>hour|day|week|month|year|decade)long(?!-)",
        as_long,
        *("hourlong", "daylong", "weeklong", "monthlong", "yearlong", "decadelong"),
    ),
    rule("length_of_one", r"<unit>-long", unit_long, "unit"),
    rule(
        "share_of_century",
        rf"{SHARE} <ordinal>[- ]century(?P<tens>)",
        share_of_years,
        "century",
        "quarter",
        "decade",
    ),
    rule(
        "share_of_decade",
        rf"{SHARE} '?(?P<tens>(?:1[0-9]|20)\d0|[1-9]0)'?s(?P<ordinal>)",
        share_of_years,
        YEAR,
        "quarter",
    ),
    rule(
        "rest_of_unit", rf"{LEFT} (?:the )?(?:<which> )?(?:fiscal |financial |calendar )?<unit>", rest, "unit"
    ),
    rule("rest_of_year", rf"{LEFT} (?:the year |fiscal (?:year )?)?<year>", rest_of_year, YEAR),
    rule("rest_of_month", rf"{LEFT} <month>(?:,? (?:of )?<year>)?", rest_of_month, "month"),
    rule(
        "rest_of_season",
        rf"{LEFT} (?:the )?(?:<which> )?<season>(?:(?: of)? <year>)?",
        rest_of_season,
        "season",
    ),
]
