"""Edits of a text, and the way back: which characters of the file each stretch of the edited text comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.model import Offsets


class Edit(NamedTuple):
    """Put `text` in the place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str = ""


class Run(NamedTuple):
    """So many characters of the edited text, and the characters of the file that they stand for."""

    length: int
    start: int
    end: int


class Traced:
    """A text that remembers where it came from, edit after edit.

    >>> traced = Traced("A **bold** claim", 100)
    >>> traced.apply([Edit(2, 4), Edit(8, 10)])
    >>> traced.text, traced.offsets().span(2, 6)
    ('A bold claim', (104, 108))
    """

    def __init__(self, text: str, base: int = 0) -> None:
        self.text = text
        self._runs = [Run(len(text), base, base + len(text))] if text else []

    def apply(self, edits: Iterable[Edit]) -> None:
        """Lay edits on the text, which are in order and do not overlap."""
        wanted = [edit for edit in edits if self.text[edit.start : edit.end] != edit.text]
        if not wanted:
            return
        taker, text, at = _Taker(self._runs), [], 0
        runs: list[Run] = []
        for edit in wanted:
            runs += taker.take(edit.start - at)
            gone = list(taker.take(edit.end - edit.start))
            if edit.text:
                begin = gone[0].start if gone else runs[-1].end if runs else taker.here
                runs.append(Run(len(edit.text), begin, gone[-1].end if gone else begin))
            text += [self.text[at : edit.start], edit.text]
            at = edit.end
        runs += taker.take(len(self.text) - at)
        self.text = "".join([*text, self.text[at:]])
        self._runs = runs

    def offsets(self) -> Offsets:
        """The map from the text as it is now to the file."""
        points: list[tuple[int, int]] = []
        here = there = 0
        for run in self._runs:
            if run.start != there:
                points += [(here, there), (here, run.start)] if here else [(here, run.start)]
            elif run.length != run.end - run.start:
                points.append((here, there))
            here, there = here + run.length, run.end
            if run.length != run.end - run.start:
                points.append((here, there))
        points = list(dict.fromkeys(points))
        return Offsets(tuple(point[0] for point in points), tuple(point[1] for point in points))


class _Taker:
    """Hands out runs from the left, so many characters at a time."""

    def __init__(self, runs: list[Run]) -> None:
        self._rest = iter(runs)
        self._run = Run(0, 0, 0)
        self.here = runs[0].start if runs else 0

    def take(self, count: int) -> Iterator[Run]:
        while count > 0:
            if not self._run.length:
                self._run = next(self._rest)
            taken, self._run = _split(self._run, count)
            count -= taken.length
            yield taken


def _split(run: Run, count: int) -> tuple[Run, Run]:
    """The first characters of a run and the rest; what was put in stands for the file's characters as a whole."""
    if count >= run.length:
        return run, Run(0, run.end, run.end)
    cut = run.start + count if run.length == run.end - run.start else run.end
    return Run(count, run.start, cut), Run(run.length - count, cut, run.end)
