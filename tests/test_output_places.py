"""Every text in every place of output: whatever an exporter, a chart or the report writes is only shown by its reader.

The places are those that the code names: a new format, or a new kind of file in the report's folder, fails here
until `CHECKS` says what its readers would run.
"""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import icalendar
import openpyxl
import pandas as pd
import pytest

from tests.charts.stories import story
from toolkit.charts.embed import SUFFIXES, save
from toolkit.charts.timeline import chart
from toolkit.exports.formats import FORMATS, export
from toolkit.report.run import Summary
from toolkit.timeline.link import link
from toolkit.timeline.table import TableError, check

LIVE = (
    '=HYPERLINK("javascript:hacked()")</script></textarea><script>hacked()</script><img src=x onerror=hacked()>'
    "[a](javascript:hacked())\r\nATTACH:javascript:hacked()\r\n@SUM(1)"
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
NAMED = ("url", "href", "link", "src", "uri", "thumbnail", "media", "sourceurl", "proof")
"""Keys of JSON whose values a reader follows."""


class Elements(HTMLParser):
    """What a page would run: scripts, handlers, and addresses that are none of the web."""

    def __init__(self) -> None:
        super().__init__()
        self.live: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._script = tag == "script" and "json" not in (given.get("type") or "")
        self.live += [f"{tag} {name}" for name in given if name.startswith("on")]
        for name in ("href", "src", "action", "data", "srcdoc", "formaction"):
            value = (given.get(name) or "").strip().lower()
            if value and not value.startswith(("https://", "http://", "#", "data:image/", "mailto:")):
                self.live.append(f"{tag} {name}={value[:60]}")

    def handle_endtag(self, tag: str) -> None:
        self._script = self._script and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._script and "hacked" in data:
            self.live.append(data[:60])


def page(text: str) -> Iterator[str]:
    elements = Elements()
    elements.feed(text)
    yield from elements.live


def cells(rows: Iterator[list[Any]]) -> Iterator[str]:
    for row in rows:
        yield from (str(cell)[:60] for cell in row if isinstance(cell, str) and cell.startswith(FORMULA))


def workbook(content: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        rows = list(sheet.iter_rows())
        yield from (
            f"{cell.coordinate} is a formula" for row in rows for cell in row if cell.data_type == "f"
        )
        yield from cells([cell.value for cell in row] for row in rows)


def drawing(text: str) -> Iterator[str]:
    for element in ET.fromstring(text).iter():
        tag = element.tag.rpartition("}")[2].lower()
        if tag in ("script", "foreignobject", "iframe"):
            yield tag
        yield from (f"{tag} {name}" for name in element.attrib if name.rpartition("}")[2].startswith("on"))
        yield from (value for value in element.attrib.values() if value.strip().startswith("javascript:"))
        if tag == "description":  # which Google Earth shows as a page
            yield from page(element.text or "")


def prose(text: str) -> Iterator[str]:
    yield from re.findall(r"(?<!\\)<(?:script|img|textarea)", text)
    yield from re.findall(r"(?<!\\)\]\(javascript:", text)


def followed(value: Any, key: str = "") -> Iterator[str]:
    """The addresses in JSON that a reader follows and are none of the web."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from followed(each, str(name).lower())
    elif isinstance(value, list):
        for each in value:
            yield from followed(each, key)
    elif (
        isinstance(value, str) and key in NAMED and value.strip().lower().startswith(("javascript:", "file:"))
    ):
        yield f"{key}: {value[:60]}"


def slides(text: str) -> Iterator[str]:
    """TimelineJS shows its words as a page."""
    told = json.loads(text)
    yield from followed(told)
    for each in (told["title"], *told["events"]):
        for words in (*each.get("text", {}).values(), *each.get("media", {}).values()):
            yield from page(str(words))


def notebook(text: str) -> Iterator[str]:
    for cell in json.loads(text)["cells"]:
        for output in cell.get("outputs", ()):
            shown = output.get("data", {})
            yield from page("".join(shown.get("text/html", "")))
            yield from (kind for kind in shown if kind in ("application/javascript", "text/markdown"))


def calendar(text: str) -> Iterator[str]:
    for part in icalendar.Calendar.from_ical(text).walk():
        yield from (str(value) for value in part.values() if str(value).startswith(("javascript:", "file:")))
        yield from (name for name in part if name == "ATTACH")


def nothing(_: str) -> Iterator[str]:
    """No reader of it runs anything: numbers, pictures, columns of a table."""
    yield from ()


CHECKS: dict[str, Callable[..., Iterator[str]]] = {
    "timelinejs.json": slides,
    ".html": page,
    ".csv": lambda text: cells(csv.reader(io.StringIO(text, newline=""))),
    ".xlsx": workbook,
    ".svg": drawing,
    ".kml": drawing,
    ".md": prose,
    ".json": lambda text: followed(json.loads(text)),
    ".geojson": lambda text: followed(json.loads(text)),
    ".jsonld": lambda text: followed(json.loads(text)),
    ".jsonl": lambda text: followed([json.loads(line) for line in text.splitlines()]),
    ".ftm.json": lambda text: followed([json.loads(line) for line in text.splitlines()]),
    ".ipynb": notebook,
    ".ics": calendar,
    ".parquet": nothing,
    ".png": nothing,
    ".db": nothing,
}
BINARY = (workbook, nothing)


def live(path: Path) -> list[str]:
    """What a reader of a file would run or follow."""
    endings = (path.name, "".join(path.suffixes[-2:]), path.suffix)
    look = next((CHECKS[each] for each in endings if each in CHECKS), None)
    assert look is not None, f"{path.name}: nothing says what its readers would run"
    return list(look(path.read_bytes() if look in BINARY else path.read_bytes().decode("utf-8")))


@pytest.fixture(scope="module")
def hostile() -> pd.DataFrame:
    """A story with something to run in every text that the table may hold in a column."""
    frame = story()
    for name in frame.columns[frame.dtypes == "str"]:
        tried = frame.assign(**{name: [f"{LIVE}{number}" for number in range(len(frame))]})
        tried["end"] = tried["start"] + tried["quote"].str.len()
        try:
            check(tried)
        except TableError:
            continue  # only words of the toolkit's own stand there
        frame = tried
    return link(frame)


def test_nearly_every_text_of_the_table_can_be_hostile(hostile: pd.DataFrame) -> None:
    texts = hostile.columns[hostile.dtypes == "str"]
    filled = {name for name in texts if hostile[name].str.contains("hacked").all()}
    assert {"outlet", "title", "url", "quote", "claimant", "place", "actor", "target", "kind"} <= filled


CHOICES = [(to, of) for to, each in FORMATS.items() for of in each.of or ("",)]


@pytest.mark.parametrize(("to", "of"), CHOICES)
def test_no_export_runs_what_a_corpus_says(hostile: pd.DataFrame, tmp_path: Path, to: str, of: str) -> None:
    written = export(hostile, to, tmp_path, of).files
    assert {path.name: live(path) for path in written if live(path)} == {}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_saved_chart_runs_what_a_corpus_says(hostile: pd.DataFrame, tmp_path: Path, suffix: str) -> None:
    assert live(save(chart(hostile), tmp_path / f"chart{suffix}")) == []


def test_no_file_of_a_report_runs_what_a_corpus_says(hostile_report: Summary) -> None:
    files = [path for path in hostile_report.out.iterdir() if path.is_file()]
    assert {path.name: live(path) for path in files if live(path)} == {}
