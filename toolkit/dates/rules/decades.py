"""Decades as they are said: "the 50s", "the late 60s and early 70s", "the 1960s and 70s", "a 70s film"."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft
from toolkit.dates.lazy import lazily
from toolkit.dates.rules.shared import UNTIL, tied
from toolkit.dates.rules.year import APOSTROPHES, MOD, decade_of
from toolkit.dates.triggers import YEAR, Rule, rule
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]

# Degrees, ages, rounds of golf and shares are told in tens, too.
IN_TENS = lazily(
    r"\b(?:temperatures?|degrees?|highs?|lows?|fahrenheit|celsius|mercury|thermometers?|weather|forecast|sunny|cloudy|warm|"
    r"cool|chilly|heat|rounds?|shot|golf|scores?|scored|"
    r"scoring|per ?cent|percentages?|percentile|mph|knots|age[ds]?|IQ|"
    r"rat(?:ing|ed)s?|approval|polls?|seats|stroke|pulse|prices?|shares|dollars|cents)\b|[%$°]",
    re.IGNORECASE,
)
AROUND = 60


def bare(found: Match, context: Context) -> Draft | None:
    """ "the 50s", "the early 70s", "a 70s film": the decade of the 20th century, where nothing is measured in tens."""
    text, (start, end) = context.text, found.span()
    left = max(0, start - AROUND, text.rfind("\n", 0, start))
    return None if IN_TENS.search(text[left : end + AROUND]) else _of(found, "tens", start, end, found["mod"])


def two(found: Match, context: Context) -> list[Draft] | None:
    """ "the 60s and 70s", "the 1960s and '70s", "the late 80s to the early 90s": two decades, tied."""
    first, second = found["first"], found["second"]
    marked = len(first) == 4 or context.before(found.start("first"), 1) in APOSTROPHES
    text, (start, end) = context.text, found.span()
    left = max(0, start - AROUND, text.rfind("\n", 0, start))
    if not marked and (not found["the"] or IN_TENS.search(text[left : end + AROUND])):
        return None
    close = found.end("first") + len(re.match(r"['’]?s", text[found.end("first") :])[0])  # type: ignore[index]
    begin = found.start("later") if found["later"] else found.start("second")
    begin -= text[begin - 1] in APOSTROPHES
    century = first[:2] if len(first) == 4 and len(second) == 2 else ""
    between = [
        decade_of(each.start(), each.end(), int(f"{century or 19}{each[1]}"), "")
        for each in BETWEEN.finditer(text, close, begin)
    ]
    return tied(
        found,
        [
            _of(found, "first", start, close, found["mod"]),
            *between,
            _of(found, "second", begin, end, found["later"], century),
        ],
    )


BETWEEN = lazily(r"['’]?([1-9]0)['’]?s")


def _of(found: Match, group: str, start: int, end: int, words: str | None, century: str = "") -> Draft:
    figures = f"{century}{found[group]}"
    year = int(figures) + (1900 if len(figures) == 2 else 0)
    return decade_of(start, end, year, meaning("mod", words) if words else "")


ARTS = (
    r"music|films?|movies?|pop|rock|punk|disco|soul|songs?|hits?|tunes?|albums?|bands?|styles?|fashions?|hairstyles?|"
    r"sitcoms?|shows?|classics?|stars?|icons?|nostalgia|revival|themes?|parties|party|cars?|furniture|posters?|kids?|"
    r"television|TV|cinema|comed(?:y|ies)|thrillers?|kitsch|retro|chic|generation"
)
LATER = r"(?:<later:mod> ?-?)?(?:the )?'?"
RULES: list[Rule] = [
    rule("decade_bare", rf"the {MOD}(?P<tens>[2-9]0)s", bare, YEAR),
    rule("decade_of_arts", rf"(?P<mod>)(?P<tens>[2-9]0)s(?=[- ](?:{ARTS})\b)", bare, YEAR),
    rule(
        "two_decades",
        rf"(?P<the>the )?{MOD}(?:the )?'?(?P<first>(?:1[0-9]|20)\d0|[1-9]0)'?s"
        rf"(?:, (?:the )?'?[1-9]0'?s){{0,3}}(?:,? and |{UNTIL})(?:the )?{LATER}"
        r"(?P<second>(?:1[0-9]|20)\d0|[1-9]0)'?s",
        two,
        YEAR,
    ),
]
