"""The positions that the mentions of a claim take: who says it and who denies it, on which days, how many, and where.

A position is all mentions that agree in this; two positions of one claim are a conflict, however often each is retold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import eq
from typing import Any

from toolkit.timeline.conflicts.allen import relation, span
from toolkit.timeline.conflicts.dated import DATE_WORDS, NEXT, beginning, in_one_night, names_its_days
from toolkit.timeline.evidence import thing
from toolkit.timeline.days import SLACK, Days, gap, width
from toolkit.timeline.mention import ANSWERS, Mention
from toolkit.timeline.quantities import FATES, Quantity, own_words, quantities
from toolkit.timeline.table import speaking
from toolkit.timeline.wording import one_source, one_voice, overlap, same_source, stems

LOOKED_AT = 8  # mentions of a position among which two are sought that are not of one source
PERIOD = 27  # days from which a period has totals
FEW = 2  # what is counted so often has no count of its own
ALIKE = 0.5  # share of the words, without names, by which two accounts a day apart are of one thing
MOST = 6  # positions of one claim beyond which its mentions tell of several happenings and not of one

NOTHING_TOLD = frozenset({"person", "man", "woman", "child"})
"""What is counted where nothing tells what became of them: any two sentences have people."""
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


def makers(rows: Sequence[Told]) -> list[Told]:
    """The mentions that assert the claim, without what a denier says to hold instead."""
    denials = [each.mention for each in rows if each.mention.standing == "denied"]
    deniers = {(each.claimant, each.side) for each in denials}
    sentences = {(each.article, each.start) for each in denials}
    answered = {each.answers for each in denials}

    def countered(one: Mention) -> bool:
        if one.id in answered:  # "denied allegations that ..." tells both
            return False
        lost = one.claimant in ("", one.outlet) and (one.article, one.start) in sentences
        return lost or any(same_source(one.claimant, one.side, *denier) for denier in deniers)

    return [
        each
        for each in rows
        if each.mention.standing == "confirmed"
        or (each.mention.standing not in ANSWERS and not countered(each.mention))
    ]


def standings(rows: Sequence[Told], made: Sequence[Told]) -> Iterator[Parting]:
    """What some say and the other side denies; who confirms later what his side denied has settled it, and says it
    too."""
    denials = [each for each in rows if each.mention.standing == "denied"]
    sides = {each.mention.side for each in denials} - {""}
    asserted = [each for each in made if each.mention.side not in sides]
    if denials and asserted:
        one, other = Position("", told=asserted), Position("denied", told=denials)
        said = {each.mention.id: each for each in asserted}
        pairs = ((said[each.mention.answers], each) for each in denials if each.mention.answers in said)
        # What a denier tells with the denial speaks for nobody else: "the claim of a seizure was false".
        others = (pair for pair in pairs if not one_source(pair[0].mention, pair[1].mention))
        speaker, denier = next(others, (asserted[0], denials[0]))
        yield Parting(
            "standing", f"{speaker.mention.standing} against denied", "", one, other, speaker, denier
        )


def dates(kinds: Sequence[Sequence[Told]]) -> Iterator[Parting]:
    """Accounts whose days exclude one another; a day within a longer account only refines it. Of what lasts, those that
    have it begin at different times."""
    for kind in kinds:
        accounts = [(*span(each.mention.event), each, "") for each in kind if names_its_days(each)]
        yield from _pairs("date", "", _parted(accounts), eq)
        begun = [(*since, each, "") for each in kind if (since := beginning(each)) is not None]
        yield from _pairs("date", BEGINNING, _parted(begun), eq)


def numbers(kinds: Sequence[Sequence[Told]], inside: Inside) -> Iterator[Parting]:
    """Counts of the same thing at the same place that exclude one another."""
    for kind in kinds:
        usual = next((each.mention.place for each in kind if each.mention.place), "")
        counted: dict[tuple[str, str], list[tuple[float, float, Told, str]]] = defaultdict(list)
        for each in kind:
            for quantity in counts(each):
                if quantity.of in NOTHING_TOLD:
                    continue
                account = (quantity.low, quantity.high, each, quantity.text)
                # Of a list of places any may be the main one.
                for where in {each.mention.place or usual, "; ".join(sorted(each.mention.places))}:
                    counted[quantity.of, where].append(account)
        for (of, _), accounts in sorted(counted.items()):
            yield from _pairs("number", of, _parted(accounts), inside)


def in_periods(told: Iterable[Told], inside: Inside) -> Iterator[Parting]:
    """Counts of one thing over the same month or longer at one place, told as two claims: "in 2025 it took ..."."""
    totals: dict[tuple[Any, ...], list[tuple[float, float, Told, str]]] = defaultdict(list)
    for each in told:
        one = each.mention
        if one.certain and not one.negated and one.actor and _period(one.event):
            for quantity in counts(each):
                if " " in quantity.of:
                    key = (one.family, one.place, one.event, one.actor, quantity.of)
                    totals[key].append((quantity.low, quantity.high, each, quantity.text))
    for key, accounts in totals.items():
        for parting in _pairs("number", key[-1], _parted(accounts), inside):
            claims = {each.row["claim_id"] for each in (parting.speaker, parting.other_speaker)}
            if len(claims) > 1:
                yield replace(parting, kept_apart=True)


def _period(days: Days) -> bool:
    return None not in days and width(days) >= PERIOD


def counts(told: Told) -> list[Quantity]:
    """What a mention counts at its own date, without those who speak in it: "three officers said"."""
    speakers = stems(told.mention.claimant)
    date = DATE_WORDS.match(told.row["event_why"])
    quote = told.row["quote"]
    own = told.words
    # Of what a sentence counts twice, by two voices, each tells its own count.
    found = quantities(quote, date[1] if date else "") or quantities(own)
    return [each for each in found if each.text in own and not stems(each.text.split()[-1]) & speakers]


def by_kind(made: Sequence[Told]) -> list[list[Told]]:
    """The mentions of each kind, facts and possibilities apart: only these tell of the same happening."""
    found: dict[tuple[str, bool], list[Told]] = defaultdict(list)
    for each in made:
        found[each.mention.kind, each.mention.certain].append(each)
    return [found[key] for key in sorted(found)]


def _parted(accounts: Iterable[tuple[float, float, Told, str]]) -> list[Position]:
    """Positions of accounts that agree, narrow ones first; what agrees with several speaks for none of them."""
    positions: list[Position] = []
    for low, high, told, words in sorted(
        accounts, key=lambda each: (each[1] - each[0], each[1], each[2].order)
    ):
        fitting = [each for each in positions if low <= each.high and each.low <= high]
        if not fitting:
            positions.append(Position(words, low, high, [told]))
        elif len(fitting) == 1:
            (position,) = fitting
            position.low, position.high = max(position.low, low), min(position.high, high)
            position.told.append(told)
        if len(positions) > MOST:
            return []
    return sorted(positions, key=lambda each: (each.low, each.high))


def _pairs(sort: str, what: str, positions: list[Position], inside: Inside) -> Iterator[Parting]:
    for each in positions:
        # Of days those speak first that tell both bounds.
        each.told.sort(key=lambda told: (sort == "date" and None in told.mention.event, told.order))
    for number, one in enumerate(positions):
        for other in positions[number + 1 :]:
            yield from _parting(sort, what, one, other, inside)


def _two_events(one: Position, other: Position) -> bool:
    """Whether an outlet tells of both days in its own name or by one source, and so knows two events; two articles
    that have the same count of it know one."""
    return any(
        first.mention.outlet == second.mention.outlet
        and one_voice(first.mention, second.mention)
        and (first.mention.article == second.mention.article or not _same_count(first, second))
        for first in one.told[:LOOKED_AT]
        for second in other.told[:LOOKED_AT]
    )


def _same_count(one: Told, other: Told) -> bool:
    """Whether both count several, and the same, of one thing: "killed 90", "at least 90 Palestinians dead"."""
    first, second = ({(thing(each), each.low or each.high) for each in counts(told)} for told in (one, other))
    return any(number > FEW for _, number in first & second)


def _one_after_the_other(one: Told, other: Told) -> bool:
    """Whether two accounts of days that follow one another may be of two things: with no count and few words in common."""
    first, second = one.mention, other.mention
    if gap(first.event, second.event) > NEXT or _same_count(one, other):
        return False
    names = first.names | second.names
    return overlap(first.words - names, second.words - names) < ALIKE


def _of_one_time(one: Mention, other: Mention, inside: Inside) -> bool:
    """Whether two days may be of one claim: an answer of quite another time may answer another."""
    return "confirmed" not in (one.standing, other.standing) or gap(one.event, other.event) <= SLACK


def _of_one_whole(one: Mention, other: Mention, inside: Inside) -> bool:
    """Whether two counts may be of the same days and places: what one names besides lies in or around the other's."""
    if gap(one.event, other.event) or one.is_of_others(other):
        return False
    pairs = ((one.places - other.places, other.places), (other.places - one.places, one.places))
    return all(
        any(inside(name, near) or inside(near, name) for near in places) or not places
        for more, places in pairs
        for name in more
    )


COMPARABLE: dict[str, Callable[[Mention, Mention, Inside], bool]] = {
    "date": _of_one_time,
    "number": _of_one_whole,
}
"""What two mentions must have in common for what they tell to be compared."""


def _of_two_peoples(one: Position, other: Position) -> bool:
    """Whether the words of two counts name whose they are, and differ: "three Malawian", "nine Uruguayan soldiers"."""
    first, second = ({word for word in each.value.split()[1:] if word[0].isupper()} for each in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def has_grown(what: str, low: Told, high: Told) -> bool:
    """Whether a count of people is told lower and, on a later day, higher: the later one brings it up to date."""
    if what.split()[0] not in FATES:
        return False
    days = [each.mention.said[1] or each.mention.published for each in (low, high)]
    return days[0] is not None and days[1] is not None and days[0] < days[1]


def _parting(sort: str, what: str, one: Position, other: Position, inside: Inside) -> Iterator[Parting]:
    """Two positions with a speaker for each; nothing where one outlet tells of both days, and knows two events."""
    dated = sort == "date" and what != BEGINNING
    if (sort == "date" and _two_events(one, other)) or (sort == "number" and _of_two_peoples(one, other)):
        return
    for speaker in one.told[:LOOKED_AT]:
        for against in other.told[:LOOKED_AT]:
            if dated and (in_one_night(speaker, against) or _one_after_the_other(speaker, against)):
                continue
            if sort == "number" and has_grown(what, speaker, against):
                continue
            if not speaker.one_source(against) and COMPARABLE[sort](speaker.mention, against.mention, inside):
                days = (span(each.mention.event) for each in (speaker, against))
                how = relation(*days) if sort == "date" else "fewer"
                yield Parting(sort, how, what, one, other, speaker, against)
                return
