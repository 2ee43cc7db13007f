"""Score the date resolver, and its peers where they are installed (`make bench`), on documents with gold expressions.

    python benchmarks/accuracy.py PATH [PATH ...] [--errors N]

PATH is a TimeML file or folder (TempEval-3, TimeBank, WikiWars), or JSON lines with doc, dct, text and timexes.
Counting is TempEval-3's: an expression is found when it overlaps a gold one (relaxed) or has its exact span (strict),
each matched once; value F1 is relaxed F1 times the share of matches with the gold value. The brackets hold the middle
95 % of 1,000 resamples of the documents; the halves split the documents by a hash of their names.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import peers
from timeml import Document, Timex, read

from toolkit.dates import find_dates

OURS = "timeline-toolkit"


@dataclass(frozen=True)
class Counts:
    """What one document, or many, contribute to the scores."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0

    def __add__(self, other: Counts) -> Counts:
        mine, theirs = vars(self).values(), vars(other).values()
        return Counts(*(a + b for a, b in zip(mine, theirs, strict=True)))

    def scores(self) -> tuple[float, float, float]:
        """Relaxed, strict and value F1, in percent."""
        total = self.gold + self.found
        relaxed, strict = (200 * hits / total if total else 0.0 for hits in (self.relaxed, self.strict))
        return relaxed, strict, relaxed * self.value / self.relaxed if self.relaxed else 0.0


def pairs(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Each expression matched once: exact spans first, then the larger overlap, then the earlier."""
    options = []
    for g in gold:
        for f in found:
            overlap = min(g.end, f.end) - max(g.start, f.start)
            if overlap > 0:
                options.append(((g.start, g.end) != (f.start, f.end), -overlap, g.start, f.start, g, f))
    matched: list[tuple[Timex, Timex]] = []
    taken: set[int] = set()
    for *_, g, f in sorted(options, key=lambda option: option[:4]):
        if id(g) not in taken and id(f) not in taken:
            taken |= {id(g), id(f)}
            matched.append((g, f))
    return matched


def count(document: Document, found: Sequence[Timex]) -> Counts:
    """The counts of one document; blanks and closing marks at the edges of a span are no difference."""
    gold = [_trimmed(timex, document.text) for timex in document.timexes]
    mine = [_trimmed(timex, document.text) for timex in found]
    matched = pairs(gold, mine)
    strict = sum((g.start, g.end) == (f.start, f.end) for g, f in matched)
    return Counts(len(gold), len(mine), len(matched), strict, sum(g.value == f.value for g, f in matched))


def _trimmed(timex: Timex, text: str) -> Timex:
    words = text[timex.start : timex.end]
    start = timex.start + len(words) - len(words.lstrip(" \n\t\r,;:"))
    return Timex(start, start + len(words.strip(" \n\t\r,;:")), timex.type, timex.value)


def toolkit(document: Document) -> list[Timex]:
    """This project's resolver, with its default policy."""
    return [Timex(t.start, t.end, t.type, t.value) for t in find_dates(document.text, document.created)]


def found_by(name: str, documents: list[Document]) -> list[list[Timex]]:
    """What a system finds in each document."""
    return [toolkit(each) for each in documents] if name == OURS else peers.run(name, documents)


def interval(counted: Sequence[Counts], which: int, rounds: int = 1000) -> tuple[float, float]:
    """The middle 95 % of a score over resamples of the documents (seeded)."""
    draw = random.Random(3)
    scores = sorted(total(draw.choices(counted, k=len(counted))).scores()[which] for _ in range(rounds))
    return scores[rounds // 40], scores[-rounds // 40]


def total(counted: Iterable[Counts]) -> Counts:
    """The sum of the counts."""
    return sum(counted, Counts())


def half(name: str) -> int:
    """Which half a document belongs to, by its name alone."""
    return int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % 2


def report(path: Path, documents: list[Document], errors: int) -> None:
    """Print one table."""
    print(f"\n{path.name}: {len(documents)} documents, {sum(len(d.timexes) for d in documents)} expressions")
    print(f"{'':18}{'relaxed':>9}{'strict':>9}{'value':>9}   {'95 % of value':16}{'value, halves':>16}")
    for name in (OURS, *filter(peers.installed, peers.PEERS)):
        found = found_by(name, documents)
        counted = [count(d, f) for d, f in zip(documents, found, strict=True)]
        relaxed, strict, value = total(counted).scores()
        low, high = interval(counted, 2)
        halves = [
            total(c for c, d in zip(counted, documents, strict=True) if half(d.id) == side).scores()[2]
            for side in (0, 1)
        ]
        print(
            f"{name:18}{relaxed:9.1f}{strict:9.1f}{value:9.1f}   [{low:.1f}, {high:.1f}]"
            f"{'':4}{halves[0]:8.1f}{halves[1]:7.1f}"
        )
        if name == OURS and errors:
            show(documents, found, errors)


def show(documents: list[Document], found: list[list[Timex]], errors: int) -> None:
    """Print the first differences between gold and found."""
    for document, mine in zip(documents, found, strict=True):
        matched = pairs(document.timexes, mine)
        for g, f in matched:
            if g.value != f.value and errors:
                errors -= 1
                print(f"  {document.id}: {document.text[g.start : g.end]!r} is {g.value}, read as {f.value}")


def main() -> None:
    """Score the files and folders of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many differences in value")
    options = parser.parse_args()
    for path in options.paths:
        try:
            report(path, read(path), options.errors)
        except (ValueError, OSError) as error:
            raise SystemExit(f"accuracy: {error}") from None
    if missing := [name for name in peers.PEERS if not peers.installed(name)]:
        print(f"\nnot installed: {', '.join(missing)} (make bench installs them)")


if __name__ == "__main__":
    main()
