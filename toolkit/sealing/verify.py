"""Checking a sealed edition: its files against their sums, and its tables against those made anew."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import pandas as pd

from toolkit.sealing.layout import FORMAT, LOCK, MANIFEST, TABLES
from toolkit.sealing.seal import SETTABLE, environment, listed, rebuilt
from toolkit.sealing.unpack import SealError, free, unpack
from toolkit.timeline.files import sha256
from toolkit.timeline.manifest import MANIFEST as RUN
from toolkit.timeline.storage import csv_lines, read_table

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Difference:
    """One file that is not as it was sealed: in the archive, or when it is made anew."""

    file: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.what}"


@dataclass(slots=True)
class Verdict:
    """What was checked and what differs. `rebuilt` says whether the tables were made anew, `sha256` is the archive's;
    `notes` are what differs without a table being another: packages, and the bytes of a table of the same rows."""

    name: str
    sha256: str
    files: int = 0
    tables: int = 0
    rebuilt: bool = False
    differences: list[Difference] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def same(self) -> bool:
        return not self.differences


def verify(file: str | Path, rebuild: bool = True, progress: Progress | None = None) -> Verdict:
    """Compare a sealed edition with itself: every file with its sum, then the tables with those that its articles give.

    Where files differ nothing is made of them. Nothing is written beside the archive, and nothing in it is run. Raises
    SealError (a ValueError) for what is no sealed edition or cannot be unpacked safely.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "sealed")
        root.mkdir()
        unpack(file, root, free(root))
        manifest = _manifest(file, root)
        verdict = Verdict(manifest["name"], sha256(file), files=len(manifest["files"]))
        verdict.differences += _files(root, manifest["files"])
        if rebuild and verdict.same:
            verdict.notes += _packages((root / LOCK).read_text(encoding="utf-8").splitlines())
            old = (root / TABLES).rename(Path(folder, "old"))
            result = rebuilt(root, manifest["name"], manifest["arguments"], progress)
            verdict.rebuilt = True
            _tables(verdict, old, root / TABLES)
            verdict.notes += [f"{each} (as when it was sealed)" for each in result.quarantine]
    return verdict


def _manifest(file: str | Path, root: Path) -> dict[str, Any]:
    try:
        told = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
    except OSError:
        raise SealError(f"{file}: is no sealed edition: it holds no {MANIFEST}") from None
    except (ValueError, RecursionError):
        raise SealError(f"{file}: its {MANIFEST} is no JSON") from None
    told = told if isinstance(told, dict) else {}
    if told.get("format") != FORMAT:
        raise SealError(
            f"{file}: is of the format {told.get('format')!r}, and {FORMAT} is read; renew the toolkit"
        )
    for key, kind in {"name": str, "arguments": dict, "files": dict}.items():
        if not isinstance(told.get(key), kind):
            raise SealError(f"{file}: its {MANIFEST} has no {key}")
    if not all(isinstance(each, dict) for each in told["files"].values()):
        raise SealError(f"{file}: its {MANIFEST} has no sums of its files")
    # Nothing of these may lead out of the folder that it was unpacked into.
    themes = told["arguments"].get("themes", [])
    if not isinstance(themes, list) or not all(map(_name, [told["name"], *themes])):
        raise SealError(f"{file}: its {MANIFEST} names a corpus or a theme elsewhere")
    if other := sorted(told["arguments"].keys() - set(SETTABLE)):
        raise SealError(f"{file}: its {MANIFEST} has the argument {other[0]!r}, which is not known")
    return told


def _name(text: Any) -> bool:
    return isinstance(text, str) and text not in ("", ".", "..") and PurePosixPath(text).name == text


def _files(root: Path, sums: dict[str, Any]) -> Iterator[Difference]:
    there = [name for name in listed(root) if name != MANIFEST]
    for name in sorted({*sums, *there}):
        path = root / name
        if name not in sums:
            yield Difference(name, f"is not in {MANIFEST}: it was added")
        elif name not in there:
            yield Difference(name, "is missing")
        elif sha256(path) != sums[name].get("sha256"):
            sizes = f"{path.stat().st_size:,} bytes instead of {sums[name].get('bytes', 0):,}"
            yield Difference(name, f"was changed ({sizes})")


def _packages(sealed: list[str]) -> Iterator[str]:
    then, now = (
        dict(line.split("==", 1) for line in lines if "==" in line) for lines in (sealed, environment())
    )
    for name in sorted({*then, *now}):
        if then.get(name) != now.get(name):
            yield f"{name}: {then.get(name, 'none')} when it was sealed, {now.get(name, 'none')} here"


def _tables(verdict: Verdict, old: Path, new: Path) -> None:
    names = sorted({path.name for folder in (old, new) for path in folder.iterdir()} - {RUN})
    verdict.tables = len(names)
    for name in names:
        if not (old / name).is_file() or not (new / name).is_file():
            made = "now" if (new / name).is_file() else "then"
            verdict.differences.append(Difference(f"{TABLES}/{name}", f"was made only {made}"))
        elif sha256(old / name) != sha256(new / name):
            if what := _parted(read_table(old / name, {}), read_table(new / name, {})):
                verdict.differences.append(Difference(f"{TABLES}/{name}", what))
            else:
                verdict.notes.append(f"{TABLES}/{name}: the same rows in other bytes")


def _parted(old: pd.DataFrame, new: pd.DataFrame) -> str:
    """In what two tables part, in numbers; empty where they hold the same rows in the same order."""
    before, after = (list(csv_lines(frame)) for frame in (old, new))
    if before == after:
        return ""
    if list(old.columns) != list(new.columns):
        gone, come = (
            sorted({*one} - {*two}) for one, two in ((old.columns, new.columns), (new.columns, old.columns))
        )
        told = [f"without {', '.join(gone)}" if gone else "", f"with {', '.join(come)}" if come else ""]
        return f"has other columns ({', '.join(filter(None, told)) or 'in another order'})"
    then, now = Counter(before), Counter(after)
    lost, found = (sum((one - two).values()) for one, two in ((then, now), (now, then)))
    rows = (
        f"{len(new):,} rows instead of {len(old):,}"
        if len(new) != len(old)
        else f"{len(new):,} rows as before"
    )
    if not lost and not found:
        return f"{rows}, in another order"
    columns = []
    if len(old) == len(new):
        columns = [
            str(name) for name in old.columns if not old[name].astype("str").equals(new[name].astype("str"))
        ]
    where = f"; columns that differ: {', '.join(columns)}" if columns else ""
    return f"{rows}, {lost:,} of them gone and {found:,} new{where}"
