"""The days in the words of a page: beside "Published", under the headline, in an element for dates.

A label governs the day after it, up to the next sign of another part; one with no day after it the day before it. In a
line without a label the markup tells; else the line must hold hardly more than the day, and stand by the headline.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from toolkit.corpus.publication.calendars import fold
from toolkit.corpus.publication.page.governing import AT_HEAD, FAR, Found, ends, governed, is_bare
from toolkit.corpus.publication.page.lines import LONG, Line
from toolkit.corpus.publication.page.statement import (
    DATE,
    MODIFIED,
    NOTHING_KNOWN,
    PUBLISHED,
    YEARS,
    Context,
    Statement,
)
from toolkit.corpus.publication.page.vocabulary import Label, labels
from toolkit.corpus.publication.written import scan

WORDS = "words of the page"
UNPLACED = -1
"""The strength of a day in a line that holds nothing else, somewhere on the page."""
_BEFORE, _AFTER = 8, 14
"""Lines before and after the headline within which a day stands by it."""
_NOWHERE = -1  # the line of the headline where a page has none: its head is what stands by it
_STOPS = '.!?…。！？।۔؟»”"'
_TOLD, _CHRONICLE = 60, 3  # characters of a paragraph, days of a chronicle
_LETTERS, _WORDED, _NEIGHBOURS = re.compile(r"[^\W\d_]"), 4, 2
_SIGNED = re.compile(
    r"\d{1,2}[:.h]\d\d\b|^\W*(?:by|von|par|por|di|da|door|av|af|przez|от|від|автор|autor|author|yazan)\b",
    re.IGNORECASE,
)


class Stamp(NamedTuple):
    """A day in a line: what it is stated to be, how surely (-1 to 3), how many lines behind the headline, if by it."""

    statement: Statement
    strength: int
    distance: int
    near: bool

    @property
    def nearness(self) -> tuple[int, int]:
        """What stands below the headline comes first: above it may be the day on which the page was looked at."""
        place = 1 if self.distance < 0 else 0 if self.near else 2
        return place, abs(self.distance)


def order_of(lines: Iterable[str]) -> str:
    """The order in which a page writes its days in numbers, by those that leave no choice; else empty."""
    ways = set()
    for line in lines:
        if len(line) <= LONG and ("/" in line or "-" in line):
            for each in scan(line):
                if each.numbers and each.day:
                    ways.add("mdy" if each.numbers[1] > 12 else "dmy")
    return ways.pop() if len(ways) == 1 else ""


def stamps(lines: Sequence[Line], context: Context) -> list[Stamp]:
    """All days that the lines state, in order."""
    here = next((at for at, line in enumerate(lines) if line.heading), _NOWHERE)
    end = _begun(lines, here + 1)
    found, carried = list[Stamp](), ""
    for at, line in enumerate(lines):
        plain = fold(line.text)
        dated = line.marks or any(map(str.isdigit, plain))
        told = labels(plain) if len(plain) <= (2 * LONG if dated else AT_HEAD) else []
        # A label that is a whole line governs the next one: the cells of a table, the terms of a list.
        only = (
            told[0].meaning
            if len(told) == 1 and len(plain.strip()) <= told[0].end - told[0].start + 3
            else ""
        )
        if len(line.text) > LONG and not line.marks:
            carried = ""
            continue
        near = here - _BEFORE <= at <= min(end, here + _AFTER)
        after = here != _NOWHERE and 0 <= at - here < FAR
        found += _of_line(line, plain, told, carried, near, at - here, context, after)
        carried = only
    others = _chronicle(lines, found, here) | _listed(lines, found, here)
    return [each for each in found if each.statement.meaning != DATE or each.distance + here not in others]


def _begun(lines: Sequence[Line], start: int) -> int:
    """The line in which the text has begun: a long paragraph, or the second short one, as the first may be a lead."""
    short = 0
    for at in range(start, len(lines)):
        text = lines[at].text.strip()
        short += len(text) >= _TOLD and text[-1] in _STOPS
        if len(text) > LONG or short == 2:
            return at
    return len(lines)


def _chronicle(lines: Sequence[Line], found: Sequence[Stamp], here: int) -> set[int]:
    """The lines of days that are the heads of a chronicle: of one kind, with a paragraph each, for several days."""
    heads: defaultdict[str, dict[int, date]] = defaultdict(dict)
    for each in found:
        at = each.distance + here
        told = len(lines[at + 1].text) if at + 1 < len(lines) else 0
        if each.statement.meaning == DATE and each.statement.day and told >= _TOLD:
            heads[lines[at].kind][at] = each.statement.day
    return {at for days in heads.values() if len(set(days.values())) >= _CHRONICLE for at in days}


def _listed(lines: Sequence[Line], found: Sequence[Stamp], here: int) -> set[int]:
    """The lines that list other articles: of one kind, close together, each with some words and a day of its own."""
    result, last = set[int](), dict[str, tuple[int, date]]()
    for each in found:
        at, day = each.distance + here, each.statement.day
        words = len(_LETTERS.findall(lines[at].text)) - len(_LETTERS.findall(each.statement.words))
        if each.statement.meaning != DATE or each.strength > 1 or not day or words < _WORDED:
            continue
        before = last.get(lines[at].kind)
        if before and 0 < at - before[0] <= _NEIGHBOURS and before[1] != day:
            result |= {before[0], at}
        last[lines[at].kind] = at, day
    return result


def labelled(text: str, context: Context = NOTHING_KNOWN) -> list[Statement]:
    """What a line of plain text says of its own publication and updates.

    >>> [(each.meaning, each.words) for each in labelled("Publié le 1 mai 2021, mis à jour le 3 mai 2021")]
    [('published', '1 mai 2021'), ('modified', '3 mai 2021')]
    >>> labelled("The report, published on 1 May 2021, names nobody.")
    []
    """
    plain = fold(text)
    found = _of_line(Line(text), plain, labels(plain), "", False, -1, context)
    return [
        each.statement
        for each in found
        if each.statement.meaning in (PUBLISHED, MODIFIED) and each.strength == 3
    ]


def _of_line(
    line: Line,
    plain: str,
    told: Sequence[Label],
    carried: str,
    near: bool,
    distance: int,
    context: Context,
    after: bool = False,
) -> list[Stamp]:
    dates = _dates(line, context)
    if not dates:
        return []
    bare, result = is_bare(plain, dates, told), list[Stamp]()
    placed = None if context is NOTHING_KNOWN else near or line.footer or any(each.hint for each in dates)
    told_of = governed(plain, told, dates, placed)
    for at, each in enumerate(dates):
        meaning, strength = told_of.get(at, ("", 0))
        if not meaning and carried and at == 0:
            meaning, strength = carried, 3
        if meaning == "published" and not (bare or each.hint or each.mark or ends(plain, each, told, dates)):
            meaning, strength = "", -1
        if each.hint in ("modified", "other") and meaning in ("", "date"):
            meaning, strength = each.hint, 3
        if not meaning and strength >= 0:
            meaning, strength = _unlabelled(each, bare, near, after, line)
        if meaning:
            statement = Statement(meaning, each.day, each.words, each.where, each.problem)
            result.append(Stamp(statement, strength, distance, near))
    return result


def _unlabelled(each: Found, bare: bool, near: bool, after: bool, line: Line) -> tuple[str, int]:
    if each.hint in ("published", "created"):
        return each.hint, 3 if near or line.inside else 2
    if line.aside:
        return "", 0
    sure = near and (line.inside or after)
    if each.hint == "date" and (bare or each.mark):
        return "date", 2 if sure else 1
    if near and bare and not line.heading:
        return "date", 2 if sure and (each.mark or each.hint == "near") else 1
    signed = line.inside or (after and _SIGNED.search(line.text))
    if each.mark or (bare and signed and not line.heading):
        return "date", 0
    return ("date", UNPLACED) if bare and not line.heading else ("", 0)


def _dates(line: Line, context: Context) -> list[Found]:
    found = []
    for place, mark in line.marks:
        hint = mark.meaning if mark.meaning != "date" else _hint(line, place) or "date"
        found.append(Found(place, place + 1, mark.day, mark.words, mark.problem, hint, mark.where, True))
    for each in scan(line.text, *context) if len(line.text) <= LONG else []:
        if (each.day is None and not each.problem) or (each.day and each.day.year not in YEARS):
            continue
        found.append(
            Found(
                each.start,
                each.end,
                each.day,
                each.words,
                each.problem,
                _hint(line, each.start),
                WORDS,
                False,
            )
        )
    return sorted(found)


def _hint(line: Line, place: int) -> str:
    """What the innermost markup around a place says; a class for lines of dates gives way to one that tells more."""
    around = [hint for hint in line.hints if hint.start <= place < hint.end]
    for hint in sorted(around, key=lambda one: one.end - one.start):
        if hint.meaning not in ("near", "date"):
            return hint.meaning
    return next(
        (meaning for meaning in ("date", "near") if any(hint.meaning == meaning for hint in around)), ""
    )
