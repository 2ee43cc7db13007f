"""What a label says of the days in its line, and whether a line holds anything else.

A label governs the day after it, up to the next sign of another part; one with no day after it the day before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from toolkit.corpus.publication.calendars import months, weekday
from toolkit.corpus.publication.page.lines import MARK
from toolkit.corpus.publication.page.statement import MODIFIED, OTHER
from toolkit.corpus.publication.page.vocabulary import Label, speaks_of_itself

FAR = 70
"""Characters from a label to its day: "Published in Politics by A. Writer on 3 May 2021"."""
AT_HEAD = 40
"""Characters before a label in its part of the line."""
_CLOSE = 25  # as near a label of an update or of something else may stand anywhere in a line
_BREAK = re.compile(r"[|·•;\n]|(?<=\w\w)\.\s|\s[–—-]\s|\)")
_BARE = 60  # characters beside the day in a line that is nothing else
_PART, _LEADS_UP = re.compile(r"[|·•;,:/()]|\s[–—-]\s"), 5  # words of a sentence that leads up to its day
_SENTENCE = re.compile(r"[.!?:…]\s*$|\.\s+\w")
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?\b|uhr\b|[a-z]{2,4}t\b|gmt|utc)?|\d+ ?min\w*\b(?: \w+)?"
)


class Found(NamedTuple):
    """A day in a line: its place, what it is or why it is none, what markup says, whether it is in an attribute."""

    start: int
    end: int
    day: date | None
    words: str
    problem: str
    hint: str
    where: str
    mark: bool


def governed(
    text: str, told: Sequence[Label], dates: Sequence[Found], placed: bool | None
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
            and len(gap) <= FAR
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
    if len(gap) > FAR or re.search(r"[|·•;,()\[\]\n]|\.\s|\s[–—-]\s", gap):
        return False
    return len(gap.split()) <= 2 or bool(placed) or speaks_of_itself(text)


def _stands(label: Label, gap: str, head: str, dates: Sequence[Found], placed: bool | None) -> bool:
    """Whether a label begins its part of the line, or follows a date in it; "the report, published on" does neither.

    On a page one of an update or of something else may stand anywhere close to its day: that only takes a day away.
    """
    if placed is not None and label.meaning in (MODIFIED, OTHER) and len(gap) <= _CLOSE:
        return True
    if not head.strip(" :,*_>#-") or any(each.end <= label.start <= each.end + 30 for each in dates):
        return True
    if len(head) > AT_HEAD:
        return False
    return speaks_of_itself(head) or (bool(placed) and not head.rstrip().endswith(","))


def ends(plain: str, each: Found, told: Sequence[Label], dates: Sequence[Found]) -> bool:
    """Whether nothing of a sentence follows a date: "the book, published on 3 May 2021, sold well" is no stamp."""
    stop = min([len(plain), *(start for start in _starts(told, dates) if start >= each.end)])
    rest = _CLOCK.sub(" ", _BREAK.split(plain[each.end : stop])[0])
    return len(re.findall(r"[^\W\d_]{3,}", rest)) <= 2


def _starts(told: Sequence[Label], dates: Sequence[Found]) -> list[int]:
    return [*(each.start for each in told), *(each.start for each in dates)]


def is_bare(plain: str, dates: Sequence[Found], told: Sequence[Label]) -> bool:
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
