"""Rows of the event table out of what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from toolkit.claims.attribution.voices import Voice
from toolkit.claims.clocks.clocks import Clock
from toolkit.claims.places.places import PlaceMention
from toolkit.claims.standing import anonymous
from toolkit.claims.text.sentences import Sentence
from toolkit.model import Article, Claim

SAME_PLACE_WITHIN = 2
"""Sentences within which a claim without any place stays where the claim before it was."""

SAME_ACTOR_WITHIN = 3
"""Sentences within which a claim that names no side goes on about the one that acted before."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a claim says, apart from who says it, when and where."""

    theme: str
    kind: str
    plover: str
    acled: str
    standing: str
    negated: bool
    modality: str
    actor: str
    target: str
    rule: str


def row(
    article: Article, sentence: Sentence, facts: Facts, voice: Voice, said: Clock, event: Clock,
    place: PlaceMention | None, places: Sequence[PlaceMention],
) -> Claim:  # fmt: skip
    """The row of a claim; its quote is the whole sentence."""
    spot, who = place.place if place else None, voice.span
    event_start, event_end = _days(event)
    said_start, said_end = _days(said)
    return Claim(
        mention_id=f"{article.id}:{sentence.start}-{sentence.end}",
        article_id=article.id, outlet=article.outlet, title=article.title, url=article.url,
        published=article.published, published_basis=article.published_basis,
        sentence=sentence.index, start=sentence.start, end=sentence.end,
        quote=article.text[sentence.start : sentence.end],
        theme=facts.theme, kind=facts.kind, plover=facts.plover, acled=facts.acled,
        event_start=event_start, event_end=event_end, event_grain=event.interval.grain if event.interval else "",
        event_edtf=event.edtf, event_timex=event.timex, event_why=event.why,
        said_start=said_start, said_end=said_end, said_why=said.why,
        claimant=voice.name, claimant_side=voice.side.name if voice.side else "",
        claimant_start=who[0] if who else None, claimant_end=who[1] if who else None, via=voice.via,
        standing=facts.standing, negated=facts.negated, modality=facts.modality, actor=facts.actor, target=facts.target,
        place=spot.name if spot else "", place_id=spot.id if spot else "",
        latitude=spot.latitude if spot else None, longitude=spot.longitude if spot else None,
        places="; ".join(dict.fromkeys(p.place.name for p in places)),
        confidence=_confidence(facts, voice, said, event, place), rule=facts.rule,
    )  # fmt: skip


def _days(clock: Clock) -> tuple[date | None, date | None]:
    return (clock.interval.earliest, clock.interval.latest) if clock.interval else (None, None)


def _confidence(facts: Facts, voice: Voice, said: Clock, event: Clock, place: PlaceMention | None) -> float:
    """How much of a row stands in the text rather than being inferred, 0 to 1: for sorting, no probability."""
    parts = (
        (0.3, event.expression is not None),
        (0.2, said.expression is not None or voice.own),
        (0.2, not voice.own and voice.side is not None and not anonymous(voice.name)),
        (0.2, place is not None),
        (0.1, not facts.modality),
    )
    return round(sum(weight for weight, present in parts if present), 2)


def placed(claim: Claim, like: Claim) -> Claim:
    """A claim at the place of another."""
    return replace(
        claim, place=like.place, place_id=like.place_id, latitude=like.latitude, longitude=like.longitude,
        places=like.places,
    )  # fmt: skip


def relocated(claim: Claim, place: PlaceMention | None) -> Claim:
    """A claim at another place, or at none."""
    spot = place.place if place else None
    return replace(
        claim, place=spot.name if spot else "", place_id=spot.id if spot else "",
        latitude=spot.latitude if spot else None, longitude=spot.longitude if spot else None,
    )  # fmt: skip


def placed_like(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """A claim without a place of its own, at the place of the claim just before it by the same actor."""
    for before in reversed(earlier):
        if claim.sentence - before.sentence > SAME_PLACE_WITHIN:
            break
        if before.place and before.theme == claim.theme and claim.actor in ("", before.actor):
            return replace(placed(claim, before), places=claim.places or before.places)
    return claim


def acted_like(claim: Claim, earlier: Sequence[Claim], kinds: Collection[str]) -> Claim:
    """A claim that names no side ("the soldiers crossed at night"), with the actor of the last one of these kinds."""
    if claim.actor or claim.target:
        return claim
    for before in reversed(earlier):
        if claim.sentence - before.sentence > SAME_ACTOR_WITHIN:
            break
        if before.actor and before.theme == claim.theme and before.kind in kinds:
            return replace(claim, actor=before.actor)
    return claim


def numbered(claims: Sequence[Claim]) -> list[Claim]:
    """Claims with an id each: several of one sentence carry their kind, and a number where that is not enough."""
    shared = Counter(claim.mention_id for claim in claims)
    seen: Counter[tuple[str, str]] = Counter()
    named = []
    for claim in claims:
        seen[claim.mention_id, claim.kind] += 1
        count = seen[claim.mention_id, claim.kind]
        ending = f":{claim.kind}" + (f".{count}" if count > 1 else "")
        alone = shared[claim.mention_id] == 1
        named.append(claim if alone else replace(claim, mention_id=claim.mention_id + ending))
    return named
