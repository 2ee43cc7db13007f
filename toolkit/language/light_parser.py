"""The light parser: tokens, heads and roles by rules and word lists, without a model.

Much faster than a model and less exact. It never raises, and its time grows with the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from toolkit.language.columns import tokens_of
from toolkit.language.light.english import WORDS, Word, listed
from toolkit.language.light.linking import linked
from toolkit.language.light.names import Name, entities_of, persons, with_persons
from toolkit.language.light.tagging import Tagger
from toolkit.language.paragraphs import paragraphs
from toolkit.language.tree import Parse, Token
from toolkit.model import Span

TITLE = "light 1"

LONGEST = 200
"""Tokens after which a sentence is cut, so that whatever walks along heads stays linear."""

_SHORT = "|".join(sorted(listed("names", "abbreviations")))
_TOKEN = re.compile(
    r"\b[Cc]an(?=not\b)|[A-Za-z]{2,}+(?=[ ,\n])|"  # most words, without asking further
    rf"(?i:\b(?:{_SHORT})\.(?=\s))|(?:[A-Za-z]\.){{2,}}|\b[A-Z]\.(?=\s)|\d[\d.,:]*\d|"
    r"[^\W_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[^\W_]+(?:[-‑][^\W_]+)*|\.{2,}|--+|[^\s]"
)
_STOPS = frozenset(".!?…")
_CLOSING = frozenset("\"'”’)]»")
_POS = {  # by the codes of `english`
    "D": "determiner", "Y": "pronoun", "R": "pronoun", "W": "pronoun", "w": "pronoun", "H": "pronoun",
    "P": "preposition", "S": "subordinator", "C": "coordinator", "T": "particle", "!": "particle", "'": "particle",
    "M": "auxiliary", "X": "auxiliary", "V": "verb", "J": "verb", "Q": "numeral", "A": "adjective", "B": "adverb",
    "N": "noun", "E": "name", ".": "punctuation", ",": "punctuation",
}  # fmt: skip
_SIGNS = {
    ",": Word(",", ","),
    ";": Word(",", ";"),
    "—": Word(",", "—"),
    "–": Word(",", "–"),
    "--": Word(",", "--"),
}
_SIGNS |= {sign: Word("'", "'s") for sign in ("'s", "’s")}


def parse(text: str) -> Parse:
    """Tokens, sentences and entities of a text; never raises.

    >>> parsed = parse("Rebels seized the airport.")
    >>> [(token.lemma, token.role, token.head) for token in parsed.tokens][:4]
    [('rebel', 'subject', 1), ('seize', 'root', 1), ('the', 'determiner', 3), ('airport', 'object', 1)]
    """
    pieces = [
        [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text, *span)]
        for span in paragraphs(text)
    ]
    small = {word for piece in pieces for word, _, _ in piece if word.islower()}
    read = [_Read(sentence, small) for piece in pieces for sentence in _sentences(piece)]
    known = persons((each.texts, each.names) for each in read)
    tokens: list[Token] = []
    sentences: list[Span] = []
    entities: list[tuple[int, int, str]] = []
    for each in read:
        first = len(tokens)
        names = with_persons(each.texts, each.names, known)
        tokens += each.tokens(first, names)
        sentences.append((first, len(tokens)))
        entities += [(first + start, first + end, kind) for start, end, kind in names]
    return Parse(tuple(tokens), tuple(sentences), tuple(entities), TITLE)


def _sentences(piece: list[tuple[str, int, int]]) -> Iterator[list[tuple[str, int, int]]]:
    """A paragraph's tokens, cut at full stops before a capital, a number or a quotation mark."""
    begin, at, count = 0, 0, len(piece)
    while at < count:
        stop = piece[at][0][0] in _STOPS
        at += 1
        if stop:
            while at < count and piece[at][0] in _CLOSING and piece[at][1] == piece[at - 1][2]:
                at += 1
        if at - begin >= LONGEST or (stop and at < count and not piece[at][0][0].islower()):
            yield piece[begin:at]
            begin = at
    if begin < count:
        yield piece[begin:]


class _Read:
    """A sentence that was read: its words, codes, links and names."""

    def __init__(self, sentence: list[tuple[str, int, int]], small: set[str]) -> None:
        self.texts, self.starts, self.ends = zip(*sentence, strict=True)
        self.words = _words(self.texts, small)
        tagger = Tagger(self.words)
        tagger.run()
        self.codes, self.forms = tagger.codes, tagger.forms
        self.links = linked(self.codes, self.forms, self.words)
        self.names = entities_of(self.texts, self.codes, self.words)

    def tokens(self, shift: int, names: list[Name]) -> list[Token]:
        """The tokens, for a sentence that begins with this token of the text."""
        kinds = [""] * len(self.texts)
        for first, last, kind in names:
            kinds[first:last] = [kind] * (last - first)
        return tokens_of(
            self.starts,
            self.ends,
            [word.lemma for word in self.words],
            [_POS[code] for code in self.codes],
            self.forms,
            [head + shift for head in self.links.heads],
            self.links.roles,
            kinds,
        )


def _words(texts: tuple[str, ...], small: set[str]) -> list[Word]:
    """What each token can be.

    A capital makes a name, but for the first word and in headlines, where the rest of the text is asked.
    """
    words, opening = [], True
    title = texts[-1][0] not in _STOPS and _headline(texts)
    for text in texts:
        if text in _SIGNS:
            words.append(_SIGNS[text])
        elif text[0].isupper() and text != "I":
            words.append(_capital(text, opening or title, small))
        else:
            words.append(WORDS[text.lower()])
        opening = opening and not text[0].isalnum()
    return words


def _headline(texts: tuple[str, ...]) -> bool:
    """Whether most words that are not short have a capital."""
    capitals = sum(text[0].isupper() for text in texts)
    return capitals > 2 and capitals * 10 > 6 * sum(text[0].isalpha() and len(text) > 3 for text in texts)


def _capital(text: str, opening: bool, small: set[str]) -> Word:
    lower = text.lower()
    if lower in listed("names", "peoples"):
        return Word("A", lower)
    if lower == "the":
        return WORDS[lower]
    if lower.endswith("s") and lower[:-1] in listed("names", "peoples"):
        return Word("E", text, "plural")
    if opening:
        word = WORDS[lower]
        if lower in small or (word.known and lower not in _names()) or word.form == "plural":
            return word
    return Word("E", text)


@cache
def _names() -> frozenset[str]:
    return listed("names", "countries") | listed("nouns", "time")
