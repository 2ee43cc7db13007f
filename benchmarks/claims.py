"""Score the event table of a corpus against claims that a reader marked by hand (tests/gold/README.md has the columns).

    python benchmarks/claims.py CORPUS MARKS [--errors]

A row and a mark are the same claim where their passages overlap in one article; each is matched once: the same kind
first, then marks that must be found, then what agrees most, then the larger overlap. `right` counts what the
reader calls defensible, `first choice` only what he would have written. A clock is compared as an interval: `equal`
bounds, or `compatible`: days in common; a saying without days contradicts nothing, nor does "not after the day of
printing" contradict a mark without days, nor does an outlet that speaks on the day when it prints. Links are scored
over the pairs of matched rows.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.pipeline import build

OUTLET = "outlet"
CLOCKS = ("event", "said")
COLUMNS = (
    *("article", "quote", "theme", "kind", "negated", "modality", "standing", "claimant", "via", "places"),
    *("event_start", "event_end", "said_start", "said_end", "published", "claim", "independent"),
    *("rewrite_of", "background", "optional", "note"),
)
SAME_NAME = {
    "defense": "defence", "russia": "russian", "moscow": "russian", "ukraine": "ukrainian",
    "officials": "official", "officers": "officer", "negotiators": "negotiator", "analysts": "analyst",
}  # fmt: skip
SIDES = {"russian", "ukrainian"}
SMALL = {"the", "a", "an", "of", "in", "s", "to", "for", "and", "with", "from", "by", "sir", "former"}

Row = Mapping[str, Any]
Bounds = tuple[date | None, date | None]


@dataclass(frozen=True)
class Mark:
    """One line of the marks: its cells, and its passage in the text of the article (-1 where it has none)."""

    cells: Mapping[str, str]
    start: int
    end: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def article(self) -> str:
        """The id of the article, which is its file without the ending."""
        return Path(self["article"]).stem

    @property
    def optional(self) -> bool:
        """Whether it may be missed."""
        return self["optional"] == "yes"

    def choices(self, column: str) -> list[str]:
        """What may stand in a column, the reader's own choice first."""
        return ["" if each == "none" else each for each in self[column].split("|")]

    def bounds(self, clock: str) -> list[Bounds]:
        """The intervals that a clock may show, the reader's own choice first."""
        ends = ([_day(each) for each in self.choices(f"{clock}_{end}")] for end in ("start", "end"))
        return [(start, end) for start, end in product(*ends) if not (start and end and end < start)]


@dataclass(frozen=True)
class Match:
    """A mark and the row that states it."""

    mark: Mark
    row: Row


def read_marks(path: Path, texts: Mapping[str, str]) -> list[Mark]:
    """The marks of a table, with their passages in the texts (article id -> text)."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines)
        if missing := [name for name in COLUMNS if name not in (table.fieldnames or ())]:
            raise ValueError(f"{path.name}: no column {missing[0]}")
        return [placed(cells, texts.get(Path(cells["article"]).stem, "")) for cells in table]


def placed(cells: Mapping[str, str], text: str) -> Mark:
    """A mark with its passage."""
    start = text.find(cells["quote"])
    return Mark(cells, start, start + len(cells["quote"]) if start >= 0 else -1)


# ---- comparing


def name_of(claimant: str, outlet: str) -> frozenset[str]:
    """The words that make a claimant's name; an outlet that speaks for itself, or nobody, is `outlet`."""
    if claimant in ("", OUTLET, outlet):
        return frozenset({OUTLET})
    words = re.findall(r"\w+", claimant.replace("’", "'").lower())
    return frozenset(SAME_NAME.get(word, word) for word in words if word not in SMALL)


def same_claimant(mark: str, row: str, outlet: str) -> bool:
    """Whether two names are of one claimant: the same words, or the one within the other, but for a bare country."""
    mine, theirs = name_of(mark, outlet), name_of(row, outlet)
    shared = mine & theirs
    return mine == theirs or (shared in (mine, theirs) and not shared <= SIDES)


def same_place(mark: str, row: str) -> bool:
    """Whether a row's main place is the first or another of the marked ones; no place is right where none is marked."""
    return row in mark.split(";")


def days_of(row: Row, clock: str) -> Bounds:
    """The two days of a row's clock."""
    start, end = (row[f"{clock}_{end}"] for end in ("start", "end"))
    return None if pd.isna(start) else start.date(), None if pd.isna(end) else end.date()


def overlap(one: Bounds, other: Bounds) -> bool:
    """Whether two intervals share a day; one without any days shares none but with its like."""
    if one == (None, None) or other == (None, None):
        return one == other
    starts = max((start for start, _ in (one, other) if start), default=date.min)
    ends = min((end for _, end in (one, other) if end), default=date.max)
    return starts <= ends


def compatible(clock: str, mark: Mark, marked: Bounds, row: Row) -> bool:
    """Whether a row's clock contradicts nothing that is marked."""
    found, printed = days_of(row, clock), _day(mark["published"])
    if overlap(marked, found) or (clock == "said" and found == (None, None)):
        return True
    own_voice = clock == "said" and OUTLET in mark.choices("claimant")
    return marked == (None, None) and found in (
        (None, printed),
        *(((printed, printed),) if own_voice else ()),
    )


Test = Callable[[Mark, Row, bool], bool]
"""Whether a row is right by a mark, by the reader's first choice only or by any."""


def _cell(column: str, same: Callable[[str, Row], bool]) -> Test:
    def test(mark: Mark, row: Row, first: bool) -> bool:
        choices = mark.choices(column)
        return any(same(each, row) for each in (choices[:1] if first else choices))

    return test


def _clock(clock: str, same: Callable[[str, Mark, Bounds, Row], bool]) -> Test:
    def test(mark: Mark, row: Row, first: bool) -> bool:
        bounds = mark.bounds(clock)
        return any(same(clock, mark, each, row) for each in (bounds[:1] if first else bounds))

    return test


def _equal(clock: str, _mark: Mark, marked: Bounds, row: Row) -> bool:
    return marked == days_of(row, clock)


TESTS: dict[str, Test] = {
    "kind": _cell("kind", lambda cell, row: row["kind"] == cell),
    "standing": _cell("standing", lambda cell, row: row["standing"] == cell),
    "claimant": _cell("claimant", lambda cell, row: same_claimant(cell, row["claimant"], row["outlet"])),
    "event equal": _clock("event", _equal),
    "event compatible": _clock("event", compatible),
    "said equal": _clock("said", _equal),
    "said compatible": _clock("said", compatible),
    "main place": _cell("places", lambda cell, row: row["place"] == cell.split(";")[0]),
    "a place": _cell("places", lambda cell, row: same_place(cell, row["place"])),
    "via": _cell("via", lambda cell, row: name_of(cell, "") == name_of(row["via"], "")),
    "negated": _cell("negated", lambda cell, row: (cell == "yes") == bool(row["negated"])),
    "modality": _cell("modality", lambda cell, row: row["modality"] == cell),
}
WHOLE = {
    "all right, clocks equal": ("kind", "standing", "claimant", "event equal", "said equal"),
    "all right, clocks compatible": ("kind", "standing", "claimant", "event compatible", "said compatible"),
}


def agreement(mark: Mark, row: Row) -> int:
    """In how many ways a row is right by a mark."""
    return sum(test(mark, row, False) for test in TESTS.values())


# ---- matching


def align(marks: Sequence[Mark], rows: Sequence[Row]) -> list[Match]:
    """Marks and rows of one article, each matched once."""
    options = []
    for m, mark in enumerate(marks):
        for r, row in enumerate(rows):
            shared = min(mark.end, row["end"]) - max(mark.start, row["start"])
            if mark.article == row["article_id"] and shared > 0:
                other_kind = not TESTS["kind"](mark, row, False)
                options.append((other_kind, mark.optional, -agreement(mark, row), -shared, m, r))
    matched: list[Match] = []
    marks_taken: set[int] = set()
    rows_taken: set[int] = set()
    for *_, m, r in sorted(options):
        if m not in marks_taken and r not in rows_taken:
            marks_taken.add(m)
            rows_taken.add(r)
            matched.append(Match(marks[m], rows[r]))
    return matched


def align_all(marks: Sequence[Mark], rows: Sequence[Row]) -> list[Match]:
    """The matches of all articles, in the order of the marks."""
    place = {id(mark): number for number, mark in enumerate(marks)}
    found: list[Match] = []
    for article in dict.fromkeys(mark.article for mark in marks):
        mine = [mark for mark in marks if mark.article == article]
        found += align(mine, [row for row in rows if row["article_id"] == article])
    return sorted(found, key=lambda match: place[id(match.mark)])


# ---- counting


def share(hits: int, of: int) -> str:
    """A share in percent, with its counts."""
    return f"{100 * hits / of if of else 0:5.1f} %  {hits:>4} of {of}"


def links(matches: Sequence[Match], across: bool) -> tuple[int, int, int]:
    """Pairs of matched rows that both call one claim, that the toolkit does, that the marks do."""
    both = ours = marked = 0
    for one, other in combinations(matches, 2):
        if across and one.mark.article == other.mark.article:
            continue
        same, gold = one.row["claim_id"] == other.row["claim_id"], one.mark["claim"] == other.mark["claim"]
        both, ours, marked = both + (same and gold), ours + same, marked + gold
    return both, ours, marked


def b_cubed(matches: Sequence[Match]) -> tuple[float, float]:
    """Precision and recall of the claim ids by B-cubed: averaged over rows, so that no claim outweighs the others."""
    precision = recall = 0.0
    for one in matches:
        ours = {id(m) for m in matches if m.row["claim_id"] == one.row["claim_id"]}
        gold = {id(m) for m in matches if m.mark["claim"] == one.mark["claim"]}
        precision += len(ours & gold) / len(ours)
        recall += len(ours & gold) / len(gold)
    return (precision / len(matches), recall / len(matches)) if matches else (0.0, 0.0)


def independence(matches: Sequence[Match], marked: str) -> str:
    """How often a row says of itself what the mark says: counted as a source or not."""
    chosen = [match for match in matches if match.mark["independent"] == marked]
    return share(sum(bool(m.row["independent"]) == (marked == "yes") for m in chosen), len(chosen))


def report(marks: Sequence[Mark], rows: Sequence[Row], matches: Sequence[Match], errors: bool) -> None:
    """Print the figures, the rows without a mark, and the disagreements if they are wanted."""
    needed = [mark for mark in marks if not mark.optional]
    found = [match for match in matches if not match.mark.optional]
    print(f"{len(marks)} marks, {len(marks) - len(needed)} of them optional; {len(rows)} rows\n")
    print(f"{'of the marks that must be found':34}{'right':20}first choice")
    print(f"{'found at all':34}{share(len(found), len(needed))}")
    for name, tests in ({name: (name,) for name in TESTS} | WHOLE).items():
        hits = [
            sum(all(TESTS[test](m.mark, m.row, first) for test in tests) for m in found)
            for first in (False, True)
        ]
        print(f"{name:34}{'   '.join(share(each, len(needed)) for each in hits)}")
    print(f"\n{'rows with a mark':34}{share(len(matches), len(rows))}")
    for across in (False, True):
        name = "pairs across articles" if across else "pairs of rows"
        both, ours, gold = links(matches, across)
        print(f"{f'links, {name}: precision':34}{share(both, ours)}")
        print(f"{f'links, {name}: recall':34}{share(both, gold)}")
    precision, recall = b_cubed(matches)
    print(f"{'links, B-cubed':34}precision {100 * precision:.1f} %, recall {100 * recall:.1f} %")
    print(f"{'independent sources seen as such':34}{independence(matches, 'yes')}")
    print(f"{'repetitions seen as such':34}{independence(matches, 'no')}")
    print("\nrows without a mark, for a reader to judge:")
    print("\n".join(unmarked(rows, matches)) or "  none")
    if errors:
        print("\ndisagreements:")
        print("\n".join(disagreements(marks, matches)) or "  none")


def unmarked(rows: Sequence[Row], matches: Sequence[Match]) -> Iterator[str]:
    """A line for each row that no mark has."""
    taken = {match.row["mention_id"] for match in matches}
    for row in rows:
        if row["mention_id"] not in taken:
            said = f"{row['kind']}, {row['standing']}, {row['claimant'] or OUTLET}"
            yield f"  {row['article_id']}: {said}: {' '.join(row['quote'].split())}"


def disagreements(marks: Sequence[Mark], matches: Sequence[Match]) -> Iterator[str]:
    """A line for each mark without a row, and for each test that a matched row fails."""
    rows = {id(match.mark): match.row for match in matches}
    for mark in marks:
        row, head = rows.get(id(mark)), f"  {mark.article}: {mark['quote']!r}: "
        if row is None and not mark.optional:
            yield f"{head}missing ({mark['kind']}, {mark['standing']}, {mark['claimant']})"
        elif row is not None:
            yield from (head + line for line in _wrong(mark, row))
    for claim, ids in split(matches).items():
        yield f"  links: {claim} has {len(ids)} ids: {', '.join(f'{name} ({count})' for name, count in ids.items())}"
    for match in matches:
        if bool(match.row["independent"]) != (match.mark["independent"] == "yes"):
            found = "yes" if match.row["independent"] else "no"
            head = f"  {match.mark.article}: {match.mark['quote']!r}: "
            yield f"{head}independent {match.mark['independent']}, found {found} in {match.row['claim_id']}"


def split(matches: Sequence[Match]) -> dict[str, dict[str, int]]:
    """The marked claims whose rows have several ids, with the number of rows that have each."""
    ids: dict[str, dict[str, int]] = {}
    for match in matches:
        counts = ids.setdefault(match.mark["claim"], {})
        counts[match.row["claim_id"]] = counts.get(match.row["claim_id"], 0) + 1
    return {claim: counts for claim, counts in ids.items() if len(counts) > 1}


def _wrong(mark: Mark, row: Row) -> Iterator[str]:
    failed = {name for name, test in TESTS.items() if not test(mark, row, False)}
    for column in ("kind", "standing", "claimant", "via", "negated", "modality"):
        if column in failed:
            yield f"{column} {mark[column] or 'none'}, found {row[column] or 'none'}"
    for clock in CLOCKS:
        if f"{clock} equal" in failed:
            ours = "..".join(str(day or "") for day in days_of(row, clock))
            worse = " (contradicts)" if f"{clock} compatible" in failed else ""
            yield f"{clock} {mark[f'{clock}_start']}..{mark[f'{clock}_end']}, found {ours}{worse}"
    if "a place" in failed:
        yield f"place {mark['places'] or 'none'}, found {row['place'] or 'none'}"


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def main() -> None:
    """Score the corpus and the marks of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("marks", type=Path)
    parser.add_argument("--errors", action="store_true", help="print a line for each disagreement")
    options = parser.parse_args()
    try:
        result = build(options.corpus)
        marks = read_marks(options.marks, {article.id: article.text for article in result.corpus})
    except (ValueError, OSError) as error:
        raise SystemExit(f"claims: {error}") from None
    rows: list[Row] = [
        {str(key): value for key, value in row.items()} for row in result.events.to_dict("records")
    ]
    report(marks, rows, align_all(marks, rows), options.errors)


if __name__ == "__main__":
    main()
