"""What one voice tells and another contradicts in so many words, without denying it.

What is told instead need not share a word with what it contradicts ("said they had overthrown the president, but the
minister insisted the authorities remained in charge"), so that these words alone show it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

from toolkit.timeline.conflicts.accounts import COUNTERED, Parting, Position, Told
from toolkit.timeline.days import SLACK, gap
from toolkit.timeline.mention import ANSWERS
from toolkit.timeline.weights import SPEECH
from toolkit.timeline.wording import one_voice, overlap, stems

SOON = 2
"""Sentences within which what is waved away is the one before."""
LATER = 4
"""Sentences within which who says that he only did so much is told to have done more."""
LOOKED_AT = 100
"""Rows of one day among which that is sought which another article waves away, the first ones."""
COMPARED = 12
"""Rows of an article before one that it may be set against."""


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_INSISTS = r"\b(?:insist|maintain|counter|contend|contradict|retort|argu)\w*"
_WITHIN = re.compile(
    rf"\b{_any('but while whereas although though however yet')}\b[^.;:]{{0,60}}?{_INSISTS}", re.I
)
_AFTER = re.compile(
    rf"^\W*{_any('but yet however')}\b[^.;:]{{0,60}}?{_INSISTS}"
    rf"|^[^.;:]{{0,60}}?, however,[^.;:]{{0,40}}?{_INSISTS}",
    re.I,
)
"""Words by which a voice sets itself against the one before it, in its sentence or at the beginning of the next one."""

_ACCOUNT = _any(
    "rumou?rs? claims? reports? allegations? accusations? charges? assertions? stor(?:y|ies) accounts? suggestions?"
    " footage videos? versions? statements? announcements?"
)
_FALSE = _any(
    "fictions? inventions? invented fabricat(?:ed|ions?) concocted baseless unfounded groundless false(?:hoods?)?"
    " untrue lies? propaganda hoax(?:es)? nonsense absurd ridiculous ludicrous slander smears? disinformation"
    " misinformation fakes? staged doctored"
)
_IT = rf"(?:it|this|that|them|(?:the|these|those|such|all|any)\s+(?:\w+\s+)?{_ACCOUNT})"
_CALLS = (
    r"(?:calls?|called|calling|brand(?:s|ed)|dismiss(?:es|ed|ing)|describ(?:es|ed|ing)|denounc(?:es|ed|ing))"
)
_WAVED_AWAY = re.compile(
    rf"\b(?:{_CALLS}\s+{_IT}(?:\s+as)?|{_IT}\s+(?:is|are|was|were|(?:had|has|have)\s+been))\s+"
    rf"(?:[\w“\"‘']+\s+){{0,2}}[“\"‘']?{_FALSE}(?=[^\w\s-]|\s*$|\s+(?:and|but|by|from|in|made|of|or|spread|to|with)\b)",
    re.I,
)
_DONE = r"(?:us(?:ed|ing)|fir(?:ed|ing)|hit(?:ting)?|target(?:ed|ing)|str(?:uck|iking)|aim(?:ed|ing))"
_ONLY = re.compile(
    rf"\b(?:{_DONE}\s+(?:only|merely|nothing but)|(?:only|merely)\s+(?:been\s+)?{_DONE})\b", re.I
)
"""Words by which who is told to have done harm says how little he did."""
HARM = ("assassination", "atrocity", "casualty", "clash", "strike")
_OTHERS = rf"(?:(?:the|an?|his|her|their|its|official|earlier)\s+)*{_ACCOUNT}"
_CONTRARY = re.compile(
    rf"\b(?:contrary to (?:what|{_OTHERS})|contradict(?:s|ed|ing) {_OTHERS}|at odds with {_OTHERS})\b", re.I
)


def waves_away(words: str) -> bool:
    """Whether words call false what they take up from before.

    >>> waves_away("The embassy calls it “pure fiction”"), waves_away("Such rumours are concocted by rivals")
    (True, True)
    >>> waves_away("the fabrication of a weapon"), waves_away("It was a false alarm that woke the town")
    (False, False)
    """
    return _WAVED_AWAY.search(words) is not None


def contrary(quote: str) -> bool:
    """Whether a sentence says that another account of the same thing tells otherwise.

    >>> contrary("Contrary to what the radio says, the post has not fallen."), contrary("It contradicts his account.")
    (True, True)
    >>> contrary("Contrary winds kept the ship in port.")
    False
    """
    return _CONTRARY.search(quote) is not None


def countered(told: Iterable[Told]) -> Iterator[Parting]:
    """The pairs of accounts of which one says in so many words that the other is wrong."""
    articles: dict[str, list[Told]] = defaultdict(list)
    places: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        one = each.mention
        articles[one.article].append(each)
        if one.names_place and one.certain:
            places[one.place].append(each)
    answered: set[str] = set()
    for _, rows in sorted(articles.items()):
        ordered = sorted(rows, key=lambda each: (each.row["told_start"], each.mention.id))
        for parting in _in_one_article(ordered):
            answered.add(parting.other_speaker.mention.id)
            yield parting
    yield from _elsewhere([each for rows in articles.values() for each in rows], answered)
    for _, rows in sorted(places.items()):
        yield from _at_one_place(rows)


def _in_one_article(rows: Sequence[Told]) -> Iterator[Parting]:
    """What one voice tells, and what another one insists on against it, or by which it waves it away."""
    for number, other in enumerate(rows):
        if other.mention.is_own_voice:
            continue
        away, after = waves_away(other.words), _AFTER.search(other.row["quote"]) is not None
        before = rows[max(0, number - COMPARED) : number]
        found = [one for one in before if _set_against(one, other, away, after)]
        if found:
            yield _parting(max(found, key=_nearest), other)


def _set_against(one: Told, other: Told, away: bool, after: bool) -> bool:
    first, second = one.mention, other.mention
    if not first.certain or first.standing in ANSWERS or one_voice(first, second):
        return False
    behind = second.sentence - first.sentence
    if (away and 0 < behind <= SOON) or _makes_little_of(one, other, behind):
        return True
    if first.kind in SPEECH or first.negated:  # what is insisted on is set against what happened
        return False
    return (after and behind == 1) or (first.start == second.start and _insists_after(one, other))


def _makes_little_of(one: Told, other: Told, behind: int) -> bool:
    """Whether the other says, of harm just told, that little was done, or by whom it was done that it was not."""
    first, second = one.mention, other.mention
    if first.kind not in HARM or first.negated or first.place != second.place:
        return False
    speaker = stems(second.side) | stems(second.claimant)
    not_so = second.negated and second.kind in (*HARM, "launch") and not speaker.isdisjoint(first.actor)
    return (0 < behind <= SOON and not_so) or (0 < behind <= LATER and _ONLY.search(other.words) is not None)


def _insists_after(one: Told, other: Told) -> bool:
    """Whether, in one sentence, words of insisting stand between what the one tells and the end of the other."""
    quote, start = other.row["quote"], other.row["start"]
    found = _WITHIN.search(quote, max(0, one.row["told_end"] - start))
    return found is not None and found.end() <= other.row["told_end"] - start


def _nearest(one: Told) -> tuple[int, bool, int]:
    """The nearest sentence, in it what is claimed, what opens it."""
    return one.mention.sentence, one.mention.standing == "claimed", -one.mention.start


def _at_one_place(rows: Sequence[Told]) -> Iterator[Parting]:
    """What says that it is contrary to another account, and that account, of another outlet that names the place."""
    for other in rows:
        if contrary(other.row["quote"]):
            accounts = [one for one in rows if _is_other_account(one, other)]
            if accounts:
                yield _parting(max(accounts, key=lambda one: _likeness(one, other)), other)


def _elsewhere(told: Iterable[Told], answered: Container[str]) -> Iterator[Parting]:
    """What is waved away and stands in another article: what its speaker was told there to have done, days before."""
    deeds: dict[int, list[Told]] = defaultdict(list)
    dismissals = []
    for each in sorted(told, key=lambda each: each.order):
        one = each.mention
        if one.published is None or not one.certain or one.id in answered:
            continue
        if not one.is_own_voice and waves_away(each.words):
            dismissals.append(each)
        elif one.actor and one.standing not in ANSWERS and one.kind not in SPEECH and not one.negated:
            deeds[one.published].append(each)
    for other in dismissals:
        last = other.mention.published or 0
        days = range(last - SLACK, last + 1)
        found = [one for day in days for one in deeds[day][:LOOKED_AT] if _is_of_the_speaker(one, other)]
        if found:
            yield _parting(found[-1], other)


def _is_of_the_speaker(one: Told, other: Told) -> bool:
    first, second = one.mention, other.mention
    speaker = stems(second.side) | stems(second.source)
    blamed = not speaker.isdisjoint(first.actor) and first.side != second.side
    return blamed and first.outlet != second.outlet and not one_voice(first, second)


def _is_other_account(one: Told, other: Told) -> bool:
    first, second = one.mention, other.mention
    if first.outlet == second.outlet or (first.published or 0) > (second.published or 0):
        return False
    return not gap(first.event, second.event) and not one_voice(first, second)


def _likeness(one: Told, other: Told) -> tuple[float, tuple[Any, ...]]:
    first, second = one.mention, other.mention
    names = first.names | second.names
    return overlap(first.words - names, second.words - names) + (first.family == second.family), one.order


def _parting(one: Told, other: Told) -> Parting:
    said, against = Position(str(one.row["standing"]), told=[one]), Position("contradicted", told=[other])
    apart = one.row["claim_id"] != other.row["claim_id"]
    return Parting("standing", COUNTERED, "", said, against, one, other, kept_apart=apart)
