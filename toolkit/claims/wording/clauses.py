"""A clause of the text as one short sentence in the present tense: who does what, to whom, where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.claims.actors import Party
from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.statements import Statement
from toolkit.claims.wording.english import LONGEST, has_none, listed, sentence, tidy
from toolkit.claims.wording.names import Names, Who
from toolkit.claims.wording.phrases import DEEP, FULL, SHORT, SHORTEST, VERBS
from toolkit.claims.wording.verbs import Clause, verb
from toolkit.language.frames import Frame, Phrase
from toolkit.language.words import grammar

_NEEDED = frozenset(
    {"object", "attribute", "object_predicate", "adjective", "particle", "recipient", "other", "adverb"}
)
_CLAUSES = ("open_complement", "complement")
_SPARE = frozenset({"preposition", "adverb", *_CLAUSES})
_SHOWN = _NEEDED | _SPARE | {"agent", "prepositional_clause"}
_OBJECTS = ("object", "attribute")
_APART = (*_OBJECTS, "object_predicate", "other", "adverb")
_UNSURE = ("if", "as", "because")
_LATER = ("earlier", "later")
_DENYING = frozenset({"not", "no", "never", "out"})
_WHERE = ("in", "at", "on", "during", "by", "after", "before")
_GOVERNED = 4
"""Words that govern one another above an infinitive."""
_VERB = 15
"""Characters that are kept for a verb."""


@dataclass(frozen=True)
class Part:
    """A part of a sentence: its token, and whether the sentence needs it; `words` are those of what the clause leaves
    out ("the base that rebels seized")."""

    at: int
    needed: bool
    words: str = ""


def _is_by_state(statement: Statement, phrase: Phrase, parties: Sequence[Party]) -> bool:
    """Whether what is told is an assault by a state, and told of one who speaks for it."""
    speaks = phrase.entity == "person" or phrase.lemma in heads("anaphora", "rulers")
    return speaks and statement.plover == "ASSAULT" and [party.kind for party in parties] == ["state"]


class Clauses:
    """The clauses around one statement in the words of labels, `back` as of what somebody said."""

    def __init__(self, names: Names, back: bool = False) -> None:
        self.names, self.phrases, self.back = names, names.phrases, back
        self.document, self.tree = names.story.document, names.story.document.tree

    def sentence(self, frame: Frame, statement: Statement, own: bool = True, depth: int = 0) -> str:
        """The clause of a frame as a sentence, with the verbs that govern it; empty where it can't be told."""
        above = self._above(frame) if depth < DEEP else None
        around = self.sentence(above, statement, False, depth + 1) if above is not None else ""
        if around or (above is not None and above.lemma in listed("governing", "trying")):
            return around
        return self._told(Clause(frame, statement, own, above is None and frame is not statement.frame))

    def _above(self, frame: Frame) -> Frame | None:
        """The frame whose infinitive or gerund a frame is, where that says what is done: "orders troops to leave"."""
        tokens, i = self.tree.tokens, frame.token
        while tokens[i].role == "conjunct" and tokens[tokens[i].head].pos in VERBS:
            i = tokens[i].head
        infinitive = any(self.tree.word(a) == "to" for a in self.tree.of_role(i, "auxiliary"))
        gerund = tokens[i].form == "ing" and tokens[i].role == "open_complement"
        if tokens[i].role not in _CLAUSES or not (infinitive or gerund):
            return None
        head = tokens[i].head
        if tokens[head].pos == "adjective":
            head = tokens[head].head
        above = self.document.framed(head)
        if above is None or head == i or tokens[head].pos not in VERBS:
            return None
        says = above.voice == "active" and tokens[head].lemma.lower() in listed("governing", "saying")
        return None if says else above

    def _told(self, clause: Clause) -> str:
        subject = self._subject(clause, FULL)
        if subject is None or self._under_denial(clause.frame):
            return ""
        parts = list(self._parts(clause.frame))
        if not parts and clause.frame.lemma in grammar("phrases", "copulas"):
            return ""  # "remains far off"
        phrase = self._who(clause.frame)
        if phrase is None and any(subject[0].lower() in self._words(p, FULL).lower() for p in parts):
            return ""
        actors = {party.name for party in clause.statement.actors}
        self.names.own = set(self.names.of(phrase)) if phrase is not None else actors
        self.names.verb = clause.frame.token
        for kept in (FULL, SHORT, SHORTEST):
            who = self._subject(clause, kept) or subject
            made = self._fitted(clause, who, parts, kept)
            if len(made) <= LONGEST:
                return made
        while spare := [
            p for p in parts if p.needed and not p.words and self.tree.tokens[p.at].role in _SPARE
        ]:
            parts.remove(spare[-1])
            if self.tree.tokens[spare[-1].at].role == "open_complement":
                return ""  # "attempted", and not what
            made = self._fitted(clause, who, parts, SHORTEST)
            if len(made) <= LONGEST:
                break
        return made

    def is_aim(self, frame: Frame) -> bool:
        """Whether a clause is but what somebody tries or wants: "an attempt to conquer it", "tried to conquer it"."""
        tree, i = self.tree, frame.token
        while tree.tokens[i].role == "conjunct" and tree.tokens[tree.tokens[i].head].pos in VERBS:
            i = tree.tokens[i].head
        of_noun = tree.tokens[tree.tokens[i].head].pos == "noun" and any(
            tree.word(a) == "to" for a in tree.of_role(i, "auxiliary")
        )
        return of_noun or self._above(frame) is not None

    def _under_denial(self, frame: Frame) -> bool:
        """Whether an infinitive hangs on a noun that is denied: "did not see it as an attempt to conquer it"."""
        tree, i = self.tree, frame.token
        head = tree.tokens[i].head
        if tree.tokens[head].pos != "noun" or not any(
            tree.word(a) == "to" for a in tree.of_role(i, "auxiliary")
        ):
            return False
        for _ in range(_GOVERNED):
            if tree.of_role(head, "negation"):
                return True
            head = tree.tokens[head].head
        return False

    def _fitted(self, clause: Clause, subject: Who, parts: list[Part], kept: int) -> str:
        """The sentence of the parts that it needs, and as many of the others as fit."""
        who, plural = subject
        needed, others = [p for p in parts if p.needed], [p for p in parts if not p.needed]
        words = {p: self._words(p, kept) for p in parts}
        for part in needed if kept == SHORTEST else ():
            if not part.words and self.tree.tokens[part.at].role in _CLAUSES:
                beside = len(who) + sum(len(words[p]) + 1 for p in needed if p is not part)
                words[part] = self.phrases.fitting(part.at, LONGEST - beside - _VERB)
        denied = clause.frame.negated and not has_none(" ".join([who, *(words[p] for p in needed)]))
        does = verb(self.document, clause, plural, denied, self.back)
        begin = clause.frame.token

        def whole(chosen: list[Part]) -> str:
            ordered = sorted(chosen, key=lambda p: (p.at < begin, p.at, p.words))
            return sentence(" ".join(filter(None, (who, does, *(words[p] for p in ordered)))))

        chosen = needed
        for part in sorted(
            others, key=lambda p: (not self._has_place(p, clause.statement), p.at < begin, p.at)
        ):
            if words[part] and len(whole([*chosen, part])) <= LONGEST:
                chosen = [*chosen, part]
        return whole(chosen)

    def _has_place(self, part: Part, statement: Statement) -> bool:
        first, last = (self.tree.tokens[k] for k in self.tree.edges(part.at))
        return statement.place is not None and first.start <= statement.place.start < last.end

    def _words(self, part: Part, kept: int) -> str:
        return part.words or tidy(self.names.noun(part.at, kept))

    @staticmethod
    def _who(frame: Frame) -> Phrase | None:
        return frame.first("patient" if frame.voice == "passive" else "agent")

    def _subject(self, clause: Clause, kept: int) -> Who | None:
        """Who or what a clause is about; None where the text leaves that open."""
        frame, statement = clause.frame, clause.statement
        if self.tree.child(frame.token, "expletive") is not None:
            thing = frame.first("topic", "patient", "agent")
            return "there", thing is not None and self.names.plural(thing)
        acts = (*self.tree.of_role(frame.token, "clausal_subject"), *self._gerunds(frame))
        if acts:
            return tidy(self.names.noun(acts[0], kept)), False
        is_passive, phrase = frame.voice == "passive", self._who(frame)
        parties = (statement.targets if is_passive else statement.actors) if clause.own else ()
        if phrase is None and is_passive:  # a state is not killed where its soldiers are
            people = [party for party in parties if party.kind in ("person", "civilians")]
            harmed = clause.own and statement.kind.name == "casualty"
            return self.names.parties(people) or (("people", True) if harmed else None)
        if phrase is not None and (self._only_points(frame, phrase) or self._is_thing(frame, phrase)):
            return None
        if phrase is not None and _is_by_state(clause.statement, phrase, parties):
            return self.names.parties(parties)  # "the minister claimed to have captured the town"
        self.names.without = frame.token
        found = self.names.who(phrase, parties, kept)
        self.names.without = -1
        return found

    @staticmethod
    def _is_thing(frame: Frame, phrase: Phrase) -> bool:
        """Whether "it" is what falls, sinks or is hit, and no party."""
        return phrase.text.lower() == "it" and frame.lemma in listed("governing", "falling")

    def _gerunds(self, frame: Frame) -> Iterator[int]:
        """A subject that is read as a verb: "fighting left six dead"."""
        for c in self.tree.of_role(frame.token, "subject", "passive_subject"):
            if self.tree.tokens[c].pos == "verb" and self.tree.tokens[c].form == "ing":
                yield c

    def _only_points(self, frame: Frame, phrase: Phrase) -> bool:
        """Whether a subject is nobody: "it is the heaviest fire"."""
        what = (self.tree.tokens[c] for c in self.tree.of_role(frame.token, "attribute"))
        called = frame.form == "copula" and any(token.pos == "noun" for token in what)
        return called and phrase.pronoun and phrase.text.lower() in listed("pronouns", "pointing")

    def _parts(self, frame: Frame) -> Iterator[Part]:
        """What hangs on the verb of a clause, without who does it."""
        tree, i = self.tree, frame.token
        there: dict[int, str] = {}
        for c in tree.children[i]:
            role = tree.tokens[c].role
            if role not in _SHOWN or not self._belongs(i, c, role):
                continue
            has_object = any(each in _OBJECTS for each in there.values())
            if role in _OBJECTS and has_object:
                continue  # "launched operations following the attack", read as two objects
            needed = role in _NEEDED or role == "open_complement" or (role == "complement" and not has_object)
            first = role == "preposition" and c > i and not has_object and role not in there.values()
            there[c] = role
            yield Part(c, needed or first)
        if not there:
            for c in tree.of_role(i, "adverbial_clause"):  # "moved to consolidate it"
                if c > i and any(tree.word(a) == "to" for a in tree.of_role(c, "auxiliary")):
                    there[c] = "open_complement"
                    yield Part(c, True)
        if not {"object", "attribute", "complement"} & set(there.values()):
            yield from self._left_out(frame, there)

    def _left_out(self, frame: Frame, there: dict[int, str]) -> Iterator[Part]:
        """What a relative clause says something of: "the base that rebels seized"."""
        tree, i = self.tree, frame.token
        what = frame.first("patient") if frame.voice == "active" and frame.form == "verb" else None
        if what is None or what.entity == "time" or (what.text[:1].isdigit() and not what.count):
            return
        if any(first <= what.token <= last for first, last in map(tree.edges, there)):
            return
        if (found := self.names.who(what, ())) is not None:
            joint = next((tree.word(c) for c in tree.of_role(i, "preposition") if self._of_relative(c)), "")
            if joint in _WHERE or any(tree.word(c) == "where" for c in tree.children[i]):
                return
            behind = max((c for c, role in there.items() if role == "open_complement"), default=i)
            yield Part(behind, True, f"{joint} {found[0]}".strip())

    def _of_relative(self, c: int) -> bool:
        objects = self.tree.of_role(c, "prepositional_object")
        return any(self.tree.word(what) in listed("pronouns", "relative") for what in objects)

    def _belongs(self, i: int, c: int, role: str) -> bool:
        """Whether what hangs on a verb is told in a label."""
        tree, word, token = self.tree, self.tree.word(c), self.tree.tokens[c]
        if c < i and not self._names_place(c):
            return False
        if role == "preposition":
            named = word != "as" or tree.tokens[i].lemma.lower() in listed("governing", "naming")
            return named and self.phrases.joins(c)
        relative = (
            word in listed("pronouns", "relative") and token.pos != "determiner" and role not in _CLAUSES
        )
        if self.phrases.is_time(c) or relative or (c > i and role in _APART and self._behind_comma(c)):
            return False
        if role == "adverb":
            joins = any(self.phrases.joins(p) for p in tree.of_role(c, "preposition")) and word not in _LATER
            stays = word in listed("dropped", "adverbs") and word not in _DENYING
            return c > i and (stays or joins or self.phrases.yet(c))
        if role == "complement":
            return c > i and not any(tree.word(m) in _UNSURE for m in tree.of_role(c, "marker"))
        return (c > i or role in _OBJECTS) and token.pos not in ("punctuation", "interjection")

    def _behind_comma(self, c: int) -> bool:
        """Whether a part only comments: ", the latest twist in a civil war"."""
        first = self.tree.edges(c)[0]
        return first > 0 and self.tree.word(first - 1) in (",", "–", "—", "-")

    def _names_place(self, c: int) -> bool:
        """Whether a part says where."""
        first, last = self.tree.edges(c)
        return any(self.tree.tokens[k].entity == "place" for k in range(first, last + 1))
