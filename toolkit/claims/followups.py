"""Answers to a claim that do not say again what was claimed: "the general staff rejected that claim"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.model import Span

_CLAIM = r"(?:claims?|announcements?|assertions?|statements?|reports?|allegations?|accounts?)"
# A pronoun is an object only where nothing follows but a time: "denied that the town had fallen" is no answer.
_OBJECT = (
    rf"(?:(?:that|this|the|these|those|its|their|\w+[’']s)\s+(?:(?:first|such)\s+)*{_CLAIM}\b"
    r"|(?:it|this|that)(?=\s*(?:[.,;:”]|$|on\s|at\s(?:once|the)|that\s(?:same\s)?day|the\s(?:same\s)?day|yesterday|by\sthen)))"
)
_RULES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (name, standing, re.compile(pattern, re.I))
    for name, standing, pattern in (
        ("followup.unverified", "unconfirmed", rf"\b(?:the|that|this|these|those|its|their)\s+{_CLAIM}\s+(?:could|can|have|has)(?:\s?n[o’']t|\s+not)\s+(?:yet\s+)?be(?:en)?\s+(?:independently\s+)?(?:verified|confirmed)"),
        ("followup.unconfirmed", "unconfirmed", rf"\b(?:ha(?:s|ve|d)|did|does|do|could)(?:\s?n[o’']t|\s+(?:\w+\s+){{0,2}}not|\s+never)\s+(?:\w+\s+){{0,2}}(?:confirm(?:ed)?|acknowledged?|verif(?:y|ied))\s+{_OBJECT}"),
        ("followup.denied", "denied", rf"\b(?:denied|denies|rejected|rejects|dismissed|dismisses|refuted|refutes|disputed|disputes|rebuffed)\s+{_OBJECT}"),
        ("followup.denied", "denied", rf"\b(?:denied|denies|rejected|rejects|dismissed|dismisses|refuted|refutes|disputed|disputes)\s+(?:on\s+\w+,?\s+)?(?:an?|the)\s+(?:\w+\s+){{0,2}}{_CLAIM}\s+that\b"),
        ("followup.confirmed", "confirmed", rf"\b(?:confirmed|confirms|acknowledged|admitted|verified)\s+{_OBJECT}"),
    )
)  # fmt: skip


_SAME_DAY = re.compile(
    r"\s*(?:(?:on\s+)?(?:the|that)\s+(?:very\s+)?(?:same\s+)?day|at\s+once|immediately|within\s+hours)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An answer to an earlier claim: the rule, the standing it gives, the words that say so, whether it came
    the same day, and whether the claim stands behind it ("rejected a claim that ...")."""

    rule: str
    standing: str
    span: Span
    same_day: bool
    ahead: bool


def find_followups(text: str, start: int, end: int) -> list[FollowUp]:
    """The answers to earlier claims in a sentence, in text order.

    >>> text = "The general staff rejected that claim on Tuesday."
    >>> found, = find_followups(text, 0, len(text))
    >>> found.standing, text[slice(*found.span)]
    ('denied', 'rejected that claim')
    """
    found = [
        FollowUp(
            rule,
            standing,
            match.span(),
            bool(_SAME_DAY.match(text, match.end(), end)),
            match[0].endswith(" that"),
        )
        for rule, standing, pattern in _RULES
        for match in pattern.finditer(text, start, end)
    ]
    found.sort(key=lambda f: (f.span[0], -f.span[1]))
    return [f for k, f in enumerate(found) if k == 0 or f.span[0] >= found[k - 1].span[1]]
