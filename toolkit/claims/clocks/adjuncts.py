"""Which time expression is an adjunct of which frame, and what it says of it: days, a beginning, a bound or nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.language.frames import Frame
from toolkit.language.tree import Parse, Token
from toolkit.model import Attribution, Span, TimeExpression

USES = ("dates", "since", "until", "before", "as_of", "inside", "compared", "lasts")
"""What an expression is to its frame: its days, a beginning, an end, a bound, the day for which a state is told, part
of a noun phrase that is no event, a basis of comparison, a length."""

_FEW = r"\s+(?:(?!and\b|but\b)[\w’'-]+\s+){0,2}$"
_JOINED = {
    "since": re.compile(rf"\bsince{_FEW}", re.I),
    "until": re.compile(rf"\b(?:until|till){_FEW}", re.I),
    "before": re.compile(rf"\b(?:before|prior to|ahead of){_FEW}", re.I),
    "as_of": re.compile(rf"\bas of{_FEW}", re.I),
    "compared": re.compile(
        rf"\b(?:compared (?:with|to)|(?:up|down|rise|drop|increase|decrease|unchanged) from){_FEW}"
        r"|\b(?:than|as (?:many|much|few|little|high|low|large|small|big|often|good|bad) as)"
        r"\s+(?:in\s+)?(?:[\w’'-]+\s+)?$",
        re.I,
    ),
}
COUNTED = "counted_from_date"
_USE_OF = {
    "since": "since", "until": "until", "till": "until", "before": "before", "than": "compared",
}  # fmt: skip
_DURING = ("in", "during", "at", "on")
"""Prepositions whose noun phrase dates a verb by the date within it: "in a July 16 press conference"."""
_A_YEAR_EARLIER = re.compile(
    r"(?:a|an|one|two|three|\d+)?\s*(?:year|month|quarter|week|day|decade)s?\s+(?:earlier|before|ago|previously)"
    r"|the\s+(?:previous|prior|preceding)\s+\w+|(?:the\s+)?(?:same|comparable|corresponding)\s+(?:period|month|quarter|half|week|season|time)s?\b.*",
    re.I,
)
"""Expressions that are a basis of comparison behind "from" or "on": "a third from a year earlier"."""
_COMPARING = re.compile(r"\b(?:from|on|over|against|versus|with|to)\s+(?:that\s+of\s+)?$", re.I)
_SUPERLATIVE = re.compile(r"\b(?:first|last|most|only|\w{3,}est)\b[^,;:]*\bsince\b", re.I)
_LONG_PAST = re.compile(r"\b(?:past|last)\b.*\b(?:decades?|century|centuries)\b", re.I)
_WITHIN = ("possessor", "compound", "numeral", "adjective", "determiner")
_HOUR = re.compile(r"(?:the )?(?:dawn|daybreak|sunrise|noon|midday|midnight|dusk|nightfall|sunset)\b", re.I)
"""Behind "before" it tells an hour of a day, which is that day: "before dawn on 30 January"."""
_APART = re.compile(r"(?:the (?:next|following|same|previous)|that)\s+\w+$", re.I)
"""What opens a sentence and is no part of the noun behind it: "The next day shells hit the market"."""
_OBJECT = 9
"""Words behind a preposition among which its object is looked for."""
_CLIMB = 25
_REACH = 60
"""Characters before an expression in which the words that join it are looked for."""

# A date behind one of these words bounds or compares; it does not date what stands around it.
_BOUND = re.compile(
    r"\b(?:since|before|until|till|than|prior to|ahead of|as of|compared (?:with|to))\s+(?:[\w’'-]+\s+){0,6}$",
    re.I,
)
# A year that stands before a noun ("the 2010 conference", "this year's award") names the thing and dates nothing.
_OWNED = re.compile(r"[’']s?\b")
_NAMING = re.compile(
    r"\s+(?!(?:and|or|but|to|in|at|on|for|of|that|as|by|with|from|when|while|after|before|the|an?|its|his|her|their|is|was"
    r"|were|are|has|had|have|because|until|during|over|under|about|according|following|due|near|where|which|who|amid"
    r")\b)[\w’'-]+"
)
_IN_YEAR = re.compile(r"\b(?:in|by|during|since|until|from|before|after|of)\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Adjunct:
    """A time expression, what it is to its frame (see `USES`) and the frame's place in the text's frames."""

    expression: TimeExpression
    use: str
    frame: int


class Adjuncts:
    """The adjuncts of a text's frames."""

    def __init__(
        self,
        text: str,
        parse: Parse,
        frames: Sequence[Frame],
        dates: Sequence[TimeExpression],
        attributions: Sequence[Attribution],
    ) -> None:
        self._text, self._tokens, self._frames = text, parse.tokens, frames
        self._starts = [token.start for token in parse.tokens]
        self._at = {frame.token: frame.index for frame in frames}
        self._frame_starts = [frame.start for frame in frames]
        self._contents = sorted((span, a.cue[0]) for a in attributions for span in a.content)
        self._of: dict[int, list[Adjunct]] = {}
        for expression in dates:
            if (found := self._adjunct(expression)) is not None:
                self._of.setdefault(found.frame, []).append(found)

    def of(self, frame: Frame) -> Sequence[Adjunct]:
        """The adjuncts of a frame, in text order."""
        return self._of.get(frame.index, ())

    def _adjunct(self, expression: TimeExpression) -> Adjunct | None:
        """The frame of an expression; None where none holds it or it dates nothing (a set, a name)."""
        if expression.type == "SET":
            return None
        first = bisect_right(self._starts, expression.start) - 1
        last = bisect_left(self._starts, expression.end)
        if not 0 <= first < last:
            return None
        owner, use = self._climb(first, last)
        if owner is None:
            return None
        if use == "inside" and self._opens(expression):
            use = ""
        if use != "since" and names_a_thing(self._text, expression):
            return None
        owner = self._in_content(expression, owner)
        clause = self._frames[owner]
        if expression.rule == COUNTED and clause.marker in ("after", "before") and clause.parent is not None:
            owner = clause.parent  # "a month after it opened in March, it burned": that is when it burned
        return Adjunct(expression, self._use(expression, use), owner)

    def _climb(self, first: int, last: int) -> tuple[int | None, str]:
        """The frame over the tokens of an expression, and the use that the words between say."""
        at = next(
            (k for k in range(first, last) if not first <= self._head(k) < last or self._head(k) == k), first
        )
        if self._is_left_alone(first - 1):
            at = first - 1
        use = ""
        for _ in range(_CLIMB):
            token, head = self._tokens[at], self._head(at)
            if at in self._at and not first <= at < last:
                verbal = self._frames[self._at[at]].form != "noun"
                return self._at[at], "" if use == "inside" and not verbal else use
            if token.pos in ("preposition", "subordinator") and not first <= at < last:
                word = self._word(token)
                use = _USE_OF.get(word, "" if word in _DURING else use)
            elif token.role in _WITHIN and self._tokens[head].pos in ("noun", "name"):
                use = use or "inside"
            if head == at:
                return None, use
            at = head
        return None, use

    def _opens(self, expression: TimeExpression) -> bool:
        return (
            bool(_APART.match(expression.text)) and self._sentence(expression.start) + 1 >= expression.start
        )

    def _is_left_alone(self, at: int) -> bool:
        """Whether a preposition has lost its date to the noun behind it: "In 2014 rebels attacked"."""
        if at < 0 or self._tokens[at].pos != "preposition":
            return False
        return all(self._head(k) != at for k in range(at + 1, min(at + _OBJECT, len(self._tokens))))

    def _head(self, k: int) -> int:
        return self._tokens[k].head

    def _word(self, token: Token) -> str:
        return self._text[token.start : token.end].lower()

    def _in_content(self, expression: TimeExpression, owner: int) -> int:
        """The frame in the content of a saying, for an expression that stands there but hangs on the verb of saying."""
        k = bisect_right(self._contents, ((expression.start, len(self._text)), (0, 0))) - 1
        if k < 0:
            return owner
        (start, end), cue = self._contents[k]
        frame = self._frames[owner]
        if not start <= expression.start < end or not cue[0] <= frame.start < cue[1]:
            return owner
        inside = range(bisect_left(self._frame_starts, start), bisect_left(self._frame_starts, end))
        before = [
            j for j in inside if self._frames[j].start < expression.start and self._frames[j].form != "noun"
        ]
        return before[-1] if before else next(iter(inside), owner)

    def _use(self, expression: TimeExpression, use: str) -> str:
        if expression.type not in ("DATE", "TIME") and not (
            expression.type == "DURATION" and expression.interval
        ):
            return "lasts"
        if _LONG_PAST.search(expression.text):
            return "lasts"
        if use == "before" and expression.type == "TIME" and _HOUR.match(expression.text):
            return "dates"
        begin = max(0, expression.start - _REACH)
        if _A_YEAR_EARLIER.fullmatch(expression.text) and _COMPARING.search(
            self._text, begin, expression.start
        ):
            return "compared"
        if not use:
            use = next(
                (
                    name
                    for name, words in _JOINED.items()
                    if words.search(self._text, begin, expression.start)
                ),
                "dates",
            )
        if use == "since" and _SUPERLATIVE.search(
            self._text, self._sentence(expression.start), expression.start
        ):
            return "compared"
        return use

    def _sentence(self, at: int) -> int:
        """Where the words of this sentence before a place begin, roughly."""
        return max(self._text.rfind(mark, max(0, at - 300), at) + 1 for mark in ".\n;")


def dates_a_verb(text: str, expression: TimeExpression, within: Span) -> bool:
    """Whether an expression tells when something happened, rather than how long ago something else began."""
    if expression.type not in ("DATE", "TIME") or _BOUND.search(text, within[0], expression.start):
        return False
    return not names_a_thing(text, expression)


def names_a_thing(text: str, expression: TimeExpression) -> bool:
    """Whether an expression is a year that stands before a noun, and so belongs to a name."""
    if expression.grain != "year":
        return False
    if _OWNED.match(text, expression.end):
        return True
    if not expression.text.isdigit() or _IN_YEAR.search(
        text, max(0, expression.start - 12), expression.start
    ):
        return False
    return _NAMING.match(text, expression.end) is not None


def days_of(adjuncts: Sequence[Adjunct], *uses: str) -> list[Adjunct]:
    """The adjuncts in one of these uses that name days."""
    return [each for each in adjuncts if each.use in uses and each.expression.interval]


def beside(adjunct: Adjunct, span: Span) -> int:
    """The characters between an adjunct and a span."""
    begin, end = adjunct.expression.start, adjunct.expression.end
    return begin - span[1] if begin >= span[1] else span[0] - end
