"""The parties that proper names name: nations, groups, organs, persons by their offices, and names that no list has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.claims.actors.names import Known, Mention
from toolkit.claims.actors.organs import is_army, is_organ, organ_of
from toolkit.claims.actors.vocabulary import OUTLETS, heads
from toolkit.claims.actors.words import ARTICLE, Bare, Found, Named, Words
from toolkit.claims.places.evidence import begins_as_place, kind_of
from toolkit.claims.places.gazetteer import well_known
from toolkit.language.frames import Phrase
from toolkit.model import Span

_POSSESSED = re.compile(r"[’']s?\s+(?=\S)")

_AFTER = re.compile(
    r"\b(?:[Bb]attles?|[Ss]ieges?|[Tt]reaty|[Tt]ruce|[Aa]rmistice|[Ss]torming|[Ff]all) (?:of|at|for) (?:the )?\Z"
)
"""What a name behind these words is of is a place."""
_PLURAL = re.compile(r"[’'] [A-Z]")


class ProperNames(Words):
    """Reads phrases whose head is a name."""

    def owner(self, phrase: Phrase, depth: int) -> Found:
        """The party of a phrase's possessor."""
        raise NotImplementedError

    def proper(self, phrase: Phrase, depth: int) -> Iterator[Named | Bare]:
        """The parties of a phrase whose head is a name."""
        start, end = phrase.start, self.head_end(phrase)
        if article := ARTICLE.match(self.text, start, end):
            start = article.end()
        span, lemma = (start, end), phrase.lemma.lower()
        found = self.names.find(self.text, start, end)
        bodies = [each for each in found if each.known.kind in ("group", "body")]
        if found and found[-1].end >= end - 1:
            chosen = self.joined(found) if found[-1].known.kind in ("state", "people") else found[-1:]
            yield from (Named(each.known, (each.start, each.end), each.known.use) for each in chosen)
        elif lemma in heads("owned"):
            yield from (Named(each.known, (each.start, each.end), "owner") for each in self.joined(found))
        elif lemma in heads("nobody", "words") and not (lemma == "church" and phrase.entity == "body"):
            return
        elif lemma in heads("organs", "inner") and (owned := self.owner(phrase, depth)):
            yield from owned
        elif lemma in ("north", "south") and phrase.determiner == "the" and "North Korea" in self.text:
            yield Named(Known(f"{lemma.title()} Korea", "state", "name"), span, "name")
        elif organ := organ_of(self.names, self.text, start, end):
            yield Named(organ, span, "organ")
        elif bodies and not self.people.is_person(self.text[start:end]):
            yield Named(bodies[0].known, span, bodies[0].known.use)
        else:
            inside = bool(phrase.name) and self.text.find(phrase.name, start, end) >= 0
            yield from self._unknown(
                phrase, phrase.name if inside else self.text[start:end], span, found, depth
            )

    def _unknown(
        self, phrase: Phrase, name: str, span: Span, found: list[Mention], depth: int
    ) -> Iterator[Named | Bare]:
        """What a proper name is that no list has: a person with an office, an organ, an outlet, or its own name."""
        before = [word.strip(".,") for word in self.text[slice(*span)].lower().split()[:-1]]
        told = self.people.party(name) or self.people.party(self.text[slice(*span)])
        if told is not None:
            yield Named(told, span, "office")
        elif (found and not heads("offices", "words").isdisjoint(before)) or (
            found and phrase.entity == "person" and not self._is_private(name, found[-1])
        ):
            yield Named(found[0].known, span, "office")
        elif not heads("offices", "spokes").isdisjoint(before):
            yield Bare("spokes", phrase)
        elif is_organ(name):  # "the General Staff"
            if found:
                yield Named(found[0].known, span, "organ")
            else:
                yield from self.owner(phrase, depth) or (Bare("army" if is_army(name) else "state", phrase),)
        elif titles := [word for word in before if word in heads("anaphora", "person")]:
            nation = [each for joined, c in phrase.complements if joined == "of" for each in self.nations(c)]
            if nation:  # "King Hussein of Jordan"
                yield Named(nation[0].known, span, "office")
                return
            yield Bare(f"titled {titles[-1]}", phrase)
        elif name.lower() not in heads("organs", "words"):
            yield from self._own_name(phrase, name, span)

    def _is_private(self, name: str, nation: Mention) -> bool:
        """Whether what somebody is stands between his nation and his name, and is no office: he acts for himself.

        "Saudi millionaire Omar Ali", "Iraqi refugee Sara Aziz", no "Saudi envoy Omar Ali" and no "Iraq's Omar Ali".
        """
        start = self.text.find(name, nation.end)
        between = self.text[nation.end : max(start, nation.end)].split()
        return bool(between) and between[-1].islower() and between[-1].isalpha()

    def _own_name(self, phrase: Phrase, name: str, span: Span) -> Iterator[Named]:
        """A name that is nobody's but its bearer's; nothing for places and for what no parser takes for a name."""
        kind = phrase.entity or (phrase.name_entity if phrase.name == name else "")
        words = {word.strip(".,").removesuffix("’s").removesuffix("'s") for word in name.lower().split()}
        if self.names.get(name) is not None:  # "Iranian-made": who made it does not act
            return
        if words <= heads("named"):  # "the Saudi-born Islamist"
            yield Named(Known(self.text[slice(*span)], "group", "words"), span, "words")
            return
        if not OUTLETS.isdisjoint(words) and name.lower().split()[-1] not in heads("home", "bodies"):
            yield Named(Known(name, "media", "name"), span, "name")
        elif (
            well_known(name)
            or kind_of(name) != "settlement"  # "Donetsk Oblast"
            or (begins_as_place(name) and not self.people.is_person(name))
            or self.people.is_place(name)
            or name.lower() in heads("home", "courts")
            or _AFTER.search(self.text, max(0, span[0] - 24), span[0])
        ):
            return
        elif self.people.is_person(name) or kind == "person":
            if any(letter.isdigit() for letter in name):  # "F-16s"
                return
            yield Named(Known(name, "person", "name"), span, "name")
        elif kind in ("body", "people") or (not kind and self._are_many(phrase, name)):
            possessed = _POSSESSED.search(self.text, *span)
            if possessed and not self._owns(self.text[span[0] : possessed.start()]):  # "Workers' Union"
                possessed, name = None, self.text[slice(*span)]
            elif self.text[span[1] - 1] == "s" and _PLURAL.match(self.text, span[1]):
                return
            name = self.text[possessed.end() : span[1]] if possessed else name
            if len(name) > 2 and not well_known(name):
                yield Named(Known(name, "group", "name"), span, "name")

    def _are_many(self, phrase: Phrase, name: str) -> bool:
        """Whether a name in the plural does something: "the Allies attacked"."""
        return (
            phrase.determiner == "the" and name.endswith("s") and self.tokens[phrase.token].role == "subject"
        )

    def _owns(self, name: str) -> bool:
        """Whether what stands before a possessive ending is somebody's name and no part of one."""
        plain = ARTICLE.sub("", name)
        known = self.names.get(plain) is not None or well_known(plain)
        return known or not plain[:1].isupper() or self.people.is_person(plain)
