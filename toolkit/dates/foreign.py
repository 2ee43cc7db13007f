"""The written-out dates of a text in another language: "am 8. Juni 2025", "8 червня 2025 року".

The rules of this toolkit read English. In other languages only days, months and years that the text writes out are
taken, found by their figures and read by `dateparser`, which knows the names of months in some two hundred languages.
Nothing relative is resolved, so nothing is made up.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from toolkit.dates.context import Draft, dated
from toolkit.dates.language import languages
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import LONG_MONTHS
from toolkit.dates.rules.absolute import a_day
from toolkit.model import TimeExpression

# A year, with a month's name before it, a day before or behind that, and the small words that languages put between.
WRITTEN = lazily(
    r"(?<!\w)(?:(?P<day>[0-3]?\d)(?:er|\.|º|ª|-го|-е)?[ \u00a0](?:de |di |d['’])?)?"
    r"(?P<month>[^\W\d_]{3,12})\.?(?:[ \u00a0](?P<after>[0-3]?\d),)?"
    r"[ \u00a0](?:de |del |di )?(?P<year>(?:19|20)\d\d)(?!\d)"
)


def find_foreign_dates(text: str, language: str) -> list[TimeExpression]:
    """The days and months that a text in another language writes out with their year, in order.

    `language` is a code of `toolkit.dates.language`; an unknown one gives an empty list.

    >>> [(t.text, t.value) for t in find_foreign_dates("Am 8. Juni 2025 sagte er, im März 2025 nicht.", "de")]
    [('8. Juni 2025', '2025-06-08'), ('März 2025', '2025-03')]
    """
    if language not in languages():
        return []
    found = []
    for match in WRITTEN.finditer(text):
        if draft := _read(match, language):
            found.append(draft.finish(text))
    return found


def _read(match: re.Match[str], language: str) -> Draft | None:
    month = _month(match["month"].lower(), language)
    if month is None:
        return None
    year, day = int(match["year"]), match["day"] or match["after"]
    how = f"written out in {languages()[language]['name']}, read by dateparser"
    if day:
        draft = a_day(*match.span(), year, month, int(day), how)
    else:
        draft = dated(*match.span(), "month", date(year, month, 1), f"{LONG_MONTHS[month - 1]} {year}: {how}")
    draft.rule = draft.rule or "foreign_date"
    return draft


@lru_cache(maxsize=4096)
def _month(name: str, language: str) -> int | None:
    """The number of a month by its name; the day 15 can be no month, so that a word that is none is not passed over."""
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY", "PARSERS": ["absolute-time"]}
    told = dateparser.parse(f"15 {name} 2001", languages=[language], settings=settings)
    return told.month if told and told.day == 15 else None
