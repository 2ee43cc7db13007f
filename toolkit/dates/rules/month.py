"""Months and their parts: "in March", "early June", "last April", "late May 2025", "the first week of June"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.counting import next_of_told
from toolkit.dates.interval import DAY, Days, part, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.names import no_month
from toolkit.dates.notation import LONG_MONTHS, say
from toolkit.dates.rules.absolute import full_year, year_told
from toolkit.dates.rules.relative import FROM_TOLD
from toolkit.dates.rules.shared import UNTIL, tied
from toolkit.dates.rules.whole import is_planned
from toolkit.dates.rules.yearless import year_by_word, year_near, year_of
from toolkit.dates.triggers import YEAR, Rule, rule
from toolkit.dates.vocabulary import meaning, number, ordinal

Match = re.Match[str]

THIRDS = {"START": ", its first third", "MID": ", its middle third", "END": ", its last third"}
THIRDS |= {"START-MID": ", its first two thirds", "MID-END": ", its last two thirds"}


def is_month(found: Match, context: Context) -> bool:
    """Whether a month's name names a month here and not a verb, a person or a paper."""
    return found["month"][0].isupper() and not no_month(context.text, *found.span("month"))


def month_with_year(found: Match, context: Context) -> Draft | None:
    """ "June 2025", "late May 2025", "March ’22"."""
    if not found["month"][0].isupper():
        return None
    month, year = meaning("month", found["month"]), year_told(found, context)
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
    elif of and (now := anchor or context.anchor()[0]):
        (year, why), anchor = year_of(of, start, end, now, context), now
    if year is None or not 1 <= year <= 9999:
        return Draft(start, end, value=f"XXXX-{number_:02d}", mod=mod, grain="month", why=f"{name}; {why}")
    first = date(year, number_, 1)
    return dated(start, end, "month", first, f"{name} {year}{THIRDS.get(mod, '')}: {why}", anchor, mod)


def month_range(found: Match, context: Context) -> list[Draft] | None:
    """ "January-March 2024", "from May to July 2023": two months, the first inherits the year of the second."""
    if not (found["month"][0].isupper() and found["second"][0].isupper()) or "\n" in found[0]:
        return None
    year, first, last = (
        int(found["year"]),
        meaning("month", found["month"]),
        meaning("month", found["second"]),
    )
    turn = first > last
    begun, ended = (year, year + turn) if found.start() == found.start("year") else (year - turn, year)
    a = dated(found.start(), found.end("month"), "month", date(begun, first, 1), "")
    a.why = f"{LONG_MONTHS[first - 1]} {begun}: the year of the range that it begins"
    b_why = f"{LONG_MONTHS[last - 1]} {ended}"
    b = dated(found.start("second"), found.end(), "month", date(ended, last, 1), b_why)
    return tied(found, [a, b])


def month_range_on(found: Match, context: Context) -> list[Draft] | None:
    """ "from December 2019 to February": the second month is the next one of its name."""
    if not is_month(found, context) or no_month(context.text, *found.span("second")):
        return None
    year, first, last = (
        full_year(found["year"]),
        meaning("month", found["month"]),
        meaning("month", found["second"]),
    )
    if not found["second"][0].isupper() or first == last:
        return None
    mods = [meaning("mod", found[group]) if found[group] else "" for group in ("mod", "later")]
    a = dated(found.start(), found.end("year"), "month", date(year, first, 1), "", mod=mods[0])
    a.why = f"{LONG_MONTHS[first - 1]} {year}"
    start = found.start("later") if found["later"] else found.start("second")
    b = dated(start, found.end(), "month", date(year + (last < first), last, 1), "", mod=mods[1])
    b.why = f"{LONG_MONTHS[last - 1]} {year + (last < first)}: the next one from {LONG_MONTHS[first - 1]} {year} on"
    return tied(found, [a, b])


def part_of_month(found: Match, context: Context) -> Draft | None:
    """ "the first week of June", "the last ten days of May", "the second half of July 2024"."""
    if not found["month"][0].isupper():
        return None
    number_ = meaning("month", found["month"])
    start, end = found.span()
    year, why, anchor = year_near(context, number_, None, start, end)
    if found["year"]:
        year, why, anchor = int(found["year"]), "written out", None
    elif anchor and found["of"]:
        year, why = year_of(found["of"], start, found.end(), anchor, context)
    elif anchor and found["before"]:
        year = year_by_word(found["before"], number_, None, anchor)
    elif (
        anchor and year and (year, number_) < (anchor.year, anchor.month) and is_planned(start, end, context)
    ):
        year, why = year + 1, "the next one, as the present tells of what is planned"
    if year is None or not 1 <= year <= 9999:
        return Draft(*found.span(), value=f"XXXX-{number_:02d}", grain="month", why=why)
    first, last = unit("month", date(year, number_, 1))
    days = _piece(found, first, last)
    if days is None or not first <= days[0] <= days[1] <= last:
        why = f"impossible: {LONG_MONTHS[number_ - 1]} {year} has no {found['nth'].lower()} {found['piece'].lower()}"
        value = f"{year:04d}-{number_:02d}-XX"
        return Draft(*found.span(), value=value, grain="month", why=why, rule="impossible_date")
    if to_last := TO_LAST.search(context.before(start, 24)) if days[1] == last else None:
        if days[0] != last:
            return None
        start -= len(to_last[0])
        days = (last - BACK[to_last["nth"].lower()] * DAY,) * 2
    if days[0] == days[1]:
        return dated(start, end, "day", days[0], f"{say(days[0])}: {why}", anchor)
    mod = "START" if days[0] == first else "END" if days[1] == last else "MID"
    why = f"{say(days[0])} to {say(days[1])}: {why}"
    draft = dated(*found.span(), "month", first, why, anchor, mod)
    draft.earliest, draft.latest = days
    return draft


# "the second-to-last day of May"
TO_LAST = lazily(r"\b(?:the )?(?P<nth>second|next|third)[- ]to[- ]\Z", re.IGNORECASE)
BACK = {"second": 1, "next": 1, "third": 2}


def _piece(found: Match, first: date, last: date) -> Days | None:
    piece, back = found["piece"].lower(), found["nth"].lower() in ("last", "latter", "final", "closing")
    nth = 1 if back or found["nth"].lower() in ("opening", "former") else ordinal(found["nth"])
    if piece == "half":
        return (
            None
            if nth > 2
            else (first, first.replace(day=15))
            if nth == 1 and not back
            else (first.replace(day=16), last)
        )
    if piece == "third":
        return (
            None
            if nth > 3
            else part((first, last), "month", "END" if back else ("START", "MID", "END")[nth - 1])
        )
    if piece == "days" and not found["number"]:
        return part((first, last), "month", "END" if back else "START")
    count = int(number(found["number"]) or 1) if found["number"] else 1
    length = count * {"w": 7, "f": 14}.get(piece[0], 1)
    start = last - DAY * (length - 1) if back else first + DAY * ((nth - 1) * length)
    return start, min(last, start + DAY * (length - 1))


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
    rule("month_range_of_year", rf"<year>,? <month>{UNTIL}<second:month>(?!,? ?\d)", month_range, YEAR),
    rule(
        "month_range_on",
        rf"(?:<mod> ?-?)?<month>,? (?:of )?<year>{UNTIL}(?:<later:mod> ?-?)?<second:month>(?!,? ?\d|,? (?:of )?the)",
        month_range_on,
        "month",
    ),
    rule(
        "part_of_month",
        r"(?:the )?(?P<nth>first|opening|second|third|fourth|fifth|last|latter|former|final|closing) (?:<number> )?"
        r"(?P<piece>days?|weeks?|fortnight|half|third)(?: of| in|,) (?:the month of )?(?:<before:which> )?<month>"
        r"(?:,? (?:of )?<year>|,? (?:of )?(?:the )?<of:which> year)?",
        part_of_month,
        "day",
        "days",
        "week",
        "weeks",
        "half",
        *("fortnight", "third"),
    ),
]
