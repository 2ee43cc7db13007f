"""The benchmarks count as they say, and read what they say."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>a</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2025-06-13" functionInDocument="CREATION_TIME">June 13</TIMEX3></DCT>
<TEXT>They met on <TIMEX3 tid="t1" type="DATE" value="2025-06-08">Sunday</TIMEX3> &amp; for
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>, in
<TIMEX3 tid="t3" type="DATE" value="2024">March</TIMEX3>.
</TEXT></TimeML>
"""


def accuracy(*paths: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCHMARKS / "accuracy.py"), *map(str, paths), "--errors", "9"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_timeml_is_read_and_scored(tmp_path):
    (tmp_path / "a.tml").write_text(TIMEML, encoding="utf-8")
    done = accuracy(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "1 documents, 3 expressions" in done.stdout
    (row,) = [line for line in done.stdout.splitlines() if line.startswith("timeline-toolkit")]
    assert row.split()[1:4] == ["100.0", "100.0", "66.7"]
    assert "'March' is 2024, read as 2025-03" in done.stdout


def test_lines_of_json_are_read(tmp_path):
    line = {"doc": "a", "dct": "2025-06-13", "text": "on Sunday and back", "timexes": []}
    line["timexes"] = [{"start": 3, "end": 9, "type": "DATE", "value": "2025-06-08"}]
    (tmp_path / "a.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert "timeline-toolkit      100.0    100.0    100.0" in accuracy(tmp_path / "a.jsonl").stdout


def test_what_is_no_gold_is_named_in_one_line(tmp_path):
    (tmp_path / "a.tml").write_text("<TimeML>", encoding="utf-8")
    done = accuracy(tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "a.tml: not XML" in done.stderr


def test_peers_stand_beside_it_and_what_is_not_installed_is_told(tmp_path):
    (tmp_path / "a.tml").write_text(TIMEML, encoding="utf-8")
    told = accuracy(tmp_path).stdout
    rows = {line.split()[0] for line in told.splitlines() if "[" in line}
    assert {"timeline-toolkit", "dateparser"} <= rows
    for peer in ("parsedatetime", "timexy"):
        assert (peer in rows) != (f"not installed: {peer}" in told or f", {peer}" in told)


def test_a_peer_is_no_finer_than_its_words():
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import peers; from datetime import datetime;"
        "print(*(peers.at_its_grain(w, 0, datetime(1998, 3, 5)).value for w in sys.argv[2:]))"
    )
    words = ["in March", "March 5", "1993", "March 1998", "two years ago", "last week", "Friday"]
    command = [sys.executable, "-c", script, str(BENCHMARKS), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "1998-03",
        "1998-03-05",
        "1993",
        "1998-03",
        "1998",
        "1998-W10",
        "1998-03-05",
    ]


def test_publication_days_of_pages_are_counted(tmp_path):
    days = {"a": "2025-06-13", "b": "2025-06-14", "c": "", "d": "2025-06-15"}
    tags = {
        "a": "article:published_time",
        "b": "lastmod",
        "c": "article:published_time",
        "d": "article:published_time",
    }
    text = (
        "<p>The envoys met in the great hall of the palace on Monday and agreed on little, they said.</p>" * 3
    )
    for name, tag in tags.items():
        head = f'<meta property="{tag}" content="{days[name] or "2025-06-01"}">'
        (tmp_path / f"{name}.html").write_text(
            f"<html><head>{head}</head><body>{text}</body></html>", encoding="utf-8"
        )
    table = tmp_path / "days.csv"
    table.write_text(
        "file,published\n" + "".join(f"{name}.html,{day}\n" for name, day in days.items()), encoding="utf-8"
    )
    command = [sys.executable, str(BENCHMARKS / "pages.py"), str(tmp_path), str(table), "--show"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    line = next(line for line in done.stdout.splitlines() if line.startswith("toolkit"))
    assert line.split()[1:] == ["2", "1", "1", "0.667"]
    assert "b.html: 2025-06-14 is right, not none: metadata update 2025-06-14" in done.stdout
    assert "c.html: no day is right, not 2025-06-01: metadata 2025-06-01" in done.stdout
    table.write_text("file,published\na.html,yesterday\n", encoding="utf-8")
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1


def test_false_and_missed_dates_are_counted_by_their_days(tmp_path):
    text = "on Sunday, in March, last week and at noon"
    line = {"doc": "a", "dct": "2025-06-13", "text": text, "timexes": []}
    for words, kind, value in (
        ("Sunday", "DATE", "2025-W23-7"),  # the same day, written otherwise
        ("March", "DATE", "2024-03"),  # another year
        ("last week", "DATE", "2025-06-04"),  # a day in it
        ("and", "DATE", "1998-XX-XX"),  # found by nobody
    ):
        start = text.index(words)
        line["timexes"].append({"start": start, "end": start + len(words), "type": kind, "value": value})
    (tmp_path / "a.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    command = [sys.executable, str(BENCHMARKS / "dates_wrong.py"), str(tmp_path / "a.jsonl"), "--errors", "9"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert told[1].split() == ["a.jsonl", "4", "25.0%", "25.0%", "25.0%"]
    assert [row.split(":")[0].strip() for row in told[2:]] == ["false", "unmarked", "missed"]


def test_generated_articles_are_the_same_in_every_corpus_and_say_what_they_tell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import generated

    few, more = list(generated.articles(60)), list(generated.articles(80))
    assert few == more[:60]
    assert any(article.told for article in few)
    for article in few:
        assert generated.SMALLEST <= len(article.text) <= generated.LARGEST + 2_000
        for told in article.told:
            sentence = article.text[told.start : told.end]
            assert sentence[0].isupper()
            assert sentence.endswith(".")
            assert 0 <= (article.published - told.day).days <= generated.BACK
            assert f"{told.day:%A}" in sentence or f"{told.day.day} {told.day:%B}" in sentence
    assert generated.write(60, tmp_path) == sum(len(article.text) for article in few)
    assert len(list(tmp_path.rglob("*.txt"))) == 60


def supply(*given: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCHMARKS / "supply.py"), *given]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_known_hole_of_the_lock_is_named(tmp_path: Path) -> None:
    events = [{"introduced": "0"}, {"fixed": "99999"}]
    hole = {"package": {"name": "Pandas"}, "ranges": [{"type": "ECOSYSTEM", "events": events}]}
    stored = tmp_path / "list.json"
    stored.write_text(json.dumps([{"id": "MADE-UP-1", "affected": [hole]}]), encoding="utf-8")
    done = supply("--advisories", str(stored))
    assert done.returncode == 1, done.stderr
    assert "known holes: 1: pandas" in done.stdout
    assert "MADE-UP-1" in done.stdout


def test_where_nobody_was_asked_for_holes_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "holes were asked of: not asked" in supply().stdout
