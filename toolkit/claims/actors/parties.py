"""The parties of an article: whom its phrases name, pronouns and "the group" included."""

from __future__ import annotations

import re
from bisect import bisect_right

from toolkit.claims.actors.names import Known, names_of
from toolkit.claims.actors.party import Party
from toolkit.claims.actors.resolution import Resolution
from toolkit.claims.actors.vocabulary import at_home, heads, state_of
from toolkit.claims.actors.words import CIVILIANS, Named
from toolkit.claims.cases.sides import Side, Sides
from toolkit.claims.document import Document
from toolkit.claims.places.evidence import SITES
from toolkit.language.frames import Phrase
from toolkit.model import Span

_HELD = re.compile(r"\b([A-Z][\w’']+)[-‑–](?:held|controlled|occupied)\b")
_THINGS = ("time", "number", "money", "place")
_NOBODY = heads("owned") | heads("acts") | SITES
LEADING = 4
"""How many times more than the next one a state is named that an article tells of alone."""
QUOTED = 3000
"""Characters of the longest quotation in which "we" is looked up."""


class Parties:
    """The parties of one article; `country` is the code of the one in which its places lie, where that is clear."""

    def __init__(self, document: Document, sides: Sides, country: str = "") -> None:
        self._document, self._sides = document, sides
        self._read = Resolution(document, names_of(sides), _torn(sides), state_of(country))
        self._alone: dict[tuple[int, int, int], tuple[Named, ...]] = {}
        self._starts = [token.start for token in document.parse.tokens]
        self._spoken = sorted(
            (span, each.source) for each in document.attributions if each.source for span in each.content
        )

    def of(self, phrase: Phrase, speaker: str = "") -> tuple[Party, ...]:
        """The parties that a phrase names, those coordinated in it apart; empty where it names none.

        `speaker` is who says the words around it, for "we"; by default who the article says that says them.
        """
        return self._parties(phrase, speaker, self._read.resolved)

    def _parties(
        self, phrase: Phrase, speaker: str, table: dict[int, tuple[Named, ...]]
    ) -> tuple[Party, ...]:
        found: list[Named] = []
        included = (inner for joined, inner in phrase.complements if joined in ("including", "like"))
        for each in (phrase, *phrase.members, *included):
            if each.pronoun and each.text.lower() in heads("pronouns", "speaker"):
                found += self._speaker(each, speaker)
            elif each.owner is not None and each.owner.text.lower() in heads("pronouns", "speaker"):
                if self._read.direct.read(each):
                    found += self._speaker(each, speaker)
            else:
                found += table.get(each.token) or self._read.resolved.get(each.token) or self._by_itself(each)
        return tuple({named.known.name: self._party(named) for named in found}.values())

    def _by_itself(self, phrase: Phrase) -> tuple[Named, ...]:
        """The parties that a phrase names without its neighbours; long sentences ask for each of theirs again."""
        key = (phrase.token, phrase.start, phrase.end)
        if key not in self._alone:
            self._alone[key] = self._read.peek(phrase)
        return self._alone[key]

    def by_words(self, phrase: Phrase) -> tuple[Party, ...]:
        """Somebody whom no list and no other mention names, by his own words: "prosecutors", "the steel union".

        An organ counts for the state that owns it ("Iran's judiciary"); empty for a pronoun, a thing, an act, a site
        and a time.
        """
        lemma = phrase.lemma.lower()
        if phrase.pronoun or phrase.entity in _THINGS or lemma in _NOBODY or self._document.act_of(phrase):
            return ()
        if phrase.determiner in ("any", "no", "every"):
            return ()
        owned = phrase.text.lower().startswith("whose ")  # "the fund, whose delegates": the fund
        owners = self.of(phrase.owner) if phrase.owner is not None else ()
        if found := tuple(each for each in owners if owned or each.kind == "state"):
            return found
        name = self._read.direct.plain_words(phrase)
        kind = "person" if phrase.entity == "person" else "civilians" if phrase.plural else "body"
        return (
            (self._party(Named(Known(name, kind, "words"), (phrase.start, phrase.end), "words")),)
            if name
            else ()
        )

    def counted(self, phrase: Phrase) -> tuple[Party, ...]:
        """People of whom no more is told than their number: "more than 4,000 fled"."""
        return (self._party(Named(CIVILIANS, (phrase.start, phrase.end), "words")),)

    def target_of(self, phrase: Phrase, speaker: str = "") -> tuple[Party, ...]:
        """The parties of a phrase to which something is done.

        A thing counts for whose it is, whatever it is, but for acts and missiles; a capital is a town.
        """
        if phrase.lemma.lower() in heads("acts"):
            return ()
        return tuple(
            party for party in self._parties(phrase, speaker, self._read.owned) if party.why != "capital"
        )

    def holding(self, phrase: Phrase) -> tuple[Party, ...]:
        """The party that holds what a phrase names: "a Russian-held strip"."""
        found = _HELD.search(phrase.text)
        known = self._read.names.get(found[1]) if found else None
        return (
            (self._party(Named(known, (phrase.start, phrase.end), "adjective")),) if known is not None else ()
        )

    @property
    def domestic(self) -> bool:
        """Whether the article tells of the offices and bodies of one state."""
        return self._read.setting.domestic

    @property
    def states(self) -> tuple[str, ...]:
        """The states that the article names, those named most first."""
        return tuple(known.name for known in self._read.setting.states())

    @property
    def leading(self) -> str:
        """The state that the article names far more often than any other; empty where there is none."""
        counts = self._read.setting.counts
        first, second = (*self._read.setting.states()[:2], None, None)[:2]
        clear = first is not None and counts[first] >= LEADING * (counts[second] if second else 1)
        return first.name if first is not None and clear else ""

    @property
    def authority(self) -> str:
        """The state whose ministers and soldiers those are of whom no nation is told; empty where there is none."""
        return next((known.name for known in self._read.setting.authority()), "")

    @property
    def home(self) -> str:
        """The state of a story told inside one state; empty for another story."""
        state = self._read.setting.state()
        return state.name if state is not None else ""

    def opponents(self, span: Span) -> tuple[Party, ...]:
        """The two states or groups that the article is about, as parties of an event at `span`; nobody in a story told
        inside one state."""
        pair = () if self.domestic else self._read.setting.opponents()
        named = (Named(known, span, "the two that the article names most") for known in pair)
        return tuple(self._party(each) for each in named)

    def opposed(self, country: str) -> tuple[Party, ...]:
        """The two of an article of war that it names most, two states or a group and the state of the country."""
        pair = self.opponents((0, 0))
        groups = [party for party in pair if party.kind == "group"]
        if len(groups) != 1:
            return pair
        state = at_home(self.states, country)
        known = [Named(Known(name, "state", ""), (0, 0), "state of the country") for name in state[:1]]
        return (groups[0], *map(self._party, known)) if known else ()

    def side_of(self, name: str) -> Side | None:
        """The side of a party, or None where no case names it."""
        return self._sides.get(name) or self._sides.of(name)

    def army_of(self, state: str) -> str:
        """The name of the army that the article tells of in place of a state; empty where it tells of none."""
        known = self._read.direct.armies.get(state)
        return known.name if known is not None else ""

    def _speaker(self, phrase: Phrase, speaker: str) -> list[Named]:
        span = (phrase.start, phrase.end)
        if speaker:
            named = self._read.names.find(speaker)
            known = next((each.known for each in named), None) or self._read.people.party(speaker)
            return [Named(known, span, "speaker")] if known else []
        at = phrase.start
        for k in range(bisect_right(self._spoken, ((at, len(self._document.text)), ())) - 1, -1, -1):
            (start, end), source = self._spoken[k]
            if at - start > QUOTED:
                break
            if start <= at < end:
                return [Named(each.known, span, "speaker") for each in self._source(source)]
        return []

    def _source(self, source: tuple[Span, ...]) -> tuple[Named, ...]:
        """The parties of a source of words."""
        starts = self._starts
        for start, end in source:
            for i in range(bisect_right(starts, start - 1), bisect_right(starts, end - 1)):
                if i in self._read.resolved:
                    return self._read.resolved[i]
        return ()

    def _party(self, named: Named) -> Party:
        return Party(
            named.known.name, self.side_of(named.known.name), named.known.kind, named.span, named.why
        )


def _torn(sides: Sides) -> frozenset[str]:
    """The states whose opponent is a group."""
    names = names_of(sides)
    opponents = {side.name: names.get(side.opponent) for side in sides.sides if side.opponent}
    return frozenset(name for name, other in opponents.items() if other is not None and other.kind == "group")
