"""Datelines: "KYIV, June 13, 2025 —", "Boston (Agency), 13 juin 2025", a line that is nothing but a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from toolkit.corpus.publication.calendars import fold, particles, weekday
from toolkit.corpus.publication.day import parse_published
from toolkit.corpus.publication.page.vocabulary import labels
from toolkit.corpus.publication.written import scan


class Dateline(NamedTuple):
    """The day of a dateline, its words, and the number of its line among those that are not empty."""

    day: date
    words: str
    line: int


_LEAD_LINES = 5
_LEAD = 140  # characters of a line
_ALONE = 60
_LABEL = re.compile(r"(?:first )?(?:published|posted|date)(?: on)?[: ]\s*", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[6-9]|20|21)\d\d\b")
_DAY_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_DASH = re.compile(r"\s*(?:[—–]|--|\s-)\s")
_DATE_LINE = re.compile(
    r"^(?!(?:last |first )?(?:updated|modified|published|posted))(?=[^\n]*\b\d{1,2}\b)"
    r"[^\n]{0,30}\b(?:19|20)\d\d\b[^\n]{0,8}$",
    re.MULTILINE | re.IGNORECASE,
)
_FOUR_DIGITS = re.compile(r"\d{4}")
_AGENCY = r"(?:[(/]{1,2}[^()/\d]{2,25}[)/]{1,2}\s*)?"
_ENDS = re.compile(rf"\s*+[)\]]?[,.]?\s*+{_AGENCY}(?:[—–|:·]|--|-\s|\.?$)")
_SIGNED = re.compile(r"\s*(?:[|·•]|[–—-]\s)\s*[^\W\d_].*$")
_HEADED = re.compile(r"(?::|\s*[–—]|\s+-)\s+[^\W\d_].{40}")
_NO_PLACES = frozenset(
    [
        "on",
        "in",
        "by",
        "since",
        "from",
        "until",
        "till",
        "after",
        "before",
        "at",
        "am",
        "im",
        "le",
        "el",
        "il",
        "em",
        "the",
        "as",
        "and",
    ]
)
_BRACKET = {"(": ")", "[": "]"}
_PLACE = 60  # characters
_WORDS = 7


def datelines(text: str) -> Iterator[Dateline]:
    """The one dateline in the first lines of a text, if it has one.

    A text with several such lines is a chronology, whose dates are those of its events.

    >>> [found.words for found in datelines("Talks end\\nBERLIN (Agency), 8. Juni 2025 – Die Gespräche sind zu Ende.")]
    ['8. Juni 2025']
    """
    lead = [line.strip() for line in text[:2000].split("\n") if line.strip()][:_LEAD_LINES]
    for number, line in enumerate(lead, 1):
        if _YEAR.search(line[:120]):
            for words in _candidates(line):
                if day := _certain(words):
                    if words != line or len(_DATE_LINE.findall(text)) <= 1:
                        yield Dateline(day, words, number)
                    return
        if found := _placed(line):
            kind, day, words = found
            if kind == "place" or sum(_is_like(kind, each) for each in text[:20_000].split("\n")) == 1:
                yield Dateline(day, words, number)
            return


def _is_like(kind: str, line: str) -> bool:
    """Whether a line makes a chronology together with one whose day is placed so."""
    if kind == "headed":
        found = scan(line[:_ALONE])
        return bool(found) and not line[: found[0].start].strip()
    return (_placed(line) or ("",))[0] == kind


def _candidates(line: str) -> Iterator[str]:
    """What may be the date in a line: all of it, or what stands after the place and before the dash."""
    if len(line) <= _ALONE:
        yield line
        if label := _LABEL.match(line):
            yield line[label.end() :]
    head = _DASH.split(line[:120], maxsplit=1)[0]
    if head == line[:120] or not head[:1].isupper():
        return
    parts = re.split(r"(?:,|\s*\()\s*", head.rstrip(" )"))
    if weekday(fold(parts[0])) is not None:
        yield head
        return
    for first in range(1, len(parts)):
        words = ", ".join(parts[first:])
        if any(character.isdigit() for character in parts[0]):
            return
        yield words


def _certain(words: str) -> date | None:
    if not _YEAR.search(words) or not _DAY_NUMBER.search(words):
        return None
    try:
        return parse_published(words)
    except ValueError:
        return None


def _placed(line: str) -> tuple[str, date, str] | None:
    """The date after a place at the head of a line, or in brackets there, or before the author: what it is, and it."""
    head = line.strip()[:_LEAD]
    if not _FOUR_DIGITS.search(fold(head)):
        return None
    found = scan(head)
    if not found or not found[0].day:
        return None
    before, after = head[: found[0].start].rstrip(), head[found[0].end :]
    if before[:1] in _BRACKET:
        closed = after.startswith(_BRACKET[before[0]]) and (
            len(before) == 1 or _is_place(before[1:].rstrip(", "))
        )
        return ("bracket", found[0].day, found[0].words) if closed else None
    if not before:
        if len(line) <= _LEAD // 2 and len(found) == 1 and _SIGNED.match(after):
            return "signed", found[0].day, found[0].words
        return ("headed", found[0].day, found[0].words) if _HEADED.match(after) else None
    if labels(fold(before)):
        return None
    if _is_place(before) and _ENDS.match(after):
        return "place", found[0].day, found[0].words
    return None


def _is_place(words: str) -> bool:
    """Whether words are a place, and an agency, as a dateline has them: "PARIS (Agency), le"."""
    if len(words) > _PLACE or any(map(str.isdigit, words)):
        return False
    parts = re.findall(r"[^\W\d_][\w.'’-]*", re.sub(r"\([^()]{1,30}\)", "", words))
    names = [part for part in parts if weekday(fold(part)) is None and fold(part) not in particles()]
    proper = [part for part in names if part[0].isupper() or part[0].lower() == part[0].upper()]
    return 0 < len(proper) == len(names) <= _WORDS and fold(names[0]) not in _NO_PLACES
