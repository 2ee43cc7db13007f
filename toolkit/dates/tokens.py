"""The words and figures of a text that the scan looks at: triggers, and the leads right before them.

What is done for every word is done on bytes, one for each character, by loops of the language's own: this is the better
part of the scan.
"""

from __future__ import annotations

import codecs
from bisect import bisect
from collections.abc import Iterator, Mapping
from itertools import pairwise, repeat

OTHER, LEAD, TRIGGER, HALF = (
    0,
    1,
    2,
    3,
)  # what a word is to the scan; the halves of the day trigger behind a figure
FIGURE_KINDS = {1: TRIGGER, 2: TRIGGER, 4: TRIGGER}  # by the length of a figure; others only lead
LISTED = 4  # figures of so many signs are listed by themselves
LATIN = [chr(byte) for byte in range(256)]
WORDS = bytes(ord(each) if each.isalnum() else 32 for each in LATIN)
MARKS = bytes(48 if each in "0123456789" else 97 if each.isalnum() else 32 for each in LATIN)


def _as_letters(error: UnicodeError) -> tuple[str, int]:
    """Letters beyond Latin-1 as one of its letters, other signs as blanks."""
    assert isinstance(error, UnicodeEncodeError)
    signs = error.object[error.start : error.end]
    return "".join("ÿ" if each.isalpha() else " " for each in signs), error.end


codecs.register_error("as letters", _as_letters)


def kinds(words: Mapping[str, int]) -> dict[bytes, int]:
    """What each word or figure of a text is to the scan; those that are nothing to it are not listed, as a small table
    is soon looked through.

    >>> listed = kinds({"the": LEAD, "May": TRIGGER})
    >>> listed[b"the"], listed[b"7"], listed[b"07"], listed[b"007"], b"of" in listed
    (1, 2, 2, 1, False)
    """
    figures = (
        (b"%0*d" % (length, figure), FIGURE_KINDS.get(length, LEAD))
        for length in range(1, LISTED + 1)
        for figure in range(10**length)
    )
    return {**{word.encode(): kind for word, kind in words.items()}, **dict(figures)}


def worth_a_look(text: str, kinds: Mapping[bytes, int]) -> Iterator[tuple[str, int, int]]:
    """The words and figures that trigger something and the leads right before them, each with its place.

    >>> list(worth_a_look("of the late May", kinds({"the": LEAD, "late": LEAD, "May": TRIGGER})))
    [('the', 3, 6), ('late', 7, 11), ('May', 12, 15)]
    >>> list(worth_a_look("a man at 5 a.m.", kinds({"a": HALF})))
    [('5', 9, 10), ('a', 11, 12)]
    >>> list(worth_a_look("on the 5th", kinds({"the": LEAD, "th": TRIGGER})))
    [('the', 3, 6), ('5', 7, 8), ('th', 8, 10)]
    """
    spaced, cuts = _apart(text.encode("latin-1", "as letters").translate(WORDS))
    tokens = spaced.split()
    listed = _halves(tokens, bytes(map(kinds.get, tokens, repeat(OTHER))))
    find, place, at = spaced.index, -1, -1
    while (place := listed.find(TRIGGER, place + 1)) >= 0:
        # All words like a trigger are triggers, so the next one is it; that of a half is the next behind its figure.
        token = tokens[place]
        at = find(b" %b " % token, at + 1)
        if place and (listed[place - 1] == LEAD or tokens[place - 1].isdigit()):
            for before, length in _leads(spaced, tokens, listed, place, at):
                start = before - bisect(cuts, before)
                yield text[start : start + length], start, start + length
        start = at - bisect(cuts, at) if cuts else at
        end = start + len(token)
        yield text[start:end], start, end


def _halves(tokens: list[bytes], listed: bytes) -> bytes:
    """What words are, with each "a" or "p" a trigger right behind a figure ("5 p.m."), and a mere lead else."""
    place = listed.find(HALF)
    if place < 0:
        return listed
    told = bytearray(listed)
    while place >= 0:
        figure = place and listed[place - 1] == TRIGGER and tokens[place - 1].isdigit()
        told[place] = TRIGGER if figure else LEAD
        place = listed.find(HALF, place + 1)
    return bytes(told)


def _leads(spaced: bytes, tokens: list[bytes], listed: bytes, place: int, at: int) -> list[tuple[int, int]]:
    """Where the leads right before a trigger stand, and their lengths; a long figure leads without being listed."""
    found: list[tuple[int, int]] = []
    while place:
        place -= 1
        token = tokens[place]
        if listed[place] != LEAD and (listed[place] or not token.isdigit()):
            break
        at = spaced.rindex(b" %b " % token, 0, at + 1)  # the nearest before
        found.append((at, len(token)))
    return found[::-1]


def _apart(written: bytes) -> tuple[bytes, list[int]]:
    """Words and figures between blanks, also where they stand side by side ("5th"), and where blanks were put in."""
    marks, cuts = written.translate(MARKS), list[int]()
    for pair in (b"a0", b"0a"):
        at = marks.find(pair)
        while at >= 0:
            cuts.append(at + 1)
            at = marks.find(pair, at + 1)
    if not cuts:
        return b" %b " % written, cuts
    cuts.sort()
    spaced = b" ".join(written[start:end] for start, end in pairwise((0, *cuts, len(written))))
    return b" %b " % spaced, [cut + number for number, cut in enumerate(cuts, 1)]
