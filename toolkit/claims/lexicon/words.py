"""Dictionary forms: which words are none, how else a word is spelt, and how an entry's wording is read."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_INFLECTIONS = tomllib.loads(
    Path(__file__).with_name("vocabulary").joinpath("inflections.toml").read_text("utf-8")
)
_IRREGULAR: dict[str, str] = {
    past: base for base, pasts in _INFLECTIONS["irregular"].items() for past in pasts.split()
}
_PASTS: dict[str, list[str]] = {base: str(pasts).split() for base, pasts in _INFLECTIONS["irregular"].items()}
_MISREAD: dict[str, list[str]] = {base: forms.split() for base, forms in _INFLECTIONS["misread"].items()}
_BASES = frozenset(_INFLECTIONS["bases"]["words"].split())
_ENDING = re.compile(r"(?P<stem>\w*?[aeiouy]\w*?)(?P<end>ied|ies|ed|ing|s)$")
_UNINFLECTED = re.compile(r"(?:ss|us|is|ics|[^s]ews)$")
_OTHER_SPELLINGS = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        (r"is(e|ation|er)$", r"iz\1"), (r"iz(e|ation|er)$", r"is\1"), (r"our$", "or"), (r"our(ed|hood)", r"or\1"),
        (r"efence$", "efense"), (r"entre$", "enter"), (r"ys(e)$", r"yz\1"), (r"oeuvre$", "euver"), (r"[-’']", ""),
    )
)  # fmt: skip
_SPELT_TWICE = re.compile("|".join(pattern.pattern for pattern, _ in _OTHER_SPELLINGS))
_LETTERS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*(?: [^\W\d_]+(?:[-'’][^\W\d_]+)*)*")


JOINING = ("of", "on", "for", "to", "with", "against")
"""Prepositions that join a fixed word to a noun: "attempt on life"."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A predicate as an entry lists it: its head, and the words after it (a particle, a preposition, a fixed object).

    >>> Wording.of("verb", "fall into hands")
    Wording(form='verb', head='fall', rest=('into', 'hands'))
    """

    form: str
    head: str
    rest: tuple[str, ...] = ()

    @classmethod
    def of(cls, form: str, text: str) -> Wording:
        """The wording of a listed text; that of a noun comes last or before a preposition
        ("peace talks", "show of force"), that of a verb first."""
        words = text.lower().split()
        if form == "noun":
            head = next((i - 1 for i, word in enumerate(words) if i and word in JOINING), len(words) - 1)
            return cls(form, words[head], (*words[:head], *words[head + 1 :]))
        return cls(form, words[0], tuple(words[1:]))

    def __str__(self) -> str:
        if self.form != "noun":
            return " ".join((self.head, *self.rest))
        after = next((i for i, word in enumerate(self.rest) if word in JOINING), len(self.rest))
        return " ".join((*self.rest[:after], self.head, *self.rest[after:]))


def is_wording(text: str) -> bool:
    """Whether a listed text consists of words in lower case.

    >>> is_wording("take over"), is_wording("took|taken"), is_wording("")
    (True, False, False)
    """
    return bool(_LETTERS.fullmatch(text)) and text == text.lower()


def uninflected(verb: str) -> str:
    """The dictionary form that a verb seems to be inflected from, or empty where it seems to be one.

    >>> [uninflected(word) for word in ("seized", "bombing", "taken", "carries", "need", "focus", "kill")]
    ['seize', 'bomb', 'take', 'carry', '', '', '']
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    found = _ENDING.fullmatch(verb)
    if found is None or verb in _BASES or (found["end"] == "s" and _UNINFLECTED.search(verb)):
        return ""
    stem, end = found["stem"], found["end"]
    if end in ("ied", "ies"):
        return f"{stem}y"
    if end == "s":
        return stem
    if re.search(r"([bdgmnprt])\1$", stem):
        return stem[:-1]
    return (
        f"{stem}e"
        if re.search(r"(?:[szvcu]|dg|[^aeiou]ar|[aeiou]t|in|[td]l)$", stem) and stem[-2:] != "ss"
        else stem
    )


@cache
def spellings(word: str) -> frozenset[str]:
    """A word with its British and American spellings, with and without its hyphens, and its irregular past, which
    parsers sometimes take for a word of its own.

    >>> sorted(spellings("mobilise")), sorted(spellings("counter-offensive"))
    (['mobilise', 'mobilize'], ['counter-offensive', 'counteroffensive'])
    """
    found = {word, *_MISREAD.get(word, ()), *_PASTS.get(word, ())}
    if not any(map(_SPELT_TWICE.search, found)):
        return frozenset(found)
    for pattern, other in _OTHER_SPELLINGS:
        found |= {pattern.sub(other, each) for each in found if len(each) > 4}
    return frozenset(found)


@cache
def noun_forms(noun: str) -> frozenset[str]:
    """A noun as texts and their parsers may have it: either spelling, singular and plural.

    >>> sorted(noun_forms("talks"))
    ['talk', 'talks']
    """
    found = set(spellings(noun))
    for each in spellings(noun):
        if each.endswith("ies"):
            found.add(f"{each[:-3]}y")
        elif each.endswith("s") and not _UNINFLECTED.search(each):
            found.add(each[:-1])
        elif re.search(r"[^aeiou]y$", each):
            found.add(f"{each[:-1]}ies")
        else:
            found.add(f"{each}es" if re.search(r"(?:s|sh|ch|x)$", each) else f"{each}s")
    return frozenset(found)


def irregular(verb: str) -> tuple[str, str]:
    """The past and the participle of a verb that has irregular ones; empty ones for all others.

    >>> irregular("take"), irregular("hold"), irregular("seize")
    (('took', 'taken'), ('held', 'held'), ('', ''))
    """
    forms = str(_INFLECTIONS["irregular"].get(verb, "")).split()
    return (forms[0], forms[-1]) if forms else ("", "")
