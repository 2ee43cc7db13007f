"""How a claim stands: claimed, reported, confirmed, denied or unconfirmed; negated; possible rather than real.

The cues are listed in vocabulary/standing.toml. Who gains by an event comes from the theme: the side that gains claims,
the side that loses confirms, anybody else reports.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from toolkit.claims.text.scan import Scan, fold
from toolkit.claims.themes import Kind, Side
from toolkit.claims.vocabulary import load, phrases
from toolkit.model import Span

STANDINGS = ("claimed", "reported", "confirmed", "denied", "unconfirmed")
_WITHIN = ("may", "could", "would", "will")
_REACH = 90
"""Characters before an event's word in which its negation or modality is looked for."""


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


def negated(text: str, clause: int, trigger: int) -> bool:
    """Whether the event's word at `trigger` is denied by a word before it in the clause that begins at `clause`.

    >>> text = "They said that troops had not yet seized any village and went on."
    >>> negated(text, 15, text.index("seized")), negated(text, 15, text.index("went"))
    (True, False)
    """
    before = text[max(clause, trigger - _REACH) : trigger]
    found = [match.end() for match in _table("negation")["before"].finditer(before)]
    return bool(found) and not re.search(r"[,;:]|\b(?:and|but|that|so)\b", before[found[-1] :])


def modality(text: str, clause: int, trigger: int, end: int = 0) -> str:
    """What keeps an event from being told as a fact: may, could, will, weighing, plans, ...; empty where nothing does.

    The event's own words may hold it as well ("could advance"), where their `end` is given.

    >>> text = "They were weighing whether to seize the port."
    >>> modality(text, 0, text.index("seize"))
    'weighing'
    """
    folded = fold(text)
    if not any(_scan("modality").find(folded, max(clause, trigger - _REACH), max(trigger, end) + 3)):
        return ""
    within = (_table("modality")[name].search(text, trigger, end) for name in _WITHIN)
    lead = max((match.end() for match in within if match), default=trigger)
    before = text[max(clause, trigger - _REACH) : lead + (3 if text.startswith("to ", lead) else 0)]
    found = [
        (match.end(), -match.start(), name)
        for name, pattern in _table("modality").items()
        for match in pattern.finditer(before)
        if name == "reported" or not re.search(r"[,;:]|\b(?:and|but)\b", before[match.end() :])
    ]
    return max(found, default=(0, 0, ""))[2]


def open_question(text: str, start: int, end: int) -> Span | None:
    """Where ``text[start:end]`` says that something is not confirmed ("has so far not confirmed"), or None."""
    found = _table("sentence")["unconfirmed"].search(text, start, end)
    return found.span() if found else None


@lru_cache(maxsize=4096)
def anonymous(claimant: str) -> bool:
    """Whether nobody stands behind a claim by name or office.

    >>> anonymous("three Ukrainian officers"), anonymous("Viktor Kovalenko, a spokesman")
    (True, False)
    """
    return _table("anonymous")["words"].match(claimant) is not None


def gainer(kind: Kind, actor: Side | None, opponent: Side | None) -> Side | None:
    """The side that gains by an event of this kind; None where nobody is known to."""
    return {"actor": actor, "target": opponent, "opponent": opponent}.get(kind.gains)


def standing(
    cue: str, around: str, claimant: str, side: Side | None, gains: Side | None, is_negated: bool = False
) -> tuple[str, str]:
    """The standing of a claim and the reason, from the cue that introduces it and the side that speaks.

    `around` is the clause; `side` is the claimant's, `gains` the one that gains by the event, None where nobody does.

    >>> standing("has not confirmed", "", "the ministry", None, None)[0]
    'unconfirmed'
    >>> standing("said", "", "The New York Times", None, None)[0]
    'reported'
    """
    if found := _search("neither", around):
        return "unconfirmed", f"the words “{found[0]}”"
    for name, pattern in _table("cue").items():
        if not (found := pattern.search(cue)):
            continue
        if name == "confirmed" and (open_words := _search("unconfirmed", around)):
            return "unconfirmed", f"the words “{open_words[0]}”"
        if name == "confirmed" and side is not None and side == gains and not is_negated:
            return "claimed", f"{side.name} says so and gains by it"
        if name != "confirmed" or not anonymous(claimant):
            return name, f"the cue “{found[0]}”"
    if found := _search("unconfirmed", f"{cue} | {around}"):
        return "unconfirmed", f"the words “{found[0]}”"
    return by_side(cue, claimant, side, gains, is_negated)


def by_side(
    cue: str, claimant: str, side: Side | None, gains: Side | None, is_negated: bool
) -> tuple[str, str]:
    """The standing by who speaks, where the cue does not tell."""
    if side is None or side.role in ("media", "third"):
        return "reported", "a third party's or the outlet's own voice"
    if side.role == "observer":
        if _table("evidence")["words"].search(f"{claimant} {cue}"):
            return "confirmed", "an independent observer with evidence"
        return "reported", "an observer says so"
    if anonymous(claimant):
        return ("reported" if side != gains else "claimed"), f"nobody answers for it by name, of {side.name}"
    if gains is None or gains == side:
        return "claimed", f"{side.name} says so" + (" and gains by it" if gains else "")
    if is_negated:
        return "denied", f"{side.name} loses by it and says that it is not so"
    return "confirmed", f"{side.name} loses by it and says so"


def cue_standing(cue: str, around: str, claimant: str, gains: bool, is_negated: bool) -> tuple[str, str] | None:
    """The standing that the words of saying give by themselves ("denied", "has not confirmed"); None where they are neutral.

    `around` is the clause, `gains` whether the speaker gains by what is said.

    >>> cue_standing("has not confirmed", "", "the ministry", False, False)
    ('unconfirmed', 'the words “not confirmed”')
    """
    if found := _search("neither", around):
        return "unconfirmed", f"the words “{found[0]}”"
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


def has_evidence(words: str) -> bool:
    """Whether words name evidence: footage, images from satellites.

    >>> has_evidence("satellite images show"), has_evidence("analysts say")
    (True, False)
    """
    return _table("evidence")["words"].search(words) is not None
