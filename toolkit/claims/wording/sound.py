"""Whether the words of a label are a sentence that somebody would print: faults of parsing show in the words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.claims.wording.english import unspoken
from toolkit.claims.wording.names import adjective


@dataclass(frozen=True)
class Fault:
    """A fault that a label can have, with labels that have it and labels that only look so."""

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counter: tuple[str, ...]


FAULTS = (
    Fault(
        "does something to itself",
        re.compile(r"(?P<who>.{6,}) \w+ (?:\w+ )?(?P=who)", re.I),
        ("The army attacks the army",),
        ("The army attacks the armoury",),
    ),
    Fault(
        "breaks off",
        re.compile(r".* yet"),
        ("The army does not confirm it yet",),
        ("The army has yet to confirm it",),
    ),
    Fault(
        "says without a subject",
        re.compile(r".*\b(?:say|said|says) (?:is|are|was|were|has|have|could|may|might|will|would)\b.*"),
        ("The families say is a failure", "The mayor said could be flooded"),
        ("The families say it is a failure", "The mayor says Will Hay is missing"),
    ),
    Fault(
        "is two clauses read as one",
        re.compile(
            r"(?!.*\b(?:that|who|which|when|where|as|because|if|says?|said)\b).* and .* (?:was|were) \w+.*"
        ),
        ("Two soldiers deploy with the mission and seven others were killed",),
        ("The mayor says that the town and the port were taken",),
    ),
    Fault(
        "is about an open question",
        re.compile(r"(?:What|Who|Which)(?:ever)?\b.*"),
        ("Whatever material may have survived",),
        ("Whatley is flooded",),
    ),
)
"""Faults of which a label has none: each is of the whole label."""
_HELD = re.compile(r"(?P<who>.+?) (?:is|was) (?:in|under) (?P<whose>\w+) (?:hands|control|rule|fire)\b.*")


def sound(words: str) -> bool:
    """Whether a label has none of the `FAULTS`, and nobody speaks in it of himself or is held by himself.

    >>> sound("The army takes the town"), sound("We hold the town"), sound("Ukraine is under Ukrainian control")
    (True, False, False)
    """
    if not unspoken(words) or any(fault.pattern.fullmatch(words) for fault in FAULTS):
        return False
    held = _HELD.fullmatch(words)
    return held is None or adjective(held["who"]) != held["whose"]
