"""What a run leaves in a folder: its tables, and a manifest that says out of what they were made.

All files are written into a folder beside, which then takes the place of the old one in one step: a run that is
stopped leaves the old outputs whole. Nothing in them tells the time: the same corpus gives the same bytes.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from toolkit import __version__
from toolkit.listing import ARTICLES, UNRESOLVED
from toolkit.names.sources import SOURCES, sources
from toolkit.timeline.conflicts import CONFLICTS
from toolkit.timeline.conflicts.together import POSITIONS
from toolkit.timeline.copies import COPIES
from toolkit.timeline.files import sha256, write_text
from toolkit.timeline.gaps import GAPS
from toolkit.timeline.hardened import HARDENED
from toolkit.timeline.ledger import LEDGER
from toolkit.timeline.manifest import MANIFEST, is_dataset, refuse_other_run
from toolkit.timeline.outlets import OUTLETS
from toolkit.timeline.storage import read_table, write_table
from toolkit.timeline.swap import publishing

if TYPE_CHECKING:
    from toolkit.pipeline import Result

# The packages that have a say in what the tables hold.
PACKAGES = ("dateparser", "htmldate", "lxml", "pandas", "pyarrow", "trafilatura")

_TABLES: dict[str, Callable[[Result], pd.DataFrame]] = {
    "events.csv": lambda result: result.events,
    "events.parquet": lambda result: result.events,
    "ledger.csv": lambda result: result.ledger,
    "sources.csv": lambda result: sources(result.events),
    "conflicts.csv": lambda result: result.conflicts,
    "positions.csv": lambda result: result.positions,
    "gaps.csv": lambda result: result.gaps,
    "outlets.csv": lambda result: result.outlets,
    "hardened.csv": lambda result: result.hardened,
    "copies.csv": lambda result: result.copies,
    "articles.csv": lambda result: result.articles,
    "unresolved.csv": lambda result: result.unresolved,
    "quarantine.csv": lambda result: pd.DataFrame(
        [(each.file, each.place, each.reason) for each in result.quarantine],
        columns=["file", "place", "reason"],
        dtype="str",
    ),
}


_DTYPES: dict[str, dict[str, str]] = {
    "ledger.csv": LEDGER,
    "sources.csv": SOURCES,
    "conflicts.csv": CONFLICTS,
    "positions.csv": POSITIONS,
    "gaps.csv": GAPS,
    "outlets.csv": OUTLETS,
    "hardened.csv": HARDENED,
    "copies.csv": COPIES,
    "articles.csv": ARTICLES,
    "unresolved.csv": UNRESOLVED,
    "quarantine.csv": {},
}
"""The tables beside the events, with the dtypes of their columns."""


def read_tables(folder: str | Path) -> dict[str, pd.DataFrame]:
    """The tables beside the events that a run has left in `folder`, by their names without ending, as far as they are
    there.

    Raises TableError for a file that is no such table, ValueError for one of another run than `run.json` beside it.

    >>> read_tables("no-such-folder")
    {}
    """
    found = {name: Path(folder, name) for name in _DTYPES if Path(folder, name).is_file()}
    for path in found.values():
        refuse_other_run(path)
    return {path.stem: read_table(path, _DTYPES[name]) for name, path in found.items()}


def write_tables(result: Result, out: str | Path, others: Iterable[str | Path] = ()) -> list[Path]:
    """Write the tables of a run and its manifest into the folder `out`, made where it is missing; their
    paths.

    `others` are files that the run has put into `out` already, to be named in the manifest too. Raises
    OSError where `out` cannot be written, ValueError where it is the folder of the corpus.
    """
    out = Path(out)
    refuse_corpus(result.corpus.path, out)
    hashes = {Path(path).relative_to(out).as_posix(): sha256(path) for path in others}
    with publishing(out) as staging:
        for name, table in _TABLES.items():
            write_table(table(result), staging / name)
            hashes[name] = sha256(staging / name)
        write_text(staging / MANIFEST, _json(describe(result, out) | {"outputs": hashes}))
    return [*(out / name for name in _TABLES), out / MANIFEST]


def refuse_corpus(corpus: str | Path, out: str | Path) -> None:
    """Raise ValueError where `out` is the folder of the corpus, whose files tables would be taken for.

    >>> refuse_corpus("corpus", "outputs")
    """
    if Path(corpus).resolve() == Path(out).resolve():
        raise ValueError(f"{out}: is the corpus itself; give another folder to write into")


def describe(result: Result, out: Path) -> dict[str, Any]:
    """Versions, inputs with their SHA-256, parameters and counts of a run that writes into `out`."""
    return {
        "corpus": result.corpus.name,
        "parameters": result.parameters,
        "counts": {
            "articles": len(result.articles),
            "mentions": len(result.events),
            "claims": len(result.ledger),
            "conflicts": len(result.conflicts),
            "copies": len(result.copies),
            "gaps": len(result.gaps),
            "unresolved": len(result.unresolved),
            "quarantined": len(result.quarantine),
        },
        "versions": versions(),
        "inputs": inputs(result.corpus.path, out, result.corpus.follow_links),
    }


def versions() -> dict[str, str]:
    """The versions of what has a say in the tables.

    >>> versions()["timeline-toolkit"] == __version__
    True
    """
    found = {package: version(package) for package in PACKAGES}
    return {"timeline-toolkit": __version__, "python": platform.python_version(), **found}


def inputs(path: Path, out: Path, follow_links: bool) -> dict[str, str | None]:
    """The SHA-256 of each file of a corpus by its name, None where it may not be read.

    What lies in `out` is none of it, and what a link leads to elsewhere only where links are followed.

    >>> inputs(Path("no-such-folder"), Path("outputs"), False)
    {}
    """
    if is_dataset(path):
        return {MANIFEST: _hash(path / MANIFEST)}  # which names its files with their own
    if path.is_file():
        return {_printable(path.name): _hash(path)}
    here, there = (os.path.realpath(each) for each in (path, out))
    found, seen = {}, set()
    for folder, folders, files in os.walk(path, followlinks=follow_links):
        real = os.path.realpath(folder)
        if real in seen or Path(real).is_relative_to(there):
            folders.clear()
            continue
        seen.add(real)
        folders[:] = [name for name in folders if not name.startswith(".")]
        for file in (Path(folder, name) for name in files if not name.startswith(".")):
            target = Path(os.path.realpath(file))
            if target.is_relative_to(here) or follow_links:
                found[_printable(file.relative_to(path).as_posix())] = _hash(file)
    return dict(sorted(found.items()))


def _hash(path: Path) -> str | None:
    try:
        return sha256(path) if path.is_file() else None
    except OSError:
        return None


def _printable(name: str) -> str:
    """A file's name as Unicode; bytes that are none are written with a backslash, so that names stay apart."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
