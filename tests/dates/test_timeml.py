"""TimeML out: what is written is read back by the reader of benchmarks/."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dates.test_laws import PHRASES
from tests.tries import tries
from toolkit.cli import main
from toolkit.dates import find_dates
from toolkit.dates.timeml import to_timeml

READER = Path(__file__).parents[2] / "benchmarks" / "timeml.py"
DAY = date(2025, 6, 13)
TEXT = (
    "Talks ran from 3 to 12 March & resumed on <Sunday>.\r\n"
    "For the past three months nothing moved; a day later, in early June, it did."
)


@pytest.fixture(scope="module")
def reader():
    spec = importlib.util.spec_from_file_location("timeml_reader", READER)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def elements(document: str) -> dict[str, ElementTree.Element]:
    return {each.get("tid"): each for each in ElementTree.fromstring(document).iter("TIMEX3")}


def back(reader, folder: Path, text: str, published: date | None):
    file = folder / "a.tml"
    found = find_dates(text, published)
    file.write_bytes(to_timeml(text, found, published, "a").encode())
    (document,) = reader.read(file)
    assert document.created == (published.isoformat() if published else None)
    assert [(t.start, t.end, t.type, t.value) for t in document.timexes] == [
        (t.start, t.end, t.type, t.value) for t in found
    ]
    return document.text


@given(
    text=st.lists(
        PHRASES | st.text() | st.sampled_from(["<", "&amp;", "]]>", "\r", "\r\n", "\t", "last week"])
    ).map(" ".join),
    published=st.dates() | st.none(),
)
@settings(max_examples=tries(300))
def test_round_trip(reader, tmp_path_factory, text, published):
    text = text.encode("utf-8", "replace").decode()
    allowed = "".join("\ufffd" if (c < " " and c not in "\t\n\r") or c in "\ufffe\uffff" else c for c in text)
    assert back(reader, tmp_path_factory.getbasetemp(), text, published) == allowed


def test_round_trip_of_a_text(reader, tmp_path):
    assert back(reader, tmp_path, TEXT, DAY) == TEXT


def test_what_xml_forbids_keeps_its_place():
    text = "a\x00b\x1f \ud800 on Sunday\ufffe"
    document = to_timeml(text, find_dates(text, DAY), DAY)
    assert (
        "".join(ElementTree.fromstring(document).find("TEXT").itertext())
        == "a\ufffdb\ufffd \ufffd on Sunday\ufffd"
    )


def test_anchors_and_ends():
    found = find_dates(TEXT, DAY)
    known = elements(to_timeml(TEXT, found, DAY))
    named = {each.text: each for each in known.values() if each.text}
    assert known["t0"].attrib["functionInDocument"] == "CREATION_TIME"
    assert named["Sunday"].attrib["anchorTimeID"] == "t0"
    assert named["early June"].attrib["mod"] == "START"
    months = next(each for words, each in named.items() if "three months" in words)
    assert known[months.get("endPoint")].get("value") <= "2025-06-13"
    assert known[months.get("beginPoint")].get("value") < known[months.get("endPoint")].get("value")
    first, last = (each.get("tid") for each in named.values() if each.text in ("3", "12 March"))
    (length,) = [each for each in known.values() if each.get("beginPoint") == first]
    assert (length.get("type"), length.get("value"), length.get("endPoint")) == ("DURATION", "P10D", last)
    later = named["a day later"]
    assert later.get("temporalFunction") == "true"
    assert known[later.get("anchorTimeID")].tag == "TIMEX3"


def test_names_are_given_once():
    known = elements(to_timeml(TEXT, find_dates(TEXT, DAY), DAY))
    tags = to_timeml(TEXT, find_dates(TEXT, DAY), DAY).count("<TIMEX3 ")
    assert len(known) == tags
    points = {
        each.get(name) for each in known.values() for name in ("anchorTimeID", "beginPoint", "endPoint")
    }
    assert points - {None} <= set(known)


def test_command(tmp_path, capsysbinary, reader):
    file = tmp_path / "story.txt"
    file.write_bytes(b"\xef\xbb\xbfThey met on Sunday.\r\n")
    assert main(["dates", "--timeml", str(file), "--published", "2025-06-13"]) == 0
    written = tmp_path / "story.tml"
    written.write_bytes(capsysbinary.readouterr().out)
    (document,) = reader.read(written)
    assert (document.text, document.created) == ("They met on Sunday.\r\n", "2025-06-13")
    assert [(t.start, t.value) for t in document.timexes] == [(12, "2025-06-08")]


def test_command_refuses_what_makes_no_sense(tmp_path, capsys):
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    for arguments, told in (
        ([str(tmp_path / "none.txt")], "none.txt"),
        ([str(tmp_path / "latin.txt")], "not UTF-8"),
        ([str(tmp_path / "latin.txt"), "--jsonl"], "--jsonl"),
        ([str(tmp_path / "latin.txt"), "--explain"], "--explain"),
    ):
        assert main(["dates", "--timeml", *arguments]) == 2
        error = capsys.readouterr().err
        assert told in error
        assert error.count("\n") == 1
