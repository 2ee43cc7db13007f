"""Why two mentions may state one claim: pieces of evidence, each with a name and a weight."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from toolkit.timeline.days import NARROW, SLACK, Days, close, gap, width, within
from toolkit.timeline.quotations import quoted
from toolkit.timeline.wording import one_source, overlap, pairs, stems

FAMILIES = {"conflict/advance": "ground", "conflict/control": "ground", "conflict/clash": "ground"}
"""Kinds of the shipped themes that outlets use for one another; any other kind is its own family."""

ANSWERS = ("confirmed", "denied", "unconfirmed")
"""Standings that answer a claim made before; a mention with another standing makes one."""

BESIDE = (0.25, 0.25, 0.2, 0.15, 0.1)
"""Weights of an answer in the sentence of the claim, the next one, and so on."""

AFTER = ((3, 0.15), (14, 0.1), (100, 0.05))
"""Weights of an answer within so many days."""

CERTAIN = ("", "reported")
"""Modalities in which a thing is told as a fact."""

_NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*")  # a year is no figure, a day of a month is

_WHAT, _WHO = "mention_id article_id theme kind place places actor", "claimant claimant_side via outlet"
_TEXT = f"{_WHAT} {_WHO} standing modality quote".split()

Evidence = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """What linking looks at in one row; days are ordinals, None where a side is open or unknown."""

    id: str
    article: str
    sentence: int
    start: int
    theme: str
    kind: str
    place: str
    beside: frozenset[str]
    places: frozenset[str]
    actor: frozenset[str]
    event: Days
    said: Days
    published: int | None
    claimant: str
    side: str
    via: str
    outlet: str
    standing: str
    negated: bool
    certain: bool
    words: frozenset[str]
    pairs: frozenset[str]
    quoted: frozenset[str]
    numbers: frozenset[str]
    family: str

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
    def printed(self) -> tuple[bool, int, str, int, str]:
        """The order in which mentions were printed, undated ones last."""
        return (self.published is None, self.published or 0, self.article, self.start, self.id)


def mentions(events: pd.DataFrame, families: Mapping[str, str] = FAMILIES) -> list[Mention]:
    """The rows of an event table as mentions, in the order of the rows; `families` as in `link`."""
    days = {
        name: [None if pd.isna(day) else day.toordinal() for day in events[name].dt.date]
        for name in ("event_start", "event_end", "said_start", "said_end", "published")
    }
    text = {name: events[name].tolist() for name in _TEXT}
    numbers = {name: events[name].tolist() for name in ("sentence", "start")}
    flags = events["negated"].tolist()
    told: dict[tuple[str, int, str], set[str]] = defaultdict(set)
    for article, start, theme, place in zip(
        text["article_id"], numbers["start"], text["theme"], text["place"], strict=True
    ):
        told[article, start, theme].add(place)
    return [
        Mention(
            id=text["mention_id"][row],
            article=text["article_id"][row],
            sentence=numbers["sentence"][row],
            start=numbers["start"][row],
            theme=text["theme"][row],
            kind=text["kind"][row],
            place=text["place"][row],
            beside=frozenset(
                told[text["article_id"][row], numbers["start"][row], text["theme"][row]]
                - {text["place"][row], ""}
            ),
            places=_places(text["place"][row], text["places"][row]),
            actor=stems(text["actor"][row]),
            event=(days["event_start"][row], days["event_end"][row]),
            said=(days["said_start"][row], days["said_end"][row]),
            published=days["published"][row],
            claimant=text["claimant"][row],
            side=text["claimant_side"][row],
            via=text["via"][row],
            outlet=text["outlet"][row],
            standing=text["standing"][row],
            negated=flags[row],
            certain=text["modality"][row] in CERTAIN,
            words=stems(text["quote"][row]),
            pairs=pairs(text["quote"][row]),
            quoted=quoted(text["quote"][row]),
            numbers=frozenset(_NUMBER.findall(text["quote"][row])),
            family=_family(text["theme"][row], text["kind"][row], families),
        )
        for row in range(len(events))
    ]


def _family(theme: str, kind: str, families: Mapping[str, str]) -> str:
    return f"{theme}/{families.get(f'{theme}/{kind}', kind)}"


def _places(place: str, places: str) -> frozenset[str]:
    names = re.split(r"\s*[;|]\s*", places) if places else []
    return frozenset(name.casefold() for name in (place, *names) if name)


def same_claim(one: Mention, other: Mention) -> Evidence:
    """The evidence that two mentions state the same claim; empty where something speaks against it outright.

    Against it: other kinds of event, other places, one a fact and the other its negation or a mere possibility, and
    intervals of the event more than `SLACK` days apart.
    """
    if one.family != other.family or one.negated != other.negated or one.certain != other.certain:
        return ()
    if gap(one.event, other.event) > SLACK:
        return ()
    place = _place(one, other)
    return () if place is None else ((("place", place),) if place else ()) + tuple(_shared(one, other))


def _shared(one: Mention, other: Mention) -> Iterator[tuple[str, float]]:
    yield ("kind", 0.1) if one.kind == other.kind else ("kind", 0.05)
    if not one.actor.isdisjoint(other.actor):
        yield "actor", 0.1
    event = close(one.event, other.event)
    if event or within(one.event, other.event):
        # The next day may be the other one of a night, and the same day still says more.
        yield "event", 0.1 if not event else 0.15 if gap(one.event, other.event) else 0.2
    source = one_source(one, other)
    # One source's account of a kind of event has one place on the same days, named or not; an outlet has many.
    own = source and one.claimant not in ("", one.outlet) and other.claimant not in ("", other.outlet)
    if source:
        yield "claimant", 0.15
    if own and not (one.place and other.place) and _same_account(one, other):
        yield "one account", 0.5
    if close(one.said, other.said):
        # The day of saying often is all that bounds the event, and is not counted twice in full.
        yield ("said", 0.05) if event else ("said", 0.2)
    elif own and _said_within(one, other):
        # "Has claimed so several times this summer" is said of what the same source claimed in June.
        yield "said again", 0.2
    elif source and gap(one.said, other.said) > SLACK:
        yield "said another day", -0.1
    if one.via and one.via == other.via:
        yield "through", 0.1
    if not one.numbers.isdisjoint(other.numbers):
        yield "numbers", 0.1
    share = overlap(one.words, other.words)
    if likeness := round(_likeness(share), 3):
        yield "wording", likeness
    if share >= 0.75 and min(len(one.words), len(other.words)) >= 5:
        yield "repeated", 0.15


def _same_account(one: Mention, other: Mention) -> bool:
    """Whether both tell of the same kind and exactly the same days, happened or else said."""
    known = None not in one.event or (None not in one.said and one.said == other.said)
    return known and (one.kind, one.event) == (other.kind, other.event)


def _place(one: Mention, other: Mention) -> float | None:
    """The weight of the places: most where both have the same main place, None where they contradict."""
    shared = len(one.places & other.places)
    if one.places and other.places and not shared:
        return None
    if not shared:
        # One names none: nothing says that they speak of one place.
        return -0.1 if one.places or other.places else 0.0
    if one.place and one.place == other.place:
        return 0.2 + 0.05 * (shared > 1)
    if one.place in other.beside or other.place in one.beside:
        return None  # the sentence tells of both places, and of each its own claim
    mains = {name.casefold() for name in (one.place, other.place) if name}
    # A place that is the point of neither sentence, such as the country, connects nothing.
    return 0.12 if mains & one.places & other.places else None if len(mains) == 2 else 0.05


def answers(answer: Mention, claim: Mention) -> Evidence:
    """The evidence that `answer` is about `claim`; empty where that cannot be.

    Nothing answers a claim of another theme, of other places (unless the answer names none, follows the claim
    in the article and shares a word with it, or names exactly its days), one made later, or a mere possibility.
    """
    distance = answer.sentence - claim.sentence if answer.article == claim.article else -1
    beside = BESIDE[distance] if 0 <= distance < len(BESIDE) else 0.0
    shared = bool(answer.places & claim.places)
    # "These figures are refuted": of no place, and of nothing but the same thing on the same days.
    echo = not claim.places and None not in claim.event and _same_account(answer, claim)
    named = shared or (beside and not answer.places and (answer.words & claim.words or echo))
    if answer.theme != claim.theme or not claim.certain or not named:
        return ()
    if answer.family != claim.family and not beside:
        return ()
    if _before(answer, claim):
        return ()
    days = None if answer.day is None or claim.day is None else answer.day - claim.day
    actor = bool(answer.actor & claim.actor)
    fits = shared and answer.kind == claim.kind and (actor or not answer.actor or not claim.actor)
    other_side = bool(answer.side and claim.side and answer.side != claim.side)
    return _kept(
        ("place", 0.2 * shared + 0.1 * (bool(answer.place) and answer.place == claim.place)),
        ("kind", 0.1 * (answer.kind == claim.kind)),
        ("actor", 0.1 * actor),
        ("beside it", beside),
        ("days after", next((weight for limit, weight in AFTER if days is not None and days <= limit), 0.0)),
        ("other side", 0.1 * other_side),
        # What a side asserts of the thing calls for an answer before a report of it does.
        ("a claim", (0.4 if fits and other_side else 0.1) * (claim.standing == "claimed")),
        # Two mentions in one sentence share its words whatever they are about.
        ("wording", _likeness(overlap(answer.words, claim.words)) if distance else 0.0),
    )


def retorts(row: Mention, denial: Mention) -> bool:
    """Whether `row` only says what holds instead of the thing denied: its denier's next words on the place."""
    return (
        row.article == denial.article
        and 0 <= row.sentence - denial.sentence <= 1
        and row.certain
        and row.family == denial.family
        and bool(row.places & denial.places)
        and one_source(row, denial)
    )


def _before(answer: Mention, claim: Mention) -> bool:
    """Whether the answer was given before the claim was made; a claim known only by its last day may be older."""
    if answer.day is None or claim.day is None:
        return False
    first = claim.clock[0]
    if first is not None:
        return answer.day < first
    return answer.day < claim.day - SLACK * (answer.article == claim.article)


def _kept(*found: tuple[str, float]) -> Evidence:
    return tuple((name, round(weight, 3)) for name, weight in found if weight)


def total(evidence: Evidence) -> float:
    """The sum of the weights."""
    return round(sum([weight for _, weight in evidence]), 3)


def _likeness(share: float) -> float:
    """The weight of a share of words in common."""
    # Sentences about one story share a quarter of their words by subject alone; fewer speak against it.
    return max(0.0, 0.4 * (share - 0.25) / 0.75) + min(0.0, 0.6 * (share - 0.15))


def _said_within(one: Mention, other: Mention) -> bool:
    """Whether one was said over a time, known on both sides, in which the other was said."""
    return within(one.said, other.said) and max(width(one.said), width(other.said)) >= NARROW
