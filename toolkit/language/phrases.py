"""Noun phrases out of a parsed text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolkit.language.frames import Phrase
from toolkit.language.tree import Parse, Token
from toolkit.language.words import grammar
from toolkit.model import Span

_LEFT = ("determiner", "adjective", "compound", "numeral", "possessor", "adverb", "other")
_NAMES = ("place", "body", "person", "people")
_NESTED = 3
"""How deep phrases are nested in one another: "the house of the head of the army of the north"."""


class Tree:
    """A parse that is asked for children, characters and noun phrases."""

    def __init__(self, text: str, parse: Parse) -> None:
        self.text, self.parse, self.tokens = text, parse, parse.tokens
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                self.children[token.head].append(i)
        self._roles = [token.role for token in self.tokens]
        self._words = [text[token.start : token.end].lower() for token in self.tokens]
        self._entity = {i: span for span in parse.entities for i in range(span[0], span[1])}
        self._phrases: dict[tuple[int, int], Phrase] = {}

    def word(self, i: int) -> str:
        """The characters of a token, in lower case."""
        return self._words[i]

    def of_role(self, i: int, *roles: str) -> Sequence[int]:
        """The children of a token in one of these roles, in text order."""
        children = self.children[i]
        return [c for c in children if self._roles[c] in roles] if children else ()

    def child(self, i: int, *roles: str) -> int | None:
        """The first child of a token in one of these roles, or None."""
        for c in self.children[i]:
            if self._roles[c] in roles:
                return c
        return None

    def entity_span(self, i: int) -> Span | None:
        """The tokens of the named entity that a token belongs to, first and after the last; None for a time, a number
        or an amount."""
        found = self._entity.get(i)
        return (found[0], found[1]) if found and found[2] not in ("time", "number", "money") else None

    def edges(self, i: int) -> tuple[int, int]:
        """The first and the last token of all that hangs on a token."""
        hung = [i]
        for at in hung:  # which grows as it is walked
            hung += self.children[at]
        return min(hung), max(hung)

    def phrase(self, i: int, depth: int = 0) -> Phrase:
        """The noun phrase around a token; one that only counts yields to what it counts ("dozens of soldiers")."""
        found = self._phrases.get((i, depth))
        if found is None:
            found = self._phrases[i, depth] = self._elliptic(self._phrase(i, depth))
        return found

    def antecedent(self, i: int) -> int:
        """The noun that a relative pronoun stands for, "whose" too; the token itself where it is none."""
        owner = self.word(i) == "whose" and self.tokens[i].role == "possessor"
        relative = self.word(i) in grammar("phrases", "relative") and self.tokens[i].pos != "determiner"
        if not owner and not relative:
            return i
        at, seen = i, 0
        while self.tokens[at].role != "relative_clause" and self.tokens[at].head != at and seen < 8:
            at, seen = self.tokens[at].head, seen + 1
        return self.tokens[at].head if self.tokens[at].role == "relative_clause" else i

    def _phrase(self, i: int, depth: int) -> Phrase:
        token = self.tokens[i]
        if not self.children[i]:
            return self._lone(i, token)
        first = min([i, *[self.edges(c)[0] for c in self.of_role(i, *_LEFT) if c < i]])
        counted = self._counted(i)
        if counted is not None and depth < _NESTED:
            inner = self.phrase(counted, depth + 1)
            begin = self.tokens[first].start
            words = self.text[begin : token.end]
            apposed = self._apposed(i, depth) or inner.apposition
            count = f"{words} {inner.count}".strip()
            return replace(
                inner, start=begin, text=self.text[begin : inner.end], count=count, plural=True, apposition=apposed
            )  # fmt: skip
        count = " ".join(self.text[self.tokens[c].start : self.tokens[c].end] for c in self._numerals(i))
        complements = tuple(self._complements(i, depth)) if depth < _NESTED else ()
        ends = [token.end, *(p.end for prep, p in complements if prep == "of" and p.start >= token.end)]
        owner = self.child(i, "possessor")
        name, kind = self._name(i)
        start, end = self.tokens[first].start, max(ends)
        determiner = next((self.word(c) for c in self.of_role(i, "determiner")), "")
        return Phrase(
            start, end, i, self.text[start:end], token.lemma.lower(), token.pos, token.entity, name, kind,
            tuple(self.tokens[c].lemma.lower() for c in self.of_role(i, "adjective", "compound")),
            determiner, count or (self.text[token.start : token.end] if token.pos == "numeral" else ""),
            token.form == "plural",
            self.phrase(self.antecedent(owner), depth + 1) if owner is not None and depth < _NESTED else None,
            complements,
            tuple(self._members(i, depth)) if depth < _NESTED else (),
            self._apposed(i, depth),
        )  # fmt: skip

    @staticmethod
    def _elliptic(phrase: Phrase) -> Phrase:
        """A phrase, with the head that it leaves to the next: "nine South African and three Malawian soldiers"."""
        last = phrase.members[-1] if phrase.members else phrase
        if phrase.pos != "adjective" or last.pos != "noun":
            return phrase
        return replace(phrase, lemma=last.lemma, pos="noun", plural=last.plural)

    def _lone(self, i: int, token: Token) -> Phrase:
        """The phrase of a token that nothing hangs on."""
        word = self.text[token.start : token.end]
        return Phrase(
            token.start, token.end, i, word, token.lemma.lower(), token.pos, token.entity, *self._name(i),
            count=word if token.pos == "numeral" else "", plural=token.form == "plural",
        )  # fmt: skip

    def _apposed(self, i: int, depth: int) -> Phrase | None:
        found = next(
            (c for c in self.of_role(i, "apposition") if self.tokens[c].pos in ("noun", "name")), None
        )
        return self.phrase(found, depth + 1) if found is not None and depth < _NESTED else None

    def _counted(self, i: int) -> int | None:
        """The noun that a quantity counts: "dozens of soldiers"."""
        token = self.tokens[i]
        counts = token.lemma.lower() in grammar("phrases", "quantities") or token.pos == "numeral"
        if not counts or token.pos in ("verb", "auxiliary"):
            return None
        for c in self.of_role(i, "preposition"):
            if self.word(c) == "of" and (what := self.child(c, "prepositional_object")) is not None:
                return what
        return None

    def _numerals(self, i: int) -> list[int]:
        found: list[int] = []
        for c in self.of_role(i, "numeral"):
            first, last = self.edges(c)
            found += range(first, last + 1)
        return found

    def _complements(self, i: int, depth: int) -> Iterator[tuple[str, Phrase]]:
        for c in self.of_role(i, "preposition", "agent"):
            for p in self.of_role(c, "prepositional_object"):
                yield self.word(c), self.phrase(p, depth + 1)

    def _members(self, i: int, depth: int) -> Iterator[Phrase]:
        for c in self.of_role(i, "conjunct"):
            if self.tokens[c].pos in ("noun", "name", "pronoun", "numeral"):
                member = self.phrase(c, depth + 1)
                yield member
                yield from member.members

    def _name(self, i: int) -> tuple[str, str]:
        """The name in a phrase that says who or where it is, with its kind: at its head, else beside it."""
        for at in (i, *self._beside(i)):
            if (found := self.entity(at)) and found[1] in _NAMES:
                return found
        if self.tokens[i].pos == "name":
            return self._proper(i), ""
        return "", ""

    def _beside(self, i: int) -> Iterator[int]:
        """The tokens beside a head that may name who or where it is, those right before it first."""
        if self.children[i]:
            yield from reversed([c for c in self.of_role(i, "compound", "adjective", "other") if c < i])
            yield from self.of_role(i, "possessor")
            for c in self.of_role(i, "preposition"):
                if self.word(c) in ("of", "from"):
                    yield from self.of_role(c, "prepositional_object")
            yield from self.of_role(i, "apposition")

    def _proper(self, i: int) -> str:
        """A name that no entity covers: the head with the names right before it."""
        first = i
        while first and self.tokens[first - 1].pos == "name" and self.tokens[first - 1].head in (i, first):
            first -= 1
        return self.text[self.tokens[first].start : self.tokens[i].end]

    def entity(self, i: int) -> tuple[str, str] | None:
        """The name that holds a token, without its article and its possessive, and its kind."""
        span = self._entity.get(i)
        if span is None:
            return None
        first, last, kind = span
        while first < last - 1 and self.word(first) in ("the", "a", "an", "’s", "'s", "this", "that"):
            first += 1
        while last - 1 > first and self.word(last - 1) in ("’s", "'s", "’", "'"):
            last -= 1
        return self.text[self.tokens[first].start : self.tokens[last - 1].end], kind


def finite(token: Token) -> bool:
    """Whether a verb's form can head a clause of its own."""
    return token.form in ("present", "past", "modal")
