"""How long: "two weeks", "three-day", "more than four years", "the past two months", "several days", "decades"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.amounts import is_share
from toolkit.dates.context import Context, Draft
from toolkit.dates.counting import up_to_now
from toolkit.dates.interval import DAY, plus, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import say, timex
from toolkit.dates.rules.whole import within_whole
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning, number
from toolkit.model import Reading

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
# Units that are written as a multiple of another: a number of decades is a number of years.
MULTIPLES = {
    "fortnight": ("week", 2),
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
}
SMALLER = {
    "year": ("month", 12),
    "hour": ("minute", 60),
    "day": ("hour", 24),
    "minute": ("second", 60),
    "week": ("day", 7),
}
# A bare "a week" or "months" is a length only where something lasts or is measured by it ("for a week").
LENGTH_BEFORE = lazily(
    r"(?:^|[^A-Za-z])(?:for|in|within|after|over|of|than|take|takes|taken|took|taking|lasts?|lasted|lasting|spent|spend|"
    r"spending|follows|following|despite|by|or|and|about|during|nearly|almost|only|just|until|before|through|another|"
    r"every|per|once|not|least|most|long as|around|under|some|two|three|hundreds of|thousands of|barely|exactly|"
    r"less)\s+$",
    re.IGNORECASE,
)


def period(grain: str, count: float | str) -> str:
    """The TIMEX3 value of a length; X where the number is not said.

    What is no whole number of the next smaller unit stays a decimal.

    >>> period("week", 2), period("hour", "X"), period("year", 2.5), period("decade", 2), period("decade", "X")
    ('P2W', 'PTXH', 'P2Y6M', 'P20Y', 'PXY')
    >>> period("month", 2.5), period("year", 22.8), period("hour", 0.25)
    ('P2.5M', 'P22.8Y', 'PT15M')
    """
    if isinstance(count, str):
        prefix, letter = CODES[MULTIPLES[grain][0] if grain in MULTIPLES else grain]
        return f"{prefix}{count}{letter}"
    if grain in MULTIPLES:
        grain, times = MULTIPLES[grain]
        count *= times
    prefix, letter = CODES[grain]
    if count == int(count):
        return f"{prefix}{int(count)}{letter}"
    smaller, times = SMALLER.get(grain, ("", 0))
    if not times or not (count * times).is_integer():
        return f"{prefix}{count:g}{letter}"
    small_prefix, small_letter = CODES[smaller]
    rest = f"{round((count - int(count)) * times)}{small_letter}"
    if count < 1:
        return f"{small_prefix}{rest}"
    return f"{prefix}{int(count)}{letter}{'T' if (prefix, small_prefix) == ('P', 'PT') else ''}{rest}"


def _length(found: Match, grain: str, count: float | str, mod: str = "") -> Draft:
    told = (
        f"{count:g} {grain}{'s' if count != 1 else ''}"
        if not isinstance(count, str)
        else f"a number of {grain}s"
    )
    return Draft(
        *found.span(), "DURATION", period(grain, count), mod, grain=grain, why=f"a length of time: {told}"
    )


def counted(found: Match, context: Context) -> Draft | None:
    """ "two weeks", "a 16-hour ...", "more than four years", "two and a half years"."""
    grain, word, amount = meaning("unit", found["unit"]), found["unit"].lower(), found["number"].lower()
    count = number(amount)
    hyphen = context.text[found.end("number")] == "-"
    if count is None or (grain == "second" and (word == "second" or not amount[0].isdigit())):
        return None
    bare = amount in ("a", "an") and not (found["approximate"] or found["half"])
    if WAR_AFTER.match(context.text, found.end()):
        return None
    if ROUND_THE_CLOCK.match(context.text, found.end()) and amount in ("24", "seven", "7"):
        return None
    if bare and (hyphen or grain == "quarter" or not _told_long(found, context)):
        return None
    if word == grain and count > 1 and not hyphen and word not in ("day", "week", "month", "year", "hour"):
        return None
    if grain == "quarter" and (hyphen or is_share(context.text, *found.span(), count == 1)):
        return None
    if found["unit"][0].isupper() and found.start() and amount[0].isdigit():
        return None
    start = found.start()
    if hyphen and found["the"]:
        start = found.end("the")
    if (least := found["low"] or found["least"]) and (low := number(least)) and low < count:
        count = low
    if found["fraction"] or "half" in (found["half"] or ""):
        count += 0.5
    elif "quarter" in (found["half"] or ""):
        count += 0.25
    over = found["approximate"] and THE_BEHIND.match(context.text, found.end("approximate"))
    if over:  # "over the 13-year period" lasts no longer
        start = found.start("number") if hyphen else over.end() - 4
    mod = meaning("approximate", found["approximate"]) if found["approximate"] and not over else ""
    draft = _length(found, grain, count, mod)
    draft.start = start
    if not mod and FIRST_BEFORE.match(found[0]):
        within_whole(draft, "first", count, context)
    return draft


def _told_long(found: Match, context: Context) -> bool:
    """Whether "a week" is a length: something lasts it, or it is the time from something ("a day after the vote")."""
    before, text = context.before(found.start(), 28), context.text
    return bool(LENGTH_BEFORE.search(before)) or text.startswith((" after ", " before "), found.end())


BOUNDED = ("day", "week", "month", "year", "quarter", "decade", "century")
THE_BEHIND = lazily(r"\s+the ", re.IGNORECASE)
FIRST_BEFORE = lazily(r"(?:the )?first ", re.IGNORECASE)
WAR_AFTER = lazily(r"['’]? War\b")  # "the Thirty Years' War"
ROUND_THE_CLOCK = lazily(r" an? (?:day|week)\b")


def to_anchor(found: Match, context: Context) -> Draft | None:
    """ "the past two months", "the next few days", "recent weeks": a length that ends or begins at the anchor."""
    grain = meaning("unit", found["unit"])
    count = number(found["low"] or found["number"]) if found["number"] else 2 if found["couple"] else None
    if up_to_now(found, context):
        count = 1
    elif grain in ("decade", "century") and found["unit"].lower() == grain:
        running = ("past", "coming", "next") if grain == "decade" else ("past", "coming")
        count = 1 if found["side"].lower() in running else None
    if count is None and (grain == "second" or found["unit"].lower() == grain):
        return None
    if grain == "hour" and found["side"].lower() == "early":
        return None
    if count == 0 or (found["side"].lower() == "last" and found["unit"].lower() == grain and count != 1):
        return None
    draft = _length(found, grain, count if count is not None else "X")
    side = found["side"].lower()
    if (
        side == "last"
        and found.start("side") == found.start()
        and VERB_LAST.search(context.before(found.start(), 10))
    ):
        draft.start = found.end("side") + 1
        return draft
    if within_whole(draft, side, count, context):
        return draft
    anchor, name = context.anchor()
    if count is not None and anchor and grain in BOUNDED:
        if side in ("past", "last", "previous", "preceding", "latest"):
            first = shift(grain, anchor, -int(count))
            begun = first + DAY if first and grain not in ("decade", "century") else first
            _bounds(draft, begun, anchor, name)
            if grain == "decade" and first and found["unit"].lower() == grain:
                days = unit(grain, first)
                draft.alternatives = (Reading(timex(grain, first), *days, 0.4, "the decade before this one"),)
        elif side in ("next", "coming", "following"):
            _bounds(draft, anchor, shift(grain, anchor, int(count)), name)
    if count is not None and anchor and grain == "hour" and count >= 12:
        whole = -int(-count // 24)
        if side in ("past", "last", "previous", "preceding"):
            _bounds(draft, plus(anchor, -whole), anchor, name)
        elif side in ("next", "coming", "following"):
            _bounds(draft, anchor, plus(anchor, whole), name)
    return draft


# "may last two weeks": behind these words to last is a verb.
VERB_LAST = lazily(
    r"(?:\b(?:will|would|to|may|could|might|must|should|shall|can|cannot|not|did|does|do)|n['’]t)\s$",
    re.IGNORECASE,
)


def _bounds(draft: Draft, first: date | None, last: date | None, name: str) -> None:
    if first and last:
        draft.earliest, draft.latest = first, last
        draft.why += f", from {say(first)} to {say(last)}, counted from {name}"


def uncounted(found: Match, context: Context) -> Draft | None:
    """ "several days", "a few weeks", "months", "weeks or months"."""
    grain, word = meaning("unit", found["unit"]), found["unit"].lower()
    if context.before(found.start(), 3).lower() == "as " and (found["some"] or "").lower() == "many":
        return None
    if word in (grain, "weekends", "quarters", "nights", "fortnights") and not found["some"]:
        return None
    if (word == grain and not found["hyphen"]) or context.text.startswith(" apart", found.end()):
        return None
    if not found["some"] and (
        word == "seconds" or not LENGTH_BEFORE.search(context.before(found.start(), 28))
    ):
        return None
    return _length(found, grain, "X")


def around_something(found: Match, context: Context) -> Draft | None:
    """ "in the weeks before the vote", "the years that followed", "over the years": not told how many."""
    over = context.before(found.start(), 5).lower() == "over "
    if not over and found["around"] is None:
        return None
    return _length(found, meaning("unit", found["unit"]), "X")


def couple(found: Match, context: Context) -> Draft | None:
    """ "a couple of years"."""
    return _length(found, meaning("unit", found["unit"]), 2)


PERSON_AFTER = lazily(
    r"[- ]?(?:\w+ )?(?:baby|babies|boys?|girls?|child|children|infants?|sons?|daughters?|twins?|toddlers?|kids?|"
    r"grand\w+|nephew|niece|brother|sister|calf|cub|foal|puppy|kitten|dog|cat)\b|[.,;:]| [A-Z]|$"
)


def age_of_thing(found: Match, context: Context) -> Draft | None:
    """ "the eight-month-old truce", "a decades-old dispute"; not "a two-month-old girl"."""
    if PERSON_AFTER.match(context.text, found.end()):
        return None
    count = number(found["number"]) or 1 if found["number"] else "X"
    return _length(found, meaning("unit", found["unit"] or found["many"]), count)


BETWEEN = r"(?:[- ]| <spent> )"
SIDE = (
    r"(?P<side>past|last|next|coming|previous|preceding|following|succeeding|subsequent|ensuing|intervening|first|final|"
    r"recent|latest|early)"
)
BIG = r"(?:dozen|hundred|thousand)"
SOME = (
    rf"(?P<some>(?:several|many|a few|a couple of|a couple) {BIG}|several|many|a few|few|a number of|"
    r"(?:dozens|hundreds|scores) of|a matter of|some)"
)
LENGTH = (
    rf"(?P<the>the (?!first|second|third))?(?:<approximate> )?(?:the )?(?:first (?=[\dtfsneo]))?"
    rf"(?:<low:cardinal>(?:[- ](?:to|or)[- ]|[-–](?=\d))|between <least:cardinal> and )?<number>"
    rf"(?P<fraction>[ -]1/2|[- ]and[- ]an?[- ]half)?{BETWEEN}<unit>(?:[- ]long)?"
    rf"(?P<half> and a (?:half|quarter)| or two| or so)?(?![- ]old)(?! hand)"
)
RULES: list[Rule] = [
    rule(
        "length_to_anchor",
        rf"(?:the )?{SIDE}(?:(?: <low:cardinal> (?:to|or))? <number>| (?:few|several|(?P<couple>couple of)|many))?"
        r"[- ](?:trading )?<unit>",
        to_anchor,
        "unit",
    ),
    rule(
        "length_uncounted",
        rf"(?:{SOME}(?: |(?P<hyphen>-)))?(?:more )?<unit>(?: or <second:unit>)?(?![- ]old)",
        uncounted,
        "unit",
    ),
    rule(
        "length_around",
        r"the (?P<unit>days|weeks|months|years|decades)"
        r"(?P<around> ahead| to come| that followed|(?= (?:before|after|since|leading|following|preceding)\b))?",
        around_something,
        "unit",
    ),
    rule("length_couple", r"(?:a )?couple(?: of)? <unit>", couple, "unit"),
    rule(
        "age_of_thing",
        r"(?:<number>-(?P<unit>day|week|month)|(?P<many>days|weeks|months|years|decades|centuries))-old",
        age_of_thing,
        "unit",
    ),
]
