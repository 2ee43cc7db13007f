"""Who is hurt by a blow that its own words tell of no target of."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.claims.actors import Party
from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.actors.words import CIVILIANS
from toolkit.claims.opposition import HARM
from toolkit.claims.statements import Statement
from toolkit.claims.unnamed import because, not_own


def where_people_are(each: Statement) -> tuple[Party, ...]:
    """Civilians, where what is struck is a place of theirs: "an air strike on a school"."""
    phrases = [each.event.patient, each.event.recipient] if each.event is not None else []
    if each.event is not None:
        phrases += [a.phrase for a in each.event.frame.arguments if a.preposition in ("on", "at", "against")]
    hit = each.kind.name == "strike" and any(
        p is not None and p.lemma in heads("civil_sites") for p in phrases
    )
    return (Party(CIVILIANS.name, None, CIVILIANS.kind, each.trigger, "where they are"),) if hit else ()


def hurt_by_it(each: Statement, beside: Sequence[Statement]) -> tuple[Party, ...]:
    """Who is hurt by a blow that its own words tell of no target of: "a car blew up, killing four guards"."""
    if each.frame is None or len(each.actors) > 1:  # "they shelled each other"
        return ()
    below = (s for s in beside if s.kind.name in HARM and s.frame and s.frame.parent == each.frame.index)
    return because(not_own(next((s.targets for s in below), ()), each.actors), "hurt by it")
