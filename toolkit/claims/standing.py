"""How a claim stands, by who says it of whom: the same rule for every story.

Conceded by the side that loses by it, or shown by an independent observer's evidence, it is confirmed; said by the side
that gains by it, or by the victim who accuses, it is claimed; a third party's word and the outlet's own are reported.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from toolkit.claims.lexicon.kinds import Kind
from toolkit.claims.standing_words import (
    anonymous,
    cue_standing,
    has_evidence,
    is_accusing,
    is_denial,
    is_service,
    left_open,
)

OWN_LOSSES = frozenset({"casualty", "withdrawal", "surrender"})
"""Kinds by which the one that it happens to, or that leaves, loses: told of oneself they are conceded."""
CONCEDED = frozenset({"control", "advance", "withdrawal", "siege"})
"""Kinds by which the target loses without being wronged: it concedes them. Of all else it accuses."""
WILL = frozenset({"offer"})
"""Kinds of what somebody is willing to do, which another one may tell of him."""
MISSIONS = {"United Nations": ("peacekeepers",)}
"""Those whom a body sends, by their own words: it tells of their losses as its own."""
CIVIL = frozenset({"civilians", "people", "hostages", "children"})
"""Names of people who are no party."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the words, the cue, the names of the parties spoken for, the role of a known side (or empty).

    Then whether it is the outlet itself, and whether it speaks for a side of what the article is about."""

    words: str
    cue: str
    parties: frozenset[str]
    role: str
    own: bool
    belligerent: bool = False


def stands(
    kind: Kind,
    speaker: Speaker,
    actors: Collection[str],
    targets: Collection[str],
    around: str,
    negated: bool,
    denies: bool = False,
) -> tuple[str, str]:
    """The standing of a claim and the reason; `around` is the clause that tells it, `denies` whether it is a denial.

    >>> from toolkit.claims.lexicon.kinds import Kind
    >>> army = Speaker("the army", "said", frozenset({"Ruritania"}), "", False)
    >>> stands(Kind("control", "conflict", gains="actor"), army, {"rebels"}, {"Ruritania"}, "", False)[0]
    'confirmed'
    >>> stands(Kind("strike", "conflict", gains="actor"), army, {"rebels"}, {"Ruritania"}, "", False)[0]
    'claimed'
    """
    gains = _gainers(kind, speaker, actors, targets)
    if not kind.speech and (
        told := cue_standing(speaker.cue, around, speaker.words, bool(speaker.parties & gains), negated)
    ):
        return told
    if speaker.own:
        return "reported", "the outlet's own voice"
    if speaker.role == "media":
        return "reported", "an outlet says so"
    if speaker.role == "observer":
        if has_evidence(f"{speaker.words} {speaker.cue}"):
            return "confirmed", "an independent observer with evidence"
        return "reported", "an observer says so"
    if kind.speech and negated and (told := cue_standing(speaker.cue, around, speaker.words, False, True)):
        return ("unconfirmed", told[1]) if told[0] in ("unconfirmed", "confirmed") else told
    denies = denies or (kind.name == "statement" and is_denial(speaker.cue))
    if kind.speech and denies and speaker.parties:
        return left_open(around) or ("denied", "a denial of what another one says")
    if kind.speech:
        return (
            ("claimed", "an act of speech of its own")
            if speaker.parties
            and not (kind.name in WILL and actors and not speaker.parties & frozenset(actors))
            else ("reported", "nobody that speaks for the party itself")
        )
    if not speaker.parties:
        return "reported", "nobody that speaks for a party"
    if anonymous(speaker.words):
        return ("claimed" if speaker.parties & gains else "reported"), "nobody answers for it by name"
    return _of_parties(kind, speaker, frozenset(actors), frozenset(targets), negated)


def _gainers(
    kind: Kind, speaker: Speaker, actors: Collection[str], targets: Collection[str]
) -> frozenset[str]:
    """Who gains by an event of this kind."""
    return {"actor": frozenset(actors), "target": frozenset(targets)}.get(kind.gains, frozenset())


def _of_parties(
    kind: Kind, speaker: Speaker, actors: frozenset[str], targets: frozenset[str], negated: bool
) -> tuple[str, str]:
    own = speaker.parties | frozenset(name for party in speaker.parties for name in MISSIONS.get(party, ()))
    acts, suffers = bool(own & actors), bool(own & targets)
    who = ", ".join(sorted(speaker.parties))
    if negated:
        if suffers and kind.name in CONCEDED:
            return "denied", f"{who} loses by it and says that it is not so"
        if acts and kind.gains == "actor" and kind.name not in CONCEDED:
            return "denied", f"{who} is said to have done it and says that it is not so"
        return "claimed", f"{who} says so"
    if acts and kind.departure:
        return "confirmed", f"{who} tells that it gave way itself"
    apart = not speaker.belligerent and (not actors or speaker.parties <= CIVIL)
    serves = apart and is_service(speaker.words)
    if kind.name in OWN_LOSSES and not acts and not suffers and targets <= CIVIL and not serves:
        return "claimed", f"{who} says so of people hurt"
    if suffers and kind.name in OWN_LOSSES and not is_accusing(speaker.cue):
        return "confirmed", f"{who} tells of losses of its own"
    if suffers and kind.name in CONCEDED:
        return "confirmed", f"{who} loses by it and says so"
    if acts or suffers:
        return "claimed", f"{who} says so of what it {'did' if acts else 'suffered'}"
    unnamed = kind.gains in ("actor", "opponent") and not actors and not targets and not serves
    if speaker.belligerent or unnamed:
        return "claimed", f"{who} says so"
    return "reported", f"{who} is no party to it"
