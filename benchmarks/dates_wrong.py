"""How many of the days that the resolver asserts are false, and how many it misses, on documents with gold expressions.

    python benchmarks/dates_wrong.py PATH [PATH ...] [--errors N]

PATH is as for accuracy.py.

This is what a reader notices, so days are compared and not notations: "last week" agrees with a day in it, 1989-XX is
1989, a quarter agrees by its name or by its days, and a length without days or "recently" asserts nothing. A date is
*false* when it shares no day with the gold expression on its words, or stands where annotators saw no time at all; it
is *missed* when gold names days and nothing here does. Shares are in percent, false ones of the dates found, missed
ones of the gold dates.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeml import Document, Timex, read

from toolkit.dates import find_dates
from toolkit.dates.notation import from_timex
from toolkit.model import Interval, TimeExpression

DATED = ("DATE", "TIME")
# What is not told is left out at the end of a value: 1998-XX-XX, 1988-QX, 199X; a week may have one figure.
UNKNOWN = re.compile(r"(?:-(?:XX|QX|HX|WXX|X))+(?=T|$)|(?<=^\d{3})X$|(?<=^\d{2})XX$")
SHORT_WEEK = re.compile(r"-W(\d)(?=-|$)")
DAY_OF_WEEK = re.compile(r"^(\d{4}-W\d\d)-[1-7]")
FISCAL = re.compile(r"^FY(?=\d{4})")
COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)(?=T|$)")


@dataclass(frozen=True)
class Counts:
    """The dates of one document, or of many."""

    found: int = 0
    false: int = 0
    unmarked: int = 0
    gold: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(a + b for a, b in zip(vars(self).values(), vars(other).values(), strict=True)))

    def shares(self) -> tuple[float, float, float]:
        """False beside gold, found where gold has nothing, and missed, in percent."""
        found, gold = max(self.found, 1), max(self.gold, 1)
        return 100 * self.false / found, 100 * self.unmarked / found, 100 * self.missed / gold


def days_of(value: str) -> Interval | None:
    """The days that a gold value names, however it is written; None where it names none.

    >>> days_of("1998-XX-XX").grain, days_of("2000-W7").grain, days_of("PAST_REF") is None, days_of("P2W") is None
    ('year', 'week', True, True)
    """
    written = COMPACT.sub(r"\1-\2-\3", FISCAL.sub("", value.strip()))
    written = DAY_OF_WEEK.sub(r"\1", SHORT_WEEK.sub(r"-W0\1", UNKNOWN.sub("", written)))
    return from_timex(written)


def told(each: TimeExpression) -> list[Interval]:
    """The days that an expression asserts: those of its value, and its own where these differ (a fiscal quarter, a
    length that ends or begins on a day). What has an open side asserts those of its value."""
    own = each.interval if each.earliest and each.latest else None
    named = days_of(each.value) if each.type in DATED and each.interval else None
    if each.type in DATED and not (own or named):
        own = each.interval
    return [days for days in (named, own) if days]


def apart(a: Interval, b: Interval) -> bool:
    """Whether two intervals share no day."""
    return bool(
        (a.latest and b.earliest and a.latest < b.earliest)
        or (b.latest and a.earliest and b.latest < a.earliest)
    )


def judge(document: Document) -> tuple[Counts, list[str]]:
    """The counts of one document, and a line for each date that is false or missed."""
    found = find_dates(document.text, document.created)
    lines = []
    false = unmarked = missed = 0
    asserted = [(each, days) for each in found if (days := told(each))]
    for each, days in asserted:
        beside = [gold for gold in document.timexes if each.start < gold.end and gold.start < each.end]
        names = [known for gold in beside if gold.type in DATED and (known := days_of(gold.value))]
        if names and all(apart(one, known) for one in days for known in names):
            false += 1
            lines.append(_line("false", document, each.start, each.end, each.value, beside))
        elif not beside:
            unmarked += 1
            lines.append(_line("unmarked", document, each.start, each.end, each.value, beside))
    gold_dates = [gold for gold in document.timexes if gold.type in DATED and days_of(gold.value)]
    for gold in gold_dates:
        if not any(each.start < gold.end and gold.start < each.end for each, _ in asserted):
            missed += 1
            lines.append(_line("missed", document, gold.start, gold.end, "", [gold]))
    return Counts(len(asserted), false, unmarked, len(gold_dates), missed), lines


def _line(what: str, document: Document, start: int, end: int, value: str, gold: Sequence[Timex]) -> str:
    around = document.text[max(0, start - 40) : end + 30].replace("\n", " ")
    known = ", ".join(f"{document.text[each.start : each.end]} {each.value}" for each in gold)
    return f"  {what}: {document.id} ({document.created}) …{around}… {value or '-'}, gold {known or '-'}"


def report(paths: Sequence[Path], errors: int) -> Iterator[str]:
    """The lines of the table, with the first errors of each set."""
    yield f"{'':34}{'dates':>7}{'false':>9}{'unmarked':>10}{'missed':>9}"
    for path in paths:
        judged = [judge(document) for document in read(path)]
        total = sum((counts for counts, _ in judged), Counts())
        false, unmarked, missed = total.shares()
        yield f"{path.name:34}{total.gold:7}{false:8.1f}%{unmarked:9.1f}%{missed:8.1f}%"
        yield from [line for _, lines in judged for line in lines][:errors]


def main() -> None:
    """Judge the files and folders of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument(
        "--errors", type=int, default=0, help="print so many false, unmarked and missed dates"
    )
    options = parser.parse_args()
    try:
        for line in report(options.paths, options.errors):
            print(line, flush=True)
    except (ValueError, OSError) as error:
        raise SystemExit(f"dates_wrong: {error}") from None


if __name__ == "__main__":
    main()
