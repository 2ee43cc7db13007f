"""Which names of an article are places, weighed over all their mentions.

A model of language guesses at names that it has not seen: a town is taken for a body in one sentence and for a person
in the next. What a name is joined to tells more: what stands behind "near", what is besieged, what a bridge is called
after is a place; who says something, or by whom something is done, is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.attribution.cues import cues
from toolkit.claims.document import Document
from toolkit.claims.places.around import BEGINNINGS
from toolkit.claims.places.gazetteer import Gazetteer, Place, spelt
from toolkit.claims.vocabulary import load, words
from toolkit.language.phrases import Tree
from toolkit.model import Span

SITES = words(load("places")["sites"])
"""Common nouns of sites and areas."""
_KINDS = {kind: words(listing) for kind, listing in load("places")["kinds"].items()}
_OWNED = words(load("places")["owned"])
_INSIDE, _ABOUT = words(load("places")["inside"]), words(load("places")["about"])
AT = _INSIDE | _ABOUT
"""Prepositions behind which a place stands, or may."""
_REACHED, _TAKEN = words(load("places")["reached"]), words(load("places")["taken"])
_BEFALLEN = words(load("places")["befallen"])
_STRUCK = {joined: words(listing) for joined, listing in load("places")["struck"].items()}
_WHOSE, _LEAVING = SITES | words(load("places")["of"]), words(load("places")["leaving"])
_LANGUAGES = words(load("places")["languages"])
_CALENDAR = words(load("attribution")["classes"]["calendar"]) | {"may"}
_PREFIXED = re.compile(r"(?:[ae]l|a[dnrstz]|ash)-(?=[A-Z])")
_DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
)
_FINITE = ("verb", "auxiliary")
_GUESSES = {"place": 1, "event": -2}
_SOMEBODY = frozenset({"group", "body", "person", "people"})
_NATIONS = frozenset({"state", "people"})
"""Kinds of parties whose names are no places, and those whose names say whose a site is: "a Thai outpost"."""
_NAMES = 3
"""Words of the longest name of one person."""
_NONE = 9
"""What weighs more than all that may speak for a place."""
_SURE = 2
"""Weight from which a name is a place though the parse takes it for somebody."""

ACRONYM = 6
"""Letters of a word in capitals up to which it is an acronym: "shelled the KIA", but "in the DRC"."""

Run = tuple[int, int]
"""The first token of a name and the one after its last."""


def names(tree: Tree, first: int = 0, last: int | None = None) -> Iterator[Run]:
    """The runs of tokens that are one name, in text order: names that stand side by side, with their hyphens and with
    what the parse takes to be one with them. Parts of the calendar and numbers are none.
    """
    tokens, stop = tree.tokens, len(tree.tokens) if last is None else last
    i = first
    while i < stop:
        if not _is_name(tree, i):
            i += 1
            continue
        start, end = tree.entity_span(i) or (i, i + 1)
        while end < stop:
            if (
                tokens[end].pos == "name"
                and tokens[end].start - tokens[end - 1].end <= 1
                and _same_name(tree, i, end)
            ):
                end += 1
            elif end + 1 < stop and (_hyphen(tree, end) or _landform(tree, end)):
                end += 2
            else:
                break
        start, end = _bare(tree, min(start, i), end)
        if start < end and _may_be_place(tree, start, end):
            yield start, end
        i = max(end, i + 1)


def _landform(tree: Tree, of: int) -> bool:
    """Whether a name goes on after "of": "the Line of Control"."""
    tokens = tree.tokens
    named = tokens[of - 1].lemma.lower() in LANDFORMS and tokens[of + 1].pos == "name"
    return named and tree.word(of) == "of" and tokens[of + 1].head == of


LANDFORMS = frozenset({"line", "gulf", "bay", "strait", "horn", "cape", "sea"})
"""Proper names of places begin with these and go on after "of"."""


def _is_name(tree: Tree, i: int) -> bool:
    """Whether a token is a name, or a noun with a capital that the parse takes for part of one: "in Tessalit"."""
    token = tree.tokens[i]
    if token.pos == "noun" and token.role == "prepositional_object" and tree.entity_span(i) == (i, i + 1):
        return tree.text[token.start].isupper() and token.entity not in ("time", "number", "money")
    return token.pos == "name"


def _bare(tree: Tree, first: int, last: int) -> Run:
    """A name without its article and its ending."""
    while first < last and tree.tokens[first].pos not in ("name", "adjective", "noun"):
        first += 1
    while first < last and tree.tokens[last - 1].pos not in ("name", "noun"):
        last -= 1
    return first, last


def _same_name(tree: Tree, first: int, at: int) -> bool:
    """Whether a word goes on with the name before it: the two hang on each other or on the same word."""
    tokens = tree.tokens
    before, here = tokens[at - 1], tokens[at]
    return here.role not in ("conjunct", "apposition", "time_phrase") and (
        before.head == at or here.head == at - 1 or before.head == here.head or first <= before.head < at
    )


def _hyphen(tree: Tree, at: int) -> bool:
    tokens = tree.tokens
    return (
        tree.word(at) == "-"
        and tokens[at].start == tokens[at - 1].end
        and tokens[at + 1].start == tokens[at].end
        and tokens[at + 1].pos == "name"
    )


def _may_be_place(tree: Tree, first: int, last: int) -> bool:
    text = tree.text[tree.tokens[first].start : tree.tokens[last - 1].end]
    return (
        (text[0].isupper() or _PREFIXED.match(text) is not None)
        and not any(c.isdigit() for c in text)
        and not (text.isupper() and len(text) <= ACRONYM and not _inside(tree, first))
        and _CALENDAR.isdisjoint(text.lower().replace("-", " ").split())
    )


def _inside(tree: Tree, first: int) -> bool:
    """Whether a name stands behind "in": "in the DRC"."""
    return "in" in (tree.word(i) for i in range(max(0, first - 2), first))


def head(tree: Tree, first: int, last: int) -> int:
    """The word of a name on which the others hang."""
    inside = range(first, last)
    return next(
        (i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), last - 1
    )


def span(tree: Tree, run: Run) -> Span:
    """The characters of a name."""
    return tree.tokens[run[0]].start, tree.tokens[run[1] - 1].end


def place_names(document: Document, kinds: Callable[[Span], Collection[str]]) -> frozenset[str]:
    """The names that the article itself shows to be places; `kinds` tells which kinds of
    parties characters name."""
    tree, weights, mentions, parties = document.tree, Counter[str](), Counter[str](), set[str]()
    guesses = {i: kind for first, last, kind in document.parse.entities for i in range(first, last)}
    people = people_named(document)
    for run in names(tree):
        where = span(tree, run)
        name = document.text[slice(*where)]
        at = head(tree, *run)
        named = kinds(where)
        mentions[name] += 1
        weights[name] += _joined(tree, at, run, not _NATIONS.isdisjoint(named)) - _NONE * _is_common(name)
        weights[name] += begins_as_place(name)
        if name not in people:  # of those the parse has guessed already
            weights[name] += _guess(guesses.get(at, ""), run)
        if name in people or name.isupper() or not _SOMEBODY.isdisjoint(named):
            parties.add(name)
    return frozenset(
        name
        for name, weight in weights.items()
        if weight >= (max(_SURE, mentions[name]) if name in parties else 1)
    )


@lru_cache(maxsize=4)
def people_named(document: Document) -> frozenset[str]:
    """The names of people whom the article names in full, and their last names alone."""
    named = Counter[str](), Counter[str]()
    for first, last, kind in document.parse.entities:
        at = document.tree.tokens[first].start, document.tree.tokens[last - 1].end
        words = document.text[slice(*at)].split()
        if 1 < len(words) <= _NAMES and words[-1].lower() not in SITES:
            for name in (" ".join(words), words[-1]):
                named[kind == "person"][name] += 1
    return frozenset(name for name, times in named[True].items() if times > named[False][name])


def _is_common(name: str) -> bool:
    """Whether a name is a noun with a capital, of an office or a site, or a language: "the Ministers", "in English"."""
    word = name.lower()
    return word in _LANGUAGES or not {word, word.removesuffix("s")}.isdisjoint(SITES | heads("home", "posts"))


def begins_as_place(name: str) -> bool:
    """Whether a name of several words begins as those of places do.

    >>> begins_as_place("San Arl"), begins_as_place("San"), begins_as_place("Sana Holm")
    (True, False, False)
    """
    first, *more = name.lower().split() or [""]
    return bool(more) and first.strip(".") in BEGINNINGS


def kind_of(name: str) -> str:
    """The kind of a place that no table knows, by the last word of its name.

    >>> kind_of("Coral Sea"), kind_of("Shan State"), kind_of("South Shan"), kind_of("Konvale")
    ('sea', 'region', 'region', 'settlement')
    """
    first, *_, last = name.lower().split() * 2
    part = "region" if first in _DIRECTIONS and first != name.lower() else "settlement"
    return next((kind for kind, listed in _KINDS.items() if last in listed), part)


def called(name: str, known: Gazetteer) -> Place:
    """The likeliest place of a name, as it is spelt here; one without an id where no table knows it."""
    rows = known.named(name)
    return spelt(rows[0], name) if rows else Place("", name, kind_of(name), None, None, "", "", 0.0)


def _guess(kind: str, run: Run) -> int:
    """What the parse takes a name for; two words for a person are mostly one."""
    if kind in ("person", "thing"):
        return -1 if run[1] - run[0] > 1 else 0
    return _GUESSES.get(kind, 0)


def _joined(tree: Tree, at: int, run: Run, nation: bool) -> int:
    """What the words say to which a name is joined; before a site that of a `nation` says whose it is."""
    tokens = tree.tokens
    if (
        run[1] < len(tokens)
        and tokens[run[1]].pos in _FINITE
        and tokens[at].role in ("conjunct", "apposition")
    ):
        return -1  # "near X and Y resigned"
    for _ in range(3):
        token = tokens[at]
        if token.role not in ("conjunct", "apposition") or token.head == at:
            break
        if token.role == "apposition":
            what = tokens[token.head].lemma
            if what in SITES or what in heads("owned"):  # "the port city, X", "the cargo ship X"
                return 2 if what in SITES else -2
        at = token.head
    token = tokens[at]
    above = tokens[token.head]
    if token.role == "prepositional_object":
        return _behind(tree, tree.word(token.head), tokens[above.head].lemma, tree.word(above.head))
    if token.role == "compound" and above.pos == "noun":
        return 2 if above.lemma in SITES and above.lemma not in _OWNED and not nation else 0
    if token.role in ("object", "passive_subject"):
        return 2 if above.lemma in _REACHED else 1 if above.lemma in _TAKEN else 0
    if token.role == "subject":
        if above.lemma in _BEFALLEN or (above.lemma == "come" and "under" in _joins(tree, token.head)):
            return 1  # "X fell", "X came under fire"
        return -3 if tree.word(token.head) in cues() else -1
    return 0


def _joins(tree: Tree, i: int) -> list[str]:
    """The prepositions that hang on a word."""
    return [tree.word(k) for k in tree.of_role(i, "preposition")]


def _behind(tree: Tree, preposition: str, governor: str, word: str) -> int:
    """What a preposition and the word before it say of the name behind it."""
    if preposition in _INSIDE:
        return 2
    if preposition == "of":
        return 2 if governor in _WHOSE or word in _DIRECTIONS or word == "out" else 0
    if preposition in ("including", "like") and governor in SITES:
        return 2
    if preposition in ("on", "over"):
        return 2 if governor in _STRUCK[preposition] else 0
    if preposition == "from":
        return 2 if governor in _LEAVING else 0
    if preposition in _ABOUT:
        return 2 if governor in SITES else 1
    if preposition == "to" and word == "according":
        return -3
    return -2 if preposition in ("by", "with", "than", "like") else 0
