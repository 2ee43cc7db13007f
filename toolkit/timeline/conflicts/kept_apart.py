"""Claims that linking kept apart because their days, their places or a "not" contradict, though they read as one event.

Towns are shelled week after week in the same words, so that only strong evidence counts: most words in common besides
the place, no count that differs, no article or outlet that tells of both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from toolkit.timeline.conflicts.accounts import Inside, Parting, Position, Told, counts
from toolkit.timeline.conflicts.allen import APART, relation, span
from toolkit.timeline.conflicts.positions import in_periods
from toolkit.timeline.days import NARROW, close, gap, width
from toolkit.timeline.quantities import agree
from toolkit.timeline.wording import overlap, stems

FARTHEST = 31  # days by which accounts of one event are looked for apart
ALIKE = 0.7  # share of the words, without the names of places, that both have
ALIKE_COUNTED = 0.5  # share from which that is enough where a count of several is the same
ENOUGH = (
    5  # words besides places, doers, speakers, days and counts, fewer are how such things are always told
)
ENOUGH_OF_A_PLACE = 2  # of what is said, and said not to be, of one place on the same days
COMMON = 40  # claims that share a pair of words, from which on it is a phrase that tells nothing
SHARED = 2  # pairs of words in common before two claims are compared

EVERYDAY = stems(
    "one two three four five six seven eight nine ten dozen people "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
    " September October November December day week month weekend night morning evening yesterday today overnight"
)


def kept_apart(
    claims: Mapping[str, Sequence[Told]], made: Mapping[str, Sequence[Told]], inside: Inside
) -> Iterator[Parting]:
    """The pairs of claims that may be one event told with two dates, two places, or with a "not".

    `claims` are all mentions of each claim in their order, `made` those that assert it.
    """
    first = {claim: told[0] for claim, told in made.items() if told and told[0].mention.certain}
    for one, other in _alike(first):
        if _both_told(claims[one], claims[other]):
            continue
        parting = _parting(first[one], first[other], made[one], made[other], inside)
        if parting:
            yield parting
    yield from in_periods((told for each in made.values() for told in each), inside)


def _alike(first: Mapping[str, Told]) -> list[tuple[str, str]]:
    """Claims of one family that share pairs of words that few claims have."""
    having: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in sorted(first):
        mention = first[claim].mention
        for pair in mention.pairs:
            having[mention.family, pair].append(claim)
    shared: Counter[tuple[str, str]] = Counter()
    for told in having.values():
        if len(told) <= COMMON:
            shared.update(combinations(told, 2))
    return sorted(pair for pair, count in shared.items() if count >= SHARED)


def _parting(
    one: Told, other: Told, told: Sequence[Told], others: Sequence[Told], inside: Inside
) -> Parting | None:
    earlier, later = sorted((one, other), key=lambda each: (span(each.mention.event), each.order))
    mine, theirs = (told, others) if earlier is one else (others, told)
    if not _one_event(earlier, later):
        return None
    sort, how = _how(earlier, later, inside)
    if not sort:
        return None
    sides = [
        Position("", *span(speaker.mention.event), told=list(rows))
        for speaker, rows in ((earlier, mine), (later, theirs))
    ]
    return Parting(sort, how, "", sides[0], sides[1], earlier, later, kept_apart=True)


def _both_told(told: Sequence[Told], others: Sequence[Told]) -> bool:
    """Whether one article or outlet tells of both: it knows two events."""
    seen = {name for each in told for name in (each.mention.article, each.mention.outlet) if name}
    return any({each.mention.article, each.mention.outlet} & seen for each in others)


def _one_event(one: Told, other: Told) -> bool:
    """Whether the two sentences read as one event, whatever their days and places."""
    first, second = one.mention, other.mention
    if first.kind != second.kind or (first.actor and second.actor and not first.actor & second.actor):
        return False
    names = stems(" ".join((*first.places, *second.places, first.claimant, second.claimant))) | EVERYDAY
    words, others = (each.words - names - first.actor - second.actor for each in (first, second))
    counted = {each.of: each for each in counts(one)}
    same = [(counted[each.of], each) for each in counts(other) if each.of in counted]
    if any(not agree(*pair) for pair in same):
        return False
    several = any(min(low.low, high.low) > 2 for low, high in same)
    enough = min(len(words), len(others)) >= (
        ENOUGH_OF_A_PLACE if first.negated != second.negated else ENOUGH
    )
    return enough and overlap(words, others) >= (ALIKE_COUNTED if several else ALIKE)


def _how(one: Told, other: Told, inside: Inside) -> tuple[str, str]:
    """In what the two part, and how; ("", "") where in nothing, or in more than one thing."""
    first, second = one.mention, other.mention
    days = relation(span(first.event), span(second.event))
    same_place = bool(first.place) and first.place == second.place
    if first.negated != second.negated:
        # What had not happened by one day may have happened on a later one.
        known = same_place and close(first.event, second.event) and not gap(first.event, second.event)
        return ("standing", "said against not") if known else ("", "")
    narrow = all(None not in event and width(event) < NARROW for event in (first.event, second.event))
    if same_place and narrow and days in APART and gap(first.event, second.event) <= FARTHEST:
        return "date", days
    ids = one.row["place_id"], other.row["place_id"]
    apart = all(ids) and not (inside(*ids) or inside(*reversed(ids)) or first.places & second.places)
    return ("place", "apart") if apart and narrow and days not in APART else ("", "")
