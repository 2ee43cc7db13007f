"""Print how fast dates are found, beside dateparser's search in the same run, and how the time grows with the text.

    python benchmarks/speed.py [PATH] [--megabytes N]

PATH holds documents as for accuracy.py; the shipped corpus is taken without one. Times are CPU seconds of one process,
patterns compiled before. The growth is the exponent b of time = a * size ** b over texts of 4 to 256 kB.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from peers import dateparser_search
from timeml import Document, read

from toolkit.corpus.reading import read_corpus
from toolkit.dates import find_dates

ROOT = Path(__file__).resolve().parents[1]
REPETITIVE = (
    "last week ",
    "1-1-1-",
    "1 1 1 ",
    "12:12:12:",
    "2025-06-13 ",
    "6/6/2025 ",
    "in in in ",
    "the the ",
    "June ",
    "May 1 ",
    "two days ago ",
    "the past the past ",
    "early ",
    "Monday, ",
    "the first quarter of ",
    "10 p.m. ",
    "nineteen ninety-",
    "more than ",
    "99999999",
    "since until by ",
)


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def rate(documents: list[Document], megabytes: float) -> float:
    """Megabytes of text a second, the documents repeated to so many megabytes."""
    size = sum(len(document.text) for document in documents) / 1e6
    rounds = max(1, round(megabytes / size))
    for document in documents:
        find_dates(document.text, document.created)

    def run() -> None:
        for _ in range(rounds):
            for document in documents:
                find_dates(document.text, document.created)

    return rounds * size / seconds(run)


def peer_rate(documents: list[Document], megabytes: float = 0.1) -> float:
    """The same for dateparser's search, over the first documents that make up so many megabytes."""
    chosen, size = [], 0.0
    for document in documents:
        chosen.append(document)
        size += len(document.text) / 1e6
        if size >= megabytes:
            break
    list(dateparser_search(chosen[0]))
    return size / seconds(lambda: [list(dateparser_search(document)) for document in chosen])


def growth(unit: str) -> tuple[float, float]:
    """Seconds for one megabyte of a repeated unit, and the exponent of growth (least squares over doubled sizes)."""
    sizes = [4_000 * 2**step for step in range(7)]
    texts = [(unit * (size // len(unit) + 1))[:size] for size in sizes]
    taken = [max(seconds(partial(find_dates, text, "2025-06-13")), 1e-5) for text in texts]
    xs, ys = [math.log(n) for n in sizes], [math.log(t) for t in taken]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum(
        (x - mean_x) ** 2 for x in xs
    )
    return taken[-1] * 1e6 / sizes[-1], slope


def main() -> None:
    """Print the rates and the growth."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--megabytes", type=float, default=5.0, help="how much text to read (5)")
    options = parser.parse_args()
    if options.path:
        documents = read(options.path)
    else:
        corpus = read_corpus(ROOT / "corpus" / "dnipropetrovsk-2025")
        documents = [Document(a.id, a.text, a.published.isoformat() if a.published else None) for a in corpus]
    mine, peer = rate(documents, options.megabytes), peer_rate(documents)
    print(f"timeline-toolkit        {mine:8.2f} MB/s")
    print(f"dateparser search_dates {peer:8.3f} MB/s   ratio {mine / peer:.0f}")
    print(f"{'repeated':24}{'s for 1 MB':>12}{'exponent':>10}")
    for unit in REPETITIVE:
        taken, slope = growth(unit)
        print(f"{unit!r:24}{taken:12.2f}{slope:10.2f}")


if __name__ == "__main__":
    main()
