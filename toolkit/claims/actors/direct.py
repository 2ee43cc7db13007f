"""The parties that a phrase names by itself, and what it leaves to earlier mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.claims.actors.home import Home
from toolkit.claims.actors.juntas import junta_of
from toolkit.claims.actors.names import Known
from toolkit.claims.actors.organs import is_organ
from toolkit.claims.actors.proper import ProperNames
from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.actors.words import CIVILIANS, Bare, Found, Named, is_pair, served
from toolkit.language.frames import Phrase
from toolkit.model import Span

_NO_OWNER = heads("places", "words") | heads("nobody", "words")
_ACTING = heads("army") | heads("state") | heads("group") | heads("peacekeepers") | heads("named")
_THINGS = ("time", "number", "money")
_RUN = re.compile(r"\b([A-Z][\w’']+)[-‑–](?:run|controlled)\b")
_BEFORE = 30
"""Characters before a phrase that hold what was cut from it."""
_POSSESSOR = re.compile(r"^.*?[’']s? ")
_OF = ("of", "from", "within", "by")
_SORTS = ("group", "army", "state", "body", "person")


class Direct(ProperNames):
    """Reads phrases of one article."""

    def read(self, phrase: Phrase, depth: int = 0) -> Found:
        """The parties of a phrase without those coordinated with it; empty where it names none."""
        if phrase.entity in _THINGS and not self.mentions(phrase):
            return (Named(CIVILIANS, (phrase.start, phrase.end), "words"),) if self._counts(phrase) else ()
        if phrase.pronoun:
            return self._pronoun(phrase)
        if depth > 3:
            return ()
        if self.home is not None and (found := self._at_home(self.home, phrase, depth)):
            return found
        lone = phrase.lemma.lower().removesuffix("s")
        if phrase.pos == "name" and phrase.end - phrase.start == len(phrase.lemma) and lone in heads("owned"):
            return (Bare("owner", phrase),)  # "Rockets hit the town": no name
        if found := self._run_by(phrase):
            return found
        if phrase.pos == "name" or self.is_nation(phrase):
            return tuple(self.proper(phrase, depth))
        return tuple(self._common(phrase, depth))

    def _at_home(self, home: Home, phrase: Phrase, depth: int) -> Found:
        """An office, a body, a crowd or who serves one, in a story told inside one state."""
        span = (phrase.start, self.head_end(phrase))
        if (known := home.named(phrase)) is not None:
            return (Named(known, span, "office" if known.kind == "office" else "words"),)
        if phrase.pos == "name" or phrase.lemma not in heads("home", "servants"):
            return ()
        if groups := self.groups(phrase):
            return (Named(groups[0].known, (groups[0].start, groups[0].end), "office"),)
        if phrase.owner is None and (known := home.served(phrase)) is not None:
            return (Named(known, span, "office"),)
        found = self.owner(phrase, depth) or self._joined_by(phrase, ("for", "at"), depth)
        return tuple(each for each in found if isinstance(each, Bare) or each.known.kind != "civilians")

    def _run_by(self, phrase: Phrase) -> Found:
        """The party by whom an organ is run: "the rebel-run ministry", however it is parsed."""
        run = _RUN.search(self.text, max(0, phrase.start - _BEFORE), self.head_end(phrase))
        if run is None or run.end() + 1 < phrase.start:
            return ()
        named = self.names.find(run[1], 0, len(run[1]))
        return tuple(Named(each.known, (phrase.start, phrase.end), "organ") for each in named[:1])

    def _counts(self, phrase: Phrase) -> bool:
        return phrase.entity == "number" and phrase.pos in ("noun",) and phrase.lemma in heads("civilians")

    def _pronoun(self, phrase: Phrase) -> Found:
        word = self.word(phrase)
        for sort in ("one", "many", "person", "speaker"):
            if word in heads("pronouns", sort):
                return (Bare(sort, phrase),)
        return (Bare("both", phrase),) if word in ("both", "each") else ()

    def _common(self, phrase: Phrase, depth: int) -> Iterator[Named | Bare]:
        lemma = phrase.lemma
        if lemma in heads("works") and phrase.owner is not None and self.word(phrase.owner) == "its":
            yield Bare("one", phrase.owner)
        elif is_pair(phrase, bool(self.nations(phrase)) and "former" not in phrase.modifiers):
            yield Bare("both", phrase)
        elif lemma in heads("owned"):
            yield from self._owned(phrase, depth)
        elif lemma in heads("civilians") and not (lemma in ("human", "life") or self.groups(phrase)):
            yield self._civilians(phrase, lemma)
        elif lemma in _ACTING:
            yield from self._acting(phrase, lemma, depth)
        elif (named := self.after(phrase)) is not None:
            yield named
        elif lemma in heads("anaphora", "unions"):
            groups = self.groups(phrase)
            yield from (Named(each.known, (each.start, each.end), each.known.use) for each in groups[:1])
            if not groups and phrase.determiner == "the":
                yield Bare("body", phrase)
        elif phrase.apposition is not None and phrase.apposition.pos == "name":
            yield from self.read(phrase.apposition, depth + 1)

    def _owned(self, phrase: Phrase, depth: int) -> Iterator[Named | Bare]:
        found = self.groups(phrase) or self.sent_by(phrase)
        found = found or self.joined(self.nations(phrase)) or self.possessing(phrase)
        if found:
            yield from (Named(each.known, (each.start, each.end), "owner") for each in found)
            return
        owner = self.owner(phrase, depth)
        yield from owner
        if not owner:
            yield Bare(served(phrase) or "owner", phrase)

    def owner(self, phrase: Phrase, depth: int) -> Found:
        """The party of a phrase's possessor, or of what "of", "from" and "by" join to it."""
        if phrase.owner is not None and (found := self.all(phrase.owner, depth + 1)):
            return found
        for preposition, complement in phrase.complements:
            if preposition in _OF and (found := self.all(complement, depth + 1)):
                return found
        return ()

    def owner_of(self, phrase: Phrase) -> Found:
        """The nation or group whose a thing is, whatever it is; empty for places and times."""
        if phrase.pronoun or phrase.entity in _THINGS or phrase.lemma.lower() in _NO_OWNER:
            return ()
        found = self.groups(phrase) or self.joined(self.nations(phrase))
        if found:
            return tuple(Named(each.known, (each.start, each.end), "owner") for each in found)
        return self.all(phrase.owner, 1) if phrase.owner is not None and not phrase.owner.pronoun else ()

    def all(self, phrase: Phrase, depth: int = 0) -> Found:
        """The parties of a phrase and of those coordinated with it."""
        found = list(self.read(phrase, depth))
        for member in phrase.members:
            found += self.read(member, depth)
        return tuple(found)

    def _civilians(self, phrase: Phrase, lemma: str) -> Named | Bare:
        if lemma == "man" and phrase.plural and phrase.owner is not None and phrase.owner.pronoun:
            return next(
                iter(self._pronoun(phrase.owner)), Named(CIVILIANS, (phrase.start, phrase.end), "words")
            )
        nations, span = self.nations(phrase), (phrase.start, phrase.end)
        of = next((each for preposition, each in phrase.complements if preposition == "of"), None)
        if of is not None and of.lemma in heads("named"):  # "the families of hostages"
            return self._by_words(f"{self.word(phrase)} of {self.own_words(of)}", span)
        if (heads("armed") | heads("named")) & set(phrase.modifiers):
            return self._by_words(self.own_words(phrase), span)
        if nations:
            word = self.text[nations[0].start : nations[0].end]
            return Named(Known(f"{word} civilians", "civilians", "name"), span, "words")
        bare = phrase.determiner == "the" and not (phrase.modifiers or phrase.count or phrase.complements)
        return Bare("words", phrase) if bare else Named(CIVILIANS, span, "words")

    @staticmethod
    def _by_words(name: str, span: Span) -> Named:
        return Named(Known(name, "group", "words"), span, "words")

    def _acting(self, phrase: Phrase, lemma: str, depth: int) -> Iterator[Named | Bare]:
        """An organ, a force or a group: of whom the words before it say, an apposition, its owner, or nobody."""
        if lemma == "secretary" and self.text.startswith("-general", self.head_end(phrase)):
            end = self.head_end(phrase)
            of = self.names.find(self.text, end, min(len(self.text), end + 40))
            yield from (Named(each.known, (each.start, each.end), "organ") for each in of[:1])
            return
        organ = lemma in heads("army") | heads("state") | heads("peacekeepers")
        nations = self.joined(self.nations(phrase))
        if groups := self.groups(phrase) or self.sent_by(phrase):
            yield Named(groups[0].known, (groups[0].start, groups[0].end), groups[0].known.use)
        elif nations and organ and "paramilitary" not in phrase.modifiers:
            yield from (
                Named(self.forces(each.known, lemma), (each.start, each.end), "organ") for each in nations
            )
            if lemma in heads("peacekeepers"):  # lent by a nation, they are their mission's as well
                yield Named(Known("peacekeepers", "group", "words"), (phrase.start, phrase.end), "words")
        elif lemma in heads("group") and (after := self.after(phrase)) is not None:
            yield after
        elif found := self._beside(phrase, lemma, depth, bool(nations), organ):
            yield from found
        else:
            yield from self._without_name(phrase, lemma, bool(nations))

    def _beside(self, phrase: Phrase, lemma: str, depth: int, nations: bool, organ: bool) -> Found:
        """The party in an apposition, a possessor or a complement: "the rebel group M23", "its army"."""
        apposed, owner = phrase.apposition, phrase.owner
        if owner is not None and owner.pronoun and lemma in heads("offices", "spokes"):
            return self._pronoun(owner)  # "his spokesperson Anna Holm"
        if apposed is not None and apposed.pos == "name" and (found := self.read(apposed, depth + 1)):
            return found
        if lemma in ("counterpart", "colleague"):  # "his counterparts from Qatar and Egypt": his is another's
            return self._joined_by(phrase, ("from", "in"), depth)
        if (organ or not nations) and (found := self.owner(phrase, depth)):
            own = tuple(
                self._as_organ(each, lemma)
                for each in found
                if isinstance(each, Bare) or each.known.kind != "civilians"
            )
            if own:
                return own
        speaks = lemma in heads("offices", "spokes") or lemma in ("ambassador", "envoy")
        return self._joined_by(phrase, ("for",), depth) if speaks else ()

    def _joined_by(self, phrase: Phrase, prepositions: tuple[str, ...], depth: int) -> Found:
        for preposition, complement in phrase.complements:
            if preposition in prepositions and (found := self.all(complement, depth + 1)):
                return found
        return ()

    def _as_organ(self, each: Named | Bare, lemma: str) -> Named | Bare:
        return Named(self.forces(each.known, lemma), each.span, "organ") if isinstance(each, Named) else each

    def forces(self, known: Known, lemma: str) -> Known:
        """The party of a state's force: the army's own name where an article tells of it and not of the state."""
        if self.seized:
            return junta_of(known, (lemma,))
        return self.armies.get(known.name, known) if lemma in heads("anaphora", "army") else known

    def _without_name(self, phrase: Phrase, lemma: str, nation: bool) -> Iterator[Named | Bare]:
        """A phrase whose words name nobody: it stands for somebody named before, or for its own words."""
        if lemma == "police" and not phrase.determiner and not phrase.modifiers:
            yield Bare("police", phrase)
            return
        if "opposition" in phrase.modifiers and phrase.apposition is None and lemma in heads("army"):
            yield self._by_words(self.plain_words(phrase), (phrase.start, phrase.end))
            return
        sort = self._stands_for(phrase, lemma, nation)
        if sort in ("group", "only") and (known := self.fighters.meant(lemma, phrase)) is not None:
            yield Named(known, (phrase.start, phrase.end), "anaphor")
            return
        if sort == "itself":
            return
        if sort:
            yield Bare(sort, phrase)
        elif (
            lemma == "fighter" and nation and (owned := self.fighters.of_state(self.nations(phrase)[0].known))
        ):
            yield Named(owned, (phrase.start, phrase.end), "organ")
        elif nation and is_organ(_POSSESSOR.sub("", self.own_words(phrase)).title()):
            yield Named(self.nations(phrase)[0].known, (phrase.start, phrase.end), "organ")
        elif lemma == "hostage" and not (phrase.plural or phrase.determiner or phrase.modifiers):
            return  # "held hostage"
        elif lemma in heads("named") or (nation and lemma in heads("group")):
            yield self._by_words(self.plain_words(phrase), (phrase.start, phrase.end))

    def plain_words(self, phrase: Phrase) -> str:
        """A phrase's own words without those that part it from nobody: "Armed gangs" are "gangs"."""
        words = self.own_words(phrase).split()
        while len(words) > 1 and words[0].lower() in heads("loose"):
            words = words[1:]
        if not words or self.names.find(" ".join(words)) or self._is_name(phrase, words[0]):
            return " ".join(words)
        return " ".join([words[0].lower(), *words[1:]])

    def _is_name(self, phrase: Phrase, word: str) -> bool:
        """Whether a word of a phrase is part of a name."""
        at = self.text.find(word, phrase.start, phrase.end)
        return any(
            token.start == at and token.pos == "name" for token in self.tokens[: phrase.token + 1][-9:]
        )

    def _stands_for(self, phrase: Phrase, lemma: str, nation: bool) -> str:
        """The class of earlier mentions that a phrase stands for; empty where it stands for none."""
        modifiers, two = set(phrase.modifiers), "two" in phrase.count.lower().split()
        definite = phrase.determiner in ("the", "this", "that", "these", "those", "both") or (
            two and not nation
        )
        if (
            not phrase.determiner
            and phrase.owner is None
            and phrase.plural
            and not modifiers
            and lemma in heads("anaphora", "group")
        ):
            return "" if definite else "only"
        if heads("partisan") & modifiers and (
            definite or lemma in heads("army") | heads("offices", "spokes")
        ):
            return "group" if definite else "only"
        if not nation and (serving := served(phrase)):
            return serving
        if definite and lemma == "staff" and "general" in modifiers:
            return "army"
        if not definite and not phrase.plural and lemma in heads("offices", "spokes") and "army" in modifiers:
            return "own army"
        if not nation and re.search(r"\s[A-Z]", self.text[phrase.start : self.head_end(phrase)]):
            return "itself"  # "the Associated Press news agency"
        if not definite or (phrase.plural and lemma in heads("anaphora", "person")):
            return ""
        found = (
            sort
            for sort in _SORTS
            if lemma in heads("anaphora", sort) and (sort != "body" or phrase.determiner == "the")
        )
        return next(found, "")
