"""Years and more: "2022", "the end of 1989", "nineteen ninety-six", "1941-45", "the 1980s", "the 20th century"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.counting import unit_told
from toolkit.dates.interval import part, season, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.names import COUNTED_THINGS, NOT_A_YEAR_BEFORE, no_year
from toolkit.dates.notation import SEASON_CODES
from toolkit.dates.rules.absolute import ORDINAL_DAY, a_day, figure, full_year
from toolkit.dates.rules.month import THIRDS
from toolkit.dates.rules.relative import FROM_TOLD, explain, the
from toolkit.dates.rules.shared import tied
from toolkit.dates.triggers import TIED_YEAR, YEAR, Rule, rule
from toolkit.dates.vocabulary import meaning, number, ordinal

Match = re.Match[str]

APOSTROPHES = ("'", "’", "‘", "`")
TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
# What is no year for its neighbours is told in `names`.
YEAR_WORD_BEFORE = lazily(
    r"\b(?:in|since|by|from|until|till|to|of|during|before|after|for|and|or|through|between|early|late|mid|than|the|fall|"
    r"spring|summer|winter|autumn|around|about|circa|c[.]|approximately|roughly|as|back|on)\s+$",
    re.IGNORECASE,
)


def is_year(text: str, start: int, end: int) -> bool:
    """Whether four figures are a year here and not a count, a price, a model or a part of a longer number."""
    if no_year(text, start, end):
        return False
    before = text[max(0, start - 24) : start]
    return (
        1900 <= int(text[start:end]) <= 2100
        or bool(YEAR_WORD_BEFORE.search(before))
        or _set_apart(text, start, end)
    )


def _set_apart(text: str, start: int, end: int) -> bool:
    """ "(1884)", and a heading's "Blockade, 1861"."""
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return bracketed or (text[max(0, start - 2) : start] == ", " and text[end : end + 1] == "\n")


def _year(found: Match, year: int, mod: str = "", how: str = "") -> Draft:
    return dated(
        *found.span(), "year", date(year, 1, 1), f"the year {year}{how}{THIRDS.get(mod, '')}", mod=mod
    )


def written_year(found: Match, context: Context) -> Draft | None:
    """ "2022", "in 2014", "early 1990", "mid-1996", "the end of 1989"."""
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    if not mod and not found["told"] and not is_year(context.text, *found.span("year")):
        return None
    return _year(found, int(found["year"]), mod)


def spoken(words: str) -> int:
    """
    >>> spoken("nineteen ninety-six"), spoken("two thousand and four")
    (1996, 2004)
    """
    head, *rest = re.split(r"[\s-]+", words.lower())
    base = 2000 if head == "two" else meaning("spoken_year", head)
    return base + int(sum(number(word) or 0 for word in rest if word not in ("thousand", "and", "oh")))


def spoken_year(found: Match, context: Context) -> Draft | None:
    """ "nineteen ninety-six", "the year two thousand"."""
    year = spoken(found["spoken_year"])
    if not found["told"] and (year == 2000 or _may_count(found, context)):
        return None
    return _year(found, year, how=", in words")


# Said in any place these are years; others may be numbers ("two thousand twenty", "twenty thirty").
COMMON_YEAR = lazily(
    r"(?:seventeen|eighteen|nineteen)[- ](?:twen|thir|for|fif|six|seven|eigh|nine)ty\b.*|"
    r"two\s+thousand\s+(?:and\s+)?(?:one|two|three|four|five|six|seven|eight|nine)",
    re.IGNORECASE,
)


def _may_count(found: Match, context: Context) -> bool:
    """Whether "twenty thirty" or "two thousand twenty" may be a number: no word of time leads to it, or it counts."""
    if COMMON_YEAR.fullmatch(found["spoken_year"]):
        return False
    if not YEAR_WORD_BEFORE.search(context.before(found.start(), 24)):
        return True
    return bool(SPOKEN_COUNT.match(context.text, found.end()))


# "in two thousand twenty homes"; "in twenty twenty-one, sales" is a year.
SPOKEN_COUNT = lazily(
    rf"-| (?:{COUNTED_THINGS}|[a-z]+(?:[a-rt-z]s|men|people)(?<!\bwas)(?<!\bhas))\b", re.IGNORECASE
)


def part_of_spoken_year(found: Match, context: Context) -> Draft | None:
    """ "January nineteen ninety-seven", "May fifth, nineteen ninety-six", "the winter of nineteen ninety-four"."""
    year, groups, why = spoken(found["spoken_year"]), found.groupdict(), "written out, its year in words"
    if groups["season"]:
        name = meaning("season", found["season"])
        days = season(name, year, context.policy.hemisphere)
        first, last = days or (None, None)
        return Draft(*found.span(), "DATE", f"{year}-{SEASON_CODES[name]}", "", first, last, "season", why)
    if not found["month"][0].isupper():
        return None
    month = meaning("month", found["month"])
    if groups["day"]:
        return a_day(*found.span(), year, month, figure(found["day"]), why)
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    return dated(*found.span(), "month", date(year, month, 1), why, mod=mod)


def year_range(found: Match, context: Context) -> list[Draft] | None:
    """ "1941-45", "2003–2011": two years tied by one range."""
    first = int(found["year"])
    last = int(found["year"][: 4 - len(found["second"])] + found["second"])
    if not first < last <= first + 120 or NOT_A_YEAR_BEFORE.search(context.before(found.start())):
        return None
    ends = (("year", first), ("second", last))
    return tied(
        found,
        [dated(*found.span(group), "year", date(year, 1, 1), f"the year {year}") for group, year in ends],
    )


def decade(found: Match, context: Context) -> Draft | None:
    """ "the 1980s", "the '90s", "the early 1970s"."""
    start, end = found.span()
    year = full_year(found["tens"])
    if len(found["tens"]) == 2:
        year = 1900 + int(found["tens"])
        if context.before(found.start("tens"), 1) not in APOSTROPHES:
            return None
        start -= start == found.start("tens")
    return decade_of(start, end, year, meaning("mod", found["mod"]) if found["mod"] else "")


def decade_in_words(found: Match, context: Context) -> Draft | None:
    """ "the nineties", "the early sixties"."""
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    return decade_of(*found.span(), 1920 + 10 * TENS.index(found["tens"].lower()), mod)


def decade_of(start: int, end: int, year: int, mod: str) -> Draft:
    """A draft for the decade from a year on, or a part of it."""
    return dated(
        start, end, "decade", date(year, 1, 1), f"the decade from {year}{THIRDS.get(mod, '')}", mod=mod
    )


def century(found: Match, context: Context) -> Draft | None:
    """ "the 20th century", "the late nineteenth century"."""
    first = ordinal(found["ordinal"]) * 100 - 100
    mod = meaning("mod", found["mod"]) if found["mod"] else ""
    named = found[0].endswith("Century") and re.match(r" [A-Z]", context.text[found.end() : found.end() + 2])
    if named or not 100 <= first <= 2900:
        return None
    why = f"the years from {first} to {first + 99}{THIRDS.get(mod, '')}"
    return dated(*found.span(), "century", date(first, 1, 1), why, mod=mod)


def edge_of_unit(found: Match, context: Context) -> Draft | None:
    """ "the end of the month", "the beginning of next year", "late in the year"."""
    grain = meaning("unit", found["unit"])
    if grain not in ("month", "year", "week", "quarter", "decade", "century"):
        return None
    if found["mod"].lower().startswith("later"):
        return None
    which = found["step"] or found["which"]
    mod = meaning("mod", found["mod"])
    told = unit_told(grain, *found.span(), context, mod) if not which else None
    from_told = which is not None and " ".join(which.lower().split()) in FROM_TOLD
    anchor, name = told or (context.reference(found.start(), far=True) if from_told else context.anchor())
    day = shift(grain, anchor, meaning("which", which) if which else 0) if anchor else None
    over = (
        not which
        and not told
        and _over(grain, mod, day, context)
        and context.direction(*found.span())[0] == "back"
    )
    day = shift(grain, day, -1) if day and over else day
    draft = dated(*found.span(), grain, day, "", anchor, mod, context.policy.week_start)
    said = the(which) if which else "the last" if over else "the"
    return explain(draft, f"{said} {grain}{THIRDS.get(mod, '')}, counted from {name}")


def _over(grain: str, mod: str, day: date | None, context: Context) -> bool:
    """Whether a unit has but begun on a day, so that its end, told as past, is that of the one before."""
    if day is None or context.policy.anchor == "focus":
        return False
    whole = unit(grain, day, context.policy.week_start)
    return part(whole, grain, mod)[0] > day and day <= part(whole, grain, "START")[1]


def unit_end(found: Match, context: Context) -> Draft | None:
    """ "by year-end", "at month-end": the last day; "since year-end": of the year before; "by month's end", "by end of
    year": the end of it, or of the one before where this one has but begun and the clause looks back."""
    anchor, name = context.anchor()
    led = END_AFTER.search(context.before(found.start(), 10))
    if not led and not (found["the"] and "'" in found[0].replace("’", "'")):
        return None  # "the year-end bonus"
    grain, mod = (
        (found["grain"] or found["whole"]).lower(),
        meaning("mod", f"the {found['mod']}") if found["mod"] else "END",
    )
    told_of = (
        None if led and led[1].lower() in ("since", "from") else unit_told(grain, *found.span(), context, mod)
    )
    anchor, name = told_of or (anchor, name)
    over = (
        not told_of and _over(grain, mod, anchor, context) and context.direction(*found.span())[0] == "back"
    )
    if over or (led and led[1].lower() in ("since", "from")):
        anchor_ = shift(grain, anchor, -1) if anchor else None
    else:
        anchor_ = anchor
    told = f"{grain}{THIRDS[mod]}" if found["mod"] or "-" not in found[0] else f"{grain}"
    if told != grain:
        why = f"the {told}, counted from {name}"
        return dated(*found.span(), grain, anchor_, why, anchor, mod, context.policy.week_start)
    day = unit(grain, anchor_, context.policy.week_start)[1] if anchor_ else None
    return dated(*found.span(), "day", day, f"the last day of the {grain}, counted from {name}", anchor)


END_AFTER = lazily(
    r"\b(by|at|until|till|before|after|around|near|since|from|to|through|of)\s+$", re.IGNORECASE
)
MOD = r"(?:<mod> ?-?)?"
RULES: list[Rule] = [
    rule("year", rf"{MOD}(?:(?P<told>the year|calendar year) )?<year>", written_year, YEAR),
    rule("year_range", r"<year>[-–/](?P<second>\d\d(?:\d\d)?)", year_range, TIED_YEAR),
    rule("spoken_year", r"(?:(?P<told>the year) )?<spoken_year>", spoken_year, "spoken_year", "thousand"),
    rule(
        "part_of_spoken_year",
        rf"{MOD}(?:<month>(?:,? (?:the )?{ORDINAL_DAY})?|(?:the )?<season>),? (?:of )?<spoken_year>",
        part_of_spoken_year,
        "month",
        "season",
    ),
    rule("decade", rf"(?:the )?{MOD}(?:the )?(?:')?(?P<tens>(?:1[0-9]|20)\d0|[1-9]0)'?s", decade, YEAR),
    rule("decade_in_words", rf"the {MOD}(?P<tens>{'|'.join(TENS)})", decade_in_words, *TENS),
    rule("century", rf"(?:the )?{MOD}(?:the )?<ordinal>[- ]century", century, "century"),
    rule("edge_of_unit", r"<mod> (?:the |<which> )(?:<step:which> )?<unit>", edge_of_unit, "unit"),
    rule(
        "unit_end",
        r"(?P<the>the )?(?P<mod>)(?:(?P<grain>year|month|quarter)(?:-| )end|"
        r"(?P<whole>year|month|quarter|decade|century|week)'s end)",
        unit_end,
        "unit",
    ),
    rule(
        "end_of_unit",
        r"(?P<the>)(?P<mod>(?:end|beginning|start|close|middle) of) (?P<grain>year|month|quarter|decade|century|week)"
        r"(?P<whole>)(?!-|'|(?: [a-z]+)? (?:reports?|results?|sales?|part(?:y|ies)|exams?|tests?|"
        r"terms?|reviews?|bonus(?:es)?|figures|"
        r"accounts|lists?|awards?|specials?)\b)",
        unit_end,
        "unit",
    ),
]
