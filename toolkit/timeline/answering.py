"""Why a denial, a confirmation or a refusal to confirm may be about a claim: pieces of evidence with weights."""

from __future__ import annotations

from toolkit.timeline.days import SLACK, gap
from toolkit.timeline.evidence import Evidence, is_same_account
from toolkit.timeline.mention import ANSWERS, Mention
from toolkit.timeline.weights import AFTER, ANSWERING, BESIDE, LASTING, OPEN_TO_ALL, SPEECH
from toolkit.timeline.wording import one_source, overlap, stems

ITS_WORDS = 2
"""Words besides names by which a denial of another kind says which claim it means."""
SOON = 2
"""Sentences behind a claim within which an answer need not share a word with it."""


def answers(answer: Mention, claim: Mention) -> Evidence:
    """The evidence that `answer` is about `claim`; empty where that cannot be.

    Nothing answers a claim of another family of kinds (unless one denies, at that place and on those days, what is said
    of its own side, or claimed by the other one),
    of other places (unless the answer names none, and follows the claim in the article and shares a word with it, names
    exactly its days, or is of its own side and the claim names none either), one made later, or a mere possibility.
    """
    if answer.family != claim.family and answer.standing != "denied":
        return ()
    distance = answer.sentence - claim.sentence if answer.article == claim.article else -1
    beside = BESIDE[distance] if 0 <= distance < len(BESIDE) else 0.0
    shared = bool(answer.places & claim.places)
    # "These figures are refuted": of no place, and of nothing but the same thing on the same days.
    echo = not claim.places and None not in claim.event and is_same_account(answer, claim)
    own = _is_of(answer, claim) and (_denies(answer, claim) or _own_act(answer, claim))
    other_side = bool(answer.side and claim.side and answer.side != claim.side)
    same = bool(answer.place) and answer.place == claim.place
    against = own or (other_side and same and claim.standing == "claimed" and _denies(answer, claim))
    about = same and _denies(answer, claim) and _words_of_it(answer, claim)
    same_kind = answer.kind == claim.kind
    nowhere = own and same_kind and not answer.places and not claim.places
    named = shared or nowhere or (beside and not answer.places and (answer.words & claim.words or echo))
    fitting = answer.family == claim.family or (against and shared) or about
    if not fitting or not claim.certain or not named:
        return ()
    near = (
        0 <= distance <= SOON
        or echo
        or _same_state(answer, claim)
        or (own and same_kind and not answer.negated)
        or about
    )
    if not near and not (answer.told & claim.told) - answer.names - claim.names:
        return ()  # far from it, and without a word of what it tells
    if _before(answer, claim):
        return ()
    days = None if answer.day is None or claim.day is None else answer.day - claim.day
    actor = bool(answer.actor & claim.actor)
    fits = shared and answer.family == claim.family and (actor or not answer.actor or not claim.actor)
    shares = {
        "place": shared * ANSWERING["place"] + same * ANSWERING["same place"],
        "kind": ANSWERING["kind"] * same_kind,
        "actor": ANSWERING["actor"] * actor,
        "other target": ANSWERING["other target"] * answer.is_of_others(claim),
        "beside it": beside,
        "days after": next((weight for limit, weight in AFTER if days is not None and days <= limit), 0.0),
        "other side": ANSWERING["other side"] * other_side,
        "its words": ANSWERING["its words"] * about,
        "a claim": ANSWERING["its claim" if fits and other_side else "a claim"]
        * (claim.standing == "claimed"),
        # Two mentions in one sentence share its words whatever they are about.
        "wording": _likeness(overlap(answer.words, claim.words)) if distance else 0.0,
    }
    return tuple((name, round(weight, 3)) for name, weight in shares.items() if weight)


def _denies(answer: Mention, claim: Mention) -> bool:
    """Whether one denies what happened on the days of the claim, and not something beside what everybody saw."""
    told = claim.standing not in ANSWERS and answer.standing == "denied" and answer.certain
    told &= claim.kind not in OPEN_TO_ALL or answer.kind == claim.kind
    return told and gap(answer.event, claim.event) <= SLACK


def _own_act(answer: Mention, claim: Mention) -> bool:
    """Whether one denies in the next sentences what he has just been told to do: "police charged; they denied it"."""
    told = claim.standing not in ANSWERS and answer.standing == "denied" and answer.certain
    near = answer.article == claim.article and 0 < answer.sentence - claim.sentence <= SOON
    acted = not (stems(answer.side) | stems(answer.source)).isdisjoint(claim.actor)
    return told and near and acted and claim.kind not in SPEECH and not gap(answer.event, claim.event)


def _words_of_it(answer: Mention, claim: Mention) -> bool:
    """Whether a denial says what it denies in words of the claim: "denied that soldiers had opened the prison"."""
    words = claim.told - answer.names - claim.names
    shared = words & answer.words
    if (
        answer.names_place and claim.names_place and answer.place == claim.place
    ):  # each names it: "the prison in Sumy" is no other prison
        return len(shared) >= max(1, len(words) / 5)
    return len(shared) >= max(ITS_WORDS, len(words) / 3)  # of a long sentence any other has two words


def _is_of(answer: Mention, claim: Mention) -> bool:
    """Whether a claim is of the side that answers: "sank a ship", "has lost no ship"."""
    return not (stems(answer.side) | stems(answer.source)).isdisjoint(claim.actor | claim.target)


def _same_state(answer: Mention, claim: Mention) -> bool:
    """Whether both tell who has one place, which takes no word in common: "has left Sumy", "holds Sumy"."""
    one, other = (each.actor | each.target for each in (answer, claim))
    same = (answer.kind, answer.place) == (claim.kind, claim.place) and bool(answer.place)
    return same and answer.kind in LASTING and bool(not one or not other or one & other)


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


def _likeness(share: float) -> float:
    """The weight of a share of words in common."""
    # Sentences about one story share a quarter of their words by subject alone; fewer speak against it.
    return max(0.0, 0.4 * (share - 0.25) / 0.75) + min(0.0, 0.6 * (share - 0.15))
