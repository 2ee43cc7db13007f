"""Dates carried over from another sentence: the same happening named again, and the day that the story tells of."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache

from toolkit.claims.attribution.cues import inflect
from toolkit.claims.clocks.forms import Mention, mention
from toolkit.claims.clocks.scopes import Dated, in_sentence
from toolkit.claims.reading import LEAD, STORY_DAYS, Reading
from toolkit.claims.vocabulary import load, phrases
from toolkit.model import Span

MOST = 12
"""How many other places where a happening may be named are looked at, before and behind."""

_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|its|his|her|their|our|my)|[’']s?)\s+(?:[\w-]+\s+){0,2}$", re.I
)
_SINCE_THING = re.compile(r"\bsince\s+(?:the|its|his|her|their|that|this)\s+", re.I)
_SUFFIXES = ("ment", "ation", "ion", "al", "ance", "ing", "s")
_GOES_ON = re.compile(r"(?:it|they|he|she|both|this|these|the (?:two|former|latter|same))\b", re.I)
_AT_HEAD = 12
_NEW = re.compile(r"\b(?:an?|another)\s+(?:[\w-]+\s+){0,2}$", re.I)
_WORD = re.compile(r"[\w-]+")
_UNTOLD = ("infinitive", "plural", "participle", "reduced")
_NEAR = 30
"""Characters within which a date behind a noun belongs to it: "the launch in May"."""


def again(reading: Reading, named: Mention) -> Dated | None:
    """The date of a happening that another sentence names and dates: "the launch" of what was launched in May."""
    for span in _others(reading, named):
        other = mention(reading, span)
        if other is None or other.form in _UNTOLD:
            continue
        if other.form == "noun" and named.word not in _families():
            continue
        dated = in_sentence(reading, other, frame=False)
        if dated is None or dated.expression is None:
            continue
        if other.form != "noun" or _beside(reading, other, dated.expression.start):
            words = reading.text[span[0] : span[1]]
            return Dated(dated.interval, dated.expression, f"named elsewhere as “{words}”, where {dated.why}")
    return None


def lasting_since(reading: Reading, named: Mention) -> Dated | None:
    """The beginning of what has lasted since a happening: "since its merger it has grown"."""
    found = _SINCE_THING.search(reading.text, named.sentence.start, named.sentence.end)
    if not found or named.form != "perfect":
        return None
    for word in _WORD.finditer(reading.text, found.end(), found.end() + 40):
        thing = mention(reading, word.span())
        if thing and (dated := again(reading, thing)):
            return Dated(
                dated.interval, dated.expression, f"it has lasted since its “{word[0]}”, {dated.why}"
            )
    return None


def of_the_passage(reading: Reading, named: Mention) -> Dated | None:
    """The date that the sentence before sets at its head, for what "it also" did: background, told as past."""
    place, published = named.place, reading.published
    if place < 1 or published is None or named.form != "past":
        return None
    if not _GOES_ON.match(reading.text, named.sentence.start):
        return None
    before, latest = reading.running[place - 1], None
    for expression in reading.dates_in(before.start, named.sentence.end):
        if latest is not None or expression.start - before.start > _AT_HEAD:
            return None
        latest = expression.latest
    if latest is None or (published - latest).days <= STORY_DAYS:
        return None
    head = reading.dates_in(before.start, before.end)[0]
    return Dated(
        head.interval, head, f"the sentence before begins with “{head.text}” and this goes on: {head.why}"
    )


def definite(reading: Reading, named: Mention) -> bool:
    """Whether a noun means something that the reader knows by now: "the launch", "its sale"."""
    return named.form in ("noun", "plural") and bool(
        _DEFINITE.search(reading.text, named.sentence.start, named.span[0])
    )


def of_the_lead(reading: Reading, named: Mention) -> bool:
    """Whether a definite noun names what the headline or the first sentences tell."""
    if not definite(reading, named):
        return False
    end = reading.running[1].end if len(reading.running) > 1 else 0
    words = _family(named.word)
    places = (reading.words[word][0][0] for word in words if word in reading.words)
    return any(first < min(end, named.sentence.start) for first in places)


def _beside(reading: Reading, other: Mention, at: int) -> bool:
    """Whether a date behind a noun, or at the head of its sentence, is that of what the noun names."""
    begin, end = other.span
    return end <= at <= end + _NEAR or (
        at < other.sentence.start + _NEAR and _NEW.search(reading.text, at, begin) is not None
    )


def _others(reading: Reading, named: Mention) -> list[Span]:
    """Where else the text may name the happening: the nearest places before, for some forms also those behind."""
    if named.form == "pluperfect":
        family = frozenset({named.word})
    elif named.place < 0 or definite(reading, named):
        family = _family(named.word)
    else:
        return []
    before: list[Span] = []
    behind: list[Span] = []
    for word in family:
        places = reading.words.get(word, [])
        at = bisect_left(places, named.span[:1])
        before += places[max(0, at - MOST) : at]
        behind += [span for span in places[at : at + MOST] if span[0] != named.span[0]]
    near, later = sorted(before, reverse=True)[:MOST], sorted(behind)[:MOST]
    if named.place >= 0:
        return near + later if named.form == "pluperfect" else near
    lead = reading.running[:LEAD]
    return [span for span in near + later if lead and lead[0].start <= span[0] < lead[-1].end]


@lru_cache(maxsize=4096)
def _family(word: str) -> frozenset[str]:
    """The words for one happening: as listed, else the verb that a noun is made of, in all its forms.

    >>> sorted(_family("derailment") & {"derail", "derailed", "derailing", "rail"})
    ['derail', 'derailed', 'derailing']
    """
    if word in _families():
        return _families()[word]
    stems = {word} | {word.removesuffix(suffix) for suffix in _SUFFIXES if word.endswith(suffix)}
    verbs = {verb for stem in stems if len(stem) > 2 for verb in (stem, stem + "e")}
    return frozenset(form for verb in verbs for form in (verb, *inflect(verb)))


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in phrases(load("happenings")["families"]):
        members = frozenset(form for word in line.split() for form in (word, *inflect(word)))
        found |= dict.fromkeys(members, members)
    return found
