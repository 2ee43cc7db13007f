"""Names of parties in a text: nations, their seats of government, bodies of states, and the groups of the sides."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from toolkit.claims.actors.vocabulary import nations
from toolkit.claims.cases.sides import AGAINST, Side, Sides
from toolkit.claims.places.gazetteer import load_gazetteer, well_known

_WORD = re.compile(r"(?<!\w[’'])(?:(?:[A-Z]\.){2,}|[A-Z]\.[A-Z](?!\w)|[^\W_]+(?:[’'](?!s(?!\w))[^\W_]+)*)")
_LETTER = re.compile(r"\w")
# What only helps, hosts or borders somebody does not act: "Iran-backed", "Gaza-based".
_BESIDE = re.compile(
    r"[-‑–](?:backed|aligned|allied|brokered|mediated|sponsored|supported|occupied|controlled|held|based|born|linked|run|ruled"
    r"|affiliated|funded|made|supplied|armed|trained|appointed|installed|designated|era|style|type|designed|built|sanctioned|proposed|drafted|friendly|bound)\b"
)
LONGEST = 8
"""Words of the longest name."""

_KEPT = 10_000
"""Stretches of which is kept what they name."""

Word = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for: a party's name and kind; `use` is name, adjective, capital, leader, acronym or
    office (of a body or office that goes by its own words)."""

    name: str
    kind: str
    use: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A known name at its place in a text."""

    start: int
    end: int
    known: Known


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of a stretch with their places: hyphens part them, possessives are no words, initials lose their dots.

    >>> [word for word, *_ in words_of("the U.S.-led coalition and Israel's N'Djamena office")]
    ['the', 'US', 'led', 'coalition', 'and', 'Israel', "N'Djamena", 'office']
    """
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        yield found[0].replace(".", "").replace("’", "'"), found.start(), found.end()


@lru_cache(maxsize=8)
def _read(text: str) -> tuple[list[Word], list[int], list[int]]:
    """The words of a text with where they start and end, found once for all the stretches that are asked for."""
    words = list(words_of(text))
    return words, [start for _, start, _ in words], [end for _, _, end in words]


def _stretch(text: str, start: int, end: int | None) -> list[Word]:
    """The words of a stretch; what its ends cut is read anew."""
    words, starts, ends = _read(text)
    end = len(text) if end is None else end
    first, last = bisect_left(starts, start), bisect_right(ends, end)
    if first and ends[first - 1] > start:
        return list(words_of(text, start, end))
    if (last < len(words) and starts[last] < end) or _LETTER.match(text, end):
        whole = max(first, last - 2)  # "U.Sx": without its last letter "U" is no word
        return [*words[first:whole], *words_of(text, starts[whole] if whole > first else start, end)]
    return words[first:last]


def initials(name: str) -> str:
    """The first letters of the capitalised words of a name, its numbers whole.

    >>> initials("Rapid Support Forces"), initials("March 23 Movement")
    ('RSF', 'M23M')
    """
    return "".join(
        word if word[0].isdigit() else word[0] for word, *_ in words_of(name) if not word[0].islower()
    )


def _is_place(words: list[Word], k: int, n: int) -> bool:
    """Whether an adjective is the beginning of the name of a place: "British Columbia", "French Guiana"."""
    if k + n >= len(words) or not words[k + n][0][:1].isupper() or words[k + n][1] - words[k + n - 1][2] != 1:
        return False
    return bool(load_gazetteer().named(" ".join(word for word, *_ in words[k : k + n + 1])))


class Names:
    """The names that parties are known by, each with what it stands for."""

    def __init__(self, entries: Iterator[tuple[str, Known]]) -> None:
        self._known: dict[tuple[str, ...], Known] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._found: dict[tuple[str, int, int | None], list[Mention]] = {}
        for text, known in entries:
            self.add(text, known)

    def add(self, text: str, known: Known) -> None:
        """Add a name; what is known stays."""
        words = tuple(word for word, *_ in words_of(text))
        if words and len(words) <= LONGEST and words not in self._known:
            self._found.clear()
            self._known[words] = known
            lengths = {len(words), *self._lengths.get(words[0], ())}
            self._lengths[words[0]] = tuple(sorted(lengths, reverse=True))

    def replace(self, text: str, known: Known) -> None:
        """Let a name stand for another party than before."""
        self._known.pop(tuple(word for word, *_ in words_of(text)), None)
        self._found.clear()
        self.add(text, known)

    def get(self, text: str) -> Known | None:
        """What a whole text names, an article before it aside."""
        words = tuple(word for word, *_ in words_of(text))
        return self._known.get(words) or self._known.get(
            words[1:] if words[:1] in (("the",), ("The",)) else ()
        )

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """The names in a stretch, the longest at each place; what only backs or hosts somebody is left out."""
        asked = (text, start, end)
        found = self._found.get(asked)
        if found is None:  # many questions are about the same phrase
            if len(self._found) > _KEPT:
                self._found.clear()
            found = self._found[asked] = self._named(text, _stretch(text, start, end))
        return found.copy()

    def _named(self, text: str, words: list[Word]) -> list[Mention]:
        plain = [word for word, _, _ in words]
        if self._lengths.keys().isdisjoint(plain):
            return []
        found: list[Mention] = []
        k = 0
        while k < len(words):
            for n in self._lengths.get(plain[k], ()):
                known = self._known.get(tuple(plain[k : k + n]))
                if known is not None and k + n <= len(words):
                    if (
                        words[k - 1][0] == "National"
                        and k
                        and known.kind == "body"
                        and known.name == "United Nations"
                    ):
                        break
                    if known.use == "adjective" and _is_place(words, k, n):
                        break
                    if not _BESIDE.match(text, words[k + n - 1][2]) and not AGAINST.search(
                        text[max(0, words[k][1] - 6) : words[k][1]]
                    ):
                        found += self._before(words, k, n)
                        found.append(Mention(words[k][1], words[k + n - 1][2], known))
                    k += n - 1
                    break
            k += 1
        return found

    def _before(self, words: list[Word], k: int, n: int) -> list[Mention]:
        """The first of two that share a word: "North and South Korea"."""
        if n != 2 or k < 2 or words[k - 1][0] != "and":
            return []
        known = self._known.get((words[k - 2][0], words[k + 1][0]))
        return [Mention(words[k - 2][1], words[k - 2][2], known)] if known else []

    def leaders(self) -> Iterator[str]:
        """The names of those who lead a state or a group."""
        return (" ".join(words) for words, known in self._known.items() if known.use == "leader")

    def without(self, gone: Iterable[str]) -> Names:
        """These names but for some."""
        new = self.copy()
        for name in gone:
            new._known.pop(tuple(name.split()), None)
        return new

    def copy(self) -> Names:
        """These names, to add to."""
        new = Names(iter(()))
        new._known, new._lengths = dict(self._known), dict(self._lengths)
        return new


@lru_cache(maxsize=16)
def names_of(sides: Sides) -> Names:
    """The names of nations.toml, and what the names of some sides stand for."""
    names = Names(_nations())
    for side in sides.sides:
        for text, known in _of_side(names, side):
            names.add(text, known)
    return names


@lru_cache(maxsize=2)
def named_in(text: str, sides: Sides) -> tuple[Mention, ...]:
    """The known names in a whole text, found once for all that ask."""
    return tuple(names_of(sides).copy().find(text))  # a copy keeps no text for the next article


def _nations() -> Iterator[tuple[str, Known]]:
    for nation in nations():
        known = Known(nation.name, nation.kind, "name")
        for texts, use in (
            (nation.names, "name"),
            (nation.adjectives, "adjective"),
            (nation.seats, "capital"),
        ):
            for text in texts:
                yield text, replace(known, use=use)
        yield nation.name, known


def _of_side(names: Names, side: Side) -> Iterator[tuple[str, Known]]:
    if side.role in ("observer", "media"):
        return
    nation = names.get(side.name)
    if nation is not None and nation.kind == "state":
        for text in (*side.names, *side.leaders):
            yield text, Known(nation.name, "state", "leader" if text in side.leaders else "name")
    elif nation is None and side.name in (*side.names, *side.bare):
        yield from _of_group(side)
    elif nation is not None:  # a people: its groups keep their names
        for text in side.names:
            if text not in side.leaders and not text.endswith(("’s", "'s")) and not well_known(text):
                yield text, Known(text, "group", "name")


def _of_group(side: Side) -> Iterator[tuple[str, Known]]:
    short = _shortest(side.name, side.names)
    for text in (*side.names, *side.bare):
        if well_known(text) and text != side.name:
            yield text, Known(short, "group", "capital")
        elif same_group(text, side.name):
            yield text, Known(short, "group", "name")
        else:
            yield text, Known(text, "group", "name")
    for text in side.leaders:
        yield text, Known(short, "group", "leader")


def _shortest(name: str, names: Sequence[str]) -> str:
    """The acronym of a name where it is listed, else the name."""
    short = initials(name)
    return short if len(short) > 2 and short in names else name


def same_group(one: str, other: str) -> bool:
    """Whether two names of a side are one group's: the same words, one's initials, or singular and plural.

    >>> [same_group(name, "Rapid Support Forces") for name in ("RSF", "Janjaweed")], same_group("Houthi", "Houthis")
    ([True, False], True)
    """
    a, b = one.casefold().replace(" ", "-"), other.casefold().replace(" ", "-")
    if a == b or f"{a}s" == b or a == f"{b}s" or a.endswith(f"-{b}") or f"/{b}" in a:
        return True
    return any(
        (
            len(short) > 1
            and short.isupper()
            and full.count(" ")
            and (short == initials(full) or initials(full).startswith(short))
        )
        or (
            len(initials(full)) > 1
            and full.count(" ")
            and short.isupper()
            and short.startswith(initials(full))
        )
        for short, full in ((one, other), (other, one))
    )
