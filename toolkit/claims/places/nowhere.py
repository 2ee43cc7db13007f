"""Names that are no places where they stand: of forces, of roads between two towns, of capitals that are blamed."""

from __future__ import annotations

import re
from collections.abc import Collection

from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.document import Document
from toolkit.claims.places.around import is_residence, is_shortened
from toolkit.claims.places.evidence import people_named
from toolkit.claims.places.gazetteer import well_known
from toolkit.claims.places.places import PlaceMention
from toolkit.claims.vocabulary import load, words

_TABLE = load("places")
_FORCES = heads("organs", "army") | heads("organs", "staffs")
_ADDRESSED = words(_TABLE["addressed"])
_WAYS, _CLINICS = (
    re.compile(rf"\s(?:{'|'.join(sorted(words(_TABLE[key])))})s?\b") for key in ("ways", "clinics")
)
_LAND = words(_TABLE["land"])
_LINES = re.compile(
    rf"\s(?:oil |gas |power |crude )?(?:{'|'.join(sorted(words(_TABLE['lines'])))})s?\b", re.I
)
_MEETINGS, _WHEN = words(_TABLE["meetings"]), words(_TABLE["when"])
_SPOKEN_TO = frozenset({"object", "passive_subject", "recipient", "subject"})


def is_nowhere(document: Document, mention: PlaceMention) -> bool:
    """Whether a name that could be a place is none: "Operations Command 3", "the Arl-Bern road", "the Arl pipeline",
    "blamed Paris", "Ali Holm, 44, of Arl"."""
    name = mention.place.name
    if is_residence(document.text, mention.start) or is_shortened(mention.text):
        return True
    if mention.place.kind == "settlement" and _LINES.match(document.text, mention.end):
        return True
    if not mention.place.id and (
        name.split()[-1].lower() in _FORCES or ("-" in name and _WAYS.match(document.text, mention.end))
    ):
        return True
    if mention.place.kind == "country":
        return _is_owner(document, mention)
    return mention.place.kind == "capital" and _is_addressed(document, mention)


def _is_owner(document: Document, mention: PlaceMention) -> bool:
    """Whether the name of a state says whose something is that is no part of its land: "the US embassy in Amman"."""
    at = document.token_at(mention.end - 1)
    tokens = document.tree.tokens
    if at is None or tokens[at].role != "compound" or tokens[at].head <= at:
        return False
    owned = tokens[tokens[at].head]
    return owned.pos == "noun" and owned.lemma.lower() not in _LAND


def is_somebody(document: Document, mention: PlaceMention, shown: Collection[str]) -> bool:
    """Whether a name is that of somebody whom the article names in full, and none that is `shown` to be a place."""
    name = mention.place.name
    return name in people_named(document) and name not in shown and not well_known(name)


def _is_addressed(document: Document, mention: PlaceMention) -> bool:
    """Whether words are said to or by a government that goes by the name of its seat."""
    at = document.token_at(mention.end - 1)
    token = document.tree.tokens[at] if at is not None else None
    if token is None or token.role not in _SPOKEN_TO:
        return False
    verb = document.tree.tokens[token.head]
    if verb.pos == "adjective":  # "holds Paris responsible"
        verb = document.tree.tokens[verb.head]
    return verb.lemma.lower() in _ADDRESSED


def is_aside(document: Document, mention: PlaceMention, trigger: int, dated: bool = False) -> bool:
    """Whether a place is only told of somebody or something named after a predicate: "blamed a group that is based in
    X"; if `dated` only where that has a day of its own: "found a car that was stolen in X in July"."""
    at, sentence = mention.start, document.sentence(mention.start)
    frames = document.frames_in(sentence.start, sentence.end) if sentence is not None and at > trigger else ()
    asides = (f.clause for f in frames if f.relation == "relative" and f.form != "noun")
    around = [each for each in asides if each[0] <= at < each[1] and not each[0] <= trigger < each[1]]
    return any(not dated or document.dates_in(*each) for each in around)


def is_venue(document: Document, mention: PlaceMention) -> bool:
    """Whether a place is only that of a meeting by which something else is dated: "comes after the talks in X"."""
    at = document.token_at(mention.end - 1)
    if at is None:
        return False
    tokens = document.tree.tokens
    if tokens[at].role not in ("prepositional_object", "compound"):
        return False
    above = tokens[at].head
    met = tokens[above].head if tokens[at].role == "prepositional_object" else above
    behind = document.tree.word(tokens[met].head) if tokens[met].role == "prepositional_object" else ""
    return tokens[met].lemma.lower() in _MEETINGS and behind in _WHEN


def is_clinic(text: str, mention: PlaceMention) -> bool:
    """Whether a place is one to which the hurt are brought: nothing else happens there that is told without a place."""
    last = mention.text.split()[-1].lower()
    return last in words(_TABLE["clinics"]) or _CLINICS.match(text, mention.end) is not None
