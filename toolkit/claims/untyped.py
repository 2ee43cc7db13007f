"""Rows of no kind of the lexicon: what happens on a day, or is told by somebody, and fits no entry.

They keep a story that no theme knows from being lost; they are counted apart, stay out of conflicts, and one line in
the reader's own lexicon gives them a kind.
"""

from __future__ import annotations

from datetime import date, timedelta

from toolkit.claims.attribution.voices import Voice
from toolkit.claims.document import Document
from toolkit.claims.lexicon.kinds import Kind
from toolkit.claims.speakers import speaking
from toolkit.claims.speech import RULE
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.text.clauses import clauses
from toolkit.claims.text.sentences import Sentence
from toolkit.language.frames import Frame
from toolkit.model import UNTYPED, Interval

WEEK = timedelta(days=7)
"""Days after publication that a weekday without more may be read as."""
THINGS = frozenset(
    {"abstract", "document", "chart", "claim", "view", "table", "telemetry", "figure", "chapter", "section"}
)
"""Types and nouns of what tells nothing by itself, though verbs of saying may have it for a subject."""
EVENT = Kind(UNTYPED, "other")
"""What fits no entry."""
SAID = "statement"
OFFICES = frozenset({"party", "force", "leader", "counsel"})
"""Types of who speaks for more than himself, though no party of the article; a university is one of learning."""
_STATES = frozenset(
    {"be", "have", "seem", "appear", "remain", "become", "include", "belong", "mean", "need", "know", "like"}
)


def untyped(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements, and one for each sentence without any that dates something or says who tells it."""
    told = {s.sentence.index for s in statements}
    more = [
        made
        for sentence in story.sentences.values()
        if sentence.index not in told and (made := _untyped(story, sentence)) is not None
    ]
    return sorted([*statements, *more], key=lambda s: (s.sentence.index, s.trigger))


def _untyped(story: Story, sentence: Sentence) -> Statement | None:
    document = story.document
    frame = _main(story, sentence)
    if frame is None:
        return None
    trigger = frame.start, frame.end
    voice = story.voices.voice(trigger, sentence.start)
    dated = any(
        d.interval and d.type in ("DATE", "TIME") and _past(d.interval, document.published)
        for d in document.dates_in(sentence.start, sentence.end)
    )
    if not dated and voice.own:
        return None
    whole = sentence.start, sentence.end
    scope = whole
    if voice.attribution:
        scope = next((c for c in voice.attribution.content if c[0] <= trigger[0] < c[1]), whole)
    clause = next((p for p in clauses(document.text, *whole) if p[0] <= trigger[0] < p[1]), whole)
    if _supposed(document, frame, sentence) or (not dated and _nobody(story, voice)):
        return None
    agent, patient = frame.first("agent"), frame.first("patient")
    actors = story.parties.of(agent) if agent else ()
    targets = story.parties.of(patient) if patient else ()
    anchored = (
        actors
        or targets
        or story.places(sentence)
        or not voice.own
        or any(p and p.count for p in (agent, patient))
    )
    if not anchored:
        return None
    said = not dated and _said_here(document, voice, sentence, frame) and _in_office(story, voice)
    kind = story.lexicon.kinds.get(SAID, EVENT) if said else EVENT
    rule = f"{kind.theme}.{kind.name}" + (f".{RULE}" if kind is not EVENT else "")
    return Statement(
        sentence, trigger, kind, kind.plover, rule, voice, scope, clause, frame.negated,
        frame.modality, actors=actors, targets=targets, frame=frame,
    )  # fmt: skip


def _said_here(document: Document, voice: Voice, sentence: Sentence, frame: Frame) -> bool:
    """Whether a predicate is what somebody says by words of the same sentence."""
    spoken = voice.attribution
    if spoken is None or document.sentence(spoken.cue[0][0]) != sentence:
        return False
    return any(start <= frame.start < end for start, end in spoken.content)


def _in_office(story: Story, voice: Voice) -> bool:
    """Whether somebody who is no known party speaks in an office: "a military spokesman", "the weather service"."""
    phrase = story.document.phrase(voice.span) if voice.span else None
    if phrase is None or phrase.pos != "noun" or phrase.determiner in ("no", "each"):
        return False
    types = story.lexicon.types_of(phrase)
    return not OFFICES.isdisjoint(types) and "academe" not in types


def _past(days: Interval, published: date | None) -> bool:
    """Whether days are told of as past or as near."""
    return published is None or days.earliest is None or days.earliest <= published + WEEK


def _nobody(story: Story, voice: Voice) -> bool:
    """Whether what speaks is a thing: "the following table shows", "the views expressed here do not reflect"."""
    phrase = story.document.phrase(voice.span) if voice.span else None
    if phrase is None or phrase.pos != "noun" or speaking(story, voice):
        return False
    return bool(story.lexicon.types_of(phrase) & THINGS) or phrase.lemma in THINGS


def _supposed(document: Document, frame: Frame, sentence: Sentence) -> bool:
    """Whether it holds only if something else does."""
    return any(
        each.parent == frame.index and each.marker == "if"
        for each in document.frames_in(sentence.start, sentence.end)
    )


def _main(story: Story, sentence: Sentence) -> Frame | None:
    """The main predicate of a sentence that says more than a state; of what somebody says, that of its content."""
    frames = [
        f
        for f in story.document.frames_in(sentence.start, sentence.end)
        if f.form == "verb" and f.lemma not in _STATES
    ]
    told = [
        f
        for f in frames
        if f.tense in ("past", "perfect", "pluperfect", "present", "progressive", "future") and not f.modality
    ]
    spoken = [f for f in told if f.lemma not in story.lexicon.reporting]
    return next(iter(spoken), None)
