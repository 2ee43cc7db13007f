"""What is found in a text, kept for the last text and its title.

A text is read again as if it were printed on another day (see `toolkit.fragility`): what does not hang on days is found
once. Its times on one day are asked for twice, by the rows and by the table of what has no days.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from toolkit.claims.attribution.attribute import attribute
from toolkit.claims.text.sentences import Sentence, sentences
from toolkit.dates import Policy, find_dates
from toolkit.language import parse
from toolkit.language.build import frames_of
from toolkit.language.frames import Frame
from toolkit.language.misread import as_bodies
from toolkit.language.phrases import Tree
from toolkit.language.tree import Parse
from toolkit.model import Attribution, NamedEvent, Span, TimeExpression


@lru_cache(maxsize=2)
def sentences_of(text: str) -> list[Sentence]:
    return sentences(text)


@lru_cache(maxsize=2)
def dates_of(
    text: str,
    published: date | None,
    policy: Policy,
    events: tuple[NamedEvent, ...],
    possible: tuple[date, date] | None,
) -> tuple[TimeExpression, ...]:
    """As `find_dates`."""
    return tuple(find_dates(text, published, policy, events, possible))


@lru_cache(maxsize=2)
def attributions_of(text: str) -> list[Attribution]:
    return attribute(text, sentences_of(text))


@lru_cache(maxsize=2)
def _parse_of(text: str, parser: str) -> Parse:
    return parse(text, parser)


@lru_cache(maxsize=2)
def tree_of(text: str, parser: str, groups: frozenset[Span] = frozenset()) -> Tree:
    """The tree of a text, in which the names at some characters are those of groups."""
    return Tree(text, as_bodies(_parse_of(text, parser), groups))


def parsed_by(text: str, parser: str) -> str:
    """What parsed a text: the parser asked for, or the one that stood in for it."""
    return _parse_of(text, parser).parser


@lru_cache(maxsize=2)
def frames_in(
    text: str, parser: str, eventive: frozenset[str] | None, groups: frozenset[Span] = frozenset()
) -> tuple[Frame, ...]:
    return frames_of(tree_of(text, parser, groups), eventive=eventive)
