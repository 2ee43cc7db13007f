"""Which mentions of a claim are independent: one per origin, so that counting them counts sources and not
printings.

Two mentions have one origin when they name the same claimant, when both come through the same outlet or
agency (a quote chain), when one repeats the words of the other, or when one article is a rewrite of the
other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from toolkit.timeline.evidence import ANSWERS, Mention
from toolkit.timeline.wording import overlap, same_source, stems

COPIED = 0.6  # share of the shorter sentence's pairs of words that the other has, from which it repeats it
REWRITTEN = 0.5  # share of its words, for a rewrite, which changes words but keeps the order of the story
SHARE = 0.6  # share of the sentences of the shorter article with such a counterpart
ENOUGH = 3  # sentences with a counterpart, fewer prove nothing


def independent(claims: Sequence[str], rows: Sequence[Mention]) -> list[bool]:
    """For each mention, whether it is the first printed of its origin within its claim.

    `claims` are the claim ids of `rows`, in the same order.
    """
    members: dict[str, list[int]] = defaultdict(list)
    articles: dict[str, dict[int, frozenset[str]]] = defaultdict(dict)
    for number, (claim, row) in enumerate(zip(claims, rows, strict=True)):
        members[claim].append(number)
        articles[row.article][row.start] = row.words
    stories = {article: [words for _, words in sorted(found.items())] for article, found in articles.items()}

    @cache
    def rewrite(one: str, other: str) -> bool:
        return one != other and is_rewrite(stories[one], stories[other])

    def retold(one: Mention, other: Mention) -> bool:
        alike = one.standing == other.standing and overlap(one.words, other.words) >= REWRITTEN
        return alike and rewrite(*sorted((one.article, other.article)))

    first = [False] * len(rows)
    for numbers in members.values():
        origins: list[list[int]] = []
        for number in numbers:
            row = rows[number]
            same = [
                origin
                for origin in origins
                if any(one_origin(row, rows[member]) or retold(row, rows[member]) for member in origin)
            ]
            # A mention of two origins shows that they are one.
            origins = [origin for origin in origins if origin not in same]
            origins.append([number, *(member for origin in same for member in origin)])
        for origin in origins:
            first[min(origin, key=lambda number: _printed(rows[number]))] = True
    return first


def one_origin(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one claim go back to the same source, as far as the two sentences show."""
    source = same_source(one.claimant, one.side, other.claimant, other.side)
    if _act(one) != _act(other):
        # What a denier says to hold instead is part of the denial.
        return source and one.article == other.article and {_act(one), _act(other)} == {"", "denied"}
    if source:
        return True
    if one.standing != other.standing and one.side != other.side:
        return False
    if one.via and (_same_name(one.via, other.via) or _same_name(one.via, other.outlet)):
        return True
    if other.via and _same_name(other.via, one.outlet):
        return True
    if not one.claimant and not other.claimant and one.outlet == other.outlet:
        return True
    # Two speakers of one sentence share its words, and are two all the same.
    speakers = one.side and other.side and one.side != other.side
    copied = min(len(one.pairs), len(other.pairs)) >= 5 and overlap(one.pairs, other.pairs) >= COPIED
    return copied and not speakers


def _act(row: Mention) -> str:
    """What a source does with a claim: makes it, confirms, denies, leaves it open; each makes it a source anew."""
    return row.standing if row.standing in ANSWERS else ""


def is_rewrite(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    """Whether one article, given as the words of its sentences in order, retells the other."""
    short, long = sorted((one, other), key=len)
    # The longest chain of counterparts in the same order (a longest common subsequence).
    best = [0] * (len(long) + 1)
    for words in short:
        before = 0
        for position, others in enumerate(long, 1):
            here = best[position]
            matched = min(len(words), len(others)) >= 4 and overlap(words, others) >= REWRITTEN
            best[position] = max(best[position], best[position - 1], before + matched)
            before = here
    return best[-1] >= max(ENOUGH, SHARE * len(short))


def _printed(row: Mention) -> tuple[bool, int, str, int, str]:
    return (row.published is None, row.published or 0, row.article, row.start, row.id)


def _same_name(one: str, other: str) -> bool:
    """Whether two names of outlets are one: "The New York Times", "New York Times", "the NYT"."""
    words, others = stems(one), stems(other)
    if not words or not others:
        return False
    return words <= others or others <= words or _initials(one) in others or _initials(other) in words


def _initials(name: str) -> str:
    """The initials of a name of several words, "nyt" of "The New York Times", else nothing."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper() and word.lower() != "the")
    return letters.lower() if len(letters) > 1 else ""
