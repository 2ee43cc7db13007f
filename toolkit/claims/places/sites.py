"""Sites that have a name in one sentence and none in the next: "the airfield of X", then "the airfield"."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from operator import itemgetter

from toolkit.claims.document import Document
from toolkit.claims.places.evidence import SITES
from toolkit.claims.places.places import PlaceMention
from toolkit.language.frames import Frame, Phrase
from toolkit.language.phrases import Tree

_TAKES_UP = ("the", "this", "that")
_HANGS = ("compound", "possessor", "apposition", "adjective")
_WIDE = ("country", "region", "area", "border")
_UP = 4
"""Words between a name and the site that is called after it."""

Sites = dict[str, list[tuple[int, PlaceMention]]]
"""The places of an article by the common nouns of the sites there, with where they are named, in text order."""


def sites_of(document: Document, mentions: Iterable[PlaceMention]) -> Sites:
    """The sites that an article names with where they are."""
    found: Sites = {}
    named: set[int] = set()
    for mention in mentions:
        if mention.place.kind in _WIDE:
            continue  # "a bridge in X province" is not all that there is
        at = document.token_at(mention.end - 1)
        site = _site(document.tree, at) if at is not None else None
        if site is not None and site not in named:  # "the city of X in Y" is X
            named.add(site)
            found.setdefault(document.tree.tokens[site].lemma, []).append((mention.start, mention))
    return found


def _site(tree: Tree, at: int) -> int | None:
    """The word of the site that a name is of: "the X bridge", "the bridge at X", "X, an old temple"."""
    if (apposed := tree.child(at, "apposition")) is not None and tree.tokens[apposed].lemma in SITES:
        return apposed
    for _ in range(_UP):
        token = tree.tokens[at]
        if token.role == "prepositional_object":
            at = tree.tokens[token.head].head
        elif token.role in _HANGS and token.head != at:
            at = token.head
        else:
            return None
        if tree.tokens[at].lemma in SITES:
            return at
    return None


def learn(frame: Frame, place: PlaceMention, sites: Sites) -> None:
    """Take note of the sites that a predicate names which is told to be at a place."""
    for argument in frame.arguments:
        if argument.role in ("place", "patient") and argument.phrase.lemma in SITES:
            insort(
                sites.setdefault(argument.phrase.lemma, []), (argument.phrase.start, place), key=itemgetter(0)
            )


def taken_up_site(frame: Frame, sites: Sites) -> PlaceMention | None:
    """The place of a site that a predicate takes up by its common noun."""
    for argument in frame.arguments:
        for phrase in _with_complements(argument.phrase):
            named = sites.get(phrase.lemma, ()) if phrase.determiner in _TAKES_UP else ()
            if named and (before := bisect_left(named, phrase.start, key=itemgetter(0))):
                return named[before - 1][1]
    return None


def _with_complements(phrase: Phrase) -> Iterator[Phrase]:
    yield phrase
    for _, inner in phrase.complements:
        yield inner
