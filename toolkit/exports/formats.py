"""The formats, and `export`, which writes one. A format is a line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.exports import (
    flat,
    followthemoney,
    geojson,
    icalendar,
    kml,
    markdown,
    sqlite,
    timelinejs,
    timesketch,
    webannotations,
    xlsx,
)
from toolkit.exports.edition import edition
from toolkit.exports.entries import CLAIMS, MENTIONS
from toolkit.exports.making import Made, Order
from toolkit.timeline.files import replacing

EITHER, ROWS = (CLAIMS, MENTIONS), (MENTIONS, CLAIMS)
BOTH: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """The name of a format's file in a folder, what it is, what makes its bytes, and what of claims and mentions it can
    be asked for: the first where nothing is said, none where it holds both."""

    file: str
    what: str
    make: Callable[[Order], Made]
    of: tuple[str, ...]


FORMATS: dict[str, Format] = {
    "csv": Format("events.csv", "one table as CSV", flat.csv, ROWS),
    "parquet": Format("events.parquet", "one table as Parquet", flat.parquet, ROWS),
    "xlsx": Format("timeline.xlsx", "a workbook with a sheet for each table", xlsx.xlsx, BOTH),
    "datapackage": Format(
        "datapackage/datapackage.json", "a Frictionless Data Package of CSV files", flat.datapackage, BOTH
    ),
    "sqlite": Format("timeline.db", "a SQLite database, with metadata for Datasette", sqlite.sqlite, BOTH),
    "followthemoney": Format(
        "entities.ftm.json", "FollowTheMoney entities for Aleph", followthemoney.followthemoney, BOTH
    ),
    "annotations": Format(
        "annotations.jsonld", "W3C Web Annotations", webannotations.webannotations, (MENTIONS,)
    ),
    "timesketch": Format("timesketch.jsonl", "JSON Lines for Timesketch", timesketch.timesketch, ROWS),
    "timelinejs": Format("timelinejs.json", "slides for TimelineJS 3", timelinejs.timelinejs, EITHER),
    "icalendar": Format("timeline.ics", "a calendar", icalendar.icalendar, EITHER),
    "geojson": Format("timeline.geojson", "points for a map", geojson.geojson, EITHER),
    "kml": Format("timeline.kml", "points with time spans for Google Earth", kml.kml, EITHER),
    "markdown": Format("brief.md", "a brief in Markdown", markdown.markdown, EITHER),
}


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, the one that was asked for first, and sentences on what is and is not in them."""

    files: tuple[Path, ...]
    told: tuple[str, ...]


def export(source: Any, to: str, path: str | Path, of: str = "", name: str = "timeline") -> Written:
    """Write the format `to` of what `tk.build` gives, of linked events, or of a mapping of tables by name.

    Into a folder it goes under its own name. `of` is "claims" or "mentions" where the format has the choice; `name`
    titles it where the source has no name. Raises ValueError for a format that is not known or has no such choice.

    >>> from tempfile import TemporaryDirectory
    >>> from toolkit.timeline.link import link
    >>> from toolkit.timeline.table import to_frame
    >>> with TemporaryDirectory() as folder:
    ...     written = export(link(to_frame([])), "geojson", folder)
    >>> written.files[0].name, written.told
    ('timeline.geojson', ('All of 0 claims are written.',))
    """
    if to not in FORMATS:
        raise ValueError(f"export: the format {to!r} is not known; choose of {', '.join(FORMATS)}")
    wanted = FORMATS[to]
    if of and of not in wanted.of:
        choice = f"holds {wanted.of[0]} alone" if wanted.of else "holds claims and mentions both"
        raise ValueError(f"export: {to} {choice}; leave {of!r} out")
    target = Path(path) / wanted.file if Path(path).is_dir() else Path(path)
    made = wanted.make(Order(edition(source, name), of or next(iter(wanted.of), ""), target.stem))
    files = {target: made.content, **{target.parent / each: one for each, one in made.beside.items()}}
    with ExitStack() as stack:
        for file, content in files.items():
            stack.enter_context(replacing(file)).write_bytes(content)
    return Written(tuple(files), tuple(made.left.sentences()))
