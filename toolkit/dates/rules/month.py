"""Months and their parts: "in March", "early June", "last April", "late May 2025", "the first week of June"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.counting import next_of_told
from toolkit.dates.engine import Rule, rule
from toolkit.dates.interval import DAY, part, unit
from toolkit.dates.names import no_month
from toolkit.dates.notation import LONG_MONTHS, say
from toolkit.dates.rules.absolute import full_year
from toolkit.dates.rules.relative import FROM_TOLD
from toolkit.dates.rules.shared import UNTIL, tied
from toolkit.dates.rules.yearless import year_by_word, year_near, year_of
from toolkit.dates.vocabulary import meaning, number, ordinal

Match = re.Match[str]

THIRDS = {"START": ", its first third", "MID": ", its middle third", "END": ", its last third"}


def is_month(found: Match, context: Context) -> bool:
    """Whether a month's name names a month here and not a verb, a person or a paper."""
    return found["month"][0].isupper() and not no_month(context.text, *found.span("month"))


def month_with_year(found: Match, context: Context) -> Draft | None:
    """ "June 2025", "late May 2025", "March ’22"."""
    if not found["month"][0].isupper():
        return None
    month, year = meaning("month", found["month"]), full_year(found["year"])
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    why = f"{LONG_MONTHS[month - 1]} {year}{THIRDS.get(mod, '')}"
    return dated(*found.span(), "month", date(year, month, 1), why, mod=mod)


def month(found: Match, context: Context) -> Draft | None:
    """ "in March", "early June", "mid-November", "last April", "March of last year"."""
    which, of = found["which"], found["of"]
    if not (is_month(found, context) or (found["month"][0].isupper() and (which or found["mod"] or of))):
        return None
    number_, start, end = meaning("month", found["month"]), *found.span()
    name = LONG_MONTHS[number_ - 1]
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    year, why, anchor = year_near(context, number_, None, start, end)
    if anchor and which:
        told = " ".join(which.lower().split()) in FROM_TOLD or next_of_told(found, which.lower(), context)
        counted, called = context.reference(start) if told else context.anchor()
        anchor = counted or anchor
        if told and context.focus_grain == "year":
            year = anchor.year + meaning("which", which)
        else:
            year = year_by_word(which, number_, None, anchor)
        why = f"counted from {called}"
    elif anchor and of:
        year, why = year_of(of, start, anchor, context)
    if year is None or not 1 <= year <= 9999:
        return Draft(start, end, value=f"XXXX-{number_:02d}", mod=mod, grain="month", why=f"{name}; {why}")
    first = date(year, number_, 1)
    return dated(start, end, "month", first, f"{name} {year}{THIRDS.get(mod, '')}: {why}", anchor, mod)


def month_range(found: Match, context: Context) -> list[Draft] | None:
    """ "January-March 2024", "from May to July 2023": two months, the first inherits the year of the second."""
    if not (found["month"][0].isupper() and found["second"][0].isupper()):
        return None
    year, first, last = (
        int(found["year"]),
        meaning("month", found["month"]),
        meaning("month", found["second"]),
    )
    a = dated(*found.span("month"), "month", date(year - (first > last), first, 1), "")
    a.why = f"{LONG_MONTHS[first - 1]} {year - (first > last)}: the year of the range that it begins"
    b_why = f"{LONG_MONTHS[last - 1]} {year}"
    b = dated(found.start("second"), found.end(), "month", date(year, last, 1), b_why)
    return tied(found, [a, b])


def part_of_month(found: Match, context: Context) -> Draft | None:
    """ "the first week of June", "the last ten days of May", "the second half of July 2024"."""
    if not found["month"][0].isupper():
        return None
    number_ = meaning("month", found["month"])
    year, why, anchor = year_near(context, number_, None, *found.span())
    if found["year"]:
        year, why, anchor = int(found["year"]), "written out", None
    if year is None or not 1 <= year <= 9999:
        return Draft(*found.span(), value=f"XXXX-{number_:02d}", grain="month", why=why)
    first, last = unit("month", date(year, number_, 1))
    back = found["nth"].lower() in ("last", "final")
    nth = 1 if back else ordinal(found["nth"])
    if found["piece"].lower() == "half":
        start, end = (
            (first, first.replace(day=15)) if nth == 1 and not back else (first.replace(day=16), last)
        )
    elif found["piece"].lower() == "days" and not found["number"]:
        start, end = part((first, last), "month", "END" if back else "START")
    else:
        count = int(number(found["number"]) or 1) if found["number"] else 1
        length = count * (7 if found["piece"].lower().startswith("week") else 1)
        start = last - DAY * (length - 1) if back else first + DAY * ((nth - 1) * length)
        end = min(last, start + DAY * (length - 1))
    if not first <= start <= end <= last:
        return None
    mod = "START" if start == first else "END" if end == last else ""
    draft = dated(*found.span(), "month", first, f"{say(start)} to {say(end)}: {why}", anchor, mod)
    draft.earliest, draft.latest = start, end
    return draft


RULES: list[Rule] = [
    rule(
        "month_year",
        r"(?:<mod> ?-?)?<month>(?:,? (?:of )?|-)(?P<year>(?:1[0-9]|20|21)\d\d|'\d\d)",
        month_with_year,
        "month",
    ),
    rule(
        "month", r"(?:<mod> ?-?)?(?:<which> )?<month>(?:,? (?:of )?(?:the )?<of:which> year)?", month, "month"
    ),
    rule("month_range", rf"<month>{UNTIL}<second:month>,? <year>", month_range, "month"),
    rule(
        "part_of_month",
        r"the (?P<nth>first|second|third|fourth|last|final) (?:<number> )?(?P<piece>days?|weeks?|half)"
        r"(?: of|,) <month>(?:,? <year>)?",
        part_of_month,
        "day",
        "days",
        "week",
        "weeks",
        "half",
    ),
]
