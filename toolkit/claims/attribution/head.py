"""A cue in its place: the value that the readers of cues hand on, and the source that cues of one sentence share."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.claims.attribution import subjects
from toolkit.claims.attribution.contents import Opening
from toolkit.claims.attribution.cues import Cue
from toolkit.claims.text.tokens import Tokens

_EMBEDDING = "tvncxp"


@dataclass(slots=True)
class Head:
    """A cue in its place; phrases are (first, end) in words of the sentence, end exclusive.

    `bound` is the place just before its clause, -1 at the start of the sentence, -2 where it has none of its own;
    `given` is a phrase that is content by its place, such as the subject of "could not be confirmed".
    """

    place: int
    entry: Cue
    source: tuple[int, int] | None
    cue: tuple[int, int]
    bound: int
    opening: Opening
    given: tuple[int, int] | None = None


def latest(t: Tokens, earlier: list[Head], place: int) -> tuple[int, int] | None:
    """The source that a cue without a subject shares: that of the cue before it, if in no content, or the subject."""
    own = [h for h in earlier if h.source]
    free = [h for h in own if h.bound < 0 or t.kinds[h.bound] not in _EMBEDDING]
    return (free or own)[-1].source if own else subjects.main(t, place)
