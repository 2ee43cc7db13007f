"""Days, months and years by their names and figures: "13 June 2025", "June 13", "early June", "2025-06-13", "the 1980s"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated, unresolved
from toolkit.dates.engine import NUMBER_TRIGGER, Rule, rule
from toolkit.dates.interval import real_date, shift, unit
from toolkit.dates.notation import LONG_MONTHS, say, timex
from toolkit.dates.vocabulary import meaning, number, ordinal

Match = re.Match[str]

# "May", "March" and the like are months only in company: a capital, and before it a preposition of time, or nothing that
# makes it a verb or a name.
TIME_BEFORE = re.compile(
    r"(?:^|[^A-Za-z])(?:in|of|by|since|until|till|from|to|through|during|for|last|next|this|early|late|mid|after|before|and|or|between|"
    r"throughout|ending|ended|beginning|on|each|every|past|previous|following|that|coming|the|a|around|about|s)[\s-]+$",
    re.IGNORECASE,
)
FALSE_MONTHS = {"may", "march", "mar", "jan", "dec", "sep"}
BY_BEFORE = re.compile(r"\b(?:by|until|till)\s+(?:early |mid-?|late |the end of )?$", re.IGNORECASE)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = re.sub(r"\D", "", text)
    if len(digits) == 2:
        return int(digits) + (2000 if int(digits) < 50 else 1900)
    return int(digits)


def _month_like(found: Match, context: Context) -> bool:
    """Whether a bare month name names a month here and not a verb, a person or a paper."""
    word = found["month"]
    if not word[0].isupper():
        return False
    if word.lower().rstrip(".") not in FALSE_MONTHS:
        return True
    return bool(TIME_BEFORE.search(context.before(found.start("month"))))


def near_year(
    context: Context, month: int, day: int | None, start: int, end: int
) -> tuple[int | None, str, date | None]:
    """The year of a month or month-day without one: the nearest fitting before the anchor, or after where the clause looks ahead."""
    anchor, name = context.anchor()
    if anchor is None:
        return None, f"its year is open: {name}", None
    if context.policy.anchor == "focus" and context.focus:
        return anchor.year, f"in the year in focus, {anchor.year}", anchor
    cue = context.looks_ahead(start, end)
    first = (month, day or 1)
    passed = first <= (anchor.month, anchor.day)
    gap = (month - anchor.month) % 12
    if cue or (gap and BY_BEFORE.search(context.before(start))):
        ended = (month, day or 31) < (anchor.month, anchor.day)
        year = anchor.year + (1 if ended else 0)
        return year, f"the next one from {name}, because the clause looks ahead (“{cue or 'by'}”)", anchor
    if day is not None and gap <= 2 and first > (anchor.month if gap else 0, anchor.day if not gap else 0) or (day is not None and 0 < gap <= 2):
        return anchor.year + (month < anchor.month), f"the nearest one to {name}", anchor
    year = anchor.year if passed else anchor.year - 1
    return year, f"the latest one that had begun on {name}", anchor


def _day(
    start: int, end: int, year: int | None, month: int, day: int, why: str, anchor: date | None = None
) -> Draft:
    if year is None:
        value = f"XXXX-{month:02d}-{day:02d}"
        return Draft(
            start,
            end,
            "DATE",
            value,
            grain="day",
            why=f"{day} {LONG_MONTHS[month - 1]}; {why}",
            anchor=anchor,
        )
    real = real_date(year, month, day)
    if real is None:
        written = f"{year:04d}-{month:02d}-{day:02d}"
        return Draft(
            start,
            end,
            "DATE",
            written,
            grain="day",
            why=f"impossible: {LONG_MONTHS[month - 1]} {year} has no day {day}",
            rule="impossible_date",
        )
    return dated(
        start, end, "day", real, f"{say(real)}: {why}" if why else f"written out: {say(real)}", anchor
    )


def _weekday_note(found: Match, draft: Draft) -> Draft:
    """Say so when the weekday written beside a date is another one than the calendar's."""
    word = found.groupdict().get("weekday")
    if word and draft.earliest and draft.earliest.weekday() != meaning("weekday", word):
        draft.why += f"; the text calls it {word}, but the calendar says {say(draft.earliest).split()[0]}"
    return draft


def month_day(found: Match, context: Context) -> Draft | None:
    """ "June 13", "13 June 2025", "Friday, June 13"."""
    if not found["month"][0].isupper():
        return None
    month = meaning("month", found["month"])
    day = ordinal(found["day"]) if found["day"][:1].isalpha() else int(re.sub(r"\D", "", found["day"]))
    year = _year(found.groupdict().get("year"))
    start, end = found.span()
    if year is not None:
        return _weekday_note(found, _day(start, end, year, month, day, ""))
    year, why, anchor = near_year(context, month, day, start, end)
    which = found.groupdict().get("which")
    if which and anchor and year is not None:
        year = _which_year(which, month, day, anchor)
    return _weekday_note(found, _day(start, end, year, month, day, why, anchor))


def _which_year(which: str, month: int, day: int | None, anchor: date) -> int:
    step = meaning("which", which)
    before = (month, day or 0) < (anchor.month, anchor.day if day else 0)
    if step < 0:
        return anchor.year if before else anchor.year - 1
    if step > 0:
        after = (month, day or 32) > (anchor.month, anchor.day if day else 32)
        return anchor.year if after else anchor.year + 1
    return anchor.year


def day_range(found: Match, context: Context) -> list[Draft] | None:
    """ "March 3 and 4", "3-4 March 2025", "from April 9 to 12": two expressions tied by one range."""
    if not found["month"][0].isupper():
        return None
    month = meaning("month", found["month"])
    year = _year(found.groupdict().get("year"))
    why, anchor = "", None
    start, end = found.span()
    if year is None:
        year, why, anchor = near_year(context, month, int(re.sub(r"\D", "", found["day"])), start, end)
    month_first = found.start("month") < found.start("day")
    first_start = found.start("month") if month_first else found.start("day")
    spans = [
        (first_start, found.end("day")),
        (found.start("until"), found.end("until") if month_first and not found["year"] else end),
    ]
    days = [int(re.sub(r"\D", "", found[name])) for name in ("day", "until")]
    key = f"{start}-{end}"
    drafts = []
    for (a, b), day in zip(spans, days, strict=True):
        draft = _day(a, b, year, month, day, why, anchor)
        draft.range = key
        drafts.append(draft)
    return drafts if days[0] < days[1] else None


def month_year(found: Match, context: Context) -> Draft | None:
    """ "June 2025", "late May 2025"."""
    if not found["month"][0].isupper():
        return None
    year, month = _year(found["year"]), meaning("month", found["month"])
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    if not year:
        return None
    return dated(
        *found.span(), "month", date(year, month, 1), f"{LONG_MONTHS[month - 1]} {year}{_part(mod)}", mod=mod
    )


def _part(mod: str) -> str:
    return {"START": ", its first third", "MID": ", its middle third", "END": ", its last third"}.get(mod, "")


def month_bare(found: Match, context: Context) -> Draft | None:
    """ "in March", "early June", "mid-November", "last April", "March of last year"."""
    groups = found.groupdict()
    which, mod = groups.get("which"), groups.get("mod")
    if not (_month_like(found, context) or (found["month"][0].isupper() and (which or mod))):
        return None
    month = meaning("month", found["month"])
    start, end = found.span()
    code = meaning("mod", mod) if mod else ""
    anchor, name = context.anchor()
    if which and anchor:
        year: int | None = _which_year(which, month, None, anchor)
        why = f"counted from {name}"
    elif groups.get("of") and anchor:
        year, why = anchor.year + meaning("which", found["of"]), f"of the year counted from {name}"
    else:
        year, why, anchor = near_year(context, month, None, start, end)
    if year is None or not 1 <= year <= 9999:
        return Draft(
            start,
            end,
            "DATE",
            f"XXXX-{month:02d}",
            code,
            grain="month",
            why=f"{LONG_MONTHS[month - 1]}; {why}",
        )
    return dated(
        start,
        end,
        "month",
        date(year, month, 1),
        f"{LONG_MONTHS[month - 1]} {year}{_part(code)}: {why}",
        anchor,
        code,
    )


def iso_date(found: Match, context: Context) -> Draft | None:
    """ "2025-06-13", "2025/06/13"."""
    draft = _day(*found.span(), int(found["year"]), int(found["monthnumber"]), int(found["dd"]), "")
    if found["hh"] and draft.earliest:
        draft.type, draft.value = "TIME", f"{draft.value}T{found['hh']}:{found['mm']}"
    return draft


def numeric_date(found: Match, context: Context) -> Draft | None:
    """ "13/06/2025", "6.13.2025", "10/14/99": the order by what is possible, else by the document or the policy."""
    a, b = int(found["a"]), int(found["b"])
    year = _year(found["y"])
    if year is None or not (1 <= a <= 31 and 1 <= b <= 31) or (a > 12 and b > 12):
        return None
    if found["sep"] == "." and len(found["y"]) == 2:
        return None
    if a > 12 or b > 12:
        day, month, why = (a, b, "day first") if a > 12 else (b, a, "month first")
        why += ", the only order that gives a date"
    else:
        order = "DMY" if found["sep"] == "." else context.day_order
        day, month = (a, b) if order == "DMY" else (b, a)
        why = f"read {'day' if order == 'DMY' else 'month'} first"
    return _day(*found.span(), year, month, day, why)


def year_plain(found: Match, context: Context) -> Draft | None:
    """ "2022", "in 2014", "early 1990", "the end of 1989"."""
    groups = found.groupdict()
    year = int(found["year"])
    start, end = found.span()
    mod = meaning("mod", groups["mod"]) if groups.get("mod") else ""
    if (
        not mod
        and not groups.get("told")
        and not _year_like(context.text, found.start("year"), found.end("year"), year)
    ):
        return None
    return dated(start, end, "year", date(year, 1, 1), f"the year {year}{_part(mod)}", mod=mod)


NOT_A_YEAR_BEFORE = re.compile(
    r"(?:[$£€#№]|\bno\. ?|\bflight |\broom |\bmodel |[a-z0-9]-|\d[,.:/]|[A-Z]\w*[-/]|\bup |\bpage )$",
    re.IGNORECASE,
)
NOT_A_YEAR_AFTER = re.compile(
    r"^(?:[,.:]\d|%|[-–]?(?:meter|metre|km|kilo|mile|foot|feet|ton|dollar|point|seat|degree|square|acre|barrel|horse|mph|cc)|\s(?:people|troops|"
    r"soldiers|men|women|workers|employees|jobs|members|shares|points|votes|miles|kilometers|kilometres|km|meters|metres|feet|tons|tonnes|dollars|"
    r"euros|rubles|pounds|yen|hours|days|years|months|weeks|rounds|cases|deaths|casualties|civilians|prisoners|drones|missiles|tanks|aircraft|planes|"
    r"units|homes|barrels|acres|companies|patients|children|students|seats|copies|vehicles|refugees|residents|households|others|more|percent|of (?:the|his|her|its|their|them))\b)",
    re.IGNORECASE,
)
YEAR_WORD_BEFORE = re.compile(
    r"\b(?:in|since|by|from|until|till|to|of|during|before|after|for|and|or|through|between|early|late|mid|than|the|fall|spring|summer|winter|autumn|around|about|circa|as|back|on)\s+$",
    re.IGNORECASE,
)


def _year_like(text: str, start: int, end: int, year: int) -> bool:
    before, after = text[max(0, start - 24) : start], text[end : end + 16]
    if NOT_A_YEAR_BEFORE.search(before) or NOT_A_YEAR_AFTER.match(after):
        return False
    if YEAR_WORD_BEFORE.search(before):
        return year >= 1000
    return 1900 <= year <= 2100


def spoken_year(found: Match, context: Context) -> Draft | None:
    """ "nineteen ninety-six", "the year two thousand"."""
    words_ = re.split(r"[\s-]+", found["spoken_year"].lower())
    head = 2000 if words_[0] == "two" else meaning("spoken_year", words_[0])
    rest = [word for word in words_[2 if head == 2000 else 1 :] if word != "and"]
    year = head + int(sum(number(word) or 0 for word in rest))
    if head == 2000 and not rest and not found["told"]:
        return None
    return dated(*found.span(), "year", date(year, 1, 1), f"the year {year}, in words")


def decade_in_words(found: Match, context: Context) -> Draft | None:
    """ "the nineties", "the early sixties"."""
    year = 1900 + int(number(found["tens"].lower().replace("ies", "y")) or 0)
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    return dated(*found.span(), "decade", date(year, 1, 1), f"the decade from {year}{_part(mod)}", mod=mod)


def decade(found: Match, context: Context) -> Draft | None:
    """ "the 1980s", "the '90s", "the early 1970s"."""
    year = _year(found["tens"])
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    if year is None:
        return None
    if len(re.sub(r"\D", "", found["tens"])) == 2:
        year = 1900 + year % 100
    start, end = found.span()
    return dated(start, end, "decade", date(year, 1, 1), f"the decade from {year}{_part(mod)}", mod=mod)


def century(found: Match, context: Context) -> Draft | None:
    """ "the 20th century", "the late nineteenth century"."""
    count = ordinal(found["ordinal"])
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    if not 2 <= count <= 30:
        return None
    return dated(
        *found.span(),
        "century",
        date(count * 100 - 100, 1, 1),
        f"the years from {count * 100 - 100}{_part(mod)}",
        mod=mod,
    )


def year_range(found: Match, context: Context) -> list[Draft] | None:
    """ "1941-45", "2003–2011": two years tied by one range."""
    first = int(found["year"])
    last = int(found["year"][: 4 - len(found["until"])] + found["until"])
    if not first < last <= first + 120 or not _year_like(
        context.text, found.start(), found.start() + 4, first
    ):
        return None
    key = f"{found.start()}-{found.end()}"
    drafts = []
    for year, (a, b) in ((first, found.span("year")), (last, found.span("until"))):
        draft = dated(a, b, "year", date(year, 1, 1), f"the year {year}")
        draft.range = key
        drafts.append(draft)
    return drafts


def month_range(found: Match, context: Context) -> list[Draft] | None:
    """ "January-March 2024", "from May to July 2023": two months, the first inherits the year of the second."""
    if not (found["month"][0].isupper() and found["second"][0].isupper()):
        return None
    year, second, first = (
        int(found["year"]),
        meaning("month", found["second"]),
        meaning("month", found["month"]),
    )
    key = f"{found.start()}-{found.end()}"
    a = dated(
        *found.span("month"),
        "month",
        date(year - (first > second), first, 1),
        f"{LONG_MONTHS[first - 1]}, with the year of the range it begins",
    )
    b = dated(
        found.start("second"),
        found.end(),
        "month",
        date(year, second, 1),
        f"{LONG_MONTHS[second - 1]} {year}",
    )
    a.range = b.range = key
    return [a, b]


def month_edge(found: Match, context: Context) -> Draft | None:
    """ "the end of the month", "the beginning of next year", "year-end"."""
    anchor, name = context.anchor()
    grain = found["unit"].lower()
    if grain not in ("month", "year", "week", "quarter", "decade", "century"):
        return None
    mod = meaning("mod", found["mod"])
    which = found["step"] or found["which"]
    day = shift(grain, anchor, meaning("which", which) if which else 0) if anchor else None
    return dated(
        *found.span(),
        grain,
        day,
        f"the {grain} {timex(grain, day) if day else unresolved(grain)}{_part(mod)}, counted from {name}",
        anchor,
        mod,
    )


def year_end(found: Match, context: Context) -> Draft | None:
    """ "year-end": the last day of the year."""
    anchor, name = context.anchor()
    day = unit("year", anchor)[1] if anchor else None
    return dated(*found.span(), "day", day, f"the last day of the year, counted from {name}", anchor)


WEEKDAY = r"(?:<weekday>\.?,? (?:the )?|the )?"
UNTIL = r"(?: ?(?:-|–|—) ?| (?:to|and|through|or|until) (?:the )?)"
RULES: list[Rule] = [
    rule(
        "iso_date",
        r"<year>[-/]<monthnumber>[-/](?P<dd>\d{1,2})(?:[T ](?P<hh>[01]\d|2[0-3]):(?P<mm>[0-5]\d)(?::\d\d)?Z?)?",
        iso_date,
        NUMBER_TRIGGER,
    ),
    rule(
        "numeric_date",
        r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)",
        numeric_date,
        NUMBER_TRIGGER,
    ),
    rule(
        "month_day_year", r"(?:<weekday>,? )?<month>,? (?:the )?<day>,? <year>", month_day, "month", "weekday"
    ),
    rule(
        "day_month_year",
        rf"{WEEKDAY}<day>(?: of|-)? ?<month>(?:,? |-)(?:of )?<year>",
        month_day,
        "month",
        "weekday",
    ),
    rule(
        "month_day",
        r"(?:<weekday>,? )?(?:<which> )?<month>,? (?:the )?<day>(?!\d|:\d|\.\d|,\d\d\d)",
        month_day,
        "month",
        "weekday",
    ),
    rule("day_month", rf"{WEEKDAY}<day>(?: of)? <month>", month_day, "month", "weekday"),
    rule("day_range_month_first", rf"<month> <day>{UNTIL}<until:day>(?:,? <year>)?", day_range, "month"),
    rule("day_range_day_first", rf"<day>{UNTIL}<until:day> <month>(?:,? <year>)?", day_range, "month"),
    rule("month_range", rf"<month>{UNTIL}<second:month>,? <year>", month_range, "month"),
    rule(
        "month_year",
        r"(?:<mod> ?-?)?<month>(?:,? (?:of )?|-)(?P<year>(?:1[0-9]|20|21)\d\d|'\d\d)",
        month_year,
        "month",
    ),
    rule("month", r"(?:<mod> ?-?)?(?:<which> )?<month>(?:,? (?:of )?<of:which> year)?", month_bare, "month"),
    rule("year", r"(?:<mod> ?-?)?(?:(?P<told>the year|calendar year) )?<year>", year_plain, NUMBER_TRIGGER),
    rule("year_range", r"<year>[-–/](?P<until>\d\d(?:\d\d)?)", year_range, NUMBER_TRIGGER),
    rule("decade", r"(?:the )?(?:<mod> ?-?)?(?P<tens>(?:1[0-9]|20)\d0|'?[1-9]0)'?s", decade, NUMBER_TRIGGER),
    rule(
        "decade_in_words",
        r"the (?:<mod> ?-?)?(?P<tens>(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)",
        decade_in_words,
        *(f"{tens}ies" for tens in ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")),
    ),
    rule("spoken_year", r"(?:(?P<told>the year|in) )?<spoken_year>", spoken_year, "spoken_year", "thousand"),
    rule("century", r"(?:the )?(?:<mod> ?-?)?<ordinal>[- ]century", century, "century"),
    rule("year_end", r"year(?:-| )end", year_end, "year"),
    rule("edge_of_unit", r"<mod> (?:the |<which> )(?:<step:which> )?<unit>", month_edge, "unit"),
]
