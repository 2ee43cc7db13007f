"""Noun phrases and parts of clauses as a label writes them: without what dates, explains or comments them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from toolkit.claims.actors.vocabulary import nations
from toolkit.claims.document import Document
from toolkit.claims.wording.english import listed, tidy
from toolkit.claims.wording.trimming import DASHES, trimmed
from toolkit.language.phrases import Tree

FULL, SHORT, SHORTEST = 0, 1, 2
"""How much of a phrase is kept: all, what a few prepositions join, what "of" joins."""
_LEFT = frozenset({
    "determiner", "adjective", "compound", "numeral", "possessor", "other", "particle",
})  # fmt: skip
_BEHIND = _LEFT - {"determiner"}
_NEVER = frozenset({"relative_clause", "parataxis", "adverbial_clause", "expletive"})
_CLAUSAL = frozenset({
    "subject", "passive_subject", "clausal_subject", "object", "recipient", "agent", "attribute", "complement",
    "open_complement", "object_predicate", "auxiliary", "passive_auxiliary", "negation", "marker", "particle",
    "prepositional_clause", "prepositional_object",
})  # fmt: skip
_IN_CLAUSE = _CLAUSAL | {"adjective", "coordinator", "numeral", "punctuation", "other"}
_SPARE = frozenset({
    "preposition", "conjunct", "coordinator", "punctuation", "adverb", "noun_clause", "apposition",
    "prepositional_clause",
})  # fmt: skip
_SUBJECTS = ("subject", "passive_subject", "expletive")
_DATING = frozenset({"possessor", "compound", "adjective", "adverb", "preposition", "other", "numeral"})
_LASTS = ("object", "prepositional_object", "attribute")
ADJECTIVES = frozenset(word for each in nations() for word in each.adjectives)
"""Names of peoples, and what is of them, which the model may take for no name."""
_NAMES = ("place", "body", "person", "people", "thing", "event")
_CLOSE = ("of", "between", "on", "against")
_CHANNELS = ("in", "on", "at", "by", "to")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
VERBS = ("verb", "auxiliary")
_FEW_HUNG = 7
"""Words of a participle clause that is kept with its noun: "soldiers deployed near the border"."""
_BREAKS = frozenset(",;:()[]") | DASHES
_HYPHENS = ("-", "‑")
_ENDS = (".", ";", "”", '"', ":")
_OPENING = "“\"‘'("
DEEP = 40


@dataclass
class Phrases:
    """What renders the phrases of one article; `named` gives the words for a token that is somebody named elsewhere."""

    document: Document
    named: Callable[[int], str | None] = lambda token: None

    @property
    def tree(self) -> Tree:
        """The words of the article with their heads."""
        return self.document.tree

    def is_time(self, i: int) -> bool:
        """Whether a token belongs to a time expression."""
        return i in self.document.dated

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
        return tidy(self.words(trimmed(self.tree, left, i)))

    def _pare(self, i: int, left: set[int], room: int, depth: int = 0) -> None:
        """Take from the tokens of a clause what stands at its end, the least needed first, until the others fit."""
        for c in reversed([c for c in self.tree.children[i] if c > i and c in left]):
            if len(self.words(left)) <= room or depth > DEEP:
                return
            if self.tree.tokens[c].role in _SPARE and not self.yet(c):
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
        text, all_tokens = self.document.text, self.tree.tokens
        written, before = "", -2
        for i in sorted(set(tokens)):
            token = all_tokens[i]
            word = self.named(i)
            if word is None:
                word = text[token.start : token.end]
                if word in ("—", "–"):
                    continue
                if self._opens(i):
                    word = f"{word[:1].lower()}{word[1:]}"
            gap = text[all_tokens[before].end : token.start] if i == before + 1 else " "
            written += f"{' ' if gap else ''}{word}"
            before = i
        return " ".join(written.split())

    def _opens(self, i: int) -> bool:
        """Whether a word has a capital only because it opens its sentence or a quotation."""
        token, text = self.tree.tokens[i], self.document.text
        word = text[token.start : token.end]
        if (
            not word[:1].isupper()
            or token.pos == "name"
            or token.entity in _NAMES
            or word in ADJECTIVES
            or word[1:].lower() != word[1:]
        ):
            return False
        quoted = token.start > 0 and text[token.start - 1] in _OPENING
        return word != "I" and (quoted or self.document.opens_sentence(token.start))

    def hung(self, i: int, kept: int = FULL, depth: int = 0) -> list[int]:
        """The tokens of what hangs on a token and belongs in a label, with itself."""
        found = [i]
        if depth > DEEP:
            return found
        for c in self.tree.children[i]:
            if self._stays(i, c, kept, depth):
                found += self.hung(c, kept, depth + 1)
        if depth == 0:
            found = trimmed(self.tree, found, i)
        return found

    def _stays(self, i: int, c: int, kept: int, depth: int) -> bool:
        """Whether what hangs on a token is told with it."""
        token, head = self.tree.tokens[c], self.tree.tokens[i]
        role, word = token.role, self.tree.word(c)
        if self._hyphenated(c) or word in _HYPHENS or (role == "expletive" and head.pos in VERBS):
            return True
        if self._dates(i, c) or role in _NEVER:
            return False
        if head.pos == "preposition":
            return True
        if head.pos in VERBS:
            return self._stays_in_clause(c, role, word, kept)
        if role == "time_phrase":
            first, last = self.tree.edges(c)
            return not any(self.is_time(k) for k in range(first, last + 1))
        if role in ("adverb", "negation"):
            return c < i or word in listed("dropped", "adverbs")
        if role == "preposition":
            near = kept == FULL or word == "of" or (kept == SHORT and word in _CLOSE)
            return near and self.joins(c)
        if role in ("conjunct", "coordinator"):
            return (kept != SHORTEST or depth > 0) and not self._is_clause(c)
        if role in ("apposition", "noun_clause"):
            return self._stays_behind(i, c, kept)
        marks = role == "punctuation"  # those with a gap beside them are trimmed
        return marks or (role in _LEFT and (c < i or role in _BEHIND)) or (role in _CLAUSAL and kept == FULL)

    def _is_clause(self, c: int) -> bool:
        """Whether a further noun is a clause of its own, read as a noun: "ruled the coast and the mayor governs it"."""
        compounds = self.tree.of_role(c, "compound")
        return any(
            self.tree.tokens[k].pos == "verb" and self.tree.tokens[k].form == "present" for k in compounds
        )

    def _stays_behind(self, i: int, c: int, kept: int) -> bool:
        """Whether what stands behind a noun is told: a name, a short clause."""
        token, head = self.tree.tokens[c], self.tree.tokens[i]
        if token.role == "noun_clause":
            first, last = self.tree.edges(c)
            told = kept == FULL or self.tree.word(i) == "those"
            return told and last - first < _FEW_HUNG and first == i + 1
        place = token.pos == "name" and token.entity == "place" and head.pos == "noun"
        return not self._apart(i, c) or (place and head.role in _LASTS and kept == FULL and self._ends(c))

    def _ends(self, c: int) -> bool:
        """Whether a phrase ends its sentence."""
        behind = self.tree.edges(c)[1] + 1
        return behind >= len(self.tree.tokens) or self.tree.word(behind) in _ENDS

    def _stays_in_clause(self, c: int, role: str, word: str, kept: int) -> bool:
        """Whether what hangs on a verb inside a phrase is told with it."""
        if role == "adverb":
            return (word in listed("dropped", "adverbs") or self.yet(c)) and not self.is_time(c)
        if role == "preposition":
            return kept != SHORTEST and self.joins(c)
        if role == "conjunct":
            return not self.tree.of_role(c, *_SUBJECTS)
        relative = word in listed("pronouns", "relative") and self.tree.tokens[c].pos != "determiner"
        return role in _IN_CLAUSE and not (relative and role in ("object", "subject", "passive_subject"))

    def yet(self, c: int) -> bool:
        """Whether an adverb denies an infinitive: "has yet to confirm"."""
        return self.tree.word(c) == "yet" and self.tree.word(min(c + 1, len(self.tree.tokens) - 1)) == "to"

    def joins(self, c: int) -> bool:
        """Whether a preposition joins something that a label tells: no time, no channel, no reason."""
        tree, word = self.tree, self.tree.word(c)
        if word in listed("dropped", "prepositions"):
            return False
        objects = tree.of_role(c, "prepositional_object")
        if word in ("with", "without") and (
            tree.of_role(c, "prepositional_clause", "complement")
            or any(tree.of_role(what, "noun_clause") for what in objects)
        ):
            return False  # "with both sides rejecting it"
        if not objects:
            return bool(tree.of_role(c, "preposition", "prepositional_clause", "adverb"))
        return all(self._told(what, word) for what in objects)

    def _told(self, what: int, joint: str) -> bool:
        """Whether the object of a preposition is told in a label."""
        if (self.is_time(what) and joint not in ("to", "of")) or (
            joint == "for" and self.tree.of_role(what, "complement")
        ):
            return False  # "for fear that it would be next"
        if joint in _CHANNELS and self.tree.tokens[what].lemma.lower() in listed("dropped", "discourse"):
            return False
        return self.tree.word(what) not in listed("pronouns", "empty") or self.named(what) is not None

    def _hyphenated(self, c: int) -> bool:
        """Whether a word is a part of a compound: "Russian-held", "secretary-general"."""
        tokens = self.tree.tokens
        first = c + 1 < len(tokens) and self.tree.word(c + 1) in _HYPHENS
        last = c > 0 and self.tree.word(c - 1) in _HYPHENS
        before = first and tokens[c].end == tokens[c + 1].start
        return before or (last and tokens[c - 1].end == tokens[c].start)

    def _dates(self, i: int, c: int) -> bool:
        """Whether something only says when; a year that names a thing does not."""
        if not self.is_time(c) or _YEAR.match(self.tree.word(c)) or self.is_time(i):
            return False
        return self.tree.tokens[c].role in _DATING

    def _apart(self, i: int, c: int) -> bool:
        """Whether something stands behind a comma, a dash or a bracket."""
        first, last = sorted((i, c))
        return any(self.tree.word(k) in _BREAKS for k in range(first + 1, last))
