"""Which places a text names, and which of them is the place of an event.

A capital or a country is mostly a government ("Moscow said"): it is a place only where a preposition makes it one. A
name within another name (a newspaper, a regiment, a person) is no place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from toolkit.claims.places.around import goes_on, lying_in
from toolkit.claims.places.gazetteer import Gazetteer, Place, load_gazetteer, spelt
from toolkit.claims.places.listed import unknown_by_words, unknown_in_lists
from toolkit.model import Span

__all__ = ["PlaceMention", "find_places", "load_gazetteer", "main_place"]

_TOKEN = r"(?:\b(?:el|al|as|ad|ar|ash|az)-)?[A-Z][\w’'-]*(?:\.[A-Z]\.?)*"
_NAMES = re.compile(rf"{_TOKEN}(?:[ \u00a0]{_TOKEN}){{0,5}}")
_WORD = re.compile(_TOKEN)
_POSSESSIVE = re.compile(r"[’']s?$")
_LEVEL = (
    r"(?:region|oblast|province|krai|raion|republic|governorate|department|prefecture|district|county|township"
    r"|state(?!\s+(?:tv|media|news|television|radio|agency|department|\w*police|of\b)|-))"
)
_REGION_AFTER = re.compile(rf"(?:[’']s)?\s+{_LEVEL}s?\b", re.I)
_REGION_LIST = re.compile(
    rf"(?:,?\s+(?:and|or)\s+|,\s+)[A-Z][\w’'-]+(?:(?:,?\s+(?:and|or)\s+|,\s+)[A-Z][\w’'-]+)*\s+{_LEVEL}s?\b",
    re.I,
)
_REGION_BEFORE = re.compile(rf"\b{_LEVEL}s?\s+of\s+$|\b{_LEVEL}s?,?\s+(?:like|such as|including)\s+$", re.I)
# "The Gulf of Aden" is not Aden.
_WATER_BEFORE = re.compile(r"\b(?:Gulf|Sea|Straits?|Bay|Bight|Horn|Cape|Sound|Channel) of (?:the )?$")
_LIST_BEFORE = re.compile(r"(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+)$")
_CITY_BEFORE = re.compile(r"\b(?:city|town|village|settlement|capital|port|hub)s?(?:\s+of|,)?\s+$", re.I)
# "Donetsk's western border" only describes the border.
_EDGE_AFTER = re.compile(r"[’']s?\s+(?:\w+\s+){0,2}(?:borders?|edge|boundary|limits?|frontier|outskirts)\b")
_APPOSITION = re.compile(
    r"(?:\b(?:city|town|village|settlement|capital|region|oblast|province)\s+(?:of\s+)?)$", re.I
)
_PREPOSITIONS = (
    "in|into|inside|within|near|at|around|toward|towards|across|over|outside|to|onto|throughout|beyond|on|from|of"
    "|between|against|including"
)
# A set of first letters in front: a search leaps from one such letter to the next.
_PREPOSITION = re.compile(
    rf"\b(?=(?i:[{''.join(sorted({word[0] for word in _PREPOSITIONS.split('|')}))}]))((?i:{_PREPOSITIONS}))\s+"
    r"(?:(?:the|its|neighbou?ring|occupied|adjacent|nearby|parts?(?:\s+of)?|both|another|[a-z]+(?:ern|est|al|y)|[A-Z]\w+[’']s?|[A-Z]\w+(?:ian|ish|an))\s+)*$"
)
# What is captured, entered, left or shelled is a place, though no preposition says so.
_OBJECT = re.compile(
    r"\b(?:(?:re)?captur|seiz|enter|reach|liberat|occup|bomb|shell|attack|abandon|besieg|encircl|visit|evacuat|controll?)"
    r"(?:ed|es|s|ing|ied|ies|ying)\s+(?:the\s+)?(?:(?:all|most|parts|much)\s+of\s+)?$"
    r"|\b(?:took|taken|taking|retook|retaken|overr[au]n|struck|hit|left|leaving)\s+$"
)
# "north of Lyman" is near Lyman.
_DIRECTION = re.compile(
    r"\b(?:(?:(?:north|south)?(?:east|west)|north|south)(?:ern)?|heart|cent(?:re|er)|middle|outskirts|edge|suburbs?|streets)"
    r"\s+of\s+(?:the\s+)?$",
    re.I,
)
# A preposition says what part a place plays: where it happens, where it starts, what it only describes.
_ROLES = {"from": "from", "of": "of", "between": "of", "against": "of", "to": "to", "including": "bare"}
# Words that make a longer proper name of the name before them.
_ORGANISATION = re.compile(
    r"(?:[ \u00a0-][A-Z]\w+){0,2}[ \u00a0-](?:Times|Post|Independent|Journal|Herald|Examiner|Tribune|School"
    r"|University|Institute|Council|Conference"
    r"|Exchange|Accords?|Agreements?|Protocols?|Format|Group|Groupings?|Brigades?|Regiments?|Battalions?|Divisions?|Corps|Army"
    r"|Command|Axis|Team|Bank|Street|Square|Center|Centre|Review|Briefing|Tribunal|Convention|Memorandum)\b"
)
# "Surigao del Sur" is not Surigao.
_GOES_ON = re.compile(r"[ -](?:del?|d[aiou]|des)[ -](?:(?:la|los|las)[ -])?[A-Z]")
_NAME_BEFORE = re.compile(r"(?:^|[^.!?:;,\n“\"(\]]\s)([A-Z][a-z]+)[ \u00a0]$")
_NO_NAME = re.compile(
    r"(?:[A-Z]\w*(?:ian|ish|ern|an|se)|Near|In|At|From|The|On|To|Inside|Around|Into|And|Of|City|Greater|Upper|Lower)$"
)
# Where somebody is based is no place of what happens, and an adjective is none either: "the Berlin-based institute".
_BASE_BEFORE = re.compile(
    r"\b(?:based|headquartered|registered|(?:group|institute|institution|tank|outlet|newspaper|agency|company|firm"
    r"|organi[sz]ation|university|charity|network|centre|center|channel|website|nonprofit))"
    r"\s+(?:in|at|out\s+of)\s+(?:the\s+)?$",
    re.I,
)
_BEHIND_BASE = ("in", "at", "of", "the")  # how the text before a name ends where it tells a base or a body
_BODY_BEFORE = re.compile(
    r"\b(?:Universit(?:y|ies)|Institute|School|Bank|Bishop|Duke|Museum|Academy)\s+of\s+(?:the\s+)?$"
)
_ADJECTIVE_AFTER = re.compile(
    r"-(?:based|led|born|brokered|backed|mediated|made|educated|trained|linked|style|listed)\b"
)
_NEAR = 32
"""Characters before a name that hold what it is or what is done there: "the settlements of", "entered the"."""
METONYMS = frozenset({"country", "capital"})
"""Kinds of place whose names mostly mean a government."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a text; `role` is at, to, from, of or bare (no preposition)."""

    start: int
    end: int
    text: str
    place: Place
    role: str


def find_places(
    text: str, gazetteer: Gazetteer | None = None, start: int = 0, end: int | None = None
) -> list[PlaceMention]:
    """The places named in ``text[start:end]``, in text order; never raises on a text.

    >>> text = "Troops crossed from Donetsk into the Dnipropetrovsk region."
    >>> [(m.text, m.place.name, m.role) for m in find_places(text)]
    [('Donetsk', 'Donetsk region', 'from'), ('Dnipropetrovsk region', 'Dnipropetrovsk region', 'at')]
    >>> find_places("Moscow said so, The New York Times reported.")
    []
    """
    known = gazetteer or load_gazetteer()
    stop = len(text) if end is None else end
    found: list[PlaceMention] = []
    for names in _NAMES.finditer(text, start, stop):
        words = list(_WORD.finditer(text, names.start(), names.end()))
        index = 0 if not _GOES_ON.match(text, names.end()) else len(words)
        while index < len(words):
            for last in range(min(len(words), index + 4), index, -1):
                mention = _mention(text, words[index].start(), words[last - 1].end(), known, found, stop)
                if mention and not goes_on(words, index, last):
                    found.append(mention)
                    index = last
                    break
            else:
                index += 1
    named = [((m.start, m.end), m.place) for m in found]
    listed = list(unknown_in_lists(text, known, named, start, stop))
    named += listed
    listed += unknown_by_words(text, known, named, start, stop)
    more = [PlaceMention(*span, text[slice(*span)], place, "at") for span, place in listed]
    return sorted([*found, *more], key=lambda mention: mention.start) if more else found


def _mention(
    text: str, start: int, end: int, known: Gazetteer, before: Sequence[PlaceMention], stop: int
) -> PlaceMention | None:
    """The place called ``text[start:end]``, or None where it is none."""
    name = text[start:end]
    if "’" in name or "'" in name:
        name = _POSSESSIVE.sub("", name)
        end = start + len(name)
    candidates = lying_in(known.named(name), text, name, end, known)
    if not candidates or _ORGANISATION.match(text, end):
        return None
    prefix = text[max(0, start - 80) : start]
    near = max(0, len(prefix) - _NEAR)
    if _ADJECTIVE_AFTER.match(text, end):
        return None
    if prefix.rstrip().lower().endswith(_BEHIND_BASE) and (
        _BASE_BEFORE.search(prefix, near) or _BODY_BEFORE.search(prefix, near)
    ):
        return None
    suffix = _REGION_AFTER.match(text, end, stop)
    listed = bool(before) and _LIST_BEFORE.fullmatch(text[before[-1].end : start]) is not None
    place = _choose(candidates, text, end, prefix, suffix is not None, before, listed)
    apposed = _APPOSITION.search(prefix, near)
    preposition = _PREPOSITION.search(prefix, 0, apposed.start() if apposed else len(prefix))
    taken = preposition is None and place.kind != "country" and _OBJECT.search(prefix, near) is not None
    name_before = None if preposition else _NAME_BEFORE.search(prefix)
    if name_before and not _NO_NAME.match(name_before[1]):
        return None
    if not preposition and not taken and not suffix and _needs_preposition(place, before, start):
        return None
    # Names in a list share the preposition of the first.
    role = _ROLES.get(preposition[1].lower(), "at") if preposition else before[-1].role if listed else "bare"
    inside = taken or (role == "of" and _DIRECTION.search(prefix) is not None)
    role = "of" if _EDGE_AFTER.match(text, end) else "at" if inside else role
    if not suffix and _is_government(place, role):
        return None
    place = spelt(place, name)
    if water := _WATER_BEFORE.search(prefix, near):
        start -= len(prefix) - water.start()
        return _water(text, start, end, place)
    if suffix and place.far and place.kind not in METONYMS and (place.minor or place.kind != "region"):
        place = _around(place, text[start : suffix.end()])
    if suffix and place.kind not in METONYMS | {"city", "settlement"}:
        end = suffix.end()
    return PlaceMention(start, end, text[start:end], place, role)


def _water(text: str, start: int, end: int, place: Place) -> PlaceMention:
    """A sea or cape that is called after a place."""
    preposition = _PREPOSITION.search(text[max(0, start - 80) : start])
    role = _ROLES.get(preposition[1].lower(), "at") if preposition else "bare"
    name = text[start:end]
    called = replace(
        place, id="", name=name, kind="sea", latitude=None, longitude=None, country="", parent=""
    )
    return PlaceMention(start, end, name, called, role)


def _around(town: Place, name: str) -> Place:
    """The region that is called after a town: "the Mopti region" is not Mopti."""
    if town.kind == "region":
        return replace(town, name=name)
    return replace(town, id="", name=name, kind="region", latitude=None, longitude=None)


def _is_government(place: Place, role: str) -> bool:
    """Whether a capital or a country is meant as its government: "aid to Kyiv", "calls from Moscow"."""
    return place.kind in METONYMS and role != "at"


def _needs_preposition(place: Place, before: Sequence[PlaceMention], start: int) -> bool:
    coordinated = bool(before) and before[-1].end + 6 >= start and before[-1].place.kind == place.kind
    return not coordinated and (place.kind in METONYMS or place.minor or (place.kind == "city" and place.far))


def _choose(
    candidates: list[Place],
    text: str,
    end: int,
    prefix: str,
    suffix: bool,
    before: Sequence[PlaceMention],
    listed: bool,
) -> Place:
    """The likeliest bearer of a name: of the level that the words ask for, in a place named before, the heaviest."""
    regions = [p for p in candidates if p.kind == "region"]
    others = [p for p in candidates if p.kind != "region"]
    listed = listed and before[-1].place.kind == "region" and candidates[0].kind not in METONYMS
    near = max(0, len(prefix) - _NEAR)
    if regions and (suffix or listed or _REGION_BEFORE.search(prefix, near) or _REGION_LIST.match(text, end)):
        return regions[0]
    if others and _CITY_BEFORE.search(prefix, near):
        candidates = others
    named = {m.place.id for m in before} - {p.id for p in candidates}
    likely = [p for p in candidates if p.weight * 5 >= candidates[0].weight]
    return next((p for p in likely if p.parent in named and p.kind != "region"), candidates[0])


def main_place(
    mentions: Sequence[PlaceMention],
    trigger: Span,
    clause: Span,
    gazetteer: Gazetteer | None = None,
    leaves: bool = False,
) -> PlaceMention | None:
    """The place where the event named at `trigger` happens: in its clause, said to be there, behind it, the nearest.

    Of a place and a larger one around it ("in Donetsk, near Dobropillia") it is the smaller. Where somebody comes
    from is not where it happens, unless the event is that he `leaves`.
    """
    order = {"at": 0, "to": 1, "bare": 1, "of": 2, "from": 0 if leaves else 3}

    def rank(mention: PlaceMention) -> tuple[bool, bool, int, bool, int]:
        # "of" only describes: "the border of Donetsk" yields to a place named in the next clause.
        inside = clause[0] <= mention.start < clause[1] and mention.role != "of"
        distance = mention.start - trigger[1] if mention.start >= trigger[1] else trigger[0] - mention.end
        return (
            not inside,
            mention.place.kind in ("country", "border"),
            order[mention.role],
            mention.start < trigger[0],
            distance,
        )

    best = min(mentions, key=rank, default=None)
    if best is None or (best.role == "from" and not leaves):
        return None
    for earlier in reversed([m for m in mentions if m.end <= best.start]):
        # Of places in a list the first stands for all.
        if earlier.role != best.role or best.start - earlier.end > 6:
            break
        best = earlier
    known = gazetteer or load_gazetteer()
    smaller = [
        m
        for m in mentions
        if m.place != best.place and m.role == best.role and _lies_in(m, best, clause, known)
    ]
    return min(smaller, key=rank, default=best)


WIDE = frozenset({"country", "region", "area", "border", "sea", "river"})
"""Kinds of places in or on which towns lie."""
_BESIDE = 60
"""Characters within which a town stands that lies in what is named with it: "at X on the Y"."""


def _lies_in(small: PlaceMention, large: PlaceMention, clause: Span, known: Gazetteer) -> bool:
    """Whether a place lies in another, by the tables or, of one that they do not know, by the words of a clause."""
    if large.place.id and small.place.id:
        return known.inside(small.place, large.place.id)
    apart = max(small.start, large.start) - min(small.end, large.end)
    inside = all(clause[0] <= each.start < clause[1] for each in (small, large))
    if small.start - large.end == len("’s "):  # "Ruritania’s lake country"
        return True
    return large.place.kind in WIDE and small.place.kind not in WIDE and inside and apart < _BESIDE
