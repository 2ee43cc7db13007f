"""The exporters: each file is of its kind, says no more than the table, and runs nothing when opened."""

import json
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from tests.charts.stories import hostile, story
from toolkit.report.exports import EXPORTERS, export
from toolkit.timeline.storage import read_events


@pytest.mark.parametrize("to", list(EXPORTERS))
def test_every_format_is_written_whole_into_a_folder_or_a_file(tmp_path: Path, to: str) -> None:
    path = export(hostile(), to, tmp_path)
    assert path == tmp_path / EXPORTERS[to].file
    assert export(hostile(), to, tmp_path / "named.file").read_bytes()
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([EXPORTERS[to].file, "named.file"])


def test_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the format 'doc' is not known; choose of csv, parquet, xlsx"):
        export(story(), "doc", tmp_path)


@pytest.mark.parametrize("to", ["csv", "parquet"])
def test_tables_come_back_equal(tmp_path: Path, to: str) -> None:
    pd.testing.assert_frame_equal(read_events(export(hostile(), to, tmp_path)), hostile())


def test_a_workbook_has_days_as_days_and_no_formulas(tmp_path: Path) -> None:
    events = story()
    events.loc[0, "outlet"] = "=HYPERLINK(1)"
    sheet = openpyxl.load_workbook(export(events, "xlsx", tmp_path))["events"]
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == list(events.columns)
    assert len(rows) == len(events) + 1
    assert not any(cell.data_type == "f" for row in rows for cell in row)
    first = dict(zip(events.columns, (cell.value for cell in rows[1]), strict=True))
    assert first["event_start"] == datetime(2025, 6, 8)
    assert first["outlet"] == "'=HYPERLINK(1)"
    assert first["negated"] is False


def test_days_before_the_year_1000_have_four_figures_of_a_year(tmp_path: Path) -> None:
    events = story().iloc[[0]].reset_index(drop=True)
    events.loc[0, ["event_start", "event_end"]] = pd.Timestamp(datetime(800, 12, 25))
    events.loc[0, ["latitude", "longitude"]] = [48.0, 36.0]
    calendar = export(events, "icalendar", tmp_path).read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:08001225" in calendar
    assert "DTEND;VALUE=DATE:08001226" in calendar
    feature = json.loads(export(events, "geojson", tmp_path).read_bytes())["features"][0]
    assert feature["properties"]["event_start"] == "0800-12-25"
    sheet = openpyxl.load_workbook(export(events, "xlsx", tmp_path))["events"]
    assert sheet.cell(2, list(events.columns).index("event_start") + 1).value == "0800-12-25"


def test_timelinejs_has_a_slide_for_each_row_with_a_day(tmp_path: Path) -> None:
    slides = json.loads(export(hostile(), "timelinejs", tmp_path).read_bytes())["events"]
    assert len(slides) == 5
    for slide in slides:
        assert set(slide["start_date"]) == {"year", "month", "day"}
        assert "<" not in json.dumps(slide["text"])
    shown = {slide["display_date"] for slide in slides}
    assert {"March 2025", "by 8 June 2025", "since 12 June 2025"} <= shown
    open_end = next(slide for slide in slides if slide["display_date"] == "since 12 June 2025")
    assert "end_date" not in open_end


def test_who_speaks_is_named_once(tmp_path: Path) -> None:
    events = story()
    events.loc[events["outlet"] == "Courier", "claimant"] = ["Courier", ""]
    slides = json.loads(export(events, "timelinejs", tmp_path).read_bytes())["events"]
    told = [slide["text"]["text"].partition("”")[2] for slide in slides]
    assert told.count(" Courier.") == 2
    assert " police, Chronicle." in told


def test_a_calendar_is_folded_and_leaves_out_what_is_open(tmp_path: Path) -> None:
    raw = export(hostile(), "icalendar", tmp_path).read_bytes()
    lines = raw.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert b"\n" not in raw.replace(b"\r\n", b"")
    unfolded = raw.replace(b"\r\n ", b"").decode()
    assert unfolded.count("BEGIN:VEVENT") == 3
    assert "DTSTART;VALUE=DATE:20250301\r\nDTEND;VALUE=DATE:20250401" in unfolded
    assert all(line.split(":")[0].split(";")[0].isupper() for line in unfolded.split("\r\n") if line)


def test_geojson_has_longitude_first_and_only_places_that_are_known(tmp_path: Path) -> None:
    found = json.loads(export(story(), "geojson", tmp_path).read_bytes())
    assert found["type"] == "FeatureCollection"
    (feature,) = found["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [35.0, 48.5]}
    assert feature["properties"]["event_start"] == "2025-06-12"
    assert feature["properties"]["event_end"] is None
