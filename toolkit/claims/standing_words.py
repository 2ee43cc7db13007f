"""Words that say how a claim stands: "denied", "has not confirmed", "could not be verified", nameless speakers,
evidence.

They are listed in vocabulary/standing.toml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from toolkit.claims.text.scan import Scan, fold
from toolkit.claims.vocabulary import load, phrases

STANDINGS = ("claimed", "reported", "confirmed", "denied", "unconfirmed")


@cache
def _table(section: str) -> Mapping[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"\b(?:{'|'.join(phrases(listing))})(?!\w)", re.I)
        for name, listing in load("standing")[section].items()
    }


@cache
def _scan(section: str) -> Scan:
    """All the phrases of a section: where none of them stands, its patterns need not be tried."""
    return Scan([p for listing in load("standing")[section].values() for p in phrases(listing)], whole=False)


def _search(name: str, passage: str) -> re.Match[str] | None:
    found = any(_scan("sentence").find(fold(passage), 0, len(passage)))
    return _table("sentence")[name].search(passage) if found else None


@lru_cache(maxsize=4096)
def anonymous(claimant: str) -> bool:
    """Whether nobody stands behind a claim by name or office.

    >>> anonymous("three Ukrainian officers"), anonymous("Viktor Kovalenko, a spokesman")
    (True, False)
    """
    return _table("anonymous")["words"].match(claimant) is not None


def cue_standing(
    cue: str, around: str, claimant: str, gains: bool, is_negated: bool
) -> tuple[str, str] | None:
    """The standing that the words of saying give by themselves ("denied", "has not confirmed"); None where they are
    neutral.

    `around` is the clause, `gains` whether the speaker gains by what is said.

    >>> cue_standing("has not confirmed", "", "the ministry", False, False)
    ('unconfirmed', 'the cue “has not confirmed”')
    """
    if told := left_open(around):
        return told
    if found := _search("denied", around):
        return "denied", f"the words “{found[0]}”"
    for name, pattern in _table("cue").items():
        if not (found := pattern.search(cue)):
            continue
        if name == "confirmed" and (open_words := _search("unconfirmed", around)):
            return "unconfirmed", f"the words “{open_words[0]}”"
        if name == "confirmed" and gains and not is_negated:
            return "claimed", f"{claimant} says so and gains by it"
        if name != "confirmed" or not anonymous(claimant):
            return name, f"the cue “{found[0]}”"
    if found := _search("unconfirmed", f"{cue} | {around}"):
        return "unconfirmed", f"the words “{found[0]}”"
    return None


def is_service(claimant: str) -> bool:
    """Whether somebody is of those who count and help where nobody is accused, and is no side: police, rescuers.

    >>> is_service("the disaster agency"), is_service("the defence ministry"), is_service("Ruritania")
    (True, False, False)
    """
    service = _table("services")
    return bool(service["words"].search(claimant)) and not service["but"].search(claimant)


def is_denial(cue: str) -> bool:
    """Whether the words of saying deny.

    >>> is_denial("has denied"), is_denial("has not denied"), is_denial("said")
    (True, False, False)
    """
    return _table("cue")["denied"].search(cue) is not None and not _NOT.search(cue)


def is_accusing(cue: str) -> bool:
    """Whether the words of saying accuse.

    >>> is_accusing("has accused"), is_accusing("said")
    (True, False)
    """
    return _table("accusing")["words"].search(cue) is not None


_NOT = re.compile(r"\b(?:not|never|neither|nor)\b|n[’']t\b", re.I)


def left_open(around: str) -> tuple[str, str] | None:
    """The standing where somebody has said neither this nor that; None where no such words stand in the clause.

    >>> left_open("The army has yet to confirm or deny the claim")
    ('unconfirmed', 'the words “yet to confirm or deny”')
    """
    found = _search("neither", around)
    return ("unconfirmed", f"the words “{found[0]}”") if found else None


def has_evidence(words: str) -> bool:
    """Whether words name evidence: footage, images from satellites.

    >>> has_evidence("satellite images show"), has_evidence("analysts say")
    (True, False)
    """
    return _table("evidence")["words"].search(words) is not None
