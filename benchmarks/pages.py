"""Print how often the publication days of saved pages are right, and beside it htmldate's, fast and extensive.

    python benchmarks/pages.py PAGES DAYS.csv [--show]

DAYS.csv has the columns file and published (YYYY-MM-DD, or empty where a page tells no day); the files lie in the
folder PAGES. An answer that is not the day is false; no answer, or a false one, where there is a day is missed; F is
that of the right answers. With --show every page that the toolkit has wrong is named, with what it took for evidence.

Each page is read alone and under another name, so that neither its neighbours nor the name of its file tell its day.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT))
from toolkit.corpus.reading import CorpusError, read_corpus  # noqa: E402

LIMITS: dict[str, Any] = {"original_date": True, "min_date": "1995-01-01", "max_date": "2100-01-01"}
Answer = tuple[str, str]
"""The day, ISO or empty, and what it rests on."""


def by_toolkit(page: Path) -> Answer:
    """What the toolkit takes for the day of a page, and all its evidence."""
    with TemporaryDirectory() as folder:
        shutil.copy(page, Path(folder, "page.html"))
        try:
            corpus = read_corpus(folder)
        except CorpusError as error:
            return "", str(error)
        if not corpus:
            return "", corpus.quarantine[0].reason
        first = corpus[0]
        evidence = "; ".join(map(str, corpus.evidence[first.id])) or "no evidence"
        return (first.published.isoformat() if first.published else ""), evidence


def by_htmldate(extensive: bool) -> Callable[[Path], Answer]:
    """What htmldate takes for it."""
    from htmldate import find_date

    return lambda page: (find_date(page.read_bytes(), extensive_search=extensive, **LIMITS) or "", "")


def read(table: Path) -> list[tuple[str, str]]:
    """The files and their days. Raises ValueError, in one line, for what is no such table."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    try:
        found = [(row["file"], row["published"]) for row in rows]
        for _, published in found:
            published and date.fromisoformat(published)
    except (KeyError, ValueError) as error:
        raise ValueError(
            f"{table}: wants the columns file and published, YYYY-MM-DD or empty ({error})"
        ) from None
    return found


def figures(answers: Sequence[tuple[str, str]]) -> str:
    """Right, false and missed among pairs of the true day and the one answered, and F."""
    right = sum(true == said != "" for true, said in answers)
    false = sum(said not in ("", true) for true, said in answers)
    missed = sum(bool(true) and said != true for true, said in answers)
    score = 2 * right / max(1, 2 * right + false + missed)
    return f"{right:>6}{false:>7}{missed:>8}{score:>8.3f}"


def lines(folder: Path, table: Path, show: bool) -> Iterator[str]:
    """The table, and before it what the toolkit has wrong."""
    methods = {
        "toolkit": by_toolkit,
        "htmldate": by_htmldate(False),
        "htmldate, extensive": by_htmldate(True),
    }
    pages = read(table)
    answers: dict[str, list[tuple[str, str]]] = {name: [] for name in methods}
    for file, true in pages:
        for name, method in methods.items():
            said, why = method(folder / file)
            answers[name].append((true, said))
            if show and name == "toolkit" and said != true:
                yield f"{file}: {true or 'no day'} is right, not {said or 'none'}: {why}"
    yield f"{len(pages)} pages{'':<14}{'right':>6}{'false':>7}{'missed':>8}{'F':>8}"
    for name, given in answers.items():
        yield f"{name:<20}{'':<{len(str(len(pages)))}}{figures(given)}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", type=Path, metavar="PAGES")
    parser.add_argument("days", type=Path, metavar="DAYS.csv")
    parser.add_argument("--show", action="store_true", help="name the pages that the toolkit has wrong")
    options = parser.parse_args()
    try:
        for line in lines(options.pages, options.days, options.show):
            print(line)
    except (ValueError, OSError) as error:
        problem = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) else error
        print(f"pages: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
