"""Print the figures that the documentation quotes, each the median of several runs in processes of their own.

    python benchmarks/run.py [CORPUS]

CORPUS is the shipped one unless another is given.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "corpus" / "dnipropetrovsk-2025"
RUNS = 5
DATES = "from toolkit.dates import find_dates as work", "article.text, article.published"
KEPT = "from toolkit.claims.extract import extract as work", "article"
READ = (
    """
from toolkit.claims.extract import extract as work
from toolkit.claims.places.gazetteer import load_gazetteer
places = load_gazetteer()""",
    "article, gazetteer=places",
)
"""The rows of a table of places that is made in memory are not kept."""
RATE = """
import sys, time
from toolkit.corpus.reading import read_corpus
{work}
corpus = read_corpus(sys.argv[1])
size = sum(len(article.text.encode()) for article in corpus)
rounds = max(1, -(-1_000_000 // size))
for article in corpus:
    work({given})
start = time.process_time()
for _ in range(rounds):
    for article in corpus:
        work({given})
print(rounds * size / 1e6 / (time.process_time() - start))
"""


def seconds(command: Sequence[str], runs: int = RUNS, text: str = "") -> float:
    """The median wall-clock seconds of a command that must do its work (exit status 0, or 1 for quarantined files)."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, input=text, capture_output=True, text=True, check=False)
        taken.append(time.perf_counter() - start)
        if done.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(command)}: exit status {done.returncode}: {done.stderr.strip()}")
    return statistics.median(taken)


def rate(corpus: Path, work: str, given: str) -> float:
    """Megabytes of text for a second of CPU time, repeating the corpus to a megabyte, patterns compiled before."""
    code = RATE.format(work=work, given=given)
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(corpus)], cwd=ROOT, capture_output=True, text=True, check=True
        )
        for _ in range(3)
    ]
    return statistics.median(float(done.stdout) for done in runs)


def main() -> None:
    """Measure and print, a line each."""
    corpus = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else SHIPPED
    timeline = [sys.executable, "-m", "toolkit"]
    sentence = [*timeline, "dates", "They met on Sunday.", "--published", "2025-06-13"]
    print(f"corpus {corpus.name}; Python {platform.python_version()}, {os.cpu_count()} cores; medians")
    print(f"import toolkit          {seconds([sys.executable, '-c', 'import toolkit']):8.3f} s")
    print(f"timeline --help         {seconds([*timeline, '--help']):8.3f} s")
    print(f"timeline dates TEXT     {seconds(sentence):8.3f} s")
    line = '{"doc": "a", "dct": "2025-06-13", "text": "They met on Sunday."}\n'
    print(f"timeline dates --jsonl  {seconds([*timeline, 'dates', '--jsonl'], text=line):8.3f} s   one line")
    print(f"dates found             {rate(corpus, *DATES):8.2f} MB/s of text, one core")
    print(f"claims extracted        {1000 * rate(corpus, *READ):8.1f} kB/s of text, one core, parses kept")
    print(f"claims read back        {1000 * rate(corpus, *KEPT):8.1f} kB/s of text, one core, rows kept")
    with tempfile.TemporaryDirectory() as folder:
        print(f"timeline build          {seconds([*timeline, 'build', str(corpus), '--out', folder]):8.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        print(
            f"timeline report         {seconds([*timeline, 'report', str(corpus), '--out', folder], 3):8.2f} s"
        )


if __name__ == "__main__":
    main()
