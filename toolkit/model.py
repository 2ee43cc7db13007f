"""The values that the rooms hand to one another: frozen dataclasses, nothing else.

All days are civil days without a time zone (`datetime.date`); all offsets are character offsets (Unicode code
points) into the text of the article, end exclusive, so that ``text[start:end]`` is the quoted passage.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

Span = tuple[int, int]
_HALVES = re.compile("[\ud800-\udfff]")


class Shown:
    """A value that notebooks show as HTML. What makes it is plugged in by `toolkit` (`form`), so that values know
    nothing of how they are drawn."""

    __slots__ = ()
    form: ClassVar[Callable[[object], str | None]] = staticmethod(lambda value: None)

    def _repr_html_(self) -> str | None:
        return Shown.form(self)


@dataclass(frozen=True, slots=True)
class Interval:
    """Two inclusive civil days, either of them open (None), and the granularity in which they were told.

    >>> Interval(date(2025, 6, 1), date(2025, 6, 30), "month").days
    30
    >>> Interval(None, date(2025, 6, 8), "day").days is None
    True
    """

    earliest: date | None
    latest: date | None
    grain: str = "day"

    @property
    def days(self) -> int | None:
        """The number of days from the earliest to the latest, both counted; None where a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A second reasonable reading of an expression that was not chosen, with its weight (0 to 1) and the reason."""

    value: str
    earliest: date | None
    latest: date | None
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class TimeExpression(Shown):
    """A temporal expression of a text and what it means (ISO-TimeML TIMEX3, EDTF and an interval of civil days).

    `type` is DATE, TIME, DURATION or SET; `value`, `mod` are the TIMEX3 attributes; `edtf` is empty where the
    Extended Date/Time Format has no notation. An expression without days of its own (a duration, a set, a vague or an
    impossible date) has neither `earliest` nor `latest`. `range` is a key shared by the two ends of one range.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str
    edtf: str
    earliest: date | None
    latest: date | None
    grain: str
    rule: str
    anchor: date | None
    why: str
    range: str | None = None
    alternatives: tuple[Reading, ...] = ()

    @property
    def interval(self) -> Interval | None:
        """The days it names, or None where it names none."""
        if self.earliest is None and self.latest is None:
            return None
        return Interval(self.earliest, self.latest, self.grain)


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """An event that texts name without its day ("the full-scale invasion"): the names, and the day on which it began.

    >>> NamedEvent(("invasion", "full-scale invasion"), date(2022, 2, 24)).day.year
    2022
    """

    names: tuple[str, ...]
    day: date


@dataclass(frozen=True, slots=True)
class Offsets:
    """The way from an article's text, which is free of markup, back to the text of its file.

    The pairs of `clean` and `file` are the places where the two part: from each on, both go on character by
    character to the next. Without pairs the text stands in the file as it is.

    >>> kyiv = Offsets((0, 4, 4), (2, 6, 8))  # "Kyiv fell", in the file "**Kyiv** fell"
    >>> kyiv.span(0, 4), kyiv.to_file(5), Offsets().span(3, 5)
    ((2, 6), 9, (3, 5))
    """

    clean: tuple[int, ...] = ()
    file: tuple[int, ...] = ()

    def to_file(self, position: int) -> int:
        """Where the character at a position of the text stands in the file."""
        return self._at(bisect_right(self.clean, position) - 1, position)

    def span(self, start: int, end: int) -> Span:
        """Where a passage stands in the file, without the marks around it; those inside it are part of it."""
        first = self.to_file(start)
        point = bisect_left(self.clean, end)
        if end <= start:
            return first, first
        return first, self._at(point if self.clean[point : point + 1] == (end,) else point - 1, end)

    def from_file(self, position: int) -> int:
        """Where the character at a position of the file stands in the text; of what is left out, where it would stand.

        >>> Offsets((0, 4, 4), (2, 6, 8)).from_file(9)
        5
        """
        point = bisect_right(self.file, position) - 1
        if point < 0:
            return 0 if self.file else position
        place = self.clean[point] + position - self.file[point]
        return min(place, self.clean[point + 1]) if point + 1 < len(self.clean) else place

    def _at(self, point: int, position: int) -> int:
        if point < 0:
            return position
        place = self.file[point] + position - self.clean[point]
        return min(place, self.file[point + 1]) if point + 1 < len(self.file) else place


@dataclass(frozen=True, slots=True)
class Article(Shown):
    """One article. `published` is its civil publication day or None; `published_basis` says where that comes from.

    The basis is one of given, metadata, url, dateline, title, text, file, guess, inferred, or empty without one.
    `text` is free of markup, and `offsets` leads from it to the decoded text of the file (with its front matter, and
    with line ends of one kind) or, in a table, of the row's own text. It is None for a text that was read out of a web
    page, from which no way leads back, and for one that is no file's: its offsets are its own.
    `pages` are the places in the text at which the pages of a paged document begin, empty for all else.
    `possible` are the first and the last day on which an article without a day may have been published, where that is
    known. Half a pair of surrogates, which is no character, is replaced by U+FFFD; places stay as they are.

    >>> Article("a", "half \\ud83d of it").text.encode()
    b'half \\xef\\xbf\\xbd of it'
    """

    id: str
    text: str
    outlet: str = ""
    title: str = ""
    url: str = ""
    published: date | None = None
    published_basis: str = ""
    language: str = ""
    notes: str = ""
    file: str = ""
    offsets: Offsets | None = None
    possible: tuple[date, date] | None = None
    pages: tuple[int, ...] = ()

    def page(self, position: int) -> int:
        """The number of the page on which a character of the text stands, 0 where the document has no pages.

        >>> Article("a", "One. Two.", pages=(0, 5)).page(6), Article("a", "One.").page(2)
        (2, 0)
        """
        return bisect_right(self.pages, position)

    def __post_init__(self) -> None:
        for name in ("id", "text", "outlet", "title", "url", "language", "notes", "file"):
            words = getattr(self, name)
            if isinstance(words, str) and not words.isascii() and _HALVES.search(words):
                object.__setattr__(self, name, _HALVES.sub("\ufffd", words))


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Something that could not be used: the file, the place in it (a line, a row, or empty) and what to do."""

    file: str
    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}{f', {self.place}' if self.place else ''}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Attribution(Shown):
    """Who says what: the spans of the source (None where none is named), of the cue and of the content."""

    source: tuple[Span, ...] | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


UNTYPED = "event"
"""The kind of what is dated or told and fits no entry of the lexicon."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One mention of a claim: a row of the event table, field for column and in its order.

    Three clocks: `event_*` when it happened, `said_*` when the claimant said so, `published` when it was printed. A
    row that is a `headline` quotes the title, not the text: `start` and `end` are then places in the title, and
    `sentence` is -1. `told_start` and `told_end` are the words of the sentence that tell this row and not another one
    (the predicate with its arguments, or what is said), 0 and 0 where that is not known; `answers` is the `mention_id`
    that the row confirms, denies or leaves open in its own article, or empty; `order` are the rows of its article that
    the text puts it behind or before ("after a:10-90; before a:120-200"), or what is no row by its days and words;
    `statement` is what it claims as one short sentence in the present tense ("Russian troops enter Dnipropetrovsk
    region"), of a denial what is denied, or empty; `statement_past` the same as behind "claimed that" ("Russian troops
    had entered Dnipropetrovsk region"); `page` the page that the quote begins on, 0 where the document has no pages;
    `inferred` are those of actor, target and place that no words of the event tell, and the passage or the article does
    ("actor; place").
    """

    mention_id: str
    article_id: str
    outlet: str
    title: str
    url: str
    published: date | None
    published_basis: str
    sentence: int
    start: int
    end: int
    quote: str
    theme: str
    kind: str
    plover: str
    acled: str
    event_start: date | None
    event_end: date | None
    event_grain: str
    event_edtf: str
    event_timex: str
    event_why: str
    said_start: date | None
    said_end: date | None
    said_why: str
    claimant: str
    claimant_side: str
    claimant_start: int | None
    claimant_end: int | None
    via: str
    standing: str
    negated: bool
    modality: str
    actor: str
    target: str
    place: str
    place_id: str
    latitude: float | None
    longitude: float | None
    place_precision: str
    places: str
    confidence: float
    rule: str
    headline: bool = False
    told_start: int = 0
    told_end: int = 0
    answers: str = ""
    order: str = ""
    statement: str = ""
    statement_past: str = ""
    page: int = 0
    inferred: str = ""
