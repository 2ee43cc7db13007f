"""Score the date resolver, and its peers where they are installed, on documents with gold time expressions.

    python benchmarks/accuracy.py PATH [PATH ...] [--errors N]

PATH is a TimeML file or folder (TempEval-3, TimeBank, WikiWars), or JSON lines with doc, dct, text and timexes.
Counting is TempEval-3's: an expression is found when it overlaps a gold one (relaxed) or has its exact span (strict),
each matched once; value F1 is relaxed F1 times the share of matches with the gold value. The brackets hold the middle
95 % of 1,000 resamples of the documents; the halves split the documents by a hash of their names.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from timeml import Document, Timex, read

from toolkit.dates import find_dates
from toolkit.dates.notation import LONG_MONTHS

MONTHS = [month[:3].lower() for month in LONG_MONTHS]
System = Callable[[Document], list[Timex]]


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


LEADING = re.compile(r"(?:on|in|at|by|of|for|to|from|since|until|and)\s+", re.IGNORECASE)
YEAR_ALONE = re.compile(r"\D*\d{4}\D*")


def _at_its_grain(words: str, start: int, day: datetime) -> Timex:
    """A peer's answer, without the preposition that it includes and no finer than its words: "in March" is a month."""
    lead = LEADING.match(words)
    begin = start + (lead.end() if lead else 0)
    months = any(month in words.lower() for month in MONTHS)
    if YEAR_ALONE.fullmatch(words) and not months:
        value = f"{day:%Y}"
    else:
        bare = re.sub(r"\d{4}", "", words)
        value = f"{day:%Y-%m}" if months and not re.search(r"\d", bare) else f"{day:%Y-%m-%d}"
    return Timex(begin, start + len(words), "DATE", value)


def dateparser_search(document: Document) -> list[Timex]:
    """dateparser's search_dates; it gives no offsets, so the first place of its words behind the last one counts."""
    from dateparser.search import search_dates

    base = datetime.fromisoformat(document.created) if document.created else datetime(2000, 1, 1)
    settings = {"RELATIVE_BASE": base, "TIMEZONE": "UTC", "PREFER_DATES_FROM": "current_period"}
    timexes, at = [], 0
    for words, day in search_dates(document.text, languages=["en"], settings=settings) or []:
        start = document.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            timexes.append(_at_its_grain(words, start, day))
    return timexes


def parsedatetime_nlp(document: Document) -> list[Timex]:
    """parsedatetime's Calendar.nlp."""
    import parsedatetime  # type: ignore[import-not-found, unused-ignore]

    base = datetime.fromisoformat(document.created) if document.created else datetime(2000, 1, 1)
    found = parsedatetime.Calendar().nlp(document.text, sourceTime=base.timetuple()) or ()
    return [_at_its_grain(words, start, day) for day, _, start, _, words in found]


PEERS: dict[str, tuple[str, System]] = {
    "dateparser": ("dateparser", dateparser_search),
    "parsedatetime": ("parsedatetime", parsedatetime_nlp),
}


def systems() -> dict[str, System]:
    """The systems that can be measured here."""
    return {"timeline-toolkit": toolkit} | {
        name: run for name, (module, run) in PEERS.items() if importlib.util.find_spec(module)
    }


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
    for name, run in systems().items():
        found = [run(document) for document in documents]
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
        if name == "timeline-toolkit" and errors:
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


if __name__ == "__main__":
    main()
