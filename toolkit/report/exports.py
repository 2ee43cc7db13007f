"""The event table for other programs: one function per format, each from rows to bytes.

An exporter is a line in `EXPORTERS`. Days stay days: what is open or a month wide is written as such where the
format can say so, and is left out (never filled in) where it cannot.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.charts.words import clean, day_text
from toolkit.timeline.files import replacing
from toolkit.timeline.storage import disarm, write_table
from toolkit.timeline.table import records

FOLD = 75  # octets in a line of an iCalendar file, RFC 5545 section 3.1


@dataclass(frozen=True, slots=True)
class Exporter:
    """The name of the file that is written into a folder, and what writes it."""

    file: str
    write: Callable[[pd.DataFrame, Path], None]


def export(events: pd.DataFrame, to: str, path: str | Path) -> Path:
    """Write the event table in the format `to`; into a folder under the format's own name. Returns the file.

    Raises ValueError naming the known formats for another one.
    """
    if to not in EXPORTERS:
        raise ValueError(f"export: the format {to!r} is not known; choose of {', '.join(EXPORTERS)}")
    exporter = EXPORTERS[to]
    target = Path(path) / exporter.file if Path(path).is_dir() else Path(path)
    with replacing(target) as temporary:
        exporter.write(events, temporary)
    return target


def _table(suffix: str) -> Callable[[pd.DataFrame, Path], None]:
    def write(events: pd.DataFrame, path: Path) -> None:
        named = path.with_suffix(suffix)  # the table's writer chooses the format by the ending
        write_table(events, named)
        if named != path:
            named.replace(path)

    return write


def _bytes(make: Callable[[pd.DataFrame], bytes]) -> Callable[[pd.DataFrame, Path], None]:
    def write(events: pd.DataFrame, path: Path) -> None:
        path.write_bytes(make(events))

    return write


def xlsx(events: pd.DataFrame) -> bytes:
    """A workbook with one sheet; text is written as text, so that no cell is run as a formula."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    sheet = book.create_sheet("events")
    sheet.freeze_panes = "A2"

    def cell(value: Any) -> Any:
        if pd.isna(value):
            return None
        if isinstance(value, pd.Timestamp) and value.year < 1900:
            return value.isoformat()[:10]  # before the first day that a workbook can count
        if isinstance(value, pd.Timestamp):
            made = WriteOnlyCell(sheet, value.to_pydatetime())
            made.number_format = "yyyy-mm-dd"
            return made
        if isinstance(value, str):
            text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value).encode("utf-8", "replace").decode()
            made = WriteOnlyCell(sheet, disarm(text))
            made.data_type = "s"
            return made
        return value.item() if hasattr(value, "item") else value

    sheet.append(list(events.columns))
    for row in events.itertuples(index=False):
        sheet.append([cell(value) for value in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def timelinejs(events: pd.DataFrame) -> bytes:
    """JSON for Knight Lab's TimelineJS 3: one slide per row with a day, the claimant's side as group."""
    slides = [
        {
            "start_date": _date(row["event_start"] if _known(row["event_start"]) else row["event_end"]),
            **({"end_date": _date(row["event_end"])} if _known(row["event_end"]) else {}),
            "text": {"headline": _html(_headline(row)), "text": _html(_story(row))},
            "display_date": day_text(row["event_start"], row["event_end"], row["event_grain"]),
            "group": _html(row["claimant_side"] or row["outlet"]),
            "unique_id": row["mention_id"],
        }
        for row in _dated(events)
    ]
    return _json({"events": slides})


def geojson(events: pd.DataFrame) -> bytes:
    """A FeatureCollection (RFC 7946) of the rows with coordinates; longitude first."""
    features = [
        {
            "type": "Feature",
            "id": row["mention_id"],
            "geometry": {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]},
            "properties": {
                name: _plain(row[name])
                for name in row
                if name not in ("mention_id", "latitude", "longitude", "start", "end")
            },
        }
        for row in records(events)
        if _known(row["latitude"]) and _known(row["longitude"])
    ]
    return _json({"type": "FeatureCollection", "features": features})


def icalendar(events: pd.DataFrame) -> bytes:
    """An iCalendar file (RFC 5545) with one all-day event per row whose days are both known."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline-toolkit//events//EN", "CALSCALE:GREGORIAN"]
    for row in _dated(events):
        if _known(row["event_start"]) and _known(row["event_end"]):
            # A stamp is required; the day of publication stands in for it, because no clock is read.
            stamp = row["published"] if _known(row["published"]) else row["event_end"]
            lines += [
                "BEGIN:VEVENT",
                f"UID:{_escaped(row['mention_id'])}@timeline-toolkit",
                f"DTSTAMP:{_figures(stamp)}T000000Z",
                f"DTSTART;VALUE=DATE:{_figures(row['event_start'])}",
                f"DTEND;VALUE=DATE:{_figures(row['event_end'] + pd.Timedelta(days=1))}",
                f"SUMMARY:{_escaped(_headline(row))}",
                f"DESCRIPTION:{_escaped(_story(row))}",
                *([f"LOCATION:{_escaped(row['place'])}"] if row["place"] else []),
                f"CATEGORIES:{_escaped(row['theme'])},{_escaped(row['standing'])}",
                "END:VEVENT",
            ]
    lines.append("END:VCALENDAR")
    return b"".join(part for line in lines for part in _folded(line))


def _folded(line: str) -> Iterator[bytes]:
    """A content line in pieces of at most 75 octets, never within a character; the later ones after a space."""
    piece = b""
    for character in line:
        octets = character.encode("utf-8", "replace")
        if len(piece) + len(octets) > FOLD:
            yield piece + b"\r\n"
            piece = b" "
        piece += octets
    yield piece + b"\r\n"


def _escaped(text: str) -> str:
    line = clean(text, 2000)
    return line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _html(text: str) -> str:
    """TimelineJS puts its texts into the page as markup."""
    import html

    return html.escape(clean(text, 2000))


def _headline(row: dict[str, Any]) -> str:
    what = ", ".join(part for part in (row["kind"], row["place"]) if part) or "claim"
    return f"{what} ({row['standing']})"


def _story(row: dict[str, Any]) -> str:
    # An outlet may speak for itself; it is named once.
    source = ", ".join(dict.fromkeys(name for name in (row["claimant"], row["outlet"]) if name))
    return " ".join(part for part in (f"“{row['quote']}”", source and f"{source}.", row["event_why"]) if part)


def _date(day: pd.Timestamp) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _figures(day: pd.Timestamp) -> str:
    """A day in eight figures; `strftime` writes a year before 1000 in fewer."""
    return day.isoformat()[:10].replace("-", "")


def _known(value: Any) -> bool:
    return not pd.isna(value)


def _dated(events: pd.DataFrame) -> Iterator[dict[str, Any]]:
    return (row for row in records(events) if _known(row["event_start"]) or _known(row["event_end"]))


def _plain(value: Any) -> Any:
    if pd.isna(value):
        return None
    return value.isoformat()[:10] if isinstance(value, pd.Timestamp) else value


def _json(value: Any) -> bytes:
    # ASCII alone: a lone surrogate of a broken text would be no UTF-8.
    return (json.dumps(value, ensure_ascii=True, allow_nan=False, indent=1) + "\n").encode("ascii")


EXPORTERS: dict[str, Exporter] = {
    "csv": Exporter("events.csv", _table(".csv")),
    "parquet": Exporter("events.parquet", _table(".parquet")),
    "xlsx": Exporter("events.xlsx", _bytes(xlsx)),
    "timelinejs": Exporter("timeline.json", _bytes(timelinejs)),
    "icalendar": Exporter("events.ics", _bytes(icalendar)),
    "geojson": Exporter("events.geojson", _bytes(geojson)),
}
