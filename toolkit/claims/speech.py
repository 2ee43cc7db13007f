"""Statements that are nothing but said: what a party says, where no event of the lexicon stands in its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.claims.attribution.cues import cues
from toolkit.claims.attribution.voices import Voice
from toolkit.claims.statements import Statement
from toolkit.claims.text.sentences import Sentence
from toolkit.model import Attribution, Span

if TYPE_CHECKING:
    from toolkit.claims.assemble import Story

RULE = "speech"
KIND = "statement"
_SHORTEST = 12
"""Characters of what is said; less is no statement."""


def speech_statements(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements and, for each saying of a party without any event in it, one that it was said."""
    if KIND not in story.lexicon.kinds:
        return statements
    told = sorted(s.trigger[0] for s in statements)
    acts = {s.trigger for s in statements if s.kind.speech}
    found = [
        made
        for attribution in story.document.attributions
        if attribution.source and not any(_overlap(cue, act) for cue in attribution.cue for act in acts)
        for made in _said(story, attribution, told)
    ]
    return sorted([*statements, *_once(found)], key=lambda s: s.trigger)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _once(found: list[Statement]) -> Iterator[Statement]:
    """One statement for each sentence and speaker."""
    seen: set[tuple[int, str]] = set()
    for each in sorted(found, key=lambda s: s.trigger):
        key = each.sentence.index, each.voice.name
        if key not in seen:
            seen.add(key)
            yield each


def _said(story: Story, attribution: Attribution, told: list[int]) -> Iterator[Statement]:
    document = story.document
    cue = attribution.cue[0]
    if not _speaks(document.text[slice(*cue)]):
        return
    voice = story.voices.named(attribution)
    if voice.side and voice.side.role == "media":
        return
    for start, end in attribution.content:
        if end - start < _SHORTEST:
            continue
        for sentence in _sentences(story, start, end, cue):
            first, last = max(start, sentence.start), min(end, sentence.end)
            if last - first < _SHORTEST or _holds(told, first, last) or sentence.index not in story.sentences:
                continue
            yield from _statement(story, sentence, (first, last), cue, voice)


def _sentences(story: Story, start: int, end: int, cue: Span) -> Iterator[Sentence]:
    """The sentences that what is said touches."""
    at = start
    while at < end:
        sentence = story.document.sentence(at)
        if sentence is None:
            at += 1
            continue
        yield sentence
        at = sentence.end + 1


def _holds(told: list[int], start: int, end: int) -> bool:
    k = bisect_right(told, start - 1)
    return k < len(told) and told[k] < end


def _speaks(cue: str) -> bool:
    """Whether a cue is one of speech, not of a mood."""
    known = cues().get(cue.split()[-1].lower()) or cues().get(cue.split()[0].lower())
    return known is not None and bool(known.frames & {"clause", "hearer", "quotation", "noun"})


def _statement(story: Story, sentence: Sentence, content: Span, cue: Span, voice: Voice) -> Iterator[Statement]:
    from toolkit.claims.assemble import speaking

    speakers = speaking(story, voice)
    if not speakers:
        return
    kind = story.lexicon.kinds[KIND]
    trigger = cue if sentence.start <= cue[0] < sentence.end else (content[0], min(content[1], content[0] + 1))
    yield Statement(
        sentence, trigger, kind, kind.plover, f"{kind.theme}.{KIND}.{RULE}", voice, content,
        (sentence.start, sentence.end), speakers=speakers, actors=speakers,
    )  # fmt: skip
