"""The place of a row in its sentence, where the words name none."""

from __future__ import annotations

import re

from toolkit.claims.document import Document
from toolkit.claims.statements import Statement
from toolkit.claims.wording.english import LONGEST
from toolkit.claims.wording.phrases import VERBS

_SPOTS = {
    "region": ("region",), "province": ("region",), "oblast": ("region",), "state": ("region",),
    "city": ("city", "capital"), "town": ("city", "settlement"), "village": ("city", "settlement"),
    "settlement": ("city", "settlement"), "country": ("country",), "capital": ("capital",),
}  # fmt: skip
"""Words for places, and the kinds of places that they stand for."""
_LEVELS = "|".join((*_SPOTS, "area", "border", "strip", "enclave"))
_SPOT = re.compile(
    rf"\b(?P<the>the|a|an|this|that)\s+(?P<how>(?:\w+\s+){{0,2}}?)(?P<kind>{_LEVELS})\b(?!\s+of\b|[’'-])",
    re.I,
)
_LINE = re.compile(
    r"\b(?:line|river|border|strait|sea|gulf|ocean|highway|road|crossing|bridge|lake|canal)\b", re.I
)
"""What things are along or across, not in."""
_MORE = re.compile(
    r"[-’']|\s+(?!(?:on|in|and|at|by|for|from|to|after|before|said|is|was|has|have|had|with|as|but|where|who|when)\b)\w"
)
"""What goes on with a name: "the Goma airport"."""
_NOWHERE = frozenset({
    "talks", "summit", "agreement", "sanction", "refusal", "offer", "demand", "statement", "no_comment",
})  # fmt: skip
"""Kinds whose place is mostly carried from elsewhere, and is told where the words tell it."""
_DIRECTIONS = frozenset({"north", "south", "east", "west", "centre", "center"})
_NEAR = re.compile(
    r"\b(?:near|outside|around|off|beside|(?:north|south|east|west|\w+(?:east|west)) of)\s+(?:the\s+)?"
    r"(?:(?:town|city|village|port|capital)\s+(?:of\s+)?)?$",
    re.I,
)
_REACH = 40
"""Characters before a place in which it is said that something is beside it."""
_UP = 12
"""Words that govern one another from a place up to the verbs over it."""
_MEANING = ("noun_clause", "relative_clause", "auxiliary", "passive_auxiliary")
_THERE = re.compile(r" there\b(?! (?:is|are|may|will|has|have))")
_LEAVES = re.compile(r"\b(?:from|homes?|houses|leaves?|flees? the)\b")


def _is_foe(one: Statement, name: str) -> bool:
    """Whether a place is the country against which forces are made ready elsewhere."""
    return one.kind.name == "mobilisation" and any(party.name == name for party in one.targets)


def _is_of_another(document: Document, one: Statement) -> bool:
    """Whether a place stands in another clause than what is told, and not in one around it: "made gains, encircling
    Goma" is not in Goma."""
    if one.place is None or one.frame is None or not one.sentence.start <= one.place.start < one.sentence.end:
        return False
    if (at := document.token_at(one.place.start)) is None:
        return False
    own, verb = _verbs(document, one.frame.token), next(iter(_verbs(document, at)), None)
    return verb is not None and bool(own) and verb not in own


def _verbs(document: Document, i: int) -> list[int]:
    """The verbs over a token, the nearest first, without those that only say which thing is meant."""
    tokens, found = document.tree.tokens, list[int]()
    for _ in range(_UP):
        if tokens[i].pos in VERBS and tokens[i].role not in _MEANING:
            found.append(i)
        if tokens[i].head == i:
            break
        i = tokens[i].head
    return found


def with_place(document: Document, one: Statement, words: str) -> str:
    """A sentence with the place of its statement in it; as it is where it names that place, or one like it.

    "The region" becomes the name of the region, and that is all that the place of the passage does.
    """
    text = document.text
    if (
        not words
        or one.place is None
        or one.kind.name in _NOWHERE
        or one.kind.speech
        or one.kind.theme == "other"
    ):
        return words
    place, lower = one.place.place, words.lower()
    if _is_foe(one, place.name):
        return words
    named = {mention.place.name for mention in one.places} | {place.name}
    if any(name.lower().split()[0] in lower for name in named) or one.place.text.lower() in lower:
        return words
    if there := _THERE.search(words):
        words = f"{words[: there.start()]}{words[there.end() :]}"
    if found := _SPOT.search(words):
        same = place.kind in _SPOTS.get(found["kind"].lower(), ()) and found["the"].lower() == "the"
        renamed = f"{words[: found.start()]}{place.name}{words[found.end() :]}"
        return renamed if same and not found["how"] and len(renamed) <= LONGEST else words
    if (
        one.carried
        or place.name.lower() in _DIRECTIONS
        or place.kind in ("river", "sea")
        or one.place.role == "bare"
        or _is_of_another(document, one)
        or _LINE.search(place.name)
    ):
        return words
    start = one.place.start
    the = text[max(0, start - 4) : start].lower() == "the " and not _MORE.match(text, one.place.end)
    beside = _NEAR.search(text, max(0, start - _REACH), start) if start else None
    join = "near" if beside else "from" if one.kind.departure and not _LEAVES.search(words) else "in"
    longer = f"{words} {join} {'the ' if the else ''}{place.name}"
    return longer if len(longer) <= LONGEST else words
