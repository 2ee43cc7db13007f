"""Words of a news desk for days, names and lists: "on 8 June 2025", "the same day", "79 days later, on 26 August"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

SPELT = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


class Days:
    """Days as a text tells them in order: the year once, and what lies behind by how much later it is."""

    def __init__(self) -> None:
        self.year: int | None = None
        self.last: tuple[Any, Any] = (None, None)

    def told(self, first: Any, last: Any, printed: bool = False) -> str:
        """A day or days as words behind a verb; `first` and `last` are timestamps, missing where a side is open.

        >>> days, day = Days(), pd.Timestamp("2025-06-08")
        >>> days.told(day, day), days.told(day, day), days.told(pd.NaT, pd.Timestamp("2025-08-26"))
        ('on 8 June 2025', 'the same day', 'by 26 August')
        """
        first, last = (None if day is None or pd.isna(day) else pd.Timestamp(day) for day in (first, last))
        before, self.last = self.last, (first, last)
        if first is None and last is None:
            return ""
        if before == self.last and first != last:
            return ""  # "by 8 June" once more
        exact = first is not None and first == last
        was_exact = before[0] is not None and before[0] == before[1]
        if exact and was_exact:
            later = (first - before[0]).days
            if later == 0:
                return "the same day"
            if later == 1:
                return "the next day"
            if later > 1:
                return f"{counted(later, 'day')} later, on {self.day(first)}"
        if exact:
            return f"on {self.day(first)}"
        if first is None:
            return f"by {self.day(last)}"
        if last is None:
            return f"on or after {self.day(first)}"
        if (part := _part_of_month(first, last)) is not None:
            return f"in {part}{self._dated(first, f'{first:%B}')}"
        same = (first.year, first.month) == (last.year, last.month)
        begin = str(first.day) if same else f"{first.day} {first:%B}"
        begin += "" if first.year == last.year else f" {first.year}"
        if (last - first).days == 1:
            return f"on {begin} or {self.day(last)}"
        return f"between {begin} and {self.day(last)}"

    def day(self, moment: Any) -> str:
        """A day with its year, where that has not been told."""
        return self._dated(moment, f"{moment.day} {moment:%B}")

    def _dated(self, moment: Any, words: str) -> str:
        told = self.year == moment.year
        self.year = moment.year
        return words if told else f"{words} {moment.year}"


_PARTS = {(1, 31): "", (1, 10): "early ", (11, 20): "mid-", (21, 31): "late "}
"""The first and the last days of a month and of its parts, where 31 is the last there is."""


def _part_of_month(first: Any, last: Any) -> str | None:
    """What stands before the name of a month for days that are it or a third of it; None for other days."""
    if (first.year, first.month) != (last.year, last.month):
        return None
    end = 31 if last == first + pd.offsets.MonthEnd(0) else last.day
    return _PARTS.get((first.day, end))


@lru_cache(maxsize=4096)
def day_written(words: str) -> Any:
    """The day that "2025-06-08" says, the first of the month for "2025-06"; None for other words.

    >>> day_written("2025-06-08"), day_written("2025-06"), day_written("soon")
    (Timestamp('2025-06-08 00:00:00'), Timestamp('2025-06-01 00:00:00'), None)
    """
    try:
        return pd.Timestamp(date.fromisoformat(f"{words}-01" if len(words) == len("2025-06") else words))
    except ValueError:
        return None


def counted(number: int, noun: str, many: str = "") -> str:
    """A number with its noun, small numbers as words.

    >>> counted(1, "outlet"), counted(3, "new claim"), counted(79, "day"), counted(2, "claim newly confirmed", "x")
    ('one outlet', 'three new claims', '79 days', 'two x')
    """
    words = SPELT[number] if number < len(SPELT) else f"{number:,}"
    return f"{words} {noun if number == 1 else many or noun + 's'}"


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Words in a row.

    >>> listed(["A", "B", "C"]), listed(["A"]), listed(["A", "B"], "or")
    ('A, B and C', 'A', 'A or B')
    """
    *first, last = words or [""]
    return f"{', '.join(first)} {joint} {last}" if first else last


def typeset(words: str) -> str:
    r"""Words with the quotation marks and apostrophes of print.

    >>> typeset("Kyiv's \"firm\" answer"), typeset("the officers' mess"), typeset('it is 6" long')
    ('Kyiv’s “firm” answer', 'the officers’ mess', 'it is 6" long')
    """
    return _APOSTROPHE.sub("’", _QUOTED.sub(r"“\1”", words))


_QUOTED = re.compile(r'(?<!\w)"([^"]+)"(?!\w)')
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)")


def capital(words: str) -> str:
    """Words with a capital at their beginning.

    >>> capital("the ministry said")
    'The ministry said'
    """
    return words[:1].upper() + words[1:]
