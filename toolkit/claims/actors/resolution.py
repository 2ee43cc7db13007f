"""Whom each noun phrase of an article stands for, read once from its first word to its last."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from toolkit.claims.actors.acronyms import explained
from toolkit.claims.actors.antecedents import Seen, is_one
from toolkit.claims.actors.armies import armies_of
from toolkit.claims.actors.direct import Direct
from toolkit.claims.actors.fighters import add_groups
from toolkit.claims.actors.focus import SORTS, Focus
from toolkit.claims.actors.home import Home
from toolkit.claims.actors.juntas import is_seized, junta_of
from toolkit.claims.actors.leaders import without_former
from toolkit.claims.actors.makers import makers_of
from toolkit.claims.actors.names import Known, Names
from toolkit.claims.actors.officeholders import add_administrations
from toolkit.claims.actors.organs import is_organ
from toolkit.claims.actors.people import People
from toolkit.claims.actors.pronouns import SUBJECTS, Pronouns
from toolkit.claims.actors.setting import Setting
from toolkit.claims.actors.units import add_units, own_congress
from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.actors.words import CIVILIANS, Bare, Named, served, sort_of
from toolkit.claims.document import Document
from toolkit.claims.places.gazetteer import well_known
from toolkit.language.frames import Phrase

_HEADS = ("noun", "name", "pronoun")


class Resolution:
    """What the phrases of an article stand for, by the words of their heads.

    `resolved` holds the parties that phrases name, `owned` those whose the things are that other phrases name.
    """

    def __init__(
        self, document: Document, names: Names, torn: Collection[str] = (), ground: str = ""
    ) -> None:
        text, parse = document.text, document.parse
        self._tree, self._tokens = document.tree, parse.tokens
        self.names = explained(text, without_former(text, names))
        add_groups(self._tree, self.names)
        add_administrations(text, self.names, document.published)
        own_congress(text, self.names)
        self.setting = Setting(text, parse.tokens, self.names, ground)
        add_units(text, self.names, self.setting)
        self.people = People(text, parse, self.names, document.published)
        self.direct = Direct(text, parse.tokens, self.names, self.people)
        if self.setting.domestic:
            self.direct.home = Home(self._tree, self.names, self.setting)
        self.direct.fighters.states = self.setting.alone_at_war()
        phrases = (
            self._tree.phrase(i) for i, token in enumerate(parse.tokens) if token.pos in ("noun", "name")
        )
        self.direct.fighters.learn(phrases, text, self.names)
        self.direct.armies.update(armies_of(text, self.direct, document.frames, torn))
        self.direct.seized = is_seized(document)
        self._pronouns = Pronouns(self._tree)
        self._makers = makers_of(document.frames)
        self._agents = {f.token: a for f in document.frames if f.form == "verb" and (a := f.first("agent"))}
        self.resolved: dict[int, tuple[Named, ...]] = {}
        self.owned: dict[int, tuple[Named, ...]] = {}
        self._read_all()

    def _read_all(self) -> None:
        focus = Focus(self.setting)
        for i, token in enumerate(self._tokens):
            if token.pos in _HEADS or (
                token.pos in ("adjective", "numeral") and token.role in (*SUBJECTS, "object")
            ):
                self._read(i, focus)
            elif (agent := self._agents.get(i)) is not None and (done := self.resolved.get(agent.token)):
                for sort in SORTS:  # "the siege" after "rebels besieged the town"
                    if token.lemma.lower() in heads("verbs", sort):
                        focus.own(sort, tuple(each.known for each in done), self._pronouns.sentence(i))

    def _read(self, i: int, focus: Focus) -> None:
        token = self._tokens[i]
        if token.role == "compound" and token.pos != "pronoun":
            return
        phrase = self._tree.phrase(i)
        if phrase.token != i and phrase.token in self.resolved:
            return
        found = self.direct.read(phrase) or self._those(phrase)
        resolved = tuple(each for one in found for each in self._settled(one, focus))
        if resolved:
            self.resolved[phrase.token] = resolved
        elif not found and not phrase.pronoun and phrase.lemma not in heads("civilians"):
            owned = tuple(each for one in self.direct.owner_of(phrase) for each in self._settled(one, focus))
            if owned:
                self.owned[phrase.token] = owned
        self._note(phrase, i, resolved, focus)

    def _those(self, phrase: Phrase) -> tuple[Named, ...]:
        """Civilians by what they do or suffer: "those fleeing the violence"."""
        if self.direct.word(phrase) != "those":
            return ()
        clause = self._tree.child(phrase.token, "noun_clause", "relative_clause")
        if clause is None or self._tokens[clause].lemma.lower() not in heads("those", "verbs"):
            return ()
        return (Named(CIVILIANS, (phrase.start, phrase.end), "words"),)

    def _settled(self, one: Named | Bare, focus: Focus) -> Sequence[Named]:
        """What a phrase stands for, earlier mentions asked."""
        if isinstance(one, Named):
            return (one,)
        phrase, why = one.phrase, "anaphor"
        known: Sequence[Known] = ()
        if one.sort.startswith("titled"):
            return self._titled(phrase, one.sort.split()[1], focus)
        if one.sort == "police":
            known = self._seated(phrase, "state") or (Known("police", "body", "words"),)
            return [Named(each, (phrase.start, phrase.end), "organ") for each in known]
        if one.sort == "owner":
            return self._owner(phrase, focus)
        if one.sort == "only":
            return self._only(phrase, focus)
        if one.sort == "both":
            known = focus.pair(self._pronouns.sentence(phrase.token))
        elif phrase.pronoun and phrase.token in self.resolved:
            return self.resolved[phrase.token]
        elif phrase.pronoun:
            asked = self._pronouns.asked(phrase, one.sort) if one.sort != "speaker" else None
            known, why = focus.pronoun(asked) if asked is not None else (), "pronoun"
        else:
            ordered = self._ordered(phrase) if one.sort in ("army", "state") else ()
            if one.sort == "own army":
                return [Named(each, (phrase.start, phrase.end), why) for each in focus.army]
            known = ordered or self._seated(phrase, one.sort) or self._bare(one.sort, phrase, focus)
            if one.sort == "person" and not known and phrase.lemma in heads("anaphora", "rulers"):
                known = self._said_by_state(phrase) or self.setting.authority()
            if one.sort == "army" and phrase.lemma in heads("anaphora", "forces"):
                focus.army = tuple(known)
            if one.sort == "army" and not known and phrase.lemma in heads("anaphora", "army"):
                known, why = (Known(self.direct.own_words(phrase), "group", "words"),), "words"
            if one.sort == "group" and not known and phrase.lemma in heads("anaphora", "armed"):
                known, why = (Known(self.direct.plain_words(phrase), "group", "words"),), "words"
            if one.sort == "words" and not known:
                known, why = (CIVILIANS,), "words"
        if self.direct.seized and not phrase.pronoun:
            known = [junta_of(each, (phrase.lemma, *phrase.modifiers)) for each in known]
        return [Named(each, (phrase.start, phrase.end), why) for each in known]

    def _bare(self, sort: str, phrase: Phrase, focus: Focus) -> tuple[Known, ...]:
        """Whom a bare "army" or "group" stands for; an army is none of the states that its sentence names."""
        at = self._pronouns.sentence(phrase.token)
        if phrase.lemma == "bloc":
            return focus.bloc()
        if phrase.lemma == "board":
            return focus.board()
        if phrase.pos == "name" and (known := focus.organ(phrase.lemma)):
            return known
        beside: set[str] = set()
        if phrase.lemma in heads("anaphora", "forces") and focus.army and not self.setting.armies:
            return focus.army
        if phrase.lemma in heads("anaphora", "forces"):
            first, last = self._tree.parse.sentences[at]
            start, end = self._tokens[first].start, self._tokens[last - 1].end
            beside = {each.known.name for each in self.names.find(self._tree.text, start, end)}
        lemma = "group" if sort == "group" and phrase.plural else phrase.lemma
        if served(phrase) and phrase.determiner != "the":
            return focus.serving(sort, min(heads("serving").intersection(phrase.modifiers)))
        return focus.bare(sort, lemma, at, frozenset(beside))

    def _said_by_state(self, phrase: Phrase) -> tuple[Known, ...]:
        """The state that speaks in the sentence of a bare "president": "the army of A said the president had left"."""
        first, _ = self._tree.parse.sentences[self._pronouns.sentence(phrase.token)]
        for i in range(first, phrase.token):
            named = self.resolved.get(i, ())
            if self._tokens[i].role == "subject" and len(named) == 1 and named[0].known.kind == "state":
                verb = self._tokens[self._tokens[i].head].lemma.lower()
                return (named[0].known,) if verb in heads("pronouns", "said") else ()
        return ()

    def _seated(self, phrase: Phrase, sort: str) -> tuple[Known, ...]:
        """The state of an organ by its seat: "the foreign ministry in Berlin", "In Bangkok, the interior minister"."""
        if sort not in ("state", "person"):
            return ()
        seats = [c for preposition, c in phrase.complements if preposition == "in"]
        found = [each for c in seats for each in self.names.find(self._tree.text, c.start, c.end)]
        if not found:
            at = self._pronouns.sentence(phrase.token)
            for first, last in self._tree.parse.sentences[max(0, at - 1) : at + 1]:
                start, end = self._tokens[first].start, self._tokens[min(first + 4, last - 1)].end
                if self._tree.word(first) == "in" and self._tokens[first].end < phrase.start:
                    found = self.names.find(self._tree.text, start, min(end, phrase.start))
        seated = [each.known for each in found if each.known.use == "capital" and each.known.kind == "state"]
        return (seated[-1],) if seated and phrase.lemma not in heads("anaphora", "common") else ()

    def _owner(self, phrase: Phrase, focus: Focus) -> Sequence[Named]:
        """Whose a thing is that does not say so: who launched it, or who had such a thing before."""
        maker = self._makers.get(phrase.token)
        named = (self.resolved.get(maker.token) or self.peek(maker)) if maker is not None else ()
        if named:
            return [Named(each.known, each.span, "owner") for each in named]
        dated = phrase.owner is not None and phrase.owner.entity == "time"
        if (
            phrase.determiner not in ("the", "this", "that", "these", "those") and not dated
        ) or phrase.modifiers:
            return ()
        owner = focus.owner(phrase.lemma, self._pronouns.sentence(phrase.token))
        return [Named(known, (phrase.start, phrase.end), "owner") for known in owner]

    def _only(self, phrase: Phrase, focus: Focus) -> Sequence[Named]:
        """Bare "rebels": those of the one group of the article, or their own words."""
        span = (phrase.start, phrase.end)
        hung = self._tree.child(phrase.token, "noun_clause", "relative_clause") is not None
        if not hung and (known := focus.only_group()):
            return [Named(each, span, "anaphor") for each in known]
        return [Named(Known(self.direct.own_words(phrase), "group", "words"), span, "words")]

    def _titled(self, phrase: Phrase, office: str, focus: Focus) -> list[Named]:
        """A person with a bare title: who was so called before acted for somebody."""
        span, name = (phrase.start, phrase.end), phrase.name or phrase.text
        known = focus.called(office) if self._is_last_called(name, office, focus) else ()
        if not known and office in heads("anaphora", "rulers"):
            known = focus.governed()
        if not known:
            return [Named(Known(name, "person", "name"), span, "name")]
        self.people.learn(name, known[0])
        return [Named(known[0], span, "office")]

    def _is_last_called(self, name: str, office: str, focus: Focus) -> bool:
        """Whether who was last called by an office may bear a name: he went by the office alone, or by this name."""
        seen = focus.last_called(office)
        if seen is None:
            return False
        called = self._tree.phrase(seen.token).name
        return not called or called.split()[-1] == name.split()[-1]

    def _ordered(self, phrase: Phrase) -> tuple[Known, ...]:
        """The party that orders a bare army: "the president ordered the military to intensify drills"."""
        token = self._tokens[phrase.token]
        verb = self._tokens[token.head].lemma.lower()
        if token.role not in ("object", "recipient") or verb not in heads("pronouns", "orders"):
            return ()
        subject = self._tree.child(token.head, "subject")
        named = self.resolved.get(subject, ()) if subject is not None else ()
        return tuple(each.known for each in named) if named and named[0].known.kind == "state" else ()

    def _note(self, phrase: Phrase, i: int, resolved: tuple[Named, ...], focus: Focus) -> None:
        """Take note of a mention; of a thing only where it is a subject."""
        subject = self._pronouns.is_subject(i)
        those = self.direct.word(phrase) == "those" and not resolved
        if not resolved and not (subject and (those or not phrase.pronoun) and phrase.entity != "time"):
            return
        own = tuple({named.known.name: named.known for named in resolved}.values())
        members = [each.known for member in phrase.members for each in self.peek(member)]
        parties = tuple({known.name: known for known in (*own, *members)}.values())
        if resolved and resolved[0].why == "owner":
            focus.own(phrase.lemma, parties, self._pronouns.sentence(i))
        sort = "those" if those else sort_of(phrase, resolved, self.direct.armies.values())
        seen = Seen(
            parties, own, sort, i, self._pronouns.sentence(i), subject,
            self._is_plural(phrase) or those, self._is_person(phrase, resolved[0] if resolved else None),
            self._pronouns.clause(i), phrase.lemma, self._pronouns.says(i),
        )  # fmt: skip
        if own and own[0].kind == "media":
            if "agency" in phrase.text.lower():
                focus.told("body", seen)
        else:
            focus.add(seen)

    def _is_plural(self, phrase: Phrase) -> bool:
        word = self.direct.word(phrase)
        if phrase.pos == "name" and word.endswith("s") and self._called_many(phrase):
            return True
        return phrase.plural or bool(phrase.members) or self.direct.word(phrase) in heads("pronouns", "many")

    def _called_many(self, phrase: Phrase) -> bool:
        """Whether a name is that of many: "the Houthis"."""
        named = self.resolved.get(phrase.token, ())
        return bool(named) and named[0].known.kind == "group" and named[0].known.name.endswith("s")

    def _is_person(self, phrase: Phrase, named: Named | None) -> bool:
        """Whether a mention is of a person; one for whom nobody is known is, if an office or rank is named."""
        if named is None:
            return not phrase.pronoun and not phrase.plural and is_one(phrase.lemma)
        if not phrase.plural and phrase.lemma in heads("pronouns", "single"):
            return True
        if named.why == "owner" or phrase.lemma in heads("acts"):
            return False
        if named.known.kind == "state" and well_known(phrase.text):
            return named.known.use == "leader"
        return (
            (phrase.entity == "person" and not is_organ(phrase.name or phrase.text))
            or named.known.use == "leader"
            or named.known.kind == "person"
            or phrase.lemma in heads("anaphora", "person")
            or (self.setting.domestic and phrase.lemma in heads("home", "persons"))
            or self.people.is_person(phrase.name or phrase.text)
            or (phrase.pronoun and self.direct.word(phrase) in heads("pronouns", "person"))
        )

    def peek(self, member: Phrase) -> tuple[Named, ...]:
        """The parties that a phrase names by itself."""
        return tuple(each for each in self.direct.read(member) if isinstance(each, Named))
