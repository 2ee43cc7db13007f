"""Answers to a claim that do not say again what was claimed: "the general staff rejected that claim"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from toolkit.claims.text.scan import Scan, fold
from toolkit.claims.vocabulary import load, phrases
from toolkit.model import Span

_TABLE = load("answers")
# Without one of these no pattern of the table fits.
_LIKELY = Scan(
    [
        r"(?:un)?(?:confirm|verif)\w*",
        r"(?:den(?:y|ie)|reject|dismiss|refut|disput|contradict|disown|rebuff)\w*",
        r"(?:acknowledg|admit|conceded|corroborat|substantiat|authenticat)\w*",
        r"(?:evidence|proof|sign|trace|indications?) (?:to|for|of)|correspond to",
        r"(?:commented|comment|responded|respond)(?= ?[.;]|$)",
        r"comment(?:ed)? on|(?:comment|reaction|response) from|immediately (?:comment|respon|react)\w*",
        r"(?:repeate?[ds]|renewe?[ds])(?= )|(?:reiterate|restate|reaffirm|reassert|echoe)\w*",
        r"(?:maintain(?:ed|s) (?:th|it)|st(?:oo|an)ds? (?:by|to)|st[iu]cks? to|ma[dk]es? th[aei])\w*|so",
        r"not true|false|fake|lies?|nonsense|disinformation|baseless|groundless|unfounded|propaganda",
    ]
)
NAMED = re.compile(r"\s(?:from|by)\s")
# "weeks after Moscow said so" only counts from there.
_COUNTED = re.compile(r"\b(?:after|since|before|when|until|as)\s+(?:[\w’'-]+\s+){1,5}$")
_SAME_DAY = re.compile(rf"\s*(?:{'|'.join(phrases(_TABLE['same_day']))})\b", re.I)


def _sources(listing: str) -> list[str]:
    for name in ("object", "not", "claim", "checked", "event"):
        listing = listing.replace(f"{{{name}}}", f"(?:{'|'.join(phrases(_TABLE[name]))})")
    return list(phrases(listing))


_INSIDE = re.compile(rf"(?:{_TABLE['claim']})")
_ANSWERS = {standing: Scan(_sources(listing), whole=False) for standing, listing in _TABLE["answers"].items()}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An answer to an earlier claim: its rule, the standing it gives ("repeated": the speaker's) and its words.

    `same_day` tells whether it came on the day of the claim, `ahead` whether the claim stands behind it ("rejected a
    claim that ..."), `inside` whether the words name who answers ("a claim that Kyiv denied").
    """

    rule: str
    standing: str
    span: Span
    same_day: bool
    ahead: bool
    inside: bool


@lru_cache(maxsize=8)
def find_followups(text: str, start: int, end: int) -> tuple[FollowUp, ...]:
    """The answers to earlier claims in a sentence, in text order.

    >>> text = "The general staff rejected that claim on Tuesday."
    >>> found, = find_followups(text, 0, len(text))
    >>> found.standing, text[slice(*found.span)]
    ('denied', 'rejected that claim')
    """
    folded = fold(text)
    if not any(_LIKELY.find(folded, start, end)):
        return ()
    spans = [
        (first, -last, standing)
        for standing, scan in _ANSWERS.items()
        for _, (first, last) in scan.find(folded, start, end)
    ]
    found: list[FollowUp] = []
    for first, last, standing in sorted(spans):
        counted = standing == "repeated" and _COUNTED.search(text, start, first)
        if not counted and (not found or first >= found[-1].span[1]):
            answer = folded[first:-last]
            same_day = _SAME_DAY.match(text, -last, end) is not None
            ahead = len(answer.split()) > 2 and answer.endswith(" that")
            inside = (
                answer.startswith("which ")
                or _INSIDE.match(answer) is not None
                or NAMED.search(answer) is not None
            )
            found.append(FollowUp(f"followup.{standing}", standing, (first, -last), same_day, ahead, inside))
    return tuple(found)
