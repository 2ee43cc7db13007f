"""Answers to an earlier claim ("the general staff rejected that claim"): the claim once more, with the answer's voice,
day and standing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.claims.answering import told_before, when_answered, who_answers
from toolkit.claims.clocks.clock import Clock, Evidence, limited
from toolkit.claims.followups import FollowUp, find_followups
from toolkit.claims.position import Speaker, stands
from toolkit.claims.statements import Statement
from toolkit.claims.text.sentences import Sentence
from toolkit.model import Interval

if TYPE_CHECKING:
    from toolkit.claims.assemble import Story

WITHIN = 4
"""Sentences within which "that claim" still means the claim before it."""
RULE = "followup"
_OWNER = re.compile(r"([A-Z][\w-]+)[’']s? ")
_PROPOSALS = ("COOPERATE", "REQUEST")


def responses(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the answers among them; what stands inside the words of an answer tells nothing by itself."""
    done: list[Statement] = []
    waiting = sorted(statements, key=lambda s: (s.sentence.index, s.trigger))
    for index in sorted(story.sentences):
        sentence = story.sentences[index]
        here = [s for s in waiting if s.sentence.index == index]
        answers = find_followups(story.document.text, sentence.start, sentence.end)
        answers = tuple(a for a in answers if not (a.standing == "denied" and _proposed(done, sentence)))
        kept = [s for s in here if not any(a.span[0] <= s.trigger[0] < a.span[1] for a in answers)]
        for answer in answers:
            before = [s for s in kept if s.trigger[0] < answer.span[0] or answer.ahead]
            if taken := _answered(story, answer, sentence, [*done, *before]):
                kept.append(_made(story, answer, sentence, taken))
        done += sorted(kept, key=lambda s: s.trigger)
    return done


def _proposed(before: Sequence[Statement], sentence: Sentence) -> bool:
    """Whether the preceding statement is an offer or a demand: rejecting one is a refusal, not a denial."""
    last = before[-1] if before and sentence.index - before[-1].sentence.index <= 1 else None
    return bool(last and last.kind.plover in _PROPOSALS)


def _answered(story: Story, answer: FollowUp, sentence: Sentence, before: Sequence[Statement]) -> Statement | None:
    """The statement that is meant by "that claim": about an event, not itself an act of speech.

    It is the last one made on the day that is told of with the answer, else the last one of the claimant whom its words name
    ("Moscow's claim"), else the last one near enough.
    """
    events = [s for s in reversed(before) if not s.rule.startswith(RULE) and not s.kind.speech]
    told = told_before(story.document, answer, sentence)
    if told and told.interval and told.interval.earliest:
        for each in events:
            if each.said.interval and each.said.interval == told.interval:
                return each
    owner = _OWNER.search(story.document.text[slice(*answer.span)])
    if owner and (theirs := next((s for s in events if s.voice.name.split()[-1:] == [owner[1]]), None)):
        return theirs
    return next((s for s in events if sentence.index - s.sentence.index <= WITHIN), None)


def _made(story: Story, answer: FollowUp, sentence: Sentence, taken: Statement) -> Statement:
    from toolkit.claims.assemble import speaking

    voice = who_answers(story.document, story.voices, answer, sentence)
    said = when_answered(story.document, story.voices, answer, sentence, voice, taken.said)
    known = taken.happened.interval
    days = Interval(known.earliest, known.latest, known.grain) if known else None
    event = limited(Clock(days, (Evidence("answered", (taken.happened.why,)),), timex=taken.happened.timex), said.interval)
    speakers = speaking(story, voice)
    standing = answer.standing
    if standing == "repeated":
        role = voice.side.role if voice.side and voice.side.role in ("observer", "media") else ""
        who = Speaker(voice.name, voice.cue, frozenset(p.name for p in speakers), role, voice.own)
        standing = stands(taken.kind, who, taken.names(taken.actors), taken.names(taken.targets), "", taken.negated)[0]
    return replace(
        taken, sentence=sentence, trigger=answer.span, rule=answer.rule, voice=voice, speakers=speakers, negated=False,
        modality="", event=None, said=said, happened=event, standing=standing, scope=(sentence.start, sentence.end),
        clause=answer.span,
    )  # fmt: skip
