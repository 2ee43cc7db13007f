"""Print how many articles a second become tables, in how much memory, and how much of the truth is in them.

    python benchmarks/scale.py [--articles N ...] [--parser light] [--processes N] [--folder DIR]

The articles are those of generated.py (1 to 20 kB, 3 kB in the middle, 50 a day), made in a folder of their own with a
cache of its own. Each number of articles is built twice, in processes of their own: first with nothing kept, then
from what the first run has kept. "a core" is by the processor time of all processes together, which other programs on
the machine lengthen less than the clock does; the peak is that of the run itself, with that of the largest process
that reads for it. A happening that an article tells is kept where a row of that sentence ends on its day. The load
is the machine's before the run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import generated
import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
RUN = """
import json, resource, sys, time
from toolkit.pipeline import build, write_tables
corpus, out, parser, on = sys.argv[1:]
start = time.perf_counter()
write_tables(build(corpus, parser=parser, on=int(on) if on.isdigit() else on), out)
seconds = time.perf_counter() - start
own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
used = sum(each.ru_utime + each.ru_stime for each in (own, others))
print(json.dumps([seconds, used, own.ru_maxrss / 1000, others.ru_maxrss / 1000]))
"""


def run(corpus: Path, out: Path, cache: Path, parser: str, on: str) -> list[float]:
    """Seconds by the clock and of the processor, and megabytes of the run and of the largest process beside it."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(corpus), str(out), parser, on],
        env={
            **os.environ,
            "TIMELINE_CACHE": str(cache),
            "TIMELINE_CACHE_LIMIT": "20000",
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{corpus}: exit status {done.returncode}: {done.stderr.strip()[-500:]}")
    figures: list[float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def truth_kept(count: int, out: Path) -> tuple[int, int]:
    """Of what the articles tell, how much has a row with its day, and how much it is."""
    rows = pd.read_parquet(out / "events.parquet", columns=["article_id", "start", "end", "event_end"])
    found: dict[str, list[tuple[int, int, object]]] = defaultdict(list)
    for article, start, end, day in rows.itertuples(index=False):
        found[article].append((start, end, day.date() if day is not pd.NaT else None))
    kept = whole = 0
    for article in generated.articles(count):
        for told in article.told:
            whole += 1
            kept += any(
                start < told.end and told.start < end and day == told.day
                for start, end, day in found[article.id]
            )
    return kept, whole


def main() -> None:
    """Measure and print, a line each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000], help="how many (1000)")
    parser.add_argument("--parser", default="spacy", help="as in timeline build (spacy)")
    parser.add_argument("--processes", default="auto", help="as in timeline build (auto)")
    parser.add_argument(
        "--folder", type=Path, help="where corpora, tables and cache are left (a temporary one)"
    )
    options = parser.parse_args()
    print(f"parser {options.parser}, processes {options.processes}, {os.cpu_count()} cores")
    heads = ("articles", "kB each", "run", "a second", "a core", "peak MB", "+ MB", "MB out", "truth", "load")
    print(" ".join(f"{head:>9}" for head in heads))
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        for count in options.articles:
            corpus, out, cache = (folder / f"{kind}-{count}" for kind in ("corpus", "out", "cache"))
            size = generated.write(count, corpus) / count / 1000
            for name in ("cold", "kept"):
                load = os.getloadavg()[0]
                seconds, used, peak, other = run(corpus, out, cache, options.parser, options.processes)
                written = sum(path.stat().st_size for path in out.iterdir()) / 1e6
                kept, whole = truth_kept(count, out)
                print(
                    f"{count:9} {size:9.1f} {name:>9} {count / seconds:9.1f} {count / used:9.1f} {peak:9.0f} "
                    f"{other:9.0f} {written:9.1f} {100 * kept / whole:8.1f}% {load:9.1f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
