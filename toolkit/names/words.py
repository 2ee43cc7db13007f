"""A name as it is read, and its words without what is no part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

Key = tuple[str, ...]

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": "", "”": "", '"': "", "\u00a0": " "})
_POINTED = re.compile(r"\b(?:(?:[A-Z]\.)+|[JS]r\.)$")
_BEHIND = re.compile(r"\s*\([^)]*\)$")
_BEFORE = re.compile(r"^(?:the|an?|its|his|her|their|our|this|that|these|those) (?=\S)", re.I)
_TOKEN = re.compile(r"[^\W_](?:[\w.&/'-]*[\w.])?")


@dataclass(frozen=True, slots=True)
class Name:
    """What a cell names.

    `kind` is person, body, party, office, several, anonymous, single (one word, of which only others tell whether it
    is a person's) or other. Names of one `key` are one, but for persons, whose names are compared. `shown` are the
    words without titles and descriptions, `person` the words of a person's name, `office` the key of the office told
    with it, `titles` the words before it. `full` is False where a spokesman or a paper stands for the body, and
    `bare` where the words mean somebody only in their article. `of` is the state of a body or an office.
    """

    kind: str
    key: Key
    shown: str
    person: tuple[str, ...] = ()
    office: Key = ()
    titles: frozenset[str] = frozenset()
    of: str = ""
    full: bool = True
    bare: bool = False


def tidy(text: str) -> str:
    """The words of a name without article, quotation marks and an acronym in brackets behind it.

    >>> tidy("the  Sudanese Armed Forces (SAF)"), tidy("Gaza’s")
    ('Sudanese Armed Forces', 'Gaza')
    """
    words = " ".join(text.translate(_QUOTES).split()).strip(" ,;:-–—")
    words = words if _POINTED.search(words) else words.rstrip(".")
    words = _BEFORE.sub("", _BEHIND.sub("", words))
    return words.removesuffix("'s").removesuffix("'")


def tokens(text: str) -> list[str]:
    """The words of a text, with points and apostrophes inside them.

    >>> tokens("U.S. envoy J. Moss")
    ['U.S.', 'envoy', 'J.', 'Moss']
    """
    return _TOKEN.findall(text)
