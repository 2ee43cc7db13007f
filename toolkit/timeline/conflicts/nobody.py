"""Harm to some against harm to nobody: "nine people were hurt", "police said that nobody was injured".

Linking never makes one claim of a thing and its negation; here the two are brought together by place, days and harm.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from toolkit.timeline.conflicts.positions import SOME_OR_NOBODY, Parting, Position, Told, counts
from toolkit.timeline.days import close
from toolkit.timeline.mention import ANSWERS
from toolkit.timeline.quantities import FATE_WORDS
from toolkit.timeline.wording import stems

KINDS = frozenset({"conflict/casualty", "conflict/displacement", "conflict/detention"})
"""Kinds of what becomes of people, of which it may be said that it became of nobody."""
COMPARED = 40
"""Rows of one kind and place with which a negation is compared, the first ones."""

_FATES = {name: re.compile(rf"\b(?:{pattern})\b", re.I) for name, pattern in FATE_WORDS.items()}
_NOBODY = re.compile(r"\b(?:no|nobody|none|neither|nor|zero|without|any(?:one|body)?)\b", re.I)
"""Without one of these it is one and the same person who is not dead."""
_CIVILIANS = stems("civilians")
NEAR = 25
"""Characters before the words that tell a row, in which such a word may stand: "there had been no casualties"."""
_ANY_HARM = re.compile(r"\b(?:casualt(?:y|ies)|victims?|harm(?:ed)?)\b", re.I)


def fates(words: str) -> frozenset[str]:
    """What the words say to become of people; casualties are killed or wounded.

    >>> sorted(fates("nine people were hurt")), sorted(fates("no civilian casualties"))
    (['wounded'], ['killed', 'wounded'])
    """
    found = {name for name, pattern in _FATES.items() if pattern.search(words)}
    return frozenset(found | {"killed", "wounded"} if _ANY_HARM.search(words) else found)


def nobody(told: Iterable[Told]) -> Iterator[Parting]:
    """The pairs of claims of which one has something become of people and one of nobody, at one place on one day."""
    places: dict[tuple[str, str], tuple[list[Told], list[Told]]] = defaultdict(lambda: ([], []))
    for each in told:
        one = each.mention
        if f"{one.theme}/{one.kind}" in KINDS and one.certain and one.place and one.standing not in ANSWERS:
            places[one.kind, one.place][one.negated].append(each)
    for _, (some, none) in sorted(places.items()):
        found: set[tuple[str, str]] = set()
        compared = sorted(some, key=lambda each: each.order)[:COMPARED] if none else []
        for denier in sorted(none, key=lambda each: each.order):
            for harmed in compared:
                claims = str(harmed.row["claim_id"]), str(denier.row["claim_id"])
                if claims not in found and _of_one_harm(harmed, denier):
                    found.add(claims)
                    yield _parting(harmed, denier)


def _of_one_harm(one: Told, denier: Told) -> bool:
    first, second = one.mention, denier.mention
    if one.one_source(denier) or first.is_of_others(second) or not close(first.event, second.event):
        return False
    row = denier.row
    denied = f"{row['quote'][: max(0, row['told_start'] - row['start'])][-NEAR:]} {denier.words}"
    if first.target and _CIVILIANS & stems(denied) and not _CIVILIANS & (stems(one.words) | first.target):
        return False  # "70 militants were killed, and there had been no civilian casualties"
    return _NOBODY.search(denied) is not None and bool(fates(one.words) & fates(denier.words))


def _parting(one: Told, denier: Told) -> Parting:
    count = next((each.text for each in counts(one) if each.of.split()[0] in FATE_WORDS), "some")
    harmed, none = Position(count, told=[one]), Position("nobody", told=[denier])
    return Parting("standing", SOME_OR_NOBODY, "", harmed, none, one, denier, kept_apart=True)
