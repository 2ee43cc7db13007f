"""Who is meant: names in place of pronouns, and the nation or group before those that bare words stand for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from toolkit.claims.actors import Party
from toolkit.claims.actors.vocabulary import heads, nations
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.wording.english import many
from toolkit.claims.wording.phrases import FULL, Phrases
from toolkit.language.frames import Phrase

_OWN = frozenset(["its", "their", "his", "her", "our", "my"])
_PERSONAL = frozenset(["it", "they", "them", "he", "him", "she", "her", "we", "us", "i", "me"])
_ASKING = frozenset(["what", "who", "which", "how", "whoever", "whatever", "whose", "that"])
_FIRST = heads("pronouns", "speaker")
_FORCES = heads("army") | heads("group") | heads("owned")
_SHARES = frozenset(
    ["part", "half", "most", "rest", "majority", "all", "some", "much", "bulk", "lot", "third", "quarter"]
)
_SEVERAL = frozenset(
    [
        "those",
        "these",
        "many",
        "some",
        "others",
        "most",
        "several",
        "few",
        "both",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
    ]
)
_LONGEST_GROUP = 3
"""Words of a group's name that stands before its fighters: "M23 fighters"."""


@cache
def adjective(name: str) -> str:
    """The adjective of a state, empty for who is none.

    >>> adjective("Russia"), adjective("M23")
    ('Russian', '')
    """
    return next((each.adjectives[0] for each in nations() if each.name == name and each.adjectives), "")


def owner(name: str) -> str:
    """A name as the owner of what follows.

    >>> owner("Russia"), owner("M23"), owner("the Houthis")
    ('Russian', 'M23’s', 'the Houthis’')
    """
    return adjective(name) or f"{name}{'’' if name.endswith('s') else '’s'}"


def joined(names: Sequence[str]) -> str:
    """Names in a row.

    >>> joined(["Russia", "Ukraine", "Turkey"]), joined(["M23"])
    ('Russia, Ukraine and Turkey', 'M23')
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _plain(name: str) -> str:
    """A name without what stands in brackets behind it."""
    return name.partition(" (")[0]


class Names:
    """The names of those of whom one statement tells."""

    def __init__(self, story: Story, statement: Statement) -> None:
        self.story, self.statement = story, statement
        self.phrases = Phrases(story.document, self.named)
        self.own: set[str] = set()
        self.without = -1
        self.spoken: set[str] | None = None

    def named(self, i: int) -> str | None:
        """The words for a pronoun at a token; None for all other words, and where nobody is known."""
        token = self.story.document.parse.tokens[i]
        if token.pos not in ("pronoun", "determiner", "adjective"):
            return None
        word = self.phrases.tree.word(i)
        if word in ("this", "these", "that", "those") and token.role == "determiner":
            return "the"
        if word not in _OWN and word not in _PERSONAL:
            return None
        possessive = token.role == "possessor"
        names = self.of(self.phrases.tree.phrase(i))
        if not names or (self.spoken is not None and not self._clearly(word, names)):
            return None
        if (
            possessive
            and self.spoken is None
            and not self._leads(i)
            and (not self.own or set(names) & self.own)
        ):
            return None
        if not possessive:
            return joined(names)
        whose = owner(joined(names))
        head = self.story.document.parse.tokens[token.head]
        bare = head.form != "plural" or (i > 0 and self.phrases.tree.word(i - 1) == "of")
        return f"the {whose}" if bare and whose == adjective(joined(names)) else whose

    def _clearly(self, word: str, names: list[str]) -> bool:
        """Whether a pronoun in what somebody says is somebody else, by its own word."""
        if word in ("it", "its") or word in _FIRST or set(names) & (self.spoken or set()):
            return False
        return word not in heads("pronouns", "person") or not any(adjective(name) for name in names)

    def _leads(self, i: int) -> bool:
        """Whether a token stands before its verb, where nobody is named yet."""
        frame = self.statement.frame
        return frame is None or i < frame.token

    def of(self, phrase: Phrase) -> list[str]:
        """The names of the parties of a phrase."""
        found = self.story.parties.of(phrase, self.statement.voice.name)
        if phrase.text.lower() in _FIRST and (voice := self.statement.voice) and not voice.own:
            return [_plain(party.name) for party in found or self.statement.speakers] or [_plain(voice.name)]
        outlet = self.story.article.outlet
        return [_plain(party.name) for party in found if party.name != outlet]

    def parties(self, parties: Sequence[Party]) -> tuple[str, bool] | None:
        """Names of parties, and whether they are many."""
        names = [_plain(party.name) for party in parties]
        return (joined(names), len(names) > 1 or many(names[0])) if names else None

    def who(
        self, phrase: Phrase | None, parties: Sequence[Party], kept: int = FULL
    ) -> tuple[str, bool] | None:
        """A phrase in words, and whether it is many; its parties where it is only a pronoun, or missing."""
        if phrase is None:
            return self.parties(parties)
        if phrase.pronoun and phrase.text.lower() in _ASKING:
            return None
        if phrase.pronoun and phrase.text.lower() in _PERSONAL:
            found = self.parties(parties) if parties else None
            names = self.of(phrase)
            return found or ((joined(names), len(names) > 1 or many(names[0])) if names else None)
        tokens = self.story.document.parse.tokens
        if (
            phrase.lemma in heads("anaphora", "group")
            and phrase.determiner in ("the", "this", "that")
            and not phrase.name
        ):
            if (
                names := self.parties([p for p in self.story.parties.of(phrase) if p.kind == "group"])
            ) is not None:
                return names
        words = self.phrases.noun(self._top(phrase), kept, self.without)
        plural = (
            tokens[phrase.token].form == "plural" or phrase.plural or bool(phrase.members)
            or many(phrase.text.split()[-1]) or phrase.count.lower().split()[-1:] not in ([], ["one"], ["a"], ["1"], ["an"]) or phrase.text.split()[0].lower() in _SEVERAL
        )  # fmt: skip
        if phrase.count and phrase.count.split()[-1].lower() in _SHARES:
            plural = tokens[phrase.token].form == "plural" or many(phrase.lemma)
        if phrase.text.lower().startswith(("the number", "the toll")):
            plural = False
        if tokens[phrase.token].pos == "name" and not phrase.members:
            plural = many(phrase.text)
        if tokens[phrase.token].role == "possessor":
            words = words.removesuffix("’s").removesuffix("'s").rstrip("’'")
        return self._with_nation(phrase, words), plural

    def _top(self, phrase: Phrase) -> int:
        """The token at the head of a phrase, that of what it counts by included: "groups" of "groups of soldiers"."""
        tree, i = self.phrases.tree, phrase.token
        for _ in range(_LONGEST_GROUP):
            if (
                tree.tokens[tree.edges(i)[0]].start <= phrase.start
                or tree.tokens[i].role != "prepositional_object"
            ):
                break
            i = tree.tokens[tree.tokens[i].head].head
        return i

    def _with_nation(self, phrase: Phrase, words: str) -> str:
        """Words with whose they are: "the Ukrainian army" for "the army"."""
        if phrase.lemma not in _FORCES or phrase.name or phrase.owner is not None or phrase.members:
            return words
        found = self.story.parties.of(phrase)
        if len(found) != 1:
            return words
        name, kind = found[0].name, found[0].kind
        before = adjective(name) if kind == "state" else name if kind == "group" else ""
        if not before or len(before.split()) > _LONGEST_GROUP or before.lower() in words.lower():
            return words
        first, _, rest = words.partition(" ")
        if phrase.count and f"{phrase.count} of" in words:
            return words
        if first.lower() in ("the", "a", "an") or phrase.count.startswith(first):
            article = ("an" if before[0] in "AEIO" else "a") if first.lower() in ("a", "an") else first
            if phrase.count.startswith(first) and phrase.count and words.startswith(phrase.count):
                article, rest = phrase.count, words[len(phrase.count) :].strip()
            return f"{article} {before} {rest}".strip()
        return f"{before} {words[0].lower()}{words[1:]}"
