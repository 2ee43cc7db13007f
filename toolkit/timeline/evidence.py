"""Why two mentions may state one claim: pieces of evidence, each with a name and a weight.

The weights are log-odds, as in the linkage of records (Fellegi and Sunter, JASA 64, 1969): each piece makes it that
much likelier or less likely that two rows tell of one thing. How they were set stands in `docs/linking.md`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from toolkit.timeline.days import NARROW, SLACK, close, gap, width, within
from toolkit.timeline.mention import Mention
from toolkit.timeline.quantities import FATES, Quantity, agree
from toolkit.timeline.rarity import Rarity
from toolkit.timeline.weights import (
    KIN,
    LASTING,
    MUTUAL,
    SPEECH,
    WEIGHTS,
)
from toolkit.timeline.wording import one_source, stems

NEXT, NEAR = 1, 4
"""Sentences by which two of one article are next to one another, and near."""
LEAD = 1
"""The last sentence, from 0, of those that open an article."""

Evidence = tuple[tuple[str, float], ...]
AGAIN = stems("again another second third fresh renewed")
"""Words by which a thing is told to be another one than that of some days before."""
Inside = Callable[[str, str], bool]
"""Whether the place of one name lies in that of another, at any depth."""

_WEIGHED = {name: (name, weight) for name, weight in WEIGHTS.items()}
_ANY_TWO = _WEIGHED["any two"]


def same_claim(
    one: Mention, other: Mention, rarity: Rarity, inside: Inside, one_topic: float = 0.0
) -> Evidence:
    """The evidence that two mentions state the same claim; empty where something speaks against it outright.

    `one_topic` is what it weighs that two articles are of a folder on one thing (`groups.leaning`).

    Against it: other families of kinds, one a fact and the other its negation or a mere possibility, intervals of
    the event more than `SLACK` days apart, or apart at all where one is told to have happened "again", and that the
    one does to the other what the other does to the one.
    """
    if one.family != other.family or one.negated != other.negated:
        return ()
    if one.certain != other.certain and not _came_about(one, other):
        return ()
    days = gap(one.event, other.event)
    if days > SLACK or (days and not AGAIN.isdisjoint(one.told | other.told)) or _opposite(one, other):
        return ()
    found = [*_what(one, other), *_roles(one, other), _where(one, other, inside), *_when(one, other)]
    found += _voices(one, other)
    found += _counted(one, other)
    pieces = [_ANY_TWO, *map(_WEIGHED.__getitem__, found)]
    pieces += _words(one, other, rarity)
    pieces += map(_WEIGHED.__getitem__, _nearness(one, other))
    if one_topic and one.article != other.article:
        pieces.append(("one topic", one_topic))
    return tuple(pieces)


def _came_about(one: Mention, other: Mention) -> bool:
    """Whether one is planned, and the other tells as a fact what did not happen before the plan was told."""
    plan, fact = (other, one) if one.certain else (one, other)
    told, last = plan.said[1] or plan.published, fact.event[1]
    return plan.planned and (told is None or last is None or last >= told)


def _what(one: Mention, other: Mention) -> list[str]:
    found = ["speech"] if one.kind in SPEECH else []
    if one.kind == other.kind:
        return ["same kind", *found]
    pair = " ".join(sorted((one.kind, other.kind)))
    return [pair, *found] if pair in KIN else found


def _roles(one: Mention, other: Mention) -> list[str]:
    if one.kind in MUTUAL and other.kind in MUTUAL:
        actors, others = one.actor | one.target, other.actor | other.target
        return [_same_actor(actors, others)] if actors and others else []
    found = [_same_actor(one.actor, other.actor)] if one.actor and other.actor else []
    if one.target and other.target:
        found.append("other target" if one.target.isdisjoint(other.target) else "same target")
    return found


def _same_actor(one: frozenset[str], other: frozenset[str]) -> str:
    return "other actor" if one.isdisjoint(other) else "same actor"


def _opposite(one: Mention, other: Mention) -> bool:
    if one.kind in MUTUAL or one.actor & other.actor or one.target & other.target:
        return False
    return bool(one.actor & other.target and other.actor & one.target)


def _where(one: Mention, other: Mention, inside: Inside) -> str:
    if not one.places or not other.places:
        return "no place" if one.places or other.places else "nowhere"
    mine, theirs = one.place, other.place
    if mine and theirs and (mine == theirs or _one_name(mine, theirs)):
        return "same place"
    if not one.places.isdisjoint(other.places):
        return "place in common"
    if mine and theirs and (inside(mine, theirs) or inside(theirs, mine)):
        return "place inside"
    named = stems(mine) <= one.told and stems(theirs) <= other.told
    return "places apart" if named else "other place"


def _may_be_at_one_place(one: Mention, other: Mention) -> bool:
    return not (one.place and other.place) or one.place == other.place or _one_name(one.place, other.place)


@lru_cache(maxsize=65536)
def _one_name(place: str, other: str) -> bool:
    """Whether one name of a place is in the other: "central Kharkiv region", "Kharkiv region"."""
    short, long = sorted((stems(place), stems(other)), key=len)
    return bool(short) and short <= long


def _when(one: Mention, other: Mention) -> list[str]:
    if close(one.event, other.event):
        return ["same days"]
    if within(one.event, other.event):
        return ["within"]
    if gap(one.event, other.event):
        return ["other days"]
    # That the region was entered by June makes no town in it taken then.
    lasting = one.kind in LASTING and one.kind == other.kind and _may_be_at_one_place(one, other)
    return ["since then"] if lasting and one.event[0] is None and other.event[0] is None else []


def _voices(one: Mention, other: Mention) -> list[str]:
    """Who says it and when; an outlet's own voice is that of all that its articles tell."""
    if one.is_own_voice or other.is_own_voice:
        return []
    if not one_source(one, other):
        return ["other source"]
    found = ["same speaker" if one.kind in SPEECH else "same source"]
    if one.kind not in SPEECH and not (one.place and other.place) and is_same_account(one, other):
        found.append("one account")
    if close(one.said, other.said):
        found.append("said")
    elif _said_within(one, other):
        found.append("said again")
    return found


def _counted(one: Mention, other: Mention) -> list[str]:
    if not one.counts or not other.counts:
        return []
    mine, theirs = ({thing(each): each for each in mention.counts} for mention in (one, other))
    same = [_alike(mine[thing], theirs[thing]) for thing in mine if thing in theirs]
    found = [("count agrees" if any(same) else "count differs")] if same else []
    fates, others = (FATES & set(counted) for counted in (mine, theirs))
    return [*found, "other fate"] if fates and others and not fates & others else found


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two counts may be of one truth, and neither bound makes it of quite another size: "at least 30", 100."""
    low, high = sorted((one.low or one.high, other.low or other.high))
    return agree(one, other) and high <= 1.5 * low


def thing(count: Quantity) -> str:
    """What is counted; of the killed it is no matter whether they are people or soldiers."""
    fate = count.of.split()[0]
    return fate if fate in FATES else count.of


def _words(one: Mention, other: Mention, rarity: Rarity) -> list[tuple[str, float]]:
    found = []
    own = one.told & other.told
    if own:
        found.append(("wording", WEIGHTS["wording"] * rarity.likeness(one.told, other.told, own)[0]))
    if not own.difference(one.names, other.names):
        found.append(_WEIGHED["no word"])
    if one.start != other.start or one.article != other.article:
        # Two mentions in one sentence share its words whatever they are about.
        if both := one.words & other.words:
            likeness, rarest = rarity.likeness(one.words, other.words, both)
            found.append(("sentence", WEIGHTS["sentence"] * likeness))
            found.append(("rare word", WEIGHTS["rare word"] * rarest))
        if not one.numbers.isdisjoint(other.numbers):
            found.append(_WEIGHED["numbers"])
    return found


def _nearness(one: Mention, other: Mention) -> list[str]:
    if one.article != other.article:
        found = ["both lead"] if one.sentence <= LEAD and other.sentence <= LEAD else []
        if (
            one.kind == other.kind
            and one.kind not in SPEECH
            and "denied" not in (one.standing, other.standing)
        ):
            found += ["one lead"] * len(found)
            found += ["same entry"] * (one.entry == other.entry != "")
        return found
    apart = abs(one.sentence - other.sentence)
    if apart > NEAR:
        return ["one article"]
    return ["one article", "one sentence" if not apart else "next sentence" if apart <= NEXT else "near"]


def total(evidence: Evidence) -> float:
    """The sum of the weights: log-odds, 0 where it is as likely as not."""
    return sum([weight for _, weight in evidence])


def _said_within(one: Mention, other: Mention) -> bool:
    """Whether one was said over a time, known on both sides, in which the other was said."""
    return within(one.said, other.said) and max(width(one.said), width(other.said)) >= NARROW


def is_same_account(one: Mention, other: Mention) -> bool:
    """Whether both tell of the same kind and exactly the same days, happened or else said."""
    known = None not in one.event or (None not in one.said and one.said == other.said)
    return known and (one.kind, one.event) == (other.kind, other.event)
