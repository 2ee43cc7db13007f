"""Answers to an earlier claim: who denies, confirms or repeats it, or leaves it open.

"The general staff rejected that claim" is the claim once more, with another voice, day and standing. A frame answers
where its verb or noun is one of vocabulary/responses.toml and its object is a claim, a pronoun or an event told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby

from toolkit.claims.attribution.voices import Voice
from toolkit.claims.clocks.adjuncts import dates_a_verb
from toolkit.claims.clocks.clock import Clock, Evidence, limited, told
from toolkit.claims.clocks.event_dates import dated
from toolkit.claims.clocks.said_clock import act_clock, said_clock
from toolkit.claims.clocks.saying_dates import said_last
from toolkit.claims.speakers import named_voice, speaking
from toolkit.claims.standing import Speaker, stands
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.text.sentences import Sentence
from toolkit.claims.vocabulary import load, phrases, words
from toolkit.language.frames import Frame, Phrase
from toolkit.model import Interval, TimeExpression

WITHIN = 4
"""Sentences within which "that claim" still means the claim before it."""
BEFORE = 2
"""Sentences within which a bare "the charge" means what was said before it."""
RULE = "response"
_PROPOSALS = ("COOPERATE", "REQUEST")
_TABLE = load("responses")
_CLAIMS, _PRONOUNS = words(_TABLE["objects"]["claims"]), words(_TABLE["objects"]["pronouns"])
_PRESENCE = words(_TABLE["objects"]["presence"])
_SAME_DAY = re.compile(rf"\b(?:{'|'.join(phrases(_TABLE['days']['same']))})\b", re.I)
_THEN = re.compile(rf"\b(?:{_TABLE['days']['then']})\b", re.I)
_IDIOMS = {
    standing: re.compile(rf"\b(?:{'|'.join(phrases(listing))})\b", re.I)
    for standing, listing in _TABLE["idioms"].items()
}
_COUNTED_FROM = ("after", "before", "since", "until", "as", "when")
_OPEN = ("may", "could", "would", "plans", "purpose", "will", "should", "must")


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: its frame, the standing that it gives (or "repeated") and what it answers, where a phrase names it."""

    frame: Frame
    standing: str
    about: Phrase | None
    sentence: Sentence


@cache
def _standings() -> dict[tuple[str, str], str]:
    return {
        (form, word): standing
        for form, key in (("verb", "verbs"), ("noun", "nouns"))
        for standing, listing in _TABLE[key].items()
        for word in words(listing)
    }


@cache
def _standings_of(standing: str) -> frozenset[str]:
    return words(_TABLE["verbs"][standing])


def find_responses(story: Story, sentence: Sentence, told_here: Sequence[Statement]) -> Iterator[Response]:
    """The answers of a sentence to earlier claims, in text order; `told_here` are the statements that it makes."""
    frames = story.document.frames_in(sentence.start, sentence.end)
    triggers = [s.trigger[0] for s in told_here if not s.kind.speech]
    for frame in frames:
        standing = _standings().get(("noun" if frame.form == "noun" else "verb", frame.lemma), "")
        idiom = _idiom(story.document.text, frame)
        standing = idiom or standing
        if not standing or frame.modality == "conditional":
            continue
        about = None if idiom else frame.first("patient", "topic")
        if not idiom and (not _answers(frame, about, frames, triggers) or _has_content(story, about)):
            continue
        if not idiom and (frame.negated or frame.modality in _OPEN or _refused(frame)):
            if standing != "confirmed":
                continue
            standing = "unconfirmed"
        yield Response(frame, standing, about, sentence)


@lru_cache(maxsize=4)
def _idioms_of(text: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The idioms that occur in a text at all: most texts have none."""
    return tuple(each for each in _IDIOMS.items() if each[1].search(text))


def _idiom(text: str, frame: Frame) -> str:
    """The standing that several words around a predicate give: "stood by its account", "called it false"."""
    if frame.form == "noun" or (frame.relation == "adverbial" and frame.marker in _COUNTED_FROM):
        return ""
    start, end = frame.clause
    standing: str
    for standing, pattern in _idioms_of(text):
        if any(start + m.start() <= frame.start < start + m.end() for m in pattern.finditer(text[start:end])):
            return standing
    return ""


def _answers(frame: Frame, about: Phrase | None, frames: Sequence[Frame], triggers: Sequence[int]) -> bool:
    """Whether the object of a frame is a claim told before rather than an event that the sentence itself tells."""
    content = [
        f
        for f in frames
        if f.parent == frame.index
        and f.relation in ("complement", "purpose", "gerund")
        and f.start > frame.start
    ]
    if any(start <= at < end for start, end in (f.clause for f in content) for at in triggers):
        return False
    if content:
        told = any(f.form == "copula" for f in content)  # "that soldiers are in the region"
        return told or (frame.negated and frame.lemma not in _standings_of("denied"))
    if frame.form == "noun":
        return about is None or about.lemma in _CLAIMS
    if about is None:
        return frame.voice == "passive" or not frame.arguments
    if about.pronoun or about.text.lower() in _PRONOUNS:
        return about.text.lower() in _PRONOUNS
    if any(about.start <= at < about.end for at in triggers):
        return False
    claims = about.lemma in _CLAIMS and (about.determiner != "a" or bool(about.owner))
    return claims or about.lemma in _PRESENCE


def _has_content(story: Story, about: Phrase | None) -> bool:
    """Whether a claim that is answered is told with it: "rejected suggestions that the force was too small"."""
    if about is None or about.lemma not in _CLAIMS:
        return False
    told = any(preposition in ("of", "about") and not each.pronoun for preposition, each in about.complements)
    return told or story.document.tree.child(about.token, "noun_clause") is not None


def _refused(frame: Frame) -> bool:
    """Whether somebody declined or was not able to do it."""
    return frame.tense == "infinitive" and frame.negated


def responses(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the answers among them, each the statement that it answers once more."""
    done: list[Statement] = []
    waiting = sorted(statements, key=lambda s: (s.sentence.index, s.trigger))
    told = {index: list(group) for index, group in groupby(waiting, key=lambda s: s.sentence.index)}
    for index in sorted(story.sentences):
        sentence, here = story.sentences[index], told.get(index, [])
        for response in find_responses(story, sentence, here):
            if response.standing == "denied" and _proposed(done, sentence):
                continue
            ahead = response.about is not None and response.about.end > response.frame.end
            before = [s for s in here if s.trigger[0] < response.frame.start or (ahead and s.event)]
            if taken := _answered(story, response, [*done, *before]):
                made = _made(story, response, taken)
                here = [s for s in here if not _same_words(s, response)]
                here.append(made)
            elif accused := _accused(response, done):
                here = [replace(s, answered=accused) if _same_words(s, response) else s for s in here]
        done += sorted(here, key=lambda s: s.trigger)
    return done


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


def _proposed(before: Sequence[Statement], sentence: Sentence) -> bool:
    """Whether the preceding statement is an offer or a demand: rejecting one is a refusal, not a denial."""
    last = before[-1] if before and sentence.index - before[-1].sentence.index <= 1 else None
    return bool(last and last.kind.plover in _PROPOSALS)


def _answered(story: Story, response: Response, before: Sequence[Statement]) -> Statement | None:
    """The statement that is answered: about an event, not itself an act of speech.

    It is the last one made on the day that is told of with the answer, else the last one of the claimant whom the words
    name ("Moscow's claim"), else of the place that they name, else the last one near enough.
    """
    sentence = response.sentence
    events = [
        s
        for s in reversed(before)
        if not s.rule.startswith(RULE) and not s.kind.speech and s.kind.theme != "other"
    ]
    day = _told_before(story, response)
    if day and day.interval and day.interval.earliest:
        for each in events:
            if each.said.interval and each.said.interval == day.interval:
                return each
    owners = (
        {p.name for p in story.parties.of(response.about.owner)}
        if response.about and response.about.owner
        else set()
    )
    if owners and (theirs := next((s for s in events if s.names(s.speakers) & owners), None)):
        return theirs
    agent = response.frame.first("agent")
    answering = {party.name for party in story.parties.of(agent)} if agent else set()
    near = [s for s in events if sentence.index - s.sentence.index <= WITHIN]
    near.sort(
        key=lambda s: not (s.speakers and not s.names(s.speakers) & answering)
    )  # what another one claims
    places = {
        p.place.name
        for p in story.places(sentence)
        if response.frame.clause[0] <= p.start < response.frame.clause[1]
    }
    there = (s for s in (near or events) if s.place and s.place.place.name in places)
    return next(there, None) or next(iter(near), None)


def _accused(response: Response, done: Sequence[Statement]) -> Statement | None:
    """What others said before that tells of no event: "the opposition accused it of treason. It rejects the charge"."""
    at = response.sentence.index
    return next((s for s in reversed(done) if s.kind.speech and 0 < at - s.sentence.index <= BEFORE), None)


def _made(story: Story, response: Response, taken: Statement) -> Statement:
    frame, sentence = response.frame, response.sentence
    voice = named_voice(story, _voice(story, response))
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
        reasons=(("standing", f"the word “{story.document.text[frame.start : frame.end]}”"),),
    )  # fmt: skip


def _voice(story: Story, response: Response) -> Voice:
    """Who answers: whom the frame names, else the speaker around it, else the outlet."""
    frame, voices = response.frame, story.voices
    acting = voices.acting((frame.start, frame.end))
    if acting and acting.source and frame.form != "noun":
        return voices.named(acting)
    agent = frame.first("agent") or (frame.joined_by("from", "by") if frame.form == "noun" else None)
    if agent is not None and story.parties.of(agent):
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
    before = _told_before(story, response)
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


def _told_before(story: Story, response: Response) -> TimeExpression | None:
    """The day that the clauses before an answer tell of: "it announced so on 8 June, and Kyiv denied it"."""
    sentence, document = response.sentence, story.document
    whole = sentence.start, sentence.end
    begin = min(response.frame.start, response.frame.clause[0])
    found = [
        d
        for d in document.dates_in(sentence.start, begin)
        if d.interval and dates_a_verb(document.text, d, whole)
    ]
    return found[-1] if found else None
