"""The exports: each file is of its kind to a reader that is not ours, says what it leaves out, and runs nothing."""

import csv
import json
import re
import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import fastkml
import icalendar
import jsonschema
import mistune
import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest
from pyld import jsonld

from tests.charts.stories import HOSTILE, hostile, many, story
from tests.exports import profiles
from tests.growth import calls
from toolkit.corpus.reading import Corpus
from toolkit.exports.entries import NO_DAY, OPEN
from toolkit.exports.formats import FORMATS, export
from toolkit.model import Article
from toolkit.timeline.link import link
from toolkit.timeline.storage import read_events

ADDED = ["source_id", "link"]
BOTH = [name for name, each in FORMATS.items() if len(each.of) > 1]


def events() -> pd.DataFrame:
    """The story, linked, its articles with addresses."""
    frame = story()
    frame["url"] = "https://example.org/" + frame["article_id"]
    return link(frame)


def awkward() -> pd.DataFrame:
    """Hostile words in every text of a corpus, and addresses that no program should follow."""
    frame = hostile()
    frame["url"] = ["javascript:alert(1)", "https://example.org/a b\"'><script>"] * 3 + ["=1+1"]
    return link(frame)


def ancient() -> pd.DataFrame:
    frame = story().iloc[[0]].reset_index(drop=True)
    frame.loc[0, ["event_start", "event_end"]] = pd.Timestamp(datetime(800, 12, 25))
    frame.loc[0, ["latitude", "longitude"]] = [48.0, 36.0]
    return link(frame)


def text_of(frame: pd.DataFrame, to: str, folder: Path, of: str = "") -> str:
    return export(frame, to, folder, of).files[0].read_text(encoding="utf-8")


def read(frame: pd.DataFrame, to: str, folder: Path, of: str = "") -> Any:
    return json.loads(text_of(frame, to, folder, of))


# -- all formats


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_is_written_whole_and_the_same_each_time(tmp_path: Path, to: str) -> None:
    first = export(awkward(), to, tmp_path)
    assert first.files[0] == tmp_path / FORMATS[to].file
    before = {path.name: path.read_bytes() for path in first.files}
    assert {path.name: path.read_bytes() for path in export(awkward(), to, tmp_path).files} == before
    assert export(awkward(), to, tmp_path / "other" / "named.file").files[0].read_bytes()
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(".")]


@pytest.mark.parametrize("to", FORMATS)
def test_nothing_to_export_is_a_file_of_its_kind(tmp_path: Path, to: str) -> None:
    written = export(events().iloc[:0], to, tmp_path)
    assert written.files[0].is_file()
    assert "left out: " not in " ".join(written.told)


@pytest.mark.parametrize("to", BOTH)
def test_what_is_left_out_is_counted(tmp_path: Path, to: str) -> None:
    for of in ("claims", "mentions"):
        first = export(events(), to, tmp_path, of).told[0]
        total = 7 if of == "mentions" else events()["claim_id"].nunique()
        numbers = [int(number) for number in re.findall(r"\d+", first)]
        if first.startswith("All of"):
            assert numbers == [total]
        else:
            assert numbers[1] == total
            assert numbers[0] + sum(numbers[2:]) == total


@pytest.mark.parametrize(
    "to", ["timelinejs", "icalendar", "geojson", "kml", "markdown", "annotations", "sqlite"]
)
def test_a_format_that_can_says_itself_what_it_leaves_out(tmp_path: Path, to: str) -> None:
    written = export(events(), to, tmp_path)
    whole = written.files[0].read_bytes().decode("utf-8", "replace")
    unfolded = whole.replace("\r\n ", "").replace("\\;", ";").replace("\\,", ",")
    assert written.told[0] in unfolded


@pytest.mark.parametrize("to", ["sqlite", "timelinejs", "followthemoney"])
def test_work_grows_as_the_rows_do(tmp_path: Path, to: str) -> None:
    def large(number: int) -> pd.DataFrame:
        frame = many(number).assign(independent=True, url="https://example.org/")
        return frame.assign(claim_id=pd.array([f"c{row // 3}" for row in range(number)], dtype="str"))

    small, twice = large(60), large(120)
    export(small, to, tmp_path)
    work = calls(lambda: export(small, to, tmp_path))
    assert calls(lambda: export(twice, to, tmp_path)) < 2.3 * work


def test_another_format_or_choice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the format 'doc' is not known; choose of csv, parquet, xlsx"):
        export(events(), "doc", tmp_path)
    with pytest.raises(ValueError, match="xlsx holds claims and mentions both; leave 'claims' out"):
        export(events(), "xlsx", tmp_path, "claims")
    with pytest.raises(ValueError, match="annotations holds mentions alone; leave 'claims' out"):
        export(events(), "annotations", tmp_path, "claims")
    with pytest.raises(ValueError, match="no events among the tables"):
        export({"ledger": events()}, "csv", tmp_path)
    with pytest.raises(ValueError, match="link the events first"):
        export(story(), "csv", tmp_path)


# -- tables


@pytest.mark.parametrize("to", ["csv", "parquet"])
def test_tables_come_back_equal(tmp_path: Path, to: str) -> None:
    found = read_events(export(awkward(), to, tmp_path).files[0])
    pd.testing.assert_frame_equal(found[list(awkward().columns)], awkward())
    assert found.columns[-2:].tolist() == ADDED


def test_one_table_of_claims_or_mentions(tmp_path: Path) -> None:
    with export(events(), "csv", tmp_path, "claims").files[0].open(encoding="utf-8", newline="") as file:
        claims = list(csv.DictReader(file))
    assert len(claims) == events()["claim_id"].nunique()
    assert {"claim_id", "summary", "standings"} <= claims[0].keys()
    table = pyarrow.parquet.read_table(export(events(), "parquet", tmp_path, "mentions").files[0])
    assert table.num_rows == 7
    assert str(table.schema.field("event_start").type) == "timestamp[us]"


def test_no_cell_that_a_spreadsheet_opens_is_a_formula(tmp_path: Path) -> None:
    frame = awkward()
    for name in ("outlet", "quote", "claimant", "place", "title", "claimant_side", "kind", "theme", "actor"):
        frame[name] = "=HYPERLINK(1)"
    frame["end"] = frame["start"] + frame["quote"].str.len()
    book = openpyxl.load_workbook(export(frame, "xlsx", tmp_path).files[0])
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert not any(
        isinstance(cell.value, str) and cell.value[:1] in "=+-@\t\r\n" for cell in cells if cell.value
    )
    written = [
        *export(frame, "csv", tmp_path).files,
        *export(frame, "csv", tmp_path / "c.csv", "claims").files,
    ]
    written += [path for path in export(frame, "datapackage", tmp_path).files if path.suffix == ".csv"]
    for path in written:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                assert not any(cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") for cell in row if cell), (
                    path
                )


def test_a_workbook_has_a_sheet_for_each_table_and_cells_of_their_types(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(export(events(), "xlsx", tmp_path).files[0])
    assert book.sheetnames == ["about", "articles", "sources", "ledger", "events"]
    rows = list(book["events"].iter_rows())
    names = [str(cell.value) for cell in rows[0]]
    assert names[-2:] == ADDED
    assert len(rows) == 8
    first = dict(zip(names, (cell.value for cell in rows[1]), strict=True))
    assert first["event_start"] == datetime(2025, 6, 8)
    assert (first["negated"], first["start"]) == (False, 0)
    assert first["link"].startswith("https://example.org/a#:~:text=The%20mill%20burned")
    assert book["events"].freeze_panes == "A2"
    told = [row[0] for row in book["about"].iter_rows(values_only=True)]
    assert "1 days of events before 1900 are written as text." in told or any(
        "before 1900" in str(t) for t in told
    )


def test_a_cell_that_holds_too_much_is_told(tmp_path: Path) -> None:
    frame = events()
    frame.loc[0, "quote"] = "x" * 40_000
    frame.loc[0, ["start", "end"]] = [0, 40_000]
    written = export(frame, "xlsx", tmp_path)
    assert "1 cells of events are cut to the 32,767 characters that a cell holds." in written.told


def test_a_data_package_fits_its_profile_and_its_files(tmp_path: Path) -> None:
    target = export(awkward(), "datapackage", tmp_path).files[0]
    package = json.loads(target.read_bytes())
    jsonschema.validate(package, profiles.DATA_PACKAGE)
    tables: dict[str, list[dict[str, str]]] = {}
    for resource in package["resources"]:
        path = target.parent / resource["path"]
        assert path.stat().st_size == resource["bytes"]
        with path.open(encoding="utf-8", newline="") as file:
            tables[resource["name"]] = list(csv.DictReader(file))
        fields = resource["schema"]["fields"]
        for row in tables[resource["name"]]:
            assert list(row) == [field["name"] for field in fields]
            for field in fields:
                if row[field["name"]]:
                    profiles.TYPES[field["type"]](row[field["name"]])
    keys = [
        (one["name"], key) for one in package["resources"] for key in one["schema"].get("foreignKeys", [])
    ]
    assert {(name, key["fields"]) for name, key in keys} >= {
        ("events", "article_id"),
        ("events", "claim_id"),
        ("events", "source_id"),
    }
    for name, key in keys:
        target_rows = tables[key["reference"]["resource"] or name]
        there = {row[key["reference"]["fields"]] for row in target_rows}
        assert {row[key["fields"]] for row in tables[name]} - {""} <= there


def test_a_database_has_keys_that_hold_and_finds_words(tmp_path: Path) -> None:
    target, metadata = export(awkward(), "sqlite", tmp_path).files
    with sqlite3.connect(target) as base:
        assert base.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert base.execute("pragma foreign_key_check").fetchall() == []
        keys = {row[3]: row[2] for row in base.execute("pragma foreign_key_list(events)")}
        assert keys["claim_id"] == "ledger"
        assert keys["article_id"] == "articles"
        found = base.execute(
            "select mention_id from events where rowid in (select rowid from events_fts where events_fts match ?)",
            ("brigade",),
        ).fetchall()
        assert [identity.split(":")[0] for (identity,) in found] == ["b"]
        types = {row[1]: row[2] for row in base.execute("pragma table_info(events)")}
        assert (types["start"], types["latitude"], types["quote"]) == ("INTEGER", "REAL", "TEXT")
        described = json.loads(metadata.read_bytes())["databases"]["timeline"]
        there = {name for (name,) in base.execute("select name from sqlite_master")}
        assert described["tables"].keys() <= there
        for query in described["queries"].values():
            base.execute(query["sql"], {"day": "2025-06-08", "words": "mill"}).fetchall()
    base.close()
    assert metadata.name == "timeline.metadata.json"


def test_rows_outside_of_a_selection_make_no_key(tmp_path: Path) -> None:
    frame = events()
    frame.loc[0, "answers"] = "elsewhere:0-1"
    written = export(frame, "sqlite", tmp_path)
    assert "events.answers is no foreign key: it names rows outside of this selection." in written.told
    with sqlite3.connect(written.files[0]) as base:
        assert base.execute("select answers from events").fetchone() == ("elsewhere:0-1",)
    base.close()


# -- what has entries


def test_days_before_the_year_1000_have_four_figures_of_a_year(tmp_path: Path) -> None:
    calendar = icalendar.Calendar.from_ical(export(ancient(), "icalendar", tmp_path).files[0].read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(800, 12, 25), date(800, 12, 26))
    assert "DTSTART;VALUE=DATE:08001225" in text_of(ancient(), "icalendar", tmp_path)
    assert read(ancient(), "geojson", tmp_path)["features"][0]["properties"]["event_start"] == "0800-12-25"
    assert "<begin>0800-12-25</begin>" in text_of(ancient(), "kml", tmp_path)
    assert '"datetime": "0800-12-25T00:00:00+00:00"' in text_of(ancient(), "timesketch", tmp_path)
    sheet = openpyxl.load_workbook(export(ancient(), "xlsx", tmp_path).files[0])["events"]
    assert sheet.cell(2, list(ancient().columns).index("event_start") + 1).value == "0800-12-25"


def test_a_calendar_is_read_by_another_program(tmp_path: Path) -> None:
    raw = export(awkward(), "icalendar", tmp_path, "mentions").files[0].read_bytes()
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    calendar = icalendar.Calendar.from_ical(raw)
    assert not calendar.errors
    found = calendar.walk("VEVENT")
    assert len(found) == 3
    month = next(event for event in found if event["DTSTART"].dt == date(2025, 3, 1))
    assert month["DTEND"].dt == date(2025, 4, 1)
    assert "In March it had still been open." in str(month["DESCRIPTION"])
    assert NO_DAY in str(calendar["DESCRIPTION"])
    assert OPEN in str(calendar["DESCRIPTION"])
    links = [str(event["URL"]) for event in found if "URL" in event]
    assert all(each.startswith("https://") for each in links)


def test_timelinejs_has_a_title_and_a_slide_for_each_claim_with_its_sources(tmp_path: Path) -> None:
    found = read(events(), "timelinejs", tmp_path)
    assert "left out" in found["title"]["text"]["text"]
    slides = found["events"]
    assert len(slides) == len({slide["unique_id"] for slide in slides})
    shown = {slide["display_date"]: slide for slide in slides}
    assert shown["March 2025"]["start_date"] == shown["March 2025"]["end_date"] == {"year": 2025, "month": 3}
    assert shown["1814"]["start_date"] == {"year": 1814}
    assert "end_date" not in shown["since 12 June 2025"]
    mill = next(slide for slide in slides if "The mill burned" in slide["text"]["text"])
    links = hrefs(mill["text"]["text"])
    assert (
        links[0] == "https://example.org/a#:~:text=The%20mill%20burned%20on%20Sunday%2C%20the%20mayor%20said."
    )
    assert len(links) == 3


def test_who_speaks_is_named_once(tmp_path: Path) -> None:
    frame = events()
    frame.loc[frame["outlet"] == "Courier", "claimant"] = "Courier"
    slides = read(frame, "timelinejs", tmp_path, "mentions")["events"]
    told = [re.sub("<[^>]*>", "", slide["text"]["text"]).partition("”")[2] for slide in slides]
    assert sum(text.startswith(" Courier (") for text in told) == 2
    assert any(text.startswith(" police, Chronicle (") for text in told)


def test_geojson_has_longitude_first_and_only_places_that_are_known(tmp_path: Path) -> None:
    found = read(events(), "geojson", tmp_path, "mentions")
    assert found["type"] == "FeatureCollection"
    (feature,) = found["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [35.0, 48.5]}
    assert feature["properties"]["event_start"] == "2025-06-12"
    assert feature["properties"]["event_end"] is None
    assert feature["properties"]["links"] == [
        "https://example.org/c#:~:text=Since%2012%20June%20the%20road%20is%20closed."
    ]
    assert sum(map(len, found["left_out_ids"].values())) == 6


def test_kml_spans_the_days_and_leaves_an_open_end_open(tmp_path: Path) -> None:
    frame = awkward()
    frame[["latitude", "longitude"]] = [48.5, 35.0]
    top = fastkml.KML.from_string(text_of(frame, "kml", tmp_path, "mentions").partition("\n")[2])
    (document,) = top.features
    marks = list(document.features)
    assert len(marks) == 7
    spans = {(str(mark.begin), str(mark.end)) for mark in marks if mark.times}
    assert {("2025-03-01", "2025-03-31"), ("2025-06-12", "None"), ("None", "2025-06-08")} <= spans
    assert marks[0].geometry.coords == ((35.0, 48.5),)
    assert "2 of those written have no day and are shown at any time." in document.description


def test_annotations_are_those_of_the_published_context(tmp_path: Path) -> None:
    found = read(events(), "annotations", tmp_path)
    found["@context"] = profiles.ANNOTATIONS
    (collection,) = jsonld.expand(found)
    space = "http://www.w3.org/ns/"
    assert collection["@type"] == [f"{space}activitystreams#OrderedCollection"]
    assert collection[f"{space}activitystreams#totalItems"][0]["@value"] == 7
    page = collection[f"{space}activitystreams#first"][0]
    items = page[f"{space}activitystreams#items"][0]["@list"]
    assert all(item["@type"] == [f"{space}oa#Annotation"] for item in items)
    target = items[0][f"{space}oa#hasTarget"][0]
    assert target[f"{space}oa#hasSource"] == [{"@id": "https://example.org/a"}]
    quoted, placed = target[f"{space}oa#hasSelector"]
    assert quoted["@type"] == [f"{space}oa#TextQuoteSelector"]
    assert quoted[f"{space}oa#exact"][0]["@value"] == "The mill burned on Sunday, the mayor said."
    assert placed[f"{space}oa#end"][0]["@value"] == 42


def test_what_stands_around_a_quote_is_given_where_the_text_is_known(tmp_path: Path) -> None:
    frame = events()
    text = "The mill burned on Sunday, the mayor said.        It had begun by Sunday. Then it rained."
    article = Article("a", text)
    corpus = Corpus("Mill", tmp_path, (article,))
    result = SimpleNamespace(events=frame, corpus=corpus)
    found = json.loads(export(result, "annotations", tmp_path).files[0].read_bytes())
    assert found["label"] == "Mill"
    selector = found["first"]["items"][1]["target"]["selector"][0]
    assert selector["suffix"] == " Then it rained."
    assert selector["prefix"].endswith("said.        ")


def test_timesketch_has_a_line_for_each_clock(tmp_path: Path) -> None:
    lines = [json.loads(line) for line in text_of(events(), "timesketch", tmp_path).splitlines()]
    for line in lines:
        assert line["message"]
        moment = datetime.fromisoformat(line["datetime"])
        assert moment.timestamp() * 1_000_000 == line["timestamp"]
        assert not any(isinstance(value, dict) for value in line.values())
    mill = [line for line in lines if line["mention_id"] == "a:0-42"]
    assert [(line["timestamp_desc"], line["datetime"][:10]) for line in mill] == [
        ("Happened", "2025-06-08"),
        ("Said", "2025-06-08"),
        ("Published", "2025-06-09"),
    ]


def test_entities_are_of_the_schemata_that_they_name(tmp_path: Path) -> None:
    lines = [json.loads(line) for line in text_of(awkward(), "followthemoney", tmp_path).splitlines()]
    ids = {line["id"]: line["schema"] for line in lines}
    assert len(ids) == len(lines)
    for line in lines:
        schema = profiles.FOLLOW_THE_MONEY[line["schema"]]
        assert line["properties"].keys() <= schema.keys()
        for name, values in line["properties"].items():
            assert values
            assert all(isinstance(value, str) and value for value in values)
            for value in values:
                kind = schema[name]
                if kind == "date":
                    assert re.fullmatch(r"\d{4}(-\d\d){0,2}", value)
                elif kind == "url":
                    assert value.startswith(("http://", "https://"))
                elif kind.istitle():
                    assert ids[value] in profiles.KINDS[kind]
    assert set(ids.values()) >= {"Article", "Event", "LegalEntity", "Documentation", "UnknownLink"}


def test_who_has_no_name_is_another_in_each_article(tmp_path: Path) -> None:
    frame = events()
    frame[["claimant", "source"]] = "an official"
    lines = [json.loads(line) for line in text_of(frame, "followthemoney", tmp_path).splitlines()]
    people = [line for line in lines if line["properties"].get("name") == ["an official"]]
    assert len(people) == frame["article_id"].nunique()


def test_a_brief_is_text_to_a_reader_of_markdown(tmp_path: Path) -> None:
    brief = text_of(awkward(), "markdown", tmp_path)
    page = mistune.html(brief)
    assert isinstance(page, str)
    assert "<script" not in page
    assert "<img" not in page
    assert all(each.startswith("https://example.org/") for each in hrefs(page))
    plain = text_of(events(), "markdown", tmp_path)
    for words in ("## March 2025", "**8 June 2025**", "## What this leaves out"):
        assert words in plain


@pytest.mark.parametrize(
    ("to", "markup"),
    [
        ("timelinejs", lambda text: [each["text"]["text"] for each in json.loads(text)["events"]]),
        ("kml", lambda text: re.findall(r"<description>(.*?)</description>", text)),
    ],
)
def test_markup_of_a_corpus_reaches_no_page(
    tmp_path: Path, to: str, markup: Callable[[str], list[str]]
) -> None:
    frame = awkward()
    frame[["latitude", "longitude"]] = [48.5, 35.0]
    for piece in markup(text_of(frame, to, tmp_path)):
        piece = piece.replace("&lt;", "<").replace("&gt;", ">") if to == "kml" else piece
        tags = set(re.findall(r"<\s*/?(\w+)", piece.replace("&amp;", "&") if to == "timelinejs" else ""))
        assert tags <= {"p", "a"}
        assert "javascript:" not in " ".join(hrefs(piece))
    assert HOSTILE not in text_of(frame, to, tmp_path)


def hrefs(page: str) -> list[str]:
    found: list[str] = []

    class Links(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(value or "" for name, value in attrs if tag == "a" and name == "href")

    Links().feed(page)
    return found
