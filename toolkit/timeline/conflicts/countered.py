"""What one voice tells and the next one sets its own word against: "said they had overthrown the president, but the
minister insisted the authorities remained in charge".

Who insists contradicts; what he says instead need not share a word with what he contradicts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from toolkit.timeline.conflicts.positions import COUNTERED, Parting, Position, Told
from toolkit.timeline.days import gap
from toolkit.timeline.mention import ANSWERS
from toolkit.timeline.weights import SPEECH
from toolkit.timeline.wording import one_voice, overlap

_SAID = r"(?:rumou?r|claim|report|allegation|accusation|charge|assertion|story|stories|account|suggestion|footage|video)s?"
_FALSE = (
    r"(?:fictions?|inventions?|invented|fabricat(?:ed|ions?)|concocted|baseless|unfounded|groundless|false(?:hoods?)?|untrue"
    r"|lies?|propaganda|hoax(?:es)?|nonsense|absurd|ridiculous|ludicrous|slander|smears?|disinformation|misinformation|fakes?"
    r"|staged|doctored|cut to mislead)(?![\w-])"
)
_WAVED_AWAY = re.compile(
    rf"\b(?:calls?|called|calling|brand(?:s|ed)|dismiss(?:es|ed|ing)|describ(?:es|ed|ing)|denounc(?:es|ed|ing))\s+"
    rf"(?:it|this|that|them|(?:the|these|those|such|all)\s+(?:\w+\s+)?{_SAID})\s+(?:as\s+)?(?:[\w“\"‘']+\s+){{0,2}}[“\"‘']?{_FALSE}"
    rf"|\b(?:it|this|that|(?:the|these|those|such|all|any)\s+(?:\w+\s+)?{_SAID})\s+(?:is|are|was|were|had been|has been)\s+"
    rf"(?:[\w“\"‘']+\s+){{0,2}}[“\"‘']?{_FALSE}",
    re.I,
)
"""Words by which what somebody else said is called false, and that stand for it."""

_CONTRARY = re.compile(
    r"\b(?:contrary to (?:what|(?:the |its |his |their |official |earlier )*(?:claims?|reports?|statements?|announcements?|accounts?|assertions?))"
    r"|contradict(?:s|ed|ing) (?:the |an? )?(?:official |earlier )*(?:account|claim|report|version|statement|announcement)s?"
    r"|at odds with (?:the |an? )?(?:official |earlier )*(?:account|claim|report|version|statement|announcement)s?)\b",
    re.I,
)
"""Words by which a sentence says that another account of the same thing tells otherwise."""

SOON = 2
"""Sentences within which what is waved away is the one before."""

COMPARED = 12
"""Rows of an article before one that it may be set against."""

_AGAINST = r"(?:insist|maintain|counter|contend|contradict|retort|protest(?:s|ed)? that)\w*"
_WITHIN = re.compile(rf"\b(?:but|while|whereas|although|though|however|yet)\b[^.;:]{{0,60}}?\b{_AGAINST}", re.I)
_AFTER = re.compile(rf"^\W*(?:but|yet|however)\b[^.;:]{{0,60}}?\b{_AGAINST}|^[^.;:]{{0,60}}?, however,[^.;:]{{0,40}}?\b{_AGAINST}", re.I)
"""Words by which a voice sets itself against the one before it, in its sentence or at the beginning of the next one."""


def contradicted(told: Iterable[Told]) -> Iterator[Parting]:
    """The pairs of accounts of which one says in so many words that the other is wrong."""
    told = list(told)
    yield from countered(told)
    yield from _contrary(told)


def countered(told: Iterable[Told]) -> Iterator[Parting]:
    """The pairs of a happening that one voice tells, and what another one insists on against it."""
    articles: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        articles[each.mention.article].append(each)
    for _, rows in sorted(articles.items()):
        rows.sort(key=lambda each: (each.row["told_start"], each.mention.id))
        for number, other in enumerate(rows):
            if other.mention.kind in SPEECH and not other.mention.is_own_voice:
                before = [one for one in rows[max(0, number - COMPARED) : number] if _set_against(one, other)]
                if before:
                    yield _parting(max(before, key=_nearest), other)


def _contrary(told: Iterable[Told]) -> Iterator[Parting]:
    """What says that it is contrary to another account, and that account: of another article that names the place."""
    places: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        if each.mention.names_place and each.mention.certain:
            places[each.mention.place].append(each)
    for _, there in sorted(places.items()):
        for other in there:
            if not _CONTRARY.search(other.row["quote"]):
                continue
            accounts = [one for one in there if _other_account(one, other)]
            if accounts:
                yield _parting(max(accounts, key=lambda one: _likeness(one, other)), other)


def _other_account(one: Told, other: Told) -> bool:
    first, second = one.mention, other.mention
    before = (first.published or 0) <= (second.published or 0)
    return first.outlet != second.outlet and before and not gap(first.event, second.event) and not one_voice(first, second)


def _likeness(one: Told, other: Told) -> tuple[float, tuple[Any, ...]]:
    first, second = one.mention, other.mention
    names = first.names | second.names
    return overlap(first.words - names, second.words - names) + (first.family == second.family), one.order


def _nearest(one: Told) -> tuple[int, bool, int]:
    """The nearest sentence, in it what is claimed, what opens it."""
    return one.mention.sentence, one.mention.standing == "claimed", -one.mention.start


def _set_against(one: Told, other: Told) -> bool:
    first, second = one.mention, other.mention
    if one_voice(first, second) or not first.certain or first.standing in ANSWERS:
        return False
    if 0 < second.sentence - first.sentence <= SOON and _WAVED_AWAY.search(other.words):
        return True
    if first.kind in SPEECH or first.negated:
        return False
    quote, start = other.row["quote"], other.row["start"]
    if first.start == second.start:
        found = _WITHIN.search(quote, max(0, one.row["told_end"] - start))
        return found is not None and found.end() >= other.row["told_start"] - start
    return second.sentence - first.sentence == 1 and _AFTER.search(quote) is not None


def _parting(one: Told, other: Told) -> Parting:
    said, against = Position(str(one.row["standing"]), told=[one]), Position("contradicted", told=[other])
    apart = one.row["claim_id"] != other.row["claim_id"]
    return Parting("standing", COUNTERED, "", said, against, one, other, kept_apart=apart)
