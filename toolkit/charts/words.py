"""Values as words: what charts and tables write of a text and of the days of an interval."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from toolkit.timeline.alone import points_back, says_little
from toolkit.timeline.desk import capital, day_written, typeset

_BROKEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
QUOTE = 420  # characters of a quote that a tooltip holds
EXCERPT = 78  # and of one that stands for a claim
_OPENING = re.compile(
    r"(?:(?:On|In|At|By|Last|This|Earlier|Meanwhile|However|But|And)(?: [\w-]+){0,3}, |\w+ing [^,]{1,80}, )+",
    re.I,
)
_SAYING = re.compile(
    r"[^“”\",;:]{1,90}?\b(?:said|says|told|reported|reports|announced|announces|warned|warns|added|adds)\b"
    r"(?: (?:to )?(?:[A-Z][\w’']+ ?|the |reporters? ?){1,4})? that (?=\w+ \w+ \w+ \w+)"
)
"""What opens a sentence, and who says what it tells: left out where there is room for few words."""
_INNER = str.maketrans("“”", "‘’")
"""Quotation marks inside of others."""
QUOTE_MARKS = '“”"‘’ '


def clean(text: Any, limit: int = QUOTE) -> str:
    """Corpus text as one line that any picture format can hold: no control characters, no lone surrogates.

    >>> clean("a\\u2028b\\x00c")
    'a b\\ufffdc'
    """
    if text is None or text is pd.NA or text != text:
        return ""
    line = str(text)
    if len(line) <= limit and line.isprintable() and "  " not in line and line == line.strip():
        return line  # nearly all are
    line = " ".join(line.split())
    line = _BROKEN.sub("\ufffd", line)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def shortened(name: str) -> str:
    """A name in less room: without what stands in brackets, and in whole words; empty where it is as short already.

    >>> shortened("Wire desk (project)"), shortened("South Korea’s Joint Chiefs of Staff"), shortened("Reuters")
    ('Wire desk', 'South Korea’s Joint Chiefs…', '')
    >>> shortened("Institute for the Study of Conflicts")
    'Institute for the Study…'
    """
    short = _HANGING.sub("…", excerpt(_BRACKETS.sub("", name) or name, SHORT_NAME))
    return "" if short == name else short


_BRACKETS = re.compile(r"\s*\([^)]*\)")
_HANGING = re.compile(
    r"(?:[\s,]+(?:for|of|and|or|the|an?|in|on|at|to|by|with|from|such|as|that|which|who|but))+…$"
)
SHORT_NAME = 27  # characters


def printed_in(row: Mapping[str, Any]) -> str:
    """The outlet that printed a row of the event table, with the page of a document that has pages.

    >>> printed_in({"outlet": "Council report", "page": 3}), printed_in({"outlet": "Courier", "page": 0})
    ('Council report, page 3', 'Courier')
    """
    page = f"page {row['page']}" if row["page"] else ""
    return ", ".join(filter(None, (str(row["outlet"]), page)))


@lru_cache(maxsize=4096)
def day_text(start: Any, end: Any, grain: str = "", month: str = "%B") -> str:
    """An interval of civil days as a person writes it; an open side is said in words.

    `month` is "%B" for the month in full, "%b" for its first three letters.

    >>> day_text(pd.Timestamp("2025-06-08"), pd.Timestamp("2025-06-08"))
    '8 June 2025'
    >>> day_text(pd.NaT, pd.Timestamp("2025-06-08"))
    'by 8 June 2025'
    >>> day_text(pd.Timestamp("2025-03-01"), pd.Timestamp("2025-03-31"), "month")
    'March 2025'
    >>> day_text(pd.Timestamp("0009-09-01"), pd.Timestamp("0009-09-30"), "month")
    'September AD 9'
    """
    first, last = pd.Timestamp(start), pd.Timestamp(end)

    def day(moment: pd.Timestamp) -> str:
        return f"{moment.day} {moment:{month}} {_year(moment)}"

    if pd.isna(first) and pd.isna(last):
        return ""
    if pd.isna(first):
        return f"by {day(last)}"
    if pd.isna(last):
        return f"since {day(first)}"
    if first == last:
        return day(first)
    if grain == "month" and first.is_month_start and last.is_month_end and first.month == last.month:
        return f"{first:{month}} {_year(first)}"
    if grain == "year" and first.is_year_start and last.is_year_end and first.year == last.year:
        return _year(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return (
        f"{first.day} {first:{month}} to {day(last)}"
        if first.year == last.year
        else f"{day(first)} to {day(last)}"
    )


def _year(moment: pd.Timestamp) -> str:
    return f"AD {moment.year}" if moment.year < FOUR_FIGURES else str(moment.year)


FOUR_FIGURES = 1000


def before_christ(timex: str) -> str:
    """A TIMEX3 value before the year 1 as a person writes it; empty for others.

    >>> before_christ("BC0044-03-15"), before_christ("BC0046"), before_christ("2025-03-15")
    ('15 March 44 BC', '46 BC', '')
    """
    if not (found := _BEFORE_CHRIST.fullmatch(timex)):
        return ""
    year, month, day = (int(each) if each else 0 for each in found.groups())
    name = f"{pd.Timestamp(2000, month, 1):%B}" if 1 <= month <= DECEMBER else ""
    return " ".join(filter(None, (str(day or ""), name, f"{year} BC")))


DECEMBER = 12
_BEFORE_CHRIST = re.compile(r"BC(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def history(standings: Any) -> list[tuple[str, Any, str]]:
    """The steps of a claim as the ledger's `standings` write them: the standing, the day to draw it at, its days in
    words. The day is the last one; NaT where none is known.

    >>> [(standing, f"{day:%d %b}", words) for standing, day, words in history("claimed 2025-03; denied 2025-06-09")]
    [('claimed', '31 Mar', 'March 2025'), ('denied', '09 Jun', '9 June 2025')]
    """
    steps = []
    for step in str(standings).split("; "):
        standing, _, when = step.partition(" ")
        begin, _, end = when.partition("/")
        first, last = (day_written(day) or pd.NaT for day in (begin, end or begin))
        if len(when) == len("2025-03") and not pd.isna(last):
            last = last + pd.offsets.MonthEnd()
        steps.append((standing, last, day_text(first, last, "month") or when))
    return steps


def excerpt(text: str, limit: int) -> str:
    """The beginning of a text in whole words.

    >>> excerpt("A package was agreed on Monday", 20), excerpt("A package", 20)
    ('A package was…', 'A package')
    """
    if len(text) <= limit:
        return text
    return f"{text[:limit].rpartition(' ')[0].rstrip(' ,;:–—-') or text[: limit - 1]}…"


def plural(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> plural(1, "article"), plural(2400, "article"), plural(2, "day of its own", "days of their own")
    ('1 article', '2,400 articles', '2 days of their own')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def short_days(start: Any, end: Any) -> str:
    """The same in the least room, without the year.

    >>> short_days(pd.Timestamp("2025-06-07"), pd.Timestamp("2025-06-08"))
    '7–8 Jun'
    >>> short_days(pd.NaT, pd.Timestamp("2025-06-08"))
    'by 8 Jun'
    >>> march, may = pd.Timestamp("2025-03-01"), pd.Timestamp("2025-05-31")
    >>> short_days(march, pd.Timestamp("2025-03-31")), short_days(march, may)
    ('Mar', 'Mar – May')
    """
    months = not pd.isna(start) and not pd.isna(end) and start.is_month_start and end.is_month_end
    first, last = (
        "" if pd.isna(day) else f"{day:%b}" if months else f"{day.day} {day:%b}" for day in (start, end)
    )
    if first and last:
        if not months and first != last and first[-3:] == last[-3:] and start.year == end.year:
            return f"{start.day}–{last}"
        return first if first == last else f"{first} – {last}"
    return f"since {first}" if first else f"by {last}" if last else ""


def claim_name(kind: Any, place: Any, who: Any = "") -> str:
    """A claim in a few words: what kind of thing, where, and by or of whom.

    >>> claim_name("advance", "Dobropillia"), claim_name("", "")
    ('Advance in Dobropillia', 'Claim')
    >>> claim_name("no_comment", "Yongsan", "North Korea; Japan")
    'No comment in Yongsan (North Korea, Japan)'
    """
    where, parties = clean(place, 40), clean(who, 60).replace("; ", ", ")
    name = clean(kind, 40).replace("_", " ") or "claim"
    name = f"{name}{f' in {where}' if where else ''}{f' ({parties})' if parties else ''}"
    return name[0].upper() + name[1:]


def label_of(row: Mapping[Any, Any] | pd.Series) -> str:
    """A claim as its sentence; where none was made that stands alone and says something, in the words of the text, or
    in a few words of its kind where there are none.

    >>> label_of({"statement": "Troops enter the town", "kind": "advance", "place": "Dobropillia"})
    'Troops enter the town'
    >>> label_of({"statement": "It is agreed on", "quote": "A package was agreed.", "kind": "agreement", "place": ""})
    '“A package was agreed.”'
    >>> label_of({"quote": "On Sunday, it was agreed on.", "kind": "agreement", "place": ""})
    '“It was agreed on.”'
    >>> label_of({"quote": "In May, however, a guard told The Courier that a gate of the old mill was open."})
    '“A gate of the old mill was open.”'
    >>> label_of({"quote": "A talk of “last things” was held.", "kind": "talks", "place": ""})
    '“A talk of ‘last things’ was held.”'
    >>> label_of({"kind": "advance", "place": "Dobropillia"})
    'Advance in Dobropillia'
    """
    sentence = typeset(clean(row.get("statement"), 140))
    if sentence and not points_back(sentence) and not says_little(sentence):
        return sentence
    if quote := clean(row.get("summary") or row.get("quote")).strip(QUOTE_MARKS):
        inside = _SAYING.sub("", _OPENING.sub("", quote, count=1), count=1).translate(_INNER)
        return f"“{_HANGING.sub('…', excerpt(capital(inside), EXCERPT))}”"
    return claim_name(row["kind"], row["place"], row.get("actor"))
