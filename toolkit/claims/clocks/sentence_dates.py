"""The date that a frame takes from its own sentence: an adjunct of its own, or of a frame that it shares one with."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from toolkit.claims.attribution.cues import cues
from toolkit.claims.clocks.adjuncts import Adjunct, beside, days_of
from toolkit.claims.clocks.clock import Clock, Evidence, told
from toolkit.claims.clocks.counted import counted, length_before
from toolkit.claims.clocks.families import family
from toolkit.claims.clocks.governing import PAST, is_speech, sources
from toolkit.claims.document import Document
from toolkit.dates.interval import hull
from toolkit.dates.notation import from_timex
from toolkit.language.frames import Frame
from toolkit.model import Interval, TimeExpression

STATES = ("present", "progressive")
_LASTING = ("perfect", "pluperfect", *STATES)
_MEANT = ("will", "plans", "ordered", "demanded", "weighing")
_JUST = 60
"""Days for which the present perfect goes with a date: "has opened last month", but not "has opened in 1999"."""
_IN_THE_DAY = re.compile(r"\b(?:in|on) the (?:same )?(?:day|morning|afternoon|evening)$", re.I)
_PUT_OFF = frozenset(["delay", "postpone", "put", "push", "reschedule", "move"])
_JOINED = re.compile(r",?\s+(?:and|or)\s+(?:again\s+)?(?:on\s+)?")


def in_sentence(document: Document, frame: Frame, taken: Collection[TimeExpression] = ()) -> Clock | None:
    """The date of a frame by its sentence, but for the expressions `taken`; None where the sentence gives it none."""
    if (since := _since_clause(document, frame)) is not None:
        return since
    sorts = {a.expression for a in document.adjuncts.of(frame) if _is_sort(document, frame, a.expression)}
    found = _from_sources(document, frame, {*taken, *sorts}) or (
        _from_sources(document, frame, taken) if sorts else None
    )
    return found or _counted(document, frame)


def _is_sort(document: Document, frame: Frame, expression: TimeExpression) -> bool:
    """Whether an expression says rather which sort of event it is than when: "launched the summer offensive in May"."""
    before = expression.end < frame.start and not document.text[expression.end : frame.start].strip(" -")
    return frame.form == "noun" and before and expression.text.lower() in SEASONS


SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})


def _from_sources(document: Document, frame: Frame, taken: Collection[TimeExpression]) -> Clock | None:
    """The date that a frame has, or shares with another of its sentence."""
    seen: set[int] = set()
    for other, how in sources(document, frame):
        if other.index in seen:
            continue
        seen.add(other.index)
        adjuncts = [each for each in document.adjuncts.of(other) if each.expression not in taken]
        if how == "shared":
            adjuncts = _reaching(other, frame, adjuncts)
        if found := _dated(document, frame, other, adjuncts, how):
            return found
    return None


def own_date(document: Document, frame: Frame) -> Clock | None:
    """The date that stands with a frame itself."""
    return _dated(document, frame, frame, document.adjuncts.of(frame), "adjunct")


def _reaching(other: Frame, frame: Frame, adjuncts: Sequence[Adjunct]) -> list[Adjunct]:
    """Of the adjuncts of a joined frame those that both share: those that open the sentence, or end a bare pair."""
    if other.start > frame.start or other.form == "copula":
        return list(adjuncts)
    return [a for a in adjuncts if a.expression.start < other.start or a.expression.start > frame.start]


def _dated(
    document: Document, frame: Frame, other: Frame, adjuncts: Sequence[Adjunct], how: str
) -> Clock | None:
    """The date that the adjuncts of a frame give to another, or to itself."""
    if not adjuncts:
        return None
    if postponed := _postponed(other, adjuncts):
        return postponed
    if frame.lemma in cues() and frame.form != "noun":
        adjuncts = [each for each in adjuncts if not _of_results(document, each.expression)]
    if how == "part":
        adjuncts = [each for each in adjuncts if not _names(document, frame, other, each.expression)]
    found = [
        each
        for each in days_of(adjuncts, "dates")
        if _agrees(document, frame, document.whole_range(each.expression))
    ]
    if not found:
        return next(filter(None, (_otherwise(document, frame, each) for each in adjuncts)), None)
    chosen = min(found, key=lambda a: (_width(a.expression), beside(a, (other.start, other.end)))).expression
    return _chosen(document, frame, other, chosen, [each.expression for each in found], how)


def _of_results(document: Document, expression: TimeExpression) -> bool:
    """Whether an expression is the period of what is reported: "reported a loss for the third quarter"."""
    led = document.text[max(0, expression.start - 4) : expression.start].lower() == "for "
    return led and expression.grain in ("quarter", "half")


def _names(document: Document, frame: Frame, part: Frame, expression: TimeExpression) -> bool:
    """Whether an expression is a length, or names a part by a day of long ago: "the 7 May attack had changed it"."""
    if expression.type == "DURATION":
        return True
    before = part.form == "noun" and part.parent == frame.index and expression.start < part.start
    published, latest = document.published, expression.latest
    return bool(before and published and latest and (published - latest).days > _JUST)


def _chosen(
    document: Document,
    frame: Frame,
    other: Frame,
    chosen: TimeExpression,
    found: Sequence[TimeExpression],
    how: str,
) -> Clock:
    """The clock of the chosen expression, with the days joined to it by "and"."""
    days = document.whole_range(chosen)
    if days and days.earliest is None and frame.modality:  # "will be done by 2027"
        return told(chosen, days, "bound", likely=from_timex(chosen.value))
    if _IN_THE_DAY.search(chosen.text) and (story := document.story_day):
        evidence = Evidence("story_again", (chosen.text, story.text, story.why))
        return Clock(story.interval, (evidence,), story, timex=story.value)
    for one, another in pairwise(found):
        joined = chosen in (one, another) and _JOINED.fullmatch(document.text, one.end, another.start)
        if joined and one.grain == another.grain and one.interval and another.interval:
            days = hull(one.interval, another.interval)
    if other is frame:
        return told(chosen, days, how)
    return told(chosen, days, how, document.text[other.start : other.end])


def _otherwise(document: Document, frame: Frame, adjunct: Adjunct) -> Clock | None:
    """What an adjunct that is no plain day says of a frame: since when it lasts, until when it went on."""
    expression, days = adjunct.expression, adjunct.expression.interval
    if adjunct.use == "since" and days and days.earliest:
        above = document.frames[frame.parent] if frame.parent is not None else None
        tense = above.tense if above and frame.relation == "purpose" else frame.tense
        if tense not in _LASTING and frame.form != "noun":
            return None
        return _since(document, frame, expression, days)
    if adjunct.use in ("until", "before") and days and days.latest and frame.tense in PAST:
        return told(expression, Interval(None, days.latest, "day"), "bound")
    return told(expression, days, "adjunct") if adjunct.use == "as_of" and days else None


def _since(document: Document, frame: Frame, expression: TimeExpression, days: Interval) -> Clock | None:
    """The days of what has lasted since others, up to the publication; most likely told as their beginning."""
    until = document.published if frame.tense != "pluperfect" else None
    if until and days.earliest and until < days.earliest:
        return None
    likely = from_timex(expression.value) or days
    if expression.mod == "START":  # "since the start of the year"
        likely = Interval(days.earliest, days.earliest, "day")
    return told(expression, Interval(days.earliest, until, "day"), "lasting", likely=likely)


def _since_clause(document: Document, frame: Frame) -> Clock | None:
    """The beginning of what has lasted since an event that is dated: "has fled since the war began in April"."""
    if frame.tense not in ("perfect", "progressive") or frame.form == "noun":
        return None
    for child in document.governed(frame):
        if child.relation == "purpose":  # "has been trying to leave since May"
            for each in document.adjuncts.of(child):
                if each.use == "since" and (found := _otherwise(document, frame, each)):
                    return found
        began = own_date(document, child) if child.marker == "since" else None
        if began and began.expression and began.interval:
            return _since(document, frame, began.expression, began.interval)
    return None


def _counted(document: Document, frame: Frame) -> Clock | None:
    """ "Two days after they fired a missile, the port shut": each counted from the day of the other, what happened in
    the clause also from that of the story."""
    for child in document.governed(frame):
        if (length := length_before(document, child)) and (anchor := _anchor(document, child)):
            return counted(length, anchor, forward=True)
    if frame.parent is None or (length := length_before(document, frame)) is None:
        return None
    above, story, printed = (
        own_date(document, document.frames[frame.parent]),
        document.story_day,
        document.published,
    )
    anchor = (above.best if above else None) or (story.interval if story else None)
    anchor = anchor or (Interval(printed, printed) if printed else None)
    return counted(length, anchor, forward=False) if anchor else None


def _anchor(document: Document, clause: Frame) -> Interval | None:
    """The day of what a clause names: by its own words, or by those of another mention of it."""
    same = document.families.get(family(clause.lemma), ())
    own = (in_sentence if clause.form == "noun" else own_date)(document, clause)
    known = [own, *(own_date(document, each) for each in reversed(same) if each is not clause)]
    return next((found.best for found in known if found and found.best), None)


def _postponed(frame: Frame, adjuncts: Sequence[Adjunct]) -> Clock | None:
    """What is put off until a day, or not done until then, is done on it."""
    if frame.lemma not in _PUT_OFF and not frame.negated:
        return None
    until = (each.expression for each in adjuncts if each.use == "until")
    return next((told(each, days, "postponed") for each in until if (days := from_timex(each.value))), None)


def _agrees(document: Document, frame: Frame, days: Interval | None) -> bool:
    """Whether a thing told in this tense can have happened then: nothing past is dated with days to come."""
    published = document.published
    if published is None or days is None:
        return days is not None
    if frame.form == "noun":
        return True
    done = (frame.tense in PAST or is_speech(frame)) and not frame.modality
    if done and days.earliest and days.earliest > published:
        return False
    if frame.tense == "perfect" and days.latest:
        return (published - days.latest).days <= _JUST
    if frame.tense in STATES or (frame.tense in ("future", "infinitive") and frame.modality in _MEANT):
        return days.latest is None or days.latest >= published or document.chronicle
    return True


def _width(expression: TimeExpression) -> int:
    return (expression.interval and expression.interval.days) or 10_000
