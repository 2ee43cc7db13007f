"""The day of a saying that its own sentence does not tell.

It was told with what the same source said just before, with the talks at which the source spoke, with the report of the
outlet to which it spoke, or in the sentence behind ("The claim was published on Monday").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from toolkit.claims.attribution.voices import Voice, Voices
from toolkit.claims.clocks.clocks import Clock, said_with
from toolkit.claims.places.gazetteer import load_gazetteer
from toolkit.claims.places.places import METONYMS
from toolkit.claims.reading import Reading, dates_a_verb
from toolkit.claims.text.sentences import Sentence
from toolkit.dates.interval import intersect
from toolkit.dates.notation import edtf
from toolkit.model import Claim, Interval, TimeExpression

WITHIN = 2
"""Sentences within which a source still speaks on the occasion told before."""

# What somebody says at some other time, or again and again, was not said on the day told before.
_ANOTHER_TIME = re.compile(
    r"\b(?:has|have|had|says?|tells?|claims?|insists?|is|are|will|now|later|again|repeat\w*)\b", re.I
)
_ENVOYS = re.compile(r"\b(?:negotiat\w+|delegat\w+|envoys?|representatives?|mediators?)\b", re.I)
_TALKS = re.compile(r"\b(?:talks|negotiations|meeting|summit|round)\b", re.I)
_BESIDE_TALKS = 40
"""Characters between the word for talks and the date that belongs to it."""
_THEN = re.compile(r"\b(?:then|at (?:the|that) time)\b", re.I)
_DATED = re.compile(
    r"(?:The|This|That|Its|Their)\s+(?:claim|statement|report|post|announcement|assessment|map|footage|video)s?\s+"
    r"(?:was|were|came|is\s+dated|appeared)\b(?![^,;]*\b(?:not|never|by)\b)",
)


def told_elsewhere(reading: Reading, voices: Voices, voice: Voice, speech: bool) -> Clock | None:
    """The day on which `voice` spoke, where other sentences tell it; None where none does."""
    at = voice.span[0] if voice.span else -1
    sentence = reading.sentence(at) if at >= 0 else None
    if sentence is None:
        return None
    return (
        _then(reading, voice, sentence)
        or _same_source(reading, voices, voice, sentence)
        or (_at_talks(reading, voice, sentence) if speech else None)
        or _reported(reading, voices, voice)
    )


def _carried(found: TimeExpression, days: Interval | None, why: str) -> Clock | None:
    return Clock(days, found.value, f"“{found.text}” {why}: {found.why}", found) if days else None


def _then(reading: Reading, voice: Voice, sentence: Sentence) -> Clock | None:
    """ "A report of March: the paper then cited ...": the day told before in the sentence."""
    cues = [a.cue[0] for a in (voice.attribution, *voice.outer) if a] + ([voice.span] if voice.span else [])
    before = min((cue[0] for cue in cues), default=sentence.start)
    if not any(_THEN.search(reading.text, max(sentence.start, cue[0] - 12), cue[1]) for cue in cues):
        return None
    whole = sentence.start, sentence.end
    found = [d for d in reading.dates_in(sentence.start, before) if d.interval]
    dated = [d for d in found if dates_a_verb(reading.text, d, whole)]
    return _carried(dated[-1], dated[-1].interval, "is told before, and “then” means it") if dated else None


def _same_source(reading: Reading, voices: Voices, voice: Voice, sentence: Sentence) -> Clock | None:
    """ "He added that ...": the day of what the same source said shortly before."""
    if not voice.span or _ANOTHER_TIME.search(voice.cue):
        return None
    begin = reading.sentences[max(0, sentence.index - WITHIN)].start
    for attribution in reversed(voices.between(begin, voice.span[0])):
        if (dated := said_with(reading, attribution)) and voices.named(attribution).name == voice.name:
            return _carried(dated[0], reading.whole_range(dated[0]), f"dates what {voice.name} said before")
    return None


def _at_talks(reading: Reading, voice: Voice, sentence: Sentence) -> Clock | None:
    """What envoys say without a day, they say at the talks that the sentences before tell of."""
    if not _ENVOYS.search(voice.name) or _ANOTHER_TIME.search(voice.cue):
        return None
    for before in reversed(reading.sentences[max(0, sentence.index - WITHIN) : sentence.index]):
        for found in reading.dates_in(before.start, before.end):
            begin, end = max(before.start, found.start - _BESIDE_TALKS), found.end + _BESIDE_TALKS
            if found.interval and _TALKS.search(reading.text, begin, min(before.end, end)):
                return _carried(found, found.interval, "dates the talks at which it was said")
    return None


def _reported(reading: Reading, voices: Voices, voice: Voice) -> Clock | None:
    """What somebody told an outlet was told by the day on which the outlet reported."""
    via = voice.via or _told_before(reading, voices, voice)
    for attribution in voices.reports(via, voice.span[0]) if via and voice.span else ():
        dated = said_with(reading, attribution)
        if dated and dated[0].latest:
            why = f"dates the report of {via}; it was told by then"
            return _carried(dated[0], Interval(None, dated[0].latest), why)
    return None


def _told_before(reading: Reading, voices: Voices, voice: Voice) -> str:
    """The outlet that the same source told something shortly before: "The officers added that ..."."""
    sentence = reading.sentence(voice.span[0]) if voice.span else None
    if sentence is None or not voice.span or _ANOTHER_TIME.search(voice.cue):
        return ""
    begin = reading.sentences[max(0, sentence.index - WITHIN)].start
    told = (voices.named(attribution) for attribution in reversed(voices.between(begin, voice.span[0])))
    return next((other.via for other in told if other.via and other.name == voice.name), "")


def said_last(reading: Reading, voices: Voices, sentence: Sentence) -> TimeExpression | None:
    """The last day of a saying that the sentences before tell: what "by then" means behind it."""
    begin = reading.sentences[max(0, sentence.index - WITHIN)].start
    told = (
        said_with(reading, attribution) for attribution in reversed(voices.between(begin, sentence.start))
    )
    said = next((dated[-1] for dated in told if dated and dated[-1].interval), None)
    before = reading.sentences[max(0, sentence.index - 1)]
    days = [d for d in reading.dates_in(before.start, min(before.end, sentence.start)) if d.interval]
    return said or next(
        (d for d in reversed(days) if dates_a_verb(reading.text, d, (before.start, before.end))), None
    )


def dated_behind(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Claims without a day of saying, with the one that the sentence behind tells: "The claim was made on Monday"."""
    behind = {
        sentence.index: sentence
        for sentence in reading.sentences
        if _DATED.match(reading.text, sentence.start)
    }
    return [
        _with_day(claim, reading, behind[claim.sentence + 1])
        if claim.sentence + 1 in behind and is_open(claim)
        else claim
        for claim in claims
    ]


def dated_by_officials(claims: Sequence[Claim]) -> list[Claim]:
    """Claims of a government, with the day on which one of its officials is told shortly behind to have said so."""
    return [
        _of_official(claim, (claims[k] for k in range(place + 1, len(claims)))) if is_open(claim) else claim
        for place, claim in enumerate(claims)
    ]


def dated_by_answers(claims: Sequence[Claim]) -> list[Claim]:
    """Claims of who has just answered another ("denied it on Monday: the town held"), with the day of the answer."""
    found: list[Claim] = []
    for claim in claims:
        answer = _last_answer(claim, found) if is_open(claim) else None
        days = Interval(answer.said_start, answer.said_end) if answer else None
        found.append(
            resaid(claim, days, f"said with the answer: {answer.said_why}") if answer and days else claim
        )
    return found


def _last_answer(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """The last answer that the claimant of a claim gave just before it, if that has a day."""
    for other in reversed(before):
        if claim.sentence - other.sentence >= WITHIN:
            break
        if other.rule.startswith("followup") and other.said_start and other.claimant == claim.claimant:
            return other
    return None


def _of_official(claim: Claim, later: Iterable[Claim]) -> Claim:
    if not any(place.kind in METONYMS for place in load_gazetteer().named(claim.claimant)):
        return claim
    for other in later:
        if other.sentence - claim.sentence > WITHIN or other.claimant == claim.claimant:
            break
        same = (claim.theme, claim.kind, claim.standing, claim.claimant_side, claim.place)
        told = (other.theme, other.kind, other.standing, other.claimant_side, other.place) == same
        if told and other.said_start and other.said_end and not other.negated:
            return resaid(
                claim,
                Interval(other.said_start, other.said_end),
                f"{other.claimant} said so: {other.said_why}",
            )
    return claim


def _with_day(claim: Claim, reading: Reading, sentence: Sentence) -> Claim:
    found = [d for d in reading.dates_in(sentence.start, sentence.end) if d.interval]
    dated = [d for d in found if dates_a_verb(reading.text, d, (sentence.start, sentence.end))]
    days = reading.whole_range(dated[0]) if dated else None
    if not days or not days.latest or (claim.published and days.latest > claim.published):
        return claim
    return resaid(claim, days, f"“{dated[0].text}” in the sentence behind dates it: {dated[0].why}")


def is_open(claim: Claim) -> bool:
    """Whether the day of saying is not known, but for that of printing."""
    return claim.said_start is None and claim.said_end == claim.published and claim.claimant_start is not None


def resaid(claim: Claim, days: Interval, why: str) -> Claim:
    """A claim with another day of saying; an event that was only bounded by the old one is bounded by the new one."""
    if (claim.event_start, claim.event_end, claim.event_why) == (
        claim.said_start,
        claim.said_end,
        claim.said_why,
    ):
        claim = _happened(claim, days, why)
    elif claim.modality in ("", "reported") and claim.event_end and days.latest:
        within = intersect(Interval(claim.event_start, claim.event_end), Interval(None, days.latest))
        if within and within.latest != claim.event_end:
            ended = Interval(claim.event_start, within.latest, claim.event_grain)
            claim = _happened(claim, ended, f"{claim.event_why}; told as past; {why}")
    return replace(claim, said_start=days.earliest, said_end=days.latest, said_why=why)


def _happened(claim: Claim, days: Interval, why: str) -> Claim:
    first, last = days.earliest, days.latest
    return replace(
        claim,
        event_start=first,
        event_end=last,
        event_grain=days.grain,
        event_edtf=edtf(first, last, days.grain),
        event_why=why,
    )
