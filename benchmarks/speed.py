"""Print how fast dates are found, beside dateparser's search in the same run, how the time grows with the text, and how
fast claims are extracted, which takes the finding of dates in.

    python benchmarks/speed.py [PATH] [--megabytes N]

PATH holds documents as for accuracy.py; the shipped corpus is taken without one. Times are CPU seconds of one process;
the rates are taken in turns, patterns compiled before. The growth is the exponent b of time = a * size ** b over texts
of 1 kB to 1 MB: of a unit that is repeated, and of dates that are all different. Memory is the peak above the text, as
tracemalloc counts it. The slowest call is that of 20,000 strings made to break a date reader, with the patterns that it
is the first to need.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from peers import dateparser_search
from timeml import Document, read

from toolkit.claims.extract import extract
from toolkit.corpus.reading import read_corpus
from toolkit.dates import find_dates, publication_day
from toolkit.model import Article, TimeExpression

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT))
from tests.dates.adversarial import REPEATED, VARIED, strings, varied  # noqa: E402  the same inputs as those of the tests

SIZES = [1_000 * 4**step for step in range(5)] + [1_000_000]
TURNS = 4


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def slowest_call(count: int = 20_000) -> tuple[float, str]:
    """The CPU seconds of the slowest call on so many strings, and how that string begins."""
    timed = (
        (seconds(partial(find_dates, text, "2025-06-13")), text)
        for text in strings(random.Random(2025), count)
    )
    taken, text = max(timed)
    return taken, ascii(text[:60])


def rates(documents: list[Document], megabytes: float) -> tuple[float, float]:
    """Megabytes of text a second, here and with dateparser's search, the documents repeated to so many megabytes
    (dateparser's: those of every eighth document, once)."""
    some = documents[::8]
    whole, part = (sum(len(each.text) for each in listed) / 1e6 for listed in (documents, some))
    find_all(own_search, some)
    find_all(dateparser_search, some[:1])
    rounds, mine, peer = max(1, round(megabytes / whole / TURNS)), 0.0, 0.0
    for turn in range(TURNS):
        mine += seconds(partial(find_all, own_search, documents * rounds))
        peer += seconds(partial(find_all, dateparser_search, some[turn::TURNS]))
    return TURNS * rounds * whole / mine, part / peer


def claims_rate(documents: list[Document], megabytes: float) -> float:
    """Megabytes of text a second from articles to claims, the documents repeated to so many megabytes."""
    articles = [
        Article(str(number), each.text, published=publication_day(each.created))
        for number, each in enumerate(documents)
    ]
    size = sum(len(each.text) for each in articles) / 1e6
    rounds, taken = max(1, round(megabytes / size)), 0.0
    for article in articles:
        extract(article)
        taken += sum(seconds(partial(extract, article)) for _ in range(rounds))
    return rounds * size / taken


def own_search(document: Document) -> list[TimeExpression]:
    """The toolkit's answer for a document."""
    return find_dates(document.text, document.created)


def find_all(find: Callable[[Document], Iterable[object]], documents: list[Document]) -> None:
    """Ask a finder for all that is in the documents."""
    for document in documents:
        list(find(document))


def growth(text: str) -> tuple[float, float]:
    """Seconds for a whole text of one megabyte, and the exponent of growth from its beginnings (least squares)."""
    texts = [text[:size] for size in SIZES]
    taken = []
    for each in texts:
        runs = 3 if len(each) < 100_000 else 1
        taken.append(max(1e-6, min(seconds(partial(find_dates, each, "2025-06-13")) for _ in range(runs))))
    xs, ys = [math.log(n) for n in SIZES], [math.log(t) for t in taken]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return taken[-1], above / sum((x - mean_x) ** 2 for x in xs)


def memory(text: str) -> float:
    """Megabytes that one call takes at its peak, its answer included."""
    find_dates(text[:10_000], "2025-06-13")
    tracemalloc.start()
    try:
        find_dates(text, "2025-06-13")
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def megabyte(documents: list[Document]) -> str:
    """The documents one after the other, repeated to a megabyte."""
    text = "\n\n".join(document.text for document in documents)
    return (text * (1_000_000 // len(text) + 1))[:1_000_000]


def main() -> None:
    """Print the rates, the memory, the slowest call and the growth."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--megabytes", type=float, default=20.0, help="how much text to read (20)")
    options = parser.parse_args()
    if options.path:
        documents = read(options.path)
    else:
        corpus = read_corpus(ROOT / "corpus" / "dnipropetrovsk-2025")
        documents = [Document(a.id, a.text, a.published.isoformat() if a.published else None) for a in corpus]
    slowest, text = slowest_call()
    print(f"slowest of 20,000 calls {1000 * slowest:8.0f} ms     on {text}")
    mine, peer = rates(documents, options.megabytes)
    print(f"timeline-toolkit        {mine:8.2f} MB/s")
    print(f"dateparser search_dates {peer:8.3f} MB/s   ratio {mine / peer:.1f}")
    print(f"claims extracted        {claims_rate(documents, options.megabytes / 5):8.2f} MB/s")
    print(f"memory for 1 MB of it   {memory(megabyte(documents)):8.1f} MB")
    repeated = {repr(unit): (unit * (SIZES[-1] // len(unit) + 1))[: SIZES[-1]] for unit in REPEATED}
    different = {kind: varied(unit, SIZES[-1]) for kind, unit in VARIED.items()}
    for head, texts in (("repeated", repeated), ("all different", different)):
        print(f"{head:24}{'s for 1 MB':>12}{'exponent':>10}{'MB':>8}")
        for name, each in texts.items():
            taken, slope = growth(each)
            print(f"{name:24}{taken:12.2f}{slope:10.2f}{memory(each):8.1f}")


if __name__ == "__main__":
    main()
