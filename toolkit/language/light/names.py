"""Names of a sentence and their kinds by a few cues: for the light parser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from toolkit.language.light.english import Word, listed

_YEARS = range(1000, 2200)
_POINTING = frozenset(["last", "next", "this", "that", "these", "previous", "following", "past", "coming"])


Name = tuple[int, int, str]
"""First token, token after the last one and kind of a name, a date or a number."""


def entities_of(texts: Sequence[str], codes: Sequence[str], words: Sequence[Word]) -> list[Name]:
    """The names, dates and numbers of a sentence."""
    found: list[Name] = []
    at, count = 0, len(codes)
    while at < count:
        code = codes[at]
        if code not in "ENAQDPJ":
            at += 1
            continue
        lemma = words[at].lemma
        end = at
        if code == "E" or (code in "NA" and (lemma in _times() or lemma in listed("names", "peoples"))):
            end = at + 1
            while end < count and codes[end] in "EQ" and (codes[end] == "E" or _is_time(words[at])):
                end += 1
            found.append((at, end, _kind(texts, words, at, end)))
        elif code == "Q":
            end = at + 1
            while end < count and (codes[end] == "Q" or words[end].lemma in _money()):
                end += 1
            lasting = end < count and words[end].lemma in listed("nouns", "time")
            end += lasting
            found.append((at, end, "time" if lasting else _number(texts, words, at, end)))
        elif lemma in _POINTING and at + 1 < count and words[at + 1].lemma in listed("nouns", "time"):
            end = at + 2
            found.append((at, end, "time"))
        at = max(end, at + 1)
    return found


def persons(read: Iterable[tuple[Sequence[str], Sequence[Name]]]) -> frozenset[str]:
    """Last names of persons in a text: those with a title, and those told with and without first names."""
    full: set[str] = set()
    short: set[str] = set()
    sure: set[str] = set()
    for texts, names in read:
        for start, end, kind in names:
            last = texts[end - 1]
            if kind == "person":
                sure.add(last)
            elif kind == "thing" and last.isalpha():
                (short if end - start == 1 else full).add(last)
    return frozenset(sure | (full & short))


def with_persons(texts: Sequence[str], names: list[Name], known: frozenset[str]) -> list[Name]:
    """The names of a sentence, where those that end with a person's name are persons."""
    if not known:
        return names
    return [
        (start, end, "person" if kind == "thing" and texts[end - 1] in known else kind)
        for start, end, kind in names
    ]


def _kind(texts: Sequence[str], words: Sequence[Word], start: int, end: int) -> str:
    lower = [text.lower() for text in texts[start:end]]
    last, whole = lower[-1], " ".join(lower)
    if _is_time(words[start]) or texts[start] in ("May", "March"):
        return "time"
    if last in listed("names", "bodies"):
        return "body"
    if whole in listed("names", "peoples") or lower[0] in listed("names", "peoples"):
        return "people"
    if lower[0].rstrip(".") in listed("names", "titles") or _titled(texts, start):
        return "person"
    if last in _places() or last in listed("names", "waters") or lower[0] in listed("names", "waters"):
        return "place"
    return "body" if len(lower) == 1 and texts[start].isupper() and 2 <= len(last) <= 6 else "thing"


def _titled(texts: Sequence[str], start: int) -> bool:
    return start > 0 and texts[start - 1].lower().rstrip(".") in listed("names", "titles")


def _number(texts: Sequence[str], words: Sequence[Word], start: int, end: int) -> str:
    if any(word.lemma in _money() for word in words[start:end]):
        return "money"
    year = (
        texts[start].isdecimal()
        and end - start == 1
        and len(texts[start]) == 4
        and int(texts[start]) in _YEARS
    )
    return "time" if year and start and words[start - 1].code in "pP" else "number"


def _is_time(word: Word) -> bool:
    return word.lemma.lower() in _times()


@cache
def _times() -> frozenset[str]:
    counted = "day week month year morning afternoon evening night weekend hour minute decade century"
    return listed("nouns", "time") - frozenset(counted.split()) - {"may", "march", "second"}


@cache
def _places() -> frozenset[str]:
    return listed("names", "countries") | listed("names", "cities")


@cache
def _money() -> frozenset[str]:
    return listed("names", "money")
