"""Language: a text into tokens, sentences and frames (predicates with their arguments).

The only room that knows a parser. Everything above it sees the values of `tree` and `frames` alone, never a
parser's labels.
"""

from __future__ import annotations

import functools

from toolkit.language.tree import Parse

LIGHT = "light"
"""The parser that needs no model."""

SPACY = "spacy"
"""The default model of spaCy."""

__all__ = ["LIGHT", "SPACY", "Parse", "known", "parse"]


def parse(text: str, parser: str = SPACY) -> Parse:
    """Tokens with their heads and roles, sentences and entities of a text.

    `parser` is "spacy" (its default model), "light" (no model) or the name of an installed model of spaCy, such as
    "en_core_web_trf". Parses by a model are kept (see `cache`). A text that the model fails on is read by the light
    parser, and the parse says so. ValueError where the parser isn't installed.
    """
    from toolkit.language import light_parser

    if parser == LIGHT:
        return light_parser.parse(text)
    from toolkit.language.cache import cached

    return cached(text, known(parser), lambda: _by_model(text, parser))


@functools.cache
def known(parser: str) -> str:
    """The words by which a parse names this parser, so that a wrong name is noticed before any text is read.

    ValueError of one line, saying what to install, where the parser isn't there.

    >>> known("light")
    'light 1'
    """
    from toolkit.language import light_parser, models

    return light_parser.TITLE if parser == LIGHT else models.find(_model(parser)).title


def _model(parser: str) -> str:
    return "" if parser == SPACY else parser


def _by_model(text: str, parser: str) -> Parse:
    from dataclasses import replace

    from toolkit.language import light_parser, spacy_parser

    spacy_parser.load(_model(parser))
    try:
        return spacy_parser.parse(text, _model(parser))
    except Exception as error:  # a model may fail on a text in any way, and one text must not end a run
        why = f"{light_parser.TITLE} (spacy failed: {type(error).__name__})"
        return replace(light_parser.parse(text), parser=why)
