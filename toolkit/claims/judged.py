"""How a claim of an article stands, by who tells it of whom, and for which side somebody speaks who names none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from toolkit.claims.attribution.voices import Voice
from toolkit.claims.followups import FollowUp, find_followups
from toolkit.claims.mentions import Mention
from toolkit.claims.parties import country_of
from toolkit.claims.places.places import PlaceMention
from toolkit.claims.reading import Reading
from toolkit.claims.standing import by_side, gainer, standing
from toolkit.claims.text.clauses import clauses
from toolkit.claims.text.sentences import Sentence
from toolkit.claims.themes import Side, Theme
from toolkit.model import Claim, Span

_FORCES = r"(?:troops|forces|soldiers|army|military|fighters|men)\b"
# Of no side of the case, but it speaks of what it did: "said that it had captured".
_ITSELF = re.compile(rf"(?:that )?(?:(?:it|they|we)\b|(?:its|their|his|our) (?:\w+ ){{0,2}}{_FORCES})")
_ITS_OWN = re.compile(rf"\b(?:its|their|our) (?:\w+ ){{0,2}}(?:peacekeepers\b|{_FORCES})")
_WE = re.compile(r"[“\"‘']?\s*(?:we|our (?:\w+ ){0,2}(?:troops|forces|soldiers|units))\b", re.I)
# Who governs a place, or speaks for its services, speaks for the side whose place it is.
_LOCAL = re.compile(
    r"\b(?:governor|mayor|(?:regional|local|city|municipal|district) (?:authorities|administration|council)"
    r"|emergency services?|prosecutors|police chief|fire service)\b"
)
_SPOKESMAN = re.compile(
    r"\b(?:(?:military|army|brigade|battalion|regiment|command|forces) (?:spokes\w+|commander|officer)"
    r"|(?:the )?spokes\w+)\b"
)


def spoken_for(mention: Mention, places: Sequence[PlaceMention]) -> Mention:
    """A mention whose speaker holds an office of the place where it happens, with the side whose place that is.

    "A drone hit a depot in the Oryol region, the regional governor said": he speaks for the state that governs there.
    """
    voice = mention.voice
    if voice.own or voice.side is not None or not _LOCAL.search(voice.name):
        return mention
    countries = {p.place.country for p in places if mention.sentence.start <= p.start < mention.sentence.end}
    sides = [
        side
        for side in mention.theme.sides.sides
        if side.role == "party" and (code := country_of(side.name)) and code in countries
    ]
    return replace(mention, voice=replace(voice, side=sides[0])) if len(sides) == 1 else mention


def judged(reading: Reading, mention: Mention, actor: Side | None, target: Side | None) -> tuple[str, str]:
    """The standing of what a mention tells, and the reason; `actor` and `target` are the sides that it is about."""
    kind, voice, theme, text = (
        mention.theme.kinds[mention.rule.kind],
        mention.voice,
        mention.theme,
        reading.text,
    )
    who = text[slice(*voice.span)] if voice.span else voice.name
    if kind.speech:
        return by_side(voice.cue, who, voice.side, voice.side, False)
    opponent = theme.sides.get(actor.opponent) if actor else None
    gains = gainer(kind, actor, target or opponent) or theme.sides.get(kind.gains)
    how, why = standing(voice.cue, _around(reading, mention), who, voice.side, gains, mention.negated)
    stranger = not voice.own and (voice.side is None or voice.side.role == "third")
    return _of_its_own(text, mention, actor) or (how, why) if stranger and how == "reported" else (how, why)


def _of_its_own(text: str, mention: Mention, actor: Side | None) -> tuple[str, str] | None:
    """The standing of what somebody of no side tells of his own doings or losses; None where he tells of others'."""
    kind, scope, trigger = mention.theme.kinds[mention.rule.kind], mention.scope, mention.trigger
    if kind.gains == "actor" and _ITSELF.match(text, scope[0], trigger[0]):
        return "claimed", "who says so tells what it did itself"
    if kind.leaves and kind.gains == "opponent" and not mention.negated:
        soldier = actor is not None and _SPOKESMAN.search(mention.voice.name)
        if soldier or _WE.match(text, scope[0], trigger[0]) or _ITSELF.match(text, scope[0], trigger[0]):
            return "confirmed", "who says so tells that his own side gave way"
    if kind.gains == "opponent" and not kind.leaves and _ITS_OWN.search(text, scope[0], trigger[1]):
        return "confirmed", "who says so tells of losses of its own"
    return None


def _around(reading: Reading, mention: Mention) -> str:
    """The clause of the event and that of its cue: there it may be said that something is not confirmed."""
    around = [mention.clause]
    if mention.voice.attribution:
        cue = mention.voice.attribution.cue[0][0]
        if (sentence := reading.sentence(cue)) and not mention.clause[0] <= cue < mention.clause[1]:
            parts = clauses(reading.text, sentence.start, sentence.end)
            around += [part for part in parts if part[0] <= cue < part[1]]
    return " | ".join(_without_answers(reading.text, mention.sentence, part) for part in around)


def _without_answers(text: str, sentence: Sentence, part: Span) -> str:
    """A clause up to what answers another claim in it: that says nothing of the event."""
    answers = find_followups(text, sentence.start, sentence.end)
    ends = (answer.span[0] for answer in answers if part[0] <= answer.span[0] < part[1])
    return text[part[0] : next(ends, part[1])]


def answered(answer: FollowUp, theme: Theme, taken: Claim, voice: Voice) -> str:
    """The standing of an answer: what its words say, or, where they repeat the claim, what the speaker gives it."""
    if answer.standing != "repeated":
        return answer.standing
    actor, target = theme.sides.get(taken.actor), theme.sides.get(taken.target)
    gains = gainer(theme.kinds[taken.kind], actor, target)
    return by_side(voice.cue, voice.name, voice.side, gains, taken.negated)[0]
