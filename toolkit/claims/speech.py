"""Statements that are nothing but said: what a party says, where no event of the lexicon stands in its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from toolkit.claims.actors import Party
from toolkit.claims.attribution.cues import cues
from toolkit.claims.attribution.voices import Voice
from toolkit.claims.speakers import named_voice, speaking
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.text.sentences import Sentence
from toolkit.language.frames import Frame
from toolkit.model import Attribution, Span

RULE = "speech"
KIND = "statement"
FOLLOWING = 9
"""Words that a sentence of a longer quotation needs to be a statement of its own."""
_SHORTEST = 12
"""Characters of what is said; less is no statement."""


def speech_statements(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements and, for each saying of a party without any event in it, one that it was said."""
    if KIND not in story.lexicon.kinds:
        return statements
    told = sorted(s.trigger[0] for s in statements)
    acts = {at for s in statements if s.event is not None for at in range(*s.trigger)}
    found = [
        made
        for attribution in story.document.attributions
        if attribution.source and not any(acts.intersection(range(*cue)) for cue in attribution.cue)
        for made in _said(story, attribution, told)
    ]
    return sorted([*statements, *_once(found)], key=lambda s: s.trigger)


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

    voice = named_voice(story, story.voices.named(attribution))
    if voice.own:
        return
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


_ASKING = frozenset({"should", "must"})
_NEEDING = frozenset({"need", "have"})


def _kind(story: Story, content: Span, speakers: tuple[Party, ...]) -> str:
    """What somebody does by saying so: what others must do is a demand, what he himself will not do a refusal."""
    names = {party.name for party in speakers}
    for frame in story.document.frames_in(*content):
        if frame.form == "noun" or frame.relation in ("relative", "adverbial", "modifier", "participle"):
            continue
        agent = frame.first("agent")
        acts = {party.name for party in story.parties.of(agent)} if agent else set()
        obliged = frame.modality in _ASKING or (frame.lemma in _NEEDING and _needs(story, frame))
        if obliged and "demand" in story.lexicon.kinds and not acts & names and acts:
            return "demand"
        if (
            frame.negated
            and frame.modality in ("will", "would")
            and acts & names
            and "refusal" in story.lexicon.kinds
        ):
            return "refusal"
        break
    return KIND


def _needs(story: Story, frame: Frame) -> bool:
    if "yet" in story.document.text[frame.start : frame.clause[1]].split()[:3]:
        return False
    return any(
        other.parent == frame.index and other.relation == "purpose" and other.tense == "infinitive"
        for other in story.document.frames_in(frame.end, frame.clause[1])
    )


def _statement(
    story: Story, sentence: Sentence, content: Span, cue: Span, voice: Voice
) -> Iterator[Statement]:

    speakers = speaking(story, voice)
    own = sentence.start <= cue[0] < sentence.end
    if (
        not speakers
        or all(p.kind == "civilians" for p in speakers)
        or (not own and all(p.kind == "person" for p in speakers))
    ):
        return
    if not own and len(story.document.text[slice(*content)].split()) < FOLLOWING:
        return
    kind = story.lexicon.kinds[_kind(story, content, speakers)]
    trigger = cue if own else (content[0], min(content[1], content[0] + 1))
    yield Statement(
        sentence, trigger, kind, kind.plover, f"{kind.theme}.{kind.name}.{RULE}", voice, content,
        (sentence.start, sentence.end), speakers=speakers, actors=speakers,
    )  # fmt: skip
