"""Who belongs to which side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from toolkit.claims.toml_checks import Reader, read_toml
from toolkit.claims.vocabulary import any_of
from toolkit.model import Span

ROLES = ("party", "third", "observer", "media")
AGAINST = re.compile(r"\b(?:non|anti|pro|ex|half)[-‑–]\Z", re.I)
"""What before a name makes it that of somebody else: "anti-government fighters"."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a case. Only parties gain or lose; `bare` names are its own only where no other side is named."""

    name: str
    role: str
    opponent: str
    names: tuple[str, ...]
    bare: tuple[str, ...]
    leaders: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Sides:
    """The sides of a case and the patterns that find their names in a text."""

    sides: tuple[Side, ...]
    pattern: str = field(init=False, repr=False)
    leaders: str = field(init=False, repr=False)
    _names: re.Pattern[str] = field(init=False, repr=False)
    _bare: re.Pattern[str] = field(init=False, repr=False)
    _owner: dict[str, Side] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        own = object.__setattr__
        strong = [n for side in self.sides for n in (*side.names, *side.leaders)]
        parties = [
            n for side in self.sides if side.role == "party" for n in (*side.names, *side.leaders, *side.bare)
        ]
        own(self, "_names", re.compile(any_of(strong, whole=True)))
        own(self, "_bare", re.compile(any_of([n for side in self.sides for n in side.bare], whole=True)))
        own(self, "pattern", f"(?-i:{any_of(parties, whole=True)})")
        own(self, "leaders", f"(?-i:{any_of([n for side in self.sides for n in side.leaders], whole=True)})")
        own(
            self, "_owner", {n: side for side in self.sides for n in (*side.names, *side.leaders, *side.bare)}
        )

    def get(self, name: str) -> Side | None:
        """The side of this name, or None."""
        return next((side for side in self.sides if side.name == name), None)

    @lru_cache(maxsize=4)  # noqa: B019  several themes have their sides in common
    def weight(self, text: str, end: int) -> int:
        """How often ``text[:end]`` names a party that has an opponent."""
        named = map(self._owner.__getitem__, self._names.findall(text, 0, end))
        return sum(bool(side.opponent) and side.role == "party" for side in named)

    def of(self, who: str) -> Side | None:
        """The side that somebody speaks for, by the names in the description; None where none is named.

        An observer or an outlet stays one whatever country it is of: "the Ukrainian mapping project DeepState".
        """
        named = [side for _, side in self.mentions(who, bare=True)]
        return next(
            (side for side in named if side.role in ("observer", "media")), named[0] if named else None
        )

    def mentions(
        self, text: str, start: int = 0, end: int | None = None, bare: bool = False
    ) -> Sequence[tuple[Span, Side]]:
        """The names of sides in ``text[start:end]``, in order; with `bare` the weaker names where there is no other."""
        stop = len(text) if end is None else end
        found = list(self._found(self._names, text, start, stop))
        if not found and bare:
            found = list(self._found(self._bare, text, start, stop))
        return found

    def _found(
        self, pattern: re.Pattern[str], text: str, start: int, end: int
    ) -> Iterator[tuple[Span, Side]]:
        for match in pattern.finditer(text, start, end):
            if not AGAINST.search(text, start, match.start()):
                yield match.span(), self._owner[match[0]]


def read_sides(read: Reader, path: Path, key: str = "sides") -> Sides:
    """The sides that a theme names: its own [[sides]], or those of the file that ``sides = "..."`` gives."""
    value = read.table.get(key, [])
    if isinstance(value, str):
        try:
            return shared_sides(path.parent / value)
        except OSError as error:
            raise read.wrong(key, f"{value} cannot be read: {error}") from None
    return _sides(read) if value else Sides(())


@lru_cache(maxsize=32)
def shared_sides(file: Path) -> Sides:
    """The sides of a file that several themes share."""
    return _sides(Reader(file, read_toml(file)[0]))


def _sides(read: Reader) -> Sides:
    sides = tuple(_side(entry) for entry in read.tables("sides"))
    for side in sides:
        if side.opponent and side.opponent not in {other.name for other in sides}:
            raise read.wrong("sides", f"{side.name} has the opponent {side.opponent!r}, who is no side")
    return Sides(sides)


def _side(read: Reader) -> Side:
    read.only("name", "role", "opponent", "names", "bare", "leaders")
    role = read.text("role", "third")
    if role not in ROLES:
        raise read.wrong("role", f"{role!r} is none of {', '.join(ROLES)}")
    lists = (tuple(read.texts(key)) for key in ("names", "bare", "leaders"))
    return Side(read.text("name"), role, read.text("opponent", ""), *lists)
