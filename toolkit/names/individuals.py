"""The persons of a corpus: whom a full name, a surname, another name or an office means in its article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property

from toolkit.names.bodies import fold
from toolkit.names.cells import MEDIA, Cell
from toolkit.names.people import Index, Person, Words, clusters, cut_short
from toolkit.names.spelling import plain, surname
from toolkit.names.told import Told
from toolkit.names.vocabulary import is_place
from toolkit.names.words import Key, Name


class Individuals:
    """The persons that the cells `read` name (each with its count in `cells`), and what the articles tell of them."""

    def __init__(
        self, read: Mapping[Cell, Name], cells: Mapping[Cell, int], tells: Mapping[str, Told]
    ) -> None:
        self._read, self._cells, self._told = read, cells, tells
        self._root: dict[Words, Words] = {}
        self.persons = self._gathered()
        self._index = Index(self.persons)

    def of(self, cell: Cell, name: Name) -> Key:
        """Who is meant by the name of a person, by one word, or by an office; by that of a body where it is a person's
        elsewhere, with a title."""
        if name.kind == "body":
            words = tuple(name.shown.split())
            return ("person", *self._root[words]) if words in self._root else ()
        if name.kind == "office":
            return self._of_office(cell, name)
        return self._of_single(cell, name) if name.kind == "single" else self._of_person(cell, name)

    @staticmethod
    def shown(person: Person) -> str:
        """The commonest full name of a person."""
        ordered = sorted(person.names, key=lambda words: (-person.names[words], -len(words), words))
        return " ".join(ordered[0])

    def _gathered(self) -> dict[Words, Person]:
        """The persons of the corpus by the first of their names."""
        full: dict[Words, list[tuple[Cell, Name]]] = defaultdict(list)
        for cell, name in self._read.items():
            if name.kind == "person" and len(name.person) > 1:
                full[name.person].append((cell, name))
        self._root = self._roots(
            {words: {cell.article for cell, _ in cells} for words, cells in full.items()}
        )
        found: dict[Words, Person] = defaultdict(Person)
        for words, cells in full.items():
            person = found[self._root[words]]
            for cell, name in cells:
                person.names[words] += self._cells[cell]
                person.articles.add(cell.article)
                person.titles |= name.titles
                person.sides |= {cell.side} - {"", MEDIA}
                person.offices |= {name.office} - {()}
        for article, each in self._told.items():
            for words in self._root.keys() & {*each.persons, *each.weak}:
                person, told = found[self._root[words]], each.persons.get(words) or each.weak[words]
                person.names[words] += 0
                person.articles.add(article)
                person.titles |= told.titles
            for office, holders in each.offices.items():
                for words in holders & self._root.keys():
                    found[self._root[words]].offices.add(office)
        return dict(sorted(found.items()))

    def _roots(self, where: Mapping[Words, set[str]]) -> dict[Words, Words]:
        """Each full name, of the cells (with their articles) and of those that a surname may mean, with the first name
        of its person."""
        wanted = {
            surname(name.person[-1] if name.person else _last(name.shown))
            for name in self._read.values()
            if name.kind == "single" or len(name.person) == 1
        }
        articles = {words: set(found) for words, found in where.items()}
        for each in self._told.values():
            families = Counter(surname(words[-1]) for words in each.persons)
            for words in each.persons:
                if surname(words[0]) in families and families[surname(words[-1])] > 1:
                    continue  # "the Holm Moss summit" of Anna Holm and Nina Moss
                if wanted.intersection(map(surname, words)):
                    articles.setdefault(words, set())
            here = {surname(words[-1]) for words in each.persons if words in articles}
            for words in each.weak:
                if surname(words[-1]) in wanted - here:
                    articles.setdefault(words, set())
            for alias in each.aliases.values():
                articles.setdefault(alias, set())
            for holders in each.offices.values():
                for words in holders:
                    articles.setdefault(words, set())
        for article, each in self._told.items():
            for words in articles.keys() & {*each.persons, *each.weak}:
                articles[words].add(article)
        cut = cut_short(articles)
        roots = clusters(articles.keys() - cut.keys())
        roots |= {words: roots.get(whole, words) for words, whole in cut.items()}
        return roots

    @cached_property
    def _holders(self) -> dict[tuple[str, str], dict[Key, set[Words]]]:
        """Who holds an office by an article: article and what the office is called -> its key -> persons."""
        found: dict[tuple[str, str], dict[Key, set[Words]]] = defaultdict(lambda: defaultdict(set))
        for article, each in self._told.items():
            for office, holders in each.offices.items():
                for words in holders & self._root.keys():
                    found[article, office[2]][office].add(self._root[words])
        for cell, name in self._read.items():
            if name.kind == "person" and name.office:
                root = self._root.get(name.person) or self._index.meant(
                    name, name.shown, cell.article, cell.side
                )
                if root in self.persons and root is not None:
                    found[cell.article, name.office[2]][name.office].add(root)
        return found

    def _of_person(self, cell: Cell, name: Name) -> Key:
        if len(name.person) > 1:
            return "person", *self._root[name.person]
        found = self._alias(name.shown) or self._index.meant(name, name.person[0], cell.article, cell.side)
        if found is not None:
            return "person", *found
        # Of two strangers of one surname nobody knows that they are one.
        return ("surname", surname(name.shown), cell.side) if cell.side else ("words", cell.text.casefold())

    def _of_single(self, cell: Cell, name: Name) -> Key:
        found = self._alias(name.shown)
        if found is None:
            anywhere = not is_place(name.shown)
            found = self._index.meant(name, _last(name.shown), cell.article, cell.side, anywhere)
        if found is not None:
            return "person", *found
        titled = ("surname", surname(_last(name.shown)), cell.side)
        return titled if titled in self._titled else ("own", fold(name.shown))

    @cached_property
    def _titled(self) -> frozenset[Key]:
        """Surnames that go with a title and of which no full name is known, with their sides."""
        return frozenset(
            ("surname", surname(name.shown), cell.side)
            for cell, name in self._read.items()
            if name.kind == "person" and len(name.person) == 1 and cell.side
        )

    def _alias(self, shown: str) -> Words | None:
        words = self._aliases.get(plain(shown), set())
        return next(iter(words)) if len(words) == 1 else None

    @cached_property
    def _aliases(self) -> dict[str, set[Words]]:
        """Persons by another name that an article tells for them: "Anna Holm, known as Falcon"."""
        found: dict[str, set[Words]] = defaultdict(set)
        for each in self._told.values():
            for alias, words in each.aliases.items():
                if (root := self._root.get(words)) in self.persons and root is not None:
                    found[alias].add(root)
        return found

    def _of_office(self, cell: Cell, name: Name) -> Key:
        """An office alone is who holds it by the article itself; without a state it stays what it is."""
        held = self._holders.get((cell.article, name.key[2]), {})
        told = held.get(name.key, set()) if name.key[1] else set()
        found = told or {
            root
            for office, holders in held.items()
            for root in holders
            if self._fits(self.persons[root], cell, name.key, office)
        }
        if len(found) == 1:
            return "person", *next(iter(found))
        return ("words", name.shown.casefold()) if name.bare else name.key

    @staticmethod
    def _fits(person: Person, cell: Cell, key: Key, office: Key) -> bool:
        """Whether who holds an office of which one of two mentions does not say of what it is may be meant."""
        if (key[3:] and office[3:] and key[3:] != office[3:]) or (key[1] and office[1]):
            return False
        if key[1]:
            return bool(person.sides & {key[1], cell.side} - {""})
        return not cell.side or not person.sides or cell.side in person.sides


def _last(words: str) -> str:
    return words.split()[-1]
