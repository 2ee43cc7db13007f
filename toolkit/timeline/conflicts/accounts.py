"""What the finders of conflicts work on: accounts, the positions that they take, and two positions that part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from toolkit.timeline.conflicts.dated import DATE_WORDS
from toolkit.timeline.mention import Mention
from toolkit.timeline.quantities import Quantity, own_words, quantities
from toolkit.timeline.table import speaking
from toolkit.timeline.wording import one_source, stems

BEGINNING = "beginning"
"""What two accounts of something that lasts part in: since when."""
FOR_ITSELF, EACH_OTHER, SOME_OR_NOBODY = "claimed by both", "each blames the other", "some against nobody"
COUNTERED = "insisted against"
QUESTIONS = {FOR_ITSELF: "rivals", EACH_OTHER: "doer", SOME_OR_NOBODY: "nobody", COUNTERED: "countered"}
"""The relations of positions that answer another question than whether a thing is so, each with its word in ids."""

Inside = Callable[[str, str], bool]
"""Whether the place with one id or name lies in the place with another, at any depth."""


@dataclass(frozen=True, slots=True)
class Told:
    """One mention with what linking looks at, and its row of the event table."""

    mention: Mention
    row: dict[str, Any]

    @property
    def order(self) -> tuple[Any, ...]:
        """The order in which mentions speak for their position: sources of their own, then as printed."""
        return speaking(self.row)

    @property
    def words(self) -> str:
        """The words of its sentence that tell it."""
        row = self.row
        return own_words(row["quote"], row["start"], row["told_start"], row["told_end"])

    def one_source(self, other: Told) -> bool:
        """Whether both are the words of one source in one article or its copy, or of one outlet itself."""
        one, two = self.mention, other.mention
        copied = one.article != two.article and one.origin == two.origin
        own = all(each.claimant in ("", each.outlet) for each in (one, two))
        same = one_source(one, two) or one.claimant == two.claimant or (copied and own)
        return same and one.origin == two.origin


@dataclass(slots=True)
class Position:
    """The mentions that agree, in the order in which they speak for it: what they tell, and the bounds they share."""

    value: str
    low: float = 0.0
    high: float = 0.0
    told: list[Told] = field(default_factory=list)

    @property
    def sources(self) -> int:
        """How many independent sources it has, at least one."""
        return max(1, sum(bool(each.row["independent"]) for each in self.told))


@dataclass(frozen=True, slots=True)
class Parting:
    """Two positions that cannot both be right, the mention that speaks for each, and of what sort it is."""

    sort: str
    relation: str
    what: str
    one: Position
    other: Position
    speaker: Told
    other_speaker: Told
    kept_apart: bool = False

    @property
    def unsure(self) -> bool:
        """Whether linking took for two claims what may be one; who did it is asked of one thing either way."""
        return self.kept_apart and self.sort != "actor"


def counts(told: Told) -> list[Quantity]:
    """What a mention counts at its own date, without those who speak in it: "three officers said"."""
    speakers = stems(told.mention.claimant)
    date = DATE_WORDS.match(told.row["event_why"])
    quote = told.row["quote"]
    own = told.words
    # Of what a sentence counts twice, by two voices, each tells its own count.
    found = quantities(quote, date[1] if date else "") or quantities(own)
    return [each for each in found if each.text in own and not stems(each.text.split()[-1]) & speakers]
