"""For whom the persons of an article act: "the Russian president, X", "X, a spokeswoman for the army"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from toolkit.claims.actors.names import Known, Mention, Names
from toolkit.claims.actors.officeholders import in_office
from toolkit.claims.actors.organs import is_organ
from toolkit.claims.actors.vocabulary import heads
from toolkit.language.tree import Parse

_LEFT = ("noun", "name", "adjective", "determiner", "numeral", "particle")
_INSIDE = ("in", "near", "around", "inside", "outside", "into", "towards", "toward", "at")
_IN = re.compile(
    r"\b(?:(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) (?:(?:[A-Z][\w-]+ )+and )?|between [\w-]+ and |from [\w-]+ to )"
    r"([A-Z][\w-]+(?: [A-Z][\w-]+)*)"
)
_SEATED = re.compile(
    r"\b(?:ministry|government|department|presidency|parliament|cabinet|office|command|spokes\w+) in \Z", re.I
)
_LONGEST = 22
"""Words of the longest description of a person."""


class People:
    """The persons of an article with the party that each acts for, by full and by last name."""

    def __init__(self, text: str, parse: Parse, names: Names, published: date | None = None) -> None:
        self._text, self._tokens, self._names, self._published = text, parse.tokens, names, published
        self._party: dict[str, Known] = {}
        self._first: dict[str, Known] = {}
        self._person: set[str] = set()
        self._places = self._places_of(parse)
        for first, last, kind in parse.entities:
            if kind == "person" and names.get(self._slice(first, last)) is None:
                self._read(first, last)

    def _slice(self, first: int, last: int) -> str:
        return self._text[self._tokens[first].start : self._tokens[last - 1].end] if first < last else ""

    def _word(self, i: int) -> str:
        return self._text[self._tokens[i].start : self._tokens[i].end].lower()

    def _read(self, first: int, last: int) -> None:
        while last - 1 > first and self._word(last - 1) in ("’s", "'s", "’", "'"):
            last -= 1
        name = self._slice(first, last)
        if name in self._places or is_organ(name):  # "General Staff"
            return
        for key in self.keys(name):
            self._person.add(key)
        known = next(filter(None, (self._described(*span) for span in self._descriptions(first, last))), None)
        if known is None and self.party(name) is None:
            before = self._word(first - 1) if first else ""
            state = in_office(name, before, self._published)
            known = self._names.get(state) if state else None
        if known is not None:
            self.learn(name, known)

    def learn(self, name: str, known: Known) -> None:
        """Take note of the party that a person acts for; what is known stays."""
        for key in self.keys(name):
            self._party.setdefault(key, known)
        first = self.keys(name)[0].split()[0] if self.keys(name) else ""
        if len(first) > 2:  # "Wang" of "Wang Yi"
            self._first.setdefault(first, known)

    def _places_of(self, parse: Parse) -> set[str]:
        """The names that an article calls places more often than persons, or that things happen in."""
        votes: Counter[str] = Counter()
        for first, last, kind in parse.entities:
            name = self._slice(first, last).removesuffix("’s").removesuffix("'s")
            owns = last < len(self._tokens) and self._word(last) in ("’s", "'s", "’", "'")
            if owns and kind != "place":  # "in Holm’s house"
                votes[name] -= 1
                continue
            if kind == "place":
                votes[name] += 1
            elif kind in ("person", "body", "people"):
                inside = first and self._word(first - 1) in _INSIDE
                town = (
                    first > 1
                    and self._word(first - 1) == "of"
                    and self._word(first - 2) in heads("places", "words") | heads("places", "ruled")
                )
                taken = first and self._tokens[first - 1].lemma.lower() in heads("places", "taken")
                votes[name] += 3 if inside or town else 2 if taken else -1
        people = {self._slice(first, last) for first, last, kind in parse.entities if kind == "person"}
        within = {found[1] for found in _IN.finditer(self._text)}
        return {name for name, count in votes.items() if count > 0 or (name in people and name in within)}

    def is_place(self, name: str) -> bool:
        """Whether the article uses a name as that of a place."""
        return name in self._places

    def keys(self, name: str) -> tuple[str, ...]:
        """The forms under which a person is looked up: the whole name and its last word."""
        words = name.split()
        offices = heads("offices", "words")
        while len(words) > 1 and words[0].lower().strip(".") in offices:
            words = words[1:]
        last = words[-1].removeprefix("al-").removeprefix("Al-") if words else ""
        return tuple(
            dict.fromkeys(
                (" ".join(words), last) if len(last) > 2 else (" ".join(words),) if len(words) > 1 else ()
            )
        )

    def _descriptions(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The words before and after a name that may say what somebody is."""
        at = first
        while at and first - at < _LONGEST and self._joins(at - 1):
            at -= 1
        yield at, first
        office = self._tokens[last - 1].head
        if (
            self._tokens[last - 1].role == "apposition" and office < first
        ):  # "the army's chief of staff, Gen. X,"
            at = office
            while at and office - at < _LONGEST and self._joins(at - 1):
                at -= 1
            yield at, first
        if last < len(self._tokens) and self._word(last) in (",", "(", "-", "–", "—"):
            end = last + 1
            while end < len(self._tokens) and end - last < _LONGEST and self._goes_on(end):
                end += 1
            yield last + 1, end

    def _joins(self, i: int) -> bool:
        token = self._tokens[i]
        if self._word(i) == "and" and i and self._tokens[i - 1].entity == "person":
            return False  # "Prime Minister X and President Y"
        return token.pos in _LEFT or self._word(i) in ("of", "for", "to", "’s", "'s", "-", "and")

    def _goes_on(self, i: int) -> bool:
        token = self._tokens[i]
        return token.pos not in ("verb", "auxiliary") and self._word(i) not in (
            ",",
            ")",
            ".",
            ";",
            ":",
            "who",
            "”",
            '"',
        )

    def _described(self, first: int, last: int) -> Known | None:
        """The party in a description that names an office."""
        if first >= last:
            return None
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        offices = [i for i in range(first, last) if self._word(i).strip(".") in heads("offices", "words")]
        owned = self._word(last - 1) in ("’s", "'s")
        if not offices and not owned:
            return None
        found = self._names.find(self._text, start, end)
        if owned and not offices:
            found = [each for each in found if each.end >= self._tokens[last - 1].start - 1]
        spokes = any(self._word(i) in heads("offices", "spokes") for i in offices)
        chosen = next(
            (each for each in found if not self._beside(each, spokes) and not self._inside(each, start)), None
        )
        chosen = chosen or next((each for each in found if self._seats(each)), None)
        return chosen.known if chosen else None

    def _seats(self, mention: Mention) -> bool:
        """Whether a capital is named as the seat of an organ: "a spokesman for the foreign ministry in Nairobi"."""
        return (
            mention.known.use == "capital"
            and _SEATED.search(self._text, max(0, mention.start - 20), mention.start) is not None
        )

    def _inside(self, mention: Mention, start: int) -> bool:
        """Whether a name is the end of another: "Amnesty International USA"."""
        before = self._text[start : mention.start].split()
        word = before[-1] if before else ""
        return (
            word[:1].isupper() and word.isalpha() and word.lower() not in heads("offices", "words") | {"the"}
        )

    def _beside(self, mention: Mention, spokes: bool) -> bool:
        before = self._text[max(0, mention.start - 14) : mention.start].lower().removesuffix("the ").split()
        beside = heads("offices", "beside") - ({"for"} if spokes else set())
        return bool(before) and before[-1] in beside

    def party(self, name: str) -> Known | None:
        """The party that a person acts for, or None."""
        found = next((self._party[key] for key in self.keys(name) if key in self._party), None)
        return found or (self._first.get(name) if " " not in name else None)

    def is_person(self, name: str) -> bool:
        """Whether the article has a person of this name."""
        return any(key in self._person for key in self.keys(name))
