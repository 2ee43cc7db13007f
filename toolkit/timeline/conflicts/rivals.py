"""What two sides claim each for itself, and what two voices of one article count differently.

A village cannot be in the hands of both on the same days; "the police gave 38 arrests, lawyers spoke of 52".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from toolkit.timeline.conflicts.accounts import FOR_ITSELF, Parting, Position, Told, counts
from toolkit.timeline.conflicts.comparable import has_grown
from toolkit.timeline.conflicts.pairs import COMPARED, near
from toolkit.timeline.days import gap
from toolkit.timeline.quantities import Quantity, agree, quantities
from toolkit.timeline.wording import one_voice, stems

HELD = frozenset({"conflict/control"})
"""Kinds that only one side at a time can claim for itself."""

BESIDE = 3
"""Sentences within which two voices of one article count one thing."""

TALLY = "tally"
"""The rule of rows that give another count of what the row before them counts."""

ELLIPSIS = "people"
"""What stands for a noun that is not said again."""

FIGURE = "figure"
"""What such a count is of."""

_PUT = re.compile(
    r"\b(?:(?:figure|number|count|total|tally|toll|crowd|turnout|it)\s+(?:as|at)|sp(?:eaks?|oke)\s+of|speaking\s+of)\s+"
    r"(?P<count>(?:(?:more|fewer|less)\s+than\s+|at\s+(?:least|most)\s+|up\s+to\s+|over\s+|under\s+|about\s+|around\s+|some\s+"
    r"|nearly\s+|almost\s+)?\d[\d,]*)(?=\s*(?:[.;:”\"]|,\s|$))"
)
"""A count that is put without its noun: "gave the figure as 310", "spoke of more than 500"."""

_WIDE_NAME = re.compile(
    r"\b(?:regions?|provinces?|districts?|states?|count(?:y|ies)|areas?|territor(?:y|ies)|front|border|north|south|east|west"
    r"|northern|southern|eastern|western|central)\b",
    re.I,
)
_WIDE = re.compile(r"[A-Z]{2}(?:-\w+)?")  # ISO 3166: of a country or a region each side may hold a part


def rivals(told: Iterable[Told]) -> Iterator[Parting]:
    """The pairs of claims by which two sides have the same town on the same days, each told by its own side."""
    places: dict[str, dict[tuple[str, str], Position]] = defaultdict(dict)
    for each in told:
        if _for_itself(each):
            key = str(each.row["claim_id"]), each.mention.side
            place = each.row["place_id"] or each.mention.place
            position = places[place].setdefault(key, Position(f"held by {each.row['actor']}"))
            position.told.append(each)
    for _, held in sorted(places.items()):
        for one, other in near(held.values()):
            speaker, against = one.told[0], other.told[0]
            if _contradict(speaker, against):
                apart = speaker.row["claim_id"] != against.row["claim_id"]
                yield Parting("standing", FOR_ITSELF, "", one, other, speaker, against, kept_apart=apart)


def _for_itself(told: Told) -> bool:
    one = told.mention
    return (
        f"{one.theme}/{one.kind}" in HELD
        and (one.certain, one.negated) == (True, False)
        and bool(stems(one.side) & one.actor)
        and one.day is not None
        and bool(one.place)
        and not (_WIDE.fullmatch(told.row["place_id"]) or _WIDE_NAME.search(one.place))
    )


def _contradict(one: Told, other: Told) -> bool:
    first, second = one.mention, other.mention
    return first.side != second.side and not first.actor & second.actor and not gap(first.event, second.event)


def rival_counts(told: Iterable[Told]) -> Iterator[Parting]:
    """The pairs of counts of one thing that an article gives by two voices, side by side."""
    articles: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        articles[each.mention.article].append(each)
    for _, rows in sorted(articles.items()):
        rows.sort(key=lambda each: each.mention.start)
        for number, one in enumerate(rows):
            for other in rows[number + 1 : number + 1 + COMPARED]:
                if other.mention.sentence - one.mention.sentence > BESIDE:
                    break
                if _count_of_one_thing(one, other):
                    yield from _differing(one, other)
                yield from _put_apart(one, other)


def _count_of_one_thing(one: Told, other: Told) -> bool:
    first, second = one.mention, other.mention
    if (first.kind, first.certain, first.negated) != (second.kind, second.certain, second.negated):
        return False
    if first.claimant == second.claimant or one_voice(first, second):
        return False
    apart = bool(first.actor and second.actor and not first.actor & second.actor)
    return not (gap(first.event, second.event) or first.is_of_others(second) or apart)


def _differing(one: Told, other: Told) -> Iterator[Parting]:
    mine = {each.of: each for each in counts(one)}
    bare = other.row["rule"] == TALLY
    for count in _bare(other, list(mine)) if bare else counts(other):
        known = mine.get(count.of)
        if (bare or " " in count.of) and known is not None and not agree(known, count):
            sides = [
                (Position(each.text, each.low, each.high, [told]), told)
                for each, told in ((known, one), (count, other))
            ]
            (low, speaker), (high, against) = sorted(sides, key=lambda side: side[0].low)
            if has_grown(count.of, speaker, against):
                continue
            apart = one.row["claim_id"] != other.row["claim_id"]
            yield Parting("number", "fewer", count.of, low, high, speaker, against, kept_apart=apart)


def _put_apart(one: Told, other: Told) -> Iterator[Parting]:
    """What two voices one after the other put at two figures without naming it: "gave the figure as 310; survivors
    spoke of more than 500"."""
    mine, theirs = (_put(each) for each in (one, other))
    near = other.mention.sentence - one.mention.sentence <= 1 and one.row["start"] != other.row["start"]
    if (
        not near
        or mine is None
        or theirs is None
        or agree(mine, theirs)
        or one_voice(one.mention, other.mention)
    ):
        return
    sides = [
        (Position(each.text, each.low, each.high, [told]), told)
        for each, told in ((mine, one), (theirs, other))
    ]
    (low, speaker), (high, against) = sorted(sides, key=lambda side: side[0].low)
    apart = one.row["claim_id"] != other.row["claim_id"]
    yield Parting("number", "fewer", FIGURE, low, high, speaker, against, kept_apart=apart)


def _put(told: Told) -> Quantity | None:
    found = _PUT.search(told.words)
    return next(iter(_with_noun(found["count"])), None) if found else None


def _with_noun(words: str) -> Iterator[Quantity]:
    for each in quantities(f"{words} {ELLIPSIS}"):
        yield replace(each, of=FIGURE, text=each.text.removesuffix(f" {ELLIPSIS}"))


def _bare(told: Told, things: Sequence[str]) -> Iterator[Quantity]:
    """The count that a voice gives of what another one counts, without its noun: "a rights group says 52"."""
    if len(things) != 1:
        return
    for each in quantities(f"{told.words} {ELLIPSIS}"):
        yield replace(each, of=things[0], text=each.text.removesuffix(f" {ELLIPSIS}"))
