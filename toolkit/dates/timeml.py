"""A text as a TimeML document, its time expressions marked inline as TIMEX3.

    <TIMEX3 tid="t1" type="DATE" value="2025-06-08" temporalFunction="true" anchorTimeID="t0">Sunday</TIMEX3>

The publication day is t0, the creation time of the document. What stands in no words of the text (the ends of "the
past three months", the length of "from 3 to 12 March") follows the text as empty TIMEX3 elements. Taking the tags away
gives the text back, character for character; only a character that XML 1.0 forbids (NUL, most controls, a lone
surrogate) is written as U+FFFD, so that all offsets hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from toolkit.dates.lazy import lazily
from toolkit.model import TimeExpression

FORBIDDEN = lazily("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A parser turns a bare carriage return into a line feed, and a line feed in an attribute into a blank.
ESCAPES: dict[str, str | int | None] = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
IN_ATTRIBUTE: dict[str, str | int | None] = {**ESCAPES, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
CREATION = "t0"


def to_timeml(
    text: str, timexes: Sequence[TimeExpression], published: date | None = None, doc: str = ""
) -> str:
    """The TimeML document of a text and its expressions, which are in order and don't overlap (as find_dates gives).

    >>> from toolkit.dates import find_dates
    >>> print(to_timeml("R&D, in 2024", find_dates("R&D, in 2024"), doc="a"))
    <?xml version="1.0" encoding="UTF-8"?>
    <TimeML>
    <DOCID>a</DOCID>
    <TEXT>R&amp;D, in <TIMEX3 tid="t1" type="DATE" value="2024" temporalFunction="false">2024</TIMEX3></TEXT>
    </TimeML>
    <BLANKLINE>
    """
    names = _Names(timexes, published)
    written, at = [], 0
    for number, each in enumerate(timexes, 1):
        tag = names.tag(number, each)
        written += [
            escape(text[at : each.start]),
            f"<TIMEX3{tag}>{escape(text[each.start : each.end])}</TIMEX3>",
        ]
        at = each.end
    written.append(escape(text[at:]))
    for first, last in names.ranges():
        names.add_length(first, last)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<TimeML>"]
    lines += [f"<DOCID>{escape(doc)}</DOCID>"] if doc else []
    if published:
        day = published.isoformat()
        creation = attributes(
            tid=CREATION, type="DATE", value=day, temporalFunction="false", functionInDocument="CREATION_TIME"
        )
        lines.append(f"<DCT><TIMEX3{creation}>{day}</TIMEX3></DCT>")
    lines += [f"<TEXT>{''.join(written)}</TEXT>", *names.behind, "</TimeML>", ""]
    return "\n".join(lines)


def escape(text: str, table: dict[str, str | int | None] = ESCAPES) -> str:
    """Text as the content of an element.

    >>> escape("a < b\\x00")
    'a &lt; b\\ufffd'
    """
    return FORBIDDEN.sub("\ufffd", text).translate(str.maketrans(table))


def attributes(**given: str) -> str:
    """Attributes as they stand in a tag, those without a value left out.

    >>> attributes(tid="t1", mod="")
    ' tid="t1"'
    """
    return "".join(f' {name}="{escape(value, IN_ATTRIBUTE)}"' for name, value in given.items() if value)


@dataclass
class _Names:
    """The names of the expressions, and the elements that have to follow the text."""

    timexes: Sequence[TimeExpression]
    published: date | None
    behind: list[str] = field(default_factory=list)
    _days: dict[date, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, each in enumerate(self.timexes, 1):
            if each.type == "DATE" and each.earliest and each.earliest == each.latest:
                self._days.setdefault(each.earliest, f"t{number}")
        if self.published:
            self._days[self.published] = CREATION

    def tag(self, number: int, each: TimeExpression) -> str:
        length = each.type == "DURATION" and each.earliest and each.latest
        return attributes(
            tid=f"t{number}",
            type=each.type,
            value=each.value,
            mod=each.mod,
            temporalFunction="true" if each.anchor else "false",
            anchorTimeID=self._anchor(number, each),
            beginPoint=self._day(each.earliest) if length else "",
            endPoint=self._day(each.latest) if length else "",
        )

    def _anchor(self, number: int, each: TimeExpression) -> str:
        """The publication day, else the last expression before this one that begins on the anchor."""
        if each.anchor is None or each.anchor == self.published:
            return CREATION if each.anchor else ""
        for earlier in range(number - 1, 0, -1):
            if self.timexes[earlier - 1].earliest == each.anchor:
                return f"t{earlier}"
        return ""

    def _day(self, day: date | None) -> str:
        if day is None:
            return ""
        if day not in self._days:
            self._days[day] = self._next()
            tag = attributes(tid=self._days[day], type="DATE", value=day.isoformat(), temporalFunction="true")
            self.behind.append(f"<TIMEX3{tag}/>")
        return self._days[day]

    def ranges(self) -> list[tuple[int, int]]:
        """The numbers of the two ends of each range."""
        ends: dict[str, list[int]] = {}
        for number, each in enumerate(self.timexes, 1):
            if each.range:
                ends.setdefault(each.range, []).append(number)
        return [(numbers[0], numbers[-1]) for numbers in ends.values() if len(numbers) > 1]

    def add_length(self, first: int, last: int) -> None:
        """The length from one expression to another, both included; a length that is not known is PXD."""
        begin, end = self.timexes[first - 1].earliest, self.timexes[last - 1].latest
        days = (end - begin).days + 1 if begin and end and begin <= end else "X"
        points = {"beginPoint": f"t{first}", "endPoint": f"t{last}"}
        tag = attributes(
            tid=self._next(), type="DURATION", value=f"P{days}D", temporalFunction="false", **points
        )
        self.behind.append(f"<TIMEX3{tag}/>")

    def _next(self) -> str:
        return f"t{len(self.timexes) + len(self.behind) + 1}"
