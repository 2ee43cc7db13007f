"""The days in the words of a page: beside "Published", under the headline, in an element for dates.

A label governs the day after it, up to the next sign of another part; one with no day after it the day before it. In a
line without a label the markup tells; else the line must hold hardly more than the day, and stand by the headline.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from toolkit.corpus.publication.calendars import fold, months, weekday
from toolkit.corpus.publication.page.lines import LONG, MARK, Line
from toolkit.corpus.publication.page.statement import (
    DATE,
    MODIFIED,
    NOTHING_KNOWN,
    OTHER,
    PUBLISHED,
    YEARS,
    Context,
    Statement,
)
from toolkit.corpus.publication.page.vocabulary import Label, labels, speaks_of_itself
from toolkit.corpus.publication.written import scan

_BEFORE, _AFTER = 8, 14
"""Lines before and after the headline within which a day stands by it."""
_CLOSE = 25  # as near a label of an update or of something else may stand anywhere in a line
_NOWHERE = -1  # the line of the headline where a page has none: its head is what stands by it
_STOPS = '.!?…。！？।۔؟»”"'
_FAR = 70  # characters from a label to its day: "Published in Politics by A. Writer on 3 May 2021"
_BREAK = re.compile(r"[|·•;\n]|(?<=\w\w)\.\s|\s[–—-]\s|\)")
_BARE = 60  # characters beside the day in a line that is nothing else
_PART, _LEADS_UP = re.compile(r"[|·•;,:/()]|\s[–—-]\s"), 5  # words of a sentence that leads up to its day
_SENTENCE = re.compile(r"[.!?:…]\s*$|\.\s+\w")
_TOLD, _CHRONICLE = 60, 3  # characters of a paragraph, days of a chronicle
_AT_HEAD = 40  # characters before a label in its part of the line
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?\b|uhr\b|[a-z]{2,4}t\b|gmt|utc)?|\d+ ?min\w*\b(?: \w+)?"
)

_SIGNED = re.compile(
    r"\d{1,2}[:.h]\d\d\b|^\W*(?:by|von|par|por|di|da|door|av|af|przez|от|від|автор|autor|author|yazan)\b",
    re.IGNORECASE,
)


class Stamp(NamedTuple):
    """A day in a line: what it is stated to be, how surely (0 to 3), and how many lines behind the headline."""

    statement: Statement
    strength: int
    distance: int

    @property
    def nearness(self) -> tuple[int, int]:
        """What stands below the headline comes first: above it may be the day on which the page was looked at."""
        return (0, self.distance) if self.distance >= 0 else (1, -self.distance)


class _Found(NamedTuple):
    start: int
    end: int
    day: date | None
    words: str
    problem: str
    hint: str
    where: str
    mark: bool


def order_of(lines: Sequence[Line]) -> str:
    """The order in which a page writes its days in numbers, by those that leave no choice; else empty."""
    ways = set()
    for line in lines:
        if len(line.text) <= LONG and ("/" in line.text or "-" in line.text):
            for each in scan(line.text):
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
        told = labels(plain) if len(plain) <= (2 * LONG if dated else _AT_HEAD) else []
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
        after = here != _NOWHERE and 0 <= at - here < _FAR
        found += _of_line(line, plain, told, carried, near, at - here, context, after)
        carried = only
    chronicle = _chronicle(lines, found, here)
    return [each for each in found if each.statement.meaning != DATE or each.distance + here not in chronicle]


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
    bare, result = _bare(plain, dates, told), list[Stamp]()
    placed = None if context is NOTHING_KNOWN else near or line.footer or any(each.hint for each in dates)
    governed = _governed(plain, told, dates, placed)
    for at, each in enumerate(dates):
        meaning, strength = governed.get(at, ("", 0))
        if not meaning and carried and at == 0:
            meaning, strength = carried, 3
        if meaning == "published" and not (bare or each.hint or each.mark or _ends(plain, each, told, dates)):
            meaning, strength = "", -1
        if each.hint in ("modified", "other") and meaning in ("", "date"):
            meaning, strength = each.hint, 3
        if not meaning and strength >= 0:
            meaning, strength = _unlabelled(each, bare, near, after, line)
        if meaning:
            statement = Statement(meaning, each.day, each.words, each.where, each.problem)
            result.append(Stamp(statement, strength, distance))
    return result


def _unlabelled(each: _Found, bare: bool, near: bool, after: bool, line: Line) -> tuple[str, int]:
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
    return ("date", 0) if each.mark or (bare and signed and not line.heading) else ("", 0)


def _dates(line: Line, context: Context) -> list[_Found]:
    found = []
    for place, mark in line.marks:
        hint = mark.meaning if mark.meaning != "date" else _hint(line, place) or "date"
        found.append(_Found(place, place + 1, mark.day, mark.words, mark.problem, hint, mark.where, True))
    for each in scan(line.text, *context) if len(line.text) <= LONG else []:
        if (each.day is None and not each.problem) or (each.day and each.day.year not in YEARS):
            continue
        found.append(
            _Found(
                each.start,
                each.end,
                each.day,
                each.words,
                each.problem,
                _hint(line, each.start),
                "words of the page",
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


def _governed(
    text: str, told: Sequence[Label], dates: Sequence[_Found], placed: bool | None
) -> dict[int, tuple[str, int]]:
    """The place of a date among those of its line -> what its label says of it."""
    result: dict[int, tuple[str, int]] = {}
    left = []
    for number, label in enumerate(told):
        stop = told[number + 1].start if number + 1 < len(told) else len(text)
        after = [at for at, each in enumerate(dates) if label.end <= each.start < stop]
        gap = text[label.end : dates[after[0]].start] if after else ""
        head = _BREAK.split(text[: label.start])[-1]
        if (
            after
            and len(gap) <= _FAR
            and not _BREAK.search(gap.lstrip(" :.|"))
            and _stands(label, gap, head, dates, placed)
        ):
            result.setdefault(after[0], (label.meaning, 3))
        else:
            left.append(label)
    for label in left:
        before = [at for at, each in enumerate(dates) if each.end <= label.start]
        if before and before[-1] not in result and _behind(text, dates[before[-1]].end, label.start, placed):
            result[before[-1]] = (label.meaning, 3)
    return result


def _behind(text: str, start: int, end: int, placed: bool | None) -> bool:
    """Whether a label may govern the day before it: "am 3. Mai 2021 um 10:00 von A. Autor veröffentlicht"."""
    gap = text[start:end]
    if len(gap) > _FAR or re.search(r"[|·•;,()\[\]\n]|\.\s|\s[–—-]\s", gap):
        return False
    return len(gap.split()) <= 2 or bool(placed) or speaks_of_itself(text)


def _stands(label: Label, gap: str, head: str, dates: Sequence[_Found], placed: bool | None) -> bool:
    """Whether a label begins its part of the line, or follows a date in it; "the report, published on" does neither.

    On a page one of an update or of something else may stand anywhere close to its day: that only takes a day away.
    """
    if placed is not None and label.meaning in (MODIFIED, OTHER) and len(gap) <= _CLOSE:
        return True
    if not head.strip(" :,*_>#-") or any(each.end <= label.start <= each.end + 30 for each in dates):
        return True
    if len(head) > _AT_HEAD:
        return False
    return speaks_of_itself(head) or (bool(placed) and not head.rstrip().endswith(","))


def _ends(plain: str, each: _Found, told: Sequence[Label], dates: Sequence[_Found]) -> bool:
    """Whether nothing of a sentence follows a date: "the book, published on 3 May 2021, sold well" is no stamp."""
    stop = min([len(plain), *(start for start in _starts(told, dates) if start >= each.end)])
    rest = _CLOCK.sub(" ", _BREAK.split(plain[each.end : stop])[0])
    return len(re.findall(r"[^\W\d_]{3,}", rest)) <= 2


def _starts(told: Sequence[Label], dates: Sequence[_Found]) -> list[int]:
    return [*(each.start for each in told), *(each.start for each in dates)]


def _bare(plain: str, dates: Sequence[_Found], told: Sequence[Label]) -> bool:
    """Whether a line holds hardly more than its dates, their labels, a place, a name, a time."""
    rest = list(plain.replace(MARK, " "))
    for start, end in [
        *((each.start, each.end) for each in dates),
        *((each.start, each.end) for each in told),
    ]:
        rest[start:end] = " " * (end - start)
    words = " ".join(_CLOCK.sub(" ", "".join(rest)).split())
    kept = [
        word for word in re.findall(r"[^\W\d_]+", words) if weekday(word) is None and word not in months()
    ]
    if not told and len(re.findall(r"[^\W\d_]+", _PART.split(plain[: dates[0].start])[-1])) > _LEADS_UP:
        return False
    return sum(map(len, kept)) <= _BARE and len(kept) <= 9 and not (len(kept) > 4 and _SENTENCE.search(words))
