"""What names in markup and words beside a day tell of it: `names.toml` and `labels.toml`, looked up."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from toolkit.corpus.publication.calendars import fold

_HERE = Path(__file__).parent
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@lru_cache(maxsize=1)
def _names() -> dict[str, dict[str, tuple[str, ...]]]:
    table: dict[str, dict[str, str]] = tomllib.loads((_HERE / "names.toml").read_text(encoding="utf-8"))
    return {
        meaning: {kind: tuple(words.split()) for kind, words in each.items()}
        for meaning, each in table.items()
    }


def elements(kind: str) -> tuple[str, ...]:
    """The names of elements, attributes or classes of a kind: blocks, skipped, titled, stamps, outside."""
    return _names()["elements"][kind]


@lru_cache(maxsize=8192)
def meaning_of(name: str) -> str:
    """What a name in markup is the day of: published, created, modified, date, other, or empty for no day at all.

    >>> meaning_of("article:published_time"), meaning_of("dateModified"), meaning_of("DC.date"), meaning_of("publisher")
    ('published', 'modified', 'date', '')
    """
    plain = unicodedata.normalize("NFKD", name)
    squeezed = re.sub(r"[^a-z0-9]", "", plain.lower())
    for meaning in ("other", "modified", "published", "created"):
        table = _names()[meaning]
        rest = squeezed
        for word in table.get("never", ()):
            rest = rest.replace(word, " ")
        if rest in table.get("names", ()) or any(part in rest for part in table["parts"]):
            return meaning
    table = _names()["date"]
    if squeezed in table["names"]:
        return "date"
    words = re.findall(r"[a-z]+", _CAMEL.sub(" ", plain).lower())
    dated = any(word in table["kinds"] for word in words)
    return "date" if dated and all(word in table["kinds"] + table["owners"] for word in words) else ""


@lru_cache(maxsize=8192)
def meaning_of_class(name: str) -> str:
    """As `meaning_of`, for one class of an element; "near" for a class of lines that tell author and day."""
    words = re.findall(r"[a-z]+", _CAMEL.sub(" ", name[:60]).lower())
    dated = any(word in _names()["date"]["kinds"] for word in words)
    meaning = meaning_of(name)
    if meaning and (dated or meaning != "other"):  # "photo" is the class of much that has a day
        return meaning
    if dated:
        return "date"
    squeezed = "".join(words)
    return "near" if any(part in squeezed for part in _names()["near"]["parts"]) else ""


def kind_of_type(types: object) -> str:
    """Whether a type of schema.org (one, or a list) is that of an "article", of a "page", or of something else: "".

    >>> kind_of_type("ReportageNewsArticle"), kind_of_type(["Thing", "WebPage"]), kind_of_type("JobPosting")
    ('article', 'page', '')
    """
    table, kinds = _names()["types"], set()
    for one in types if isinstance(types, list) else [types]:
        name = re.split(r"[/#:]", one.strip().rstrip("/"))[-1].lower() if isinstance(one, str) else ""
        if name.endswith(table["article"]) and name not in table["never"]:
            kinds.add("article")
        elif name in table["page"]:
            kinds.add("page")
    return "article" if "article" in kinds else "page" if kinds else ""


class Label(NamedTuple):
    """A word in a line that tells what a day beside it is."""

    start: int
    end: int
    meaning: str


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = tomllib.loads((_HERE / "labels.toml").read_text(encoding="utf-8"))
    return tables


@lru_cache(maxsize=1)
def _of_itself() -> re.Pattern[str]:
    words = {fold(word) for languages in _tables()["self"].values() for word in languages.split("|")}
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?![^\W\d_])")


def speaks_of_itself(plain: str) -> bool:
    """Whether a line, as `fold` leaves it, begins with the page or its author: "This article was", "By A. Writer".

    >>> speaks_of_itself("this article was first"), speaks_of_itself("the report, ")
    (True, False)
    """
    return bool(_of_itself().match(plain))


@lru_cache(maxsize=1)
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    tables = _tables()
    meanings: dict[str, str] = {}
    for meaning, languages in tables.items():
        for words in languages.values() if meaning != "self" else ():
            for word in words.split("|"):
                for each in {word, word.replace("\u200c", ""), word.replace("\u200c", " ")}:
                    meanings.setdefault(fold(each), meaning)
    longest = sorted(meanings, key=lambda word: (-len(word), word))
    spaced = "|".join(re.escape(word) for word in longest if not _UNSPACED.search(word))
    dense = "|".join(re.escape(word) for word in longest if _UNSPACED.search(word))
    return re.compile(rf"(?<![^\W\d_])(?:{spaced})(?![^\W\d_])|(?:{dense})"), meanings


def labels(plain: str) -> list[Label]:
    """The labels in a line, as `fold` leaves it, from left to right.

    >>> labels("mis à jour le 3 mai 2021")
    [Label(start=0, end=10, meaning='modified')]
    """
    pattern, meanings = _labels()
    return [Label(*match.span(), meanings[match[0]]) for match in pattern.finditer(plain)]
