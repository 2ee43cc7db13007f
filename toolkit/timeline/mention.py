"""A row of the event table as linking looks at it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import pandas as pd

from toolkit.timeline.bare import answered_before, is_bare
from toolkit.timeline.days import Days
from toolkit.timeline.quantities import Quantity, own_counts, own_words
from toolkit.timeline.quotations import quoted
from toolkit.timeline.weights import FAMILIES
from toolkit.timeline.wording import figures, pairs, stems

ANSWERS = ("confirmed", "denied", "unconfirmed")
"""Standings that answer a claim made before; a mention with another standing makes one."""

CERTAIN = ("", "reported")
"""Modalities in which a thing is told as a fact."""
PLANNED = ("will", "would", "plans")
"""Modalities of what is to come on days that may be known."""

_WHAT, _WHO = (
    "mention_id article_id theme kind place places actor target",
    "claimant claimant_side via outlet",
)
_CALLED = {"source": "claimant", "actor_name": "actor", "target_name": "target"}
_TEXT = f"{_WHAT} {_WHO} standing modality quote answers rule".split()


@dataclass(frozen=True, slots=True)
class Mention:
    """What linking looks at in one row; days are ordinals, None where a side is open or unknown.

    `origin` is the article that the sentence comes from: its own, or the one that it is copied from; `names` are the
    words for its parties and its place, which say nothing of what happened, `told` those that tell it in its sentence;
    `is_own_voice` where nobody but the outlet says so; `names_place` where its sentence names the place, and has it not
    from those before; `entry` is the entry of the lexicon that its words are of. One that `points_back` says of what
    it answers only that it was said: "has yet to confirm or deny the claim".
    """

    id: str
    article: str
    sentence: int
    start: int
    theme: str
    kind: str
    place: str
    places: frozenset[str]
    names_place: bool
    actor: frozenset[str]
    target: frozenset[str]
    event: Days
    said: Days
    published: int | None
    claimant: str
    source: str
    side: str
    via: str
    outlet: str
    standing: str
    negated: bool
    certain: bool
    planned: bool
    words: frozenset[str]
    pairs: frozenset[str]
    quoted: frozenset[str]
    numbers: frozenset[str]
    family: str
    told: frozenset[str]
    names: frozenset[str]
    counts: tuple[Quantity, ...]
    answers: str
    points_back: bool
    origin: str
    is_own_voice: bool
    entry: str

    def is_of_others(self, other: Mention) -> bool:
        """Whether two mentions tell of what is done to different parties: the dead of one country and of another."""
        return bool(self.target and other.target and not self.target & other.target)

    @property
    def clock(self) -> Days:
        """The interval that dates the mention among others: said, else happened, else printed."""
        clocks = (self.said, self.event, (self.published, self.published))
        return next((clock for clock in clocks if clock != (None, None)), (None, None))

    @property
    def day(self) -> int | None:
        """The day by which that was, so that "in early June" does not come before a named day of early June."""
        first, last = self.clock
        return first if last is None else last

    @property
    def order(self) -> tuple[bool, int, int, str, int, str]:
        """The order in which mentions are taken, whatever the order of the rows; undated ones last."""
        printed = self.published or date.max.toordinal()
        return (self.day is None, self.day or 0, printed, self.article, self.start, self.id)

    @property
    def printed(self) -> tuple[bool, int, bool, str, int, str]:
        """The order in which mentions were printed, undated ones last, and of one day those of copies."""
        copied = self.origin != self.article
        return (self.published is None, self.published or 0, copied, self.article, self.start, self.id)


def mentions(events: pd.DataFrame, families: Mapping[str, str] = FAMILIES) -> list[Mention]:
    """The rows of an event table as mentions, in the order of the rows; `families` as in `link`."""
    days = {
        name: [None if pd.isna(day) else day.toordinal() for day in events[name].dt.date]
        for name in ("event_start", "event_end", "said_start", "said_end", "published")
    }
    text = {name: events[name].tolist() for name in _TEXT}
    called = {old: events[new if new in events.columns else old].tolist() for new, old in _CALLED.items()}
    numbers = {name: events[name].tolist() for name in ("sentence", "start", "told_start", "told_end")}
    flags = events["negated"].tolist()
    spans = zip(text["quote"], numbers["start"], numbers["told_start"], numbers["told_end"], strict=True)
    own = [own_words(*each) for each in spans]
    actors, targets = ([stems(name) for name in called[party]] for party in ("actor", "target"))
    copied = events["copy_of"].tolist() if "copy_of" in events.columns else [""] * len(events)
    found = [
        Mention(
            id=text["mention_id"][row],
            article=text["article_id"][row],
            sentence=numbers["sentence"][row],
            start=numbers["start"][row],
            theme=text["theme"][row],
            kind=text["kind"][row],
            place=text["place"][row],
            places=_places(text["place"][row], text["places"][row]),
            names_place=bool(text["places"][row]),
            actor=actors[row],
            target=targets[row],
            event=(days["event_start"][row], days["event_end"][row]),
            said=(days["said_start"][row], days["said_end"][row]),
            published=days["published"][row],
            claimant=text["claimant"][row],
            source=called["claimant"][row],
            side=text["claimant_side"][row],
            via=text["via"][row],
            outlet=text["outlet"][row],
            standing=text["standing"][row],
            negated=flags[row],
            certain=text["modality"][row] in CERTAIN,
            planned=text["modality"][row] in PLANNED,
            words=stems(text["quote"][row]),
            pairs=pairs(text["quote"][row]),
            quoted=quoted(text["quote"][row]),
            numbers=figures(text["quote"][row]),
            family=_family(text["theme"][row], text["kind"][row], families),
            told=stems(own[row]),
            names=_names(actors[row], targets[row], text["place"][row]),
            counts=own_counts(text["quote"][row], own[row]),
            answers=text["answers"][row],
            points_back=text["standing"][row] in ANSWERS and is_bare(text["quote"][row]),
            origin=copied[row] or text["article_id"][row],
            is_own_voice=text["claimant"][row] in ("", text["outlet"][row]),
            entry=text["rule"][row],
        )
        for row in range(len(events))
    ]
    answered = answered_before(found)
    return [replace(each, answers=answered[each.id]) if each.id in answered else each for each in found]


def _family(theme: str, kind: str, families: Mapping[str, str]) -> str:
    return f"{theme}/{families.get(f'{theme}/{kind}', kind)}"


@lru_cache(maxsize=65536)
def _names(actor: frozenset[str], target: frozenset[str], place: str) -> frozenset[str]:
    return actor | target | stems(place)


@lru_cache(maxsize=65536)
def _places(place: str, places: str) -> frozenset[str]:
    names = re.split(r"\s*[;|]\s*", places) if places else []
    return frozenset(name.casefold() for name in (place, *names) if name)
