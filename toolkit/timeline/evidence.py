"""Why two mentions may state one claim: pieces of evidence, each with a name and a weight.

The weights are log-odds, as in the linkage of records (Fellegi and Sunter, JASA 64, 1969): each piece makes it that
much likelier or less likely that two rows tell of one thing. How they were set stands in `docs/linking.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from toolkit.timeline.days import NARROW, SLACK, close, gap, width, within
from toolkit.timeline.mention import Mention
from toolkit.timeline.quantities import Quantity, agree
from toolkit.timeline.rarity import Rarity
from toolkit.timeline.weights import KIN, LASTING, MUTUAL, SPEECH, WEIGHTS
from toolkit.timeline.wording import one_source, overlap, stems

NEXT, SOON, NEAR = 1, 2, 4
"""Sentences by which two of one article are next to one another, and near."""
LEAD = 1
"""The last sentence, from 0, of those that open an article."""
FATES = frozenset({"killed", "wounded", "missing", "evacuated", "detained"})

Evidence = tuple[tuple[str, float], ...]
BESIDE = (0.25, 0.25, 0.2, 0.15, 0.1)
"""Weights of an answer in the sentence of the claim, the next one, and so on."""
AFTER = ((3, 0.15), (14, 0.1), (100, 0.05))
"""Weights of an answer within so many days."""
Inside = Callable[[str, str], bool]
"""Whether the place of one name lies in that of another, at any depth."""


def same_claim(one: Mention, other: Mention, rarity: Rarity, inside: Inside) -> Evidence:
    """The evidence that two mentions state the same claim; empty where something speaks against it outright.

    Against it: other families of kinds, one a fact and the other its negation or a mere possibility, intervals of
    the event more than `SLACK` days apart, and that the one does to the other what the other does to the one.
    """
    if one.family != other.family or one.negated != other.negated or one.certain != other.certain:
        return ()
    if gap(one.event, other.event) > SLACK or _opposite(one, other):
        return ()
    return tuple(
        (name, round(WEIGHTS[name] * share, 3)) for name, share in compared(one, other, rarity, inside)
    )


def compared(one: Mention, other: Mention, rarity: Rarity, inside: Inside) -> Iterator[tuple[str, float]]:
    """The pieces of evidence between two mentions, each with its share (1, or by how much it holds)."""
    yield "any two", 1.0
    yield from _what(one, other)
    yield from _roles(one, other)
    yield from _where(one, other, inside)
    yield from _when(one, other)
    yield from _voices(one, other)
    yield from _counted(one, other)
    yield from _words(one, other, rarity)
    yield from _nearness(one, other)


def _what(one: Mention, other: Mention) -> Iterator[tuple[str, float]]:
    if one.kind == other.kind:
        yield "same kind", 1.0
    elif (pair := " ".join(sorted((one.kind, other.kind)))) in KIN:
        yield pair, 1.0
    if one.kind in SPEECH:
        yield "speech", 1.0


def _roles(one: Mention, other: Mention) -> Iterator[tuple[str, float]]:
    mutual = one.kind in MUTUAL and other.kind in MUTUAL
    actors, others = (
        (one.actor | one.target, other.actor | other.target) if mutual else (one.actor, other.actor)
    )
    if actors and others:
        yield ("same actor" if actors & others else "other actor"), 1.0
    if mutual:
        return
    if one.target and other.target:
        yield ("same target" if one.target & other.target else "other target"), 1.0


def _opposite(one: Mention, other: Mention) -> bool:
    if one.kind in MUTUAL or one.actor & other.actor or one.target & other.target:
        return False
    return bool(one.actor & other.target and other.actor & one.target)


def _where(one: Mention, other: Mention, inside: Inside) -> Iterator[tuple[str, float]]:
    if not one.places or not other.places:
        yield "no place", float(bool(one.places or other.places))
    elif one.place and other.place and _one_name(one.place, other.place):
        yield "same place", 1.0
    elif one.places & other.places:
        yield "place in common", 1.0
    elif one.place and other.place and (inside(one.place, other.place) or inside(other.place, one.place)):
        yield "place inside", 1.0
    else:
        named = all(stems(each.place) <= each.told for each in (one, other))
        yield ("places apart" if named else "other place"), 1.0


def _one_name(place: str, other: str) -> bool:
    """Whether one name of a place is in the other: "central Kharkiv region", "Kharkiv region"."""
    short, long = sorted((stems(place), stems(other)), key=len)
    return bool(short) and short <= long


def _when(one: Mention, other: Mention) -> Iterator[tuple[str, float]]:
    if close(one.event, other.event):
        yield "same days", 1.0
    elif within(one.event, other.event):
        yield "within", 1.0
    elif gap(one.event, other.event):
        yield "other days", 1.0
    elif one.kind in LASTING and one.kind == other.kind and one.event[0] is None and other.event[0] is None:
        yield "since then", 1.0


def _voices(one: Mention, other: Mention) -> Iterator[tuple[str, float]]:
    """Who says it and when; an outlet's own voice is that of all that its articles tell."""
    if one.claimant in ("", one.outlet) or other.claimant in ("", other.outlet):
        return
    if not one_source(one, other):
        yield "other source", 1.0
        return
    yield ("same speaker" if one.kind in SPEECH else "same source"), 1.0
    if one.kind not in SPEECH and not (one.place and other.place) and _same_account(one, other):
        yield "one account", 1.0
    if close(one.said, other.said):
        yield "said", 1.0
    elif _said_within(one, other):
        yield "said again", 1.0


def _counted(one: Mention, other: Mention) -> Iterator[tuple[str, float]]:
    mine, theirs = ({_thing(each): each for each in mention.counts} for mention in (one, other))
    same = [_alike(mine[thing], theirs[thing]) for thing in mine if thing in theirs]
    if same:
        yield ("count agrees" if any(same) else "count differs"), 1.0
    fates, others = (FATES & set(found) for found in (mine, theirs))
    if fates and others and not fates & others:
        yield "other fate", 1.0


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two counts may be of one truth, and neither bound makes it of quite another size: "at least 30", 100."""
    low, high = sorted((one.low or one.high, other.low or other.high))
    return agree(one, other) and high <= 1.5 * low


def _thing(count: Quantity) -> str:
    """What is counted; of the killed it is no matter whether they are people or soldiers."""
    fate = count.of.split()[0]
    return fate if fate in FATES else count.of


def _words(one: Mention, other: Mention, rarity: Rarity) -> Iterator[tuple[str, float]]:
    here = (one.article, one.start) == (other.article, other.start)
    yield "wording", rarity.likeness(one.told, other.told)
    if not (one.told & other.told) - _names(one, other):
        yield "no word", 1.0
    if not here:  # two mentions in one sentence share its words whatever they are about
        yield "sentence", rarity.likeness(one.words, other.words)
        yield "rare word", rarity.rarest(one.words, other.words)
        if one.numbers & other.numbers:
            yield "numbers", 1.0


def _names(one: Mention, other: Mention) -> frozenset[str]:
    """The words by which two mentions name their parties and places, which say nothing of what happened."""
    return one.actor | other.actor | one.target | other.target | stems(f"{one.place} {other.place}")


def _nearness(one: Mention, other: Mention) -> Iterator[tuple[str, float]]:
    if one.article != other.article:
        if one.sentence <= LEAD and other.sentence <= LEAD:
            yield "both lead", 1.0
        return
    yield "one article", 1.0
    apart = abs(one.sentence - other.sentence)
    if apart <= NEAR:
        yield ("one sentence" if not apart else "next sentence" if apart <= NEXT else "near"), 1.0


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
    near = 0 <= distance <= SOON or echo or _same_state(answer, claim)
    if not near and not (answer.told & claim.told) - _names(answer, claim):
        return ()  # far from it, and without a word of what it tells
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
        ("other target", -0.2 * answer.is_of_others(claim)),
        ("beside it", beside),
        ("days after", next((weight for limit, weight in AFTER if days is not None and days <= limit), 0.0)),
        ("other side", 0.1 * other_side),
        # What a side asserts of the thing calls for an answer before a report of it does.
        ("a claim", (0.4 if fits and other_side else 0.1) * (claim.standing == "claimed")),
        # Two mentions in one sentence share its words whatever they are about.
        ("wording", _likeness(overlap(answer.words, claim.words)) if distance else 0.0),
    )


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


def _kept(*found: tuple[str, float]) -> Evidence:
    return tuple((name, round(weight, 3)) for name, weight in found if weight)


def total(evidence: Evidence) -> float:
    """The sum of the weights: log-odds, 0 where it is as likely as not."""
    return round(sum(weight for _, weight in evidence), 3)


def _likeness(share: float) -> float:
    """The weight of a share of words in common."""
    # Sentences about one story share a quarter of their words by subject alone; fewer speak against it.
    return max(0.0, 0.4 * (share - 0.25) / 0.75) + min(0.0, 0.6 * (share - 0.15))


def _said_within(one: Mention, other: Mention) -> bool:
    """Whether one was said over a time, known on both sides, in which the other was said."""
    return within(one.said, other.said) and max(width(one.said), width(other.said)) >= NARROW


def _same_account(one: Mention, other: Mention) -> bool:
    """Whether both tell of the same kind and exactly the same days, happened or else said."""
    known = None not in one.event or (None not in one.said and one.said == other.said)
    return known and (one.kind, one.event) == (other.kind, other.event)
