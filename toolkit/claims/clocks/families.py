"""Families of words for one event: a verb and the nouns made of it, or listed with it."""

from __future__ import annotations

from functools import cache, lru_cache

from toolkit.claims.vocabulary import load, phrases

_SUFFIXES = ("ment", "ation", "ion", "al", "ance", "ing", "ure")


@lru_cache(maxsize=4096)
def family(lemma: str) -> str:
    """The name of the words for one event: as listed, else the verb that a noun is made of.

    >>> family("derailment") == family("derail"), family("takeover") == family("buy")
    (True, True)
    """
    if lemma in _listed():
        return _listed()[lemma]
    stem = next(
        (lemma.removesuffix(s) for s in _SUFFIXES if lemma.endswith(s) and len(lemma) - len(s) > 2), lemma
    )
    return _listed().get(stem, stem.rstrip("e"))


def is_listed(lemma: str) -> bool:
    """Whether a word is of a listed family."""
    return family(lemma) in _listed().values()


@cache
def _listed() -> dict[str, str]:
    return {
        word: line.split()[0] for line in phrases(load("happenings")["families"]) for word in line.split()
    }
