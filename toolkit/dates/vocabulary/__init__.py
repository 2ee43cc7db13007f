"""The words of a language, read once from its TOML files and offered to the rules as named pattern classes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

# The thin blanks are read as blanks (see `dates.THIN`): a set that holds them is slow to compile and to match.
SPACE = r"(?:[ \t\n\xa0]{1,4})"
APOSTROPHE = "['’‘`]"


@cache
def words(language: str = "en") -> dict[str, dict[str, Any]]:
    """Word classes of a language: class -> word -> meaning, in lower case.

    >>> words()["month"]["sept"]
    9
    """
    here = Path(__file__)
    files = (here.with_name(f"{language}{part}.toml") for part in ("", ".cues", ".holidays"))
    return {
        name: table
        for file in files
        for name, table in tomllib.loads(file.read_text(encoding="utf-8")).items()
    }


def alternation(choices: Iterable[str]) -> str:
    """A pattern that matches the longest of the given words; a space stands for any small run of blanks.

    Words that begin alike share their beginning, and where they part each branch begins with a set of two letters: the
    matcher passes over such a branch without entering it, which it does not with a letter of either case.

    >>> alternation(["may", "march", "june"])
    '(?-i:[jJ])une|(?-i:[mM])a(?:(?-i:[rR])ch|(?-i:[yY]))'
    """
    return "|".join(_branches(sorted(set(choices))))


def _branches(listed: list[str]) -> list[str]:
    return [
        (f"(?-i:[{letter}{letter.upper()}])" if letter.isalpha() else _literal(letter))
        + _tail([word[1:] for word in alike])
        for letter, alike in groupby(listed, key=lambda word: word[0])
    ]


def _tail(listed: list[str]) -> str:
    longer = [word for word in listed if word]
    if longer == listed and len({word[0] for word in longer}) == 1:
        return _literal(longer[0][0]) + _tail([word[1:] for word in longer])
    branches = _branches(longer)
    return f"(?:{'|'.join(branches)}){'' if longer == listed else '?'}" if longer else ""


def _literal(character: str) -> str:
    return {" ": SPACE, "'": APOSTROPHE}.get(character) or re.escape(character)


def _classes() -> dict[str, str]:
    w = words()
    small = alternation(w["cardinal"])
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    units = "one|two|three|four|five|six|seven|eight|nine"
    teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    full = [month for month in w["month"] if len(month) > 4 or month in ("may", "june", "july")]
    short = [month for month in w["month"] if month not in full]
    days = [day for day in w["weekday"] if day.endswith("day")]
    short_days = [day for day in w["weekday"] if day not in days]
    spoken = alternation(w["spoken_year"])
    little = alternation(
        word for word in w["cardinal"] if word not in ("zero", "dozen", "hundred", "thousand")
    )
    figures = r"\d(?<!\d[.,]\d)(?:\d{0,2}(?:,\d\d\d){1,3}|\d{0,3})"
    return {
        "month": rf"(?:(?:{alternation(full)})|(?:{alternation(short)})(?:\.|(?![A-Za-z])))",
        "spoken_year": rf"(?:(?:{spoken})[- ](?:(?:{tens})(?:[- ](?:{units}))?|{teens}|oh[- ](?:{units}))"
        rf"|two{SPACE}thousand(?:{SPACE}(?:and{SPACE})?(?:(?:{tens})(?:[- ](?:{units}))?|{teens}|(?:{units})))?)",
        "weekday": rf"(?:(?:{alternation(days)})|(?:{alternation(short_days)})(?:\.|(?![A-Za-z])))",
        "day": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
        "monthnumber": r"(?:0?[1-9]|1[0-2])",
        "year": r"(?:1[0-9]|20|21)\d\d",
        "season": alternation(w["season"]),
        "unit": alternation(w["unit"]),
        "daypart": alternation(w["daypart"]),
        "kind_of_day": alternation(w["kind_of_day"]),
        "clock": alternation(w["clock"]),
        "spent": alternation(w["spent"]["words"]),
        "relative_day": alternation(w["relative_day"]),
        "adverbial": alternation(w["adverbial"]),
        "vague": alternation(w["vague"]),
        "which": alternation(w["which"]),
        "mod": alternation(w["mod"]),
        # "40 more than a year earlier", "5% less than a week ago": so much more, and no longer time
        "approximate": r"(?<![\d%]\s)(?<!\btimes\s)(?<!\bcent\s)(?<!\bpoints\s)(?<!\bmany\s)"
        rf"(?:{alternation(w['approximate'])})",
        "quantifier": alternation(w["quantifier"]),
        "ordinal": rf"(?:{alternation(w['ordinal'])}|\d{{1,2}}(?:st|nd|rd|th))",
        "number": rf"(?:{figures}(?:\.\d{{1,2}})?|(?:{tens})[- ](?:{units})"
        rf"|(?:an?|{little}){SPACE}(?:dozen|(?:hundred{SPACE})?thousand|hundred)|{small}|half{SPACE}an?|an?)",
        "cardinal": rf"(?:{figures}|(?:{tens})[- ](?:{units})|{small})",
    }


CLASSES = _classes()


def expand(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern: ``<class>`` or ``<name:class>`` is a word class, a space any small run of blanks.

    >>> expand("<which> <season>").match("last summer").groupdict()
    {'which': 'last', 'season': 'summer'}
    """

    def place(found: re.Match[str]) -> str:
        name, _, kind = found[1].partition(":")
        return f"(?P<{name}>{CLASSES[kind or name]})"

    spaced = re.sub(
        r"(\[[^\]]*\])| ", lambda m: f"(?:-|{SPACE})" if m[1] == "[- ]" else m[1] or SPACE, pattern
    )
    expanded = re.sub(r"(?<!\?P)<([a-z_0-9]+(?::[a-z_]+)?)>", place, spaced.replace("'", APOSTROPHE))
    return re.compile(rf"(?:{expanded})(?![A-Za-z0-9])", re.IGNORECASE | re.ASCII)


@lru_cache(maxsize=4096)
def meaning(kind: str, word: str) -> Any:
    """What a matched word of a class means.

    >>> meaning("month", "Sept."), meaning("mod", "the  end\\nof")
    (9, 'END')
    """
    key = " ".join(word.lower().replace("’", "'").split())
    table = words()[kind]
    return table[key] if key in table else table[key.rstrip(".")]


@lru_cache(maxsize=4096)
def number(word: str) -> float | None:
    """A cardinal in figures or words.

    >>> number("twenty-four"), number("a dozen"), number("2.5"), number("1,000"), number("half a")
    (24, 12, 2.5, 1000, 0.5)
    """
    word = " ".join(word.lower().replace("-", " ").split())
    if word[:1].isdigit():
        return float(word.replace(",", "")) if "." in word else int(word.replace(",", ""))
    if "quarter" in word:
        return 0.75 if word.startswith("three") else 0.25
    table = words()["cardinal"]
    total = 0.0
    for piece in word.split():
        if piece in ("a", "an"):
            total = total or 1
        elif piece == "half":
            return 0.5
        elif piece not in table:
            return None
        elif table[piece] in (12, 100, 1000) and piece in ("dozen", "hundred", "thousand"):
            total = (total or 1) * table[piece]
        else:
            total += table[piece]
    return int(total) if total == int(total) else total


def ordinal(word: str) -> int:
    """
    >>> ordinal("third"), ordinal("21st")
    (3, 21)
    """
    word = "-".join(word.lower().split())
    if word[:1].isdigit():
        return int(re.match(r"\d+", word)[0])  # type: ignore[index]
    return int(words()["ordinal"][word])
