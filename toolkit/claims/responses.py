"""Answers to an earlier claim: who denies, confirms or repeats it, or leaves it open.

"The general staff rejected that claim" is the claim once more, with another voice, day and standing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from toolkit.claims.answered import RULE, answered, only_said, proposed, told_before
from toolkit.claims.answers import CLAIMS, Response, find_responses
from toolkit.claims.attribution.voices import Voice
from toolkit.claims.clocks.clock import Clock, Evidence, limited, told
from toolkit.claims.clocks.event_dates import dated
from toolkit.claims.clocks.said_clock import act_clock, said_clock
from toolkit.claims.clocks.saying_dates import said_last
from toolkit.claims.speakers import named_voice, speaking
from toolkit.claims.standing import Speaker, stands
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.vocabulary import load, phrases
from toolkit.language.frames import Phrase
from toolkit.model import Interval

_DAYS = load("responses")["days"]
_SAME_DAY = re.compile(rf"\b(?:{'|'.join(phrases(_DAYS['same']))})\b", re.I)
_THEN = re.compile(rf"\b(?:{_DAYS['then']})\b", re.I)


def responses(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the answers among them, each the statement that it answers once more."""
    done: list[Statement] = []
    waiting = sorted(statements, key=lambda s: (s.sentence.index, s.trigger))
    told = {index: list(group) for index, group in groupby(waiting, key=lambda s: s.sentence.index)}
    for index in sorted(story.sentences):
        sentence, here = story.sentences[index], told.get(index, [])
        for response in find_responses(story, sentence, here):
            about = response.about
            claim = about is not None and about.lemma in CLAIMS
            if response.standing == "denied" and not claim and proposed(done, sentence):
                continue
            before = [s for s in here if s.trigger[0] < response.frame.start or _inside(s, about)]
            voice = named_voice(story, answering_voice(story, response))
            # "It fell, the unit said in a statement that analysts confirmed."
            told_here = before if response.frame.relation == "relative" else []
            taken = answered(story, response, voice, told_here or [*done, *before])
            if taken is not None:
                here = _with_answer(story, response, voice, taken, here)
        done += sorted(here, key=lambda s: s.trigger)
    return done


def _inside(one: Statement, about: Phrase | None) -> bool:
    """Whether an event stands in what is answered, besides the word for the claim: "denied the reports of a strike"."""
    if one.event is None or about is None or about.pronoun or one.event.frame.token == about.token:
        return False
    return one.trigger[0] < about.end


def _with_answer(
    story: Story, response: Response, voice: Voice, taken: Statement, here: Sequence[Statement]
) -> list[Statement]:
    """The statements of a sentence with an answer in place of the act of answering; what was only said is answered by
    the act itself."""
    acts = [s for s in here if s is not taken and _same_words(s, response)]
    others = [s for s in here if not any(s is act for act in acts)]
    if only_said(taken) and acts:
        return [*others, *(answer_of(story, act, response, voice, taken) for act in acts)]
    return [*others, made(story, response, voice, taken)]


def answer_of(story: Story, act: Statement, response: Response, voice: Voice, taken: Statement) -> Statement:
    """An act of answering with what it answers, and how."""
    standing = response.standing if response.standing != "repeated" else act.standing
    return replace(
        act, answered=taken, standing=standing, voice=voice, speakers=speaking(story, voice),
        reasons=(*(r for r in act.reasons if r[0] != "standing"), _word(story, response)),
    )  # fmt: skip


def _word(story: Story, response: Response) -> tuple[str, str]:
    return "standing", f"the word “{story.document.text[response.frame.start : response.frame.end]}”"


def _same_words(statement: Statement, response: Response) -> bool:
    """Whether a statement is but the act of answering, or what somebody is said to say by it."""
    frame = response.frame
    spoken = statement.voice.attribution.cue if statement.voice.attribution else ()
    own = statement.trigger == (frame.start, frame.end)
    if (
        response.about is None and statement.event is None
    ):  # "said that was not true", "called the claim false"
        return statement.scope[0] <= frame.start < statement.scope[1]
    return statement.kind.speech and (
        own or (statement.event is None and any(a < frame.end and frame.start < b for a, b in spoken))
    )


def made(story: Story, response: Response, voice: Voice, taken: Statement) -> Statement:
    """The statement `taken` once more, as an answer by `voice`."""
    frame, sentence = response.frame, response.sentence
    said = _when(story, response, voice, taken.said)
    known = taken.happened.interval
    days = Interval(known.earliest, known.latest, known.grain) if known else None
    happened = Clock(days, (Evidence("answered", (taken.happened.why,)),), timex=taken.happened.timex)
    speakers = speaking(story, voice)
    standing = response.standing
    if standing == "repeated":
        role = voice.side.role if voice.side and voice.side.role in ("observer", "media") else ""
        who = Speaker(voice.name, voice.cue, frozenset(p.name for p in speakers), role, voice.own)
        standing = stands(
            taken.kind, who, taken.names(taken.actors), taken.names(taken.targets), "", taken.negated
        )[0]
    return replace(
        taken, sentence=sentence, trigger=(frame.start, frame.end), rule=f"{RULE}.{response.standing}", voice=voice,
        speakers=speakers, negated=False, modality="", event=None, frame=frame, said=said,
        happened=limited(happened, said.interval), answered=taken,
        standing=standing, scope=(sentence.start, sentence.end), clause=frame.clause,
        reasons=(_word(story, response),),
    )  # fmt: skip


def answering_voice(story: Story, response: Response) -> Voice:
    """Who answers: whom the frame names, else the speaker around it, else the outlet."""
    frame, voices = response.frame, story.voices
    acting = voices.acting((frame.start, frame.end))
    if acting and acting.source and frame.form != "noun":
        return voices.named(acting)
    agent = frame.first("agent") or (frame.joined_by("from", "by") if frame.form == "noun" else None)
    named = agent is not None and agent.pos in ("noun", "name", "numeral") and agent.lemma not in CLAIMS
    if agent is not None and (named or story.parties.of(agent)):
        return voices.of_phrase((agent.start, agent.end), story.document.text[frame.start : frame.end])
    return voices.voice((frame.start, frame.end), response.sentence.start)


def _when(story: Story, response: Response, voice: Voice, taken: Clock) -> Clock:
    """When an answer was given: on the day told with it, on that of the claim (as `taken` tells), or not before."""
    document, frame, sentence = story.document, response.frame, response.sentence
    if _SAME_DAY.search(document.text, frame.end, sentence.end) and taken.interval:
        return Clock(taken.interval, (Evidence("same_day", (taken.why,)),))
    said = said_clock(document, voice, document.published)
    if said.expression:
        return said
    beside = dated(document, frame) or act_clock(document, frame)
    if beside and beside.expression:
        return limited(beside, Interval(None, document.published)) if document.published else beside
    if not said.interval or not (last := said.interval.latest):
        return said
    before = told_before(story, response)
    at_the_time = _THEN.search(document.text, sentence.start, sentence.end)
    if at_the_time and (then := before or said_last(document, story.voices, sentence)):
        return told(then, then.interval, "meant")
    if before and before.interval and before.interval.earliest:
        first, why = before.interval.earliest, f"“{before.text}”, which the sentence tells before"
    elif taken.interval and taken.interval.earliest and not said.interval.earliest:
        first, why = taken.interval.earliest, "the claim that it answers"
    else:
        return said
    return Clock(Interval(first, last), (Evidence("not_before", (said.why, why)),)) if first <= last else said
