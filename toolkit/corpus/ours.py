"""What the toolkit itself has left in a folder, and is no article of it."""

from __future__ import annotations

import json
from pathlib import Path

MANIFEST = "run.json"
EXPORTED = (
    "annotations.jsonld",
    "brief.md",
    "datapackage",
    "entities.ftm.json",
    "timeline.db",
    "timeline.geojson",
    "timeline.ics",
    "timeline.kml",
    "timeline.metadata.json",
    "timeline.xlsx",
    "timelinejs.json",
    "timesketch.jsonl",
)
"""The names that exports have beside the tables of a run."""


def made_in(folder: Path) -> frozenset[str]:
    """The names in a folder that a run has written there, as its manifest lists them, or the folders that these lie
    in (those of a dataset); none without a manifest.

    >>> made_in(Path("no-such-folder"))
    frozenset()
    """
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        versions, outputs = told["versions"], told["outputs"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return frozenset()
    if not isinstance(versions, dict) or not isinstance(outputs, dict) or "timeline-toolkit" not in versions:
        return frozenset()
    return frozenset((*(name.partition("/")[0] for name in outputs), MANIFEST, *EXPORTED))


def holds_only_ours(folder: Path) -> bool:
    """Whether nothing is in a folder but what a run has written there."""
    made = made_in(folder)
    try:
        return bool(made) and all(each.name in made or each.name.startswith(".") for each in folder.iterdir())
    except OSError:
        return False
