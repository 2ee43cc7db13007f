"""Which mentions of a claim are independent: one per origin, so that counting them counts sources and not
printings.

Two mentions have one origin when they name the same claimant, when both come through the same outlet or
agency (a quote chain), when one repeats the words of the other, when both quote the same words of somebody, or
when one stands in a copy of the article of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import chain

from toolkit.timeline.alike import Alike
from toolkit.timeline.days import close
from toolkit.timeline.mention import ANSWERS, Mention
from toolkit.timeline.wording import BODY, WHOLE, one_source, overlap, ranks, stems

COPIED = 0.6  # share of the shorter sentence's pairs of words that the other has, from which it repeats it
REWRITTEN = 0.5  # share of its words, for sentences of which one article has the one from the other
LOOKED_AT = 100  # mentions of an origin, the first printed, that a further one is compared with
FEW = 30  # mentions of a claim, up to which each is compared with each
FEWEST = 5  # pairs of words of a sentence that can be told to be copied
QUOTED = 3  # pairs of words within quotation marks, fewer are a catchword that everybody quotes
NAMED = 0.8  # share of the pairs, where each of the two sentences names a speaker of its own
PLATFORMS = stems("Telegram Facebook Twitter YouTube Instagram TikTok WhatsApp social media")
"""Words of places where anybody writes: what two wrote there has two authors."""
NAMELESS = stems(
    "one two three four five several officer soldier official diplomat commander fighter field medic doctor nurse"
    " resident villager civilian witness worker source person people man woman"
) | stems(
    "officers soldiers officials diplomats fighters medics nurses residents villagers witnesses sources men women"
)
"""Words by which a source is named without being known."""
MEDIA = "Media"  # the side of a claimant that is an outlet or agency


def independent(claims: Sequence[str], rows: Sequence[Mention]) -> list[bool]:
    """For each mention, whether it is the first printed of its origin within its claim.

    `claims` are the claim ids of `rows`, in the same order.
    """
    return [number == first for number, first in enumerate(origins(claims, rows))]


def origins(claims: Sequence[str], rows: Sequence[Mention]) -> list[int]:
    """For each mention the place in `rows` of the one of its claim and origin that was printed first."""
    members: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        members[claim].append(number)
    first = list(range(len(rows)))
    for numbers in members.values():
        ordered = sorted(numbers, key=lambda number: rows[number].printed)
        for origin in _grouped([rows[number] for number in ordered]):
            for place in origin:
                first[ordered[place]] = ordered[min(origin)]
    return first


def _grouped(rows: Sequence[Mention]) -> list[list[int]]:
    """The places of the mentions of a claim, which come in the order of printing, by their origin."""
    likely = Likely(rows) if len(rows) > FEW else None
    told: dict[int, list[int]] = {}  # the origin that was last added to is the last
    home: dict[int, int] = {}  # of each mention that further ones are compared with
    for number, row in enumerate(rows):
        asked: dict[int, dict[int, None]] = defaultdict(dict)
        for member in likely.near(row) if likely else range(number):
            if member in home:
                asked[home[member]][member] = None
        found = {
            origin for origin, some in asked.items() if any(one_origin(row, rows[member]) for member in some)
        }
        # A mention of two origins shows that they are one.
        same = [origin for origin in told if origin in found] if len(found) > 1 else [*found]
        first, *others = [told.pop(origin) for origin in same] or [[]]
        before = len(first)
        first += [*chain.from_iterable(others), number]
        told[same[0] if same else number] = first
        for place, member in enumerate(first[before:], before):
            if place < LOOKED_AT:
                home[member] = same[0] if same else number
            else:
                home.pop(member, None)
        if likely and number in home:
            likely.enter(number, row)
    return [*told.values()]


class Likely:
    """Which earlier mentions of a claim may have the origin of one: `one_origin` is false of all others."""

    def __init__(self, rows: Sequence[Mention]) -> None:
        self._claimants = Alike(stems(row.claimant) for row in rows)
        self._channels = Alike(stems(name) for row in rows for name in (_channel(row), row.outlet))
        self._outlets = Alike(stems(name) for row in rows for name in (_channel(row), row.outlet))
        self._pairs = Alike((row.pairs for row in rows), COPIED, FEWEST)
        self._quoted = Alike((row.quoted for row in rows), COPIED, QUOTED)
        self._keys: dict[Hashable, list[int]] = defaultdict(list)

    def enter(self, number: int, row: Mention) -> None:
        """Enter a mention under a number."""
        self._claimants.enter(number, stems(row.claimant))
        self._channels.enter(number, stems(_channel(row)))
        self._outlets.enter(number, stems(row.outlet))
        self._pairs.enter(number, row.pairs)
        self._quoted.enter(number, row.quoted)
        for key in _held_by(row):
            self._keys[key].append(number)

    def near(self, row: Mention) -> Iterator[int]:
        """The numbers of the mentions that may be of one origin with a row, some of them several times."""
        channel, outlet = _channel(row), row.outlet
        yield from self._claimants.near(stems(row.claimant))
        for index, name in ((self._channels, channel), (self._outlets, channel), (self._channels, outlet)):
            yield from index.near(stems(name))
            yield from index.having(_initials(name))
        yield from self._pairs.near(row.pairs)
        yield from self._quoted.near(row.quoted)
        for key in _asked_of(row):
            yield from self._keys.get(key, ())


def _held_by(row: Mention) -> Iterator[Hashable]:
    """Under what a mention is found, beside its words."""
    yield "source", row.source
    yield "origin", row.origin
    yield "silent" if not row.claimant else "", row.outlet
    yield "claimant", stems(row.claimant)
    yield "outlet", stems(row.outlet)
    yield "initials of a channel", _initials(_channel(row))
    yield "initials of an outlet", _initials(row.outlet)
    yield from ((rank, row.side) for rank in ranks(row.claimant) if row.side)


def _asked_of(row: Mention) -> Iterator[Hashable]:
    """Under what the mentions stand that may be of one origin with a mention, beside its words."""
    if row.source:
        yield "source", row.source
    yield "origin", row.origin
    if not row.claimant:
        yield "silent", row.outlet
    else:
        yield "outlet", stems(row.claimant)
    yield "claimant", stems(row.outlet)
    for word in stems(_channel(row)):
        yield "initials of a channel", word
        yield "initials of an outlet", word
    yield from (("initials of a channel", word) for word in stems(row.outlet))
    held = ranks(row.claimant)
    if held and row.side:
        yield BODY if WHOLE in held else WHOLE, row.side


def one_origin(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one claim go back to the same source, as far as the two sentences show."""
    source = one_source(one, other) and not _two_nameless(one, other)
    acts = {_act(one), _act(other)}
    if len(acts) > 1:
        if acts == {"", "denied"}:
            # What a denier says to hold instead is part of the denial.
            return source and one.article == other.article
        # Who retells a confirmation may lose whose officer gave it, so that it reads like a report.
        copied = same_name(one.via, other.via) and _copied(one.pairs, other.pairs, FEWEST)
        once = source and (close(one.said, other.said) or _one_channel(one, other))
        return acts == {"", "confirmed"} and (copied or once)
    if source or _one_text(one, other):
        return True
    if _quoted_alike(one, other):
        return True
    # Who told one agency, nameless, is of one side to one reader and of none to another.
    nobody = nameless(one.claimant, one.side) and nameless(other.claimant, other.side)
    told = nobody and same_name(one.via, other.via)
    if one.standing != other.standing and one.side != other.side and not told:
        return False
    if _one_channel(one, other):
        return True
    if not one.claimant and not other.claimant and one.outlet == other.outlet:
        return True
    # Two speakers of one sentence or article share its words, and are two all the same.
    named = all(row.claimant not in ("", row.outlet) for row in (one, other))
    if (one.side and other.side and one.side != other.side) or (named and one.article == other.article):
        return False
    # A copy keeps the speaker; two that share a standard phrase have each their own, and so has who asked somebody.
    asked = any(same_name(row.via, row.outlet) for row in (one, other))
    share = NAMED if (named or asked) and not same_name(one.via, other.via) else COPIED
    return _copied(one.pairs, other.pairs, FEWEST, share)


def _one_text(one: Mention, other: Mention) -> bool:
    """Whether one is printed in a copy of the article of the other, in words for the same."""
    return (
        one.article != other.article
        and one.origin == other.origin
        and not _opposed(one, other)
        and overlap(one.words, other.words) >= REWRITTEN
    )


def _quoted_alike(one: Mention, other: Mention) -> bool:
    """Whether two articles quote the same words of somebody, whoever each takes him for."""
    return (
        one.article != other.article
        and not _opposed(one, other)
        and _copied(one.quoted, other.quoted, QUOTED)
    )


def _opposed(one: Mention, other: Mention) -> bool:
    """Whether the claimants are of two sides, of which none is that of the outlets."""
    return bool(one.side and other.side) and one.side != other.side and MEDIA not in (one.side, other.side)


def _one_channel(one: Mention, other: Mention) -> bool:
    """Whether both came through one outlet or agency, or what came through it for one is printed by it as the other."""
    channel, other_channel = _channel(one), _channel(other)
    return (
        same_name(channel, other_channel)
        or same_name(channel, other.outlet)
        or same_name(other_channel, one.outlet)
        or _names_outlet(one, other)
        or _names_outlet(other, one)
    )


def _names_outlet(one: Mention, other: Mention) -> bool:
    """Whether the claimant of one, which no list of outlets knows, is the outlet of the other."""
    return not one.side and bool(stems(one.claimant)) and stems(one.claimant) == stems(other.outlet)


def _channel(row: Mention) -> str:
    """The outlet or agency that a mention has its words from: told to it, or reported by it."""
    told = row.via or (row.claimant if row.side == MEDIA and row.claimant != row.outlet else "")
    return "" if stems(told) & PLATFORMS or same_name(told, row.outlet) else told


def nameless(claimant: str, side: str) -> bool:
    """Whether a source is named without being known.

    >>> nameless("three Ukrainian officers", "Ukraine"), nameless("Ukraine", "Ukraine")
    (True, False)
    """
    words = stems(claimant) - stems(side)
    return bool(words) and words <= NAMELESS


def _two_nameless(one: Mention, other: Mention) -> bool:
    """Whether "an officer" told one agency and "an officer" another: of them nobody knows that they are one."""
    channels = _channel(one), _channel(other)
    unknown = nameless(one.claimant, one.side) and nameless(other.claimant, one.side)
    return unknown and "" not in channels and not same_name(*channels)


def _copied(words: frozenset[str], others: frozenset[str], enough: int, share: float = COPIED) -> bool:
    return min(len(words), len(others)) >= enough and overlap(words, others) >= share


def _act(row: Mention) -> str:
    """What a source does with a claim: makes it, confirms, denies, leaves it open; each makes it a source anew."""
    return row.standing if row.standing in ANSWERS else ""


def same_name(one: str, other: str) -> bool:
    """Whether two names of outlets, or of other bodies, are one.

    >>> same_name("The New York Times", "the NYT"), same_name("New York Times", "Moscow Times")
    (True, False)
    """
    words, others = stems(one), stems(other)
    if not words or not others:
        return False
    return words <= others or others <= words or _initials(one) in others or _initials(other) in words


def _initials(name: str) -> str:
    """The initials of a name of several words, "nyt" of "The New York Times", else nothing."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper() and word.lower() != "the")
    return letters.lower() if len(letters) > 1 else ""
