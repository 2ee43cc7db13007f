"""The cells of a corpus that name somebody, each with the one name of whom it means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from toolkit.claims.actors.names import initials
from toolkit.names.bodies import owner
from toolkit.names.people import Index, Person, Words, clusters, cut_short
from toolkit.names.reading import read
from toolkit.names.spelling import plain, surname
from toolkit.names.told import Told, told
from toolkit.names.vocabulary import body, is_place, names
from toolkit.names.words import Key, Name

MEDIA = "Media"
"""The side of a claimant that is an outlet or an agency."""


OF_SPEAKERS = ("military", "general staff", "government", "defense ministry")
"""Bodies that are those of the side for which the speaker speaks, where an article says no more."""


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A name at a place of the table: the article, the words, the side of a claimant, and what the cell holds."""

    article: str
    text: str
    side: str = ""
    role: str = "claimant"


class Grouping:
    """Who is meant by each of some cells.

    `cells` are counted, `texts` the words of the articles by their ids: whole, or what the table quotes of them.
    The order of neither plays a part; each name is compared only within its surname, its body, its acronym.
    """

    def __init__(self, cells: Mapping[Cell, int], texts: Mapping[str, str]) -> None:
        self._cells = cells
        self._outlets = {_outlet(cell.text) for cell in cells if cell.role == "outlet" or cell.side == MEDIA}
        self._told = {article: told(text) for article, text in sorted(texts.items())}
        self._read = {cell: self._named(cell) for cell in sorted(cells)}
        self._keys = {cell: self._key(cell, name) for cell, name in self._read.items()}

    def names(self) -> dict[Cell, str]:
        """The one name for each cell; the words themselves where they mean nobody else."""
        shown: dict[Key, Counter[tuple[bool, str]]] = defaultdict(Counter)
        for cell, key in self._keys.items():
            name = self._read[cell]
            if name.kind != "person":
                good = name.full and not name.bare and cell.role != "outlet"
                shown[key][good, name.shown] += self._cells[cell]
        chosen = {key: _best(key, found) for key, found in shown.items()}
        for root, person in self._persons.items():
            chosen["person", *root] = _spelling(person)
        for key in chosen:
            if key[0] == "organ" and key[2] == "government" and key[1]:
                chosen[key] = key[1]
        return {
            cell: cell.text if key[0] == "words" else chosen.get(key, cell.text) for cell, key in self._keys.items()
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

    @cached_property
    def _persons(self) -> dict[Words, Person]:
        """The persons of the corpus by the first of their names."""
        full: dict[Words, list[tuple[str, str, Name, int]]] = defaultdict(list)
        for cell, name in self._read.items():
            if name.kind == "person" and len(name.person) > 1:
                full[name.person].append((cell.article, cell.side, name, self._cells[cell]))
        sure = {words for words in full}
        wanted = {surname(name.person[-1] if name.person else name.shown) for name in self._read.values()
                  if name.kind == "single" or len(name.person) == 1}
        for article, each in self._told.items():
            sure |= {words for words in each.persons if wanted.intersection(map(surname, words)) or words in full}
        where: dict[Words, set[str]] = defaultdict(set)
        for words, cells in full.items():
            where[words] |= {article for article, *_ in cells}
        for article, each in self._told.items():
            for words in sure.intersection(chain(each.persons, each.weak)):
                where[words].add(article)
        cut = cut_short(where)
        roots = clusters(sure - cut.keys())
        roots |= {words: roots[whole] for words, whole in cut.items() if whole in roots}
        roots |= {words: words for words in cut.keys() - roots.keys()}
        found: dict[Words, Person] = defaultdict(Person)
        for words, cells in full.items():
            person = found[roots[words]]
            for article, side, name, count in cells:
                person.names[words] += count
                person.articles.add(article)
                person.titles |= name.titles
                person.sides |= {side} - {"", MEDIA}
                person.offices |= {name.office} - {()}
        for article, each in self._told.items():
            for words in chain(each.persons, each.weak):
                if words in roots:
                    person, name = found[roots[words]], each.persons.get(words) or each.weak[words]
                    person.names[words] += 0
                    person.articles.add(article)
                    person.titles |= name.titles
            for office, holders in each.offices.items():
                for words in holders & roots.keys():
                    found[roots[words]].offices.add(office)
        self._root = roots
        return dict(sorted(found.items()))

    @cached_property
    def _index(self) -> Index:
        return Index(self._persons)

    @cached_property
    def _holders(self) -> dict[tuple[str, str], dict[Key, set[Words]]]:
        """Who holds an office by an article: article and what the office is called -> its key -> persons."""
        persons = self._persons
        found: dict[tuple[str, str], dict[Key, set[Words]]] = defaultdict(lambda: defaultdict(set))
        for article, each in self._told.items():
            for office, holders in each.offices.items():
                for words in holders & self._root.keys():
                    found[article, office[2]][office].add(self._root[words])
        for cell, name in self._read.items():
            if name.kind == "person" and name.office:
                root = self._root.get(name.person) or self._index.meant(name, name.shown, cell.article, cell.side)
                if root in persons and root is not None:
                    found[cell.article, name.office[2]][name.office].add(root)
        return found

    def _key(self, cell: Cell, name: Name) -> Key:
        match name.kind:
            case "person":
                return self._of_person(cell, name)
            case "single":
                return self._of_single(cell, name)
            case "office":
                return self._of_office(cell, name)
            case "body" | "party":
                return self._of_body(cell, name)
        return name.key

    def _of_person(self, cell: Cell, name: Name) -> Key:
        persons = self._persons
        if len(name.person) > 1:
            return "person", *self._root[name.person]
        found = self._alias(cell, name.shown) or self._index.meant(name, name.person[0], cell.article, cell.side)
        return ("person", *found) if found in persons and found else ("surname", surname(name.shown), cell.side)

    def _of_single(self, cell: Cell, name: Name) -> Key:
        found = self._alias(cell, name.shown)
        if found is None and not is_place(name.shown):
            found = self._index.meant(name, name.shown, cell.article, cell.side)
        if found is not None:
            return "person", *found
        titled = ("surname", surname(name.shown), cell.side)
        return titled if titled in self._titled and cell.side else ("own", plain(name.shown))

    @cached_property
    def _titled(self) -> frozenset[Key]:
        """Surnames that go with a title and of which no full name is known, with their sides."""
        return frozenset(
            ("surname", surname(name.shown), cell.side)
            for cell, name in self._read.items()
            if name.kind == "person" and len(name.person) == 1
        )

    def _alias(self, cell: Cell, shown: str) -> Words | None:
        words = self._aliases.get(plain(shown), set())
        return next(iter(words)) if len(words) == 1 else None

    @cached_property
    def _aliases(self) -> dict[str, set[Words]]:
        """Persons by another name that an article tells for them: "Anna Holm, known as Falcon"."""
        found: dict[str, set[Words]] = defaultdict(set)
        known = self._persons
        for each in self._told.values():
            for alias, words in each.aliases.items():
                if (root := self._root.get(words)) in known and root is not None:
                    found[alias].add(root)
        return found

    def _of_office(self, cell: Cell, name: Name) -> Key:
        """An office alone is who holds it by the article itself; without a state it stays what it is."""
        held = self._holders.get((cell.article, name.key[2]), {})
        wanted = {
            office: holders for office, holders in held.items() if name.key[1] in ("", office[1]) or not office[1]
        }
        exact = held.get(name.key, set()) or set().union(*wanted.values()) if wanted else set()
        if len(exact) == 1:
            return "person", *next(iter(exact))
        return ("words", name.shown.casefold()) if name.bare else name.key

    def _of_body(self, cell: Cell, name: Name) -> Key:
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
            found = {(each, whose) for each, whose in here if each.endswith(" ministry") and state in ("", whose)}
        else:
            found = {(each, whose) for each, whose in here if each == called}
        known = names().get(cell.side) if cell.side else None
        side = known.name if known is not None and known.kind == "state" else ""
        if len(found) == 1:
            called, whose = next(iter(found))
            if not side or side == whose:
                return "organ", whose, called
        elif not found and side and called in OF_SPEAKERS:
            return "organ", side, called
        if not name.bare:
            return name.key
        return ("words", name.shown.casefold()) if found else ("here", cell.article, called)

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
                return known_key if known_key[0] != "own" or known_key == key else self._whose(cell, known_key)
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


def _outlet(text: str) -> str:
    return plain(text.removeprefix("The ").removeprefix("the "))


def _best(key: Key, found: Counter[tuple[bool, str]]) -> str:
    """The commonest of the full spellings; of equals the longest, then the first of the alphabet."""
    good, shown = min(found, key=lambda each: (not each[0], -found[each], -len(each[1]), each[1]))
    # "The army" alone would be every army.
    return f"{shown} of {key[1]}" if key[0] == "organ" and key[1] and not good and not _says(shown, key[1]) else shown


def _says(shown: str, state: str) -> bool:
    return owner(shown)[0] == state or bool(body(shown))


def _spelling(person: Person) -> str:
    """The commonest full name of a person."""
    return " ".join(min(person.names, key=lambda words: (-person.names[words], -len(words), words)))
