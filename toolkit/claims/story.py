"""What the passes of one article share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from toolkit.claims.actors import Parties
from toolkit.claims.actors.names import named_in
from toolkit.claims.actors.vocabulary import home_of
from toolkit.claims.attribution.voices import Voices
from toolkit.claims.cases.sides import Sides
from toolkit.claims.document import Document
from toolkit.claims.event import Event
from toolkit.claims.lexicon import Lexicon
from toolkit.claims.opposition import Opposition
from toolkit.claims.places.borders import borders
from toolkit.claims.places.evidence import place_names
from toolkit.claims.places.gazetteer import Gazetteer, Nearby, load_gazetteer
from toolkit.claims.places.parsed import with_parsed
from toolkit.claims.places.places import PlaceMention, find_places
from toolkit.claims.places.sites import Sites, sites_of
from toolkit.claims.statements import Statement
from toolkit.claims.text.sentences import Sentence
from toolkit.claims.worth import is_dated, is_no_news, statement_sentences
from toolkit.dates.interval import intersect
from toolkit.language.frames import Phrase
from toolkit.model import Article, Span

NATIONAL = ("country", "capital")
"""Kinds of places that are named for their governments, too."""
FEW, CLEAR = 2, 2
"""Names of places that show where an article plays, and how many times more than in the next country they must be."""
_WORD = re.compile(r"\w+")
SHORT = 40
"""Sentences of an article that tells one story."""


@dataclass(frozen=True)
class Story:
    """What the passes of one article share: the document, the lexicon, the speakers, the parties and the places."""

    article: Article
    document: Document
    lexicon: Lexicon
    sides: Sides
    gazetteer: Gazetteer | None

    @cached_property
    def passing(self) -> dict[int, list[Event]]:
        """The events that the sentences only name in passing, by the numbers of the sentences."""
        return {}

    @cached_property
    def acting(self) -> dict[int, tuple[Phrase, ...]]:
        """The persons who are subjects in the sentences that were asked for, by the numbers of the sentences."""
        return {}

    @cached_property
    def articled(self) -> dict[str, bool]:
        """Whether the article mostly writes "the" before a name, for the names that were asked for."""
        return {}

    @cached_property
    def opposition(self) -> Opposition:
        """Who opposes whom in the article; filled by `context.with_context`."""
        return Opposition()

    @cached_property
    def voices(self) -> Voices:
        """Who says what in the article."""
        return Voices(self.document.text, self.document.attributions, self.sides, self.article.outlet)

    @cached_property
    def parties(self) -> Parties:
        """Who the phrases of the article name."""
        return Parties(self.document, self.sides, self._soil)

    @cached_property
    def sentences(self) -> dict[int, Sentence]:
        """The sentences that tell something, by their numbers."""
        return {s.index: s for s in statement_sentences(self.document, self.article.title)}

    @property
    def short(self) -> bool:
        """Whether the article tells one story: what opens it dates and places what names no day and no place."""
        return len(self.sentences) <= SHORT

    @cached_property
    def essay(self) -> bool:
        """Whether the article is opinion or analysis."""
        return self._no_news and not self._dated

    @cached_property
    def history(self) -> bool:
        """Whether the article tells what is long past."""
        return self.document.chronicle or (self._no_news and self._dated)

    @cached_property
    def _no_news(self) -> bool:
        return is_no_news(self.document, self.sentences.values())

    @cached_property
    def _dated(self) -> bool:
        return is_dated(self.document, self.sentences.values())

    @cached_property
    def place_names(self) -> frozenset[str]:
        """The names that the article itself shows to be places."""
        return place_names(self.document, self._kinds_named)

    def _kinds_named(self, span: Span) -> frozenset[str]:
        phrase = self.document.phrase(span)
        return (
            frozenset(party.kind for party in self.parties.of(phrase)) if phrase is not None else frozenset()
        )

    @cached_property
    def country(self) -> str:
        """The code of the country in which most places of the article lie, or where few do, of the one state that it
        tells of; empty where none is known."""
        found = Counter(
            p.place.country for s in self.sentences.values() for p in self.places(s) if p.place.country
        )
        code, times = found.most_common(1)[0] if found else ("", 0)
        return (times < FEW and home_of(self.parties.leading)) or code

    @cached_property
    def _soil(self) -> str:
        """The code of the country in which the places of the article clearly lie, by their names alone."""
        named = (p.place for s in self.sentences.values() for p in self._named(s))
        found = Counter(place.country for place in named if place.country and place.kind not in NATIONAL)
        ranked = [*found.most_common(2), ("", 0), ("", 0)]
        (first, times), (_, others) = ranked[:2]
        return first if times >= FEW and times >= CLEAR * others else ""

    @cached_property
    def ground(self) -> PlaceMention | None:
        """The place that the article names most often as the one where things happen, where it is the same all
        through: at least as often as all others together; none abroad."""
        every = (p for s in self.sentences.values() for p in self.places(s) if p.role == "at")
        named = [p for p in every if not self.document.names_speaker(p.start)]
        found = Counter(p.place.name for p in named)
        name, times = found.most_common(1)[0] if found else ("", 0)
        if times < 2 or 2 * times < len(named):
            return None
        place = next(p for p in named if p.place.name == name)
        return place if place.place.country in ("", self.country) else None

    @cached_property
    def headlined(self) -> PlaceMention | None:
        """The place that both the title and the text name, towns and sites before what is larger, the first of them."""
        title = self.article.title or ""
        words = set(_WORD.findall(title))
        named = {
            p.place.name: p
            for s in reversed(self.sentences.values())
            for p in self.places(s)
            if words.issuperset(_WORD.findall(p.text)) and p.place.kind != "country"
        }
        exact = [p for p in named.values() if p.place.kind not in ("region", "area", "sea", "river")]
        return min(exact or named.values(), key=lambda p: title.find(p.text.split()[0]), default=None)

    @cached_property
    def sites(self) -> Sites:
        """Where the sites of the article are that it also calls by common nouns alone."""
        return sites_of(self.document, (p for s in self.sentences.values() for p in self.places(s)))

    @cached_property
    def home(self) -> PlaceMention | None:
        """The country of a story told inside one state."""
        state = self.parties.home
        return self.place_of(home_of(state)) if state else None

    @cached_property
    def nearby(self) -> Gazetteer:
        """The places as this article names them."""
        named = named_in(self.document.text, self.sides)
        states = {home_of(each.known.name) for each in named if each.known.kind == "state"}
        return Nearby(self.gazetteer or load_gazetteer(), frozenset(states - {""}))

    @cached_property
    def capital(self) -> PlaceMention | None:
        """The capital of the country that the article is about."""
        known = self.gazetteer or load_gazetteer()
        place = known.national("capital", self.country) if self.country else None
        return PlaceMention(0, 0, place.name, place, "at") if place else None

    def place_of(self, code: str) -> PlaceMention | None:
        """The country with a code, as a place."""
        country = (self.gazetteer or load_gazetteer()).national("country", code)
        return PlaceMention(0, 0, country.name, country, "at") if country else None

    @cached_property
    def _places(self) -> dict[int, list[PlaceMention]]:
        return {}

    def places(self, sentence: Sentence) -> list[PlaceMention]:
        """The places that a sentence names."""
        if sentence.index not in self._places:
            named = self._named(sentence)
            self._places[sentence.index] = with_parsed(
                self.document, named, sentence.start, sentence.end, self.nearby, self.place_names
            )
        return self._places[sentence.index]

    def days_apart(self, one: Sentence, other: Sentence) -> bool:
        """Whether two sentences tell of days, and have none in common."""
        days, others = (
            [d.interval for d in self.document.dates_in(each.start, each.end) if d.interval]
            for each in (one, other)
        )
        return bool(days and others) and not any(intersect(a, b) for a in days for b in others)

    @cached_property
    def _tabled(self) -> dict[int, list[PlaceMention]]:
        return {}

    def _named(self, sentence: Sentence) -> list[PlaceMention]:
        """The places of a sentence that the tables know."""
        if sentence.index not in self._tabled:
            found = find_places(self.document.text, self.nearby, sentence.start, sentence.end)
            edges = borders(self.document.text, self.nearby, sentence.start, sentence.end)
            found += [e for e in edges if not any(m.start < e.end and e.start < m.end for m in found)]
            self._tabled[sentence.index] = sorted(found, key=lambda mention: mention.start)
        return self._tabled[sentence.index]


Pass = Callable[[Story, list[Statement]], list[Statement]]
