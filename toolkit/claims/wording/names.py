"""Who is meant: names in place of pronouns, and the nation or group before those that bare words stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from toolkit.claims.actors import Party
from toolkit.claims.actors.vocabulary import heads, nations
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.wording.english import article, listed, many
from toolkit.claims.wording.phrases import ADJECTIVES, FULL, SHORTEST, Phrases
from toolkit.language.frames import Phrase

Who = tuple[str, bool]
"""Somebody in words, and whether they are many."""
_FORCES = heads("army") | heads("group") | heads("owned")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_LONGEST_GROUP = 3
"""Words of a group's name that stands before its fighters: "M23 fighters"."""
PEOPLES = tuple(sorted(f" {word.lower()}" for word in ADJECTIVES if word.endswith("s")))
"""Ends of phrases that name a people: "the Russians"."""
NATIONS = frozenset(f"the {word.lower()}" for word in ADJECTIVES)
"""Adjectives that name a people behind "the": "the Japanese"."""
_MANY = listed("numbers", "shares") | listed("numbers", "several") | listed("numbers", "counting")
"""Words before "of" behind which the number of the noun counts: "a handful of soldiers"."""
_COUNTED = 3
"""Prepositions between a noun and what counts it: "groups of soldiers"."""


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


def plain(name: str) -> str:
    """A name without what stands in brackets behind it.

    >>> plain("Sudanese Armed Forces (SAF)")
    'Sudanese Armed Forces'
    """
    return name.partition(" (")[0]


class Names:
    """The names of those of whom one statement tells.

    `own` are those whom the clause at hand is about, whose "its" behind its `verb` needs no name; `without` is the
    token whose clause is told apart from what it hangs on; `spoken` are the names of who says what is at hand, where
    somebody does.
    """

    def __init__(self, story: Story, statement: Statement) -> None:
        self.story, self.statement = story, statement
        self.phrases = Phrases(story.document, self.named)
        self.own: set[str] = set()
        self.verb = -1 if statement.frame is None else statement.frame.token
        self.without = -1
        self.spoken: set[str] | None = None
        self._made: dict[tuple[object, ...], str] = {}

    def named(self, i: int) -> str | None:
        """The words for a pronoun at a token; None for all other words, and where nobody is known."""
        token = self.story.document.parse.tokens[i]
        if token.pos not in ("pronoun", "determiner", "adjective"):
            return None
        word = self.phrases.tree.word(i)
        if word in ("this", "these", "that", "those") and token.role == "determiner":
            measured = self.phrases.tree.tokens[token.head].lemma.lower() in listed("dropped", "measures")
            return None if measured else "the"  # "an attack on this scale"
        if token.role == "possessor" and word in listed("pronouns", "own"):
            return self._owning(i, word)
        if word not in listed("pronouns", "personal"):
            return None
        governor = self.phrases.tree.tokens[token.head]
        if (
            token.role == "object"
            and word in ("it", "them")
            and governor.lemma.lower() in listed("governing", "things")
        ):
            return None
        joint = self.phrases.tree.word(token.head) if token.role == "prepositional_object" else ""
        if joint and joint not in listed("governing", "joints"):
            return None
        names = self.of(self.phrases.tree.phrase(i))
        behind = self.statement.frame is not None and i > self.statement.frame.token
        found = (
            self._many(names)
            if self._clearly(word, names) and not (behind and set(names) & self.own)
            else None
        )
        return found[0] if found else None

    def _owning(self, i: int, word: str) -> str | None:
        """The name for "its"; None where that is whom the clause is about, or may be."""
        tree = self.phrases.tree
        names = self.of(tree.phrase(i))
        if not names or not self._clearly(word, names):
            return None
        behind = self.statement.frame is not None and i > self.verb
        if self.spoken is None and behind and (not self.own or set(names) & self.own):
            return None
        whose = owner(joined(names))
        bare = tree.tokens[tree.tokens[i].head].form != "plural" or (i > 0 and tree.word(i - 1) == "of")
        return f"the {whose}" if bare and whose == adjective(joined(names)) else whose

    def _clearly(self, word: str, names: list[str]) -> bool:
        """Whether a pronoun can only be somebody else than who speaks, by its own word."""
        if self.spoken is None:
            return True
        if word in ("it", "its") or word in heads("pronouns", "speaker") or set(names) & self.spoken:
            return False
        return word not in heads("pronouns", "person") or not any(adjective(name) for name in names)

    def of(self, phrase: Phrase) -> list[str]:
        """The names of the parties of a phrase."""
        voice = self.statement.voice
        found = self.story.parties.of(phrase, voice.name)
        if phrase.text.lower() in heads("pronouns", "speaker") and not voice.own:
            return [plain(party.name) for party in found or self.statement.speakers] or [plain(voice.name)]
        return [plain(party.name) for party in found if party.name != self.story.article.outlet]

    def parties(self, parties: Sequence[Party]) -> Who | None:
        """Names of parties, and whether they are many."""
        return self._many([plain(party.name) for party in parties])

    def _many(self, names: Sequence[str]) -> Who | None:
        if not names:
            return None
        return joined([self.with_article(name) for name in names]), len(names) > 1 or many(names[0])

    def with_article(self, name: str) -> str:
        """A name with "the", where the article mostly writes it so: "the RSF"."""
        known = self.story.articled
        if name not in known:
            text = self.story.document.text
            whole = rf"{re.escape(name)}(?!\w)"  # not "the Israeli minister" for Israel
            with_the = len(re.findall(rf"\b[Tt]he {whole}", text))
            known[name] = 2 * with_the > len(re.findall(rf"(?<!\w){whole}", text))
        return f"the {name}" if known[name] else name

    def noun(self, i: int, kept: int = FULL) -> str:
        """The phrase at a token in words, without the clause at hand; made once, as it is asked for in two tenses."""
        key = i, kept, self.without, self.verb, self.spoken is None, frozenset(self.own)
        if key not in self._made:
            self._made[key] = self.phrases.noun(i, kept, self.without)
        return self._made[key]

    def who(self, phrase: Phrase | None, parties: Sequence[Party], kept: int = FULL) -> Who | None:
        """A phrase in words, and whether it is many; its parties where it is only a pronoun, or missing."""
        if phrase is None:
            return self.parties(parties)
        word = phrase.text.lower()
        if phrase.pronoun and word in listed("pronouns", "asking"):
            return None
        if phrase.pronoun and word in listed("pronouns", "personal"):
            return self._himself(word, parties) or self.parties(parties) or self._many(self.of(phrase))
        what = self.phrases.tree.tokens[self.phrases.tree.antecedent(phrase.token)]
        if what.lemma.lower() in listed("dropped", "spans"):
            return self.parties(parties)  # "earlier in the week which has killed dozens"
        if self._stands_for_group(phrase):
            groups = [party for party in self.story.parties.of(phrase) if party.kind == "group"]
            if (found := self.parties(groups)) is not None:
                return found
        apposed = phrase.apposition
        if apposed is not None and apposed.entity == "person" and phrase.pos == "noun" and not phrase.members:
            return self.noun(apposed.token, kept), False  # "the leader of the group, Adam Holm, was killed"
        words = self.noun(self._top(phrase), kept)
        if self.phrases.tree.tokens[phrase.token].role == "possessor":
            words = words.removesuffix("’s").removesuffix("'s").rstrip("’'")
        alone = bool(phrase.members) and kept == SHORTEST and " and " not in words
        return self._with_nation(phrase, words), self.plural(phrase) and not alone

    def _himself(self, word: str, parties: Sequence[Party]) -> Who | None:
        """Who speaks of himself, where "he" would be told as his state: what it does by force it does, but it is no
        candidate."""
        is_state = bool(parties) and all(party.kind == "state" for party in parties)
        voice = self.statement.voice
        several = many(voice.name) or voice.name.endswith("s")
        if voice.own or several or not is_state or word not in heads("pronouns", "person"):
            return None
        return None if self.statement.plover == "ASSAULT" else self._many([voice.name])

    @staticmethod
    def _stands_for_group(phrase: Phrase) -> bool:
        """Whether words stand for a group named before: "the rebels"."""
        bare = phrase.determiner in ("the", "this", "that") and not phrase.name
        return bare and phrase.lemma in heads("anaphora", "group")

    def plural(self, phrase: Phrase) -> bool:
        """Whether a phrase goes with a plural verb."""
        token, count = self.phrases.tree.tokens[phrase.token], phrase.count.lower().split()[-1:]
        if phrase.text.lower().startswith(("the number", "the toll")):
            return False
        if phrase.members:
            return True
        over = self.phrases.tree.tokens[self._top(phrase)]
        if (
            over is not token
            and over.pos == "noun"
            and over.form != "plural"
            and over.lemma.lower() not in _MANY
        ):
            return False  # "a round of talks"
        if token.pos == "name":
            opens = self.story.document.opens_sentence(phrase.start) and " " not in phrase.text
            unnamed = phrase.entity == "" and opens and many(phrase.lemma)
            people = unnamed or (phrase.entity == "people" and phrase.lemma.endswith("s"))
            named = phrase.text.lower()
            return many(phrase.text) or people or named.endswith(PEOPLES) or named in NATIONS
        if phrase.text.lower() in NATIONS:
            return True
        if set(count) & listed("numbers", "shares"):
            return token.form == "plural" or many(phrase.lemma)
        if count and "-" not in phrase.count and not _YEAR.fullmatch(count[0]):
            return not set(count) & listed("numbers", "one")
        several = phrase.text.split()[0].lower() in listed("numbers", "several")
        head = self.phrases.tree.word(phrase.token)
        return token.form == "plural" or phrase.plural or several or many(head)

    def _top(self, phrase: Phrase) -> int:
        """The token at the head of a phrase, that of what it counts by included: "groups" of "groups of soldiers"."""
        tree, i = self.phrases.tree, phrase.token
        for _ in range(_COUNTED):
            whole = tree.tokens[tree.edges(i)[0]].start <= phrase.start
            if whole or tree.tokens[i].role != "prepositional_object":
                break
            i = tree.tokens[tree.tokens[i].head].head
        return i

    def _with_nation(self, phrase: Phrase, words: str) -> str:
        """Words with whose they are: "the Ukrainian army" for "the army"."""
        if phrase.lemma not in _FORCES or phrase.name or phrase.owner is not None or phrase.members:
            return words
        found = self.story.parties.of(phrase)
        whose = _before(found[0]) if len(found) == 1 else ""
        if not whose or whose.lower() in words.lower() or f"{phrase.count} of" in words:
            return words
        first, _, rest = words.partition(" ")
        if phrase.count and words.startswith(phrase.count):
            return f"{phrase.count} {whose} {words[len(phrase.count) :].strip()}"
        if first.lower() in ("a", "an"):
            return f"{article(whose)} {whose} {rest}"
        return (
            f"{first} {whose} {rest}" if first.lower() == "the" else f"{whose} {words[0].lower()}{words[1:]}"
        )


def _before(party: Party) -> str:
    """What stands before the forces of a party: "Ukrainian", "M23"."""
    whose = {"state": adjective(party.name), "group": party.name}.get(party.kind, "")
    return whose if len(whose.split()) <= _LONGEST_GROUP else ""
