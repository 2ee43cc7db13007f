"""Words as they are compared across articles: stems without function words, and names of sources."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.timeline.mention import Mention

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_STEM = 6  # the first letters stand for the word: "captured", "capture" and "Russia", "Russian" fall together
_SPELLING = {"defenc": "defens", "offenc": "offens"}
_FUNCTION_WORDS = """
a an the this that these those and or but nor so of in on at to from by with for as into over under near
about after before during between within without against through up down out off its it his her their our he
she they we you i who whom which what when where while is are was were be been being has have had do does
did will would can could may might must shall should not no than then there here also both more most some
any all each other another such own same s t said says say told tells tell according reported reports report
claimed claims claim stated added
"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())

_FIGURE = re.compile(
    r"\b(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*|[a-z]+"
)  # a year is no figure, a day of a month is
_NUMERALS = """
three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety
"""
_SPELT = dict(zip(_NUMERALS.split(), map(str, (*range(3, 20), *range(20, 100, 10))), strict=True))

# Words that name a side as a whole: offices without a name, and the countries and capitals of governments.csv.
_WHOLE_WORDS = "govern offici author"
# Words of bodies that speak for a side, so that "Moscow said" and "the defence ministry said" are one source.
_BODY_WORDS = (
    "minist defens foreig genera staff milita army armed forces comman kremli govern presid offici spokes"
)
_BODY = frozenset(_BODY_WORDS.split())
WHOLE, BODY = "whole", "body"


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of `text` that carry content.

    >>> sorted(stems("The troops have captured 2 villages"))
    ['2', 'captur', 'troops', 'villag']
    """
    return frozenset(_stemmed(text))


@lru_cache(maxsize=65536)
def pairs(text: str) -> frozenset[str]:
    """The neighbouring stems of `text`, in order: what a copy keeps and another report of the same thing does not.

    >>> sorted(pairs("The troops have captured 2 villages"))
    ['2 villag', 'captur 2', 'troops captur']
    """
    words = _stemmed(text)
    return frozenset(f"{one} {other}" for one, other in pairwise(words))


@lru_cache(maxsize=16)  # both are asked of a text, one after the other
def _stemmed(text: str) -> tuple[str, ...]:
    words = _WORD.findall(text.casefold())
    cut = (word[:_STEM] for word in words if word not in _FUNCTION)
    # One object for each word of a corpus: sets of them are compared faster, and take less room.
    return tuple([intern(_SPELLING.get(word, word)) for word in cut])


@lru_cache(maxsize=65536)
def figures(text: str) -> frozenset[str]:
    """The figures of `text` in digits: those of words from three on, as "one" and "two" stand everywhere.

    >>> sorted(figures("In 2024 nine soldiers and 1,200 civilians were killed by two shells"))
    ['1,200', '9']
    """
    found = (word if word[0].isdigit() else _SPELT.get(word, "") for word in _FIGURE.findall(text.casefold()))
    return frozenset(filter(None, found))


def overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of the smaller set that is in the other, 0 to 1 (the overlap coefficient).

    >>> overlap(frozenset("abc"), frozenset("bcde"))
    0.6666666666666666
    """
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


@lru_cache(maxsize=65536)
def same_source(name: str, side: str, other: str, other_side: str) -> bool:
    """Whether two names of claimants mean one source: one name in the other, or a side and a body speaking
    for it.

    >>> same_source("the Russian Defense Ministry", "Russia", "Russia's ministry of defence", "Russia")
    True
    >>> same_source("Moscow", "Russia", "the Russian Defense Ministry", "Russia")
    True
    >>> same_source("Ukraine", "Ukraine", "three Ukrainian officers", "Ukraine")
    False
    """
    if side and other_side and side != other_side:
        return False
    short, long = sorted((stems(name), stems(other)), key=lambda words: (len(words), sorted(words)))
    if not short:
        return False
    whole = _whole()
    if short <= whole:
        return (bool(side) and side == other_side and (long <= whole or bool(long & _BODY))) or short == long
    return short <= long


def ranks(name: str) -> tuple[str, ...]:
    """Whether a claimant is a side as a whole, or a body that speaks for it, as a whole does; nothing where neither.

    >>> ranks("Moscow"), ranks("the Russian Defense Ministry"), ranks("a farmer")
    (('whole', 'body'), ('body',), ())
    """
    words = stems(name)
    if words and words <= _whole():
        return WHOLE, BODY
    return (BODY,) if words & _BODY else ()


def one_source(one: Mention, other: Mention) -> bool:
    """Whether two mentions name one source: by the name that it has over the corpus, or as `same_source` compares."""
    # Of equal words alone, "an officer" and "an officer", the sides are asked too.
    if one.source == other.source != "" and one.claimant != other.claimant:
        return True
    return same_source(one.claimant, one.side, other.claimant, other.side)


def one_voice(one: Mention, other: Mention) -> bool:
    """Whether one source tells both, or the outlet itself."""
    return {one.claimant, other.claimant} <= {"", one.outlet} or one_source(one, other)


@cache
def _whole() -> frozenset[str]:
    """The stems of words that name a side as a whole, the capital for the government."""
    named = Path(__file__).with_name("governments.csv").read_text(encoding="utf-8").split()[1:]
    return stems(" ".join(named)) | frozenset(_WHOLE_WORDS.split())
