"""Read files of one line, whatever stands on it, and print the processor time of each and how it grows.

    python benchmarks/long_lines.py [KIND ...] [--size N] [--parser light]

Each kind is read as a file, from text to tables, with a quarter of N characters and with N (default: 1,000,000). Prints
a Markdown table: kind, seconds, exponent of the growth. Exit status 1 where one takes more than `LIMIT` seconds or
grows by more than `STEEP`.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
LIMIT = 10.0  # CPU seconds for a megabyte
STEEP = 1.15
PROSE = "The committee meets in the town hall, where the windows face the river and the chairs are old. "
CLAIM = (
    "On Sunday the Defence Ministry in Moscow said that Russian troops had seized the village of Zaporizke. "
)
HTML = "<html><body>{}</body></html>"
KINDS = {
    "prose.txt": PROSE, "claims.txt": CLAIM, "said.txt": "he said ", "quoted.txt": "“he said” ",
    "that.txt": "he said that ",
    "names.txt": "Ivan Petrov ", "of.txt": "the head of ", "commas.txt": ", a", "letters.txt": "a", "capitals.txt": "A",
    "digits.txt": "1234567890", "iso.txt": "2025-06-13 ", "weekdays.txt": "Monday and Tuesday, ",
    "ranges.txt": "from 3 to 12 March, ", "slashes.txt": "1/2/", "brackets.txt": "(", "pairs.txt": "()[]{}",
    "quotes.txt": '"', "curly.txt": "“", "apostrophes.txt": "' ", "spaces.txt": " ", "tabs.txt": "\t",
    "dots.txt": ".", "emoji.txt": "👩‍👩‍👧", "marks.txt": "e\u0301\u0301", "stars.md": "*", "links.md": "[a](b) ",
    "quotations.md": "> ", "one.html": f"<p>{PROSE}</p>", "inline.html": "<b>old</b> <i>chairs</i> ",
    "open.html": "<p ", "less.html": "<", "entities.html": "&amp;", "line.jsonl": PROSE,
}  # fmt: skip


def content(kind: str, size: int) -> str:
    """A file of one line of about so many characters."""
    piece = KINDS[kind]
    text = "A " + piece * (size // len(piece)) + " b"
    if kind.endswith(".html"):
        return HTML.format(text)
    if kind.endswith(".jsonl"):
        return json.dumps({"id": "a", "text": text, "published": "2025-06-13", "outlet": "Wire"})
    return text


def seconds(kind: str, size: int, parser: str) -> float:
    """Processor time from the file to the tables."""
    from toolkit.pipeline import build

    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent)
        (folder / kind).write_text(content(kind, size), encoding="utf-8")
        if not kind.endswith(".jsonl"):
            rows = f"file,outlet,title,published\n{kind},Wire,,2025-06-13\n"
            (folder / "manifest.csv").write_text(rows, encoding="utf-8")
        begun = time.process_time()
        build(folder / kind if kind.endswith(".jsonl") else folder, parser=parser, on="serial")
        return time.process_time() - begun


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}; all where none is named"
    )
    options.add_argument("--size", type=int, default=1_000_000)
    options.add_argument("--parser", default="light")
    given = options.parse_args()
    os.environ["TIMELINE_CACHE_LIMIT"] = "0"
    seconds("prose.txt", 1_000, given.parser)  # what is loaded once is no part of it
    bad = 0
    print(f"| {given.size:,} characters of | s | growth |\n|---|---|---|")
    for kind in given.kinds or KINDS:
        short, long = (seconds(kind, size, given.parser) for size in (given.size // 4, given.size))
        growth = math.log(long / short, 4)
        bad += long > LIMIT * given.size / 1e6 or (growth > STEEP and long > 1)
        print(f"| {kind} | {long:.1f} | {growth:.2f} |", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
