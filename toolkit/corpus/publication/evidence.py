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
from pathlib import PurePath

from toolkit.corpus.draft import Draft
from toolkit.corpus.publication.address import day_in, path_of
from toolkit.corpus.publication.dateline import datelines
from toolkit.corpus.publication.day import parse_published
from toolkit.corpus.publication.page.stamps import labelled
from toolkit.corpus.publication.page.statement import MODIFIED
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


_LONGEST_LINE = 160  # characters: a longer one is a paragraph of the article
# files of many articles
_TABLES = (
    ".jsonl",
    ".ndjson",
    ".csv",
    ".tsv",
    ".psv",
    ".tab",
    ".parquet",
    ".xlsx",
    ".xml",
    ".rss",
    ".atom",
    ".warc",
)
_DIGITS = re.compile(r"\d{4}")
_OF_AN_EVENT = re.compile(
    r"\b(?:on|since|until|after|before|from|of|by|ending|ended|between|and|to)\s+"
    r"(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
_TITLE_GOES_ON = re.compile(r"\s*(?:$|[:|–—,;)\].-])")


def gather(draft: Draft) -> tuple[Evidence, ...]:
    """All that a draft holds on its publication day, in the order of the ladder, and the days of updates.

    >>> draft = Draft("a", "KYIV, June 8, 2025 — Talks ended.", "a.txt", fields={"url": "https://example.org/2025/06/09/talks"})
    >>> [str(piece) for piece in gather(draft)]
    ['url 2025-06-09 “/2025/06/09” (url)', 'dateline 2025-06-08 “June 8, 2025” (line 1)']
    """
    if draft.part:
        return tuple(_metadata(draft))
    dateline = tuple(from_dateline(draft.text))
    seen = {(piece.day, piece.where) for piece in dateline}
    return (
        *_given(draft),
        *_metadata(draft),
        *from_url(draft.fields.get("url", "")),
        *dateline,
        *_titles(draft),
        *(piece for piece in from_lines(draft.text) if (piece.day, piece.where) not in seen),
        *_line(draft),
        *from_file(draft),
        *_guess(draft),
    )


def _given(draft: Draft) -> Iterator[Evidence]:
    for value, file, place, order in draft.given:
        where = f"{file}, {place}" if place else file
        try:
            yield Evidence("given", parse_published(value, order), value, where)
        except ValueError as error:
            yield Evidence("given", None, value, where, str(error))


def _metadata(draft: Draft) -> Iterator[Evidence]:
    published, updated = draft.stated.published, draft.stated.updated
    if published:
        yield Evidence("metadata", date.fromisoformat(published), published, draft.stated.where or "page")
    elif draft.stated.doubt:
        problem = f"{draft.stated.words!r} {draft.stated.doubt}: write the day into the manifest"
        yield Evidence("metadata", None, draft.stated.words, draft.stated.where, problem)
    if updated and updated != published:
        day = date.fromisoformat(updated)
        yield Evidence("metadata", day, updated, "meta tags, JSON-LD or words of the page", update=True)


def _titles(draft: Draft) -> Iterator[Evidence]:
    """The title, and what the page has for one: there stands the day that is cut off as the name of an outlet is."""
    found = {
        piece.day: piece
        for title in (draft.stated.title, draft.fields.get("title", ""))
        for piece in from_title(title)
    }
    yield from found.values()


def _line(draft: Draft) -> Iterator[Evidence]:
    if line := draft.stated.line:
        yield Evidence("text", date.fromisoformat(line), line, "a line of the page")


def _guess(draft: Draft) -> Iterator[Evidence]:
    if day := draft.stated.guess:
        yield Evidence("guess", date.fromisoformat(day), day, f"a guess from {draft.stated.guessed}")


def from_url(url: str) -> Iterator[Evidence]:
    """The day in the path of an address: /2025/06/13/, /2025/jun/13/, /2025-06-13-, /20250613.

    >>> [piece.day for piece in from_url("https://example.org/world/2025/jun/13/talks")]
    [datetime.date(2025, 6, 13)]
    """
    if found := day_in(path_of(url)):
        yield Evidence("url", found[0], found[1], "url")


def from_file(draft: Draft) -> Iterator[Evidence]:
    """The day in the name of an article's own file: 2025-06-13-talks.txt.

    >>> [piece.day for piece in from_file(Draft("a", "Talks ended.", "2025-06-13-talks.txt"))]
    [datetime.date(2025, 6, 13)]
    """
    name, ending = PurePath(draft.file).name, PurePath(draft.file).suffix
    stem = name if ending[1:].isdigit() else name.removesuffix(ending)  # "13.06.2025" has no ending
    if ending.lower() not in _TABLES and (found := day_in(stem.replace(".", "-").replace(" ", "-"))):
        yield Evidence("file", found[0], found[1].strip("-_/"), name)


def from_dateline(text: str) -> Iterator[Evidence]:
    """The day of a dateline in the first lines, or of a line among them that is nothing but a date.

    A text with several such lines is a chronology, whose dates are those of its events.

    >>> [piece.day for piece in from_dateline("Talks end\\n8 June 2025\\nThe talks ended on Sunday.")]
    [datetime.date(2025, 6, 8)]
    """
    for day, words, line in datelines(text):
        yield Evidence("dateline", day, words, f"line {line}")


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
        if len(line) <= _LONGEST_LINE and _DIGITS.search(line):
            for each in labelled(line.strip(" *_>#")):
                if each.day:
                    yield Evidence(
                        "text", each.day, each.words, f"line {number}", update=each.meaning == MODIFIED
                    )


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
