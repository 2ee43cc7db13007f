"""Event coreference: the date of an event that another sentence names and dates."""

from __future__ import annotations

import re
from bisect import bisect_left

from toolkit.claims.clocks.clock import Clock, Evidence
from toolkit.claims.clocks.families import family, is_listed
from toolkit.claims.clocks.sentence_dates import own_date
from toolkit.claims.document import LEAD, Document
from toolkit.language.frames import Frame

MOST = 12
"""How many other places where an event may be named are looked at, before and after."""

_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|its|his|her|their|our|my)|[’']s?)\s+(?:[\w-]+\s+){0,2}$", re.I
)
_UNTOLD = ("infinitive", "future")


def named_again(document: Document, frame: Frame) -> Clock | None:
    """The date of an event that another sentence names and dates: "the launch" of what was launched in May."""
    for other in _others(document, frame):
        if other.tense in _UNTOLD or (other.form == "noun" and not is_listed(frame.lemma)):
            continue
        found = own_date(document, other)
        if found is None or found.expression is None or found.interval is None:
            continue
        words = document.text[other.start : other.end]
        evidence = Evidence("named_again", (words, found.why))
        return Clock(found.interval, (evidence,), found.expression, found.likely, found.timex)
    return None


def lasting_since_named(document: Document, frame: Frame) -> Clock | None:
    """The beginning of what has lasted since an event: "since its merger it has grown"."""
    if frame.tense != "perfect":
        return None
    for child in document.governed(frame):
        if child.marker == "since" and child.form == "noun" and (found := named_again(document, child)):
            words = document.text[child.start : child.end]
            evidence = Evidence("since_named", (f"its {words}", found.why))
            return Clock(found.interval, (evidence,), found.expression, found.likely, found.timex)
    return None


def definite(document: Document, frame: Frame) -> bool:
    """Whether a noun means something that the reader knows by now: "the launch", "its sale"."""
    return frame.form == "noun" and bool(
        _DEFINITE.search(document.text, max(0, frame.start - 60), frame.start)
    )


def of_the_lead(document: Document, frame: Frame) -> bool:
    """Whether a definite noun names what the headline or the first sentences tell."""
    if not definite(document, frame):
        return False
    sentence = document.sentence(frame.start)
    end = document.running[1].end if len(document.running) > 1 else 0
    named = document.families.get(family(frame.lemma), ())
    return bool(named) and named[0].start < min(end, sentence.start if sentence else 0)


def _others(document: Document, frame: Frame) -> list[Frame]:
    """Where else the text may name the event: the nearest places before, for some forms also those after."""
    sentence = document.sentence(frame.start)
    place = document.place(sentence) if sentence else -1
    had = frame.tense == "pluperfect" and frame.form != "noun"
    if not (had or place < 0 or definite(document, frame)):
        return []
    same = document.families.get(family(frame.lemma), ())
    at = bisect_left(same, frame.start, key=lambda other: other.start)
    before, after = same[max(0, at - MOST) : at][::-1], same[at + 1 : at + 1 + MOST]
    if had:
        return [other for other in (*before, *after) if other.lemma == frame.lemma]
    if place >= 0:
        return list(before)
    lead = document.running[:LEAD]
    news = (
        f for f in (*before, *after) if f.form == "noun" or f.tense != "pluperfect"
    )  # not what had been before
    return [f for f in news if lead and lead[0].start <= f.start < lead[-1].end]
