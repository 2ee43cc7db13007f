"""Where a pronoun stands in its sentence, and which "it" stands for nobody."""

from __future__ import annotations

from toolkit.claims.actors.antecedents import Asked
from toolkit.claims.actors.vocabulary import heads
from toolkit.language.frames import Phrase
from toolkit.language.phrases import Tree

SUBJECTS = ("subject", "passive_subject", "agent")


class Pronouns:
    """The sentences and clauses of an article's words, and what its pronouns ask for."""

    def __init__(self, tree: Tree) -> None:
        self._tree, self._tokens = tree, tree.tokens
        self._sentence = {
            i: n for n, (first, last) in enumerate(tree.parse.sentences) for i in range(first, last)
        }

    def sentence(self, i: int) -> int:
        """The number of a word's sentence."""
        return self._sentence.get(i, 0)

    def is_subject(self, i: int) -> bool:
        """Whether a word is a subject, or the object of a verb that makes it do something."""
        token = self._tokens[i]
        return token.role in SUBJECTS or (
            token.role == "object"
            and self._tree.child(token.head, "open_complement", "complement") is not None
        )

    def asked(self, phrase: Phrase, sort: str) -> Asked | None:
        """A pronoun with its place in the sentence; None for one that stands for nobody: "it seems that"."""
        i, word = phrase.token, self._tree.word(phrase.token)
        role, head = self._tokens[i].role, self._tokens[i].head
        verb, passive = self._tokens[head].lemma.lower(), role == "passive_subject"
        if role == "expletive" or (word == "it" and self._is_nobody(role, head, verb)):
            return None
        says = self.says(i)
        after = says and self._is_tail(i, head)
        harmed = (passive or role == "object") and verb in heads("pronouns", "harms")
        subject = role in SUBJECTS or role == "possessor"
        reflexive = word in heads("pronouns", "reflexive")
        told = "" if sort != "person" else "he" if word in heads("pronouns", "male") else "she"
        return Asked(
            sort, self.sentence(i), self.clause(i), subject, reflexive, harmed, after, told, self._but(i), says,
            self._is_armed(role, head, verb), role == "possessor",
        )  # fmt: skip

    def says(self, i: int) -> bool:
        """Whether a word is the subject of a verb of saying."""
        token = self._tokens[i]
        return token.role == "subject" and self._tokens[token.head].lemma.lower() in heads("pronouns", "said")

    def _is_armed(self, role: str, head: int, verb: str) -> bool:
        """Whether only somebody who fights can be meant: "they shelled the town", "their forces"."""
        if role == "possessor":
            return self._tokens[head].lemma.lower() in heads("pronouns", "forces")
        return role == "subject" and verb in heads("pronouns", "fights")

    def _but(self, i: int) -> int:
        """The noun that a pronoun in its relative clause does not stand for: "a chairman who met him"."""
        clause = self.clause(i)
        if self._tokens[clause].role != "relative_clause" or self._tokens[i].role not in (
            "object", "prepositional_object", "recipient",
        ):  # fmt: skip
            return -1
        return self._tokens[clause].head

    def _is_nobody(self, role: str, head: int, verb: str) -> bool:
        if role in ("object", "prepositional_object"):
            return verb in heads("pronouns", "eventive")
        if verb in heads("pronouns", "nobody") or (
            role == "passive_subject" and verb in heads("pronouns", "said")
        ):
            return True
        said = [c for c in self._tree.of_role(head, "attribute", "adjective") if c > head]
        return any(self._tree.word(c) in heads("pronouns", "plainly") for c in said)

    def _is_tail(self, i: int, verb: int) -> bool:
        """Whether what was said stands before: "The town had fallen, it said", not "denied it: it said that"."""
        return self._tree.word(i - 1) not in (":", ";") and any(
            self._tokens[c].role == "complement" and c < i and self.sentence(c) == self.sentence(i)
            for c in self._tree.children[verb]
        )

    def clause(self, i: int) -> int:
        """The verb that a word hangs on."""
        for _ in range(12):
            head = self._tokens[i].head
            if head == i:
                return i
            i = head
            if self._tokens[i].pos in ("verb", "auxiliary"):
                return i
        return i
