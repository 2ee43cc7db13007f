"""Days of what an article tells again without one: the only day that it gives to what happened there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from toolkit.claims.clocks.clock import Evidence
from toolkit.claims.places.places import WIDE
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.dates.notation import say

FAMILIES = (
    frozenset({"strike", "casualty", "disaster", "assassination", "atrocity", "clash"}),
    frozenset({"control", "withdrawal"}),
    frozenset({"protest", "clash", "casualty"}),
)
"""Kinds of one happening: a blow and its dead, a march and its wounded, a town that one takes and the other leaves."""
PASSAGE = 12
"""Sentences of a long article within which something is told again."""
LONGEST = 2
"""Days of a happening that is told as one."""


def dated_together(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements told without a day, with the only day that the article gives to what is of their kind there."""
    published = story.article.published
    if published is None or story.document.chronicle:
        return statements
    known = [each for each in statements if _is_dated(each)]
    return [_dated(story, each, known, published) if _is_open(each) else each for each in statements]


def _is_dated(each: Statement) -> bool:
    days = each.happened.interval
    return bool(
        each.happened.expression and days and days.earliest and days.days is not None and days.days <= LONGEST
        and not each.kind.speech and not each.modality
    )  # fmt: skip


def _is_open(each: Statement) -> bool:
    """Whether a statement tells of something done once of which only a last day is known."""
    days, clock = each.happened.interval, each.happened
    if days is None or days.earliest or not days.latest or each.kind.speech or each.modality:
        return False
    return not clock.expression and not clock.timex


def _dated(story: Story, each: Statement, known: Sequence[Statement], published: date) -> Statement:
    kin = _kin(each, known)
    found = story.document.dates_in(each.sentence.start, each.sentence.end)
    beside = (e for e in found if e.type == "DATE" and (e.grain == "day" or e.start in range(*each.clause)))
    if any(e != each.said.expression for e in beside):  # a day of its own that was not understood
        kin = [other for other in kin if other.sentence.index == each.sentence.index]
    elif not story.short:
        kin = [other for other in kin if abs(other.sentence.index - each.sentence.index) <= PASSAGE]
    days = {(i.earliest, i.latest) for other in kin if (i := other.happened.interval)}
    if len(days) != 1:
        return each
    first, last = days.pop()
    until = each.happened.interval.latest if each.happened.interval else published
    if first is None or last is None or until is None or first > until:
        return each
    evidence = Evidence("together", (say(first),))
    assert each.happened.interval
    interval = replace(each.happened.interval, earliest=first, latest=min(last, until))
    return replace(each, happened=replace(each.happened, interval=interval, evidence=(evidence,)))


def _kin(each: Statement, known: Iterable[Statement]) -> list[Statement]:
    """The dated statements of the same happening: kinds that go together, one place that holds no more than one."""
    place = each.place.place if each.place else None
    if place is None or place.kind in WIDE:
        return []
    return [
        other
        for other in known
        if other.place is not None
        and other.place.place.name == place.name
        and any({each.kind.name, other.kind.name} <= family for family in FAMILIES)
    ]
