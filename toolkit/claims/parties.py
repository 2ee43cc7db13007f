"""Who does it and to whom: the sides named around an event's word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.claims.mentions import Mention
from toolkit.claims.places.gazetteer import load_gazetteer
from toolkit.claims.places.places import PlaceMention
from toolkit.claims.standing import anonymous
from toolkit.claims.themes import Side
from toolkit.model import Span

_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+\s+)?$", re.I)
_PARTICIPLE = re.compile(r"(?:\w+ed|\w+en|\w+wn|struck|hit|lost|shot|held|caught|overrun|won)\b", re.I)
_AGENT = re.compile(r"[^.;:]{0,60}?\bby\s+")
# Behind these a side is not the one that acts.
_OBLIQUE = re.compile(
    r"\b(?:against|from|in|into|inside|with|to|within|on|for|toward|across|near|over"
    r"|(?<!groups )(?<!group )(?<!units )(?<!elements )(?<!hundreds )(?<!thousands )(?<!number )of)\s+(?:the\s+)?$",
    re.I,
)
_OF_A_PLACE = re.compile(
    r"[’']s?\s+(?:[a-z]+\s+){0,2}[A-Z][\w’'-]+(?:\s+(?:[Rr]egion|[Oo]blast|[Pp]rovince)|\b)"
)


def parties(text: str, mention: Mention, places: Sequence[PlaceMention]) -> tuple[Side | None, Side | None]:
    """The side that acts and the side that is acted upon; None where the sentence does not tell, or nobody acts."""
    sides, kind = mention.theme.sides, mention.theme.kinds[mention.rule.kind]
    if kind.befalls:
        return None, None
    contest = kind.gains != "nobody"
    roles = ("party",) if contest else ("party", "third")
    named = [
        (span, side)
        for span, side in sides.mentions(text, *mention.scope)
        if side.role in roles and not _describes_place(text, span, places) and not _only_tells(mention, span)
    ]
    before = [(span, side) for span, side in named if span[0] < mention.trigger[1]]
    after = [side for span, side in named if mention.trigger[1] <= span[0] < mention.clause[1]]
    actor, target = _subject(text, mention, before), None
    if mention.rule.inflicts and actor:
        return sides.get(actor.opponent), actor
    passive = _PASSIVE.search(text, mention.clause[0], mention.trigger[0])
    if passive and _PARTICIPLE.match(text, mention.trigger[0]):
        agent = _AGENT.match(text, mention.trigger[1], mention.scope[1])
        target, actor = actor, next((side for span, side in named if agent and span[0] >= agent.end()), None)
    elif actor is None and (speaker := _speaker(mention)):
        own = mention.theme.own
        ours = own is not None and own.search(text, *mention.scope) is not None
        suffered = mention.rule.suffered and not ours
        suffered = suffered and speaker.opponent not in {side.name for side in after}
        suffered = suffered and not any(
            country_of(speaker.opponent) == place.place.country for place in places
        )
        foe = mention.theme.foe
        if foe and not ours and foe.search(text, mention.scope[0], mention.trigger[0]):
            return sides.get(speaker.opponent), speaker
        actor, target = (None, speaker) if suffered else (speaker, None)
    if mention.rule.loses and actor:
        return sides.get(actor.opponent), actor
    target = target or next((side for side in after if side != actor), None)
    if actor is None and contest and target is not None and target.opponent:
        actor = sides.get(target.opponent)
    return actor, target


def _only_tells(mention: Mention, span: Span) -> bool:
    """Whether a side is named in a nameless teller: "three Northern officers placed the crossing on Sunday"."""
    who = mention.voice.span
    return bool(mention.rule.says and who and who[0] <= span[0] < who[1] and anonymous(mention.voice.name))


def country_of(name: str) -> str:
    """The code of the country that a side is, empty where it is none."""
    return next((p.country for p in load_gazetteer().named(name) if p.kind == "country"), "") if name else ""


def _speaker(mention: Mention) -> Side | None:
    """The side of a speaker who may be telling of his own; nobody speaks for a side without name or office."""
    side = mention.voice.side
    return side if side and side.role in ("party", "third") and not anonymous(mention.voice.name) else None


def _subject(text: str, mention: Mention, before: Sequence[tuple[Span, Side]]) -> Side | None:
    """The side named as the subject: in the clause, else earlier in the scope, else in the trigger itself."""
    subjects = [
        (span, side) for span, side in before if not _OBLIQUE.search(text, max(0, span[0] - 24), span[0])
    ]
    inside = [side for span, side in subjects if mention.clause[0] <= span[0]]
    if inside or subjects:
        return inside[0] if inside else subjects[-1][1]
    within = [side for span, side in before if span[0] >= mention.trigger[0]]
    return within[0] if within else before[0][1] if before and mention.voice.own else None


def _describes_place(text: str, span: Span, places: Sequence[PlaceMention]) -> bool:
    """Whether the side's name is (part of) a place, or whose place it is: "Ukraine's Sumy region"."""
    if any(
        p.start < span[1] and span[0] < p.end and p.place.kind not in ("country", "capital") for p in places
    ):
        return True
    possessive = _OF_A_PLACE.match(text, span[1])
    return possessive is not None and any(span[1] <= p.start < possessive.end() for p in places)
