"""The parties that a phrase names by itself, and what it leaves to earlier mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.claims.actors.names import Known, Mention, Names
from toolkit.claims.actors.organs import is_organ, organ_of
from toolkit.claims.actors.people import People
from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.vocabulary import load, words
from toolkit.claims.places.gazetteer import load_gazetteer
from toolkit.language.frames import Phrase
from toolkit.language.tree import Token
from toolkit.model import Span

_OUTLETS = words(load("sources")["outlet_words"])
_THINGS = ("time", "number", "money")
_JOINED = re.compile(r"\s*(?:,|and|&|/|-|–|,\s*and|or)\s*(?:the\s+)?", re.I)
_POSSESSED = re.compile(r"[’']s?\s+(?=\S)")
_ARTICLE = re.compile(r"(?:the|an?|this|that|these|those|its|their|his|her|our|some|many|other)\s+", re.I)
_OF = ("of", "from", "within", "by")


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase stands for, where it stands and how that was found."""

    known: Known
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Bare:
    """A mention that stands for somebody named before: a pronoun or a common noun of a class."""

    sort: str
    phrase: Phrase


Found = tuple["Named | Bare", ...]


class Direct:
    """Reads phrases of one article."""

    def __init__(self, text: str, tokens: Sequence[Token], names: Names, people: People) -> None:
        self.text, self._tokens, self._names, self._people = text, tokens, names, people

    def read(self, phrase: Phrase, depth: int = 0) -> Found:
        """The parties of a phrase without those coordinated with it; empty where it names none."""
        if phrase.entity in _THINGS and not self._mentions(phrase):
            return (Named(_CIVILIANS, (phrase.start, phrase.end), "words"),) if self._counts(phrase) else ()
        if phrase.pronoun:
            return self._pronoun(phrase)
        if depth > 3:
            return ()
        if phrase.pos == "name" or self._is_nation(phrase):
            return tuple(self._proper(phrase, depth))
        return tuple(self._common(phrase, depth))

    def _counts(self, phrase: Phrase) -> bool:
        return phrase.entity == "number" and phrase.pos in ("noun",) and phrase.lemma in heads("civilians")

    def _pronoun(self, phrase: Phrase) -> Found:
        word = self.word(phrase)
        for sort in ("one", "many", "person", "speaker"):
            if word in heads("pronouns", sort):
                return (Bare(sort, phrase),)
        return (Bare("both", phrase),) if word in ("both", "each") else ()

    def word(self, phrase: Phrase) -> str:
        """The head word of a phrase in lower case."""
        token = self._tokens[phrase.token] if phrase.token < len(self._tokens) else None
        return self.text[token.start : token.end].lower() if token else ""

    def head_end(self, phrase: Phrase) -> int:
        """The last character of a phrase's head word."""
        return self._tokens[phrase.token].end if phrase.token < len(self._tokens) else phrase.end

    def _mentions(self, phrase: Phrase) -> list[Mention]:
        """The known names in a phrase up to its head."""
        return self._names.find(self.text, phrase.start, self.head_end(phrase))

    def _is_nation(self, phrase: Phrase) -> bool:
        """Whether the head is a name of a nation or a group, whatever the tagger says it is."""
        found = self._mentions(phrase)
        return bool(found) and found[-1].end >= self.head_end(phrase) - 1

    # --- names

    def _proper(self, phrase: Phrase, depth: int) -> Iterator[Named | Bare]:
        start, end = phrase.start, self.head_end(phrase)
        if article := _ARTICLE.match(self.text, start, end):
            start = article.end()
        span = (start, end)
        found = self._names.find(self.text, start, end)
        lemma = phrase.lemma.lower()
        last = found[-1] if found else None
        if last is not None and last.end >= end - 1:
            chosen = self._joined(found) if last.known.kind in ("state", "people") else [last]
            yield from (Named(each.known, (each.start, each.end), each.known.use) for each in chosen)
            return
        if lemma in heads("owned"):
            yield from (Named(each.known, (each.start, each.end), "owner") for each in self._joined(found))
            return
        if organ := organ_of(self._names, self.text, start, end):
            yield Named(organ, span, "organ")
            return
        if (
            bodies := [each for each in found if each.known.kind in ("group", "body")]
        ) and not self._people.is_person(self.text[start:end]):
            yield Named(bodies[0].known, span, bodies[0].known.use)
            return
        name = (
            phrase.name
            if phrase.name and self.text.find(phrase.name, start, end) >= 0
            else self.text[start:end]
        )
        yield from self._unknown(phrase, name, span, found, depth)

    def _unknown(
        self, phrase: Phrase, name: str, span: Span, found: list[Mention], depth: int
    ) -> Iterator[Named | Bare]:
        """What a proper name is that no list has."""
        told = self._people.party(name) or self._people.party(self.text[slice(*span)])
        if told is not None:
            yield Named(told, span, "office")
            return
        before = self.text[span[0] : span[1]].lower().split()
        office = any(word.strip(".,") in heads("offices", "words") for word in before[:-1])
        if found and (office or phrase.entity == "person"):
            yield from (Named(each.known, span, "office") for each in found[:1])
            return
        if is_organ(name):
            if found:
                yield Named(found[0].known, span, "organ")
            else:
                army = (
                    not heads("anaphora", "army").isdisjoint(name.lower().split())
                    or "Division" in name
                    or "Brigade" in name
                )
                yield from self._owner(phrase, depth) or (Bare("army" if army else "state", phrase),)
            return
        if not _OUTLETS.isdisjoint(
            word.strip(".,").removesuffix("’s").removesuffix("'s") for word in name.lower().split()
        ):
            yield Named(Known(name, "media", "name"), span, "name")
            return
        kind = phrase.entity or (phrase.name_entity if phrase.name == name else "")
        if load_gazetteer().named(name) or self._people.is_place(name):
            return
        if self._people.is_person(name) or kind == "person":
            yield Named(Known(name, "person", "name"), span, "name")
            return
        if possessed := _POSSESSED.search(self.text, *span):
            name = self.text[possessed.end() : span[1]]
        if kind in ("body", "people") and not load_gazetteer().named(name) and len(name) > 2:
            yield Named(Known(name, "group" if kind == "people" else "group", "name"), span, "name")

    def _joined(self, found: list[Mention]) -> list[Mention]:
        """The first nation of a phrase with those coordinated with it: "US and Israeli", "US-Israeli"."""
        chosen = found[:1]
        for each in found[1:]:
            if _JOINED.fullmatch(self.text, chosen[-1].end, each.start):
                chosen.append(each)
        return chosen

    # --- common nouns

    def _common(self, phrase: Phrase, depth: int) -> Iterator[Named | Bare]:
        lemma = phrase.lemma
        if lemma in heads("owned"):
            yield from self._owned(phrase, depth)
        elif lemma in heads("civilians") and not (lemma in ("human", "life") or self._groups(phrase)):
            yield self._civilians(phrase, lemma)
        elif lemma in heads("army") | heads("state") | heads("group") | heads("peacekeepers") | heads(
            "named"
        ):
            yield from self._acting(phrase, lemma, depth)
        elif (named := self._after(phrase)) is not None:
            yield named
        elif phrase.apposition is not None and phrase.apposition.pos == "name":
            yield from self.read(phrase.apposition, depth + 1)

    def _after(self, phrase: Phrase) -> Named | None:
        """The name right after a head that a parser cut off: "the paramilitary | Rapid Support Forces"."""
        end = self.head_end(phrase)
        found = self._names.find(self.text, end, min(len(self.text), end + 60))
        if found and found[0].known.kind in ("group", "body") and self.text[end : found[0].start] == " ":
            return Named(found[0].known, (found[0].start, found[0].end), found[0].known.use)
        return None

    def _groups(self, phrase: Phrase) -> list[Mention]:
        return [each for each in self._mentions(phrase) if each.known.kind in ("group", "body")]

    def _nations(self, phrase: Phrase) -> list[Mention]:
        return [each for each in self._mentions(phrase) if each.known.kind in ("state", "people")]

    def _owned(self, phrase: Phrase, depth: int) -> Iterator[Named | Bare]:
        found = self._groups(phrase) or self._joined(self._nations(phrase))
        if found:
            yield from (Named(each.known, (each.start, each.end), "owner") for each in found)
            return
        owner = self._owner(phrase, depth)
        yield from owner
        if not owner:
            yield Bare("owner", phrase)

    def _owner(self, phrase: Phrase, depth: int) -> Found:
        """The party of a phrase's possessor, or of what "of", "from" and "by" join to it."""
        if phrase.owner is not None and (found := self.all(phrase.owner, depth + 1)):
            return found
        for preposition, complement in phrase.complements:
            if preposition in _OF and (found := self.all(complement, depth + 1)):
                return found
        return ()

    def owner_of(self, phrase: Phrase) -> Found:
        """The nation or group whose a thing is, whatever it is; empty for places and times."""
        if phrase.pronoun or phrase.entity in _THINGS or phrase.lemma.lower() in heads("places", "words"):
            return ()
        found = self._groups(phrase) or self._joined(self._nations(phrase))
        if found:
            return tuple(Named(each.known, (each.start, each.end), "owner") for each in found)
        return self.all(phrase.owner, 1) if phrase.owner is not None else ()

    def all(self, phrase: Phrase, depth: int = 0) -> Found:
        """The parties of a phrase and of those coordinated with it."""
        found = list(self.read(phrase, depth))
        for member in phrase.members:
            found += self.read(member, depth)
        return tuple(found)

    def _civilians(self, phrase: Phrase, lemma: str) -> Named:
        nations = self._nations(phrase)
        span = (phrase.start, phrase.end)
        if not nations:
            return Named(_CIVILIANS, span, "words")
        word = self.text[nations[0].start : nations[0].end]
        return Named(Known(f"{word} civilians", "civilians", "name"), span, "words")

    def _acting(self, phrase: Phrase, lemma: str, depth: int) -> Iterator[Named | Bare]:
        span = (phrase.start, phrase.end)
        if groups := self._groups(phrase):
            yield from (Named(each.known, (each.start, each.end), each.known.use) for each in groups[:1])
            return
        organ = lemma in heads("army") | heads("state") | heads("peacekeepers")
        nations = self._joined(self._nations(phrase))
        if nations and organ and "paramilitary" not in phrase.modifiers:
            yield from (Named(each.known, (each.start, each.end), "organ") for each in nations)
            return
        if lemma in heads("group") and (after := self._after(phrase)) is not None:
            yield after
            return
        if (
            phrase.apposition is not None
            and phrase.apposition.pos == "name"
            and (found := self.read(phrase.apposition, depth + 1))
        ):
            yield from found
            return
        if (found := self._owner(phrase, depth)) and (organ or not nations):
            own = [each for each in found if isinstance(each, Bare) or each.known.kind != "civilians"]
            yield from (self._as_organ(each) for each in own)
            if own:
                return
        if lemma in heads("offices", "spokes") or lemma in ("ambassador", "envoy"):
            for preposition, complement in phrase.complements:
                if preposition == "for" and (found := self.all(complement, depth + 1)):
                    yield from found
                    return
        yield from self._without_name(phrase, lemma, span, bool(nations))

    @staticmethod
    def _as_organ(each: Named | Bare) -> Named | Bare:
        return Named(each.known, each.span, "organ") if isinstance(each, Named) else each

    def _without_name(self, phrase: Phrase, lemma: str, span: Span, nation: bool) -> Iterator[Named | Bare]:
        """A phrase whose words name nobody: it stands for somebody named before, or for its own words."""
        definite = phrase.determiner in ("the", "this", "that", "these", "those", "both") or (
            phrase.count.lower() == "two" and not nation
        )
        if (
            phrase.determiner == "both"
            or "two" in phrase.count.lower().split()
            or set(phrase.modifiers) & {"warring", "rival"}
        ) and (lemma in heads("anaphora", "both") and phrase.plural):
            yield Bare("both", phrase)
        elif (
            not definite
            and not phrase.determiner
            and phrase.plural
            and not phrase.modifiers
            and lemma in heads("anaphora", "group")
        ):
            yield Bare("only", phrase)
            return
        elif definite and heads("partisan") & set(phrase.modifiers):
            yield Bare("group", phrase)
            return
        elif definite and not (phrase.plural and lemma in heads("anaphora", "person")):
            for sort in ("group", "army", "state", "body", "person"):
                if lemma in heads("anaphora", sort):
                    yield Bare(sort, phrase)
                    return
        if lemma in heads("named") or (nation and lemma in heads("group")):
            yield Named(Known(self._own_words(phrase), "group", "words"), span, "words")

    def _own_words(self, phrase: Phrase) -> str:
        """A phrase's words without article and number."""
        end = self.head_end(phrase)
        words = self.text[phrase.start : end]
        if phrase.count and words.startswith(phrase.count):
            words = words[len(phrase.count) :].lstrip()
        article = _ARTICLE.match(words)
        words = words[article.end() :] if article else words
        return re.sub(
            r"^(?:at least |more than |about |some |around |nearly )?(?:\d[\d,.]*|of)\s+", "", words
        )


_CIVILIANS = Known("civilians", "civilians", "words")
