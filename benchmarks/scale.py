"""Print how many articles a second become tables, in how much memory, and how much of the truth is in them.

    python benchmarks/scale.py [--articles N ...] [--median N] [--parser light] [--processes N] [--folder DIR]
                               [--dataset [--unread]]

The articles are those of generated.py (1 to 20 kB, 3 kB in the middle, 50 a day), made in a folder of their own with a
cache of its own; with --median 1000 they are 1.6 kB on average. Each number of articles is built twice, in processes of
their own: first with nothing kept, then from what the first run has kept. With --dataset it is a dataset that is built,
and then looked at through a window of one week; with --unread no article is read for claims: the rows are made of what
it is known to tell, so that memory and linking are measured with any number of articles.

"a core" is by the processor time of all processes together, which other programs on the machine lengthen less than the
clock does; the peak is that of the run itself, with that of the largest process that reads for it. A happening that an
article tells is kept where a row of that sentence ends on its day. The load is the machine's before the run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import generated
import pandas as pd

from toolkit.model import Article, Claim
from toolkit.reader import Taken

ROOT = Path(__file__).resolve().parents[1]
WORK = {
    "tables": "write_tables(build(corpus, parser=parser, on=on), out)",
    "dataset": "write_dataset(corpus, out, parser=parser, on=on)",
    "window": "print(build(out, since='2021-03-08', until='2021-03-14'), file=sys.stderr)",
}
"""What a run does."""
STEPS = {
    False: {"cold": "tables", "kept": "tables"},
    True: {"cold": "dataset", "kept": "dataset", "window": "window"},
}
"""The runs of each number of articles, one after the other, of tables and of a dataset."""
NOTHING = {"str": "", "int": 0, "float": 0.0, "bool": False}
RUN = """
import json, resource, sys, time
from toolkit.pipeline import build, write_dataset, write_tables
work, corpus, out, parser, on, unread = sys.argv[1:]
on = int(on) if on.isdigit() else on
if unread:
    sys.path.insert(0, unread)
    import toolkit.stored.gathering, scale
    toolkit.stored.gathering.take_all = scale.taken
start = time.perf_counter()
exec(work)
seconds = time.perf_counter() - start
own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
used = sum(each.ru_utime + each.ru_stime for each in (own, others))
print(json.dumps([seconds, used, own.ru_maxrss / 1000, others.ru_maxrss / 1000]))
"""


def taken(articles: Sequence[Article], *_: object) -> list[Taken]:
    """What generated articles are known to tell, as if they had been read."""
    return [Taken([_claim(article, each) for each in _told(article)]) for article in articles]


def _told(article: Article) -> tuple[generated.Told, ...]:
    median = int(os.environ["MEDIAN"])
    return generated.article(int(article.id[1:]), median).told


def _claim(article: Article, told: generated.Told) -> Claim:
    values = {field.name: NOTHING.get(str(field.type)) for field in fields(Claim)}
    for name in ("outlet", "published", "published_basis"):
        values[name] = getattr(article, name)
    return Claim(**values | {
        "mention_id": f"{article.id}:{told.start}-{told.end}", "article_id": article.id,
        "sentence": article.text.count(". ", 0, told.start), "start": told.start, "end": told.end,
        "told_start": told.start, "told_end": told.end, "quote": article.text[told.start : told.end],
        "theme": "conflict", "kind": told.kind, "event_start": told.day, "event_end": told.day,
        "event_grain": "day", "event_edtf": str(told.day), "claimant": told.speaker,
        "standing": "claimed", "modality": "reported", "place": told.place, "confidence": 0.5,
    })  # type: ignore[arg-type]  # fmt: skip


def run(work: str, corpus: Path, out: Path, cache: Path, options: argparse.Namespace) -> list[float]:
    """Seconds by the clock and of the processor, and megabytes of the run and of the largest process beside it."""
    done = subprocess.run(
        [
            *(
                sys.executable,
                "-c",
                RUN,
                WORK[work],
                str(corpus),
                str(out),
                options.parser,
                options.processes,
            ),
            str(ROOT / "benchmarks") if options.unread else "",
        ],
        env={
            **os.environ,
            "TIMELINE_CACHE": str(cache),
            "TIMELINE_CACHE_LIMIT": "20000",
            "PYTHONPATH": str(ROOT),
            "MEDIAN": str(options.median),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{corpus}: exit status {done.returncode}: {done.stderr.strip()[-500:]}")
    figures: list[float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def truth_kept(count: int, median: int, out: Path) -> tuple[int, int]:
    """Of what the articles tell, how much has a row with its day, and how much it is."""
    columns = ["article_id", "start", "end", "event_end"]
    kept = whole = 0
    articles = generated.articles(count, median)
    tables = [out / "events.parquet"] if (out / "events.parquet").exists() else sorted(out.glob("events/*/*"))
    for table in tables:  # of a dataset they are months, and the articles come by their days
        found: dict[str, list[tuple[int, int, object]]] = defaultdict(list)
        for article, start, end, day in pd.read_parquet(table, columns=columns).itertuples(index=False):
            found[article].append((start, end, day.date() if day is not pd.NaT else None))
        last = max(found)
        for made in articles:
            for told in made.told:
                whole += 1
                kept += any(
                    start < told.end and told.start < end and day == told.day
                    for start, end, day in found[made.id]
                )
            if made.id == last:
                break
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
    parser.add_argument(
        "--median",
        type=int,
        default=generated.MEDIAN,
        help="characters that half of the articles have at most",
    )
    parser.add_argument("--dataset", action="store_true", help="build a dataset, linked month by month")
    parser.add_argument(
        "--unread", action="store_true", help="of a dataset: take what is told instead of reading"
    )
    options = parser.parse_args()
    if options.unread and not options.dataset:
        parser.error("--unread is of --dataset")
    print(f"parser {options.parser}, processes {options.processes}, {os.cpu_count()} cores")
    heads = ("articles", "kB each", "run", "a second", "a core", "peak MB", "+ MB", "MB out", "truth", "load")
    print(" ".join(f"{head:>9}" for head in heads))
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        for count in options.articles:
            corpus, out, cache = (folder / f"{kind}-{count}" for kind in ("corpus", "out", "cache"))
            size = generated.write(count, corpus, options.median) / count / 1000
            for name, work in STEPS[options.dataset].items():
                load = os.getloadavg()[0]
                seconds, used, peak, other = run(work, corpus, out, cache, options)
                written = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1e6
                kept, whole = truth_kept(count, options.median, out)
                print(
                    f"{count:9} {size:9.1f} {name:>9} {count / seconds:9.1f} {count / used:9.1f} {peak:9.0f} "
                    f"{other:9.0f} {written:9.1f} {100 * kept / whole:8.1f}% {load:9.1f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
