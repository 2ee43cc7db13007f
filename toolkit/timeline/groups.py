"""Rows that tell of one thing, put together: the likeliest pairs first, and only groups that fit on average.

Two rows are compared where they share a family of kinds and a word, a place in a week or a passage of an article; in a
small table every two of a family are. So the cost grows with the table and not with its square.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, product

from toolkit.timeline.days import SLACK
from toolkit.timeline.evidence import Evidence, total
from toolkit.timeline.mention import Mention

WEEK = 7
SMALL = 120  # rows of a family, up to which every two are compared
COMMON = 100  # rows of a family that tell a word, from which on it tells nothing
BLOCK = 12  # rows before one in its place and week that it is compared with
PARTNERS = 10  # rows that one is compared with in all, those with most words in common
SETTLED = 4  # rows found to tell the same, from which on it is compared with no more
MEMBERS = 6  # rows of a group, the first ones, by which it is compared with another
USUAL = 0.15  # share of one kind and place among the pairs of a folder on several things
FOCUS = 1.0  # log-odds for each e-fold of that share
STEP = 0.5  # in steps, so that an added article hardly ever moves all claims
FEW = 40  # pairs for which a folder is taken to be a usual one
IMPOSSIBLE = -4.0  # what a pair counts for, on average, of which something speaks against it outright

Compare = Callable[[Mention, Mention], Evidence]
Apart = Callable[[Mention, Mention], bool]


def group(
    rows: Sequence[Mention], compare: Compare, enough: float, apart: Apart
) -> tuple[list[list[int]], dict[int, Evidence]]:
    """The groups of rows, as places in `rows`, which are in their order, and the evidence by which a row joined.

    A pair joins its groups where `compare` gives it `enough`, and the rows of both do on average; never where one is
    `apart` from the other. Groups are in the order of their first rows, which found them and have no evidence.
    """
    families: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        families[row.family].append(number)
    groups: list[list[int]] = []
    why: dict[int, Evidence] = {}
    for numbers in families.values():
        groups += _joined(rows, numbers, compare, enough, apart, why)
    return sorted(groups), why


def _joined(
    rows: Sequence[Mention],
    numbers: Sequence[int],
    compare: Compare,
    enough: float,
    apart: Apart,
    why: dict[int, Evidence],
) -> Iterable[list[int]]:
    """The groups of one family; `why` takes the evidence by which a row joined."""
    # Only sums are kept: the evidence of all pairs would take more room than the table.
    known: dict[int, float] = {}

    def weighed(one: int, other: int) -> float:
        pair = one * len(rows) + other if one < other else other * len(rows) + one
        score = known.get(pair)
        if score is None:
            evidence = compare(rows[min(one, other)], rows[max(one, other)])
            score = known[pair] = total(evidence) if evidence else IMPOSSIBLE
        return score

    likely: list[tuple[float, tuple[int, int]]] = []
    for number, others in candidates(rows, numbers):
        found = 0
        for other in others:
            if (score := weighed(other, number)) >= enough:
                likely.append((-score, (other, number)))
                found += 1
                if found == SETTLED and len(numbers) > SMALL:
                    break
    likely.sort()
    home = {number: number for number in numbers}
    groups = {number: [number] for number in numbers}
    for _, (one, other) in likely:
        kept, gone = sorted((home[one], home[other]))
        if kept == gone:
            continue
        pairs = list(product(groups[kept][:MEMBERS], groups[gone][:MEMBERS]))
        if sum([weighed(*pair) for pair in pairs]) < enough * len(pairs):
            continue
        if any(apart(rows[a], rows[b]) for a, b in pairs):
            continue
        why[gone] = compare(rows[one], rows[other])
        for member in groups[gone]:
            home[member] = kept
        groups[kept] = sorted([*groups[kept], *groups.pop(gone)])
    return groups.values()


def leaning(rows: Sequence[Mention]) -> float:
    """The log-odds by which the rows of two articles of a folder tell of one thing more than those of a usual folder.

    A folder on one battle is of one kind and place throughout, and in it the same place tells less of its rows; but
    that it is of one thing makes each pair likelier to be of it than the place takes away. One article goes from one
    thing to the next there as anywhere.
    """
    more = FOCUS * min(2.0, max(0.0, math.log(max(agreement(rows), USUAL) / USUAL)))
    return round(more / STEP) * STEP


def agreement(rows: Sequence[Mention]) -> float:
    """The share of one kind and place among the pairs of a family and a week: how much a folder is of one thing."""
    pairs: Counter[tuple[str, int]] = Counter()
    alike: Counter[tuple[str, int, str, str]] = Counter()
    for row in rows:
        week = (row.day or 0) // WEEK
        pairs[row.family, week] += 1
        alike[row.family, week, row.kind, row.place] += bool(row.place)
    whole = sum(count * (count - 1) for count in pairs.values())
    same = sum(count * (count - 1) for count in alike.values())
    return (same + FEW * USUAL) / (whole + FEW)  # a table of a few rows says little of its folder


def candidates(rows: Sequence[Mention], numbers: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    """Each row of a family, its `numbers` in `rows`, with the earlier ones that may tell its thing, likeliest first."""
    if len(numbers) <= SMALL:
        yield from ((number, numbers[:place]) for place, number in enumerate(numbers))
        return
    having = Counter(chain.from_iterable(rows[number].told for number in numbers))
    telling: dict[str, list[int]] = defaultdict(list)
    there: dict[tuple[str, int], list[int]] = defaultdict(list)
    near: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        row = rows[number]
        words = [telling[word] for word in row.told if having[word] < COMMON]
        blocks = [there[place, week] for place in (row.places or {""}) for week in weeks(row)]
        blocks.append(near[row.article])
        shared = Counter(chain(*words, *(block[-BLOCK:] for block in blocks)))
        # Those that share most, of equals the first: sorting keeps the order of equals.
        yield number, sorted(sorted(shared), key=shared.__getitem__, reverse=True)[:PARTNERS]
        for having_it in chain(words, blocks):
            having_it.append(number)


def weeks(row: Mention) -> range:
    """The weeks that a mention with narrow days lies in, with the slack; none for the others."""
    days = [day for day in (*row.event, *row.said) if day is not None]
    if not days or max(days) - min(days) > 4 * WEEK:
        days = [row.day] if row.day is not None else []
    return range((min(days) - SLACK) // WEEK, (max(days) + SLACK) // WEEK + 1) if days else range(0)
