"""What lies in the folder of a corpus, and what only a link there leads to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from toolkit.corpus.documents import label
from toolkit.model import Quarantined

FOLLOW = "put the file itself there, or use --follow-links"


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


def entries(folder: Path, places: tuple[Path, ...], follow: bool) -> Iterator[Path | Quarantined]:
    """What stands in the places of a corpus folder, by name; a place that a link makes of another is read once."""
    seen = set()
    for place in places:
        real = os.path.realpath(place)
        if not os.path.lexists(place) or real in seen:
            continue
        seen.add(real)
        if not follow and leads_out(place, folder):
            yield Quarantined(
                label(place, folder), "", f"is a link that leads out of the corpus folder: {FOLLOW}"
            )
            continue
        try:
            yield from sorted(place.iterdir())
        except NotADirectoryError:
            continue
        except OSError as error:
            if place == folder:
                raise
            yield Quarantined(label(place, folder), "", f"can't be opened: {error.strerror}")
