"""What lies in the folder of a corpus, and what only a link there leads to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from toolkit.corpus.decoding import clean
from toolkit.model import Quarantined

FOLLOW = "put the file itself there, or use --follow-links"
NOTES = ("readme", "license", "licence", "changelog")
"""Files that speak of the folder that they lie in, without their endings."""


def label(path: Path, folder: Path) -> str:
    """How messages and tables call a file of a corpus: its path in the folder, always printable."""
    return clean(path.relative_to(folder).as_posix())


def leads_out(path: Path, folder: Path) -> bool:
    """Whether a path in a folder lies elsewhere once its links are followed; none is opened.

    >>> leads_out(Path("corpus/a.txt"), Path("corpus"))
    False
    """
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def beside(folder: Path, names: tuple[str, ...], follow: bool) -> tuple[dict[str, Path], list[Quarantined]]:
    """The tables that a corpus brings of its own, by their names, and a line for each that can't be opened."""
    found: dict[str, Path] = {}
    problems = []
    for name in names if folder.is_dir() else ():
        path = folder / name
        if not os.path.lexists(path):
            continue
        if reason := unusable(path, folder, follow):
            problems.append(Quarantined(name, "", f"{reason} (the run goes on without it)"))
        else:
            found[name] = path
    return found, problems


def unusable(path: Path, folder: Path, follow: bool) -> str:
    """Why a file can't be opened, empty where it can."""
    if not follow and leads_out(path, folder):
        return f"is a link that leads out of the corpus folder: {FOLLOW}"
    try:
        if not path.is_file():
            return "is no file that can be opened: put the file itself there or remove it"
        with path.open("rb"):
            return ""
    except OSError as error:
        return f"can't be opened: {error.strerror}"


def walk(folder: Path, follow: bool, passed: Callable[[Path], bool]) -> Iterator[Path | Quarantined]:
    """The files in a folder and in the folders below it, each folder's own first and by name; those that are `passed`
    over are left out, and a folder that a link makes of another is read once. A folder to which a link leads out is
    named, and so is one that can't be opened.
    """
    seen = {os.path.realpath(folder)}
    rest = [folder]
    while rest:
        place = rest.pop()
        try:
            items = sorted(each for each in place.iterdir() if not passed(each))
        except OSError as error:
            if place == folder:
                raise
            yield Quarantined(label(place, folder), "", f"can't be opened: {error.strerror}")
            continue
        below = []
        for each in items:
            if not os.path.isdir(each):  # noqa: PTH112  Path.is_dir raises where it may not look
                yield each
            elif not follow and leads_out(each, folder):
                reason = f"is a link that leads out of the corpus folder: {FOLLOW}"
                yield Quarantined(label(each, folder), "", reason)
            elif (real := os.path.realpath(each)) not in seen:
                seen.add(real)
                below.append(each)
        rest += reversed(below)
