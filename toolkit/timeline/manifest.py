"""What `run.json` says of the files beside it: of which run they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from toolkit.timeline.files import sha256

MANIFEST = "run.json"


def manifest(folder: str | Path) -> dict[str, Any]:
    """The manifest of the run in a folder; empty where there is none that can be read.

    >>> manifest("no-such-folder")
    {}
    """
    try:
        told = json.loads(Path(folder, MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def is_dataset(path: Any) -> bool:
    """Whether a dataset (`toolkit.stored`) is at a path.

    >>> is_dataset("no-such-folder")
    False
    """
    return isinstance(path, str | Path) and "dataset" in manifest(path)


def manifest_last(folder: Path) -> list[str]:
    """The names in the folder of a run as they are put in place: the manifest never speaks of what is not there."""
    return sorted((each.name for each in folder.iterdir()), key=lambda name: (name == MANIFEST, name))


def outputs(folder: str | Path) -> dict[str, str]:
    """The SHA-256 of each file that the run in a folder has left, by its name; empty where there is no run.

    >>> outputs("no-such-folder")
    {}
    """
    told = manifest(folder).get("outputs")
    return {str(name): str(digest) for name, digest in told.items()} if isinstance(told, dict) else {}


def refuse_other_run(file: Path) -> None:
    """Raise ValueError for a file that is not the one which the manifest beside it was written with; any other is as
    good as its folder.

    >>> refuse_other_run(Path("no-such-folder/events.csv"))
    """
    digest = outputs(file.parent).get(file.name)
    if digest is not None and digest != sha256(file):
        raise ValueError(
            f"{file}: is not the file that {MANIFEST} beside it names: a run was stopped while it wrote, or the "
            "file was changed since; build again, or name the file itself to use it as it is"
        )
