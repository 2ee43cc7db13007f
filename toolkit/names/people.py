"""Which full names are one person's, and whom a surname alone means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toolkit.names.spelling import given, plain, surname
from toolkit.names.vocabulary import listed
from toolkit.names.words import Key, Name

Words = tuple[str, ...]
FOREMOST = 4
"""How many times as many articles tell of somebody as of the next of his surname, for him to need no given name."""


@dataclass
class Person:
    """A person with all that the corpus says of him: spellings with their numbers, sides, titles, offices, articles."""

    names: Counter[Words] = field(default_factory=Counter)
    sides: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    offices: set[Key] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)

    @property
    def public(self) -> bool:
        """Whether he is known beyond one article: by an office, a side, or a second article."""
        return bool(self.offices or self.sides) or len(self.articles) > 1

    def contradicts(self, name: Name) -> bool:
        """Whether the titles of a name are those of a man and his of a woman, or the other way round."""
        male, female = listed("persons", "male"), listed("persons", "female")
        return bool(
            (name.titles & male and self.titles & female) or (name.titles & female and self.titles & male)
        )


def family(words: Words) -> Words:
    """The words of a name without what may stand behind the surname, and that: ("Jr.",)."""
    suffixes = listed("persons", "suffixes")
    return tuple(word for word in words if word.casefold().strip(".") not in suffixes)


def before(words: Words) -> bool:
    """Whether the surname stands first, as in China and Korea."""
    return plain(words[0]) in listed("persons", "before") and len(words) < 4


def ends(words: Words) -> Words:
    """The forms under which a full name is looked for by a surname."""
    real = family(words)
    return (surname(real[-1]), *((surname(real[0]),) if before(real) else ()))


def clusters(names: Iterable[Words]) -> dict[Words, Words]:
    """Each full name with the first of those that are the same person's.

    >>> found = clusters([("Volodymyr", "Zelensky"), ("Vladimir", "Zelenskiy"), ("Olena", "Zelensky")])
    >>> len(set(found.values()))
    2
    """
    ordered = sorted(set(names))
    root = {name: name for name in ordered}

    def find(name: Words) -> Words:
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    def join(group: list[Words]) -> None:
        for other in group[1:]:
            one, two = sorted((find(group[0]), find(other)))
            root[two] = one

    whole: dict[str, list[Words]] = defaultdict(list)
    blocks: dict[tuple[str, str], list[Words]] = defaultdict(list)
    for name in ordered:
        whole[_whole(name)].append(name)
        real = family(name)
        suffix = " ".join(plain(word) for word in name if word not in real)
        if not before(real):
            blocks[surname(real[-1]), suffix].append(name)
    for group in whole.values():
        join(group)
    for block in blocks.values():
        first: dict[str, list[Words]] = defaultdict(list)
        for name in block:
            first[given(name[0])].append(name)
        for form, group in first.items():
            if len(form) > 1:
                _by_middle(group, join)
        for form, group in first.items():
            full = [other for other in first if len(other) > 1 and other.startswith(form)]
            spoken = [other for other in full if any(plain(n[0]).startswith(form) for n in first[other])]
            if len(form) == 1 and len(spoken) == 1 and len(full) == 1:
                join([*first[full[0]][:1], *group])
    return {name: find(name) for name in ordered}


def _by_middle(group: list[Words], join: object) -> None:
    """Join the names of one given name and surname, unless what stands between tells two of them apart."""
    middles: dict[Words, list[Words]] = defaultdict(list)
    for name in group:
        middles[tuple(surname(word) for word in family(name)[1:-1])].append(name)
    told = sorted((middle for middle in middles if middle), key=lambda middle: (len(middle), middle))
    agree = all(_fits(one, told[-1]) for one in told)
    if agree:
        join(group)  # type: ignore[operator]
    else:
        for names in middles.values():
            join(names)  # type: ignore[operator]


def _fits(one: Words, other: Words) -> bool:
    """Whether the words between two names may be one person's: one has fewer, or their first letters."""
    return all(a == b or a == b[:1] or b == a[:1] for a, b in zip(one, other, strict=False))


def _whole(name: Words) -> str:
    return "".join(surname(part) for word in name for part in word.replace("-", " ").split())


def cut_short(names: Mapping[Words, set[str]]) -> dict[Words, Words]:
    """Names that are but the beginning of one longer name of their articles: "Abdel Fattah" of "Abdel Fattah al-Holm".

    `names` are full names with the articles that have them.

    >>> cut_short({("Abdel", "Fattah"): {"a"}, ("Abdel", "Fattah", "al-Holm"): {"a", "b"}})
    {('Abdel', 'Fattah'): ('Abdel', 'Fattah', 'al-Holm')}
    """
    longer: dict[Words, list[Words]] = defaultdict(list)
    for name in sorted(names):
        for k in range(2, len(family(name))):
            longer[tuple(map(surname, name[:k]))].append(name)
    found: dict[Words, Words] = {}
    for name in sorted(names):
        others = [other for other in longer.get(tuple(map(surname, name)), ()) if names[name] & names[other]]
        if len({_whole(other) for other in others}) == 1:
            found[name] = others[0]
    return found


class Index:
    """The persons of a corpus by surname, and in each article."""

    def __init__(self, persons: Mapping[Words, Person]) -> None:
        self._all: dict[str, set[Words]] = defaultdict(set)
        self._here: dict[tuple[str, str], set[Words]] = defaultdict(set)
        self._first: dict[tuple[str, str], set[Words]] = defaultdict(set)
        self.persons = persons
        for root, found in persons.items():
            for words in found.names:
                for end in ends(words):
                    self._all[end].add(root)
                    for article in found.articles:
                        self._here[article, end].add(root)
                for article in found.articles:
                    self._first[article, surname(words[0])].add(root)

    def meant(self, name: Name, word: str, article: str, side: str, anywhere: bool = True) -> Words | None:
        """The one person that a surname means: of the article, else (`anywhere`) the only one of the corpus, or the one
        of whom all but a few articles tell; None where it could be several or nobody."""
        form = surname(word)
        here = self._here.get((article, form)) or self._first.get((article, form)) or set()
        found = {root for root in here if not self.persons[root].contradicts(name)}
        if not self._here.get(
            (article, form)
        ):  # "Saddam" of a full name, by which others than he may be called
            sides = {root: self.persons[root].sides for root in found}
            found = {root for root in found if not side or not sides[root] or side in sides[root]}
        if here:
            if len(found) > 1 and name.office:
                found = {
                    root
                    for root in found
                    if any(key[2:] == name.office[2:] for key in self.persons[root].offices)
                }
            return next(iter(found)) if len(found) == 1 else None
        known = sorted(self._all.get(form, set()), key=lambda root: (-len(self.persons[root].articles), root))
        if not known or not anywhere or (len(known) > 1 and not self._foremost(known)):
            return None
        root = known[0]
        person = self.persons[root]
        if person.contradicts(name) or (side and person.sides and side not in person.sides):
            return None
        spelt = plain(word) in {plain(end) for words in person.names for end in (words[0], words[-1])}
        return root if side in person.sides or (person.public and spelt) else None

    def _foremost(self, known: list[Words]) -> bool:
        """Whether the first of some persons of a surname is he whom one need not tell from the others."""
        first, second = (self.persons[root] for root in known[:2])
        return bool(first.offices) and len(first.articles) >= FOREMOST * max(1, len(second.articles))
