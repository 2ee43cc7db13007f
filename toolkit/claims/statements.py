"""Statements: what an article tells, each with who tells it, who takes part, where, when and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from toolkit.claims.actors import Party
from toolkit.claims.attribution.voices import Voice
from toolkit.claims.clocks.clock import Clock
from toolkit.claims.event import Event
from toolkit.claims.lexicon.kinds import Kind
from toolkit.claims.places.places import PlaceMention
from toolkit.claims.text.sentences import Sentence
from toolkit.language.frames import Frame
from toolkit.model import Span

NOTHING = Clock(None, ())


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. `scope` is the content or sentence that tells it, `clause` the clause of its predicate, `rule`
    the entry of the lexicon or the pass that made it; `event` is None where no entry of the lexicon stands behind it,
    `frame` is the predicate that tells it, `answered` the statement that it confirms, denies or leaves open, `order`
    which others it comes "after" or "before", by their triggers, or by days and words where they are none. Its place
    is `carried` where it is that of the passage, and not of its own words."""

    sentence: Sentence
    trigger: Span
    kind: Kind
    plover: str
    rule: str
    voice: Voice
    scope: Span
    clause: Span
    negated: bool = False
    modality: str = ""
    event: Event | None = None
    frame: Frame | None = None
    speakers: tuple[Party, ...] = ()
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    place: PlaceMention | None = None
    places: tuple[PlaceMention, ...] = ()
    carried: bool = False
    said: Clock = NOTHING
    happened: Clock = NOTHING
    standing: str = "reported"
    answered: Statement | None = None
    order: tuple[tuple[str, Span | str], ...] = ()
    reasons: tuple[tuple[str, str], ...] = field(default=())

    def told(self) -> Span:
        """The characters of its sentence that tell it: its predicate with the arguments, else what is said."""
        first, last = self.sentence.start, self.sentence.end
        parts = [self.scope] if self.frame is None or self.event is None else _spans(self.frame)
        inside = [(max(a, first), min(b, last)) for a, b in parts if a < last and b > first]
        return (min(a for a, _ in inside), max(b for _, b in inside)) if inside else (first, last)

    def inferred(self) -> Iterator[str]:
        """What of it no words of its own tell: "actor", "target", "place"."""
        for what, parties in (("actor", self.actors), ("target", self.targets)):
            if any(party.inferred for party in parties):
                yield what
        if self.carried and self.place is not None:
            yield "place"

    def as_told(self) -> Statement:
        """It without the parties that no words of its own tell."""
        actors, targets = (tuple(p for p in each if not p.inferred) for each in (self.actors, self.targets))
        return replace(self, actors=actors, targets=targets)

    def names(self, parties: tuple[Party, ...]) -> frozenset[str]:
        """The names of parties."""
        return frozenset(party.name for party in parties)


def _spans(frame: Frame) -> list[Span]:
    return [(frame.start, frame.end), *((each.phrase.start, each.phrase.end) for each in frame.arguments)]
