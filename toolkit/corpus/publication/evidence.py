"""What speaks for a publication day: the written date, the page's metadata, the address, the dateline, the title, and
lines of the text such as "Published 13 June 2025".

The day of an update is evidence, too, but never of first publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from toolkit.corpus.draft import Draft
from toolkit.corpus.publication.day import parse_published
from toolkit.dates import find_dates


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence: its basis (a rung of the ladder, or inferred), its words, where, and their day.

    `day` is None where the words name no day; `problem` then says why, and is empty where they say "unknown".
    `update` is True where the day is one of an update.
    """

    basis: str
    day: date | None
    value: str
    where: str
    problem: str = ""
    update: bool = False

    def __str__(self) -> str:
        day = self.day.isoformat() if self.day else "no day"
        words = "" if self.value == day else f" “{self.value}”"
        kind = f"{self.basis} update" if self.update else self.basis
        return f"{kind} {day}{words} ({self.where})"


_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_URL_DAY = re.compile(
    r"[/_-]((?:19|20)\d\d)([/_-]?)(\d{2}|" + "|".join(_MONTH_NAMES) + r")\2(\d{2})(?=[/_.?#-]|$)",
    re.IGNORECASE,
)
_LEAD_LINES = 5
_LABEL = re.compile(r"(?:first )?(?:published|posted|date)(?: on)?[: ]\s*", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[6-9]|20|21)\d\d\b")
_DAY_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_DASH = re.compile(r"\s*(?:[—–]|--|\s-)\s")
_FIRST = ("published", "posted")
_LONGEST_LINE = 160  # characters: a longer one is a paragraph of the article
_STAMPED = re.compile(r"\b(?:published|posted|updated|modified|revised)\b", re.IGNORECASE)
_STAMP = re.compile(
    r"(?P<before>^|[|·•(;,–—-]|[.]\s|\s(?=(?:last |latest )?(?:updated|modified|revised)\b))\s*"
    r"(?:first |last |originally |latest )?"
    r"(?P<verb>published|posted|updated|modified|revised)\s*(?:on|at)?\s*[:,]?\s*"
    r"(?P<date>[^|·•();–—\n]*?\b(?:19|20)\d\d\b(?:-\d\d-\d\d)?[^|·•();,–—\n]{0,20}?)"
    r"(?=\s*(?:$|[|·•();,–—]|[.]\s|\b(?:(?:last |latest )?(?:updated|modified|revised)|by|in)\b))",
    re.IGNORECASE,
)
_OF_AN_EVENT = re.compile(
    r"\b(?:on|since|until|after|before|from|of|by|ending|ended|between|and|to)\s+"
    r"(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
_TITLE_GOES_ON = re.compile(r"\s*(?:$|[:|–—,;)\].-])")
_DATE_LINE = re.compile(
    r"^(?!(?:last |first )?(?:updated|modified|published|posted))(?=[^\n]*\b\d{1,2}\b)"
    r"[^\n]{0,30}\b(?:19|20)\d\d\b[^\n]{0,8}$",
    re.MULTILINE | re.IGNORECASE,
)


def gather(draft: Draft) -> tuple[Evidence, ...]:
    """All that a draft holds on its publication day, in the order of the ladder, and the days of updates.

    >>> draft = Draft("a", "KYIV, June 8, 2025 — Talks ended.", "a.txt", fields={"url": "https://example.org/2025/06/09/talks"})
    >>> [str(piece) for piece in gather(draft)]
    ['url 2025-06-09 “/2025/06/09” (url)', 'dateline 2025-06-08 “June 8, 2025” (line 1)']
    """
    dateline = tuple(from_dateline(draft.text))
    seen = {(piece.day, piece.where) for piece in dateline}
    return (
        *_given(draft),
        *_metadata(draft),
        *from_url(draft.fields.get("url", "")),
        *dateline,
        *from_title(draft.fields.get("title", "")),
        *(piece for piece in from_lines(draft.text) if (piece.day, piece.where) not in seen),
    )


def _given(draft: Draft) -> Iterator[Evidence]:
    for value, file, place in draft.given:
        where = f"{file}, {place}" if place else file
        try:
            yield Evidence("given", parse_published(value), value, where)
        except ValueError as error:
            yield Evidence("given", None, value, where, str(error))


def _metadata(draft: Draft) -> Iterator[Evidence]:
    if draft.metadata:
        yield Evidence(
            "metadata", date.fromisoformat(draft.metadata), draft.metadata, "meta tags or JSON-LD of the page"
        )
    if draft.updated and draft.updated != draft.metadata:
        day = date.fromisoformat(draft.updated)
        yield Evidence("metadata", day, draft.updated, "meta tags, JSON-LD or words of the page", update=True)


def from_url(url: str) -> Iterator[Evidence]:
    """The day in the path of an address: /2025/06/13/, /2025/jun/13/, /2025-06-13-, /20250613.

    >>> [piece.day for piece in from_url("https://example.org/world/2025/jun/13/talks")]
    [datetime.date(2025, 6, 13)]
    """
    path = re.sub(r"^[a-z]+://[^/]*", "", url, flags=re.IGNORECASE)
    for match in _URL_DAY.finditer(path):
        year, _, month, day = match.groups()
        try:
            found = date(int(year), _MONTH.get(month.lower()) or int(month), int(day))
        except ValueError:  # a number that looks like a day, an article's number for instance
            continue
        yield Evidence("url", found, match[0], "url")
        return


def from_dateline(text: str) -> Iterator[Evidence]:
    """The day of a dateline in the first lines, or of a line among them that is nothing but a date.

    A text with several such lines is a chronology, whose dates are those of its events.

    >>> [piece.day for piece in from_dateline("Talks end\\n8 June 2025\\nThe talks ended on Sunday.")]
    [datetime.date(2025, 6, 8)]
    """
    lead = [line.strip() for line in text[:2000].split("\n") if line.strip()][:_LEAD_LINES]
    for number, line in enumerate(lead, 1):
        if not _YEAR.search(line[:120]):
            continue
        for words in _candidates(line):
            if day := _certain(words):
                if words == line and len(_DATE_LINE.findall(text)) > 1:
                    return
                yield Evidence("dateline", day, words, f"line {number}")
                return


def from_title(title: str) -> Iterator[Evidence]:
    """The one whole date in a title, but for "on June 8, 2025", which is the day of what happened.

    >>> [piece.day for piece in from_title("Morning briefing, June 13, 2025")]
    [datetime.date(2025, 6, 13)]
    >>> list(from_title("What happened on June 8, 2025"))
    []
    """
    found = [each for each in find_dates(title[:300]) if each.grain == "day" and each.earliest]
    if len(found) != 1 or found[0].earliest != found[0].latest:
        return
    start, end = found[0].start, found[0].end
    if not _OF_AN_EVENT.search(title, 0, start) and _TITLE_GOES_ON.match(title, end):
        yield Evidence("title", found[0].earliest, found[0].text, "title")


def from_lines(text: str) -> Iterator[Evidence]:
    """Lines that say when the text was published or updated, wherever they stand.

    >>> [str(piece) for piece in from_lines("Talks ended.\\nPublished 13 June 2025 | Last updated: 14 June 2025")]
    ['text 2025-06-13 “13 June 2025” (line 2)', 'text update 2025-06-14 “14 June 2025” (line 2)']
    """
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE or not (_YEAR.search(line) and _STAMPED.search(line)):
            continue
        stamped = False
        for stamp in _STAMP.finditer(line.strip(" *_>#")):
            words = stamp["date"].strip(" ,;|·.)")
            if stamp["before"] in (",", " ") and not stamped:
                continue  # "the report, published on 13 June 2025, says"
            if day := _certain(words) or _only_day(words):
                stamped = True
                update = stamp["verb"].lower() not in _FIRST
                yield Evidence("text", day, words, f"line {number}", update=update)


@lru_cache(maxsize=64)
def without_stamps(text: str) -> str:
    """The text with its dateline and its lines about publication and updates blanked, every character in its place.

    What is left is what the article tells.

    >>> without_stamps("Talks ended on June 8.\\nUpdated 9 June 2025").rstrip()
    'Talks ended on June 8.'
    """
    lines = text.split("\n")
    for piece in (*from_dateline(text), *from_lines(text)):
        number = int(piece.where.removeprefix("line ")) - 1
        if piece.basis == "dateline":  # it is counted in lines that are not empty
            number = [at for at, line in enumerate(lines) if line.strip()][number]
            lines[number] = lines[number].replace(piece.value, " " * len(piece.value), 1)
        else:
            lines[number] = " " * len(lines[number])
    return "\n".join(lines)


def _only_day(words: str) -> date | None:
    """The one day that words hold, with whatever time of the day beside it."""
    days = {
        each.earliest for each in find_dates(words) if each.grain == "day" and each.earliest == each.latest
    }
    return days.pop() if len(days) == 1 else None


def _candidates(line: str) -> Iterator[str]:
    """What may be the date in a line: all of it, or what stands after the place and before the dash."""
    if len(line) <= 60:
        yield line
        if label := _LABEL.match(line):
            yield line[label.end() :]
    head = _DASH.split(line[:120], maxsplit=1)[0]
    if head == line[:120] or not head[:1].isupper():
        return
    parts = re.split(r"(?:,|\s*\()\s*", head.rstrip(" )"))
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
