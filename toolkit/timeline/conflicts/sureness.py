"""How sure a conflict is: named pieces of evidence with weights, and one sentence out of them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from toolkit.timeline.conflicts.accounts import (
    COUNTERED,
    EACH_OTHER,
    FOR_ITSELF,
    QUESTIONS,
    SOME_OR_NOBODY,
    Parting,
    Told,
    counts,
)
from toolkit.timeline.conflicts.allen import APART
from toolkit.timeline.days import Days
from toolkit.timeline.mention import Mention
from toolkit.timeline.table import source_of
from toolkit.timeline.wording import one_source, overlap, stems

SUREST = 0.95
"""Rules that read sentences are never surer."""
LEAST = 0.05
SUREST_APART = 0.6
"""The most where linking took the two for two claims: towns are shelled week after week in the same words."""

PARTED = {
    FOR_ITSELF: "for itself",
    EACH_OTHER: "each other",
    SOME_OR_NOBODY: "one harm",
    COUNTERED: "set against it",
}
"""What the relation of two positions itself tells, where they answer another question than whether a thing is so."""

ONE = {"actor": "one thing"}
"""What is one where two positions are of one claim, if not a claim."""

BASE = {"standing": 0.3, "date": 0.35, "number": 0.3, "place": 0.2, "actor": 0.3}
"""Weight of being two positions of one claim; half of it where linking took them for two claims."""

WORDS: dict[str, str] = {
    "one claim": "both are linked to one claim",
    "one thing": "both tell of one thing done",
    "likely one claim": "both may be one event, which linking kept apart",
    "answer": "the denial answers it",
    "for itself": "each claims it for its own side",
    "one harm": "both tell of the same harm to people",
    "each other": "each has the other do it",
    "set against it": "the second insists on something else against it",
    "other side": "they speak for different sides",
    "place": "both name the same place",
    "wording": "they share most of their words",
    "numbers": "they share their numbers",
    "days told": "both name their days",
    "days agree": "both tell the same days",
    "actor": "both name the same doer",
    "far apart": "the days lie far from one another",
    "same thing": "both count the same thing",
    "several sources": "each is told by more than one source",
    "only a bound": "one of them only tells by when it had happened",
    "next day": "the days follow one another, as the two days of a night do",
    "a later count": "the higher count was printed later and may bring the lower one up to date",
    "one source": "one source tells both, so that it may have corrected itself or speak of another event",
    "an estimate": "one count is rounded or an estimate",
    "weak reading": "one sentence was read with little confidence",
}
"""What the evidence means, for the sentence; those in `AGAINST` speak against a conflict."""

AGAINST = frozenset(
    {"only a bound", "next day", "a later count", "one source", "an estimate", "weak reading"}
)

_YEAR = "January February March April May June July August September October November December"
MONTHS = _YEAR.split()


CERTAINTY = ((0.7, "clear"), (0.45, "likely"), (0.0, "possible"))
"""From which sureness on a contradiction is called what."""


def certainty(sure: float) -> str:
    """How sure a contradiction is, in a word.

    >>> certainty(0.8), certainty(0.5), certainty(0.1)
    ('clear', 'likely', 'possible')
    """
    return next(word for least, word in CERTAINTY if sure >= least)


def sureness(parting: Parting) -> tuple[float, str, str]:
    """How sure a conflict is (0 to 1), its evidence by name ("one claim 0.35, wording 0.12"), and the sentence."""
    found = [(name, round(weight, 2)) for name, weight in _evidence(parting) if round(weight, 2)]
    surest = SUREST_APART if parting.unsure else SUREST
    sure = round(min(surest, max(LEAST, sum(weight for _, weight in found))), 2)
    told = ", ".join(f"{name} {weight:g}" for name, weight in found)
    reasons = [WORDS[name] for name, _ in found if name not in AGAINST]
    doubts = [WORDS[name] for name, _ in found if name in AGAINST]
    sides = "; ".join(_told(parting, each) for each in (parting.speaker, parting.other_speaker))
    sides = f"{sides[:1].upper()}{sides[1:]}"
    doubt = f" But {_listed(doubts)}." if doubts else ""
    reason = _listed(reasons)
    return sure, told, f"{sides}. {reason[:1].upper()}{reason[1:]}.{doubt}"


def _evidence(parting: Parting) -> Iterator[tuple[str, float]]:
    one, other = parting.speaker.mention, parting.other_speaker.mention
    base = BASE[parting.sort]
    yield ("likely one claim", base / 2) if parting.unsure else (ONE.get(parting.sort, "one claim"), base)
    shared = overlap(one.words - _place_words(one, other), other.words - _place_words(one, other))
    if parting.relation in PARTED:
        yield PARTED[parting.relation], 0.25
    elif parting.sort == "standing" and not parting.kept_apart:
        yield "answer", 0.4 * min(1.0, _linked(parting.other_speaker))
    else:
        yield "wording", 0.25 * shared if shared >= 0.4 else 0.0
    yield "other side", 0.1 * bool(one.side and other.side and one.side != other.side)
    yield "place", 0.1 * bool(one.place and one.place == other.place)
    yield "actor", 0.05 * bool(one.actor & other.actor)
    yield "several sources", 0.05 * (parting.one.sources > 1 and parting.other.sources > 1)
    yield from SPECIAL[parting.sort](parting)
    source = one_source(one, other)
    yield "one source", -0.15 * (source and parting.sort != "standing")
    lowest = min(each.row["confidence"] for each in (parting.speaker, parting.other_speaker))
    yield "weak reading", -0.1 * (lowest < 0.25)


def _dates(parting: Parting) -> Iterator[tuple[str, float]]:
    one, other = parting.speaker, parting.other_speaker
    bound = any(None in each.mention.event for each in (one, other))
    yield "days told", 0.1 * (not bound)
    yield "numbers", 0.1 * _same_counts(one, other)
    yield "far apart", 0.1 * (parting.other.low - parting.one.high > 2)
    yield "only a bound", -0.1 * bound
    yield "next day", -0.15 * (parting.relation in APART and parting.other.low - parting.one.high == 1)


def _numbers(parting: Parting) -> Iterator[tuple[str, float]]:
    one, other = parting.speaker, parting.other_speaker
    yield "same thing", 0.2 if " " in parting.what else 0.1
    yield "days agree", 0.1 * _same_days(one.mention.event, other.mention.event)
    printed, later = one.mention.published, other.mention.published
    yield "a later count", -0.15 * (printed is not None and later is not None and printed < later)
    inexact = parting.one.high - parting.one.low or parting.other.high - parting.other.low
    yield "an estimate", -0.05 * bool(inexact)


def _places(parting: Parting) -> Iterator[tuple[str, float]]:
    one, other = parting.speaker, parting.other_speaker
    yield "numbers", 0.15 * _same_counts(one, other)
    yield "days agree", 0.1 * _same_days(one.mention.event, other.mention.event)


def _actors(parting: Parting) -> Iterator[tuple[str, float]]:
    one, other = parting.speaker, parting.other_speaker
    yield "days agree", 0.1 * _same_days(one.mention.event, other.mention.event)


SPECIAL = {
    "standing": lambda parting: iter(()),
    "date": _dates,
    "number": _numbers,
    "place": _places,
    "actor": _actors,
}
"""The evidence that only conflicts of one type have."""


def value(parting: Parting, told: Told) -> str:
    """What one side tells, in a few words: a standing, its days, its count, its place."""
    position = parting.one if told is parting.speaker else parting.other
    if parting.relation in QUESTIONS:
        return position.value
    if parting.sort == "standing":
        return f"{'not so, ' if parting.kept_apart and told.mention.negated else ''}{told.mention.standing}"
    if parting.sort == "date":
        return days_in_words(*told.mention.event)
    if parting.sort == "place":
        return str(told.row["place"])
    return next((each.text for each in counts(told) if each.of == parting.what), position.value)


def days_in_words(first: int | None, last: int | None) -> str:
    """Two ordinals as a person writes days; an open beginning is "by".

    >>> days_in_words(None, date(2025, 6, 8).toordinal())
    'by 8 June 2025'
    """
    if first is None or last is None:
        return (
            f"by {_day(last)}" if last is not None else f"from {_day(first)} on" if first is not None else ""
        )
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(ordinal: int | None) -> str:
    day = date.fromordinal(ordinal or 1)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _who(told: Told) -> str:
    row, printed = told.row, told.mention.published
    source = source_of(row)
    where = [str(row["outlet"])] if row["outlet"] not in ("", source) else []
    where += [_day(printed)] if printed is not None else []
    place = f" ({', '.join(where)})" if where else ""
    return f"{source}{place}"


def _told(parting: Parting, told: Told) -> str:
    """Who tells what, with no verb that would have to agree with one source or with several."""
    if parting.sort != "standing" or parting.relation in QUESTIONS:
        return f"{value(parting, told)} according to {_who(told)}"
    if parting.kept_apart and told.mention.negated:
        return f"not so according to {_who(told)}"
    return f"{'denied' if told.mention.standing == 'denied' else 'said'} by {_who(told)}"


def _listed(parts: list[str]) -> str:
    return ", and ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def _linked(told: Told) -> float:
    """The evidence by which a mention joined its claim; 0.6 for the one that founded it."""
    pieces = [piece.rsplit(" ", 1) for piece in str(told.row.get("link_why", "")).split(", ") if piece]
    weight = sum(float(weight) for _, weight in pieces)
    if pieces and pieces[0][0] == "any two":  # log-odds
        return 1 / (1 + math.exp(-weight))
    return weight if pieces else 0.6


def _place_words(one: Mention, other: Mention) -> frozenset[str]:
    return stems(" ".join((*one.places, *other.places)))


def _same_counts(one: Told, other: Told) -> bool:
    """Whether both count the same: not of one thing, of which everybody has one."""
    counted = [
        {(each.of, each.low, each.high) for each in counts(told) if each.low > 1} for told in (one, other)
    ]
    return bool(counted[0] & counted[1])


def _same_days(one: Days, other: Days) -> bool:
    return one == other and None not in one and math.isfinite(one[0] or 0)
