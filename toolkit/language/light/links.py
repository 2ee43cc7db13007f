"""The heads and roles of a sentence as they are being found, and what still waits for its verb."""

from __future__ import annotations

from toolkit.language.light.english import Word, listed

PHRASE = frozenset("DYQAJNER")
"""The codes of words that stand in a noun phrase."""


class Links:
    """One sentence: codes, forms and words in, heads and roles out; `heads` are indexes in the sentence."""

    def __init__(self, codes: list[str], forms: list[str], words: list[Word]) -> None:
        self.codes, self.forms, self.words = codes, forms, words
        self.heads = [-1] * len(codes)
        self.roles = ["other"] * len(codes)
        self.root = self.verb = self.object = -1  # the main verb, the last verb, and the object of that
        self.subject = self.np = self.end = -1  # a subject without verb, the last noun phrase, where it ended
        self.prep = self.coord = self.marker = self.rel = -1  # words without what they join
        self.noun = -1  # the noun before a clause
        self.comma = self.passive = self.inverted = False  # a comma just before; of the last verb
        self.stack: list[int] = []  # subjects whose verb comes after a clause within the clause
        self.first: list[int] = []  # verbs of clauses before the main one
        self.waiting: list[tuple[int, str]] = []  # what belongs to the next verb

    def link(self, i: int, head: int, role: str) -> None:
        """Hang a word on another."""
        if self.heads[i] < 0 and i != head:
            self.heads[i], self.roles[i] = head, role

    def join(self, i: int, head: int, role: str) -> None:
        """Hang a word with all that hangs on it on another, unless that is among them."""
        at = head
        while at >= 0 and at != i:
            at = self.heads[at]
        if at < 0:
            self.link(i, head, role)

    def is_time(self, i: int) -> bool:
        """Whether a noun can stand as an adverb of time."""
        return self.words[i].lemma.lower() in listed("nouns", "time")

    def verb_at(self, at: int) -> bool:
        """Whether a finite verb stands here, adverbs skipped."""
        while at < len(self.codes) and self.codes[at] == "B":
            at += 1
        return at < len(self.codes) and (
            self.codes[at] in "XM" or (self.codes[at] == "V" and self.forms[at] in ("past", "present"))
        )

    def finite_after(self, at: int) -> bool:
        """Whether a finite verb follows, with nothing but phrases before it."""
        limit = min(len(self.codes), at + 10)
        while at < limit and self.codes[at] in "PDYAQJNEBR":
            at += 1
        return self.verb_at(at)

    def push(self) -> None:
        """Let a subject wait until the clause within its clause is over."""
        if self.subject >= 0:
            self.stack.append(self.subject)
            self.subject = -1
