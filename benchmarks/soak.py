"""Try for long what is promised of hostile text, killed runs and equal bytes, and print what held.

    python benchmarks/soak.py [strings] [pumped] [kills] [same] [--count N] [--kills N] [--corpus FOLDER]

`strings`: N texts made to break readers go from text to table, and every five hundred of them to the chart; nothing may
raise, and each quote is the slice that its row names. `pumped`: each word of the dates' vocabulary and of the lexicon's
entries, or N of each, over and over. `kills`: `build`, `report` and `seal` are killed at random moments; what lies
there then must be one run, old or new, and after the next run nothing else. `same`: the report of a corpus with five
hash seeds, shuffled articles, in one, two and four processes, as a dask cluster would, in three time zones, on two
other days, in the C locale, in another folder, with a warm and a cold cache. Prints a Markdown table: what was tried,
how often, and what failed; exit status 1 where something did.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT))
import toolkit as tk  # noqa: E402
from tests.dates.adversarial import REPEATED, strings  # noqa: E402
from toolkit.claims.extract import extract  # noqa: E402
from toolkit.claims.lexicon import load_lexicon  # noqa: E402
from toolkit.dates import find_dates  # noqa: E402
from toolkit.dates.vocabulary import words  # noqa: E402
from toolkit.timeline.files import sha256  # noqa: E402
from toolkit.timeline.manifest import outputs  # noqa: E402

SHAPES = (
    "{}",
    "On {} the army said that troops had seized the village of Zaporizke. {}",
    "{} denied on {} that the ministry had said {}.",
    "“{}” he said “{}” she said, according to {}",
    "# {}\n\n> {}\n\n* {}",
    "<b>{}</b> &amp; {} killed 12 people in {} on Friday\r\n",
)
DAY = date(2025, 6, 13)
HALVES = re.compile("[\ud800-\udfff]")
LIMIT = 0.1  # CPU seconds for a text of up to 10,000 characters
STEEP = 1.15  # exponent of the growth
ARTICLE = (
    "On Sunday the Defence Ministry in Moscow said that Russian troops had seized the village of Zaporizke.\n"
)
ZONES = ("America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati")
NOTHING: Mapping[str, str] = {}
Row = tuple[str, int, int, str]


def hostile(count: int) -> Iterator[str]:
    """So many texts of dates and signs that are none, within sentences that tell claims."""
    made = random.Random(2026)
    pieces = strings(made, 3 * count)
    for number in range(count):
        longest = 3_000 if number % 100 == 0 else 200
        told = SHAPES[number % len(SHAPES)].format(*(next(pieces)[:longest] for _ in range(3)))
        yield HALVES.sub("\ufffd", told)  # as an article has them


def strings_hold(count: int) -> Iterator[Row]:
    """Texts that must raise nothing, take no time without end, and be quoted exactly."""
    raised, slow, inexact, worst, together = 0, 0, 0, 0.0, []
    charts = failed = 0
    for number, text in enumerate(hostile(count)):
        begun = time.process_time()
        try:
            find_dates(text, "2025-06-13")
            article = tk.Article(f"a{number}", text, "Wire", published=DAY)
            claims = extract(article, parser="light")
            inexact += sum(claim.quote != text[claim.start : claim.end] for claim in claims)
        except Exception as error:
            raised += 1
            print(f"{type(error).__name__}: {error} in {text[:200]!r}", file=sys.stderr)
        taken = time.process_time() - begun
        worst = max(worst, taken)
        slow += taken > LIMIT
        together.append({"id": f"a{number}", "text": text, "outlet": "Wire", "published": "2025-06-13"})
        if len(together) == 500 or number == count - 1:
            charts += 1
            try:
                result = tk.build(together, parser="light")
                if len(result.events):
                    tk.chart(result.events).to_dict()
            except Exception as error:
                failed += 1
                print(f"{type(error).__name__}: {error} in the {charts}. folder", file=sys.stderr)
            together = []
    yield "texts that raise", count, raised, ""
    yield "quotes that are not their slice", count, inexact, ""
    yield f"texts over {LIMIT:g} s", count, slow, f"worst {worst:.2f} s"
    yield "folders of 500 that raise, up to the chart", charts, failed, ""


def _seconds(read: Callable[[str], object], piece: str, size: int) -> float:
    """CPU seconds of reading a piece, over and over, of so many characters in all."""
    begun = time.process_time()
    read(piece * (size // len(piece)))
    return time.process_time() - begun


def pumped_hold(count: int) -> Iterator[Row]:
    """Words over and over, of each kind at most so many: for 10,000 characters, and how much four times costs."""
    vocabulary = sorted({word for table in words().values() for word in table.get("words", table)})
    entries = sorted({str(wording) for entry in load_lexicon().entries for wording in entry.wordings})

    def claims(text: str) -> object:
        return extract(tk.Article("a", text, "Wire", published=DAY), parser="light")

    def days(text: str) -> object:
        return find_dates(text, DAY)

    told = [f"troops {word} Zaporizke on Sunday, he said. " for word in entries]
    kinds: dict[str, tuple[list[str], Callable[[str], object]]] = {
        "dates": ([*REPEATED, *(f"{word} " for word in vocabulary)], days),
        "claims": (told, claims),
    }
    for name, (listed, read) in kinds.items():
        pieces = random.Random(2026).sample(listed, min(count, len(listed)))
        slow, steep, worst = 0, 0, ("", 0.0)
        read(pieces[0])  # what is read and compiled once is no part of it
        for piece in pieces:
            long = _seconds(read, piece, 10_000)
            if long <= LIMIT or (long := min(long, _seconds(read, piece, 10_000))) <= LIMIT:
                continue
            short = min(_seconds(read, piece, 2_500) for _ in range(2))
            growth = math.log(long / max(short, 1e-3), 4)
            print(f"{long:.2f} s, growth {growth:.2f}: {piece.strip()!r}", file=sys.stderr)
            slow += 1
            steep += growth > STEEP
            worst = max(worst, (piece.strip(), growth), key=lambda each: each[1])
        yield f"words of {name}, 10,000 characters in over {LIMIT:g} s", len(pieces), slow, ""
        steepest = f"steepest of the slow {worst[1]:.2f}: {worst[0]!r}" if slow else ""
        yield f"words of {name} of those that grow by more than {STEEP:g}", len(pieces), steep, steepest


def _timeline(folder: Path, *given: str) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(folder / "tmp")}
    silent = subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, "-m", "toolkit", *given], env=environment, stdout=silent, stderr=silent
    )


def _whole(out: Path) -> bool:
    """Whether a folder holds the files of one run, or a file is there whole."""
    if out.suffix == ".zip":
        return (
            subprocess.run([sys.executable, "-m", "zipfile", "-t", str(out)], capture_output=True).returncode
            == 0
        )
    named = outputs(out)
    return bool(named) and all(sha256(out / name) == digest for name, digest in named.items())


def kills_hold(count: int) -> Iterator[Row]:
    """Commands that are killed at random moments, each time after one that was done."""
    chance = random.Random(2026)
    for command, target in (("build", "out"), ("report", "out"), ("seal", "out.sealed.zip")):
        with tempfile.TemporaryDirectory() as parent:
            folder = Path(parent)
            for name in ("tmp", "corpus"):
                (folder / name).mkdir()
            (folder / "corpus" / "2025-06-09-a.txt").write_text(ARTICLE, encoding="utf-8")
            given = (command, str(folder / "corpus"), "--out", str(folder / target))
            begun = time.monotonic()
            _timeline(folder, *given).wait()
            usual = time.monotonic() - begun
            mixed = 0
            for number in range(count):
                (folder / "corpus" / "2025-06-09-a.txt").write_text(f"{ARTICLE} {number}\n", encoding="utf-8")
                process = _timeline(folder, *given)
                try:
                    process.wait(usual * (0.5 + 0.6 * chance.random()))
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                process.wait()
                mixed += not _whole(folder / target)
            done = _timeline(folder, *given).wait()
            left = [path for path in folder.iterdir() if path.name not in ("corpus", "tmp", target)]
            left += [*(folder / "tmp").iterdir()]
            yield f"kills of {command} that leave a mixture", count, mixed, ""
            yield (
                f"left over by {command} after the next run",
                count,
                len(left),
                ", ".join(map(str, left[:2])),
            )
            yield f"next {command} that fails", 1, int(done not in (0, 1)), ""


REPORT = """
import sys
from toolkit.report.run import run_report
if __name__ == "__main__":
    run_report(sys.argv[1], sys.argv[2], {})
"""
BUILD = """
import sys
from toolkit.pipeline import build, write_tables
if __name__ == "__main__":
    on = sys.argv[3]
    if on == "stand-in":  # for a dask cluster: as much of a client as is used
        from tests.test_cluster import Client
        on = Client()
    elif on.isdigit():
        on = int(on)
    write_tables(build(sys.argv[1], on=on), sys.argv[2])
"""
CLOCK = """
import os, time
seconds = time.time
time.time = lambda: seconds() + float(os.environ["SOAK_CLOCK"])
time.time_ns = lambda: int(time.time() * 1e9)
"""
"""Loaded by each process: the clock that date.today and most libraries ask is put forward or back."""
DAYS = (-400, 45)
PLACE = re.compile(rb"(manifest\.csv, line |<Html of )\d+")
"""Where the page says in which line of the manifest a row stands, which another order of its rows moves, and how long
what says so is."""


def same_holds(corpus: Path) -> Iterator[Row]:
    """Runs that differ in what must not matter."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent)

        def run(
            program: str,
            out: str,
            *more: str,
            source: Path = corpus,
            environment: Mapping[str, str] = NOTHING,
        ) -> dict[str, str]:
            (folder / "program.py").write_text(program, encoding="utf-8")
            (folder / out).parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(
                [sys.executable, str(folder / "program.py"), str(source), str(folder / out), *more],
                env=os.environ
                | {"PYTHONPATH": str(ROOT), "TIMELINE_CACHE": str(folder / "cache")}
                | dict(environment),
                check=True,
            )
            files = sorted(path for path in (folder / out).iterdir() if path.name != "run.json")
            return {
                path.name: hashlib.sha256(PLACE.sub(rb"\1", path.read_bytes())).hexdigest() for path in files
            }

        shuffled = folder / "shuffled" / corpus.name
        shutil.copytree(corpus, shuffled)
        manifest = shuffled / "manifest.csv"
        head, *rows = manifest.read_text(encoding="utf-8").splitlines()
        random.Random(1).shuffle(rows)
        manifest.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
        (folder / "clock").mkdir()
        (folder / "clock" / "sitecustomize.py").write_text(CLOCK, encoding="utf-8")
        preloaded = f"{folder / 'clock'}{os.pathsep}{ROOT}"
        report = run(REPORT, "first")
        others = {
            **{f"hash seed {seed}": {"PYTHONHASHSEED": str(seed)} for seed in range(5)},
            **{f"time zone {zone}": {"TZ": zone} for zone in ZONES},
            **{
                f"the clock {days:+} days": {"PYTHONPATH": preloaded, "SOAK_CLOCK": str(days * 86_400)}
                for days in DAYS
            },
            "the C locale": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"},
            "a cold cache": {"TIMELINE_CACHE": str(folder / "cold")},
        }
        for name, environment in others.items():
            yield _compared(f"report, {name}", report, run(REPORT, "again", environment=environment))
        yield _compared("report, shuffled articles", report, run(REPORT, "again", source=shuffled))
        yield _compared("report, another folder", report, run(REPORT, "deep/er/again"))
        tables = run(BUILD, "tables", "serial")
        for on in ("processes", "2", "4", "stand-in"):
            try:
                yield _compared(f"tables, on={on}", tables, run(BUILD, "tables-again", on))
            except subprocess.CalledProcessError:
                yield f"tables, on={on}", len(tables), len(tables), "is no way to run here"


def _compared(name: str, one: dict[str, str], other: dict[str, str]) -> Row:
    differ = sorted(file for file in one.keys() | other.keys() if one.get(file) != other.get(file))
    return name, len(one), len(differ), ", ".join(differ)


def main() -> int:
    """Print what was tried and what failed; 0 where nothing did."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help="strings, pumped, kills, same; all where none is named"
    )
    parser.add_argument(
        "--count", type=int, default=1_000_000, help="texts, or words of each kind (default: 1,000,000)"
    )
    parser.add_argument("--kills", type=int, default=50, help="kills of each command (default: 50)")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus" / "dnipropetrovsk-2025")
    options = parser.parse_args()
    parts: dict[str, Callable[[], Iterator[Row]]] = {
        "strings": lambda: strings_hold(options.count),
        "pumped": lambda: pumped_hold(options.count),
        "kills": lambda: kills_hold(options.kills),
        "same": lambda: same_holds(options.corpus),
    }
    if other := [name for name in options.parts if name not in parts]:
        parser.error(f"{other[0]!r} is no part; there are {', '.join(parts)}")
    print("| tried | of | failed | |\n|---|---|---|---|")
    bad = 0
    for name in options.parts or parts:
        for told, tried, failed, note in parts[name]():
            print(f"| {told} | {tried:,} | {failed} | {note} |", flush=True)
            bad += failed
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
