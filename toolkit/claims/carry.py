"""Dates carried over from another sentence: the same happening named again, and the day that the story tells of."""

from __future__ import annotations

import re
from functools import cache

from toolkit.claims.cues import inflect
from toolkit.claims.forms import Mention, mention
from toolkit.claims.reading import Reading
from toolkit.claims.scopes import Dated, in_sentence
from toolkit.claims.vocabulary import load, phrases
from toolkit.model import Span

MOST = 12
"""How many other places where a happening may be named are looked at, before and behind."""

_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|its|his|her|their|our|my)|[’']s?)\s+(?:[\w-]+\s+){0,2}$", re.I
)
_SINCE_THING = re.compile(r"\bsince\s+(?:the|its|his|her|their|that|this)\s+", re.I)
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
        dated = in_sentence(reading, other, frame=False)
        if (
            dated
            and dated.expression
            and (other.form != "noun" or _beside(reading, other, dated.expression.start))
        ):
            words = reading.text[span[0] : span[1]]
            return Dated(dated.interval, dated.expression, f"named elsewhere as “{words}”, where {dated.why}")
    return None


def lasting_since(reading: Reading, named: Mention) -> Dated | None:
    """The beginning of what has lasted since a happening: "since its launch it has sold"."""
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
    return any(
        start < end and start < named.sentence.start
        for word in _families().get(named.word, {named.word})
        for start, _ in reading.words.get(word, ())
    )


def _beside(reading: Reading, other: Mention, at: int) -> bool:
    """Whether a date behind a noun, or at the head of its sentence, is that of what the noun names."""
    begin, end = other.span
    return end <= at <= end + _NEAR or (
        at < other.sentence.start + _NEAR and _NEW.search(reading.text, at, begin) is not None
    )


def _others(reading: Reading, named: Mention) -> list[Span]:
    """Where else the text may name the happening: the nearest places before, for some forms also those behind."""
    text, family = reading.text, _families().get(named.word, frozenset())
    if named.form == "pluperfect":
        family &= {named.word}
    elif named.place >= 0:
        known = named.form in ("noun", "plural") and _DEFINITE.search(
            text, named.sentence.start, named.span[0]
        )
        family = family if known else frozenset()
    spans = sorted(
        span for word in family for span in reading.words.get(word, ()) if span[0] != named.span[0]
    )
    before = [span for span in spans if span[0] < named.span[0]][-MOST:][::-1]
    behind = [span for span in spans if span[0] > named.span[0]][:MOST]
    return before + behind if named.place < 0 or named.form == "pluperfect" else before


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in phrases(load("happenings")["families"]):
        members = frozenset(form for word in line.split() for form in (word, *inflect(word)))
        found |= dict.fromkeys(members, members)
    return found
