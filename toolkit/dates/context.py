"""What a rule knows beside its own words: the anchors, the direction of the clause, the order of day and month."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from toolkit.dates.direction import direction
from toolkit.dates.interval import TWO_PARTS, part, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import edtf, edtf_before_christ, say, timex
from toolkit.dates.policy import QUOTED, Policy
from toolkit.model import Reading, TimeExpression

CIVIL = ("DATE", "TIME")
TAKEN = "no day is told with it, so it is taken for "


@dataclass(slots=True)
class Draft:
    """A time expression while it is being read: what a rule returns and the refiners change."""

    start: int
    end: int
    type: str = "DATE"
    value: str = ""
    mod: str = ""
    earliest: date | None = None
    latest: date | None = None
    grain: str = ""
    why: str = ""
    anchor: date | None = None
    rule: str = ""
    range: str | None = None
    alternatives: tuple[Reading, ...] = ()

    def finish(self, text: str) -> TimeExpression:
        """The frozen expression, with its words and its EDTF."""
        return TimeExpression(
            self.start,
            self.end,
            text[self.start : self.end],
            self.type,
            self.value,
            TWO_PARTS.get(self.mod, self.mod),
            edtf(self.earliest, self.latest, self.grain, self.mod) or edtf_before_christ(self.value),
            self.earliest,
            self.latest,
            self.grain,
            self.rule,
            self.anchor,
            self.why,
            self.range,
            self.alternatives,
        )


@dataclass(frozen=True, slots=True)
class Story:
    """What reading a narrative once tells for reading it again: the year of each bare month and season by the offset
    where it begins, the offsets of the dates that have their own, of these the ones that are only mentioned, and
    whether years before Christ are among them (see `rules.ancient`)."""

    years: dict[int, int]
    dated: frozenset[int]
    asides: frozenset[int]
    ancient: bool = False


@dataclass(slots=True)
class Context:
    """The state of one reading of one text, carried from expression to expression."""

    text: str
    published: date | None
    policy: Policy
    story: Story | None = None
    order: tuple[str, str] | None = None
    focus: date | None = None
    focus_latest: date | None = None
    focus_written: bool = False  # with its year, or in a story
    focus_grain: str = ""
    focus_text: str = ""
    focus_end: int = 0
    told: Draft | None = None
    drafts: list[Draft] = field(default_factory=list)
    passages: dict[int, int] = field(default_factory=dict)  # the years of months in stories inside the news
    here: int = 0  # where the expression that is being read begins
    news: dict[int, bool] = field(
        default_factory=dict
    )  # by where a paragraph of a narrative begins: whether it is news
    governed: dict[int, Draft] = field(default_factory=dict)  # by where an expression begins: what governs it

    def day_order(self) -> tuple[str, str]:
        """DMY or MDY for figures such as 06/07/2025, and why; the order is empty where nothing tells it."""
        if not self.order:
            self.order = self._find_order()
        return self.order

    def _find_order(self) -> tuple[str, str]:
        if self.policy.day_order != "auto":
            return self.policy.day_order, f"as the policy {self.policy.name} says"
        for a, b in _FIGURES.findall(self.text):
            if (int(a) > 12) != (int(b) > 12):
                return ("DMY" if int(a) > 12 else "MDY"), "as in other dates of this text"
        return "", "though nothing tells the order"

    def anchor(self) -> tuple[date | None, str]:
        """The day that bare weekdays, months and "last week" count from, and what to call it."""
        if self.policy.anchor == "focus" and self.focus and not self.of_today(self.here):
            return self.focus, f"the date in focus, {say(self.focus)}"
        return self.now()

    def of_today(self, start: int) -> bool:
        """Whether the paragraph at a place of a narrative is news: it counts from the day of writing, in the present
        tense, and tells of no other year."""
        if self.published is None or self.policy.anchor != "focus":
            return False
        begin = self.text.rfind("\n", max(0, start - FAR), start) + 1
        if begin not in self.news:
            end = self.text.find("\n", start, begin + FAR)
            words = QUOTED.sub("", self.text[begin : end if end >= 0 else begin + FAR])
            years = {int(year) for year in _YEAR.findall(words)}
            present = DEICTIC.search(words) and _PRESENT.search(words)
            self.news[begin] = bool(present) and years <= {self.published.year}
        return self.news[begin]

    def reference(self, start: int, far: bool = False) -> tuple[date | None, str]:
        """The day that "later", "earlier", "the following" and "that" count from at a place: the date last told, in
        news only if it was told nearby, or `far` in a passage in which nothing counts from now, else as `anchor`."""
        if self.focus and (
            self.policy.anchor == "focus" or start - self.focus_end < NEARBY or (far and self._reaches(start))
        ):
            return self.focus, f"the date last told, {say(self.focus)} ({self.focus_text})"
        return self.anchor()

    def _reaches(self, start: int) -> bool:
        """Whether the date told, of the past, lies no further back than a passage in which nothing counts from now."""
        if self.focus is None or (self.published is not None and self.focus >= self.published):
            return False
        between = self.text[self.focus_end : start] if start - self.focus_end < FAR else ""
        return bool(between) and self.focus_written and not DEICTIC.search(between)

    def telling(self) -> tuple[date | None, str]:
        """The day that "ago" counts from: the day of writing, in a narrative the date in focus."""
        return self.anchor() if self.policy.anchor == "focus" else self.now()

    def goes_on(self, month: int, day: int | None, start: int) -> Draft | None:
        """In news, the past date with its year that was told just before in the paragraph, where a month or day without
        a year follows it in that year ("On 24 February 2022 ... On 29 March ...")."""
        told, published = self.told, self.published
        if told is None or told.earliest is None or self.policy.anchor == "focus":
            return None
        between = self.text[told.end : start]
        near = len(between) < NEARBY and "\n" not in between
        first = told.anchor is None or told.anchor == published
        if day is None and (first or told.grain == "year") and ". " in between:
            return None  # a bare month behind another sentence goes on only with an account of several dates
        after = (month, day or 31) > (told.earliest.month, told.earliest.day)
        after = after or 0 < (month - told.earliest.month) % 12 <= OVER_NEW_YEAR
        past = published is None or told.earliest.year < published.year
        return told if near and after and past else None

    def speaking(self, start: int) -> tuple[date | None, str]:
        """The day of "today" at a place: that of writing, but the date in focus where a narrative quotes somebody."""
        return self.telling() if self._quoted(start) else self.now()

    def _quoted(self, start: int) -> bool:
        left = max(0, start - 600)
        paragraph = self.text[max(left, self.text.rfind("\n", left, start)) : start]
        return paragraph.count('"') % 2 == 1 or paragraph.rfind("“") > paragraph.rfind("”")

    def now(self) -> tuple[date | None, str]:
        """The day of writing."""
        if self.published:
            return self.published, f"the publication day, {say(self.published)}"
        return None, "an unknown publication day"

    def looks_ahead(self, start: int, end: int) -> str | None:
        """The word in the clause that makes this expression look ahead, or None."""
        way, cue = self.direction(start, end)
        return cue if way == "ahead" else None

    def direction(self, start: int, end: int) -> tuple[str, str]:
        """Whether the clause looks "ahead" or "back" from here, and by which word; both empty where it does neither
        and the policy looks to the past."""
        way, cue = direction(self.text, start, end)
        if not way and self.policy.direction == "future":
            return "ahead", f"policy {self.policy.name}"
        return way, cue

    def before(self, start: int, width: int = 24) -> str:
        """The characters just before a place, for guards."""
        return self.text[max(0, start - width) : start]


_FIGURES = lazily(r"(?<!\d)(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?!\d)")
_YEAR = lazily(r"\b(?:1[0-9]|20)\d\d\b")
_PRESENT = lazily(r"\b(?:will|is|are|has|have|says?)\b")
NEARBY = 300  # characters, about two sentences
OVER_NEW_YEAR = 3  # months: "On 28 December 2019 ... On 3 January ..."
FAR = 2000  # characters, some paragraphs
DEICTIC = lazily(  # words that count from the day of writing
    r"\b(?:to(?:day|night|morrow)|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:this|last|next) (?:week|month|year)|ago)\b",
    re.IGNORECASE,
)


def dated(
    start: int,
    end: int,
    grain: str,
    day: date | None,
    why: str,
    anchor: date | None = None,
    mod: str = "",
    week_start: int = 0,
) -> Draft:
    """A DATE for the unit that holds a day; without a day it stays unresolved and says so."""
    if day is None:
        return Draft(start, end, "DATE", unresolved(grain), mod, grain=grain, why=why, anchor=anchor)
    first, last = part(unit(grain, day, week_start), grain, mod)
    return Draft(start, end, "DATE", timex(grain, day, week_start), mod, first, last, grain, why, anchor)


def unresolved(grain: str) -> str:
    """The TIMEX3 value of a unit that is not known."""
    return {
        "day": "XXXX-XX-XX",
        "week": "XXXX-WXX",
        "weekend": "XXXX-WXX-WE",
        "month": "XXXX-XX",
        "quarter": "XXXX-QX",
        "half": "XXXX-HX",
        "decade": "XXX",
        "century": "XX",
    }.get(grain, "XXXX")
