"""Answers that leave what they answer to the sentence before: "the army has yet to confirm or deny the claim"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from toolkit.timeline.weights import SPEECH
from toolkit.timeline.wording import one_voice

if TYPE_CHECKING:
    from toolkit.timeline.mention import Mention

SOON = 2
"""Sentences within which "the claim" is the one before."""

_BACK = re.compile(
    r"\b(?:confirm|den[yi]|verif|reject|dismiss|refut|disput|contest|comment|respond|check|substantiat)\w*"
    r"(?:\s+(?:on|to|or|nor|deny|confirm|all|any|of|both))*\s+"
    r"(?:it|this|that|(?:the|these|those|that|this|such|his|her|its|their)(?:\s+\w+)?\s+"
    r"(?:claim|report|allegation|accusation|charge|assertion|account|rumou?r|suggestion)s?)"
    r"\s*(?:[.,;”\"]|$|and\b|but\b)",
    re.I,
)


def is_bare(quote: str) -> bool:
    """Whether the words of an answer say nothing of what is answered but that it was said.

    >>> is_bare("The army has yet to confirm or deny the claim."), is_bare("Oslo denied it.")
    (True, True)
    >>> is_bare("Oslo denied that it had fired."), is_bare("Oslo denied the claim of a seizure.")
    (False, False)
    """
    return _BACK.search(quote) is not None


def answered_before(rows: Iterable[Mention]) -> dict[str, str]:
    """The ids of bare answers that are but an act of speech and given to no claim yet, each with that of the claim
    which another voice made before."""
    articles: dict[str, list[Mention]] = defaultdict(list)
    for row in rows:
        articles[row.article].append(row)
    found: dict[str, str] = {}
    for told in articles.values():
        for answer in told:
            if answer.points_back and answer.kind in SPEECH and not answer.answers:
                before = [each for each in told if _may_be_meant(each, answer)]
                if before:
                    found[answer.id] = max(before, key=_nearest).id
    return found


def _may_be_meant(claim: Mention, answer: Mention) -> bool:
    near = 0 < answer.sentence - claim.sentence <= SOON
    return near and claim.certain and not claim.points_back and not one_voice(claim, answer)


def _nearest(claim: Mention) -> tuple[int, bool, bool, int, str]:
    """The nearest sentence, in it what is called a claim or is not told by the outlet itself, what opens it."""
    return (claim.sentence, claim.standing == "claimed", not claim.is_own_voice, -claim.start, claim.id)
