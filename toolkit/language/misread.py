"""Repairs of single words of a parse: compounds with a hyphen, irregular forms; and the words that repairs need."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import replace
from functools import cache
from itertools import accumulate
from pathlib import Path

from toolkit.language.tree import Parse, Token
from toolkit.model import Span

_VOCABULARY = Path(__file__).with_name("vocabulary")


def joined(text: str, parse: Parse) -> Parse:
    """A parse with nouns such as "pull-out" and adjectives such as "fact-finding" as one token."""
    tokens = parse.tokens
    starts = {
        i - 1: made
        for i, token in enumerate(tokens[1:-1], 1)
        if text[token.start : token.end] == "-" and (made := _compound(text, tokens, i)) is not None
    }
    if not starts:
        return parse
    gone = {k for i in starts for k in (i + 1, i + 2)}
    places = list(accumulate((i not in gone for i in range(len(tokens))), initial=0))
    for i in starts:  # what hangs on its parts hangs on the whole
        places[i + 1] = places[i + 2] = places[i]
    kept = [
        replace(each, head=places[each.head])
        for i, token in enumerate(tokens)
        if i not in gone
        for each in (starts.get(i, token),)
    ]

    def moved(first: int, last: int) -> Span:
        return places[first], places[last - 1] + 1

    sentences = tuple(moved(first, last) for first, last in parse.sentences)
    entities = tuple((*moved(first, last), kind) for first, last, kind in parse.entities)
    return replace(parse, tokens=tuple(kept), sentences=sentences, entities=entities)


def _compound(text: str, tokens: tuple[Token, ...], hyphen: int) -> Token | None:
    """The word that the tokens around a hyphen make, or None where they stay apart."""
    before, middle, after = tokens[hyphen - 1 : hyphen + 2]
    one = before.end == middle.start and middle.end == after.start
    if not one or before.entity or after.entity or middle.entity or before.head != hyphen + 1:
        return None
    ending = text[after.start : after.end].lower()
    word = text[before.start : after.end].lower()
    if after.pos == "noun" and ending in listed("behind_hyphen"):
        plural = ending.endswith("s") or before.form == "plural"
        stem = before.lemma if before.form == "plural" else text[before.start : before.end].lower()
        lemma = f"{stem}-{ending.removesuffix('s')}"
        return replace(after, start=before.start, lemma=lemma, form="plural" if plural else "")
    if before.pos == "noun" and after.form == "ing" and after.role == "adjective" and after.head > hyphen + 1:
        return replace(after, start=before.start, lemma=word, pos="adjective", form="")
    return None


def as_bodies(parse: Parse, spans: Collection[Span]) -> Parse:
    """A parse in which names at these characters are those of bodies, whatever the model takes them for: "the Houthis"
    are no person."""
    if not spans:
        return parse
    tokens, entities = list(parse.tokens), list(parse.entities)
    for k, (first, last, kind) in enumerate(entities):
        start = first + (last - first > 1 and tokens[first].pos == "determiner")
        if kind in _GUESSED and (tokens[start].start, tokens[last - 1].end) in spans:
            entities[k] = (first, last, "body")
            tokens[first:last] = [replace(token, entity="body") for token in tokens[first:last]]
    return replace(parse, tokens=tuple(tokens), entities=tuple(entities))


_GUESSED = frozenset({"person", "place", "thing", "event"})


def inflected(text: str, token: Token) -> Token:
    """A token with the dictionary form of an irregular verb or a noun that the model gets wrong."""
    if token.pos not in ("verb", "noun"):
        return token
    word = text[token.start : token.end].lower()
    lemma = (_verbs() if token.pos == "verb" else _table()["plurals"]).get(word)
    if (
        lemma is None
        and token.pos == "noun"
        and token.lemma.endswith("men")
        and word not in listed("one_in_men")
    ):
        lemma = f"{word[:-3]}man"  # "servicemen"
    if lemma is None:
        return token
    told = token.form in ("base", "present") and lemma not in listed("silent")
    return replace(token, lemma=lemma, form="past" if told else token.form)


@cache
def _verbs() -> dict[str, str]:
    """The forms of verbs that the model gets wrong: irregular pasts, and verbs in a silent -e ("hoped")."""
    silent = {form: verb for verb in listed("silent") for form in (f"{verb}d", f"{verb}s", f"{verb[:-1]}ing")}
    return _table()["pasts"] | silent


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((_VOCABULARY / "repairs.toml").read_text(encoding="utf-8"))


@cache
def listed(name: str) -> frozenset[str]:
    return frozenset(_table()["words"][name].split())
