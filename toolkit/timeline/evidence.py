"""Why two mentions may state one claim: pieces of evidence, each with a name and a weight."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.timeline.days import NARROW, SLACK, close, gap, width, within
from toolkit.timeline.mention import Mention
from toolkit.timeline.weights import KIN, MUTUAL, SPEECH, WEIGHTS
from toolkit.timeline.wording import one_source, overlap

BESIDE = (0.25, 0.25, 0.2, 0.15, 0.1)
"""Weights of an answer in the sentence of the claim, the next one, and so on."""

AFTER = ((3, 0.15), (14, 0.1), (100, 0.05))
"""Weights of an answer within so many days."""

Evidence = tuple[tuple[str, float], ...]


def same_claim(one: Mention, other: Mention) -> Evidence:
    """The evidence that two mentions state the same claim; empty where something speaks against it outright.

    Against it: other kinds of event, other places, one a fact and the other its negation or a mere possibility, and
    intervals of the event more than `SLACK` days apart.
    """
    if one.family != other.family or one.negated != other.negated or one.certain != other.certain:
        return ()
    if gap(one.event, other.event) > SLACK:
        return ()
    place = _place(one, other)
    return () if place is None else _kept(("place", place), *_shared(one, other))


def _shared(one: Mention, other: Mention) -> Iterator[tuple[str, float]]:
    yield "kind", _kin(one.kind, other.kind)
    yield from _roles(one, other)
    event = close(one.event, other.event)
    if event or within(one.event, other.event):
        name = "within" if not event else "next day" if gap(one.event, other.event) else "same days"
        yield "event", WEIGHTS[name]
    yield from _voices(one, other, event)
    if (one.article, one.start) != (other.article, other.start):
        # Two mentions in one sentence share its words whatever they are about.
        yield from _words(one, other)


def _kin(kind: str, other: str) -> float:
    return WEIGHTS["same kind"] if kind == other else KIN.get(" ".join(sorted((kind, other))), WEIGHTS["kin"])


def _roles(one: Mention, other: Mention) -> Iterator[tuple[str, float]]:
    if one.kind in MUTUAL:
        actors, others = one.actor | one.target, other.actor | other.target
    else:
        actors, others = one.actor, other.actor
        if one.target & other.target:
            yield "target", WEIGHTS["same target"]
        elif one.is_of_others(other):
            yield "other target", WEIGHTS["other target"]
    if actors & others:
        yield "actor", WEIGHTS["same actor"]
    elif actors and others:
        opposite = actors & other.target and others & one.target
        yield ("opposite", WEIGHTS["opposite"]) if opposite else ("other actor", WEIGHTS["other actor"])


def _voices(one: Mention, other: Mention, event: bool) -> Iterator[tuple[str, float]]:
    """Who says it and when; the voice of an outlet and its day of printing are those of all that the article tells."""
    here = one.article == other.article
    source = one_source(one, other)
    own = source and one.claimant not in ("", one.outlet) and other.claimant not in ("", other.outlet)
    if own:
        spoken = one.kind in SPEECH and one.actor & other.actor
        yield "claimant", WEIGHTS["same speaker" if spoken else "same source"]
        if one.kind not in SPEECH and not (one.place and other.place) and _same_account(one, other):
            yield "one account", WEIGHTS["one account"]
    elif source and not here:
        yield "claimant", WEIGHTS["same outlet"]
    if close(one.said, other.said):
        if own or not here:
            yield "said", WEIGHTS["said too" if event else "said" if own else "said by others"]
    elif own and _said_within(one, other):
        yield "said again", WEIGHTS["said again"]
    elif source and gap(one.said, other.said) > SLACK:
        yield "said another day", WEIGHTS["said another day"]
    if one.via and one.via == other.via:
        yield "through", WEIGHTS["through"]


def _words(one: Mention, other: Mention) -> Iterator[tuple[str, float]]:
    if one.numbers & other.numbers:
        yield "numbers", WEIGHTS["numbers"]
    elif one.article == other.article and one.numbers and other.numbers:
        yield "other numbers", WEIGHTS["other numbers"]
    share = overlap(one.words, other.words)
    yield "wording", round(_likeness(share), 3)
    if share >= 0.75 and min(len(one.words), len(other.words)) >= 5:
        yield "repeated", WEIGHTS["repeated"]


def _same_account(one: Mention, other: Mention) -> bool:
    """Whether both tell of the same kind and exactly the same days, happened or else said."""
    known = None not in one.event or (None not in one.said and one.said == other.said)
    return known and (one.kind, one.event) == (other.kind, other.event)


def _place(one: Mention, other: Mention) -> float | None:
    """The weight of the places: most where both have the same main place, None where they contradict."""
    shared = len(one.places & other.places)
    if one.places and other.places and not shared:
        return None
    if not shared:
        return WEIGHTS["no place"] if one.places or other.places else 0.0
    if one.place and one.place == other.place:
        return WEIGHTS["same place"] + WEIGHTS["second place"] * (shared > 1)
    if one.place in other.beside or other.place in one.beside:
        return None  # the sentence tells of both places, and of each its own claim
    mains = {name.casefold() for name in (one.place, other.place) if name}
    # A place that is the point of neither sentence, such as the country, connects nothing.
    if mains & one.places & other.places:
        return WEIGHTS["named place"]
    return None if len(mains) == 2 else WEIGHTS["other place"]


def answers(answer: Mention, claim: Mention) -> Evidence:
    """The evidence that `answer` is about `claim`; empty where that cannot be.

    Nothing answers a claim of another family of kinds, of other places (unless the answer names none, follows the claim
    in the article and shares a word with it, or names exactly its days), one made later, or a mere possibility.
    """
    distance = answer.sentence - claim.sentence if answer.article == claim.article else -1
    beside = BESIDE[distance] if 0 <= distance < len(BESIDE) else 0.0
    shared = bool(answer.places & claim.places)
    # "These figures are refuted": of no place, and of nothing but the same thing on the same days.
    echo = not claim.places and None not in claim.event and _same_account(answer, claim)
    named = shared or (beside and not answer.places and (answer.words & claim.words or echo))
    if answer.family != claim.family or not claim.certain or not named:
        return ()
    if _before(answer, claim):
        return ()
    days = None if answer.day is None or claim.day is None else answer.day - claim.day
    actor = bool(answer.actor & claim.actor)
    fits = shared and answer.family == claim.family and (actor or not answer.actor or not claim.actor)
    other_side = bool(answer.side and claim.side and answer.side != claim.side)
    return _kept(
        ("place", 0.2 * shared + 0.1 * (bool(answer.place) and answer.place == claim.place)),
        ("kind", 0.1 * (answer.kind == claim.kind)),
        ("actor", 0.1 * actor),
        ("other target", WEIGHTS["other target"] * answer.is_of_others(claim)),
        ("beside it", beside),
        ("days after", next((weight for limit, weight in AFTER if days is not None and days <= limit), 0.0)),
        ("other side", 0.1 * other_side),
        # What a side asserts of the thing calls for an answer before a report of it does.
        ("a claim", (0.4 if fits and other_side else 0.1) * (claim.standing == "claimed")),
        # Two mentions in one sentence share its words whatever they are about.
        ("wording", _likeness(overlap(answer.words, claim.words)) if distance else 0.0),
    )


def retorts(row: Mention, denial: Mention) -> bool:
    """Whether `row` only says what holds instead of the thing denied: its denier's next words on the place."""
    return (
        row.article == denial.article
        and 0 <= row.sentence - denial.sentence <= 1
        and row.certain
        and row.family == denial.family
        and bool(row.places & denial.places)
        and one_source(row, denial)
    )


def _before(answer: Mention, claim: Mention) -> bool:
    """Whether the answer was given before the claim was made; a claim known only by its last day may be older."""
    if answer.day is None or claim.day is None:
        return False
    first = claim.clock[0]
    if first is not None:
        return answer.day < first
    return answer.day < claim.day - SLACK * (answer.article == claim.article)


def _kept(*found: tuple[str, float]) -> Evidence:
    return tuple((name, round(weight, 3)) for name, weight in found if weight)


def total(evidence: Evidence) -> float:
    """The sum of the weights."""
    return round(sum([weight for _, weight in evidence]), 3)


def _likeness(share: float) -> float:
    """The weight of a share of words in common."""
    # Sentences about one story share a quarter of their words by subject alone; fewer speak against it.
    return max(0.0, 0.4 * (share - 0.25) / 0.75) + min(0.0, 0.6 * (share - 0.15))


def _said_within(one: Mention, other: Mention) -> bool:
    """Whether one was said over a time, known on both sides, in which the other was said."""
    return within(one.said, other.said) and max(width(one.said), width(other.said)) >= NARROW
