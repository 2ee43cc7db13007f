"""A parse as bytes and back, small and quick to read.

A line that says what it is and of which text, then compressed columns: a line of JSON with the words and terms that
occur, then numbers. Nothing in it is ever run, and bytes that are not as they were written are a ValueError.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from operator import add

from toolkit.language.columns import tokens_of
from toolkit.language.tree import Parse
from toolkit.model import Span

_FORMAT = b"timeline-toolkit parse 1 "
_TERMS = ("pos", "form", "role", "entity")
_MOST = 200  # bytes of columns for a character of text, and that of a text of none
_LEAST = 10_000
_WIDTH = "i"  # four bytes for a number


def pack(parse: Parse, key: str) -> bytes:
    """The bytes of a parse; `key` says of which text and parser, and `unpack` asks for it."""
    tokens = parse.tokens
    ends = [0, *(token.end for token in tokens)]
    tables, columns = zip(
        *(_indexed(getattr(token, name) for token in tokens) for name in ("lemma", *_TERMS)), strict=True
    )
    kinds, kind_column = _indexed(kind for _, _, kind in parse.entities)
    head = json.dumps([len(tokens), len(parse.sentences), len(parse.entities), *tables, kinds])
    numbers = [
        [
            *chain.from_iterable(
                (token.start - end, token.end - token.start) for token, end in zip(tokens, ends, strict=False)
            )
        ],
        [token.head - i for i, token in enumerate(tokens)],
        *columns,
        [*chain.from_iterable(parse.sentences)],
        [*chain.from_iterable((first, last) for first, last, _ in parse.entities)],
        kind_column,
    ]
    body = head.encode("ascii") + b"\n" + b"".join(map(_bytes, numbers))
    return _FORMAT + key.encode("ascii") + b"\n" + zlib.compress(body, 6)


def unpack(data: bytes, key: str, length: int, parser: str) -> Parse:
    """The parse that `pack` wrote under this key, for a text of so many characters.

    ValueError where the bytes are those of something else, cut off or changed.
    """
    title, _, packed = data.partition(b"\n")
    if title != _FORMAT + key.encode("ascii"):
        raise ValueError("the bytes are of no parse of this text")
    try:
        return _columns(_inflated(packed, length * _MOST + _LEAST), length, parser)
    except (zlib.error, IndexError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise ValueError(f"the bytes of a parse are broken: {error}") from None


def _inflated(packed: bytes, most: int) -> bytes:
    """What was compressed, whole and not more than so many bytes."""
    machine = zlib.decompressobj()
    body = machine.decompress(packed, most)
    if not machine.eof or machine.unused_data:
        raise ValueError("the bytes of a parse are cut off")
    return body


def _columns(body: bytes, length: int, parser: str) -> Parse:
    head, _, rest = body.partition(b"\n")
    count, sentences, named, lemmas, pos, forms, roles, kinds, entities = json.loads(head)
    reader = _Numbers(rest)
    places = list(accumulate(reader.take(2 * count)))
    heads = list(map(add, reader.take(count), range(count)))
    lemma, part, form, role, kind = (reader.take(count) for _ in range(5))
    spans = _pairs(reader.take(2 * sentences))
    names = _pairs(reader.take(2 * named))
    labels = [entities[i] for i in reader.take(named)]
    _check(places, heads, length, [*spans, *names])
    tokens = tokens_of(
        places[::2],
        places[1::2],
        map(lemmas.__getitem__, lemma),
        map(pos.__getitem__, part),
        map(forms.__getitem__, form),
        heads,
        map(roles.__getitem__, role),
        map(kinds.__getitem__, kind),
    )
    return Parse(
        tuple(tokens),
        tuple(spans),
        tuple((*span, label) for span, label in zip(names, labels, strict=True)),
        parser,
    )


def _check(places: list[int], heads: list[int], length: int, spans: Iterable[Span]) -> None:
    """ValueError unless the tokens stand in order within a text of this length and nothing points beyond them."""
    count = len(heads)
    within = all(0 <= first < last <= count for first, last in spans)
    if (
        (heads and not 0 <= min(heads) <= max(heads) < count)
        or not within
        or places != sorted(places)
        or places[-1:] > [length]
    ):
        raise ValueError("the parse is of another text")


class _Numbers:
    """Columns of numbers read one after another."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def take(self, count: int) -> array[int]:
        """The next so many numbers; ValueError where there are not as many."""
        column = array(_WIDTH)
        end = self._at + count * column.itemsize
        column.frombytes(self._data[self._at : end])
        if len(column) != count:
            raise ValueError("numbers are missing")
        self._at = end
        return _little(column)


def _indexed(words: Iterable[str]) -> tuple[list[str], list[int]]:
    """The different words, and for each word where it stands among them."""
    table: dict[str, int] = {}
    column = [table.setdefault(word, len(table)) for word in words]
    return list(table), column


def _pairs(numbers: Sequence[int]) -> list[Span]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _bytes(numbers: Iterable[int]) -> bytes:
    return _little(array(_WIDTH, numbers)).tobytes()


def _little(column: array[int]) -> array[int]:
    """The same column in the order of bytes that files have, whatever the machine's."""
    if sys.byteorder == "big":
        column.byteswap()
    return column
