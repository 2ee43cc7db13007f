"""A run that publishes small files, and what its readers see: apart, so that a process for it starts quickly."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import sys
from pathlib import Path

from toolkit.timeline.swap import publishing

NAMES = [f"{number}.csv" for number in range(3)]


def publish(folder: str | Path, version: str, names: list[str] = NAMES) -> None:
    """A run that writes its version into each file."""
    with publishing(folder) as new:
        for name in names:
            (new / name).write_text(version, encoding="utf-8")
        digest = hashlib.sha256(version.encode()).hexdigest()
        (new / "run.json").write_text(json.dumps({"outputs": dict.fromkeys(names, digest)}), encoding="utf-8")


def version(folder: Path) -> str:
    """The version of a folder, which is that of each of its files."""
    handle = os.open(folder, os.O_RDONLY)  # one and the same folder for all that is read
    try:
        found = {}
        for name in (*NAMES, "run.json"):
            with open(os.open(name, os.O_RDONLY, dir_fd=handle), encoding="utf-8") as file:  # noqa: PTH123
                found[name] = file.read()
    finally:
        os.close(handle)
    told = json.loads(found.pop("run.json"))["outputs"]
    assert len(set(found.values())) == 1, found
    assert {hashlib.sha256(text.encode()).hexdigest() for text in found.values()} == set(told.values())
    return found[NAMES[0]]


if __name__ == "__main__":
    for each in itertools.count():
        publish(sys.argv[1], f"{sys.argv[2]}{each}")
