"""A clause of the text as one short sentence in the present tense: who does what, where, to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.claims.statements import Statement
from toolkit.claims.wording.english import LONGEST, has_none, listed, passive, present, sentence, tidy
from toolkit.claims.wording.names import Names
from toolkit.claims.wording.phrases import FULL, SHORT, SHORTEST
from toolkit.language.frames import Frame
from toolkit.language.words import grammar

_MODALS = {
    "'ll": "will",
    "’ll": "will",
    "wo": "will",
    "ca": "can",
    "shall": "will",
    "ought": "should",
    "would": "will",
}
_KEPT_MODALS = frozenset(["will", "may", "might", "can", "could", "should", "must"])
_PUT = {
    "will": "will", "would": "would", "may": "may", "could": "could", "should": "should", "must": "must",
    "conditional": "may", "weighing": "may",
}  # fmt: skip
_VERBS = ("verb", "auxiliary")
_SHOWN = frozenset({
    "object", "attribute", "object_predicate", "adjective", "recipient", "particle", "adverb", "preposition", "agent",
    "open_complement", "complement", "other", "prepositional_clause", "adverbial_clause",
})  # fmt: skip
_CLAUSES = ("open_complement", "complement")
_CONDITION = re.compile(r"\bif\b", re.I)
_POINTING = frozenset({"it", "this", "that"})
_VERB = 15
"""Characters that are kept for a verb."""


@dataclass(frozen=True)
class Part:
    """A part of a sentence: its first token, the token that it hangs on, and whether the sentence needs it."""

    at: int
    needed: bool
    words: str = ""


class Clauses:
    """The clauses of one article in the words of labels."""

    def __init__(self, names: Names) -> None:
        self.names, self.phrases = names, names.phrases
        self.document = names.story.document
        self.tree = self.document.tree

    def sentence(self, frame: Frame, statement: Statement, own: bool = True) -> str:
        """The clause of a frame as a sentence; empty where it is none that can be told. `own` is false for a clause
        around that of the statement."""
        above = self._above(frame)
        if above is not None:
            return self.sentence(above, statement, own=False) or self._clause(
                frame, statement, own, governed=False
            )
        return self._clause(frame, statement, own, governed=frame is not statement.frame)

    def _above(self, frame: Frame, depth: int = 0) -> Frame | None:
        """The frame whose infinitive or gerund a frame is, where that says what is done: "orders troops to leave"."""
        tokens, i = self.tree.tokens, frame.token
        while tokens[i].role == "conjunct" and tokens[tokens[i].head].pos in _VERBS:
            i = tokens[i].head
        token = tokens[i]
        infinitive = any(self.tree.word(a) == "to" for a in self.tree.of_role(i, "auxiliary"))
        if token.role not in _CLAUSES or not (infinitive or token.form == "ing") or token.head == i:
            return None
        if token.role == "complement" and not infinitive:
            return None
        head = token.head
        if tokens[head].pos == "adjective":
            head = tokens[head].head
        above = self.document.frame((tokens[head].start, tokens[head].end))
        if tokens[head].pos not in _VERBS:
            return None
        above = (
            next((f for f in self.document.frames if f.token == head), None)
            if above is None or above.token != head
            else above
        )
        if above is None or (
            above.voice == "active" and tokens[head].lemma.lower() in listed("governing", "saying")
        ):
            return None
        return above

    def _clause(self, frame: Frame, statement: Statement, own: bool, governed: bool) -> str:
        subject = self._subject(frame, statement, own, FULL)
        if subject is None:
            return ""
        parts = list(self._parts(frame))
        agent = frame.first("agent" if frame.voice != "passive" else "patient")
        if agent is None and any(subject[0].lower() in self._words(p, FULL).lower() for p in parts):
            return ""
        self.names.own = (
            set(self.names.of(agent)) if agent is not None else {party.name for party in statement.actors}
        )
        for kept in (FULL, SHORT, SHORTEST):
            who, plural = self._subject(frame, statement, own, kept) or subject
            made = self._fitted(frame, statement, who, plural, parts, kept, governed)
            if len(made) <= LONGEST:
                break
        while len(made) > LONGEST and (
            last := next((p for p in reversed(parts) if p.needed and self._spare(p)), None)
        ):
            parts.remove(last)
            made = self._fitted(frame, statement, who, plural, parts, kept, governed)
        return made

    def _fitted(
        self,
        frame: Frame,
        statement: Statement,
        who: str,
        plural: bool,
        parts: list[Part],
        kept: int,
        governed: bool,
    ) -> str:
        """The sentence of the parts that it needs, and as many of the others as fit."""
        needed = [p for p in parts if p.needed]
        words = {p: self._words(p, kept) for p in parts}
        for part in needed if kept == SHORTEST else ():
            if not part.words and self.tree.tokens[part.at].role in _CLAUSES:
                others = sum(len(words[p]) + 1 for p in needed if p is not part)
                words[part] = self.phrases.fitting(part.at, LONGEST - len(who) - others - _VERB)
        verb = self._verb(frame, statement, plural, " ".join([who, *(words[p] for p in needed)]), governed)

        def whole(chosen: list[Part]) -> str:
            ordered = sorted(chosen, key=lambda p: (p.at < frame.token, p.at, p.words))
            return sentence(" ".join(filter(None, (who, verb, *(words[p] for p in ordered)))))

        chosen = needed
        for part in sorted(
            (p for p in parts if not p.needed),
            key=lambda p: (not self._has_place(p, statement), p.at < frame.token, p.at),
        ):
            if words[part] and len(whole([*chosen, part])) <= LONGEST:
                chosen = [*chosen, part]
        return whole(chosen)

    def _spare(self, part: Part) -> bool:
        """Whether a part can be left out where there is no room."""
        return not part.words and self.tree.tokens[part.at].role in (
            "preposition",
            "adverb",
            "complement",
            "open_complement",
        )

    def _has_place(self, part: Part, statement: Statement) -> bool:
        if statement.place is None:
            return False
        first, last = self.tree.edges(part.at)
        tokens = self.tree.tokens
        return tokens[first].start <= statement.place.start < tokens[last].end

    def _words(self, part: Part, kept: int) -> str:
        return part.words or tidy(self.phrases.noun(part.at, kept))

    # ---- subject

    def _subject(self, frame: Frame, statement: Statement, own: bool, kept: int) -> tuple[str, bool] | None:
        """Who a clause is about, and whether it is many."""
        if self.tree.child(frame.token, "expletive") is not None:
            thing = frame.first("topic", "patient", "agent")
            plural = thing is not None and (self.names.who(thing, (), kept) or ("", False))[1]
            return ("there", plural)
        if (clause := self.tree.child(frame.token, "clausal_subject")) is not None:
            return tidy(self.phrases.noun(clause, kept)), False
        does = frame.voice != "passive"
        phrase = frame.first("agent") if does else frame.first("patient")
        parties = (statement.actors if does else statement.targets) if own else ()
        if phrase is None and not does and frame.form == "verb" and own:
            person = [party for party in parties if party.kind in ("person", "civilians")]
            return self.names.parties(person) or (
                ("people", True) if statement.kind.name == "casualty" else None
            )
        if (
            phrase is not None
            and phrase.pronoun
            and frame.form == "copula"
            and phrase.text.lower() in _POINTING
        ):
            return None
        self.names.without = frame.token
        found = self.names.who(phrase, parties, kept)
        self.names.without = -1
        if phrase is not None and found is None:
            return None
        return found

    # ---- verb

    def _verb(self, frame: Frame, statement: Statement, plural: bool, others: str, governed: bool) -> str:
        """The verb of a clause in the present tense, with its modality and its denial."""
        tree, i = self.tree, frame.token
        own = list(tree.of_role(i, "auxiliary", "passive_auxiliary"))
        words = [tree.word(a) for a in own]
        to = "to" in words
        modal = next((_MODALS.get(w, w) for w in words if _MODALS.get(w, w) in _KEPT_MODALS), "")
        if "would" in words and (statement.voice.own or _CONDITION.search(self._sentence_of(frame))):
            modal = "would"
        if tree.word(i) == "missing" and not modal:
            return f"{present('be', plural)}{' not' if frame.negated else ''} missing"
        had = bool(modal) and any(w in ("have", "had", "has") for w in words)
        denied = frame.negated and not has_none(others)
        token = tree.tokens[i]
        lemma = "be" if frame.form == "copula" and token.pos == "auxiliary" else token.lemma.lower()
        participle = self.document.text[token.start : token.end].lower() if token.form == "participle" else ""
        is_passive = frame.voice == "passive"
        base = f"be {participle or passive(lemma).partition(' ')[2]}" if is_passive else lemma
        if had:
            base = f"have {'been ' if is_passive else ''}{participle or passive(lemma).partition(' ')[2]}"
        if modal:
            return f"{modal} {'not ' if denied else ''}{base}"
        failed = denied and statement.modality == "purpose"
        if governed or failed or not statement.modality or (not to and statement.modality not in _PUT):
            return self._present(lemma, base, is_passive, plural, denied)
        if statement.modality in _PUT:
            return f"{_PUT[statement.modality]} {'not ' if denied else ''}{base}"
        be = "are" if plural else "is"
        how = {
            "plans": present("plan", plural) + " to", "ordered": f"{be} ordered to", "demanded": f"{be} asked to",
            "purpose": present("seek", plural) + " to",
        }.get(statement.modality, "may")  # fmt: skip
        return f"{how} {'not ' if denied else ''}{base}".replace("to not", "not to")

    @staticmethod
    def _present(lemma: str, base: str, is_passive: bool, plural: bool, denied: bool) -> str:
        no = " not" if denied else ""
        if is_passive:
            return f"{present('be', plural)}{no} {base.removeprefix('be ')}"
        if lemma == "be":
            return f"{present('be', plural)}{no}"
        return f"{present('do', plural)} not {lemma}" if denied else present(lemma, plural)

    def _sentence_of(self, frame: Frame) -> str:
        found = self.document.sentence(frame.start)
        return self.document.text[found.start : found.end] if found else ""

    # ---- what follows

    def _parts(self, frame: Frame) -> Iterator[Part]:
        """What hangs on the verb of a clause, without who does it."""
        tree, i = self.tree, frame.token
        objects = 0
        there: set[int] = set()
        for c in tree.children[i]:
            role = tree.tokens[c].role
            if role not in _SHOWN or not self._belongs(i, c, role) or (c < i and not self._names_place(c)):
                continue
            needed = role in (
                "object",
                "attribute",
                "object_predicate",
                "adjective",
                "particle",
                "recipient",
                "other",
                "adverb",
            )
            if role in _CLAUSES:
                needed = not objects or role == "open_complement"
            if role == "preposition" and c > i:
                needed = objects == 0 and not any(tree.tokens[k].role == "preposition" for k in there)
            if role in ("object", "attribute"):
                objects += 1
            there.add(c)
            yield Part(c, needed)
        if not objects and not there:
            for c in tree.of_role(i, "adverbial_clause"):
                if c > i and any(tree.word(a) == "to" for a in tree.of_role(c, "auxiliary")):
                    there.add(c)
                    yield Part(c, True)
        missing = frame.first("patient") if frame.voice == "active" and frame.form == "verb" else None
        if missing is not None and (
            missing.entity == "time" or (missing.text[:1].isdigit() and not missing.count)
        ):
            missing = None
        said = any(tree.tokens[c].role == "complement" for c in there)
        if (
            missing is not None
            and not objects
            and not said
            and not any(missing.token in self._under(c) for c in there)
        ):
            found = self.names.who(missing, ())
            if found is not None:
                inner = [c for c in there if tree.tokens[c].role == "open_complement"]
                joint = next(
                    (tree.word(c) for c in tree.of_role(i, "preposition") if self._of_relative(c)), ""
                )
                yield Part(max(inner, default=i), True, f"{joint} {found[0]}".strip())

    def _of_relative(self, c: int) -> bool:
        return any(
            self.tree.word(w) in grammar("phrases", "relative")
            for w in self.tree.of_role(c, "prepositional_object")
        )

    def _names_place(self, c: int) -> bool:
        """Whether a part that stands before the verb says where."""
        first, last = self.tree.edges(c)
        return any(self.tree.tokens[k].entity == "place" for k in range(first, last + 1))

    def _under(self, c: int) -> range:
        first, last = self.tree.edges(c)
        return range(first, last + 1)

    def _belongs(self, i: int, c: int, role: str) -> bool:
        tree = self.tree
        word, token = tree.word(c), tree.tokens[c]
        if self.phrases.is_time(c) and role != "preposition":
            return False
        if word in grammar("phrases", "relative") and token.pos != "determiner" and role not in _CLAUSES:
            return False
        if role == "adverb":
            return (
                word in listed("dropped", "adverbs") and word not in ("not", "no", "never", "out") and c > i
            ) or (
                c > i
                and any(self.phrases.joins(p) for p in tree.of_role(c, "preposition"))
                and word not in ("earlier", "later")
            )
        if role == "preposition":
            return self.phrases.joins(c)
        if role == "complement":
            return c > i and not any(
                tree.word(m) in ("if", "as", "because") for m in tree.of_role(c, "marker")
            )
        if role == "adverbial_clause":
            return False
        if role == "other":
            return c > i and token.pos not in ("punctuation", "interjection")
        return c > i or role in ("object", "attribute")
