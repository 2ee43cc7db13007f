"""Words that a model hangs on the wrong one: a participle on the next clause's subject, a preposition on its noun."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from toolkit.language.tree import Token

Change = tuple[int, Mapping[str, object]]
"""A token and what is to be set at it."""


def happened(tokens: Sequence[Token], i: int, children: Callable[..., list[int]]) -> Iterator[Change]:
    """A participle that is a clause of its own, taken for a part of the subject of the one after it: "two were killed
    and dozens injured after a quake hit the west"."""
    harmed = tokens[i].head
    verb = tokens[harmed].head
    markers = [c for c in children(verb, "marker") if c > i]
    others = [c for c in children(verb, "subject") if markers and c > markers[-1]]
    if tokens[harmed].role != "subject" or not others or harmed > i:
        return
    above = tokens[verb].head
    yield i, {"head": i if above == verb else above, "role": tokens[verb].role}
    yield harmed, {"head": i, "role": "passive_subject"}
    yield verb, {"head": i, "role": "adverbial_clause"}


def beside(tokens: Sequence[Token], i: int, children: Callable[..., list[int]]) -> Iterator[Change]:
    """A preposition before a bare noun that is taken for its adjective: "protested outside parliament"."""
    noun = tokens[i].head
    if noun > i and tokens[noun].role == "object" and not children(noun, "determiner", "possessor"):
        yield i, {"head": tokens[noun].head, "role": "preposition", "pos": "preposition"}
        yield noun, {"head": i, "role": "prepositional_object"}
