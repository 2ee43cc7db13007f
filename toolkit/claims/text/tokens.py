"""Words of a sentence and the class of each as one letter, so that phrases are regular expressions over letters."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from toolkit.claims.attribution.cues import cues
from toolkit.claims.text.scan import fold
from toolkit.claims.vocabulary import load, words

# d determiner, s subject pronoun, w relative, t "that", p preposition, o "to", x auxiliary, r adverb, & and/or, b but,
# u subordinator, y word of time, v finite verb, c finite cue, e -ed form, g -ing form, n other word, N capitalised,
# m number, , comma, : colon, ; semicolon, - dash, ( ), q quotation mark, . other sign
_LETTERS = {
    "determiner": "d", "subject": "s", "relative": "w", "preposition": "p", "auxiliary": "x", "adverb": "r",
    "calendar": "y", "conjunction": "&", "contrast": "b", "subordinator": "u", "time": "y",
}  # fmt: skip
_SIGNS = {
    ",": ",", ":": ":", ";": ";", "—": "-", "–": "-", "-": "-", "--": "-", "(": "(", ")": ")", "[": "(",
    "]": ")", "“": "q", "”": "q", '"': "q", "«": "q", "»": "q", "„": "q", "''": "q", "‘": "q", "’": "q", "'": "q",
    "―": "-", "&": "&",
}  # fmt: skip
_TOKEN = re.compile(
    r"\d{1,2}:\d\d(?![\w:])"
    r"|[^\W_][\w&/@-]*+(?:(?=[.,’'])(?:[.,](?=\w)|[’'](?=\w)|\.(?!\W{0,3}\Z)|(?<=s)[’'](?=\s\w))[\w&/@-]*+)*"
    r"|''|--|[^\w\s]|_+"
)
_CALENDAR = words(load("attribution")["classes"]["calendar"])
_BOUNDS = ("least", "most")
"""Words that with "at" stand before a number as a determiner does: "said at least eight died"."""
_TITLE = 0.6
"""The share of capitalised words from which a sentence is a headline, whose capitals say nothing of a word."""


@cache
def _classes() -> dict[str, str]:
    table = load("attribution")["classes"]
    finite = words(table["finite"]) | words(load("clauses")["finite"])
    finite |= {form for form, cue in cues().items() if cue.form in ("past", "third")}
    found = dict.fromkeys(finite - words(table["nounlike"]), "v")
    found |= {form: "e" for form, cue in cues().items() if cue.form == "participle"}
    for name, letter in _LETTERS.items():
        found |= dict.fromkeys(words(table[name]), letter)
    return found | _SIGNS | {"that": "t", "to": "o"}


class Tokens:
    """The words and signs of one sentence.

    `words` in lower case, `starts` and `ends` in the text, `kinds` one letter each.

    >>> tokens = Tokens("The mayor said it was late.", 0, 27)
    >>> tokens.classify()
    >>> tokens.kinds
    'dnvsxn.'
    """

    __slots__ = ("ends", "kinds", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        spans = [m.span() for m in _TOKEN.finditer(text, start, end)]
        low = fold(text)
        self.text = text
        self.starts = [a for a, _ in spans]
        self.ends = [b for _, b in spans]
        self.words = [low[a:b] for a, b in spans]
        self.kinds = ""

    def __len__(self) -> int:
        return len(self.words)

    def classify(self) -> None:
        """Fills `kinds`."""
        kinds = list(map(_kind, self.words))
        text, starts = self.text, self.starts
        if capitals := [i for i, start in enumerate(starts) if text[start].isupper()]:
            title = len(capitals) >= _TITLE * sum(map(str.isalpha, map(text.__getitem__, starts)))
            names = "neg" if title else "xvnegry"
            for i in capitals:
                if i and kinds[i] in names and self.words[i] not in _CALENDAR:
                    kinds[i] = "y" if self.words[i] == "may" else "N"
            if capitals[0] == 0 and kinds[0] in "ne":
                kinds[0] = "N"
        for i, word in enumerate(self.words[1:], start=1):
            if word in _BOUNDS and self.words[i - 1] == "at":
                kinds[i - 1 : i + 1] = "dd"
        self.kinds = "".join(kinds)


@lru_cache(maxsize=100_000)
def _kind(word: str) -> str:
    if known := _classes().get(word):
        return known
    if word[0].isdigit():
        return "y" if ":" in word else "m"  # 08:40
    if not word[0].isalpha():
        return "."
    if word.endswith("ly") and len(word) > 4:
        return "r"
    if word.endswith("ed") and len(word) > 4:
        return "e"
    return "g" if word.endswith("ing") and len(word) > 5 else "n"
