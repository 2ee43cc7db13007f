"""Statements: what an article tells, each with who tells it, who takes part, where, when and how it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    `frame` is the predicate that tells it."""

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
    said: Clock = NOTHING
    happened: Clock = NOTHING
    standing: str = "reported"
    reasons: tuple[tuple[str, str], ...] = field(default=())

    def names(self, parties: tuple[Party, ...]) -> frozenset[str]:
        """The names of parties."""
        return frozenset(party.name for party in parties)
