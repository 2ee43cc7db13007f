"""What is new since an earlier edition of the report, read from the tables that it left."""

from __future__ import annotations

from pathlib import Path

from toolkit.report.heading import Built
from toolkit.timeline.edition import UNCHANGED, since_last
from toolkit.timeline.manifest import refuse_other_run
from toolkit.timeline.storage import read_events

EVENTS = ("events.parquet", "events.csv")
OTHER = "An earlier edition is there, but its table cannot be compared with this one."


def edition(folder: str | Path) -> Path | None:
    """The event table of the edition in `folder`; None where there is none.

    >>> edition("no-such-folder") is None
    True
    """
    return next((path for name in EVENTS if (path := Path(folder) / name).is_file()), None)


def news(result: Built, folder: str | Path) -> str:
    """What is new over the edition in `folder`, in a sentence; empty where nothing is, or none is given.

    Raises ValueError where a folder is given that holds no event table.
    """
    if not folder:
        return ""
    if (path := edition(folder)) is None:
        raise ValueError(f"{folder}: holds no edition; name a folder with events.parquet or events.csv in it")
    try:
        refuse_other_run(path)
        told = since_last(read_events(path), result.events)
    except ValueError:  # of another version, or of a run that never finished
        return OTHER
    return "" if told == UNCHANGED else told
