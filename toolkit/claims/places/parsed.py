"""Places that the parse names and no table knows, and parts of countries: "in Oxbridge", "eastern Ruritania"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from toolkit.claims.document import Document
from toolkit.claims.places.evidence import AT, SITES, called, head, names, span
from toolkit.claims.places.gazetteer import Gazetteer, load_gazetteer
from toolkit.claims.places.nowhere import is_nowhere, is_somebody
from toolkit.claims.places.places import METONYMS, PlaceMention
from toolkit.claims.vocabulary import load, words
from toolkit.language.phrases import Tree
from toolkit.model import Span, TimeExpression

_PART = re.compile(
    r"\b((?:(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern(?:most)?)?|central|upper|lower|northernmost)\s+)\Z",
    re.I,
)
_PART_OF = re.compile(
    r"\b(?:the\s+)?((?:north|south|east|west)(?:[- ]?(?:east|west))?|cent(?:er|re)|coast)\s+of\s+(?:the\s+)?\Z",
    re.I,
)
_THE = re.compile(r"\b(?:over|across|along|through|into|beyond|cross\w*) the \Z", re.I)
"""What stands before rivers, deserts and lands, and before no town."""
_ROLES = {"from": "from", "of": "of", "between": "of", "against": "of", "to": "to"}
_AT = AT | {"on", "over", "including"} | _ROLES.keys()
_AIMS = words(load("places")["aims"])
_OWNING = frozenset({"compound", "possessor", "adjective"})
_GOAL = frozenset({"object", "passive_subject"})


def with_parsed(
    document: Document, found: Sequence[PlaceMention], start: int, end: int, known: Gazetteer | None,
    shown: Collection[str],
) -> list[PlaceMention]:  # fmt: skip
    """The places of ``text[start:end]``: those `found` by tables, countries narrowed to the part that is meant, and the
    places that only the parse names, of which `shown` says that they are places."""
    text, table = document.text, known or load_gazetteer()
    narrowed = [
        _narrowed(text, _at_a_site(document, mention))
        for mention in found
        if not _describes(document, mention)
    ]
    times = document.dates_in(start, end)  # "46 BC" and "9 a.m. Baghdad time" name no place
    narrowed = [m for m in narrowed if not _within(m, times)]
    taken = [*((m.start, m.end) for m in narrowed), *((each.start, each.end) for each in times)]
    more = [
        mention
        for mention in _parsed(document, start, end, table, shown)
        if not any(a < mention.end and mention.start < b for a, b in taken)
    ]
    told = (
        mention
        for mention in (*narrowed, *more)
        if not is_nowhere(document, mention) and not is_somebody(document, mention, shown)
    )
    return _but_for_acronyms(text, sorted(told, key=lambda m: m.start))


def _within(mention: PlaceMention, times: Sequence[TimeExpression]) -> bool:
    return any(each.start <= mention.start and mention.end <= each.end for each in times)


def _at_a_site(document: Document, mention: PlaceMention) -> PlaceMention:
    """A place after which a site is called, where something happens at that: "on the port of X" is at X."""
    at = document.token_at(mention.end - 1) if mention.role == "of" else None
    if at is None or document.tree.tokens[at].role != "prepositional_object":
        return mention
    site = document.tree.tokens[document.tree.tokens[at].head].head
    if document.tree.tokens[site].lemma not in SITES:
        return mention
    return replace(mention, role=_role(document.tree, at) or mention.role)


def _but_for_acronyms(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Places without those that only repeat the one before: "the Northern Limit Line (NLL)"."""
    ends = {m.end for m in mentions}
    return [m for m in mentions if not (text[m.start - 2 : m.start] == " (" and m.start - 2 in ends)]


def _describes(document: Document, mention: PlaceMention) -> bool:
    """Whether a name only says whose something is ("on U.S. troops"), or for what it is done ("in support of X")."""
    i = document.token_at(mention.end - 1)
    if mention.role == "of" and i is not None:
        return document.parse.tokens[_governor(document.tree, i)].lemma in _AIMS
    if mention.place.kind not in METONYMS:
        return False
    token = document.parse.tokens[i] if i is not None else None
    if token is None or token.role not in _OWNING:
        return False
    owner = document.parse.tokens[token.head]
    return owner.start >= mention.end and owner.lemma not in SITES


def _governor(tree: Tree, i: int) -> int:
    """The word on which the preposition before a name hangs."""
    preposition = tree.tokens[i].head
    return tree.tokens[preposition].head


def _narrowed(text: str, mention: PlaceMention) -> PlaceMention:
    """A country or an area of which a part is named, as that part."""
    if mention.place.id and mention.place.kind not in ("country", "area", "region"):
        return mention
    part = _PART.search(text, max(0, mention.start - 24), mention.start) or _PART_OF.search(
        text, max(0, mention.start - 24), mention.start
    )
    if not part:
        return mention
    joint = " of " if part[1].strip().lower() == "coast" else " "
    name = f"{part[1].strip()}{joint}{mention.place.name}"
    place = replace(
        mention.place, id="", name=name, kind="region", latitude=None, longitude=None, parent=mention.place.id
    )
    return PlaceMention(part.start(1), mention.end, text[part.start(1) : mention.end], place, mention.role)


def _parsed(
    document: Document, start: int, end: int, known: Gazetteer, shown: Collection[str]
) -> Iterator[PlaceMention]:
    tree = document.tree
    for run in names(tree, *document.tokens_in(start, end)):
        where = span(tree, run)
        name = document.text[slice(*where)]
        if name not in shown and name.split()[-1].lower() not in SITES:
            continue
        at = head(tree, *run)
        role = _role(tree, at)
        mention = _mention(document.text, where, role, known) if role else None
        if mention and (mention.place.kind not in METONYMS or tree.tokens[at].role not in _OWNING):
            yield mention


def _role(tree: Tree, i: int) -> str:
    """What part a name plays by the word that joins it; empty where it plays none."""
    at = i
    for _ in range(3):
        token = tree.tokens[at]
        if token.role == "prepositional_object":
            word, owner = tree.word(token.head), tree.tokens[token.head].head
            if word == "of" and tree.tokens[owner].lemma in SITES:
                at = owner  # "in the city of X" is in X
                continue
            if word == "for" and tree.word(owner) == "as":  # "As for X, ..." is about X
                return "at"
            return _ROLES.get(word, "at") if word in _AT else ""
        if (
            token.role in ("conjunct", "apposition", "compound", "possessor", "adjective")
            and token.head != at
        ):
            if token.role in _OWNING and tree.word(token.head) not in SITES:
                return ""
            at = token.head
            continue
        return "at" if token.role in _GOAL else "bare" if token.role == "subject" else ""
    return ""


def _mention(text: str, where: Span, role: str, known: Gazetteer) -> PlaceMention | None:
    name, around = text[slice(*where)], (max(0, where[0] - 16), where[0])
    place = called(name, known)
    if place.kind in METONYMS and role != "at":
        return None
    if not place.id and place.kind == "settlement" and " " not in name and _THE.search(text, *around):
        place = replace(place, kind="area")
    return _narrowed(text, PlaceMention(*where, name, place, role))
