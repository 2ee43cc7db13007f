"""How long: "two weeks", "three-day", "more than four years", "the past two months", "several days", "decades"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import Context, Draft
from toolkit.dates.engine import Rule, rule
from toolkit.dates.interval import DAY, shift
from toolkit.dates.notation import say
from toolkit.dates.vocabulary import meaning, number

Match = re.Match[str]

CODES = {
    "second": ("PT", "S"),
    "minute": ("PT", "M"),
    "hour": ("PT", "H"),
    "day": ("P", "D"),
    "night": ("P", "D"),
    "week": ("P", "W"),
    "weekend": ("P", "WE"),
    "month": ("P", "M"),
    "quarter": ("P", "Q"),
    "year": ("P", "Y"),
    "decade": ("P", "DE"),
    "century": ("P", "CE"),
    "millennium": ("P", "ML"),
}
MULTIPLES = {"fortnight": ("week", 2)}
HALVES = {
    "year": ("month", 12),
    "hour": ("minute", 60),
    "day": ("hour", 24),
    "minute": ("second", 60),
    "decade": ("year", 10),
    "week": ("day", 7),
}


def period(grain: str, count: float | str) -> str:
    """The TIMEX3 value of a length; X where the number is not said.

    >>> period("week", 2), period("hour", "X"), period("year", 2.5), period("fortnight", 1)
    ('P2W', 'PTXH', 'P2Y6M', 'P2W')
    """
    if grain in MULTIPLES and not isinstance(count, str):
        grain, times = MULTIPLES[grain]
        count *= times
    grain = MULTIPLES.get(grain, (grain, 1))[0]
    prefix, letter = CODES[grain]
    if isinstance(count, str) or count == int(count):
        return f"{prefix}{count if isinstance(count, str) else int(count)}{letter}"
    if grain not in HALVES:
        return f"{prefix}{count:g}{letter}"
    smaller, times = HALVES[grain]
    whole, rest = int(count), round((count - int(count)) * times)
    tail = f"{rest}{CODES[smaller][1]}"
    small_prefix = CODES[smaller][0]
    if not whole:
        return f"{small_prefix}{tail}"
    return f"{prefix}{whole}{letter}" + ("T" if small_prefix == "PT" and prefix == "P" else "") + tail


def counted(found: Match, context: Context) -> Draft | None:
    """ "two weeks", "a 16-hour ...", "more than four years", "two and a half years"."""
    groups = found.groupdict()
    grain = meaning("unit", found["unit"])
    word = found["unit"].lower()
    hyphen = "-" in found[0][found.end("number") - found.start() :][:1]
    count = number(found["number"])
    if count is None or (grain == "second" and (word == "second" or not found["number"][0].isdigit())):
        return None
    if found["number"].lower() in ("a", "an") and hyphen:
        return None
    if groups.get("fraction"):
        count += 0.5
    if grain == "quarter" and found["number"].lower() in ("a", "an"):
        return None
    mod = meaning("approximate", groups["approximate"]) if groups.get("approximate") else ""
    return Draft(
        *found.span(),
        "DURATION",
        period(grain, count),
        mod,
        grain=grain,
        why=f"a length of time: {count:g} {grain}{'s' if count != 1 else ''}",
    )


def span_to_anchor(found: Match, context: Context) -> Draft | None:
    """ "the past two months", "the next few days", "recent weeks": a length with its begin or end at the anchor."""
    groups = found.groupdict()
    grain = meaning("unit", found["unit"])
    count = number(found["number"]) if groups.get("number") else None
    if grain not in CODES or (grain == "second" and count is None):
        return None
    plural = found["unit"].lower() != grain
    if count is None and not plural:
        return None
    side = found["side"].lower()
    draft = Draft(
        *found.span(),
        "DURATION",
        period(grain, count if count is not None else "X"),
        grain=grain,
        why=f"a length of time: {found[0].lower()}",
    )
    anchor, name = context.anchor()
    if count is not None and anchor and grain in ("day", "week", "month", "year", "quarter", "decade"):
        if side in ("past", "last", "previous", "preceding", "latest"):
            edge = shift(grain, anchor, -int(count))
            _bounds(draft, edge + DAY if edge else None, anchor, name)
        elif side in ("next", "coming", "following"):
            _bounds(draft, anchor, shift(grain, anchor, int(count)), name)
    return draft


def _bounds(draft: Draft, first: date | None, last: date | None, name: str) -> None:
    if first and last:
        draft.earliest, draft.latest = first, last
        draft.why += f", from {say(first)} to {say(last)}, counted from {name}"


def vague(found: Match, context: Context) -> Draft | None:
    """ "several days", "a few weeks", "months", "decades-long"."""
    grain = meaning("unit", found["unit"])
    word = found["unit"].lower()
    if grain not in CODES or word == grain or grain == "weekend" or word in ("seconds", "quarters", "nights"):
        return None
    if not found["some"] and not NEAR_LENGTH.search(context.before(found.start(), 28)):
        return None
    return Draft(
        *found.span(),
        "DURATION",
        period(grain, "X"),
        grain=grain,
        why=f"a length of time without a number: {found[0].lower()}",
    )


NEAR_LENGTH = re.compile(
    r"(?:^|[^A-Za-z])(?:for|in|within|after|over|of|take|takes|taken|took|lasts|lasted|lasting|last|spent|spend|following|despite|by|the|or|and|about|during|than|with|through|are|were|only|just|just|until|before|some|two|three)\s+$",
    re.IGNORECASE,
)


def named_length(found: Match, context: Context) -> Draft | None:
    """ "a couple of years", "half an hour", "a decade", "year-long"."""
    grain = meaning("unit", found["unit"])
    if grain not in CODES:
        return None
    return Draft(
        *found.span(),
        "DURATION",
        period(grain, 2),
        grain=grain,
        why="a length of time: two, as “couple” says",
    )


APPROX = r"(?:<approximate> )?"
RULES: list[Rule] = [
    rule(
        "length",
        rf"(?:(?:the|only) (?=\d|t|f|s|n|e|o))?{APPROX}(?:the )?(?:first )?<number>(?P<fraction> 1/2| and a half)?(?:[- ]| (?:more|full|additional|straight|consecutive|long|whole|entire|trading|business|working) )<unit>(?:[- ](?:long|old))?(?: and a half)?",
        counted,
        "unit",
    ),
    rule(
        "length_to_anchor",
        r"(?:(?:within|in|over|during|for) )?(?:the )?(?P<side>past|last|next|coming|previous|preceding|following|first|final|recent|latest|early)(?: <number>| (?P<some>few|several|couple of|many))?[- ](?:trading )?<unit>",
        span_to_anchor,
        "unit",
    ),
    rule(
        "length_vague",
        r"(?:(?P<some>several|many|a few|few|some|the past few|a number of|dozens of|a matter of) )?(?:more )?<unit>(?:-long)?",
        vague,
        "unit",
    ),
    rule("length_couple", r"(?:a )?couple(?: of)? <unit>", named_length, "unit"),
]
