"""The table of sources, its command, and the columns that names are written to."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk
from tests.timeline.handmade import claim
from toolkit.cli import main
from toolkit.names.naming import named
from toolkit.names.sources import SOURCES, sources
from toolkit.report.sources import sources as shown
from toolkit.timeline.storage import read_table, write_table
from toolkit.timeline.table import NAMED, TableError, check, to_frame

CORPUS = Path(__file__).parents[2] / "corpus" / "dnipropetrovsk-2025"

ROWS = [
    claim("a", 0, "The president said so.", claimant="President Vilenskyy", claimant_side="Ukraine", outlet="Wire",
          published="2025-06-02", said_start="2025-06-01", said_end="2025-06-01", actor="RSF; Sudan"),
    claim("b", 0, "Danylo Vilensky denied it.", claimant="Danylo Vilensky", claimant_side="Ukraine", outlet="Post",
          published="2025-06-09", standing="denied", via="BBC", target="Rapid Support Forces"),
    claim("a", 40, "Three officers said so.", claimant="three officers", outlet="Wire", published="2025-06-02"),
    claim("b", 40, "Three officers spoke.", claimant="three officers", outlet="Post", published="2025-06-09"),
    claim("b", 80, "It was calm.", claimant="Post", outlet="Post", published="2025-06-09", standing="reported"),
    claim("b", 99, "The Rapid Support Forces (RSF) were there.", outlet="Post", published="2025-06-09"),
]  # fmt: skip


def test_names_stand_behind_the_words_of_the_text() -> None:
    events = named(to_frame(ROWS))
    columns = list(events.columns)
    assert all(columns[columns.index(old) + 1] == new for old, new in
               (("claimant", "source"), ("actor", "actor_name"), ("target", "target_name")))  # fmt: skip
    assert list(events["source"][:2]) == ["Danylo Vilensky"] * 2
    assert list(events["claimant"][:2]) == ["President Vilenskyy", "Danylo Vilensky"]
    assert events["actor_name"][0].split("; ")[0] == events["target_name"][1]
    check(events)
    assert {name: str(events[name].dtype) for name in NAMED} == NAMED


def test_naming_again_changes_nothing() -> None:
    once = named(to_frame(ROWS))
    pd.testing.assert_frame_equal(named(once), once)


def test_the_order_of_rows_plays_no_part() -> None:
    events = named(to_frame(ROWS)).set_index("mention_id")["source"]
    turned = named(to_frame(ROWS[::-1])).set_index("mention_id")["source"]
    assert events.to_dict() == turned.to_dict()


def test_one_row_for_one_source_and_one_for_each_article_of_who_gives_no_name() -> None:
    table = sources(named(to_frame(ROWS)))
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == SOURCES
    first = table[table["source"] == "Danylo Vilensky"].iloc[0]
    assert (first["kind"], first["side"], first["rows"], first["articles"]) == ("person", "Ukraine", 2, 2)
    assert first["names"] == "Danylo Vilensky; President Vilenskyy"
    assert (first["spoke_to"], first["told_by"]) == ("BBC 1", "Post 1; Wire 1")
    assert (first["first_said"], first["last_said"]) == (
        pd.Timestamp("2025-06-01"),
        pd.Timestamp("2025-06-09"),
    )
    assert (first["claimed"], first["denied"]) == (1, 1)
    assert pd.isna(first["claims"])
    officers = table[table["source"] == "three officers"]
    assert list(officers["kind"]) == ["anonymous"] * 2
    assert sorted(officers["told_by"]) == ["Post 1", "Wire 1"]
    assert list(table[table["source"] == "Post"]["kind"]) == ["outlet"]


def test_the_table_counts_linked_claims_and_needs_no_names() -> None:
    events = tk.link(to_frame(ROWS))
    table = sources(events)
    assert table.loc[table["source"] == "Danylo Vilensky", "claims"].iloc[0] >= 1
    with pytest.raises(TableError):
        sources(pd.DataFrame({"quote": []}))


def test_the_shipped_corpus_has_one_line_for_one_ministry() -> None:
    result = tk.build(CORPUS)
    table = tk.sources(result.events)
    assert [name for name in table["source"] if "Defence Ministry" in name] == ["Russian Defence Ministry"]
    assert table["rows"].sum() == len(result.events)
    html = shown(result)
    assert html.count("Russian Defence Ministry") >= 1
    assert "Ministry of Defence" in html
    assert tk.chart(result.events, lanes="source").to_dict()


def test_sources_are_printed_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "events.csv"
    write_table(named(to_frame(ROWS)), file)
    assert main(["sources", str(file)]) == 0
    assert "Vilensky" in capsys.readouterr().out  # a narrow terminal breaks the name
    assert main(["sources", str(file), "--out", str(tmp_path / "sources.csv")]) == 0
    assert "4 sources, written to" in capsys.readouterr().out
    read_table(tmp_path / "sources.csv", SOURCES)


def test_no_rows_have_no_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "events.csv"
    write_table(to_frame([]), file)
    assert main(["sources", str(file)]) == 0
    assert "nobody speaks" in capsys.readouterr().out
