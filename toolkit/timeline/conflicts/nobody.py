"""Harm to some against harm to nobody: "nine people were hurt", "police said that nobody was injured".

Linking never makes one claim of a thing and its negation; here the two are brought together by place, days and harm.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from toolkit.timeline.conflicts.accounts import SOME_OR_NOBODY, Inside, Parting, Position, Told, counts
from toolkit.timeline.days import NARROW, close, width
from toolkit.timeline.mention import ANSWERS, Mention
from toolkit.timeline.quantities import FATE_WORDS
from toolkit.timeline.wording import stems

KINDS = frozenset({"conflict/casualty", "conflict/displacement", "conflict/detention"})
"""Kinds of what becomes of people, of which it may be said that it became of nobody."""
COMPARED = 40
"""Rows of one kind and day with which a negation is compared, the first ones."""

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


def nobody(told: Iterable[Told], inside: Inside) -> Iterator[Parting]:
    """The pairs of claims of which one has something become of people and one of nobody, at one place on one day."""
    harmed: dict[tuple[str, int | None], list[Told]] = defaultdict(list)
    deniers = []
    for each in sorted(told, key=lambda each: each.order):
        one = each.mention
        if f"{one.theme}/{one.kind}" in KINDS and one.certain and one.standing not in ANSWERS:
            if one.negated:
                deniers.append(each)
            else:
                harmed[one.kind, one.event[1]].append(each)
    found: set[tuple[str, str]] = set()
    for denier in deniers:
        kind, last = denier.mention.kind, denier.mention.event[1]
        days = () if last is None else range(last - NARROW, last + NARROW + 1)
        for some in [some for day in days for some in harmed.get((kind, day), ())[:COMPARED]]:
            claims = str(some.row["claim_id"]), str(denier.row["claim_id"])
            if claims not in found and _of_one_harm(some, denier, inside):
                found.add(claims)
                yield _parting(some, denier)


def _at_one_place(one: Mention, other: Mention, inside: Inside) -> bool:
    """Whether both may be of one place; where neither names one, it is one where both are of the very same day."""
    near = inside(one.place, other.place) or inside(other.place, one.place)
    if one.place and other.place and (one.place == other.place or near):
        return True
    named = one.names_place or other.names_place
    return not named and one.event == other.event and width(one.event) == 0


def _of_one_harm(one: Told, denier: Told, inside: Inside) -> bool:
    first, second = one.mention, denier.mention
    if one.one_source(denier) or first.is_of_others(second) or not close(first.event, second.event):
        return False
    if not _at_one_place(first, second, inside):
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
