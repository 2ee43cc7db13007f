"""Kinds of events and their codes in PLOVER and ACLED."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.claims.toml_checks import Reader

GAINS = ("actor", "target", "opponent", "nobody")
PLOVER = frozenset(
    {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }
)  # fmt: skip
KIND_KEYS = (
    "name",
    "family",
    "plover",
    "acled",
    "gains",
    "speech",
    "departure",
    "agentless",
    "attempt",
    "wording",
)


SLOTS = ("actor", "target", "event", "place")
"""What the sentences of a kind (`wording`) can name between braces."""
_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: its codes, who gains by it (one of GAINS or a side), whether it is an act of speech, whether it
    happens where somebody comes from (`departure`), whether nobody does it (`agentless`: a river rises), and the kind
    that it is while it is only tried (`attempt`: who tries to take a town advances). What outlets call by several kinds
    has the `family` in common. `wording` are sentences for what the words of a text make no clause of."""

    name: str
    theme: str
    family: str = ""
    plover: str = ""
    acled: str = ""
    gains: str = "nobody"
    speech: bool = False
    departure: bool = False
    agentless: bool = False
    attempt: str = ""
    wording: tuple[str, ...] = ()


def is_of_ground(kind: Kind) -> bool:
    """Whether what is done is done to a place: it is entered, taken or besieged."""
    return kind.family == "ground" and kind.gains == "actor"


def read_kind(read: Reader, theme: str, sides: tuple[str, ...]) -> Kind:
    """One [[kinds]] table; `sides` are the names of sides that can gain by it."""
    read.only(*KIND_KEYS)
    gains = read.text("gains", "nobody")
    if gains not in GAINS and gains not in sides:
        raise read.wrong("gains", f"{gains!r} is none of {', '.join(GAINS)}, and no side")
    wording = tuple(read.texts("wording"))
    for each in wording:
        if unknown := [slot for slot in _SLOT.findall(each) if slot not in SLOTS]:
            raise read.wrong("wording", f"{{{unknown[0]}}} is none of {', '.join(SLOTS)}")
    return Kind(
        read.text("name"), theme, read.text("family", ""), plover_code(read, ""), read.text("acled", ""), gains,
        read.flag("speech"), read.flag("departure"), read.flag("agentless"),
        read.text("attempt", ""), wording,
    )  # fmt: skip


def plover_code(read: Reader, default: str) -> str:
    """The key `plover` of a table, checked."""
    code = read.text("plover", default)
    if code and code not in PLOVER:
        raise read.wrong(
            "plover", f"{code!r} is no event type of PLOVER; there are {', '.join(sorted(PLOVER))}"
        )
    return code
