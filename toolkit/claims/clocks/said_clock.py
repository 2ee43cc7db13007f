"""When the speaker said so, by a time expression beside the cue; the days of the event are another matter."""

from __future__ import annotations

import re
from datetime import date

from toolkit.claims.attribution.voices import Voice
from toolkit.claims.clocks.adjuncts import dates_a_verb
from toolkit.claims.clocks.clock import Clock, Evidence, limited, told
from toolkit.claims.clocks.sentence_dates import in_sentence
from toolkit.claims.document import Document
from toolkit.dates.interval import intersect
from toolkit.dates.notation import say
from toolkit.language.frames import Frame
from toolkit.model import Attribution, Interval, TimeExpression

# Between the cue and a date that belongs to it: a hearer, a medium, a preposition, but no new clause.
_BESIDE_CUE = re.compile(r"(?:(?!\bthat\b|[,;:“\"]).){0,70}", re.S)
_OF_THE_ACT = re.compile(
    r"(?:(?!\b(?:that|to|by|until|before|since|after|will|would|should|could|must|who|which|of|from)\b|[,;:“\"]).){0,90}",
    re.S,
)
# "according to a report that the paper published on Friday"
_PUBLISHED = re.compile(
    r"\s+(?:that|which)\s+[^,;:“\"]{1,60}\s(?:published|issued|released|printed|posted|aired)(?:\s+on)?\s+"
)
_SET_OFF = re.compile(r",\s+(?:(?:on|in|late|early)\s+)*")
_THAT = re.compile(r"\s*+(?:,\s*+)?(?:that\b|[“\"])")
# What has not been done yet has not been done on the day of publication.
_STILL = re.compile(r"\b(?:has|have)(?:n[’']t| (?:\w+ ){0,3}(?:not|never|yet))\b", re.I)


def said_with(document: Document, attribution: Attribution) -> list[TimeExpression]:
    """The time expressions that date the saying: outside the content, or between the cue and "that"."""
    cue = attribution.cue[0][0], attribution.cue[-1][1]
    sentence = document.sentence(cue[0])
    if sentence is None:
        return []
    return [
        d
        for d in document.dates_in(sentence.start, sentence.end)
        if _beside(document.text, d, cue[1], attribution)
        and dates_a_verb(document.text, d, (sentence.start, sentence.end))
    ]


def _beside(text: str, expression: TimeExpression, cue_end: int, attribution: Attribution) -> bool:
    inside = any(start <= expression.start < end for start, end in attribution.content)
    source = attribution.source[0] if attribution.source else attribution.cue[0]
    if inside:
        gap = text[cue_end : expression.start] if expression.start >= cue_end else None
        return (
            gap is not None
            and "that" not in gap
            and len(gap) < 70
            and bool(_THAT.match(text, expression.end))
        )
    if expression.start >= cue_end:
        behind = (
            source[1]
            if cue_end <= source[0] and _PUBLISHED.fullmatch(text, source[1], expression.start)
            else -1
        )
        set_off = (
            _SET_OFF.fullmatch(text, cue_end, expression.start)
            and text[expression.end : expression.end + 1] == ","
        )
        return behind >= 0 or bool(set_off or _BESIDE_CUE.fullmatch(text, cue_end, expression.start))
    # In front of the source: "On Sunday, the ministry said", but not across another clause.
    return expression.end <= source[1] and not re.search(
        r"[;:“”\"]|, (?:and|but|while|though)\b|(?<=.), (?:where|which|who|whose)\b",
        text[expression.end : source[0]],
    )


def said_clock(document: Document, voice: Voice, published: date | None) -> Clock:
    """When the speaker said so; up to the publication where nothing tells the day."""
    for attribution in filter(None, (voice.attribution, *voice.outer)):
        # Of "last month ... on 13 June" the day counts.
        for expression in sorted(said_with(document, attribution), key=_width):
            if days := _by(document.whole_range(expression), published):
                return told(expression, days, "beside_cue", voice.cue)
        if voice.attribution is not attribution:
            break
    if published is None:
        return Clock(None, (Evidence("unsaid"),))
    if voice.own or (voice.cue and _STILL.search(voice.cue)):
        evidence = Evidence("own_words") if voice.own else Evidence("still", (voice.cue,))
        return Clock(Interval(published, published, "day"), (evidence,))
    if voice.attribution and (passage := _of_chronicle(document, voice.attribution)):
        return passage
    if voice.attribution and (since := _since(document, voice.attribution, published)):
        return since
    return Clock(Interval(None, published, "day"), (Evidence("said_by_print", (say(published),)),))


def act_clock(document: Document, frame: Frame) -> Clock | None:
    """When an act of speech was done, by a date in its clause: "demanded a recount in the capital on Tuesday", "on
    Monday rejected it"; None after words that may date what is spoken of ("demanded that they leave on Tuesday")."""
    sentence, published = document.sentence(frame.start), document.published
    if sentence is None or published is None:
        return None
    for expression in document.dates_in(frame.end, sentence.end):
        if not _OF_THE_ACT.fullmatch(document.text, frame.end, expression.start):
            break
        past = expression.earliest is not None and expression.earliest <= published
        if past and dates_a_verb(document.text, expression, (sentence.start, sentence.end)):
            return limited(
                told(expression, document.whole_range(expression), "adjunct"), Interval(None, published)
            )
    return _before(document, frame, published)


def _before(document: Document, frame: Frame, published: date) -> Clock | None:
    """The date of an act that stands before it: "in May rejected the offer and called for talks"."""
    found = in_sentence(document, frame)
    if found is None or found.expression is None or found.expression.start > frame.start:
        return None
    past = found.expression.earliest is not None and found.expression.earliest <= published
    return limited(found, Interval(None, published)) if past else None


def _of_chronicle(document: Document, attribution: Attribution) -> Clock | None:
    """In a chronicle the days that the passage tells of."""
    sentence = document.sentence(attribution.cue[0][0])
    found = document.told_of(sentence) if sentence else None
    return told(found, document.whole_range(found), "passage") if found else None


def _since(document: Document, attribution: Attribution, published: date) -> Clock | None:
    """ "Has repeated since May that ...": said from then on, up to the day of publication."""
    sentence, cue = document.sentence(attribution.cue[0][0]), attribution.cue[-1][1]
    for found in document.dates_in(sentence.start, sentence.end) if sentence else ():
        beside = found.start >= cue and _BESIDE_CUE.fullmatch(document.text, cue, found.start)
        open_ended = found.earliest and found.latest is None and found.earliest <= published
        if beside and open_ended and document.text[cue : found.start].strip() == "since":
            return told(found, Interval(found.earliest, published), "said_since")
    return None


def _width(expression: TimeExpression) -> int:
    return (expression.interval and expression.interval.days) or 10_000


def _by(days: Interval | None, published: date | None) -> Interval | None:
    """Days without those after the publication: nobody has said anything then."""
    return (intersect(days, Interval(None, published)) or days) if days and published else days
