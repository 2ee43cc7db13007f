"""Answers to a claim that do not say again what was claimed: "the general staff rejected that claim"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.model import Span

_CLAIM = r"(?:claims?|announcements?|assertions?|statements?|reports?|allegations?|accounts?)"
_OBJECT = rf"(?:(?:that|this|the|these|those|russia[’']s|moscow[’']s|kyiv[’']s|its)\s+(?:first\s+|such\s+)?{_CLAIM}|it|this|that|the first such claim)(?=[\s,.;:]|$)(?!\s+(?:was|is|would|had|the|zap|it|they|he|she|no|any)\b)"
_RULES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (name, standing, re.compile(pattern, re.I))
    for name, standing, pattern in (
        ("followup.unverified", "unconfirmed", rf"\b(?:the|that|this|these|those|its|their)\s+{_CLAIM}\s+(?:could|can|have|has)(?:\s?n[o’']t|\s+not)\s+(?:yet\s+)?be(?:en)?\s+(?:independently\s+)?(?:verified|confirmed)"),
        ("followup.unconfirmed", "unconfirmed", rf"\b(?:ha(?:s|ve|d)|did|does|do|could)(?:\s?n[o’']t|\s+(?:\w+\s+){{0,2}}not|\s+never)\s+(?:\w+\s+){{0,2}}(?:confirm(?:ed)?|acknowledged?|verif(?:y|ied))\s+{_OBJECT}"),
        ("followup.denied", "denied", rf"\b(?:denied|denies|rejected|rejects|dismissed|dismisses|refuted|refutes|disputed|disputes|rebuffed)\s+{_OBJECT}"),
        ("followup.confirmed", "confirmed", rf"\b(?:confirmed|confirms|acknowledged|admitted|verified)\s+{_OBJECT}"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An answer to an earlier claim: the rule, the standing it gives, and the words that say so."""

    rule: str
    standing: str
    span: Span


def find_followup(text: str, start: int, end: int) -> FollowUp | None:
    """The first answer to an earlier claim in a sentence, or None.

    >>> text = "The general staff rejected that claim on Tuesday."
    >>> found = find_followup(text, 0, len(text))
    >>> found.standing, text[slice(*found.span)]
    ('denied', 'rejected that claim')
    """
    found = [
        FollowUp(rule, standing, match.span())
        for rule, standing, pattern in _RULES
        if (match := pattern.search(text, start, end))
    ]
    return min(found, key=lambda f: f.span[0], default=None)
