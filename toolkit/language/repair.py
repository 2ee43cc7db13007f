"""Repairs of a model's parse: what it often reads wrongly, by rules that look at a sentence.

Compounds with a hyphen become one word, participles that are the only verb of a sentence become its predicate, and
irregular verbs get their dictionary form. The words that the rules need stand in vocabulary/repairs.toml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from toolkit.language import misattached
from toolkit.language.joints import joined_verb, stray_particle
from toolkit.language.misread import inflected, joined, listed
from toolkit.language.phrases import finite
from toolkit.language.relatives import misread
from toolkit.language.tree import Parse, Token
from toolkit.language.words import grammar

_NOMINAL = ("noun", "name", "pronoun", "numeral")
_FILLED = ("subject", "object", "prepositional_object")
_BEFORE_NOUN = ("determiner", "adjective", "compound", "numeral", "possessor", "other", "apposition")


def repaired(text: str, parse: Parse) -> Parse:
    """A parse with what is known to be misread put right; offsets stay those of the text."""
    parse = joined(text, parse)
    tokens = [inflected(text, token) for token in parse.tokens]
    for first, last in parse.sentences:
        sentence = _Sentence(text, tokens, first, last)
        sentence.repair()
    return replace(parse, tokens=tuple(tokens))


class _Sentence:
    """A sentence whose tokens are replaced in the list of all."""

    def __init__(self, text: str, tokens: list[Token], first: int, last: int) -> None:
        self._text, self._tokens, self._places = text, tokens, range(first, last)
        self._hung: dict[int, list[int]] | None = None

    def repair(self) -> None:
        """Put right what is taken for a noun or a participle and is a verb."""
        first = self._places[0]
        opening = misattached.opening(
            self._tokens, first, self._places.stop, self._word(first), listed("crowds")
        )
        self._set_all(opening)
        for i in self._places[1:]:
            self._set_all(misread(self._tokens, i, listed("answering")))
            self._set_all(joined_verb(self._tokens, i))
            if self._word(i) == "in":
                behind = [self._word(c) for c in range(i + 1, min(i + 4, self._places.stop))]
                self._set_all(stray_particle(self._tokens, i, behind, listed("hours")))
            token = self._tokens[i]
            if token.pos == "noun" and token.lemma in listed("participles"):
                self._participle(i)
            if token.role in ("compound", "adjective") and self._word(i) in listed("bearing"):
                self._bearing(i)
            if self._tokens[i].pos == "verb" and token.role in ("attribute", "adjective"):
                self._passive(i)
            if token.role in ("adjective", "compound") and self._word(i) in listed("beside"):
                self._set_all(misattached.beside(self._tokens, i, self._children))
            if token.pos == "verb" and self._word(i) in listed("people"):
                self._people(i)
            if token.pos == "noun" and token.role == "object" and token.lemma in listed("states"):
                self._state(i)
            if token.role == "object_predicate" and token.pos == "adjective":
                self._counted(i)
            if token.pos == "adjective" and token.role == "complement":
                self._said_of_object(i)
            if token.pos == "verb" and token.role == "conjunct" and token.form in ("participle", "past"):
                self._found(i)
            if token.form == "participle" and self._is_clause(i):
                self._set(i, form="past")
            if token.role == "relative_clause" and token.lemma in listed("harming"):
                self._set_all(misattached.of_place(self._tokens, i, self._children, listed("places")))
                self._set_all(misattached.of_blow(self._tokens, i, self._children, listed("blows")))
            if token.role == "subject" and token.pos == "numeral" and token.entity == "time":
                self._set_all(misattached.year(self._tokens, i, self._word(i)))
            behind_it = self._tokens[i + 1].lemma if i + 1 in self._places else ""
            if token.form == "ing" and behind_it in listed("suffering"):
                self._set_all(misattached.modified(self._tokens, i))
            if token.role == "noun_clause" and token.form == "participle":
                self._set_all(misattached.happened(self._tokens, i, self._children))
        for root in (i for i in self._places if self._tokens[i].role == "root"):
            self._set_all(misattached.interrupted(self._tokens, root, self._children))
        for top in list(self._tops()):
            if (found := next(self._hidden(top), None)) is not None:
                self._predicate(top, *found)

    def _set(self, i: int, **changed: object) -> None:
        self._tokens[i] = replace(self._tokens[i], **changed)  # type: ignore[arg-type]
        if "head" in changed:
            self._hung = None

    def _set_all(self, changes: Iterable[misattached.Change]) -> None:
        for place, changed in list(changes):
            self._set(place, **changed)

    def _children(self, i: int, *roles: str) -> list[int]:
        if self._hung is None:  # a sentence may be long: looked through once, and again after a change
            self._hung = {}
            for c in self._places:
                if self._tokens[c].head != c:
                    self._hung.setdefault(self._tokens[c].head, []).append(c)
        return [c for c in self._hung.get(i, ()) if not roles or self._tokens[c].role in roles]

    def _participle(self, i: int) -> None:
        """A noun right behind a form of "have" or "be" that has no article: "it had overrun 90 posts"."""
        before = self._tokens[i - 1]
        if before.lemma not in ("have", "be") or self._children(i, *_BEFORE_NOUN[:5]):
            return
        self._set(i, pos="verb", form="participle")
        if self._tokens[i].head != i - 1:
            return
        if before.lemma == "be":
            self._set(i, role="attribute")
            return
        self._takes_over(i, i - 1, "auxiliary")
        for c in self._children(i, "time_phrase"):
            if not self._tokens[c].entity:
                self._set(c, role="object")

    def _counted(self, i: int) -> None:
        """A number before the adjective that says how people end: "left 12 dead"."""
        verb = self._tokens[i].head
        if verb < i and not self._children(verb, "object", "passive_subject"):
            for c in self._children(i, "numeral")[-1:]:
                self._set(c, head=verb, role="object")

    def _people(self, i: int) -> None:
        """A participle that stands for people: "three of the wounded died"."""
        filled = self._tokens[i].role in (*_FILLED, "passive_subject")
        if (
            filled
            and self._children(i, "determiner")
            and not self._children(i, "auxiliary", "passive_auxiliary")
        ):
            self._set(i, pos="noun", form="plural", lemma=self._word(i))

    def _word(self, i: int) -> str:
        return self._text[self._tokens[i].start : self._tokens[i].end].lower()

    def _bearing(self, i: int) -> None:
        """A participle between two nouns that is taken for a part of the second: "a bus carrying pilgrims plunged"."""
        bearer, borne = i - 1, self._tokens[i].head
        if borne <= i or bearer not in self._places or self._tokens[bearer].pos not in _NOMINAL:
            return
        for c in self._children(borne):
            if c < bearer:
                self._set(c, head=bearer)
        above, role = self._tokens[borne].head, self._tokens[borne].role
        self._set(bearer, head=bearer if above == borne else above, role=role)
        lemma = self._word(i).removesuffix("ing")
        self._set(i, head=bearer, role="noun_clause", pos="verb", form="ing", lemma=lemma)
        self._set(borne, head=i, role="object")

    def _passive(self, i: int) -> None:
        """A participle that "be" is said to have as its attribute: "they have been slain"."""
        head = self._tokens[i].head
        if self._tokens[i].form == "participle" and self._tokens[head].lemma == "be" and head < i:
            self._takes_over(i, head, "passive_auxiliary")
            for c in self._children(i, "subject"):
                self._set(c, role="passive_subject")

    def _state(self, i: int) -> None:
        """An adjective behind an object that is taken for its noun: "set the shop alight"."""
        verb = self._tokens[i].head
        if (thing := next(reversed(self._children(i, "compound")), None)) is not None:
            for c in self._children(i):
                self._set(c, head=thing if c < thing else verb)
            self._set(thing, head=verb, role="object")
        self._set(i, pos="adjective", form="", role="object_predicate")

    def _said_of_object(self, i: int) -> None:
        """An adjective that is taken for a clause with the object as its subject: "found him guilty"."""
        verb = self._tokens[i].head
        subjects = self._children(i, "subject")
        if self._tokens[verb].pos == "verb" and not self._children(i, "auxiliary", "marker") and subjects:
            for c in subjects:
                self._set(c, head=verb, role="object")
            self._set(i, role="object_predicate")

    def _found(self, i: int) -> None:
        """A participle right behind what is found, taken for one more verb: "reported eight men and a child killed"."""
        verb, before = self._tokens[i].head, i - 1
        if self._tokens[verb].lemma not in grammar("phrases", "finding") or self._children(
            i, "auxiliary", "object"
        ):
            return
        while self._tokens[before].head not in (verb, before) and before > verb:
            before = self._tokens[before].head
        thing = self._tokens[before]
        if thing.head == verb and thing.role == "object" and self._tokens[i - 1].pos in _NOMINAL:
            self._set(i, head=before, role="noun_clause", form="participle")

    def _takes_over(self, i: int, head: int, role: str) -> None:
        """Let a verb stand where its auxiliary stands, with all that hangs on that."""
        above = self._tokens[head].head
        for c in self._children(head):
            if c != i:
                self._set(c, head=i)
        self._set(i, head=i if above == head else above, role=self._tokens[head].role)
        self._set(head, head=i, role=role, pos="auxiliary")

    def _is_clause(self, i: int) -> bool:
        """Whether a participle has a subject of its own where a clause is finite: "said the militia reneged"."""
        token = self._tokens[i]
        told = token.role == "complement" and self._tokens[token.head].lemma in listed("saying")
        unaided = not self._children(i, "auxiliary", "passive_auxiliary", "agent")
        return (told or token.role == "root") and unaided and bool(self._children(i, "subject"))

    def _tops(self) -> Iterator[int]:
        """The nouns that stand where a clause has its verb: the root, what is said, what is joined to a verb."""
        for i in self._places:
            token, above = self._tokens[i], self._tokens[self._tokens[i].head]
            said = token.role in ("object", "complement") and above.lemma in listed("saying")
            joined = token.role == "conjunct" and finite(above) and above.head != i
            if token.pos in _NOMINAL and (said or joined or (token.role == "root" and self._ends(i))):
                yield i

    def _ends(self, root: int) -> bool:
        """Whether it ends as a sentence does, not as a headline, and has no finite verb but in clauses of others."""
        last = self._text[self._tokens[self._places[-1]].end - 1]
        others = self._children(root, "conjunct", "parataxis", "complement")
        return last in ".”\"'’" and not any(finite(self._tokens[c]) for c in others)

    def _hidden(self, top: int) -> Iterator[tuple[int, int, int | None]]:
        """The participle that is the predicate of a clause without another, with its subject and its object."""
        clause = [top]
        for at in clause:  # which grows as it is walked
            clause += self._children(at)
        verbs = [i for i in sorted(clause) if self._tokens[i].pos in ("verb", "auxiliary")]
        for i in verbs:
            token = self._tokens[i]
            if token.pos != "verb" or token.form not in ("participle", "past"):
                continue
            if self._children(i, "auxiliary", "passive_auxiliary", "agent", "passive_subject", "marker"):
                continue
            if token.role == "noun_clause" and self._within(token.head, top) and self._does(i):
                yield i, next(iter(self._children(i, "subject")), top), None
            alone = not any(finite(self._tokens[k]) for k in verbs if k != i)
            if token.role == "adjective" and token.head == top and i < top and alone:
                subject = next(iter(self._children(i, "subject")), i - 1)
                if self._heads(subject, i, top):
                    yield i, subject, top

    def _within(self, noun: int, top: int) -> bool:
        """Whether a noun is the head of a clause, what "of" joins to it ("a column of tanks"), or what a participle
        behind it has ("a lorry carrying flour")."""
        for _ in range(3):  # "a ferry with people on board"
            if self._tokens[noun].role != "prepositional_object":
                break
            above = self._tokens[self._tokens[noun].head]
            if above.head in (top, noun) or self._tokens[above.head].pos not in _NOMINAL:
                return above.head == top
            noun = above.head
        if noun == top:
            return True
        for _ in range(3):
            noun = self._tokens[noun].head
            token = self._tokens[noun]
            if token.form == "ing" and token.role == "noun_clause":
                return token.head != noun and self._within(token.head, top)
        return False

    def _does(self, i: int) -> bool:
        """Whether a participle behind a noun says what that does: it has an object or a clause, or can't be passive."""
        lemma = self._tokens[i].lemma
        if self._children(i, "object", "complement"):
            return lemma not in listed("two_objects")
        return lemma in listed("intransitive")

    def _heads(self, noun: int, verb: int, top: int) -> bool:
        """Whether a noun before a verb may be its subject: "the runner-up conceded defeat"."""
        token = self._tokens[noun]
        if noun not in self._places or token.pos not in _NOMINAL:
            return False
        return token.head == verb or (token.head == top and token.role in ("compound", "adjective"))

    def _predicate(self, top: int, verb: int, subject: int, thing: int | None) -> None:
        """Make a verb the head of its clause, in place of a noun."""
        above, role = self._tokens[top].head, self._tokens[top].role
        for c in self._children(top):
            own = c < verb and self._tokens[c].role in (*_BEFORE_NOUN, "preposition", "relative_clause")
            of_thing = thing is not None and verb < c < thing
            if c in (subject, verb) or (own and thing is None) or of_thing:
                continue
            self._set(c, head=subject if own and c < subject else verb)
        if top not in (subject, thing):  # the place of a dateline
            self._set(top, head=verb, role="other")
        role = "complement" if role == "object" else role
        self._set(verb, head=verb if above == top else above, role=role, form="past")
        self._set(subject, head=verb, role="subject")
        if thing is not None:
            self._set(thing, head=verb, role="object")
        for c in self._children(verb, "conjunct"):
            if self._tokens[c].form == "participle" and not self._children(c, "auxiliary"):
                self._set(c, form="past")
