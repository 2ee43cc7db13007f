"""The English words of the light parser: what a word can be, and its dictionary form.

A word has a code of one letter, the parts of speech between which its neighbours decide:

    D determiner   Y possessive   R pronoun      W relative      w question    t that      H there
    P preposition  p or a subordinator  q or "nearly"  S subordinator  C coordinator T to        ! negation
    M modal        X auxiliary    Q numeral      A adjective     B adverb      N noun      E name
    v base of a verb, or a noun   V base of a verb alone         s, Z the same in -s
    d past or participle          i past alone   n participle alone            u base, past or participle
    g in -ing
    . punctuation  , comma        ' possessive sign
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_VOWELS = "aeiou"
_MOST = 200_000
_CODES = {
    "determiner": "D", "possessive": "Y", "pronoun": "R", "relative": "W", "question": "w", "that": "t", "there": "H",
    "to": "T", "negation": "!", "coordinator": "C", "subordinator": "S", "either": "p", "nearly": "q",
    "preposition": "P", "adverb": "B", "time": "N", "numeral": "Q", "modal": "M", "adjective": "A",
}  # fmt: skip
_FORMS = {"M": "modal"}


class Word(NamedTuple):
    """What is known of a word: its code, dictionary form and inflection; `known` where a list or an ending says so."""

    code: str
    lemma: str
    form: str = ""
    known: bool = True


@cache
def table() -> dict[str, Any]:
    """The word lists of vocabulary/english.toml."""
    path = Path(__file__).parent.parent / "vocabulary" / "english.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """The words of one list.

    >>> "kenya" in listed("names", "countries")
    True
    """
    return frozenset(table()[section][name].split())


@cache
def irregular() -> dict[str, Word]:
    """The forms of irregular verbs that no ending gives away.

    >>> irregular()["took"]
    Word(code='i', lemma='take', form='past', known=True)
    """
    found: dict[str, Word] = {}
    for line in table()["irregular"]["verbs"].split(","):
        base, past, *rest = line.split()
        participle = rest[0] if rest else past
        if past == participle and past != base:
            found.setdefault(past, Word("d", base, "past"))
        elif past != base:
            found.setdefault(past, Word("i", base, "past"))
        if participle not in (past, base):
            found.setdefault(participle, Word("n", base, "participle"))
    return found


@cache
def unchanging() -> frozenset[str]:
    """Verbs whose past is their base: "hit", "put"."""
    lines = (line.split() for line in table()["irregular"]["verbs"].split(","))
    return frozenset(base for base, past, *_ in lines if base == past)


@cache
def verbs() -> dict[str, str]:
    """Listed verbs with the code of their base."""
    found = dict.fromkeys(listed("verbs", "both"), "v")
    for base in (line.split()[0] for line in table()["irregular"]["verbs"].split(",")):
        found.setdefault(base, "V")
    for base in listed("verbs", "only"):
        found.setdefault(base, "V")
    return found


@cache
def _fixed() -> dict[str, Word]:
    """Every word that a list settles."""
    found: dict[str, Word] = {}
    for base, forms in table()["auxiliaries"].items():
        for form, words in forms.items():
            found.update({word: Word("X", base, form) for word in words.split()})
    for name, words in table()["closed"].items():
        for word in words.split():
            code = _CODES[name]
            found.setdefault(word, Word(code, _LEMMAS.get(word, word), _FORMS.get(code, "")))
    for pair in table()["nouns"]["irregular"].split(","):
        singular, plural = pair.split()
        found.setdefault(plural, Word("N", singular, "plural"))
    for word in unchanging():
        found.setdefault(word, Word("u", word, "past"))
    for word in (*listed("nouns", "singular"), *listed("irregular", "uninflected")):
        code = "v" if verbs().get(word) == "v" else verbs().get(word, "N")
        found.setdefault(word, Word(code, word, "base" if code == "V" else ""))
    for word, about in irregular().items():
        found.setdefault(word, about)
    return found


_LEMMAS = {
    "n't": "not", "n’t": "not", "'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "him": "he", "them": "they",
    "us": "we", "me": "I", "i": "I", "whom": "who",
}  # fmt: skip


class Lexicon(dict[str, Word]):
    """Each word in lower case that was asked for with what it can be."""

    def __missing__(self, word: str) -> Word:
        if len(self) > _MOST:
            self.clear()
        found = self[word] = _fixed().get(word) or _by_form(word)
        return found


WORDS = Lexicon()


def _by_form(word: str) -> Word:
    """A word of an open class, by its ending."""
    if not word[:1].isalpha():
        return Word("Q" if word[:1].isdigit() or word[:1] in "$€£¥" else ".", word)
    if word in verbs():
        return Word(verbs()[word], word, "base" if verbs()[word] == "V" else "")
    if word.endswith("ing") and len(word) > 4:
        return Word("g", base_of(word, 3), "ing")
    if word.endswith("ed") and len(word) > 3:
        return Word("d", _past(word), "past")
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        base = singular(word)
        code = {"v": "s", "V": "Z"}.get(verbs().get(base, ""), "N")
        return Word(code, base, "plural" if code != "Z" else "present")
    if word.endswith("ly") and len(word) > 4:
        return Word("B", word)
    return _noun_or_adjective(word)


def _noun_or_adjective(word: str) -> Word:
    first = word.partition("-")[0]
    if first.isdigit() or ("-" in word and _fixed().get(first, Word("", "")).code == "Q"):
        return Word("A", word)
    if word.endswith(_endings("noun")):
        return Word("N", word)
    if len(word) > 4 and word.endswith(_endings("adjective")):
        return Word("A", word)
    return Word("N", word, known=False)


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(table()["endings"][name].split())


def singular(word: str) -> str:
    """The word without its -s.

    >>> [singular(word) for word in ("cities", "crashes", "bases", "tanks", "buses")]
    ['city', 'crash', 'base', 'tank', 'bus']
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses", "zzes", "oes", "buses")):
        return word[:-2]
    return word[:-1]


def _past(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ied") else base_of(word, 2)


def base_of(word: str, ending: int) -> str:
    """The verb without its -ed (2) or -ing (3): a listed verb where one fits, else by the letters before the ending.

    >>> [base_of(word, 2) for word in ("seized", "stopped", "killed", "shelled", "blorped", "glaced", "zagged")]
    ['seize', 'stop', 'kill', 'shell', 'blorp', 'glace', 'zag']
    """
    stem = word[:-ending]
    if len(stem) == 2 and stem[1] == "y":  # dying, lying
        return stem[0] + "ie"
    single = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else ""
    for base in (stem, stem + "e", single):
        if base in verbs():
            return base
    if single and stem[-1] not in "lsfz":
        return single
    if stem.endswith(("c", "v", "u", "z", "rg", "ng", "dg", "iz", "at")) and not stem.endswith(
        ("eat", "oat")
    ):
        return stem + "e"
    short = (
        len(stem) > 2 and stem[-1] not in "wxyrnlhtdmpkb" and stem[-2] in _VOWELS and stem[-3] not in _VOWELS
    )
    return stem + "e" if short else stem
