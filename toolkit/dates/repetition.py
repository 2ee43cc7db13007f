"""Stretches in which a text repeats itself to the sign: a few rounds are read, the others follow from them.

What an expression means depends on the words within some hundred characters of it and on the dates told before. Where
a few characters are repeated again and again, both are soon the same in every round, and what is found in one is found
in the next. `fold` cuts rounds out of the middle of such a stretch; `unfold` gives them the expressions of their like,
or says that the rounds are not alike (the years of a story go on with every "in December").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from toolkit.model import TimeExpression

UNIT = 64  # characters of the longest unit that is looked for
ROUNDS = 12  # rounds cut out together, as two, three, four or six dates may belong together
READ, BEHIND = 4096, 2048  # characters before and behind a cut: further than any rule looks
ALIKE = 2048  # characters before a cut in which the expressions have to be those of one turn later
STEP = 4096  # characters from one place to the next where repetition is looked for


@dataclass(frozen=True, slots=True)
class Cut:
    """Turns cut out of a text: the place in the shorter text, their number and the length of each."""

    place: int
    turns: int
    length: int


def fold(text: str) -> tuple[str, list[Cut]]:
    """A text without the inner turns of what it repeats, and what was cut out; short texts stay as they are.

    >>> shorter, cuts = fold("6/6/2025 " * 10_000 + "and so on")
    >>> len(shorter), cuts
    (10197, [Cut(place=4096, turns=739, length=108)])
    """
    kept: list[str] = []
    cuts: list[Cut] = []
    behind = length = 0
    for start, end, unit in stretches(text):
        turn = unit * ROUNDS
        turns = (end - start - READ - BEHIND) // turn
        if turns > 0:
            kept.append(text[behind : start + READ])
            length += len(kept[-1])
            cuts.append(Cut(length, turns, turn))
            behind = start + READ + turns * turn
    return ("".join([*kept, text[behind:]]) if cuts else text), cuts


def stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a text repeats a unit: the start, the end and the length of the unit.

    >>> list(stretches("of the " * 2_000))
    [(0, 12285, 7)]
    """
    at = 0
    while at + READ + BEHIND < len(text):
        unit = text.find(text[at : at + UNIT], at + 1, at + 2 * UNIT) - at
        end = at
        if unit > 0:
            rounds = text[at : at + unit] * (STEP // unit)
            while text.startswith(rounds, end):
                end += len(rounds)
            if end > at:
                yield at, end, unit
        at = max(end, at + STEP)


def unfold(found: list[TimeExpression], cuts: list[Cut]) -> list[TimeExpression] | None:
    """The expressions of a whole text from those of the shorter one; None where a turn is not like the next one."""
    if not cuts:
        return found
    whole: list[TimeExpression] = []
    read = moved = 0
    for cut in cuts:
        end = cut.place + cut.length
        turn = _within(found, cut.place, end)
        alike = [_moved(each, cut.length) for each in _within(found, cut.place - ALIKE, cut.place)]
        if alike != _within(found, end - ALIKE, end):
            return None
        first = bisect_left(found, cut.place, key=START)
        whole += [_moved(each, moved) for each in found[read:first]]
        read = first
        for _ in range(cut.turns):
            whole += [_moved(each, moved) for each in turn]
            moved += cut.length
    return whole + [_moved(each, moved) for each in found[read:]]


START = attrgetter("start")


def _within(found: list[TimeExpression], start: int, end: int) -> list[TimeExpression]:
    return found[bisect_left(found, start, key=START) : bisect_left(found, end, key=START)]


def _moved(each: TimeExpression, by: int) -> TimeExpression:
    """The same so many characters on."""
    key = each.range and "-".join(str(int(end) + by) for end in each.range.split("-"))
    return TimeExpression(
        each.start + by,
        each.end + by,
        each.text,
        each.type,
        each.value,
        each.mod,
        each.edtf,
        each.earliest,
        each.latest,
        each.grain,
        each.rule,
        each.anchor,
        each.why,
        key,
        each.alternatives,
    )
