"""Dates with a year of two digits: 13.06.25, 6/13/25, 13 Jun 25.

They are read on pages only, whose language is known: where the rest of the line leaves no doubt that the last number is
a year, and the language or the page's own order tells the day from the month; never between two readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.corpus.publication.calendars import day_first, key, months

_OF_THE_WEB = range(1990, 2040)  # an older day is that of an event
_DOTTED = re.compile(r"(?<![\d.,/:-])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d\d)(?![\d/]|[.,:-]\d)")
_SLASHED = re.compile(r"(?<![\d.,/:-])(\d{1,2})/(\d{1,2})/(\d\d)(?![\d/]|[.,:-]\d)")
_REST = r"\s*(?=$|[,;|·•)\]]|\s[–—-]\s(?!\d)|\d{1,2}[:.]\d\d)"
_NAMED = (
    re.compile(
        r"(?<![\d.,/:-])(?P<day>\d{1,2})[.\s-]{1,2}(?P<month>[^\W\d_]{3,12})\.?,?[\s-]['’]?(?P<year>\d\d)"
        + _REST
    ),
    re.compile(r"(?<!\w)(?P<month>[^\W\d_]{3,12})\.? (?P<day>\d{1,2}), ?['’]?(?P<year>\d\d)" + _REST),
)


def short_years(plain: str, language: str, order: str) -> Iterator[tuple[re.Match[str], int, int, int]]:
    """The places, years, months and days of such dates in a line, as `fold` leaves it; any may be no day at all.

    >>> [found[1:] for found in short_years("13.06.25 und 13. juni 25", "de", "dmy")]
    [(2025, 6, 13), (2025, 6, 13)]
    >>> list(short_years("03/04/25", "en", "")), list(short_years("8.5.45", "de", "dmy"))
    ([], [])
    """
    if not language:
        return
    for match in _DOTTED.finditer(plain) if language in day_first() else ():
        yield from _made(match, match[3], int(match[2]), int(match[1]))
    for match in _SLASHED.finditer(plain):
        first, second = int(match[1]), int(match[2])
        if first > 12 or (order == "dmy" and second <= 12):
            yield from _made(match, match[3], second, first)
        elif second > 12 or order == "mdy":
            yield from _made(match, match[3], first, second)
    for match in (found for form in _NAMED for found in form.finditer(plain)):
        numbers = {each.number for each in months().get(key(match["month"]), ()) if not each.solar}
        for number in numbers if len(numbers) == 1 else ():
            yield from _made(match, match["year"], number, int(match["day"]))


def _made(
    match: re.Match[str], year: str, month: int, day: int
) -> Iterator[tuple[re.Match[str], int, int, int]]:
    if century := next((each for each in (1900, 2000) if each + int(year) in _OF_THE_WEB), 0):
        yield match, century + int(year), month, day
