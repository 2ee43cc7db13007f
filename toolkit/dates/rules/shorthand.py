"""Years and business periods in shorthand: "’06", "the summer of ’24", "winter 2024-25", "3Q24", "1H 2024", "FY25"."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.interval import part, season, shift
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import SEASON_CODES
from toolkit.dates.rules.absolute import a_day, full_year
from toolkit.dates.rules.period import fiscal_year
from toolkit.dates.rules.relative import explain
from toolkit.dates.rules.year import APOSTROPHES
from toolkit.dates.rules.yearless import year_near
from toolkit.dates.triggers import TIED_FIGURE, TIED_YEAR, YEAR, Rule, rule
from toolkit.dates.vocabulary import meaning, ordinal
from toolkit.model import Reading

Match = re.Match[str]

FAR = 5  # years: a year in two figures lies in the past, or at most so far ahead
YEAR_BEFORE = lazily(
    r"\b(?:in|since|of|from|until|till|by|before|after|during|summer|fall|spring|winter|autumn|early|late|mid|to|and|through)"
    r"[ -]$",
    re.IGNORECASE,
)
COUNT_AFTER = lazily(r"(?:[.,]\d|%| ?(?:per ?cent|pages|points|seats|inches|degrees)\b)", re.IGNORECASE)


def year_of(figures: str, context: Context) -> int:
    """The year that two figures name: the latest one that has come, or is near; where no publication day is known, that
    of the century that news means."""
    if len(figures) > 2 or context.published is None or context.published.year < 100:
        return full_year(figures)
    last = min(context.published.year + FAR, MAXYEAR)
    return last - (last - int(figures)) % 100


def short_year(found: Match, context: Context) -> Draft | None:
    """ "in ’06", "back in ’98"."""
    start, end = found.start() - 1, found.end()
    text = context.text
    if start < 0 or text[start] not in APOSTROPHES or COUNT_AFTER.match(text, end):
        return None
    if not YEAR_BEFORE.search(context.before(start, 12)) or text[end : end + 1] in APOSTROPHES:
        return None
    year = year_of(found["yy"], context)
    return dated(start, end, "year", date(year, 1, 1), f"the year {year}, the nearest with these figures")


def season_of_year(found: Match, context: Context) -> Draft | None:
    """ "the summer of ’24", "the winter of 2024-25"."""
    groups = found.groupdict()
    year = year_of(groups.get("yy") or found["year"], context)
    if (second := groups.get("second")) and (year + 1) % 100 != int(second[-2:]):
        return None
    name, mod = meaning("season", found["season"]), meaning("mod", found["mod"]) if found["mod"] else ""
    days = season(name, year, context.policy.hemisphere)
    if days is None:
        return None
    value = f"{year:04d}-{SEASON_CODES[name]}"
    draft = Draft(*found.span(), "DATE", value, mod, *part(days, "season", mod), "season")
    return explain(draft, f"{name} {year}")


def period(found: Match, context: Context) -> Draft | None:
    """ "3Q24", "2024 Q3", "Q3 ’24", "1H 2024", "H1 of 2024", "FY25"."""
    if context.before(found.start(), 1).isalnum():
        return None
    groups = found.groupdict()
    year = year_of(groups.get("year") or groups.get("first") or found["yy"], context)
    if not 1900 <= year <= 2100:
        return None
    nth = ordinal(groups["ordinal"]) if groups.get("ordinal") else 0
    if nth > 4:
        return None
    if quarter := groups.get("q") or groups.get("qq") or nth:
        start, grain, why = date(year, int(quarter) * 3 - 2, 1), "quarter", f"quarter {quarter} of {year}"
    elif half := groups.get("h") or groups.get("hh"):
        start, grain, why = date(year, int(half) * 6 - 5, 1), "half", f"half {half} of {year}"
    else:
        return fiscal_year(found, year)
    return dated(*found.span(), grain, start, why)


def in_figures(found: Match, context: Context) -> Draft | None:
    """ "on 12/11", "by 31/12": a day without its year where a word leads to one and nothing counts by it."""
    a, b = int(found["a"]), int(found["b"])
    before, text = context.before(found.start(), 8), context.text
    if (a, b) in NO_DAYS or not LED.search(before) or COUNTED_AFTER.match(text, found.end()):
        return None
    order = "DMY" if a > 12 else "MDY" if b > 12 else context.day_order()[0] or "MDY"
    month, day = (b, a) if order == "DMY" else (a, b)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year, why, anchor = year_near(context, month, day, *found.span())
    draft = a_day(
        *found.span(), year, month, day, f"{'day' if order == 'DMY' else 'month'} first, {why}", anchor
    )
    if a != b and max(a, b) <= 12 and not context.day_order()[0]:
        other = a_day(
            *found.span(), year_near(context, day, month, *found.span())[0], day, month, "day first"
        )
        draft.alternatives = (Reading(other.value, other.earliest, other.latest, 0.5, other.why),)
    return draft


# The attacks of 2001 and 2005, and what is open at all hours, are named so.
NO_DAYS = {(9, 11), (7, 7), (24, 7), (1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 8)}
LED = lazily(r"\b(?:on|dated|by|until|since)\s$", re.IGNORECASE)
COUNTED_AFTER = lazily(r"[/%\d-]| (?:of|majority|vote|inch|odds|ratio|split|scale)\b|-(?:inch|scale)")


def turn(found: Match, context: Context) -> Draft | None:
    """ "the turn of the century": the first ten years of the century that begins nearest to the anchor."""
    anchor, name = context.anchor()
    if anchor is None:
        return Draft(
            *found.span(),
            value="XX",
            mod="START",
            grain="century",
            why=f"a turn of a century, counted from {name}",
        )
    first = (anchor.year + 50) // 100 * 100
    if not 100 <= first <= 9900:
        return None
    draft = dated(*found.span(), "century", date(first, 1, 1), "", anchor, "START")
    draft.latest = date(first + 9, 12, 31)
    return explain(draft, f"the first ten years of the century that begins nearest to {name}")


def middle(found: Match, context: Context) -> Draft | None:
    """ "mid-month", "midweek", "by mid-year"; of last month where this one’s is to come and the clause looks back."""
    grain = found["grain"].lower()
    anchor, name = context.anchor()
    back = anchor and grain == "month" and anchor.day <= 10 and context.direction(*found.span())[0] == "back"
    day = shift("month", anchor, -1) if anchor and back else anchor
    draft = dated(*found.span(), grain, day, "", anchor, "MID", context.policy.week_start)
    return explain(draft, f"the middle of the {grain}, counted from {name}")


SHORT = r"'?(?P<yy>\d\d)(?![\d%]|[.,]\d)"
CODED_YEAR = rf"(?:(?:[ /-]| of )?<year>|(?: ?'|[ /-])?{SHORT})"
FISCAL_YEAR = rf"(?: ?(?:of )?(?:FY|fiscal(?: year)?))?{CODED_YEAR}"
RULES: list[Rule] = [
    rule("short_year", r"(?P<yy>\d\d)", short_year, YEAR),
    rule(
        "season_short_year",
        r"(?:<mod> ?-?)?(?:the )?<season>(?: of)? '(?P<yy>\d\d)(?!s)",
        season_of_year,
        "season",
    ),
    rule(
        "winter_of_years",
        r"(?:<mod> ?-?)?(?:the )?(?P<season>winter)(?: of)? <year>[-–/](?P<second>\d\d(?:\d\d)?)",
        season_of_year,
        "winter",
    ),
    rule("quarter_coded", rf"(?:(?P<q>[1-4])Q|Q(?P<qq>[1-4])){FISCAL_YEAR}", period, "q", "qfy"),
    rule(
        "quarter_behind_year",
        r"(?P<first>20\d\d)[ -]?(?:(?P<q>[1-4])Q|Q(?P<qq>[1-4]))",
        period,
        YEAR,
        TIED_YEAR,
    ),
    rule("half_coded", rf"(?:(?P<h>[12])H|H(?P<hh>[12])){FISCAL_YEAR}", period, "h", "hfy"),
    rule(
        "half_behind_year", r"(?P<first>20\d\d)[ -]?(?:(?P<h>[12])H|H(?P<hh>[12]))", period, YEAR, TIED_YEAR
    ),
    rule("quarter_of_this_year", r"<year>'s <ordinal>[- ]quarter", period, YEAR),
    rule("month_day_in_figures", r"(?P<a>\d{1,2})/(?P<b>\d{1,2})", in_figures, TIED_FIGURE),
    rule("turn_of_century", r"(?:the )?turn of the century", turn, "turn"),
    rule("fiscal_coded", rf"FY{CODED_YEAR}", period, "fy"),
    rule(
        "middle_of_unit",
        r"mid-?(?P<grain>month|week|year|decade|century)(?![- ][a-z]+ing\b)",
        middle,
        *("unit", "midmonth", "midweek", "midyear"),
    ),
    rule(
        "financial_year",
        r"(?:the )?(?:financial|fiscal) year <year>(?:[-/]\d\d(?:\d\d)?)?",
        period,
        "financial",
        "fiscal",
    ),
]
