"""Whether the sentence of a claim can stand alone, as a title or a finding: it names what it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from toolkit.timeline.wording import stems

_POINTING = re.compile(
    r"(?:those|these|this|that|its|their|his|her|hers|theirs|he|she|it|they|them|such|other|another"
    r"|the (?:latter|former|same|others?))\b",
    re.I,
)
_OF_A_PERSON = re.compile(r"\b(?:his|her|hers|he|she|him)\b")
_OBJECT = re.compile(r"(?:(?!and\b)[^\s,]+ ){2,5}it(?: (?:in|at|near|to|on|from)\b|$)")
"""Something done to "it" by those whom a short sentence begins with."""
_NAMED = re.compile(
    r"\S\s+[A-Z][\w’'-]+|\b(?:president|minister|leader|general|governor|mayor|chief|king|queen|man|woman)\b"
    r"|^(?!(?:The|An?|No|Some|Many|All|More|About|Several|Each|Every)\b)[A-Z][\w’'-]*[^\Ws]\s"
)
"""Somebody whom "her" or "he" can mean."""
_YEAR = re.compile(r"(?<![\d-])(?:1[5-9]|20)\d\d(?![\d-])")
OLD = 2
"""Years before a happening from which on a year in its quotation is of another time."""


def points_back(statement: Any) -> bool:
    """Whether a sentence has a word that stands for what was said before it.

    >>> points_back("Those flee the town"), points_back("Other units advance"), points_back("The aid goes to her town")
    (True, True, True)
    >>> points_back("Soldiers stop it in the north"), points_back("It is hard to stop it")
    (True, True)
    >>> points_back("The army leaves its base"), points_back("Ruiz names her deputy"), points_back("Both sides agree")
    (False, False, False)
    """
    words = str(statement or "")
    if _POINTING.match(words) or _OBJECT.match(words):
        return True
    person = _OF_A_PERSON.search(words)
    return person is not None and _NAMED.search(words[: person.start()]) is None


def has_name(words: str) -> bool:
    """Whether words have a name or a number.

    >>> has_name("the mayor of Oruro"), has_name("12 miners"), has_name("the leadership")
    (True, True, False)
    """
    return _NAME.search(words) is not None


def names_its_own(words: str) -> bool:
    """Whether a sentence names somebody or something, and needs no other before it.

    >>> names_its_own("Moscow might take Sumy"), names_its_own("the leadership considers it")
    (True, False)
    """
    return has_name(words) and not points_back(words)


_NAME = re.compile(r"\b[A-Z]|\d")


def says_little(statement: Any) -> bool:
    """Whether a sentence tells a reader nothing: only that something comes about, of which nothing is named, or that
    somebody says something.

    >>> [says_little(each) for each in ("A package is agreed on", "No talks take place", "KCNA makes a statement")]
    [True, True, True]
    >>> [says_little(each) for each in ("The mill burns", "Talks take place in Goma", "3 miners die")]
    [False, False, False]
    """
    words = str(statement or "")
    if _EMPTY.search(words):
        return True
    named = any(word[:1].isupper() or word[:1].isdigit() for word in words.split()[1:])
    return not named and len(stems(words)) < SOMETHING and _IDLE.search(words) is not None


SOMETHING = 5
"""Words with content by which a sentence without names says something, whatever comes about in it."""
_IDLE = re.compile(r"\b(?:takes? place|happens?|occurs?|(?:is|are) (?:agreed(?: on)?|planned|held|made))$")
_EMPTY = re.compile(
    r"\b(?:make|give|issue|release)s? (?:an?|the|its|their)(?: [\w-]+)? (?:statement|announcement|comment|remark)s?$"
    r"|\brespond(?:s|ed)?$"
)
"""That somebody says something, and not what."""


def stands_alone(entry: Mapping[Any, Any]) -> bool:
    """Whether a claim of the ledger has a sentence that stands alone, and days that are its own.

    What is told with other days and names a year long gone ("divided since 1953, when an armistice ended the war") is
    background, to which those days do not belong.

    >>> day, later = pd.Timestamp("2024-07-22"), pd.Timestamp("2024-07-24")
    >>> told = {"statement": "An armistice ends the war", "event_start": day, "event_end": later}
    >>> stands_alone(told | {"summary": "They agreed on it."}), stands_alone(told | {"summary": "Divided since 1953."})
    (True, False)
    """
    if not entry["statement"] or points_back(entry["statement"]) or says_little(entry["statement"]):
        return False
    start, end = entry["event_start"], entry["event_end"]
    known = [day for day in (start, end) if not pd.isna(day)]
    years = [int(year) for year in _YEAR.findall(str(entry.get("summary") or ""))]
    exact = len(known) == 2 and start == end
    return exact or not known or not years or max(years) > min(known).year - OLD
