"""Parses of spaCy in the terms of the house: the only module that imports spaCy, and only when a text is parsed.

Each paragraph is a text of its own, and the paragraphs of one article make one batch: neither a neighbouring article
nor the number of processes or threads changes a parse.
"""

from __future__ import annotations

import os
import re
import threading
import tomllib
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from toolkit.language.models import Model, find, verify
from toolkit.language.paragraphs import paragraphs
from toolkit.language.repair import repaired
from toolkit.language.spacy_words import NAMES, Words
from toolkit.language.tree import Parse, Token
from toolkit.model import Span

_LABELS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("vocabulary").joinpath("labels.toml").read_text(encoding="utf-8")
)
_UNLISTED = {"roles": "other", "pos": "other", "forms": "", "entities": ""}

_STRANGE = re.compile(r"[\s\0\ud800-\udfff]")
"""What is read as a blank: other white space, and what no encoding holds."""

_UNUSED = ["senter"]
_COLUMNS = ["IDX", "LENGTH", "TAG", "HEAD", "DEP", "ENT_TYPE"]
_HEAD = _COLUMNS.index("HEAD")

_lock = threading.Lock()


def _renew() -> None:
    """Give a process that was forked while a thread was parsing a lock that nobody holds."""
    global _lock
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)


def parse(text: str, model: str = "") -> Parse:
    """Tokens, sentences and entities of a text by a model of spaCy (its package's name, empty for the default).

    ValueError where spaCy or the model is missing or its files are not those that were recorded.
    """
    with _lock:
        return _reader(model).read(text)


def load(model: str = "") -> None:
    """Load a model, which takes seconds, where that wasn't done; ValueError as in `parse`."""
    with _lock:
        _reader(model)


@cache
def _reader(model: str) -> _Reader:
    return _Reader(model)


class _Terms(dict[int, str]):
    """The term of the house for each of spaCy's numbers, looked up once."""

    def __init__(self, strings: Any, table: str) -> None:
        self._strings, self._labels, self._unlisted = strings, _LABELS[table], _UNLISTED[table]

    def __missing__(self, number: int) -> str:
        term = self[number] = self._labels.get(_label(self._strings, number), self._unlisted)
        return term


class _Lemmas(dict[tuple[int, bool], str]):
    """The dictionary form for each of spaCy's numbers: names as they are written, all else small."""

    def __init__(self, strings: Any) -> None:
        self._strings = strings

    def __missing__(self, key: tuple[int, bool]) -> str:
        number, name = key
        word = _label(self._strings, number)
        lemma = self[key] = word if name else word.lower()
        return lemma


def _label(strings: Any, number: int) -> str:
    return str(strings[number % 2**64])


class _Reader:
    """A loaded model, and what its numbers mean in the terms of the house."""

    def __init__(self, name: str) -> None:
        model = find(name)
        verify(model)
        self.title = model.title
        self.nlp = _loaded(model)
        self.words = Words(self.nlp) if Words.suits(self.nlp) else None
        strings = self.nlp.vocab.strings
        self.roles, self.pos, self.forms, self.entities = (_Terms(strings, table) for table in _UNLISTED)
        self.lemmas = _Lemmas(strings)

    def read(self, text: str) -> Parse:
        """The parse of a text, paragraph by paragraph."""
        spans = paragraphs(text)
        texts = [_STRANGE.sub(" ", text[start:end]) for start, end in spans]
        tokens: list[Token] = []
        sentences: list[Span] = []
        entities: list[tuple[int, int, str]] = []
        for (start, _), doc in zip(spans, self._parsed(texts), strict=True):
            places = self._add(doc, start, tokens)
            sentences += [(first, last) for first, last, _ in _kept(doc.sents, places)]
            entities += [
                (first, last, kind)
                for first, last, label in _kept(doc.ents, places)
                if (kind := self.entities[label])
            ]
        return repaired(text, Parse(tuple(tokens), tuple(sentences), tuple(entities), self.title))

    def _parsed(self, texts: list[str]) -> Any:
        """The paragraphs as spaCy's documents, without what `words` gives."""
        return self.nlp.pipe(texts, disable=NAMES if self.words else ())

    def _add(self, doc: Any, shift: int, tokens: list[Token]) -> list[int]:
        """Add the tokens of a paragraph that begins at `shift`, without those of white space.

        Gives the index of the first token that stands at or after each of spaCy's, and that after the last.
        """
        about = self.words.of(doc) if self.words else doc.to_array(["POS", "LEMMA"]).tolist()
        rows: list[list[int]] = doc.to_array(_COLUMNS).astype("int64").tolist()
        kept = [self.pos[number] != "blank" for number, _ in about]
        places = list(accumulate(kept, initial=len(tokens)))
        for i, (start, length, tag, _, role, entity) in enumerate(rows):
            if not kept[i]:
                continue
            number, lemma = about[i]
            head, pos = _head(rows, kept, i), self.pos[number]
            tokens.append(
                Token(
                    start=shift + start,
                    end=shift + start + length,
                    lemma=self.lemmas[lemma, pos == "name"],
                    pos=pos,
                    form=self.forms[tag],
                    head=places[head],
                    role="root" if head == i else self.roles[role],
                    entity=self.entities[entity],
                )
            )
        return places


def _loaded(model: Model) -> Any:
    try:
        import spacy

        return spacy.load(model.folder, exclude=_UNUSED)
    except Exception as error:  # whatever an installation that doesn't fit together raises
        told = " ".join(str(error).split())[:200]
        raise ValueError(
            f"{model.title} can't be loaded ({type(error).__name__}: {told}): install spaCy and the model anew, "
            f"or use --parser light"
        ) from error


def _head(rows: list[list[int]], kept: list[bool], i: int) -> int:
    """The row that a row hangs on, white space skipped; itself at a root."""
    head = i + rows[i][_HEAD]
    while not kept[head] and rows[head][_HEAD]:
        head += rows[head][_HEAD]
    return head if kept[head] else i


def _kept(spans: Any, places: list[int]) -> list[tuple[int, int, int]]:
    """First token, token after the last one and label of each span that holds a token."""
    found = [(places[span.start], places[span.end], span.label) for span in spans]
    return [each for each in found if each[0] < each[1]]
