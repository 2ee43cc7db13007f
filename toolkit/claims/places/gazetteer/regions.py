"""The first-level regions of states (ISO 3166-2) as rows of a table of places, made once by `make.py`.

Many regions are called like a town in them, a person or a word of the language. One that is called like a town of its
state has its level in its name, so that the bare name stays the town's; one whose name is a common word has no row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any

from toolkit.claims.places.gazetteer.rows import Raw
from toolkit.claims.places.gazetteer.spelling import key, unmarked

LEVELS = {
    "Province": "province", "Region": "region", "State": "state", "Department": "department", "County": "county",
    "Governorate": "governorate", "Prefecture": "prefecture", "Administrative region": "region", "Oblast": "region",
    "Metropolitan region": "region", "Republic": "republic", "Division": "division", "Popularate": "district",
    "Autonomous region": "region", "Autonomous community": "region", "Land": "state", "Voivodship": "province",
    "Regional state": "region", "Union territory": "territory", "Administrative territory": "region",
    "Emirate": "emirate", "Territory": "territory", "Autonomous province": "province", "Canton": "canton",
    "Autonomous district": "district", "Autonomous republic": "republic", "Indigenous region": "region",
    "Federal territory": "territory", "Kray": "region", "Country": "region", "Geographical region": "region",
    "Development region": "region", "Special administrative region": "region", "Island": "region",
}  # fmt: skip
"""Types of subdivisions that are regions, and what English calls them; the others are towns and their like."""
SKIPPED = frozenset({"UA", "US"})
"""States whose regions stand in the other tables."""
_SPOKEN = re.compile(r"\((?:eng)\)$")
_WORDS = re.compile(r"[A-Z][\w'-]{3,}(?:[ -](?:al|el|ul|de|del|la|of|and|e|i|[A-Z][\w'-]*))*$", re.ASCII)
_FORM = re.compile(
    r",.*|\s*\(.*|\b(?:oblast'?|kra[jiy]|region|province|state|republic|autonomous|national|regional|of|the|peoples?|sheng|zizhiqu|shi|respublika|uygur|zhuangzu|huizu)\b",
    re.IGNORECASE,
)
_LIKE = 0.55
# Directions and their like, which are no names by themselves.
_PARTS = frozenset(
    word
    for line in (
        "central center centre north south east west northern southern eastern western northeast northwest southeast",
        "southwest northeastern northwestern southeastern southwestern upper lower inner outer nord sud est ouest",
        "norte sur este oeste capital coast islands highlands unity lakes interior metropolitan littoral maritime",
        "plateau savanes hauts balkan equator",
    )
    for word in line.split()
)


def regions(raw: dict[str, Any], near: Iterable[Raw], words: frozenset[str]) -> Iterator[list[object]]:
    """The rows of the regions in `raw` (state -> code -> name, localOtherName, type, parentCode, latLng), by code.

    `near` are the places of the other tables, `words` those of the language.
    """
    towns: dict[str, set[str]] = defaultdict(set)
    states: set[str] = set()
    known: set[tuple[str, str]] = set()
    for place in near:
        if place.kind == "country":
            states.update(place.forms)
        elif place.kind in ("region", "area"):
            known.update((place.country, form) for form in place.forms)
        else:
            towns[place.country].update(place.forms)
    for state, codes in sorted(raw.items()):
        for code, each in sorted(codes.items()):
            level = LEVELS.get(each["type"])
            if state in SKIPPED or each["parentCode"] or level is None or not each["latLng"]:
                continue
            names = [name for name in _names(each) if _is_name(name, words) and key(name) not in states]
            names = [name for name in names if (state, key(name)) not in known]
            if not names:
                continue
            name, others = names[0], [each for each in names[1:] if key(each) not in towns[state]]
            if key(name) in towns[state]:
                name, others = f"{name} {level}", names
            latitude, longitude = each["latLng"]
            yield [
                code,
                name,
                "region",
                f"{latitude:.2f}",
                f"{longitude:.2f}",
                state,
                state,
                0,
                "|".join(others),
            ]


def _names(each: dict[str, Any]) -> list[str]:
    """The names of a region that English texts use, the likeliest first."""
    own = _FORM.sub("", unmarked(each["name"]).replace("\u2018", "'").replace("\u2019", "'")).strip(" -'")
    spoken = [
        part.strip() for part in (each["localOtherName"] or "").split(", ") if _SPOKEN.search(part.strip())
    ]
    english = [_FORM.sub("", unmarked(_SPOKEN.sub("", part))).strip(" -'") for part in spoken]
    foreign = (
        not each["name"].isascii() or "," in each["name"] or bool(re.search(r"oblast|kra[jiy]", each["name"]))
    )
    alike = [name for name in english if SequenceMatcher(None, key(name), key(own)).ratio() > _LIKE]
    plain = [name for name in english[:1] if " " not in name or foreign]
    first = alike[:1] or plain
    found = [*first, own, *alike] if foreign else [own, *first, *alike]
    return list(dict.fromkeys(filter(None, found)))


def _is_name(name: str, words: frozenset[str]) -> bool:
    parts = re.findall(r"[a-z']+", name.lower())
    common = parts[0] in words if len(parts) == 1 else False
    return bool(_WORDS.match(name)) and not common and not all(part in _PARTS for part in parts)
