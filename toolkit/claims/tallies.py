"""Counts of one thing by several voices: "the police gave 38 arrests; a rights group says 52".

The second count is told without its verb and its noun. It makes a statement of its own, of the same event, with whoever
gives it; and who gives the first by a verb of counting ("the agency puts the dead at 13") is its claimant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolkit.claims.attribution.voices import Voice
from toolkit.claims.clocks.said_clock import said_clock
from toolkit.claims.speakers import speaking
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.vocabulary import any_of, load, phrases, words
from toolkit.model import Span

RULE = "tally"
LONGEST = 90
"""Characters of a part of a sentence that names a voice and its count, before the count."""
_TABLE = load("tallies")
_GIVING = words(_TABLE["verbs"]["giving"])
_SMALL, _BOUNDS = words(_TABLE["numbers"]["small"]), phrases(_TABLE["numbers"]["bounds"])
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{any_of(_SMALL, whole=True)})(?![\w%:/]|[.,-]\d)"
_COUNT = re.compile(rf"(?<![\w$€£.,:/-]){_NUMBER}", re.I)
_PARTED = re.compile(r"[;,]\s+|\s+(?=(?:while|whereas|but|and)\s)|(?<=[.!?])\s+")
_TAIL = rf"(?:\s+{any_of(phrases(_TABLE['numbers']['after']), whole=True)})*\s*+[.,;]?\s*+\Z"
_CUE, _IT, _JOINS = (any_of(phrases(_TABLE["verbs"][name]), whole=True) for name in ("forms", "it", "joins"))
_OTHER = re.compile(
    rf"\s*+(?:(?:while|whereas|but|and)\s+)?(?P<who>[^,;:.!?\d“”\"]{{2,{LONGEST}}}?)"
    rf"(?:,[^,;:.!?\d]{{2,{LONGEST}}},)?\s+(?:(?P<cue>{_CUE})\s+)?(?:{_IT}\s+)?(?:{_JOINS}\s+)?"
    rf"(?P<count>(?:{any_of(_BOUNDS, whole=True)}\s+)?{_NUMBER})(?P<rest>[^,;:!?\d]{{0,60}})",
    re.I,
)
_REST = re.compile(_TAIL, re.I)


def tallies(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with those of other voices that give another count of what one of them counts."""
    starts = sorted(s.trigger[0] for s in statements if s.event is not None)
    made: list[Statement] = []
    taken: set[Span] = set()
    for each in statements:
        if not _counts(story, each):
            made.append(each)
            continue
        each = _given(story, each)
        made.append(each)
        for part in _parts(story, each):
            other = None if part in taken else _other(story, each, part)
            if other is not None and not _tells(starts, other.scope):
                taken.add(part)
                made.append(other)
    return made


def _tells(starts: Sequence[int], span: Span) -> bool:
    """Whether an event begins in some characters."""
    k = bisect_left(starts, span[0])
    return k < len(starts) and starts[k] < span[1]


def _counts(story: Story, one: Statement) -> bool:
    """Whether it tells of an event with a number in its words."""
    if one.event is None or one.kind.speech or one.negated or one.modality:
        return False
    return _COUNT.search(story.document.text, *one.told()) is not None


def _given(story: Story, one: Statement) -> Statement:
    """A statement with the voice of who gives the count by the verb that tells it: "the agency puts the dead at 13"."""
    frame = one.frame
    if not one.voice.own or frame is None:
        return one
    above = (
        story.document.frames[frame.parent] if frame.form == "noun" and frame.parent is not None else frame
    )
    if above.lemma not in _GIVING or above.form != "verb" or above.voice != "active":
        return one
    agent = above.first("agent")
    if agent is None or agent.pronoun or agent.pos not in ("noun", "name"):
        return one
    voice = _voice(story, (agent.start, agent.end), (above.start, above.end))
    return one if voice is None else _by(story, one, voice)


def _parts(story: Story, one: Statement) -> Iterator[Span]:
    """The parts of its sentence after what is told, and those of the next one."""
    text = story.document.text
    sentence, told = one.sentence, one.told()
    number = _COUNT.search(text, *told)
    begin = number.end() if number else told[1]
    yield from _cut(text, begin, sentence.end)
    following = story.sentences.get(sentence.index + 1)
    if following is not None and text.count("\n", sentence.end, following.start) < NEW:
        yield following.start, following.end


NEW = 2
"""Line ends between two paragraphs."""


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The parts of a text behind each comma or joining word."""
    cuts = [(m.start(), m.end()) for m in _PARTED.finditer(text, start, end)]
    begins, ends = [after for _, after in cuts], [before for before, _ in cuts[1:]]
    yield from zip(begins, [*ends, end], strict=False)


def _other(story: Story, one: Statement, part: Span) -> Statement | None:
    """The statement by which a part of a sentence gives another count; None where it gives none."""
    text = story.document.text
    found = _OTHER.match(text, *part)
    if found is None or not (_REST.match(found["rest"]) or _same_thing(story, one, found["rest"])):
        return None
    if found["cue"] is None and not (one.sentence.start <= part[0] < one.sentence.end):
        return None
    cue = found.span("cue") if found["cue"] else found.span("count")
    voice = _voice(story, found.span("who"), cue)
    if voice is None or voice.name == one.voice.name or one.voice.own:
        return None
    sentence = story.document.sentence(part[0])
    assert sentence is not None
    scope = found.start("cue" if found["cue"] else "who"), found.end("count")
    new = replace(
        one, sentence=sentence, trigger=found.span("count"), rule=RULE, event=None, frame=None, scope=scope,
        clause=part, reasons=(),
    )  # fmt: skip
    return _by(story, new, voice)


def _same_thing(story: Story, one: Statement, rest: str) -> bool:
    """Whether the words after a count name what the statement counts: "23 soldiers", "nine soldiers"."""
    patient = one.event.patient if one.event is not None else None
    named = rest.strip(" .").lower().split()
    return patient is not None and len(named) == 1 and named[0].rstrip("s") == patient.lemma.rstrip("s")


def _voice(story: Story, who: Span, cue: Span) -> Voice | None:
    """The voice that some words name; None where they name no speaker."""
    document = story.document
    phrase = document.phrase(who)
    if phrase is None or phrase.pos not in ("noun", "name") or phrase.entity == "time":
        return None
    first, last = document.tokens_in(*who)
    tokens = document.parse.tokens[first:last]
    acts = any(each.pos == "verb" and k > phrase.token for k, each in enumerate(tokens, first))
    if acts or any(each.pos in ("auxiliary", "pronoun") for each in tokens):
        return None
    voice = story.voices.of_phrase(who, document.text[slice(*cue)])
    return replace(voice, cue=document.text[slice(*cue)])


def _by(story: Story, one: Statement, voice: Voice) -> Statement:
    """A statement with another voice."""
    said = said_clock(story.document, voice, story.document.published)
    return replace(one, voice=voice, speakers=speaking(story, voice), said=said)
