"""What a text says of order: "seized the bridge after the talks" puts one row of its article behind another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolkit.claims.clocks.event_coreference import definite
from toolkit.claims.clocks.families import family
from toolkit.claims.clocks.sentence_dates import own_date
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.dates.interval import intersect
from toolkit.language.frames import Frame

WORDS = {
    "after": "after", "following": "after", "since": "after", "once": "after",
    "before": "before", "until": "before", "till": "before",
}  # fmt: skip
"""Words that join a clause or a noun to what it comes before or after."""
PHRASES = {
    "in the wake of": "after", "in the aftermath of": "after", "in response to": "after", "in retaliation for": "after",
    "in retaliation to": "after", "in revenge for": "after", "in reprisal for": "after", "subsequent to": "after",
    "ahead of": "before", "prior to": "before", "in the run-up to": "before",
}  # fmt: skip
"""Phrases that join a noun so."""
FOLLOWS = {"follow": "after", "precede": "before"}
"""Verbs whose subject comes before or after their object: "the talks followed the strike"."""
OCCURRING = frozenset({"come", "happen", "occur", "take", "begin", "start", "unfold", "erupt"})
"""Verbs that say that their subject took place: "the strike came after the talks"."""
DONE = frozenset({"force", "compel", "begin", "start", "manage", "help", "lead", "proceed"})
"""Verbs by which something is done: "were forced to withdraw"."""
OTHERS = frozenset({
    "first", "second", "third", "last", "late", "latest", "previous", "early", "earlier", "next", "other", "another",
    "new", "fresh", "similar", "subsequent", "later", "separate", "different",
})  # fmt: skip
"""Words by which a noun names another event than the one told before: "the previous attack"."""
BODIES = frozenset({"appear", "testify", "stand", "speak", "plead", "argue", "bring", "put", "lay", "kneel"})
"""Verbs with which "before" is no time: "testified before the hearing"."""
MEANING = frozenset({"this", "that", "it"})
"""Subjects that mean what the sentence before tells: "this came after the strike"."""
MEANING_IT = frozenset({"move", "development", "incident", "announcement", "decision"})
"""Nouns that mean it with "the" or "this"."""
FACTS = ("", "reported")

_PHRASE = re.compile(rf"\b({'|'.join(PHRASES)})\s+(?:[\w’'-]+\s+){{0,4}}$", re.I)
_NO_TIME = re.compile(r"\b(?:than|as|like|unlike|not|never|or|if|whether)\s+$", re.I)
_EITHER = re.compile(r"\s+(?:or|and)\s+(?:after|during)\b", re.I)
_WORD = re.compile(rf"\b(?:{'|'.join(WORDS)})\s+", re.I)
_SURE = re.compile(r"\b(?:[12]\d{3}|last|past|this|ago|earlier|yesterday|today)\b", re.I)
YEAR = 366
"""Days of what bounds something else at most."""
LABEL = 100
"""Characters of the words of what is no row."""
_REACH = 90
"""Characters before a word in which what joins it is looked for."""


def with_order(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the others of the article that the text puts them behind or before, and with what is none of them
    but has days of its own.

    Only what is told as a fact has an order: nothing that is denied by its own verb, possible or planned.
    """
    reader = _Reader(story, statements)
    found: dict[int, list[tuple[str, Statement | str]]] = {}
    for later, how, other in reader.pairs():
        told = found.setdefault(id(later), [])
        if later is not other and all(each != how or known is not other for each, known in told):
            told.append((how, other))
    return [
        replace(
            each,
            order=tuple(
                (how, other if isinstance(other, str) else other.trigger) for how, other in found[id(each)]
            ),
        )
        if found.get(id(each))
        else each
        for each in statements
    ]


class _Reader:
    """The rows of an article by the frames that tell them."""

    def __init__(self, story: Story, statements: Sequence[Statement]) -> None:
        self._story, self._document = story, story.document
        self._rows = [s for s in statements if s.frame is not None]
        self._at: dict[int, Statement] = {}
        self._named: dict[str, list[Statement]] = {}
        for each in self._rows:
            assert each.frame is not None
            self._at.setdefault(each.frame.index, each)
            self._named.setdefault(family(each.frame.lemma), []).append(each)
            if each.frame.light is not None:
                self._at.setdefault(each.frame.light, each)
        self._in: dict[int, list[Statement]] = {}
        for each in self._rows:
            self._in.setdefault(each.sentence.index, []).append(each)

    def pairs(self) -> Iterator[tuple[Statement, str, Statement | str]]:
        """A row, "after" or "before", and the row that it is after or before, in text order; or days and words."""
        for frame in self._document.frames:
            for ones, how, others in (*self._joined(frame), *self._followed(frame)):
                for first in filter(_fact, self._told(ones)):
                    for other in others:
                        second = self._row(other)
                        if second is None and (dated := self._dated(other, how)):
                            yield first, how, dated
                        elif second is not None and _fact(second):
                            yield first, how, second

    def _joined(self, frame: Frame) -> Iterator[tuple[list[Frame], str, list[Frame]]]:
        """What a clause or a noun is joined to by a word of time."""
        how = self._relation(frame)
        above = self._above(frame) if how else None
        if above is None or _unreal(above) or (how == "before" and frame.tense in ("present", "future")):
            return
        if frame.marker == "before" and frame.form == "noun" and above.lemma in BODIES:
            return
        fronted = frame.start < above.start
        ones = [above, *(self._coordinated(above) if fronted else ())]
        others = [frame, *self._coordinated(frame)]
        yield ones, how, others

    def _followed(self, frame: Frame) -> Iterator[tuple[list[Frame], str, list[Frame]]]:
        """ "The talks followed the strike", "the strike was followed by talks"."""
        if frame.lemma not in FOLLOWS or frame.form != "verb" or _unreal(frame):
            return
        acts = [self._document.act_of(frame.first(role)) for role in ("agent", "patient")]
        if acts[0] is not None and acts[1] is not None:
            yield [acts[0]], FOLLOWS[frame.lemma], [acts[1]]

    def _relation(self, frame: Frame) -> str:
        """Whether a frame is joined as what comes "after" or "before" another, or empty."""
        if frame.parent is None or _unreal(frame):
            return ""
        text = self._document.text
        first = max(0, frame.start - _REACH)
        if frame.form == "noun" and frame.marker in ("of", "to", "for"):
            found = _PHRASE.search(text, first, frame.start)
            return PHRASES[found[1].lower()] if found else ""
        if frame.marker not in WORDS or (
            frame.form != "noun" and frame.relation not in ("adverbial", "gerund")
        ):
            return ""
        at = first + text[first : frame.start].lower().rfind(frame.marker)
        if (
            at < first
            or _NO_TIME.search(text, max(0, at - 12), at)
            or _EITHER.match(text, at + len(frame.marker))
        ):
            return ""
        return WORDS[frame.marker]

    def _above(self, frame: Frame) -> Frame | None:
        """The frame to which one is joined, over the words of a phrase ("following", "in retaliation for")."""
        above = self._document.frames[frame.parent] if frame.parent is not None else None
        while above is not None and above.parent is not None and above.start < frame.start and _joins(above):
            above = self._document.frames[above.parent]
        same = above is not None and above.lemma == frame.lemma and frame.form == "noun"
        return None if same else above  # "strike after strike"

    def _coordinated(self, frame: Frame) -> list[Frame]:
        governed = self._document.governed(frame)
        return [
            f for f in governed if f.relation == "coordinated" and f.form == frame.form and not _unreal(f)
        ]

    def _told(self, frames: Sequence[Frame]) -> list[Statement]:
        return [each for frame in frames if (each := self._row(frame)) is not None]

    def _dated(self, frame: Frame, how: str) -> str:
        """The days that stand with what is no row, and its words: "2025-06-03/2025-06-03 “the summit in Oslo”"."""
        clock = own_date(self._document, frame)
        told = clock.expression if clock else None
        if clock is None or told is None:
            return ""
        # "Since the attack of 7 October" is the day of the attack, though what is told has lasted since.
        days = told.interval if clock.evidence[0].reason == "lasting" else clock.interval
        if days is None or days.days is None or days.days > YEAR:
            return ""
        # "Left before the talks on Monday": a Monday behind or ahead; the tense is that of what was done before.
        if how == "before" and frame.form == "noun" and not _SURE.search(told.text):
            return ""
        first = frame.clause[0]
        joined = _WORD.search(self._document.text, first, frame.start)
        words = " ".join(self._document.text[joined.end() if joined else first : frame.clause[1]].split())
        cut = words if len(words) <= LABEL else words[:LABEL].rsplit(" ", 1)[0] + " …"
        return f"{days.earliest}/{days.latest} “{cut.replace(';', ',')}”"

    def _row(self, frame: Frame) -> Statement | None:
        """The row that a frame tells: its own, that of its subject where it only took place, that which it names."""
        if frame.index in self._at:
            return self._at[frame.index]
        if frame.form == "noun":
            return self._meant(frame)
        subject = frame.first("agent", "patient")
        if frame.lemma in OCCURRING and subject is not None:
            act = self._document.act_of(subject)
            if act is not None and (found := self._at.get(act.index) or self._meant(act)):
                return found
            noun = subject.lemma in MEANING_IT and subject.determiner in ("the", "this", "that")
            if subject.text.lower() in MEANING or (noun and not subject.complements):
                return self._before(frame)
            return None
        if frame.lemma in DONE:
            done = (
                f for f in self._document.governed(frame) if f.tense == "infinitive" and f.index in self._at
            )
            if (first := next(done, None)) is not None:
                return self._at[first.index]
        begun = frame.first("patient")
        act = self._document.act_of(begun)
        return self._at.get(act.index) if act is not None else None  # "launched its offensive"

    def _before(self, frame: Frame) -> Statement | None:
        """What the sentence before tells, where that is one thing."""
        sentence = self._document.sentence(frame.start)
        told = self._in.get(sentence.index - 1, []) if sentence else []
        return told[0] if len(told) == 1 else None

    def _meant(self, noun: Frame) -> Statement | None:
        """The one row told before that a definite noun names: "the strike" after "struck a port"."""
        other = any(word in OTHERS or word.isdigit() for word in noun.modifiers)
        if other or not definite(self._document, noun):
            return None
        told = [s for s in self._named.get(family(noun.lemma), ()) if s.trigger[0] < noun.start]
        dated = own_date(self._document, noun)
        days = dated.interval if dated else None
        names = {a.phrase.name for a in noun.arguments if a.phrase.name}
        fitting = [
            s
            for s in told
            if not (days and s.happened.interval and intersect(days, s.happened.interval) is None)
            and names <= _names(s)
            and (s.frame is None or s.frame.form != "noun" or self._several(s.frame) == self._several(noun))
        ]
        return fitting[0] if len(fitting) == 1 and (len(told) == 1 or names or days) else None

    def _several(self, noun: Frame) -> bool:
        return self._document.text[noun.start : noun.end].lower() != noun.lemma


def _names(statement: Statement) -> set[str]:
    frame = statement.frame
    told = {a.phrase.name for a in frame.arguments} if frame else set()
    parties = {party.name for party in (*statement.actors, *statement.targets)}
    return told | parties | {place.place.name for place in statement.places}


def _joins(frame: Frame) -> bool:
    """Whether a frame is a word of what joins another: "following", "in retaliation for"."""
    if frame.form == "noun":
        return any(frame.lemma in phrase.split() for phrase in PHRASES)
    return frame.lemma == "follow" and frame.tense == "ing"


def _unreal(frame: Frame) -> bool:
    return frame.negated or frame.modality not in FACTS


def _fact(statement: Statement) -> bool:
    return not statement.negated and statement.modality in FACTS
