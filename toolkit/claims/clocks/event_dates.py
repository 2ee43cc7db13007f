"""When an event happened: by the words of its sentence, by another mention of it, by its passage; else only a bound."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from toolkit.claims.attribution.voices import Voice
from toolkit.claims.clocks.clock import Clock, Evidence, limited, told
from toolkit.claims.clocks.event_coreference import lasting_since_named, named_again
from toolkit.claims.clocks.governing import THERE, is_speech
from toolkit.claims.clocks.openness import earlier, place, reason_open
from toolkit.claims.clocks.passages import of_the_passage, said_on
from toolkit.claims.clocks.results import of_the_results
from toolkit.claims.clocks.said_clock import said_with
from toolkit.claims.clocks.sentence_dates import STATES, in_sentence, own_date
from toolkit.claims.document import Document
from toolkit.dates import Policy, publication_day
from toolkit.dates.notation import say
from toolkit.language.frames import Frame
from toolkit.model import Interval, Span, TimeExpression

_FACT = ("", "reported")
"""Modalities of what is told as having happened."""


def event_clock(document: Document, frame: Frame, voice: Voice, said: Clock, modality: str) -> Clock:
    """When the event of a frame happened.

    `said` is the clock of its saying by `voice`, whose expressions date no event; what was told as past had happened by
    then. The interval has an open beginning where the text tells no day.
    """
    taken = [said.expression] if said.expression else []
    for attribution in filter(None, (voice.attribution, *voice.outer)):
        taken += said_with(document, attribution)
    if ancient := _before_christ(document, frame):
        return ancient
    future = modality not in _FACT
    last = None if future else said.interval
    if found := dated(document, frame, taken):
        return limited(found, last)
    if future:
        return Clock(None, (Evidence("to_come"),))
    if not said.expression and (passage := _of_chronicle(document, frame)):
        return passage
    if passage := of_the_passage(document, frame):
        return limited(passage, last)
    return _of_the_story(document, frame, bounded(said, document.published, _vague(document, frame, taken)))


def dated(document: Document, frame: Frame, taken: Collection[TimeExpression] = ()) -> Clock | None:
    """The days that the text's words give to a frame, but for the expressions `taken`; None where they give none."""
    return (
        in_sentence(document, frame, taken)
        or lasting_since_named(document, frame)
        or named_again(document, frame)
        or of_antecedent(document, frame)
        or of_the_results(document, frame)
    )


def of_antecedent(document: Document, frame: Frame) -> Clock | None:
    """The days of the event at which something is said to happen, or that does it: "after Friday's summit, where they
    signed", "the 1996 bombing that killed one"."""
    above = document.frames[frame.parent] if frame.parent is not None else None
    if above is None or frame.relation != "relative" or above.form != "noun":
        return None
    agent = frame.first("agent")
    does = agent is not None and agent.token == above.token
    if does and (own := own_date(document, above)) is not None:
        return own
    return dated(document, above) if does or THERE.match(document.text, frame.clause[0]) else None


def bounded(said: Clock, published: date | None, vague: TimeExpression | None = None) -> Clock:
    """The clock of an event that is only known to be past when it was told."""
    evidence: tuple[Evidence, ...] = (Evidence("vague", (vague.text,)),) if vague else ()
    timex = vague.value if vague else ""
    if said.interval and said.expression and said.interval.latest:
        last = said.interval.latest
        evidence += (Evidence("told_by", (say(last),)),)
        return Clock(Interval(None, last, "day"), evidence, timex=timex)
    if published is None:
        return Clock(None, (*evidence, Evidence("undated")), timex=timex)
    evidence += (Evidence("printed_by", (say(published),)),)
    return Clock(Interval(None, published, "day"), evidence, timex=timex)


def when(
    text: str, spans: Sequence[Span], published: str | date | None, policy: Policy | str | None = None
) -> list[tuple[Interval | None, str]]:
    """For each span that names a thing, the days on which it happened and the reason; None where the text does not say.

    >>> text = "The bridge was closed on Monday. It will open again."
    >>> [interval and interval.earliest.isoformat() for interval, _ in when(text, [(15, 21), (41, 45)], "2025-08-27")]
    ['2025-08-25', None]
    """
    document = Document(text, publication_day(published), policy)
    document.eventive = frozenset(_lemmas(document, spans))
    return [(found.best, found.why) for found in (_when(document, span) for span in spans)]


def _lemmas(document: Document, spans: Sequence[Span]) -> Iterator[str]:
    """The dictionary forms of the nouns that the spans name."""
    asked = {at for start, end in spans for at in range(start, end)}
    return (token.lemma.lower() for token in document.parse.tokens if token.start in asked)


def _when(document: Document, span: Span) -> Clock:
    sentence = document.sentence(span[0])
    frame = document.frame(span) or (_around(document, span) if sentence else None)
    if sentence is None:
        return Clock(None, (Evidence("no_sentence"),))
    if frame is None:
        return _undated(document)
    passing = earlier(document, frame)
    if found := dated(document, frame):
        return found
    if ancient := _before_christ(document, frame):
        return ancient
    if passing:
        return Clock(None, (Evidence("open", (f"told as earlier than the story (“{passing}”)",)),))
    if reason := reason_open(document, frame):
        return Clock(None, (Evidence("open", (reason,)),))
    passage = (said_on if is_speech(frame) else of_the_passage)(document, frame)
    if passage and passage.interval and passage.interval.days == 1:
        return passage
    state = frame.form != "noun" and frame.tense in STATES
    held = state and not is_speech(frame) and place(document, frame) >= 0
    return _undated(document, held)


def _around(document: Document, span: Span) -> Frame | None:
    """The smallest frame whose clause holds a span that names no predicate."""
    sentence = document.sentence(span[0])
    inside = document.frames_in(sentence.start, sentence.end) if sentence else ()
    holding = [f for f in inside if f.clause[0] <= span[0] < f.clause[1]]
    return min(
        holding or inside, key=lambda f: (f.clause[1] - f.clause[0], abs(f.start - span[0])), default=None
    )


def _of_the_story(document: Document, frame: Frame, clock: Clock) -> Clock:
    """The day of the story in place of an open clock, where a verb tells a step of it in the simple past."""
    story, latest = document.story_day, clock.interval.latest if clock.interval else None
    step = (
        frame.form == "verb"
        and frame.tense == "past"
        and frame.relation not in ("adverbial", "relative", "participle")
    )
    if story is None or latest is None or not step or story.earliest is None or story.earliest > latest:
        return clock
    if earlier(document, frame) or reason_open(document, frame) or clock.timex:
        return clock
    return told(story, story.interval, "story")


def _undated(document: Document, held: bool = False) -> Clock:
    """What is told without a date: on the day of the story, or of publication where it `held` when printed."""
    story, published = document.story_day, document.published
    if story and not held:
        return told(story, story.interval, "story")
    if published is None:
        return Clock(None, (Evidence("undated"),))
    return Clock(Interval(published, published, "day"), (Evidence("news", (say(published),)),))


def _of_chronicle(document: Document, frame: Frame) -> Clock | None:
    """In a chronicle the days that the passage tells of, where the sentence names none itself."""
    sentence = document.sentence(frame.start)
    found = document.told_of(sentence) if sentence else None
    return told(found, document.whole_range(found), "passage") if found else None


def _before_christ(document: Document, frame: Frame) -> Clock | None:
    """The year before the year 1 that stands with a frame: it has a name and no days."""
    beside = (each.expression for each in document.adjuncts.of(frame) if each.use in ("dates", "lasts"))
    year = next((each for each in beside if each.value.startswith("BC")), None)
    return Clock(None, (Evidence("ancient", (year.text,)),), year, timex=year.value) if year else None


def _vague(document: Document, frame: Frame, taken: Collection[TimeExpression]) -> TimeExpression | None:
    """An expression with a frame that names no days ("in recent weeks")."""
    beside = (each.expression for each in document.adjuncts.of(frame))
    return next(
        (
            d
            for d in beside
            if not d.interval and d not in taken and d.value not in ("FUTURE_REF", "PRESENT_REF")
        ),
        None,
    )
