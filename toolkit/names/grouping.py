"""The cells of a corpus that name somebody, each with the one name of whom it means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property

from toolkit.claims.actors.names import initials
from toolkit.names.bodies import owner
from toolkit.names.cells import MEDIA, Cell
from toolkit.names.individuals import Individuals
from toolkit.names.institutions import Institutions
from toolkit.names.reading import read
from toolkit.names.spelling import plain
from toolkit.names.told import told
from toolkit.names.vocabulary import body
from toolkit.names.words import Key, Name


class Grouping:
    """Who is meant by each of some cells.

    `cells` are counted, `texts` the words of the articles by their ids: whole, or what the table quotes of them.
    The order of neither plays a part; each name is compared only within its surname, its body, its acronym.
    """

    def __init__(self, cells: Mapping[Cell, int], texts: Mapping[str, str]) -> None:
        self._cells = cells
        self._outlets = {_outlet(cell.text) for cell in cells if cell.role == "outlet" or cell.side == MEDIA}
        self._read = {cell: self._named(cell) for cell in sorted(cells)}
        tells = {article: told(text) for article, text in sorted(texts.items())}
        self._persons = Individuals(self._read, cells, tells)
        self._bodies = Institutions(self._read, tells)
        self._keys = {cell: self._key(cell, name) for cell, name in self._read.items()}

    def names(self) -> dict[Cell, str]:
        """The one name for each cell; the words themselves where they mean nobody else."""
        shown: dict[Key, Counter[tuple[bool, str]]] = defaultdict(Counter)
        for cell, key in self._keys.items():
            name = self._read[cell]
            if key[0] != "person":
                good = name.full and not name.bare and cell.role != "outlet"
                shown[key][good, name.shown] += self._cells[cell]
        chosen = {key: _best(key, found) for key, found in shown.items()}
        for root, person in self._persons.persons.items():
            chosen["person", *root] = self._persons.shown(person)
        for key in chosen:
            if key[0] == "organ" and key[2] == "government" and key[1]:
                chosen[key] = key[1]
        return {
            cell: cell.text if key[0] == "words" else chosen.get(key, cell.text)
            for cell, key in self._keys.items()
        }

    def _named(self, cell: Cell) -> Name:
        found = read(cell.text)
        if found.kind == "person" and found.titles:
            return found
        if cell.role == "outlet" or _outlet(cell.text) in self._outlets:
            return Name("outlet", ("outlet", self._newsroom(_outlet(cell.text))), cell.text)
        return found

    def _newsroom(self, form: str) -> str:
        """The whole name of an outlet that goes by its initials, where one alone fits."""
        full = self._initials.get(form, set())
        return next(iter(full)) if len(full) == 1 else form

    @cached_property
    def _initials(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        named = {cell.text for cell in self._cells if _outlet(cell.text) in self._outlets}
        for text in named:
            if len(short := initials(text.removeprefix("The ").removeprefix("the "))) > 1:
                found[plain(short)].add(_outlet(text))
        return found

    def _key(self, cell: Cell, name: Name) -> Key:
        if name.kind in ("person", "single", "office"):
            return self._persons.of(cell, name)
        if name.kind not in ("body", "party"):
            return name.key
        if name.key[0] == "own" and (form := name.key[1].replace(" ", "")) in self._outlets:
            return "outlet", self._newsroom(form)
        return (name.key[0] == "own" and self._persons.of(cell, name)) or self._bodies.of(cell, name)


def _outlet(text: str) -> str:
    return plain(text.removeprefix("The ").removeprefix("the "))


def _best(key: Key, found: Counter[tuple[bool, str]]) -> str:
    """The commonest of the full spellings; of equals the longest, then the first of the alphabet."""
    good, shown = min(found, key=lambda each: (not each[0], -found[each], -len(each[1]), each[1]))
    # "The army" alone would be every army.
    whose = key[0] == "organ" and key[1] and not good and not _says(shown, key[1])
    return f"{shown} of {key[1]}" if whose else shown


def _says(shown: str, state: str) -> bool:
    return owner(shown)[0] == state or bool(body(shown))
