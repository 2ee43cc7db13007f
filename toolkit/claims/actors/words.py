"""What the reading of phrases shares: the words of a phrase and the known names in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from toolkit.claims.actors.fighters import Fighters
from toolkit.claims.actors.home import Home
from toolkit.claims.actors.names import Known, Mention, Names
from toolkit.claims.actors.people import People
from toolkit.claims.actors.vocabulary import heads
from toolkit.language.frames import Phrase
from toolkit.language.tree import Token
from toolkit.model import Span

_JOINED = re.compile(r"\s*(?:,|and|&|/|-|–|,\s*and|or)\s*(?:the\s+)?", re.I)
ARTICLE = re.compile(
    r"(?:the|an?|this|that|these|those|its|their|his|her|our|whose|some|many|other)\s+", re.I
)
_QUOTED = " \"“”'’"
_NUMBER = re.compile(r"^(?:at least |more than |about |some |around |nearly )?(?:\d[\d,.]*|of)\s+")
CIVILIANS = Known("civilians", "civilians", "words")


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


NEXT = 40
"""Characters behind a phrase in which the name ends that stands right after it."""


class Words:
    """The text of one article with its words, the names known in it and its persons."""

    def __init__(self, text: str, tokens: Sequence[Token], names: Names, people: People) -> None:
        self.text, self.tokens, self.names, self.people = text, tokens, names, people
        self.armies: dict[str, Known] = {}
        self.seized = False
        """Whether the article opens with soldiers who take power."""
        self.home: Home | None = None
        self.fighters = Fighters()

    def word(self, phrase: Phrase) -> str:
        """The head word of a phrase in lower case."""
        token = self.tokens[phrase.token] if phrase.token < len(self.tokens) else None
        return self.text[token.start : token.end].lower() if token else ""

    def head_end(self, phrase: Phrase) -> int:
        """The last character of a phrase's head, a known name whole: "Democratic Republic of Congo"."""
        end = self.tokens[phrase.token].end if phrase.token < len(self.tokens) else phrase.end
        if phrase.end > end:
            found = self.names.find(self.text, phrase.start, phrase.end)
            return next((each.end for each in found if each.start < end < each.end), end)
        return end

    def mentions(self, phrase: Phrase) -> list[Mention]:
        """The known names in a phrase up to its head."""
        return self.names.find(self.text, phrase.start, self.head_end(phrase))

    def is_nation(self, phrase: Phrase) -> bool:
        """Whether the head is a name of a nation or a group, whatever the tagger says it is."""
        found = self.mentions(phrase)
        return bool(found) and found[-1].end >= self.head_end(phrase) - 1

    def groups(self, phrase: Phrase) -> list[Mention]:
        return [each for each in self.mentions(phrase) if each.known.kind in ("group", "body")]

    def sent_by(self, phrase: Phrase) -> list[Mention]:
        """The group that fighters are from: "bombers from the Islamic movement Hamas"."""
        if phrase.lemma not in heads("named") | heads("group"):
            return []
        froms = (inner for preposition, inner in phrase.complements if preposition == "from")
        named = (
            each
            for inner in froms
            for each in self.names.find(self.text, inner.start, min(len(self.text), inner.end + NEXT))
            if each.start <= inner.end + 1
        )
        return [each for each in named if each.known.kind == "group"][:1]

    def nations(self, phrase: Phrase) -> list[Mention]:
        return [each for each in self.mentions(phrase) if each.known.kind in ("state", "people")]

    def possessing(self, phrase: Phrase) -> list[Mention]:
        """The name right before a phrase that a parser took for no possessor: "Hamas’ | October 7 attack"."""
        found = self.names.find(self.text, max(0, phrase.start - 40), phrase.start)
        between = self.text[found[-1].end : phrase.start] if found else ""
        return found[-1:] if between in ("’ ", "' ", "’s ", "'s ") else []

    def joined(self, found: list[Mention]) -> list[Mention]:
        """The first nation of a phrase with those coordinated with it: "US and Israeli", "US-Israeli"."""
        chosen = found[:1]
        for each in found[1:]:
            if _JOINED.fullmatch(self.text, chosen[-1].end, each.start):
                chosen.append(each)
        return chosen

    def after(self, phrase: Phrase) -> Named | None:
        """The name right after a head that a parser cut off: "the paramilitary | Rapid Support Forces"."""
        end = self.head_end(phrase)
        found = self.names.find(self.text, end, min(len(self.text), end + 60))
        if found and found[0].known.kind in ("group", "body") and self.text[end : found[0].start] == " ":
            return Named(found[0].known, (found[0].start, found[0].end), found[0].known.use)
        return None

    def own_words(self, phrase: Phrase) -> str:
        """A phrase's words without article and number."""
        end = self.head_end(phrase)
        words = self.text[phrase.start : end]
        if phrase.count and words.startswith(phrase.count):
            words = words[len(phrase.count) :].lstrip(_QUOTED)
        article = ARTICLE.match(words)
        words = words[article.end() :] if article else words
        return _NUMBER.sub("", words)


def served(phrase: Phrase) -> str:
    """The class of whom somebody or something serves by the words before: "a junta spokesman", "army jets"."""
    words = heads("serving").intersection(phrase.modifiers)
    return "" if not words else "army" if words <= heads("anaphora", "army") else "state"


def is_pair(phrase: Phrase, nation: bool) -> bool:
    """Whether a phrase stands for two parties: "both sides", "each side", "the two neighbours"."""
    if nation or phrase.lemma not in heads("anaphora", "both"):
        return False
    if not phrase.plural:
        return phrase.determiner in ("each", "either", "neither")
    two = "two" in phrase.count.lower().split() or phrase.determiner == "both"
    return two or not {"warring", "rival"}.isdisjoint(phrase.modifiers)


def sort_of(phrase: Phrase, resolved: Sequence[Named], armies: Collection[Known]) -> str:
    """The class of a mention: thing, office, army, or the kind of the party that it stands for."""
    if not resolved or resolved[0].why == "owner":
        return "thing"
    known = resolved[0].known
    if known.use == "office":
        return "office"
    forces = heads("anaphora", "army") | {"forces"}
    army = known in armies or (known.kind == "state" and phrase.lemma.lower() in forces)
    return "army" if army else known.kind
