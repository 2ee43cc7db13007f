"""When a thing named in a text happened, by the words near it.

A time expression belongs to the clause that it stands in; a happening named again keeps its date. Told in the past
tense and without a date, a thing of the news happened on the day of the story or of publication; what had happened
before, what lasts, may happen or will has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from toolkit.claims.attribution.cues import cues
from toolkit.claims.clocks.carry import again, definite, lasting_since, of_the_lead, of_the_passage
from toolkit.claims.clocks.forms import Mention, mention
from toolkit.claims.clocks.scopes import Dated, in_sentence
from toolkit.claims.reading import Reading
from toolkit.claims.standing import modality
from toolkit.claims.vocabulary import load, words
from toolkit.dates import Policy, publication_day
from toolkit.dates.notation import say
from toolkit.model import Interval, Span

# What had happened before, or was the earlier one of several, happened on no day of the story.
_EARLIER = re.compile(
    r"\bhad(?:\s+(?:\w+ly|also|already|ever|never|not|long|been|just|since|once|twice|first))*\s+$"
    r"|\b(?:previous(?:ly)?|earlier|ever|never|always|formerly|former|original(?:ly)?|recent(?:ly)?|past|once"
    r"|twice before)\s+(?:[\w-]+\s+)?$",
    re.I,
)
# Such a happening is named in passing, and a date beside it is that of another.
_IN_PASSING = re.compile(
    r"\b(?:the|an?|its|their|his|her)\s+(?:recently|previously|newly|recent|previous|earlier|former)[\s-]+$",
    re.I,
)
_HABIT = re.compile(
    r"\b(?:often|usually|typically|normally|generally|always|regularly|every|each)\b[^,;:]*$", re.I
)
_NOT = re.compile(r"\b(not|never|nobody|no one|neither|nor|\w+n[’']t)\s+(?:\w+\s+)?$", re.I)
_WE_HAVE = re.compile(r"\b(?:I|we)(?:[’']ve|\s+have)\s+(?:\w+ly\s+)?$", re.I)
# What is done by doing the verb before it.
_DONE_TO = re.compile(
    r"\b(?:began|begun|started|managed|returned|went|came|moved|proceeded|forced|prompt(?:ed|ing)|led|leading|caus(?:ed|ing)|helped)"
    r"(?:\s+[\w’'-]+){0,5}?\s+to\s+(?:\w+ly\s+)?$",
    re.I,
)
_SCHEDULED = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,5}?(will|may|might|(?:is|are) (?:due|scheduled|expected|set|planned|likely|to be))\b",
    re.I,
)
_AFTERWARDS = re.compile(r"\b(later|soon after|afterwards?|subsequently|eventually)\s+$", re.I)
_ASKED = re.compile(r"\b((?:recommend|demand|propos|request|insist|suggest)\w*)(?: \w+){0,2} that\b", re.I)
LEADING = 2
"""Sentences that tell the news itself: what they tell as having been done was done on the day of the story."""


def when(
    text: str, spans: Sequence[Span], published: str | date | None, policy: Policy | str | None = None
) -> list[tuple[Interval | None, str]]:
    """For each span that names a thing, the days on which it happened and the reason; None where the text does not say.

    >>> text = "The bridge was closed on Monday. It will open again."
    >>> [interval and interval.earliest.isoformat() for interval, _ in when(text, [(15, 21), (41, 45)], "2025-08-27")]
    ['2025-08-25', None]
    """
    reading = Reading(text, publication_day(published), policy)
    return [(found.interval, found.why) for found in (_when(reading, span) for span in spans)]


def _when(reading: Reading, span: Span) -> Dated:
    named = mention(reading, span)
    if named is None:
        return Dated(None, None, "no sentence of the text holds this place")
    if _IN_PASSING.search(reading.text, named.clause[0], span[0]):
        return again(reading, named) or Dated(
            None, None, "named in passing as earlier than the story, without a date"
        )
    earlier = _EARLIER.search(reading.text, named.clause[0], span[0])
    dated = (
        in_sentence(reading, named, frame=False)
        or lasting_since(reading, named)
        or again(reading, named)
        or (None if earlier else in_sentence(reading, named))
    )
    if dated:
        return dated
    if earlier:
        return Dated(None, None, f"told as earlier than the story (“{earlier[0].strip()}”), without a date")
    for test, reason in _OPEN:
        if told := test(reading, named):
            return Dated(None, None, f"{reason.format(told)}, without a date")
    return (
        _undated(reading, named)
        if _speech(named)
        else of_the_passage(reading, named) or _undated(reading, named)
    )


def _undated(reading: Reading, named: Mention) -> Dated:
    """What is told without a date: on the day of the story, or as present on the day of publication."""
    story = reading.story_day
    if story and (named.place < 0 or _speech(named) or named.form not in ("present", "progressive", "state")):
        return Dated(story.interval, story, f"told without a date in a story of “{story.text}”: {story.why}")
    if reading.published is None:
        return Dated(None, None, "the text gives no date, and neither is its publication dated")
    day = Interval(reading.published, reading.published, "day")
    return Dated(day, None, f"told without a date in an article of {say(reading.published)}")


def _possible(reading: Reading, named: Mention) -> str:
    spoken = reading.spoken(named.span)
    return "" if spoken else modality(reading.text, named.clause[0], named.span[0])


def _told_as(*forms: str, since: int = LEADING) -> Callable[[Reading, Mention], str]:
    """The words of a thing told in one of these forms, from so many sentences on."""

    def test(reading: Reading, named: Mention) -> str:
        return reading.text[slice(*named.span)] if named.place >= since and named.form in forms else ""

    return test


def _speech(named: Mention) -> bool:
    cue = cues().get(named.word)
    return cue is not None and "clause" in cue.frames


def _perfect(reading: Reading, named: Mention) -> str:
    fresh = _speech(named) or _WE_HAVE.search(reading.text, named.clause[0], named.span[0])
    return "" if fresh else _told_as("perfect")(reading, named)


def _meant(reading: Reading, named: Mention) -> str:
    """What is meant to be done, unless it was: "began to sell"."""
    done = _DONE_TO.search(reading.text, named.sentence.start, named.span[0])
    return "" if done else _told_as("modal", "infinitive")(reading, named)


def _asked_for(reading: Reading, named: Mention) -> str:
    found = _ASKED.search(reading.text, named.sentence.start, named.span[0]) if named.form == "noun" else None
    return found[1] if found else ""


def _lasting(reading: Reading, named: Mention) -> str:
    singular = named.word[:-1] if named.word.endswith("s") else named.word
    listed = named.form in ("noun", "plural") and {named.word, singular} & _lasting_nouns()
    return named.word if listed and named.place >= 1 and not of_the_lead(reading, named) else ""


def _several(reading: Reading, named: Mention) -> str:
    return "" if definite(reading, named) else _told_as("plural")(reading, named)


def _habit(reading: Reading, named: Mention) -> str:
    found = _HABIT.search(reading.text, named.clause[0], named.span[0])
    return found[0].split()[0] if found else ""


def _to_come(reading: Reading, named: Mention) -> str:
    found = _SCHEDULED.match(reading.text, named.span[1], named.clause[1])
    return found[1] if found and named.form in ("noun", "plural") and not of_the_lead(reading, named) else ""


def _afterwards(reading: Reading, named: Mention) -> str:
    found = _AFTERWARDS.search(reading.text, named.clause[0], named.span[0])
    return found[1] if found and named.form in ("past", "participle") else ""


def _denied(reading: Reading, named: Mention) -> str:
    found = _NOT.search(reading.text, named.clause[0], named.span[0])
    return found[1] if found and named.form not in ("noun", "plural") else ""


_OPEN: tuple[tuple[Callable[[Reading, Mention], str], str], ...] = (
    (_possible, "it is only told as possible or to come ({})"),
    (_habit, "told as what is so again and again (“{}”)"),
    (_to_come, "told as something to come (“{}”)"),
    (_afterwards, "told as coming after something else (“{}”)"),
    (_meant, "“{}” is told as possible or to come"),
    (_told_as("pluperfect", since=0), "“{}” is told as earlier than the story"),
    (_perfect, "“{}” is told as done at some time until now"),
    (_told_as("state"), "“{}” tells how things are"),
    (_told_as("reduced", since=0), "“{}” only describes something"),
    (_asked_for, "only asked for (“{}”)"),
    (_lasting, "“{}” names something that lasts"),
    (_several, "“{}” names several things"),
    (_denied, "told as not having happened (“{}”)"),
)
"""What leaves a thing without a day where the text gives none, in this order."""


@cache
def _lasting_nouns() -> frozenset[str]:
    return words(load("happenings")["lasting"])
