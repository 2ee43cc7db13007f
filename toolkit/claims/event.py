"""An event that a frame tells, and the frames that govern it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.claims.document import Document
from toolkit.claims.lexicon import Match
from toolkit.claims.lexicon.kinds import Kind
from toolkit.claims.text.sentences import Sentence
from toolkit.language.frames import Frame, Phrase
from toolkit.model import Span

_DEEP = 6
"""How many governing frames are gone through."""


@dataclass(frozen=True, slots=True)
class Event:
    """A frame with the kind of event that it tells of and the phrases of those who take part in it.

    `trigger` are the characters of its word, `sentence` the one that holds it. `rule` names the entry of the lexicon.
    """

    frame: Frame
    kind: Kind
    plover: str
    rule: str
    sentence: Sentence
    agent: Phrase | None = None
    patient: Phrase | None = None
    recipient: Phrase | None = None
    generic: bool = False
    match: Match | None = None

    @property
    def trigger(self) -> Span:
        """The characters of the predicate."""
        return self.frame.start, self.frame.end


@dataclass(frozen=True, slots=True)
class Dropped:
    """An event that makes no row, and the name of the test that it failed."""

    event: Event
    test: str


def ancestors(document: Document, frame: Frame) -> Iterator[Frame]:
    """The frames that govern a frame, the nearest first."""
    seen = 0
    while frame.parent is not None and seen < _DEEP:
        frame = document.frames[frame.parent]
        seen += 1
        yield frame
