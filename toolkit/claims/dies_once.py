"""The day of a death that an article tells of several times: nobody dies twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from toolkit.claims.clocks.clock import Clock, Evidence
from toolkit.claims.meant import person_meant
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.dates.interval import intersect
from toolkit.dates.notation import say
from toolkit.language.frames import Phrase

DEATHS = frozenset({
    "die", "kill", "slay", "murder", "assassinate", "shoot", "gun", "death", "killing", "slaying", "assassination",
    "shooting", "homicide", "drown", "execute", "hang", "behead", "lynch", "poison",
})  # fmt: skip
"""Words for what befalls somebody but once."""
LONGEST = 31
"""Days of a date that says when somebody died."""


def die_once(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements of the death of a named person that give no day, with the day that another one of them gives."""
    victims = [_victim(story, each) if _is_death(each) else "" for each in statements]
    days: dict[str, list[Clock]] = {}
    for name, each in zip(victims, statements, strict=True):
        if name and _has_day(each):
            days.setdefault(name, []).append(each.happened)
    return [_dated(each, days.get(name, ())) for name, each in zip(victims, statements, strict=True)]


def _is_death(each: Statement) -> bool:
    return each.frame is not None and each.frame.lemma in DEATHS and not each.negated and not each.modality


def _victim(story: Story, each: Statement) -> str:
    """The last name of the one person who is told to have died; empty where several are, or nobody by name."""
    phrase = each.event.patient if each.event is not None else None
    return _named(story, phrase) if phrase is not None and not phrase.members else ""


def _named(story: Story, phrase: Phrase) -> str:
    if phrase.pronoun:
        phrase = person_meant(story, phrase) or phrase
    for each in (phrase, phrase.apposition):
        if each is not None and each.name and _is_person(story, each):
            return each.name.removesuffix("’s").removesuffix("'s").split()[-1]
    return ""


def _is_person(story: Story, phrase: Phrase) -> bool:
    return phrase.entity == "person" or any(party.kind == "person" for party in story.parties.of(phrase))


def _has_day(each: Statement) -> bool:
    """Whether a day stands with its own words, or a month."""
    clock, days = each.happened, each.happened.interval
    own = clock.expression is not None and clock.evidence[:1] and clock.evidence[0].reason == "adjunct"
    return bool(own) and days is not None and days.days is not None and days.days <= LONGEST


def _dated(each: Statement, known: Iterable[Clock]) -> Statement:
    """A statement with the days that all who give some agree on."""
    found = {(c.interval.earliest, c.interval.latest): c for c in known if c.interval}
    if len(found) != 1 or _has_day(each):
        return each
    clock = next(iter(found.values()))
    assert clock.interval is not None
    assert clock.interval.earliest is not None
    own = each.happened.interval
    if own is not None and own.earliest is not None and intersect(own, clock.interval) == own:
        return each  # what is known of it is more
    evidence = Evidence("dies_once", (say(clock.interval.earliest),))
    return replace(each, happened=Clock(clock.interval, (evidence,), None, clock.likely, clock.timex))
