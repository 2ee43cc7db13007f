"""The bodies of a corpus: whose "the army" is, what an acronym stands for, whose the "Joint Chiefs of Staff" are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from toolkit.claims.actors.names import initials
from toolkit.names.bodies import owner
from toolkit.names.cells import Cell
from toolkit.names.reading import read
from toolkit.names.spelling import plain
from toolkit.names.told import Told
from toolkit.names.vocabulary import names
from toolkit.names.words import Key, Name

OF_SPEAKERS = ("military", "general staff", "government", "defense ministry")
"""Bodies that are those of the side for which the speaker speaks, where an article says no more."""


class Institutions:
    """The bodies that the cells `read` name, and what the articles tell of them."""

    def __init__(self, read: Mapping[Cell, Name], tells: Mapping[str, Told]) -> None:
        self._read, self._told = read, tells

    def of(self, cell: Cell, name: Name) -> Key:
        """Which body is meant by a name of one."""
        key = name.key
        if key[0] == "organ" and (not key[1] or key[2] == "ministry"):
            return self._of_bare(cell, name)
        if key[0] == "own":
            return self._short(cell, key)
        return key

    def _of_bare(self, cell: Cell, name: Name) -> Key:
        """ "The army" of the one state whose army the article tells of; of its speaker's where it tells of none."""
        state, called = name.key[1:]
        here = self._organs[cell.article]
        if called == "ministry":
            found = {
                (each, whose) for each, whose in here if each.endswith(" ministry") and state in ("", whose)
            }
        else:
            found = {(each, whose) for each, whose in here if each == called}
        known = names().get(cell.side) if cell.side else None
        side = known.name if known is not None and known.kind == "state" else ""
        if len(found) == 1:
            called, whose = next(iter(found))
            if not side or side == whose:
                return "organ", whose, called
        elif not found and side and (called in OF_SPEAKERS or (called, side) in self._everywhere):
            return "organ", side, called
        if not name.bare:
            return name.key
        return ("words", name.shown.casefold()) if found else ("here", cell.article, called)

    @cached_property
    def _everywhere(self) -> set[tuple[str, str]]:
        return set().union(*self._organs.values())

    @cached_property
    def _organs(self) -> dict[str, set[tuple[str, str]]]:
        """The bodies of states that an article names, each with its state."""
        found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for article, each in self._told.items():
            found[article] |= {(called, whose) for called, states in each.organs.items() for whose in states}
        for cell, name in self._read.items():
            if name.key[0] == "organ" and name.key[1] and name.kind == "body":
                found[cell.article].add((name.key[2], name.key[1]))
        return found

    def _short(self, cell: Cell, key: Key) -> Key:
        """The body that an acronym stands for: by the article, by the corpus, by its letters alone."""
        here = self._told.get(cell.article)
        for known in (self._explained(here), self._shorts):
            found = known.get(key[1], set())
            if len(found) == 1:
                known_key = next(iter(found))
                return (
                    known_key if known_key[0] != "own" or known_key == key else self._whose(cell, known_key)
                )
            if found:
                return key
        letters = self._lettered.get((key[1], cell.side), set())
        if len(letters) == 1:
            return next(iter(letters))
        return self._whose(cell, key)

    def _whose(self, cell: Cell, key: Key) -> Key:
        owned = self._owned.get((" ".join(sorted(key[1].split())), cell.side), set())
        return next(iter(owned)) if len(owned) == 1 and " " in key[1] else key

    @cached_property
    def _owned(self) -> dict[tuple[str, str], set[Key]]:
        """Bodies of states by what they are called and their side: "Joint Chiefs of Staff" of one state alone."""
        found: dict[tuple[str, str], set[Key]] = defaultdict(set)
        for cell, name in self._read.items():
            if name.kind == "body" and name.key[0] == "organ" and name.key[1]:
                found[name.key[2], cell.side].add(name.key)
        return found

    @staticmethod
    def _explained(each: Told | None) -> dict[str, set[Key]]:
        found: dict[str, set[Key]] = defaultdict(set)
        for short, full in each.shorts.items() if each else ():
            name = read(full)
            if name.kind in ("body", "party") and not name.bare:
                found[plain(short)].add(name.key)
        return found

    @cached_property
    def _shorts(self) -> dict[str, set[Key]]:
        found: dict[str, set[Key]] = defaultdict(set)
        for each in self._told.values():
            for short, keys in self._explained(each).items():
                found[short] |= keys
        return found

    @cached_property
    def _lettered(self) -> dict[tuple[str, str], set[Key]]:
        """Bodies by their initials and side."""
        found: dict[tuple[str, str], set[Key]] = defaultdict(set)
        for cell, name in self._read.items():
            if name.kind != "body" or name.bare or not name.full:
                continue
            for words in {name.shown, owner(name.shown)[1]}:
                if len(short := initials(words)) > 2 and " " in words:
                    found[plain(short), cell.side].add(name.key)
        return found
