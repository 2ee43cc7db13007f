"""One happening out of several claims: a strike and its dead are two claims of one thing.

A result belongs to the act that its articles tell it with: in one sentence or the next, at one place, of days
that meet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from toolkit.timeline.days import gap
from toolkit.timeline.mention import Mention
from toolkit.timeline.weights import MUTUAL

RESULTS: dict[str, tuple[str, ...]] = {
    "casualty": ("strike", "clash", "atrocity", "assassination", "disaster", "advance"),
    "displacement": ("strike", "clash", "advance", "siege", "disaster"),
    "detention": ("coup", "protest", "inspection"),
    "agreement": ("talks", "summit"),
    "assassination": ("strike",),
}
"""A kind of result, and the kinds of act that it may be the result of."""
COMPARED = 40  # mentions behind one that are looked at: a sentence without end may hold thousands
TOGETHER = {0: 2, 1: 1}
"""What a pair of sentences counts for, by how many sentences lie between: in one, in the next."""


def happenings(claims: Sequence[str], rows: Sequence[Mention]) -> list[str]:
    """For each row the claim that its happening is named after: that of the act for a result, else its own.

    `claims` are the claim ids of `rows`, in their order.

    >>> happenings([], [])
    []
    """
    articles: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        articles[row.article].append(number)
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for numbers in articles.values():
        numbers.sort(key=lambda number: (rows[number].sentence, rows[number].start, rows[number].id))
        for place, number in enumerate(numbers):
            for other in numbers[place + 1 : place + 1 + COMPARED]:
                apart = rows[other].sentence - rows[number].sentence
                if apart not in TOGETHER:
                    break
                for act, result in ((number, other), (other, number)):
                    if _results(rows[result], rows[act]):
                        told[claims[result]][claims[act]] += TOGETHER[apart]
    act_of = {
        result: min(acts, key=lambda act: (-acts[act], act)) for result, acts in sorted(told.items()) if acts
    }
    return [_first(claim, act_of) for claim in claims]


def _first(claim: str, act_of: dict[str, str]) -> str:
    """The act at the beginning of a chain: the dead of an assassination by a strike are the strike's."""
    seen = {claim}
    while claim in act_of and act_of[claim] not in seen:
        claim = act_of[claim]
        seen.add(claim)
    return claim


def _results(result: Mention, act: Mention) -> bool:
    if act.kind not in RESULTS.get(result.kind, ()) or result.certain != act.certain or act.negated:
        return False
    if gap(result.event, act.event) or (result.place and act.place and result.place != act.place):
        return False
    actors = not result.actor or not act.actor or bool(result.actor & act.actor)
    hit = act.target | (act.actor if act.kind in MUTUAL else frozenset())
    return actors and bool(not result.target or not hit or result.target & hit)
