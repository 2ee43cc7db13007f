"""Places that the parse names and no table knows, and parts of countries: "in Oxbridge", "eastern Ruritania"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from toolkit.claims.document import Document
from toolkit.claims.places.gazetteer import Gazetteer, Place, load_gazetteer
from toolkit.claims.places.places import METONYMS, PlaceMention
from toolkit.claims.vocabulary import load, words
from toolkit.language.phrases import Tree
from toolkit.model import Span

_PART = re.compile(
    r"\b((?:(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern(?:most)?)?|central|upper|lower|northernmost)\s+)\Z",
    re.I,
)
_PART_OF = re.compile(
    r"\b(?:the\s+)?((?:north|south|east|west)(?:[- ]?(?:east|west))?|cent(?:er|re)|coast)\s+of\s+(?:the\s+)?\Z",
    re.I,
)
_ROLES = {"from": "from", "of": "of", "between": "of", "against": "of", "to": "to"}
_AT = frozenset(
    [
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "around",
        "across",
        "throughout",
        "on",
        "over",
        "along",
        "into",
        "within",
        "toward",
        "towards",
        "through",
        "off",
        "onto",
        "beyond",
        "to",
        "from",
        "of",
        "between",
        "against",
    ]
)
_INSIDE = frozenset({"in", "near", "inside", "outside", "around", "into", "toward", "towards"})
_NAMED = frozenset({"place", "body", "thing", "event", "person"})
_ARTICLE = re.compile(r"^(?:the|The)\s+|[’']s?$")
_GOAL = frozenset({"object", "passive_subject"})
_CALENDAR = words(load("attribution")["classes"]["calendar"])
SPOT = re.compile(
    r"\b(?:airport|airfield|hill|temple|dam|plant|farm|field|forest|checkpoint|crossroads|hospital|school|base|camp|border|crossing|palace|university|station|port|bridge|square|prison|island|islands|strait"
    r"|river|coast|peninsula|valley|corridor|zone|line|mosque|church|embassy|compound|district|province|region|state|governorate"
    r"|county|village|town|city|sea|gulf|heights|strip|desert|mountains?|street|headquarters|office|residence)\b",
    re.I,
)


def with_parsed(
    document: Document, found: Sequence[PlaceMention], start: int, end: int, known: Gazetteer | None,
    names: Collection[str],
) -> list[PlaceMention]:  # fmt: skip
    """The places of ``text[start:end]``: those `found` by tables, countries narrowed to the part that is meant, and the
    places that only the parse names, of which `names` says that they are places."""
    text, table = document.text, known or load_gazetteer()
    narrowed = [_narrowed(text, mention) for mention in found if not _describes(document, mention)]
    taken = [(m.start, m.end) for m in narrowed]
    more = [
        mention
        for mention in _parsed(document, start, end, table, names)
        if not any(a < mention.end and mention.start < b for a, b in taken)
    ]
    return sorted([*narrowed, *more], key=lambda m: m.start)


def _describes(document: Document, mention: PlaceMention) -> bool:
    """Whether the name of a state only says whose something is: "on U.S. troops"."""
    if mention.place.kind not in METONYMS:
        return False
    i = document.token_at(mention.end - 1)
    token = document.parse.tokens[i] if i is not None else None
    if token is None or token.role not in ("compound", "adjective", "possessor"):
        return False
    head = document.parse.tokens[token.head]
    return head.start >= mention.end and not SPOT.fullmatch(head.lemma)


def _narrowed(text: str, mention: PlaceMention) -> PlaceMention:
    """A country or an area of which a part is named, as that part."""
    if mention.place.id and mention.place.kind not in ("country", "area", "region"):
        return mention
    part = _PART.search(text, max(0, mention.start - 24), mention.start) or _PART_OF.search(
        text, max(0, mention.start - 24), mention.start
    )
    if not part:
        return mention
    name = f"{part[1].strip()} {mention.place.name}"
    place = replace(
        mention.place, id="", name=name, kind="region", latitude=None, longitude=None, parent=mention.place.id
    )
    return PlaceMention(part.start(1), mention.end, text[part.start(1) : mention.end], place, mention.role)


def place_names(document: Document, is_party: Callable[[Span], bool]) -> frozenset[str]:
    """The names that the article itself shows to be places: the parse takes them for one, or something happens in
    them or in the city of that name; `is_party` tells whether characters name somebody."""
    tree, found = document.tree, Counter[str]()
    for first, last, kind in document.parse.entities:
        if kind not in _NAMED:
            continue
        head = _head(tree, first, last)
        span = document.parse.tokens[first].start, document.parse.tokens[last - 1].end
        name = _bare(document.text[slice(*span)])
        if any(c.isdigit() for c in name) or not name or (kind != "person" and is_party(span)):
            continue
        if kind == "person" and tree.tokens[head].role in ("subject", "apposition"):
            found[name] -= 2
        inside = tree.tokens[head].role == "prepositional_object" and (
            tree.word(tree.tokens[head].head) in _INSIDE or _called(tree, head)
        )
        found[name] += (kind == "place") + 2 * inside
    return frozenset(name for name, weight in found.items() if weight > 0)


def _called(tree: Tree, i: int) -> bool:
    """Whether a name is that of a town: "the city of X"."""
    preposition = tree.tokens[i].head
    owner = tree.tokens[preposition].head
    return tree.word(preposition) == "of" and SPOT.fullmatch(tree.tokens[owner].lemma) is not None


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name)


def _parsed(
    document: Document, start: int, end: int, known: Gazetteer, names: Collection[str]
) -> Iterator[PlaceMention]:
    tree, parse = document.tree, document.parse
    for first, last, kind in document.entities_in(start, end):
        if kind not in _NAMED:
            continue
        span = parse.tokens[first].start, parse.tokens[last - 1].end
        name = _bare(document.text[slice(*span)])
        if name not in names and not (
            kind not in ("place", "person") and name and SPOT.fullmatch(name.split()[-1])
        ):
            continue
        head = _head(tree, first, last)
        role = _role(tree, head)
        if role and (mention := _mention(document.text, span, role, known)):
            yield mention


def _head(tree: Tree, first: int, last: int) -> int:
    """The word of a name on which the others hang."""
    inside = range(first, last)
    return next(
        (i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), last - 1
    )


def _role(tree: Tree, i: int) -> str:
    """What part a name plays by the word that joins it; empty where it plays none."""
    at = i
    for _ in range(3):
        token = tree.tokens[at]
        if token.role == "prepositional_object":
            word = tree.word(token.head)
            return _ROLES.get(word, "at") if word in _AT else ""
        if (
            token.role in ("conjunct", "apposition", "compound", "possessor", "adjective")
            and token.head != at
        ):
            if token.role in ("compound", "possessor", "adjective") and not SPOT.fullmatch(
                tree.word(token.head)
            ):
                return ""
            at = token.head
            continue
        return "at" if token.role in _GOAL else "bare" if token.role == "subject" else ""
    return ""


def _mention(text: str, span: Span, role: str, known: Gazetteer) -> PlaceMention | None:
    start, end = span
    name = _bare(text[start:end])
    if not name or not name[0].isalpha() or (not name.lower().isascii() and len(name) < 3):
        return None
    if not any(c.isupper() for c in name) or not _CALENDAR.isdisjoint(name.lower().split()):
        return None
    start = text.index(name, start)
    rows = known.named(name)
    if rows and rows[0].kind in ("country", "capital") and role not in ("at",):
        return None
    place = rows[0] if rows else Place("", name, "settlement", None, None, "", "", 0.0)
    return _narrowed(text, PlaceMention(start, start + len(name), name, place, role))
