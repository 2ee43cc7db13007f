"""The positions that the mentions of a claim take: who says it and who denies it, on which days, how many, and where.

A position is all mentions that agree in this; two positions of one claim are a conflict, however often each is retold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import eq
from typing import Any

from toolkit.timeline.conflicts.accounts import BEGINNING, Inside, Parting, Position, Told, counts
from toolkit.timeline.conflicts.allen import relation, span
from toolkit.timeline.conflicts.comparable import (
    COMPARABLE,
    LOOKED_AT,
    has_grown,
    of_two_peoples,
    one_after_the_other,
    two_events,
)
from toolkit.timeline.conflicts.dated import beginning, in_one_night, names_its_days
from toolkit.timeline.days import Days, width
from toolkit.timeline.mention import ANSWERS, Mention
from toolkit.timeline.wording import one_source, same_source

PERIOD = 27  # days from which a period has totals
MOST = 6  # positions of one claim beyond which its mentions tell of several happenings and not of one

NOTHING_TOLD = frozenset({"person", "man", "woman", "child"})
"""What is counted where nothing tells what became of them: any two sentences have people."""


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


def _parting(sort: str, what: str, one: Position, other: Position, inside: Inside) -> Iterator[Parting]:
    """Two positions with a speaker for each; nothing where one outlet tells of both days, and knows two events."""
    dated = sort == "date" and what != BEGINNING
    if (sort == "date" and two_events(one, other)) or (sort == "number" and of_two_peoples(one, other)):
        return
    for speaker in one.told[:LOOKED_AT]:
        for against in other.told[:LOOKED_AT]:
            if dated and (in_one_night(speaker, against) or one_after_the_other(speaker, against)):
                continue
            if sort == "number" and has_grown(what, speaker, against):
                continue
            if not speaker.one_source(against) and COMPARABLE[sort](speaker.mention, against.mention, inside):
                days = (span(each.mention.event) for each in (speaker, against))
                how = relation(*days) if sort == "date" else "fewer"
                yield Parting(sort, how, what, one, other, speaker, against)
                return
