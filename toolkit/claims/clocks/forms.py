"""In which form a text names a happening: as past, as having been, as to come, as a noun, in a headline."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from toolkit.claims.reading import Reading
from toolkit.claims.text.sentences import Sentence
from toolkit.claims.text.tokens import Tokens
from toolkit.claims.vocabulary import load, words
from toolkit.model import Span

_HAVE = words(
    "has have 's 've ’ve i've we've they've you've i’ve we’ve they’ve you’ve hasn't haven't hasn’t haven’t"
)
_HAD = words("had hadn't hadn’t")
_PAST_BE = words("was were wasn't weren't wasn’t weren’t")
_BE = words(
    "is are am be isn't aren't isn’t aren’t 're ’re 'm ’m he's she's it's we're they're i'm it’s we’re they’re"
)
_DID = words("did didn't didn’t")
_DO = words("do does don't doesn't don’t doesn’t")
_ARTICLES = words("the a an its his her their our my")
_MODAL = words(
    "will would can could may might must shall should cannot"
    " won't wouldn't can't couldn't won’t wouldn’t can’t couldn’t 'll ’ll"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where and how a happening is named.

    `form` is past, perfect, pluperfect, present, state (is made), progressive, modal, infinitive, participle (saying),
    reduced (cars made by), noun or plural; `word` its first word in lower case; `place` counts the running sentences
    of the article from 0, and is -1 in a headline or caption.
    """

    span: Span
    sentence: Sentence
    clause: Span
    form: str
    word: str
    place: int


def mention(reading: Reading, span: Span) -> Mention | None:
    """How the span names what it names, or None where no sentence holds it.

    >>> reading = Reading("The firm will close a plant that it had opened. Sales rose.", None)
    >>> [mention(reading, (at, at + 4)).form for at in (14, 40, 48, 54)]
    ['modal', 'pluperfect', 'plural', 'past']
    """
    sentence = reading.sentence(span[0])
    if sentence is None:
        return None
    whole = (sentence.start, sentence.end)
    clause = next((part for part in reading.clauses(sentence) if part[0] <= span[0] < part[1]), whole)
    tokens = reading.tokens(sentence)
    at = bisect_right(tokens.ends, span[0])
    if at >= len(tokens):
        return None
    while tokens.kinds[at] in "xr" and at + 1 < len(tokens) and tokens.starts[at + 1] < span[1]:
        at += 1
    return Mention(
        span,
        sentence,
        clause,
        _form(tokens, at, bisect_right(tokens.ends, clause[0])),
        tokens.words[at],
        reading.place(sentence),
    )


def _form(tokens: Tokens, at: int, since: int) -> str:
    word, kinds = tokens.words[at], tokens.kinds
    begin = at
    while begin and (kinds[begin - 1] in "xr" or tokens.words[begin - 1] in _HAVE | _BE):
        begin -= 1
    if begin and kinds[begin - 1] == "o":
        return "infinitive"
    if form := _helped(tokens, begin, at):
        return form
    previous = kinds[at - 1] if at else ""
    if previous == "&" and (form := _joined(tokens, at, since)):
        return form
    if word.endswith("ing"):
        return _ing(tokens, at, previous)
    if begin and tokens.words[begin - 1] in _ARTICLES and participle(word):
        return "reduced" if kinds[at + 1 : at + 2] in ("n", "N") else "noun"
    if word in _pasts() or (word.endswith("ed") and len(word) > 4):
        return "reduced" if _reduced(tokens, at) else "past"
    before = kinds[begin - 1] if begin else ""
    alone = not set(kinds[:at] + kinds[at + 1 :]) & set("xve")
    subject = (
        before in ("s", "w")
        or (before == "," and kinds[at + 1 : at + 2] in ("s", "d", "t"))
        or (before in ("n", "N", "m", "g", "&") and (alone or _object(tokens, at)))
    )
    if kinds[at] in "vx" or (word.endswith("s") and subject):
        return "present"
    return "plural" if word.endswith("s") and not word.endswith("ss") else "noun"


def _helped(tokens: Tokens, begin: int, at: int) -> str:
    """The form that the auxiliaries from `begin` give to the word behind them, or nothing."""
    helpers, word = set(tokens.words[begin:at]), tokens.words[at]
    for names, form in (
        (_MODAL, "modal"),
        (_HAD, "pluperfect"),
        (_HAVE, "perfect"),
        (_PAST_BE | _DID, "past"),
        (_DO, "present"),
        (_BE, "progressive" if word.endswith("ing") else "state"),
    ):
        if helpers & names and not (
            tokens.kinds[at] == "n" and form == "pluperfect" and not participle(word)
        ):
            return form
    return ""


def _joined(tokens: Tokens, at: int, since: int) -> str:
    """The form of what "and" joins to the verb before it: "is made and marketed", "to know and work"."""
    kinds = tokens.kinds
    if kinds[at] == "n" and not tokens.words[at].endswith(("s", "ing")):
        return "infinitive" if "o" in kinds[since:at] else ""
    if not participle(tokens.words[at]):
        return ""
    for k in range(at - 2, since, -1):
        if kinds[k] in "vs":
            return ""
        if participle(tokens.words[k]):
            begin = k
            while begin and kinds[begin - 1] in "xr":
                begin -= 1
            return _helped(tokens, begin, k)
    return ""


def _ing(tokens: Tokens, at: int, previous: str) -> str:
    if previous == "d":
        return "noun"
    if previous in ("n", "N"):
        loose = "with" in tokens.words[max(0, at - 5) : at] or tokens.kinds[at - 2 : at] == ",N"
        return "participle" if loose else "reduced"
    return "participle"


def participle(word: str) -> bool:
    """Whether a word has the form of a past participle."""
    return word.endswith(("ed", "en", "wn", "ne", "un", "ung")) or word in _pasts()


def _object(tokens: Tokens, at: int) -> bool:
    """Whether what follows is what a verb takes."""
    return at + 1 < len(tokens) and tokens.kinds[at + 1] in "dtNsmr"


def _reduced(tokens: Tokens, at: int) -> bool:
    """Whether a participle only describes the noun before it: "cars made by the firm sell"."""
    kinds = tokens.kinds
    if at + 2 >= len(tokens) or tokens.words[at] in _finite_only() or kinds[at + 1] != "p":
        return False
    if tokens.words[at + 1] == "by":
        elsewhere = kinds[:at] + kinds[at + 1 :]
        return tokens.words[at + 2][0].isalpha() and any(letter in "xve" for letter in elsewhere)
    if not at or kinds[at - 1] not in "nNe":
        return False
    rest = kinds[at + 1 :].split(",")[0].split(";")[0]
    return any(letter in "xv" for letter in rest) and "w" not in rest and "t" not in rest


@cache
def _pasts() -> frozenset[str]:
    return words(load("happenings")["past"])


@cache
def _finite_only() -> frozenset[str]:
    return words(load("happenings")["finite"])
