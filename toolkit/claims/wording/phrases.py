"""Noun phrases and parts of clauses as a label writes them: without what dates, explains or comments them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from toolkit.claims.document import Document
from toolkit.claims.wording.english import listed, tidy
from toolkit.language.phrases import Tree

FULL, SHORT, SHORTEST = 0, 1, 2
"""How much of a phrase is kept: all, what "of" joins, what stands before its head."""
_LEFT = frozenset({
    "determiner", "adjective", "compound", "numeral", "possessor", "negation", "other", "particle", "punctuation", "adverb",
})  # fmt: skip
_NEVER = frozenset({"relative_clause", "parataxis", "adverbial_clause", "expletive"})
_CLAUSAL = frozenset({
    "subject", "passive_subject", "clausal_subject", "object", "recipient", "agent", "attribute", "complement",
    "open_complement", "object_predicate", "auxiliary", "passive_auxiliary", "negation", "marker", "particle",
    "prepositional_clause", "prepositional_object",
})  # fmt: skip
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_NOUNS = ("noun", "name", "numeral", "pronoun")
_VERBS = ("verb", "auxiliary")
_FEW_HUNG = 7
"""Words of a participle clause that is kept with its noun: "soldiers deployed near the border"."""
_BREAKS = frozenset(",;:()[]–—-")
SPEAKING = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|I|me|[Mm]y|you|your)\b")
"""Words of who speaks himself, which no label can have outside quotation marks."""
_SPARE = frozenset(
    {
        "preposition",
        "conjunct",
        "coordinator",
        "punctuation",
        "adverb",
        "noun_clause",
        "apposition",
        "prepositional_clause",
    }
)
_OPENING = "“\"‘'("
_EMPTY = frozenset(
    [
        "it",
        "them",
        "him",
        "her",
        "he",
        "she",
        "they",
        "this",
        "that",
        "these",
        "those",
        "which",
        "whom",
        "who",
        "whose",
        "itself",
        "us",
        "me",
    ]
)
_RELATIVE = frozenset(["that", "which", "who", "whom"])
DEEP = 40


@dataclass
class Phrases:
    """What renders the phrases of one article; `named` gives the words for a token that is somebody named elsewhere."""

    document: Document
    named: Callable[[int], str | None] = lambda token: None
    _times: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self._times = {
            i
            for date in self.document.dates
            if date.type in ("DATE", "TIME", "SET", "DURATION")
            for i in range(*self.document.tokens_in(date.start, date.end))
        }

    @property
    def tree(self) -> Tree:
        """The words of the article with their heads."""
        return self.document.tree

    def is_time(self, i: int) -> bool:
        """Whether a token belongs to a time expression; a year that names a thing does not."""
        return i in self._times

    def noun(self, i: int, kept: int = FULL, without: int = -1) -> str:
        """The noun phrase at a token in words, `without` the clause of a token that hangs on it."""
        left = range(0)
        if without >= 0 and without != i and self._hangs(without, i):
            first, last = self.tree.edges(without)
            left = range(first, last + 1) if not first <= i <= last else left
        return self.words(k for k in self.hung(i, kept) if k not in left)

    def fitting(self, i: int, room: int) -> str:
        """The clause at a token in words, in short, without what stands at its end where it is too long."""
        for kept in (FULL, SHORT):
            words = tidy(self.words(tokens := self.hung(i, kept)))
            if len(words) <= room:
                return words
        left = set(tokens)
        self._pare(i, left, room)
        return tidy(self.words(self._trimmed(sorted(left), i)))

    def _pare(self, i: int, left: set[int], room: int, depth: int = 0) -> None:
        """Take from the tokens of a clause what stands at its end, the least needed first, until the others fit."""
        for c in reversed([c for c in self.tree.children[i] if c > i and c in left]):
            if len(self.words(left)) <= room or depth > DEEP:
                return
            if self.tree.tokens[c].role in _SPARE:
                first, last = self.tree.edges(c)
                left -= set(range(first, last + 1))
            else:
                self._pare(c, left, room, depth + 1)

    def _hangs(self, i: int, top: int) -> bool:
        for _ in range(DEEP):
            if i == top or self.tree.tokens[i].head == i:
                break
            i = self.tree.tokens[i].head
        return i == top

    def words(self, tokens: Iterable[int]) -> str:
        """Some tokens in words, in text order, with the names of those that pronouns stand for."""
        written, before = "", -2
        for i in sorted(set(tokens)):
            token = self.tree.tokens[i]
            word = self.named(i)
            if word is None:
                word = self.document.text[token.start : token.end]
            if word in ("—", "–"):
                continue
            if self._opens(i):
                word = f"{word[:1].lower()}{word[1:]}"
            gap = ""
            if written:
                gap = (
                    self.document.text[self.tree.tokens[before].end : token.start] if i == before + 1 else " "
                )
            written += f"{' ' if gap.strip() or (gap and not gap.isascii()) else gap}{word}"
            before = i
        return " ".join(written.split())

    def _opens(self, i: int) -> bool:
        """Whether a word has a capital only because it opens its sentence or a quotation."""
        token = self.tree.tokens[i]
        if (
            token.pos == "name"
            or token.entity in ("place", "body", "person", "people", "thing", "event")
            or self.named(i)
        ):
            return False
        word = self.document.text[token.start : token.end]
        if word == "I" or word[1:].lower() != word[1:]:
            return False
        quoted = token.start > 0 and self.document.text[token.start - 1] in _OPENING
        return word[:1].isupper() and (quoted or self.document.opens_sentence(token.start))

    def hung(self, i: int, kept: int = FULL, depth: int = 0) -> list[int]:
        """The tokens of what hangs on a token and belongs in a label, with itself."""
        found = [i]
        if depth > DEEP:
            return found
        for c in self.tree.children[i]:
            if self._stays(i, c, kept, depth):
                found += self.hung(c, kept, depth + 1)
        if depth == 0:
            found = self._trimmed(found, i)
        return found

    def _stays(self, i: int, c: int, kept: int, depth: int) -> bool:
        token, head = self.tree.tokens[c], self.tree.tokens[i]
        role, word = token.role, self.tree.word(c)
        if self._hyphenated(c) or word in ("-", "‑"):
            return True
        if role == "expletive" and head.pos in _VERBS:
            return True
        if self._dates(i, c) or role in _NEVER:
            return False
        if head.pos == "preposition":
            return True
        if head.pos in _VERBS:
            return self._stays_in_clause(c, role, word, kept)
        if role == "time_phrase":
            return not any(self.is_time(k) for k in range(self.tree.edges(c)[0], self.tree.edges(c)[1] + 1))
        if role == "punctuation":
            return True  # those with a gap beside them are trimmed
        if role in ("adverb", "negation"):
            return c < i or word in listed("dropped", "adverbs")
        if role in _LEFT:
            return c < i or role in ("possessor", "particle", "other", "adjective", "numeral", "compound")
        if role == "preposition":
            if kept == SHORTEST and word != "of":
                return False
            return self.joins(c) and (kept == FULL or word in ("of", "between", "on", "against"))
        if role in ("conjunct", "coordinator"):
            return kept != SHORTEST or depth > 0
        if role == "apposition":
            place = token.pos == "name" and token.entity == "place" and head.pos == "noun"
            last = head.role in ("object", "prepositional_object", "attribute")
            return not self._apart(i, c) or (place and last and kept == FULL)
        if role == "noun_clause":
            first, last = self.tree.edges(c)
            named = kept == FULL or self.tree.word(i) == "those"
            return named and last - first < _FEW_HUNG and first == i + 1
        return role in _CLAUSAL and kept == FULL

    def _stays_in_clause(self, c: int, role: str, word: str, kept: int) -> bool:
        if role == "adverb":
            return (word in listed("dropped", "adverbs") or self._yet(c)) and not self._dates(c, c)
        if role == "preposition":
            return kept != SHORTEST and self.joins(c)
        if role == "conjunct":
            return not self.tree.of_role(c, "subject", "passive_subject", "expletive")
        if (
            word in _RELATIVE
            and role in ("object", "subject", "passive_subject")
            and self.tree.tokens[c].pos != "determiner"
        ):
            return False
        return role in _CLAUSAL or role in ("adjective", "coordinator", "numeral", "punctuation", "other")

    def _yet(self, c: int) -> bool:
        """Whether an adverb denies an infinitive: "has yet to confirm"."""
        return self.tree.word(c) == "yet" and self.tree.word(min(c + 1, len(self.tree.tokens) - 1)) == "to"

    def joins(self, c: int) -> bool:
        """Whether a preposition joins something that a label tells: no time, no channel, no reason."""
        word = self.tree.word(c)
        if word in listed("dropped", "prepositions"):
            return False
        objects = self.tree.of_role(c, "prepositional_object")
        nested = self.tree.of_role(c, "preposition", "prepositional_clause", "adverb")
        if word in ("with", "without") and (
            self.tree.of_role(c, "prepositional_clause", "complement")
            or any(self.tree.of_role(what, "noun_clause") for what in objects)
        ):
            return False
        if not objects and not nested:
            return False
        for what in objects:
            if self.tree.of_role(what, "complement") and self.tree.word(c) == "for":
                return False  # "for fear that it would be next"
            lemma = self.tree.tokens[what].lemma.lower()
            if self.is_time(what) or (
                lemma in listed("dropped", "discourse") and word in ("in", "on", "at", "by", "to")
            ):
                return False
            if self.tree.word(what) in _EMPTY and self.named(what) is None:
                return False
        return True

    def _hyphenated(self, c: int) -> bool:
        """Whether a word is the first part of a compound: "Russian-held"."""
        tokens = self.tree.tokens
        return (
            c + 1 < len(tokens)
            and self.tree.word(c + 1) in ("-", "‑")
            and tokens[c].end == tokens[c + 1].start
        )

    def _dates(self, i: int, c: int) -> bool:
        """Whether something only says when."""
        if not self.is_time(c) or _YEAR.match(self.tree.word(c)):
            return False
        role = self.tree.tokens[c].role
        return i not in self._times and role in (
            "possessor",
            "compound",
            "adjective",
            "adverb",
            "preposition",
            "other",
            "numeral",
        )

    def _apart(self, i: int, c: int) -> bool:
        """Whether something stands behind a comma, a dash or a bracket."""
        first, last = sorted((i, c))
        return any(self.tree.word(k) in _BREAKS for k in range(first + 1, last))

    def _trimmed(self, tokens: list[int], head: int) -> list[int]:
        """Tokens without the punctuation beside which something is left out."""
        there = set(tokens)
        depth = 0
        for i in range(min(there), max(there) + 1):
            word = self.tree.word(i)
            depth += word in ("(", "[")
            if depth and i != head:
                there.discard(i)
            depth = max(0, depth - (word in (")", "]")))
        for i in sorted(tokens):
            if self.tree.tokens[i].role == "punctuation" and i != head:
                word = self.tree.word(i)
                if word in "“”\"‘’'" and (i + 1 in there or i - 1 in there):
                    continue
                if i - 1 not in there or i + 1 not in there or word in "()[]–—":
                    there.discard(i)
        text = self.document.text
        dash = next(
            (
                i
                for i in sorted(there)
                if i > head
                and self.tree.word(i) in ("-", "–", "—")
                and text[self.tree.tokens[i].end : self.tree.tokens[i].end + 1] == " "
            ),
            None,
        )
        if dash is not None and text[self.tree.tokens[dash].start - 1 : self.tree.tokens[dash].start] == " ":
            there = {i for i in there if i < dash}
        for i in sorted(there):  # "A, B and" without the last
            if self.tree.tokens[i].role == "coordinator" and not any(k > i for k in there):
                there.discard(i)
        return sorted(there)
