"""Articles that a program hands over: tables, dictionaries and paths in memory."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk
from toolkit.corpus.reading import CorpusError, read_corpus

TOLD = (
    "On Sunday the Defence Ministry in Moscow said that Russian troops had seized the village of Zaporizke."
)
RECORDS = [
    {"maintext": TOLD, "date_publish": pd.Timestamp("2025-06-09"), "source_domain": "wire", "words": 16},
    {"maintext": "They left.", "date_publish": None, "source_domain": float("nan"), "words": 2},
]


@pytest.mark.parametrize("make", [pd.DataFrame, list])
def test_tables_in_memory(make: type) -> None:
    corpus = read_corpus(make(RECORDS))
    assert [(each.id, str(each.published), each.outlet) for each in corpus] == [
        ("table-1", "2025-06-09", "wire"),
        ("table-2", "None", ""),
    ]
    assert repr(corpus) == "<Corpus 'table': 2 articles, 0 in quarantine>"


def test_paths(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.txt").write_text("They left.", encoding="utf-8")
    corpus = read_corpus([tmp_path / "a.txt", str(tmp_path / "b"), tmp_path / "gone.txt"])
    assert [(each.id, each.file) for each in corpus] == [("a", "a.txt"), ("b/a", "b/a.txt")]
    assert [str(each) for each in corpus.quarantine] == ["gone.txt: no such folder or file: check the path"]


def test_what_is_no_table_is_named_with_what_was_looked_for() -> None:
    with pytest.raises(
        CorpusError, match=r"table: has no column text \(it has: words; known are: text, body"
    ):
        read_corpus([{"words": 1}])
    with pytest.raises(CorpusError, match="this is list of int and str"):
        read_corpus([1, "a.txt"])
    with pytest.raises(CorpusError, match="this is int"):
        read_corpus(7)
    assert len(read_corpus([{"words": "Talks."}], columns={"text": "words"})) == 1


def test_events_takes_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    wanted = len(tk.events(read_corpus(tmp_path), parser="light"))
    assert wanted
    for given in (RECORDS, pd.DataFrame(RECORDS), [tmp_path / "a.txt"], tmp_path, str(tmp_path)):
        assert len(tk.events(given, parser="light")) == wanted
    assert len(tk.build(RECORDS, parser="light").events) == wanted
    with pytest.raises(ValueError, match=r"gone\.txt: no such folder or file"):
        tk.events([tmp_path / "gone.txt"])
