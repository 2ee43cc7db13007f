"""`timeline new`, `add` and `watch`: a corpus is begun, grows, and is reported again when it changed."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.commands import DONE
from toolkit.commands.terminal import count, failures, plain

if TYPE_CHECKING:
    import pandas as pd

    from toolkit.collecting.add import Added
    from toolkit.corpus.reading import Corpus


def new(options: argparse.Namespace) -> int:
    """Make an empty corpus with its tables to fill."""
    from toolkit.collecting.begin import begin

    for path in begin(options.name):
        print(plain(path))
    print(plain(f"{options.name}: begun; timeline add {options.name} FILE, FOLDER or URL takes articles in"))
    return DONE


def add(options: argparse.Namespace) -> int:
    """Take files, folders and pages into a corpus; what was not taken goes to standard error."""
    from toolkit.collecting.add import add as taken

    return _told(options.corpus, taken(options.corpus, options.named))


def _told(corpus: str, added: Added) -> int:
    """Print what was added, what was there already, and which new articles repeat others."""
    evidence = {row["file"]: row["evidence"] for row in added.rows}
    for file in added.files:
        print(plain(f"{file}: {evidence[file]}"))
    for line in added.known:
        print(plain(line))
    problems: list[object] = list(added.problems)
    if added.files:
        from toolkit.corpus.reading import read_corpus

        read = read_corpus(corpus)
        told = {(each.file, each.reason) for each in added.problems}
        problems += [
            each
            for each in read.quarantine
            if each.file in added.files and (each.file, each.reason) not in told
        ]
        for line in _copies(read, set(added.files)):
            print(plain(line))
    print(plain(f"{corpus}: {count(len(added.files), 'file')} added, {count(len(problems), 'problem')}"))
    return failures(problems)


def _copies(read: Corpus, files: set[str]) -> list[str]:
    """A line for each article of some files that repeats another, or is repeated."""
    from toolkit import record

    new = {article.id for article in read if article.file in files}
    found = record.copies(read).to_dict("records")
    return [
        f"{row['article_id']}: {row['relation']} of {row['of']} ({row['share']:.0%} of its sentences, "
        f"{row['of_share']:.0%} of the other's)"
        for row in found
        if row["article_id"] in new or row["of"] in new
    ]


def watch(options: argparse.Namespace) -> int:
    """Report a corpus again whenever it changed, and say what is new in the edition; until it is stopped, or once."""
    from toolkit.collecting.add import unlisted

    out = Path(options.out) if options.out else Path("outputs") / Path(options.corpus).resolve().name
    status = DONE
    seen: dict[str, str | None] | None = _seen(out)
    while True:
        if Path(options.corpus).is_dir():
            entered = unlisted(options.corpus)
            if entered.files:
                status = max(status, _told(options.corpus, entered))
        now = _hashes(options.corpus, out, options.follow_links)
        if now != seen:
            if seen is not None:
                _changes(seen, now)
            status = _edition(options, out)
            seen = now
        if options.once:
            return status
        time.sleep(options.every)


def _edition(options: argparse.Namespace, out: Path) -> int:
    """Make the report, or the tables alone, and print what differs from the edition before."""
    from toolkit.commands import report, tables
    from toolkit.commands.parsing import parser
    from toolkit.report.several import Order
    from toolkit.timeline.diff import as_text
    from toolkit.timeline.diff import diff as changes

    before = _events(out)
    reading = {"follow_links": options.follow_links, "columns": options.columns}
    if options.tables:
        run = parser().parse_args(["build", options.corpus, "--out", str(out), "--parser", options.parser])
        status = tables.build(argparse.Namespace(**{**vars(run), **reading}))
    else:
        asked = {name: value for name, value in reading.items() if value}
        made = report.one(Order(options.corpus, out, {**asked, "parser": options.parser}))
        status = failures(made.failures)
    after = _events(out)
    if before is not None and after is not None:
        print("\n".join(map(plain, as_text(changes(before, after)).splitlines())), flush=True)
    return status


def _events(out: Path) -> pd.DataFrame | None:
    from toolkit.commands.tables import events_of

    return events_of(str(out)) if (out / "run.json").is_file() else None


def _hashes(corpus: str, out: Path, follow: bool) -> dict[str, str | None]:
    from toolkit.outputs import inputs

    return inputs(Path(corpus), out, follow)


def _seen(out: Path) -> dict[str, str | None] | None:
    """The hashes of what the last edition was made from."""
    try:
        found: dict[str, str | None] = json.loads((out / "run.json").read_text(encoding="utf-8"))["inputs"]
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return found


def _changes(before: dict[str, str | None], now: dict[str, str | None]) -> None:
    for word, names in (
        ("new", now.keys() - before.keys()),
        ("changed", {name for name in now.keys() & before.keys() if now[name] != before[name]}),
        ("gone", before.keys() - now.keys()),
    ):
        for name in sorted(names):
            print(plain(f"{word}: {name}"), flush=True)
