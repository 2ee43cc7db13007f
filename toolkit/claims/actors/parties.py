"""The parties of an article: whom its phrases name, pronouns and "the group" included."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable

from toolkit.claims.actors.acronyms import explained
from toolkit.claims.actors.direct import Bare, Direct, Named
from toolkit.claims.actors.focus import Focus, Seen
from toolkit.claims.actors.names import Known, names_of
from toolkit.claims.actors.party import Party
from toolkit.claims.actors.people import People
from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.document import Document
from toolkit.claims.themes.sides import Side, Sides
from toolkit.language.frames import Frame, Phrase
from toolkit.language.phrases import Tree

_HEADS = ("noun", "name", "pronoun")
_SUBJECTS = ("subject", "passive_subject", "agent")


class Parties:
    """The parties of one article."""

    def __init__(self, document: Document, sides: Sides) -> None:
        self._document, self._sides, self._text = document, sides, document.text
        parse = document.parse
        self._tree = Tree(document.text, parse)
        self._tokens = parse.tokens
        self._names = explained(document.text, names_of(sides))
        self._people = People(document.text, parse, self._names)
        self._direct = Direct(document.text, parse.tokens, self._names, self._people)
        self._sentence = {i: n for n, (first, last) in enumerate(parse.sentences) for i in range(first, last)}
        self._resolved: dict[int, tuple[Named, ...]] = {}
        self._owned: dict[int, tuple[Named, ...]] = {}
        self._makers = self._makers_of(document.frames)
        self._spoken = sorted(
            (span, a.source) for a in document.attributions if a.source for span in a.content
        )
        self._read_all()

    # --- asked

    def of(self, phrase: Phrase, speaker: str = "") -> tuple[Party, ...]:
        """The parties that a phrase names, those coordinated in it apart; empty where it names none.

        `speaker` is who says the words around it, for "we"; by default who the article says that says them.
        """
        return self._parties(phrase, speaker, self._resolved)

    def _parties(
        self, phrase: Phrase, speaker: str, table: dict[int, tuple[Named, ...]]
    ) -> tuple[Party, ...]:
        found: list[Named] = []
        for each in (phrase, *phrase.members):
            if each.pronoun and each.text.lower() in heads("pronouns", "speaker"):
                found += self._speaker(each, speaker)
            elif each.owner is not None and each.owner.text.lower() in heads("pronouns", "speaker"):
                if self._direct.read(each):
                    found += self._speaker(each, speaker)
            else:
                found += table.get(each.token) or self._resolved.get(each.token) or self._peek(each)
        return tuple({named.known.name: self._party(named) for named in found}.values())

    def target_of(self, phrase: Phrase, speaker: str = "") -> tuple[Party, ...]:
        """The parties of a phrase to which something is done: those whose the thing is, whatever it is; a capital is a town."""
        return tuple(party for party in self._parties(phrase, speaker, self._owned) if party.why != "capital")

    def side_of(self, name: str) -> Side | None:
        """The side of a party, or None where no case names it."""
        return self._sides.get(name) or self._sides.of(name)

    def rivals(self, hostile: Collection[str]) -> Counter[frozenset[str]]:
        """How often the article has two parties act against each other by a verb or noun of `hostile`."""
        found: Counter[frozenset[str]] = Counter()
        for frame in self._document.frames:
            if frame.lemma not in hostile or frame.negated:
                continue
            agents = [p for a in frame.arguments if a.role == "agent" for p in self.of(a.phrase)]
            against = [
                p
                for a in frame.arguments
                if a.role == "patient" or a.preposition in ("against", "with", "from", "on")
                for p in self.target_of(a.phrase)
            ]
            for one in agents:
                for other in against or agents:
                    if one.name != other.name and {one.kind, other.kind} <= {"state", "group", "people"}:
                        found[frozenset((one.name, other.name))] += 1
        return found

    # --- read once

    def _read_all(self) -> None:
        focus = Focus()
        for i, token in enumerate(self._tokens):
            if token.pos in _HEADS or (
                token.pos in ("adjective", "numeral") and token.role in (*_SUBJECTS, "object")
            ):
                self._read(i, focus)

    def _read(self, i: int, focus: Focus) -> None:
        token = self._tokens[i]
        if token.role == "compound" and token.pos != "pronoun":
            return
        phrase = self._tree.phrase(i)
        if phrase.token != i and phrase.token in self._resolved:
            return
        found = self._direct.read(phrase)
        resolved = tuple(each for one in found for each in self._settled(one, focus))
        if resolved:
            self._resolved[phrase.token] = resolved
        elif not found and not phrase.pronoun and phrase.lemma not in heads("civilians"):
            owned = tuple(each for one in self._direct.owner_of(phrase) for each in self._settled(one, focus))
            if owned:
                self._owned[phrase.token] = owned
        self._note(phrase, i, resolved, focus)

    def _settled(self, one: Named | Bare, focus: Focus) -> Iterable[Named]:
        """What a phrase stands for, earlier mentions asked."""
        if isinstance(one, Named):
            return (one,)
        phrase, span = one.phrase, (one.phrase.start, one.phrase.end)
        if one.sort == "speaker":
            return ()
        if one.sort == "owner":
            maker = self._makers.get(phrase.token)
            named = (self._resolved.get(maker.token) or self._peek(maker)) if maker is not None else ()
            if named:
                return [Named(each.known, each.span, "owner") for each in named]
            if phrase.determiner in ("the", "this", "that", "these", "those"):
                return [Named(known, span, "owner") for known in focus.owner(phrase.lemma)]
            return ()
        if one.sort == "only":
            return [Named(known, span, "anaphor") for known in focus.only_group()] or (
                [Named(Known(self._text[slice(*span)], "group", "words"), span, "words")]
            )
        if one.sort == "both":
            return (Named(known, span, "anaphor") for known in focus.pair())
        if not phrase.pronoun:
            return (Named(known, span, "anaphor") for known in focus.bare(one.sort))
        i = phrase.token
        role = self._tokens[i].role
        reflexive = self._direct.word(phrase) in heads("pronouns", "reflexive")
        subject = role in _SUBJECTS or role == "possessor"
        if role == "expletive":
            return ()
        known = focus.pronoun(one.sort, self._sentence.get(i, 0), self._clause(i), subject, reflexive)
        return (Named(each, span, "pronoun") for each in known)

    @staticmethod
    def _makers_of(frames: Iterable[Frame]) -> dict[int, Phrase]:
        """Who does what nouns name, and whose the things are that are launched: by the word of each."""
        found: dict[int, Phrase] = {}
        for frame in frames:
            agent = frame.first("agent")
            if agent is None:
                continue
            if frame.form == "noun":
                found.setdefault(frame.token, agent)
            elif frame.lemma in heads("makes") and (thing := frame.first("patient")) is not None:
                found.setdefault(thing.token, agent)
        return found

    def _clause(self, i: int) -> int:
        """The verb that a word hangs on."""
        for _ in range(12):
            head = self._tokens[i].head
            if head == i:
                return i
            i = head
            if self._tokens[i].pos in ("verb", "auxiliary"):
                return i
        return i

    def _note(self, phrase: Phrase, i: int, resolved: tuple[Named, ...], focus: Focus) -> None:
        """Take note of a mention; of a thing only where it is a subject."""
        role = self._tokens[i].role
        subject = role in _SUBJECTS
        if not resolved and not (subject and not phrase.pronoun and phrase.entity != "time"):
            return
        members = [each for member in phrase.members for each in self._peek(member)]
        parties = tuple({n.known.name: n.known for n in (*resolved, *members)}.values())
        person = bool(resolved) and (
            phrase.entity == "person" or self._people.is_person(phrase.name or phrase.text)
            or resolved[0].known.use == "leader" or resolved[0].known.kind == "person"
            or phrase.lemma in heads("anaphora", "person")
            or (phrase.pronoun and self._direct.word(phrase) in heads("pronouns", "person"))
        )  # fmt: skip
        plural = (
            phrase.plural or bool(phrase.members) or self._direct.word(phrase) in heads("pronouns", "many")
        )
        if resolved and resolved[0].known.kind == "media":
            return
        if resolved and resolved[0].why == "owner":
            focus.own(phrase.lemma, parties)
        focus.add(
            Seen(
                parties,
                self._sort(phrase, resolved),
                i,
                self._sentence.get(i, 0),
                subject,
                plural,
                person,
                self._clause(i),
            )
        )

    def _peek(self, member: Phrase) -> tuple[Named, ...]:
        return tuple(each for each in self._direct.read(member) if isinstance(each, Named))

    @staticmethod
    def _sort(phrase: Phrase, resolved: tuple[Named, ...]) -> str:
        if not resolved or resolved[0].why == "owner":
            return "thing"
        kind = resolved[0].known.kind
        if kind == "state" and phrase.lemma.lower() in heads("anaphora", "army") | {"forces"}:
            return "army"
        return kind

    # --- speakers

    def _speaker(self, phrase: Phrase, speaker: str) -> list[Named]:
        span = (phrase.start, phrase.end)
        if speaker:
            named = self._names.find(speaker)
            known = next((each.known for each in named), None) or self._people.party(speaker)
            return [Named(known, span, "speaker")] if known else []
        at = phrase.start
        for k in range(bisect_right(self._spoken, ((at, len(self._text)), ())) - 1, -1, -1):
            (start, end), source = self._spoken[k]
            if at - start > 3000:
                break
            if start <= at < end:
                return [Named(each.known, span, "speaker") for each in self._source(source)]
        return []

    def _source(self, source: tuple[tuple[int, int], ...]) -> tuple[Named, ...]:
        """The parties of a source of words."""
        starts = self._starts
        for start, end in source:
            for i in range(bisect_right(starts, start - 1), bisect_right(starts, end - 1)):
                if i in self._resolved:
                    return self._resolved[i]
        return ()

    @property
    def _starts(self) -> list[int]:
        if not hasattr(self, "_starts_"):
            self._starts_ = [token.start for token in self._tokens]
        return self._starts_

    def _party(self, named: Named) -> Party:
        return Party(
            named.known.name, self.side_of(named.known.name), named.known.kind, named.span, named.why
        )
