"""Answers to a claim that do not say again what was claimed: "the general staff rejected that claim"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from toolkit.claims.vocabulary import load, phrases
from toolkit.model import Span

_TABLE = load("answers")
_LIKELY = re.compile(
    r"\b(?:(?:un)?(?:confirm|verif)|den(?:y|ie)|reject|dismiss|refut|disput|acknowledg|admit|rebuff|conceded"
    r"|corroborat|substantiat|authenticat|contradict|disown|comment(?:ed)? on|(?:comment|reaction|response) from"
    r"|immediately (?:comment|respon|react)|repeate?[ds] |reiterate|renewe?[ds] |restate|reaffirm|reassert|echoe"
    r"|maintain(?:ed|s) (?:th|it)|st(?:oo|an)ds? (?:by|to)|st[iu]cks? to|so\b|ma[dk]es? th[aei]"
    r"|(?:not true|false|fake|lies?|nonsense|disinformation|baseless|groundless|unfounded|propaganda)\b)"
)
_NAMED = re.compile(r"\s(?:from|by)\s")
# "weeks after Moscow said so" only counts from there.
_COUNTED = re.compile(r"\b(?:after|since|before|when|until|as)\s+(?:[\w’'-]+\s+){1,5}$")
_SAME_DAY = re.compile(rf"\s*(?:{'|'.join(phrases(_TABLE['same_day']))})\b", re.I)


def _pattern(listing: str) -> re.Pattern[str]:
    source = "|".join(phrases(listing))
    for name in ("object", "not", "claim", "checked"):
        source = source.replace(f"{{{name}}}", f"(?:{'|'.join(phrases(_TABLE[name]))})")
    return re.compile(rf"\b(?:{source})", re.I)


_INSIDE = _pattern("{claim}")
_ANSWERS = {standing: _pattern(listing) for standing, listing in _TABLE["answers"].items()}


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
    if not _LIKELY.search(text, start, end):
        return ()
    matches = [
        (match.start(), -match.end(), standing, match)
        for standing, pattern in _ANSWERS.items()
        for match in pattern.finditer(text, start, end)
    ]
    found: list[FollowUp] = []
    for _, _, standing, match in sorted(matches, key=lambda each: each[:2]):
        counted = standing == "repeated" and _COUNTED.search(text, start, match.start())
        if not counted and (not found or match.start() >= found[-1].span[1]):
            same_day = _SAME_DAY.match(text, match.end(), end) is not None
            ahead = len(match[0].split()) > 2 and match[0].endswith(" that")
            found.append(
                FollowUp(
                    f"followup.{standing}",
                    standing,
                    match.span(),
                    same_day,
                    ahead,
                    _INSIDE.match(match[0]) is not None or _NAMED.search(match[0]) is not None,
                )
            )
    return tuple(found)
