"""What leaves an event without a day where the text gives none: it is possible, to come, lasting, earlier, denied."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from toolkit.claims.clocks.event_coreference import of_the_lead
from toolkit.claims.clocks.governing import is_speech
from toolkit.claims.document import Document
from toolkit.claims.vocabulary import load, words
from toolkit.language.frames import Frame

LEADING = 2
"""Sentences that tell the news itself: what they tell as having been done was done on the day of the story."""

# What had happened before, or was the earlier one of several, happened on no day of the story.
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|earlier|ever|never|always|formerly|former|original(?:ly)?|recent(?:ly)?|newly|past|once"
    r"|twice before)[\s-]+(?:[\w-]+\s+)?$",
    re.I,
)
_HABIT = re.compile(
    r"\b(?:often|usually|typically|normally|generally|always|regularly"
    r"|(?:every|each)\s+(?:\w+\s+)?(?:time|day|night|morning|evening|week|weekend|month|year|season|spring|summer|autumn|winter"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b[^,;:]*$",
    re.I,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|in case|whether)\s+(?:(?:an?|the|its|their|his|her|any|no|new)\s+)?(?:[\w-]+\s+){0,2}$",
    re.I,
)
_AFTERWARDS = re.compile(r"\b(later|soon after|afterwards?|subsequently|eventually)\s+$", re.I)
_WE_HAVE = re.compile(r"\b(?:I|we)(?:[’']ve|\s+have)\s+(?:\w+ly\s+)?$", re.I)
_REACH = 80
_AUXILIARY = ("will", "may", "could", "would", "should", "must", "conditional")
_DONE = frozenset(
    [
        "begin",
        "start",
        "manage",
        "return",
        "go",
        "come",
        "move",
        "proceed",
        "force",
        "prompt",
        "lead",
        "cause",
        "help",
    ]
)
"""What is done by doing these: "went on to praise", "returned to reveal"."""


def reason_open(document: Document, frame: Frame) -> str:
    """Why an event that no words date has no day, as a clause; empty where it is told as the story's."""
    for test, reason in OPEN:
        if found := test(document, frame):
            return reason.format(found)
    return ""


def earlier(document: Document, frame: Frame) -> str:
    """The words that tell an event as earlier than the story: "the previous attack"."""
    found = _EARLIER.search(document.text, _before(document, frame), frame.start)
    return found[0].strip() if found else ""


def place(document: Document, frame: Frame) -> int:
    """How many sentences of running text stand before that of a frame; -1 in a headline."""
    sentence = document.sentence(frame.start)
    return document.place(sentence) if sentence else -1


def _before(document: Document, frame: Frame) -> int:
    sentence = document.sentence(frame.start)
    return max(sentence.start if sentence else 0, frame.start - _REACH)


def _word(document: Document, frame: Frame) -> str:
    return document.text[frame.start : frame.end]


def _search(pattern: re.Pattern[str], *forms: str) -> Callable[[Document, Frame], str]:
    def test(document: Document, frame: Frame) -> str:
        if forms and (frame.form == "noun" or frame.tense not in forms):
            return ""
        begin = (
            max(_before(document, frame), frame.clause[0])
            if frame.form != "noun"
            else _before(document, frame)
        )
        found = pattern.search(document.text, min(begin, frame.start), frame.start)
        return found[0].split()[0] if found else ""

    return test


def _told_as(*tenses: str, since: int = LEADING) -> Callable[[Document, Frame], str]:
    """The words of a verb told in one of these tenses, from so many sentences on."""

    def test(document: Document, frame: Frame) -> str:
        told = frame.form != "noun" and frame.tense in tenses and place(document, frame) >= since
        return _word(document, frame) if told else ""

    return test


def _headed(document: Document, frame: Frame) -> str:
    """A headline tells in the infinitive what is to come: "Town to sell its hall"."""
    if place(document, frame) >= 0 or frame.tense != "infinitive" or frame.form == "noun":
        return ""
    above = document.frames[frame.parent] if frame.parent is not None else None
    alone = frame.relation in ("", "relative", "adverbial") or (
        frame.relation == "purpose" and (above is None or above.form == "noun")
    )
    return _word(document, frame) if alone or frame.modality == "plans" else ""


def _background(document: Document, frame: Frame) -> str:
    """What something has lasted since, or has been so after, was some time ago: "scarce for years after it broke"."""
    if frame.marker == "since" and frame.form != "noun":
        return frame.marker
    above = document.frames[frame.parent] if frame.parent is not None else None
    if above is None or above.tense == "past" or frame.relation != "adverbial" or frame.marker != "after":
        return ""
    return frame.marker if any(each.use == "lasts" for each in document.adjuncts.of(above)) else ""


def _possible(document: Document, frame: Frame) -> str:
    if is_speech(frame):
        return ""
    if not frame.modality and frame.tense in ("participle", "infinitive") and frame.parent is not None:
        above = document.frames[frame.parent]
        if frame.relation in ("complement", "purpose", "coordinated") and above.form != "noun":
            return above.modality if above.modality in _AUXILIARY else ""
    planned = frame.form == "noun" or frame.relation == "participle"  # "its plan to open a mine"
    return frame.modality if frame.modality in _AUXILIARY or planned else ""


def _meant(document: Document, frame: Frame) -> str:
    """What is meant to be done, unless it was: "began to sell"."""
    above = document.frames[frame.parent] if frame.parent is not None else None
    if (
        frame.tense == "infinitive"
        and above
        and ((not frame.modality and frame.relation == "purpose") or above.lemma in _DONE)
    ):
        return ""
    return _told_as("future", "infinitive")(document, frame)


def _wished(document: Document, frame: Frame) -> str:
    """What somebody hopes, plans, tries or has vowed to do is not done yet, in the lead as well."""
    above = document.frames[frame.parent] if frame.parent is not None else None
    wished = (
        frame.tense == "infinitive"
        and frame.relation in ("purpose", "complement")
        and above is not None
        and (
            (above.tense in ("present", "progressive") and above.lemma in _words_of("wishing"))
            or above.lemma in _words_of("vowing")
        )
    )
    return _word(document, frame) if wished else ""


def _perfect(document: Document, frame: Frame) -> str:
    fresh = is_speech(frame) or _WE_HAVE.search(document.text, _before(document, frame), frame.start)
    return "" if fresh else _told_as("perfect")(document, frame)


def _state(document: Document, frame: Frame) -> str:
    """A present passive, or a verb of being so, tells how things are: "is owned by", "belongs to"."""
    lasting = frame.form == "verb" and frame.tense == "present" and frame.lemma in _words_of("stative")
    if lasting and frame.relation != "complement":  # what somebody says to be so, was so when it was said
        return _word(document, frame)
    return _told_as("present")(document, frame) if frame.voice == "passive" else ""


def _reduced(document: Document, frame: Frame) -> str:
    describing = frame.relation in ("participle", "modifier") and frame.tense in ("participle", "past", "ing")
    tokens = document.parse.tokens
    head = tokens[frame.token].head
    if frame.relation == "participle" and tokens[head].head == head and tokens[head].pos in ("noun", "name"):
        return ""  # it is all that its sentence tells: "Guard killed in ambush"
    return (
        _word(document, frame)
        if describing and frame.form == "verb" and not _set_off(document, frame)
        else ""
    )


def _set_off(document: Document, frame: Frame) -> bool:
    """Whether a comma parts a participle from its noun: it tells then what happened."""
    comma = document.text[max(0, frame.start - 2) : frame.start].startswith(",")
    return comma and not document.text.startswith(" by ", frame.end)


def _lasting(document: Document, frame: Frame) -> str:
    listed = frame.form == "noun" and frame.lemma in _words_of("lasting") and place(document, frame) >= 1
    return _word(document, frame) if listed and not of_the_lead(document, frame) else ""


def _denied(document: Document, frame: Frame) -> str:
    return "not" if frame.negated and frame.form != "noun" else ""


def _conditional(document: Document, frame: Frame) -> str:
    """A noun that opens a condition names what is only possible: "if the strike goes ahead"."""
    if frame.form != "noun":
        return ""
    found = _CONDITION.search(document.text, _before(document, frame), frame.start)
    return found[0].split()[0] if found else ""


OPEN: tuple[tuple[Callable[[Document, Frame], str], str], ...] = (
    (_possible, "it is only told as possible or to come ({})"),
    (_conditional, "it is only told as possible or to come ({})"),
    (_search(_HABIT), "told as what is so again and again (“{}”)"),
    (_search(_AFTERWARDS, "past", "participle", "ing"), "told as coming after something else (“{}”)"),
    (_headed, "“{}” heads what is to come"),
    (_background, "told as the time from which something else is counted (“{}”)"),
    (_wished, "“{}” is told as possible or to come"),
    (_meant, "“{}” is told as possible or to come"),
    (_told_as("pluperfect", since=0), "“{}” is told as earlier than the story"),
    (_perfect, "“{}” is told as done at some time until now"),
    (_state, "“{}” tells how things are"),
    (_reduced, "“{}” only describes something"),
    (_lasting, "“{}” names something that lasts"),
    (_denied, "told as not having happened (“{}”)"),
)
"""The tests in their order, each with the sentence that its words fill."""


@cache
def _words_of(table: str) -> frozenset[str]:
    return words(load("happenings")[table])
